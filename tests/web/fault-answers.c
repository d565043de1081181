/* fault-answers.c: what the fault server says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fault-server-private.h"

#include <string.h>

#define MEBIBYTE   (1024u * 1024u)
#define BOMB_SIZE  300u /* mebibytes */
#define LINE_SIZE  200u /* likewise */

typedef gboolean (*Answer) (const FaultTalk *talk);

/* The value of a header of a request; the name is in small letters. */
char *
fault_dup_header (const char *request,
                  const char *name)
{
  g_auto(GStrv) lines = g_strsplit (request, "\r\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      return g_strdup (g_strstrip (lines[i] + length + 1));

  return NULL;
}

/* The value of a member of the query, unescaped. */
static char *
dup_parameter (const FaultTalk *talk,
               const char      *name)
{
  g_autoptr(GHashTable) parameters = NULL;

  if (talk->query == NULL)
    return NULL;

  parameters = g_uri_parse_params (talk->query, -1, "&", G_URI_PARAMS_NONE, NULL);

  return parameters != NULL ? g_strdup (g_hash_table_lookup (parameters, name)) : NULL;
}

static guint
get_number (const FaultTalk *talk,
            const char      *name,
            guint            otherwise)
{
  g_autofree char *text = dup_parameter (talk, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

static gboolean
say (const FaultTalk *talk,
     const void      *data,
     gsize            length)
{
  return g_output_stream_write_all (talk->output, data, length, NULL, talk->server->stopped, NULL);
}

G_GNUC_PRINTF (2, 3)
static gboolean
say_text (const FaultTalk *talk,
          const char      *format,
          ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return say (talk, text, strlen (text));
}

/* Waits; FALSE where the other side hangs up meanwhile, or the server is stopped. */
static gboolean
wait_a_while (const FaultTalk *talk,
              guint            milliseconds)
{
  g_autoptr(GError) error = NULL;

  g_socket_condition_timed_wait (talk->socket, G_IO_IN | G_IO_HUP, (gint64) milliseconds * 1000,
                                 talk->server->stopped, &error);

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static gboolean
say_fine (const FaultTalk *talk)
{
  return say_text (talk, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                   "Content-Length: 2\r\n\r\n{}");
}

static gboolean
answer_status (const FaultTalk *talk)
{
  guint code = (guint) g_ascii_strtoull (talk->path + strlen ("/status/"), NULL, 10);
  g_autofree char *after = dup_parameter (talk, "retry-after");
  g_autofree char *after_ms = dup_parameter (talk, "retry-after-ms");
  g_autoptr(GString) head = g_string_new (NULL);

  if (talk->known->n_requests > get_number (talk, "times", G_MAXUINT))
    return say_fine (talk);

  g_string_append_printf (head, "HTTP/1.1 %u Fault\r\nContent-Length: 5\r\n", code);
  if (after != NULL)
    g_string_append_printf (head, "Retry-After: %s\r\n", after);
  if (after_ms != NULL)
    g_string_append_printf (head, "retry-after-ms: %s\r\n", after_ms);

  return say_text (talk, "%s\r\nfault", head->str);
}

static gboolean
answer_redirect (const FaultTalk *talk)
{
  g_autofree char *to = dup_parameter (talk, "to");

  return say_text (talk, "HTTP/1.1 %u Elsewhere\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n",
                   get_number (talk, "code", 302), to);
}

static gboolean
answer_loop (const FaultTalk *talk)
{
  return say_text (talk, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n");
}

static gboolean
answer_slow (const FaultTalk *talk)
{
  return wait_a_while (talk, get_number (talk, "ms", 1000)) && say_fine (talk);
}

static gboolean
answer_silent (const FaultTalk *talk)
{
  while (wait_a_while (talk, 60 * 1000))
    continue;

  return FALSE;
}

static gboolean
answer_drip (const FaultTalk *talk)
{
  guint pause = get_number (talk, "ms", 1000);

  if (!say_text (talk, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"))
    return FALSE;

  while (say_text (talk, " ") && wait_a_while (talk, pause))
    continue;

  return FALSE;
}

/* A few kilobytes for each mebibyte; deflate shrinks a thousandfold at most. */
static GBytes *
make_bomb (void)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream =
    g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  g_autofree char *zeros = g_malloc0 (MEBIBYTE);

  for (guint i = 0; i < BOMB_SIZE; i++)
    g_output_stream_write_all (stream, zeros, MEBIBYTE, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
answer_bomb (const FaultTalk *talk)
{
  g_autoptr(GBytes) bomb = make_bomb ();
  gsize length = g_bytes_get_size (bomb);

  return say_text (talk, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                   "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", length) &&
         say (talk, g_bytes_get_data (bomb, NULL), length);
}

static gboolean
answer_line (const FaultTalk *talk)
{
  g_autofree char *piece = g_malloc (MEBIBYTE);

  memset (piece, 'x', MEBIBYTE);
  if (!say_text (talk, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                 "Connection: close\r\n\r\ndata: "))
    return FALSE;

  for (guint i = 0; i < get_number (talk, "mb", LINE_SIZE); i++)
    if (!say (talk, piece, MEBIBYTE))
      return FALSE;

  return FALSE;
}

static gboolean
answer_cut (const FaultTalk *talk)
{
  g_autofree char *body = g_strnfill (get_number (talk, "sent", 500), ' ');

  say_text (talk, "HTTP/1.1 200 OK\r\nContent-Length: %u\r\n\r\n%s",
            get_number (talk, "length", 1000), body);

  return FALSE;
}

static gboolean
answer_cut_chunked (const FaultTalk *talk)
{
  say_text (talk, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");

  return FALSE;
}

static gboolean
answer_html (const FaultTalk *talk)
{
  const char *page = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head>"
                     "<body>Please log in.</body></html>\n";

  return say_text (talk, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                   "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", strlen (page), page);
}

/* From which byte on the file is wanted; 0 where it is not the one that the other side has
 * begun. */
static gsize
get_start (const FaultTalk *talk,
           gsize            length)
{
  g_autofree char *range = fault_dup_header (talk->request, "range");
  g_autofree char *condition = fault_dup_header (talk->request, "if-range");
  gsize start;

  if (range == NULL || !g_str_has_prefix (range, "bytes=") ||
      (condition != NULL && g_strcmp0 (condition, talk->known->etag) != 0))
    return 0;

  start = (gsize) g_ascii_strtoull (range + strlen ("bytes="), NULL, 10);

  return start < length ? start : 0;
}

/* How many bytes come of so many. */
static gsize
count_bytes (const FaultTalk *talk,
             gsize            left)
{
  FaultPath *known = talk->known;
  gsize n = left;

  g_mutex_lock (&talk->server->lock);
  if (known->n_cuts > 0)
    {
      known->n_cuts--;
      n = MIN (left, known->cut_after);
    }
  if (n == left)
    known->n_whole++;
  g_mutex_unlock (&talk->server->lock);

  return n;
}

static gboolean
answer_file (const FaultTalk *talk)
{
  gsize length;
  const char *data = g_bytes_get_data (talk->known->bytes, &length);
  g_autofree char *known_etag = fault_dup_header (talk->request, "if-none-match");
  g_autofree char *etag = NULL;
  gsize start = get_start (talk, length);
  gsize n;

  if (talk->known->etag != NULL && g_strcmp0 (known_etag, talk->known->etag) == 0)
    return say_text (talk, "HTTP/1.1 304 Not Modified\r\nETag: %s\r\n\r\n", talk->known->etag);

  etag = talk->known->etag != NULL ? g_strdup_printf ("ETag: %s\r\n", talk->known->etag)
                                   : g_strdup ("");
  if (start > 0)
    say_text (talk, "HTTP/1.1 206 Partial Content\r\n%sContent-Length: %" G_GSIZE_FORMAT "\r\n"
              "Content-Range: bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT
              "\r\n\r\n", etag, length - start, start, length - 1, length);
  else
    say_text (talk, "HTTP/1.1 200 OK\r\n%sContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n", etag,
              length);

  n = count_bytes (talk, length - start);
  if (!say (talk, data + start, n))
    return FALSE;

  if (n < length - start && talk->known->stalls)
    return answer_silent (talk);

  return n == length - start;
}

static gboolean
answer_raw (const FaultTalk *talk)
{
  for (guint i = 0; talk->known->pieces[i] != NULL; i++)
    {
      if (i > 0 && talk->known->pause > 0 && !wait_a_while (talk, talk->known->pause))
        return FALSE;
      if (!say (talk, talk->known->pieces[i], strlen (talk->known->pieces[i])))
        return FALSE;
    }

  return FALSE;
}

static const struct
{
  const char *path;
  Answer      answer;
} answers[] = {
  { "/redirect", answer_redirect }, { "/loop", answer_loop }, { "/slow", answer_slow },
  { "/silent", answer_silent }, { "/drip", answer_drip }, { "/bomb", answer_bomb },
  { "/line", answer_line }, { "/cut", answer_cut }, { "/cut-chunked", answer_cut_chunked },
  { "/html", answer_html },
};

/* Answers one request; FALSE where the connection has to end. */
gboolean
fault_answer (const FaultTalk *talk)
{
  if (talk->known->pieces != NULL)
    return answer_raw (talk);

  if (talk->known->raw != NULL)
    return say (talk, g_bytes_get_data (talk->known->raw, NULL),
                g_bytes_get_size (talk->known->raw)) && FALSE;

  if (talk->known->bytes != NULL)
    return answer_file (talk);

  if (g_str_has_prefix (talk->path, "/status/"))
    return answer_status (talk);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].path, talk->path))
      return answers[i].answer (talk);

  return say_text (talk, "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot found");
}
