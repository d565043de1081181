/* byl-reply-ollama.c: reading the lines of Ollama's own interface
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-reader-private.h"

gboolean
byl_reply_read_ollama (BylReplyReader  *self,
                       JsonObject      *piece,
                       GError         **error)
{
  JsonObject *message = byl_reply_json_get_object (piece, "message");
  gboolean is_done = byl_reply_json_is_true (piece, "done");

  if (message == NULL && !is_done)
    return byl_reply_reader_refuse (error);

  byl_reply_reader_name (self, byl_reply_json_get_string (piece, "model"));
  byl_reply_reader_count (&self->input_tokens,
                          byl_reply_json_get_count (piece, "prompt_eval_count"));
  byl_reply_reader_count (&self->output_tokens, byl_reply_json_get_count (piece, "eval_count"));

  /* “thinking”, which stands beside the content, is not the answer. */
  if (!byl_reply_reader_append (self, self->text, message, "content", error) ||
      !byl_reply_reader_end (self, piece, "done_reason", error))
    return FALSE;

  self->has_mark = is_done;
  self->is_over = is_done;

  return TRUE;
}
