/* byl-output.h: what a command writes out, for people and for programs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void     byl_output_print       (const char  *line);
void     byl_output_print_json  (JsonBuilder *builder);
gboolean byl_output_finish      (void);
void     byl_output_add_string  (JsonBuilder *builder,
                                 const char  *name,
                                 const char  *value);
void     byl_output_add_integer (JsonBuilder *builder,
                                 const char  *name,
                                 gint64       value);
void     byl_output_add_number  (JsonBuilder *builder,
                                 const char  *name,
                                 double       value);
void     byl_output_add_boolean (JsonBuilder *builder,
                                 const char  *name,
                                 gboolean     value);

G_END_DECLS
