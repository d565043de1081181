/* bench-get.c: from “Get real answers” to a pack that can be played, with a server on this machine
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-figures.h"
#include "byl-catalogue.h"
#include "byl-dealer.h"
#include "byl-fetch.h"
#include "byl-pack-reader.h"
#include "byl-recipe.h"
#include "byl-web-session.h"
#include "fault-server.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define LIMIT       20000 /* milliseconds */
#define LOOP_LIMIT  16    /* likewise */
#define PATIENCE    120   /* seconds */
#define LARGE       200   /* mebibytes of one large file */

/* In milliseconds, of this thread: what the machine does besides is not the game's. */
static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

/* Lets the server have every file that the recipe wants. */
static void
serve_files (FaultServer *server,
             BylRecipe   *recipe,
             const char  *raw_dir)
{
  for (guint i = 0; i < byl_recipe_get_n_files (recipe); i++)
    {
      const BylRecipeFile *file = byl_recipe_get_file (recipe, i);
      g_autofree char *from = g_build_filename (raw_dir, file->path, NULL);
      g_autofree char *path = g_strconcat ("/", file->path, NULL);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      char *contents;
      gsize length;

      if (!g_file_get_contents (from, &contents, &length, &error))
        g_error ("%s", error->message);

      bytes = g_bytes_new_take (contents, length);
      fault_server_add_file (server, path, bytes, NULL);
    }
}

/* Serves the recipe itself, whose files lie on this server now. */
static BylRecipe *
serve_recipe (FaultServer *server,
              const char  *recipe_path)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *address = fault_server_dup_address (server, "/");
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylRecipe *recipe;
  JsonObject *root;

  if (!json_parser_load_from_file (parser, recipe_path, &error))
    g_error ("%s", error->message);

  root = json_node_get_object (json_parser_get_root (parser));
  json_object_set_string_member (root, "address", address);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  bytes = g_bytes_new (text, strlen (text));
  fault_server_add_file (server, "/recipe.json", bytes, NULL);

  recipe = byl_recipe_read (bytes, NULL, &error);
  if (recipe == NULL)
    g_error ("%s", error->message);

  return recipe;
}

/* A list of this one pack. */
static GFile *
write_catalogue (FaultServer *server,
                 BylRecipe   *recipe,
                 const char  *scratch)
{
  g_autofree char *address = fault_server_dup_address (server, "/recipe.json");
  g_autofree char *path = g_build_filename (scratch, "catalogue.json", NULL);
  g_autofree char *text =
    g_strdup_printf ("{\"format\":\"byline-catalogue\",\"version\":1,\"entries\":[{\"id\":\"%s\","
                     "\"revision\":%u,\"title\":\"Measured\",\"languages\":[\"en\"],"
                     "\"writers\":[\"One\"],\"questions\":1,\"recipe\":{\"address\":\"%s\"}}]}",
                     byl_recipe_get_id (recipe), byl_recipe_get_revision (recipe), address);

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);

  return g_file_new_for_path (path);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!byl_catalogue_load_finish (BYL_CATALOGUE (source), result, &error))
    g_error ("%s", error->message);

  *(gboolean *) user_data = TRUE;
}

/* Runs the main loop once; returns how long it worked, in milliseconds. */
static double
iterate (void)
{
  double start = get_processor_time ();

  g_main_context_iteration (NULL, TRUE);

  return get_processor_time () - start;
}

/* Runs the main loop until the pack is installed; returns its longest iteration. */
static double
run_until_installed (BylCatalogueEntry *entry)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  double longest = 0;

  while (byl_catalogue_entry_get_state (entry) != BYL_CATALOGUE_INSTALLED)
    {
      double worked = iterate ();

      longest = MAX (longest, worked);
      if (byl_catalogue_entry_get_state (entry) == BYL_CATALOGUE_FAILED)
        g_error ("%s", byl_catalogue_entry_get_error (entry));
      if (g_get_monotonic_time () > deadline)
        g_error ("The pack never comes.");
    }

  return longest;
}

/* A game is dealt of it, as after the press on Play. */
static guint
deal (BylPackEntry *entry)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (byl_pack_entry_get_file (entry), NULL, NULL, &error);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) game = NULL;

  if (pack == NULL)
    g_error ("%s", error->message);

  game = byl_dealer_deal (pack, NULL, rules, 1, NULL, &error);
  if (game == NULL)
    g_error ("%s", error->message);

  return byl_pack_get_n_questions (pack);
}

static GFile *
make_child (const char *scratch,
            const char *name)
{
  return g_file_new_build_filename (scratch, name, NULL);
}

static void
measure (const char *recipe_path,
         const char *raw_dir,
         const char *scratch)
{
  FaultServer *server = fault_server_start ();
  g_autoptr(BylRecipe) recipe = serve_recipe (server, recipe_path);
  g_autoptr(GFile) file = write_catalogue (server, recipe, scratch);
  g_autoptr(GFile) folder = make_child (scratch, "none");
  g_autoptr(GFile) packs = make_child (scratch, "packs");
  g_autoptr(GFile) index = make_child (scratch, "index");
  g_autoptr(GFile) cache = make_child (scratch, "cache");
  g_autoptr(GFile) user_file = make_child (scratch, "catalogues.json");
  g_autoptr(BylLibrary) library = byl_library_new (folder, packs, index, NULL);
  g_autoptr(SoupSession) session = byl_web_session_new ();
  g_autoptr(BylCatalogue) catalogue = byl_catalogue_new (file, folder, user_file, cache, library,
                                                         session);
  g_autoptr(BylCatalogueEntry) entry = NULL;
  g_autofree char *text = NULL;
  gboolean loaded = FALSE;
  double longest;
  double installed;
  double played;
  guint n_questions;
  gint64 start;

  serve_files (server, recipe, raw_dir);
  byl_catalogue_load_async (catalogue, NULL, loaded_cb, &loaded);
  while (!loaded)
    g_main_context_iteration (NULL, TRUE);

  entry = g_list_model_get_item (G_LIST_MODEL (catalogue), 0);
  start = g_get_monotonic_time ();
  byl_catalogue_get (catalogue, entry);
  longest = run_until_installed (entry);
  installed = (double) (g_get_monotonic_time () - start) / 1000;
  n_questions = deal (byl_catalogue_entry_get_pack (entry));
  played = (double) (g_get_monotonic_time () - start) / 1000;

  text = g_strdup_printf ("%u files, %u questions; installed after %.0f ms",
                          byl_recipe_get_n_files (recipe), n_questions, installed);
  bench_figures_print_time ("real answers, from the press to the deal", played, LIMIT, text);
  bench_figures_print_time ("meanwhile, longest iteration", longest, LOOP_LIMIT,
                            "of the main loop, in time of the processor");
  fault_server_stop (server);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!byl_fetch_file_finish (SOUP_SESSION (source), result, &error))
    g_error ("%s", error->message);

  *(gboolean *) user_data = TRUE;
}

/* One large file, as fast as the machine can. */
static void
measure_large (const char *scratch)
{
  FaultServer *server = fault_server_start ();
  gsize length = (gsize) LARGE * 1024 * 1024;
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (length), length);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *address = fault_server_dup_address (server, "/large");
  g_autofree char *text = NULL;
  g_autoptr(SoupSession) session = byl_web_session_new ();
  g_autoptr(GFile) to = make_child (scratch, "large");
  BylFetchLimits limits = { .max_bytes = BYL_FETCH_MAX_LARGE, .sha256 = sha256, .size = length };
  gboolean fetched = FALSE;
  double longest = 0;
  gint64 start;

  fault_server_add_file (server, "/large", bytes, NULL);
  start = g_get_monotonic_time ();
  byl_fetch_file_async (session, address, to, &limits, NULL, NULL, NULL, fetched_cb, &fetched);
  while (!fetched)
    {
      double worked = iterate ();

      longest = MAX (longest, worked);
    }

  text = g_strdup_printf ("likewise; one file of %d MiB in %.0f ms", LARGE,
                          (double) (g_get_monotonic_time () - start) / 1000);
  bench_figures_print_time ("a large file, longest iteration", longest, LOOP_LIMIT, text);
  fault_server_stop (server);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("bench-get RECIPE FOLDER-OF-ITS-FILES SCRATCH\n");
      return EXIT_FAILURE;
    }

  measure (argv[1], argv[2], argv[3]);
  measure_large (argv[3]);

  return EXIT_SUCCESS;
}
