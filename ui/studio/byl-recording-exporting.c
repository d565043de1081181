/* byl-recording-exporting.c: choosing where a recorded pack is written to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-exporting.h"

#include <glib/gi18n.h>

#define SUFFIX     ".bylinepack"
#define MAX_LENGTH 60 /* characters of a title in a file's name */

typedef struct
{
  BylRecording       *recording;
  BylRecordingChosen  chosen;
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  g_object_unref (exporting->recording);
  g_free (exporting);
}

static void
response_cb (GtkNativeDialog *chooser,
             int              response,
             GtkWidget       *page)
{
  Exporting *exporting = g_object_get_data (G_OBJECT (chooser), "exporting");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      exporting->chosen (page, exporting->recording, file);
    }

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/**
 * byl_recording_exporting_dup_name:
 * @title: the title of a pack
 *
 * Returns: (transfer full): a name for its file that every system takes: the title without what
 *   stands for folders, drives and patterns
 */
char *
byl_recording_exporting_dup_name (const char *title)
{
  g_autoptr(GString) name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = title; *p != '\0' && n < MAX_LENGTH; p = g_utf8_next_char (p), n++)
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_iscntrl (letter) || (letter < 0x80 && strchr ("/\\:*?\"<>|", (int) letter)))
        g_string_append_c (name, '-');
      else
        g_string_append_unichar (name, letter);
    }

  g_strstrip (name->str);
  name->len = strlen (name->str);

  /* A name that begins with a point would not be seen. */
  if (name->str[0] == '.')
    name->str[0] = '-';
  if (name->len == 0)
    g_string_append (name, "pack");

  g_string_append (name, SUFFIX);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * byl_recording_exporting_choose:
 * @page: the page that asks
 * @recording: a recording
 * @chosen: called when a file has been chosen
 *
 * Lets somebody choose where a pack is written to.
 */
void
byl_recording_exporting_choose (GtkWidget          *page,
                                BylRecording       *recording,
                                BylRecordingChosen  chosen)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Export the Pack"), window, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _("_Export"), NULL);
  g_autofree char *name = byl_recording_exporting_dup_name (byl_recording_get_title (recording));
  Exporting *exporting = g_new0 (Exporting, 1);

  exporting->recording = g_object_ref (recording);
  exporting->chosen = chosen;
  g_object_set_data_full (G_OBJECT (chooser), "exporting", exporting,
                          (GDestroyNotify) free_exporting);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
