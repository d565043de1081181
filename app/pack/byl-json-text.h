/* byl-json-text.h: a JSON tree as text that people can read and nothing is lost in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *byl_json_text_make (JsonNode *root,
                          gsize    *length);

G_END_DECLS
