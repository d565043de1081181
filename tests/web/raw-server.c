/* raw-server.c: a server that says exactly the bytes that a test wants, right or wrong
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "raw-server.h"

#include <string.h>

typedef struct
{
  GBytes  *bytes;
  guint    drip;  /* milliseconds between bytes */
  gboolean holds; /* says nothing more, and waits until the other one leaves */
  guint64  flood; /* bytes that follow */
} Step;

struct _RawServer
{
  GSocketService *service;
  guint16         port;
  GMutex          mutex;
  GPtrArray      *steps; /* (element-type Step) */
  GPtrArray      *asked; /* (element-type utf8) */
  guint           n_said;
  gboolean        was_left;
};

static void
free_step (gpointer data)
{
  Step *step = data;

  g_bytes_unref (step->bytes);
  g_free (step);
}

/* Reads a request to the end that its length gives it. */
static char *
read_request (GInputStream *input)
{
  GString *text = g_string_new (NULL);
  gsize wanted = G_MAXSIZE;
  char buffer[4096];

  while (text->len < wanted)
    {
      gssize n = g_input_stream_read (input, buffer, sizeof buffer, NULL, NULL);
      const char *end;
      const char *length;

      if (n <= 0)
        break;

      g_string_append_len (text, buffer, n);
      end = strstr (text->str, "\r\n\r\n");
      if (end == NULL || wanted != G_MAXSIZE)
        continue;

      length = strstr (text->str, "Content-Length: ");
      wanted = (gsize) (end - text->str) + 4;
      if (length != NULL && length < end)
        wanted += g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
    }

  return g_string_free (text, FALSE);
}

static Step *
next_step (RawServer *self,
           char      *request)
{
  Step *step;

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->asked, request);
  step = g_ptr_array_index (self->steps, MIN (self->n_said, self->steps->len - 1));
  self->n_said++;
  g_mutex_unlock (&self->mutex);

  return step;
}

static gboolean
say_flood (GOutputStream *output,
           guint64        n_bytes)
{
  g_autofree char *piece = g_malloc (65536);
  gboolean is_said = TRUE;

  memset (piece, 'x', 65536);
  for (guint64 said = 0; said < n_bytes && is_said; said += 65536)
    is_said = g_output_stream_write_all (output, piece, 65536, NULL, NULL, NULL);

  return is_said;
}

static gboolean
say_slowly (GOutputStream *output,
            Step          *step)
{
  gsize length;
  const char *data = g_bytes_get_data (step->bytes, &length);
  gboolean is_said = TRUE;

  if (step->drip == 0)
    return g_output_stream_write_all (output, data, length, NULL, NULL, NULL);

  for (gsize i = 0; i < length && is_said; i++)
    {
      is_said = g_output_stream_write_all (output, data + i, 1, NULL, NULL, NULL);
      g_usleep (step->drip * 1000);
    }

  return is_said;
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  RawServer *self = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char *request = read_request (input);
  char byte;
  Step *step;
  gboolean is_heard;

  if (*request == '\0')
    {
      g_free (request);
      return TRUE;
    }

  step = next_step (self, request);
  is_heard = say_slowly (output, step) && say_flood (output, step->flood);
  if (is_heard && step->holds)
    is_heard = g_input_stream_read (input, &byte, 1, NULL, NULL) > 0;

  g_mutex_lock (&self->mutex);
  self->was_left = self->was_left || !is_heard;
  g_mutex_unlock (&self->mutex);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

/* Listens on this machine alone, at a port that was free. */
RawServer *
raw_server_start (void)
{
  RawServer *self = g_new0 (RawServer, 1);
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) effective = NULL;
  g_autoptr(GError) error = NULL;

  g_mutex_init (&self->mutex);
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->service = g_threaded_socket_service_new (8);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective));
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);

  return self;
}

/* The other one has gone by now; a thread that still speaks to it is waited for. */
void
raw_server_stop (RawServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  while (G_OBJECT (self->service)->ref_count > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_object_unref (self->service);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->asked);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

guint16
raw_server_get_port (RawServer *self)
{
  return self->port;
}

char *
raw_server_address (RawServer  *self,
                    const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

void
raw_server_say (RawServer  *self,
                const char *bytes,
                gssize      length)
{
  Step *step = g_new0 (Step, 1);

  step->bytes = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->steps, step);
  g_mutex_unlock (&self->mutex);
}

/* @headers: whole lines, each with its end */
void
raw_server_say_status (RawServer  *self,
                       guint       status,
                       const char *headers,
                       const char *body)
{
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 %u Word\r\nConnection: close\r\n%s"
                                           "Content-Length: %zu\r\n\r\n%s", status, headers,
                                           strlen (body), body);

  raw_server_say (self, text, -1);
}

/* Without a length: the body ends where the connection does, as that of a stream. */
void
raw_server_say_body (RawServer  *self,
                     const char *type,
                     const char *body)
{
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 200 OK\r\nConnection: close\r\n"
                                           "Content-Type: %s\r\n\r\n%s", type, body);

  raw_server_say (self, text, -1);
}

static Step *
newest_step (RawServer *self)
{
  return g_ptr_array_index (self->steps, self->steps->len - 1);
}

void
raw_server_drip (RawServer *self,
                 guint      milliseconds)
{
  newest_step (self)->drip = milliseconds;
}

void
raw_server_hold (RawServer *self)
{
  newest_step (self)->holds = TRUE;
}

void
raw_server_flood (RawServer *self,
                  guint64    n_bytes)
{
  newest_step (self)->flood = n_bytes;
}

guint
raw_server_get_n (RawServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->asked->len;
  g_mutex_unlock (&self->mutex);

  return n;
}

/* The request of that position, head and body. */
char *
raw_server_dup_asked (RawServer *self,
                      guint      position)
{
  char *asked;

  g_mutex_lock (&self->mutex);
  g_assert_cmpuint (position, <, self->asked->len);
  asked = g_strdup (g_ptr_array_index (self->asked, position));
  g_mutex_unlock (&self->mutex);

  return asked;
}

/* Whether somebody went before all was said. */
gboolean
raw_server_was_left (RawServer *self)
{
  gboolean was_left;

  g_mutex_lock (&self->mutex);
  was_left = self->was_left;
  g_mutex_unlock (&self->mutex);

  return was_left;
}
