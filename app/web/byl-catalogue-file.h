/* byl-catalogue-file.h: a list of packs that can be fetched, as its file has it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-catalogue-line.h"

G_BEGIN_DECLS

#define BYL_CATALOGUE_MAX_BYTES  (8u * 1024u * 1024u)
#define BYL_CATALOGUE_MAX_LINES  1000u

/* Immutable, shared by reference, safe to read from any thread. */
typedef struct _BylCatalogueFile BylCatalogueFile;

#define BYL_TYPE_CATALOGUE_FILE (byl_catalogue_file_get_type ())

GType                   byl_catalogue_file_get_type  (void);
BylCatalogueFile       *byl_catalogue_file_read      (GBytes                  *bytes,
                                                      GPtrArray               *problems,
                                                      GError                 **error);
BylCatalogueFile       *byl_catalogue_file_load      (GFile                   *file,
                                                      GPtrArray               *problems,
                                                      GCancellable            *cancellable,
                                                      GError                 **error);
BylCatalogueFile       *byl_catalogue_file_ref       (BylCatalogueFile        *self);
void                    byl_catalogue_file_unref     (BylCatalogueFile        *self);
guint                   byl_catalogue_file_get_n_lines (const BylCatalogueFile *self);
const BylCatalogueLine *byl_catalogue_file_get_line  (const BylCatalogueFile  *self,
                                                      guint                    position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylCatalogueFile, byl_catalogue_file_unref)

G_END_DECLS
