/* byl-category-text.c: what a category is called
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-category-text.h"

/**
 * byl_category_text_new:
 * @category: a category, as its pack has it
 *
 * Published data sets name categories as programs do, “meta_alignment”. The pack keeps that; a
 * player reads words.
 *
 * Returns: (transfer full): the category to show
 */
char *
byl_category_text_new (const char *category)
{
  return g_strdelimit (g_strdup (category), "_", ' ');
}
