/* byl-recording-plan.c: what is asked of whom, without anything secret
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-plan.h"

G_DEFINE_BOXED_TYPE (BylRecordingWriter, byl_recording_writer, byl_recording_writer_copy,
                     byl_recording_writer_free)
G_DEFINE_BOXED_TYPE (BylRecordingPlan, byl_recording_plan, byl_recording_plan_copy,
                     byl_recording_plan_free)

/* Nobody changes parameters once they are in a plan. */
static JsonObject *
share (JsonObject *parameters)
{
  return parameters != NULL ? json_object_ref (parameters) : NULL;
}

/**
 * byl_recording_writer_new: (constructor)
 * @name: its name, as players read it
 *
 * Returns: (transfer full): a writer whose answers are pasted, until it has a provider and a model
 *   and @pasted is no longer set
 */
BylRecordingWriter *
byl_recording_writer_new (const char *name)
{
  BylRecordingWriter *self = g_new0 (BylRecordingWriter, 1);

  self->name = g_strdup (name);
  self->pasted = TRUE;

  return self;
}

/**
 * byl_recording_writer_copy:
 * @self: a writer
 *
 * Returns: (transfer full): one that equals it; parameters are shared, and must not be changed
 */
BylRecordingWriter *
byl_recording_writer_copy (const BylRecordingWriter *self)
{
  BylRecordingWriter *copy = byl_recording_writer_new (self->name);

  copy->id = g_strdup (self->id);
  copy->maker = g_strdup (self->maker);
  copy->provider = g_strdup (self->provider);
  copy->interface = self->interface;
  copy->address = g_strdup (self->address);
  copy->model = g_strdup (self->model);
  copy->pasted = self->pasted;
  copy->parameters = share (self->parameters);
  copy->system = g_strdup (self->system);

  return copy;
}

/**
 * byl_recording_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Frees the writer.
 */
void
byl_recording_writer_free (BylRecordingWriter *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->maker);
  g_free (self->provider);
  g_free (self->address);
  g_free (self->model);
  g_clear_pointer (&self->parameters, json_object_unref);
  g_free (self->system);
  g_free (self);
}

/**
 * byl_recording_plan_new: (constructor)
 * @title: the title of the pack that is to be made
 * @language: a language tag
 *
 * Returns: (transfer full): a plan without questions and writers
 */
BylRecordingPlan *
byl_recording_plan_new (const char *title,
                        const char *language)
{
  BylRecordingPlan *self = g_new0 (BylRecordingPlan, 1);

  self->title = g_strdup (title);
  self->language = g_strdup (language);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_question_line_free);
  self->writers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recording_writer_free);

  return self;
}

/**
 * byl_recording_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): one that equals it; parameters are shared, and must not be changed
 */
BylRecordingPlan *
byl_recording_plan_copy (const BylRecordingPlan *self)
{
  BylRecordingPlan *copy = byl_recording_plan_new (self->title, self->language);

  for (guint i = 0; i < self->questions->len; i++)
    g_ptr_array_add (copy->questions,
                     byl_question_line_copy (g_ptr_array_index (self->questions, i)));
  for (guint i = 0; i < self->writers->len; i++)
    g_ptr_array_add (copy->writers,
                     byl_recording_writer_copy (g_ptr_array_index (self->writers, i)));
  copy->system = g_strdup (self->system);
  copy->parameters = share (self->parameters);

  return copy;
}

/**
 * byl_recording_plan_free:
 * @self: (nullable) (transfer full): a plan
 *
 * Frees the plan.
 */
void
byl_recording_plan_free (BylRecordingPlan *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->writers);
  g_free (self->system);
  g_clear_pointer (&self->parameters, json_object_unref);
  g_free (self);
}

/**
 * byl_recording_plan_get_system:
 * @self: a plan
 * @writer: a position among its writers
 *
 * Returns: (transfer none) (nullable): the system prompt that is sent to the writer: its own, else
 *   that of all; %NULL where none is sent
 */
const char *
byl_recording_plan_get_system (const BylRecordingPlan *self,
                               guint                   writer)
{
  const BylRecordingWriter *asked = g_ptr_array_index (self->writers, writer);
  const char *system = asked->system != NULL ? asked->system : self->system;

  return system != NULL && *system != '\0' ? system : NULL;
}

/**
 * byl_recording_plan_get_parameters:
 * @self: a plan
 * @writer: a position among its writers
 *
 * Returns: (transfer none) (nullable): the parameters that are sent to the writer: its own, else
 *   those of all; %NULL where none is sent
 */
JsonObject *
byl_recording_plan_get_parameters (const BylRecordingPlan *self,
                                   guint                   writer)
{
  const BylRecordingWriter *asked = g_ptr_array_index (self->writers, writer);
  JsonObject *parameters = asked->parameters != NULL ? asked->parameters : self->parameters;

  return parameters != NULL && json_object_get_size (parameters) > 0 ? parameters : NULL;
}
