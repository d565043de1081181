/* byl-reply-openai.c: reading the pieces of OpenAI Chat Completions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-reader-private.h"

/* Some send the answer as a list of parts; those of other types are reasoning. */
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

      if (g_strcmp0 (byl_reply_json_get_string (part, "type"), "text") == 0 &&
          !byl_reply_reader_append (self, self->text, part, "text", error))
        return FALSE;
    }

  return TRUE;
}

/* “reasoning” and “reasoning_content”, which stand beside the content, are not the answer. */
static gboolean
take_message (BylReplyReader  *self,
              JsonObject      *message,
              GError         **error)
{
  JsonArray *parts = byl_reply_json_get_array (message, "content");

  if (!byl_reply_reader_append (self, self->refusal, message, "refusal", error))
    return FALSE;

  return parts != NULL ? take_parts (self, parts, error)
                       : byl_reply_reader_append (self, self->text, message, "content", error);
}

static gboolean
take_choice (BylReplyReader  *self,
             JsonNode        *node,
             GError         **error)
{
  JsonObject *choice = byl_reply_json_object (node);
  const char *name = byl_reply_json_member (choice, "delta") != NULL ? "delta" : "message";
  JsonObject *message = byl_reply_json_get_object (choice, name);

  if (choice == NULL || (message == NULL && byl_reply_json_member (choice, name) != NULL))
    return byl_reply_reader_refuse (error);

  /* One answer was asked for. */
  if (byl_reply_json_get_count (choice, "index") > 0)
    return TRUE;

  if (byl_reply_json_member (choice, "error") != NULL)
    {
      self->complaint = json_node_copy (node);
      self->is_over = TRUE;
      return TRUE;
    }

  return take_message (self, message, error) &&
         byl_reply_reader_end (self, choice, "finish_reason", error);
}

gboolean
byl_reply_read_openai (BylReplyReader  *self,
                       JsonObject      *piece,
                       GError         **error)
{
  JsonObject *usage = byl_reply_json_get_object (piece, "usage");
  JsonArray *choices = byl_reply_json_get_array (piece, "choices");

  if (choices == NULL && usage == NULL)
    return byl_reply_reader_refuse (error);

  byl_reply_reader_name (self, byl_reply_json_get_string (piece, "model"));
  byl_reply_reader_count (&self->input_tokens, byl_reply_json_get_count (usage, "prompt_tokens"));
  byl_reply_reader_count (&self->output_tokens,
                          byl_reply_json_get_count (usage, "completion_tokens"));

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    if (!take_choice (self, json_array_get_element (choices, i), error))
      return FALSE;

  return TRUE;
}
