/* byl-language-guess.h: which language texts are in, where nobody says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has been read so far; all zero at first. */
typedef struct
{
  guint words[8];   /* by language, words that hardly any other has so often */
  guint scripts[8]; /* by language, letters of its script */
  guint n_letters;
} BylLanguageGuess;

void        byl_language_guess_read (BylLanguageGuess       *self,
                                     const char             *text);
const char *byl_language_guess_get  (const BylLanguageGuess *self);

G_END_DECLS
