/* byl-import-saving.h: installing a pack that has just been made
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"

G_BEGIN_DECLS

void          byl_import_saving_start_async  (BylLibrary           *library,
                                              GBytes               *pack,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
BylPackEntry *byl_import_saving_start_finish (BylLibrary           *library,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
