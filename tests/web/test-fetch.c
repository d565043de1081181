/* test-fetch.c: whatever a server does, a fetch ends, in bounded time and memory
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-fetch-error.h"
#include "byl-web-address.h"
#include "fetch-fixture.h"
#include "test-pack-support.h"

#include <string.h>

#define MEMORY_LIMIT (64 * 1024) /* KiB */

/* The most memory that this program has ever had, in KiB; and from now on. */
static gint64
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

static void
test_what_is_no_address_is_refused (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  const char *addresses[] = { "", "catalogue.json", "file:///etc/passwd", "https://", "data:,x" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(FetchOutcome) outcome = fetch_address (fixture, addresses[i], &FETCH_LIMITS);

      fetch_outcome_assert (outcome, BYL_ERROR_ADDRESS);
    }
}

static void
test_a_refusal_is_told_after_so_many_tries (void)
{
  const struct { const char *path; const char *counted; int code; guint n; } cases[] = {
    { "/missing", "/missing", BYL_ERROR_SERVER, 1 },
    { "/status/403", "/status/403", BYL_ERROR_SERVER, 1 },
    { "/status/410", "/status/410", BYL_ERROR_SERVER, 1 },
    { "/status/304", "/status/304", BYL_ERROR_SERVER, 1 },
    { "/status/206", "/status/206", BYL_ERROR_SERVER, 1 },
    { "/status/500", "/status/500", BYL_ERROR_SERVER, 3 },
    { "/status/503?retry-after=86400", "/status/503", BYL_ERROR_SERVER, 1 },
    { "/status/429", "/status/429", BYL_ERROR_SERVER, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, cases[i].path, &FETCH_LIMITS);

      fetch_outcome_assert (outcome, cases[i].code);
      g_assert_cmpuint (fault_server_count (fixture->server, cases[i].counted), ==, cases[i].n);
    }
}

static void
test_a_busy_server_is_asked_again_when_it_says (void)
{
  const struct { const char *path; int code; guint n; } cases[] = {
    { "/status/429?times=1", -1, 2 },
    { "/status/429?times=2&retry-after=0", -1, 3 },
    { "/status/429?times=1&retry-after-ms=5", -1, 2 },
    { "/status/429?times=1&retry-after=Thu, 01 Jan 2015 00:00:00 GMT", -1, 2 },
    { "/status/429?times=1&retry-after=soon", -1, 2 },
    { "/status/429?times=1&retry-after=-5", -1, 2 },
    { "/status/429?times=1&retry-after=86400", BYL_ERROR_SERVER, 1 },
    { "/status/429?times=1&retry-after=99999999999999999999", BYL_ERROR_SERVER, 1 },
    { "/status/429?times=1&retry-after=Thu, 01 Jan 2900 00:00:00 GMT", BYL_ERROR_SERVER, 1 },
    { "/status/429?times=1&retry-after=40", BYL_ERROR_SERVER, 1 }, /* after the deadline */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      g_autofree char *path = g_uri_escape_string (cases[i].path, "/?&=,:", FALSE);
      g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, path, &FETCH_LIMITS);

      fetch_outcome_assert (outcome, cases[i].code);
      g_assert_cmpuint (fault_server_count (fixture->server, "/status/429"), ==, cases[i].n);
    }
}

static void
test_trouble_that_passes_is_not_told (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/status/500?times=1", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, -1);
  g_assert_cmpmem (g_bytes_get_data (outcome->bytes, NULL), g_bytes_get_size (outcome->bytes),
                   "{}", 2);
  g_assert_cmpuint (fault_server_count (fixture->server, "/status/500"), ==, 2);
}

static void
test_no_server_keeps_anybody_waiting_for_ever (void)
{
  const char *paths[] = { "/silent", "/drip?ms=20", "/slow?ms=60000",
                          "/status/503?retry-after=59" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      BylFetchLimits limits = { .deadline = 150, .pause = 1 };
      g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, paths[i], &limits);

      fetch_outcome_assert (outcome, i < 3 ? BYL_ERROR_NETWORK : BYL_ERROR_SERVER);
    }
}

static void
test_a_server_that_says_nothing_is_asked_again (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  BylFetchLimits limits = FETCH_LIMITS;
  g_autoptr(FetchOutcome) outcome = NULL;

  limits.silence = 50;
  outcome = fetch_bytes (fixture, "/silent", &limits);

  fetch_outcome_assert (outcome, BYL_ERROR_NETWORK);
  g_assert_cmpuint (fault_server_count (fixture->server, "/silent"), ==, 3);
}

static void
test_a_server_that_is_slow_but_in_time_is_heard_out (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/slow?ms=100", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, -1);
}

static void
test_a_server_that_is_not_there_is_told (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  FaultServer *gone = fault_server_start ();
  g_autofree char *address = fault_server_dup_address (gone, "/");
  g_autoptr(FetchOutcome) outcome = NULL;

  fault_server_stop (gone);
  outcome = fetch_address (fixture, address, &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_NETWORK);
}

static void
test_an_answer_that_is_cut_is_none (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/cut", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_NETWORK);
  g_assert_cmpuint (fault_server_count (fixture->server, "/cut"), ==, 3);
}

/* libsoup takes the end of the connection for the end of the chunks: the size tells. */
static void
test_chunks_that_are_cut_are_not_what_was_published (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  BylFetchLimits limits = FETCH_LIMITS;
  g_autoptr(FetchOutcome) outcome = NULL;

  limits.size = 100;
  outcome = fetch_bytes (fixture, "/cut-chunked", &limits);

  g_assert_false (outcome->good);
}

static void
test_what_breaks_off_once_is_fetched_again (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(GBytes) bytes = fetch_make_bytes (5000);
  g_autoptr(FetchOutcome) outcome = NULL;
  g_autofree char *request = NULL;

  fault_server_add_file (fixture->server, "/list", bytes, NULL);
  fault_server_cut_file (fixture->server, "/list", 1000, 1);
  outcome = fetch_bytes (fixture, "/list", &FETCH_LIMITS);
  request = fault_server_dup_request (fixture->server, "/list");

  fetch_outcome_assert (outcome, -1);
  g_assert_true (g_bytes_equal (outcome->bytes, bytes));
  g_assert_null (strstr (request, "Range:"));
}

static void
test_a_bomb_costs_no_more_than_its_limit (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  gint64 before = get_peak_memory ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/bomb", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_SIZE);
  g_assert_cmpint (get_peak_memory () - before, <, MEMORY_LIMIT);
}

static void
test_a_line_without_end_costs_no_more_than_its_limit (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  gint64 before = get_peak_memory ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/line", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_SIZE);
  g_assert_cmpint (get_peak_memory () - before, <, MEMORY_LIMIT);
}

static void
test_exactly_as_much_as_may_come_may_come (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(GBytes) bytes = fetch_make_bytes (300000);
  BylFetchLimits limits = FETCH_LIMITS;

  fault_server_add_file (fixture->server, "/list", bytes, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(FetchOutcome) outcome = NULL;

      limits.max_bytes = 300000 - i;
      outcome = fetch_bytes (fixture, "/list", &limits);
      fetch_outcome_assert (outcome, i == 0 ? -1 : BYL_ERROR_SIZE);
    }
}

static void
test_redirects_are_followed_to_an_end (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FaultServer) other = fault_server_start ();
  g_autofree char *far = fault_server_dup_address (other, "/slow?ms=0");
  g_autofree char *escaped = g_uri_escape_string (far, NULL, FALSE);
  const char *paths[] = { "/redirect?to=/slow%3Fms%3D0", "/redirect?code=308&to=slow%3Fms%3D0",
                          "/redirect?to=" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = g_strconcat (paths[i], i == 2 ? escaped : "", NULL);
      g_autoptr(FetchOutcome) outcome = NULL;

      outcome = fetch_bytes (fixture, path, &FETCH_LIMITS);
      fetch_outcome_assert (outcome, -1);
      g_assert_cmpuint (g_bytes_get_size (outcome->bytes), ==, 2);
    }
}

static void
test_redirects_in_a_loop_end (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, "/loop", &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_SERVER);
  g_assert_cmpuint (fault_server_count (fixture->server, "/loop"), ==, 6);
}

static void
test_redirects_away_from_the_web_are_refused (void)
{
  const char *paths[] = { "/redirect?to=file%3A///etc/passwd", "/redirect?to=ftp%3A//localhost/",
                          "/redirect?to=javascript%3Aalert(1)", "/redirect?to=http%3A//" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      g_autoptr(FetchOutcome) outcome = fetch_bytes (fixture, paths[i], &FETCH_LIMITS);

      fetch_outcome_assert (outcome, BYL_ERROR_ADDRESS);
      g_assert_cmpuint (fault_server_count (fixture->server, "/redirect"), ==, 1);
    }
}

static void
test_redirects_lead_to_no_less_safe_a_place (void)
{
  const struct { const char *from; const char *location; const char *to; } cases[] = {
    { "https://one.example/a", "http://one.example/a", NULL },
    { "https://one.example/a", "http://two.example/", NULL },
    { "https://one.example/a", "https://localhost/", NULL },
    { "https://one.example/a", "https://127.0.0.1:8080/", NULL },
    { "https://one.example/a", "https://[::1]/", NULL },
    { "https://one.example/a", "https://me:word@two.example/", NULL },
    { "https://one.example/a", NULL, NULL },
    { "https://one.example/a/b?c", "d?e", "https://one.example/a/d?e" },
    { "https://one.example/a", "//two.example/b", "https://two.example/b" },
    { "http://one.example/a", "https://one.example/a", "https://one.example/a" },
    { "http://one.example/a", "http://two.example/a", "http://two.example/a" },
    { "http://localhost:1/a", "http://127.0.0.1:2/", "http://127.0.0.1:2/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GUri) from = byl_web_address_parse (cases[i].from, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GUri) to = byl_fetch_redirect (from, cases[i].location, &error);
      g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

      g_assert_cmpstr (text, ==, cases[i].to);
      if (to == NULL)
        g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
    }
}

static void
test_what_is_not_what_was_published_is_refused (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(GBytes) bytes = fetch_make_bytes (5000);
  g_autofree char *sha256 = fetch_make_sha256 (bytes);
  g_autofree char *other = g_strnfill (64, '0');
  const struct { guint64 size; const char *sha256; int code; } cases[] = {
    { 0, other, BYL_ERROR_HASH }, { 4999, NULL, BYL_ERROR_HASH }, { 5001, NULL, BYL_ERROR_HASH },
    { 5001, sha256, BYL_ERROR_HASH }, { 5000, other, BYL_ERROR_HASH }, { 5000, sha256, -1 },
  };

  fault_server_add_file (fixture->server, "/list", bytes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BylFetchLimits limits = FETCH_LIMITS;
      g_autoptr(FetchOutcome) outcome = NULL;

      limits.size = cases[i].size;
      limits.sha256 = cases[i].sha256;
      outcome = fetch_bytes (fixture, "/list", &limits);
      fetch_outcome_assert (outcome, cases[i].code);
    }
}

static void
test_what_has_not_changed_is_not_sent_again (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(GBytes) bytes = fetch_make_bytes (5000);
  BylFetchLimits limits = FETCH_LIMITS;
  g_autoptr(FetchOutcome) first = NULL;
  g_autoptr(FetchOutcome) second = NULL;
  g_autoptr(FetchOutcome) third = NULL;

  fault_server_add_file (fixture->server, "/list", bytes, "\"one\"");
  first = fetch_bytes (fixture, "/list", &limits);
  fetch_outcome_assert (first, -1);
  g_assert_cmpstr (first->etag, ==, "\"one\"");

  limits.etag = first->etag;
  second = fetch_bytes (fixture, "/list", &limits);
  fetch_outcome_assert (second, -1);
  g_assert_null (second->bytes);
  g_assert_cmpstr (second->etag, ==, "\"one\"");
  g_assert_cmpuint (fault_server_count_whole (fixture->server, "/list"), ==, 1);

  fault_server_add_file (fixture->server, "/list", bytes, "\"two\"");
  third = fetch_bytes (fixture, "/list", &limits);
  fetch_outcome_assert (third, -1);
  g_assert_nonnull (third->bytes);
  g_assert_cmpstr (third->etag, ==, "\"two\"");
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_it_can_be_given_up_at_any_time (void)
{
  const struct { const char *path; int after; } cases[] = {
    { "/slow?ms=0", -1 }, { "/slow?ms=0", 0 }, { "/silent", 30 }, { "/drip?ms=5", 30 },
    { "/status/503?retry-after=20", 30 }, { "/line?mb=4000", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      g_autofree char *address = fault_server_dup_address (fixture->server, cases[i].path);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      BylFetchLimits limits = { .deadline = 60000 };
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      if (i == G_N_ELEMENTS (cases) - 1)
        limits.max_bytes = BYL_FETCH_MAX_LARGE;
      if (cases[i].after < 0)
        g_cancellable_cancel (cancellable);
      else
        g_timeout_add ((guint) cases[i].after, cancel_cb, cancellable);
      byl_fetch_bytes_async (fixture->session, address, &limits, cancellable,
                             test_keep_result, &result);
      test_wait (&result);

      if (!byl_fetch_bytes_finish (fixture->session, result, &bytes, NULL, &error))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_cmpint (cases[i].after, ==, 0);
      while (!g_cancellable_is_cancelled (cancellable))
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_a_wrong_certificate_is_refused (void)
{
  g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
  g_autoptr(FaultServer) server = fault_server_start_tls ();
  g_autofree char *address = NULL;
  g_autoptr(FetchOutcome) outcome = NULL;

  if (server == NULL)
    {
      g_test_skip ("GIO has no TLS here (glib-networking)");
      return;
    }

  address = fault_server_dup_address (server, "/slow?ms=0");
  outcome = fetch_address (fixture, address, &FETCH_LIMITS);

  fetch_outcome_assert (outcome, BYL_ERROR_ADDRESS);
  g_assert_cmpuint (fault_server_count (server, "/slow"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fetch/what-is-no-address-is-refused", test_what_is_no_address_is_refused);
  g_test_add_func ("/fetch/a-bomb-costs-no-more-than-its-limit",
                   test_a_bomb_costs_no_more_than_its_limit);
  g_test_add_func ("/fetch/a-line-without-end-costs-no-more-than-its-limit",
                   test_a_line_without_end_costs_no_more_than_its_limit);
  g_test_add_func ("/fetch/a-refusal-is-told-after-so-many-tries",
                   test_a_refusal_is_told_after_so_many_tries);
  g_test_add_func ("/fetch/a-busy-server-is-asked-again-when-it-says",
                   test_a_busy_server_is_asked_again_when_it_says);
  g_test_add_func ("/fetch/trouble-that-passes-is-not-told", test_trouble_that_passes_is_not_told);
  g_test_add_func ("/fetch/no-server-keeps-anybody-waiting-for-ever",
                   test_no_server_keeps_anybody_waiting_for_ever);
  g_test_add_func ("/fetch/a-server-that-says-nothing-is-asked-again",
                   test_a_server_that_says_nothing_is_asked_again);
  g_test_add_func ("/fetch/a-server-that-is-slow-but-in-time-is-heard-out",
                   test_a_server_that_is_slow_but_in_time_is_heard_out);
  g_test_add_func ("/fetch/a-server-that-is-not-there-is-told",
                   test_a_server_that_is_not_there_is_told);
  g_test_add_func ("/fetch/an-answer-that-is-cut-is-none", test_an_answer_that_is_cut_is_none);
  g_test_add_func ("/fetch/chunks-that-are-cut-are-not-what-was-published",
                   test_chunks_that_are_cut_are_not_what_was_published);
  g_test_add_func ("/fetch/what-breaks-off-once-is-fetched-again",
                   test_what_breaks_off_once_is_fetched_again);
  g_test_add_func ("/fetch/exactly-as-much-as-may-come-may-come",
                   test_exactly_as_much_as_may_come_may_come);
  g_test_add_func ("/fetch/redirects-are-followed-to-an-end",
                   test_redirects_are_followed_to_an_end);
  g_test_add_func ("/fetch/redirects-in-a-loop-end", test_redirects_in_a_loop_end);
  g_test_add_func ("/fetch/redirects-away-from-the-web-are-refused",
                   test_redirects_away_from_the_web_are_refused);
  g_test_add_func ("/fetch/redirects-lead-to-no-less-safe-a-place",
                   test_redirects_lead_to_no_less_safe_a_place);
  g_test_add_func ("/fetch/what-is-not-what-was-published-is-refused",
                   test_what_is_not_what_was_published_is_refused);
  g_test_add_func ("/fetch/what-has-not-changed-is-not-sent-again",
                   test_what_has_not_changed_is_not_sent_again);
  g_test_add_func ("/fetch/it-can-be-given-up-at-any-time", test_it_can_be_given_up_at_any_time);
  g_test_add_func ("/fetch/a-wrong-certificate-is-refused", test_a_wrong_certificate_is_refused);

  return g_test_run ();
}
