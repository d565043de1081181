/* byl-recording-file.c: for the recording: its plan as it is kept on the disk
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-file.h"

#include "byl-error.h"
#include "byl-json-read.h"
#include "byl-json-text.h"
#include "byl-pack-patterns.h"
#include "byl-pack.h"
#include "byl-recording-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT  "byline-recording"
#define FORMAT_VERSION 1

static const char * const formats[] = { FORMAT, NULL };

static const BylMember plan_members[] = {
  { "format", TRUE }, { "version", TRUE }, { "id", TRUE }, { "created", TRUE }, { "seed", TRUE },
  { "title", TRUE }, { "language", TRUE }, { "system", FALSE }, { "parameters", FALSE },
  { "questions", TRUE }, { "writers", TRUE }, { NULL, FALSE },
};

static const BylMember question_members[] = {
  { "prompt", TRUE }, { "category", FALSE }, { NULL, FALSE },
};

void
byl_recording_identity_clear (BylRecordingIdentity *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->created, g_free);
}

static JsonArray *
write_questions (const BylRecordingPlan *plan)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < plan->questions->len; i++)
    {
      const BylQuestionLine *question = g_ptr_array_index (plan->questions, i);
      JsonObject *object = json_object_new ();

      byl_recording_add_text (object, "prompt", question->prompt);
      byl_recording_add_text (object, "category", question->category);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
write_writers (const BylRecordingPlan *plan)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < plan->writers->len; i++)
    json_array_add_element (array,
                            byl_recording_write_writer (g_ptr_array_index (plan->writers, i)));

  return array;
}

/* For the store: the contents of plan.json. */
GBytes *
byl_recording_file_write (const BylRecordingPlan     *plan,
                          const BylRecordingIdentity *identity)
{
  g_autoptr(JsonNode) root = json_node_alloc ();
  g_autoptr(JsonObject) object = json_object_new ();
  char *text;
  gsize length;

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  byl_recording_add_text (object, "id", identity->id);
  byl_recording_add_text (object, "created", identity->created);
  json_object_set_int_member (object, "seed", identity->seed);
  byl_recording_add_text (object, "title", plan->title);
  byl_recording_add_text (object, "language", plan->language);
  byl_recording_add_text (object, "system", plan->system);
  if (plan->parameters != NULL)
    json_object_set_object_member (object, "parameters", json_object_ref (plan->parameters));
  json_object_set_array_member (object, "writers", write_writers (plan));
  json_object_set_array_member (object, "questions", write_questions (plan));

  json_node_init_object (root, object);
  text = byl_json_text_make (root, &length);

  return g_bytes_new_take (text, length);
}

static void
read_questions (BylReading       *reading,
                JsonObject       *object,
                BylRecordingPlan *plan)
{
  JsonArray *list = byl_reading_list (reading, object, "questions", 1, BYL_PACK_MAX_QUESTIONS);

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *question;

      byl_reading_enter_item (reading, i);
      question = byl_reading_object (reading, json_array_get_element (list, i), question_members);
      if (question != NULL)
        g_ptr_array_add (
          plan->questions,
          byl_question_line_new (
            byl_reading_member_text (reading, question, "prompt", 1, BYL_PACK_MAX_TEXT),
            byl_reading_member_text (reading, question, "category", 1, BYL_PACK_MAX_LINE), 0));
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

static void
read_writers (BylReading       *reading,
              JsonObject       *object,
              BylRecordingPlan *plan)
{
  JsonArray *list = byl_reading_list (reading, object, "writers", 2, BYL_PACK_MAX_WRITERS);

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      BylRecordingWriter *writer;

      byl_reading_enter_item (reading, i);
      writer = byl_recording_read_writer (reading, json_array_get_element (list, i));
      if (writer != NULL)
        {
          g_ptr_array_add (plan->writers, writer);
          if (writer->id == NULL)
            byl_reading_add (reading, "missing-member", NULL,
                             _("“%s” is missing here. Add it."), "id");
        }
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

static void
read_identity (BylReading           *reading,
               JsonObject           *object,
               BylRecordingIdentity *identity)
{
  const char *id = byl_reading_member_text (reading, object, "id", 1, BYL_PACK_MAX_ID);
  gint64 seed = 0;

  if (id != NULL && !byl_pattern_is_pack_id (id))
    {
      byl_reading_enter_member (reading, "id");
      byl_reading_add (reading, "bad-pattern", NULL,
                       _("A pack’s id is made of small letters a to z and digits, with single "
                         "points or hyphens between them."));
      byl_reading_leave (reading);
    }

  byl_reading_integer (reading, object, "seed", 0, G_MAXUINT32, &seed);
  identity->id = g_strdup (id);
  identity->created = g_strdup (byl_reading_date (reading, object, "created"));
  identity->seed = (guint32) seed;
}

static void
read_root (BylReading           *reading,
           JsonNode             *root,
           BylRecordingPlan     *plan,
           BylRecordingIdentity *identity)
{
  JsonObject *object = byl_reading_object (reading, root, plan_members);
  gint64 version;

  if (object == NULL)
    return;

  byl_reading_choice (reading, object, "format", formats);
  byl_reading_integer (reading, object, "version", FORMAT_VERSION, FORMAT_VERSION, &version);
  read_identity (reading, object, identity);
  plan->title = g_strdup (byl_reading_member_text (reading, object, "title", 1, G_MAXUINT));
  plan->language = g_strdup (byl_reading_member_text (reading, object, "language", 0, G_MAXUINT));
  plan->system = g_strdup (byl_reading_member_text (reading, object, "system", 0, G_MAXUINT));
  plan->parameters = byl_recording_read_parameters (reading, object);
  read_writers (reading, object, plan);
  read_questions (reading, object, plan);
}

/* For the store: a plan and what it belongs to, from the contents of plan.json; NULL where there is
 * anything wrong with it, all of it among the problems. */
BylRecordingPlan *
byl_recording_file_read (GBytes                *bytes,
                         BylRecordingIdentity  *identity,
                         GPtrArray             *problems,
                         GError               **error)
{
  g_autoptr(JsonNode) root = byl_json_read (bytes, problems, error);
  g_autoptr(BylRecordingPlan) plan = NULL;
  BylReading reading = { .problems = problems };

  if (root == NULL)
    return NULL;

  plan = byl_recording_plan_new (NULL, NULL);
  read_root (&reading, root, plan, identity);
  if (reading.n_errors == 0)
    byl_recording_plan_check (plan, problems);

  if (!byl_recording_refuse (problems, error))
    return g_steal_pointer (&plan);

  byl_json_read_locate (bytes, problems);
  byl_recording_identity_clear (identity);

  return NULL;
}
