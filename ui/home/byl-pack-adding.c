/* byl-pack-adding.c: choosing packs to install, and refusing bad ones
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-adding.h"

#include "byl-problems-window.h"

#include <glib/gi18n.h>

/* A file on its way into the library. */
typedef struct
{
  BylHomePage *page;
  GFile       *file;
} Adding;

static void
free_adding (Adding *adding)
{
  g_object_unref (adding->page);
  g_object_unref (adding->file);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, free_adding)

static void
refuse (Adding     *adding,
        const char *sentence,
        GPtrArray  *problems)
{
  g_autofree char *name = g_file_get_basename (adding->file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (adding->page));

  byl_problems_window_present (GTK_WINDOW (root), name, sentence, problems);
}

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry =
    byl_library_add_finish (BYL_LIBRARY (source), result, &problems, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (entry == NULL)
    {
      refuse (adding, error->message, problems);
      return;
    }

  /* Translators: %s is the title of a pack. */
  sentence = g_strdup_printf (_("“%s” is ready to play"), byl_pack_entry_get_title (entry));
  byl_home_page_say (adding->page, sentence);
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

/**
 * byl_pack_adding_start:
 * @page: the page that says how it went
 * @library: the library to add to
 * @files: a list of #GFile
 * @cancellable: (nullable): stops the adding
 *
 * Adds packs to the library. What is wrong with a file is shown in a window of its own.
 */
void
byl_pack_adding_start (BylHomePage  *page,
                       BylLibrary   *library,
                       GListModel   *files,
                       GCancellable *cancellable)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      Adding *adding = g_new0 (Adding, 1);

      adding->page = g_object_ref (page);
      adding->file = g_list_model_get_item (files, i);
      byl_library_add_async (library, adding->file, cancellable, add_cb, adding);
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
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Answer packs"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_filter_add_suffix (filter, "bylinepack");
  gtk_file_filter_add_suffix (filter, "gz");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (response_cb), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
