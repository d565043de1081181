/* byl-guide-leaf.c: a page of the guide on one thing, made of groups of rows
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-leaf.h"

#include "byl-text-box.h"

#include <glib/gi18n.h>

typedef struct
{
  AdwWindowTitle *title;
  GtkBox         *groups;
  GtkBox         *buttons;
} BylGuideLeafPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BylGuideLeaf, byl_guide_leaf, ADW_TYPE_BIN)

static BylGuideLeafPrivate *
get_private (BylGuideLeaf *self)
{
  return byl_guide_leaf_get_instance_private (self);
}

/* Their box has margins, which would be an empty strip. */
static void
update_buttons (BylGuideLeaf *self)
{
  GtkWidget *box = GTK_WIDGET (get_private (self)->buttons);
  gboolean any = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    any = any || gtk_widget_get_visible (child);

  gtk_widget_set_visible (box, any);
}

/* The bin lets go of its child by itself: the template can be disposed of only by a class that has
 * no others derived from it. */
static void
byl_guide_leaf_class_init (BylGuideLeafClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "guide/byl-guide-leaf.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BylGuideLeaf, title);
  gtk_widget_class_bind_template_child_private (widget_class, BylGuideLeaf, groups);
  gtk_widget_class_bind_template_child_private (widget_class, BylGuideLeaf, buttons);
}

static void
byl_guide_leaf_init (BylGuideLeaf *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_guide_leaf_set_title:
 * @self: a page
 * @title: what it is about
 * @subtitle: (nullable): what that is
 */
void
byl_guide_leaf_set_title (BylGuideLeaf *self,
                          const char   *title,
                          const char   *subtitle)
{
  adw_window_title_set_title (get_private (self)->title, title);
  adw_window_title_set_subtitle (get_private (self)->title, subtitle != NULL ? subtitle : "");
}

/**
 * byl_guide_leaf_clear:
 * @self: a page
 *
 * Takes away all groups and buttons.
 */
void
byl_guide_leaf_clear (BylGuideLeaf *self)
{
  byl_text_box_clear (get_private (self)->groups);
  byl_text_box_clear (get_private (self)->buttons);
  update_buttons (self);
}

/**
 * byl_guide_leaf_add_group:
 * @self: a page
 * @title: (nullable): title of the group, as it is
 * @description: (nullable): what stands below it, as it is
 *
 * Returns: (transfer none): a group at the end of the page
 */
AdwPreferencesGroup *
byl_guide_leaf_add_group (BylGuideLeaf *self,
                          const char   *title,
                          const char   *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title_markup = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title_markup);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
  gtk_box_append (get_private (self)->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

/**
 * byl_guide_leaf_add_row:
 * @group: a group
 * @title: title of the row, as it is
 * @subtitle: (nullable): what stands below it, as it is
 *
 * Returns: (transfer none): a row at the end of the group
 */
GtkWidget *
byl_guide_leaf_add_row (AdwPreferencesGroup *group,
                        const char          *title,
                        const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);

  return row;
}

/**
 * byl_guide_leaf_link_row:
 * @row: a row
 * @action: an action whose target is a text
 * @target: its target
 *
 * Makes a row lead somewhere.
 */
void
byl_guide_leaf_link_row (GtkWidget  *row,
                         const char *action,
                         const char *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * byl_guide_leaf_add_button:
 * @self: a page
 * @label: what it says, with a mnemonic
 *
 * Returns: (transfer none): a button at the foot of the page
 */
GtkWidget *
byl_guide_leaf_add_button (BylGuideLeaf *self,
                           const char   *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  /* GTK 4.8 would read the mnemonic out, and the text a second time. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (text)), -1);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (get_private (self)->buttons, button);
  g_signal_connect_object (button, "notify::visible", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
  update_buttons (self);

  return button;
}

static char *
dup_made_up (const BylFigures *figures)
{
  if (figures->date == NULL)
    /* Translators: %s is the title of a pack. */
    return g_strdup_printf (ngettext ("From “%s”, which has %u answer, undated and made up to show "
                                      "a style.",
                                      "From “%s”, which has %u answers, undated and made up to "
                                      "show a style.", figures->n_answers),
                            figures->title, figures->n_answers);

  /* Translators: the title of a pack, how many answers it has, and their date, such as 2026-04. */
  return g_strdup_printf (ngettext ("From “%s”, which has %u answer of %s, made up to show a "
                                    "style.",
                                    "From “%s”, which has %u answers of %s, made up to show a "
                                    "style.", figures->n_answers),
                          figures->title, figures->n_answers, figures->date);
}

static char *
dup_shipped (const BylFigures *figures)
{
  if (figures->date == NULL)
    /* Translators: %s is the title of a pack. */
    return g_strdup_printf (ngettext ("From “%s”, which has %u undated answer; the figures came "
                                      "with Byline.",
                                      "From “%s”, which has %u undated answers; the figures came "
                                      "with Byline.", figures->n_answers),
                            figures->title, figures->n_answers);

  /* Translators: the title of a pack, how many answers it has, and their date, such as 2026-04. */
  return g_strdup_printf (ngettext ("From “%s”, which has %u answer of %s; the figures came with "
                                    "Byline.",
                                    "From “%s”, which has %u answers of %s; the figures came with "
                                    "Byline.", figures->n_answers),
                          figures->title, figures->n_answers, figures->date);
}

static char *
dup_installed (const BylFigures *figures)
{
  if (figures->date == NULL)
    /* Translators: %s is the title of a pack. */
    return g_strdup_printf (ngettext ("From “%s”, which has %u undated answer.",
                                      "From “%s”, which has %u undated answers.",
                                      figures->n_answers),
                            figures->title, figures->n_answers);

  /* Translators: the title of a pack, how many answers it has, and their date, such as 2026-04. */
  return g_strdup_printf (ngettext ("From “%s”, which has %u answer of %s.",
                                    "From “%s”, which has %u answers of %s.", figures->n_answers),
                          figures->title, figures->n_answers, figures->date);
}

/**
 * byl_guide_leaf_dup_origin:
 * @figures: figures of a pack
 *
 * Returns: (transfer full): where the figures are from, in a sentence: the pack, how many answers,
 *   their date, and whether they are invented or came with the program
 */
char *
byl_guide_leaf_dup_origin (const BylFigures *figures)
{
  if (figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE)
    return dup_made_up (figures);
  if (figures->is_shipped)
    return dup_shipped (figures);

  return dup_installed (figures);
}
