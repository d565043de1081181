/* test-marking.c: words are marked before the reveal, and earn credit for what they tell after it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-dealer.h"
#include "byl-mark-judge.h"
#include "byl-mark-words.h"
#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-read-marker.h"
#include "byl-read-mesh.h"
#include "byl-round-page.h"
#include "ui-fixture.h"

#include <string.h>

#define N_QUESTIONS 12

/* Ann puts dashes where Bob puts semicolons. */
static BylPack *
make_pack (void)
{
  g_autoptr(GString) json = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"p\","
                                          "\"title\":\"P\",\"language\":\"en\",\"writers\":["
                                          "{\"id\":\"a\",\"name\":\"Ann\"},"
                                          "{\"id\":\"b\",\"name\":\"Bob\"}],\"questions\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < N_QUESTIONS; i++)
    g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Question %u?\",\"answers\":["
                            "{\"writer\":\"a\",\"text\":\"Seven plain words stood here — and then "
                            "nothing more, as of day %u.\"},{\"writer\":\"b\",\"text\":\"Seven plain "
                            "words stood here; and then nothing more, as of day %u.\"}]}",
                            i > 0 ? "," : "", i, i, i, i);

  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

typedef struct
{
  char          *folder;
  BylJournal    *journal;
  BylPack       *pack;
  BylTellSource *source;
  BylGame       *game;
  BylTable      *table;
  GtkWidget     *window;
  GtkWidget     *page;
} Fixture;

static gboolean
has_profile (gpointer data)
{
  return byl_tell_source_get_profile (data) != NULL;
}

static void
lay (Fixture *fixture,
     gboolean mark)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GAsyncResult) result = NULL;

  rules->rounds = 1;
  rules->mark = mark;
  fixture->game = byl_game_new (byl_dealer_deal (fixture->pack, NULL, rules, 3, NULL, NULL));
  byl_journal_start_game_async (fixture->journal, byl_game_get_deal (fixture->game), NULL,
                                ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  byl_game_set_id (fixture->game,
                   byl_journal_start_game_finish (fixture->journal, result, NULL));
  fixture->table = byl_table_new (fixture->journal, fixture->game);
  byl_table_set_tell_source (fixture->table, fixture->source);
  byl_round_page_set_table (BYL_ROUND_PAGE (fixture->page), fixture->table);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);

  fixture->folder = ui_fixture_make_folder ();
  fixture->journal = ui_fixture_open_journal (fixture->folder);
  fixture->pack = make_pack ();
  fixture->source = byl_tell_source_new (fixture->pack, NULL, lexicons, NULL);
  ui_fixture_wait_until (has_profile, fixture->source, "the profile");
  fixture->page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  byl_round_page_set_table (BYL_ROUND_PAGE (fixture->page), NULL);
  ui_fixture_destroy_window (fixture->window);
  g_clear_object (&fixture->table);
  g_clear_object (&fixture->game);
  byl_journal_close (fixture->journal);
  ui_fixture_settle ();
  g_object_unref (fixture->journal);
  g_object_unref (fixture->source);
  byl_pack_unref (fixture->pack);
  ui_fixture_remove_folder (fixture->folder);
}

static BylCard *
find_card (Fixture    *fixture,
           const char *writer)
{
  BylRound *on_table = byl_game_get_round (fixture->game);
  const BylDealtRound *dealt = byl_round_get_dealt (on_table);

  for (guint i = 0; i < dealt->cards->len; i++)
    if (g_str_equal (((BylDealtCard *) dealt->cards->pdata[i])->writer, writer))
      return byl_round_get_card (on_table, i);

  g_assert_not_reached ();
}

static gboolean
is_marked (gpointer card)
{
  return byl_card_get_marks (card) != NULL;
}

static gboolean
is_judged (gpointer card)
{
  return byl_card_get_marks (card) != NULL && byl_card_get_marks (card)->judged;
}

static gboolean
is_signed (gpointer on_table)
{
  return byl_round_get_n_unsigned (on_table) == 0;
}

static gboolean
is_offered (gpointer page)
{
  return ui_fixture_find_button (page, "Mark “—”") != NULL;
}

static void
reveal (Fixture *fixture)
{
  byl_table_sign (fixture->table, 0, "a");
  byl_table_sign (fixture->table, 1, "b");
  ui_fixture_wait_until (is_signed, byl_game_get_round (fixture->game), "the signatures");
  byl_table_reveal (fixture->table);
}

static BylReadText *
new_text (const char *words)
{
  return byl_read_text_new_markdown (words);
}

static void
assert_snapped (const char *words,
                guint       start,
                guint       end,
                const char *expected)
{
  g_autoptr(BylReadText) text = new_text (words);
  g_autofree char *snapped = NULL;

  byl_read_mesh_snap (text, &start, &end);
  snapped = g_utf8_substring (byl_read_text_get_text (text), start, end);
  g_assert_cmpstr (snapped, ==, expected);
}

static void
test_a_drag_takes_whole_words (Fixture       *fixture,
                               gconstpointer  user_data)
{
  assert_snapped ("Whole words only.", 2, 3, "Whole");
  assert_snapped ("Whole words only.", 4, 8, "Whole words");
  assert_snapped ("Whole words only.", 5, 6, "");
  assert_snapped ("Whole words only.", 12, 900, "only.");
  assert_snapped ("Whole words only.", 900, 901, "");
  assert_snapped ("これは文です。", 3, 5, "文で");
}

static void
test_every_character_is_found_where_it_lies (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWidget *view = byl_read_view_new ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr(BylReadText) text = new_text ("# Above\n\nSome words that go on for quite a while, "
                                          "so that they need a second line.\n\n- one\n- two");
  guint found;

  gtk_window_set_default_size (GTK_WINDOW (window), 300, 300);
  gtk_window_set_child (GTK_WINDOW (window), view);
  byl_read_view_set_read_text (BYL_READ_VIEW (view), text);
  gtk_window_present (GTK_WINDOW (window));
  byl_read_view_finish (BYL_READ_VIEW (view));

  for (guint i = 0; i < 50 && gtk_widget_get_width (view) == 0; i++)
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_settle ();

  for (guint i = 0; i < byl_read_text_get_length (text); i++)
    {
      g_autoptr(GArray) areas = byl_read_mesh_find_areas (BYL_READ_VIEW (view), i, i + 1);
      graphene_rect_t *area = &g_array_index (areas, graphene_rect_t, 0);

      /* Between two blocks there is nothing, and the end of a line has no width. */
      if (areas->len == 0 || area->size.width < 2)
        continue;

      g_assert_true (byl_read_mesh_find_character (BYL_READ_VIEW (view),
                                                   area->origin.x + area->size.width / 2,
                                                   area->origin.y + area->size.height / 2,
                                                   &found));
      g_assert_cmpuint (found, ==, i);
    }

  g_assert_false (byl_read_mesh_find_character (BYL_READ_VIEW (view), 10, 5000, &found));
  ui_fixture_destroy_window (window);
}

static void
test_without_the_rule_nothing_is_offered (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  lay (fixture, FALSE);
  ui_fixture_settle ();
  g_assert_null (ui_fixture_find (fixture->page, BYL_TYPE_READ_MARKER, 0));
  reveal (fixture);
  ui_fixture_settle ();
  g_assert_null (byl_card_get_marks (find_card (fixture, "a")));
}

static void
test_what_is_offered_is_marked_when_it_is_kept (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BylDeal) loaded = NULL;
  GtkWidget *offer;
  BylCard *card;
  const BylMark *mark;

  lay (fixture, TRUE);
  card = find_card (fixture, "a");
  ui_fixture_wait_until (is_offered, fixture->page, "an offer");
  /* The other writer's tell is offered in the same way. */
  g_assert_nonnull (ui_fixture_find_button (fixture->page, "Mark “;”"));
  offer = ui_fixture_find_button (fixture->page, "Mark “—”");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (offer), TRUE);
  g_assert_null (byl_card_get_marks (card));
  ui_fixture_wait_until (is_marked, card, "the mark");
  mark = g_ptr_array_index (byl_card_get_marks (card)->marks, 0);
  g_assert_cmpuint (mark->end - mark->start, ==, 1);

  byl_journal_load_game_async (fixture->journal, byl_game_get_deal (fixture->game)->id, NULL,
                               ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  loaded = byl_journal_load_game_finish (fixture->journal, result, NULL);
  g_assert_true (byl_marks_equal (((BylDealtCard *) ((BylDealtRound *) loaded->rounds->pdata[0])
                                     ->cards->pdata[byl_card_get_position (card)])->marks,
                                  byl_card_get_marks (card)));

  /* Pressed once more it is taken back. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (offer), FALSE);
  while (byl_card_get_marks (card)->marks->len > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_only_a_tell_of_the_true_writer_earns_credit (Fixture       *fixture,
                                                  gconstpointer  user_data)
{
  BylCard *card;
  const BylMarks *marks;
  const BylMark *plain, *dash;
  BylMarkSum sum = { 0, };
  g_autofree char *text = NULL;

  lay (fixture, TRUE);
  card = find_card (fixture, "a");
  byl_table_mark (fixture->table, byl_card_get_position (card), 0, 11, TRUE);
  byl_table_mark (fixture->table, byl_card_get_position (card), 29, 34, TRUE);
  ui_fixture_wait_until (is_marked, card, "the marks");
  reveal (fixture);
  ui_fixture_wait_until (is_judged, card, "the credit");

  marks = byl_card_get_marks (card);
  g_assert_cmpuint (marks->marks->len, ==, 2);
  plain = g_ptr_array_index (marks->marks, 0);
  dash = g_ptr_array_index (marks->marks, 1);
  g_assert_cmpuint (plain->words, ==, 2);
  g_assert_cmpuint (plain->credited, ==, 0);
  g_assert_null (plain->tell);
  g_assert_cmpuint (dash->words, ==, 2);
  g_assert_cmpuint (dash->credited, ==, 1);
  g_assert_cmpstr (dash->tell, ==, "em-dash");
  g_assert_cmpuint (marks->all_words, ==, 14);
  g_assert_cmpuint (marks->all_credited, >=, 1);
  g_assert_cmpuint (marks->all_credited, <, 7);

  byl_mark_sum_add_round (&sum, byl_round_get_dealt (byl_game_get_round (fixture->game)));
  text = byl_mark_sum_dup_text (&sum);
  g_assert_nonnull (strstr (text, "on 1 of the 4 words"));
  g_assert_nonnull (ui_fixture_find_text (fixture->page, text));
  /* After the reveal nothing is offered any more. */
  g_assert_false (is_offered (fixture->page));
}

static void
test_the_same_words_are_worth_nothing_on_the_other_card (Fixture       *fixture,
                                                         gconstpointer  user_data)
{
  BylRound *on_table;
  BylCard *card;
  g_autoptr(BylTells) tells = NULL;
  g_autoptr(BylMarks) marks = byl_marks_new ();
  g_autoptr(BylMarks) of_ann = NULL;
  g_autoptr(BylMarks) of_bob = NULL;
  BylProfile *profile = byl_tell_source_get_profile (fixture->source);

  lay (fixture, TRUE);
  on_table = byl_game_get_round (fixture->game);
  card = find_card (fixture, "a");
  tells = byl_tell_source_find_tells (fixture->source, byl_card_get_read_text (card),
                                      byl_round_get_prompt (on_table));
  byl_marks_change (marks, 29, 30, TRUE);
  of_ann = byl_mark_judge_new (marks, byl_card_get_read_text (card), tells, profile, 0);
  of_bob = byl_mark_judge_new (marks, byl_card_get_read_text (card), tells, profile, 1);
  g_assert_cmpuint (((BylMark *) of_ann->marks->pdata[0])->credited, ==, 1);
  g_assert_cmpuint (((BylMark *) of_bob->marks->pdata[0])->credited, ==, 0);
}

static void
test_no_marks_say_nothing (Fixture       *fixture,
                           gconstpointer  user_data)
{
  BylMarkSum sum = { 0, };
  g_autoptr(BylMarks) marks = byl_marks_new ();

  byl_marks_change (marks, 0, 4, TRUE);
  byl_mark_sum_add (&sum, NULL);
  byl_mark_sum_add (&sum, marks);
  g_assert_null (byl_mark_sum_dup_text (&sum));
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

  add ("/marking/a-drag-takes-whole-words", test_a_drag_takes_whole_words);
  add ("/marking/every-character-is-found-where-it-lies",
       test_every_character_is_found_where_it_lies);
  add ("/marking/without-the-rule-nothing-is-offered", test_without_the_rule_nothing_is_offered);
  add ("/marking/no-marks-say-nothing", test_no_marks_say_nothing);
  add ("/marking/what-is-offered-is-marked-when-it-is-kept",
       test_what_is_offered_is_marked_when_it_is_kept);
  add ("/marking/only-a-tell-of-the-true-writer-earns-credit",
       test_only_a_tell_of_the_true_writer_earns_credit);
  add ("/marking/the-same-words-are-worth-nothing-on-the-other-card",
       test_the_same_words_are_worth_nothing_on_the_other_card);

  return g_test_run ();
}
