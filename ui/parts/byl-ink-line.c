/* byl-ink-line.c: a ruled line with a name in pencil, a name in ink, or both on it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ink-line.h"

#include <adwaita.h>

struct _BylInkLine
{
  GtkWidget     parent_instance;

  GtkWidget    *pencil;
  GtkWidget    *ink;
  AdwAnimation *animation; /* (nullable) */
  double        inked;     /* how much of the ink is drawn, 0.0 to 1.0 of the width */
};

enum
{
  INDENT = 6,         /* from the start of the rule to the name, in pixels */
  NAME_SPACING = 8,   /* between two names on one line */
  RULE_SPACING = 5,   /* between the names and the rule */
  RULE_HEIGHT = 2,
  DOT_DISTANCE = 3,
  MIN_WIDTH = 72,
  NATURAL_WIDTH = 300,
  INK_MILLISECONDS = 250,
};

G_DEFINE_FINAL_TYPE (BylInkLine, byl_ink_line, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *label)
{
  int natural;

  if (!gtk_widget_get_visible (label))
    return 0;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_natural_height (GtkWidget *label,
                    int        width)
{
  int natural;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* The width that a name takes of a line. */
static int
get_name_width (GtkWidget *label,
                int        line_width)
{
  return MIN (get_natural_width (label), line_width - INDENT);
}

/* Two names that are too long for one line stand one above the other: a true name with its end cut
 * off (“Large Model 4.…”) would not say which it was. */
static gboolean
is_stacked (BylInkLine *self,
            int         width)
{
  return gtk_widget_get_visible (self->pencil) && gtk_widget_get_visible (self->ink)
         && get_natural_width (self->pencil) + NAME_SPACING + get_natural_width (self->ink)
            > width - INDENT;
}

static void
place_name (BylInkLine *self,
            GtkWidget  *label,
            int         x,
            int         y,
            int         width,
            int         height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int line_width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation allocation = { mirrored ? line_width - x - width : x, y, width, height };

  gtk_widget_size_allocate (label, &allocation, -1);
}

static void
draw_ink_cb (double   value,
             gpointer user_data)
{
  BylInkLine *self = user_data;

  self->inked = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The part of the line that the ink has reached, from its start edge. Names may reach out of the
 * line at the top and the bottom. */
static graphene_rect_t
get_inked_area (BylInkLine *self)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float inked = width * self->inked;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT (mirrored ? width - inked : 0, -height, inked, 3 * height);
}

static void
snapshot_dotted_rule (BylInkLine    *self,
                      GtkSnapshot   *snapshot,
                      const GdkRGBA *color)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float y = gtk_widget_get_height (GTK_WIDGET (self)) - RULE_HEIGHT;
  graphene_rect_t rule = GRAPHENE_RECT_INIT (0, y, width, 1);
  graphene_rect_t dot = GRAPHENE_RECT_INIT (0, y, 1, 1);
  graphene_rect_t distance = GRAPHENE_RECT_INIT (0, y, DOT_DISTANCE, 1);

  gtk_snapshot_push_repeat (snapshot, &rule, &distance);
  gtk_snapshot_append_color (snapshot, color, &dot);
  gtk_snapshot_pop (snapshot);
}

static void
byl_ink_line_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  BylInkLine *self = BYL_INK_LINE (widget);
  int pencil_height;
  int ink_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  if (for_size < 0)
    for_size = NATURAL_WIDTH;

  /* An empty line is as high as a signed one, so that signing moves nothing. */
  pencil_height = get_natural_height (self->pencil, -1);
  ink_height = get_natural_height (self->ink, get_name_width (self->ink, for_size));
  *natural = is_stacked (self, for_size) ? pencil_height + ink_height
                                         : MAX (pencil_height, ink_height);
  *natural += RULE_SPACING + RULE_HEIGHT;
  *minimum = *natural;
}

static void
byl_ink_line_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BylInkLine *self = BYL_INK_LINE (widget);
  gboolean stacked = is_stacked (self, width);
  int pencil_width = get_name_width (self->pencil, width);
  int ink_width = get_name_width (self->ink, width);
  int pencil_height = get_natural_height (self->pencil, -1);
  int ink_height = get_natural_height (self->ink, ink_width);
  int bottom = height - RULE_SPACING - RULE_HEIGHT;
  int ink_start = INDENT;

  if (gtk_widget_get_visible (self->pencil))
    {
      int line_height = stacked ? ink_height : 0;

      /* Of two heights on one line the lower name is put in the middle of the higher. */
      if (!stacked && ink_height > pencil_height)
        line_height = (ink_height - pencil_height) / 2;

      place_name (self, self->pencil, INDENT, bottom - line_height - pencil_height, pencil_width,
                  pencil_height);

      if (!stacked)
        ink_start += pencil_width + NAME_SPACING;
    }

  if (gtk_widget_get_visible (self->ink))
    place_name (self, self->ink, ink_start, bottom - ink_height, ink_width, ink_height);
}

static void
byl_ink_line_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BylInkLine *self = BYL_INK_LINE (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  graphene_rect_t area = get_inked_area (self);
  graphene_rect_t rule = GRAPHENE_RECT_INIT (0, height - RULE_HEIGHT, width, RULE_HEIGHT);
  gboolean is_inked = gtk_widget_get_visible (self->ink);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  if (!is_inked || self->inked < 1)
    snapshot_dotted_rule (self, snapshot, &color);

  gtk_widget_snapshot_child (widget, self->pencil, snapshot);

  if (!is_inked || self->inked <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &area);
  gtk_snapshot_append_color (snapshot, &color, &rule);
  gtk_widget_snapshot_child (widget, self->ink, snapshot);
  gtk_snapshot_pop (snapshot);
}

static GtkSizeRequestMode
byl_ink_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
byl_ink_line_dispose (GObject *object)
{
  BylInkLine *self = BYL_INK_LINE (object);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->pencil, gtk_widget_unparent);
  g_clear_pointer (&self->ink, gtk_widget_unparent);
  G_OBJECT_CLASS (byl_ink_line_parent_class)->dispose (object);
}

static void
byl_ink_line_class_init (BylInkLineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = byl_ink_line_dispose;
  widget_class->get_request_mode = byl_ink_line_get_request_mode;
  widget_class->measure = byl_ink_line_measure;
  widget_class->size_allocate = byl_ink_line_size_allocate;
  widget_class->snapshot = byl_ink_line_snapshot;

  gtk_widget_class_set_css_name (widget_class, "inkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
create_name_label (BylInkLine *self,
                   const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "xalign", 0.0f,
                                   "visible", FALSE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
byl_ink_line_init (BylInkLine *self)
{
  self->pencil = create_name_label (self, "pencil");
  gtk_widget_add_css_class (self->pencil, "dim-label");

  /* The truth may take a second line before its end is cut off. */
  self->ink = create_name_label (self, "ink");
  gtk_label_set_wrap (GTK_LABEL (self->ink), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->ink), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->ink), 2);
}

static void
write_name (GtkWidget  *label,
            const char *name)
{
  gtk_label_set_label (GTK_LABEL (label), name != NULL ? name : "");
  gtk_widget_set_visible (label, name != NULL && *name != '\0');
}

/**
 * byl_ink_line_new:
 *
 * Returns: (transfer floating): an empty dotted line
 */
GtkWidget *
byl_ink_line_new (void)
{
  return g_object_new (BYL_TYPE_INK_LINE, NULL);
}

/**
 * byl_ink_line_is_shortened:
 * @self: an ink line
 *
 * Returns: %TRUE if a name on @self is longer than its place, so that its end is not shown
 */
gboolean
byl_ink_line_is_shortened (BylInkLine *self)
{
  g_return_val_if_fail (BYL_IS_INK_LINE (self), FALSE);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->pencil)))
         || pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->ink)));
}

/**
 * byl_ink_line_write:
 * @self: an ink line
 * @pencil: (nullable): the name in pencil; struck through where there is one in ink beside it
 * @ink: (nullable): the name in ink; with it the line itself is inked
 *
 * Writes @self anew. Ink that was not there before is drawn from the start edge in 250 ms, at once
 * where animations are off.
 */
void
byl_ink_line_write (BylInkLine *self,
                    const char *pencil,
                    const char *ink)
{
  const char *plain[] = { "pencil", "dim-label", NULL };
  const char *struck[] = { "pencil", "struck", NULL };
  gboolean was_inked;
  AdwAnimationTarget *target;

  g_return_if_fail (BYL_IS_INK_LINE (self));

  was_inked = gtk_widget_get_visible (self->ink);
  write_name (self->pencil, pencil);
  write_name (self->ink, ink);

  gtk_widget_set_css_classes (self->pencil, pencil != NULL && ink != NULL ? struck : plain);

  if (ink != NULL && !was_inked)
    {
      if (self->animation != NULL)
        adw_animation_pause (self->animation);

      g_clear_object (&self->animation);
      target = adw_callback_animation_target_new (draw_ink_cb, self, NULL);
      self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, INK_MILLISECONDS, target);
      adw_animation_play (self->animation);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
