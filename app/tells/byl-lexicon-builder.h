/* byl-lexicon-builder.h: making a lexicon of its entries
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-lexicon-private.h"

G_BEGIN_DECLS

/* What is wrong with an entry. */
typedef enum
{
  BYL_ENTRY_GOOD,
  BYL_ENTRY_BLANK,  /* holds no word */
  BYL_ENTRY_SPACES, /* its words are not parted by single spaces */
  BYL_ENTRY_MARKS,  /* holds marks that stand for nothing */
  BYL_ENTRY_GAP,    /* begins or ends in a gap, or has two in a row */
} BylEntryFault;

typedef struct
{
  BylLexicon *lexicon;
  GPtrArray  *nodes; /* of the tree while it grows */
} BylLexiconBuilder;

void           byl_lexicon_builder_init   (BylLexiconBuilder *self,
                                           gboolean           in_characters,
                                           gboolean           counts_spaces);
void           byl_lexicon_builder_clear  (BylLexiconBuilder *self);
BylEntryFault  byl_lexicon_builder_add    (BylLexiconBuilder *self,
                                           const char        *entry,
                                           BylList            list,
                                           gboolean           is_not);
BylLexicon    *byl_lexicon_builder_finish (BylLexiconBuilder *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BylLexiconBuilder, byl_lexicon_builder_clear)

G_END_DECLS
