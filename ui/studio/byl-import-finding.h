/* byl-import-finding.h: which recipes know files that are no packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-import.h"

G_BEGIN_DECLS

/* Files that make one pack. */
typedef struct
{
  GPtrArray *recipes; /* (element-type BylRecipe): those that know them all, the best first */
  GPtrArray *sources; /* (element-type BylImportSource): at least one */
} BylImportOffer;

void       byl_import_offer_free           (BylImportOffer       *self);
char      *byl_import_offer_dup_names      (const BylImportOffer *self);

void       byl_import_finding_start_async  (GFile                *recipe_dir,
                                            GPtrArray            *files,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *byl_import_finding_start_finish (GAsyncResult         *result,
                                            GPtrArray           **unknown,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylImportOffer, byl_import_offer_free)

G_END_DECLS
