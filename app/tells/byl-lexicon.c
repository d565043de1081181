/* byl-lexicon.c: the words of one language that tells are found by
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lexicon.h"

#include "byl-lexicon-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (BylLexicon, byl_lexicon, byl_lexicon_ref, byl_lexicon_unref)

/* What was loaded stays: a handful of files, by their paths. */
static GMutex loaded_lock;
static GHashTable *loaded;

/* Takes the symbols that entries begin with before the others; returns how many they are. */
static guint
sort_roots (const BylLexicon *self,
            guint32          *symbols,
            guint             n_symbols)
{
  guint n = 0;

  for (guint i = 0; i < n_symbols; i++)
    if (byl_lexicon_begin (self, symbols[i]) != 0)
      {
        guint32 other = symbols[n];

        symbols[n++] = symbols[i];
        symbols[i] = other;
      }

  return n;
}

static void
add_symbol (GHashTable *symbols,
            const char *word,
            gboolean    counts_spaces,
            GArray     *found)
{
  guint32 symbol = GPOINTER_TO_UINT (g_hash_table_lookup (symbols, word));

  if (symbol == BYL_SYMBOL_NONE)
    return;

  g_array_append_val (found, symbol);
  if (counts_spaces)
    {
      symbol |= BYL_SYMBOL_SPACED;
      g_array_append_val (found, symbol);
    }
}

/* The starts or the ends of words that one is; its outermost letter is theirs. */
static void
add_affixes (const GArray *affixes,
             const char   *word,
             gsize         length,
             gboolean      is_end,
             GArray       *found)
{
  for (guint i = 0; affixes != NULL && i < affixes->len; i++)
    {
      const BylLexiconAffix *affix = &g_array_index (affixes, BylLexiconAffix, i);
      const char *at = is_end ? word + length - affix->length : word;

      /* Most differ in their innermost letter already. */
      if (affix->length > length ||
          at[is_end ? 0 : affix->length - 1] != affix->text[is_end ? 0 : affix->length - 1])
        continue;
      if (memcmp (at, affix->text, affix->length) == 0)
        g_array_append_val (found, affix->symbol);
    }
}

/* What is written with upper-case letters in entries. */
static void
add_exact (const BylLexicon *self,
           const char       *spelling,
           GArray           *symbols)
{
  GString *plain = g_string_new (spelling);

  g_string_replace (plain, "’", "'", 0);
  add_symbol (self->exact, plain->str, self->counts_spaces, symbols);
  g_string_free (plain, TRUE);
}

/**
 * byl_lexicon_add_symbols:
 * @self: a lexicon
 * @spelling: a word as it is written
 * @folded: the word with its letters in lower case and its apostrophes plain
 * @symbols: (element-type guint32): where to add to
 * @n_roots: (out): how many of those that were added entries begin with; they come first
 *
 * Adds all that a word can be to the entries of the lexicon.
 *
 * Returns: whether it is a stop word by itself
 */
gboolean
byl_lexicon_add_symbols (const BylLexicon *self,
                         const char       *spelling,
                         const char       *folded,
                         GArray           *symbols,
                         guint            *n_roots)
{
  gsize length = strlen (folded);
  guint first = symbols->len;

  add_symbol (self->literals, folded, self->counts_spaces, symbols);
  if (!g_str_equal (spelling, folded))
    add_exact (self, spelling, symbols);

  if (length > 0)
    {
      add_affixes (self->affixes[0][(guchar) folded[0]], folded, length, FALSE, symbols);
      add_affixes (self->affixes[1][(guchar) folded[length - 1]], folded, length, TRUE, symbols);
    }

  if (g_unichar_isdigit (g_utf8_get_char (spelling)))
    {
      guint32 number = BYL_SYMBOL_NUMBER;

      g_array_append_val (symbols, number);
    }

  *n_roots = sort_roots (self, (guint32 *) symbols->data + first, symbols->len - first);

  return g_hash_table_contains (self->stop_words, folded);
}

/**
 * byl_lexicon_ref:
 * @self: a lexicon
 *
 * Returns: (transfer full): the same lexicon
 */
BylLexicon *
byl_lexicon_ref (BylLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
free_affixes (GArray *affixes)
{
  if (affixes == NULL)
    return;

  for (guint i = 0; i < affixes->len; i++)
    g_free (g_array_index (affixes, BylLexiconAffix, i).text);
  g_array_unref (affixes);
}

/**
 * byl_lexicon_unref:
 * @self: (transfer full): a lexicon
 *
 * Gives up a reference; the last one frees the lexicon.
 */
void
byl_lexicon_unref (BylLexicon *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < 256; i++)
    {
      free_affixes (self->affixes[0][i]);
      free_affixes (self->affixes[1][i]);
    }
  g_hash_table_unref (self->literals);
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->stop_words);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self->roots);
  g_free (self->language);
  g_free (self->name);
  g_free (self->hash);
  g_free (self);
}

/**
 * byl_lexicon_get_language:
 * @self: a lexicon
 *
 * Returns: (transfer none): its language, as a BCP 47 tag
 */
const char *
byl_lexicon_get_language (const BylLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * byl_lexicon_get_name:
 * @self: a lexicon
 *
 * Returns: (transfer none): what the language is called in itself
 */
const char *
byl_lexicon_get_name (const BylLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * byl_lexicon_get_hash:
 * @self: a lexicon
 *
 * Returns: (transfer none): the SHA-256 of its file: figures made with another one are out of date
 */
const char *
byl_lexicon_get_hash (const BylLexicon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hash;
}

/**
 * byl_lexicon_has_list:
 * @self: a lexicon
 * @list: the name of a list
 *
 * Returns: whether the language has such words at all
 */
gboolean
byl_lexicon_has_list (const BylLexicon *self,
                      const char       *list)
{
  BylList found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (list != NULL, FALSE);

  return byl_lexicon_list_find (list, &found) && (self->lists & 1u << found) != 0;
}

static gboolean
is_tag (const char *language)
{
  if (!g_ascii_isalpha (language[0]) || strlen (language) > 35)
    return FALSE;

  for (const char *at = language; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;

  return TRUE;
}

/* The file of a language, or of the language that it is a kind of: “pt” for “pt-BR”. */
static char *
find_path (const char *folder,
           const char *language)
{
  g_autofree char *tag = g_ascii_strdown (language, -1);

  for (;;)
    {
      g_autofree char *base = g_strconcat (tag, ".json", NULL);
      g_autofree char *path = g_build_filename (folder, base, NULL);
      char *hyphen = strrchr (tag, '-');

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
      if (hyphen == NULL)
        return NULL;
      *hyphen = '\0';
    }
}

/**
 * byl_lexicon_find:
 * @folder: the folder of the lexicons
 * @language: a BCP 47 tag, as packs have it
 * @lexicon: (out) (optional) (nullable) (transfer full): the lexicon, or %NULL where there is none
 *   for the language
 * @error: return location for an error
 *
 * Finds the lexicon of a language, or of the one that it is a variety of. It is read once and then
 * shared; any thread may ask. That there is none is no error: what is found without words is found
 * in every language.
 *
 * Returns: %FALSE with the error set if there is a file that is no lexicon
 */
gboolean
byl_lexicon_find (const char  *folder,
                  const char  *language,
                  BylLexicon **lexicon,
                  GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GMutexLocker) locker = NULL;
  BylLexicon *found;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (lexicon != NULL, FALSE);

  *lexicon = NULL;
  path = is_tag (language) ? find_path (folder, language) : NULL;
  if (path == NULL)
    return TRUE;

  locker = g_mutex_locker_new (&loaded_lock);
  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify) byl_lexicon_unref);

  found = g_hash_table_lookup (loaded, path);
  if (found == NULL)
    {
      g_autoptr(GFile) file = g_file_new_for_path (path);

      found = byl_lexicon_load (file, error);
      if (found == NULL)
        return FALSE;
      g_hash_table_insert (loaded, g_steal_pointer (&path), found);
    }

  *lexicon = byl_lexicon_ref (found);
  return TRUE;
}
