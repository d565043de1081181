/* byl-library-job.h: what a library has done in a thread: looking for packs, adding one
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-library-list.h"

G_BEGIN_DECLS

void       byl_library_job_run_refresh    (GTask          *work,
                                           BylLibraryList *list,
                                           GFile          *index_file);
void       byl_library_job_run_add        (GTask          *work,
                                           BylLibraryList *list,
                                           GFile          *index_file,
                                           GFile          *file);
guint      byl_library_job_get_generation (GTask          *work);
GPtrArray *byl_library_job_ref_problems   (GTask          *work);

G_END_DECLS
