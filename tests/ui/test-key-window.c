/* test-key-window.c: a recording of another run gets its keys again
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-key-group.h"
#include "byl-key-window.h"
#include "loopback.h"
#include "studio-fixture.h"
#include "ui-fixture.h"

#include <string.h>

#define CANARY "sk-canary-09ae"

typedef struct
{
  SoupServer       *server;
  BylKeys          *keys;
  GPtrArray        *providers;
  BylRecordingPlan *plan;
  guint             n_finished;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_PASTED, NULL };

  fixture->server = studio_fixture_start_server ();
  fixture->keys = byl_keys_new ();
  fixture->providers = studio_fixture_new_providers (fixture->server);
  fixture->plan = studio_fixture_new_plan (fixture->server, 1, models);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->keys), (gpointer *) &fixture->keys);
  g_object_unref (fixture->keys);
  ui_fixture_wait_until (is_gone, &fixture->keys, "the end of the keys");
  byl_recording_plan_free (fixture->plan);
  g_ptr_array_unref (fixture->providers);
  loopback_stop (fixture->server);
}

static void
finished_cb (Fixture *fixture)
{
  fixture->n_finished++;
}

static GtkWidget *
open_window (Fixture *fixture)
{
  GtkWindow *window = byl_key_window_new (NULL, fixture->plan, fixture->providers, fixture->keys);

  g_signal_connect_swapped (window, "finished", G_CALLBACK (finished_cb), fixture);
  gtk_window_present (window);

  return GTK_WIDGET (window);
}

static gboolean
is_finished (gpointer data)
{
  return ((Fixture *) data)->n_finished == 1;
}

static void
test_answers_that_are_pasted_need_no_key (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  g_assert_true (byl_key_window_has_to_ask (fixture->plan, fixture->providers));
  g_ptr_array_remove_range (fixture->plan->writers, 0, 2);
  g_assert_false (byl_key_window_has_to_ask (fixture->plan, fixture->providers));
}

static void
test_a_server_has_one_key_whatever_is_asked (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWidget *window = open_window (fixture);

  g_assert_cmpuint (ui_fixture_count_shown (window, BYL_TYPE_KEY_GROUP), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_settle ();
  g_assert_cmpuint (fixture->n_finished, ==, 0);
}

static void
test_a_key_that_cannot_be_one_is_told (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  GtkWidget *window = open_window (fixture);
  GtkWidget *done = ui_fixture_find_button (window, "Done");

  gtk_editable_set_text (studio_fixture_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW),
                         "sk canary with spaces\xc3\xa4");
  g_signal_emit_by_name (done, "clicked");
  studio_fixture_wait (200);
  g_assert_cmpuint (fixture->n_finished, ==, 0);
  g_assert_true (gtk_widget_get_sensitive (done));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_key_is_kept_and_the_window_goes (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  GtkWidget *window = open_window (fixture);
  const BylRecordingWriter *writer = fixture->plan->writers->pdata[0];

  gtk_editable_set_text (studio_fixture_find (window, ADW_TYPE_PASSWORD_ENTRY_ROW), CANARY);
  g_signal_emit_by_name (ui_fixture_find_button (window, "Done"), "clicked");
  ui_fixture_wait_until (is_finished, fixture, "the key");
  g_assert_cmpint (byl_keys_where (fixture->keys, fixture->providers->pdata[1],
                                   writer->address), !=, BYL_KEY_NONE);
}

#define ADD(name, function) \
  g_test_add ("/key-window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  ADD ("answers-that-are-pasted-need-no-key", test_answers_that_are_pasted_need_no_key);
  ADD ("a-server-has-one-key-whatever-is-asked", test_a_server_has_one_key_whatever_is_asked);
  ADD ("a-key-that-cannot-be-one-is-told", test_a_key_that_cannot_be_one_is_told);
  ADD ("a-key-is-kept-and-the-window-goes", test_a_key_is_kept_and_the_window_goes);

  return g_test_run ();
}
