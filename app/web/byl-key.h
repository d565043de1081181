/* byl-key.h: the secret by which a provider knows who asks
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *byl_key_tidy     (const char  *typed,
                            GError     **error);
char     *byl_key_redact   (const char  *text,
                            const char  *key);
gboolean  byl_key_is_in    (const char  *key,
                            const char  *text);
void      byl_key_take_out (char       **text,
                            const char  *key);
void      byl_key_hide     (char       **text,
                            const char  *key);
void      byl_key_free     (char        *key);

G_END_DECLS
