/* model-server.c: a server on this machine that answers as models do, and counts
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "model-server.h"

#include "loopback.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Pieces in which an answer is sent. */
#define N_PIECES 4u

/* A question that is being answered. */
typedef struct
{
  ModelServer       *owner;
  SoupServerMessage *message;
  char              *place;   /* model and question */
  char              *text;
  ModelMood          mood;
  guint              n_sent;
  guint              timer;
  gboolean           is_open; /* the server has more to say */
} Exchange;

static char *
make_place (const char *model,
            const char *prompt)
{
  return g_strdup_printf ("%s\n%s", model, prompt);
}

static void
count_up (GHashTable *counts,
          const char *place)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));

  g_hash_table_insert (counts, g_strdup (place), GUINT_TO_POINTER (n + 1));
}

/* What a model says to a question; no two say the same, nor at the same length. */
char *
model_server_make_text (const char *model,
                        const char *prompt)
{
  g_autofree char *filler = g_strnfill (g_str_hash (model) % 97 + 20, '.');

  return g_strdup_printf ("Reply %08x of “%s”: %s", g_str_hash (model), prompt, filler);
}

/* Counted when the last of it is said: who asked may ask on before the connection knows. */
static void
close_exchange (Exchange *exchange)
{
  exchange->owner->n_open -= exchange->is_open;
  exchange->is_open = FALSE;
}

static void
set_error (Exchange   *exchange,
           guint       status,
           const char *type)
{
  g_autofree char *body = g_strdup_printf (
    "{\"error\": {\"message\": \"No: %s\", \"type\": \"%s\", \"code\": \"%s\"}}",
    exchange->owner->key != NULL ? exchange->owner->key : "nothing", type, type);

  close_exchange (exchange);
  soup_server_message_set_status (exchange->message, status, NULL);
  soup_server_message_set_response (exchange->message, "application/json", SOUP_MEMORY_COPY, body,
                                    strlen (body));
}

static void
add_event (Exchange   *exchange,
           const char *text)
{
  g_autoptr(JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = json_to_string (node, FALSE);
  g_autofree char *event = g_strdup_printf (
    "data: {\"model\": \"reported\", \"choices\": [{\"index\": 0, \"delta\": {\"content\": %s}}]}"
    "\n\n", quoted);

  soup_message_body_append (soup_server_message_get_response_body (exchange->message),
                            SOUP_MEMORY_COPY, event, strlen (event));
}

static void
add_end (Exchange *exchange)
{
  static const char end[] =
    "data: {\"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"stop\"}]}\n\n"
    "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 9}}\n\n"
    "data: [DONE]\n\n";

  soup_message_body_append (soup_server_message_get_response_body (exchange->message),
                            SOUP_MEMORY_STATIC, end, strlen (end));
}

/* The connection of one that is stopped does not always say that it is finished. */
static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  close_exchange (exchange);
  g_clear_handle_id (&exchange->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_object_unref (exchange->message);
  g_free (exchange->place);
  g_free (exchange->text);
  g_free (exchange);
}

static void
finished_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  Exchange *exchange = user_data;

  g_ptr_array_remove_fast (exchange->owner->exchanges, exchange);
}

/* The letters of a text that a piece has; cut anywhere but inside of one. */
static char *
make_piece (const char *text,
            guint       piece)
{
  glong length = g_utf8_strlen (text, -1);

  return g_utf8_substring (text, length * piece / N_PIECES, length * (piece + 1) / N_PIECES);
}

static gboolean
send_cb (gpointer user_data)
{
  Exchange *exchange = user_data;
  g_autofree char *piece = make_piece (exchange->text, exchange->n_sent++);
  gboolean is_last = exchange->n_sent == N_PIECES;

  add_event (exchange, piece);
  if (is_last || (exchange->mood == MODEL_IS_CUT && exchange->n_sent == 2))
    {
      if (exchange->mood != MODEL_IS_CUT)
        {
          add_end (exchange);
          count_up (exchange->owner->answered, exchange->place);
        }
      close_exchange (exchange);
      soup_message_body_complete (soup_server_message_get_response_body (exchange->message));
      exchange->timer = 0;
      soup_server_message_unpause (exchange->message);
      return G_SOURCE_REMOVE;
    }

  soup_server_message_unpause (exchange->message);
  return G_SOURCE_CONTINUE;
}

static void
begin_answer (Exchange   *exchange,
              const char *model)
{
  gpointer slow = NULL;
  guint delay = exchange->owner->delay;

  if (g_hash_table_lookup_extended (exchange->owner->slow, model, NULL, &slow))
    delay = GPOINTER_TO_UINT (slow);

  soup_server_message_set_status (exchange->message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_content_type (
    soup_server_message_get_response_headers (exchange->message), "text/event-stream", NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (exchange->message),
                                     SOUP_ENCODING_CHUNKED);
  soup_server_message_pause (exchange->message);
  exchange->timer = g_timeout_add (delay / N_PIECES, send_cb, exchange);
}

static void
answer (Exchange   *exchange,
        const char *model,
        const char *prompt)
{
  gboolean is_first = model_server_count (exchange->owner->asked, model, prompt) == 1;

  switch (exchange->mood)
    {
    case MODEL_REFUSES_KEY:
      set_error (exchange, 401, "invalid_api_key");
      return;

    case MODEL_IS_BROKE:
      set_error (exchange, 402, "insufficient_quota");
      return;

    case MODEL_FAILS:
      set_error (exchange, 500, "server_error");
      return;

    case MODEL_IS_MISSING:
      set_error (exchange, 404, "model_not_found");
      return;

    case MODEL_FAILS_ONCE:
      if (is_first)
        {
          set_error (exchange, 500, "server_error");
          return;
        }
      break;

    case MODEL_BETRAYS:
      g_free (exchange->text);
      exchange->text = g_strdup_printf ("The key is %s.", exchange->owner->key);
      break;

    case MODEL_ANSWERS:
    case MODEL_IS_CUT:
    default:
      break;
    }

  begin_answer (exchange, model);
}

static const char *
find_prompt (JsonObject *object)
{
  JsonArray *messages = json_object_get_array_member (object, "messages");
  guint n = json_array_get_length (messages);

  return json_object_get_string_member (json_array_get_object_element (messages, n - 1),
                                        "content");
}

static void
take_key (ModelServer       *self,
          SoupServerMessage *message)
{
  const char *sent = soup_message_headers_get_one (
    soup_server_message_get_request_headers (message), "Authorization");

  g_free (self->key);
  self->key = sent != NULL && g_str_has_prefix (sent, "Bearer ") ? g_strdup (sent + 7) : NULL;
}

static void
chat_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  ModelServer *self = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (root);
  const char *model = json_object_get_string_member (object, "model");
  const char *prompt = find_prompt (object);
  Exchange *exchange = g_new0 (Exchange, 1);

  take_key (self, message);
  exchange->owner = self;
  exchange->message = g_object_ref (message);
  exchange->place = make_place (model, prompt);
  exchange->text = model_server_make_text (model, prompt);
  exchange->mood = GPOINTER_TO_INT (g_hash_table_lookup (self->moods, model));

  self->n_asked++;
  self->n_open++;
  exchange->is_open = TRUE;
  self->max_open = MAX (self->max_open, self->n_open);
  count_up (self->asked, exchange->place);
  g_ptr_array_add (self->exchanges, exchange);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), exchange);
  answer (exchange, model, prompt);
}

ModelServer *
model_server_start (void)
{
  ModelServer *self = g_new0 (ModelServer, 1);

  self->server = loopback_start ();
  self->exchanges = g_ptr_array_new_with_free_func (exchange_free);
  self->moods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->slow = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  soup_server_add_handler (self->server, "/v1/chat/completions", chat_cb, self, NULL);

  return self;
}

void
model_server_stop (ModelServer *self)
{
  g_ptr_array_unref (self->exchanges);
  loopback_stop (self->server);
  g_hash_table_unref (self->moods);
  g_hash_table_unref (self->slow);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->answered);
  g_free (self->key);
  g_free (self);
}

char *
model_server_get_address (ModelServer *self)
{
  return loopback_address (self->server, "/v1");
}

void
model_server_set_mood (ModelServer *self,
                       const char  *model,
                       ModelMood    mood)
{
  g_hash_table_insert (self->moods, g_strdup (model), GINT_TO_POINTER (mood));
}

/* How long one model takes, in place of the server's delay. */
void
model_server_set_delay (ModelServer *self,
                        const char  *model,
                        guint        milliseconds)
{
  g_hash_table_insert (self->slow, g_strdup (model), GUINT_TO_POINTER (milliseconds));
}

guint
model_server_count (GHashTable *counts,
                    const char *model,
                    const char *prompt)
{
  g_autofree char *place = make_place (model, prompt);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, place));
}
