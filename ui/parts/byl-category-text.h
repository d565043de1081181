/* byl-category-text.h: what a category is called
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *byl_category_text_new (const char *category);

G_END_DECLS
