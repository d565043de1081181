/* byl-recording-view.c: how far a recording is, blind: letters and lengths, and no name beside them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-view.h"

#include "byl-key-window.h"
#include "byl-recording-row.h"
#include "byl-recording-words.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

#define MOST_TROUBLES 4u

struct _BylRecordingView
{
  AdwBin          parent_instance;
  AdwWindowTitle *title;
  GtkLabel       *state;
  GtkWidget      *stop;
  GtkWidget      *start;
  GtkWidget      *paste;
  GtkWidget      *keys_button;
  GtkWidget      *play;
  GtkProgressBar *bar;
  GtkLabel       *progress;
  GtkLabel       *note;
  GtkBox         *troubles;
  GtkListView    *questions;

  GPtrArray      *providers;
  BylKeys        *keys;
  SoupSession    *session;
  BylRecording   *recording; /* (nullable) */
};

enum { PASTE, PLAY, EXPORT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRecordingView, byl_recording_view, ADW_TYPE_BIN)

static gboolean
has_to_paste (BylRecordingView *self)
{
  return byl_recording_words_count_unpasted (self->recording) > 0;
}

/* Answers that a program asks for; those that are pasted wait for a person. */
static gboolean
has_to_ask (BylRecordingView *self)
{
  guint n_missing = byl_recording_get_n_expected (self->recording)
                    - byl_recording_get_n_done (self->recording);

  return n_missing > byl_recording_words_count_unpasted (self->recording);
}

static const char *
get_state (BylRecordingView *self)
{
  switch (byl_recording_get_phase (self->recording))
    {
    case BYL_RECORDING_RUNNING:
      return _("Recording");
    case BYL_RECORDING_COMPLETE:
      return _("Complete");
    case BYL_RECORDING_IDLE:
    default:
      if (byl_recording_get_n_failed (self->recording) > 0)
        return _("Some answers did not come");
      return has_to_ask (self) ? _("Stopped") : _("Waiting for you to paste answers");
    }
}

static const char *
get_note (BylRecordingView *self)
{
  switch (byl_recording_get_phase (self->recording))
    {
    case BYL_RECORDING_RUNNING:
      return _("It goes on while Byline runs, whatever page you look at. Every answer that has "
               "come is kept, even if you close Byline now. Who writes which is hidden from you, "
               "so that you can play.");
    case BYL_RECORDING_COMPLETE:
      return _("The pack is among yours on the first page. It can be exported and shared: there "
               "is no key in it.");
    case BYL_RECORDING_IDLE:
    default:
      return _("What has come is kept, and is not asked for again.");
    }
}

static void
update_buttons (BylRecordingView *self)
{
  BylRecordingPhase phase = byl_recording_get_phase (self->recording);
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_questions = byl_recording_get_plan (self->recording)->questions->len;
  guint n_playable = byl_recording_get_n_playable (self->recording);

  gtk_widget_set_visible (self->stop, phase == BYL_RECORDING_RUNNING);
  gtk_widget_set_visible (self->start, phase == BYL_RECORDING_IDLE && has_to_ask (self));
  gtk_button_set_label (GTK_BUTTON (self->start),
                        byl_recording_get_n_failed (self->recording) > 0 ? _("Try Again")
                                                                         : _("Go On"));
  gtk_widget_set_visible (self->paste, has_to_paste (self));
  /* A key may be wrong, or was kept for another run of the program only. */
  gtk_widget_set_visible (self->keys_button,
                          gtk_widget_get_visible (self->start)
                          && byl_key_window_has_to_ask (byl_recording_get_plan (self->recording),
                                                        self->providers));
  gtk_widget_action_set_enabled (widget, "recording.play",
                                 byl_recording_words_can_play (n_playable, n_questions));
  gtk_widget_action_set_enabled (widget, "recording.export", n_playable > 0);
}

static void
update (BylRecordingView *self)
{
  guint n_expected;
  g_autofree char *progress = NULL;
  g_autofree char *playable = NULL;
  g_autofree char *both = NULL;

  if (self->recording == NULL)
    return;

  n_expected = byl_recording_get_n_expected (self->recording);
  progress = byl_recording_words_dup_progress (self->recording);
  playable = byl_recording_words_dup_playable (self->recording);
  /* Translators: “12 of 20 answers”, and “6 questions can be played already.” */
  both = g_strdup_printf (_("%s. %s"), progress, playable);
  gtk_label_set_label (self->state, get_state (self));
  gtk_label_set_label (self->progress, both);
  gtk_label_set_label (self->note, get_note (self));
  gtk_progress_bar_set_fraction (self->bar,
                                 (double) byl_recording_get_n_done (self->recording)
                                 / MAX (n_expected, 1));
  update_buttons (self);
}

static void
update_troubles (BylRecordingView *self)
{
  g_autoptr(GPtrArray) troubles = NULL;

  byl_text_box_clear (self->troubles);

  if (self->recording == NULL)
    return;

  troubles = byl_recording_dup_troubles (self->recording);

  for (guint i = 0; i < MIN (troubles->len, MOST_TROUBLES); i++)
    gtk_box_append (self->troubles, byl_recording_words_new_trouble (troubles->pdata[i], TRUE));

  if (troubles->len > MOST_TROUBLES)
    {
      guint n = troubles->len - MOST_TROUBLES;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more problem", "%u more problems", n),
                                               n);

      gtk_box_append (self->troubles, byl_text_box_new_label (more, "dim-label"));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->troubles), troubles->len > 0);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  byl_recording_stop (BYL_RECORDING_VIEW (widget)->recording);
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BylRecordingView *self = BYL_RECORDING_VIEW (widget);

  if (byl_recording_get_n_failed (self->recording) > 0)
    byl_recording_retry (self->recording);

  byl_recording_start (self->recording, self->session, self->keys, self->providers);
}

/* Whoever has given a key wants to go on with it. */
static void
keys_given_cb (BylRecordingView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "recording.start", NULL);
}

static void
keys_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylRecordingView *self = BYL_RECORDING_VIEW (widget);
  GtkWindow *window = byl_key_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                          byl_recording_get_plan (self->recording),
                                          self->providers, self->keys);

  g_signal_connect_object (window, "finished", G_CALLBACK (keys_given_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[PASTE], 0);
}

static void
play_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[PLAY], 0);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXPORT], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BylRecordingView         *self)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, byl_recording_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BylRecordingView         *self)
{
  BylRecordingQuestion *question = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  byl_recording_row_set_question (BYL_RECORDING_ROW (row), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  byl_recording_question_get_prompt (question), -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BylRecordingView         *self)
{
  byl_recording_row_set_question (BYL_RECORDING_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
byl_recording_view_dispose (GObject *object)
{
  BylRecordingView *self = BYL_RECORDING_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_RECORDING_VIEW);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_object (&self->keys);
  g_clear_object (&self->session);

  if (self->recording != NULL)
    g_signal_handlers_disconnect_by_data (self->recording, self);
  g_clear_object (&self->recording);

  G_OBJECT_CLASS (byl_recording_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  const char *names[N_SIGNALS] = { [PASTE] = "paste", [PLAY] = "play", [EXPORT] = "export" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BYL_TYPE_RECORDING_VIEW, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* What is most likely done next, and not the way back. */
static gboolean
byl_recording_view_grab_focus (GtkWidget *widget)
{
  BylRecordingView *self = BYL_RECORDING_VIEW (widget);
  GtkWidget *next[] = { self->start, self->play };

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    if (gtk_widget_get_visible (next[i]) && gtk_widget_grab_focus (next[i]))
      return TRUE;

  return GTK_WIDGET_CLASS (byl_recording_view_parent_class)->grab_focus (widget);
}

static void
byl_recording_view_class_init (BylRecordingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_recording_view_dispose;
  widget_class->grab_focus = byl_recording_view_grab_focus;
  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-recording-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, title);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, state);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, stop);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, start);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, paste);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, keys_button);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, play);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, bar);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, progress);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, note);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, troubles);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingView, questions);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "recording.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "recording.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "recording.keys", NULL, keys_action);
  gtk_widget_class_install_action (widget_class, "recording.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "recording.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "recording.export", NULL, export_action);
}

static void
byl_recording_view_init (BylRecordingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_recording_view_new:
 * @providers: (element-type BylProvider): who can be asked
 * @keys: where keys are kept
 * @session: the way to the models
 *
 * The signals `paste`, `play` and `export` tell what is asked for.
 *
 * Returns: (transfer floating): a view without a recording
 */
GtkWidget *
byl_recording_view_new (GPtrArray   *providers,
                        BylKeys     *keys,
                        SoupSession *session)
{
  BylRecordingView *self = g_object_new (BYL_TYPE_RECORDING_VIEW, NULL);

  self->providers = g_ptr_array_ref (providers);
  self->keys = g_object_ref (keys);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * byl_recording_view_get_recording:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is shown
 */
BylRecording *
byl_recording_view_get_recording (BylRecordingView *self)
{
  return self->recording;
}

/**
 * byl_recording_view_set_recording:
 * @self: a view
 * @recording: (nullable): a recording
 *
 * Shows a recording, and follows it.
 */
void
byl_recording_view_set_recording (BylRecordingView *self,
                                  BylRecording     *recording)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  if (self->recording == recording)
    return;

  if (self->recording != NULL)
    g_signal_handlers_disconnect_by_data (self->recording, self);

  g_set_object (&self->recording, recording);

  if (recording == NULL)
    {
      gtk_list_view_set_model (self->questions, NULL);
      return;
    }

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (recording))));
  gtk_list_view_set_model (self->questions, selection);
  adw_window_title_set_title (self->title, byl_recording_get_title (recording));
  g_signal_connect_object (recording, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (recording, "notify::n-troubles", G_CALLBACK (update_troubles), self,
                           G_CONNECT_SWAPPED);
  update (self);
  update_troubles (self);
}
