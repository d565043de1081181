/* test-rival-seat.c: the rival learns in the background, reads what the player reads, and is kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-dealer.h"
#include "byl-pack-reader.h"
#include "byl-rival-seat.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  char       *folder;
  BylLibrary *library;
  BylJournal *journal;
  BylTable   *table;
} Fixture;

/* Two writers that are easily told apart: one is brief and certain, the other hedges at length. The
 * question in play says the opposite of what the others teach, so that a rival that has looked at it
 * would be right and one that has not is wrong. */
static char *
write_pack (guint n_questions)
{
  const char *brief = "It is so. Do it now. Take number %u. Nothing else counts here.";
  const char *long_winded = "Perhaps it might be, although one could also say that number %u seems "
                            "rather likely, and possibly even more than that.";
  GString *json = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"p\",\"title\":"
                                "\"P\",\"language\":\"en\",\"writers\":[{\"id\":\"a\",\"name\":"
                                "\"Ann\"},{\"id\":\"b\",\"name\":\"Bob\"}],\"questions\":[");

  for (guint i = 0; i < n_questions; i++)
    {
      gboolean swapped = i == 0;
      g_autoptr(GString) first = g_string_new (swapped ? long_winded : brief);
      g_autoptr(GString) second = g_string_new (swapped ? brief : long_winded);
      g_autofree char *number = g_strdup_printf ("%u", i);

      g_string_replace (first, "%u", number, 0);
      g_string_replace (second, "%u", number, 0);
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"category\":\"%s\",\"prompt\":"
                              "\"Question %u?\",\"answers\":[{\"writer\":\"a\",\"text\":\"%s\"},"
                              "{\"writer\":\"b\",\"text\":\"%s\"}]}",
                              i > 0 ? "," : "", i, i == 0 ? "odd" : "usual", i, first->str,
                              second->str);
    }

  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

static BylPackEntry *
install (Fixture *fixture,
         guint    n_questions)
{
  g_autofree char *packs = g_build_filename (fixture->folder, "packs", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "p.json", NULL);
  g_autofree char *index_path = g_build_filename (fixture->folder, "index", NULL);
  g_autofree char *text = write_pack (n_questions);
  g_autoptr(GFile) built_in = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) file = g_file_new_for_path (packs);
  g_autoptr(GFile) index = g_file_new_for_path (index_path);
  g_autoptr(GAsyncResult) result = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  fixture->library = byl_library_new (built_in, file, index, NULL);
  byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  g_assert_true (byl_library_refresh_finish (fixture->library, result, NULL));

  return byl_library_find (fixture->library, "p");
}

/* A table with a game of the first question, kept in the journal unless @lost. */
static void
lay (Fixture    *fixture,
     guint       n_questions,
     gboolean    lost,
     const char *category)
{
  BylPackEntry *entry = install (fixture, n_questions);
  g_autoptr(BylPack) pack = byl_pack_load (byl_pack_entry_get_file (entry), NULL, NULL, NULL);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylGame) game = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  rules->rounds = 1;
  rules->rival = TRUE;
  rules->categories = g_strdupv ((char **) (const char *[]) { category, NULL });
  game = byl_game_new (byl_dealer_deal (pack, NULL, rules, 5, NULL, NULL));
  fixture->table = byl_table_new (fixture->journal, game);

  if (lost)
    return;

  byl_journal_start_game_async (fixture->journal, byl_game_get_deal (game), NULL,
                                ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  byl_game_set_id (game, byl_journal_start_game_finish (fixture->journal, result, NULL));
}

static BylGame *
get_game (Fixture *fixture)
{
  return byl_table_get_game (fixture->table);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = ui_fixture_make_folder ();
  fixture->journal = ui_fixture_open_journal (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_object (&fixture->table);
  byl_journal_close (fixture->journal);
  ui_fixture_settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->journal));
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  ui_fixture_remove_folder (fixture->folder);
}

static void
reveal (BylGame *game)
{
  BylRound *on_table = byl_game_get_round (game);

  byl_round_sign (on_table, 0, "a");
  byl_round_sign (on_table, 1, "b");
  byl_game_reveal (game, 1.0);
}

static gboolean
has_rival (gpointer data)
{
  return byl_game_has_rival (get_game (data));
}

static gboolean
is_away (gpointer data)
{
  const char *notice = byl_round_get_rival_notice (byl_game_get_round (get_game (data)));

  return notice != NULL && strstr (notice, "stayed away") != NULL;
}

static void
test_too_few_questions_keep_the_rival_away (Fixture       *fixture,
                                            gconstpointer  user_data)
{
  lay (fixture, 5, FALSE, "odd");
  byl_rival_seat_take (fixture->table, fixture->library);
  reveal (get_game (fixture));
  ui_fixture_wait_until (is_away, fixture, "the rival's excuse");
  g_assert_nonnull (strstr (byl_game_get_rival_notice (get_game (fixture)), "4 questions"));
}

static void
test_a_pack_that_is_gone_keeps_the_rival_away (Fixture       *fixture,
                                               gconstpointer  user_data)
{
  g_autofree char *empty = ui_fixture_make_folder ();
  g_autoptr(GFile) nowhere = g_file_new_for_path (empty);
  g_autoptr(GFile) index = g_file_get_child (nowhere, "index");
  g_autoptr(BylLibrary) library = byl_library_new (nowhere, nowhere, index, NULL);

  lay (fixture, 12, FALSE, "odd");
  byl_rival_seat_take (fixture->table, library);
  reveal (get_game (fixture));
  g_assert_true (is_away (fixture));
  g_clear_object (&library);
  ui_fixture_remove_folder (g_steal_pointer (&empty));
}

static void
test_an_unreadable_pack_keeps_the_rival_away (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  g_autofree char *path = NULL;

  lay (fixture, 12, FALSE, "odd");
  path = g_build_filename (fixture->folder, "p.json", NULL);
  g_assert_true (g_file_set_contents (path, "[", -1, NULL));
  byl_rival_seat_take (fixture->table, fixture->library);
  reveal (get_game (fixture));
  ui_fixture_wait_until (is_away, fixture, "the rival's excuse");
}

static void
test_the_rival_never_looks_at_the_question_in_play (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  BylRound *on_table;

  lay (fixture, 24, FALSE, "odd");
  byl_rival_seat_take (fixture->table, fixture->library);
  ui_fixture_wait_until (has_rival, fixture, "the rival");
  reveal (get_game (fixture));
  on_table = byl_game_get_round (get_game (fixture));

  for (guint i = 0; i < 2; i++)
    g_assert_false (byl_card_get_rival_right (byl_round_get_card (on_table, i)));
}

static void
test_what_it_says_is_kept_and_comes_back (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BylDeal) deal = NULL;
  const BylRivalNote *note;
  BylDealtCard *card;

  lay (fixture, 24, FALSE, "usual");
  byl_rival_seat_take (fixture->table, fixture->library);
  ui_fixture_wait_until (has_rival, fixture, "the rival");
  reveal (get_game (fixture));
  note = byl_card_get_rival (byl_round_get_card (byl_game_get_round (get_game (fixture)), 0));
  g_assert_true (byl_card_get_rival_right (byl_round_get_card (byl_game_get_round (get_game (fixture)),
                                                               0)));
  g_assert_cmpfloat (note->probability, >, 0.5);
  g_assert_cmpuint (note->probabilities->len, ==, 2);
  g_assert_cmpuint (note->arguments->len, >, 0);
  g_assert_cmpuint (note->arguments->len, <=, 2);

  byl_journal_load_game_async (fixture->journal, byl_game_get_deal (get_game (fixture))->id, NULL,
                               ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  deal = byl_journal_load_game_finish (fixture->journal, result, NULL);
  card = ((BylDealtRound *) deal->rounds->pdata[0])->cards->pdata[0];
  g_assert_nonnull (card->rival);
  g_assert_cmpstr (card->rival->writer, ==, note->writer);
  g_assert_cmpuint (card->rival->arguments->len, ==, note->arguments->len);
}

static void
test_a_game_that_is_not_kept_has_its_rival_all_the_same (Fixture       *fixture,
                                                         gconstpointer  user_data)
{
  lay (fixture, 24, TRUE, "usual");
  byl_rival_seat_take (fixture->table, fixture->library);
  ui_fixture_wait_until (has_rival, fixture, "the rival");
}

static void
test_leaving_the_table_ends_its_work (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  lay (fixture, 24, FALSE, "usual");
  byl_rival_seat_take (fixture->table, fixture->library);
  byl_rival_seat_take (fixture->table, fixture->library);
  g_assert_finalize_object (g_steal_pointer (&fixture->table));
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

  add ("/rival-seat/too-few-questions-keep-the-rival-away",
       test_too_few_questions_keep_the_rival_away);
  add ("/rival-seat/a-pack-that-is-gone-keeps-the-rival-away",
       test_a_pack_that_is_gone_keeps_the_rival_away);
  add ("/rival-seat/an-unreadable-pack-keeps-the-rival-away",
       test_an_unreadable_pack_keeps_the_rival_away);
  add ("/rival-seat/the-rival-never-looks-at-the-question-in-play",
       test_the_rival_never_looks_at_the_question_in_play);
  add ("/rival-seat/what-it-says-is-kept-and-comes-back",
       test_what_it_says_is_kept_and_comes_back);
  add ("/rival-seat/a-game-that-is-not-kept-has-its-rival-all-the-same",
       test_a_game_that_is_not_kept_has_its_rival_all_the_same);
  add ("/rival-seat/leaving-the-table-ends-its-work", test_leaving_the_table_ends_its_work);

  return g_test_run ();
}
