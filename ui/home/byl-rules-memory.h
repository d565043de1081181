/* byl-rules-memory.h: the rules that each pack was last played under
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-rules.h"

G_BEGIN_DECLS

BylRules *byl_rules_memory_recall   (GSettings      *settings,
                                     const char     *pack);
void      byl_rules_memory_remember (GSettings      *settings,
                                     const char     *pack,
                                     const BylRules *rules);

G_END_DECLS
