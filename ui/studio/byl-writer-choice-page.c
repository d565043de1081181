/* byl-writer-choice-page.c: the models that a new pack's questions are put to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-page.h"

#include "byl-recording-words.h"
#include "byl-writer-choice-details.h"
#include "byl-writer-choice-settings.h"
#include "byl-writer-choice-window.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylWriterChoicePage
{
  AdwBin                   parent_instance;
  AdwPreferencesGroup     *writers;
  GtkWidget               *add;
  GtkWidget               *empty;
  GtkWidget               *first;
  BylWriterChoiceSettings *settings;
  GtkBox                  *problems;
  GtkLabel                *estimate;

  GPtrArray               *providers;
  BylKeys                 *keys;
  SoupSession             *session;
  BylRecordingPlan        *plan;       /* (nullable): before byl_writer_choice_page_set_plan() */
  GPtrArray               *rows;       /* not owned: one for each writer of the plan */
  char                    *trouble;    /* (nullable): why the recording could not begin */
  BylWriterOrigin          last;       /* where the last model came from: the next one may, too */
  gboolean                 is_showing; /* the settings are being shown, not changed */
};

enum { RECORD, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylWriterChoicePage, byl_writer_choice_page, ADW_TYPE_BIN)

static void
add_problem (BylWriterChoicePage *self,
             const char          *sentence)
{
  gtk_box_append (self->problems, byl_recording_words_new_trouble (sentence, TRUE));
}

/* With fewer than two models there is nothing wrong yet: the group says how many are needed. */
static gboolean
check (BylWriterChoicePage *self)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  gboolean is_good = byl_recording_plan_check (self->plan, problems);

  byl_text_box_clear (self->problems);

  if (self->trouble != NULL)
    add_problem (self, self->trouble);

  if (self->plan->writers->len >= 2)
    for (guint i = 0; i < problems->len; i++)
      add_problem (self, ((BylProblem *) g_ptr_array_index (problems, i))->message);

  if (!byl_writer_choice_settings_get_valid (self->settings))
    {
      add_problem (self, _("A temperature is a number from 0 to 2, a length a whole number of "
                           "tokens. Where nothing is typed, nothing is sent."));
      is_good = FALSE;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->problems),
                          gtk_widget_get_first_child (GTK_WIDGET (self->problems)) != NULL);

  return is_good;
}

static void
update (BylWriterChoicePage *self)
{
  g_autofree char *estimate = NULL;
  gboolean is_good;

  if (self->plan == NULL)
    return;

  is_good = check (self);
  estimate = self->plan->writers->len > 0
               ? byl_recording_words_dup_estimate (self->plan, self->providers) : g_strdup ("");
  gtk_widget_set_visible (self->empty, self->plan->writers->len == 0);
  gtk_widget_set_visible (self->add, self->plan->writers->len > 0);
  gtk_label_set_label (self->estimate, estimate);
  gtk_widget_set_visible (GTK_WIDGET (self->estimate), estimate[0] != '\0');
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->settings),
                                 self->plan->system == NULL && self->plan->parameters == NULL
                                   ? _("Nothing: each model answers as it does by itself")
                                   : _("The same to all models"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "writers.record", is_good);
}

static void
changed (BylWriterChoicePage *self)
{
  g_clear_pointer (&self->trouble, g_free);
  update (self);
}

static void
settings_cb (BylWriterChoicePage *self)
{
  g_autoptr(JsonObject) parameters = NULL;

  if (self->plan == NULL || self->is_showing)
    return;

  g_clear_pointer (&self->plan->system, g_free);
  g_clear_pointer (&self->plan->parameters, json_object_unref);
  self->plan->system = byl_writer_choice_settings_dup_system (self->settings);
  if (self->plan->system[0] == '\0')
    g_clear_pointer (&self->plan->system, g_free);

  parameters = byl_writer_choice_settings_dup_parameters (self->settings);
  if (json_object_get_size (parameters) > 0)
    self->plan->parameters = g_steal_pointer (&parameters);

  changed (self);
}

static guint
find_row (BylWriterChoicePage *self,
          GtkWidget           *row)
{
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);

  return position;
}

static void
show_writer (BylWriterChoicePage      *self,
             GtkWidget                *row,
             const BylRecordingWriter *writer)
{
  g_autofree char *origin = byl_recording_words_dup_origin (writer, self->providers);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), writer->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), origin);
}

static void
remove_cb (BylWriterChoicePage *self,
           GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint position = find_row (self, row);

  g_ptr_array_remove_index (self->rows, position);
  g_ptr_array_remove_index (self->plan->writers, position);
  adw_preferences_group_remove (self->writers, row);
  changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A writer was looked at more closely, and may have been changed. */
static void
edited_cb (BylWriterChoicePage *self,
           BylRecordingWriter  *writer,
           GtkWindow           *window)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (window), "row");
  guint position = find_row (self, row);

  byl_recording_writer_free (g_ptr_array_index (self->plan->writers, position));
  self->plan->writers->pdata[position] = byl_recording_writer_copy (writer);
  show_writer (self, row, writer);
  changed (self);
}

static void
edit_cb (BylWriterChoicePage *self,
         GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  const BylRecordingWriter *writer =
    g_ptr_array_index (self->plan->writers, find_row (self, row));
  GtkWindow *window =
    byl_writer_choice_details_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), writer);

  g_object_set_data (G_OBJECT (window), "row", row);
  g_signal_connect_object (window, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
add_button (BylWriterChoicePage *self,
            GtkWidget           *row,
            const char          *icon_name,
            char                *label,
            GCallback            callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_free (label);
}

static void
add_row (BylWriterChoicePage      *self,
         const BylRecordingWriter *writer)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  show_writer (self, row, writer);
  /* Translators: %s is the name of a model. */
  add_button (self, row, "document-edit-symbolic", g_strdup_printf (_("Change %s…"), writer->name),
              G_CALLBACK (edit_cb));
  /* Translators: %s is the name of a model. */
  add_button (self, row, "user-trash-symbolic", g_strdup_printf (_("Remove %s"), writer->name),
              G_CALLBACK (remove_cb));
  adw_preferences_group_add (self->writers, row);
  g_ptr_array_add (self->rows, row);
}

static void
chosen_cb (BylWriterChoicePage   *self,
           GPtrArray             *writers,
           BylWriterChoiceWindow *window)
{
  byl_writer_choice_window_get_origin (window, &self->last);
  byl_writer_choice_page_add (self, writers);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  BylWriterChoicePage *self = BYL_WRITER_CHOICE_PAGE (widget);
  GtkWindow *window =
    byl_writer_choice_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->providers,
                                  self->keys, self->session, &self->last);

  g_signal_connect_object (window, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
record_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[RECORD], 0);
}

/* On what is next: a first model, or the recording. */
static gboolean
byl_writer_choice_page_grab_focus (GtkWidget *widget)
{
  BylWriterChoicePage *self = BYL_WRITER_CHOICE_PAGE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->empty) ? self->first : self->add);
}

static void
byl_writer_choice_page_dispose (GObject *object)
{
  BylWriterChoicePage *self = BYL_WRITER_CHOICE_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_WRITER_CHOICE_PAGE);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_object (&self->keys);
  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, byl_recording_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->trouble, g_free);
  byl_writer_origin_clear (&self->last);

  G_OBJECT_CLASS (byl_writer_choice_page_parent_class)->dispose (object);
}

static void
byl_writer_choice_page_class_init (BylWriterChoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_writer_choice_page_dispose;
  widget_class->grab_focus = byl_writer_choice_page_grab_focus;

  /**
   * BylWriterChoicePage::record:
   * @self: the page
   *
   * Emitted when the plan is good, and the recording is to begin.
   */
  signals[RECORD] =
    g_signal_new ("record", BYL_TYPE_WRITER_CHOICE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BYL_TYPE_WRITER_CHOICE_SETTINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-writer-choice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, writers);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, add);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, empty);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, first);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, settings);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, problems);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoicePage, estimate);
  gtk_widget_class_bind_template_callback (widget_class, settings_cb);
  gtk_widget_class_install_action (widget_class, "writers.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "writers.record", NULL, record_action);
}

static void
byl_writer_choice_page_init (BylWriterChoicePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "writers.record", FALSE);
}

/**
 * byl_writer_choice_page_new:
 * @providers: (element-type BylProvider): who can be asked
 * @keys: where keys are kept
 * @session: the way to the models
 *
 * Returns: (transfer floating): a page, which waits for a plan
 */
GtkWidget *
byl_writer_choice_page_new (GPtrArray   *providers,
                            BylKeys     *keys,
                            SoupSession *session)
{
  BylWriterChoicePage *self = g_object_new (BYL_TYPE_WRITER_CHOICE_PAGE, NULL);

  self->providers = g_ptr_array_ref (providers);
  self->keys = g_object_ref (keys);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * byl_writer_choice_page_get_plan:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the plan with the models that have been chosen
 */
const BylRecordingPlan *
byl_writer_choice_page_get_plan (BylWriterChoicePage *self)
{
  return self->plan;
}

/**
 * byl_writer_choice_page_get_ready:
 * @self: a page
 *
 * Returns: whether the recording can begin
 */
gboolean
byl_writer_choice_page_get_ready (BylWriterChoicePage *self)
{
  return self->plan != NULL && check (self);
}

/**
 * byl_writer_choice_page_set_plan:
 * @self: a page
 * @plan: a plan: its questions, and what has been chosen so far
 *
 * Shows the models of a plan, which is copied.
 */
void
byl_writer_choice_page_set_plan (BylWriterChoicePage    *self,
                                 const BylRecordingPlan *plan)
{
  BylRecordingPlan *copy = byl_recording_plan_copy (plan);

  g_clear_pointer (&self->plan, byl_recording_plan_free);
  g_clear_pointer (&self->trouble, g_free);
  self->plan = copy;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->writers, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < copy->writers->len; i++)
    add_row (self, g_ptr_array_index (copy->writers, i));

  self->is_showing = TRUE;
  byl_writer_choice_settings_set (self->settings, copy->system, copy->parameters);
  self->is_showing = FALSE;
  update (self);
}

/**
 * byl_writer_choice_page_set_trouble:
 * @self: a page
 * @sentence: (nullable): why the recording could not begin
 *
 * The sentence is shown until something else is chosen.
 */
void
byl_writer_choice_page_set_trouble (BylWriterChoicePage *self,
                                    const char          *sentence)
{
  g_free (self->trouble);
  self->trouble = g_strdup (sentence);
  update (self);
}

/**
 * byl_writer_choice_page_add:
 * @self: a page, with a plan
 * @writers: (element-type BylRecordingWriter): models
 *
 * Adds models to the plan.
 */
void
byl_writer_choice_page_add (BylWriterChoicePage *self,
                            GPtrArray           *writers)
{
  for (guint i = 0; i < writers->len; i++)
    {
      BylRecordingWriter *writer = byl_recording_writer_copy (g_ptr_array_index (writers, i));

      g_ptr_array_add (self->plan->writers, writer);
      add_row (self, writer);
    }

  changed (self);
}
