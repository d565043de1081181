/* byl-read-decoration.c: what is drawn behind and above the words of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-decoration.h"

#include <math.h>

#define CORNER 3.0f            /* radius of a tint's corners, in pixels */
#define LEVEL_DISTANCE 3.0f    /* between underlines that lie under the same words */
#define MAX_LEVEL 2u           /* deeper ones would reach into the next line */
#define UNDERLINE_DISTANCE 4.0f /* from the baseline to the middle of the first underline */
#define WAVE_LENGTH 10.0
#define WAVE_HEIGHT 1.75       /* from its middle to its crest */
#define DASH_LENGTH 5.0
#define DASH_GAP 3.0
#define PULSE_MARGIN 2.0f
#define PULSE_WIDTH 2.0f

/* Of the light and the dark style: what DESIGN.md lays down for the families. */
static const GdkRGBA line_colors[BYL_N_FAMILIES][2] = {
  { { 0.776f, 0.275f, 0.000f, 1 }, { 1.000f, 0.702f, 0.502f, 1 } }, /* #c64600, #ffb380 */
  { { 0.102f, 0.373f, 0.706f, 1 }, { 0.600f, 0.757f, 0.945f, 1 } }, /* #1a5fb4, #99c1f1 */
  { { 0.110f, 0.478f, 0.329f, 1 }, { 0.561f, 0.941f, 0.769f, 1 } }, /* #1c7a54, #8ff0c4 */
};

static const GdkRGBA tint_colors[BYL_N_FAMILIES][2] = {
  { { 1.000f, 0.890f, 0.800f, 1 }, { 0.353f, 0.204f, 0.094f, 1 } }, /* #ffe3cc, #5a3418 */
  { { 0.839f, 0.902f, 0.984f, 1 }, { 0.122f, 0.227f, 0.361f, 1 } }, /* #d6e6fb, #1f3a5c */
  { { 0.827f, 0.941f, 0.886f, 1 }, { 0.078f, 0.271f, 0.184f, 1 } }, /* #d3f0e2, #14452f */
};

/* A piece of one visual line. */
typedef struct
{
  float x;
  float width;
  float baseline;
  float ascent;  /* of the letters, without the space between the lines */
  float descent;
} LinePart;

static GdkRGBA
fade (GdkRGBA color,
      double  opacity)
{
  color.alpha *= (float) opacity;

  return color;
}

/* The letters' height of a line: the logical height of the line also holds what the line spacing
 * adds, which a tint must not cover. */
static void
measure_letters (PangoLayout     *layout,
                 PangoLayoutLine *line,
                 float           *ascent,
                 float           *descent)
{
  *ascent = 0;
  *descent = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoFontMetrics *metrics =
        pango_font_get_metrics (run->item->analysis.font, run->item->analysis.language);

      *ascent = MAX (*ascent, (float) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE);
      *descent = MAX (*descent, (float) pango_font_metrics_get_descent (metrics) / PANGO_SCALE);
      pango_font_metrics_unref (metrics);
    }
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const LinePart *first = a;
  const LinePart *second = b;

  return first->x < second->x ? -1 : first->x > second->x ? 1 : 0;
}

/* Pango gives a range for each run; where styles change within a tell, they touch. */
static void
join_touching_parts (GArray *parts)
{
  g_array_sort (parts, compare_parts);

  for (guint i = parts->len; i > 1; i--)
    {
      LinePart *left = &g_array_index (parts, LinePart, i - 2);
      const LinePart *right = &g_array_index (parts, LinePart, i - 1);

      if (right->x > left->x + left->width + 0.5f)
        continue;

      left->width = MAX (left->width, right->x + right->width - left->x);
      g_array_remove_index (parts, i - 1);
    }
}

static void
append_line_parts (GArray          *parts,
                   PangoLayout     *layout,
                   PangoLayoutLine *line,
                   int              baseline,
                   int              start,
                   int              end)
{
  int first = MAX (start, line->start_index);
  int last = MIN (end, line->start_index + line->length);
  g_autoptr(GArray) of_line = NULL;
  g_autofree int *ranges = NULL;
  int n_ranges;
  LinePart part;

  if (first >= last)
    return;

  of_line = g_array_new (FALSE, FALSE, sizeof (LinePart));
  part.baseline = (float) baseline / PANGO_SCALE;
  measure_letters (layout, line, &part.ascent, &part.descent);
  /* Words of both directions on a line lie in more than one piece. */
  pango_layout_line_get_x_ranges (line, first, last, &ranges, &n_ranges);

  for (int i = 0; i < n_ranges; i++)
    {
      part.x = (float) ranges[2 * i] / PANGO_SCALE;
      part.width = (float) ranges[2 * i + 1] / PANGO_SCALE - part.x;

      if (part.width > 0)
        g_array_append_val (of_line, part);
    }

  join_touching_parts (of_line);
  g_array_append_vals (parts, of_line->data, of_line->len);
}

/* The pieces of visual lines that the bytes from @start to @end of @layout are drawn on. */
static GArray *
find_line_parts (PangoLayout *layout,
                 guint        start,
                 guint        end)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (LinePart));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);

      if (line->start_index >= (int) end)
        break;

      append_line_parts (parts, layout, line, pango_layout_iter_get_baseline (iter),
                         (int) start, (int) end);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);

  return parts;
}

static void
draw_box (GtkSnapshot    *snapshot,
          const LinePart *part,
          float           margin,
          const GdkRGBA  *color)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (part->x - margin,
                                             floorf (part->baseline - part->ascent),
                                             part->width + 2 * margin,
                                             ceilf (part->ascent + part->descent));
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &area, CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
trace_wave (cairo_t *cairo,
            double   x,
            double   width,
            double   y)
{
  double end = x + width;

  cairo_move_to (cairo, x, y);

  /* Two cubic curves a wave: one over, one under the middle. */
  for (gboolean up = TRUE; x < end; up = !up)
    {
      double half = WAVE_LENGTH / 2;
      double crest = y + (up ? -1 : 1) * WAVE_HEIGHT * 4 / 3;

      cairo_curve_to (cairo, x + half / 3, crest, x + 2 * half / 3, crest, x + half, y);
      x += half;
    }
}

static void
draw_underline (GtkSnapshot         *snapshot,
                const BylDecoration *decoration,
                const BylReadPaint  *paint,
                const LinePart      *part,
                const GdkRGBA       *color)
{
  double thickness = paint->high_contrast ? 3 : decoration->kind == BYL_DECORATION_TONE ? 1.5 : 2;
  double y = roundf (part->baseline) + UNDERLINE_DISTANCE
             + LEVEL_DISTANCE * MIN (decoration->level, MAX_LEVEL);
  double reach = WAVE_HEIGHT + thickness;
  graphene_rect_t area = GRAPHENE_RECT_INIT (part->x, (float) (y - reach), part->width,
                                             (float) (2 * reach));
  const double dashes[] = { DASH_LENGTH, DASH_GAP };
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &area);

  gdk_cairo_set_source_rgba (cairo, color);
  cairo_set_line_width (cairo, thickness);
  /* The wave runs on past the last word: it is cut off there. */
  cairo_rectangle (cairo, area.origin.x, area.origin.y, area.size.width, area.size.height);
  cairo_clip (cairo);

  if (decoration->kind == BYL_DECORATION_TONE)
    {
      trace_wave (cairo, part->x, part->width, y);
    }
  else
    {
      if (decoration->kind == BYL_DECORATION_UNCERTAINTY)
        cairo_set_dash (cairo, dashes, G_N_ELEMENTS (dashes), 0);

      cairo_move_to (cairo, part->x, y);
      cairo_line_to (cairo, part->x + part->width, y);
    }

  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static int
compare_decorations (gconstpointer a,
                     gconstpointer b)
{
  const BylDecoration *first = a;
  const BylDecoration *second = b;
  gboolean first_is_tell = first->kind < BYL_N_FAMILIES;
  gboolean second_is_tell = second->kind < BYL_N_FAMILIES;

  if (first_is_tell != second_is_tell)
    return first_is_tell ? 1 : -1;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  /* The longer one is drawn first, so that the shorter one is seen on it. */
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;

  return (int) first->kind - (int) second->kind;
}

/**
 * byl_read_decoration_draw_behind:
 * @decoration: a decoration
 * @paint: how to draw it
 * @layout: the words, at the snapshot's origin
 * @text_color: the colour of the words
 * @snapshot: what to draw on
 *
 * Draws what lies behind the words: the tint of a tell or of code, the bar over a hidden name.
 */
void
byl_read_decoration_draw_behind (const BylDecoration *decoration,
                                 const BylReadPaint  *paint,
                                 PangoLayout         *layout,
                                 const GdkRGBA       *text_color,
                                 GtkSnapshot         *snapshot)
{
  gboolean is_tell = decoration->kind < BYL_N_FAMILIES;
  g_autoptr(GArray) parts = NULL;
  GdkRGBA color;

  if (is_tell && (paint->high_contrast || paint->opacity[decoration->kind] <= 0))
    return;

  if (is_tell)
    color = fade (tint_colors[decoration->kind][paint->dark ? 1 : 0],
                  paint->opacity[decoration->kind]);
  else if (decoration->kind == BYL_DECORATION_CODE)
    color = fade (*text_color, 0.09);
  else
    color = fade (*text_color, paint->high_contrast ? 0.6 : 0.3);

  parts = find_line_parts (layout, decoration->start, decoration->end);

  for (guint i = 0; i < parts->len; i++)
    draw_box (snapshot, &g_array_index (parts, LinePart, i),
              decoration->kind == BYL_DECORATION_MASK ? 0 : 1, &color);
}

/**
 * byl_read_decoration_draw_above:
 * @decoration: a decoration
 * @paint: how to draw it
 * @layout: the words, at the snapshot's origin
 * @snapshot: what to draw on
 *
 * Draws what lies over the words: the underline of a tell.
 */
void
byl_read_decoration_draw_above (const BylDecoration *decoration,
                                const BylReadPaint  *paint,
                                PangoLayout         *layout,
                                GtkSnapshot         *snapshot)
{
  g_autoptr(GArray) parts = NULL;
  GdkRGBA color;

  if (decoration->kind >= BYL_N_FAMILIES || paint->opacity[decoration->kind] <= 0)
    return;

  color = fade (line_colors[decoration->kind][paint->dark ? 1 : 0],
                paint->opacity[decoration->kind]);
  parts = find_line_parts (layout, decoration->start, decoration->end);

  for (guint i = 0; i < parts->len; i++)
    draw_underline (snapshot, decoration, paint, &g_array_index (parts, LinePart, i), &color);
}

/**
 * byl_read_decoration_draw_pulse:
 * @start: bytes from the start of the layout's text, inclusive
 * @end: exclusive
 * @paint: how to draw it
 * @layout: the words, at the snapshot's origin
 * @color: of the frame
 * @snapshot: what to draw on
 *
 * Draws a frame around words, for as long as they are to be found by eye.
 */
void
byl_read_decoration_draw_pulse (guint               start,
                                guint               end,
                                const BylReadPaint *paint,
                                PangoLayout        *layout,
                                const GdkRGBA      *color,
                                GtkSnapshot        *snapshot)
{
  const float widths[4] = { PULSE_WIDTH, PULSE_WIDTH, PULSE_WIDTH, PULSE_WIDTH };
  GdkRGBA faded = fade (*color, paint->pulse);
  const GdkRGBA colors[4] = { faded, faded, faded, faded };
  g_autoptr(GArray) parts = find_line_parts (layout, start, end);

  for (guint i = 0; i < parts->len; i++)
    {
      const LinePart *part = &g_array_index (parts, LinePart, i);
      float margin = PULSE_MARGIN + PULSE_WIDTH;
      graphene_rect_t area = GRAPHENE_RECT_INIT (part->x - margin,
                                                 part->baseline - part->ascent - margin,
                                                 part->width + 2 * margin,
                                                 part->ascent + part->descent + 2 * margin);
      GskRoundedRect frame;

      gsk_rounded_rect_init_from_rect (&frame, &area, CORNER + margin);
      gtk_snapshot_append_border (snapshot, &frame, widths, colors);
    }
}

/**
 * byl_read_decoration_draw_sample:
 * @family: a family
 * @paint: how to draw it
 * @width: pixels
 * @height: pixels; as high as a line of words, with the underline
 * @snapshot: what to draw on
 *
 * Draws the tint and the underline of a family as they lie on words, for a legend.
 */
void
byl_read_decoration_draw_sample (BylFamily           family,
                                 const BylReadPaint *paint,
                                 float               width,
                                 float               height,
                                 GtkSnapshot        *snapshot)
{
  const float descent = UNDERLINE_DISTANCE + (float) WAVE_HEIGHT + 1;
  BylDecoration decoration = { .kind = (BylDecorationKind) family };
  LinePart part = { 1, width - 2, height - descent, height - descent, descent - 1 };

  if (!paint->high_contrast)
    draw_box (snapshot, &part, 1, &tint_colors[family][paint->dark ? 1 : 0]);

  draw_underline (snapshot, &decoration, paint, &part,
                  &line_colors[family][paint->dark ? 1 : 0]);
}

/**
 * byl_read_decoration_get_line_color:
 * @family: a family
 * @dark: whether it is drawn on a dark page
 *
 * Returns: (transfer none): the colour of the family's lines
 */
const GdkRGBA *
byl_read_decoration_get_line_color (BylFamily family,
                                    gboolean  dark)
{
  return &line_colors[family][dark ? 1 : 0];
}

/**
 * byl_read_decoration_stack:
 * @decorations: (element-type BylDecoration): of one label
 *
 * Puts @decorations in the order in which they are drawn, and gives each tell a level, so that the
 * underlines of tells on the same words lie under each other.
 */
void
byl_read_decoration_stack (GArray *decorations)
{
  guint ends[MAX_LEVEL + 1] = { 0 };

  g_array_sort (decorations, compare_decorations);

  for (guint i = 0; i < decorations->len; i++)
    {
      BylDecoration *decoration = &g_array_index (decorations, BylDecoration, i);

      if (decoration->kind >= BYL_N_FAMILIES)
        continue;

      decoration->level = 0;

      while (decoration->level < MAX_LEVEL && ends[decoration->level] > decoration->start)
        decoration->level++;

      ends[decoration->level] = MAX (ends[decoration->level], decoration->end);
    }
}
