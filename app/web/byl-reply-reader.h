/* byl-reply-reader.h: making an answer of what a server sends bit by bit
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-provider.h"
#include "byl-reply.h"

G_BEGIN_DECLS

typedef struct _BylReplyReader BylReplyReader;

BylReplyReader *byl_reply_reader_new              (BylInterface     interface);
void            byl_reply_reader_free             (BylReplyReader  *self);
guint           byl_reply_reader_get_n_characters (BylReplyReader  *self);
JsonNode       *byl_reply_reader_get_complaint    (BylReplyReader  *self);
gboolean        byl_reply_reader_feed             (BylReplyReader  *self,
                                                   const char      *bytes,
                                                   gsize            length,
                                                   GError         **error);
BylReply       *byl_reply_reader_finish           (BylReplyReader  *self,
                                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylReplyReader, byl_reply_reader_free)

G_END_DECLS
