/* byl-stage.c: the cards of a round, side by side or one at a time, with the tells beside them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-stage.h"

#include "byl-card-switcher.h"
#include "byl-card-view.h"
#include "byl-mark-report.h"
#include "byl-rival-report.h"
#include "byl-tell-legend.h"
#include "byl-tell-panel.h"

#define MIN_CARD_WIDTH 264   /* pixels: some 35 characters a line */
#define SOLO_WIDTH     760   /* a single card is no wider than its text is good to read */
#define WIDEST         16384 /* no limit; the clamp's own sums overflow with the largest number */
#define SPACING        12    /* between the cards, and before the panel */
#define RING           3     /* around the cards, for the ring of the chosen one */
#define PANEL_WIDTH    330

struct _BylStage
{
  AdwBin             parent_instance;
  BylCardSwitcher   *switcher;
  GtkWidget         *sides; /* of a revealed card on a narrow window: its answer, or its tells */
  GtkToggleButton   *answer_side;
  GtkScrolledWindow *scroller;
  AdwClamp          *clamp;
  GtkBox            *cards;
  BylTellPanel      *panel;
  BylMarkReport     *marks;
  BylRivalReport    *rival;
  GtkWidget         *legend; /* of the lines under the words */
  BylRound          *on_table;
  BylTellRound      *found;  /* (nullable): what was found in the answers */
  gboolean           bets;
  guint              chosen; /* place of the card that the next name is signed on */
  gboolean           narrow;
  int                width;  /* pixels that the cards and the panel were laid out for */
  guint              layout_source;
};

enum { NAME_DROPPED, BET_CHANGED, OPEN_LINK, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylStage, byl_stage, ADW_TYPE_BIN)

static BylCardView *
get_card_view (BylStage *self,
               guint     position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; child != NULL && i < position; i++)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL ? BYL_CARD_VIEW (child) : NULL;
}

static guint
get_n_cards (BylStage *self)
{
  return self->on_table != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->on_table)) : 0;
}

static int
get_card_width (int   width,
                guint n_cards)
{
  return (width - 2 * RING - SPACING * ((int) n_cards - 1)) / (int) n_cards;
}

/* Where the cards have no room beside the panel, they keep the width that they were read in, so
 * that no line breaks anew, and the panel takes the place of the last one. */
static gboolean
is_crowded (BylStage *self)
{
  guint n_cards = get_n_cards (self);

  return !self->narrow && n_cards > 1 && self->width > 0
         && byl_round_get_revealed (self->on_table)
         && get_card_width (self->width - PANEL_WIDTH - SPACING, n_cards) < MIN_CARD_WIDTH;
}

static void
update_cards (BylStage *self,
              gboolean  crowded)
{
  guint n_cards = get_n_cards (self);
  gboolean keep = crowded && gtk_box_get_homogeneous (self->cards);

  gtk_box_set_homogeneous (self->cards, !crowded);

  for (guint i = 0; i < n_cards; i++)
    {
      GtkWidget *view = GTK_WIDGET (get_card_view (self, i));
      int width = keep ? gtk_widget_get_allocated_width (view) : 0;

      if (crowded && width == 0)
        width = get_card_width (self->width, n_cards);

      gtk_widget_set_visible (view, !self->narrow || i == self->chosen);
      gtk_widget_set_size_request (view, self->narrow ? -1 : MAX (width, MIN_CARD_WIDTH), -1);
    }
}

/* Wide: all cards side by side, the tells beside them. Narrow: the chosen card alone, or its
 * tells. */
static void
update_layout (BylStage *self)
{
  gboolean revealed = self->on_table != NULL && byl_round_get_revealed (self->on_table);
  gboolean tells_only = self->narrow && !gtk_toggle_button_get_active (self->answer_side);
  gboolean crowded = is_crowded (self);
  guint n_cards = get_n_cards (self);
  int panel_width = PANEL_WIDTH;

  if (crowded)
    panel_width = MAX (MIN_CARD_WIDTH, get_card_width (self->width, n_cards));

  gtk_widget_set_visible (GTK_WIDGET (self->switcher), n_cards > 1 && (self->narrow || crowded));
  gtk_widget_set_visible (self->sides, self->narrow && revealed);
  gtk_widget_set_visible (self->legend, revealed && !tells_only);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !revealed || !tells_only);
  gtk_widget_set_visible (GTK_WIDGET (self->panel), revealed && (!self->narrow || tells_only));
  gtk_widget_set_hexpand (GTK_WIDGET (self->panel), self->narrow);
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), self->narrow ? -1 : panel_width, -1);

  adw_clamp_set_maximum_size (self->clamp, n_cards == 1 ? SOLO_WIDTH : WIDEST);
  adw_clamp_set_tightening_threshold (self->clamp, n_cards == 1 ? SOLO_WIDTH : WIDEST);
  update_cards (self, crowded);
}

/* Brings the chosen card into view where more lie side by side than the window has room for. */
static void
scroll_to_chosen (BylStage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkWidget *view = GTK_WIDGET (get_card_view (self, self->chosen));
  graphene_rect_t bounds;

  if (view != NULL && gtk_widget_compute_bounds (view, GTK_WIDGET (self->cards), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
choose_next_unsigned (BylStage *self)
{
  guint n_cards = get_n_cards (self);

  for (guint i = 1; i < n_cards; i++)
    {
      guint position = (self->chosen + i) % n_cards;

      if (byl_card_get_guess (byl_round_get_card (self->on_table, position)) == NULL)
        {
          byl_stage_choose (self, position);
          return;
        }
    }
}

/* What was guessed wrong is what there is to learn from. */
static void
choose_first_wrong (BylStage *self)
{
  for (guint i = 0; i < get_n_cards (self); i++)
    if (!byl_card_get_right (byl_round_get_card (self->on_table, i)))
      {
        byl_stage_choose (self, i);
        return;
      }

  byl_stage_choose (self, 0);
}

static void
guess_cb (BylStage   *self,
          GParamSpec *pspec,
          BylCard    *card)
{
  /* With bets the card stays chosen, since its bet comes next. */
  if (!self->bets && !byl_round_get_revealed (self->on_table) && byl_card_get_guess (card) != NULL
      && byl_card_get_position (card) == self->chosen)
    choose_next_unsigned (self);
}

static void
choose_cb (BylStage    *self,
           BylCardView *view)
{
  byl_stage_choose (self, byl_card_get_position (byl_card_view_get_card (view)));
}

static void
name_dropped_cb (BylStage    *self,
                 const char  *writer,
                 BylCardView *view)
{
  choose_cb (self, view);
  g_signal_emit (self, signals[NAME_DROPPED], 0, writer);
}

static void
bet_changed_cb (BylStage    *self,
                guint        bet,
                BylCardView *view)
{
  choose_cb (self, view);
  g_signal_emit (self, signals[BET_CHANGED], 0, bet);
}

static void
open_link_cb (BylStage   *self,
              const char *address)
{
  g_signal_emit (self, signals[OPEN_LINK], 0, address);
}

static void
show_span_cb (BylStage *self,
              guint     start,
              guint     end)
{
  gtk_toggle_button_set_active (self->answer_side, TRUE);
  byl_card_view_show_span (get_card_view (self, self->chosen), start, end);
}

static void
show_all_cb (BylStage *self,
             gboolean  all)
{
  byl_card_view_show_all_tells (get_card_view (self, self->chosen), all);
}

static void
revealed_cb (BylStage *self)
{
  gtk_toggle_button_set_active (self->answer_side, TRUE);
  choose_first_wrong (self);
  update_layout (self);
}

static void
add_view (BylStage *self)
{
  const GConnectFlags swapped = G_CONNECT_SWAPPED;
  GtkWidget *view = byl_card_view_new ();

  g_signal_connect_object (view, "choose", G_CALLBACK (choose_cb), self, swapped);
  g_signal_connect_object (view, "name-dropped", G_CALLBACK (name_dropped_cb), self, swapped);
  g_signal_connect_object (view, "bet-changed", G_CALLBACK (bet_changed_cb), self, swapped);
  g_signal_connect_object (view, "open-link", G_CALLBACK (open_link_cb), self, swapped);
  gtk_box_append (self->cards, view);
}

/* The views stay from round to round: to make them anew takes longer than a frame. */
static void
lay_cards (BylStage *self)
{
  guint n_names = g_list_model_get_n_items (byl_round_get_names (self->on_table));
  BylCardView *spare;

  for (guint i = 0; i < get_n_cards (self); i++)
    {
      BylCard *card = byl_round_get_card (self->on_table, i);

      if (get_card_view (self, i) == NULL)
        add_view (self);

      byl_card_view_set_card (get_card_view (self, i), card, n_names, self->bets, self->found);
      g_signal_connect_object (card, "notify::guess", G_CALLBACK (guess_cb), self,
                               G_CONNECT_SWAPPED);
    }

  while ((spare = get_card_view (self, get_n_cards (self))) != NULL)
    gtk_box_remove (self->cards, GTK_WIDGET (spare));
}

static gboolean
layout_cb (gpointer user_data)
{
  BylStage *self = user_data;

  self->layout_source = 0;
  update_layout (self);
  scroll_to_chosen (self);

  return G_SOURCE_REMOVE;
}

/* What is being laid out cannot be asked for another size before it is done. */
static void
page_size_cb (BylStage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->width != width && self->layout_source == 0)
    self->layout_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, layout_cb, self, NULL);

  self->width = width;
}

static void
byl_stage_dispose (GObject *object)
{
  BylStage *self = BYL_STAGE (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_STAGE);
  g_clear_object (&self->on_table);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (byl_stage_parent_class)->dispose (object);
}

static void
byl_stage_class_init (BylStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_stage_dispose;

  signals[NAME_DROPPED] =
    g_signal_new ("name-dropped", BYL_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BET_CHANGED] =
    g_signal_new ("bet-changed", BYL_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[OPEN_LINK] =
    g_signal_new ("open-link", BYL_TYPE_STAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BYL_TYPE_CARD_SWITCHER);
  g_type_ensure (BYL_TYPE_TELL_LEGEND);
  g_type_ensure (BYL_TYPE_TELL_PANEL);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-stage.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylStage, switcher);
  gtk_widget_class_bind_template_child (widget_class, BylStage, sides);
  gtk_widget_class_bind_template_child (widget_class, BylStage, answer_side);
  gtk_widget_class_bind_template_child (widget_class, BylStage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylStage, clamp);
  gtk_widget_class_bind_template_child (widget_class, BylStage, cards);
  gtk_widget_class_bind_template_child (widget_class, BylStage, panel);
  gtk_widget_class_bind_template_child (widget_class, BylStage, legend);
  gtk_widget_class_bind_template_callback (widget_class, byl_stage_choose);
  gtk_widget_class_bind_template_callback (widget_class, show_span_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);
}

static void
byl_stage_init (BylStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->marks = g_object_new (BYL_TYPE_MARK_REPORT, NULL);
  self->rival = g_object_new (BYL_TYPE_RIVAL_REPORT, NULL);
  byl_tell_panel_add_report (self->panel, GTK_WIDGET (self->marks));
  byl_tell_panel_add_report (self->panel, GTK_WIDGET (self->rival));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (page_size_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * byl_stage_set_round:
 * @self: a stage
 * @on_table: the round to show
 * @bets: whether the player says how sure each guess is
 * @found: (nullable): what was found in the answers, to be shown after the reveal
 */
void
byl_stage_set_round (BylStage     *self,
                     BylRound     *on_table,
                     gboolean      bets,
                     BylTellRound *found)
{
  if (self->on_table != NULL)
    g_signal_handlers_disconnect_by_data (self->on_table, self);

  for (guint i = 0; i < get_n_cards (self); i++)
    g_signal_handlers_disconnect_by_data (byl_round_get_card (self->on_table, i), self);

  g_set_object (&self->on_table, on_table);
  g_set_object (&self->found, found);
  self->bets = bets;
  byl_card_switcher_set_round (self->switcher, on_table);
  byl_mark_report_set_round (self->marks, on_table);
  byl_rival_report_set_round (self->rival, on_table);

  lay_cards (self);
  g_signal_connect_object (on_table, "notify::revealed", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);

  if (byl_round_get_revealed (on_table))
    choose_first_wrong (self);
  else
    byl_stage_choose (self, 0);

  update_layout (self);
}

/**
 * byl_stage_set_narrow:
 * @self: a stage
 * @narrow: whether to show one card at a time
 */
void
byl_stage_set_narrow (BylStage *self,
                      gboolean  narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  update_layout (self);
}

/**
 * byl_stage_get_chosen:
 * @self: a stage
 *
 * Returns: place of the card that the next name is signed on, from 0
 */
guint
byl_stage_get_chosen (BylStage *self)
{
  return self->chosen;
}

/**
 * byl_stage_choose:
 * @self: a stage
 * @card: place of a card, from 0; one that is not there is ignored
 *
 * The next name is signed on this card; after the reveal its tells are shown.
 */
void
byl_stage_choose (BylStage *self,
                  guint     card)
{
  guint n_cards = get_n_cards (self);

  if (card >= n_cards)
    return;

  self->chosen = card;
  byl_card_switcher_set_chosen (self->switcher, card);

  for (guint i = 0; i < n_cards; i++)
    {
      BylCardView *view = get_card_view (self, i);

      byl_card_view_set_chosen (view, i == card && n_cards > 1);
      gtk_widget_set_visible (GTK_WIDGET (view), !self->narrow || i == card);
    }

  byl_tell_panel_set_card (self->panel, byl_round_get_card (self->on_table, card), self->bets,
                           self->found);
  byl_mark_report_set_chosen (self->marks, card);
  byl_rival_report_set_chosen (self->rival, card);
  scroll_to_chosen (self);
}

/**
 * byl_stage_scroll:
 * @self: a stage
 * @pages: how far, in heights of the visible part; negative is up
 *
 * Scrolls the chosen answer.
 */
void
byl_stage_scroll (BylStage *self,
                  double    pages)
{
  if (get_n_cards (self) > 0)
    byl_card_view_scroll (get_card_view (self, self->chosen), pages);
}

/**
 * byl_stage_finish:
 * @self: a stage
 *
 * Lays out all answers at once, for a picture.
 */
void
byl_stage_finish (BylStage *self)
{
  for (guint i = 0; i < get_n_cards (self); i++)
    byl_card_view_finish (get_card_view (self, i));
}
