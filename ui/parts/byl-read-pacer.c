/* byl-read-pacer.c: making the widgets of an answer bit by bit, so that nothing waits for them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-pacer.h"

#include "byl-block-maker.h"

#define FIRST_LENGTH 1500u /* characters made before anything is drawn: about a screenful */
#define FIRST_MICROSECONDS 1500 /* of one view; four are begun at once */
#define SLICE_MICROSECONDS 5000 /* of all views together */

struct _BylReadPacer
{
  GtkWidget          *view;        /* whose blocks these are; borrowed, as are the next two */
  BylReadColumn      *column;
  BylReadHighlighter *highlighter;
  BylBlockMaker      *maker;       /* (nullable): %NULL without a text */
  GPtrArray          *labels;      /* (element-type BylReadLabel): in the order of the text */
  guint               source;
};

/* How many views are building: the cards of a round do so at the same time, and share a slice. */
static guint n_building;

static void
open_link_cb (BylReadLabel *label,
              const char   *address,
              GtkWidget    *view)
{
  g_signal_emit_by_name (view, "open-link", address);
}

/* Makes one label more, and measures it at once where its width is known: the letters are shaped
 * now, within the time of this slice, and not all together when the frame is drawn. */
static void
build_next (BylReadPacer *self)
{
  int width = byl_read_column_get_block_width (self->column);
  BylReadLabel *label;
  GtkWidget *block = byl_block_maker_next (self->maker, &label);

  if (gtk_widget_get_parent (block) == NULL)
    byl_read_column_add (self->column, block);

  /* What covers the words follows them, also where the view itself stays as large as it is. */
  gtk_widget_queue_allocate (gtk_widget_get_last_child (self->view));

  if (label == NULL)
    return;

  g_ptr_array_add (self->labels, label);
  g_signal_connect_object (label, "open-link", G_CALLBACK (open_link_cb), self->view, 0);
  byl_read_highlighter_add_label (self->highlighter, label);

  /* A table is measured cell by cell: as a whole, it would be once for every cell of it. */
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_GRID) != NULL)
    gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  else if (width > 0)
    gtk_widget_measure (block, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
}

static void
build_for (BylReadPacer *self,
           gint64        microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (!byl_read_pacer_is_finished (self) && g_get_monotonic_time () < end)
    build_next (self);
}

static gboolean
build_cb (gpointer user_data)
{
  BylReadPacer *self = user_data;

  build_for (self, SLICE_MICROSECONDS / n_building);

  if (!byl_read_pacer_is_finished (self))
    return G_SOURCE_CONTINUE;

  n_building--;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_building (BylReadPacer *self)
{
  if (self->source == 0)
    return;

  n_building--;
  g_clear_handle_id (&self->source, g_source_remove);
}

/* Returns: how many of the text's characters have been made */
static guint
get_reach (BylReadPacer *self)
{
  if (self->labels->len == 0)
    return 0;

  return byl_read_label_get_end (g_ptr_array_index (self->labels, self->labels->len - 1));
}

/* While no width is known, all that was made would be shaped in the next frame, beside all else
 * that a page does when it is first seen: then that frame goes without words. */
static void
build_first (BylReadPacer *self)
{
  gint64 end = g_get_monotonic_time () + FIRST_MICROSECONDS;

  if (byl_read_column_get_block_width (self->column) <= 0)
    return;

  while (!byl_read_pacer_is_finished (self) && get_reach (self) < FIRST_LENGTH
         && g_get_monotonic_time () < end)
    build_next (self);
}

/**
 * byl_read_pacer_new:
 * @view: the view whose blocks are to be made; emits “open-link” where a link on them is pressed
 * @highlighter: what draws on them
 *
 * Returns: (transfer full): a pacer, for no longer than its arguments live
 */
BylReadPacer *
byl_read_pacer_new (GtkWidget          *view,
                    BylReadHighlighter *highlighter)
{
  BylReadPacer *self = g_new0 (BylReadPacer, 1);

  self->view = view;
  self->highlighter = highlighter;
  self->labels = g_ptr_array_new ();

  return self;
}

/**
 * byl_read_pacer_free:
 * @self: (transfer full): a pacer
 *
 * Frees @self; the blocks that it made stay.
 */
void
byl_read_pacer_free (BylReadPacer *self)
{
  byl_read_pacer_clear (self);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/**
 * byl_read_pacer_is_finished:
 * @self: a pacer
 *
 * Returns: whether there is nothing left to make
 */
gboolean
byl_read_pacer_is_finished (BylReadPacer *self)
{
  return self->maker == NULL || byl_block_maker_is_done (self->maker);
}

/**
 * byl_read_pacer_find_label:
 * @self: a pacer
 * @character: characters from the text's start
 *
 * Returns: (nullable) (transfer none): the label that the character lies on, or the one before it
 *   where it lies between two
 */
BylReadLabel *
byl_read_pacer_find_label (BylReadPacer *self,
                           guint         character)
{
  BylReadLabel *found = NULL;

  for (guint i = 0; i < self->labels->len; i++)
    {
      BylReadLabel *label = g_ptr_array_index (self->labels, i);

      if (found != NULL && byl_read_label_get_start (label) > character)
        break;

      found = label;
    }

  return found;
}

/**
 * byl_read_pacer_get_labels:
 * @self: a pacer
 *
 * Returns: (transfer none) (element-type BylReadLabel): those made so far, in the order of the text
 */
GPtrArray *
byl_read_pacer_get_labels (BylReadPacer *self)
{
  return self->labels;
}

/**
 * byl_read_pacer_begin:
 * @self: a pacer
 * @column: an empty column, where the blocks go from now on
 * @text: an answer
 *
 * Makes the first screenful of @text, and goes on with the rest; before the view has a width, it
 * makes nothing yet.
 */
void
byl_read_pacer_begin (BylReadPacer  *self,
                      BylReadColumn *column,
                      BylReadText   *text)
{
  byl_read_pacer_clear (self);
  self->column = column;
  self->maker = byl_block_maker_new (text, byl_read_highlighter_get_paint (self->highlighter),
                                     gtk_widget_get_direction (self->view));
  build_first (self);
  byl_read_pacer_go_on (self);
}

/**
 * byl_read_pacer_go_on:
 * @self: a pacer
 *
 * Makes what is left while the program has nothing else to do, in slices of a few milliseconds;
 * only once the view has a width, since what is made before would have to be laid out twice.
 */
void
byl_read_pacer_go_on (BylReadPacer *self)
{
  if (self->source != 0 || byl_read_pacer_is_finished (self)
      || gtk_widget_get_width (self->view) == 0)
    return;

  /* Below the priority of drawing, so that a frame comes in between the slices. */
  self->source = g_idle_add (build_cb, self);
  n_building++;
}

/**
 * byl_read_pacer_reach:
 * @self: a pacer
 * @character: characters from the text's start; %G_MAXUINT for all of it
 *
 * Makes at once what is left up to a character.
 */
void
byl_read_pacer_reach (BylReadPacer *self,
                      guint         character)
{
  while (!byl_read_pacer_is_finished (self) && get_reach (self) <= character)
    build_next (self);
}

/**
 * byl_read_pacer_clear:
 * @self: a pacer
 *
 * Stops, and forgets what was made.
 */
void
byl_read_pacer_clear (BylReadPacer *self)
{
  stop_building (self);
  g_clear_pointer (&self->maker, byl_block_maker_free);
  byl_read_highlighter_clear (self->highlighter);
  g_ptr_array_set_size (self->labels, 0);
}
