/* byl-rules-window.h: choosing the rules of a game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-pack-entry.h"
#include "byl-rules.h"

G_BEGIN_DECLS

#define BYL_TYPE_RULES_WINDOW (byl_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (BylRulesWindow, byl_rules_window, BYL, RULES_WINDOW, AdwWindow)

GtkWindow    *byl_rules_window_new       (GtkWindow      *parent,
                                          BylPackEntry   *entry,
                                          const BylRules *rules);
BylPackEntry *byl_rules_window_get_entry (BylRulesWindow *self);
BylRules     *byl_rules_window_dup_rules (BylRulesWindow *self);

G_END_DECLS
