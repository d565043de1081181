/* journal-fixture.c: small games, and journal calls that are waited for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const char * const writer_ids[] = { "quill", "ember", "moss", "tern" };
static const char * const writer_names[] = { "Quill", "Ember", "Moss", "Tern" };

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0700);
      folder = g_dir_open (path, 0, NULL);
      while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }

  g_remove (path);
}

static BylDealtCard *
make_card (guint number,
           guint writer)
{
  BylDealtCard *card = byl_dealt_card_new ();
  BylAuthorTell *tell = g_new0 (BylAuthorTell, 1);

  card->writer = g_strdup (writer_ids[writer]);
  card->text = g_strdup_printf ("Answer **%s** to question %u, “as said”.", writer_ids[writer],
                                number);
  card->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, card->text, -1);
  card->provenance = g_new0 (BylProvenance, 1);
  card->provenance->kind = BYL_PROVENANCE_ILLUSTRATIVE;
  card->provenance->date = g_strdup ("2026-04-08");
  tell->family = BYL_FAMILY_UNCERTAINTY;
  tell->quote = g_strdup ("as said");
  tell->note = byl_localized_new ();
  byl_localized_add (tell->note, "en", "Quotes \"itself\".");
  byl_localized_add (tell->note, "de", "Zitiert sich.");
  g_ptr_array_add (card->tells, tell);

  return card;
}

static BylDealtRound *
make_round (BylMode mode,
            guint   number)
{
  BylDealtRound *round = byl_dealt_round_new ();
  guint n_cards = mode == BYL_MODE_SOLO ? 1 : FIXTURE_N_WRITERS;

  round->question = g_strdup_printf ("question-%u", number);
  round->prompt = g_strdup_printf ("What is %u?", number);
  round->category = number % 2 == 0 ? g_strdup ("sums") : NULL;
  round->difficulty = number % 6;

  for (guint i = 0; i < FIXTURE_N_WRITERS; i++)
    g_ptr_array_add (round->names, byl_dealt_name_new (writer_ids[i], writer_names[i]));
  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (round->cards, make_card (number, (i + number) % FIXTURE_N_WRITERS));

  return round;
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *connection = NULL;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);

  return connection;
}

void
fixture_set_up (Fixture *self)
{
  self->folder = g_dir_make_tmp ("byline-journal-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "data", "journal.db", NULL);
  self->file = g_file_new_for_path (self->path);
}

void
fixture_tear_down (Fixture *self)
{
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_object_unref (self->file);
}

char *
fixture_read (const char *path,
              gsize      *length)
{
  char *data = NULL;

  g_assert_true (g_file_get_contents (path, &data, length, NULL));

  return data;
}

/* The names in a folder, sorted. */
char **
fixture_list_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) (void (*) (void)) g_strcmp0);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

gint64
fixture_query (const char *path,
               const char *sql)
{
  sqlite3 *connection = open_raw (path);
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  if (sqlite3_column_type (statement, 0) == SQLITE_TEXT)
    number = strcmp ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  else
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (connection);

  return number;
}

void
fixture_execute (const char *path,
                 const char *sql)
{
  sqlite3 *connection = open_raw (path);

  g_assert_cmpint (sqlite3_exec (connection, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
}

BylDeal *
make_deal (const char *pack,
           BylMode     mode,
           guint       n_rounds)
{
  BylDeal *deal = byl_deal_new ();

  deal->pack = g_strdup (pack);
  deal->revision = 3;
  deal->pack_title = g_strdup_printf ("The %s", pack);
  deal->language = g_strdup ("en");
  deal->all_models = TRUE;
  g_strfreev (deal->masked_names);
  deal->masked_names = g_strsplit ("Quill|Ember's|\"Moss\"", "|", -1);
  deal->rules->mode = mode;
  deal->rules->bets = TRUE;
  deal->rules->rounds = CLAMP (n_rounds, 1, BYL_RULES_MAX_ROUNDS);
  deal->rules->writers = g_strdupv ((char **) (const char *[]) { "quill", "moss", NULL });
  deal->seed = G_MAXUINT64 - 5;
  deal->app_version = g_strdup ("0.1.0");
  deal->started = g_get_real_time ();

  for (guint i = 0; i < n_rounds; i++)
    g_ptr_array_add (deal->rounds, make_round (mode, i));

  return deal;
}

void
sign_card (BylDealtRound *round,
           guint          card,
           const char    *writer,
           BylBet         bet)
{
  BylDealtCard *dealt = g_ptr_array_index (round->cards, card);

  g_free (dealt->guess);
  dealt->guess = g_strdup (writer);
  dealt->bet = bet;
}

BylDealtRound *
get_round (BylDeal *deal,
           guint    number)
{
  g_assert_cmpuint (number, <, deal->rounds->len);

  return g_ptr_array_index (deal->rounds, number);
}

BylDealtCard *
get_card (BylDeal *deal,
          guint    number,
          guint    card)
{
  return g_ptr_array_index (get_round (deal, number)->cards, card);
}

void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
wait_for (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

BylJournal *
open_journal (GFile *file)
{
  BylJournal *journal = byl_journal_new (file);
  g_autoptr(GError) error = NULL;

  wait_open (journal, &error);
  g_assert_no_error (error);

  return journal;
}

gboolean
wait_open (BylJournal  *journal,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_open_async (journal, NULL, keep_result_cb, &result);

  return byl_journal_open_finish (journal, wait_for (&result), error);
}

gint64
wait_start_game (BylJournal     *journal,
                 const BylDeal  *deal,
                 GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_start_game_async (journal, deal, NULL, keep_result_cb, &result);

  return byl_journal_start_game_finish (journal, wait_for (&result), error);
}

gboolean
wait_sign (BylJournal           *journal,
           gint64                game,
           guint                 number,
           const BylDealtRound  *round,
           GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_sign_async (journal, game, number, round, NULL, keep_result_cb, &result);

  return byl_journal_sign_finish (journal, wait_for (&result), error);
}

gboolean
wait_reveal (BylJournal  *journal,
             gint64       game,
             guint        number,
             GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_reveal_async (journal, game, number, 12.5, NULL, keep_result_cb, &result);

  return byl_journal_reveal_finish (journal, wait_for (&result), error);
}

gboolean
wait_end_game (BylJournal  *journal,
               gint64       game,
               gboolean     given_up,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_end_game_async (journal, game, given_up, NULL, keep_result_cb, &result);

  return byl_journal_end_game_finish (journal, wait_for (&result), error);
}

gboolean
wait_keep_rival (BylJournal     *journal,
                 const BylDeal  *deal,
                 GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_keep_rival_async (journal, deal, NULL, keep_result_cb, &result);

  return byl_journal_keep_rival_finish (journal, wait_for (&result), error);
}

BylMatch *
wait_match (BylJournal  *journal,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_match_async (journal, NULL, keep_result_cb, &result);

  return byl_journal_match_finish (journal, wait_for (&result), error);
}

gint64
wait_find (BylJournal  *journal,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_find_interrupted_async (journal, NULL, keep_result_cb, &result);

  return byl_journal_find_interrupted_finish (journal, wait_for (&result), error);
}

BylDeal *
wait_load (BylJournal  *journal,
           gint64       game,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_load_game_async (journal, game, NULL, keep_result_cb, &result);

  return byl_journal_load_game_finish (journal, wait_for (&result), error);
}

GListModel *
wait_list_games (BylJournal  *journal,
                 const char  *pack,
                 guint        most,
                 GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_list_games_async (journal, pack, most, NULL, keep_result_cb, &result);

  return byl_journal_list_games_finish (journal, wait_for (&result), error);
}

BylTally *
wait_tally (BylJournal  *journal,
            const char  *pack,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_tally_async (journal, pack, NULL, keep_result_cb, &result);

  return byl_journal_tally_finish (journal, wait_for (&result), error);
}
