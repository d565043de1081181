/* byl-gate.h: what a JSON file must pass before a parser may see it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-problem.h"

G_BEGIN_DECLS

#define BYL_GATE_MAX_BYTES   (256u * 1024u * 1024u)
#define BYL_GATE_MAX_DEPTH   32u
#define BYL_GATE_MAX_MEMBERS 256u       /* members of one object */
#define BYL_GATE_MAX_VALUES  10000000u  /* values in one file: bounds the parser's memory */

BylProblem *byl_gate_check (const char *data,
                            gsize       length);

G_END_DECLS
