/* byl-known-writers.h: what is known of language models, whatever the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-mask.h"

G_BEGIN_DECLS

typedef struct _BylKnownWriters BylKnownWriters;

#define BYL_TYPE_KNOWN_WRITERS (byl_known_writers_get_type ())

GType            byl_known_writers_get_type  (void);
BylKnownWriters *byl_known_writers_load      (GFile                  *file,
                                              GError                **error);
BylKnownWriters *byl_known_writers_new_empty (void);
BylKnownWriters *byl_known_writers_ref       (BylKnownWriters        *self);
void             byl_known_writers_unref     (BylKnownWriters        *self);
void             byl_known_writers_add_names (const BylKnownWriters  *self,
                                              BylMask                *mask);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylKnownWriters, byl_known_writers_unref)

G_END_DECLS
