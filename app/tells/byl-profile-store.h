/* byl-profile-store.h: profiles of packs, made once and kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"

G_BEGIN_DECLS

BylProfile *byl_profile_load (BylPack          *pack,
                              BylKnownWriters  *known,
                              const char       *lexicons,
                              const char       *cache,
                              GCancellable     *cancellable,
                              GError          **error);

G_END_DECLS
