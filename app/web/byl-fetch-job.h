/* byl-fetch-job.h: the way of one fetch: tries, redirects, the time that is left
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-fetch.h"
#include "byl-fetch-part.h"

G_BEGIN_DECLS

/* The data of a task, which returns TRUE when all is there. */
typedef struct
{
  SoupSession      *session;
  GUri             *address;        /* as it was asked for */
  GUri             *uri;            /* where that has led */
  guint64           max_bytes;      /* decoded */
  guint64           size;           /* 0 = not known */
  char             *sha256;         /* (nullable) */
  char             *known_etag;     /* (nullable) */
  guint             pause;          /* milliseconds before the next try */
  guint             n_tries;
  guint             n_redirects;

  GCancellable     *outer;          /* (nullable): of who asks */
  gulong            outer_handler;
  GCancellable     *cancellable;    /* likewise, and of the deadline */
  GSource          *deadline;
  gint64            ends_at;        /* of the monotonic clock */
  gboolean          is_late;

  GCancellable     *attempt;        /* (nullable): of this try, and of all that stops the job */
  GSource          *watch;          /* looks whether the server says something */
  guint             silence;        /* milliseconds that it may say nothing */
  gint64            heard_at;       /* of the monotonic clock; 0 = nobody listens */

  SoupMessage      *message;        /* (nullable): of this try */
  GInputStream     *stream;         /* (nullable): likewise */
  char             *etag;           /* (nullable): of what came */
  gboolean          is_unchanged;   /* the server has nothing newer than the known ETag */

  GByteArray       *bytes;          /* (nullable): where bytes are asked for */
  GFile            *to;             /* (nullable): where a file is */
  BylFetchPart     *part;           /* (nullable): likewise, once it is open */
  guint64           n_bytes;        /* that are there */
  gboolean          is_resumed;     /* some of them came in an earlier try */
  BylFetchProgress  progress;       /* (nullable) */
  gpointer          progress_data;
} BylFetchJob;

GTask *byl_fetch_job_new     (SoupSession          *session,
                              const char           *address,
                              const BylFetchLimits *limits,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
void   byl_fetch_job_try     (GTask                *task);
void   byl_fetch_job_restart (GTask                *task);
void   byl_fetch_job_fail    (GTask                *task,
                              GError               *error);
void   byl_fetch_job_retry   (GTask                *task,
                              GError               *error);
void   byl_fetch_job_succeed (GTask                *task);
void   byl_fetch_job_listen  (BylFetchJob          *job);
void   byl_fetch_job_heard   (BylFetchJob          *job,
                              GError              **error);

/* In the body */
void   byl_fetch_job_read    (GTask                *task);
void   byl_fetch_job_open    (GTask                *task);
void   byl_fetch_job_begin   (GTask                *task);

G_END_DECLS
