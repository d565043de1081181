/* byl-summary-page.c: how a game went: hits against chance, round by round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-summary-page.h"

#include "byl-luck-text.h"
#include "byl-mark-words.h"
#include "byl-mix-up.h"
#include "byl-rival-score.h"
#include "byl-trouble-bar.h"

#include <glib/gi18n.h>

struct _BylSummaryPage
{
  AdwBin           parent_instance;
  AdwWindowTitle  *title;
  BylTroubleBar   *trouble_bar;
  AdwToastOverlay *toasts;
  GtkLabel        *score;
  GtkLabel        *chance;
  GtkLabel        *luck;
  GtkLabel        *points;
  GtkLabel        *marks;
  BylRivalScore   *rival;
  GtkWidget       *again;
  GtkWidget       *writers_group;
  GtkListBox      *writers;
  GtkListBox      *rounds;
  BylGame         *game;
};

/* How one writer's cards were told in this game. */
typedef struct
{
  const char *name;
  guint       shown;
  guint       hits;
} Known;

enum { PLAY_AGAIN, LOOK_AGAIN, KEEP_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylSummaryPage, byl_summary_page, ADW_TYPE_BIN)

static void
remove_rows (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_score (BylSummaryPage *self)
{
  BylChance *chance = byl_game_get_chance (self->game);
  guint hits = byl_game_get_hits (self->game);
  guint n_cards = byl_game_get_n_cards (self->game);
  double mean = byl_chance_get_mean (chance);
  g_autofree char *score = g_strdup_printf (ngettext ("%u of %u right", "%u of %u right", hits),
                                            hits, n_cards);
  /* Translators: %.3g is how many cards a blind guesser has right on average. */
  g_autofree char *by_chance = g_strdup_printf (_("by chance %.3g"), mean);
  g_autofree char *luck = byl_luck_text_new (byl_chance_get_at_least (chance, hits), TRUE);

  gtk_label_set_label (self->score, score);
  gtk_label_set_label (self->chance, by_chance);
  gtk_label_set_label (self->luck, luck);
}

static void
show_points (BylSummaryPage *self)
{
  gboolean bets = byl_game_get_deal (self->game)->rules->bets;
  g_autofree char *points = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->points), bets);

  if (!bets)
    return;

  /* Translators: mean points of the bets: 0 is what knowing nothing and admitting it earns. */
  points = g_strdup_printf (_("Your bets earned %.0f points a card. 100 is always right and sure; "
                              "0 is what honest ignorance earns."),
                            byl_game_get_points (self->game));
  gtk_label_set_label (self->points, points);
}

static void
show_marks (BylSummaryPage *self)
{
  const BylDeal *deal = byl_game_get_deal (self->game);
  BylMarkSum sum = { 0, };
  g_autofree char *text = NULL;

  for (guint i = 0; i < deal->rounds->len; i++)
    byl_mark_sum_add_round (&sum, g_ptr_array_index (deal->rounds, i));

  text = byl_mark_sum_dup_text (&sum);
  gtk_label_set_label (self->marks, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->marks), text != NULL);
}

static Known *
find_known (GArray              *known,
            const BylDealtRound *dealt,
            const char          *writer)
{
  for (guint i = 0; i < dealt->names->len; i++)
    {
      const BylDealtName *name = g_ptr_array_index (dealt->names, i);

      if (!g_str_equal (name->id, writer))
        continue;

      for (guint j = 0; j < known->len; j++)
        if (g_str_equal (g_array_index (known, Known, j).name, name->name))
          return &g_array_index (known, Known, j);

      g_array_append_vals (known, &(Known) { name->name, 0, 0 }, 1);

      return &g_array_index (known, Known, known->len - 1);
    }

  return NULL;
}

static int
compare_known (gconstpointer a,
               gconstpointer b)
{
  const Known *first = a;
  const Known *second = b;
  double difference = (double) second->hits / second->shown - (double) first->hits / first->shown;

  return difference > 0 ? 1 : difference < 0 ? -1 : g_utf8_collate (first->name, second->name);
}

static GArray *
count_known (const BylDeal *deal)
{
  GArray *known = g_array_new (FALSE, TRUE, sizeof (Known));

  for (guint i = 0; i < deal->rounds->len; i++)
    {
      const BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      for (guint j = 0; dealt->revealed && j < dealt->cards->len; j++)
        {
          const BylDealtCard *card = g_ptr_array_index (dealt->cards, j);
          Known *writer = find_known (known, dealt, card->writer);

          if (writer == NULL)
            continue;

          writer->shown++;
          writer->hits += g_strcmp0 (card->guess, card->writer) == 0 ? 1 : 0;
        }
    }

  g_array_sort (known, compare_known);

  return known;
}

static void
show_writers (BylSummaryPage *self)
{
  g_autoptr(GArray) known = count_known (byl_game_get_deal (self->game));

  remove_rows (self->writers);

  for (guint i = 0; i < known->len; i++)
    {
      const Known *writer = &g_array_index (known, Known, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *name = g_markup_escape_text (writer->name, -1);
      /* Translators: cards of one writer guessed right, of how many. */
      g_autofree char *hits = g_strdup_printf (_("%u of %u"), writer->hits, writer->shown);
      GtkWidget *label = gtk_label_new (hits);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_append (self->writers, row);
    }
}

static void
show_mix_up (BylSummaryPage *self)
{
  const BylDeal *deal = byl_game_get_deal (self->game);
  BylMixUp mix_up;
  GtkWidget *row;
  g_autofree char *sentence = NULL;
  g_autofree char *title = NULL;

  if (!byl_mix_up_find (deal, &mix_up))
    return;

  /* Translators: the names of two writers that the player signed for each other. */
  sentence = g_strdup_printf (_("You mix up %s and %s: see their five tells"),
                              mix_up.first->name, mix_up.second->name);
  title = g_markup_escape_text (sentence, -1);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sss)", deal->pack,
                                    mix_up.first->id, mix_up.second->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.five-tells");
  gtk_list_box_append (self->writers, row);
}

static GtkWidget *
new_mark (gboolean right)
{
  GtkWidget *mark = gtk_label_new (right ? "✓" : "✗");

  gtk_widget_add_css_class (mark, right ? "success" : "error");
  gtk_widget_add_css_class (mark, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  right ? _("Right") : _("Wrong"), -1);

  return mark;
}

static void
add_round (BylSummaryPage      *self,
           const BylDealtRound *dealt)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *prompt = g_markup_escape_text (dealt->prompt, -1);

  g_strdelimit (prompt, "\n", ' ');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), prompt);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);

  for (guint i = 0; i < dealt->cards->len; i++)
    {
      const BylDealtCard *card = g_ptr_array_index (dealt->cards, i);

      gtk_box_append (GTK_BOX (marks), new_mark (g_strcmp0 (card->guess, card->writer) == 0));
    }

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), marks);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Look at this round again"));
  gtk_list_box_append (self->rounds, row);
}

static void
copy_cb (BylSummaryPage *self)
{
  g_autofree char *text = byl_game_dup_share_text (self->game);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied, without spoilers")));
}

static void
again_cb (BylSummaryPage *self)
{
  g_signal_emit (self, signals[PLAY_AGAIN], 0);
}

static void
try_again_cb (BylSummaryPage *self)
{
  g_signal_emit (self, signals[KEEP_AGAIN], 0);
}

static void
row_activated_cb (BylSummaryPage *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[LOOK_AGAIN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
byl_summary_page_dispose (GObject *object)
{
  BylSummaryPage *self = BYL_SUMMARY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_SUMMARY_PAGE);
  g_clear_object (&self->game);

  G_OBJECT_CLASS (byl_summary_page_parent_class)->dispose (object);
}

static void
byl_summary_page_class_init (BylSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_summary_page_dispose;

  signals[PLAY_AGAIN] =
    g_signal_new ("play-again", BYL_TYPE_SUMMARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOOK_AGAIN] =
    g_signal_new ("look-again", BYL_TYPE_SUMMARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  signals[KEEP_AGAIN] =
    g_signal_new ("keep-again", BYL_TYPE_SUMMARY_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BYL_TYPE_RIVAL_SCORE);
  g_type_ensure (BYL_TYPE_TROUBLE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-summary-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, title);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, score);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, chance);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, luck);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, points);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, marks);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, rival);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, again);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, writers_group);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, writers);
  gtk_widget_class_bind_template_child (widget_class, BylSummaryPage, rounds);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
byl_summary_page_init (BylSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_summary_page_set_game:
 * @self: a summary page
 * @game: a game that is over
 *
 * The signal `play-again` asks for another game under the same rules, `look-again` for a round.
 */
void
byl_summary_page_set_game (BylSummaryPage *self,
                           BylGame        *game)
{
  const BylDeal *deal = byl_game_get_deal (game);

  g_set_object (&self->game, game);
  adw_window_title_set_subtitle (self->title, deal->pack_title);
  show_score (self);
  show_points (self);
  show_marks (self);
  byl_rival_score_set_game (self->rival, game);
  show_writers (self);
  show_mix_up (self);
  remove_rows (self->rounds);

  for (guint i = 0; i < deal->rounds->len; i++)
    add_round (self, g_ptr_array_index (deal->rounds, i));

  gtk_widget_grab_focus (self->again);
}

/**
 * byl_summary_page_set_match:
 * @self: a summary page with a game
 * @match: how the player and the rival compare over all games so far
 */
void
byl_summary_page_set_match (BylSummaryPage *self,
                            const BylMatch *match)
{
  byl_rival_score_set_match (self->rival, match);
}

/**
 * byl_summary_page_set_trouble:
 * @self: a summary page
 * @trouble: (nullable): a sentence that says what went wrong with the journal
 *
 * Says that the game is not kept. The signal `keep-again` asks to try once more.
 */
void
byl_summary_page_set_trouble (BylSummaryPage *self,
                              const char     *trouble)
{
  g_autofree char *sentence = NULL;

  if (trouble != NULL)
    /* Translators: the sentence says what went wrong, and what can be done about it. */
    sentence = g_strdup_printf (_("Not all of this game is kept in your progress. %s"), trouble);

  byl_trouble_bar_set_sentence (self->trouble_bar, sentence);
}
