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

void        byl_json_read_stop       (GPtrArray   *problems,
                                      BylProblem  *problem,
                                      BylError     code,
                                      GError     **error);
JsonNode   *byl_json_read            (GBytes      *bytes,
                                      GPtrArray   *problems,
                                      GError     **error);
const char *byl_json_read_get_format (JsonNode    *root);
gboolean    byl_json_read_is_newer   (JsonNode    *root,
                                      gint64       version);
void        byl_json_read_locate     (GBytes      *bytes,
                                      GPtrArray   *problems);

G_END_DECLS
