/* byl-stream.h: parting what a server sends bit by bit into whole pieces
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BylStreamKind:
 * @BYL_STREAM_EVENTS: server-sent events, as the HTML standard has them; a piece is an event's data
 * @BYL_STREAM_LINES: a piece is a line that is not empty
 *
 * How pieces are parted.
 */
typedef enum
{
  BYL_STREAM_EVENTS,
  BYL_STREAM_LINES,
} BylStreamKind;

typedef struct _BylStream BylStream;

/**
 * BylStreamPiece:
 * @data: (array length=length): the piece; a zero byte follows it
 * @length: how many bytes
 * @user_data: data of who parts the stream
 * @error: return location for an error
 *
 * Takes one whole piece.
 *
 * Returns: whether the stream is to go on; %FALSE with @error set where the piece is bad, and
 *   without where it was the last that matters
 */
typedef gboolean (*BylStreamPiece) (const char  *data,
                                    gsize        length,
                                    gpointer     user_data,
                                    GError     **error);

BylStream *byl_stream_new  (BylStreamKind    kind,
                            gsize            max_line,
                            BylStreamPiece   piece,
                            gpointer         user_data);
void       byl_stream_free (BylStream       *self);
gboolean   byl_stream_feed (BylStream       *self,
                            const char      *bytes,
                            gsize            length,
                            GError         **error);
gboolean   byl_stream_end  (BylStream       *self,
                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylStream, byl_stream_free)

G_END_DECLS
