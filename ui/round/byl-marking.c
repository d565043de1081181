/* byl-marking.c: marking the tells of a round before its reveal, and the credit for it afterwards
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-marking.h"

#include "byl-card-view.h"
#include "byl-mark-judge.h"
#include "byl-read-marker.h"

#define MARKER "byl-marker" /* under which a read view keeps what marks its words */

struct _BylMarking
{
  GObject       parent_instance;
  GtkWidget    *stage;    /* that the cards lie on; outlives this */
  BylTable     *table;    /* (nullable) */
  BylRound     *on_table; /* (nullable) */
  BylTellRound *found;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BylMarking, byl_marking, G_TYPE_OBJECT)

static void
add_card_views (GtkWidget *widget,
                GPtrArray *views)
{
  if (BYL_IS_CARD_VIEW (widget))
    {
      g_ptr_array_add (views, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_card_views (child, views);
}

static void
mark_cb (BylReadMarker *marker,
         guint          start,
         guint          end,
         gboolean       marked,
         BylMarking    *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (marker), BYL_TYPE_CARD_VIEW);

  if (self->table != NULL && view != NULL)
    byl_table_mark (self->table,
                    byl_card_get_position (byl_card_view_get_card (BYL_CARD_VIEW (view))),
                    start, end, marked);
}

static BylReadMarker *
get_marker (BylMarking  *self,
            BylCardView *view,
            gboolean     make)
{
  BylReadView *read_view = byl_card_view_get_read_view (view);
  BylReadMarker *marker = g_object_get_data (G_OBJECT (read_view), MARKER);

  if (marker == NULL && make)
    {
      marker = byl_read_marker_new (read_view);
      g_object_set_data (G_OBJECT (read_view), MARKER, marker);
      g_signal_connect_object (marker, "mark", G_CALLBACK (mark_cb), self, 0);
    }

  return marker;
}

static gboolean
is_on (BylMarking *self)
{
  return self->table != NULL
         && byl_game_get_deal (byl_table_get_game (self->table))->rules->mark;
}

/* Words are offered before the reveal only: afterwards the tells themselves are shown. */
static void
offer (BylMarking    *self,
       BylReadMarker *marker,
       guint          position)
{
  BylTells *tells = self->found != NULL ? byl_tell_round_get_tells (self->found, position) : NULL;
  g_autoptr(GArray) spans = NULL;

  if (tells != NULL && byl_read_marker_get_active (marker))
    spans = byl_mark_judge_offer (tells, byl_tell_source_get_profile
                                           (byl_tell_round_get_source (self->found)));

  byl_read_marker_set_offers (marker, spans);
}

static void
judge_card (BylMarking *self,
            BylCard    *card)
{
  guint position = byl_card_get_position (card);
  const BylMarks *marks = byl_card_get_marks (card);
  BylTells *tells = self->found != NULL ? byl_tell_round_get_tells (self->found, position) : NULL;
  const BylDealtCard *dealt =
    g_ptr_array_index (byl_round_get_dealt (self->on_table)->cards, position);
  g_autoptr(BylMarks) judged = NULL;
  BylTellSource *source;
  guint writer;

  if (!byl_card_get_revealed (card) || tells == NULL || marks == NULL || marks->judged
      || marks->marks->len == 0)
    return;

  source = byl_tell_round_get_source (self->found);

  if (!byl_tell_source_find_writer (source, dealt->writer, &writer))
    return;

  judged = byl_mark_judge_new (marks, byl_card_get_read_text (card), tells,
                               byl_tell_source_get_profile (source), writer);
  byl_table_judge (self->table, position, judged);
}

static void
judge (BylMarking *self)
{
  for (guint i = 0; is_on (self) && i < g_list_model_get_n_items (G_LIST_MODEL (self->on_table));
       i++)
    judge_card (self, byl_round_get_card (self->on_table, i));
}

static void
show_marks (BylMarking *self)
{
  g_autoptr(GPtrArray) views = g_ptr_array_new ();

  add_card_views (self->stage, views);

  for (guint i = 0; i < views->len; i++)
    {
      BylCardView *view = g_ptr_array_index (views, i);
      BylCard *card = byl_card_view_get_card (view);
      BylReadMarker *marker = get_marker (self, view, is_on (self));

      if (marker != NULL)
        byl_read_marker_set_marks (marker, is_on (self) ? byl_card_get_marks (card) : NULL);
    }
}

static void
set_up_markers (BylMarking *self)
{
  gboolean on = is_on (self);
  g_autoptr(GPtrArray) views = g_ptr_array_new ();

  show_marks (self);
  add_card_views (self->stage, views);

  for (guint i = 0; i < views->len; i++)
    {
      BylCardView *view = g_ptr_array_index (views, i);
      BylReadMarker *marker = get_marker (self, view, FALSE);

      if (marker == NULL)
        continue;

      byl_read_marker_set_active (marker, on && !byl_round_get_revealed (self->on_table));
      offer (self, marker, byl_card_get_position (byl_card_view_get_card (view)));
    }

  judge (self);
}

static void
byl_marking_dispose (GObject *object)
{
  BylMarking *self = BYL_MARKING (object);

  g_clear_object (&self->table);
  g_clear_object (&self->on_table);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (byl_marking_parent_class)->dispose (object);
}

static void
byl_marking_class_init (BylMarkingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_marking_dispose;
}

static void
byl_marking_init (BylMarking *self)
{
}

static void
forget_round (BylMarking *self)
{
  guint n_cards = self->on_table != NULL
                    ? g_list_model_get_n_items (G_LIST_MODEL (self->on_table)) : 0;

  for (guint i = 0; i < n_cards; i++)
    g_signal_handlers_disconnect_by_data (byl_round_get_card (self->on_table, i), self);

  if (self->on_table != NULL)
    g_signal_handlers_disconnect_by_data (self->on_table, self);

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);
}

/**
 * byl_marking_new:
 * @stage: what the cards of a round lie on; must outlive the marking
 *
 * Returns: (transfer full): a marking without a round
 */
BylMarking *
byl_marking_new (GtkWidget *stage)
{
  BylMarking *self = g_object_new (BYL_TYPE_MARKING, NULL);

  self->stage = stage;

  return self;
}

/**
 * byl_marking_lay:
 * @self: a marking
 * @table: a table whose round has just been laid on the stage
 * @found: (nullable): what was found in its answers
 *
 * Lets the player mark words where the rules want it: by dragging, or by pressing what was found,
 * which is offered as soon as it is ready. After the reveal the marks get their credit.
 */
void
byl_marking_lay (BylMarking   *self,
                 BylTable     *table,
                 BylTellRound *found)
{
  forget_round (self);
  g_set_object (&self->table, table);
  g_set_object (&self->on_table, byl_game_get_round (byl_table_get_game (table)));
  g_set_object (&self->found, found);
  set_up_markers (self);

  if (!is_on (self))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->on_table)); i++)
    g_signal_connect_object (byl_round_get_card (self->on_table, i), "notify::marks",
                             G_CALLBACK (show_marks), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->on_table, "notify::revealed", G_CALLBACK (set_up_markers), self,
                           G_CONNECT_SWAPPED);

  if (found != NULL)
    g_signal_connect_object (found, "notify::ready", G_CALLBACK (set_up_markers), self,
                             G_CONNECT_SWAPPED);
}
