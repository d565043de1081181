/* byl-recording-answer.c: for the recording: an answer with all that is known of how it came about
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-answer.h"

#include "byl-gate.h"
#include "byl-pack-patterns.h"
#include "byl-pack.h"
#include "byl-reply-json.h"
#include "byl-text.h"

#include <math.h>
#include <string.h>

/* Takes a text; all else that may be known of it is not known yet. */
BylRecordingAnswer *
byl_recording_answer_new (guint       question,
                          guint       writer,
                          const char *text)
{
  BylRecordingAnswer *self = g_new0 (BylRecordingAnswer, 1);

  self->question = question;
  self->writer = writer;
  self->text = g_utf8_make_valid (text, -1);
  self->input_tokens = -1;
  self->output_tokens = -1;
  self->seconds = -1;

  return self;
}

void
byl_recording_answer_free (BylRecordingAnswer *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->date);
  g_free (self->provider);
  g_free (self->requested_model);
  g_free (self->reported_model);
  g_free (self->system);
  g_clear_pointer (&self->parameters, json_object_unref);
  g_free (self->ended);
  g_free (self);
}

/* The id of a question, in the recording and in its pack. */
char *
byl_recording_question_make_id (guint position)
{
  return g_strdup_printf ("q%u", position + 1);
}

/* A line as packs have them; what a server says can be anything. */
static void
add_line (JsonObject *object,
          const char *name,
          const char *text)
{
  g_autofree char *collapsed = text != NULL ? byl_text_collapse (text) : NULL;
  g_autofree char *line = NULL;

  if (collapsed == NULL || *collapsed == '\0')
    return;

  line = g_utf8_substring (collapsed, 0, MIN (g_utf8_strlen (collapsed, -1),
                                              (glong) BYL_PACK_MAX_LINE));
  json_object_set_string_member (object, name, line);
}

static void
add_tokens (JsonObject               *object,
            const BylRecordingAnswer *self)
{
  JsonObject *tokens;

  if (self->input_tokens < 0 && self->output_tokens < 0)
    return;

  tokens = json_object_new ();
  if (self->input_tokens >= 0)
    json_object_set_int_member (tokens, "input", self->input_tokens);
  if (self->output_tokens >= 0)
    json_object_set_int_member (tokens, "output", self->output_tokens);
  json_object_set_object_member (object, "tokens", tokens);
}

/* For the pack and for the disk: where the answer comes from. “ended” is not in the schema, which
 * lets it pass. */
JsonObject *
byl_recording_answer_make_provenance (const BylRecordingAnswer *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", self->pasted ? "pasted" : "recorded");
  if (self->date != NULL)
    json_object_set_string_member (object, "date", self->date);
  add_line (object, "provider", self->provider);
  add_line (object, "requested_model", self->requested_model);
  add_line (object, "reported_model", self->reported_model);
  if (self->system != NULL)
    json_object_set_string_member (object, "system", self->system);
  if (self->parameters != NULL && json_object_get_size (self->parameters) > 0)
    json_object_set_object_member (object, "parameters", json_object_ref (self->parameters));
  add_tokens (object, self);
  if (self->seconds >= 0 && isfinite (self->seconds))
    json_object_set_double_member (object, "seconds", self->seconds);
  add_line (object, "ended", self->ended);

  return object;
}

/* For the store: the answer as one line of JSON, with its end. */
char *
byl_recording_answer_to_line (const BylRecordingAnswer *self,
                              const BylRecordingPlan   *plan)
{
  const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, self->writer);
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *id = byl_recording_question_make_id (self->question);
  g_autofree char *line = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "question", id);
  json_object_set_string_member (object, "writer", writer->id);
  json_object_set_string_member (object, "text", self->text);
  json_object_set_object_member (object, "provenance",
                                 byl_recording_answer_make_provenance (self));

  node = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  line = json_to_string (node, FALSE);

  return g_strconcat (line, "\n", NULL);
}

static double
get_seconds (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "seconds");

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return -1;

  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return json_node_get_double (node);

  return json_node_get_value_type (node) == G_TYPE_INT64 ? (double) json_node_get_int (node) : -1;
}

static gboolean
find_question (const BylRecordingPlan *plan,
               const char             *id,
               guint                  *position)
{
  guint64 number;

  if (id == NULL || *id != 'q' ||
      !g_ascii_string_to_unsigned (id + 1, 10, 1, plan->questions->len, &number, NULL))
    return FALSE;

  *position = (guint) number - 1;
  return TRUE;
}

static gboolean
find_writer (const BylRecordingPlan *plan,
             const char             *id,
             guint                  *position)
{
  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, i);

      if (g_strcmp0 (writer->id, id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Somebody may have written into the file: only what a pack can have is taken. */
static void
read_provenance (BylRecordingAnswer *self,
                 JsonObject         *object)
{
  const char *date = byl_reply_json_get_string (object, "date");
  const char *system = byl_reply_json_get_string (object, "system");
  JsonObject *parameters = byl_reply_json_get_object (object, "parameters");
  JsonObject *tokens = byl_reply_json_get_object (object, "tokens");

  self->pasted = g_strcmp0 (byl_reply_json_get_string (object, "kind"), "pasted") == 0;
  if (date != NULL && byl_pattern_is_date (date))
    self->date = g_strdup (date);
  self->provider = g_strdup (byl_reply_json_get_string (object, "provider"));
  self->requested_model = g_strdup (byl_reply_json_get_string (object, "requested_model"));
  self->reported_model = g_strdup (byl_reply_json_get_string (object, "reported_model"));
  self->system = g_strdup (system);
  if (parameters != NULL)
    self->parameters = json_object_ref (parameters);
  self->input_tokens = byl_reply_json_get_count (tokens, "input");
  self->output_tokens = byl_reply_json_get_count (tokens, "output");
  self->seconds = get_seconds (object);
  self->ended = g_strdup (byl_reply_json_get_string (object, "ended"));
}

static BylRecordingAnswer *
read_answer (JsonObject             *object,
             const BylRecordingPlan *plan)
{
  const char *text = byl_reply_json_get_string (object, "text");
  JsonObject *provenance = byl_reply_json_get_object (object, "provenance");
  BylRecordingAnswer *self;
  guint question;
  guint writer;

  if (text == NULL || provenance == NULL || *text == '\0' ||
      g_utf8_strlen (text, -1) > BYL_PACK_MAX_TEXT ||
      !find_question (plan, byl_reply_json_get_string (object, "question"), &question) ||
      !find_writer (plan, byl_reply_json_get_string (object, "writer"), &writer))
    return NULL;

  self = byl_recording_answer_new (question, writer, text);
  read_provenance (self, provenance);

  return self;
}

/* For the store: an answer from a line of its file; NULL where the line is damaged. */
BylRecordingAnswer *
byl_recording_answer_from_line (const char             *line,
                                gsize                   length,
                                const BylRecordingPlan *plan)
{
  g_autoptr(BylProblem) problem = byl_gate_check (line, length);
  g_autoptr(JsonParser) parser = NULL;
  JsonNode *root;

  if (problem != NULL)
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, line, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);

  return JSON_NODE_HOLDS_OBJECT (root) ? read_answer (json_node_get_object (root), plan) : NULL;
}
