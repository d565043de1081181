/* test-fetch-secure.c: the same over an enciphered way, where several files share one connection
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download-files.h"
#include "byl-error.h"
#include "byl-fetch.h"
#include "byl-web-session.h"
#include "fetch-fixture.h"
#include "test-pack-support.h"

#include <libsoup/soup.h>
#include <string.h>

#define N_FILES  40u
#define LENGTH   300000u

/* A server whose certificate the session trusts, as it would that of a well-known one. */
typedef struct
{
  SoupServer      *server;
  SoupSession     *session;
  char            *dir;
  GBytes          *bytes;
  guint            n_requests;
  guint            n_http2;
  guint            n_ranges;
} Secure;

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Secure *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *answer = soup_server_message_get_response_headers (message);
  gsize length;
  const char *data = g_bytes_get_data (self->bytes, &length);

  self->n_requests++;
  self->n_http2 += soup_server_message_get_http_version (message) == SOUP_HTTP_2_0;
  self->n_ranges += soup_message_headers_get_one (headers, "Range") != NULL;

  if (g_str_equal (path, "/busy") && self->n_requests == 1)
    {
      soup_server_message_set_status (message, 503, NULL);
      return;
    }

  if (g_str_equal (path, "/redirect"))
    {
      soup_server_message_set_redirect (message, 302, "/file");
      return;
    }

  if (g_str_equal (path, "/open"))
    {
      soup_server_message_set_redirect (message, 302, "http://127.0.0.1:1/file");
      return;
    }

  soup_message_headers_replace (answer, "ETag", "\"one\"");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, data, length);
}

static gboolean
has_tls (void)
{
  if (g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    return TRUE;

  g_test_skip ("GIO has no TLS here (glib-networking)");

  return FALSE;
}

static Secure *
secure_new (void)
{
  Secure *self = g_new0 (Secure, 1);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "web", "loopback.pem", NULL);
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(GTlsDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  certificate = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);

  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
  self->session = byl_web_session_new ();
  soup_session_set_tls_database (self->session, database);
  self->dir = test_make_dir ();
  self->bytes = fetch_make_bytes (LENGTH);

  return self;
}

static void
secure_free (Secure *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  test_remove_dir (self->dir);
  g_bytes_unref (self->bytes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secure, secure_free)

static char *
make_address (Secure     *self,
              const char *path)
{
  GSList *uris = soup_server_get_uris (self->server);
  char *address = g_strdup_printf ("https://127.0.0.1:%d%s", g_uri_get_port (uris->data), path);

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return address;
}

static gboolean
fetch (Secure                *self,
       const char            *path,
       const BylFetchLimits  *limits,
       GBytes               **bytes,
       GError               **error)
{
  g_autofree char *address = make_address (self, path);
  g_autoptr(GAsyncResult) result = NULL;

  byl_fetch_bytes_async (self->session, address, limits, NULL, test_keep_result, &result);
  test_wait (&result);

  return byl_fetch_bytes_finish (self->session, result, bytes, NULL, error);
}

static void
test_what_is_too_much_is_broken_off (void)
{
  g_autoptr(Secure) self = NULL;
  BylFetchLimits limits = FETCH_LIMITS;

  if (!has_tls ())
    return;

  self = secure_new ();
  limits.max_bytes = LENGTH - 1;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_false (fetch (self, "/file", &limits, &bytes, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_SIZE);
    }
}

static void
test_no_redirect_leaves_the_enciphered_way (void)
{
  g_autoptr(Secure) self = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (!has_tls ())
    return;

  self = secure_new ();
  g_assert_false (fetch (self, "/open", &FETCH_LIMITS, &bytes, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
}

static void
test_redirects_and_second_tries_come_to_an_end (void)
{
  const char *paths[] = { "/redirect", "/busy", "/file" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(Secure) self = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      if (!has_tls ())
        return;

      self = secure_new ();
      g_assert_true (fetch (self, paths[i], &FETCH_LIMITS, &bytes, &error));
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, self->bytes));
    }
}

static GPtrArray *
make_items (Secure *self)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < N_FILES; i++)
    {
      BylDownloadItem *item = g_new0 (BylDownloadItem, 1);
      g_autofree char *path = g_strdup_printf ("/file-%u", i);
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      item->address = make_address (self, path);
      item->sha256 = fetch_make_sha256 (self->bytes);
      item->size = LENGTH;
      item->file = test_child (self->dir, name);
      g_ptr_array_add (items, item);
    }

  return items;
}

static void
free_items (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      BylDownloadItem *item = g_ptr_array_index (items, i);

      g_free (item->address);
      g_free (item->sha256);
      g_object_unref (item->file);
      g_free (item);
    }
  g_ptr_array_unref (items);
}

static gboolean
fetch_items (Secure        *self,
             GPtrArray     *items,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_download_files_async (self->session, items, 1, NULL, NULL, cancellable, test_keep_result,
                            &result);
  test_wait (&result);

  return byl_download_files_finish (self->session, result, error);
}

static void
test_many_files_come_through_one_connection (void)
{
  g_autoptr(Secure) self = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *items;

  if (!has_tls ())
    return;

  self = secure_new ();
  items = make_items (self);
  g_assert_true (fetch_items (self, items, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_requests, ==, N_FILES);
  g_test_message ("%u of %u requests by HTTP/2", self->n_http2, self->n_requests);
  free_items (items);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_what_was_given_up_goes_on (void)
{
  g_autoptr(Secure) self = NULL;
  gboolean done = FALSE;
  GPtrArray *items;

  if (!has_tls ())
    return;

  self = secure_new ();
  items = make_items (self);
  for (guint after = 1; !done; after += 1 + after / 4)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      guint timeout = g_timeout_add (after, cancel_cb, cancellable);

      done = fetch_items (self, items, cancellable, &error);
      if (!done)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      if (!g_cancellable_is_cancelled (cancellable))
        g_source_remove (timeout);
    }

  for (guint i = 0; i < N_FILES; i++)
    {
      const BylDownloadItem *item = g_ptr_array_index (items, i);
      g_autoptr(GBytes) bytes = g_file_load_bytes (item->file, NULL, NULL, NULL);

      g_assert_true (g_bytes_equal (bytes, self->bytes));
    }
  g_test_message ("%u requests, %u for the rest of a file", self->n_requests, self->n_ranges);
  free_items (items);
}

/* What was kept in a file may have been changed by anybody. */
static void
test_what_is_no_etag_is_not_sent (void)
{
  g_autofree char *long_one = g_strnfill (1001, 'x');
  const char *bad[] = { "", "\"one\"\r\nX-Evil: 1", "\"on\te\"", "\"öne\"", long_one };

  g_assert_false (byl_fetch_is_etag (NULL));
  g_assert_true (byl_fetch_is_etag ("W/\"one\""));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(FetchFixture) fixture = fetch_fixture_new ();
      g_autoptr(GBytes) bytes = fetch_make_bytes (50);
      BylFetchLimits limits = FETCH_LIMITS;
      g_autoptr(FetchOutcome) outcome = NULL;

      g_assert_false (byl_fetch_is_etag (bad[i]));
      fault_server_add_file (fixture->server, "/list", bytes, "\"one\"");
      limits.etag = bad[i];
      outcome = fetch_bytes (fixture, "/list", &limits);
      fetch_outcome_assert (outcome, -1);
      g_assert_nonnull (outcome->bytes);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fetch-secure/what-is-too-much-is-broken-off",
                   test_what_is_too_much_is_broken_off);
  g_test_add_func ("/fetch-secure/no-redirect-leaves-the-enciphered-way",
                   test_no_redirect_leaves_the_enciphered_way);
  g_test_add_func ("/fetch-secure/redirects-and-second-tries-come-to-an-end",
                   test_redirects_and_second_tries_come_to_an_end);
  g_test_add_func ("/fetch-secure/many-files-come-through-one-connection",
                   test_many_files_come_through_one_connection);
  g_test_add_func ("/fetch-secure/what-was-given-up-goes-on", test_what_was_given_up_goes_on);
  g_test_add_func ("/fetch-secure/what-is-no-etag-is-not-sent", test_what_is_no_etag_is_not_sent);

  return g_test_run ();
}
