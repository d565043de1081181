/* byl-lexicon-private.h: a lexicon as the finder sees it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-lexicon.h"

#include "byl-lexicon-list.h"

G_BEGIN_DECLS

/* What a word can be to a lexicon: a symbol is the number of a word as it is written in an entry,
 * of the start or end of words, or one of these. */
enum
{
  BYL_SYMBOL_NONE,
  BYL_SYMBOL_NUMBER,
  BYL_N_SYMBOLS,
};

/* On a symbol of a word that only counts behind a space: in Korean entries. */
#define BYL_SYMBOL_SPACED (1u << 31)

typedef struct
{
  guint32 symbol;
  guint32 node;
} BylLexiconEdge;

/* A place in the tree of all entries: the words so far lead to it. */
typedef struct
{
  guint64 mask;    /* the low bits of all symbols of its edges, a bit each: most words go nowhere */
  guint32 edges;   /* the first of them; they are in the order of their symbols */
  guint32 n_edges;
  guint32 any;     /* where any word leads, 0 = nowhere */
  guint32 gap;     /* from where it goes on behind a gap, 0 = nowhere */
  guint32 finds;   /* the lists of which an entry ends here, a bit each */
  guint32 nots;    /* likewise, of what is not found */
} BylLexiconNode;

/* A start or an end of words. */
typedef struct
{
  char   *text; /* folded */
  gsize   length;
  guint32 symbol;
} BylLexiconAffix;

struct _BylLexicon
{
  gatomicrefcount references;
  char           *language;
  char           *name;
  char           *hash;           /* of the file */
  gboolean        in_characters;  /* entries match anywhere in a sentence */
  gboolean        counts_spaces;  /* of such entries: a space is a part of them */
  guint32         lists;          /* a bit for each that it has */

  GHashTable     *literals;       /* (element-type utf8 guint): folded words */
  GHashTable     *exact;          /* (element-type utf8 guint): words as they are written */
  GArray         *affixes[2][256]; /* (nullable) (element-type BylLexiconAffix): starts by their
                                    * first byte, ends by their last */
  guint32         n_symbols;
  GHashTable     *stop_words;     /* (element-type utf8): folded */

  GArray         *nodes;          /* (element-type BylLexiconNode): the first is no node, the
                                   * second the root */
  GArray         *edges;          /* (element-type BylLexiconEdge) */
  guint32        *roots;          /* (array length=n_symbols): where the symbols lead from the
                                   * root, 0 = nowhere */
};

gboolean byl_lexicon_add_symbols (const BylLexicon *self,
                                  const char       *spelling,
                                  const char       *folded,
                                  GArray           *symbols,
                                  guint            *n_roots);

/* Where a symbol leads from the root, 0 = nowhere. */
static inline guint32
byl_lexicon_begin (const BylLexicon *self,
                   guint32           symbol)
{
  return symbol < self->n_symbols ? self->roots[symbol] : 0;
}

static inline const BylLexiconNode *
byl_lexicon_get_node (const BylLexicon *self,
                      guint32           node)
{
  return &g_array_index (self->nodes, BylLexiconNode, node);
}

/* Where a symbol leads from a node, 0 = nowhere. */
static inline guint32
byl_lexicon_follow (const BylLexicon     *self,
                    const BylLexiconNode *node,
                    guint32               symbol)
{
  const BylLexiconEdge *edges = (const BylLexiconEdge *) self->edges->data + node->edges;
  guint first = 0;
  guint last = node->n_edges;

  if ((node->mask >> symbol % 64 & 1) == 0)
    return 0;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (edges[middle].symbol < symbol)
        first = middle + 1;
      else
        last = middle;
    }

  return first < node->n_edges && edges[first].symbol == symbol ? edges[first].node : 0;
}

G_END_DECLS
