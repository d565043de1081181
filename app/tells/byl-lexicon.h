/* byl-lexicon.h: the words of one language that tells are found by
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BylLexicon:
 *
 * The lists of words of one language, made ready for finding: immutable, shared by reference, safe
 * to use from any thread.
 */
typedef struct _BylLexicon BylLexicon;

#define BYL_TYPE_LEXICON (byl_lexicon_get_type ())

GType       byl_lexicon_get_type     (void);
BylLexicon *byl_lexicon_load         (GFile             *file,
                                      GError           **error);
gboolean    byl_lexicon_find         (const char        *folder,
                                      const char        *language,
                                      BylLexicon       **lexicon,
                                      GError           **error);
BylLexicon *byl_lexicon_ref          (BylLexicon        *self);
void        byl_lexicon_unref        (BylLexicon        *self);
const char *byl_lexicon_get_language (const BylLexicon  *self);
const char *byl_lexicon_get_name     (const BylLexicon  *self);
const char *byl_lexicon_get_hash     (const BylLexicon  *self);
gboolean    byl_lexicon_has_list     (const BylLexicon  *self,
                                      const char        *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylLexicon, byl_lexicon_unref)

G_END_DECLS
