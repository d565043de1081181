/* byl-pack-card.c: an installed pack on the home page
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-card.h"

#include "byl-lesson.h"
#include "byl-provenance-text.h"

#include <glib/gi18n.h>

struct _BylPackCard
{
  AdwBin          parent_instance;
  GtkLabel       *title;
  GtkLabel       *writers;
  GtkLabel       *provenance;
  GtkProgressBar *progress;
  GtkLabel       *played;
  GtkMenuButton  *more;
  GtkButton      *play;
  BylPackEntry   *entry;
};

G_DEFINE_FINAL_TYPE (BylPackCard, byl_pack_card, ADW_TYPE_BIN)

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *uri)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uri);
  g_menu_append_item (menu, item);
}

/* The page chooses the writers. */
static void
append_five_tells (GMenu      *menu,
                   const char *uri)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (_("_Five Tells…"), NULL);

  g_menu_item_set_action_and_target (item, "win.five-tells", "(sss)", uri, "", "");
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_menu (BylPackEntry *entry,
          const char   *uri)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  append_item (menu, _("_Rules…"), "pack.rules", uri);

  if (g_strv_length ((char **) byl_pack_entry_get_writer_ids (entry)) > 1)
    append_five_tells (menu, uri);

  if (g_str_equal (byl_pack_entry_get_id (entry), BYL_LESSON_PACK))
    append_item (menu, _("Take the _Lesson"), "pack.lesson", uri);

  if (!byl_pack_entry_get_built_in (entry))
    append_item (menu, _("Re_move"), "pack.remove", uri);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* The menu is made when it is opened: a page of packs would otherwise begin with as many menus. */
static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  BylPackCard *self = user_data;
  g_autofree char *uri = g_file_get_uri (byl_pack_entry_get_file (self->entry));
  g_autoptr(GMenuModel) menu = new_menu (self->entry, uri);

  gtk_menu_button_set_menu_model (button, menu);
}

/* A recording counts its revisions by its answers: there is only ever one of them. */
static char *
make_title (BylPackEntry *entry)
{
  BylProvenanceKind kind = byl_pack_entry_get_provenance (entry);

  if (byl_pack_entry_get_revision (entry) <= 1 || kind == BYL_PROVENANCE_RECORDED
      || kind == BYL_PROVENANCE_PASTED)
    return g_strdup (byl_pack_entry_get_title (entry));

  /* Translators: the title of a pack and the number of its revision. */
  return g_strdup_printf (_("%s (revision %u)"), byl_pack_entry_get_title (entry),
                          byl_pack_entry_get_revision (entry));
}

static void
name_buttons (BylPackCard *self,
              const char  *title)
{
  /* Translators: %s is the title of a pack. */
  g_autofree char *play = g_strdup_printf (_("Play %s"), title);
  /* Translators: %s is the title of a pack. */
  g_autofree char *more = g_strdup_printf (_("More for %s"), title);

  /* Newer GTK names a button by the label inside it before it heeds the property. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->play),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, play, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->more), more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
byl_pack_card_dispose (GObject *object)
{
  BylPackCard *self = BYL_PACK_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_PACK_CARD);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (byl_pack_card_parent_class)->dispose (object);
}

static void
byl_pack_card_class_init (BylPackCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_pack_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "home/byl-pack-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, title);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, writers);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, provenance);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, progress);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, played);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, more);
  gtk_widget_class_bind_template_child (widget_class, BylPackCard, play);
}

static void
byl_pack_card_init (BylPackCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_pack_card_new:
 *
 * Returns: (transfer floating): a card that shows no pack yet
 */
GtkWidget *
byl_pack_card_new (void)
{
  return g_object_new (BYL_TYPE_PACK_CARD, NULL);
}

/**
 * byl_pack_card_get_entry:
 * @self: a pack card
 *
 * Returns: (transfer none) (nullable): the pack shown
 */
BylPackEntry *
byl_pack_card_get_entry (BylPackCard *self)
{
  return self->entry;
}

/**
 * byl_pack_card_set_entry:
 * @self: a pack card
 * @entry: (nullable): the pack to show
 *
 * Its buttons activate the actions `pack.play`, `pack.rules`, `pack.lesson` and `pack.remove`, with
 * the address of the pack's file as target, and `win.five-tells` with no writers named.
 */
void
byl_pack_card_set_entry (BylPackCard  *self,
                         BylPackEntry *entry)
{
  g_autofree char *uri = NULL;
  g_autofree char *title = NULL;
  g_autofree char *writers = NULL;
  g_autofree char *provenance = NULL;

  if (!g_set_object (&self->entry, entry) || entry == NULL)
    return;

  uri = g_file_get_uri (byl_pack_entry_get_file (entry));
  title = make_title (entry);
  /* Translators: goes between two names in a list of names. */
  writers = g_strjoinv (_(", "), (char **) byl_pack_entry_get_writer_names (entry));
  provenance = byl_provenance_text_new_short (byl_pack_entry_get_provenance (entry),
                                              byl_pack_entry_get_source (entry),
                                              byl_pack_entry_get_license (entry));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->writers, writers);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->writers), writers);
  gtk_label_set_label (self->provenance, provenance);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->provenance), provenance);
  gtk_menu_button_set_menu_model (self->more, NULL);
  gtk_menu_button_set_create_popup_func (self->more, fill_menu_cb, self, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->play), "s", uri);
  name_buttons (self, title);
  byl_pack_card_set_played (self, 0);
}

/**
 * byl_pack_card_set_played:
 * @self: a pack card that shows a pack
 * @n_questions: how many of its questions have been played
 */
void
byl_pack_card_set_played (BylPackCard *self,
                          guint        n_questions)
{
  guint total = byl_pack_entry_get_n_questions (self->entry);
  g_autofree char *played = NULL;

  n_questions = MIN (n_questions, total);
  /* Translators: questions played, of all that the pack has. */
  played = g_strdup_printf (ngettext ("%u of %u question", "%u of %u questions", total),
                            n_questions, total);
  gtk_label_set_label (self->played, played);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) n_questions / total : 0.0);
}
