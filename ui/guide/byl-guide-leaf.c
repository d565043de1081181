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
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->buttons), FALSE);
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

  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (get_private (self)->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (get_private (self)->buttons), TRUE);

  return button;
}

/**
 * byl_guide_leaf_dup_origin:
 * @figures: figures of a pack
 *
 * Returns: (transfer full): where the figures are from: the pack, how many answers, their date, and
 *   whether they are invented or came with the program
 */
char *
byl_guide_leaf_dup_origin (const BylFigures *figures)
{
  g_autoptr(GString) origin = g_string_new (NULL);

  /* Translators: the title of a pack and how many answers it has. */
  g_string_append_printf (origin, ngettext ("“%s”, %u answer", "“%s”, %u answers",
                                            figures->n_answers),
                          figures->title, figures->n_answers);

  if (figures->date != NULL)
    /* Translators: the date of answers, such as 2026-04, at the end of a list. */
    g_string_append_printf (origin, _(", %s"), figures->date);
  else
    g_string_append (origin, _(", undated"));

  if (figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE)
    g_string_append (origin, _(" · made up, to show a style"));
  else if (figures->is_shipped)
    g_string_append (origin, _(" · figures that came with Byline"));

  return g_string_free (g_steal_pointer (&origin), FALSE);
}
