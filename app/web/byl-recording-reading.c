/* byl-recording-reading.c: writers of a recording in JSON, in its plan and for the command
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-reading.h"

#include "byl-error.h"

#include <glib/gi18n-lib.h>

static const BylMember writer_members[] = {
  { "id", FALSE }, { "name", TRUE }, { "maker", FALSE }, { "provider", FALSE },
  { "interface", FALSE }, { "address", FALSE }, { "model", FALSE }, { "parameters", FALSE },
  { "system", FALSE }, { NULL, FALSE },
};

static const BylMember any_members[] = { { NULL, FALSE } };

/* For those who read: the parameters of an object, which may be any. */
JsonObject *
byl_recording_read_parameters (BylReading *reading,
                               JsonObject *object)
{
  JsonObject *parameters =
    byl_reading_member_object (reading, object, "parameters", any_members);

  if (parameters == NULL)
    return NULL;

  byl_reading_leave (reading);

  return json_object_ref (parameters);
}

static void
read_interface (BylReading         *reading,
                JsonObject         *object,
                BylRecordingWriter *writer)
{
  const char * const ids[] = {
    byl_interface_get_id (BYL_INTERFACE_OPENAI), byl_interface_get_id (BYL_INTERFACE_ANTHROPIC),
    byl_interface_get_id (BYL_INTERFACE_GEMINI), byl_interface_get_id (BYL_INTERFACE_OLLAMA), NULL,
  };
  int choice = byl_reading_choice (reading, object, "interface", ids);

  writer->interface = choice < 0 ? BYL_INTERFACE_OPENAI : (BylInterface) choice;
}

static char *
dup_member (BylReading *reading,
            JsonObject *object,
            const char *name)
{
  return g_strdup (byl_reading_member_text (reading, object, name, 0, G_MAXUINT));
}

/* For those who read: a writer, who is pasted where no provider is named. What the texts say is
 * checked with the plan. */
BylRecordingWriter *
byl_recording_read_writer (BylReading *reading,
                           JsonNode   *node)
{
  JsonObject *object = byl_reading_object (reading, node, writer_members);
  BylRecordingWriter *writer;

  if (object == NULL)
    return NULL;

  writer = byl_recording_writer_new (NULL);
  writer->name = dup_member (reading, object, "name");
  writer->id = dup_member (reading, object, "id");
  writer->maker = dup_member (reading, object, "maker");
  writer->provider = dup_member (reading, object, "provider");
  writer->address = dup_member (reading, object, "address");
  writer->model = dup_member (reading, object, "model");
  writer->system = dup_member (reading, object, "system");
  writer->parameters = byl_recording_read_parameters (reading, object);
  writer->pasted = writer->provider == NULL;
  read_interface (reading, object, writer);

  return writer;
}

/* For those who write: a member that is only there where there is something to say. */
void
byl_recording_add_text (JsonObject *object,
                        const char *name,
                        const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/* For those who write: the same writer. */
JsonNode *
byl_recording_write_writer (const BylRecordingWriter *writer)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), NULL);
  JsonObject *object = json_object_new ();

  byl_recording_add_text (object, "id", writer->id);
  byl_recording_add_text (object, "name", writer->name);
  byl_recording_add_text (object, "maker", writer->maker);
  byl_recording_add_text (object, "system", writer->system);
  if (writer->parameters != NULL)
    json_object_set_object_member (object, "parameters", json_object_ref (writer->parameters));
  if (!writer->pasted)
    {
      byl_recording_add_text (object, "provider", writer->provider);
      byl_recording_add_text (object, "interface", byl_interface_get_id (writer->interface));
      byl_recording_add_text (object, "address", writer->address);
      byl_recording_add_text (object, "model", writer->model);
    }
  json_node_take_object (node, object);

  return node;
}

/* For those who read: whether there is something wrong, as an error that tells the first of it. */
gboolean
byl_recording_refuse (GPtrArray  *problems,
                      GError    **error)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity != BYL_SEVERITY_ERROR)
        continue;

      g_set_error (error, BYL_ERROR, BYL_ERROR_RECORDING,
                   /* Translators: %s is a whole sentence about the first error of a list */
                   _("The plan of the recording has errors. The first: %s"), problem->message);
      return TRUE;
    }

  return FALSE;
}
