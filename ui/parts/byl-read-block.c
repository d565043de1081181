/* byl-read-block.c: one block of an answer, with its list marker, indentation and quotation bars
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-block.h"

#define MIN_WIDTH 96         /* pixels; what does not fit is cut off, not refused */
#define BAR_WIDTH 3
#define MARKER_SPACING 6     /* between a marker and the text */
#define QUOTE_STEP 0.8       /* indentation of a quotation, in heights of a line */
#define LIST_STEP 1.1        /* of a list with numbers of one digit, likewise */
#define MAX_INSET_SHARE 0.45 /* of the width that indentation may take */

struct _BylReadBlock
{
  GtkWidget    parent_instance;

  GtkWidget   *marker; /* (nullable) */
  GtkWidget   *body;
  BylReadPlace place;
  double       line;   /* pixels: height of a line of this font; 0 = not measured yet */
  double       digit;  /* width of a digit, likewise */
};

G_DEFINE_FINAL_TYPE (BylReadBlock, byl_read_block, GTK_TYPE_WIDGET)

static void
measure_font (BylReadBlock *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->line = (double) (pango_font_metrics_get_ascent (metrics)
                         + pango_font_metrics_get_descent (metrics)) / PANGO_SCALE;
  self->digit = (double) pango_font_metrics_get_approximate_digit_width (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

/* How far a container sets in its content, where there is room enough. */
static double
get_step (BylReadBlock       *self,
          const BylContainer *container)
{
  if (self->line <= 0)
    measure_font (self);

  if (container->kind == BYL_CONTAINER_QUOTE)
    return QUOTE_STEP * self->line;

  return LIST_STEP * self->line + (container->digits - 1) * self->digit;
}

static double
get_full_inset (BylReadBlock *self,
                guint         n_containers)
{
  double inset = 0;

  for (guint i = 0; i < n_containers; i++)
    inset += get_step (self, &self->place.containers[i]);

  return inset;
}

static int
get_body_minimum (BylReadBlock *self)
{
  int minimum;

  gtk_widget_measure (self->body, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* How far the first containers set in at @width: deep nesting in a narrow card is drawn closer. */
static int
get_inset (BylReadBlock *self,
           int           width,
           guint         n_containers)
{
  double full = get_full_inset (self, self->place.n_containers);
  double room;

  /* Most blocks lie in no container, and the minimum costs shaping the text once more. */
  if (full <= 0)
    return 0;

  room = MIN (width * MAX_INSET_SHARE, MAX (0, width - get_body_minimum (self)));

  return (int) (get_full_inset (self, n_containers) * MIN (1, room / full));
}

static int
get_body_width (BylReadBlock *self,
                int           width)
{
  return MAX (width - get_inset (self, width, self->place.n_containers), get_body_minimum (self));
}

static void
place_child (BylReadBlock *self,
             GtkWidget    *child,
             int           start,
             int           y,
             int           width,
             int           height)
{
  gboolean mirrored = self->place.direction == GTK_TEXT_DIR_RTL;
  int x = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - start - width : start;
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
byl_read_block_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (byl_read_block_parent_class)->css_changed (widget, change);
  BYL_READ_BLOCK (widget)->line = 0;
}

static GtkSizeRequestMode
byl_read_block_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
byl_read_block_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  BylReadBlock *self = BYL_READ_BLOCK (widget);
  int height;

  *minimum = MIN_WIDTH;
  *natural = MIN_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  gtk_widget_measure (self->body, GTK_ORIENTATION_VERTICAL,
                      for_size < 0 ? -1 : get_body_width (self, for_size),
                      &height, NULL, NULL, NULL);
  *minimum = height + (int) self->place.gap;
  *natural = *minimum;
}

static void
byl_read_block_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  BylReadBlock *self = BYL_READ_BLOCK (widget);
  int inset = get_inset (self, width, self->place.n_containers);
  int top = (int) self->place.gap;
  int marker_width;
  int marker_height;

  place_child (self, self->body, inset, top, get_body_width (self, width), height - top);

  if (self->marker == NULL)
    return;

  gtk_widget_measure (self->marker, GTK_ORIENTATION_HORIZONTAL, -1,
                      &marker_width, NULL, NULL, NULL);
  gtk_widget_measure (self->marker, GTK_ORIENTATION_VERTICAL, marker_width,
                      &marker_height, NULL, NULL, NULL);
  place_child (self, self->marker, MAX (0, inset - MARKER_SPACING - marker_width), top,
               marker_width, marker_height);
}

/* A bar runs through the gap above its block if it comes from the block above. */
static void
byl_read_block_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BylReadBlock *self = BYL_READ_BLOCK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.25f;

  for (guint i = 0; i < self->place.n_containers; i++)
    {
      int start = get_inset (self, width, i);
      int top = i < self->place.n_shared ? 0 : (int) self->place.gap;
      gboolean mirrored = self->place.direction == GTK_TEXT_DIR_RTL;
      graphene_rect_t bar = GRAPHENE_RECT_INIT (mirrored ? width - start - BAR_WIDTH : start, top,
                                                BAR_WIDTH, height - top);

      if (self->place.containers[i].kind == BYL_CONTAINER_QUOTE)
        gtk_snapshot_append_color (snapshot, &color, &bar);
    }

  if (self->marker != NULL)
    gtk_widget_snapshot_child (widget, self->marker, snapshot);

  gtk_widget_snapshot_child (widget, self->body, snapshot);
}

static void
byl_read_block_dispose (GObject *object)
{
  BylReadBlock *self = BYL_READ_BLOCK (object);

  g_clear_pointer (&self->marker, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (byl_read_block_parent_class)->dispose (object);
}

static void
byl_read_block_class_init (BylReadBlockClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = byl_read_block_dispose;
  widget_class->css_changed = byl_read_block_css_changed;
  widget_class->get_request_mode = byl_read_block_get_request_mode;
  widget_class->measure = byl_read_block_measure;
  widget_class->size_allocate = byl_read_block_size_allocate;
  widget_class->snapshot = byl_read_block_snapshot;

  gtk_widget_class_set_css_name (widget_class, "readblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_read_block_init (BylReadBlock *self)
{
}

/**
 * byl_read_block_new:
 * @place: where the block lies; copied
 * @marker: (nullable): what stands before it in the gutter of its list
 * @body: (transfer floating): the block itself
 *
 * Sets @body in as its place asks for, from the side that its own text begins on.
 *
 * Returns: (transfer floating): the block
 */
GtkWidget *
byl_read_block_new (const BylReadPlace *place,
                    const char         *marker,
                    GtkWidget          *body)
{
  BylReadBlock *self = g_object_new (BYL_TYPE_READ_BLOCK, NULL);

  self->place = *place;
  self->body = body;
  gtk_widget_set_direction (GTK_WIDGET (self), place->direction);

  if (marker != NULL)
    {
      self->marker = gtk_label_new (marker);
      gtk_widget_add_css_class (self->marker, "marker");
      gtk_widget_set_direction (self->marker, place->direction);
      gtk_widget_set_parent (self->marker, GTK_WIDGET (self));
    }

  gtk_widget_set_parent (body, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
