/* test-catalogue-further.c: lists of packs that somebody else publishes
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "catalogue-fixture.h"

#include <string.h>

static const char *const three_lines[] = { "one:1", "two:1", "three:1", NULL };
static const char *const two_lines[] = { "two:1", "four:1", NULL };

/* With two packs of its own. */
static CatalogueFixture *
open_fixture (void)
{
  g_autoptr(CatalogueFixture) fixture = catalogue_fixture_new (NULL);
  const char *const lines[] = { "own:1", "other:1", NULL };
  g_autofree char *text = catalogue_make_list (fixture->download->server, "pack", lines);
  g_autofree char *list = catalogue_make_list (fixture->download->server, "pack", three_lines);

  g_object_unref (test_write (fixture->download->place->dir, "catalogue.json", text));
  catalogue_fixture_serve (fixture, "/list", list, "\"one\"");
  catalogue_fixture_load (fixture);
  catalogue_assert_changes (fixture, NULL);
  fixture->n_addresses_told = 0;

  return g_steal_pointer (&fixture);
}

static void
add_list (CatalogueFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (catalogue_fixture_add (fixture, "/list", NULL, &error));
  g_assert_no_error (error);
}

static guint
count_entries (CatalogueFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->catalogue));
}

static guint
count_addresses (CatalogueFixture *fixture)
{
  return g_strv_length ((char **) byl_catalogue_get_addresses (fixture->catalogue));
}

static void
test_an_address_without_a_good_list_is_told_and_not_kept (void)
{
  const struct { const char *path; int code; } cases[] = {
    { "/missing", BYL_ERROR_SERVER }, { "/html", BYL_ERROR_SERVER }, { "/loop", BYL_ERROR_SERVER },
    { "/slow?ms=0", BYL_ERROR_FORMAT }, { "/bomb", BYL_ERROR_SIZE }, { "/bad", BYL_ERROR_RECIPE },
    { "/redirect?to=file%3A///etc/passwd", BYL_ERROR_ADDRESS },
    { "/cut-chunked", BYL_ERROR_FORMAT }, { "/line?mb=20", BYL_ERROR_SIZE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CatalogueFixture) fixture = open_fixture ();
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;

      catalogue_fixture_serve (fixture, "/bad", "{\"format\": \"byline-catalogue\", \"version\": 1,"
                               "\"entries\": [{}]}", NULL);
      g_assert_false (catalogue_fixture_add (fixture, cases[i].path, &problems, &error));
      /* Newer libraries see the cut itself, older ones only that what came is no list. */
      if (!g_str_equal (cases[i].path, "/cut-chunked") ||
          !g_error_matches (error, BYL_ERROR, BYL_ERROR_NETWORK))
        g_assert_error (error, BYL_ERROR, cases[i].code);
      g_assert_nonnull (problems);
      if (cases[i].code == BYL_ERROR_RECIPE)
        g_assert_cmpuint (problems->len, >=, 5);

      catalogue_assert_changes (fixture, "");
      g_assert_cmpuint (count_addresses (fixture), ==, 0);
      g_assert_cmpuint (fixture->n_addresses_told, ==, 0);
      catalogue_fixture_reopen (fixture);
      g_assert_cmpuint (count_entries (fixture), ==, 2);
    }
}

static void
test_what_is_no_address_is_told (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_catalogue_add_address_async (fixture->catalogue, "my list", NULL, test_keep_result, &result);
  test_wait (&result);
  g_assert_false (byl_catalogue_add_address_finish (fixture->catalogue, result, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
}

static void
test_an_address_that_cannot_be_remembered_is_told (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *path = g_build_filename (fixture->download->place->dir, "data",
                                            "catalogues.json", NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (path, 0700);
  g_assert_false (catalogue_fixture_add (fixture, "/list", NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  g_assert_cmpuint (count_entries (fixture), ==, 5);
}

static void
test_a_further_list_is_remembered_and_there_without_network (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *address = fault_server_dup_address (fixture->download->server, "/list");

  add_list (fixture);
  catalogue_assert_changes (fixture, "2-0+3 ");
  g_assert_cmpuint (fixture->n_addresses_told, ==, 1);
  g_assert_cmpstr (byl_catalogue_get_addresses (fixture->catalogue)[0], ==, address);
  g_assert_cmpstr (byl_catalogue_entry_get_origin (catalogue_get_entry (fixture, 2)), ==, address);
  g_assert_null (byl_catalogue_entry_get_origin (catalogue_get_entry (fixture, 1)));

  catalogue_fixture_reopen (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 5);
  g_assert_cmpstr (byl_catalogue_entry_get_id (catalogue_get_entry (fixture, 4)), ==, "three");
  g_assert_cmpuint (fault_server_count (fixture->download->server, "/list"), ==, 1);
}

static void
test_an_address_is_added_once (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();

  add_list (fixture);
  add_list (fixture);
  catalogue_assert_changes (fixture, "2-0+3 ");
  g_assert_cmpuint (count_addresses (fixture), ==, 1);
  g_assert_cmpuint (fault_server_count_whole (fixture->download->server, "/list"), ==, 1);
}

static void
test_a_list_is_fetched_again_only_where_it_has_changed (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *list = catalogue_make_list (fixture->download->server, "pack", two_lines);
  g_autoptr(GError) error = NULL;

  add_list (fixture);
  catalogue_fixture_reopen (fixture);
  g_assert_true (catalogue_fixture_refresh (fixture, &error));
  g_assert_cmpuint (fault_server_count (fixture->download->server, "/list"), ==, 2);
  g_assert_cmpuint (fault_server_count_whole (fixture->download->server, "/list"), ==, 1);
  catalogue_assert_changes (fixture, "");

  catalogue_fixture_serve (fixture, "/list", list, "\"two\"");
  g_assert_true (catalogue_fixture_refresh (fixture, &error));
  catalogue_assert_changes (fixture, "2-3+2 ");
  g_assert_cmpstr (byl_catalogue_entry_get_id (catalogue_get_entry (fixture, 3)), ==, "four");
}

static void
test_a_damaged_copy_is_fetched_again (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) error = NULL;
  const char *name;

  add_list (fixture);
  dir = g_dir_open (fixture->download->cache_path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_object_unref (test_write (fixture->download->cache_path, name, "{"));

  catalogue_fixture_reopen (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
  g_assert_true (catalogue_fixture_refresh (fixture, &error));
  g_assert_no_error (error);
  catalogue_assert_changes (fixture, "2-0+3 ");
}

static void
test_a_list_that_is_broken_now_stays_as_it_was (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *list = catalogue_make_list (fixture->download->server, "pack", two_lines);
  g_autoptr(GError) error = NULL;

  add_list (fixture);
  catalogue_fixture_serve (fixture, "/second", list, NULL);
  g_assert_true (catalogue_fixture_add (fixture, "/second", NULL, &error));
  catalogue_assert_changes (fixture, "2-0+3 5-0+2 ");

  catalogue_fixture_serve (fixture, "/list", "<html>", NULL);
  catalogue_fixture_serve (fixture, "/second", "{\"format\": \"byline-catalogue\", \"version\": 1,"
                           "\"entries\": []}", NULL);
  g_assert_false (catalogue_fixture_refresh (fixture, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SERVER);
  catalogue_assert_changes (fixture, "5-2+0 ");

  catalogue_fixture_reopen (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 5);
}

static void
test_a_list_that_is_removed_is_forgotten (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *address = fault_server_dup_address (fixture->download->server, "/list");
  g_autofree char *text = NULL;

  add_list (fixture);
  catalogue_assert_changes (fixture, NULL);
  byl_catalogue_get (fixture->catalogue, catalogue_get_entry (fixture, 2));
  byl_catalogue_remove_address (fixture->catalogue, "http://unknown.example/");
  catalogue_assert_changes (fixture, "");
  byl_catalogue_remove_address (fixture->catalogue, address);
  catalogue_assert_changes (fixture, "2-3+0 ");
  g_assert_cmpuint (count_addresses (fixture), ==, 0);

  /* A thread writes that down. */
  while (TRUE)
    {
      g_autoptr(GFile) file = test_child (fixture->download->place->dir, "data/catalogues.json");
      g_autofree char *contents = test_read (file);

      if (strstr (contents, "/list") == NULL)
        break;
      g_usleep (1000);
    }
  catalogue_fixture_reopen (fixture);
  g_assert_cmpuint (count_entries (fixture), ==, 2);
}

static void
test_what_is_being_fetched_survives_a_new_list (void)
{
  g_autoptr(CatalogueFixture) fixture = open_fixture ();
  g_autofree char *list = catalogue_make_list (fixture->download->server, "pack", two_lines);
  g_autoptr(BylCatalogueEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  add_list (fixture);
  entry = g_object_ref (catalogue_get_entry (fixture, 3));
  catalogue_fixture_serve_pack (fixture, "two", 1);
  catalogue_fixture_serve (fixture, "/list", list, "\"two\"");
  byl_catalogue_get (fixture->catalogue, entry);
  g_assert_true (catalogue_fixture_refresh (fixture, &error));

  /* By now it may have been installed before the new list came. */
  catalogue_wait (fixture, 2, BYL_CATALOGUE_INSTALLED);
  while (byl_catalogue_entry_get_state (entry) != BYL_CATALOGUE_INSTALLED)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue-further/an-address-without-a-good-list-is-told-and-not-kept",
                   test_an_address_without_a_good_list_is_told_and_not_kept);
  g_test_add_func ("/catalogue-further/what-is-no-address-is-told",
                   test_what_is_no_address_is_told);
  g_test_add_func ("/catalogue-further/an-address-that-cannot-be-remembered-is-told",
                   test_an_address_that_cannot_be_remembered_is_told);
  g_test_add_func ("/catalogue-further/a-further-list-is-remembered-and-there-without-network",
                   test_a_further_list_is_remembered_and_there_without_network);
  g_test_add_func ("/catalogue-further/an-address-is-added-once", test_an_address_is_added_once);
  g_test_add_func ("/catalogue-further/a-list-is-fetched-again-only-where-it-has-changed",
                   test_a_list_is_fetched_again_only_where_it_has_changed);
  g_test_add_func ("/catalogue-further/a-damaged-copy-is-fetched-again",
                   test_a_damaged_copy_is_fetched_again);
  g_test_add_func ("/catalogue-further/a-list-that-is-broken-now-stays-as-it-was",
                   test_a_list_that_is_broken_now_stays_as_it_was);
  g_test_add_func ("/catalogue-further/a-list-that-is-removed-is-forgotten",
                   test_a_list_that_is_removed_is_forgotten);
  g_test_add_func ("/catalogue-further/what-is-being-fetched-survives-a-new-list",
                   test_what_is_being_fetched_survives_a_new_list);

  return g_test_run ();
}
