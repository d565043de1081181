/* byl-tell-table.h: the table of all kinds of tells
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-kind.h"

G_BEGIN_DECLS

extern const BylTellKind byl_tell_table[BYL_N_TELLS];

G_END_DECLS
