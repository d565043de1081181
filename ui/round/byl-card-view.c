/* byl-card-view.c: a card on the table: an answer, its letter and its signature line
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card-view.h"

#include "byl-bet-pips.h"
#include "byl-read-view.h"
#include "byl-signature-line.h"

#include <glib/gi18n.h>

struct _BylCardView
{
  AdwBin             parent_instance;
  GtkLabel          *flag;
  GtkScrolledWindow *scroller;
  BylReadView       *read_view;
  BylSignatureLine  *line;
  BylBetPips        *pips;
  GtkDropTarget     *drop_target;
  BylCard           *card;
  GBindingGroup     *bindings; /* of the card to the line and the pips */
  GSignalGroup      *handlers; /* of the card's signals */
  BylTellRound      *found;    /* (nullable): what was found in the answers of the round */
  gboolean           bets;
  gboolean           all;      /* not only the strongest tells are drawn */
  gboolean           chosen;   /* the ring is drawn */
};

enum { CHOOSE, NAME_DROPPED, BET_CHANGED, OPEN_LINK, N_SIGNALS };

static guint signals[N_SIGNALS];

#define RING_WIDTH  2.0f  /* pixels; it lies around the card */
#define RING_RADIUS 14.0f /* that of a card and the ring's width */

G_DEFINE_FINAL_TYPE (BylCardView, byl_card_view, ADW_TYPE_BIN)

/* What the pack's author quoted, found again in what is shown. A quote that a mask has swallowed is
 * listed beside the card all the same. */
static void
add_quotes (BylCard *card,
            GArray  *highlights)
{
  GPtrArray *tells = byl_card_get_tells (card);

  for (guint i = 0; tells != NULL && i < tells->len; i++)
    {
      const BylAuthorTell *tell = g_ptr_array_index (tells, i);
      BylSpan span;

      if (tell->quote != NULL
          && byl_read_text_find_quote (byl_card_get_read_text (card), tell->quote, &span))
        {
          BylHighlight highlight = { span.start, span.end, tell->family };

          g_array_append_val (highlights, highlight);
        }
    }
}

/* The author's quotes, and of what is measured what is listed beside the card. */
static GArray *
find_highlights (BylCardView *self)
{
  GArray *highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));
  BylTellReport *report = self->found != NULL
    ? byl_tell_round_get_report (self->found, byl_card_get_position (self->card)) : NULL;

  add_quotes (self->card, highlights);

  if (report != NULL)
    byl_tell_report_add_highlights (report, self->all, highlights);

  return highlights;
}

static void
choose (BylCardView *self)
{
  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
pressed_cb (BylCardView *self)
{
  choose (self);
}

static void
line_clicked_cb (BylCardView *self)
{
  choose (self);
}

static void
name_dropped_cb (BylCardView *self,
                 const char  *writer)
{
  g_signal_emit (self, signals[NAME_DROPPED], 0, writer);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         BylCardView   *self)
{
  g_signal_emit (self, signals[NAME_DROPPED], 0, g_value_get_string (value));

  return TRUE;
}

static void
bet_cb (BylCardView *self)
{
  guint bet = byl_bet_pips_get_bet (self->pips);

  if (self->card != NULL && bet != byl_card_get_bet (self->card))
    g_signal_emit (self, signals[BET_CHANGED], 0, bet);
}

static void
open_link_cb (BylCardView *self,
              const char  *address)
{
  g_signal_emit (self, signals[OPEN_LINK], 0, address);
}

static void
update_revealed (BylCardView *self)
{
  gboolean revealed = byl_card_get_revealed (self->card);
  g_autoptr(GArray) highlights = NULL;

  /* What the bet earned stands beside the card; the line needs the room for two names. */
  gtk_widget_set_visible (GTK_WIDGET (self->pips), self->bets && !revealed);
  byl_read_view_set_links_active (self->read_view, revealed);

  if (!revealed)
    return;

  highlights = find_highlights (self);
  byl_read_view_set_highlights (self->read_view, highlights);
}

static void
follow (BylCardView  *self,
        BylTellRound *found)
{
  if (self->found == found)
    return;

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  g_set_object (&self->found, found);

  if (found != NULL)
    g_signal_connect_object (found, "notify::ready", G_CALLBACK (update_revealed), self,
                             G_CONNECT_SWAPPED);
}

/* A style class for the ring would have the styles of all words of the answer worked out again,
 * which takes longer than half a frame. */
static void
byl_card_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  const float widths[4] = { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH };
  graphene_rect_t area = GRAPHENE_RECT_INIT (-RING_WIDTH, -RING_WIDTH,
                                             gtk_widget_get_width (widget) + 2 * RING_WIDTH,
                                             gtk_widget_get_height (widget) + 2 * RING_WIDTH);
  GskRoundedRect ring;
  GdkRGBA color;

  GTK_WIDGET_CLASS (byl_card_view_parent_class)->snapshot (widget, snapshot);

  if (BYL_CARD_VIEW (widget)->chosen
      && gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color",
                                         &color))
    {
      const GdkRGBA colors[4] = { color, color, color, color };

      gsk_rounded_rect_init_from_rect (&ring, &area, RING_RADIUS);
      gtk_snapshot_append_border (snapshot, &ring, widths, colors);
    }
}

static void
byl_card_view_dispose (GObject *object)
{
  BylCardView *self = BYL_CARD_VIEW (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->handlers);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_CARD_VIEW);
  g_clear_object (&self->card);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (byl_card_view_parent_class)->dispose (object);
}

static void
byl_card_view_class_init (BylCardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_card_view_dispose;
  widget_class->snapshot = byl_card_view_snapshot;

  signals[CHOOSE] =
    g_signal_new ("choose", BYL_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NAME_DROPPED] =
    g_signal_new ("name-dropped", BYL_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BET_CHANGED] =
    g_signal_new ("bet-changed", BYL_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[OPEN_LINK] =
    g_signal_new ("open-link", BYL_TYPE_CARD_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BYL_TYPE_READ_VIEW);
  g_type_ensure (BYL_TYPE_SIGNATURE_LINE);
  g_type_ensure (BYL_TYPE_BET_PIPS);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-card-view.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, flag);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, read_view);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, line);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, pips);
  gtk_widget_class_bind_template_child (widget_class, BylCardView, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, bet_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_link_cb);
}

static void
byl_card_view_init (BylCardView *self)
{
  GType types[] = { G_TYPE_STRING };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "letter", self->flag, "label", 0);
  g_binding_group_bind (self->bindings, "letter", self->line, "letter", 0);
  g_binding_group_bind (self->bindings, "guess", self->line, "guess", 0);
  g_binding_group_bind (self->bindings, "truth", self->line, "truth", 0);
  g_binding_group_bind (self->bindings, "revealed", self->line, "revealed", 0);
  g_binding_group_bind (self->bindings, "bet", self->pips, "bet", 0);

  self->handlers = g_signal_group_new (BYL_TYPE_CARD);
  g_signal_group_connect_swapped (self->handlers, "notify::revealed",
                                  G_CALLBACK (update_revealed), self);
}

/**
 * byl_card_view_new:
 *
 * Returns: (transfer floating): a view that shows no card yet
 */
GtkWidget *
byl_card_view_new (void)
{
  return g_object_new (BYL_TYPE_CARD_VIEW, NULL);
}

/**
 * byl_card_view_set_card:
 * @self: a card view
 * @card: the card to show
 * @n_names: names that may be signed, at least 2
 * @bets: whether the player says how sure each guess is
 * @found: (nullable): what was found in the answers of the round; after the reveal it is drawn when
 *   it is ready
 *
 * Follows @card from now on, and shows it from the beginning.
 */
void
byl_card_view_set_card (BylCardView  *self,
                        BylCard      *card,
                        guint         n_names,
                        gboolean      bets,
                        BylTellRound *found)
{
  g_autofree char *label = NULL;

  g_set_object (&self->card, card);
  follow (self, found);
  self->bets = bets;
  self->all = FALSE;
  /* Translators: %s is a letter, the name of a card on the table. */
  label = g_strdup_printf (_("Answer %s"), byl_card_get_letter (card));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set (self->pips, "n-names", n_names, NULL);
  g_binding_group_set_source (self->bindings, card);
  g_signal_group_set_target (self->handlers, card);
  byl_read_view_set_read_text (self->read_view, byl_card_get_read_text (card));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  update_revealed (self);
}

/**
 * byl_card_view_get_card:
 * @self: a card view
 *
 * Returns: (transfer none): the card that it shows
 */
BylCard *
byl_card_view_get_card (BylCardView *self)
{
  return self->card;
}

/**
 * byl_card_view_get_read_view:
 * @self: a card view
 *
 * Returns: (transfer none): what shows the answer
 */
BylReadView *
byl_card_view_get_read_view (BylCardView *self)
{
  return self->read_view;
}

/**
 * byl_card_view_set_chosen:
 * @self: a card view
 * @chosen: whether the next name is signed on this card
 */
void
byl_card_view_set_chosen (BylCardView *self,
                          gboolean     chosen)
{
  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * byl_card_view_show_all_tells:
 * @self: a card view
 * @all: whether not only the strongest of the measured tells are drawn after the reveal
 */
void
byl_card_view_show_all_tells (BylCardView *self,
                              gboolean     all)
{
  if (self->all == all)
    return;

  self->all = all;
  update_revealed (self);
}

/**
 * byl_card_view_show_span:
 * @self: a card view
 * @start: characters from the answer's start, inclusive
 * @end: exclusive
 *
 * Scrolls to these words and emphasises them for a moment.
 */
void
byl_card_view_show_span (BylCardView *self,
                         guint        start,
                         guint        end)
{
  byl_read_view_scroll_to (self->read_view, start);
  byl_read_view_pulse (self->read_view, start, end);
}

/**
 * byl_card_view_scroll:
 * @self: a card view
 * @pages: how far, in heights of the visible part; negative is up
 */
void
byl_card_view_scroll (BylCardView *self,
                      double       pages)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                            + pages * gtk_adjustment_get_page_size (adjustment));
}

/**
 * byl_card_view_finish:
 * @self: a card view
 *
 * Lays out the whole answer at once, where it would otherwise be done bit by bit.
 */
void
byl_card_view_finish (BylCardView *self)
{
  byl_read_view_finish (self->read_view);
}
