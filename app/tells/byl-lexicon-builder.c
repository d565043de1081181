/* byl-lexicon-builder.c: making a lexicon of its entries
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lexicon-builder.h"

#include "byl-letter.h"

#include <stdlib.h>
#include <string.h>

/* A node of the tree while it grows. */
typedef struct
{
  GHashTable *edges; /* (nullable): from a symbol to the number of a node */
  guint32 any;
  guint32 gap;
  guint32 finds;     /* as in BylLexiconNode */
  guint32 nots;
} Node;

/* An entry that is being added. */
typedef struct
{
  BylLexiconBuilder *builder;
  guint32 node;      /* its words so far lead there */
  gboolean in_gap;   /* a gap stands before what comes next */
  gboolean is_first; /* no word was added yet */
  gboolean spaced;   /* a space stands before what comes next */
} Entry;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->edges, g_hash_table_unref);
  g_free (node);
}

static guint32
add_node (BylLexiconBuilder *self)
{
  g_ptr_array_add (self->nodes, g_new0 (Node, 1));

  return self->nodes->len - 1;
}

static guint32
number_symbol (BylLexicon *lexicon,
               GHashTable *symbols,
               const char *text)
{
  gpointer symbol = g_hash_table_lookup (symbols, text);

  if (symbol == NULL)
    {
      symbol = GUINT_TO_POINTER (lexicon->n_symbols++);
      g_hash_table_insert (symbols, g_strdup (text), symbol);
    }

  return GPOINTER_TO_UINT (symbol);
}

static guint32
number_affix (BylLexicon *lexicon,
              gboolean    is_end,
              const char *text)
{
  gsize length = strlen (text);
  guchar key = is_end ? text[length - 1] : text[0];
  GArray **affixes = &lexicon->affixes[is_end][key];
  BylLexiconAffix affix = { NULL, length, 0 };

  if (*affixes == NULL)
    *affixes = g_array_new (FALSE, FALSE, sizeof (BylLexiconAffix));

  for (guint i = 0; i < (*affixes)->len; i++)
    if (g_str_equal (g_array_index (*affixes, BylLexiconAffix, i).text, text))
      return g_array_index (*affixes, BylLexiconAffix, i).symbol;

  affix.text = g_strdup (text);
  affix.symbol = lexicon->n_symbols++;
  g_array_append_val (*affixes, affix);

  return affix.symbol;
}

/* Goes on to the node that a symbol, or any word, leads to; makes it where it is missing. */
static void
go_on (Entry   *entry,
       guint32  symbol)
{
  BylLexiconBuilder *builder = entry->builder;
  Node *node = builder->nodes->pdata[entry->node];
  guint32 next;

  if (entry->in_gap)
    {
      if (node->gap == 0)
        node->gap = add_node (builder);
      node = builder->nodes->pdata[node->gap];
    }

  if (symbol == BYL_SYMBOL_NONE)
    {
      if (node->any == 0)
        node->any = add_node (builder);
      next = node->any;
    }
  else
    {
      if (node->edges == NULL)
        node->edges = g_hash_table_new (NULL, NULL);
      next = GPOINTER_TO_UINT (g_hash_table_lookup (node->edges, GUINT_TO_POINTER (symbol)));
      if (next == 0)
        {
          next = add_node (builder);
          g_hash_table_insert (node->edges, GUINT_TO_POINTER (symbol), GUINT_TO_POINTER (next));
        }
    }

  entry->node = next;
  entry->in_gap = entry->is_first = entry->spaced = FALSE;
}

static gboolean
has_upper_case (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isupper (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

/* A word with an upper-case letter matches as it is written; the other words of its entry in any
 * case: “in May” is found in “In May”, too. */
static void
add_word (Entry      *entry,
          const char *text,
          gsize       length)
{
  BylLexicon *lexicon = entry->builder->lexicon;
  g_autofree char *word = g_strndup (text, length);
  gboolean exact = has_upper_case (word);
  gboolean spaced = entry->spaced && lexicon->counts_spaces && !entry->in_gap && !entry->is_first;
  guint32 symbol = number_symbol (lexicon, exact ? lexicon->exact : lexicon->literals, word);

  go_on (entry, spaced ? symbol | BYL_SYMBOL_SPACED : symbol);
}

static gboolean
is_single (const BylLexicon *lexicon,
           BylLetter         letter)
{
  return letter == BYL_LETTER_SINGLE ||
         (lexicon->in_characters && (letter == BYL_LETTER_HANGUL || letter == BYL_LETTER_UNSPACED));
}

/* How many bytes the word takes that begins there, as texts are parted into words; 0 if none
 * does. */
static gsize
measure_word (const BylLexicon *lexicon,
              const char       *at)
{
  const char *start = at;
  BylLetter letter = byl_letter_get (g_utf8_get_char (at));

  if (!byl_letter_is_of_word (letter) && !(*at == '\'' && start[1] != '\0'))
    return 0;

  if (is_single (lexicon, letter))
    return g_utf8_next_char (at) - at;

  for (at = g_utf8_next_char (at); *at != '\0'; at = g_utf8_next_char (at))
    {
      letter = byl_letter_get (g_utf8_get_char (at));
      if (is_single (lexicon, letter))
        break;
      if (!byl_letter_is_of_word (letter) && *at != '\'')
        break;
    }

  return at - start;
}

/* A piece between two spaces that holds plain words: one, or several that hyphens part, or
 * characters that are words by themselves. */
static BylEntryFault
add_words (Entry      *entry,
           const char *piece)
{
  for (const char *at = piece; *at != '\0';)
    {
      gsize length = measure_word (entry->builder->lexicon, at);

      if (length > 0)
        add_word (entry, at, length);
      else if (*at == '-' && at > piece && at[1] != '\0')
        length = 1;
      else
        return BYL_ENTRY_MARKS;

      at += length;
    }

  return BYL_ENTRY_GOOD;
}

/* The start or the end of a word, without the star. */
static BylEntryFault
add_affix (Entry      *entry,
           const char *text,
           gboolean    is_end)
{
  BylLexicon *lexicon = entry->builder->lexicon;
  const char *rest = text;
  g_autofree char *folded = NULL;

  /* Words with hyphens before the one that only begins so: “trade-off*”. */
  if (!is_end)
    {
      const char *hyphen = strrchr (text, '-');
      g_autofree char *before = hyphen != NULL ? g_strndup (text, hyphen - text) : NULL;
      BylEntryFault fault = before != NULL ? add_words (entry, before) : BYL_ENTRY_GOOD;

      if (fault != BYL_ENTRY_GOOD)
        return fault;
      rest = hyphen != NULL ? hyphen + 1 : text;
    }

  /* In characters all goes on anywhere. */
  if (lexicon->in_characters && is_single (lexicon, byl_letter_get (g_utf8_get_char (rest))))
    return add_words (entry, rest);

  if (measure_word (lexicon, rest) != strlen (rest) || rest[0] == '\0')
    return BYL_ENTRY_MARKS;

  folded = g_utf8_strdown (rest, -1);
  go_on (entry, number_affix (lexicon, is_end, folded));

  return BYL_ENTRY_GOOD;
}

static BylEntryFault
add_piece (Entry      *entry,
           const char *piece)
{
  gsize length = strlen (piece);

  if (length == 0)
    return BYL_ENTRY_SPACES;

  if (g_str_equal (piece, "..."))
    {
      if (entry->is_first || entry->in_gap)
        return BYL_ENTRY_GAP;
      entry->in_gap = TRUE;
      return BYL_ENTRY_GOOD;
    }

  if (g_str_equal (piece, "_"))
    {
      go_on (entry, BYL_SYMBOL_NONE);
      return BYL_ENTRY_GOOD;
    }

  if (g_str_equal (piece, "#"))
    {
      go_on (entry, BYL_SYMBOL_NUMBER);
      return BYL_ENTRY_GOOD;
    }

  if (length > 1 && piece[length - 1] == '*')
    {
      g_autofree char *start = g_strndup (piece, length - 1);

      return add_affix (entry, start, FALSE);
    }

  if (length > 1 && piece[0] == '*')
    return add_affix (entry, piece + 1, TRUE);

  return add_words (entry, piece);
}

/* Any apostrophe is the plain one; in characters, gaps and signs may stand without spaces. */
static char *
normalize (const BylLexicon *lexicon,
           const char       *entry)
{
  g_autofree char *composed = g_utf8_normalize (entry, -1, G_NORMALIZE_NFC);
  GString *text = g_string_new (composed);

  g_string_replace (text, "’", "'", 0);
  if (!lexicon->in_characters)
    return g_string_free (text, FALSE);

  g_string_replace (text, "…", "...", 0);
  g_string_replace (text, "...", " ... ", 0);
  g_string_replace (text, "#", " # ", 0);
  g_string_replace (text, "_", " _ ", 0);
  while (g_string_replace (text, "  ", " ", 0) > 0)
    ;

  return g_strstrip (g_string_free (text, FALSE));
}

/**
 * byl_lexicon_builder_init:
 * @self: a builder on the stack
 * @in_characters: whether entries match anywhere in a sentence
 * @counts_spaces: of such entries, whether their spaces are part of them
 *
 * Begins a lexicon without entries.
 */
void
byl_lexicon_builder_init (BylLexiconBuilder *self,
                          gboolean           in_characters,
                          gboolean           counts_spaces)
{
  BylLexicon *lexicon = g_new0 (BylLexicon, 1);

  g_atomic_ref_count_init (&lexicon->references);
  lexicon->in_characters = in_characters;
  lexicon->counts_spaces = counts_spaces;
  lexicon->literals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->stop_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lexicon->nodes = g_array_new (FALSE, TRUE, sizeof (BylLexiconNode));
  lexicon->edges = g_array_new (FALSE, FALSE, sizeof (BylLexiconEdge));
  lexicon->n_symbols = BYL_N_SYMBOLS;

  self->lexicon = lexicon;
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  add_node (self);
  add_node (self);
}

/**
 * byl_lexicon_builder_clear:
 * @self: a builder, finished or not
 *
 * Frees what is left in it.
 */
void
byl_lexicon_builder_clear (BylLexiconBuilder *self)
{
  g_clear_pointer (&self->lexicon, byl_lexicon_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
}

/**
 * byl_lexicon_builder_add:
 * @self: a builder
 * @entry: valid UTF-8, as it stands in a lexicon's file
 * @list: the list that it is of
 * @is_not: whether it says what is not found
 *
 * Adds an entry, unless something is wrong with it.
 *
 * Returns: what is wrong with it
 */
BylEntryFault
byl_lexicon_builder_add (BylLexiconBuilder *self,
                         const char        *entry,
                         BylList            list,
                         gboolean           is_not)
{
  g_autofree char *text = normalize (self->lexicon, entry);
  g_auto(GStrv) pieces = g_strsplit (text, " ", -1);
  Entry adding = { self, 1, FALSE, TRUE, FALSE };
  Node *node;

  if (pieces[0] == NULL || text[0] == '\0')
    return BYL_ENTRY_BLANK;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      BylEntryFault fault;

      adding.spaced = i > 0;
      fault = add_piece (&adding, pieces[i]);
      if (fault != BYL_ENTRY_GOOD)
        return fault;
    }
  if (adding.in_gap)
    return BYL_ENTRY_GAP;

  /* Those of one word are known by the word itself: they are half of a text. */
  if (list == BYL_LIST_STOP_WORD && !is_not && pieces[1] == NULL)
    {
      char *folded = g_utf8_strdown (text, -1);

      g_hash_table_add (self->lexicon->stop_words, folded);
    }

  self->lexicon->lists |= 1u << list;
  node = self->nodes->pdata[adding.node];
  if (is_not)
    node->nots |= 1u << list;
  else if (list != BYL_LIST_STOP_WORD || pieces[1] != NULL)
    node->finds |= 1u << list;

  return BYL_ENTRY_GOOD;
}

static int
compare_edges (const void *first,
               const void *second)
{
  const BylLexiconEdge *a = first;
  const BylLexiconEdge *b = second;

  return a->symbol < b->symbol ? -1 : a->symbol > b->symbol;
}

static void
flatten (BylLexicon *lexicon,
         const Node *node)
{
  BylLexiconNode flat = {
    .edges = lexicon->edges->len,
    .any = node->any,
    .gap = node->gap,
    .finds = node->finds,
    .nots = node->nots,
  };
  GHashTableIter iter;
  gpointer symbol;
  gpointer next;

  if (node->edges != NULL)
    {
      g_hash_table_iter_init (&iter, node->edges);
      while (g_hash_table_iter_next (&iter, &symbol, &next))
        {
          BylLexiconEdge edge = { GPOINTER_TO_UINT (symbol), GPOINTER_TO_UINT (next) };

          g_array_append_val (lexicon->edges, edge);
          flat.mask |= G_GUINT64_CONSTANT (1) << edge.symbol % 64;
        }
      flat.n_edges = lexicon->edges->len - flat.edges;
      qsort ((BylLexiconEdge *) lexicon->edges->data + flat.edges, flat.n_edges,
             sizeof (BylLexiconEdge), compare_edges);
    }

  g_array_append_val (lexicon->nodes, flat);
}

/**
 * byl_lexicon_builder_finish:
 * @self: a builder; it is empty afterwards
 *
 * Returns: (transfer full): the lexicon, without language and name
 */
BylLexicon *
byl_lexicon_builder_finish (BylLexiconBuilder *self)
{
  BylLexicon *lexicon = g_steal_pointer (&self->lexicon);
  const BylLexiconNode *root;

  for (guint i = 0; i < self->nodes->len; i++)
    flatten (lexicon, self->nodes->pdata[i]);

  lexicon->roots = g_new0 (guint32, lexicon->n_symbols);
  root = byl_lexicon_get_node (lexicon, 1);
  for (guint i = 0; i < root->n_edges; i++)
    {
      const BylLexiconEdge *edge =
        &g_array_index (lexicon->edges, BylLexiconEdge, root->edges + i);

      lexicon->roots[edge->symbol] = edge->node;
    }

  return lexicon;
}
