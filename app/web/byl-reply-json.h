/* byl-reply-json.h: reading the JSON of a server that nobody has to trust
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode   *byl_reply_json_parse      (const char *data,
                                       gsize       length);
JsonObject *byl_reply_json_object     (JsonNode   *node);
JsonNode   *byl_reply_json_member     (JsonObject *object,
                                       const char *name);
JsonObject *byl_reply_json_get_object (JsonObject *object,
                                       const char *name);
JsonArray  *byl_reply_json_get_array  (JsonObject *object,
                                       const char *name);
const char *byl_reply_json_get_string (JsonObject *object,
                                       const char *name);
gint64      byl_reply_json_get_count  (JsonObject *object,
                                       const char *name);
gboolean    byl_reply_json_is_true    (JsonObject *object,
                                       const char *name);

G_END_DECLS
