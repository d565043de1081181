/* byl-json-read.h: from bytes through the gate to a JSON tree
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "byl-error.h"
#include "byl-problem.h"

G_BEGIN_DECLS

void      byl_json_read_stop (GPtrArray   *problems,
                              BylProblem  *problem,
                              BylError     code,
                              GError     **error);
JsonNode *byl_json_read      (GBytes      *bytes,
                              GPtrArray   *problems,
                              GError     **error);

G_END_DECLS
