/* byl-read-column.c: the blocks of an answer, one under the other, in lines of a readable length
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-column.h"

#include "byl-read-scroll.h"

#define MIN_WIDTH 120          /* pixels */
#define LINE_LENGTH 78         /* average characters; in most text about 75 fit with the spaces */

/* A block, and where it was put. */
typedef struct
{
  GtkWidget *widget;
  int        y;
  int        height;
} Row;

struct _BylReadColumn
{
  GtkWidget      parent_instance;

  GArray        *rows;         /* (element-type Row) */
  GtkAdjustment *adjustment;   /* (nullable): owned, of the scrolled window around */
  double         drawn_top;    /* the part that is drawn, in pixels */
  double         drawn_bottom;
};

G_DEFINE_FINAL_TYPE (BylReadColumn, byl_read_column, GTK_TYPE_WIDGET)

static int
get_maximum_width (BylReadColumn *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return MAX (MIN_WIDTH, PANGO_PIXELS (LINE_LENGTH * letter));
}

static void
scrolled_cb (BylReadColumn *self)
{
  double top;
  double bottom;

  if (byl_read_scroll_get_range (GTK_WIDGET (self), &top, &bottom)
      && (top < self->drawn_top || bottom > self->drawn_bottom))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_adjustment (BylReadColumn *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);

  g_clear_object (&self->adjustment);
}

static void
watch_adjustment (BylReadColumn *self)
{
  GtkAdjustment *adjustment = byl_read_scroll_get_adjustment (GTK_WIDGET (self));

  if (adjustment == self->adjustment)
    return;

  forget_adjustment (self);

  if (adjustment == NULL)
    return;

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
}

static GtkSizeRequestMode
byl_read_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
byl_read_column_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  BylReadColumn *self = BYL_READ_COLUMN (widget);
  int width = get_maximum_width (self);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = width;
      return;
    }

  /* A scrolled window asks for the height at any width, which it does not use. To lay out every
   * letter at one more width for that would take as long as everything else. */
  if (for_size < 0)
    for_size = gtk_widget_get_width (widget);

  *minimum = *natural = 0;

  if (for_size == 0)
    return;

  width = MIN (width, for_size);

  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_height;

      gtk_widget_measure (g_array_index (self->rows, Row, i).widget, GTK_ORIENTATION_VERTICAL,
                          width, &row_height, NULL, NULL, NULL);
      height += row_height;
    }

  *minimum = height;
  *natural = height;
}

static void
byl_read_column_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  BylReadColumn *self = BYL_READ_COLUMN (widget);
  int row_width = MIN (width, get_maximum_width (self));
  int y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      GtkAllocation allocation = { (width - row_width) / 2, y, row_width, 0 };

      gtk_widget_measure (row->widget, GTK_ORIENTATION_VERTICAL, row_width,
                          &allocation.height, NULL, NULL, NULL);
      gtk_widget_size_allocate (row->widget, &allocation, -1);
      row->y = y;
      row->height = allocation.height;
      y += row->height;
    }

  watch_adjustment (self);
}

/* Draws what is in sight and a page more on either side. */
static void
byl_read_column_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  BylReadColumn *self = BYL_READ_COLUMN (widget);
  double top = 0;
  double bottom = gtk_widget_get_height (widget);

  if (byl_read_scroll_get_range (widget, &top, &bottom))
    {
      double page = bottom - top;

      top -= page;
      bottom += page;
    }

  self->drawn_top = top;
  self->drawn_bottom = bottom;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->y + row->height >= top && row->y <= bottom)
        gtk_widget_snapshot_child (widget, row->widget, snapshot);
    }
}

static void
byl_read_column_dispose (GObject *object)
{
  BylReadColumn *self = BYL_READ_COLUMN (object);

  /* From the end, since each that goes restyles those after it. */
  while (byl_read_column_drop_last (self))
    continue;

  forget_adjustment (self);
  G_OBJECT_CLASS (byl_read_column_parent_class)->dispose (object);
}

static void
byl_read_column_finalize (GObject *object)
{
  BylReadColumn *self = BYL_READ_COLUMN (object);

  g_array_unref (self->rows);
  G_OBJECT_CLASS (byl_read_column_parent_class)->finalize (object);
}

static void
byl_read_column_class_init (BylReadColumnClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = byl_read_column_dispose;
  object_class->finalize = byl_read_column_finalize;
  widget_class->get_request_mode = byl_read_column_get_request_mode;
  widget_class->measure = byl_read_column_measure;
  widget_class->size_allocate = byl_read_column_size_allocate;
  widget_class->snapshot = byl_read_column_snapshot;

  gtk_widget_class_set_css_name (widget_class, "readcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_read_column_init (BylReadColumn *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
}

/**
 * byl_read_column_new:
 *
 * Returns: (transfer floating): a column without blocks
 */
GtkWidget *
byl_read_column_new (void)
{
  return g_object_new (BYL_TYPE_READ_COLUMN, NULL);
}

/**
 * byl_read_column_get_block_width:
 * @self: a read column
 *
 * Returns: the width in pixels that a block gets at present; 0 while @self has no place
 */
int
byl_read_column_get_block_width (BylReadColumn *self)
{
  g_return_val_if_fail (BYL_IS_READ_COLUMN (self), 0);

  return MIN (gtk_widget_get_width (GTK_WIDGET (self)), get_maximum_width (self));
}

/**
 * byl_read_column_add:
 * @self: a read column
 * @block: (transfer floating): a widget whose height follows from its width
 *
 * Puts @block under those that are there.
 */
void
byl_read_column_add (BylReadColumn *self,
                     GtkWidget     *block)
{
  Row row = { .widget = block };

  g_return_if_fail (BYL_IS_READ_COLUMN (self));
  g_return_if_fail (GTK_IS_WIDGET (block));

  g_array_append_val (self->rows, row);
  gtk_widget_set_parent (block, GTK_WIDGET (self));
}

/**
 * byl_read_column_drop_last:
 * @self: a read column
 *
 * Takes the last block out.
 *
 * Returns: whether there was one
 */
gboolean
byl_read_column_drop_last (BylReadColumn *self)
{
  g_return_val_if_fail (BYL_IS_READ_COLUMN (self), FALSE);

  if (self->rows->len == 0)
    return FALSE;

  gtk_widget_unparent (g_array_index (self->rows, Row, self->rows->len - 1).widget);
  g_array_set_size (self->rows, self->rows->len - 1);

  return TRUE;
}
