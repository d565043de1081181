/* test-catalogue.c: packs are fetched from the catalogue, and each step is told
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "catalogue-fixture.h"

#include <string.h>

/* The built-in list of these lines; the server starts with the fixture. */
static CatalogueFixture *
open_with (const char         *kind,
           const char * const *lines)
{
  CatalogueFixture *fixture = catalogue_fixture_new (NULL);
  g_autofree char *text = catalogue_make_list (fixture->download->server, kind, lines);

  g_object_unref (test_write (fixture->download->place->dir, "catalogue.json", text));
  catalogue_fixture_load (fixture);

  return fixture;
}

static void
get (CatalogueFixture *fixture,
     guint             position)
{
  byl_catalogue_get (fixture->catalogue, catalogue_get_entry (fixture, position));
}

static void
cancel (CatalogueFixture *fixture,
        guint             position)
{
  byl_catalogue_cancel (fixture->catalogue, catalogue_get_entry (fixture, position));
}

static void
test_a_broken_built_in_list_is_told (void)
{
  g_autoptr(CatalogueFixture) fixture = catalogue_fixture_new (NULL);
  g_autoptr(GFile) file = test_write (fixture->download->place->dir, "catalogue.json", "{");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_catalogue_load_async (fixture->catalogue, NULL, test_keep_result, &result);
  test_wait (&result);
  g_assert_false (byl_catalogue_load_finish (fixture->catalogue, result, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SYNTAX);
}

static void
test_what_cannot_be_fetched_fails_and_can_be_tried_again (void)
{
  const char *const lines[] = { "one:1:/one", "two:1:/status/403", "three:1:/html", "four:1:/four",
                                NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);
  g_autofree char *other = test_make_pack ("other", 1, "Other");
  g_autofree char *right = test_make_pack ("one", 1, "One");

  catalogue_fixture_serve (fixture, "/four", other, NULL);
  for (guint i = 0; i < 4; i++)
    get (fixture, i);
  for (guint i = 0; i < 4; i++)
    {
      catalogue_wait (fixture, i, BYL_CATALOGUE_FAILED);
      g_assert_nonnull (byl_catalogue_entry_get_error (catalogue_get_entry (fixture, i)));
      g_assert_null (byl_catalogue_entry_get_pack (catalogue_get_entry (fixture, i)));
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->download->library)), ==, 0);

  catalogue_fixture_serve (fixture, "/one", right, NULL);
  get (fixture, 0);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_INSTALLED);
  g_assert_null (byl_catalogue_entry_get_error (catalogue_get_entry (fixture, 0)));
}

static void
test_a_recipe_for_another_pack_is_refused (void)
{
  const char *const lines[] = { "one:1:/recipe.json", "missing:1:nowhere", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("recipe", lines);
  g_autofree char *recipe = download_make_recipe_text (fixture->download->server, 0, TRUE);

  catalogue_fixture_serve (fixture, "/recipe.json", recipe, NULL);
  download_publish (fixture->download->server, 0);
  get (fixture, 0);
  get (fixture, 1);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_FAILED);
  catalogue_wait (fixture, 1, BYL_CATALOGUE_FAILED);
  g_assert_cmpuint (fault_server_count (fixture->download->server, "/data/0.json"), ==, 0);
}

/* What an entry has told. */
typedef struct
{
  GString *states;
  double   progress;
  guint64  bytes;
  guint    n_errors;
} Told;

static void
state_cb (BylCatalogueEntry *entry,
          GParamSpec        *pspec,
          gpointer           user_data)
{
  Told *told = user_data;

  g_string_append_printf (told->states, "%d", byl_catalogue_entry_get_state (entry));
}

static void
progress_cb (BylCatalogueEntry *entry,
             GParamSpec        *pspec,
             gpointer           user_data)
{
  Told *told = user_data;
  double progress = byl_catalogue_entry_get_progress (entry);

  g_assert_cmpfloat (progress, >=, 0);
  g_assert_cmpfloat (progress, <=, 1);
  g_assert_cmpfloat (progress, !=, told->progress);
  told->progress = progress;
}

static void
bytes_cb (BylCatalogueEntry *entry,
          GParamSpec        *pspec,
          gpointer           user_data)
{
  Told *told = user_data;
  guint64 n_bytes = byl_catalogue_entry_get_bytes_done (entry);

  g_assert_cmpuint (n_bytes, !=, told->bytes);
  told->bytes = n_bytes;
}

static void
error_cb (BylCatalogueEntry *entry,
          GParamSpec        *pspec,
          gpointer           user_data)
{
  Told *told = user_data;

  told->n_errors++;
}

static void
test_each_step_is_told_once (void)
{
  const char *const lines[] = { "published:2:/recipe.json", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("recipe", lines);
  g_autofree char *recipe = download_make_recipe_text (fixture->download->server, 5000, TRUE);
  BylCatalogueEntry *entry = catalogue_get_entry (fixture, 0);
  Told told = { .states = g_string_new (NULL) };

  catalogue_fixture_serve (fixture, "/recipe.json", recipe, NULL);
  download_publish (fixture->download->server, 5000);
  g_signal_connect (entry, "notify::state", G_CALLBACK (state_cb), &told);
  g_signal_connect (entry, "notify::progress", G_CALLBACK (progress_cb), &told);
  g_signal_connect (entry, "notify::bytes-done", G_CALLBACK (bytes_cb), &told);
  g_signal_connect (entry, "notify::error", G_CALLBACK (error_cb), &told);

  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_AVAILABLE);
  get (fixture, 0);
  get (fixture, 0);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_INSTALLED);

  g_assert_cmpstr (told.states->str, ==, "1234");
  g_assert_cmpuint (told.n_errors, ==, 0);
  g_assert_true (byl_catalogue_get_pack (fixture->catalogue, entry) ==
                 byl_library_find (fixture->download->library, "published"));
  g_signal_handlers_disconnect_by_data (entry, &told);
  g_string_free (told.states, TRUE);
}

static void
test_a_shipped_recipe_is_found_by_its_name (void)
{
  const char *const lines[] = { "published:2:shipped", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("recipe", lines);
  g_autofree char *recipe = download_make_recipe_text (fixture->download->server, 0, TRUE);
  g_autofree char *dir = g_build_filename (fixture->download->place->dir, "recipes", NULL);

  g_mkdir_with_parents (dir, 0700);
  g_object_unref (test_write (dir, "shipped.json", recipe));
  download_publish (fixture->download->server, 0);
  get (fixture, 0);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_INSTALLED);
}

static void
test_two_packs_are_fetched_at_a_time (void)
{
  const char *const lines[] = { "one:1:/silent", "two:1:/silent", "three:1", "four:1", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);

  catalogue_fixture_serve_pack (fixture, "three", 1);
  catalogue_fixture_serve_pack (fixture, "four", 1);
  for (guint i = 0; i < 4; i++)
    get (fixture, i);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_FETCHING);
  catalogue_assert_state (fixture, 1, BYL_CATALOGUE_FETCHING);
  catalogue_assert_state (fixture, 2, BYL_CATALOGUE_WAITING);
  catalogue_assert_state (fixture, 3, BYL_CATALOGUE_WAITING);

  cancel (fixture, 3);
  catalogue_assert_state (fixture, 3, BYL_CATALOGUE_AVAILABLE);
  cancel (fixture, 0);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_AVAILABLE);
  catalogue_wait (fixture, 2, BYL_CATALOGUE_INSTALLED);
  catalogue_assert_state (fixture, 1, BYL_CATALOGUE_FETCHING);
  catalogue_assert_state (fixture, 3, BYL_CATALOGUE_AVAILABLE);
}

static void
test_what_was_given_up_can_be_wanted_again_at_once (void)
{
  const char *const lines[] = { "one:1:/slow?ms=30", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);

  for (guint i = 0; i < 3; i++)
    {
      get (fixture, 0);
      g_assert_cmpint (byl_catalogue_entry_get_state (catalogue_get_entry (fixture, 0)), !=,
                       BYL_CATALOGUE_AVAILABLE);
      cancel (fixture, 0);
      catalogue_assert_state (fixture, 0, BYL_CATALOGUE_AVAILABLE);
    }

  /* “{}” is no pack: this one came to its end. */
  get (fixture, 0);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_FAILED);
}

static void
test_the_library_tells_what_is_installed (void)
{
  const char *const lines[] = { "one:2", "two:1", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);
  g_autoptr(GError) error = NULL;

  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_AVAILABLE);
  catalogue_fixture_install (fixture, "one", 2);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_INSTALLED);
  catalogue_assert_state (fixture, 1, BYL_CATALOGUE_AVAILABLE);

  byl_library_remove (fixture->download->library,
                      byl_catalogue_entry_get_pack (catalogue_get_entry (fixture, 0)), &error);
  g_assert_no_error (error);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_AVAILABLE);
  g_assert_null (byl_catalogue_entry_get_pack (catalogue_get_entry (fixture, 0)));
}

static void
test_a_later_revision_is_an_update (void)
{
  const char *const lines[] = { "one:2", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);

  catalogue_fixture_serve_pack (fixture, "one", 2);
  catalogue_fixture_install (fixture, "one", 1);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_UPDATE);
  g_assert_nonnull (byl_catalogue_entry_get_pack (catalogue_get_entry (fixture, 0)));

  get (fixture, 0);
  cancel (fixture, 0);
  catalogue_assert_state (fixture, 0, BYL_CATALOGUE_UPDATE);

  get (fixture, 0);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_INSTALLED);
  g_assert_cmpuint (byl_pack_entry_get_revision (byl_library_find (fixture->download->library,
                                                                   "one")), ==, 2);
}

static void
test_what_was_left_of_an_installed_pack_goes (void)
{
  const char *const lines[] = { "one:1", "two:1", NULL };
  g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);

  get (fixture, 0);
  get (fixture, 1);
  catalogue_wait (fixture, 0, BYL_CATALOGUE_FAILED);
  catalogue_wait (fixture, 1, BYL_CATALOGUE_FAILED);
  g_assert_true (g_file_query_exists (fixture->download->cache_dir, NULL));
  catalogue_fixture_install (fixture, "one", 1);
  catalogue_fixture_reopen (fixture);

  while (TRUE)
    {
      g_autoptr(GDir) dir = g_dir_open (fixture->download->cache_path, 0, NULL);
      const char *first = g_dir_read_name (dir);

      if (g_dir_read_name (dir) == NULL)
        {
          g_assert_true (g_str_has_prefix (first, "get-two-"));
          break;
        }
      g_usleep (1000);
    }
}

static void
test_a_catalogue_can_go_while_it_fetches (void)
{
  const char *const lines[] = { "one:1:/silent", "two:1", "three:1:/silent", NULL };

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(CatalogueFixture) fixture = open_with ("pack", lines);

      catalogue_fixture_serve_pack (fixture, "two", 1);
      for (guint j = 0; j < 3; j++)
        get (fixture, j);
      for (guint j = 0; j < i; j++)
        g_main_context_iteration (NULL, FALSE);
      catalogue_fixture_reopen (fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/a-broken-built-in-list-is-told",
                   test_a_broken_built_in_list_is_told);
  g_test_add_func ("/catalogue/what-cannot-be-fetched-fails-and-can-be-tried-again",
                   test_what_cannot_be_fetched_fails_and_can_be_tried_again);
  g_test_add_func ("/catalogue/a-recipe-for-another-pack-is-refused",
                   test_a_recipe_for_another_pack_is_refused);
  g_test_add_func ("/catalogue/each-step-is-told-once", test_each_step_is_told_once);
  g_test_add_func ("/catalogue/a-shipped-recipe-is-found-by-its-name",
                   test_a_shipped_recipe_is_found_by_its_name);
  g_test_add_func ("/catalogue/two-packs-are-fetched-at-a-time",
                   test_two_packs_are_fetched_at_a_time);
  g_test_add_func ("/catalogue/what-was-given-up-can-be-wanted-again-at-once",
                   test_what_was_given_up_can_be_wanted_again_at_once);
  g_test_add_func ("/catalogue/the-library-tells-what-is-installed",
                   test_the_library_tells_what_is_installed);
  g_test_add_func ("/catalogue/a-later-revision-is-an-update",
                   test_a_later_revision_is_an_update);
  g_test_add_func ("/catalogue/what-was-left-of-an-installed-pack-goes",
                   test_what_was_left_of_an_installed_pack_goes);
  g_test_add_func ("/catalogue/a-catalogue-can-go-while-it-fetches",
                   test_a_catalogue_can_go_while_it_fetches);

  return g_test_run ();
}
