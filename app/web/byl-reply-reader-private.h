/* byl-reply-reader-private.h: what the readers of the four interfaces share
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-reply-json.h"
#include "byl-reply-reader.h"
#include "byl-stream.h"

G_BEGIN_DECLS

/* What a server's body turned out to be, by how it begins. */
typedef enum
{
  BYL_BODY_UNKNOWN,
  BYL_BODY_STREAM,
  BYL_BODY_WHOLE, /* JSON that is read at its end */
} BylBody;

struct _BylReplyReader
{
  BylInterface interface;
  BylBody      body;
  BylStream   *stream;    /* (nullable) */
  GString     *waiting;   /* the body so far, while it is not known or is read at its end */
  guint        n_pieces;
  gboolean     is_ending; /* what comes now may be cut off */
  JsonNode    *complaint; /* (nullable): what the server said instead of an answer */

  GString     *text;
  GString     *refusal;   /* text that the interface marks as a refusal */
  guint        n_characters;
  char        *model;     /* (nullable) */
  char        *ended;     /* (nullable) */
  gboolean     has_mark;  /* the answer is known to be at its end */
  gboolean     is_over;   /* and nothing of use follows */
  gint64       input_tokens;
  gint64       output_tokens;
};

/* Each reads one whole piece of an answer. They return FALSE with an error set where the piece is
 * none; whether the answer is at its end they note in the reader. */
gboolean byl_reply_read_openai    (BylReplyReader  *self,
                                   JsonObject      *piece,
                                   GError         **error);
gboolean byl_reply_read_anthropic (BylReplyReader  *self,
                                   JsonObject      *piece,
                                   GError         **error);
gboolean byl_reply_read_gemini    (BylReplyReader  *self,
                                   JsonObject      *piece,
                                   GError         **error);
gboolean byl_reply_read_ollama    (BylReplyReader  *self,
                                   JsonObject      *piece,
                                   GError         **error);

gboolean byl_reply_reader_refuse  (GError         **error);
gboolean byl_reply_reader_append  (BylReplyReader  *self,
                                   GString         *to,
                                   JsonObject      *object,
                                   const char      *name,
                                   GError         **error);
gboolean byl_reply_reader_end     (BylReplyReader  *self,
                                   JsonObject      *object,
                                   const char      *name,
                                   GError         **error);
void     byl_reply_reader_name    (BylReplyReader  *self,
                                   const char      *model);
void     byl_reply_reader_count   (gint64          *tokens,
                                   gint64           count);

G_END_DECLS
