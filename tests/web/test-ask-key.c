/* test-ask-key.c: keys that go where they belong, and nowhere else
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "alone.h"
#include "asking.h"
#include "byl-ask-proxy.h"
#include "byl-error.h"
#include "byl-key.h"
#include "fault-server.h"

#include <string.h>

#define ANSWER "data: {\"model\":\"%s\",\"choices\":[{\"delta\":{\"content\":\"Key %s?\"}," \
               "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"

/* Put together at run time, so that it is found in no file but where it should not be. */
static char *
make_canary (void)
{
  return g_strdup_printf ("sk-%s-%08x%08x%08x", "canary", g_random_int (), g_random_int (),
                          g_random_int ());
}

static void
test_a_key_that_cannot_be_one_is_refused (void)
{
  const char *bad[] = { "sk-canary\nX-Evil: 1", "sk-canary\r\nX-Evil: 1", "sk canary",
                        "sk-\tcanary", "sk-canaré", "sk-\x01" "canary", "sk-canary\x7f",
                        "\xff\xfe canary" };
  g_autofree char *far_too_long = g_strnfill (5000, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (bad); i++)
    for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
      {
        g_autoptr(Asking) asking = asking_new (interface);

        asking->query.key = i < G_N_ELEMENTS (bad) ? bad[i] : far_too_long;
        asking_assert_error (asking, BYL_ERROR, BYL_ERROR_KEY);
        g_assert_cmpuint (raw_server_get_n (asking->server), ==, 0);
        g_assert_null (strstr (asking->error->message, "canar"));
      }
}

static void
test_white_space_around_a_key_does_not_count (void)
{
  const char *typed[] = { "key", " key", "key\n", "\r\n\tkey \n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      char *key = byl_key_tidy (typed[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (key, ==, "key");
      byl_key_free (key);
    }

  g_assert_null (byl_key_tidy (" \n", NULL));
  byl_key_free (NULL);
}

static void
test_a_key_does_not_travel_for_all_to_read (void)
{
  const char *addresses[] = { "http://192.0.2.1/v1", "http://example.org", "http://localhost.evil/",
                              "http://127.0.0.1.example.org:80/v1" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
      {
        g_autoptr(Asking) asking = asking_new (interface);
        g_auto(GStrv) ids = NULL;

        asking->query.key = "sk-canary-of-all-places";
        asking->query.address = addresses[i];
        asking_assert_error (asking, BYL_ERROR, BYL_ERROR_ADDRESS);
        g_assert_null (strstr (asking->error->message, "canary"));
        ids = asking_list (asking);
        g_assert_error (asking->error, BYL_ERROR, BYL_ERROR_ADDRESS);
      }
}

static void
test_no_redirect_is_followed (void)
{
  const guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *canary = make_canary ();

  for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      for (guint target = 0; target < 4; target++)
        {
          g_autoptr(Asking) asking = asking_new (interface);
          RawServer *other = raw_server_start ();
          g_autofree char *there = raw_server_address (other, "/v1/chat/completions");
          const char *targets[] = { there, "/somewhere/else", "file:///etc/passwd",
                                    "http://example.org/" };
          g_autofree char *location = g_strdup_printf ("Location: %s\r\n", targets[target]);
          g_auto(GStrv) ids = NULL;

          raw_server_say_status (other, 200, "", "{}");
          raw_server_say_status (asking->server, statuses[i], location, "");
          asking->query.key = i % 2 == 0 ? canary : NULL;
          asking_assert_error (asking, BYL_ERROR, BYL_ERROR_SERVER);
          ids = asking_list (asking);
          g_assert_error (asking->error, BYL_ERROR, BYL_ERROR_SERVER);
          g_assert_cmpuint (raw_server_get_n (other), ==, 0);
          g_assert_cmpuint (raw_server_get_n (asking->server), ==, 2);
          raw_server_stop (other);
        }
}

static void
test_a_proxy_does_not_hear_what_is_said_on_this_machine (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  RawServer *other = raw_server_start ();
  g_autofree char *there = raw_server_address (other, "");
  g_autoptr(GProxyResolver) others = g_simple_proxy_resolver_new (there, NULL);
  g_autoptr(GProxyResolver) proxy = byl_ask_proxy_new (others);
  g_auto(GStrv) elsewhere = g_proxy_resolver_lookup (proxy, "https://example.org/", NULL, NULL);
  g_auto(GStrv) here = g_proxy_resolver_lookup (proxy, "http://localhost:1/", NULL, NULL);

  g_assert_cmpstr (elsewhere[0], ==, there);
  g_assert_cmpstr (here[0], ==, "direct://");

  /* It would hear all else: the first question goes through it, as the session is told. */
  raw_server_say_status (other, 502, "", "");
  raw_server_say_status (asking->server, 401, "", "");
  soup_session_set_proxy_resolver (asking->session, others);
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_SERVER);
  g_assert_cmpuint (raw_server_get_n (asking->server), ==, 0);
  g_assert_cmpuint (raw_server_get_n (other), ==, 3);

  soup_session_set_proxy_resolver (asking->session, proxy);
  asking->query.key = "sk-canary-of-all-places";
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_KEY);
  g_assert_cmpuint (raw_server_get_n (asking->server), ==, 1);
  g_assert_cmpuint (raw_server_get_n (other), ==, 3);
  raw_server_stop (other);
}

static void
test_a_wrong_certificate_gets_no_key (void)
{
  g_autoptr(FaultServer) server = fault_server_start_tls ();
  g_autoptr(Asking) asking = NULL;
  g_autofree char *address = NULL;

  if (server == NULL)
    {
      g_test_skip ("GIO has no TLS here (glib-networking)");
      return;
    }

  asking = asking_new (BYL_INTERFACE_OPENAI);
  address = fault_server_dup_address (server, "/v1/chat/completions");
  asking->query.key = "sk-canary-of-all-places";
  asking->query.address = address;
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_ADDRESS);
  g_assert_null (asking_list (asking));
  g_assert_error (asking->error, BYL_ERROR, BYL_ERROR_ADDRESS);
  g_assert_cmpuint (fault_server_count (server, "/v1/chat/completions"), ==, 0);
  g_assert_cmpuint (fault_server_count (server, "/v1/models"), ==, 0);
}

static void
test_a_server_that_asks_for_a_password_gets_none (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autofree char *canary = make_canary ();
  g_autofree char *again = NULL;

  raw_server_say_status (asking->server, 401, "WWW-Authenticate: Basic realm=\"here\"\r\n"
                         "Set-Cookie: a=b\r\n", "");
  asking->query.key = canary;
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_KEY);
  asking->query.key = NULL;
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_KEY);
  again = raw_server_dup_asked (asking->server, 1);

  g_assert_cmpuint (raw_server_get_n (asking->server), ==, 2);
  g_assert_null (strstr (again, "Authorization"));
  g_assert_null (strstr (again, "Cookie"));
}

/* All that a server could do with a key to get it into an error. */
static void
assert_not_repeated (const char *canary,
                     guint       status,
                     const char *format)
{
  g_autofree char *half = g_strndup (canary, strlen (canary) - 6);
  const char *said[] = { canary, half };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      g_auto(GStrv) parts = g_strsplit (format, "KEY", -1);
      g_autofree char *body = g_strjoinv (said[i], parts);
      g_auto(GStrv) ids = NULL;

      raw_server_say_status (asking->server, status, "", body);
      asking->query.key = canary;
      g_assert_null (asking_ask (asking));
      g_assert_null (strstr (asking->error->message, "canary"));
      ids = asking_list (asking);
      if (asking->error != NULL)
        g_assert_null (strstr (asking->error->message, "canary"));
    }
}

static void
test_a_server_that_repeats_the_key_is_not_quoted (void)
{
  g_autofree char *canary = make_canary ();
  g_autofree char *filler = g_strnfill (290, 'x');
  g_autofree char *late = g_strdup_printf ("{\"error\":{\"message\":\"%s KEY\"}}", filler);

  assert_not_repeated (canary, 401, "{\"error\":{\"message\":\"Wrong key: KEY. KEY!\"}}");
  assert_not_repeated (canary, 400, "{\"error\":\"KEY\"}");
  assert_not_repeated (canary, 400, "{\"error\":{\"code\":\"KEY\",\"type\":\"KEY\"}}");
  assert_not_repeated (canary, 403, "{\"message\":\"Bearer KEY\",\"detail\":\"KEY\"}");
  assert_not_repeated (canary, 500, "KEY");
  assert_not_repeated (canary, 200, "<html>KEY</html>");
  assert_not_repeated (canary, 200, "{\"error\":{\"message\":\"KEY\"}}");
  assert_not_repeated (canary, 200, "{\"KEY\":\"KEY\"}");
  assert_not_repeated (canary, 400, late);
}

static void
test_an_answer_does_not_carry_the_key_into_a_pack (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autofree char *canary = make_canary ();
  g_autofree char *body = g_strdup_printf (ANSWER, canary, canary);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, "text/event-stream", body);
  asking->query.key = canary;
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Key …?");
  g_assert_cmpstr (reply->reported_model, ==, "…");
}

/* What stands beside an answer is put into small letters, and cut: half a key is one too many. */
static void
test_nothing_beside_an_answer_carries_the_key_into_a_pack (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autofree char *canary = make_canary ();
  g_autofree char *key = g_strdup_printf ("%s-AND-it-IS-a-LONG-one", canary);
  g_autofree char *half = g_strndup (key, strlen (key) - 6);
  g_autofree char *body =
    g_strdup_printf ("{\"model\":\"%s\",\"choices\":[{\"finish_reason\":\"%s\","
                     "\"message\":{\"content\":\"Yes.\"}}]}", half, key);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, "application/json", body);
  asking->query.key = key;
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Yes.");
  g_assert_cmpstr (reply->reported_model, ==, "…");
  g_assert_cmpstr (reply->ended, ==, "…");
}

static void
test_what_is_no_secret_stays_in_an_answer (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autofree char *body = g_strdup_printf (ANSWER, "lm-studio", "lm-studio");
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, "text/event-stream", body);
  asking->query.key = "lm-studio";
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Key lm-studio?");
}

/* What the other tests do with a key, in a home of its own. */
static void
test_no_log_and_no_file_holds_a_key (void)
{
  g_autofree char *canary = make_canary ();
  const char *variables[] = { "TEST_KEY", canary, "G_DEBUG", "", NULL };
  g_autofree char *output = alone_run ("/ask-key/no-log-and-no-file-holds-a-key/subprocess",
                                       variables, canary);

  g_assert_nonnull (strstr (output, "DEBUG"));
  g_assert_nonnull (strstr (output, "asked with a key"));
  g_assert_null (strstr (output, canary + strlen ("sk-canary-")));
}

static void
test_child (void)
{
  const char *key = g_getenv ("TEST_KEY");
  const guint statuses[] = { 200, 302, 400, 401, 429, 500 };
  guint n = 0;

  g_assert_nonnull (key);

  for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      {
        g_autoptr(Asking) asking = asking_new (interface);
        g_autoptr(BylReply) reply = NULL;
        g_auto(GStrv) ids = NULL;
        g_autofree char *asked = NULL;
        g_autofree char *body = g_strdup_printf ("{\"error\":{\"message\":\"%s\"}}", key);

        raw_server_say_status (asking->server, statuses[i], "", body);
        asking->query.key = key;
        reply = asking_ask (asking);
        g_message ("%s", asking->error->message);
        ids = asking_list (asking);
        asked = raw_server_dup_asked (asking->server, 0);
        n += strstr (asked, key) != NULL;
      }

  g_message ("asked with a key %u times", n);
  g_assert_cmpuint (n, ==, 4 * G_N_ELEMENTS (statuses));
}

int
main (int    argc,
      char **argv)
{
  g_set_prgname (argv[0]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ask-key/a-key-that-cannot-be-one-is-refused",
                   test_a_key_that_cannot_be_one_is_refused);
  g_test_add_func ("/ask-key/white-space-around-a-key-does-not-count",
                   test_white_space_around_a_key_does_not_count);
  g_test_add_func ("/ask-key/a-key-does-not-travel-for-all-to-read",
                   test_a_key_does_not_travel_for_all_to_read);
  g_test_add_func ("/ask-key/no-redirect-is-followed", test_no_redirect_is_followed);
  g_test_add_func ("/ask-key/a-proxy-does-not-hear-what-is-said-on-this-machine",
                   test_a_proxy_does_not_hear_what_is_said_on_this_machine);
  g_test_add_func ("/ask-key/a-wrong-certificate-gets-no-key",
                   test_a_wrong_certificate_gets_no_key);
  g_test_add_func ("/ask-key/a-server-that-asks-for-a-password-gets-none",
                   test_a_server_that_asks_for_a_password_gets_none);
  g_test_add_func ("/ask-key/a-server-that-repeats-the-key-is-not-quoted",
                   test_a_server_that_repeats_the_key_is_not_quoted);
  g_test_add_func ("/ask-key/an-answer-does-not-carry-the-key-into-a-pack",
                   test_an_answer_does_not_carry_the_key_into_a_pack);
  g_test_add_func ("/ask-key/nothing-beside-an-answer-carries-the-key-into-a-pack",
                   test_nothing_beside_an_answer_carries_the_key_into_a_pack);
  g_test_add_func ("/ask-key/what-is-no-secret-stays-in-an-answer",
                   test_what_is_no_secret_stays_in_an_answer);
  g_test_add_func ("/ask-key/no-log-and-no-file-holds-a-key", test_no_log_and_no_file_holds_a_key);
  g_test_add_func ("/ask-key/no-log-and-no-file-holds-a-key/subprocess", test_child);

  return g_test_run ();
}
