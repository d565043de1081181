/* test-retry.c: when a server is asked once more, and after how long
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-retry.h"

static void
test_only_what_passes_is_tried_again (void)
{
  const guint passing[] = { 408, 409, 429, 500, 502, 503, 504, 529, 599 };
  const guint lasting[] = { 0, 200, 301, 304, 307, 308, 400, 401, 402, 403, 404, 405, 413, 422,
                            451, 600 };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    g_assert_true (byl_retry_is_status (passing[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lasting); i++)
    g_assert_false (byl_retry_is_status (lasting[i]));
}

static void
test_pauses_double_up_to_eight_seconds (void)
{
  const guint delays[] = { 500, 1000, 2000, 4000, 8000, 8000, 8000 };
  const BylRetryPolicy *policy = byl_retry_get_default ();
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 23, 12, 0, 0);

  g_assert_cmpuint (policy->n_retries, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    g_assert_cmpuint (byl_retry_get_delay (policy, i, NULL, now), ==, delays[i]);
  g_assert_cmpuint (byl_retry_get_delay (policy, 1000, NULL, now), ==, 8000);
}

static void
test_a_server_says_how_long_to_wait (void)
{
  const struct { const char *ms; const char *after; guint delay; } cases[] = {
    { NULL, NULL, 500 },
    { NULL, "2", 2000 },
    { NULL, "0", 0 },
    { NULL, "1.5", 1500 },
    { "250", "30", 250 },
    { "0.5", NULL, 0 },
    { NULL, "3600", 60000 },
    { NULL, "99999999999999999999", 60000 },
    { "1e300", NULL, 60000 },
    { NULL, "-5", 500 },
    { "-5", "3", 3000 },
    { NULL, "soon", 500 },
    { NULL, "", 500 },
    { "nan", "inf", 500 },
    { NULL, "\xff\xfe", 500 },
    { NULL, "Mon, 23 Nov 2026 12:00:07 GMT", 7000 },
    { NULL, "Mon, 23 Nov 2026 11:00:00 GMT", 0 },
    { NULL, "Tue, 23 Nov 2027 12:00:00 GMT", 60000 },
    { NULL, "Mon, 99 Nov 2026", 500 },
  };
  const BylRetryPolicy *policy = byl_retry_get_default ();
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 23, 12, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

      if (cases[i].ms != NULL)
        soup_message_headers_append (headers, "retry-after-ms", cases[i].ms);
      if (cases[i].after != NULL)
        soup_message_headers_append (headers, "Retry-After", cases[i].after);

      g_assert_cmpuint (byl_retry_get_delay (policy, 0, headers, now), ==, cases[i].delay);
      soup_message_headers_unref (headers);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/only-what-passes-is-tried-again", test_only_what_passes_is_tried_again);
  g_test_add_func ("/retry/pauses-double-up-to-eight-seconds",
                   test_pauses_double_up_to_eight_seconds);
  g_test_add_func ("/retry/a-server-says-how-long-to-wait", test_a_server_says_how_long_to_wait);

  return g_test_run ();
}
