/* test-ask-fault.c: servers that fail in every way
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "asking.h"
#include "byl-error.h"

#include <string.h>
#include <sys/resource.h>

#define MEBIBYTE (1024 * 1024)
#define EVENTS "text/event-stream"
#define DELTA "data: {\"choices\":[{\"delta\":{\"content\":\"Penelope\"}}]}\n\n"
#define END "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
#define GOOD DELTA END "data: [DONE]\n\n"
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"

/* Asks; says how often the server was asked. */
static guint
count_tries (Asking *asking,
             int     code)
{
  asking_assert_error (asking, BYL_ERROR, code);

  return raw_server_get_n (asking->server);
}

static void
test_what_lasts_is_asked_once (void)
{
  const struct { guint status; const char *body; int code; } cases[] = {
    { 400, "{\"error\":{\"message\":\"temperature must be 1\"}}", BYL_ERROR_SERVER },
    { 401, "", BYL_ERROR_KEY },
    { 403, "{\"error\":{\"code\":403,\"status\":\"PERMISSION_DENIED\"}}", BYL_ERROR_KEY },
    { 402, "{\"error\":{\"message\":\"Insufficient Balance\"}}", BYL_ERROR_SERVER },
    { 404, "<html>Not here</html>", BYL_ERROR_SERVER },
    { 413, "[]", BYL_ERROR_SERVER },
    { 422, "{\"detail\":[{\"loc\":[\"body\"]}]}", BYL_ERROR_SERVER },
    { 429, "{\"error\":{\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
      BYL_ERROR_SERVER },
    { 429, "{\"error\":{\"message\":\"You exceeded your current quota\"}}", BYL_ERROR_SERVER },
    { 400, "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
           "\"Your credit balance is too low\"}}", BYL_ERROR_SERVER },
    { 503, "{\"error\":{\"code\":\"billing_hard_limit_reached\"}}", BYL_ERROR_SERVER },
    { 304, "", BYL_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

      raw_server_say_status (asking->server, cases[i].status, "", cases[i].body);
      g_assert_cmpuint (count_tries (asking, cases[i].code), ==, 1);
    }
}

static void
test_what_passes_is_asked_three_times_and_no_more (void)
{
  const struct { guint status; const char *headers; const char *body; } cases[] = {
    { 408, "", "" },
    { 409, "", "" },
    { 429, "", "{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit_error\"}}" },
    { 429, "Retry-After: 99999999999\r\n", "" },
    { 429, "retry-after-ms: 1\r\nRetry-After: 50\r\n", "" },
    { 429, "Retry-After: Tue, 01 Jan 2999 00:00:00 GMT\r\n", "" },
    { 429, "Retry-After: whenever\r\n", "" },
    { 429, "", "[{\"error\":{\"code\":429,\"message\":\"You exceeded your current quota, please "
               "check your plan and billing\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":"
               "[{\"retryDelay\":\"34.07s\"}]}}]" },
    { 500, "", "<html>" },
    { 503, "", "{\"error\":\"model is loading\"}" },
    { 529, "", "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}" },
    { 200, "", "{\"error\":{\"code\":503,\"message\":\"overloaded\"}}" },
    { 200, "", "{\"error\":{\"code\":\"503\",\"message\":\"overloaded\"}}" },
    { 200, "", "data: {\"error\":{\"type\":\"overloaded_error\"}}\n\n" },
    { 200, "", "[{\"error\":{\"code\":500}}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      gint64 start = g_get_monotonic_time ();

      raw_server_say_status (asking->server, cases[i].status, cases[i].headers, cases[i].body);
      g_assert_cmpuint (count_tries (asking, BYL_ERROR_SERVER), ==, 3);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

static void
test_a_server_that_recovers_is_heard (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_status (asking->server, 500, "", "");
  raw_server_say_status (asking->server, 429, "Retry-After: 0\r\n", "");
  raw_server_say_body (asking->server, EVENTS, GOOD);
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Penelope");
  g_assert_cmpuint (reply->n_tries, ==, 3);
}

static void
test_a_connection_that_is_lost_before_anything_came_is_made_again (void)
{
  const char *lost[] = { "", HEAD "Content-Length: 100\r\n\r\n",
                         HEAD "Transfer-Encoding: chunked\r\n\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      g_autoptr(BylReply) reply = NULL;

      raw_server_say (asking->server, lost[i], -1);
      raw_server_say_body (asking->server, EVENTS, GOOD);
      reply = asking_ask (asking);
      g_assert_no_error (asking->error);
      g_assert_cmpuint (reply->n_tries, ==, 2);
    }
}

static void
test_what_does_not_speak_http_is_no_server (void)
{
  const char *strange[] = { "220 mail.example.org ESMTP\r\n", "HTTP/1.1 200", "\0\0\0\0",
                            HEAD "Content-Encoding: gzip\r\n\r\nthis is no gzip" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      g_autoptr(BylReply) reply = NULL;

      raw_server_say (asking->server, strange[i], -1);
      reply = asking_ask (asking);
      g_assert_null (reply);
      g_assert_true (asking->error->domain == BYL_ERROR);
      g_assert_cmpuint (raw_server_get_n (asking->server), <=, 3);
    }
}

static void
test_an_answer_that_breaks_off_is_cut_and_not_asked_again (void)
{
  const char *cut[] = { HEAD "Content-Length: 1000\r\n\r\n" DELTA,
                        HEAD "Connection: close\r\n\r\n" DELTA,
                        HEAD "Connection: close\r\n\r\n" DELTA "data: {\"choi",
                        HEAD "Content-Length: 1000\r\n\r\n{\"choices\":[{\"mess" };

  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

      raw_server_say (asking->server, cut[i], -1);
      g_assert_cmpuint (count_tries (asking, BYL_ERROR_REPLY), ==, 1);
    }
}

static void
test_a_connection_that_is_lost_after_the_end_is_no_loss (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say (asking->server, HEAD "Content-Length: 1000\r\n\r\n" DELTA END, -1);
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Penelope");
  g_assert_cmpstr (reply->ended, ==, "stop");
}

static void
test_a_server_that_says_done_may_stay (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autoptr(BylReply) reply = NULL;

  raw_server_say_body (asking->server, EVENTS, GOOD);
  raw_server_hold (asking->server);
  reply = asking_ask (asking);

  g_assert_no_error (asking->error);
  g_assert_cmpstr (reply->text, ==, "Penelope");
}

static void
test_an_error_in_the_middle_of_an_answer_ends_it (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

  raw_server_say_body (asking->server, EVENTS,
                       DELTA "data: {\"error\":{\"code\":503,\"message\":\"gone\"}}\n\n");
  g_assert_cmpuint (count_tries (asking, BYL_ERROR_SERVER), ==, 1);
}

static void
test_a_server_that_drips_or_stays_silent_meets_the_deadline (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      gint64 start = g_get_monotonic_time ();

      raw_server_say (asking->server, i == 0 ? "" : HEAD "\r\n" DELTA DELTA DELTA, -1);
      if (i < 2)
        raw_server_hold (asking->server);
      else
        raw_server_drip (asking->server, 20);
      asking->query.deadline = 200;
      asking_assert_error (asking, BYL_ERROR, BYL_ERROR_NETWORK);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
    }
}

static void
test_the_deadline_counts_pauses_as_well (void)
{
  const BylRetryPolicy patient = { 1000, 20, 20, 20 };
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

  raw_server_say_status (asking->server, 503, "", "");
  asking->query.retry = &patient;
  asking->query.deadline = 200;
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_NETWORK);
  g_assert_cmpuint (raw_server_get_n (asking->server), >, 1);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static void
test_cancelling_ends_it_at_once (void)
{
  const BylRetryPolicy patient = { 2, 60000, 60000, 60000 };

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      gint64 start = g_get_monotonic_time ();

      asking->query.retry = &patient;
      if (i == 0)
        g_cancellable_cancel (asking->cancellable);
      else if (i == 4)
        asking->cancel_at = 8;
      else
        g_timeout_add (50, cancel_cb, asking->cancellable);

      /* Before it began; while nothing comes; while it drips; in a pause; within its progress. */
      if (i == 3)
        raw_server_say_status (asking->server, 503, "", "");
      else
        raw_server_say (asking->server, i == 1 ? "" : HEAD "\r\n" DELTA DELTA, -1);
      if (i == 1 || i == 4)
        raw_server_hold (asking->server);
      else if (i == 2)
        raw_server_drip (asking->server, 10);

      asking_assert_error (asking, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
      g_assert_cmpuint (raw_server_get_n (asking->server), ==, i == 0 ? 0 : 1);
      g_assert_cmpuint (asking->progress->len, ==, i == 4 ? 1 : 0);
    }
}

static void
test_nobody_there_is_told_at_once (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

  asking->query.address = "http://127.0.0.1:1";
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_NETWORK);
  asking->query.address = "mailto:penelope";
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_ADDRESS);
}

/* Sanitizers keep memory for themselves. */
static gboolean
can_measure (void)
{
#ifdef __SANITIZE_ADDRESS__
  return FALSE;
#else
  return TRUE;
#endif
}

static glong
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

/* 512 MiB of one byte, twice packed by nobody: about 520 kB on the way. */
static GBytes *
make_bomb (void)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) packed = g_converter_output_stream_new (memory,
                                                                   G_CONVERTER (compressor));
  g_autofree char *piece = g_strnfill (MEBIBYTE, '\n');

  for (guint i = 0; i < 512; i++)
    g_assert_true (g_output_stream_write_all (packed, piece, MEBIBYTE, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_a_bomb_does_not_go_off (void)
{
  g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
  g_autoptr(GBytes) bomb = make_bomb ();
  g_autoptr(GByteArray) answer = g_byte_array_new ();
  const char *head = HEAD "Content-Encoding: gzip\r\nConnection: close\r\n\r\n";
  glong before = get_peak ();

  g_byte_array_append (answer, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (answer, g_bytes_get_data (bomb, NULL), (guint) g_bytes_get_size (bomb));
  raw_server_say (asking->server, (const char *) answer->data, answer->len);
  asking_assert_error (asking, BYL_ERROR, BYL_ERROR_SERVER);

  g_test_message ("%ld MiB at most, %ld before", get_peak (), before);
  if (can_measure ())
    g_assert_cmpint (get_peak (), <, 64);
}

/* As large as is read: one long text, and as many tiny values as fit. */
static void
test_whole_answers_of_eight_megabytes_stay_small (void)
{
  const char *pieces[] = { "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "{},                            " };
  const char *starts[] = { "{\"choices\":[{\"message\":{\"content\":\"", "{\"choices\":[" };
  const char *ends[] = { "\"},\"finish_reason\":\"stop\"}]}", "{}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);
      GString *body = g_string_new (starts[i]);
      guint n = (i == 0 ? 8 * MEBIBYTE - 1000 : 3 * MEBIBYTE) / (guint) strlen (pieces[i]);

      for (guint j = 0; j < n; j++)
        g_string_append (body, pieces[i]);
      g_string_append (body, ends[i]);
      raw_server_say_body (asking->server, "application/json", body->str);
      g_string_free (body, TRUE);
      g_assert_cmpuint (count_tries (asking, i == 0 ? BYL_ERROR_REPLY : BYL_ERROR_SERVER), ==, 1);
      g_test_message ("%ld MiB at most", get_peak ());
    }

  if (can_measure ())
    g_assert_cmpint (get_peak (), <, 64);
}

static void
test_a_line_of_200_megabytes_is_not_kept (void)
{
  const char *starts[] = { HEAD "\r\ndata: ", HEAD "\r\n: ", HEAD "\r\n{\"choices\": \"" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr(Asking) asking = asking_new (BYL_INTERFACE_OPENAI);

      raw_server_say (asking->server, starts[i], -1);
      raw_server_flood (asking->server, 200 * MEBIBYTE);
      asking_assert_error (asking, BYL_ERROR, BYL_ERROR_SERVER);
      while (!raw_server_was_left (asking->server))
        g_main_context_iteration (NULL, FALSE);
    }

  g_test_message ("%ld MiB at most", get_peak ());
  if (can_measure ())
    g_assert_cmpint (get_peak (), <, 64);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ask-fault/what-lasts-is-asked-once", test_what_lasts_is_asked_once);
  g_test_add_func ("/ask-fault/what-passes-is-asked-three-times-and-no-more",
                   test_what_passes_is_asked_three_times_and_no_more);
  g_test_add_func ("/ask-fault/a-server-that-recovers-is-heard",
                   test_a_server_that_recovers_is_heard);
  g_test_add_func ("/ask-fault/a-connection-that-is-lost-before-anything-came-is-made-again",
                   test_a_connection_that_is_lost_before_anything_came_is_made_again);
  g_test_add_func ("/ask-fault/what-does-not-speak-http-is-no-server",
                   test_what_does_not_speak_http_is_no_server);
  g_test_add_func ("/ask-fault/an-answer-that-breaks-off-is-cut-and-not-asked-again",
                   test_an_answer_that_breaks_off_is_cut_and_not_asked_again);
  g_test_add_func ("/ask-fault/a-connection-that-is-lost-after-the-end-is-no-loss",
                   test_a_connection_that_is_lost_after_the_end_is_no_loss);
  g_test_add_func ("/ask-fault/a-server-that-says-done-may-stay",
                   test_a_server_that_says_done_may_stay);
  g_test_add_func ("/ask-fault/an-error-in-the-middle-of-an-answer-ends-it",
                   test_an_error_in_the_middle_of_an_answer_ends_it);
  g_test_add_func ("/ask-fault/a-server-that-drips-or-stays-silent-meets-the-deadline",
                   test_a_server_that_drips_or_stays_silent_meets_the_deadline);
  g_test_add_func ("/ask-fault/the-deadline-counts-pauses-as-well",
                   test_the_deadline_counts_pauses_as_well);
  g_test_add_func ("/ask-fault/cancelling-ends-it-at-once", test_cancelling_ends_it_at_once);
  g_test_add_func ("/ask-fault/nobody-there-is-told-at-once", test_nobody_there_is_told_at_once);
  g_test_add_func ("/ask-fault/a-bomb-does-not-go-off", test_a_bomb_does_not_go_off);
  g_test_add_func ("/ask-fault/whole-answers-of-eight-megabytes-stay-small",
                   test_whole_answers_of_eight_megabytes_stay_small);
  g_test_add_func ("/ask-fault/a-line-of-200-megabytes-is-not-kept",
                   test_a_line_of_200_megabytes_is_not_kept);

  return g_test_run ();
}
