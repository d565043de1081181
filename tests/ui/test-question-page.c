/* test-question-page.c: questions are typed, opened and read while they are typed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-languages.h"
#include "byl-question-list.h"
#include "byl-question-page.h"
#include "ui-fixture.h"

#include <string.h>

#define TITLE "Mine"

typedef struct
{
  char            *folder;
  GtkWidget       *window;
  BylQuestionPage *page;
  guint            n_next; /* how often the next step was asked for */
} Fixture;

static void
next_cb (Fixture *fixture)
{
  fixture->n_next++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = ui_fixture_make_folder ();
  fixture->page = BYL_QUESTION_PAGE (byl_question_page_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (fixture->page, "next", G_CALLBACK (next_cb), fixture);
  byl_question_page_reset (fixture->page, TITLE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  ui_fixture_remove_folder (fixture->folder);
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page),
                                                    BYL_TYPE_QUESTION_PAGE, name));
}

static gboolean
has_trouble (gpointer data)
{
  return gtk_widget_get_visible (get_part (data, "problems"));
}

static guint
count_troubles (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (get_part (fixture, "problems"));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
next (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "questions.next", NULL);
}

static void
open_file (Fixture    *fixture,
           const char *contents,
           gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->folder, "questions", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  byl_question_page_open_file (fixture->page, file);
}

static gboolean
has_three (gpointer data)
{
  GPtrArray *questions = byl_question_page_get_questions (data);

  return questions != NULL && questions->len == 3;
}

static const char *
get_prompt (Fixture *fixture,
            guint    position)
{
  GPtrArray *questions = byl_question_page_get_questions (fixture->page);

  return ((BylQuestionLine *) g_ptr_array_index (questions, position))->prompt;
}

static void
test_nothing_typed_is_not_ready_and_no_fault (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  g_assert_true (byl_question_page_get_empty (fixture->page));
  g_assert_false (byl_question_page_get_ready (fixture->page));
  g_assert_false (has_trouble (fixture));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "placeholder")));
  next (fixture);
  g_assert_cmpuint (fixture->n_next, ==, 0);
}

static void
test_a_pack_needs_a_title (Fixture       *fixture,
                           gconstpointer  user_data)
{
  byl_question_page_set_text (fixture->page, "One?\nTwo?\n");
  g_assert_true (byl_question_page_get_ready (fixture->page));
  byl_question_page_reset (fixture->page, "   ");
  byl_question_page_set_text (fixture->page, "One?\nTwo?\n");
  g_assert_false (byl_question_page_get_ready (fixture->page));
  g_assert_true (gtk_widget_has_css_class (get_part (fixture, "title"), "error"));
  next (fixture);
  g_assert_cmpuint (fixture->n_next, ==, 0);
}

static void
test_broken_json_is_told_and_stops (Fixture       *fixture,
                                    gconstpointer  user_data)
{
  byl_question_page_set_text (fixture->page, "{\"prompt\": \"One?\"}\n{\"prompt\": \n");
  g_assert_false (byl_question_page_get_ready (fixture->page));
  g_assert_true (has_trouble (fixture));
}

static void
test_twins_are_told_by_their_line_and_left_out (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  byl_question_page_set_text (fixture->page, "One?\n\nTwo?\none?\n");
  g_assert_cmpuint (byl_question_page_get_questions (fixture->page)->len, ==, 2);
  g_assert_cmpuint (count_troubles (fixture), ==, 1);
  g_assert_true (byl_question_page_get_ready (fixture->page));
  next (fixture);
  g_assert_cmpuint (fixture->n_next, ==, 1);
}

static void
test_of_many_troubles_the_first_are_told (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  g_autoptr(GString) text = g_string_new ("One?\n");

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "One?\n");

  byl_question_page_set_text (fixture->page, text->str);
  g_assert_cmpuint (count_troubles (fixture), ==, 6);
  g_assert_true (byl_question_page_get_ready (fixture->page));
}

static void
test_a_file_that_is_no_text_is_refused (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  open_file (fixture, "caf\xe9?\n", -1);
  ui_fixture_wait_until (has_trouble, fixture, "the trouble");
  g_assert_true (byl_question_page_get_empty (fixture->page));
}

static void
test_an_empty_file_is_refused (Fixture       *fixture,
                               gconstpointer  user_data)
{
  open_file (fixture, "", 0);
  ui_fixture_wait_until (has_trouble, fixture, "the trouble");
}

static void
test_a_missing_file_is_told (Fixture       *fixture,
                             gconstpointer  user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/questions");

  byl_question_page_set_text (fixture->page, "One?\n");
  byl_question_page_open_file (fixture->page, file);
  ui_fixture_wait_until (has_trouble, fixture, "the trouble");
  g_assert_cmpuint (byl_question_page_get_questions (fixture->page)->len, ==, 1);
}

static void
test_a_huge_file_is_refused (Fixture       *fixture,
                             gconstpointer  user_data)
{
  g_autofree char *text = g_malloc (2 * 1024 * 1024);

  memset (text, 'x', 2 * 1024 * 1024);
  open_file (fixture, text, 2 * 1024 * 1024);
  ui_fixture_wait_until (has_trouble, fixture, "the trouble");
  g_assert_true (byl_question_page_get_empty (fixture->page));
}

static void
test_lines_of_a_file_are_added (Fixture       *fixture,
                                gconstpointer  user_data)
{
  byl_question_page_set_text (fixture->page, "One?");
  open_file (fixture, "\xEF\xBB\xBFTwo?\nThree?\n", -1);
  ui_fixture_wait_until (has_three, fixture->page, "three questions");
  g_assert_cmpstr (get_prompt (fixture, 0), ==, "One?");
  g_assert_cmpstr (get_prompt (fixture, 1), ==, "Two?");
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "placeholder")));
}

static void
test_a_table_takes_the_place_of_lines (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  GPtrArray *questions;

  byl_question_page_set_text (fixture->page, "Zero?");
  open_file (fixture, "prompt,category\n\"One, or two?\",Sums\nTwo?,Sums\nThree?,Other\n", -1);
  ui_fixture_wait_until (has_three, fixture->page, "three questions");
  questions = byl_question_page_get_questions (fixture->page);
  g_assert_cmpstr (get_prompt (fixture, 0), ==, "One, or two?");
  g_assert_cmpstr (((BylQuestionLine *) questions->pdata[2])->category, ==, "Other");
}

static void
test_what_was_typed_last_counts_at_once (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_widget_get_template_child (
    GTK_WIDGET (fixture->page), BYL_TYPE_QUESTION_PAGE, "buffer"));

  byl_question_page_set_text (fixture->page, "One?\nTwo?\n");
  gtk_text_buffer_insert_at_cursor (buffer, "Three?\n", -1);
  next (fixture);
  g_assert_cmpuint (fixture->n_next, ==, 1);
  g_assert_cmpuint (byl_question_page_get_questions (fixture->page)->len, ==, 3);
}

static void
test_the_language_is_guessed (Fixture       *fixture,
                              gconstpointer  user_data)
{
  const char *brazilian[] = { "pt_BR.UTF-8", "pt_BR", "pt", "C", NULL };
  const char *unknown[] = { "xx_YY.UTF-8", "C", NULL };

  g_assert_cmpstr (byl_question_languages_get_tag (byl_question_languages_guess (brazilian)), ==,
                   "pt");
  g_assert_cmpstr (byl_question_languages_get_tag (byl_question_languages_guess (unknown)), ==,
                   "en");
  g_assert_cmpstr (byl_question_languages_get_tag (byl_question_languages_guess (NULL)), ==, "en");
  g_assert_cmpstr (byl_question_languages_get_tag (G_MAXUINT), ==, "en");
  g_assert_cmpstr (byl_question_page_get_language (fixture->page), ==, "en");
}

#define ADD(name, function) \
  g_test_add ("/question-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  ADD ("nothing-typed-is-not-ready-and-no-fault", test_nothing_typed_is_not_ready_and_no_fault);
  ADD ("a-pack-needs-a-title", test_a_pack_needs_a_title);
  ADD ("broken-json-is-told-and-stops", test_broken_json_is_told_and_stops);
  ADD ("twins-are-told-by-their-line-and-left-out", test_twins_are_told_by_their_line_and_left_out);
  ADD ("of-many-troubles-the-first-are-told", test_of_many_troubles_the_first_are_told);
  ADD ("a-file-that-is-no-text-is-refused", test_a_file_that_is_no_text_is_refused);
  ADD ("an-empty-file-is-refused", test_an_empty_file_is_refused);
  ADD ("a-missing-file-is-told", test_a_missing_file_is_told);
  ADD ("a-huge-file-is-refused", test_a_huge_file_is_refused);
  ADD ("lines-of-a-file-are-added", test_lines_of_a_file_are_added);
  ADD ("a-table-takes-the-place-of-lines", test_a_table_takes_the_place_of_lines);
  ADD ("what-was-typed-last-counts-at-once", test_what_was_typed_last_counts_at_once);
  ADD ("the-language-is-guessed", test_the_language_is_guessed);

  return g_test_run ();
}
