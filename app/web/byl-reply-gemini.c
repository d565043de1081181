/* byl-reply-gemini.c: reading the pieces of Gemini's streamGenerateContent
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-reader-private.h"

static gboolean
take_parts (BylReplyReader  *self,
            JsonArray       *parts,
            GError         **error)
{
  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonObject *part = byl_reply_json_object (json_array_get_element (parts, i));

      if (part == NULL)
        return byl_reply_reader_refuse (error);

      if (!byl_reply_json_is_true (part, "thought") &&
          !byl_reply_reader_append (self, self->text, part, "text", error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_candidate (BylReplyReader  *self,
                JsonNode        *node,
                GError         **error)
{
  JsonObject *candidate = byl_reply_json_object (node);
  JsonObject *content = byl_reply_json_get_object (candidate, "content");
  JsonArray *parts = byl_reply_json_get_array (content, "parts");

  if (candidate == NULL || (parts == NULL && byl_reply_json_member (content, "parts") != NULL))
    return byl_reply_reader_refuse (error);

  /* One answer was asked for. */
  if (byl_reply_json_get_count (candidate, "index") > 0)
    return TRUE;

  if (parts != NULL && !take_parts (self, parts, error))
    return FALSE;

  return byl_reply_reader_end (self, candidate, "finishReason", error);
}

/* Thoughts are paid for like the answer, and counted apart from it. */
static void
take_usage (BylReplyReader *self,
            JsonObject     *usage)
{
  gint64 answer = byl_reply_json_get_count (usage, "candidatesTokenCount");
  gint64 thoughts = byl_reply_json_get_count (usage, "thoughtsTokenCount");

  byl_reply_reader_count (&self->input_tokens,
                          byl_reply_json_get_count (usage, "promptTokenCount"));
  if (answer >= 0 && answer < G_MAXINT32 && thoughts < G_MAXINT32)
    byl_reply_reader_count (&self->output_tokens, answer + MAX (thoughts, 0));
}

gboolean
byl_reply_read_gemini (BylReplyReader  *self,
                       JsonObject      *piece,
                       GError         **error)
{
  JsonObject *feedback = byl_reply_json_get_object (piece, "promptFeedback");
  JsonArray *candidates = byl_reply_json_get_array (piece, "candidates");
  JsonObject *usage = byl_reply_json_get_object (piece, "usageMetadata");

  if (candidates == NULL && feedback == NULL && usage == NULL)
    return byl_reply_reader_refuse (error);

  byl_reply_reader_name (self, byl_reply_json_get_string (piece, "modelVersion"));
  take_usage (self, usage);

  for (guint i = 0; candidates != NULL && i < json_array_get_length (candidates); i++)
    if (!take_candidate (self, json_array_get_element (candidates, i), error))
      return FALSE;

  /* The question itself was held back. */
  if (byl_reply_json_get_string (feedback, "blockReason") != NULL)
    {
      g_free (self->ended);
      self->ended = g_strdup ("safety");
      self->has_mark = TRUE;
    }

  return TRUE;
}
