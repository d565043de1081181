/* byl-import-window.c: what an import will do, before it does it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-window.h"

#include "byl-import-saving.h"
#include "byl-import-writers.h"
#include "byl-text-box.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>

#define PULSE_MILLISECONDS  100
#define COUNT_MILLISECONDS  300 /* after the last switch: who chooses presses several of them */
#define LEAST_WRITERS       2

struct _BylImportWindow
{
  AdwWindow            parent_instance;
  GtkWidget           *import;
  GtkStack            *states;
  GtkLabel            *busy_text;
  GtkProgressBar      *progress;
  AdwStatusPage       *failed;
  AdwPreferencesGroup *about;
  AdwComboRow         *recipe;
  AdwActionRow        *files;
  GtkLabel            *questions;
  GtkLabel            *answers;
  AdwActionRow        *source;
  GtkWidget           *source_mark;
  AdwActionRow        *license;
  BylImportWriters    *writers;
  AdwPreferencesGroup *dropped;
  GtkWidget           *sentences;   /* (nullable): what stands in the group; not owned */

  BylLibrary          *library;
  GPtrArray           *recipes;     /* (element-type BylRecipe) */
  GPtrArray           *sources;     /* (element-type BylImportSource) */
  BylImportResult     *result;      /* (nullable): of the choice that is shown */
  GCancellable        *cancellable; /* of what is being done */
  guint                pulse;       /* source; 0 = none */
  guint                count;       /* likewise: counts again soon */
  gboolean             chosen;      /* the player has been asked about the writers */
  gboolean             importing;   /* Import has been pressed */
};

enum { IMPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylImportWindow, byl_import_window, ADW_TYPE_WINDOW)

static BylRecipe *
get_recipe (BylImportWindow *self)
{
  return self->recipes->pdata[MIN (adw_combo_row_get_selected (self->recipe),
                                   self->recipes->len - 1)];
}

static gboolean
pulse_cb (gpointer user_data)
{
  BylImportWindow *self = user_data;

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static void
show_state (BylImportWindow *self,
            const char      *name)
{
  gboolean busy = g_str_equal (name, "busy");

  gtk_stack_set_visible_child_name (self->states, name);

  if (busy && self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
  else if (!busy)
    g_clear_handle_id (&self->pulse, g_source_remove);
}

static void
show_busy (BylImportWindow *self,
           const char      *sentence)
{
  gtk_label_set_label (self->busy_text, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  show_state (self, "busy");
}

static void
show_failure (BylImportWindow *self,
              const char      *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failed, escaped);
  gtk_widget_set_sensitive (self->import, FALSE);
  show_state (self, "failed");
}

static void
show_license (BylImportWindow *self)
{
  const char *license = byl_recipe_get_license (get_recipe (self));
  g_autofree char *escaped = license != NULL ? g_markup_escape_text (license, -1) : NULL;

  adw_action_row_set_subtitle (self->license,
                               escaped != NULL ? escaped
                                               : _("Not said. Ask whose answers these are before "
                                                   "you share the pack."));
}

static void
show_source (BylImportWindow *self)
{
  const char *title = byl_recipe_get_source_title (get_recipe (self));
  const char *address = byl_recipe_get_source_address (get_recipe (self));
  g_autoptr(GUri) uri = address != NULL ? byl_web_address_parse (address, NULL) : NULL;
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);

  gtk_widget_set_visible (GTK_WIDGET (self->source), title != NULL);
  adw_action_row_set_subtitle (self->source, escaped);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->source), uri != NULL);
  gtk_widget_set_visible (self->source_mark, uri != NULL);
}

static void
source_cb (BylImportWindow *self)
{
  gtk_show_uri (GTK_WINDOW (self), byl_recipe_get_source_address (get_recipe (self)),
                GDK_CURRENT_TIME);
}

static void
show_sentences (BylImportWindow *self)
{
  g_auto(GStrv) sentences = byl_import_result_dup_sentences (self->result);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (self->sentences != NULL)
    adw_preferences_group_remove (self->dropped, self->sentences);

  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), byl_text_box_new_label (sentences[i], NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->dropped),
                          gtk_widget_get_first_child (box) != NULL);
  self->sentences = box;
  adw_preferences_group_add (self->dropped, box);
}

static void
show_counts (BylImportWindow *self)
{
  g_autofree char *questions = g_strdup_printf ("%u", self->result->n_questions);
  g_autofree char *answers = g_strdup_printf ("%u", self->result->n_answers);

  gtk_label_set_label (self->questions, questions);
  gtk_label_set_label (self->answers, answers);
  show_sentences (self);
}

static void
show_title (BylImportWindow *self)
{
  const char *name = byl_recipe_get_title (get_recipe (self));
  const char *summary = byl_recipe_get_summary (get_recipe (self));
  g_autofree char *title = g_markup_escape_text (self->result->title, -1);
  g_autofree char *description = g_markup_escape_text (summary != NULL ? summary : "", -1);

  adw_preferences_group_set_title (self->about, title);
  adw_preferences_group_set_description (self->about, description);
  /* A data set is called as its recipe is; a table is not. */
  gtk_widget_set_visible (GTK_WIDGET (self->recipe),
                          self->recipes->len > 1 || !g_str_equal (self->result->title, name));
}

static gboolean
can_import (BylImportWindow *self)
{
  return byl_import_writers_get_n (self->writers) >= LEAST_WRITERS;
}

static void
show_offer (BylImportWindow *self)
{
  show_title (self);
  show_source (self);
  show_license (self);
  show_counts (self);

  if (!self->chosen)
    byl_import_writers_set_found (self->writers, self->result->writers);

  self->chosen = TRUE;
  gtk_widget_set_sensitive (self->import, can_import (self) && self->result->n_questions > 0);
  show_state (self, "offer");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylImportWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry =
    byl_import_saving_start_finish (BYL_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (entry == NULL)
    {
      show_failure (self, error->message);
      return;
    }

  g_signal_emit (self, signals[IMPORTED], 0, entry);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (BylImportWindow *self)
{
  show_busy (self, _("Installing the pack…"));
  byl_import_saving_start_async (self->library, self->result->pack, self->cancellable, saved_cb,
                                 g_object_ref (self));
}

/* A choice of writers that leaves nothing is told where the choice is made. */
static void
show_error (BylImportWindow *self,
            const char      *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (!self->chosen)
    {
      show_failure (self, sentence);
      return;
    }

  gtk_label_set_label (self->questions, "0");
  gtk_label_set_label (self->answers, "0");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->writers), escaped);
  gtk_widget_set_sensitive (self->import, FALSE);
  self->importing = FALSE;
  show_state (self, "offer");
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(BylImportWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylImportResult) came = byl_import_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (came == NULL)
    {
      show_error (self, error->message);
      return;
    }

  g_clear_pointer (&self->result, byl_import_result_free);
  self->result = g_steal_pointer (&came);

  if (self->importing)
    save (self);
  else
    show_offer (self);
}

/* Nothing is written: what would be in the pack is counted. */
static void
run (BylImportWindow *self)
{
  g_auto(GStrv) names = self->chosen ? byl_import_writers_dup_names (self->writers) : NULL;

  g_clear_handle_id (&self->count, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->result, byl_import_result_free);
  self->cancellable = g_cancellable_new ();
  byl_import_run_async (get_recipe (self), self->sources, (const char * const *) names,
                        self->cancellable, run_cb, g_object_ref (self));
}

static void
start (BylImportWindow *self)
{
  self->chosen = FALSE;
  gtk_widget_set_sensitive (self->import, FALSE);
  show_busy (self, ngettext ("Looking into the file…", "Looking into the files…",
                             self->sources->len));
  run (self);
}

static gboolean
count_cb (gpointer user_data)
{
  BylImportWindow *self = user_data;

  self->count = 0;
  run (self);

  return G_SOURCE_REMOVE;
}

static void
writers_cb (BylImportWindow *self)
{
  gboolean enough = can_import (self);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->writers),
                                         enough ? NULL
                                                : _("At least two writers have to take part."));
  gtk_widget_set_sensitive (self->import, enough);
  g_clear_handle_id (&self->count, g_source_remove);

  /* What was counted is of another choice. */
  g_clear_pointer (&self->result, byl_import_result_free);
  g_cancellable_cancel (self->cancellable);
  gtk_label_set_label (self->questions, enough ? "…" : "–");
  gtk_label_set_label (self->answers, enough ? "…" : "–");

  if (enough)
    self->count = g_timeout_add (COUNT_MILLISECONDS, count_cb, self);
}

static void
recipe_cb (BylImportWindow *self)
{
  if (self->recipes != NULL)
    start (self);
}

static void
import_cb (BylImportWindow *self)
{
  self->importing = TRUE;
  gtk_widget_set_sensitive (self->import, FALSE);

  if (self->result != NULL)
    {
      save (self);
      return;
    }

  show_busy (self, _("Making the pack…"));
  run (self);
}

static void
byl_import_window_dispose (GObject *object)
{
  BylImportWindow *self = BYL_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_handle_id (&self->count, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (byl_import_window_parent_class)->dispose (object);
}

static void
byl_import_window_finalize (GObject *object)
{
  BylImportWindow *self = BYL_IMPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->result, byl_import_result_free);

  G_OBJECT_CLASS (byl_import_window_parent_class)->finalize (object);
}

static void
byl_import_window_class_init (BylImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_import_window_dispose;
  object_class->finalize = byl_import_window_finalize;
  g_type_ensure (BYL_TYPE_IMPORT_WRITERS);

  /**
   * BylImportWindow::imported:
   * @self: the window
   * @pack: the pack, installed
   *
   * Emitted before the window closes by itself.
   */
  signals[IMPORTED] =
    g_signal_new ("imported", BYL_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_PACK_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, import);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, states);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, busy_text);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, about);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, recipe);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, files);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, source);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, source_mark);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, license);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, writers);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, dropped);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, recipe_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, writers_cb);
}

static void
byl_import_window_init (BylImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The row says which one is chosen as soon as it has a list: then there are no recipes yet. */
static void
list_recipes (BylImportWindow *self,
              GPtrArray       *recipes)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < recipes->len; i++)
    gtk_string_list_append (titles, byl_recipe_get_title (recipes->pdata[i]));

  adw_combo_row_set_model (self->recipe, G_LIST_MODEL (titles));
}

static void
list_files (BylImportWindow      *self,
            const BylImportOffer *offer)
{
  g_autofree char *names = byl_import_offer_dup_names (offer);
  g_autofree char *escaped = g_markup_escape_text (names, -1);

  adw_action_row_set_subtitle (self->files, escaped);
}

/**
 * byl_import_window_new:
 * @parent: (nullable): the window that the files were opened in
 * @offer: files and the recipes that know them
 * @library: where the pack is installed
 *
 * Looks into the files, tells what would become of them, and does it when asked to.
 *
 * Returns: (transfer none): a window that lives until it is closed
 */
GtkWindow *
byl_import_window_new (GtkWindow      *parent,
                       BylImportOffer *offer,
                       BylLibrary     *library)
{
  BylImportWindow *self = g_object_new (BYL_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  self->sources = g_ptr_array_ref (offer->sources);
  list_recipes (self, offer->recipes);
  list_files (self, offer);
  self->recipes = g_ptr_array_ref (offer->recipes);
  start (self);

  return GTK_WINDOW (self);
}
