/* byl-writer-choice-details.c: what a chosen model is called, and what is sent to it alone
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-details.h"

#include "byl-writer-choice-settings.h"

struct _BylWriterChoiceDetails
{
  AdwWindow                parent_instance;
  GtkWidget               *done;
  GtkEditable             *name;
  GtkEditable             *maker;
  GtkEditable             *model;
  GtkWidget               *own;
  BylWriterChoiceSettings *settings;
  BylRecordingWriter      *writer; /* (nullable): until it is shown */
};

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylWriterChoiceDetails, byl_writer_choice_details, ADW_TYPE_WINDOW)

/* Nothing, where nothing but white space is typed. */
static char *
dup_typed (GtkEditable *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (text[0] != '\0')
    return text;

  g_free (text);

  return NULL;
}

static gboolean
has_own_settings (BylWriterChoiceDetails *self)
{
  return adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self->settings));
}

static void
mark (GtkEditable *entry,
      gboolean     is_good)
{
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
}

static void
update (BylWriterChoiceDetails *self)
{
  g_autofree char *name = NULL;
  g_autofree char *model = NULL;
  gboolean has_model;

  if (self->writer == NULL)
    return;

  name = dup_typed (self->name);
  model = dup_typed (self->model);
  has_model = model != NULL || self->writer->pasted;
  mark (self->name, name != NULL);
  mark (self->model, has_model);
  gtk_widget_set_sensitive (self->done, name != NULL && has_model
                                          && (!has_own_settings (self)
                                              || byl_writer_choice_settings_get_valid (
                                                self->settings)));
}

static void
done_cb (BylWriterChoiceDetails *self)
{
  BylRecordingWriter *writer = self->writer;

  g_free (writer->name);
  g_free (writer->maker);
  writer->name = dup_typed (self->name);
  writer->maker = dup_typed (self->maker);
  g_clear_pointer (&writer->system, g_free);
  g_clear_pointer (&writer->parameters, json_object_unref);

  if (!writer->pasted)
    {
      g_free (writer->model);
      writer->model = dup_typed (self->model);
    }

  if (!writer->pasted && has_own_settings (self))
    {
      writer->system = byl_writer_choice_settings_dup_system (self->settings);
      writer->parameters = byl_writer_choice_settings_dup_parameters (self->settings);
    }

  g_signal_emit (self, signals[EDITED], 0, writer);
  gtk_window_close (GTK_WINDOW (self));
}

static void
byl_writer_choice_details_dispose (GObject *object)
{
  BylWriterChoiceDetails *self = BYL_WRITER_CHOICE_DETAILS (object);

  g_clear_pointer (&self->writer, byl_recording_writer_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_WRITER_CHOICE_DETAILS);

  G_OBJECT_CLASS (byl_writer_choice_details_parent_class)->dispose (object);
}

static void
byl_writer_choice_details_class_init (BylWriterChoiceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_writer_choice_details_dispose;

  /**
   * BylWriterChoiceDetails::edited:
   * @self: the window
   * @writer: the model as it is now
   *
   * Emitted once, when something may have been changed.
   */
  signals[EDITED] =
    g_signal_new ("edited", BYL_TYPE_WRITER_CHOICE_DETAILS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_RECORDING_WRITER);

  g_type_ensure (BYL_TYPE_WRITER_CHOICE_SETTINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-writer-choice-details.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, done);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, name);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, maker);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, model);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, own);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceDetails, settings);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
byl_writer_choice_details_init (BylWriterChoiceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_writer (BylWriterChoiceDetails   *self,
             const BylRecordingWriter *writer)
{
  gboolean is_own = writer->system != NULL || writer->parameters != NULL;

  gtk_editable_set_text (self->name, writer->name);
  gtk_editable_set_text (self->maker, writer->maker != NULL ? writer->maker : "");
  gtk_editable_set_text (self->model, writer->model != NULL ? writer->model : "");
  gtk_widget_set_visible (GTK_WIDGET (self->model), !writer->pasted);
  gtk_widget_set_visible (self->own, !writer->pasted);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self->settings), is_own);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->settings), is_own);
  byl_writer_choice_settings_set (self->settings, writer->system, writer->parameters);
}

/**
 * byl_writer_choice_details_new:
 * @parent: (nullable): the window that it is for
 * @writer: a model that has been chosen
 *
 * Returns: (transfer none): a window, which is not shown yet and lives until it is closed
 */
GtkWindow *
byl_writer_choice_details_new (GtkWindow                *parent,
                               const BylRecordingWriter *writer)
{
  BylWriterChoiceDetails *self =
    g_object_new (BYL_TYPE_WRITER_CHOICE_DETAILS, "transient-for", parent, NULL);

  show_writer (self, writer);
  self->writer = byl_recording_writer_copy (writer);
  update (self);

  return GTK_WINDOW (self);
}
