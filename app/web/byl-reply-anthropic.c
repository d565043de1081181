/* byl-reply-anthropic.c: reading the pieces of Anthropic Messages
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-reader-private.h"

static void
take_usage (BylReplyReader *self,
            JsonObject     *holder)
{
  JsonObject *usage = byl_reply_json_get_object (holder, "usage");

  byl_reply_reader_count (&self->input_tokens, byl_reply_json_get_count (usage, "input_tokens"));
  byl_reply_reader_count (&self->output_tokens, byl_reply_json_get_count (usage, "output_tokens"));
}

/* A block, or what is added to one; what is no text is thinking, a signature or a tool. */
static gboolean
take_block (BylReplyReader  *self,
            JsonObject      *block,
            GError         **error)
{
  const char *type = byl_reply_json_get_string (block, "type");

  if (type == NULL)
    return byl_reply_reader_refuse (error);

  if (!g_str_equal (type, "text") && !g_str_equal (type, "text_delta"))
    return TRUE;

  return byl_reply_reader_append (self, self->text, block, "text", error);
}

static gboolean
take_message (BylReplyReader  *self,
              JsonObject      *message,
              GError         **error)
{
  JsonArray *content = byl_reply_json_get_array (message, "content");

  if (message == NULL || content == NULL)
    return byl_reply_reader_refuse (error);

  byl_reply_reader_name (self, byl_reply_json_get_string (message, "model"));
  take_usage (self, message);

  for (guint i = 0; i < json_array_get_length (content); i++)
    if (!take_block (self, byl_reply_json_object (json_array_get_element (content, i)), error))
      return FALSE;

  return byl_reply_reader_end (self, message, "stop_reason", error);
}

/* Why it ended is told before its end: only “message_stop” says that all of it has come. */
static gboolean
take_delta (BylReplyReader  *self,
            JsonObject      *piece,
            GError         **error)
{
  gboolean is_read;

  take_usage (self, piece);
  is_read = byl_reply_reader_end (self, byl_reply_json_get_object (piece, "delta"), "stop_reason",
                                  error);
  self->has_mark = FALSE;

  return is_read;
}

gboolean
byl_reply_read_anthropic (BylReplyReader  *self,
                          JsonObject      *piece,
                          GError         **error)
{
  const char *type = byl_reply_json_get_string (piece, "type");

  if (type == NULL)
    return byl_reply_reader_refuse (error);

  if (g_str_equal (type, "message"))
    return take_message (self, piece, error);
  if (g_str_equal (type, "message_start"))
    return take_message (self, byl_reply_json_get_object (piece, "message"), error);
  if (g_str_equal (type, "content_block_start"))
    return take_block (self, byl_reply_json_get_object (piece, "content_block"), error);
  if (g_str_equal (type, "content_block_delta"))
    return take_block (self, byl_reply_json_get_object (piece, "delta"), error);
  if (g_str_equal (type, "message_delta"))
    return take_delta (self, piece, error);

  if (g_str_equal (type, "message_stop"))
    {
      self->has_mark = TRUE;
      self->is_over = TRUE;
    }

  return TRUE;
}
