/* byl-read-highlighter.c: drawing the tells of an answer on its labels, and showing one of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-highlighter.h"

#include <adwaita.h>

#define FAMILY_MILLISECONDS 150
#define PULSE_MILLISECONDS 1000
#define PULSE_FADE_MILLISECONDS 250

struct _BylReadHighlighter
{
  GtkWidget    *widget;       /* that the labels lie in; borrowed */
  BylReadPaint *paint;        /* in a reference-counted box */
  GPtrArray    *labels;       /* (element-type BylReadLabel): borrowed */
  GArray       *highlights;   /* (nullable) (element-type BylHighlight) */
  AdwAnimation *family_fade;  /* (nullable) */
  AdwAnimation *pulse_fade;   /* (nullable) */
  guint         pulse_source;
};

static gboolean
has_family (BylReadHighlighter *self,
            BylFamily           family)
{
  for (guint i = 0; self->highlights != NULL && i < self->highlights->len; i++)
    {
      if (g_array_index (self->highlights, BylHighlight, i).family == family)
        return TRUE;
    }

  return FALSE;
}

static void
redraw_tells (BylReadHighlighter *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      if (byl_read_label_has_tells (g_ptr_array_index (self->labels, i)))
        gtk_widget_queue_draw (g_ptr_array_index (self->labels, i));
    }
}

static void
redraw_pulse (BylReadHighlighter *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      BylReadLabel *label = g_ptr_array_index (self->labels, i);

      if (byl_read_label_get_end (label) > self->paint->pulse_start
          && byl_read_label_get_start (label) < self->paint->pulse_end)
        gtk_widget_queue_draw (GTK_WIDGET (label));
    }
}

/* @value goes from 0 to the number of families that have tells here, one after the other. */
static void
fade_family_cb (double   value,
                gpointer user_data)
{
  BylReadHighlighter *self = user_data;
  double turn = 0;

  for (guint family = 0; family < BYL_N_FAMILIES; family++)
    {
      self->paint->opacity[family] = CLAMP (value - turn, 0, 1);

      if (has_family (self, (BylFamily) family))
        turn++;
    }

  redraw_tells (self);
}

static void
fade_pulse_cb (double   value,
               gpointer user_data)
{
  BylReadHighlighter *self = user_data;

  self->paint->pulse = value;
  redraw_pulse (self);
}

static void
stop_animation (AdwAnimation **animation)
{
  if (*animation != NULL)
    adw_animation_pause (*animation);

  g_clear_object (animation);
}

static gboolean
end_pulse_cb (gpointer user_data)
{
  BylReadHighlighter *self = user_data;

  self->pulse_source = 0;
  stop_animation (&self->pulse_fade);
  self->pulse_fade =
    adw_timed_animation_new (self->widget, 1, 0, PULSE_FADE_MILLISECONDS,
                             adw_callback_animation_target_new (fade_pulse_cb, self, NULL));
  adw_animation_play (self->pulse_fade);

  return G_SOURCE_REMOVE;
}

static void
update_style (BylReadHighlighter *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->paint->dark = adw_style_manager_get_dark (manager);
  self->paint->high_contrast = adw_style_manager_get_high_contrast (manager);

  for (guint i = 0; i < self->labels->len; i++)
    {
      byl_read_label_apply_runs (g_ptr_array_index (self->labels, i));
      gtk_widget_queue_draw (g_ptr_array_index (self->labels, i));
    }
}

/**
 * byl_read_highlighter_new:
 * @widget: that the labels lie in; must outlive the highlighter
 *
 * Returns: (transfer full): a highlighter without labels
 */
BylReadHighlighter *
byl_read_highlighter_new (GtkWidget *widget)
{
  BylReadHighlighter *self = g_new0 (BylReadHighlighter, 1);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->widget = widget;
  self->paint = g_rc_box_new0 (BylReadPaint);
  self->labels = g_ptr_array_new ();
  update_style (self);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (update_style), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update_style), self);

  return self;
}

/**
 * byl_read_highlighter_free:
 * @self: (transfer full): a highlighter
 *
 * Frees @self.
 */
void
byl_read_highlighter_free (BylReadHighlighter *self)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  byl_read_highlighter_clear (self);
  g_ptr_array_unref (self->labels);
  g_rc_box_release (self->paint);
  g_free (self);
}

/**
 * byl_read_highlighter_get_paint:
 * @self: a highlighter
 *
 * Returns: (transfer none): what the labels share, in a reference-counted box
 */
BylReadPaint *
byl_read_highlighter_get_paint (BylReadHighlighter *self)
{
  return self->paint;
}

/**
 * byl_read_highlighter_add_label:
 * @self: a highlighter
 * @label: (transfer none): a label; must live until byl_read_highlighter_clear()
 *
 * Draws on @label what lies on it, now and later.
 */
void
byl_read_highlighter_add_label (BylReadHighlighter *self,
                                BylReadLabel       *label)
{
  g_ptr_array_add (self->labels, label);

  if (self->highlights != NULL)
    byl_read_label_set_tells (label, self->highlights);
}

/**
 * byl_read_highlighter_clear:
 * @self: a highlighter
 *
 * Forgets the labels and all that was to be drawn on them.
 */
void
byl_read_highlighter_clear (BylReadHighlighter *self)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  stop_animation (&self->family_fade);
  stop_animation (&self->pulse_fade);
  g_clear_pointer (&self->highlights, g_array_unref);
  self->paint->pulse = 0;
  g_ptr_array_set_size (self->labels, 0);
}

/**
 * byl_read_highlighter_set_highlights:
 * @self: a highlighter
 * @highlights: (nullable) (element-type BylHighlight): the tells; copied
 *
 * Draws @highlights in place of those before. They fade in family by family, 150 ms each.
 */
void
byl_read_highlighter_set_highlights (BylReadHighlighter *self,
                                     const GArray       *highlights)
{
  guint n_families = 0;

  stop_animation (&self->family_fade);
  g_clear_pointer (&self->highlights, g_array_unref);

  if (highlights != NULL && highlights->len > 0)
    {
      self->highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));
      g_array_append_vals (self->highlights, highlights->data, highlights->len);
    }

  for (guint i = 0; i < self->labels->len; i++)
    byl_read_label_set_tells (g_ptr_array_index (self->labels, i), self->highlights);

  for (guint family = 0; family < BYL_N_FAMILIES; family++)
    {
      self->paint->opacity[family] = 0;
      n_families += has_family (self, (BylFamily) family) ? 1 : 0;
    }

  if (n_families == 0)
    return;

  self->family_fade =
    adw_timed_animation_new (self->widget, 0, n_families, n_families * FAMILY_MILLISECONDS,
                             adw_callback_animation_target_new (fade_family_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->family_fade), ADW_LINEAR);
  adw_animation_play (self->family_fade);
}

/**
 * byl_read_highlighter_pulse:
 * @self: a highlighter
 * @start: characters from the answer's start, inclusive
 * @end: exclusive
 *
 * Frames some words for a second, also where animations are off: then it comes and goes at once.
 */
void
byl_read_highlighter_pulse (BylReadHighlighter *self,
                            guint               start,
                            guint               end)
{
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  stop_animation (&self->pulse_fade);
  redraw_pulse (self);
  self->paint->pulse_start = start;
  self->paint->pulse_end = end;
  self->paint->pulse = 1;
  redraw_pulse (self);
  self->pulse_source = g_timeout_add (PULSE_MILLISECONDS, end_pulse_cb, self);
}
