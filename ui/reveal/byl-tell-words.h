/* byl-tell-words.h: finding the measured words of a writer in an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

/* A measured word or pair of words that an answer has. */
typedef struct
{
  const BylMeasuredWord *word;  /* owned by the profile */
  GArray                *spans; /* (element-type BylSpan): where it stands, in reading order */
} BylFoundWord;

GPtrArray *byl_tell_words_find (BylReadText           *text,
                                const BylMeasuredWord *words,
                                guint                  n_words,
                                guint                  most);

G_END_DECLS
