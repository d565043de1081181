/* raw-server.h: a server that says exactly the bytes that a test wants, right or wrong
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _RawServer RawServer;

RawServer *raw_server_start      (void);
void       raw_server_stop       (RawServer  *self);
char      *raw_server_address    (RawServer  *self,
                                  const char *path);
guint16    raw_server_get_port   (RawServer  *self);

/* What is said to one request after the other; the last is said again and again. */
void       raw_server_say        (RawServer  *self,
                                  const char *bytes,
                                  gssize      length);
void       raw_server_say_status (RawServer  *self,
                                  guint       status,
                                  const char *headers,
                                  const char *body);
void       raw_server_say_body   (RawServer  *self,
                                  const char *type,
                                  const char *body);

/* How the newest of it is said. */
void       raw_server_drip       (RawServer  *self,
                                  guint       milliseconds);
void       raw_server_hold       (RawServer  *self);
void       raw_server_flood      (RawServer  *self,
                                  guint64     n_bytes);

guint      raw_server_get_n      (RawServer  *self);
char      *raw_server_dup_asked  (RawServer  *self,
                                  guint       position);
gboolean   raw_server_was_left   (RawServer  *self);

G_END_DECLS
