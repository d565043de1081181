/* tell-fixture.h: a pack of writers with habits, for the tests of what is told of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-game.h"
#include "byl-tell-source.h"

#define TELL_FIXTURE_QUESTIONS 20u

BylPack       *tell_fixture_new_pack   (void);
BylProfile    *tell_fixture_measure    (BylPack       *pack);
BylTellSource *tell_fixture_new_source (BylPack       *pack);
BylTells      *tell_fixture_find       (BylReadText   *text);
BylGame       *tell_fixture_deal       (BylPack       *pack,
                                        gboolean       wrong,
                                        gboolean       revealed);
