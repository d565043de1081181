/* byl-read-marker.c: marking words of an answer, by dragging or by pressing what is offered
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-marker.h"

#include "byl-read-mesh.h"
#include "byl-roving-focus.h"

#include <glib/gi18n.h>

#include <math.h>

#define TINT      0.12f /* opacity of the text's colour behind marked words */
#define DOT       2.0   /* of the pencil's line, in pixels */
#define DRAG_FROM 6.0   /* pixels that a press may move before it is a drag */

/* Words that are offered: a button over their first line. */
typedef struct
{
  GtkWidget *button;
  guint      start; /* characters from the text's start, inclusive */
  guint      end;   /* exclusive */
} Offer;

struct _BylReadMarker
{
  GtkWidget    parent_instance;
  BylReadView *view;     /* its parent */
  BylMarks    *marks;    /* (nullable) */
  GArray      *offers;   /* (element-type Offer) */
  gboolean     active;   /* words can be marked */
  gboolean     updating; /* buttons are set, not pressed */
  gboolean     dragging;
  guint        from;     /* character that the drag began on */
  guint        to;       /* that it is on now */
};

enum { MARK, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylReadMarker, byl_read_marker, GTK_TYPE_WIDGET)

static void
get_dragged (BylReadMarker *self,
             guint         *start,
             guint         *end)
{
  *start = MIN (self->from, self->to);
  *end = MAX (self->from, self->to) + 1;
  byl_read_mesh_snap (byl_read_view_get_read_text (self->view), start, end);
}

static void
stop_dragging (BylReadMarker *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               BylReadMarker  *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (gesture), NULL);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  /* A finger scrolls. */
  if (!self->active || byl_read_view_get_read_text (self->view) == NULL
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
      || !byl_read_mesh_find_character (self->view, x, y, &self->from))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                BylReadMarker  *self)
{
  double x, y;

  if (!self->dragging && hypot (offset_x, offset_y) < DRAG_FROM)
    return;

  if (!self->dragging)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  gtk_gesture_drag_get_start_point (gesture, &x, &y);

  if (!self->dragging)
    self->to = self->from;

  self->dragging = TRUE;
  byl_read_mesh_find_character (self->view, x + offset_x, y + offset_y, &self->to);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* To drag over what is marked already takes the mark back. */
static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             BylReadMarker  *self)
{
  guint start, end;

  if (!self->dragging)
    return;

  get_dragged (self, &start, &end);
  stop_dragging (self);

  if (start < end)
    g_signal_emit (self, signals[MARK], 0, start, end,
                   !byl_marks_contain (self->marks, start, end));
}

static void
cancel_cb (BylReadMarker *self)
{
  stop_dragging (self);
}

static void
offer_toggled_cb (BylReadMarker *self,
                  GtkWidget     *button)
{
  for (guint i = 0; !self->updating && i < self->offers->len; i++)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);

      if (offer->button == button)
        {
          g_signal_emit (self, signals[MARK], 0, offer->start, offer->end,
                         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
          return;
        }
    }
}

static void
update_offers (BylReadMarker *self)
{
  self->updating = TRUE;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (offer->button),
                                    byl_marks_contain (self->marks, offer->start, offer->end));
      gtk_widget_set_visible (offer->button, self->active);
    }

  self->updating = FALSE;
}

static void
clear_offers (BylReadMarker *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    gtk_widget_unparent (g_array_index (self->offers, Offer, i).button);

  g_array_set_size (self->offers, 0);
}

static void
draw_area (GtkSnapshot           *snapshot,
           const graphene_rect_t *area,
           const GdkRGBA         *color)
{
  const double dots[] = { DOT, DOT };
  double y = round (area->origin.y + area->size.height) - DOT;
  GdkRGBA tint = *color;
  cairo_t *cairo;

  tint.alpha *= TINT;
  gtk_snapshot_append_color (snapshot, &tint, area);
  cairo = gtk_snapshot_append_cairo (snapshot, area);
  gdk_cairo_set_source_rgba (cairo, color);
  cairo_set_line_width (cairo, DOT);
  cairo_set_dash (cairo, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (cairo, area->origin.x, y);
  cairo_line_to (cairo, area->origin.x + area->size.width, y);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
draw_span (BylReadMarker *self,
           GtkSnapshot   *snapshot,
           guint          start,
           guint          end)
{
  g_autoptr(GArray) areas = byl_read_mesh_find_areas (self->view, start, end);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);

  for (guint i = 0; i < areas->len; i++)
    draw_area (snapshot, &g_array_index (areas, graphene_rect_t, i), &color);
}

static void
byl_read_marker_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BylReadMarker *self = BYL_READ_MARKER (widget);
  guint start, end;

  for (guint i = 0; self->marks != NULL && i < self->marks->marks->len; i++)
    {
      const BylMark *mark = g_ptr_array_index (self->marks->marks, i);

      draw_span (self, snapshot, mark->start, mark->end);
    }

  if (self->dragging)
    {
      get_dragged (self, &start, &end);
      draw_span (self, snapshot, start, end);
    }

  GTK_WIDGET_CLASS (byl_read_marker_parent_class)->snapshot (widget, snapshot);
}

static void
byl_read_marker_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
byl_read_marker_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  BylReadMarker *self = BYL_READ_MARKER (widget);

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);
      g_autoptr(GArray) areas = byl_read_mesh_find_areas (self->view, offer->start, offer->end);
      const graphene_rect_t *area = (const graphene_rect_t *) (gpointer) areas->data;
      GtkAllocation allocation;

      gtk_widget_set_child_visible (offer->button, areas->len > 0);

      if (areas->len == 0 || !gtk_widget_should_layout (offer->button))
        continue;

      gtk_widget_measure (offer->button, GTK_ORIENTATION_HORIZONTAL, -1,
                          &allocation.width, NULL, NULL, NULL);
      gtk_widget_measure (offer->button, GTK_ORIENTATION_VERTICAL, -1,
                          &allocation.height, NULL, NULL, NULL);
      allocation.x = (int) area->origin.x;
      allocation.y = (int) area->origin.y;
      allocation.width = MAX (allocation.width, (int) ceilf (area->size.width));
      allocation.height = MAX (allocation.height, (int) ceilf (area->size.height));
      gtk_widget_size_allocate (offer->button, &allocation, -1);
    }

  gtk_widget_queue_draw (widget);
}

/* Only its buttons are in the way of what lies under it. */
static gboolean
byl_read_marker_contains (GtkWidget *widget,
                          double     x,
                          double     y)
{
  return FALSE;
}

/* An answer may offer dozens of words, which would be as many stops of the Tab key on the way to
 * the names. */
static gboolean
byl_read_marker_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  return byl_roving_focus_move (widget, direction);
}

static void
byl_read_marker_dispose (GObject *object)
{
  clear_offers (BYL_READ_MARKER (object));

  G_OBJECT_CLASS (byl_read_marker_parent_class)->dispose (object);
}

static void
byl_read_marker_finalize (GObject *object)
{
  BylReadMarker *self = BYL_READ_MARKER (object);

  g_array_unref (self->offers);
  byl_marks_free (self->marks);

  G_OBJECT_CLASS (byl_read_marker_parent_class)->finalize (object);
}

static void
byl_read_marker_class_init (BylReadMarkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_read_marker_dispose;
  object_class->finalize = byl_read_marker_finalize;
  widget_class->measure = byl_read_marker_measure;
  widget_class->size_allocate = byl_read_marker_size_allocate;
  widget_class->snapshot = byl_read_marker_snapshot;
  widget_class->contains = byl_read_marker_contains;
  widget_class->focus = byl_read_marker_focus;

  /* The player marks words, or takes that back: start and end in characters, and which. */
  signals[MARK] =
    g_signal_new ("mark", BYL_TYPE_READ_MARKER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "readmarker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_read_marker_init (BylReadMarker *self)
{
  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
}

/**
 * byl_read_marker_new:
 * @view: a read view, which must have no cover yet
 *
 * Lays a marker over the answer that @view shows. The signal `mark` asks for words to be marked,
 * or not to be so any longer; they show it when byl_read_marker_set_marks() says so.
 *
 * Returns: (transfer none): a marker that belongs to @view and is not active
 */
BylReadMarker *
byl_read_marker_new (BylReadView *view)
{
  BylReadMarker *self = g_object_new (BYL_TYPE_READ_MARKER, NULL);
  GtkGesture *gesture = gtk_gesture_drag_new ();

  self->view = view;
  byl_read_view_set_cover (view, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (gesture, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (gesture, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (gesture, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (gesture));

  return self;
}

/**
 * byl_read_marker_get_active:
 * @self: a marker
 *
 * Returns: whether words can be marked
 */
gboolean
byl_read_marker_get_active (BylReadMarker *self)
{
  return self->active;
}

/**
 * byl_read_marker_set_active:
 * @self: a marker
 * @active: whether words can be marked; marks are shown in any case
 */
void
byl_read_marker_set_active (BylReadMarker *self,
                            gboolean       active)
{
  if (self->active == active)
    return;

  self->active = active;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), active ? "text" : NULL);
  update_offers (self);
}

/**
 * byl_read_marker_set_marks:
 * @self: a marker
 * @marks: (nullable): the words that are marked
 */
void
byl_read_marker_set_marks (BylReadMarker  *self,
                           const BylMarks *marks)
{
  byl_marks_free (self->marks);
  self->marks = byl_marks_copy (marks);
  update_offers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * byl_read_marker_set_offers:
 * @self: a marker
 * @spans: (nullable) (element-type BylSpan): words that may be worth a mark, in the order of the
 *   text
 *
 * Frames words, so that they can be marked by a press, with the keyboard or by a screen reader.
 * What they are is not said. The Tab key comes to them once; arrow keys go from one to the next.
 */
void
byl_read_marker_set_offers (BylReadMarker *self,
                            const GArray  *spans)
{
  const char *text;

  clear_offers (self);

  if (spans == NULL || byl_read_view_get_read_text (self->view) == NULL)
    return;

  text = byl_read_text_get_text (byl_read_view_get_read_text (self->view));

  for (guint i = 0; i < spans->len; i++)
    {
      const BylSpan *span = &g_array_index (spans, BylSpan, i);
      Offer offer = { gtk_toggle_button_new (), span->start, span->end };
      g_autofree char *words = g_utf8_substring (text, span->start, span->end);
      /* Translators: %s are words of an answer that the player may mark. */
      g_autofree char *label = g_strdup_printf (_("Mark “%s”"), words);

      gtk_widget_add_css_class (offer.button, "offer");
      gtk_accessible_update_property (GTK_ACCESSIBLE (offer.button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_parent (offer.button, GTK_WIDGET (self));
      g_signal_connect_object (offer.button, "toggled", G_CALLBACK (offer_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      g_array_append_val (self->offers, offer);
    }

  update_offers (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
