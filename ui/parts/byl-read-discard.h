/* byl-read-discard.h: letting go of the blocks of an answer, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-column.h"

G_BEGIN_DECLS

void byl_read_discard_column (BylReadColumn *column);

G_END_DECLS
