/* byl-rival-score.c: in the summary: the player and the rival, side by side
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-score.h"

#include "byl-rival-words.h"

#include <glib/gi18n.h>

struct _BylRivalScore
{
  AdwBin     parent_instance;
  GtkWidget *rows;
  GtkLabel  *player;
  GtkLabel  *rival;
  GtkLabel  *chance;
  GtkLabel  *words;
};

/* What one game adds up to, over the rounds that the rival has signed too. */
typedef struct
{
  guint  n_cards;
  guint  hits;
  guint  rival_hits;
  double expected;
} Score;

G_DEFINE_FINAL_TYPE (BylRivalScore, byl_rival_score, ADW_TYPE_BIN)

static Score
add_up (const BylDeal *deal)
{
  g_autoptr(BylChance) chance = byl_chance_new ();
  Score score = { 0, };

  for (guint i = 0; i < deal->rounds->len; i++)
    {
      const BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      if (!dealt->revealed || !byl_dealt_round_has_rival (dealt))
        continue;

      score.n_cards += dealt->cards->len;
      score.hits += byl_dealt_round_count_hits (dealt);
      score.rival_hits += byl_dealt_round_count_rival_hits (dealt);

      if (deal->rules->mode == BYL_MODE_SOLO)
        byl_chance_add_solo (chance, dealt->names->len);
      else
        byl_chance_add_line_up (chance, dealt->cards->len);
    }

  score.expected = byl_chance_get_mean (chance);

  return score;
}

static void
show_hits (GtkLabel *label,
           guint     hits,
           guint     n_cards)
{
  /* Translators: cards guessed right, of how many. */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), hits, n_cards);

  gtk_label_set_label (label, text);
}

static void
byl_rival_score_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_RIVAL_SCORE);

  G_OBJECT_CLASS (byl_rival_score_parent_class)->dispose (object);
}

static void
byl_rival_score_class_init (BylRivalScoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_rival_score_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-rival-score.ui");
  gtk_widget_class_bind_template_child (widget_class, BylRivalScore, rows);
  gtk_widget_class_bind_template_child (widget_class, BylRivalScore, player);
  gtk_widget_class_bind_template_child (widget_class, BylRivalScore, rival);
  gtk_widget_class_bind_template_child (widget_class, BylRivalScore, chance);
  gtk_widget_class_bind_template_child (widget_class, BylRivalScore, words);
}

static void
byl_rival_score_init (BylRivalScore *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * byl_rival_score_set_game:
 * @self: a score
 * @game: a game that is over
 *
 * Shows the hits of both on the cards that both have signed, beside chance, or why there are none.
 * The widget hides itself where no rival played.
 */
void
byl_rival_score_set_game (BylRivalScore *self,
                          BylGame       *game)
{
  const BylDeal *deal = byl_game_get_deal (game);
  Score score = add_up (deal);
  const char *notice = byl_game_get_rival_notice (game);
  /* Translators: how many cards a blind guesser has right on average. */
  g_autofree char *expected = g_strdup_printf (_("%.3g"), score.expected);

  gtk_widget_set_visible (GTK_WIDGET (self), deal->rules->rival);
  gtk_widget_set_visible (self->rows, score.n_cards > 0);
  show_hits (self->player, score.hits, score.n_cards);
  show_hits (self->rival, score.rival_hits, score.n_cards);
  gtk_label_set_label (self->chance, expected);
  gtk_label_set_label (self->words, score.n_cards == 0 && notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), score.n_cards == 0 && notice != NULL);
}

/**
 * byl_rival_score_set_match:
 * @self: a score with a game
 * @match: how the two compare over all games so far
 *
 * Says what the difference between them is worth.
 */
void
byl_rival_score_set_match (BylRivalScore  *self,
                           const BylMatch *match)
{
  g_autofree char *words = byl_rival_words_match (match);

  if (words == NULL || !gtk_widget_get_visible (self->rows))
    return;

  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
}
