/* byl-luck-text.h: what a score says, and what it does not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-chance.h"

G_BEGIN_DECLS

#define BYL_LUCK_MOST 0.05 /* the probability above which a result is called luck */

char *byl_luck_text_new (double   luck,
                         gboolean apart);

G_END_DECLS
