/* test-catalogue-window.c: further catalogues, by their addresses
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-window.h"
#include "catalogue-fixture.h"
#include "loopback.h"
#include "ui-fixture.h"

static void
type (GtkWindow  *window,
      const char *address)
{
  GtkWidget *row = ui_fixture_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, 0);

  gtk_editable_set_text (GTK_EDITABLE (row), address);
}

static gboolean
is_refused (GtkWindow *window)
{
  return gtk_widget_has_css_class (ui_fixture_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, 0),
                                   "error");
}

static void
test_an_address_is_judged_while_it_is_typed (CatalogueFixture *fixture,
                                             gconstpointer     user_data)
{
  GtkWindow *window = byl_catalogue_window_new (GTK_WINDOW (fixture->window), fixture->catalogue);
  GtkWidget *add = ui_fixture_find_button (GTK_WIDGET (window), "Add");

  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "htt");
  g_assert_false (is_refused (window));
  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "ftp://catalogue.example");
  g_assert_true (is_refused (window));
  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "https://me:secret@catalogue.example");
  g_assert_true (is_refused (window));
  type (window, " https://catalogue.example/list.json ");
  g_assert_false (is_refused (window));
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_window_destroy (window);
}

static gboolean
shows_refusal (gpointer data)
{
  return is_refused (data);
}

static gboolean
shows_remove (gpointer data)
{
  g_autofree char *label = g_strdup_printf ("Remove %s", (char *)
                                            g_object_get_data (data, "address"));

  return ui_fixture_find_button (data, label) != NULL;
}

static gboolean
shows_undo (gpointer data)
{
  return ui_fixture_find_button (data, "_Undo") != NULL;
}

static gboolean
lists_two (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((CatalogueFixture *) data)->catalogue)) == 2;
}

static void
remove_address (GtkWindow  *window,
                const char *address)
{
  g_autofree char *label = g_strdup_printf ("Remove %s", address);

  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), label), "clicked");
}

static void
test_a_catalogue_that_is_added_can_be_removed_and_had_back (CatalogueFixture *fixture,
                                                            gconstpointer     user_data)
{
  GtkWindow *window = byl_catalogue_window_new (GTK_WINDOW (fixture->window), fixture->catalogue);
  g_autofree char *missing = loopback_address (fixture->server, "/missing.json");
  g_autofree char *address = loopback_address (fixture->server, "/list.json");

  ui_fixture_wait_until (catalogue_fixture_can_get, fixture, "the pack");
  gtk_window_present (window);
  type (window, missing);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Add"), "clicked");
  ui_fixture_wait_until (shows_refusal, window, "the refusal");

  g_object_set_data (G_OBJECT (window), "address", address);
  type (window, address);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Add"), "clicked");
  ui_fixture_wait_until (shows_remove, window, "the catalogue");
  ui_fixture_wait_until (lists_two, fixture, "its pack");

  remove_address (window, address);
  g_assert_false (shows_remove (window));
  ui_fixture_wait_until (shows_undo, window, "the way back");
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "_Undo"), "clicked");
  g_assert_true (shows_remove (window));
  g_assert_true (lists_two (fixture));

  remove_address (window, address);
  gtk_window_close (window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->catalogue)), ==, 1);
}

static void
add (const char *path,
     const char *list,
     void      (*test) (CatalogueFixture *fixture,
                        gconstpointer     user_data))
{
  g_test_add (path, CatalogueFixture, list, catalogue_fixture_set_up, test,
              catalogue_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/catalogue-window/an-address-is-judged-while-it-is-typed", NULL,
       test_an_address_is_judged_while_it_is_typed);
  add ("/catalogue-window/a-catalogue-that-is-added-can-be-removed-and-had-back", NULL,
       test_a_catalogue_that_is_added_can_be_removed_and_had_back);

  return g_test_run ();
}
