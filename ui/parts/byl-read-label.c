/* byl-read-label.c: the words of one block of an answer, with what is drawn on them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-label.h"

#include "byl-read-style.h"

struct _BylReadLabel
{
  BylReadWords  parent_instance;

  BylReadPaint *paint;
  GArray       *runs;        /* (element-type BylReadStyle), in the order of the text */
  GArray       *decorations; /* (element-type BylDecoration), in the order of drawing */
  guint         start;       /* characters from the answer's start, inclusive */
  guint         end;         /* exclusive */
  gboolean      watches_pointer;
};

enum { OPEN_LINK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylReadLabel, byl_read_label, BYL_TYPE_READ_WORDS)

static const char *
get_text (BylReadLabel *self)
{
  return byl_read_words_get_text (BYL_READ_WORDS (self));
}

/* A character of the answer as a byte of the label's text; ends that lie outside are drawn in. */
static guint
get_byte (BylReadLabel *self,
          guint         character)
{
  guint offset = CLAMP (character, self->start, self->end) - self->start;

  return g_utf8_offset_to_pointer (get_text (self), offset) - get_text (self);
}

/* A screen reader says that a name is hidden, instead of spelling out what stands for it. */
static void
update_accessible_label (BylReadLabel *self)
{
  g_autofree char *spoken = byl_read_style_dup_spoken (self->runs, get_text (self));

  if (spoken != NULL)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (byl_read_words_get_accessible (BYL_READ_WORDS (self))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_presses,
             double           x,
             double           y,
             BylReadLabel    *self)
{
  const char *address = byl_read_label_find_address (self, x, y);

  if (address != NULL && self->paint->links_active)
    g_signal_emit (self, signals[OPEN_LINK], 0, address);
}

static void
moved_cb (GtkEventControllerMotion *controller,
          double                    x,
          double                    y,
          BylReadLabel             *self)
{
  gboolean over_link = self->paint->links_active
                       && byl_read_label_find_address (self, x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over_link ? "pointer" : NULL);
}

static void
watch_pointer (BylReadLabel *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->watches_pointer = TRUE;
  g_signal_connect (gesture, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
snapshot_pulse (BylReadLabel  *self,
                PangoLayout   *layout,
                const GdkRGBA *color,
                GtkSnapshot   *snapshot)
{
  const BylReadPaint *paint = self->paint;

  if (paint->pulse <= 0 || paint->pulse_end <= self->start || paint->pulse_start >= self->end)
    return;

  byl_read_decoration_draw_pulse (get_byte (self, paint->pulse_start),
                                  get_byte (self, paint->pulse_end),
                                  paint, layout, color, snapshot);
}

static void
byl_read_label_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BylReadLabel *self = BYL_READ_LABEL (widget);
  const BylDecoration *decorations = (const BylDecoration *) self->decorations->data;
  PangoLayout *layout = byl_read_words_get_layout (BYL_READ_WORDS (self));
  graphene_point_t origin;
  GdkRGBA color;

  byl_read_words_get_origin (BYL_READ_WORDS (self), &origin);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);

  for (guint i = 0; i < self->decorations->len; i++)
    byl_read_decoration_draw_behind (&decorations[i], self->paint, layout, &color, snapshot);

  gtk_snapshot_restore (snapshot);
  GTK_WIDGET_CLASS (byl_read_label_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);

  for (guint i = 0; i < self->decorations->len; i++)
    byl_read_decoration_draw_above (&decorations[i], self->paint, layout, snapshot);

  snapshot_pulse (self, layout, &color, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
byl_read_label_finalize (GObject *object)
{
  BylReadLabel *self = BYL_READ_LABEL (object);

  g_array_unref (self->runs);
  g_array_unref (self->decorations);
  g_clear_pointer (&self->paint, g_rc_box_release);
  G_OBJECT_CLASS (byl_read_label_parent_class)->finalize (object);
}

static void
byl_read_label_class_init (BylReadLabelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->finalize = byl_read_label_finalize;
  widget_class->snapshot = byl_read_label_snapshot;

  signals[OPEN_LINK] =
    g_signal_new ("open-link", BYL_TYPE_READ_LABEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "readlabel");
}

static void
byl_read_label_init (BylReadLabel *self)
{
  self->runs = byl_read_style_new_array ();
  self->decorations = g_array_new (FALSE, FALSE, sizeof (BylDecoration));
}

/**
 * byl_read_label_new:
 * @role: what a screen reader takes the words for
 * @text: the words
 * @start: characters from the answer's start to @text
 * @paint: how decorations are drawn, in a box of g_rc_box_new()
 *
 * Returns: (transfer floating): @text, as it is, without any style
 */
GtkWidget *
byl_read_label_new (GtkAccessibleRole  role,
                    const char        *text,
                    guint              start,
                    BylReadPaint      *paint)
{
  BylReadLabel *self = g_object_new (BYL_TYPE_READ_LABEL, NULL);

  self->paint = g_rc_box_acquire (paint);
  self->start = start;
  self->end = start + (guint) g_utf8_strlen (text, -1);
  byl_read_words_set_text (BYL_READ_WORDS (self), role, text);

  return GTK_WIDGET (self);
}

/**
 * byl_read_label_get_start:
 * @self: a read label
 *
 * Returns: characters from the answer's start to the first of @self
 */
guint
byl_read_label_get_start (BylReadLabel *self)
{
  g_return_val_if_fail (BYL_IS_READ_LABEL (self), 0);

  return self->start;
}

/**
 * byl_read_label_get_end:
 * @self: a read label
 *
 * Returns: characters from the answer's start to the end of @self
 */
guint
byl_read_label_get_end (BylReadLabel *self)
{
  g_return_val_if_fail (BYL_IS_READ_LABEL (self), 0);

  return self->end;
}

/**
 * byl_read_label_has_tells:
 * @self: a read label
 *
 * Returns: whether tells are drawn on @self
 */
gboolean
byl_read_label_has_tells (BylReadLabel *self)
{
  g_return_val_if_fail (BYL_IS_READ_LABEL (self), FALSE);

  for (guint i = 0; i < self->decorations->len; i++)
    {
      if (g_array_index (self->decorations, BylDecoration, i).kind < BYL_N_FAMILIES)
        return TRUE;
    }

  return FALSE;
}

/**
 * byl_read_label_get_area:
 * @self: a read label
 * @character: characters from the answer's start
 * @area: (out): where the character is drawn, in pixels of @self
 *
 * Finds a character of the answer on @self; the nearest one if it is not there.
 */
void
byl_read_label_get_area (BylReadLabel    *self,
                         guint            character,
                         graphene_rect_t *area)
{
  PangoLayout *layout;
  PangoRectangle position;
  graphene_point_t origin;

  g_return_if_fail (BYL_IS_READ_LABEL (self));
  g_return_if_fail (area != NULL);

  layout = byl_read_words_get_layout (BYL_READ_WORDS (self));
  pango_layout_index_to_pos (layout, (int) get_byte (self, character), &position);
  byl_read_words_get_origin (BYL_READ_WORDS (self), &origin);
  /* A character read from right to left has a negative width: normalised here. */
  graphene_rect_init (area,
                      origin.x + (float) position.x / PANGO_SCALE,
                      origin.y + (float) position.y / PANGO_SCALE,
                      (float) position.width / PANGO_SCALE,
                      (float) position.height / PANGO_SCALE);
}

/**
 * byl_read_label_find_address:
 * @self: a read label
 * @x: in pixels of @self
 * @y: in pixels of @self
 *
 * Returns: (nullable) (transfer none): the address of the link at that place
 */
const char *
byl_read_label_find_address (BylReadLabel *self,
                             double        x,
                             double        y)
{
  PangoLayout *layout;
  graphene_point_t origin;
  int byte;

  g_return_val_if_fail (BYL_IS_READ_LABEL (self), NULL);

  layout = byl_read_words_get_layout (BYL_READ_WORDS (self));
  byl_read_words_get_origin (BYL_READ_WORDS (self), &origin);

  if (!pango_layout_xy_to_index (layout, (int) ((x - origin.x) * PANGO_SCALE),
                                 (int) ((y - origin.y) * PANGO_SCALE), &byte, NULL))
    return NULL;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const BylReadStyle *run = &g_array_index (self->runs, BylReadStyle, i);

      if (run->address != NULL && (int) run->start <= byte && byte < (int) run->end)
        return run->address;
    }

  return NULL;
}

/**
 * byl_read_label_add_run:
 * @self: a read label
 * @run: a run of the answer
 *
 * Styles the part of @run that lies on @self, if any, after the next byl_read_label_apply_runs().
 */
void
byl_read_label_add_run (BylReadLabel *self,
                        const BylRun *run)
{
  BylReadStyle added;
  BylDecoration decoration = { 0 };

  g_return_if_fail (BYL_IS_READ_LABEL (self));
  g_return_if_fail (run != NULL);

  if (run->end <= self->start || run->start >= self->end)
    return;

  added.start = get_byte (self, run->start);
  added.end = get_byte (self, run->end);
  added.style = run->style;
  added.address = g_strdup (run->address);

  if (run->address != NULL && !self->watches_pointer)
    watch_pointer (self);

  g_array_append_val (self->runs, added);
  decoration.start = added.start;
  decoration.end = added.end;

  if (run->style & BYL_RUN_MASKED)
    decoration.kind = BYL_DECORATION_MASK;
  else if (run->style & BYL_RUN_CODE)
    decoration.kind = BYL_DECORATION_CODE;
  else
    return;

  g_array_append_val (self->decorations, decoration);
  byl_read_decoration_stack (self->decorations);
}

/**
 * byl_read_label_apply_runs:
 * @self: a read label
 *
 * Gives the words the styles of their runs; again where the theme's colours have changed.
 */
void
byl_read_label_apply_runs (BylReadLabel *self)
{
  g_return_if_fail (BYL_IS_READ_LABEL (self));

  if (self->runs->len == 0)
    return;

  byl_read_words_take_attributes (BYL_READ_WORDS (self),
                                  byl_read_style_new_attributes (self->runs, GTK_WIDGET (self)));
  update_accessible_label (self);
}

/**
 * byl_read_label_set_tells:
 * @self: a read label
 * @highlights: (nullable) (element-type BylHighlight): tells of the whole answer
 *
 * Draws those of @highlights that lie on @self, in place of what was drawn before.
 */
void
byl_read_label_set_tells (BylReadLabel *self,
                          const GArray *highlights)
{
  g_return_if_fail (BYL_IS_READ_LABEL (self));

  for (guint i = self->decorations->len; i > 0; i--)
    {
      if (g_array_index (self->decorations, BylDecoration, i - 1).kind < BYL_N_FAMILIES)
        g_array_remove_index (self->decorations, i - 1);
    }

  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const BylHighlight *highlight = &g_array_index (highlights, BylHighlight, i);
      BylDecoration decoration = { 0 };

      if (highlight->end <= self->start || highlight->start >= self->end)
        continue;

      decoration.kind = (BylDecorationKind) highlight->family;
      decoration.start = get_byte (self, highlight->start);
      decoration.end = get_byte (self, highlight->end);
      g_array_append_val (self->decorations, decoration);
    }

  byl_read_decoration_stack (self->decorations);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
