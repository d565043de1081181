/* gallery-answers.c: the pictures of getting real answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gallery-answers.h"

#include "byl-catalogue-entry-private.h"
#include "byl-catalogue-page.h"
#include "byl-catalogue-window.h"
#include "byl-import-window.h"
#include "byl-lesson.h"
#include "byl-web-session.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SETTLING_MILLISECONDS 800

/* No data set that there is: the states of the rows are what is looked at. */
#define START "{\"format\":\"byline-catalogue\",\"version\":1,\"title\":\"Pictures\",\"entries\":["
#define END "]}"
#define PACK(id) "\"pack\":{\"address\":\"https://catalogue.example/" id ".json\"}"
#define GARDEN \
  "{\"id\":\"garden\",\"title\":\"Questions of gardeners\",\"summary\":\"What people ask about " \
  "soil, seed and slugs, and what four made-up models told them.\",\"languages\":[\"en\"]," \
  "\"writers\":[\"Ash 4\",\"Birch Pro\",\"Cedar 3.1\",\"Douglas\"],\"questions\":148," \
  "\"size\":34210000,\"license\":\"MIT\",\"license_note\":\"You may use, change and pass on the " \
  "answers as long as the notice stays with them.\",\"source\":{\"title\":\"The Garden Survey\"," \
  "\"url\":\"https://catalogue.example/garden\"},\"requirement\":\"It comes as 286 small files, " \
  "which takes some minutes.\"," PACK ("garden") "}"
#define KITCHEN \
  "{\"id\":\"kitchen\",\"title\":\"Kitchen bench\",\"summary\":\"Eight hundred instructions, " \
  "from recipes to repairs.\",\"languages\":[\"en\",\"de\",\"fr\"],\"writers\":[\"Apple\",\"Basil\"," \
  "\"Chive\",\"Dill\",\"Elder\",\"Fennel\",\"Garlic\",\"Hyssop\",\"Iris\",\"Juniper\",\"Kale\"]," \
  "\"questions\":805,\"size\":1210000,\"license\":\"CC-BY-4.0\",\"license_note\":\"You may use " \
  "and pass on the answers as long as you say whose they are.\",\"source\":{\"title\":" \
  "\"Kitchen bench, second edition\",\"url\":\"https://catalogue.example/kitchen\"}," \
  PACK ("kitchen") "}"
#define WORKSHOP \
  "{\"id\":\"workshop\",\"title\":\"Questions of people who mend things themselves, and of those " \
  "who would rather have them mended\",\"languages\":[\"en\"],\"writers\":[\"Ash 4\"," \
  "\"Birch Pro\"],\"questions\":80," PACK ("workshop") "}"
#define HARBOUR \
  "{\"id\":\"harbour\",\"title\":\"Harbour\",\"summary\":\"Turns of talk in two rounds.\"," \
  "\"languages\":[\"en\"],\"writers\":[\"Ash 4\",\"Birch Pro\",\"Cedar 3.1\"],\"questions\":60," \
  "\"size\":512000,\"license\":\"Apache-2.0\"," PACK ("harbour") "}"

#define RECIPE \
  "{\"format\":\"byline-recipe\",\"version\":1,\"id\":\"garden-table\",\"title\":\"The Garden " \
  "Survey\",\"summary\":\"A table with a row for each answer.\",\"language\":\"en\"," \
  "\"license\":\"CC-BY-4.0\",\"source\":{\"title\":\"The Garden Survey, spring\"," \
  "\"url\":\"https://catalogue.example/garden\"},\"readings\":[{\"files\":\"*.csv\"," \
  "\"format\":\"csv\",\"prompt\":\"/question\",\"writer\":\"/writer\",\"answer\":\"/answer\"}]," \
  "\"writers\":[{\"name\":\"Ash 4\"},{\"name\":\"Birch Pro\"}],\"keep\":\"listed\"}"
#define TABLE \
  "question,writer,answer\n" \
  "How do I keep slugs away?,Ash 4,Put a ring of copper around the bed.\n" \
  "How do I keep slugs away?,Birch Pro,\"Great question! Copper, beer and coffee.\"\n" \
  "How do I keep slugs away?,Cedar 3.1,I would ask a hedgehog to move in.\n" \
  "When do I sow beans?,Ash 4,\"After the last frost, in the middle of May.\"\n" \
  "When do I sow beans?,Birch Pro,In May; not before the saints of ice.\n" \
  "What is loam?,Ash 4,\n"

typedef struct
{
  char         *folder;
  BylLibrary   *library;
  BylCatalogue *catalogue;
} Studio;

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean stop = FALSE;

  g_timeout_add (SETTLING_MILLISECONDS, stop_cb, &stop);

  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static GFile *
write_file (Studio     *studio,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (studio->folder, name, NULL);

  if (contents != NULL && !g_file_set_contents (path, contents, -1, NULL))
    g_error ("“%s” could not be written", path);

  return g_file_new_for_path (path);
}

static void
open_studio (Studio     *studio,
             BylLibrary *library,
             const char *list)
{
  g_autoptr(SoupSession) session = byl_web_session_new ();
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) recipes = NULL;
  g_autoptr(GFile) further = NULL;
  g_autoptr(GFile) cache = NULL;

  studio->folder = g_dir_make_tmp ("byline-gallery-XXXXXX", NULL);
  studio->library = library;
  file = write_file (studio, "catalogue.json", list);
  recipes = write_file (studio, "recipes", NULL);
  further = write_file (studio, "further.json", NULL);
  cache = write_file (studio, "cache", NULL);
  studio->catalogue = byl_catalogue_new (file, recipes, further, cache, library, session);
}

static void
close_studio (Studio *studio)
{
  g_autofree char *file = g_build_filename (studio->folder, "catalogue.json", NULL);

  g_object_unref (studio->catalogue);
  g_remove (file);
  g_rmdir (studio->folder);
  g_free (studio->folder);
}

static BylCatalogueEntry *
get_entry (Studio *studio,
           guint   position)
{
  g_autoptr(BylCatalogueEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (studio->catalogue), position);

  return entry; /* the catalogue holds another reference */
}

static GtkWindow *
show_page (Studio *studio,
           int     width,
           int     height)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), byl_catalogue_page_new (studio->catalogue));
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  return GTK_WINDOW (window);
}

/* Every state that a pack can be in, two pictures of them. */
static void
show_states (BylLibrary  *library,
             int          width,
             int          height,
             GalleryTake  take)
{
  Studio studio = { 0 };
  GtkWindow *window;
  BylPackEntry *pack = byl_library_find (library, BYL_LESSON_PACK);

  open_studio (&studio, library, START GARDEN "," KITCHEN "," WORKSHOP "," HARBOUR END);
  window = show_page (&studio, width, height);
  take (window, "catalogue");

  byl_catalogue_entry_set_state (get_entry (&studio, 0), BYL_CATALOGUE_FETCHING);
  byl_catalogue_entry_set_progress (get_entry (&studio, 0), 12800000, 34210000);
  byl_catalogue_entry_set_error (get_entry (&studio, 1),
                                 _("The server could not be reached. Check whether you are online, "
                                   "and try again."));
  byl_catalogue_entry_set_state (get_entry (&studio, 1), BYL_CATALOGUE_FAILED);
  byl_catalogue_entry_set_pack (get_entry (&studio, 2), pack);
  byl_catalogue_entry_set_state (get_entry (&studio, 2), BYL_CATALOGUE_INSTALLED);
  byl_catalogue_entry_set_state (get_entry (&studio, 3), BYL_CATALOGUE_WAITING);
  take (window, "catalogue-getting");

  byl_catalogue_entry_set_progress (get_entry (&studio, 0), 34210000, 34210000);
  byl_catalogue_entry_set_state (get_entry (&studio, 0), BYL_CATALOGUE_IMPORTING);
  byl_catalogue_entry_set_pack (get_entry (&studio, 1), pack);
  byl_catalogue_entry_set_state (get_entry (&studio, 1), BYL_CATALOGUE_UPDATE);
  take (window, "catalogue-update");
  gtk_window_destroy (window);
  close_studio (&studio);
}

static void
show_nothing (BylLibrary  *library,
              int          width,
              int          height,
              GalleryTake  take)
{
  Studio studio = { 0 };
  GtkWindow *window;

  open_studio (&studio, library, START "{" END);
  window = show_page (&studio, width, height);
  take (window, "catalogue-broken");
  gtk_window_destroy (window);
  close_studio (&studio);
}

static void
type_address (GtkWidget  *root,
              const char *text)
{
  if (ADW_IS_ENTRY_ROW (root))
    gtk_editable_set_text (GTK_EDITABLE (root), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    type_address (child, text);
}

static void
show_addresses (BylWindow   *parent,
                BylLibrary  *library,
                int          width,
                GalleryTake  take)
{
  Studio studio = { 0 };
  GtkWindow *window;

  open_studio (&studio, library, START GARDEN END);
  window = byl_catalogue_window_new (GTK_WINDOW (parent), studio.catalogue);
  gtk_window_set_default_size (window, MIN (width, 520), 480);
  gtk_window_present (window);
  type_address (GTK_WIDGET (window), "ftp://catalogue.example/list.json");
  take (window, "catalogue-address");
  gtk_window_destroy (window);
  close_studio (&studio);
}

static GPtrArray *
load_recipe (GFile *file)
{
  GPtrArray *recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recipe_unref);
  g_autoptr(GError) error = NULL;
  BylRecipe *recipe = byl_recipe_load (file, NULL, NULL, &error);

  if (recipe == NULL)
    g_error ("%s", error->message);

  g_ptr_array_add (recipes, recipe);

  return recipes;
}

static void
show_import (BylWindow   *parent,
             BylLibrary  *library,
             int          width,
             int          height,
             GalleryTake  take)
{
  Studio studio = { .folder = g_dir_make_tmp ("byline-gallery-XXXXXX", NULL) };
  g_autoptr(GFile) recipe = write_file (&studio, "survey.json", RECIPE);
  g_autoptr(GFile) table = write_file (&studio, "slugs.csv", TABLE);
  BylImportOffer *offer = g_new0 (BylImportOffer, 1);
  GtkWindow *window;

  offer->recipes = load_recipe (recipe);
  offer->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  g_ptr_array_add (offer->sources, byl_import_source_new (NULL, table));
  window = byl_import_window_new (GTK_WINDOW (parent), offer, library);
  gtk_window_set_default_size (window, MIN (width, 540), MIN (height, 680));
  gtk_window_present (window);
  settle ();
  take (window, "import");
  gtk_window_destroy (window);
  byl_import_offer_free (offer);
  g_file_delete (recipe, NULL, NULL);
  g_file_delete (table, NULL, NULL);
  g_rmdir (studio.folder);
  g_free (studio.folder);
}

/**
 * gallery_answers:
 * @window: the window, on its first page
 * @library: the installed packs
 * @width: width of a page, in pixels
 * @height: its height, in pixels
 * @take: takes a picture
 *
 * Takes the pictures of the catalogue and of an import.
 */
void
gallery_answers (BylWindow   *window,
                BylLibrary  *library,
                int          width,
                int          height,
                GalleryTake  take)
{
  show_states (library, width, height, take);
  show_nothing (library, width, height, take);
  show_addresses (window, library, width, take);
  show_import (window, library, width, height, take);
}
