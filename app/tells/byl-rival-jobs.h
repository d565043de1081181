/* byl-rival-jobs.h: the same work on many things, on all processors
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BylRivalJob:
 * @position: which job, from 0
 * @data: what was given
 */
typedef void (*BylRivalJob) (guint    position,
                             gpointer data);

void byl_rival_jobs_run (guint       n_jobs,
                         BylRivalJob job,
                         gpointer    data);

G_END_DECLS
