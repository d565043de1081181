/* byl-reply-reader.c: making an answer of what a server sends bit by bit
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-reader-private.h"

#include "byl-ask.h"
#include "byl-error.h"
#include "byl-gate.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define END_OF_EVENTS   "[DONE]"
#define LONGEST_MODEL   200 /* characters */
#define LONGEST_ENDED   40

/**
 * byl_reply_reader_new:
 * @interface: how the server was asked
 *
 * Returns: (transfer full): a reader of one answer
 */
BylReplyReader *
byl_reply_reader_new (BylInterface interface)
{
  BylReplyReader *self = g_new0 (BylReplyReader, 1);

  self->interface = interface;
  self->waiting = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->refusal = g_string_new (NULL);
  self->input_tokens = -1;
  self->output_tokens = -1;

  return self;
}

/**
 * byl_reply_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
byl_reply_reader_free (BylReplyReader *self)
{
  if (self == NULL)
    return;

  byl_stream_free (self->stream);
  g_string_free (self->waiting, TRUE);
  g_string_free (self->text, TRUE);
  g_string_free (self->refusal, TRUE);
  g_clear_pointer (&self->complaint, json_node_unref);
  g_free (self->model);
  g_free (self->ended);
  g_free (self);
}

/**
 * byl_reply_reader_get_n_characters:
 * @self: a reader
 *
 * Returns: how much of the answer has come, in characters; reasoning does not count
 */
guint
byl_reply_reader_get_n_characters (BylReplyReader *self)
{
  return self->n_characters;
}

/**
 * byl_reply_reader_get_complaint:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the JSON in which the server said what went wrong, although
 *   it had begun as if all was well
 */
JsonNode *
byl_reply_reader_get_complaint (BylReplyReader *self)
{
  return self->complaint;
}

/* For the readers of the interfaces: returns FALSE, for them to return. */
gboolean
byl_reply_reader_refuse (GError **error)
{
  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SERVER,
                       _("The server sent something that is no answer of a model. Please check its "
                         "address, and how it is asked."));

  return FALSE;
}

/* Takes text that is a member of an object. Where there is none, nothing happens; where there is
 * something else than a text, the piece is refused. */
gboolean
byl_reply_reader_append (BylReplyReader  *self,
                         GString         *to,
                         JsonObject      *object,
                         const char      *name,
                         GError         **error)
{
  const char *text = byl_reply_json_get_string (object, name);

  if (text == NULL)
    return byl_reply_json_member (object, name) == NULL || byl_reply_reader_refuse (error);

  self->n_characters += (guint) g_utf8_strlen (text, -1);
  if (self->n_characters > BYL_ASK_MAX_CHARACTERS)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_REPLY,
                   _("The answer grew longer than %u characters, and was stopped."),
                   BYL_ASK_MAX_CHARACTERS);
      return FALSE;
    }

  g_string_append (to, text);

  return TRUE;
}

/* In the words of the packs: what the interfaces call in many ways. */
static const char *
translate_ended (const char *ended)
{
  const struct { const char *theirs; const char *ours; } words[] = {
    { "end_turn", "stop" }, { "stop_sequence", "stop" }, { "eos", "stop" },
    { "max_tokens", "length" }, { "model_length", "length" },
    { "model_context_window_exceeded", "length" }, { "max_output_tokens", "length" },
    { "content_filter", "safety" }, { "prohibited_content", "safety" },
    { "blocklist", "safety" }, { "spii", "safety" }, { "image_safety", "safety" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].theirs, ended))
      return words[i].ours;

  return ended;
}

/* Takes why an answer ended, which is also the sign that it did. */
gboolean
byl_reply_reader_end (BylReplyReader  *self,
                      JsonObject      *object,
                      const char      *name,
                      GError         **error)
{
  const char *ended = byl_reply_json_get_string (object, name);
  g_autofree char *lower = NULL;

  if (ended == NULL)
    return byl_reply_json_member (object, name) == NULL || byl_reply_reader_refuse (error);
  if (*ended == '\0')
    return TRUE;

  lower = g_ascii_strdown (ended, LONGEST_ENDED);
  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789_-", '-');
  g_free (self->ended);
  self->ended = g_strdup (translate_ended (lower));
  self->has_mark = TRUE;

  return TRUE;
}

/* Takes what the server says has answered; what is no name does not matter. */
void
byl_reply_reader_name (BylReplyReader *self,
                       const char     *model)
{
  g_autofree char *clean = NULL;
  g_autofree char *line = NULL;

  if (model == NULL || self->model != NULL)
    return;

  clean = byl_text_clean (model);
  line = byl_text_collapse (clean);
  if (*line != '\0' && g_utf8_strlen (line, -1) <= LONGEST_MODEL)
    self->model = g_steal_pointer (&line);
}

/* Counts grow as an answer does: the last that was told is right. */
void
byl_reply_reader_count (gint64 *tokens,
                        gint64  count)
{
  if (count >= 0)
    *tokens = count;
}

/* An object with an error in it, or an error and nothing else. */
static gboolean
is_complaint (JsonObject *object)
{
  return byl_reply_json_member (object, "error") != NULL ||
         g_strcmp0 (byl_reply_json_get_string (object, "type"), "error") == 0 ||
         g_strcmp0 (byl_reply_json_get_string (object, "object"), "error") == 0;
}

static gboolean
take_object (BylReplyReader  *self,
             JsonNode        *node,
             GError         **error)
{
  JsonObject *object = byl_reply_json_object (node);

  if (object == NULL)
    return byl_reply_reader_refuse (error);

  if (is_complaint (object))
    {
      self->complaint = json_node_copy (node);
      self->is_over = TRUE;
      return TRUE;
    }

  switch (self->interface)
    {
    case BYL_INTERFACE_ANTHROPIC:
      return byl_reply_read_anthropic (self, object, error);
    case BYL_INTERFACE_GEMINI:
      return byl_reply_read_gemini (self, object, error);
    case BYL_INTERFACE_OLLAMA:
      return byl_reply_read_ollama (self, object, error);
    case BYL_INTERFACE_OPENAI:
    default:
      return byl_reply_read_openai (self, object, error);
    }
}

/* Gemini sends its pieces as one array where it is not asked for events. */
static gboolean
take_json (BylReplyReader  *self,
           const char      *data,
           gsize            length,
           GError         **error)
{
  g_autoptr(JsonNode) node = byl_reply_json_parse (data, length);
  JsonArray *array;

  if (node == NULL && self->is_ending)
    return TRUE;

  self->n_pieces++;
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return take_object (self, node, error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array) && !self->is_over; i++)
    if (!take_object (self, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
take_piece (const char  *data,
            gsize        length,
            gpointer     user_data,
            GError     **error)
{
  BylReplyReader *self = user_data;
  gsize leading = strspn (data, " \t\n");

  data += leading;
  length -= leading;

  if (self->interface == BYL_INTERFACE_OPENAI && g_str_has_prefix (data, END_OF_EVENTS))
    {
      self->n_pieces++;
      self->has_mark = TRUE;
      self->is_over = TRUE;
      return FALSE;
    }

  return length == 0 || (take_json (self, data, length, error) && !self->is_over);
}

/* Looks at the first character: servers are not always right about what they send. */
static gboolean
find_body (BylReplyReader  *self,
           GError         **error)
{
  const char *start = self->waiting->str;
  BylStreamKind kind = self->interface == BYL_INTERFACE_OLLAMA ? BYL_STREAM_LINES
                                                               : BYL_STREAM_EVENTS;

  if (g_str_has_prefix (BYTE_ORDER_MARK, start) && strlen (start) < strlen (BYTE_ORDER_MARK))
    return TRUE;
  if (g_str_has_prefix (start, BYTE_ORDER_MARK))
    start += strlen (BYTE_ORDER_MARK);
  start += strspn (start, " \t\r\n");

  if (*start == '\0' && start == self->waiting->str + self->waiting->len)
    return TRUE;

  if (*start == '<')
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SERVER,
                           _("The server sent a web page instead of an answer. Please check its "
                             "address, and how it is asked."));
      return FALSE;
    }

  if (*start == '[' || (*start == '{' && kind == BYL_STREAM_EVENTS))
    {
      g_string_erase (self->waiting, 0, start - self->waiting->str);
      self->body = BYL_BODY_WHOLE;
      return TRUE;
    }

  self->body = BYL_BODY_STREAM;
  self->stream = byl_stream_new (kind, BYL_ASK_MAX_LINE, take_piece, self);

  return TRUE;
}

/**
 * byl_reply_reader_feed:
 * @self: a reader
 * @bytes: (array length=length): what has come
 * @length: how many bytes
 * @error: return location for an error
 *
 * Takes the next bytes of a server's body, be it a stream or one JSON object. The caller sees to it
 * that they do not go on for ever.
 *
 * Errors: %BYL_ERROR_SERVER where the body is not what the interface has; %BYL_ERROR_REPLY where
 * the answer is too long.
 *
 * Returns: whether there is more to come; %FALSE with @error set, or without where nothing of use
 *   follows: then there is a complaint, or the answer is whole
 */
gboolean
byl_reply_reader_feed (BylReplyReader  *self,
                       const char      *bytes,
                       gsize            length,
                       GError         **error)
{
  gboolean was_unknown = self->body == BYL_BODY_UNKNOWN;

  if (self->body == BYL_BODY_STREAM)
    return byl_stream_feed (self->stream, bytes, length, error);

  g_string_append_len (self->waiting, bytes, (gssize) length);
  if (was_unknown && !find_body (self, error))
    return FALSE;

  if (self->body != BYL_BODY_STREAM)
    return TRUE;

  /* What was kept until it was known what it is. */
  return byl_stream_feed (self->stream, self->waiting->str, self->waiting->len, error);
}

static gboolean
refuse_empty (BylReplyReader  *self,
              GError         **error)
{
  const char *message = _("The model’s answer is empty.");

  if (g_strcmp0 (self->ended, "refusal") == 0)
    message = _("The model refused to answer, and said nothing else.");
  else if (g_strcmp0 (self->ended, "safety") == 0)
    message = _("The provider’s filter held the answer back.");
  else if (g_strcmp0 (self->ended, "length") == 0)
    message = _("The model had used up its tokens before it began to answer. Please allow it "
                "more.");

  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_REPLY, message);

  return FALSE;
}

/* A refusal that comes apart from the answer is what the model had to say. */
static void
take_refusal (BylReplyReader *self)
{
  if (self->refusal->len == 0)
    return;

  g_string_append_len (self->text, self->refusal->str, (gssize) self->refusal->len);
  g_free (self->ended);
  self->ended = g_strdup ("refusal");
}

static gboolean
take_rest (BylReplyReader  *self,
           GError         **error)
{
  self->is_ending = TRUE;

  if (self->body == BYL_BODY_STREAM)
    return byl_stream_end (self->stream, error);

  if (self->body != BYL_BODY_WHOLE)
    return TRUE;

  if (!take_json (self, self->waiting->str, self->waiting->len, error))
    return FALSE;

  self->has_mark = self->n_pieces > 0;

  return TRUE;
}

/* JSON that cannot be read may only lack its end. */
static gboolean
is_cut (BylReplyReader *self)
{
  g_autoptr(BylProblem) problem = NULL;

  if (self->body == BYL_BODY_STREAM)
    return self->n_pieces > 0;

  problem = byl_gate_check (self->waiting->str, self->waiting->len);

  return problem != NULL && g_str_equal (problem->code, "truncated");
}

static gboolean
check_whole (BylReplyReader  *self,
             GError         **error)
{
  g_autofree char *line = NULL;

  if (!self->has_mark && self->body != BYL_BODY_UNKNOWN)
    {
      if (!is_cut (self))
        return byl_reply_reader_refuse (error);

      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_REPLY,
                           _("The answer broke off before its end."));
      return FALSE;
    }

  line = byl_text_collapse (self->text->str);

  return *line != '\0' || refuse_empty (self, error);
}

/**
 * byl_reply_reader_finish:
 * @self: a reader, of which byl_reply_reader_get_complaint() is %NULL
 * @error: return location for an error
 *
 * Makes the answer, once the server's body is at its end or nothing of use follows. When it was,
 * how long it took and what was sent is for the caller to add.
 *
 * Errors: %BYL_ERROR_REPLY where the answer is empty or was cut off; those of
 * byl_reply_reader_feed(). Where a complaint came last, %NULL is returned without an error.
 *
 * Returns: (transfer full) (nullable): the answer
 */
BylReply *
byl_reply_reader_finish (BylReplyReader  *self,
                         GError         **error)
{
  BylReply *reply;

  if (!self->is_over && !take_rest (self, error))
    return NULL;
  if (self->complaint != NULL)
    return NULL;

  take_refusal (self);
  if (!check_whole (self, error))
    return NULL;

  reply = g_new0 (BylReply, 1);
  reply->text = g_strdup (self->text->str);
  reply->reported_model = g_strdup (self->model);
  reply->ended = g_strdup (self->ended != NULL ? self->ended : "unknown");
  reply->input_tokens = self->input_tokens;
  reply->output_tokens = self->output_tokens;

  return reply;
}
