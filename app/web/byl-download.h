/* byl-download.h: from addresses to an installed pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-library.h"
#include "byl-recipe.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_DOWNLOAD_FETCHING,
  BYL_DOWNLOAD_IMPORTING,
} BylDownloadStep;

/**
 * BylDownloadProgress:
 * @step: what is being done
 * @n_bytes: bytes that are there
 * @size: bytes that there will be; 0 = not known
 * @user_data: what was given with the function
 *
 * Called in the main loop whenever there is more.
 */
typedef void (*BylDownloadProgress) (BylDownloadStep step,
                                     guint64         n_bytes,
                                     guint64         size,
                                     gpointer        user_data);

/**
 * BylDownloadPlace:
 *
 * What a download works with.
 */
typedef struct
{
  SoupSession *session;
  BylLibrary  *library;
  GFile       *cache_dir; /* on this computer; made when it is needed */
  guint        pause;     /* milliseconds before a second try; 0 = the usual */
} BylDownloadPlace;

void          byl_download_recipe_async (const BylDownloadPlace  *place,
                                         BylRecipe               *recipe,
                                         const char * const      *writers,
                                         BylDownloadProgress      progress,
                                         gpointer                 progress_data,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);
void          byl_download_pack_async   (const BylDownloadPlace  *place,
                                         const char              *id,
                                         const char              *address,
                                         const char              *sha256,
                                         guint64                  size,
                                         BylDownloadProgress      progress,
                                         gpointer                 progress_data,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data);
BylPackEntry *byl_download_finish       (GAsyncResult            *result,
                                         GPtrArray              **problems,
                                         GError                 **error);
void          byl_download_forget       (GFile                   *cache_dir,
                                         const char * const      *ids);

G_END_DECLS
