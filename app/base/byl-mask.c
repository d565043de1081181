/* byl-mask.c: finding the names that would give a writer away
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mask.h"

#include "byl-mask-token.h"
#include "byl-mask-variant.h"

#include <string.h>

/* A name that is masked. */
typedef struct
{
  char *name;
  BylMaskCase name_case;
  char **parts; /* the tokens as they are written */
} Name;

/* What names have in common from their start: a tree over their tokens, so that the time that a
 * text takes hardly grows with the number of names. */
typedef struct _Node Node;
struct _Node
{
  GHashTable *children; /* (nullable) (element-type utf8 Node): by gap and folded token */
  Name *any_case;       /* (nullable): the name that ends here, in any case */
  GPtrArray *exact;     /* (nullable) (element-type Name): those that end here as written */
};

struct _BylMask
{
  gatomicrefcount references;
  GPtrArray *names;     /* (element-type Name) */
  GPtrArray *nodes;     /* (element-type Node): all of the tree; the first is its root */
  GHashTable *variants; /* (element-type utf8): folded words that follow the first of any name */
  guint32 firsts[256];  /* by the first byte of a name's first token: its lengths, a bit each */
};

/* A text, or a prompt, while it is searched. */
typedef struct
{
  const BylMask *mask;
  const char *text;
  const BylMaskToken *tokens;
  guint n_tokens;
  GString *key;
} Search;

G_DEFINE_BOXED_TYPE (BylMask, byl_mask, byl_mask_ref, byl_mask_unref)

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_strfreev (name->parts);
  g_free (name);
}

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->children, g_hash_table_unref);
  g_clear_pointer (&node->exact, g_ptr_array_unref);
  g_free (node);
}

static void
write_key (Search   *search,
           guint     index,
           gboolean  is_first)
{
  const BylMaskToken *token = &search->tokens[index];
  gboolean gap = !is_first && byl_mask_token_has_gap (token - 1, token);

  g_string_truncate (search->key, 0);
  g_string_append_c (search->key, gap ? '-' : '+');
  byl_mask_token_fold (token, search->text, search->key);
}

/* Lengths over that of the last bit share it. */
static guint32
get_length_bit (gsize length)
{
  return 1u << MIN (length, 31);
}

/* Whether a name can begin with a token, as far as its first letter and its length say. Only for
 * plain ASCII, as most of most texts is, they are known without folding it. */
static gboolean
may_begin_name (const Search *search,
                guint         index)
{
  const BylMaskToken *token = &search->tokens[index];
  gsize length = token->end - token->start;
  guchar first = search->text[token->start];

  if (length != token->last - token->first)
    return TRUE;

  return (search->mask->firsts[(guchar) g_ascii_tolower (first)] & get_length_bit (length)) != 0;
}

/* One token further into the tree: %NULL where no name goes on like this. */
static const Node *
step (Search     *search,
      const Node *node,
      guint       start,
      guint       index)
{
  if (node->children == NULL || index >= search->n_tokens)
    return NULL;
  if (index > start && search->tokens[index].gap == BYL_MASK_GAP_WIDE)
    return NULL;
  if (index == start && !may_begin_name (search, index))
    return NULL;

  write_key (search, index, index == start);
  return g_hash_table_lookup (node->children, search->key->str);
}

static gboolean
can_start (const Search *search,
           guint         index)
{
  return index == 0 || byl_mask_token_is_apart (&search->tokens[index - 1], &search->tokens[index]);
}

static gboolean
can_end (const Search *search,
         guint         end)
{
  return end == search->n_tokens ||
         byl_mask_token_is_apart (&search->tokens[end - 1], &search->tokens[end]);
}

static gboolean
is_as_written (const Search *search,
               const Name   *name,
               guint         start)
{
  for (guint i = 0; name->parts[i] != NULL; i++)
    {
      const BylMaskToken *token = &search->tokens[start + i];
      gsize length = token->end - token->start;

      if (strlen (name->parts[i]) != length ||
          memcmp (name->parts[i], search->text + token->start, length) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Notes every name that the prompt holds: longer ones do not hide the shorter ones in them. */
static void
note_names (Search     *search,
            GHashTable *noted)
{
  for (guint start = 0; start < search->n_tokens; start++)
    {
      const Node *node = search->mask->nodes->pdata[0];

      if (!can_start (search, start))
        continue;

      for (guint i = start; (node = step (search, node, start, i)) != NULL; i++)
        {
          if (!can_end (search, i + 1))
            continue;

          if (node->any_case != NULL)
            g_hash_table_add (noted, node->any_case);
          for (guint j = 0; node->exact != NULL && j < node->exact->len; j++)
            if (is_as_written (search, node->exact->pdata[j], start))
              g_hash_table_add (noted, node->exact->pdata[j]);
        }
    }
}

static gboolean
ends_name (const Search *search,
           const Node   *node,
           guint         start,
           GHashTable   *excepted)
{
  if (node->any_case != NULL)
    return !g_hash_table_contains (excepted, node->any_case);

  for (guint i = 0; node->exact != NULL && i < node->exact->len; i++)
    if (is_as_written (search, node->exact->pdata[i], start) &&
        !g_hash_table_contains (excepted, node->exact->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The end, in tokens, of the longest name that starts there; @start if none does. */
static guint
match_name (Search     *search,
            guint       start,
            GHashTable *excepted)
{
  const Node *node = search->mask->nodes->pdata[0];
  guint end = start;

  if (!can_start (search, start))
    return start;

  for (guint i = start; (node = step (search, node, start, i)) != NULL; i++)
    if (ends_name (search, node, start, excepted))
      end = i + 1;

  return end;
}

static void
set_text (Search     *search,
          const char *text,
          GArray     *tokens)
{
  search->text = text;
  search->tokens = (const BylMaskToken *) tokens->data;
  search->n_tokens = tokens->len;
}

/* The node that the tokens of a name lead to, made where it is missing. */
static Node *
reach_node (BylMask *self,
            Search  *search)
{
  Node *node = self->nodes->pdata[0];

  for (guint i = 0; i < search->n_tokens; i++)
    {
      Node *child;

      write_key (search, i, i == 0);
      if (i == 0)
        self->firsts[(guchar) search->key->str[1]] |= get_length_bit (search->key->len - 1);
      if (node->children == NULL)
        node->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      child = g_hash_table_lookup (node->children, search->key->str);
      if (child == NULL)
        {
          child = g_new0 (Node, 1);
          g_ptr_array_add (self->nodes, child);
          g_hash_table_insert (node->children, g_strdup (search->key->str), child);
        }

      if (i > 0 && search->tokens[i].kind == BYL_MASK_LETTERS)
        g_hash_table_add (self->variants, g_strdup (search->key->str + 1));

      node = child;
    }

  return node;
}

static Name *
add_name (BylMask      *self,
          const Search *search,
          const char   *written,
          BylMaskCase   name_case)
{
  Name *name = g_new0 (Name, 1);

  name->name = g_strdup (written);
  name->name_case = name_case;
  name->parts = g_new0 (char *, search->n_tokens + 1);
  for (guint i = 0; i < search->n_tokens; i++)
    name->parts[i] = g_strndup (search->text + search->tokens[i].start,
                                search->tokens[i].end - search->tokens[i].start);

  g_ptr_array_add (self->names, name);
  return name;
}

/**
 * byl_mask_new: (constructor)
 *
 * Makes a mask without names. Add all of them before it is shared: from then on it does not change,
 * and any number of threads may use it.
 *
 * Returns: (transfer full): a mask
 */
BylMask *
byl_mask_new (void)
{
  BylMask *self = g_new0 (BylMask, 1);

  g_atomic_ref_count_init (&self->references);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  g_ptr_array_add (self->nodes, g_new0 (Node, 1));
  self->variants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * byl_mask_ref:
 * @self: a mask
 *
 * Returns: (transfer full): the same mask
 */
BylMask *
byl_mask_ref (BylMask *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_mask_unref:
 * @self: (transfer full): a mask
 *
 * Gives up a reference; the last one frees the mask.
 */
void
byl_mask_unref (BylMask *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->variants);
  g_free (self);
}

/**
 * byl_mask_add:
 * @self: a mask
 * @name: a name, a maker or an alias
 * @name_case: how it is compared with a text
 *
 * Adds a name. A name that holds no letter, digit or sign is left out, and so is one that is there.
 */
void
byl_mask_add (BylMask     *self,
              const char  *name,
              BylMaskCase  name_case)
{
  g_autofree char *clean = NULL;
  g_autoptr(GArray) tokens = NULL;
  g_autoptr(GString) key = NULL;
  Search search = { .mask = self };
  Node *node;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  clean = byl_text_clean (name);
  tokens = byl_mask_token_split (clean);
  if (tokens->len == 0)
    return;

  search.key = key = g_string_new (NULL);
  set_text (&search, clean, tokens);
  node = reach_node (self, &search);

  if (name_case == BYL_MASK_ANY_CASE)
    {
      if (node->any_case == NULL)
        node->any_case = add_name (self, &search, name, name_case);
      return;
    }

  if (node->exact == NULL)
    node->exact = g_ptr_array_new ();
  for (guint i = 0; i < node->exact->len; i++)
    if (is_as_written (&search, node->exact->pdata[i], 0))
      return;

  g_ptr_array_add (node->exact, add_name (self, &search, name, name_case));
}

/**
 * byl_mask_dup_names:
 * @self: a mask
 * @name_case: which names
 *
 * Returns: (transfer full): the names that were added with @name_case, in that order
 */
char **
byl_mask_dup_names (const BylMask *self,
                    BylMaskCase    name_case)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = self->names->pdata[i];

      if (name->name_case == name_case)
        g_strv_builder_add (names, name->name);
    }

  return g_strv_builder_end (names);
}

/**
 * byl_mask_find:
 * @self: a mask
 * @text: what is shown, valid UTF-8
 * @prompt: (nullable): the question; a name that stands in it gives nothing away and is not found
 *
 * Finds the names in a text as whole words, the longest first, with the version or variant that
 * hangs on them (“GPT-4o-mini”, “Claude 3.5”). A hyphen, a space, an underscore and their no-break
 * forms are one between the parts of a name. Beside a Latin name, a character of a script without
 * spaces is a boundary.
 *
 * Returns: (transfer full) (element-type BylSpan): where they are, in order, without overlap
 */
GArray *
byl_mask_find (const BylMask *self,
               const char    *text,
               const char    *prompt)
{
  g_autoptr(GHashTable) excepted = g_hash_table_new (NULL, NULL);
  g_autoptr(GString) key = g_string_new (NULL);
  g_autoptr(GArray) tokens = NULL;
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BylSpan));
  Search search = { .mask = self, .key = key };

  g_return_val_if_fail (self != NULL, spans);
  g_return_val_if_fail (text != NULL, spans);

  if (prompt != NULL)
    {
      g_autoptr(GArray) prompt_tokens = byl_mask_token_split (prompt);

      set_text (&search, prompt, prompt_tokens);
      note_names (&search, excepted);
    }

  tokens = byl_mask_token_split (text);
  set_text (&search, text, tokens);

  for (guint start = 0; start < search.n_tokens;)
    {
      guint end = match_name (&search, start, excepted);
      BylSpan span;

      if (end == start)
        {
          start++;
          continue;
        }

      end = byl_mask_variant_swallow (text, tokens, end, self->variants);
      span.start = search.tokens[start].first;
      span.end = search.tokens[end - 1].last;
      g_array_append_val (spans, span);
      start = end;
    }

  return spans;
}
