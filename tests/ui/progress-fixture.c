/* progress-fixture.c: a progress page beside a journal of small hand-made games
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "progress-fixture.h"

void
page_set_up (PageFixture   *fixture,
             gconstpointer  user_data)
{
  fixture_set_up (&fixture->files);
  fixture->journal = open_journal (fixture->files.file);
  fixture->page = byl_progress_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), fixture->journal);
}

void
page_tear_down (PageFixture   *fixture,
                gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->journal);
  fixture_tear_down (&fixture->files);
}

gint64
page_keep_game (PageFixture *fixture,
                BylDeal     *deal)
{
  g_autoptr(GError) error = NULL;
  gint64 game = wait_start_game (fixture->journal, deal, &error);

  g_assert_no_error (error);
  byl_deal_free (deal);

  return game;
}

BylTally *
page_tally_all (PageFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  BylTally *tally = wait_tally (fixture->journal, NULL, &error);

  g_assert_no_error (error);

  return tally;
}

BylDeal *
deal_game (const char *pack,
           const char *title,
           BylMode     mode,
           gint64      started)
{
  BylDeal *deal = byl_deal_new ();

  byl_rules_free (deal->rules);
  deal->rules = byl_rules_new ();
  deal->rules->mode = mode;
  deal->pack = g_strdup (pack);
  deal->revision = 1;
  deal->pack_title = g_strdup (title);
  deal->language = g_strdup ("en");
  deal->app_version = g_strdup ("0");
  deal->seed = 7;
  deal->started = started;
  deal->finished = started + HOUR;

  return deal;
}

/* Writers are letters: who may be signed, who wrote each card, and whom the player signed, where
 * '-' is nobody. */
void
deal_round (BylDeal    *deal,
            const char *names,
            const char *writers,
            const char *guesses)
{
  BylDealtRound *round = byl_dealt_round_new ();

  round->question = g_strdup_printf ("question-%u", deal->rounds->len);
  round->prompt = g_strdup ("Why?");
  round->revealed = TRUE;
  round->seconds = 3.0;

  for (const char *name = names; *name != '\0'; name++)
    {
      g_autofree char *id = g_strdup_printf ("%c", *name);
      g_autofree char *shown = g_strdup_printf ("<b>Voice</b> %c", *name);

      g_ptr_array_add (round->names, byl_dealt_name_new (id, shown));
    }

  for (guint i = 0; writers[i] != '\0'; i++)
    {
      BylDealtCard *card = byl_dealt_card_new ();

      card->writer = g_strdup_printf ("%c", writers[i]);
      card->text = g_strdup_printf ("Because %c says so.", writers[i]);
      card->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, card->text, -1);
      card->guess = guesses[i] != '-' ? g_strdup_printf ("%c", guesses[i]) : NULL;
      g_ptr_array_add (round->cards, card);
    }

  g_ptr_array_add (deal->rounds, round);
}
