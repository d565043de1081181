/* fault-server-private.h: between the fault server and what it says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fault-server.h"

G_BEGIN_DECLS

/* One path. */
typedef struct
{
  guint   n_requests;
  guint   n_whole;   /* times that its file was sent to the end */
  char   *request;   /* (nullable): the last one */

  GBytes *bytes;     /* (nullable): a file */
  char   *etag;      /* (nullable) */
  gsize   cut_after;
  guint   n_cuts;    /* still to come */
  gboolean stalls;  /* silent instead of cut */
  char  **pieces;    /* (nullable): as they are */
  guint   pause;     /* milliseconds between them */
  GBytes *raw;       /* (nullable): likewise */
} FaultPath;

struct _FaultServer
{
  GSocketService  *service;
  GTlsCertificate *certificate;   /* (nullable) */
  GMainContext    *context;
  GThread         *thread;
  guint16          port;
  GCancellable    *stopped;
  int              n_connections; /* atomic */

  GMutex           lock;          /* for what follows */
  GHashTable      *paths;         /* from a path to FaultPath */
  guint            n_now;         /* requests under way */
  guint            most;
};

/* One request and its answer, in the thread of its connection. */
typedef struct
{
  FaultServer   *server;
  GSocket       *socket;
  GOutputStream *output;
  const char    *request; /* whole */
  const char    *path;
  const char    *query;   /* (nullable) */
  FaultPath     *known;
} FaultTalk;

char     *fault_dup_header (const char      *request,
                            const char      *name);
gboolean  fault_answer     (const FaultTalk *talk);

G_END_DECLS
