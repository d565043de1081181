/* fault-server.h: a server on this machine that misbehaves as servers do, and worse
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* It speaks in threads of its own: a test may block its main loop, and nothing here depends on a
 * library that would not let it misbehave. Whatever is asked of it, these paths are there:
 *
 * /status/CODE            that status; ?times=N: only N times, then “{}”; ?retry-after=TEXT and
 *                         ?retry-after-ms=TEXT are sent as headers
 * /redirect               to ?to=ADDRESS (escaped); ?code=CODE, else 302
 * /loop                   to itself, for ever
 * /slow                   ?ms=N: is silent that long, then “{}”
 * /silent                 takes the request and never says anything
 * /drip                   a byte each ?ms=N (1000), for ever
 * /bomb                   gzip: 300 KB that are 300 MiB of zeros
 * /line                   ?mb=N (200) mebibytes without a line break, as large as they are
 * /cut                    ?length=N is promised, ?sent=N comes (1000 and 500)
 * /cut-chunked            a chunk, and not the end
 * /html                   a page of a login, with status 200
 *
 * and what was put there beforehand. Anything else is 404. */
typedef struct _FaultServer FaultServer;

FaultServer *fault_server_start       (void);
FaultServer *fault_server_start_tls   (void);
void         fault_server_stop        (FaultServer        *self);
char        *fault_server_dup_address (FaultServer        *self,
                                       const char         *path);
void         fault_server_add_file    (FaultServer        *self,
                                       const char         *path,
                                       GBytes             *bytes,
                                       const char         *etag);
void         fault_server_cut_file    (FaultServer        *self,
                                       const char         *path,
                                       gsize               after,
                                       guint               times);
void         fault_server_stall_file  (FaultServer        *self,
                                       const char         *path,
                                       gsize               after,
                                       guint               times);
void         fault_server_add_raw     (FaultServer        *self,
                                       const char         *path,
                                       const char * const *pieces,
                                       guint               pause);
void         fault_server_add_bytes   (FaultServer        *self,
                                       const char         *path,
                                       GBytes             *bytes);
guint        fault_server_count       (FaultServer        *self,
                                       const char         *path);
guint        fault_server_count_whole (FaultServer        *self,
                                       const char         *path);
guint        fault_server_get_most    (FaultServer        *self);
char        *fault_server_dup_request (FaultServer        *self,
                                       const char         *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultServer, fault_server_stop)

G_END_DECLS
