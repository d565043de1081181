/* byl-recording-page.c: packs from one's own questions: the recordings, and a new one step by step
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-page.h"

#include "byl-ask.h"
#include "byl-known-facts.h"
#include "byl-page-stack.h"
#include "byl-paste-page.h"
#include "byl-places.h"
#include "byl-question-page.h"
#include "byl-recording-desk.h"
#include "byl-recording-exporting.h"
#include "byl-recording-shelf.h"
#include "byl-recording-view.h"
#include "byl-rules.h"
#include "byl-writer-choice-page.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 15 /* time enough to get to the button by the keyboard */

struct _BylRecordingPage
{
  AdwBin               parent_instance;
  AdwToastOverlay     *toasts;
  GtkStack            *steps;
  GtkWidget           *blank;   /* until it is known what to show */
  BylRecordingShelf   *shelf;
  BylQuestionPage     *questions;
  BylWriterChoicePage *writers; /* (nullable): made when first seen */
  BylRecordingView    *view;    /* (nullable): likewise */
  BylPastePage        *paste;   /* (nullable): likewise */

  SoupSession         *session;  /* for which models there are */
  SoupSession         *asking;   /* for questions, over which models think for minutes */
  BylRecordingDesk    *desk;
  BylKeys             *keys;
  GPtrArray           *providers;
  GCancellable        *cancellable;
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRecordingPage, byl_recording_page, ADW_TYPE_BIN)

static void
say (BylRecordingPage *self,
     const char       *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
show_step (BylRecordingPage *self,
           gpointer          page)
{
  byl_page_stack_show (self->steps, page);
  gtk_widget_grab_focus (page);
}

static gboolean
is_shown (BylRecordingPage *self,
          gpointer          page)
{
  return page != NULL && gtk_stack_get_visible_child (self->steps) == page;
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylRecordingPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) summaries =
    byl_recording_desk_list_finish (BYL_RECORDING_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (summaries != NULL)
    byl_recording_shelf_set_recordings (self->shelf, summaries);
  else
    byl_recording_shelf_set_trouble (self->shelf, error->message);

  /* Whoever comes here for the first time wants to ask, not to see an empty list. */
  if (gtk_stack_get_visible_child (self->steps) == self->blank)
    show_step (self, summaries != NULL && summaries->len == 0 ? (gpointer) self->questions
                                                              : (gpointer) self->shelf);
}

static void
list (BylRecordingPage *self)
{
  byl_recording_desk_list_async (self->desk, self->cancellable, list_cb, g_object_ref (self));
}

static void
show_shelf (BylRecordingPage *self)
{
  show_step (self, self->shelf);
  list (self);
}

/* Packs that bear the same name could not be told apart on the first page. */
static void
create_cb (BylRecordingPage *self)
{
  guint n = byl_recording_shelf_get_n (self->shelf);

  if (n > 0 && byl_question_page_get_empty (self->questions))
    {
      /* Translators: the title of a pack, and its number, from 2 on. */
      g_autofree char *title = g_strdup_printf (_("My questions %u"), n + 1);

      byl_question_page_reset (self->questions, title);
    }

  show_step (self, self->questions);
}

static void
play_cb (BylRecordingPage *self,
         BylPackEntry     *entry)
{
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = MIN (rules->rounds, byl_pack_entry_get_n_questions (entry));
  g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static BylRecording *
open_recording (BylRecordingPage *self,
                GFile            *folder)
{
  g_autoptr(GError) error = NULL;
  BylRecording *recording = byl_recording_desk_open (self->desk, folder, &error);

  if (recording == NULL)
    say (self, error->message);

  return recording;
}

static void
export_to (GtkWidget    *page,
           BylRecording *recording,
           GFile        *file)
{
  byl_recording_desk_export (BYL_RECORDING_PAGE (page)->desk, recording, file);
}

static void
view_paste_cb (BylRecordingPage *self)
{
  BylRecording *recording = byl_recording_view_get_recording (self->view);

  if (self->paste == NULL)
    {
      self->paste = BYL_PASTE_PAGE (byl_paste_page_new ());
      g_signal_connect_object (self->paste, "finished", G_CALLBACK (byl_recording_page_go_back),
                               self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->steps, GTK_WIDGET (self->paste));
    }

  show_step (self, self->paste);
  byl_paste_page_set_recording (self->paste, recording);
}

static void
view_play_cb (BylRecordingPage *self)
{
  byl_recording_desk_install (self->desk, byl_recording_view_get_recording (self->view), TRUE);
}

static void
view_export_cb (BylRecordingPage *self)
{
  byl_recording_exporting_choose (GTK_WIDGET (self), byl_recording_view_get_recording (self->view),
                                  export_to);
}

static void
show_recording (BylRecordingPage *self,
                BylRecording     *recording)
{
  if (self->view == NULL)
    {
      self->view = BYL_RECORDING_VIEW (byl_recording_view_new (self->providers, self->keys,
                                                               self->asking));
      g_signal_connect_object (self->view, "paste", G_CALLBACK (view_paste_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->view, "play", G_CALLBACK (view_play_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->view, "export", G_CALLBACK (view_export_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->steps, GTK_WIDGET (self->view));
    }

  byl_recording_view_set_recording (self->view, recording);
  show_step (self, self->view);
}

static void
open_cb (BylRecordingPage *self,
         GFile            *folder)
{
  BylRecording *recording = open_recording (self, folder);

  if (recording != NULL)
    show_recording (self, recording);
}

static void
play_folder_cb (BylRecordingPage *self,
                GFile            *folder)
{
  BylRecording *recording = open_recording (self, folder);

  if (recording != NULL)
    byl_recording_desk_install (self->desk, recording, TRUE);
}

static void
export_folder_cb (BylRecordingPage *self,
                  GFile            *folder)
{
  BylRecording *recording = open_recording (self, folder);

  if (recording != NULL)
    byl_recording_exporting_choose (GTK_WIDGET (self), recording, export_to);
}

static void
dismissed_cb (AdwToast         *toast,
              BylRecordingPage *self)
{
  byl_recording_desk_remove (self->desk, g_object_get_data (G_OBJECT (toast), "folder"));
}

static void
undo_cb (AdwToast         *toast,
         BylRecordingPage *self)
{
  byl_recording_desk_keep (self->desk, g_object_get_data (G_OBJECT (toast), "folder"));
  /* Another toast may soon stand for the same recording. */
  g_signal_handlers_disconnect_by_func (toast, dismissed_cb, self);
  list (self);
}

static void
delete_cb (BylRecordingPage *self,
           GFile            *folder)
{
  AdwToast *toast = adw_toast_new (_("Recording deleted; its pack stays among yours"));

  if (self->view != NULL)
    byl_recording_view_set_recording (self->view, NULL);
  if (self->paste != NULL)
    byl_paste_page_set_recording (self->paste, NULL);

  byl_recording_desk_drop (self->desk, folder);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "folder", g_object_ref (folder), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  list (self);
}

static void
record_cb (BylRecordingPage *self)
{
  g_autoptr(GError) error = NULL;
  BylRecording *recording = byl_recording_desk_create (
    self->desk, byl_writer_choice_page_get_plan (self->writers), &error);

  if (recording == NULL)
    {
      byl_writer_choice_page_set_trouble (self->writers, error->message);
      return;
    }

  byl_question_page_reset (self->questions, _("My questions"));
  byl_recording_start (recording, self->asking, self->keys, self->providers);
  show_recording (self, recording);
  list (self);
}

/* The models that were chosen last are offered again for other questions. */
static void
next_cb (BylRecordingPage *self)
{
  g_autofree char *title = byl_question_page_dup_title (self->questions);
  g_autoptr(BylRecordingPlan) plan = NULL;
  GPtrArray *questions = byl_question_page_get_questions (self->questions);

  if (self->writers == NULL)
    {
      self->writers = BYL_WRITER_CHOICE_PAGE (
        byl_writer_choice_page_new (self->providers, self->keys, self->session));
      g_signal_connect_object (self->writers, "record", G_CALLBACK (record_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->steps, GTK_WIDGET (self->writers));
    }

  plan = byl_writer_choice_page_get_plan (self->writers) != NULL
           ? byl_recording_plan_copy (byl_writer_choice_page_get_plan (self->writers))
           : byl_recording_plan_new (NULL, NULL);
  g_free (plan->title);
  g_free (plan->language);
  plan->title = g_steal_pointer (&title);
  plan->language = g_strdup (byl_question_page_get_language (self->questions));
  g_ptr_array_set_size (plan->questions, 0);

  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (plan->questions, byl_question_line_copy (questions->pdata[i]));

  byl_writer_choice_page_set_plan (self->writers, plan);
  show_step (self, self->writers);
}

static void
load (BylRecordingPage *self)
{
  g_autofree char *providers = g_build_filename (byl_places_get_data_dir (), "providers.json",
                                                 NULL);
  g_autofree char *writers = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) providers_file = g_file_new_for_path (providers);
  g_autoptr(GFile) writers_file = g_file_new_for_path (writers);
  g_autoptr(GPtrArray) known = NULL;
  g_autoptr(GError) error = NULL;

  self->providers = byl_providers_load (providers_file, &error);
  known = byl_known_facts_load (writers_file, NULL);
  byl_recording_desk_set_known (self->desk, known);

  /* Answers can still be pasted. */
  if (self->providers == NULL)
    {
      self->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free);
      say (self, error->message);
    }
}

static gboolean
byl_recording_page_grab_focus (GtkWidget *widget)
{
  BylRecordingPage *self = BYL_RECORDING_PAGE (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->steps));
}

static void
byl_recording_page_dispose (GObject *object)
{
  BylRecordingPage *self = BYL_RECORDING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_RECORDING_PAGE);
  g_clear_object (&self->desk);
  g_clear_object (&self->session);
  g_clear_object (&self->asking);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (byl_recording_page_parent_class)->dispose (object);
}

static void
byl_recording_page_class_init (BylRecordingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_recording_page_dispose;
  widget_class->grab_focus = byl_recording_page_grab_focus;

  /**
   * BylRecordingPage::play:
   * @self: the page
   * @entry: a pack that was recorded
   * @rules: rules
   *
   * Emitted when the player wants to play what was recorded.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_RECORDING_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);

  g_type_ensure (BYL_TYPE_RECORDING_SHELF);
  g_type_ensure (BYL_TYPE_QUESTION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-recording-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylRecordingPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingPage, steps);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingPage, blank);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingPage, shelf);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingPage, questions);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
byl_recording_page_init (BylRecordingPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_recording_page_new:
 * @library: where recorded packs are installed
 * @session: the way to the models, while one waits for them
 * @folder: where recordings are kept; need not exist
 *
 * The page is a whole page of a window, with a header bar of its own, whose button goes back by the
 * action `win.back`. Nothing is read before byl_recording_page_open(). Recordings that run go on
 * while the page lives, shown or not.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
byl_recording_page_new (BylLibrary  *library,
                        SoupSession *session,
                        GFile       *folder)
{
  BylRecordingPage *self = g_object_new (BYL_TYPE_RECORDING_PAGE, NULL);

  self->session = g_object_ref (session);
  self->desk = byl_recording_desk_new (folder, library);
  g_signal_connect_object (self->desk, "said", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "play", G_CALLBACK (play_cb), self, G_CONNECT_SWAPPED);
  self->asking = byl_ask_session_new ();
  self->keys = byl_keys_new ();

  return GTK_WIDGET (self);
}

/**
 * byl_recording_page_open:
 * @self: a page
 *
 * Shows the recordings, or the questions of a new one where there is none yet, or where some have
 * been typed already. To be called whenever the page is about to be shown by a press on “New pack”.
 */
void
byl_recording_page_open (BylRecordingPage *self)
{
  g_return_if_fail (BYL_IS_RECORDING_PAGE (self));

  if (self->providers == NULL)
    load (self);

  if (!byl_question_page_get_empty (self->questions))
    show_step (self, self->questions);
  else if (byl_recording_shelf_get_n (self->shelf) > 0)
    show_step (self, self->shelf);

  list (self);
}

/**
 * byl_recording_page_go_back:
 * @self: a page
 *
 * Returns: whether the page went back by a step; where it did not, it is to be left
 */
gboolean
byl_recording_page_go_back (BylRecordingPage *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_PAGE (self), FALSE);

  if (is_shown (self, self->paste))
    show_step (self, self->view);
  else if (is_shown (self, self->writers))
    show_step (self, self->questions);
  else if (is_shown (self, self->view)
           || (is_shown (self, self->questions) && byl_recording_shelf_get_n (self->shelf) > 0))
    show_shelf (self);
  else
    return FALSE;

  return TRUE;
}
