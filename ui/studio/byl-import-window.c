/* byl-import-window.c: what an import will do, before it does it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-window.h"

#include "byl-import-about.h"
#include "byl-import-saving.h"
#include "byl-import-writers.h"
#include "byl-page-stack.h"
#include "byl-text-box.h"

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
  BylImportAbout      *about;
  BylImportWriters    *writers;
  AdwPreferencesGroup *dropped;
  GtkWidget           *sentences;   /* (nullable): what stands in the group; not owned */

  BylLibrary          *library;
  GPtrArray           *sources;     /* (element-type BylImportSource) */
  BylImportResult     *result;      /* (nullable): of the choice that is shown */
  char                *trouble;     /* (nullable): what the best recipe said */
  GCancellable        *cancellable; /* of what is being done */
  guint                pulse;       /* source; 0 = none */
  guint                count;       /* likewise: counts again soon */
  gboolean             offered;     /* some recipe has made something of the files */
  gboolean             chosen;      /* the player has been asked about the writers */
  gboolean             importing;   /* Import has been pressed */
};

enum { IMPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylImportWindow, byl_import_window, ADW_TYPE_WINDOW)

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

  byl_page_stack_show (self->states, gtk_stack_get_child_by_name (self->states, name));

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

static gboolean
can_import (BylImportWindow *self)
{
  return byl_import_writers_get_n (self->writers) >= LEAST_WRITERS;
}

static void
show_offer (BylImportWindow *self)
{
  byl_import_about_set_result (self->about, self->result);
  show_sentences (self);

  if (!self->chosen)
    byl_import_writers_set_found (self->writers, self->result->writers);

  self->offered = TRUE;
  self->chosen = TRUE;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->writers), NULL);
  gtk_widget_set_sensitive (self->import, can_import (self) && self->result->n_questions > 0);
  show_state (self, "offer");
}

/* What is under way does not hold the window, which would outlive its parent: it is given up when
 * the window goes, and what is given up ends in nothing but that error. */
static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BylImportWindow *self = user_data;
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
                                 self);
}

/* Where several recipes know the files, one that makes something of them is enough: a look at the
 * beginning of a table does not tell what its columns are. A choice of writers that leaves nothing
 * is told where the choice is made. */
static void
show_error (BylImportWindow *self,
            const char      *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  if (self->trouble == NULL)
    self->trouble = g_strdup (sentence);

  if (!self->chosen && byl_import_about_try_next_recipe (self->about))
    return;

  if (!self->offered)
    {
      show_failure (self, self->trouble);
      return;
    }

  if (!self->chosen)
    byl_import_writers_set_found (self->writers, NULL);

  byl_import_about_set_counts (self->about, "0");
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
  BylImportWindow *self = user_data;
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
  byl_import_run_async (byl_import_about_get_recipe (self->about), self->sources,
                        (const char * const *) names, self->cancellable, run_cb, self);
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
  byl_import_about_set_counts (self->about, enough ? "…" : "–");

  if (enough)
    self->count = g_timeout_add (COUNT_MILLISECONDS, count_cb, self);
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
  g_free (self->trouble);
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
  g_type_ensure (BYL_TYPE_IMPORT_ABOUT);
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
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, writers);
  gtk_widget_class_bind_template_child (widget_class, BylImportWindow, dropped);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, start);
  gtk_widget_class_bind_template_callback (widget_class, writers_cb);
}

static void
byl_import_window_init (BylImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  byl_import_about_set_offer (self->about, offer);
  start (self);

  return GTK_WINDOW (self);
}
