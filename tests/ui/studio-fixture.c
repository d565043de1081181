/* studio-fixture.c: a server with models that answer well, slowly or not at all, and a page for it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "studio-fixture.h"

#include "loopback.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const questions[] =
{
  "How long should green tea steep, and why does it turn bitter?",
  "My neighbour plays the trumpet at six in the morning. What do I say to him?",
  "Explain to a child of eight why the moon does not fall down.",
  "Which of two job offers should I take: more money, or a shorter way to work?",
  "Write the first two sentences of a story that begins in a lighthouse.",
  "What is the difference between a fugue and a canon?",
  "I have eggs, rice and half a cabbage. What is for dinner?",
  "Is it rude to leave a party without saying goodbye?",
  "How do I get a red wine stain out of a wool carpet?",
  "Name three good reasons to learn a language that few people speak.",
};

/* A line of the stream, as OpenAI's interface has it. */
static char *
make_chunk (const char *text)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "choices");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "index");
  json_builder_add_int_value (builder, 0);
  json_builder_set_member_name (builder, "delta");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "finish_reason");
  json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);

  return g_strdup_printf ("data: %s\n\n", json);
}

static char *
make_text (const char *model,
           guint       n_asked)
{
  GString *text = g_string_new (NULL);
  guint n = g_str_equal (model, STUDIO_LONG) ? 14 + n_asked % 9 : 3 + n_asked % 4;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s, sentence %u of answer %u says something of its own. ",
                            g_str_equal (model, STUDIO_LONG) ? "At great length" : "In short",
                            i + 1, n_asked);

  return g_string_free (text, FALSE);
}

static void
refuse (SoupServerMessage *message,
        guint              status,
        const char        *sentence)
{
  g_autofree char *json = g_strdup_printf ("{\"error\":{\"message\":\"%s\"}}", sentence);

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json,
                                    strlen (json));
}

static void
stream (SoupServerMessage *message,
        const char        *model,
        guint              n_asked)
{
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *text = make_text (model, n_asked);
  g_autofree char *chunk = make_chunk (text);
  const char *end =
    "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
    "data: [DONE]\n\n";

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  soup_message_headers_set_content_type (headers, "text/event-stream", NULL);
  soup_message_body_append (body, SOUP_MEMORY_COPY, chunk, strlen (chunk));

  /* A body that is not complete keeps the one who asks waiting. */
  if (g_str_equal (model, STUDIO_SLOW))
    return;

  soup_message_body_append (body, SOUP_MEMORY_STATIC, end, strlen (end));
  soup_message_body_complete (body);
}

static void
chat_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr(JsonParser) parser = json_parser_new ();
  guint n_asked = studio_fixture_count_asked (server);
  const char *model;

  g_object_set_data (G_OBJECT (server), "asked", GUINT_TO_POINTER (n_asked + 1));
  g_object_set_data_full (G_OBJECT (server), "header",
                          g_strdup (soup_message_headers_get_one (headers, "Authorization")),
                          g_free);

  if (!json_parser_load_from_data (parser, body->data, body->length, NULL))
    {
      refuse (message, SOUP_STATUS_BAD_REQUEST, "This is no JSON.");
      return;
    }

  model = json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)),
                                         "model");

  if (g_str_equal (model, STUDIO_BROKEN))
    refuse (message, SOUP_STATUS_NOT_FOUND, "There is no such model.");
  else
    stream (message, model, n_asked);
}

static void
models_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  static const char json[] = "{\"object\":\"list\",\"data\":[{\"id\":\"" STUDIO_QUICK "\"},"
                             "{\"id\":\"" STUDIO_LONG "\"},{\"id\":\"" STUDIO_SLOW "\"},"
                             "{\"id\":\"" STUDIO_BROKEN "\"}]}";

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, json,
                                    strlen (json));
}

/**
 * studio_fixture_start_server:
 *
 * Returns: (transfer full): a server on this machine, for loopback_stop()
 */
SoupServer *
studio_fixture_start_server (void)
{
  SoupServer *server = loopback_start ();

  soup_server_add_handler (server, "/v1/chat/completions", chat_cb, NULL, NULL);
  soup_server_add_handler (server, "/v1/models", models_cb, NULL, NULL);

  return server;
}

/**
 * studio_fixture_count_asked:
 * @server: a server
 *
 * Returns: how many questions have been put to its models
 */
guint
studio_fixture_count_asked (SoupServer *server)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (server), "asked"));
}

/**
 * studio_fixture_dup_header:
 * @server: a server
 *
 * Returns: (transfer full) (nullable): what the last question was authorised with
 */
char *
studio_fixture_dup_header (SoupServer *server)
{
  return g_strdup (g_object_get_data (G_OBJECT (server), "header"));
}

/**
 * studio_fixture_dup_questions:
 * @n: how many, up to 10
 *
 * Returns: (transfer full): as many questions, one a line
 */
char *
studio_fixture_dup_questions (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n", questions[i]);

  return g_string_free (text, FALSE);
}

/**
 * studio_fixture_new_providers:
 * @server: a server
 *
 * Returns: (transfer full) (element-type BylProvider): one that wants a key, and one that is here
 */
GPtrArray *
studio_fixture_new_providers (SoupServer *server)
{
  GPtrArray *providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free);
  BylProvider *paid = g_new0 (BylProvider, 1);
  BylProvider *here = g_new0 (BylProvider, 1);

  paid->id = g_strdup ("paid");
  paid->name = g_strdup ("Paid Models");
  paid->address = g_strdup ("https://models.example/v1");
  paid->key_page = g_strdup ("https://models.example/keys");
  paid->needs_key = TRUE;
  paid->parallel = 2;
  paid->models = g_ptr_array_new ();
  here->id = g_strdup ("here");
  here->name = g_strdup ("A Server Here");
  here->address = loopback_address (server, "/v1");
  here->parallel = 4;
  here->models = g_ptr_array_new ();
  g_ptr_array_add (providers, paid);
  g_ptr_array_add (providers, here);

  return providers;
}

/**
 * studio_fixture_new_plan:
 * @server: a server
 * @n_questions: how many questions, up to 10
 * @models: its models that are asked, and %STUDIO_PASTED
 *
 * Returns: (transfer full): a plan
 */
BylRecordingPlan *
studio_fixture_new_plan (SoupServer         *server,
                         guint               n_questions,
                         const char * const *models)
{
  BylRecordingPlan *plan = byl_recording_plan_new ("Ten questions of mine", "en");

  for (guint i = 0; i < n_questions; i++)
    g_ptr_array_add (plan->questions, byl_question_line_new (questions[i], NULL, i + 1));

  for (guint i = 0; models[i] != NULL; i++)
    {
      BylRecordingWriter *writer = byl_recording_writer_new (models[i]);

      writer->pasted = g_str_equal (models[i], STUDIO_PASTED);
      if (!writer->pasted)
        {
          writer->provider = g_strdup ("here");
          writer->address = loopback_address (server, "/v1");
          writer->model = g_strdup (models[i]);
        }

      g_ptr_array_add (plan->writers, writer);
    }

  return plan;
}

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * studio_fixture_wait:
 * @milliseconds: how long
 *
 * Lets the program go on for a while.
 */
void
studio_fixture_wait (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);

  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * studio_fixture_find:
 * @root: where to look
 * @type: what to look for
 *
 * Returns: (transfer none) (nullable): the first widget of the type
 */
gpointer
studio_fixture_find (gpointer root,
                     GType    type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = studio_fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
