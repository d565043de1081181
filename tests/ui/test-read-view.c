/* test-read-view.c: an answer to be read, with its tells highlighted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-parts.h"
#include "byl-read-label.h"
#include "byl-read-place.h"
#include "byl-read-view.h"

#include <adwaita.h>
#include <string.h>

static BylReadView *
create_view (const char *markdown)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));

  byl_read_view_set_read_text (view, text);
  byl_read_view_finish (view);

  return view;
}

/* What the view has hidden is on its way out. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* Words are shown in read labels, the markers of lists in labels. */
static const char *
get_text (GtkWidget *widget)
{
  if (BYL_IS_READ_WORDS (widget))
    return byl_read_words_get_text (BYL_READ_WORDS (widget));

  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;
}

static GPtrArray *
find_all (BylReadView *view,
          GType        type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (view), type, found);

  return found;
}

/* Returns: (nullable): the words or the marker that read exactly @text */
static GtkWidget *
find_label (BylReadView *view,
            const char  *text)
{
  g_autoptr(GPtrArray) widgets = find_all (view, GTK_TYPE_WIDGET);

  for (guint i = 0; i < widgets->len; i++)
    {
      if (g_strcmp0 (get_text (g_ptr_array_index (widgets, i)), text) == 0)
        return g_ptr_array_index (widgets, i);
    }

  return NULL;
}

/* What a screen reader reads of @text. */
static GtkAccessible *
find_accessible (BylReadView *view,
                 const char  *text)
{
  GtkWidget *label = find_label (view, text);

  g_assert_true (BYL_IS_READ_WORDS (label));

  return GTK_ACCESSIBLE (byl_read_words_get_accessible (BYL_READ_WORDS (label)));
}

static void
assert_direction (BylReadView      *view,
                  const char       *text,
                  GtkTextDirection  direction)
{
  GtkWidget *label = find_label (view, text);

  g_assert_nonnull (label);
  g_assert_cmpint (gtk_widget_get_direction (label), ==, direction);
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

/* Waits, ten seconds at most, until something is scrolled away, or nothing is any more. */
static void
wait_for_scroll (GtkAdjustment *adjustment,
                 gboolean       scrolled)
{
  for (guint i = 0; i < 100 && (gtk_adjustment_get_value (adjustment) > 0) != scrolled; i++)
    wait_for (100);

  wait_for (100);
}

/* A window of 400 by 300 pixels that scrolls the view. */
static GtkWidget *
present (BylReadView *view)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  gtk_window_present (GTK_WINDOW (window));

  while (gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    g_main_context_iteration (NULL, TRUE);

  wait_for (50);

  return window;
}

static GtkAdjustment *
get_adjustment (BylReadView *view)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static guint
count_words (const char *text,
             const char *word)
{
  guint count = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    count++;

  return count;
}

/* How many nodes of a kind the view draws. */
static guint
count_nodes (BylReadView *view,
             const char  *name)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GdkPaintable) paintable = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GskRenderNode *node;
  guint count;

  gtk_widget_queue_draw (GTK_WIDGET (view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
  /* It shows what was drawn last when it was created. */
  paintable = gtk_widget_paintable_new (GTK_WIDGET (view));
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (view)),
                          gtk_widget_get_height (GTK_WIDGET (view)));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  bytes = gsk_render_node_serialize (node);
  count = count_words (g_bytes_get_data (bytes, NULL), name);
  gsk_render_node_unref (node);

  return count;
}

static void
highlight (BylReadView *view,
           const char  *first,
           const char  *second,
           const char  *third)
{
  const char *quotes[] = { first, second, third };
  g_autoptr(GArray) highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      BylHighlight added = { .family = (BylFamily) i };
      BylSpan span;

      if (quotes[i] == NULL)
        continue;

      g_assert_true (byl_read_text_find_quote (byl_read_view_get_read_text (view), quotes[i],
                                               &span));
      added.start = span.start;
      added.end = span.end;
      g_array_append_val (highlights, added);
    }

  byl_read_view_set_highlights (view, highlights);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
open_link_cb (BylReadView  *view,
              const char   *address,
              char        **opened)
{
  g_free (*opened);
  *opened = g_strdup (address);
}

/* Presses the first letter of @quote. */
static void
press (BylReadView *view,
       const char  *quote)
{
  g_autoptr(GPtrArray) labels = find_all (view, BYL_TYPE_READ_LABEL);
  BylSpan span;

  g_assert_true (byl_read_text_find_quote (byl_read_view_get_read_text (view), quote, &span));

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (label);
      graphene_rect_t area;

      if (byl_read_label_get_start (BYL_READ_LABEL (label)) > span.start
          || byl_read_label_get_end (BYL_READ_LABEL (label)) <= span.start)
        continue;

      byl_read_label_get_area (BYL_READ_LABEL (label), span.start, &area);

      for (guint j = 0; j < g_list_model_get_n_items (controllers); j++)
        {
          g_autoptr(GObject) controller = g_list_model_get_item (controllers, j);

          if (GTK_IS_GESTURE_CLICK (controller))
            g_signal_emit_by_name (controller, "released", 1, area.origin.x + 2,
                                   area.origin.y + area.size.height / 2);
        }
    }
}

static void
test_only_a_new_value_notifies (void)
{
  BylReadView *view = create_view ("One.");
  g_autoptr(BylReadText) text = byl_read_text_new_plain ("Two.");
  guint count = 0;

  g_signal_connect (view, "notify", G_CALLBACK (count_cb), &count);
  byl_read_view_set_read_text (view, byl_read_view_get_read_text (view));
  byl_read_view_set_links_active (view, FALSE);
  g_assert_cmpuint (count, ==, 0);

  byl_read_view_set_read_text (view, text);
  byl_read_view_finish (view);
  g_assert_cmpuint (count, ==, 1);
  byl_read_view_set_links_active (view, TRUE);
  g_assert_cmpuint (count, ==, 2);
  g_assert_true (byl_read_view_get_read_text (view) == text);
  g_assert_nonnull (find_label (view, "Two."));
  g_assert_null (find_label (view, "One."));

  byl_read_view_set_read_text (view, NULL);
  g_assert_true (byl_read_view_is_finished (view));
  g_assert_null (find_label (view, "Two."));
  g_assert_finalize_object (view);
}

/* All of it would have to be shaped in the first frame of a page. */
static void
test_words_wait_for_a_width (void)
{
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  g_autoptr(BylReadText) text = byl_read_text_new_plain ("Two.");

  byl_read_view_set_read_text (view, text);
  g_assert_false (byl_read_view_is_finished (view));
  g_assert_null (find_label (view, "Two."));
  byl_read_view_finish (view);
  g_assert_nonnull (find_label (view, "Two."));
  g_assert_finalize_object (view);
}

static void
test_markup_is_shown_as_typed (void)
{
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  g_autoptr(BylReadText) text = byl_read_text_new_plain ("<b>x</b> &amp; <span foreground='red'>");

  byl_read_view_set_read_text (view, text);
  byl_read_view_finish (view);
  g_assert_nonnull (find_label (view, "<b>x</b> &amp; <span foreground='red'>"));
  g_assert_finalize_object (view);

  view = create_view ("`<b>x</b>` and <i>y</i>");
  g_assert_nonnull (find_label (view, "<b>x</b> and <i>y</i>"));
  g_assert_finalize_object (view);
}

static void
test_odd_texts_do_no_harm (void)
{
  const char *texts[] = { "", "\n\n\n", "-", "1.", ">", "```", "```\n```", "|a|\n|-|", "---\n---",
                          "- - - - - x", "> - > - > x", "\xe2\x80\xae", "a\n\n\xcc\x81",
                          ">>>>>>>>>>>>>>>>>>>>>>>>>>> x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      BylReadView *view = create_view (texts[i]);
      GtkWidget *window = present (view);

      byl_read_view_scroll_to (view, 1000);
      byl_read_view_pulse (view, 0, 1000);
      g_assert_true (byl_read_view_is_finished (view));
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (view);
    }
}

static void
test_headings_are_headings_to_a_screen_reader (void)
{
  BylReadView *view = create_view ("# One\n\nText.\n\n### Three");

  gtk_test_accessible_assert_role (find_accessible (view, "One"), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (find_accessible (view, "One"),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  gtk_test_accessible_assert_property (find_accessible (view, "Three"),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 3);
  gtk_test_accessible_assert_role (find_accessible (view, "Text."), GTK_ACCESSIBLE_ROLE_LABEL);
  g_assert_finalize_object (view);
}

static void
test_items_have_their_markers (void)
{
  BylReadView *view = create_view ("- one\n  - two\n    - three\n\n"
                                   "7. seven\n\n- [ ] open\n- [x] done");
  const char *markers[] = { "•", "◦", "▪", "7.", "☐", "☑" };

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      GtkWidget *marker = find_label (view, markers[i]);

      g_assert_nonnull (marker);
      g_assert_true (gtk_widget_has_css_class (marker, "marker"));
    }

  g_assert_finalize_object (view);
}

static void
test_each_block_is_read_in_its_own_direction (void)
{
  BylReadView *view = create_view ("Good day.\n\nصباح الخير\n\n- עברית\n\n123\n\n"
                                   "```\n# تعليق\n```");

  assert_direction (view, "Good day.", GTK_TEXT_DIR_LTR);
  assert_direction (view, "صباح الخير", GTK_TEXT_DIR_RTL);
  assert_direction (view, "עברית", GTK_TEXT_DIR_RTL);
  assert_direction (view, "•", GTK_TEXT_DIR_RTL);
  assert_direction (view, "123", GTK_TEXT_DIR_LTR);
  assert_direction (view, "# تعليق", GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (view);
}

static void
test_the_gutter_lies_where_the_text_begins (void)
{
  BylReadView *view = create_view ("- left\n\n- يمين");
  GtkWidget *window = present (view);
  g_autoptr(GPtrArray) markers = find_all (view, GTK_TYPE_LABEL);
  g_autoptr(GPtrArray) labels = find_all (view, BYL_TYPE_READ_LABEL);
  graphene_rect_t marker;
  graphene_rect_t text;

  for (guint i = 0; i < labels->len; i++)
    {
      gboolean right_to_left = i > 0;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (markers, i), GTK_WIDGET (view),
                                                &marker));
      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (labels, i),
                                                GTK_WIDGET (view), &text));

      if (right_to_left)
        g_assert_cmpfloat (marker.origin.x, >=, text.origin.x + text.size.width);
      else
        g_assert_cmpfloat (marker.origin.x + marker.size.width, <=, text.origin.x);
    }

  g_assert_cmpuint (labels->len, ==, 2);
  g_assert_cmpuint (markers->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_lists_and_quotations_lie_in_each_other (void)
{
  g_autoptr(BylReadText) text =
    byl_read_text_new_markdown ("> - a\n>   > b\n\nc\n\n- d\n\n  > e\n\n9. f\n10. g");
  guint n_places;
  g_autofree BylReadPlace *places = byl_read_place_new_all (text, GTK_TEXT_DIR_LTR, &n_places);

  g_assert_cmpuint (n_places, ==, 7);
  g_assert_cmpuint (places[0].n_containers, ==, 2);
  g_assert_cmpint (places[0].containers[0].kind, ==, BYL_CONTAINER_QUOTE);
  g_assert_cmpint (places[0].containers[1].kind, ==, BYL_CONTAINER_LIST);
  g_assert_cmpuint (places[1].n_containers, ==, 3);
  g_assert_cmpint (places[1].containers[2].kind, ==, BYL_CONTAINER_QUOTE);
  g_assert_cmpuint (places[1].n_shared, ==, 2);
  g_assert_cmpuint (places[2].n_containers, ==, 0);
  g_assert_cmpint (places[4].containers[0].kind, ==, BYL_CONTAINER_LIST);
  g_assert_cmpint (places[4].containers[1].kind, ==, BYL_CONTAINER_QUOTE);

  /* “9.” is set in as far as “10.”. */
  g_assert_cmpuint (places[5].containers[0].digits, ==, 2);
  g_assert_cmpuint (places[6].containers[0].digits, ==, 2);
}

static void
test_code_and_tables_scroll_by_themselves (void)
{
  BylReadView *view = create_view ("```\na\nb\n```\n\n|a|b|\n|---|--:|\n|c|d|");
  g_autoptr(GPtrArray) scrollers = find_all (view, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr(GPtrArray) grids = find_all (view, GTK_TYPE_GRID);
  GtkWidget *cell = find_label (view, "d");
  int column;
  int row;

  g_assert_cmpuint (scrollers->len, ==, 2);
  g_assert_cmpuint (grids->len, ==, 1);

  for (guint i = 0; i < scrollers->len; i++)
    {
      GtkPolicyType across;
      GtkPolicyType down;

      gtk_scrolled_window_get_policy (g_ptr_array_index (scrollers, i), &across, &down);
      g_assert_cmpint (across, ==, GTK_POLICY_AUTOMATIC);
      g_assert_cmpint (down, ==, GTK_POLICY_NEVER);
    }

  g_assert_nonnull (find_label (view, "a\nb"));
  g_assert_true (gtk_widget_has_css_class (find_label (view, "a"), "header"));
  g_assert_cmpint (pango_layout_get_alignment (
                     byl_read_words_get_layout (BYL_READ_WORDS (cell))), ==, PANGO_ALIGN_RIGHT);
  gtk_grid_query_child (g_ptr_array_index (grids, 0), cell, &column, &row, NULL, NULL);
  g_assert_cmpint (column, ==, 1);
  g_assert_cmpint (row, ==, 1);
  g_assert_finalize_object (view);
}

static void
test_nothing_in_it_takes_the_focus (void)
{
  BylReadView *view = create_view ("# h\n\n[link](https://example.org)\n\n"
                                   "```\ncode\n```\n\n|a|\n|---|\n|b|");
  GtkWidget *window = present (view);
  g_autoptr(GPtrArray) widgets = find_all (view, GTK_TYPE_WIDGET);

  byl_read_view_set_links_active (view, TRUE);
  g_assert_cmpuint (widgets->len, >, 10);

  for (guint i = 0; i < widgets->len; i++)
    g_assert_false (gtk_widget_grab_focus (g_ptr_array_index (widgets, i)));

  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_links_are_words_until_they_are_active (void)
{
  BylReadView *view = create_view ("See [the guide](https://example.org/x) there.");
  GtkWidget *window = present (view);
  g_autofree char *opened = NULL;

  g_signal_connect (view, "open-link", G_CALLBACK (open_link_cb), &opened);
  g_assert_nonnull (find_label (view, "See the guide there."));
  press (view, "the guide");
  g_assert_null (opened);

  byl_read_view_set_links_active (view, TRUE);
  press (view, "See");
  g_assert_null (opened);
  press (view, "the guide");
  g_assert_cmpstr (opened, ==, "https://example.org/x");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_a_hidden_name_is_a_bar_and_is_said_to_be_hidden (void)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("I am Zorb, and Zorb I stay.");
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) masked = NULL;
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  g_autoptr(GPtrArray) labels = NULL;
  GtkWidget *window;

  byl_mask_add (mask, "Zorb", BYL_MASK_ANY_CASE);
  masked = byl_read_text_mask (text, mask, "");
  byl_read_view_set_read_text (view, masked);
  window = present (view);
  labels = find_all (view, GTK_TYPE_INSCRIPTION);
  g_assert_cmpuint (labels->len, ==, 1);
  gtk_test_accessible_assert_property (g_ptr_array_index (labels, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "I am (hidden name), and (hidden name) I stay.");
  g_assert_cmpuint (count_nodes (view, "rounded-clip {"), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_each_family_is_drawn_in_its_own_way (void)
{
  BylReadView *view = create_view ("One two three four five six.");
  GtkWidget *window = present (view);

  g_assert_cmpuint (count_nodes (view, "cairo {"), ==, 0);
  highlight (view, "One", "three", "five");
  g_assert_cmpuint (count_nodes (view, "rounded-clip {"), ==, 3);
  g_assert_cmpuint (count_nodes (view, "cairo {"), ==, 3);

  byl_read_view_set_highlights (view, NULL);
  g_assert_cmpuint (count_nodes (view, "rounded-clip {"), ==, 0);
  g_assert_cmpuint (count_nodes (view, "cairo {"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_a_tell_of_two_blocks_is_drawn_on_both (void)
{
  BylReadView *view = create_view ("one two\n\nthree four");
  GtkWidget *window = present (view);
  g_autoptr(GArray) highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));
  BylHighlight all = { 0, byl_read_text_get_length (byl_read_view_get_read_text (view)),
                       BYL_FAMILY_STRUCTURE };

  g_array_append_val (highlights, all);
  byl_read_view_set_highlights (view, highlights);
  g_assert_cmpuint (count_nodes (view, "cairo {"), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_a_tell_on_mixed_directions_lies_in_pieces (void)
{
  BylReadView *view = create_view ("abc אבג def");
  GtkWidget *window = present (view);

  /* From the middle of the Hebrew word on: its second half stands on the left of its first. */
  highlight (view, NULL, "בג def", NULL);
  g_assert_cmpuint (count_nodes (view, "cairo {"), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_underlines_of_tells_on_the_same_words_are_stacked (void)
{
  g_autoptr(GArray) decorations = g_array_new (FALSE, FALSE, sizeof (BylDecoration));
  const BylDecoration unsorted[] = {
    { BYL_DECORATION_STRUCTURE, 8, 12, 0 },
    { BYL_DECORATION_TONE, 0, 10, 0 },
    { BYL_DECORATION_UNCERTAINTY, 0, 4, 0 },
    { BYL_DECORATION_TONE, 12, 14, 0 },
    { BYL_DECORATION_CODE, 9, 13, 0 },
  };
  const guint levels[] = { 0, 0, 1, 1, 0 };

  g_array_append_vals (decorations, unsorted, G_N_ELEMENTS (unsorted));
  byl_read_decoration_stack (decorations);
  g_assert_cmpint (g_array_index (decorations, BylDecoration, 0).kind, ==, BYL_DECORATION_CODE);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpuint (g_array_index (decorations, BylDecoration, i).level, ==, levels[i]);
}

static void
test_a_pulse_frames_words_and_ends (void)
{
  BylReadView *view = create_view ("One two three.");
  GtkWidget *window = present (view);

  byl_read_view_pulse (view, 4, 7);
  g_assert_cmpuint (count_nodes (view, "border {"), ==, 1);
  wait_for (1400);
  g_assert_cmpuint (count_nodes (view, "border {"), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_scrolls_to_a_tell (void)
{
  g_autoptr(GString) markdown = g_string_new (NULL);
  g_autoptr(BylReadText) text = NULL;
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  GtkWidget *window = present (view);
  GtkAdjustment *adjustment = get_adjustment (view);
  BylSpan span;
  double y;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (markdown, "Paragraph number %u has some words in it.\n\n", i);

  text = byl_read_text_new_markdown (markdown->str);
  byl_read_view_set_read_text (view, text);
  g_assert_true (byl_read_text_find_quote (text, "number 250", &span));

  /* It is not there yet: it is made, put in its place, and then scrolled to. */
  byl_read_view_scroll_to (view, span.start);
  wait_for_scroll (adjustment, TRUE);
  y = byl_read_view_get_span_y (view, span.start);
  g_assert_cmpfloat (y, >, 1000);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, y);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment)
                     + gtk_adjustment_get_page_size (adjustment), >, y);

  byl_read_view_scroll_to (view, 0);
  wait_for_scroll (adjustment, FALSE);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_fits_a_narrow_card (void)
{
  BylReadView *view = create_view ("- a\n  - b\n    - c\n      - d\n        - e\n"
                                   "          - word\n\n"
                                   "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen\n\n"
                                   "> > > > quoted words\n\n"
                                   "```\nlong code, long code, long code\n```");
  GtkWidget *window = gtk_window_new ();
  GtkAllocation allocation = { 0, 0, 204, 0 };
  g_autoptr(GPtrArray) labels = find_all (view, BYL_TYPE_READ_LABEL);
  int minimum;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, allocation.width);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, allocation.width,
                      &allocation.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (view), &allocation, -1);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      graphene_rect_t bounds;

      if (gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW) != NULL)
        continue;

      g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (view), &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, allocation.width);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_lines_are_not_too_long_to_read (void)
{
  BylReadView *view = create_view ("Words.");
  int natural;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                      NULL, NULL);
  g_assert_cmpint (natural, >, 300);
  g_assert_cmpint (natural, <=, 800);
  g_assert_finalize_object (view);
}

static char *
create_long_text (const char *piece,
                  gsize       length)
{
  GString *text = g_string_sized_new (length + strlen (piece));

  while (text->len < length)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

static void
assert_builds_bit_by_bit (const char *piece)
{
  g_autofree char *markdown = create_long_text (piece, 200000);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  GtkWidget *window = present (view);
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) all = NULL;
  BylReadLabel *last;

  byl_read_view_set_read_text (view, text);
  first = find_all (view, BYL_TYPE_READ_LABEL);
  g_assert_cmpuint (first->len, >, 0);
  g_assert_false (byl_read_view_is_finished (view));

  while (!byl_read_view_is_finished (view))
    g_main_context_iteration (NULL, TRUE);

  all = find_all (view, BYL_TYPE_READ_LABEL);
  g_assert_cmpuint (all->len, >, first->len);
  g_assert_cmpuint (all->len, <=, 4000);
  last = g_ptr_array_index (all, all->len - 1);
  g_assert_cmpuint (byl_read_label_get_end (last), ==, byl_read_text_get_length (text));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

static void
test_a_very_long_answer_is_built_bit_by_bit (void)
{
  assert_builds_bit_by_bit ("Some words that make a paragraph, and no more than that.\n\n");
}

static void
test_a_very_long_paragraph_is_built_bit_by_bit (void)
{
  assert_builds_bit_by_bit ("Some words of a paragraph without end, ");
}

static void
test_a_very_long_word_is_built_bit_by_bit (void)
{
  assert_builds_bit_by_bit ("y");
}

static void
test_a_very_long_list_is_built_bit_by_bit (void)
{
  assert_builds_bit_by_bit ("- a\n");
}

static void
test_a_view_can_go_while_it_is_built (void)
{
  g_autofree char *markdown = create_long_text ("Some words that make a paragraph.\n\n", 100000);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  BylReadView *view = BYL_READ_VIEW (g_object_ref_sink (byl_read_view_new ()));
  GtkWidget *window = present (view);

  byl_read_view_set_read_text (view, text);
  byl_read_view_scroll_to (view, 5000);
  byl_read_view_pulse (view, 0, 10);
  highlight (view, "Some", "words", "make");
  g_assert_false (byl_read_view_is_finished (view));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
  wait_for (50);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();
  byl_parts_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/read-view/only-a-new-value-notifies", test_only_a_new_value_notifies);
  g_test_add_func ("/read-view/words-wait-for-a-width", test_words_wait_for_a_width);
  g_test_add_func ("/read-view/markup-is-shown-as-typed", test_markup_is_shown_as_typed);
  g_test_add_func ("/read-view/odd-texts-do-no-harm", test_odd_texts_do_no_harm);
  g_test_add_func ("/read-view/headings-are-headings-to-a-screen-reader",
                   test_headings_are_headings_to_a_screen_reader);
  g_test_add_func ("/read-view/items-have-their-markers", test_items_have_their_markers);
  g_test_add_func ("/read-view/each-block-is-read-in-its-own-direction",
                   test_each_block_is_read_in_its_own_direction);
  g_test_add_func ("/read-view/the-gutter-lies-where-the-text-begins",
                   test_the_gutter_lies_where_the_text_begins);
  g_test_add_func ("/read-view/lists-and-quotations-lie-in-each-other",
                   test_lists_and_quotations_lie_in_each_other);
  g_test_add_func ("/read-view/code-and-tables-scroll-by-themselves",
                   test_code_and_tables_scroll_by_themselves);
  g_test_add_func ("/read-view/nothing-in-it-takes-the-focus", test_nothing_in_it_takes_the_focus);
  g_test_add_func ("/read-view/links-are-words-until-they-are-active",
                   test_links_are_words_until_they_are_active);
  g_test_add_func ("/read-view/a-hidden-name-is-a-bar-and-is-said-to-be-hidden",
                   test_a_hidden_name_is_a_bar_and_is_said_to_be_hidden);
  g_test_add_func ("/read-view/each-family-is-drawn-in-its-own-way",
                   test_each_family_is_drawn_in_its_own_way);
  g_test_add_func ("/read-view/a-tell-of-two-blocks-is-drawn-on-both",
                   test_a_tell_of_two_blocks_is_drawn_on_both);
  g_test_add_func ("/read-view/a-tell-on-mixed-directions-lies-in-pieces",
                   test_a_tell_on_mixed_directions_lies_in_pieces);
  g_test_add_func ("/read-view/underlines-of-tells-on-the-same-words-are-stacked",
                   test_underlines_of_tells_on_the_same_words_are_stacked);
  g_test_add_func ("/read-view/a-pulse-frames-words-and-ends", test_a_pulse_frames_words_and_ends);
  g_test_add_func ("/read-view/scrolls-to-a-tell", test_scrolls_to_a_tell);
  g_test_add_func ("/read-view/fits-a-narrow-card", test_fits_a_narrow_card);
  g_test_add_func ("/read-view/lines-are-not-too-long-to-read",
                   test_lines_are_not_too_long_to_read);
  g_test_add_func ("/read-view/a-very-long-answer-is-built-bit-by-bit",
                   test_a_very_long_answer_is_built_bit_by_bit);
  g_test_add_func ("/read-view/a-very-long-paragraph-is-built-bit-by-bit",
                   test_a_very_long_paragraph_is_built_bit_by_bit);
  g_test_add_func ("/read-view/a-very-long-word-is-built-bit-by-bit",
                   test_a_very_long_word_is_built_bit_by_bit);
  g_test_add_func ("/read-view/a-very-long-list-is-built-bit-by-bit",
                   test_a_very_long_list_is_built_bit_by_bit);
  g_test_add_func ("/read-view/a-view-can-go-while-it-is-built",
                   test_a_view_can_go_while_it_is_built);

  return g_test_run ();
}
