/* test-guide.c: the guide's list, and its pages on kinds of tells and on writers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-example-view.h"
#include "byl-guide-lesson.h"
#include "byl-guide-list.h"
#include "byl-guide-page.h"
#include "byl-kind-page.h"
#include "byl-lesson-hint.h"
#include "byl-lesson.h"
#include "byl-places.h"
#include "byl-writer-page.h"
#include "ui-fixture.h"

/* A pack of recorded answers: two writers, of whom one likes dashes and the other semicolons. */
static const char real_pack[] =
  "{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"real\", \"title\": \"Real ones\","
  " \"language\": \"en\", \"license\": \"CC-BY-4.0\","
  " \"provenance\": {\"kind\": \"recorded\"},"
  " \"writers\": [{\"id\": \"a\", \"name\": \"Alpha\"}, {\"id\": \"b\", \"name\": \"Beta\"}],"
  " \"questions\": [{\"id\": \"q\", \"prompt\": \"How long should tea steep?\", \"answers\": ["
  "{\"writer\": \"a\", \"text\": \"Green tea — if it is good — steeps for two minutes.\"},"
  "{\"writer\": \"b\", \"text\": \"It steeps for two minutes; black tea takes four of them.\"}]}]}";

typedef struct
{
  char           *folder;
  BylLibrary     *library;
  BylGuideSource *source;
} Fixture;

static GFile *
get_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
is_idle (gpointer data)
{
  return !byl_guide_source_get_busy (data);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GFile) built_in = get_file (byl_places_get_data_dir (), "packs");
  g_autoptr(GFile) own = NULL;
  g_autoptr(GFile) index = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  fixture->folder = ui_fixture_make_folder ();
  own = get_file (fixture->folder, "own");

  if (user_data != NULL)
    {
      g_autoptr(GFile) file = g_file_get_child (own, "real.json");

      g_assert_true (g_file_make_directory (own, NULL, NULL));
      g_assert_true (g_file_replace_contents (file, user_data, strlen (user_data), NULL, FALSE,
                                              G_FILE_CREATE_NONE, NULL, NULL, NULL));
    }

  index = get_file (fixture->folder, "index");
  fixture->library = byl_library_new (built_in, own, index, NULL);
  fixture->source = byl_guide_source_new (fixture->library, NULL);
  byl_guide_source_start (fixture->source);
  byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  ui_fixture_wait_until (is_idle, fixture->source, "the figures");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_settle ();
  g_assert_finalize_object (fixture->source);
  g_object_unref (fixture->library);
  ui_fixture_remove_folder (fixture->folder);
}

static BylGuideItem *
find_item (GListStore *store,
           const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr(BylGuideItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_str_equal (byl_guide_item_get_title (item), title))
        return item;
    }

  return NULL;
}

static void
test_list_has_all_kinds_and_writers (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  g_autoptr(GListStore) store = g_list_store_new (BYL_TYPE_GUIDE_ITEM);
  BylGuideItem *voice;

  byl_guide_list_fill (store, fixture->source);

  for (guint i = 0; i < BYL_N_TELLS; i++)
    g_assert_nonnull (find_item (store, byl_tell_kind_get_name (i)));

  g_assert_nonnull (find_item (store, "Tone"));
  g_assert_nonnull (find_item (store, "GPT-5.4"));
  g_assert_nonnull (find_item (store, "DeepSeek R2"));
  voice = find_item (store, "The Host");
  g_assert_nonnull (strstr (byl_guide_item_get_subtitle (voice), "Made up"));
  g_assert_nonnull (strstr (byl_guide_item_get_subtitle (voice), "24"));
  g_assert_null (strstr (byl_guide_item_get_subtitle (find_item (store, "GPT-5.4")), "Made up"));
}

static void
test_search_finds_words_but_no_headings (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  g_autoptr(BylGuideItem) heading = byl_guide_item_new (BYL_GUIDE_HEADING, "Dashes", NULL);
  g_autoptr(BylGuideItem) kind = byl_guide_item_new_kind (BYL_TELL_EM_DASH);
  g_autoptr(BylGuideItem) writer = byl_guide_item_new (BYL_GUIDE_WRITER, "GPT-5.4", "OpenAI");

  g_assert_false (byl_guide_item_matches (heading, "dash"));
  g_assert_true (byl_guide_item_matches (heading, ""));
  g_assert_true (byl_guide_item_matches (heading, NULL));
  g_assert_true (byl_guide_item_matches (kind, "dash"));
  g_assert_true (byl_guide_item_matches (writer, "openai"));
  g_assert_false (byl_guide_item_matches (writer, "dash"));
}

static void
test_page_is_searched (Fixture       *fixture,
                       gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_guide_page_new (fixture->source));
  GListModel *filtered =
    G_LIST_MODEL (gtk_widget_get_template_child (page, BYL_TYPE_GUIDE_PAGE, "filtered"));
  GtkEditable *search =
    GTK_EDITABLE (gtk_widget_get_template_child (page, BYL_TYPE_GUIDE_PAGE, "search"));

  g_assert_cmpuint (g_list_model_get_n_items (filtered), >, BYL_N_TELLS);
  gtk_editable_set_text (search, "Semicolons");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 1);
  gtk_editable_set_text (search, "no such thing");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (filtered), ==, 0);
  g_assert_finalize_object (page);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static void
test_list_is_reached_from_the_keyboard (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  GtkWidget *page = byl_guide_page_new (fixture->source);
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_template_child (page, BYL_TYPE_GUIDE_PAGE, "list"));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *focus;

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 600);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_wait_until (is_mapped, list, "the list");
  ui_fixture_settle ();

  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      if (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), list))
        break;
    }

  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  g_assert_nonnull (ui_fixture_find_text (focus, "Five Tells"));
  ui_fixture_destroy_window (window);
}

static gboolean
is_page_ready (gpointer data)
{
  return byl_kind_page_get_ready (data);
}

static gboolean
has_row (GtkWidget  *root,
         const char *title,
         const char *part)
{
  if (ADW_IS_ACTION_ROW (root)
      && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) != NULL
      && strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (root)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_row (child, title, part))
      return TRUE;

  return FALSE;
}

static void
test_kind_has_examples_and_those_who_do_it (Fixture       *fixture,
                                            gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_kind_page_new (fixture->source, BYL_TELL_EM_DASH));

  ui_fixture_wait_until (is_page_ready, page, "the examples");
  g_assert_cmpuint (ui_fixture_count_shown (page, BYL_TYPE_EXAMPLE_VIEW), ==, 2);
  g_assert_true (has_row (page, "The Host", "made up"));
  g_assert_true (has_row (page, "Claude Opus 4.6", "2026-04"));
  g_assert_true (has_row (page, "Claude Opus 4.6", "99 of its 145"));
  ui_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
add_titles (GtkWidget *root,
            GPtrArray *titles)
{
  if (ADW_IS_PREFERENCES_ROW (root) && !ADW_IS_ACTION_ROW (root))
    g_ptr_array_add (titles, (char *) adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_titles (child, titles);
}

static void
test_examples_of_one_writer_are_of_two_answers (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_kind_page_new (fixture->source, BYL_TELL_EM_DASH));
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();

  ui_fixture_wait_until (is_page_ready, page, "the examples");
  add_titles (page, titles);
  g_assert_cmpuint (titles->len, ==, 2);
  g_assert_cmpstr (titles->pdata[0], !=, titles->pdata[1]);
  g_assert_nonnull (ui_fixture_find_text (page, "The Host, in “Learn the tells”"));
  ui_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
test_examples_are_of_two_packs (Fixture       *fixture,
                                gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_kind_page_new (fixture->source, BYL_TELL_EM_DASH));

  ui_fixture_wait_until (is_page_ready, page, "the examples");
  g_assert_cmpuint (ui_fixture_count_shown (page, BYL_TYPE_EXAMPLE_VIEW), ==, 2);
  g_assert_nonnull (ui_fixture_find_text (page, "The Host, in “Learn the tells”"));
  g_assert_nonnull (ui_fixture_find_text (page, "Alpha, in “Real ones”"));
  ui_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
do_nothing_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
}

/* A page in a window with the actions that it leads to. */
static GtkWidget *
show_in_window (GtkWidget *page)
{
  const GActionEntry entries[] = { { .name = "get-answers", .activate = do_nothing_cb } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), page);

  return window;
}

static void
test_writer_leads_to_the_packs_that_have_it (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWidget *real = byl_writer_page_new (fixture->source, "Alpha");
  GtkWidget *made_up = byl_writer_page_new (fixture->source, "The Host");
  GtkWidget *absent = byl_writer_page_new (fixture->source, "GPT-5.4");
  GtkWidget *real_window = show_in_window (real);
  GtkWidget *made_up_window = show_in_window (made_up);
  GtkWidget *absent_window = show_in_window (absent);

  g_assert_true (has_row (real, "Real ones", "Installed"));
  g_assert_false (has_row (real, "Learn the tells", "Installed"));
  g_assert_true (has_row (made_up, "Learn the tells", "made up"));
  g_assert_false (has_row (absent, "Learn the tells", "Installed"));

  /* Real answers are offered where there are none but could be. */
  g_assert_null (ui_fixture_find_button (real_window, "_Get Real Answers…"));
  g_assert_null (ui_fixture_find_button (made_up_window, "_Get Real Answers…"));
  g_assert_nonnull (ui_fixture_find_button (absent_window, "_Get Real Answers…"));

  ui_fixture_destroy_window (real_window);
  ui_fixture_destroy_window (made_up_window);
  ui_fixture_destroy_window (absent_window);
}

static void
test_writer_leads_to_packs_that_can_be_fetched (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  const char list[] =
    "{\"format\": \"byline-catalogue\", \"version\": 1, \"entries\": ["
    " {\"id\": \"frontier\", \"title\": {\"en\": \"The frontier\", \"de\": \"Front\"},"
    "  \"questions\": 148, \"languages\": [\"en\"], \"writers\": [\"gpt-5.4\", \"Alpha\"],"
    "  \"recipe\": \"frontier\"},"
    " {\"id\": \"real\", \"title\": \"Installed already\", \"questions\": 2,"
    "  \"languages\": [\"en\"], \"writers\": [\"GPT-5.4\", \"Alpha\"], \"recipe\": \"real\"},"
    " {\"id\": \"others\", \"title\": \"Others\", \"questions\": 2, \"languages\": [\"en\"],"
    "  \"writers\": [\"Alpha\", \"Beta\"], \"recipe\": \"others\"}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (list, strlen (list));
  g_autoptr(GError) error = NULL;
  g_autoptr(BylCatalogueFile) catalogue = byl_catalogue_file_read (bytes, NULL, &error);
  GtkWidget *page;
  GtkWidget *window;

  g_assert_no_error (error);
  g_assert_cmpuint (byl_catalogue_file_get_n_lines (catalogue), ==, 3);

  /* Without a list nothing is offered. */
  byl_guide_source_set_catalogue (fixture->source, NULL);
  page = byl_writer_page_new (fixture->source, "GPT-5.4");
  window = show_in_window (page);
  g_assert_false (has_row (page, "The frontier", ""));
  ui_fixture_destroy_window (window);

  byl_guide_source_set_catalogue (fixture->source, catalogue);
  page = byl_writer_page_new (fixture->source, "GPT-5.4");
  window = show_in_window (page);
  g_assert_true (has_row (page, "The frontier", "148"));
  g_assert_false (has_row (page, "Installed already", ""));
  g_assert_false (has_row (page, "Others", ""));
  ui_fixture_destroy_window (window);
}

static void
test_kind_without_places_says_so (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_kind_page_new (fixture->source, BYL_TELL_WORDS));

  ui_fixture_wait_until (is_page_ready, page, "the examples");
  g_assert_cmpuint (ui_fixture_count_shown (page, BYL_TYPE_EXAMPLE_VIEW), ==, 0);
  g_assert_true (has_row (page, "No words show it", ""));
  ui_fixture_settle ();
  g_assert_finalize_object (page);
}

static void
test_claims_are_judged_by_what_was_measured (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_writer_page_new (fixture->source, "Claude Opus 4.6"));
  GtkWidget *unknown = g_object_ref_sink (byl_writer_page_new (fixture->source, "<b>&"));

  g_assert_true (has_row (page, "More: Em dashes", "99 of its 145"));
  g_assert_true (has_row (page, "More long dashes than others", "agrees"));
  g_assert_true (has_row (page, "“That said”", "disagrees"));
  g_assert_true (has_row (page, "Hedge upon hedge", "cannot say"));
  g_assert_true (has_row (page, "Artificial Analysis Index", "53"));
  g_assert_true (has_row (page, "The Multivac", "https://"));
  g_assert_true (has_row (unknown, "Add a pack", ""));
  g_assert_finalize_object (page);
  g_assert_finalize_object (unknown);
}

static void
test_lesson_needs_an_installed_pack (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = NULL;
  const char *id = NULL;

  g_assert_null (byl_guide_lesson_find_writer (fixture->source, "GPT-5.4", NULL, &rules));
  g_assert_null (byl_guide_lesson_find_pack (fixture->source, "GPT-5.4", &id));
  g_assert_null (byl_guide_lesson_find_kind (fixture->source, BYL_TELL_TABLE, &rules));
  g_assert_null (rules);
}

static void
test_kind_is_learned_from_those_who_differ_most (Fixture       *fixture,
                                                 gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = NULL;
  g_autoptr(BylRules) remembered = NULL;
  g_autoptr(GVariant) variant = NULL;
  BylPackEntry *entry = byl_guide_lesson_find_kind (fixture->source, BYL_TELL_EM_DASH, &rules);

  g_assert_cmpstr (byl_pack_entry_get_id (entry), ==, BYL_LESSON_PACK);
  g_assert_cmpuint (rules->rounds, ==, 5);
  g_assert_cmpuint (g_strv_length (rules->writers), ==, 2);
  g_assert_cmpstr (rules->writers[0], ==, "host");
  g_assert_nonnull (strstr (rules->hint, "Em dashes"));
  g_assert_nonnull (strstr (rules->hint, "The Host"));

  /* A game that is taken up again says it, too. */
  variant = g_variant_ref_sink (byl_rules_to_variant (rules));
  remembered = byl_rules_from_variant (variant);
  g_assert_cmpstr (remembered->hint, ==, rules->hint);
}

static void
test_hint_is_said_in_the_round (Fixture       *fixture,
                                gconstpointer  user_data)
{
  GtkWidget *hint = g_object_ref_sink (g_object_new (BYL_TYPE_LESSON_HINT, NULL));
  g_autoptr(BylRules) rules = byl_rules_new ();

  byl_lesson_hint_set_rules (BYL_LESSON_HINT (hint), rules, "How it opens");
  g_assert_false (gtk_widget_get_visible (hint));
  rules->hint = g_strdup ("Look for <b>& dashes");
  byl_lesson_hint_set_rules (BYL_LESSON_HINT (hint), rules, NULL);
  g_assert_true (gtk_widget_get_visible (hint));
  g_assert_nonnull (ui_fixture_find_text (hint, "Look for <b>& dashes"));
  g_assert_finalize_object (hint);
}

static void
test_writer_is_set_among_those_it_is_mixed_up_with (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = NULL;
  g_autoptr(BylRules) other = NULL;

  g_assert_nonnull (byl_guide_lesson_find_writer (fixture->source, "The Host", "The Clerk",
                                                  &rules));
  g_assert_nonnull (byl_guide_lesson_find_writer (fixture->source, "The Host", "The Almanac",
                                                  &other));
  g_assert_cmpuint (rules->rounds, ==, 5);
  g_assert_cmpuint (rules->answers, ==, 4);
  g_assert_cmpstr (rules->writers[0], ==, "host");
  g_assert_cmpstr (rules->writers[1], ==, "clerk");
  g_assert_cmpstr (other->writers[1], ==, "almanac");
  g_assert_nonnull (strstr (rules->hint, "The Host"));
}

static void
test_page_may_go_while_it_looks (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  GtkWidget *page = g_object_ref_sink (byl_kind_page_new (fixture->source, BYL_TELL_HEDGE));

  g_object_run_dispose (G_OBJECT (page));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_unref (page);

  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_with_pack (const char *path,
               void      (*test) (Fixture       *fixture,
                                  gconstpointer  user_data))
{
  g_test_add (path, Fixture, real_pack, set_up, test, tear_down);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  char *cache = ui_fixture_make_folder ();
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  if (!ui_fixture_init (&argc, &argv))
    {
      ui_fixture_remove_folder (cache);
      return 0;
    }

  add ("/guide/list-has-all-kinds-and-writers", test_list_has_all_kinds_and_writers);
  add ("/guide/search-finds-words-but-no-headings", test_search_finds_words_but_no_headings);
  add ("/guide/page-is-searched", test_page_is_searched);
  add ("/guide/list-is-reached-from-the-keyboard", test_list_is_reached_from_the_keyboard);
  add ("/guide/kind-has-examples-and-those-who-do-it", test_kind_has_examples_and_those_who_do_it);
  add ("/guide/examples-of-one-writer-are-of-two-answers",
       test_examples_of_one_writer_are_of_two_answers);
  add_with_pack ("/guide/examples-are-of-two-packs", test_examples_are_of_two_packs);
  add_with_pack ("/guide/writer-leads-to-the-packs-that-have-it",
                 test_writer_leads_to_the_packs_that_have_it);
  add_with_pack ("/guide/writer-leads-to-packs-that-can-be-fetched",
                 test_writer_leads_to_packs_that_can_be_fetched);
  add ("/guide/kind-without-places-says-so", test_kind_without_places_says_so);
  add ("/guide/claims-are-judged-by-what-was-measured",
       test_claims_are_judged_by_what_was_measured);
  add ("/guide/lesson-needs-an-installed-pack", test_lesson_needs_an_installed_pack);
  add ("/guide/kind-is-learned-from-those-who-differ-most",
       test_kind_is_learned_from_those_who_differ_most);
  add ("/guide/hint-is-said-in-the-round", test_hint_is_said_in_the_round);
  add ("/guide/writer-is-set-among-those-it-is-mixed-up-with",
       test_writer_is_set_among_those_it_is_mixed_up_with);
  add ("/guide/page-may-go-while-it-looks", test_page_may_go_while_it_looks);

  result = g_test_run ();
  ui_fixture_remove_folder (cache);

  return result;
}
