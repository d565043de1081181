/* profile-fixture.h: a pack of which everything can be counted by hand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile-store.h"

G_BEGIN_DECLS

#define PROFILE_FIXTURE_QUESTIONS 10u

BylPack *profile_fixture_make_pack (guint n_writers);
char    *profile_fixture_dup_lexicons (void);

G_END_DECLS
