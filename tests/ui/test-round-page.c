/* test-round-page.c: a round is signed and revealed; before the reveal nothing tells
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card-switcher.h"
#include "byl-card-view.h"
#include "byl-round-page.h"
#include "byl-signature-line.h"
#include "byl-stage.h"
#include "byl-trouble-bar.h"
#include "ui-fixture.h"

#include <string.h>

/* What is in no text of the pages, and so is a leak wherever it turns up before the reveal. */
#define SECRET "Quillon"

typedef struct
{
  char       *folder;
  BylJournal *journal;
  GtkWidget  *window;
  GtkWidget  *page;
  GtkWidget  *action; /* Reveal, and what comes after it */
} Fixture;

static void
open_page (Fixture *fixture)
{
  fixture->page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = ui_fixture_make_folder ();
  fixture->journal = ui_fixture_open_journal (fixture->folder);
  open_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  byl_journal_close (fixture->journal);
  g_assert_finalize_object (fixture->journal);
  ui_fixture_remove_folder (fixture->folder);
}

/* Lays a game on the page that is not kept: it is signed and revealed at once. */
static BylGame *
lay (Fixture *fixture,
     BylDeal *deal)
{
  g_autoptr(BylGame) game = byl_game_new (deal);
  g_autoptr(BylTable) table = byl_table_new (fixture->journal, game);

  byl_round_page_set_table (BYL_ROUND_PAGE (fixture->page), table);
  fixture->action = ui_fixture_find_button (fixture->page, "Reveal");

  return game; /* the page holds the table, which holds another reference */
}

static GtkWidget *
get_card (Fixture *fixture,
          guint    position)
{
  return ui_fixture_find (fixture->page, BYL_TYPE_CARD_VIEW, position);
}

static const BylDealtRound *
get_dealt (BylGame *game)
{
  return byl_round_get_dealt (byl_game_get_round (game));
}

/* Place among the round's names of the one who wrote a card. */
static guint
find_truth (BylGame *game,
            guint    card)
{
  const BylDealtRound *dealt = get_dealt (game);
  const BylDealtCard *dealt_card = g_ptr_array_index (dealt->cards, card);

  for (guint i = 0; i < dealt->names->len; i++)
    if (g_str_equal (((BylDealtName *) dealt->names->pdata[i])->id, dealt_card->writer))
      return i;

  g_assert_not_reached ();
}

static const char *
get_name (BylGame *game,
          guint    name)
{
  return ((BylDealtName *) get_dealt (game)->names->pdata[name])->name;
}

static void
sign_all_right (Fixture *fixture,
                BylGame *game)
{
  for (guint i = 0; i < get_dealt (game)->cards->len; i++)
    {
      byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), i);
      byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), find_truth (game, i));
    }
}

static guint
get_chosen (Fixture *fixture)
{
  return byl_stage_get_chosen (BYL_STAGE (ui_fixture_find (fixture->page, BYL_TYPE_STAGE, 0)));
}

static void
assert_line (Fixture    *fixture,
             guint       card,
             const char *sentence)
{
  gtk_test_accessible_assert_property (ui_fixture_find (get_card (fixture, card),
                                                        BYL_TYPE_SIGNATURE_LINE, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

static void
test_page_without_a_table_stays_blank (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  BylRoundPage *page = BYL_ROUND_PAGE (fixture->page);

  byl_round_page_choose (page, 0);
  byl_round_page_sign (page, 0);
  byl_round_page_unsign (page);
  byl_round_page_raise_bet (page, 1);
  byl_round_page_scroll (page, 1.0);
  byl_round_page_go_on (page);
  byl_round_page_finish (page);
  byl_round_page_set_narrow (page, TRUE);

  g_assert_null (byl_round_page_get_table (page));
  g_assert_null (get_card (fixture, 0));
}

static void
test_what_is_not_there_is_neither_chosen_nor_signed (Fixture       *fixture,
                                                     gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (4, 1, FALSE));

  byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), 4);
  byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), 4);

  g_assert_cmpuint (get_chosen (fixture), ==, 0);
  g_assert_cmpuint (byl_round_get_n_unsigned (byl_game_get_round (game)), ==, 4);
}

static void
test_cards_are_groups_called_by_their_letters (Fixture       *fixture,
                                               gconstpointer  user_data)
{
  const char *labels[] = { "Answer A", "Answer B", "Answer C", "Answer D" };

  lay (fixture, ui_fixture_deal (4, 1, FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *card = get_card (fixture, i);

      gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
      gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
    }

  g_assert_null (get_card (fixture, 4));
}

static void
test_reveal_waits_for_the_last_signature (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (3, 1, FALSE));

  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (gtk_widget_get_sensitive (fixture->action));
      byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
      g_assert_false (byl_round_get_revealed (byl_game_get_round (game)));
      byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), i);
    }

  g_assert_true (gtk_widget_get_sensitive (fixture->action));
  byl_round_page_unsign (BYL_ROUND_PAGE (fixture->page));
  g_assert_false (gtk_widget_get_sensitive (fixture->action));
}

static void
test_next_unsigned_card_is_chosen (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (4, 1, FALSE));

  byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), 1);
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, get_name (game, 2)), "clicked");
  assert_line (fixture, 0, "Sign answer A");
  g_assert_cmpstr (byl_card_get_guess (byl_round_get_card (byl_game_get_round (game), 1)),
                   ==, get_name (game, 2));
  g_assert_cmpuint (get_chosen (fixture), ==, 2);

  /* Past the end it goes on from the first card, and leaves out what is signed. */
  byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), 3);
  byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), 0);
  g_assert_cmpuint (get_chosen (fixture), ==, 0);
  byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), 1);
  g_assert_cmpuint (get_chosen (fixture), ==, 2);
  byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), 3);
  g_assert_cmpuint (get_chosen (fixture), ==, 2);
}

static void
test_with_bets_the_card_stays_chosen (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (4, 1, TRUE));

  byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), 1);
  byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), 0);
  g_assert_cmpuint (get_chosen (fixture), ==, 1);

  byl_round_page_raise_bet (BYL_ROUND_PAGE (fixture->page), 2);
  g_assert_cmpuint (byl_card_get_bet (byl_round_get_card (byl_game_get_round (game), 1)),
                    ==, BYL_BET_MOSTLY);
  byl_round_page_raise_bet (BYL_ROUND_PAGE (fixture->page), 9);
  g_assert_cmpuint (byl_card_get_bet (byl_round_get_card (byl_game_get_round (game), 1)),
                    ==, BYL_BET_SURE);
}

/* Each card was written by the writer of the card after it; all else stays. */
static BylDeal *
swap_truths (const BylDeal *deal)
{
  BylDeal *other = byl_deal_copy (deal);

  for (guint i = 0; i < other->rounds->len; i++)
    {
      const BylDealtRound *from = g_ptr_array_index (deal->rounds, i);
      BylDealtRound *dealt = g_ptr_array_index (other->rounds, i);

      for (guint j = 0; j < dealt->cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (dealt->cards, j);
          const BylDealtCard *truth = g_ptr_array_index (from->cards, (j + 1) % from->cards->len);

          g_free (card->writer);
          card->writer = g_strdup (truth->writer);
        }
    }

  return other;
}

/* Makes every card's source and first tell something that no other text says. */
static BylDeal *
add_secrets (BylDeal *deal)
{
  for (guint i = 0; i < deal->rounds->len; i++)
    {
      BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      for (guint j = 0; j < dealt->cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (dealt->cards, j);
          BylAuthorTell tell = { BYL_FAMILY_TONE, NULL, (char *) "had to say", NULL };
          BylProvenance provenance = { 0 };

          provenance.kind = BYL_PROVENANCE_RECORDED;
          provenance.reported_model = (char *) SECRET;
          provenance.provider = card->writer;
          byl_provenance_free (card->provenance);
          card->provenance = byl_provenance_copy (&provenance);
          g_ptr_array_add (card->tells, byl_author_tell_copy (&tell));
        }
    }

  return deal;
}

static void
test_before_the_reveal_nothing_tells_who_wrote_what (Fixture       *fixture,
                                                     gconstpointer  user_data)
{
  BylDeal *deal = add_secrets (ui_fixture_deal (4, 1, FALSE));
  BylDeal *other_deal = swap_truths (deal);
  g_autofree char *before = NULL;
  g_autofree char *other_before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *other_after = NULL;

  lay (fixture, deal);
  for (guint i = 0; i < 4; i++)
    byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), i);
  before = ui_fixture_describe (fixture->window);
  g_assert_null (strstr (before, SECRET));
  g_assert_nonnull (strstr (before, "Answer A"));
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  after = ui_fixture_describe (fixture->window);

  /* A fresh page: this one has been revealed on. */
  ui_fixture_destroy_window (fixture->window);
  open_page (fixture);

  lay (fixture, other_deal);
  for (guint i = 0; i < 4; i++)
    byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), i);
  other_before = ui_fixture_describe (fixture->window);
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  other_after = ui_fixture_describe (fixture->window);

  ui_fixture_assert_same (before, other_before);
  /* The description does see what the reveal shows. */
  g_assert_nonnull (strstr (after, SECRET));
  g_assert_cmpstr (after, !=, other_after);
}

static void
test_reveal_is_told_in_a_sentence (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (4, 2, FALSE));
  guint truths[4];
  g_autofree char *right = NULL;
  g_autofree char *wrong = NULL;

  for (guint i = 0; i < 4; i++)
    truths[i] = find_truth (game, i);

  /* The last two are mistaken for each other. */
  for (guint i = 0; i < 4; i++)
    {
      byl_round_page_choose (BYL_ROUND_PAGE (fixture->page), i);
      byl_round_page_sign (BYL_ROUND_PAGE (fixture->page), truths[i < 2 ? i : 5 - i]);
    }

  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));

  right = g_strdup_printf ("Written by %s. Right.", get_name (game, truths[0]));
  wrong = g_strdup_printf ("Written by %s. You signed %s.", get_name (game, truths[2]),
                           get_name (game, truths[3]));
  assert_line (fixture, 0, right);
  assert_line (fixture, 2, wrong);
  g_assert_cmpuint (byl_game_get_hits (game), ==, 2);
  g_assert_cmpuint (get_chosen (fixture), ==, 2);
  g_assert_nonnull (ui_fixture_find_button (fixture->page, "Next round"));
}

static void
test_narrow_page_shows_one_card_and_the_switcher (Fixture       *fixture,
                                                  gconstpointer  user_data)
{
  GtkWidget *switcher;

  lay (fixture, ui_fixture_deal (4, 1, FALSE));
  switcher = ui_fixture_find (fixture->page, BYL_TYPE_CARD_SWITCHER, 0);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_CARD_VIEW), ==, 4);
  g_assert_false (gtk_widget_get_visible (switcher));

  byl_round_page_set_narrow (BYL_ROUND_PAGE (fixture->page), TRUE);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_CARD_VIEW), ==, 1);
  g_assert_true (gtk_widget_get_visible (switcher));
  g_assert_true (gtk_widget_get_visible (get_card (fixture, 0)));

  g_signal_emit_by_name (ui_fixture_find_button (switcher, "Show answer C"), "clicked");
  g_assert_cmpuint (get_chosen (fixture), ==, 2);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_CARD_VIEW), ==, 1);
  g_assert_true (gtk_widget_get_visible (get_card (fixture, 2)));

  byl_round_page_set_narrow (BYL_ROUND_PAGE (fixture->page), FALSE);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_CARD_VIEW), ==, 4);
  g_assert_false (gtk_widget_get_visible (switcher));
}

static void
count_cb (gpointer  page,
          guint    *count)
{
  (*count)++;
}

static void
test_last_round_leads_to_the_summary (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  BylGame *game = lay (fixture, ui_fixture_deal (3, 2, FALSE));
  guint n_finished = 0;

  g_signal_connect (fixture->page, "finished", G_CALLBACK (count_cb), &n_finished);
  sign_all_right (fixture, game);
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  g_assert_cmpuint (byl_game_get_position (game), ==, 1);
  assert_line (fixture, 0, "Sign answer A");

  sign_all_right (fixture, game);
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  g_assert_nonnull (ui_fixture_find_button (fixture->page, "See summary"));
  g_assert_cmpuint (n_finished, ==, 0);
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  g_assert_cmpuint (n_finished, ==, 1);
}

static BylDeal *
deal_played (void)
{
  BylDeal *deal = ui_fixture_deal (3, 2, FALSE);

  for (guint i = 0; i < deal->rounds->len; i++)
    ((BylDealtRound *) deal->rounds->pdata[i])->revealed = TRUE;

  return deal;
}

static void
test_replay_goes_from_round_to_round (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  BylGame *game = lay (fixture, deal_played ());
  guint n_finished = 0;

  g_signal_connect (fixture->page, "finished", G_CALLBACK (count_cb), &n_finished);
  g_assert_null (ui_fixture_find_button (fixture->page, "Previous round"));
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "Next round"), "clicked");
  g_assert_cmpuint (byl_game_get_position (game), ==, 1);
  g_assert_null (ui_fixture_find_button (fixture->page, "Next round"));
  g_assert_null (ui_fixture_find_button (fixture->page, "See summary"));
  byl_round_page_go_on (BYL_ROUND_PAGE (fixture->page));
  g_assert_cmpuint (n_finished, ==, 0);
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "Previous round"), "clicked");
  g_assert_cmpuint (byl_game_get_position (game), ==, 0);
}

static void
test_trouble_is_told_above_the_cards (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  GtkWidget *bar = ui_fixture_find (fixture->page, BYL_TYPE_TROUBLE_BAR, 0);

  lay (fixture, ui_fixture_deal (3, 1, FALSE));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_null (byl_trouble_bar_get_sentence (BYL_TROUBLE_BAR (bar)));

  byl_table_set_trouble (byl_round_page_get_table (BYL_ROUND_PAGE (fixture->page)), SECRET);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (strstr (byl_trouble_bar_get_sentence (BYL_TROUBLE_BAR (bar)), SECRET));
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

  add ("/round-page/page-without-a-table-stays-blank", test_page_without_a_table_stays_blank);
  add ("/round-page/what-is-not-there-is-neither-chosen-nor-signed",
       test_what_is_not_there_is_neither_chosen_nor_signed);
  add ("/round-page/before-the-reveal-nothing-tells-who-wrote-what",
       test_before_the_reveal_nothing_tells_who_wrote_what);
  add ("/round-page/cards-are-groups-called-by-their-letters",
       test_cards_are_groups_called_by_their_letters);
  add ("/round-page/reveal-waits-for-the-last-signature", test_reveal_waits_for_the_last_signature);
  add ("/round-page/next-unsigned-card-is-chosen", test_next_unsigned_card_is_chosen);
  add ("/round-page/with-bets-the-card-stays-chosen", test_with_bets_the_card_stays_chosen);
  add ("/round-page/reveal-is-told-in-a-sentence", test_reveal_is_told_in_a_sentence);
  add ("/round-page/narrow-page-shows-one-card-and-the-switcher",
       test_narrow_page_shows_one_card_and_the_switcher);
  add ("/round-page/last-round-leads-to-the-summary", test_last_round_leads_to_the_summary);
  add ("/round-page/replay-goes-from-round-to-round", test_replay_goes_from_round_to_round);
  add ("/round-page/trouble-is-told-above-the-cards", test_trouble_is_told_above_the_cards);

  return g_test_run ();
}
