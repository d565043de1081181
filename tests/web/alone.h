/* alone.h: a test in a process and a home of its own, in which no secret may be left
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  alone_is_below (const char         *folder,
                          const char         *text);
char     *alone_run      (const char         *path,
                          const char * const *variables,
                          const char         *secret);

G_END_DECLS
