/* test-model-list.c: which models servers say that they have
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

static void
test_a_server_without_a_list_is_no_server_without_models (void)
{
  const struct { guint status; const char *body; int code; } cases[] = {
    { 404, "", BYL_ERROR_SERVER },
    { 405, "{}", BYL_ERROR_SERVER },
    { 501, "", BYL_ERROR_SERVER },
    { 200, "<html>Welcome</html>", BYL_ERROR_SERVER },
    { 200, "", BYL_ERROR_SERVER },
    { 200, "{}", BYL_ERROR_SERVER },
    { 200, "{\"data\":7}", BYL_ERROR_SERVER },
    { 200, "{\"data\":[", BYL_ERROR_SERVER },
    { 401, "{\"error\":{\"message\":\"no\"}}", BYL_ERROR_KEY },
    { 403, "", BYL_ERROR_KEY },
    { 429, "", BYL_ERROR_SERVER },
    { 500, "", BYL_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint interface = 0; interface <= OLLAMA; interface++)
      {
        g_autoptr(Asking) asking = asking_new (interface);

        raw_server_say_status (asking->server, cases[i].status, "", cases[i].body);
        g_assert_null (asking_list (asking));
        g_assert_error (asking->error, BYL_ERROR, cases[i].code);
        g_assert_cmpuint (raw_server_get_n (asking->server), ==, 1);
      }
}

static void
test_models_are_listed_as_the_server_calls_them (void)
{
  const struct { BylInterface interface; const char *line; const char *body;
                 const char *ids; } cases[] = {
    { OPENAI, "GET /v1/models HTTP/1.1\r\n",
      "{\"object\":\"list\",\"data\":[{\"id\":\"penelope-1\"},{\"id\":\"circe/2:free\"}]}",
      "penelope-1 circe/2:free" },
    { OPENAI, "GET /v1/models HTTP/1.1\r\n", "[{\"id\":\"penelope-1\"}]", "penelope-1" },
    { OPENAI, "GET /v1/models HTTP/1.1\r\n",
      "{\"models\":[{\"name\":\"penelope-1\"}]}", "penelope-1" },
    { OPENAI, "GET /v1/models HTTP/1.1\r\n",
      "{\"data\":[7,{},{\"id\":7},{\"id\":\"\"},{\"id\":\"two words\"},{\"id\":\"a\\nb\"},"
      "{\"id\":\"circe\"},{\"id\":\"circe\"},null,[]]}", "circe" },
    { OPENAI, "GET /v1/models HTTP/1.1\r\n", "{\"data\":[]}", "" },
    { ANTHROPIC, "GET /v1/models?limit=1000 HTTP/1.1\r\n",
      "{\"data\":[{\"type\":\"model\",\"id\":\"penelope-1\",\"display_name\":\"Penelope\"}],"
      "\"has_more\":false,\"last_id\":\"penelope-1\"}", "penelope-1" },
    { GEMINI, "GET /v1beta/models?pageSize=1000 HTTP/1.1\r\n",
      "{\"models\":[{\"name\":\"models/penelope-1\",\"supportedGenerationMethods\":"
      "[\"countTokens\",\"generateContent\"]},{\"name\":\"models/loom\","
      "\"supportedGenerationMethods\":[\"embedContent\"]},{\"name\":\"models/circe\"}]}",
      "penelope-1 circe" },
    { OLLAMA, "GET /api/tags HTTP/1.1\r\n",
      "{\"models\":[{\"name\":\"penelope:7b\",\"model\":\"penelope:7b\",\"size\":7}]}",
      "penelope:7b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (cases[i].interface);
      g_auto(GStrv) ids = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *asked = NULL;

      raw_server_say_status (asking->server, 200, "", cases[i].body);
      ids = asking_list (asking);
      g_assert_no_error (asking->error);
      joined = g_strjoinv (" ", ids);
      g_assert_cmpstr (joined, ==, cases[i].ids);
      asked = raw_server_dup_asked (asking->server, 0);
      g_assert_true (g_str_has_prefix (asked, cases[i].line));
    }
}

static void
test_a_few_pages_are_turned (void)
{
  g_autoptr(Asking) gemini = asking_new (GEMINI);
  g_autoptr(Asking) anthropic = asking_new (ANTHROPIC);
  g_auto(GStrv) ids = NULL;
  g_auto(GStrv) more = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other = NULL;

  raw_server_say_status (gemini->server, 200, "",
                         "{\"models\":[{\"name\":\"models/a\"}],\"nextPageToken\":\"x&y=\"}");
  raw_server_say_status (gemini->server, 200, "", "{\"models\":[{\"name\":\"models/b\"}]}");
  ids = asking_list (gemini);
  g_assert_no_error (gemini->error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  second = raw_server_dup_asked (gemini->server, 1);
  g_assert_nonnull (strstr (second, "?pageSize=1000&pageToken=x%26y%3D HTTP"));

  raw_server_say_status (anthropic->server, 200, "",
                         "{\"data\":[{\"id\":\"a\"}],\"has_more\":true,\"last_id\":\"a\"}");
  more = asking_list (anthropic);
  g_assert_no_error (anthropic->error);
  g_assert_cmpuint (g_strv_length (more), ==, 1);
  g_assert_cmpuint (raw_server_get_n (anthropic->server), ==, 5);
  other = raw_server_dup_asked (anthropic->server, 4);
  g_assert_nonnull (strstr (other, "?limit=1000&after_id=a HTTP"));
}

static void
test_an_address_that_is_the_one_of_questions_has_models_beside_it (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);
  g_autofree char *address = raw_server_address (asking->server, "/chat/completions");
  g_autofree char *asked = NULL;
  g_auto(GStrv) ids = NULL;

  raw_server_say_status (asking->server, 200, "", "{\"data\":[]}");
  asking->query.address = address;
  ids = asking_list (asking);
  asked = raw_server_dup_asked (asking->server, 0);
  g_assert_true (g_str_has_prefix (asked, "GET /models HTTP"));
}

static void
test_an_endless_list_is_stopped (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);

  raw_server_say (asking->server, "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"id\":\"", -1);
  raw_server_flood (asking->server, 200 * 1024 * 1024);
  g_assert_null (asking_list (asking));
  g_assert_error (asking->error, BYL_ERROR, BYL_ERROR_SERVER);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static void
test_a_list_can_be_cancelled (void)
{
  g_autoptr(Asking) asking = asking_new (OPENAI);

  raw_server_say (asking->server, "", -1);
  raw_server_hold (asking->server);
  g_timeout_add (20, cancel_cb, asking->cancellable);
  g_assert_null (asking_list (asking));
  g_assert_error (asking->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-list/a-server-without-a-list-is-no-server-without-models",
                   test_a_server_without_a_list_is_no_server_without_models);
  g_test_add_func ("/model-list/models-are-listed-as-the-server-calls-them",
                   test_models_are_listed_as_the_server_calls_them);
  g_test_add_func ("/model-list/a-few-pages-are-turned", test_a_few_pages_are_turned);
  g_test_add_func ("/model-list/an-address-that-is-the-one-of-questions-has-models-beside-it",
                   test_an_address_that_is_the_one_of_questions_has_models_beside_it);
  g_test_add_func ("/model-list/an-endless-list-is-stopped", test_an_endless_list_is_stopped);
  g_test_add_func ("/model-list/a-list-can-be-cancelled", test_a_list_can_be_cancelled);

  return g_test_run ();
}
