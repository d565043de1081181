/* test-rules-window.c: rules come out of the window as they went in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library.h"
#include "byl-rules-window.h"
#include "ui-fixture.h"

#include <string.h>

#define PACK \
  "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"p\",\"title\":\"Cats <b>& dogs\"," \
  "\"language\":\"en\",\"writers\":[{\"id\":\"a\",\"name\":\"A <i>& co\"}," \
  "{\"id\":\"b\",\"name\":\"Bob\"},{\"id\":\"c\",\"name\":\"Cyd\"}],\"questions\":[" \
  "{\"id\":\"q0\",\"prompt\":\"First?\",\"category\":\"one\",\"answers\":[" \
  "{\"writer\":\"a\",\"text\":\"This is an answer that is long enough.\"}," \
  "{\"writer\":\"b\",\"text\":\"This one is long enough as well, I think.\"}]}," \
  "{\"id\":\"q1\",\"prompt\":\"Second?\",\"category\":\"two_three\",\"answers\":[" \
  "{\"writer\":\"a\",\"text\":\"Once more an answer that is long enough.\"}," \
  "{\"writer\":\"c\",\"text\":\"Once more one that is long enough, I think.\"}]}]}"

typedef struct
{
  char         *folder;
  BylLibrary   *library;
  BylPackEntry *entry;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *packs = NULL;
  g_autofree char *path = NULL;
  g_autofree char *index_path = NULL;
  g_autoptr(GFile) built_in = NULL;
  g_autoptr(GFile) index = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = ui_fixture_make_folder ();
  packs = g_build_filename (fixture->folder, "packs", NULL);
  path = g_build_filename (fixture->folder, "p.json", NULL);
  index_path = g_build_filename (fixture->folder, "index", NULL);
  built_in = g_file_new_for_path (fixture->folder);
  file = g_file_new_for_path (packs);
  index = g_file_new_for_path (index_path);
  g_assert_true (g_file_set_contents (path, PACK, -1, NULL));
  fixture->library = byl_library_new (built_in, file, index, NULL);
  byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  byl_library_refresh_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  fixture->entry = byl_library_find (fixture->library, "p");
  g_assert_nonnull (fixture->entry);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_settle ();
  g_assert_finalize_object (fixture->library);
  ui_fixture_remove_folder (fixture->folder);
}

static void
destroy (GtkWindow *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_destroy (window);
  ui_fixture_settle ();
  g_assert_null (gone);
}

static void
assert_same_list (char **list,
                  char **other)
{
  if (list == NULL || other == NULL)
    g_assert_true (list == other);
  else
    g_assert_true (g_strv_equal ((const char * const *) list, (const char * const *) other));
}

static void
assert_kept (Fixture        *fixture,
             const BylRules *rules)
{
  GtkWindow *window = byl_rules_window_new (NULL, fixture->entry, rules);
  g_autoptr(BylRules) chosen = byl_rules_window_dup_rules (BYL_RULES_WINDOW (window));

  g_assert_cmpint (chosen->mode, ==, rules->mode);
  g_assert_cmpuint (chosen->answers, ==, rules->answers);
  g_assert_cmpuint (chosen->rounds, ==, rules->rounds);
  g_assert_cmpint (chosen->bets, ==, rules->bets);
  g_assert_cmpint (chosen->mark, ==, rules->mark);
  g_assert_cmpint (chosen->plain_text, ==, rules->plain_text);
  assert_same_list (chosen->writers, rules->writers);
  assert_same_list (chosen->categories, rules->categories);
  destroy (window);
}

static void
test_one_writer_is_no_game (Fixture       *fixture,
                            gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  const char *writers[] = { "b", "gone", NULL };
  GtkWindow *window;
  GtkWidget *play;

  rules->writers = g_strdupv ((char **) writers);
  window = byl_rules_window_new (NULL, fixture->entry, rules);
  play = ui_fixture_find_button (GTK_WIDGET (window), "Play");
  g_assert_false (gtk_widget_get_sensitive (play));

  /* The switches of the writers come after those of bets, marks, the rival and plain text. */
  gtk_switch_set_active (GTK_SWITCH (ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_SWITCH, 4)),
                         TRUE);
  g_assert_true (gtk_widget_get_sensitive (play));
  destroy (window);
}

static void
test_no_questions_are_no_game (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  const char *categories[] = { "gone", NULL };
  GtkWindow *window;

  rules->categories = g_strdupv ((char **) categories);
  window = byl_rules_window_new (NULL, fixture->entry, rules);
  g_assert_false (gtk_widget_get_sensitive (ui_fixture_find_button (GTK_WIDGET (window), "Play")));
  destroy (window);
}

static BylPackEntry *
add_large_pack (Fixture *fixture)
{
  g_autoptr(GString) json = g_string_new (PACK);
  g_autofree char *path = g_build_filename (fixture->folder, "large.json", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  g_string_replace (json, "\"id\":\"p\"", "\"id\":\"large\"", 1);
  g_string_truncate (json, json->len - strlen ("]}"));

  for (guint i = 2; i < 12; i++)
    g_string_append_printf (json, ",{\"id\":\"q%u\",\"prompt\":\"Number %u?\",\"category\":"
                            "\"two\",\"answers\":[{\"writer\":\"a\",\"text\":\"An answer, "
                            "number %u, long enough.\"},{\"writer\":\"b\",\"text\":\"Another "
                            "one, number %u, long enough.\"}]}", i, i, i, i);

  g_string_append (json, "]}");
  g_assert_true (g_file_set_contents (path, json->str, -1, NULL));
  byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  g_assert_true (byl_library_refresh_finish (fixture->library, result, NULL));

  return byl_library_find (fixture->library, "large");
}

static GtkSwitch *
find_rival_switch (GtkWindow *window)
{
  return GTK_SWITCH (ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_SWITCH, 2));
}

static void
test_rival_stays_away_where_there_is_too_little_to_learn_from (Fixture       *fixture,
                                                               gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylRules) chosen = NULL;
  GtkWindow *window;

  rules->rival = TRUE;
  window = byl_rules_window_new (NULL, fixture->entry, rules);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_rival_switch (window))));
  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (window),
                                          "It needs at least 5 other questions to learn from; "
                                          "such a game leaves it 0"));
  chosen = byl_rules_window_dup_rules (BYL_RULES_WINDOW (window));
  g_assert_false (chosen->rival);
  destroy (window);
}

static void
test_rival_plays_where_the_rounds_leave_it_questions (Fixture       *fixture,
                                                      gconstpointer  user_data)
{
  BylPackEntry *entry = add_large_pack (fixture);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylRules) chosen = NULL;
  GtkWindow *window;

  g_assert_nonnull (entry);
  g_assert_cmpuint (byl_pack_entry_get_n_questions (entry), ==, 12);
  rules->rival = TRUE;
  rules->rounds = 5;
  window = byl_rules_window_new (NULL, entry, rules);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_rival_switch (window))));
  chosen = byl_rules_window_dup_rules (BYL_RULES_WINDOW (window));
  g_assert_true (chosen->rival);
  destroy (window);

  /* Ten rounds leave two. */
  rules->rounds = 10;
  window = byl_rules_window_new (NULL, entry, rules);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_rival_switch (window))));
  destroy (window);
}

static void
test_usual_rules_leave_nobody_out (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();

  g_assert_null (rules->writers);
  g_assert_null (rules->categories);
  assert_kept (fixture, rules);
}

static void
test_rules_come_out_as_they_went_in (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  const guint answers[] = { 2, 3, 4, BYL_RULES_ALL_ANSWERS };
  const guint rounds[] = { 5, 10, 20, 30 };
  const char *writers[] = { "a", "c", NULL };
  const char *categories[] = { "two_three", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(BylRules) rules = byl_rules_new ();

      rules->mode = i % 2 == 0 ? BYL_MODE_SOLO : BYL_MODE_LINE_UP;
      rules->answers = answers[i];
      rules->rounds = rounds[i];
      rules->bets = i < 2;
      rules->plain_text = i % 2 == 0;
      rules->mark = i % 2 == 1;
      rules->writers = i > 0 ? g_strdupv ((char **) writers) : NULL;
      rules->categories = i > 1 ? g_strdupv ((char **) categories) : NULL;
      assert_kept (fixture, rules);
    }
}

static void
test_categories_are_read_as_words (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  const char *categories[] = { "two_three", NULL };
  GtkWindow *window;

  rules->categories = g_strdupv ((char **) categories);
  window = byl_rules_window_new (NULL, fixture->entry, rules);
  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (window), "two three"));
  g_assert_null (ui_fixture_find_text (GTK_WIDGET (window), "two_three"));
  assert_kept (fixture, rules);
  destroy (window);
}

static void
test_names_are_no_markup (Fixture       *fixture,
                          gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  GtkWindow *window = byl_rules_window_new (NULL, fixture->entry, rules);

  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (window), "A <i>& co"));
  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (window), "Cats <b>& dogs"));
  destroy (window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
play_cb (BylRulesWindow  *window,
         BylRules        *rules,
         BylRules       **played)
{
  *played = byl_rules_copy (rules);
}

static void
test_play_brings_the_rules_and_closes (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylRules) played = NULL;
  GtkWindow *window;
  gpointer gone;

  rules->bets = TRUE;
  gone = window = byl_rules_window_new (NULL, fixture->entry, rules);
  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  g_signal_connect (window, "play", G_CALLBACK (play_cb), &played);
  gtk_window_present (window);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Play"), "clicked");
  g_assert_nonnull (played);
  g_assert_true (played->bets);
  ui_fixture_wait_until (is_gone, &gone, "the end of the window");
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
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/rules-window/one-writer-is-no-game", test_one_writer_is_no_game);
  add ("/rules-window/no-questions-are-no-game", test_no_questions_are_no_game);
  add ("/rules-window/rival-stays-away-where-there-is-too-little-to-learn-from",
       test_rival_stays_away_where_there_is_too_little_to_learn_from);
  add ("/rules-window/rival-plays-where-the-rounds-leave-it-questions",
       test_rival_plays_where_the_rounds_leave_it_questions);
  add ("/rules-window/usual-rules-leave-nobody-out", test_usual_rules_leave_nobody_out);
  add ("/rules-window/rules-come-out-as-they-went-in", test_rules_come_out_as_they_went_in);
  add ("/rules-window/categories-are-read-as-words", test_categories_are_read_as_words);
  add ("/rules-window/names-are-no-markup", test_names_are_no_markup);
  add ("/rules-window/play-brings-the-rules-and-closes", test_play_brings_the_rules_and_closes);

  return g_test_run ();
}
