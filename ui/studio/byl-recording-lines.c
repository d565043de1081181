/* byl-recording-lines.c: the length of an answer that may not be read yet, as blotted-out lines
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-lines.h"

#define N_LINES           4
#define LINE_HEIGHT       5  /* pixels */
#define LINE_DISTANCE     9  /* pixels, from the top of one to that of the next */
#define LINE_CHARACTERS   500u
#define LEAST_WIDTH       48 /* pixels */
#define EMPTY_ALPHA       0.1f
#define FULL_ALPHA        0.55f

struct _BylRecordingLines
{
  GtkWidget parent_instance;
  guint     n_characters;
};

G_DEFINE_FINAL_TYPE (BylRecordingLines, byl_recording_lines, GTK_TYPE_WIDGET)

static void
draw_line (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          alpha,
           float          x,
           float          y,
           float          width)
{
  GdkRGBA faded = *color;
  GskRoundedRect rounded;

  if (width < 1.0f)
    return;

  faded.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (x, y, width, LINE_HEIGHT),
                                   LINE_HEIGHT / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &faded, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
byl_recording_lines_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  BylRecordingLines *self = BYL_RECORDING_LINES (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  for (guint i = 0; i < N_LINES; i++)
    {
      guint before = i * LINE_CHARACTERS;
      guint n = self->n_characters > before
                  ? MIN (self->n_characters - before, LINE_CHARACTERS) : 0;
      /* The last line is shorter, as that of a paragraph is. */
      float whole = i == N_LINES - 1 ? width * 0.6f : width;
      float full = whole * n / LINE_CHARACTERS;
      float y = i * LINE_DISTANCE;

      draw_line (snapshot, &color, EMPTY_ALPHA, is_rtl ? width - whole : 0.0f, y, whole);
      draw_line (snapshot, &color, FULL_ALPHA, is_rtl ? width - full : 0.0f, y, full);
    }
}

static void
byl_recording_lines_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = (N_LINES - 1) * LINE_DISTANCE + LINE_HEIGHT;
}

static void
byl_recording_lines_class_init (BylRecordingLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = byl_recording_lines_snapshot;
  widget_class->measure = byl_recording_lines_measure;
  gtk_widget_class_set_css_name (widget_class, "recordinglines");
  /* What it shows is told by the cell that it lies in. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
byl_recording_lines_init (BylRecordingLines *self)
{
}

/**
 * byl_recording_lines_new:
 *
 * Returns: (transfer floating): lines of which nothing is filled
 */
GtkWidget *
byl_recording_lines_new (void)
{
  return g_object_new (BYL_TYPE_RECORDING_LINES, NULL);
}

/**
 * byl_recording_lines_get_n_characters:
 * @self: lines
 *
 * Returns: how many characters are shown
 */
guint
byl_recording_lines_get_n_characters (BylRecordingLines *self)
{
  return self->n_characters;
}

/**
 * byl_recording_lines_set_n_characters:
 * @self: lines
 * @n_characters: how many characters the answer has so far; from 2,000 on, all lines are full
 */
void
byl_recording_lines_set_n_characters (BylRecordingLines *self,
                                      guint              n_characters)
{
  if (self->n_characters == n_characters)
    return;

  self->n_characters = n_characters;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
