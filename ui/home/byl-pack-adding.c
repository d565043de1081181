/* byl-pack-adding.c: choosing packs to install, and refusing bad ones
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-adding.h"

#include "byl-error.h"
#include "byl-import-window.h"
#include "byl-places.h"
#include "byl-problem.h"
#include "byl-problems-window.h"
#include "byl-ready-toast.h"

#include <glib/gi18n.h>

/* Files on their way into the library. */
typedef struct
{
  BylHomePage  *page;
  BylLibrary   *library;
  GCancellable *cancellable; /* (nullable) */
  GPtrArray    *refusals;    /* (element-type Refusal): files that are no packs */
  guint         n_pending;   /* files of which it is not known yet */
} Adding;

/* A file that may be a data set that a recipe knows. */
typedef struct
{
  GFile     *file;
  GError    *error;
  GPtrArray *problems; /* (nullable) */
} Refusal;

/* Which file of an adding an answer is about. */
typedef struct
{
  Adding *adding;
  GFile  *file;
} Question;

static void
free_refusal (gpointer data)
{
  Refusal *refusal = data;

  g_object_unref (refusal->file);
  g_error_free (refusal->error);
  g_clear_pointer (&refusal->problems, g_ptr_array_unref);
  g_free (refusal);
}

static void
clear_adding (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->page);
  g_object_unref (adding->library);
  g_clear_object (&adding->cancellable);
  g_ptr_array_unref (adding->refusals);
}

static void
release_adding (Adding *adding)
{
  g_rc_box_release_full (adding, clear_adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, release_adding)

static void
free_question (Question *question)
{
  release_adding (question->adding);
  g_object_unref (question->file);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static GtkWindow *
get_window (Adding *adding)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (adding->page)));
}

static void
refuse (Adding     *adding,
        GFile      *file,
        const char *sentence,
        GPtrArray  *problems)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  byl_problems_window_present (get_window (adding), shown, sentence, problems);
}

static void
say_ready (BylHomePage  *page,
           BylPackEntry *pack)
{
  byl_home_page_add_toast (page, byl_ready_toast_new (page, pack));
}

/* A file whose name says that it is a pack was meant as one. */
static gboolean
is_meant_as_pack (const Refusal *refusal)
{
  g_autofree char *name = g_file_get_basename (refusal->file);

  return g_error_matches (refusal->error, BYL_ERROR, BYL_ERROR_SYNTAX)
         && (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".bylinepack"));
}

/* What to do about a file that is neither a pack nor known to a recipe. */
static char *
describe_unknown (const Refusal *refusal)
{
  g_autofree char *name = g_file_get_basename (refusal->file);
  const BylProblem *problem =
    refusal->problems != NULL && refusal->problems->len > 0 ? refusal->problems->pdata[0] : NULL;

  if (g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv"))
    /* Translators: prompt, writer and answer are names of columns, and stay as they are. */
    return g_strdup (_("No answers are found in this table. It needs a row for each answer, with "
                       "columns called prompt, writer and answer."));

  /* JSON that says what it is has been told so. */
  if (is_meant_as_pack (refusal)
      || (problem != NULL && g_strcmp0 (problem->pointer, "/format") == 0))
    return g_strdup (refusal->error->message);

  /* Translators: %s are sentences that say why a file is no pack. */
  return g_strdup_printf (_("%s No recipe of Byline’s knows it as a data set, either."),
                          refusal->error->message);
}

static void
refuse_unknown (Adding *adding,
                GFile  *file)
{
  for (guint i = 0; i < adding->refusals->len; i++)
    {
      const Refusal *refusal = adding->refusals->pdata[i];
      g_autofree char *sentence = NULL;

      if (!g_file_equal (refusal->file, file))
        continue;

      sentence = describe_unknown (refusal);
      refuse (adding, file, sentence, refusal->problems);
      return;
    }
}

static void
offer_import (Adding         *adding,
              BylImportOffer *offer)
{
  GtkWindow *window = byl_import_window_new (get_window (adding), offer, adding->library);

  g_signal_connect_object (window, "imported", G_CALLBACK (say_ready), adding->page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
find_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  g_autoptr(GPtrArray) unknown = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) offers = byl_import_finding_start_finish (result, &unknown, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without recipes the files are what they are: no packs. */
  for (guint i = 0; offers == NULL && i < adding->refusals->len; i++)
    {
      const Refusal *refusal = adding->refusals->pdata[i];

      refuse (adding, refusal->file, refusal->error->message, refusal->problems);
    }

  for (guint i = 0; offers != NULL && i < unknown->len; i++)
    refuse_unknown (adding, unknown->pdata[i]);

  for (guint i = 0; offers != NULL && i < offers->len; i++)
    offer_import (adding, offers->pdata[i]);
}

/* The files of a data set are looked at together, when it is known of all what they are not. */
static void
find_recipes (Adding *adding)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "recipes", NULL);
  g_autoptr(GFile) recipes = g_file_new_for_path (path);
  g_autoptr(GPtrArray) files = g_ptr_array_new ();

  for (guint i = 0; i < adding->refusals->len; i++)
    g_ptr_array_add (files, ((Refusal *) adding->refusals->pdata[i])->file);

  byl_import_finding_start_async (recipes, files, adding->cancellable, find_cb,
                                  g_rc_box_acquire (adding));
}

static gboolean
may_be_data_set (const GError *error)
{
  return g_error_matches (error, BYL_ERROR, BYL_ERROR_SYNTAX)
         || g_error_matches (error, BYL_ERROR, BYL_ERROR_FORMAT)
         || g_error_matches (error, BYL_ERROR, BYL_ERROR_SIZE);
}

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  Adding *adding = question->adding;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry =
    byl_library_add_finish (BYL_LIBRARY (source), result, &problems, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  adding->n_pending--;

  if (entry != NULL)
    say_ready (adding->page, entry);
  else if (may_be_data_set (error))
    {
      Refusal *refusal = g_new0 (Refusal, 1);

      refusal->file = g_object_ref (question->file);
      refusal->error = g_steal_pointer (&error);
      refusal->problems = g_steal_pointer (&problems);
      g_ptr_array_add (adding->refusals, refusal);
    }
  else
    refuse (adding, question->file, error->message, problems);

  if (adding->n_pending == 0 && adding->refusals->len > 0)
    find_recipes (adding);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             BylHomePage     *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      byl_home_page_add_files (page, files);
    }

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char          **suffixes)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);

  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);

  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/**
 * byl_pack_adding_start:
 * @page: the page that says how it went
 * @library: the library to add to
 * @files: a list of #GFile
 * @cancellable: (nullable): stops the adding
 *
 * Adds packs to the library. Files that are no packs, but that a recipe knows, can be imported in a
 * window that opens; what is wrong with others is shown in a window of its own.
 */
void
byl_pack_adding_start (BylHomePage  *page,
                       BylLibrary   *library,
                       GListModel   *files,
                       GCancellable *cancellable)
{
  g_autoptr(Adding) adding = g_rc_box_new0 (Adding);

  adding->page = g_object_ref (page);
  adding->library = g_object_ref (library);
  adding->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  adding->refusals = g_ptr_array_new_with_free_func (free_refusal);
  adding->n_pending = g_list_model_get_n_items (files);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      Question *question = g_new0 (Question, 1);

      question->adding = g_rc_box_acquire (adding);
      question->file = g_list_model_get_item (files, i);
      byl_library_add_async (library, question->file, cancellable, add_cb, question);
    }
}

/**
 * byl_pack_adding_choose:
 * @page: the page that adds what is chosen
 *
 * Lets the player choose packs to add.
 */
void
byl_pack_adding_choose (BylHomePage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Add Packs"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Add"), NULL);
  const char *known[] = { "json", "bylinepack", "jsonl", "csv", "tsv", "gz", "xz", "zip", "tar",
                          "tgz", NULL };
  const char *all[] = { NULL };

  add_filter (chooser, _("Packs and published answers"), known);
  add_filter (chooser, _("All files"), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
