/* byl-tell-finder-private.h: the figures of answers, without the places
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-finder.h"
#include "byl-tell-text.h"
#include "byl-tells-private.h"

G_BEGIN_DECLS

const BylTellText *byl_tell_finder_measure (BylTellFinder     *self,
                                            const BylReadText *text,
                                            const char        *prompt,
                                            BylTellFigures    *figures);

G_END_DECLS
