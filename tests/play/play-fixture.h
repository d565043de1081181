/* play-fixture.h: a small pack to play with
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

BylPack *play_fixture_new_pack (guint       n_writers,
                                guint       n_questions);
BylPack *play_fixture_read     (const char *questions);
