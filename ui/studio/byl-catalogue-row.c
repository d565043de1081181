/* byl-catalogue-row.c: a pack that can be fetched, with all that is to be known before
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-row.h"

#include "byl-catalogue-words.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>

struct _BylCatalogueRow
{
  AdwBin             parent_instance;
  GtkLabel          *title;
  GtkWidget         *update;
  GtkWidget         *get;
  GtkWidget         *play;
  GtkLabel          *summary;
  GtkLabel          *writers;
  GtkLabel          *facts;
  GtkLabel          *requirement;
  GtkLabel          *license;
  GtkWidget         *links;
  GtkWidget         *source;
  GtkLabel          *source_title;
  GtkLabel          *origin;
  GtkWidget         *getting;
  GtkLabel          *progress_text;
  GtkProgressBar    *progress;
  GtkWidget         *cancel;
  GtkWidget         *trouble;
  GtkLabel          *error;
  GtkWidget         *try_again;
  BylCatalogueEntry *entry;
};

enum { GET, CANCEL, PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylCatalogueRow, byl_catalogue_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
name_widget (gpointer  widget,
             char     *name)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  /* Newer GTK names a button by the label inside it before it heeds the property. */
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
name_all (BylCatalogueRow *self,
          const char      *title)
{
  /* Translators: on a button; %s is the title of a pack that can be fetched. */
  name_widget (self->get, g_strdup_printf (_("Get %s"), title));
  /* Translators: on a button; %s is the title of a pack of which there is a newer revision. */
  name_widget (self->update, g_strdup_printf (_("Update %s"), title));
  /* Translators: %s is the title of a pack. */
  name_widget (self->play, g_strdup_printf (_("Play %s"), title));
  /* Translators: on a button; %s is the title of a pack that is being fetched. */
  name_widget (self->cancel, g_strdup_printf (_("Cancel %s"), title));
  /* Translators: on a button; %s is the title of a pack that could not be fetched. */
  name_widget (self->try_again, g_strdup_printf (_("Try Again: %s"), title));
  /* Translators: names a bar of progress; %s is the title of a pack that is being fetched. */
  name_widget (self->progress, g_strdup_printf (_("Getting %s"), title));
  name_widget (self, g_strdup (title));
}

static void
update_progress (BylCatalogueRow *self)
{
  g_autofree char *text = byl_catalogue_words_dup_progress (self->entry);
  double fraction = byl_catalogue_entry_get_progress (self->entry);

  gtk_label_set_label (self->progress_text, text != NULL ? text : "");

  /* Of what is of unknown size there is only that it moves. */
  if (byl_catalogue_entry_get_state (self->entry) == BYL_CATALOGUE_FETCHING && fraction <= 0.0
      && byl_catalogue_entry_get_bytes_done (self->entry) > 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text != NULL ? text : "",
                                  -1);
}

/* Who has pressed a button that is gone goes on with the one that has come in its place. */
static void
keep_focus (BylCatalogueRow *self)
{
  GtkWidget *buttons[] = { self->cancel, self->play, self->get, self->update, self->try_again };
  GtkWidget *boxes[] = { self->getting, NULL, NULL, NULL, self->trouble };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (buttons[i])
        && (boxes[i] == NULL || gtk_widget_get_visible (boxes[i]))
        && gtk_widget_grab_focus (buttons[i]))
      return;
}

static void
update_state (BylCatalogueRow *self)
{
  BylCatalogueState state = byl_catalogue_entry_get_state (self->entry);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gboolean busy = state == BYL_CATALOGUE_WAITING || state == BYL_CATALOGUE_FETCHING
                  || state == BYL_CATALOGUE_IMPORTING;

  update_progress (self);
  gtk_label_set_label (self->error, state == BYL_CATALOGUE_FAILED
                                      && byl_catalogue_entry_get_error (self->entry) != NULL
                                    ? byl_catalogue_entry_get_error (self->entry) : "");
  gtk_widget_set_visible (self->get, state == BYL_CATALOGUE_AVAILABLE);
  gtk_widget_set_visible (self->update, state == BYL_CATALOGUE_UPDATE);
  gtk_widget_set_visible (self->play, byl_catalogue_entry_get_pack (self->entry) != NULL);
  gtk_widget_set_visible (self->getting, busy);
  gtk_widget_set_visible (self->trouble, state == BYL_CATALOGUE_FAILED);

  if (focused && !gtk_widget_get_mapped (focus))
    keep_focus (self);
}

static void
get_cb (BylCatalogueRow *self)
{
  g_signal_emit (self, signals[GET], 0, self->entry);
}

static void
cancel_cb (BylCatalogueRow *self)
{
  g_signal_emit (self, signals[CANCEL], 0, self->entry);
}

static void
play_cb (BylCatalogueRow *self)
{
  g_signal_emit (self, signals[PLAY], 0, self->entry);
}

static void
forget_entry (BylCatalogueRow *self)
{
  if (self->entry == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->entry, update_state, self);
  g_signal_handlers_disconnect_by_func (self->entry, update_progress, self);
  g_clear_object (&self->entry);
}

static void
byl_catalogue_row_dispose (GObject *object)
{
  BylCatalogueRow *self = BYL_CATALOGUE_ROW (object);

  forget_entry (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_CATALOGUE_ROW);

  G_OBJECT_CLASS (byl_catalogue_row_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  const char *names[] = { "get", "cancel", "play" };

  /* What the player wants of the pack, which each comes with. */
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] =
      g_signal_new (names[i], BYL_TYPE_CATALOGUE_ROW, G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_CATALOGUE_ENTRY);
}

static void
byl_catalogue_row_class_init (BylCatalogueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_catalogue_row_dispose;

  install_signals ();

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-catalogue-row.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, title);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, update);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, get);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, play);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, summary);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, writers);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, facts);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, requirement);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, license);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, links);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, source);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, source_title);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, origin);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, getting);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, progress_text);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, progress);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, cancel);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, error);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueRow, try_again);
  gtk_widget_class_bind_template_callback (widget_class, get_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
}

static void
byl_catalogue_row_init (BylCatalogueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_catalogue_row_new:
 *
 * Returns: (transfer floating): a row that shows no pack yet
 */
GtkWidget *
byl_catalogue_row_new (void)
{
  return g_object_new (BYL_TYPE_CATALOGUE_ROW, NULL);
}

/**
 * byl_catalogue_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the pack shown
 */
BylCatalogueEntry *
byl_catalogue_row_get_entry (BylCatalogueRow *self)
{
  return self->entry;
}

/* A list may come from anywhere: only what a browser opens is made a link. */
static void
show_source (BylCatalogueRow *self)
{
  const char *title = byl_catalogue_entry_get_source_title (self->entry);
  const char *address = byl_catalogue_entry_get_source_address (self->entry);
  g_autoptr(GUri) uri = address != NULL ? byl_web_address_parse (address, NULL) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->source, uri != NULL);

  if (uri == NULL)
    return;

  if (title == NULL)
    title = g_uri_get_host (uri);

  /* Translators: on a link; %s is the title of a data set. */
  text = g_strdup_printf (_("Source: %s"), title);
  gtk_link_button_set_uri (GTK_LINK_BUTTON (self->source), address);
  gtk_label_set_label (self->source_title, text);
}

/**
 * byl_catalogue_row_set_entry:
 * @self: a row
 * @entry: (nullable): the pack to show
 *
 * The signals `get`, `cancel` and `play` come with the pack when its buttons are pressed.
 */
void
byl_catalogue_row_set_entry (BylCatalogueRow   *self,
                             BylCatalogueEntry *entry)
{
  g_autofree char *writers = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *license = NULL;
  g_autofree char *origin = NULL;

  if (self->entry == entry)
    return;

  forget_entry (self);

  if (entry == NULL)
    return;

  self->entry = g_object_ref (entry);
  writers = byl_catalogue_words_dup_writers (entry);
  facts = byl_catalogue_words_dup_facts (entry);
  license = byl_catalogue_words_dup_license (entry);
  origin = byl_catalogue_words_dup_origin (entry);
  gtk_label_set_label (self->title, byl_catalogue_entry_get_title (entry));
  set_text (self->summary, byl_catalogue_entry_get_summary (entry));
  set_text (self->writers, writers);
  set_text (self->facts, facts);
  set_text (self->requirement, byl_catalogue_entry_get_requirement (entry));
  set_text (self->license, license);
  set_text (self->origin, origin);
  show_source (self);
  gtk_widget_set_visible (self->links, gtk_widget_get_visible (self->source) || origin != NULL);
  name_all (self, byl_catalogue_entry_get_title (entry));
  g_signal_connect_object (entry, "notify::state", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::pack", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::error", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::bytes-done", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::progress", G_CALLBACK (update_progress), self,
                           G_CONNECT_SWAPPED);
  update_state (self);
}
