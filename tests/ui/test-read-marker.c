/* test-read-marker.c: words that are offered are reached by keys without being in their way
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-marker.h"
#include "ui-fixture.h"

#define N_OFFERS 40u

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *before;
  GtkWidget     *after;
  BylReadView   *view;
  BylReadMarker *marker;
} Fixture;

/* A text of words that are numbers. */
static BylReadText *
make_text (GArray *spans)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_OFFERS; i++)
    {
      BylSpan span;

      span.start = (guint) text->len;
      g_string_append_printf (text, "word%u", i);
      span.end = (guint) text->len;
      g_array_append_val (spans, span);
      g_string_append (text, " and then ");
    }

  return byl_read_text_new_markdown (text->str);
}

static gboolean
is_offered (gpointer data)
{
  GtkWidget *offer = ui_fixture_find_button (data, "Mark “word0”");

  return offer != NULL && gtk_widget_get_mapped (offer) && gtk_widget_get_width (offer) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (BylSpan));
  g_autoptr(BylReadText) text = make_text (spans);

  fixture->before = gtk_button_new_with_label ("Before");
  fixture->after = gtk_button_new_with_label ("After");
  fixture->view = g_object_new (BYL_TYPE_READ_VIEW, NULL);
  fixture->marker = byl_read_marker_new (fixture->view);
  byl_read_view_set_read_text (fixture->view, text);
  byl_read_marker_set_active (fixture->marker, TRUE);
  byl_read_marker_set_offers (fixture->marker, spans);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fixture->after);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_fixture_wait_until (is_offered, fixture->marker, "the offers");
  gtk_widget_grab_focus (fixture->before);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  ui_fixture_destroy_window (fixture->window);
}

static void
go (Fixture          *fixture,
    GtkDirectionType  direction)
{
  gtk_widget_child_focus (fixture->window, direction);
}

/* The focus goes to the answer itself, too, where that can be scrolled. */
static guint
count_stops_on_offers (Fixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < 2 * N_OFFERS; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (focus == fixture->after)
        return n;
      n += gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->marker)) ? 1 : 0;
      go (fixture, GTK_DIR_TAB_FORWARD);
    }

  g_assert_not_reached ();
}

static void
assert_on (Fixture *fixture,
           guint    number)
{
  g_autofree char *label = g_strdup_printf ("Mark “word%u”", number);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == ui_fixture_find_button (GTK_WIDGET (fixture->marker), label));
}

static void
go_to_offers (Fixture          *fixture,
              GtkDirectionType  direction)
{
  for (guint i = 0; i < 4; i++)
    {
      GtkWidget *focus;

      go (fixture, direction);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      if (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->marker)))
        return;
    }

  g_assert_not_reached ();
}

static void
test_offers_are_one_stop_of_the_tab_key (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  g_assert_cmpuint (count_stops_on_offers (fixture), ==, 1);
}

static void
test_arrow_keys_go_from_offer_to_offer (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  go_to_offers (fixture, GTK_DIR_TAB_FORWARD);
  assert_on (fixture, 0);
  go (fixture, GTK_DIR_LEFT);
  assert_on (fixture, 0);
  go (fixture, GTK_DIR_RIGHT);
  assert_on (fixture, 1);
  go (fixture, GTK_DIR_DOWN);
  assert_on (fixture, 2);
  go (fixture, GTK_DIR_UP);
  assert_on (fixture, 1);

  for (guint i = 0; i < 2 * N_OFFERS; i++)
    go (fixture, GTK_DIR_RIGHT);

  assert_on (fixture, N_OFFERS - 1);
}

static void
test_who_comes_back_is_where_it_was (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  go_to_offers (fixture, GTK_DIR_TAB_FORWARD);
  go (fixture, GTK_DIR_RIGHT);
  go (fixture, GTK_DIR_RIGHT);
  gtk_widget_grab_focus (fixture->after);
  go_to_offers (fixture, GTK_DIR_TAB_BACKWARD);
  assert_on (fixture, 2);
}

static void
test_arrow_keys_follow_the_direction_of_reading (Fixture       *fixture,
                                                 gconstpointer  user_data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->marker), GTK_TEXT_DIR_RTL);
  go_to_offers (fixture, GTK_DIR_TAB_FORWARD);
  go (fixture, GTK_DIR_LEFT);
  assert_on (fixture, 1);
  go (fixture, GTK_DIR_RIGHT);
  assert_on (fixture, 0);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/read-marker/offers-are-one-stop-of-the-tab-key", test_offers_are_one_stop_of_the_tab_key);
  add ("/read-marker/arrow-keys-go-from-offer-to-offer", test_arrow_keys_go_from_offer_to_offer);
  add ("/read-marker/who-comes-back-is-where-it-was", test_who_comes_back_is_where_it_was);
  add ("/read-marker/arrow-keys-follow-the-direction-of-reading",
       test_arrow_keys_follow_the_direction_of_reading);

  return g_test_run ();
}
