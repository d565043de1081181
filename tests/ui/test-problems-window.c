/* test-problems-window.c: all that is wrong with a pack is listed, and can be copied
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-problem.h"
#include "byl-problems-window.h"
#include "ui-fixture.h"

#include <string.h>

static void
destroy (GtkWindow *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  gtk_window_destroy (window);
  ui_fixture_settle ();
  g_assert_null (gone);
}

static GPtrArray *
new_problems (guint n)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);

  for (guint i = 0; i < n; i++)
    {
      BylProblem *problem = byl_problem_new (BYL_SEVERITY_ERROR, "unknown-writer", "/questions/0",
                                             "Problem <i>%u</i>.", i);

      problem->line = 10 + i;
      problem->column = 20 + i;
      g_ptr_array_add (problems, problem);
    }

  return problems;
}

static char *
dup_text (GtkWindow *window)
{
  GtkWidget *view = ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, 0);
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);

  return g_steal_pointer (&text);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;
  g_autoptr(GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_one_sentence_needs_no_list (void)
{
  GtkWindow *window = byl_problems_window_present (NULL, "a <b>.json", "It is <i>empty.", NULL);
  GtkWidget *view = ui_fixture_find (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW, 0);

  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (window),
                                          "“a <b>.json” was not added. It is <i>empty."));
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW), ==, 0);
  g_assert_nonnull (view);
  destroy (window);
}

static void
test_what_is_wrong_with_the_whole_file_is_said_once (void)
{
  g_autoptr(GPtrArray) problems = new_problems (1);
  BylProblem *problem = problems->pdata[0];
  GtkWindow *window;

  problem->line = 1;
  problem->column = 1;
  window = byl_problems_window_present (NULL, "my.json", "It is empty.", problems);
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW), ==, 0);
  destroy (window);

  problem->line = 2;
  window = byl_problems_window_present (NULL, "my.json", "It is broken.", problems);
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW), ==, 1);
  destroy (window);
}

static void
test_problems_are_listed_and_copied (void)
{
  g_autoptr(GPtrArray) problems = new_problems (3);
  GtkWindow *window = byl_problems_window_present (NULL, "my.json", "It has errors.", problems);
  g_autofree char *text = dup_text (window);
  g_autofree char *copied = NULL;

  g_assert_cmpstr (text, ==, "my.json:10:20: error: Problem <i>0</i>. (/questions/0)\n"
                             "my.json:11:21: error: Problem <i>1</i>. (/questions/0)\n"
                             "my.json:12:22: error: Problem <i>2</i>. (/questions/0)\n");
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Copy"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb,
                                 &copied);
  ui_fixture_wait_until (is_read, &copied, "the clipboard");
  g_assert_cmpstr (copied, ==, text);
  destroy (window);
}

static void
test_endless_list_says_how_much_is_left (void)
{
  g_autoptr(GPtrArray) problems = new_problems (1007);
  GtkWindow *window = byl_problems_window_present (NULL, "my.json", "It has errors.", problems);
  g_autofree char *text = dup_text (window);

  g_assert_nonnull (strstr (text, "my.json:1009:1019:"));
  g_assert_null (strstr (text, "my.json:1010:1020:"));
  g_assert_nonnull (strstr (text, "\n7 more"));
  destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/problems-window/one-sentence-needs-no-list", test_one_sentence_needs_no_list);
  g_test_add_func ("/problems-window/what-is-wrong-with-the-whole-file-is-said-once",
                   test_what_is_wrong_with_the_whole_file_is_said_once);
  g_test_add_func ("/problems-window/problems-are-listed-and-copied",
                   test_problems_are_listed_and_copied);
  g_test_add_func ("/problems-window/endless-list-says-how-much-is-left",
                   test_endless_list_says_how_much_is_left);

  return g_test_run ();
}
