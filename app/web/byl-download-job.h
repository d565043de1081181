/* byl-download-job.h: the steps from addresses to an installed pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-download-cache.h"
#include "byl-download.h"

G_BEGIN_DECLS

/* A file that was published. */
typedef struct
{
  char    *name;
  char    *address;
  char    *sha256;  /* (nullable) */
  guint64  size;
} BylDownloadWanted;

/* The data of a task, which goes from one step to the next; in a thread it is used only while the
 * task waits for that. */
typedef struct
{
  SoupSession         *session;
  BylLibrary          *library;
  GFile               *cache_dir;
  guint                pause;
  char                *id;            /* of the pack */
  BylRecipe           *recipe;        /* (nullable): NULL = the one file is the pack */
  char               **writers;       /* (nullable) */
  GPtrArray           *wanted;        /* (element-type BylDownloadWanted) */
  guint64              size;          /* 0 = not known */
  BylDownloadProgress  progress;      /* (nullable) */
  gpointer             progress_data;

  BylDownloadCache    *cache;         /* (nullable): until it is open */
  GPtrArray           *sources;       /* (element-type BylImportSource) */
  GBytes              *pack;          /* (nullable): as JSON, fresh from the import */
  GPtrArray           *problems;      /* (element-type BylProblem) */
  BylPackEntry        *entry;         /* (nullable): the installed pack */
} BylDownloadJob;

GTask *byl_download_job_new  (const BylDownloadPlace *place,
                              const char             *id,
                              BylDownloadProgress     progress,
                              gpointer                progress_data,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data);
void   byl_download_job_want (BylDownloadJob         *self,
                              const char             *name,
                              const char             *address,
                              const char             *sha256,
                              guint64                 size);
void   byl_download_job_run  (GTask                  *task);

G_END_DECLS
