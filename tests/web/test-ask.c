/* test-ask.c: questions in the words of four interfaces, and their answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "asking.h"
#include "byl-error.h"

#include <string.h>

#define OPENAI BYL_INTERFACE_OPENAI
#define ANTHROPIC BYL_INTERFACE_ANTHROPIC
#define GEMINI BYL_INTERFACE_GEMINI
#define OLLAMA BYL_INTERFACE_OLLAMA

#define EVENTS "text/event-stream"

static const char * const good[] = {
  [OPENAI] = "data: {\"choices\":[{\"delta\":{\"content\":\"Pene\"}}]}\n\n"
             "data: {\"choices\":[{\"delta\":{\"content\":\"lope\"},\"finish_reason\":\"stop\"}]}"
             "\n\ndata: [DONE]\n\n",
  [ANTHROPIC] = "data: {\"type\":\"message_start\",\"message\":{\"content\":[]}}\n\n"
                "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\","
                "\"text\":\"Penelope\"}}\n\n"
                "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\n\n"
                "data: {\"type\":\"message_stop\"}\n\n",
  [GEMINI] = "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Penelope\"}]},"
             "\"finishReason\":\"STOP\"}]}\r\n\r\n",
  [OLLAMA] = "{\"message\":{\"content\":\"Penelope\"},\"done\":false}\n"
             "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\n",
};

static JsonObject *
parse_object (const char *json)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);

  return json_object_ref (json_node_get_object (node));
}

/* Asks one that answers well, and gives back what it was asked. */
static char *
ask_once (Asking *asking)
{
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, "x-strange/x-type", good[asking->provider.interface]);
  reply = asking_ask (asking);
  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Penelope");

  return raw_server_dup_asked (asking->server, raw_server_get_n (asking->server) - 1);
}

static void
assert_body (const char *asked,
             const char *json)
{
  const char *end = strstr (asked, "\r\n\r\n");
  g_autoptr(JsonNode) is = NULL;
  g_autoptr(JsonNode) should_be = json_from_string (json, NULL);

  g_assert_nonnull (end);
  g_assert_nonnull (should_be);
  is = json_from_string (end + 4, NULL);
  if (!json_node_equal (is, should_be))
    g_test_message ("%s", end);
  g_assert_true (json_node_equal (is, should_be));
}

static void
test_a_plain_question_has_nothing_in_it_that_is_not_set (void)
{
  const struct { BylInterface interface; const char *line; const char *body; } cases[] = {
    { OPENAI, "POST /v1/chat/completions HTTP/1.1\r\n",
      "{\"model\":\"penelope-1\",\"messages\":[{\"role\":\"user\",\"content\":"
      "\"Who weaves by day?\"}],\"stream\":true,\"stream_options\":{\"include_usage\":true}}" },
    { ANTHROPIC, "POST /v1/messages HTTP/1.1\r\n",
      "{\"model\":\"penelope-1\",\"messages\":[{\"role\":\"user\",\"content\":"
      "\"Who weaves by day?\"}],\"stream\":true,\"max_tokens\":8192}" },
    { GEMINI, "POST /v1beta/models/penelope-1:streamGenerateContent?alt=sse HTTP/1.1\r\n",
      "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Who weaves by day?\"}]}]}" },
    { OLLAMA, "POST /api/chat HTTP/1.1\r\n",
      "{\"model\":\"penelope-1\",\"messages\":[{\"role\":\"user\",\"content\":"
      "\"Who weaves by day?\"}],\"stream\":true}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (cases[i].interface);
      g_autofree char *asked = ask_once (asking);

      g_assert_true (g_str_has_prefix (asked, cases[i].line));
      g_assert_null (strstr (asked, "Authorization"));
      g_assert_null (strstr (asked, "api-key"));
      assert_body (asked, cases[i].body);
    }
}

static void
test_parameters_bear_the_names_of_the_interface (void)
{
  const struct { BylInterface interface; const char *body; const char *sent; } cases[] = {
    { OPENAI,
      "{\"model\":\"penelope-1\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
      "{\"role\":\"user\",\"content\":\"Who weaves by day?\"}],\"stream\":true,\"stream_options\":"
      "{\"include_usage\":true},\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,"
      "\"max_tokens\":100,\"seed\":7,\"stop\":\"END\",\"think\":false}",
      "{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":100,\"seed\":7,"
      "\"stop\":\"END\",\"think\":false}" },
    { ANTHROPIC,
      "{\"model\":\"penelope-1\",\"system\":\"Be brief.\",\"messages\":[{\"role\":\"user\","
      "\"content\":\"Who weaves by day?\"}],\"stream\":true,\"temperature\":0.5,\"top_p\":0.9,"
      "\"top_k\":40,\"max_tokens\":100,\"stop_sequences\":[\"END\"],\"think\":false}",
      "{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":100,\"stop\":\"END\","
      "\"think\":false}" },
    { GEMINI,
      "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief.\"}]},\"contents\":[{\"role\":"
      "\"user\",\"parts\":[{\"text\":\"Who weaves by day?\"}]}],\"generationConfig\":"
      "{\"temperature\":0.5,\"topP\":0.9,\"topK\":40,\"maxOutputTokens\":100,\"seed\":7,"
      "\"stopSequences\":[\"END\"],\"think\":false}}",
      "{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":100,\"seed\":7,"
      "\"stop\":\"END\",\"think\":false}" },
    { OLLAMA,
      "{\"model\":\"penelope-1\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
      "{\"role\":\"user\",\"content\":\"Who weaves by day?\"}],\"stream\":true,\"options\":"
      "{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"num_predict\":100,\"seed\":7,"
      "\"stop\":\"END\"},\"think\":false}",
      "{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":100,\"seed\":7,"
      "\"stop\":\"END\",\"think\":false}" },
  };
  g_autoptr(JsonObject) parameters =
    parse_object ("{\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"max_tokens\":100,\"seed\":7,"
                  "\"stop\":\"END\",\"think\":false,\"model\":\"other\",\"messages\":[],"
                  "\"stream\":false,\"contents\":1,\"nothing\":null}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (cases[i].interface);
      g_autoptr(JsonObject) sent = parse_object (cases[i].sent);
      g_autoptr(JsonNode) should_be = json_node_init_object (json_node_alloc (), sent);
      g_autoptr(JsonNode) is = NULL;
      g_autoptr(BylReply) reply = NULL;
      g_autofree char *asked = NULL;

      asking->query.parameters = parameters;
      asking->query.system = "Be brief.";
      raw_server_say_body (asking->server, EVENTS, good[cases[i].interface]);
      reply = asking_ask (asking);
      g_assert_no_error (asking->error);
      asked = raw_server_dup_asked (asking->server, 0);
      assert_body (asked, cases[i].body);
      is = json_node_init_object (json_node_alloc (), reply->parameters);
      g_assert_true (json_node_equal (is, should_be));
    }
}

static void
test_each_interface_has_its_own_header_for_the_key (void)
{
  const struct { BylInterface interface; const char *header; } cases[] = {
    { OPENAI, "\r\nAuthorization: Bearer sk-made-up\r\n" },
    { ANTHROPIC, "\r\nx-api-key: sk-made-up\r\n" },
    { GEMINI, "\r\nx-goog-api-key: sk-made-up\r\n" },
    { OLLAMA, "\r\nAuthorization: Bearer sk-made-up\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (cases[i].interface);
      g_autofree char *asked = NULL;

      asking->query.key = " \n sk-made-up\t\r\n";
      asked = ask_once (asking);
      g_assert_nonnull (strstr (asked, cases[i].header));
      g_assert_cmpint (strstr (asked, "sk-made-up") - asked, <, strstr (asked, "\r\n\r\n") - asked);
      g_assert_null (strstr (strstr (asked, "sk-made-up") + 1, "sk-made-up"));
      g_assert_true ((strstr (asked, "anthropic-version: 2023-06-01") != NULL) ==
                     (cases[i].interface == ANTHROPIC));
    }
}

static void
test_a_model_may_be_called_anything (void)
{
  const struct { const char *model; const char *line; } cases[] = {
    { "models/penelope-1", "POST /v1beta/models/penelope-1:stream" },
    { "tunedModels/mine", "POST /v1beta/tunedModels/mine:stream" },
    { "a b?c#d%e", "POST /v1beta/models/a%20b%3Fc%23d%25e:stream" },
    { "é", "POST /v1beta/models/%C3%A9:stream" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (GEMINI);
      g_autofree char *asked = NULL;

      asking->query.model = cases[i].model;
      asked = ask_once (asking);
      g_assert_true (g_str_has_prefix (asked, cases[i].line));
    }
}

static void
test_an_answer_says_how_it_came_about (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);
  g_autoptr(BylReply) reply = NULL;
  g_autoptr(BylReply) copy = NULL;
  g_autoptr(GDateTime) date = NULL;
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  raw_server_say_status (asking->server, 503, "", "");
  raw_server_say_body (asking->server, EVENTS, good[OPENAI]);
  reply = asking_ask (asking);
  copy = byl_reply_copy (reply);
  date = g_date_time_new_from_iso8601 (copy->date, utc);

  g_assert_no_error (asking->error);
  g_assert_cmpuint (copy->n_tries, ==, 2);
  g_assert_cmpfloat (copy->seconds, >=, 0);
  g_assert_cmpfloat (copy->seconds, <, 60);
  g_assert_nonnull (date);
  g_assert_null (copy->parameters);
  g_assert_cmpstr (copy->text, ==, "Penelope");
}

static void
test_progress_tells_lengths_alone (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, EVENTS, good[OPENAI]);
  raw_server_drip (asking->server, 1);
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpuint (asking->progress->len, ==, 2);
  g_assert_cmpuint (g_array_index (asking->progress, guint, 0), ==, 4);
  g_assert_cmpuint (g_array_index (asking->progress, guint, 1), ==, 8);
}

static void
test_what_a_server_does_not_know_is_left_out (void)
{
  const struct { const char *complaint; const char *without; const char *with; } cases[] = {
    { "{\"error\":{\"message\":\"Unknown field: stream_options\"}}", "stream_options",
      "\"stream\":true" },
    { "{\"detail\":\"include_usage: extra fields not permitted\"}", "stream_options",
      "\"stream\":true" },
    { "{\"error\":{\"message\":\"stream is not supported\",\"code\":400}}", "\"stream\":true",
      "\"stream\":false" },
    { "{\"error\":{\"message\":\"Unsupported parameter. Use 'max_completion_tokens' instead.\"}}",
      "max_tokens", "\"max_completion_tokens\":9" },
  };
  g_autoptr(JsonObject) parameters = parse_object ("{\"max_tokens\":9}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (OPENAI);
      g_autofree char *asked = NULL;

      asking->query.parameters = parameters;
      raw_server_say_status (asking->server, 400, "", cases[i].complaint);
      asked = ask_once (asking);
      g_assert_cmpuint (raw_server_get_n (asking->server), ==, 2);
      g_assert_null (strstr (asked, cases[i].without));
      g_assert_nonnull (strstr (asked, cases[i].with));
    }
}

static void
test_a_provider_may_call_lengths_otherwise_at_its_own_address (void)
{
  g_autoptr(JsonObject) parameters = parse_object ("{\"max_tokens\":9}");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(Asking) asking = asking_new (OPENAI);
      g_autofree char *asked = NULL;

      asking->provider.new_length = TRUE;
      asking->query.parameters = parameters;
      asking->query.address = asking->address;
      if (i == 1)
        asking->provider.address = (char *) "https://api.example.org/v1";
      asked = ask_once (asking);
      g_assert_nonnull (strstr (asked, i == 0 ? "\"max_completion_tokens\":9"
                                              : "\"max_tokens\":9"));
    }
}

static void
test_a_server_that_knows_nothing_is_not_asked_for_ever (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);

  raw_server_say_status (asking->server, 400, "",
                         "{\"error\":\"stream_options stream max_completion_tokens\"}");
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_SERVER);
  g_assert_cmpuint (raw_server_get_n (asking->server), ==, 4);
}

static void
test_an_answer_that_is_not_streamed_is_read_as_well (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, "application/json",
                       "{\n \"model\": \"penelope-1-b\",\n \"choices\": [{\"message\": {\"role\": "
                       "\"assistant\", \"content\": \"Penelope\"}, \"finish_reason\": \"stop\"}],\n"
                       " \"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 2}\n}\n");
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Penelope");
  g_assert_cmpstr (reply->reported_model, ==, "penelope-1-b");
  g_assert_cmpint (reply->output_tokens, ==, 2);
}

typedef struct
{
  guint n_replies;
  guint n_cancelled;
} Counted;

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Counted *counted = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylReply) reply = byl_ask_finish (SOUP_SESSION (source), result, &error);

  if (reply != NULL)
    g_assert_cmpstr (reply->text, ==, "Penelope");
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  counted->n_replies += reply != NULL;
  counted->n_cancelled += reply == NULL;
}

static void
test_many_are_asked_at_once_and_cancelled_at_once (void)
{
  const guint n = 24;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(Asking) asking = asking_new (OPENAI);
      Counted counted = { 0, 0 };

      raw_server_say_body (asking->server, EVENTS, good[OPENAI]);
      if (i == 1)
        raw_server_drip (asking->server, 20);
      for (guint j = 0; j < n; j++)
        byl_ask_async (asking->session, &asking->query, NULL, NULL, asking->cancellable, count_cb,
                       &counted);
      while (i == 1 && raw_server_get_n (asking->server) == 0)
        g_main_context_iteration (NULL, TRUE);
      if (i == 1)
        g_cancellable_cancel (asking->cancellable);
      while (counted.n_replies + counted.n_cancelled < n)
        g_main_context_iteration (NULL, TRUE);

      g_assert_cmpuint (counted.n_replies, ==, i == 0 ? n : 0);
      g_assert_cmpuint (raw_server_get_n (asking->server), <=, i == 0 ? n : 4);
    }
}

static void
test_an_address_of_a_query_goes_before_the_one_of_the_provider (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);
  g_autofree char *address = raw_server_address (asking->server, "/some/v7/chat/completions/ ");
  g_autofree char *asked = NULL;

  asking->provider.address = (char *) "http://127.0.0.1:1/";
  asking->query.address = address;
  asked = ask_once (asking);
  g_assert_true (g_str_has_prefix (asked, "POST /some/v7/chat/completions HTTP"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ask/a-plain-question-has-nothing-in-it-that-is-not-set",
                   test_a_plain_question_has_nothing_in_it_that_is_not_set);
  g_test_add_func ("/ask/parameters-bear-the-names-of-the-interface",
                   test_parameters_bear_the_names_of_the_interface);
  g_test_add_func ("/ask/each-interface-has-its-own-header-for-the-key",
                   test_each_interface_has_its_own_header_for_the_key);
  g_test_add_func ("/ask/a-model-may-be-called-anything", test_a_model_may_be_called_anything);
  g_test_add_func ("/ask/an-answer-says-how-it-came-about", test_an_answer_says_how_it_came_about);
  g_test_add_func ("/ask/progress-tells-lengths-alone", test_progress_tells_lengths_alone);
  g_test_add_func ("/ask/what-a-server-does-not-know-is-left-out",
                   test_what_a_server_does_not_know_is_left_out);
  g_test_add_func ("/ask/a-provider-may-call-lengths-otherwise-at-its-own-address",
                   test_a_provider_may_call_lengths_otherwise_at_its_own_address);
  g_test_add_func ("/ask/a-server-that-knows-nothing-is-not-asked-for-ever",
                   test_a_server_that_knows_nothing_is_not_asked_for_ever);
  g_test_add_func ("/ask/an-answer-that-is-not-streamed-is-read-as-well",
                   test_an_answer_that_is_not_streamed_is_read_as_well);
  g_test_add_func ("/ask/many-are-asked-at-once-and-cancelled-at-once",
                   test_many_are_asked_at_once_and_cancelled_at_once);
  g_test_add_func ("/ask/an-address-of-a-query-goes-before-the-one-of-the-provider",
                   test_an_address_of_a_query_goes_before_the_one_of_the_provider);

  return g_test_run ();
}
