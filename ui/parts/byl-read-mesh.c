/* byl-read-mesh.c: from the characters of an answer to places on it, and back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-mesh.h"

#include "byl-read-label.h"

#include <math.h>

#define REACH 24.0 /* pixels beside the words that still belong to them */

static gboolean
is_laid_out (BylReadLabel *label)
{
  return gtk_widget_get_width (GTK_WIDGET (label)) > 0
         && gtk_widget_get_mapped (GTK_WIDGET (label));
}

/* Characters of one line follow each other; where the line ends, another area begins. */
static void
add_areas_of_label (BylReadView  *view,
                    BylReadLabel *label,
                    guint         start,
                    guint         end,
                    GArray       *areas)
{
  graphene_point_t origin;
  graphene_rect_t *last = NULL;

  if (!gtk_widget_compute_point (GTK_WIDGET (label), GTK_WIDGET (view),
                                 &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;

  for (guint i = start; i < end; i++)
    {
      graphene_rect_t area;

      byl_read_label_get_area (label, i, &area);
      graphene_rect_normalize (&area);
      graphene_rect_offset (&area, origin.x, origin.y);

      if (last != NULL && fabsf (last->origin.y - area.origin.y) < 1)
        {
          graphene_rect_union (last, &area, last);
          continue;
        }

      g_array_append_val (areas, area);
      last = &g_array_index (areas, graphene_rect_t, areas->len - 1);
    }
}

/**
 * byl_read_mesh_find_areas:
 * @view: a read view
 * @start: characters from the text's start, inclusive
 * @end: exclusive
 *
 * Returns: (transfer full) (element-type graphene_rect_t): where these words are, a rectangle a
 *   line, in pixels of @view; those that have no place yet are missing
 */
GArray *
byl_read_mesh_find_areas (BylReadView *view,
                          guint        start,
                          guint        end)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GPtrArray *labels = byl_read_view_get_labels (view);

  for (guint i = 0; i < labels->len; i++)
    {
      BylReadLabel *label = g_ptr_array_index (labels, i);
      guint first = MAX (start, byl_read_label_get_start (label));
      guint last = MIN (end, byl_read_label_get_end (label));

      if (byl_read_label_get_start (label) >= end)
        break;

      if (first < last && is_laid_out (label))
        add_areas_of_label (view, label, first, last, areas);
    }

  return areas;
}

/* How far a point lies from a rectangle; lines count more than what is beside them. */
static double
get_distance (const graphene_rect_t *bounds,
              double                 x,
              double                 y)
{
  double across = fmax (fmax (bounds->origin.x - x, x - bounds->origin.x - bounds->size.width), 0);
  double down = fmax (fmax (bounds->origin.y - y, y - bounds->origin.y - bounds->size.height), 0);

  return hypot (across, 4 * down);
}

static guint
get_character (BylReadLabel          *label,
               const graphene_rect_t *bounds,
               double                 x,
               double                 y)
{
  const char *text = byl_read_words_get_text (BYL_READ_WORDS (label));
  PangoLayout *layout = byl_read_words_get_layout (BYL_READ_WORDS (label));
  graphene_point_t origin;
  int byte, trailing;

  byl_read_words_get_origin (BYL_READ_WORDS (label), &origin);
  pango_layout_xy_to_index (layout, (int) ((x - bounds->origin.x - origin.x) * PANGO_SCALE),
                            (int) ((y - bounds->origin.y - origin.y) * PANGO_SCALE), &byte,
                            &trailing);

  return byl_read_label_get_start (label) + (guint) g_utf8_pointer_to_offset (text, text + byte);
}

/**
 * byl_read_mesh_find_character:
 * @view: a read view
 * @x: pixels from the left of @view
 * @y: from its top
 * @character: (out): characters from the text's start to the one that is there, or the nearest
 *
 * Returns: whether there are words at that place, or close beside it
 */
gboolean
byl_read_mesh_find_character (BylReadView *view,
                              double       x,
                              double       y,
                              guint       *character)
{
  GPtrArray *labels = byl_read_view_get_labels (view);
  BylReadLabel *nearest = NULL;
  graphene_rect_t nearest_bounds;
  double distance = REACH;

  for (guint i = 0; i < labels->len; i++)
    {
      BylReadLabel *label = g_ptr_array_index (labels, i);
      graphene_rect_t bounds;

      if (!is_laid_out (label)
          || !gtk_widget_compute_bounds (GTK_WIDGET (label), GTK_WIDGET (view), &bounds)
          || get_distance (&bounds, x, y) >= distance)
        continue;

      nearest = label;
      nearest_bounds = bounds;
      distance = get_distance (&bounds, x, y);
    }

  if (nearest == NULL || byl_read_label_get_end (nearest) == byl_read_label_get_start (nearest))
    return FALSE;

  *character = MIN (get_character (nearest, &nearest_bounds, x, y),
                    byl_read_label_get_end (nearest) - 1);

  return TRUE;
}

static gboolean
is_joined (gunichar left,
           gunichar right)
{
  return !g_unichar_isspace (left) && !g_unichar_isspace (right)
         && !g_unichar_iswide (left) && !g_unichar_iswide (right);
}

/**
 * byl_read_mesh_snap:
 * @text: an answer
 * @start: (inout): characters from its start, inclusive
 * @end: (inout): exclusive
 *
 * Takes spaces off the ends of a span, and takes the whole of a word where it has a part of it.
 * What is written without spaces has no ends to its words: there each character stands alone.
 */
void
byl_read_mesh_snap (BylReadText *text,
                    guint       *start,
                    guint       *end)
{
  glong length;
  g_autofree gunichar *characters =
    g_utf8_to_ucs4_fast (byl_read_text_get_text (text), -1, &length);

  *end = MIN (*end, (guint) length);
  *start = MIN (*start, *end);

  while (*start < *end && g_unichar_isspace (characters[*start]))
    (*start)++;
  while (*start < *end && g_unichar_isspace (characters[*end - 1]))
    (*end)--;

  if (*start == *end)
    return;

  while (*start > 0 && is_joined (characters[*start - 1], characters[*start]))
    (*start)--;
  while (*end < (guint) length && is_joined (characters[*end - 1], characters[*end]))
    (*end)++;
}
