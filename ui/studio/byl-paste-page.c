/* byl-paste-page.c: answers of models that have only a page, copied from there by hand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-paste-page.h"

#include "byl-recording-words.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylPastePage
{
  AdwBin          parent_instance;
  AdwWindowTitle *title;
  GtkLabel       *ask;
  GtkLabel       *prompt;
  GtkWidget      *view;
  GtkTextBuffer  *buffer;
  GtkWidget      *placeholder;
  GtkBox         *troubles;

  BylRecording   *recording; /* (nullable) */
  guint           question;  /* positions of what is to be pasted next */
  guint           writer;
};

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylPastePage, byl_paste_page, ADW_TYPE_BIN)

static const char *
get_prompt (BylPastePage *self)
{
  const BylRecordingPlan *plan = byl_recording_get_plan (self->recording);

  return ((BylQuestionLine *) g_ptr_array_index (plan->questions, self->question))->prompt;
}

static char *
dup_text (BylPastePage *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
changed_cb (BylPastePage *self)
{
  g_autofree char *text = dup_text (self);
  gboolean is_empty = text[0] == '\0';

  gtk_widget_set_visible (self->placeholder, is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.next",
                                 self->recording != NULL && g_strstrip (text)[0] != '\0');
}

static void
say (BylPastePage *self,
     const char   *sentence,
     gboolean      is_error)
{
  byl_text_box_clear (self->troubles);

  if (sentence != NULL)
    gtk_box_append (self->troubles, byl_recording_words_new_trouble (sentence, is_error));

  gtk_widget_set_visible (GTK_WIDGET (self->troubles), sentence != NULL);
}

static void
show_next (BylPastePage *self)
{
  const BylRecordingPlan *plan = byl_recording_get_plan (self->recording);
  const BylRecordingWriter *writer;
  g_autofree char *ask = NULL;
  g_autofree char *progress = NULL;
  guint n_all = byl_recording_words_count_pasted (plan);
  guint n_left = byl_recording_words_count_unpasted (self->recording);

  if (!byl_recording_next_paste (self->recording, &self->question, &self->writer))
    {
      g_signal_emit (self, signals[FINISHED], 0);
      return;
    }

  writer = g_ptr_array_index (plan->writers, self->writer);
  /* Translators: %s is the name of a model. */
  ask = g_strdup_printf (_("Ask %s this question"), writer->name);
  /* Translators: the name of a model; which answer of how many is pasted now. */
  progress = g_strdup_printf (_("%s, %u of %u"), writer->name, n_all - n_left + 1, n_all);
  adw_window_title_set_title (self->title, _("Paste Answers"));
  adw_window_title_set_subtitle (self->title, progress);
  gtk_label_set_label (self->ask, ask);
  gtk_label_set_label (self->prompt, get_prompt (self));
  gtk_text_buffer_set_text (self->buffer, "", -1);
  gtk_widget_grab_focus (self->view);
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylPastePage *self = BYL_PASTE_PAGE (widget);
  g_autofree char *text = dup_text (self);
  g_autofree char *notice = NULL;
  g_autoptr(GError) error = NULL;

  if (!byl_recording_paste (self->recording, self->question, self->writer, text, &notice, &error))
    {
      say (self, error->message, TRUE);
      return;
    }

  say (self, notice, FALSE);
  show_next (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), get_prompt (BYL_PASTE_PAGE (widget)));
}

/* Wherever the focus is, what is pasted can only be meant for the answer. */
static void
clipboard_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BylPastePage *self = BYL_PASTE_PAGE (widget);

  gtk_widget_grab_focus (self->view);
  g_signal_emit_by_name (self->view, "paste-clipboard");
}

static gboolean
byl_paste_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BYL_PASTE_PAGE (widget)->view);
}

static void
byl_paste_page_dispose (GObject *object)
{
  BylPastePage *self = BYL_PASTE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_PASTE_PAGE);
  g_clear_object (&self->recording);

  G_OBJECT_CLASS (byl_paste_page_parent_class)->dispose (object);
}

static void
byl_paste_page_class_init (BylPastePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_paste_page_dispose;
  widget_class->grab_focus = byl_paste_page_grab_focus;

  /**
   * BylPastePage::finished:
   * @self: the page
   *
   * Emitted when there is nothing left to paste.
   */
  signals[FINISHED] =
    g_signal_new ("finished", BYL_TYPE_PASTE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "studio/byl-paste-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, title);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, ask);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, prompt);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, view);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, buffer);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, placeholder);
  gtk_widget_class_bind_template_child (widget_class, BylPastePage, troubles);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "paste.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "paste.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "paste.clipboard", NULL, clipboard_action);
}

static void
byl_paste_page_init (BylPastePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.next", FALSE);
  say (self, NULL, FALSE);
}

/**
 * byl_paste_page_new:
 *
 * Returns: (transfer floating): a page without a recording
 */
GtkWidget *
byl_paste_page_new (void)
{
  return g_object_new (BYL_TYPE_PASTE_PAGE, NULL);
}

/**
 * byl_paste_page_set_recording:
 * @self: a page
 * @recording: (nullable): a recording; %NULL lets go of the one that is shown
 *
 * Asks for the next answer that is missing.
 */
void
byl_paste_page_set_recording (BylPastePage *self,
                              BylRecording *recording)
{
  g_set_object (&self->recording, recording);
  say (self, NULL, FALSE);

  if (recording != NULL)
    show_next (self);
}
