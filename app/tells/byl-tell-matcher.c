/* byl-tell-matcher.c: finding the entries of a lexicon in a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-matcher.h"

/* So many words, or characters, may stand in a gap of an entry. */
#define MAX_GAP_WORDS      8u
#define MAX_GAP_CHARACTERS 16u

static void walk (BylTellMatcher *self,
                  guint32         node,
                  guint32         at);

/* Lists that count at certain places only: most of their words are anywhere in a text, and are not
 * looked into there. */
#define OPENERS    (1u << BYL_LIST_OPENER_SURE | 1u << BYL_LIST_OPENER_HERE_IS)
#define OF_ITEMS   (1u << BYL_LIST_IMPERATIVE)
#define OF_STARTS  (1u << BYL_LIST_CAVEAT | 1u << BYL_LIST_SUMMARY_CLOSE)
#define OF_BLOCKS  (1u << BYL_LIST_SOURCES)
#define OF_COMMAS  (1u << BYL_LIST_PARTICIPLE)
#define RESTRICTED (OPENERS | OF_ITEMS | OF_STARTS | OF_BLOCKS | OF_COMMAS)

/* The lists that may be found at a word, a bit each. */
static guint32
find_allowed (const BylToken *token)
{
  guint32 allowed = ~RESTRICTED;

  if (token->gap == BYL_GAP_COMMA)
    allowed |= OF_COMMAS;
  if ((token->flags & BYL_TOKEN_SENTENCE_START) != 0)
    allowed |= OF_STARTS;
  if ((token->flags & BYL_TOKEN_BLOCK_START) != 0)
    allowed |= OF_BLOCKS;
  if ((token->flags & BYL_TOKEN_ITEM_START) != 0)
    allowed |= OF_ITEMS;
  if ((token->flags & BYL_TOKEN_TEXT_START) != 0)
    allowed |= OPENERS;

  return allowed;
}

static void
refuse (BylTellMatcher *self,
        guint32         lists,
        guint32         last)
{
  if (!self->refuses)
    memset (self->refused, 0, self->text->n_tokens * sizeof *self->refused);
  self->refuses = TRUE;

  for (guint32 i = self->start; i < last; i++)
    self->refused[i] |= lists;
}

static void
note_finds (BylTellMatcher *self,
            guint32         lists,
            guint32         last)
{
  for (; lists != 0; lists &= lists - 1)
    {
      guint list = __builtin_ctz (lists);

      if ((self->touched & 1u << list) == 0 || last > self->ends[list])
        self->ends[list] = last;
    }
}

/* Where a lexicon counts spaces, a word that an entry has behind a space is another symbol than the
 * same one behind a letter. */
static gboolean
fits_gap (const BylLexicon *lexicon,
          guint32           symbol,
          BylGap            gap)
{
  return !lexicon->counts_spaces || symbol == BYL_SYMBOL_NUMBER ||
         ((symbol & BYL_SYMBOL_SPACED) != 0) == (gap == BYL_GAP_SPACE);
}

/* Goes from a node along all that a word is. */
static void
step (BylTellMatcher       *self,
      const BylLexiconNode *node,
      guint32               at,
      gboolean              is_behind_gap)
{
  const BylToken *token = &self->text->tokens[at];
  const guint32 *symbols = (const guint32 *) self->text->table.symbols->data + token->symbols;

  if (node->any != 0)
    walk (self, node->any, at + 1);

  if ((token->flags & (BYL_TOKEN_CODE | BYL_TOKEN_QUOTED)) != 0)
    return;

  for (guint i = 0; i < token->n_symbols; i++)
    {
      guint32 next = byl_lexicon_follow (self->lexicon, node, symbols[i]);

      if (next != 0 && (is_behind_gap || fits_gap (self->lexicon, symbols[i], token->gap)))
        walk (self, next, at + 1);
    }
}

/* Whether two words of an entry may stand so. A symbol that asks for a space, or for none, is told
 * apart by its own. */
static gboolean
is_adjacent (const BylLexicon *lexicon,
             BylGap            gap)
{
  if (lexicon->in_characters)
    return gap <= BYL_GAP_SPACE;

  return gap == BYL_GAP_SPACE || gap == BYL_GAP_HYPHEN;
}

static void
walk_gap (BylTellMatcher *self,
          guint32         node,
          guint32         at)
{
  const BylToken *tokens = self->text->tokens;
  const BylLexiconNode *behind = byl_lexicon_get_node (self->lexicon, node);
  guint32 last = at + (self->lexicon->in_characters ? MAX_GAP_CHARACTERS : MAX_GAP_WORDS);

  for (; at < last && at + 1 < self->text->n_tokens; at++)
    {
      if (tokens[at].gap >= BYL_GAP_SENTENCE || tokens[at + 1].gap >= BYL_GAP_SENTENCE)
        break;
      step (self, behind, at + 1, TRUE);
    }
}

/* The entries that go on from a node with the word at a place. */
static void
walk (BylTellMatcher *self,
      guint32         node,
      guint32         at)
{
  const BylLexiconNode *reached = byl_lexicon_get_node (self->lexicon, node);
  guint32 finds = reached->finds & self->allowed;

  if (finds != 0)
    note_finds (self, finds, at);
  self->touched |= finds;
  if (reached->nots != 0)
    refuse (self, reached->nots, at);
  if (at >= self->text->n_tokens)
    return;

  if ((reached->n_edges > 0 || reached->any != 0) &&
      is_adjacent (self->lexicon, self->text->tokens[at].gap))
    step (self, reached, at, FALSE);
  if (reached->gap != 0)
    walk_gap (self, reached->gap, at);
}

/* Notes the longest entry of each list that begins at the start. */
static void
flush (BylTellMatcher *self)
{
  while (self->touched != 0)
    {
      guint list = __builtin_ctz (self->touched);
      BylTellMatch match = { self->start, self->ends[list], list };

      self->touched &= self->touched - 1;
      g_array_append_val (self->found, match);
    }
}

static gboolean
is_refused (const BylTellMatcher *self,
            const BylTellMatch   *match)
{
  if (!self->refuses)
    return FALSE;

  for (guint32 i = match->first; i < match->last; i++)
    if ((self->refused[i] & 1u << match->list) != 0)
      return TRUE;

  return FALSE;
}

/* Leaves out what is refused and what begins within one of the same list. */
static void
settle (BylTellMatcher *self)
{
  BylTellMatch *matches = (BylTellMatch *) self->found->data;
  guint32 free[BYL_N_LISTS] = { 0 };
  guint kept = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const BylTellMatch match = matches[i];

      if (match.first < free[match.list] || is_refused (self, &match))
        continue;

      free[match.list] = match.last;
      matches[kept++] = match;
    }

  g_array_set_size (self->found, kept);
}

/* Whether the first word of an entry leads nowhere by itself, and the second neither: so it is
 * mostly, and is seen at a glance. */
static inline gboolean
is_dead_end (const BylTellMatcher *self,
             guint32               node)
{
  const BylLexiconNode *reached = byl_lexicon_get_node (self->lexicon, node);
  const BylToken *next = &self->text->tokens[self->start + 1];
  const guint32 *symbols = (const guint32 *) self->text->table.symbols->data + next->symbols;

  if ((reached->finds & self->allowed) != 0 || reached->nots != 0 || reached->gap != 0 ||
      reached->any != 0)
    return FALSE;
  if (self->start + 1 == self->text->n_tokens || !is_adjacent (self->lexicon, next->gap))
    return TRUE;

  for (guint i = 0; i < next->n_symbols; i++)
    if ((reached->mask >> symbols[i] % 64 & 1) != 0)
      return FALSE;

  return TRUE;
}

/**
 * byl_tell_matcher_init:
 * @self: a matcher on the stack or in a struct
 * @lexicon: (nullable): the language; it must live as long as the matcher. Without one, nothing is
 *   found.
 *
 * Begins without a text.
 */
void
byl_tell_matcher_init (BylTellMatcher   *self,
                       const BylLexicon *lexicon)
{
  memset (self, 0, sizeof *self);
  self->lexicon = lexicon;
  self->found = g_array_new (FALSE, FALSE, sizeof (BylTellMatch));
}

/**
 * byl_tell_matcher_clear:
 * @self: a matcher
 *
 * Frees what is in it.
 */
void
byl_tell_matcher_clear (BylTellMatcher *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->refused, g_free);
}

/**
 * byl_tell_matcher_run:
 * @self: a matcher
 * @text: a text that was taken apart with the table of the same lexicon
 *
 * Finds all entries: of those of one list that begin at a word the longest, and none within
 * another.
 */
void
byl_tell_matcher_run (BylTellMatcher    *self,
                      const BylTellText *text)
{
  const BylLexiconNode *root;

  g_array_set_size (self->found, 0);
  if (self->lexicon == NULL)
    return;

  root = byl_lexicon_get_node (self->lexicon, 1);
  self->text = text;
  self->refuses = FALSE;
  if (text->n_tokens > self->room)
    {
      self->room = MAX (text->n_tokens, 2 * self->room);
      g_free (self->refused);
      self->refused = g_new (guint32, self->room);
    }

  for (self->start = 0; self->start < text->n_tokens; self->start++)
    {
      const BylToken *token = &text->tokens[self->start];
      const guint32 *symbols = (const guint32 *) text->table.symbols->data + token->symbols;

      if ((token->n_roots == 0 && root->any == 0) ||
          (token->flags & (BYL_TOKEN_CODE | BYL_TOKEN_QUOTED)) != 0)
        continue;

      self->allowed = find_allowed (token);
      for (guint i = 0; i < token->n_roots; i++)
        {
          guint32 next = byl_lexicon_begin (self->lexicon, symbols[i]);

          if (!is_dead_end (self, next))
            walk (self, next, self->start + 1);
        }
      if (root->any != 0)
        walk (self, root->any, self->start + 1);

      flush (self);
    }

  settle (self);
}
