/* byl-question-file.c: choosing a file of questions, and reading its text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-file.h"

#include "byl-error.h"
#include "byl-load.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES (1024 * 1024) /* what a text view shows without a hitch */

typedef void (*Chosen) (GtkWidget *page,
                        GFile     *file);

/* A byte order mark is no part of the first question. */
static char *
read_text (GBytes  *bytes,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }

  if (size > 0 && g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);

  g_set_error (error, BYL_ERROR, BYL_ERROR_READ, "%s",
               _("The file has no text in UTF-8. Save it as UTF-8, and open it again."));

  return NULL;
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr(GBytes) bytes = byl_load_file (source_object, MAX_BYTES, cancellable, &error);
  char *text = bytes != NULL ? read_text (bytes, &error) : NULL;

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             GtkWidget       *page)
{
  Chosen chosen = (Chosen) g_object_get_data (G_OBJECT (chooser), "chosen");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      chosen (page, file);
    }

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  const char *suffixes[] = { "txt", "md", "csv", "tsv", "json", "jsonl", "ndjson" };
  g_autoptr(GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _("Lines of text, CSV or JSON lines"));
  gtk_file_filter_add_mime_type (texts, "text/*");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (texts, suffixes[i]);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, texts);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * byl_question_file_choose:
 * @page: the page that asks
 * @chosen: (type gpointer): called with the page and the #GFile that was chosen, if any
 *
 * Lets somebody choose a file of questions.
 */
void
byl_question_file_choose (GtkWidget *page,
                          GCallback  chosen)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Open Questions"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Open"), NULL);

  add_filters (GTK_FILE_CHOOSER (chooser));
  g_object_set_data (G_OBJECT (chooser), "chosen", (gpointer) chosen);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * byl_question_file_load_async:
 * @file: a file, plain or gzip, of up to 1 MiB
 * @cancellable: (nullable): stops the reading
 * @callback: called when the text is there
 * @user_data: data for @callback
 *
 * Reads a file in a thread.
 */
void
byl_question_file_load_async (GFile               *file,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_question_file_load_async);
  g_task_run_in_thread (task, load_thread);
}

/**
 * byl_question_file_load_finish:
 * @file: the file
 * @result: the result
 * @error: return location for an error
 *
 * The error is that of byl_load_file(), or BYL_ERROR_READ where the file is empty or no text.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, or %NULL with the error set
 */
char *
byl_question_file_load_finish (GFile         *file,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
