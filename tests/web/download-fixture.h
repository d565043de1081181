/* download-fixture.h: a published set of answers, and an installation to fetch it into
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-download.h"
#include "fault-server.h"
#include "test-library-support.h"

G_BEGIN_DECLS

#define DOWNLOAD_FILES 12u

/* What the server has, and where it goes. */
typedef struct
{
  FaultServer *server;
  SoupSession *session;
  TestPlace   *place;
  BylLibrary  *library;
  char        *cache_path;
  GFile       *cache_dir;
  guint        n_progress;
  guint64      last_bytes;
  guint64      last_size;
  gboolean     imported;
} DownloadFixture;

DownloadFixture *download_fixture_new         (void);
void             download_fixture_free        (DownloadFixture  *self);
BylDownloadPlace download_fixture_get_place   (DownloadFixture  *self);
void             download_publish             (FaultServer      *server,
                                               gsize             padding);
char            *download_make_path           (guint             number);
char            *download_make_recipe_text    (FaultServer      *server,
                                               gsize             padding,
                                               gboolean          with_hashes);
BylRecipe       *download_make_recipe         (FaultServer      *server,
                                               gsize             padding,
                                               gboolean          with_hashes);
BylPackEntry    *download_run                 (DownloadFixture  *self,
                                               BylRecipe        *recipe,
                                               GCancellable     *cancellable,
                                               GError          **error);
guint            download_count_cached        (DownloadFixture  *self);
gboolean         download_is_cached           (const char       *cache_path,
                                               guint             number,
                                               gsize             padding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DownloadFixture, download_fixture_free)

G_END_DECLS
