/* byl-question-page.c: the questions of a new pack, typed, pasted, opened or dropped
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-page.h"

#include "byl-question-file.h"
#include "byl-question-languages.h"
#include "byl-question-list.h"
#include "byl-recording-words.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

#define MOST_PROBLEMS 5u            /* that are told at once: the first are mended first */
#define PAUSE         150           /* milliseconds without a key, until what is typed is read */
#define FEW           5u            /* questions: with fewer, a game is over before it has begun */

struct _BylQuestionPage
{
  AdwBin         parent_instance;
  GtkDropTarget *drop_target;
  GtkTextBuffer *buffer;
  GtkWidget     *view;
  GtkWidget     *placeholder;
  GtkLabel      *count;
  GtkBox        *problems;
  GtkEditable   *title;
  AdwComboRow   *language;

  GPtrArray     *questions;     /* (nullable) (element-type BylQuestionLine): what has been read */
  gboolean       has_errors;
  char          *file_trouble;  /* (nullable): why a file could not be opened */
  guint          reading;       /* source: the text is about to be read */
  GCancellable  *cancellable;
};

enum { NEXT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylQuestionPage, byl_question_page, ADW_TYPE_BIN)

static char *
dup_text (BylQuestionPage *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
update_cb (BylQuestionPage *self)
{
  g_autofree char *title = byl_question_page_dup_title (self);

  if (title[0] == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "error");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "questions.next",
                                 byl_question_page_get_ready (self));
}

static void
add_trouble (BylQuestionPage *self,
             gboolean         is_error,
             const char      *sentence)
{
  gtk_box_append (self->problems, byl_recording_words_new_trouble (sentence, is_error));
}

static void
add_problem (BylQuestionPage  *self,
             const BylProblem *problem)
{
  g_autofree char *sentence =
    problem->line == 0
      ? g_strdup (problem->message)
      /* Translators: where in a text something is wrong, and what it is. */
      : g_strdup_printf (_("Line %u: %s"), problem->line, problem->message);

  self->has_errors |= problem->severity == BYL_SEVERITY_ERROR;
  add_trouble (self, problem->severity == BYL_SEVERITY_ERROR, sentence);
}

/* Nobody has done anything wrong who has not typed yet. */
static void
show_problems (BylQuestionPage *self,
               GPtrArray       *problems)
{
  byl_text_box_clear (self->problems);
  self->has_errors = FALSE;

  if (byl_question_page_get_empty (self))
    g_ptr_array_set_size (problems, 0);

  if (self->file_trouble != NULL)
    add_trouble (self, TRUE, self->file_trouble);

  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    add_problem (self, g_ptr_array_index (problems, i));

  for (guint i = MOST_PROBLEMS; i < problems->len; i++)
    self->has_errors |=
      ((BylProblem *) g_ptr_array_index (problems, i))->severity == BYL_SEVERITY_ERROR;

  if (problems->len > MOST_PROBLEMS)
    {
      guint n_left = problems->len - MOST_PROBLEMS;
      g_autofree char *sentence =
        g_strdup_printf (ngettext ("%u more problem", "%u more problems", n_left), n_left);

      add_trouble (self, FALSE, sentence);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->problems),
                          problems->len > 0 || self->file_trouble != NULL);
}

static void
show_count (BylQuestionPage *self)
{
  guint n = self->questions != NULL ? self->questions->len : 0;
  g_autofree char *number = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  g_autofree char *few = NULL;

  if (n == 0)
    few = g_strdup (_("Ten make a good game; each more makes what you learn from it surer."));
  else if (n < FEW)
    /* Translators: %s is such as “3 questions”. */
    few = g_strdup_printf (_("%s. Ten make a good game."), number);

  gtk_label_set_label (self->count, few != NULL ? few : number);
}

static gboolean
read_cb (gpointer user_data)
{
  BylQuestionPage *self = user_data;
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *text = dup_text (self);

  self->reading = 0;
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = byl_question_list_read (text, problems, &error);

  if (error != NULL && problems->len == 0)
    g_ptr_array_add (problems, byl_problem_new (BYL_SEVERITY_ERROR, "text", "", "%s",
                                                error->message));

  show_problems (self, problems);
  show_count (self);
  update_cb (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (BylQuestionPage *self)
{
  gboolean is_empty = gtk_text_buffer_get_char_count (self->buffer) == 0;

  gtk_widget_set_visible (self->placeholder, is_empty);
  g_clear_pointer (&self->file_trouble, g_free);
  g_clear_handle_id (&self->reading, g_source_remove);
  self->reading = g_timeout_add (PAUSE, read_cb, self);
}

static void
refuse_file (BylQuestionPage *self,
             const char      *sentence)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_free (self->file_trouble);
  self->file_trouble = g_strdup (sentence);
  read_cb (self);
}

/* Lines are added to lines; a table or JSON stands alone. Either way the change can be undone. */
static void
take_text (BylQuestionPage *self,
           const char      *text)
{
  g_autofree char *old = dup_text (self);
  GtkTextIter start;
  GtkTextIter end;
  gboolean add = old[0] != '\0' && byl_question_list_guess (old) == BYL_QUESTION_LIST_LINES
                 && byl_question_list_guess (text) == BYL_QUESTION_LIST_LINES;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  if (!add)
    gtk_text_buffer_delete (self->buffer, &start, &end);
  else if (!g_str_has_suffix (old, "\n"))
    gtk_text_buffer_insert (self->buffer, &end, "\n", -1);

  gtk_text_buffer_insert (self->buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylQuestionPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = byl_question_file_load_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (text != NULL)
    take_text (self, text);
  else
    refuse_file (self, error->message);
}

static void
open_cb (BylQuestionPage *self)
{
  byl_question_file_choose (GTK_WIDGET (self), G_CALLBACK (byl_question_page_open_file));
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         BylQuestionPage *self)
{
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
    byl_question_page_open_file (self, item->data);

  return TRUE;
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylQuestionPage *self = BYL_QUESTION_PAGE (widget);

  /* What was typed last may not have been read yet. */
  if (self->reading != 0)
    {
      g_clear_handle_id (&self->reading, g_source_remove);
      read_cb (self);
    }

  if (byl_question_page_get_ready (self))
    g_signal_emit (self, signals[NEXT], 0);
}

static gboolean
byl_question_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BYL_QUESTION_PAGE (widget)->view);
}

static void
byl_question_page_dispose (GObject *object)
{
  BylQuestionPage *self = BYL_QUESTION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->reading, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_QUESTION_PAGE);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->file_trouble, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (byl_question_page_parent_class)->dispose (object);
}

static void
byl_question_page_class_init (BylQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_question_page_dispose;
  widget_class->grab_focus = byl_question_page_grab_focus;

  /**
   * BylQuestionPage::next:
   * @self: the page
   *
   * Emitted when the questions are ready, and the next step is asked for.
   */
  signals[NEXT] =
    g_signal_new ("next", BYL_TYPE_QUESTION_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "studio/byl-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, drop_target);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, buffer);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, view);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, count);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, problems);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, title);
  gtk_widget_class_bind_template_child (widget_class, BylQuestionPage, language);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_install_action (widget_class, "questions.next", NULL, next_action);
}

static void
byl_question_page_init (BylQuestionPage *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };
  g_autoptr(GListModel) languages = byl_question_languages_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  adw_combo_row_set_model (self->language, languages);
  adw_combo_row_set_selected (self->language,
                              byl_question_languages_guess (g_get_language_names ()));
  byl_question_page_reset (self, _("My questions"));
}

/**
 * byl_question_page_new:
 *
 * Returns: (transfer floating): a page without questions
 */
GtkWidget *
byl_question_page_new (void)
{
  return g_object_new (BYL_TYPE_QUESTION_PAGE, NULL);
}

/**
 * byl_question_page_get_ready:
 * @self: a page
 *
 * Returns: whether there is a title and a question, and nothing that has to be mended first
 */
gboolean
byl_question_page_get_ready (BylQuestionPage *self)
{
  g_autofree char *title = byl_question_page_dup_title (self);

  return title[0] != '\0' && !self->has_errors && self->questions != NULL
         && self->questions->len > 0;
}

/**
 * byl_question_page_get_empty:
 * @self: a page
 *
 * Returns: whether nothing has been typed
 */
gboolean
byl_question_page_get_empty (BylQuestionPage *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

/**
 * byl_question_page_get_questions:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (element-type BylQuestionLine): the questions, without twins
 */
GPtrArray *
byl_question_page_get_questions (BylQuestionPage *self)
{
  return self->questions;
}

/**
 * byl_question_page_dup_title:
 * @self: a page
 *
 * Returns: (transfer full): the title of the pack, possibly empty
 */
char *
byl_question_page_dup_title (BylQuestionPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/**
 * byl_question_page_get_language:
 * @self: a page
 *
 * Returns: (transfer none): the tag of the language of the questions
 */
const char *
byl_question_page_get_language (BylQuestionPage *self)
{
  return byl_question_languages_get_tag (adw_combo_row_get_selected (self->language));
}

/**
 * byl_question_page_reset:
 * @self: a page
 * @title: the title to begin with
 *
 * Takes all questions away. That cannot be undone.
 */
void
byl_question_page_reset (BylQuestionPage *self,
                         const char      *title)
{
  gtk_editable_set_text (self->title, title);
  byl_question_page_set_text (self, "");
}

/**
 * byl_question_page_set_text:
 * @self: a page
 * @text: questions, as lines, CSV or JSON lines
 *
 * Puts questions in the place of those that are there, and reads them at once.
 */
void
byl_question_page_set_text (BylQuestionPage *self,
                            const char      *text)
{
  gtk_text_buffer_set_text (self->buffer, text, -1);
  g_clear_handle_id (&self->reading, g_source_remove);
  read_cb (self);
}

/**
 * byl_question_page_open_file:
 * @self: a page
 * @file: a file of questions
 *
 * Adds the lines of a file, or puts its table in the place of what is there. What is wrong with it
 * is said on the page.
 */
void
byl_question_page_open_file (BylQuestionPage *self,
                             GFile           *file)
{
  byl_question_file_load_async (file, self->cancellable, load_cb, g_object_ref (self));
}
