/* byl-markdown-guard.h: keeping away from the Markdown parser what would take it long
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean byl_markdown_guard_passes (const char *markdown);

G_END_DECLS
