/* byl-blind.h: an answer made fit to be shown without its writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-mask.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_BLIND_MIN_CHARACTERS 20u /* a shorter answer has no style to tell it by */

BylReadText *byl_blind_answer (const char    *text,
                               const char    *prompt,
                               const BylMask *mask,
                               gboolean       plain_text);

G_END_DECLS
