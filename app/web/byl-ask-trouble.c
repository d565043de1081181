/* byl-ask-trouble.c: what a server says when it does not answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-trouble.h"

#include "byl-error.h"
#include "byl-key.h"
#include "byl-reply-json.h"
#include "byl-retry.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_MESSAGE 300  /* characters that are shown of what a server says */
#define LONGEST_READ    4000 /* bytes of it that are looked at */

/* Words of the interfaces, not of people. */
static const char * const spent_codes[] = {
  "insufficient_quota", "billing", "insufficient_balance", "insufficient_credit", "credit_balance",
  "quota_exceeded", "budget", NULL,
};
static const char * const spent_messages[] = {
  "insufficient balance", "insufficient credit", "credit balance", "out of credits", "billing",
  "exceeded your current quota", "insufficient_quota", "spending limit",
  "used all available credits", NULL,
};

/* Some call a wrong key a bad question, with status 400. */
static const char * const key_words[] = {
  "api_key_invalid", "invalid_api_key", "api key not valid", "incorrect api key",
  "invalid api key", "invalid x-api-key", "api key is invalid", "no api key", NULL,
};

static gboolean
mentions_any (const char         *text,
              const char * const *words)
{
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* One line without what cannot be seen, without the key, and not too long. The key is taken out
 * before anything is cut, so that no half of it is left. */
static char *
make_line (const char *said,
           const char *key)
{
  g_autofree char *start = g_strndup (said, LONGEST_READ);
  g_autofree char *clean = byl_text_clean (start);
  g_autofree char *redacted = byl_key_redact (clean, key);
  g_autofree char *line = byl_text_collapse (redacted);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST_MESSAGE)
    return *line != '\0' ? g_steal_pointer (&line) : NULL;

  cut = g_utf8_substring (line, 0, LONGEST_MESSAGE);

  return g_strconcat (cut, "…", NULL);
}

/* Codes may be texts or numbers; a number that is a status of HTTP's counts as one. */
static void
take_code (BylAskTrouble *self,
           GString       *codes,
           JsonObject    *object,
           const char    *name,
           const char    *key)
{
  const char *text = byl_reply_json_get_string (object, name);
  gint64 number = byl_reply_json_get_count (object, name);

  if (text != NULL)
    {
      g_autofree char *line = make_line (text, key);
      g_autofree char *lower = line != NULL ? g_ascii_strdown (line, -1) : NULL;

      if (lower != NULL)
        g_string_append_printf (codes, "%s ", lower);
      if (strlen (text) == 3 && strspn (text, "0123456789") == 3)
        number = g_ascii_strtoll (text, NULL, 10);
    }

  if (number >= 400 && number <= 599 && (self->status == 0 || self->status == 200))
    self->status = (guint) number;
}

/* Gemini tells among the details what is wrong, and how long to wait: "34.07s". */
static void
take_details (BylAskTrouble *self,
              GString       *codes,
              JsonArray     *details,
              const char    *key)
{
  for (guint i = 0; details != NULL && i < json_array_get_length (details); i++)
    {
      JsonObject *detail = byl_reply_json_object (json_array_get_element (details, i));
      const char *delay = byl_reply_json_get_string (detail, "retryDelay");
      char *end = NULL;
      double seconds = delay != NULL && g_ascii_isdigit (*delay) ? g_ascii_strtod (delay, &end)
                                                                 : -1;

      take_code (self, codes, detail, "reason", key);
      if (end != NULL && g_str_equal (end, "s"))
        self->wait = seconds * 1000;
    }
}

/* Some give no code at all, but words that are one. */
static guint
guess_status (const char *code)
{
  const struct { const char *word; guint status; } words[] = {
    { "overloaded", 529 }, { "rate_limit", 429 }, { "resource_exhausted", 429 },
    { "too_many_requests", 429 }, { "authentication", 401 }, { "invalid_api_key", 401 },
    { "unauthenticated", 401 }, { "permission", 403 }, { "not_found", 404 },
    { "invalid_request", 400 }, { "invalid_argument", 400 }, { "unavailable", 503 },
    { "server_error", 500 }, { "api_error", 500 }, { "internal", 500 }, { "timeout", 504 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (code, words[i].word) != NULL)
      return words[i].status;

  return 0;
}

/* Those who check questions by a schema tell which member is wrong: “body.stream_options: …”. */
static char *
describe_detail (JsonObject *object)
{
  JsonArray *array = byl_reply_json_get_array (object, "detail");
  JsonObject *first = NULL;
  JsonArray *path;
  GString *text;

  if (array != NULL && json_array_get_length (array) > 0)
    first = byl_reply_json_object (json_array_get_element (array, 0));
  if (byl_reply_json_get_string (first, "msg") == NULL)
    return NULL;

  text = g_string_new (NULL);
  path = byl_reply_json_get_array (first, "loc");
  for (guint i = 0; path != NULL && i < json_array_get_length (path); i++)
    {
      JsonNode *node = json_array_get_element (path, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "",
                                json_node_get_string (node));
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "",
                          byl_reply_json_get_string (first, "msg"));

  return g_string_free (text, FALSE);
}

/* Whatever is meant for people, in any of the members that it is found in. */
static char *
find_words (JsonObject *inner)
{
  const char *said = byl_reply_json_get_string (inner, "message");
  JsonObject *deeper = byl_reply_json_get_object (inner, "message");

  if (said == NULL)
    said = byl_reply_json_get_string (inner, "detail");
  if (said != NULL)
    return g_strdup (said);

  return describe_detail (deeper != NULL ? deeper : inner);
}

/* An error is an object or a text, in a member of that name or bare. */
static void
read_trouble (BylAskTrouble *self,
              JsonObject    *object,
              const char    *key)
{
  JsonObject *inner = byl_reply_json_get_object (object, "error");
  const char * const names[] = { "code", "type", "status" };
  g_autofree char *said = NULL;
  GString *codes = g_string_new (NULL);

  if (inner == NULL)
    inner = object;
  said = find_words (inner);
  if (said == NULL)
    said = g_strdup (byl_reply_json_get_string (object, "error"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    take_code (self, codes, inner, names[i], key);
  take_details (self, codes, byl_reply_json_get_array (inner, "details"), key);

  g_free (self->code);
  self->code = g_string_free (codes, FALSE);
  if (said != NULL)
    self->message = make_line (said, key);
}

/* Gemini's quotas are for a minute or a day, and called by the same words as a spent budget: where
 * it says how long to wait, waiting helps. */
static void
judge (BylAskTrouble *self)
{
  g_autofree char *lower = self->message != NULL ? g_ascii_strdown (self->message, -1) : NULL;

  if (self->status == 0 || self->status == 200)
    self->status = guess_status (self->code);

  if ((self->status == 0 || self->status == 400) &&
      (mentions_any (self->code, key_words) || mentions_any (lower, key_words)))
    self->status = 401;

  self->is_spent = self->wait < 0 &&
                   (self->status == 402 || mentions_any (self->code, spent_codes) ||
                    mentions_any (lower, spent_messages));
}

/**
 * byl_ask_trouble_read_json:
 * @status: the HTTP status, 200 where the server began as if all was well
 * @root: (nullable): what the server said
 * @key: (nullable): the key that it was sent
 *
 * Understands what a server says when it does not answer, in any of the shapes that are in use.
 *
 * Returns: (transfer full): what went wrong
 */
BylAskTrouble *
byl_ask_trouble_read_json (guint       status,
                           JsonNode   *root,
                           const char *key)
{
  BylAskTrouble *self = g_new0 (BylAskTrouble, 1);
  JsonObject *object = byl_reply_json_object (root);

  self->status = status;
  self->code = g_strdup ("");
  self->wait = -1;

  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root) &&
      json_array_get_length (json_node_get_array (root)) > 0)
    object = byl_reply_json_object (json_array_get_element (json_node_get_array (root), 0));

  if (object != NULL)
    read_trouble (self, object, key);
  judge (self);

  return self;
}

/**
 * byl_ask_trouble_read:
 * @status: the HTTP status
 * @body: (array length=length): the body that came with it
 * @length: how many bytes
 * @key: (nullable): the key that the server was sent
 *
 * Like byl_ask_trouble_read_json(); what is no JSON, such as a page for people, says nothing.
 *
 * Returns: (transfer full): what went wrong
 */
BylAskTrouble *
byl_ask_trouble_read (guint       status,
                      const char *body,
                      gsize       length,
                      const char *key)
{
  g_autoptr(JsonNode) root = byl_reply_json_parse (body, length);

  return byl_ask_trouble_read_json (status, root, key);
}

/**
 * byl_ask_trouble_free:
 * @self: (nullable) (transfer full): what went wrong
 */
void
byl_ask_trouble_free (BylAskTrouble *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->message);
  g_free (self);
}

/**
 * byl_ask_trouble_is_passing:
 * @self: what went wrong
 *
 * Returns: whether the same question can go better in a moment; never on a spent budget
 */
gboolean
byl_ask_trouble_is_passing (const BylAskTrouble *self)
{
  return !self->is_spent && byl_retry_is_status (self->status);
}

/**
 * byl_ask_trouble_mentions:
 * @self: what went wrong
 * @word: a word of the interface, such as a parameter's name
 *
 * Returns: whether the server says the word
 */
gboolean
byl_ask_trouble_mentions (const BylAskTrouble *self,
                          const char          *word)
{
  return strstr (self->code, word) != NULL ||
         (self->message != NULL && strstr (self->message, word) != NULL);
}

static const char *
describe (const BylAskTrouble *self,
          gboolean             had_key)
{
  if (self->is_spent)
    return _("There is no credit left with this provider, or none yet. Please look at your account "
             "there.");

  switch (self->status)
    {
    case 401:
    case 403:
      return had_key ? _("The server refused the key. Please check it, and what it allows.")
                     : _("The server wants a key. Please give one.");
    case 404:
    case 405:
      return _("The server knows no such model, or has no models at this address. Please check "
               "the model’s name and the address.");
    case 413:
      return _("The question is too long for the server.");
    case 429:
      return _("The server was asked too often. Please wait a while, then try again.");
    default:
      if (self->status >= 300 && self->status < 400)
        return _("The server sends on to another address, where no question is sent by itself. "
                 "Please type the new address.");
      if (self->status >= 500)
        return _("The server has trouble of its own. Please try again later.");
      return _("The server refused the question.");
    }
}

/**
 * byl_ask_trouble_set_error:
 * @self: what went wrong
 * @had_key: whether a key was sent
 * @error: return location for the error
 *
 * Says it in a sentence, with what the server said behind it: %BYL_ERROR_KEY where it is about the
 * key, else %BYL_ERROR_SERVER.
 */
void
byl_ask_trouble_set_error (const BylAskTrouble  *self,
                           gboolean              had_key,
                           GError              **error)
{
  const char *sentence = describe (self, had_key);
  gboolean is_key = !self->is_spent && (self->status == 401 || self->status == 403);
  int code = is_key ? BYL_ERROR_KEY : BYL_ERROR_SERVER;

  if (self->message != NULL)
    g_set_error (error, BYL_ERROR, code,
                 /* Translators: a sentence on what went wrong, and a server’s own words for it */
                 _("%s It said: “%s”"), sentence, self->message);
  else if (self->status > 0)
    g_set_error (error, BYL_ERROR, code,
                 /* Translators: a sentence on what went wrong, and a number such as 503 */
                 _("%s (HTTP status %u)"), sentence, self->status);
  else
    g_set_error_literal (error, BYL_ERROR, code, sentence);
}
