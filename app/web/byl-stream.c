/* byl-stream.c: parting what a server sends bit by bit into whole pieces
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-stream.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _BylStream
{
  BylStreamKind   kind;
  gsize           max_line; /* bytes of a line, and of an event's data */
  BylStreamPiece  piece;
  gpointer        user_data;
  GString        *line;     /* what has come of the line that is not whole yet */
  GString        *data;     /* of the event that is not whole yet */
  gboolean        has_data;
  gboolean        is_first; /* no line was whole yet */
  gboolean        after_return; /* a line feed now belongs to the line that ended */
  gboolean        is_over;
};

/**
 * byl_stream_new:
 * @kind: how pieces are parted
 * @max_line: how many bytes a line may have, and an event
 * @piece: (scope notified): takes the pieces
 * @user_data: data for @piece
 *
 * Returns: (transfer full): a stream of which nothing has come yet
 */
BylStream *
byl_stream_new (BylStreamKind  kind,
                gsize          max_line,
                BylStreamPiece piece,
                gpointer       user_data)
{
  BylStream *self = g_new0 (BylStream, 1);

  self->kind = kind;
  self->max_line = max_line;
  self->piece = piece;
  self->user_data = user_data;
  self->line = g_string_new (NULL);
  self->data = g_string_new (NULL);
  self->is_first = TRUE;

  return self;
}

/**
 * byl_stream_free:
 * @self: (nullable) (transfer full): a stream
 */
void
byl_stream_free (BylStream *self)
{
  if (self == NULL)
    return;

  g_string_free (self->line, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self);
}

static gboolean
refuse_length (BylStream  *self,
               GError    **error)
{
  self->is_over = TRUE;
  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SERVER,
                       _("The server sent a line without an end. Such an answer cannot be read."));

  return FALSE;
}

static gboolean
pass_on (BylStream   *self,
         const char  *data,
         gsize        length,
         GError     **error)
{
  if (!self->piece (data, length, self->user_data, error))
    self->is_over = TRUE;

  return !self->is_over;
}

/* An empty line ends an event; one without data is none. */
static gboolean
end_event (BylStream  *self,
           GError    **error)
{
  gboolean goes_on = TRUE;

  if (self->has_data)
    goes_on = pass_on (self, self->data->str, self->data->len, error);

  g_string_truncate (self->data, 0);
  self->has_data = FALSE;

  return goes_on;
}

/* Of the fields of an event only its data is of use: each interface repeats in it what kind of
 * event it is. A line that begins with a colon is a comment. */
static gboolean
take_field (BylStream   *self,
            const char  *line,
            gsize        length,
            GError     **error)
{
  if (length == 0)
    return end_event (self, error);

  if (length < 4 || memcmp (line, "data", 4) != 0 || (length > 4 && line[4] != ':'))
    return TRUE;

  line += MIN (length, 5);
  length -= MIN (length, 5);
  if (length > 0 && *line == ' ')
    {
      line++;
      length--;
    }

  if (self->data->len + 1 + length > self->max_line)
    return refuse_length (self, error);

  if (self->has_data)
    g_string_append_c (self->data, '\n');
  g_string_append_len (self->data, line, (gssize) length);
  self->has_data = TRUE;

  return TRUE;
}

static gboolean
end_line (BylStream  *self,
          GError    **error)
{
  const char *line = self->line->str;
  gsize length = self->line->len;
  gboolean goes_on;

  if (self->is_first && g_str_has_prefix (line, BYTE_ORDER_MARK))
    {
      line += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  self->is_first = FALSE;

  if (self->kind == BYL_STREAM_EVENTS)
    goes_on = take_field (self, line, length, error);
  else
    goes_on = strspn (line, " \t") == length || pass_on (self, line, length, error);

  g_string_truncate (self->line, 0);

  return goes_on;
}

/**
 * byl_stream_feed:
 * @self: a stream
 * @bytes: (array length=length): what has come
 * @length: how many bytes; wherever they were parted, even within a character
 * @error: return location for an error
 *
 * Takes the next bytes. Lines end in a line feed, a carriage return, or both.
 *
 * Errors: %BYL_ERROR_SERVER where a line, or an event, is longer than it may be; those of the
 * function that takes the pieces.
 *
 * Returns: whether the stream goes on; %FALSE with @error set, or without where the function that
 *   takes the pieces has had enough
 */
gboolean
byl_stream_feed (BylStream   *self,
                 const char  *bytes,
                 gsize        length,
                 GError     **error)
{
  const char *end = bytes + length;

  while (bytes < end && !self->is_over)
    {
      const char *stop = bytes;

      if (self->after_return && *bytes == '\n')
        {
          self->after_return = FALSE;
          bytes++;
          continue;
        }
      self->after_return = FALSE;

      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;

      if (self->line->len + (gsize) (stop - bytes) > self->max_line)
        return refuse_length (self, error);

      g_string_append_len (self->line, bytes, stop - bytes);
      bytes = stop;
      if (stop == end)
        break;

      self->after_return = *stop == '\r';
      bytes++;
      if (!end_line (self, error))
        return FALSE;
    }

  return !self->is_over;
}

/**
 * byl_stream_end:
 * @self: a stream
 * @error: return location for an error
 *
 * Takes what has come as whole: many servers leave out the empty line after the last event, and the
 * end of the last line.
 *
 * Errors: those of byl_stream_feed()
 *
 * Returns: %FALSE with @error set where the last piece is bad
 */
gboolean
byl_stream_end (BylStream  *self,
                GError    **error)
{
  g_autoptr(GError) failure = NULL;

  if (!self->is_over && self->line->len > 0)
    end_line (self, &failure);
  if (failure == NULL && !self->is_over && self->kind == BYL_STREAM_EVENTS)
    end_event (self, &failure);

  self->is_over = TRUE;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
