/* byl-text.h: cleaning, folding and comparing UTF-8 text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A range of characters (not bytes) of a text. */
typedef struct
{
  guint start; /* characters from the text's start, inclusive */
  guint end;   /* exclusive */
} BylSpan;

char       *byl_text_clean            (const char         *text);
char       *byl_text_without_thinking (const char         *text);
char       *byl_text_fold             (const char         *text);
char       *byl_text_collapse         (const char         *text);
char       *byl_text_hash             (const char         *text);
guint       byl_text_count_words      (const char         *text);
const char *byl_text_nearest          (const char         *word,
                                       const char * const *candidates);

G_END_DECLS
