/* test-tell-bar.c: a bar shows what there is of three figures
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-family-mark.h"
#include "byl-tell-bar.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH  200
#define HEIGHT 16

static GskRenderNode *
draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (widget);

  gtk_widget_allocate (widget, WIDTH, HEIGHT, -1, NULL);
  widget_class->snapshot (widget, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

static guint
count_nodes (GskRenderNode     *node,
             GskRenderNodeType  type)
{
  guint n = 0;

  if (gsk_render_node_get_node_type (node) == type)
    return 1;

  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_nodes (gsk_container_node_get_child (node, i), type);

  return n;
}

/* The track and the answer's bar are rounded, the others' ring is drawn by cairo, the writer's tick
 * is a plain rectangle. */
static void
assert_shapes (double answer,
               double writer,
               double others,
               guint  n_bars,
               guint  n_ticks,
               guint  n_rings)
{
  GtkWidget *bar = g_object_ref_sink (byl_tell_bar_new (BYL_FAMILY_TONE, answer, writer, others,
                                                        "What it shows"));
  GskRenderNode *node = draw (bar);

  g_assert_cmpuint (count_nodes (node, GSK_ROUNDED_CLIP_NODE), ==, n_bars);
  g_assert_cmpuint (count_nodes (node, GSK_COLOR_NODE), ==, n_ticks);
  g_assert_cmpuint (count_nodes (node, GSK_CAIRO_NODE), ==, n_rings);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "What it shows");
  gsk_render_node_unref (node);
  gtk_widget_unparent (bar);
  g_assert_finalize_object (bar);
}

static void
test_figures_that_are_missing_are_not_drawn (void)
{
  assert_shapes (NAN, NAN, NAN, 1, 0, 0);
  assert_shapes (NAN, 3, 2, 1, 1, 1);
  assert_shapes (4, NAN, 2, 2, 0, 1);
}

static void
test_three_figures_are_three_shapes (void)
{
  assert_shapes (4, 3, 2, 2, 1, 1);
  assert_shapes (-1.5, 3, -2, 2, 1, 1);
}

/* Figures that are all 0 have no scale. */
static void
test_empty_figures_lie_at_the_start (void)
{
  assert_shapes (0, 0, 0, 1, 1, 1);
}

static void
test_families_differ_in_more_than_colour (void)
{
  GskRenderNode *nodes[3];
  GtkWidget *marks[3];

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i] = g_object_ref_sink (byl_family_mark_new ((BylFamily) i));
      nodes[i] = draw (marks[i]);
      g_assert_cmpuint (count_nodes (nodes[i], GSK_CAIRO_NODE), ==, 1);
    }

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_assert_cmpstr (byl_family_mark_get_name ((BylFamily) i), !=,
                       byl_family_mark_get_name ((BylFamily) ((i + 1) % 3)));
      gsk_render_node_unref (nodes[i]);
      g_assert_finalize_object (marks[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

  adw_init ();

  g_test_add_func ("/tell-bar/figures-that-are-missing-are-not-drawn",
                   test_figures_that_are_missing_are_not_drawn);
  g_test_add_func ("/tell-bar/three-figures-are-three-shapes",
                   test_three_figures_are_three_shapes);
  g_test_add_func ("/tell-bar/empty-figures-lie-at-the-start",
                   test_empty_figures_lie_at_the_start);
  g_test_add_func ("/tell-bar/families-differ-in-more-than-colour",
                   test_families_differ_in_more_than_colour);

  return g_test_run ();
}
