/* fault-server.c: a server on this machine that misbehaves as servers do, and worse
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fault-server.h"

#include "fault-server-private.h"

#include <string.h>

#define MAX_HEAD     65536u
#define MAX_THREADS  64

static void
path_free (FaultPath *path)
{
  g_clear_pointer (&path->bytes, g_bytes_unref);
  g_clear_pointer (&path->pieces, g_strfreev);
  g_clear_pointer (&path->raw, g_bytes_unref);
  g_clear_pointer (&path->etag, g_free);
  g_clear_pointer (&path->request, g_free);
  g_free (path);
}

/* What is known of a path; the lock is held. */
static FaultPath *
find_path (FaultServer *self,
           const char  *name)
{
  FaultPath *path = g_hash_table_lookup (self->paths, name);

  if (path != NULL)
    return path;

  path = g_new0 (FaultPath, 1);
  g_hash_table_insert (self->paths, g_strdup (name), path);

  return path;
}

/* Reads up to the empty line, and the body as far as it is announced; NULL where the other side has
 * gone. */
static char *
read_request (FaultServer  *self,
              GInputStream *input)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gsize wanted = 0;
  char piece[4096];

  while (wanted == 0 || text->len < wanted)
    {
      gssize n = g_input_stream_read (input, piece, sizeof piece, self->stopped, NULL);
      const char *head_end;

      if (n <= 0 || text->len > MAX_HEAD + wanted)
        return NULL;

      g_string_append_len (text, piece, n);
      head_end = strstr (text->str, "\r\n\r\n");
      if (wanted == 0 && head_end != NULL)
        {
          g_autofree char *length = fault_dup_header (text->str, "content-length");

          wanted = (gsize) (head_end - text->str) + 4 +
                   (length != NULL ? (gsize) g_ascii_strtoull (length, NULL, 10) : 0);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of the request’s first line. */
static char *
dup_target (const char *request)
{
  g_auto(GStrv) words = g_strsplit_set (request, " \r\n", 3);

  return g_strdup (words[0] != NULL && words[1] != NULL ? words[1] : "/");
}

/* Answers one request; FALSE where the connection has to end. */
static gboolean
answer_one (FaultServer *self,
            GIOStream   *stream,
            GSocket     *socket)
{
  g_autofree char *request = read_request (self, g_io_stream_get_input_stream (stream));
  g_autofree char *target = request != NULL ? dup_target (request) : NULL;
  FaultTalk talk = { .server = self, .socket = socket, .request = request };
  gboolean goes_on;

  if (request == NULL)
    return FALSE;

  talk.output = g_io_stream_get_output_stream (stream);
  talk.query = strchr (target, '?');
  if (talk.query != NULL)
    {
      *(char *) talk.query = '\0';
      talk.query++;
    }
  talk.path = target;

  g_mutex_lock (&self->lock);
  talk.known = find_path (self, target);
  talk.known->n_requests++;
  g_free (talk.known->request);
  talk.known->request = g_strdup (request);
  self->n_now++;
  self->most = MAX (self->most, self->n_now);
  g_mutex_unlock (&self->lock);

  goes_on = fault_answer (&talk);

  g_mutex_lock (&self->lock);
  self->n_now--;
  g_mutex_unlock (&self->lock);

  return goes_on;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  FaultServer *self = user_data;
  g_autoptr(GIOStream) stream = NULL;

  if (self->certificate == NULL)
    stream = g_object_ref (G_IO_STREAM (connection));
  else
    stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);

  while (stream != NULL && !g_cancellable_is_cancelled (self->stopped) &&
         answer_one (self, stream, g_socket_connection_get_socket (connection)))
    continue;

  if (stream != NULL)
    g_io_stream_close (stream, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_atomic_int_add (&self->n_connections, -1);

  return TRUE;
}

static gboolean
incoming_cb (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             gpointer           user_data)
{
  FaultServer *self = user_data;

  g_atomic_int_inc (&self->n_connections);

  return FALSE;
}

/* The listening socket, too, has a thread. */
static gpointer
listen_in_thread (gpointer user_data)
{
  FaultServer *self = user_data;

  g_main_context_push_thread_default (self->context);
  g_socket_service_start (self->service);
  while (!g_cancellable_is_cancelled (self->stopped))
    g_main_context_iteration (self->context, TRUE);
  g_socket_service_stop (self->service);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static FaultServer *
start (GTlsCertificate *certificate)
{
  FaultServer *self = g_new0 (FaultServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) error = NULL;

  g_mutex_init (&self->lock);
  self->certificate = certificate;
  self->stopped = g_cancellable_new ();
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) path_free);
  self->context = g_main_context_new ();

  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (MAX_THREADS);
  g_main_context_pop_thread_default (self->context);
  g_socket_service_stop (self->service);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any_port, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  self->thread = g_thread_new ("fault-server", listen_in_thread, self);

  return self;
}

FaultServer *
fault_server_start (void)
{
  return start (NULL);
}

/* With a certificate that is signed by nobody, and for another name; NULL where this system has no
 * TLS at all. */
FaultServer *
fault_server_start_tls (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "web", "self-signed.pem", NULL);
  g_autoptr(GError) error = NULL;
  GTlsCertificate *certificate;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    return NULL;

  certificate = g_tls_certificate_new_from_file (path, &error);
  g_assert_no_error (error);

  return start (certificate);
}

/* Breaks off what is still being said. */
void
fault_server_stop (FaultServer *self)
{
  g_cancellable_cancel (self->stopped);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  while (g_atomic_int_get (&self->n_connections) > 0)
    g_usleep (500);

  g_object_unref (self->service);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->paths);
  g_object_unref (self->stopped);
  g_clear_object (&self->certificate);
  g_mutex_clear (&self->lock);
  g_free (self);
}

char *
fault_server_dup_address (FaultServer *self,
                          const char  *path)
{
  return g_strdup_printf ("%s://127.0.0.1:%u%s", self->certificate != NULL ? "https" : "http",
                          self->port, path);
}

/* A file as a good server has it: with ranges, and with an ETag if there is one (as it is sent, in
 * quotation marks). */
void
fault_server_add_file (FaultServer *self,
                       const char  *path,
                       GBytes      *bytes,
                       const char  *etag)
{
  FaultPath *known;

  g_mutex_lock (&self->lock);
  known = find_path (self, path);
  g_clear_pointer (&known->bytes, g_bytes_unref);
  known->bytes = g_bytes_ref (bytes);
  g_free (known->etag);
  known->etag = g_strdup (etag);
  g_mutex_unlock (&self->lock);
}

/* The connection breaks after so many bytes of the file, or of what was asked of it, so many
 * times. */
void
fault_server_cut_file (FaultServer *self,
                       const char  *path,
                       gsize        after,
                       guint        times)
{
  FaultPath *known;

  g_mutex_lock (&self->lock);
  known = find_path (self, path);
  known->cut_after = after;
  known->n_cuts = times;
  known->stalls = FALSE;
  g_mutex_unlock (&self->lock);
}

/* Likewise, but the connection stays, and nothing more is said. */
void
fault_server_stall_file (FaultServer *self,
                         const char  *path,
                         gsize        after,
                         guint        times)
{
  fault_server_cut_file (self, path, after, times);

  g_mutex_lock (&self->lock);
  find_path (self, path)->stalls = TRUE;
  g_mutex_unlock (&self->lock);
}

/* Whatever is asked, these pieces come, headers and all, with so many milliseconds between them;
 * then the connection ends. */
void
fault_server_add_raw (FaultServer        *self,
                      const char         *path,
                      const char * const *pieces,
                      guint               pause)
{
  FaultPath *known;

  g_mutex_lock (&self->lock);
  known = find_path (self, path);
  g_strfreev (known->pieces);
  known->pieces = g_strdupv ((char **) pieces);
  known->pause = pause;
  g_mutex_unlock (&self->lock);
}

/* Likewise with bytes that may hold zeros, in one piece. */
void
fault_server_add_bytes (FaultServer *self,
                        const char  *path,
                        GBytes      *bytes)
{
  FaultPath *known;

  g_mutex_lock (&self->lock);
  known = find_path (self, path);
  g_clear_pointer (&known->raw, g_bytes_unref);
  known->raw = g_bytes_ref (bytes);
  g_mutex_unlock (&self->lock);
}

/* How often a path was asked for. */
guint
fault_server_count (FaultServer *self,
                    const char  *path)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = find_path (self, path)->n_requests;
  g_mutex_unlock (&self->lock);

  return n;
}

/* How often a file was sent to its end. */
guint
fault_server_count_whole (FaultServer *self,
                          const char  *path)
{
  guint n;

  g_mutex_lock (&self->lock);
  n = find_path (self, path)->n_whole;
  g_mutex_unlock (&self->lock);

  return n;
}

/* How many requests were under way at the same time, at most. */
guint
fault_server_get_most (FaultServer *self)
{
  guint most;

  g_mutex_lock (&self->lock);
  most = self->most;
  g_mutex_unlock (&self->lock);

  return most;
}

/* The last request for a path, with its body; NULL where there was none. */
char *
fault_server_dup_request (FaultServer *self,
                          const char  *path)
{
  char *request;

  g_mutex_lock (&self->lock);
  request = g_strdup (find_path (self, path)->request);
  g_mutex_unlock (&self->lock);

  return request;
}
