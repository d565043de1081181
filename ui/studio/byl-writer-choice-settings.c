/* byl-writer-choice-settings.c: instructions and parameters that are sent with each question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-settings.h"

#include <glib/gi18n.h>

#define TEMPERATURE     "temperature"
#define LENGTH          "max_tokens"
#define MAX_TEMPERATURE 2.0
#define MAX_LENGTH      1000000u /* tokens: more than any model writes at once */

struct _BylWriterChoiceSettings
{
  AdwExpanderRow parent_instance;
  GtkTextBuffer *system;
  GtkEditable   *temperature;
  GtkEditable   *length;
  JsonObject    *others; /* (nullable): parameters that the rows do not show, kept as they are */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylWriterChoiceSettings, byl_writer_choice_settings, ADW_TYPE_EXPANDER_ROW)

static char *
dup_typed (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

/* With a point or, as many write it, a comma. Nothing typed is valid: nothing is sent then. */
static gboolean
read_temperature (BylWriterChoiceSettings *self,
                  double                  *value)
{
  g_autofree char *typed = g_strdelimit (dup_typed (self->temperature), ",", '.');
  char *end;

  *value = -1.0;

  if (typed[0] == '\0')
    return TRUE;
  if (!g_ascii_isdigit (typed[0]) && typed[0] != '.')
    return FALSE;

  *value = g_ascii_strtod (typed, &end);

  return *end == '\0' && *value >= 0.0 && *value <= MAX_TEMPERATURE;
}

static gboolean
read_length (BylWriterChoiceSettings *self,
             guint64                 *value)
{
  g_autofree char *typed = dup_typed (self->length);

  *value = 0;

  return typed[0] == '\0' || g_ascii_string_to_unsigned (typed, 10, 1, MAX_LENGTH, value, NULL);
}

static void
mark (GtkEditable *entry,
      gboolean     is_valid)
{
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE
                                        : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
changed_cb (BylWriterChoiceSettings *self)
{
  double temperature;
  guint64 length;

  mark (self->temperature, read_temperature (self, &temperature));
  mark (self->length, read_length (self, &length));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
keep_others (BylWriterChoiceSettings *self,
             JsonObject              *parameters)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_clear_pointer (&self->others, json_object_unref);

  if (parameters == NULL)
    return;

  self->others = json_object_new ();
  json_object_iter_init (&iter, parameters);

  while (json_object_iter_next (&iter, &name, &value))
    if (!g_str_equal (name, TEMPERATURE) && !g_str_equal (name, LENGTH))
      json_object_set_member (self->others, name, json_node_copy (value));
}

static void
show_number (GtkEditable *entry,
             JsonObject  *parameters,
             const char  *name)
{
  JsonNode *node = parameters != NULL ? json_object_get_member (parameters, name) : NULL;
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    g_ascii_formatd (text, sizeof text, "%.10g", json_node_get_double (node));

  gtk_editable_set_text (entry, text);
}

static void
byl_writer_choice_settings_dispose (GObject *object)
{
  BylWriterChoiceSettings *self = BYL_WRITER_CHOICE_SETTINGS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_WRITER_CHOICE_SETTINGS);
  g_clear_pointer (&self->others, json_object_unref);

  G_OBJECT_CLASS (byl_writer_choice_settings_parent_class)->dispose (object);
}

static void
byl_writer_choice_settings_class_init (BylWriterChoiceSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_writer_choice_settings_dispose;

  /**
   * BylWriterChoiceSettings::changed:
   * @self: the row
   *
   * Emitted when something else has been typed.
   */
  signals[CHANGED] =
    g_signal_new ("changed", BYL_TYPE_WRITER_CHOICE_SETTINGS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-writer-choice-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceSettings, system);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceSettings, temperature);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceSettings, length);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
byl_writer_choice_settings_init (BylWriterChoiceSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_writer_choice_settings_get_valid:
 * @self: a row
 *
 * Returns: whether the numbers that have been typed can be sent
 */
gboolean
byl_writer_choice_settings_get_valid (BylWriterChoiceSettings *self)
{
  double temperature;
  guint64 length;

  return read_temperature (self, &temperature) && read_length (self, &length);
}

/**
 * byl_writer_choice_settings_dup_system:
 * @self: a row
 *
 * Returns: (transfer full): the instructions, without white space around them; "" for none
 */
char *
byl_writer_choice_settings_dup_system (BylWriterChoiceSettings *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->system, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->system, &start, &end, FALSE));
}

/**
 * byl_writer_choice_settings_dup_parameters:
 * @self: a row
 *
 * Returns: (transfer full): what has been set, possibly nothing; numbers that cannot be sent are
 *   left out
 */
JsonObject *
byl_writer_choice_settings_dup_parameters (BylWriterChoiceSettings *self)
{
  JsonObject *parameters = json_object_new ();
  double temperature;
  guint64 length;

  if (self->others != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, self->others);

      while (json_object_iter_next (&iter, &name, &value))
        json_object_set_member (parameters, name, json_node_copy (value));
    }

  if (read_temperature (self, &temperature) && temperature >= 0.0)
    json_object_set_double_member (parameters, TEMPERATURE, temperature);

  if (read_length (self, &length) && length > 0)
    json_object_set_int_member (parameters, LENGTH, (gint64) length);

  return parameters;
}

/**
 * byl_writer_choice_settings_set:
 * @self: a row
 * @system: (nullable): instructions
 * @parameters: (nullable): parameters
 *
 * Shows what is sent. Parameters for which there is no row are kept.
 */
void
byl_writer_choice_settings_set (BylWriterChoiceSettings *self,
                                const char              *system,
                                JsonObject              *parameters)
{
  keep_others (self, parameters);
  gtk_text_buffer_set_text (self->system, system != NULL ? system : "", -1);
  show_number (self->temperature, parameters, TEMPERATURE);
  show_number (self->length, parameters, LENGTH);
}
