/* read-text-fixture.h: what every read text must be, and how tests write one down
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-text.h"

G_BEGIN_DECLS

void  read_text_fixture_check    (const BylReadText *text);
char *read_text_fixture_describe (const BylReadText *text);

G_END_DECLS
