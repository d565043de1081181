/* byl-rival-grams.c: the words, pairs and patterns of an answer, each as a number
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-grams.h"

#define FIRST_CHARACTERS  150u
#define LAST_CHARACTERS   200u
#define SKELETON_SHORTEST 2u
#define SKELETON_LONGEST  6u
#define CHARACTERS        4u

typedef struct
{
  const gunichar *characters;
  guint n_characters;
  const BylRivalToken *tokens;
  guint n_tokens;
  BylRivalGramFunc func;
  gpointer data;
} Walk;

/* The last steps of MurmurHash3 (Austin Appleby, public domain) spread the bits. */
static guint32
join (guint32 hash,
      guint32 next)
{
  hash ^= next + 0x9e3779b9u + (hash << 6) + (hash >> 2);
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;

  return hash ^ (hash >> 16);
}

/* Calls for each row of one to @longest tokens from @first on that ends before @limit. It can be
 * read by itself if @readable, and if no sign and no number is in it. */
static void
tell_rows (const Walk   *self,
           BylRivalView  view,
           guint32       seed,
           guint         first,
           guint         longest,
           guint         limit,
           gboolean      readable)
{
  guint32 hash = join (seed, view);

  for (guint i = first; i < MIN (first + longest, self->n_tokens); i++)
    {
      const BylRivalToken *token = &self->tokens[i];

      if (token->end > limit)
        return;

      hash = join (hash, token->hash);
      readable = readable && token->kind != BYL_TOKEN_SIGN && token->kind != BYL_TOKEN_NUMBER;
      self->func (view, hash, self->tokens[first].start, token->end, readable, self->data);
    }
}

static void
tell_words (const Walk *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    tell_rows (self, BYL_RIVAL_VIEW_WORDS, 1, i, 2, self->n_characters, TRUE);
}

static void
tell_edges (const Walk *self)
{
  guint from = self->n_characters - MIN (self->n_characters, LAST_CHARACTERS);
  guint first = self->n_tokens;

  for (guint i = 0; i < self->n_tokens && self->tokens[i].start < FIRST_CHARACTERS; i++)
    tell_rows (self, BYL_RIVAL_VIEW_EDGES, 2, i, 3, FIRST_CHARACTERS, TRUE);

  while (first > 0 && self->tokens[first - 1].start >= from)
    first--;

  for (guint i = first; i < self->n_tokens; i++)
    tell_rows (self, BYL_RIVAL_VIEW_EDGES, 3, i, 3, self->n_characters, TRUE);
}

/* Whether a line or a sentence begins with a token: nothing but formatting is between it and a stop
 * or the start of a block. */
static gboolean
begins_sentence (const Walk *self,
                 guint       position)
{
  while (position-- > 0)
    {
      const BylRivalToken *token = &self->tokens[position];

      if (token->kind == BYL_TOKEN_MARK)
        return byl_rival_ends_sentence (token->letter);
      if (token->kind != BYL_TOKEN_SIGN)
        return FALSE;
      if (token->letter == BYL_SIGN_BLOCK || token->letter == BYL_SIGN_ITEM_BLOCK ||
          token->letter == '\n')
        return TRUE;
    }

  return TRUE;
}

static void
tell_starts (const Walk *self)
{
  for (guint i = 1; i < self->n_tokens; i++)
    {
      BylTokenKind before = self->tokens[i - 1].kind;

      if (self->tokens[i].kind != BYL_TOKEN_WORD ||
          (before != BYL_TOKEN_MARK && before != BYL_TOKEN_SIGN))
        continue;

      if (begins_sentence (self, i))
        tell_rows (self, BYL_RIVAL_VIEW_STARTS, 4, i, 3, self->n_characters, TRUE);
      else
        tell_rows (self, BYL_RIVAL_VIEW_STARTS, 7, i, 3, self->n_characters, FALSE);
    }
}

static void
tell_skeleton (const Walk *self)
{
  g_autofree gunichar *letters = g_new (gunichar, 2 * self->n_tokens + 1);
  guint n = 0;

  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (self->tokens[i].kind == BYL_TOKEN_MARK && self->tokens[i].spaced)
        letters[n++] = ' ';
      letters[n++] = self->tokens[i].letter;
    }

  for (guint i = 0; i < n; i++)
    {
      guint32 hash = 5;

      for (guint length = 1; length <= MIN (SKELETON_LONGEST, n - i); length++)
        {
          hash = join (hash, letters[i + length - 1]);
          if (length >= SKELETON_SHORTEST)
            self->func (BYL_RIVAL_VIEW_SKELETON, hash, 0, 0, FALSE, self->data);
        }
    }
}

static void
tell_characters (const Walk *self)
{
  for (guint i = 0; i + CHARACTERS <= self->n_characters; i++)
    {
      guint32 hash = 6;

      for (guint j = i; j < i + CHARACTERS; j++)
        hash = join (hash, self->characters[j]);
      self->func (BYL_RIVAL_VIEW_CHARACTERS, hash, i, i + CHARACTERS, FALSE, self->data);
    }
}

/**
 * byl_rival_grams_foreach:
 * @characters: (array length=n_characters): the text of an answer as it is shown
 * @n_characters: how many they are
 * @tokens: (element-type BylRivalToken): what byl_rival_tokens_new () made of it
 * @func: (scope call): is called for each pattern, as often as it stands there
 * @data: for @func
 *
 * Goes through all patterns of an answer, one view after the other.
 */
void
byl_rival_grams_foreach (const gunichar   *characters,
                         guint             n_characters,
                         GArray           *tokens,
                         BylRivalGramFunc  func,
                         gpointer          data)
{
  const Walk walk = {
    characters, n_characters, (const BylRivalToken *) tokens->data, tokens->len, func, data,
  };

  tell_words (&walk);
  tell_edges (&walk);
  tell_starts (&walk);
  tell_skeleton (&walk);
  tell_characters (&walk);
}
