/* tool-fixture.h: running byline-pack as a person or another program does
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How the program ended, and what it said. */
typedef struct
{
  int   code;
  char *output;
  char *errors;
} Outcome;

void      outcome_clear           (Outcome    *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

Outcome   tool_fixture_run        (const char *folder,
                                   const char *variable,
                                   const char *command,
                                   const char *words);
JsonNode *tool_fixture_parse      (const char *output);
guint     tool_fixture_remove_all (const char *folder);

G_END_DECLS
