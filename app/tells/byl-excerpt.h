/* byl-excerpt.h: a place of a text with some words around it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Going in: places of the whole text. Coming out: @start and @end are places of the excerpt. */
typedef struct
{
  guint first;   /* characters: where the paragraph of the place begins */
  guint last;    /* where it ends, exclusive */
  guint start;   /* of the place, inclusive */
  guint end;     /* exclusive */
  guint penalty; /* (out): 0 where a whole sentence of a good length could be shown */
} BylExcerpt;

char *byl_excerpt_cut (const char *text,
                       BylExcerpt *excerpt);

G_END_DECLS
