/* test-catalogue-page.c: packs that can be got, from the first press to the game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-page.h"
#include "catalogue-fixture.h"
#include "ui-fixture.h"

#define START "{\"format\":\"byline-catalogue\",\"version\":1,\"title\":\"Test\",\"entries\":["
#define END "]}"
#define ENTRY(id, title, writer) \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"languages\":[\"en\"],\"writers\":[\"" writer "\"," \
  "\"Fir\"],\"questions\":3,\"pack\":{\"address\":\"https://catalogue.example/" id ".json\"}}"
#define FOUR(id) \
  ENTRY (id "a", "Apple", "Ash") "," ENTRY (id "b", "Basil", "Ash") "," \
  ENTRY (id "c", "Chive", "Ash") "," ENTRY (id "d", "Dill", "Ash")
#define MANY START FOUR ("e") "," FOUR ("f") "," FOUR ("g") "," \
  ENTRY ("oak", "Acorns", "Oak Mini") END

static gboolean
is_held (gpointer data)
{
  return ((CatalogueFixture *) data)->held != NULL;
}

static guint
count_packs (CatalogueFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
}

static gboolean
is_broken (gpointer data)
{
  GtkWidget *text = ui_fixture_find_text (((CatalogueFixture *) data)->page, "Nothing to Get");

  return text != NULL && gtk_widget_get_mapped (text);
}

static void
test_a_broken_catalogue_is_said_in_its_place (CatalogueFixture *fixture,
                                              gconstpointer     user_data)
{
  ui_fixture_wait_until (is_broken, fixture, "the sentence");
  g_assert_false (catalogue_fixture_can_get (fixture));
}

static void
test_a_refusal_is_told_and_can_be_tried_again (CatalogueFixture *fixture,
                                               gconstpointer     user_data)
{
  fixture->status = SOUP_STATUS_NOT_FOUND;
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  g_assert_false (catalogue_fixture_can_try_again (fixture));
  catalogue_fixture_press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_try_again, fixture, "the refusal");
  g_assert_false (catalogue_fixture_can_get (fixture));
  g_assert_false (catalogue_fixture_can_cancel (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 0);

  fixture->status = SOUP_STATUS_OK;
  catalogue_fixture_press (fixture, "Try Again: Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_play, fixture, "the pack");
  g_assert_false (catalogue_fixture_can_try_again (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 1);
}

static void
test_all_is_told_before_anything_is_fetched (CatalogueFixture *fixture,
                                             gconstpointer     user_data)
{
  const char *told[] = { "Garden <b>& soil", "Of slugs & snails.", "Ash, Birch",
                         "\342\201\250English\342\201\251 · \342\201\2501 question\342\201\251 · "
                         "\342\201\2502.0\302\240MB to fetch\342\201\251", "It takes a second.",
                         "Licence: MIT. You may do what you like.", "Source: The Survey" };

  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (ui_fixture_find_text (fixture->page, told[i]));

  g_assert_false (catalogue_fixture_can_cancel (fixture));
  g_assert_false (catalogue_fixture_can_play (fixture));
  g_assert_false (catalogue_fixture_can_try_again (fixture));
  ui_fixture_settle ();
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

static void
test_what_is_being_fetched_can_be_cancelled (CatalogueFixture *fixture,
                                             gconstpointer     user_data)
{
  GtkWidget *bar;

  fixture->hold = TRUE;
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  catalogue_fixture_press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (is_held, fixture, "the server to be asked");
  ui_fixture_wait_until (catalogue_fixture_can_cancel, fixture, "the way back");
  g_assert_false (catalogue_fixture_can_get (fixture));
  bar = ui_fixture_find (fixture->page, GTK_TYPE_PROGRESS_BAR, 0);
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (bar),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     "Getting Garden <b>& soil"));

  catalogue_fixture_press (fixture, "Cancel Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the end of it");
  g_assert_false (catalogue_fixture_can_cancel (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 0);
}

static void
test_who_presses_a_button_goes_on_with_the_next (CatalogueFixture *fixture,
                                                 gconstpointer     user_data)
{
  GtkWidget *button;

  fixture->hold = TRUE;
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  button = ui_fixture_find_button (fixture->page, "Get Garden <b>& soil");
  g_assert_true (gtk_widget_grab_focus (button));
  catalogue_fixture_press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_cancel, fixture, "the way back");
  button = ui_fixture_find_button (fixture->page, "Cancel Garden <b>& soil");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  catalogue_fixture_press (fixture, "Cancel Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the end of it");
}

static void
test_another_page_shows_what_is_under_way (CatalogueFixture *fixture,
                                           gconstpointer     user_data)
{
  fixture->hold = TRUE;
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  catalogue_fixture_press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (is_held, fixture, "the server to be asked");
  ui_fixture_destroy_window (fixture->window);

  catalogue_fixture_open_page (fixture);
  ui_fixture_wait_until (catalogue_fixture_can_cancel, fixture, "what goes on");
  fixture->hold = FALSE;
  soup_server_message_unpause (fixture->held);
  ui_fixture_wait_until (catalogue_fixture_can_play, fixture, "the pack");
}

static void
play_cb (BylCataloguePage  *page,
         BylPackEntry      *pack,
         char             **played)
{
  *played = g_strdup (byl_pack_entry_get_id (pack));
}

static void
test_a_pack_that_was_got_can_be_played (CatalogueFixture *fixture,
                                        gconstpointer     user_data)
{
  g_autofree char *played = NULL;

  g_signal_connect (fixture->page, "play", G_CALLBACK (play_cb), &played);
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  catalogue_fixture_press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (catalogue_fixture_can_play, fixture, "the pack");
  g_assert_false (catalogue_fixture_can_get (fixture));
  g_assert_null (played);
  catalogue_fixture_press (fixture, "Play Garden <b>& soil");
  g_assert_cmpstr (played, ==, "garden");
}

static GtkWidget *
find_search (CatalogueFixture *fixture)
{
  return ui_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
}

static gboolean
has_search (gpointer data)
{
  return gtk_widget_get_mapped (find_search (data));
}

static gboolean
shows_acorns_alone (gpointer data)
{
  return catalogue_fixture_can_press (data, "Get Acorns")
         && !catalogue_fixture_can_press (data, "Get Apple");
}

static gboolean
shows_nothing (gpointer data)
{
  GtkWidget *text = ui_fixture_find_text (((CatalogueFixture *) data)->page, "Nothing Found");

  return text != NULL && gtk_widget_get_mapped (text);
}

static void
test_a_long_catalogue_can_be_searched (CatalogueFixture *fixture,
                                       gconstpointer     user_data)
{
  GtkEditable *search = GTK_EDITABLE (find_search (fixture));

  ui_fixture_wait_until (has_search, fixture, "the search");
  gtk_editable_set_text (search, "none of them");
  ui_fixture_wait_until (shows_nothing, fixture, "nothing");
  gtk_editable_set_text (search, "mini");
  ui_fixture_wait_until (shows_acorns_alone, fixture, "what was searched");
}

static void
test_a_short_catalogue_has_no_search (CatalogueFixture *fixture,
                                      gconstpointer     user_data)
{
  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  g_assert_false (has_search (fixture));
}

static void
add (const char *path,
     const char *list,
     void      (*test) (CatalogueFixture *fixture,
                        gconstpointer     user_data))
{
  g_test_add (path, CatalogueFixture, list, catalogue_fixture_set_up, test,
              catalogue_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/catalogue-page/a-broken-catalogue-is-said-in-its-place", "{\"format\":",
       test_a_broken_catalogue_is_said_in_its_place);
  add ("/catalogue-page/a-refusal-is-told-and-can-be-tried-again", NULL,
       test_a_refusal_is_told_and_can_be_tried_again);
  add ("/catalogue-page/all-is-told-before-anything-is-fetched", NULL,
       test_all_is_told_before_anything_is_fetched);
  add ("/catalogue-page/what-is-being-fetched-can-be-cancelled", NULL,
       test_what_is_being_fetched_can_be_cancelled);
  add ("/catalogue-page/who-presses-a-button-goes-on-with-the-next", NULL,
       test_who_presses_a_button_goes_on_with_the_next);
  add ("/catalogue-page/another-page-shows-what-is-under-way", NULL,
       test_another_page_shows_what_is_under_way);
  add ("/catalogue-page/a-pack-that-was-got-can-be-played", NULL,
       test_a_pack_that_was_got_can_be_played);
  add ("/catalogue-page/a-long-catalogue-can-be-searched", MANY,
       test_a_long_catalogue_can_be_searched);
  add ("/catalogue-page/a-short-catalogue-has-no-search", NULL,
       test_a_short_catalogue_has_no_search);

  return g_test_run ();
}
