/* byl-tell-scan.c: reading the words and marks of a part of a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-scan.h"

#include "byl-letter.h"

#define APOSTROPHE 0x2019u

/* What a byte begins. */
enum
{
  BYTE_MARK,
  BYTE_SPACE,
  BYTE_WORD,
  BYTE_WIDE, /* a character outside ASCII */
};

#define R16(value) \
  value, value, value, value, value, value, value, value, \
  value, value, value, value, value, value, value, value

static const guint8 byte_kinds[256] = {
  ['\t'] = BYTE_SPACE, ['\n'] = BYTE_SPACE, ['\r'] = BYTE_SPACE, [' '] = BYTE_SPACE,
  ['0'] = BYTE_WORD, ['1'] = BYTE_WORD, ['2'] = BYTE_WORD, ['3'] = BYTE_WORD, ['4'] = BYTE_WORD,
  ['5'] = BYTE_WORD, ['6'] = BYTE_WORD, ['7'] = BYTE_WORD, ['8'] = BYTE_WORD, ['9'] = BYTE_WORD,
  ['A'] = BYTE_WORD, ['B'] = BYTE_WORD, ['C'] = BYTE_WORD, ['D'] = BYTE_WORD, ['E'] = BYTE_WORD,
  ['F'] = BYTE_WORD, ['G'] = BYTE_WORD, ['H'] = BYTE_WORD, ['I'] = BYTE_WORD, ['J'] = BYTE_WORD,
  ['K'] = BYTE_WORD, ['L'] = BYTE_WORD, ['M'] = BYTE_WORD, ['N'] = BYTE_WORD, ['O'] = BYTE_WORD,
  ['P'] = BYTE_WORD, ['Q'] = BYTE_WORD, ['R'] = BYTE_WORD, ['S'] = BYTE_WORD, ['T'] = BYTE_WORD,
  ['U'] = BYTE_WORD, ['V'] = BYTE_WORD, ['W'] = BYTE_WORD, ['X'] = BYTE_WORD, ['Y'] = BYTE_WORD,
  ['Z'] = BYTE_WORD, ['a'] = BYTE_WORD, ['b'] = BYTE_WORD, ['c'] = BYTE_WORD, ['d'] = BYTE_WORD,
  ['e'] = BYTE_WORD, ['f'] = BYTE_WORD, ['g'] = BYTE_WORD, ['h'] = BYTE_WORD, ['i'] = BYTE_WORD,
  ['j'] = BYTE_WORD, ['k'] = BYTE_WORD, ['l'] = BYTE_WORD, ['m'] = BYTE_WORD, ['n'] = BYTE_WORD,
  ['o'] = BYTE_WORD, ['p'] = BYTE_WORD, ['q'] = BYTE_WORD, ['r'] = BYTE_WORD, ['s'] = BYTE_WORD,
  ['t'] = BYTE_WORD, ['u'] = BYTE_WORD, ['v'] = BYTE_WORD, ['w'] = BYTE_WORD, ['x'] = BYTE_WORD,
  ['y'] = BYTE_WORD, ['z'] = BYTE_WORD,
  [0x80] = R16 (BYTE_WIDE), R16 (BYTE_WIDE), R16 (BYTE_WIDE), R16 (BYTE_WIDE),
  R16 (BYTE_WIDE), R16 (BYTE_WIDE), R16 (BYTE_WIDE), R16 (BYTE_WIDE),
};

static gboolean
is_letter_at (const char *at)
{
  BylLetter letter;

  if ((guchar) *at < 0x80)
    return g_ascii_isalpha (*at);

  letter = byl_letter_get (g_utf8_get_char (at));
  return letter == BYL_LETTER_LOWER || letter == BYL_LETTER_UPPER;
}

/* Looks up a word that has waited, if one has. */
static void
settle (BylTellText *self,
        guint        token)
{
  BylTokenWaiting *waiting = &self->waiting[token % BYL_TOKENS_WAITING];
  const BylWord *word;

  if (waiting->length == 0)
    return;

  word = byl_word_table_look_up (&self->table, waiting->spelling, waiting->length, waiting->key);
  self->tokens[token].word = word->word;
  self->tokens[token].folded = word->folded;
  self->tokens[token].symbols = word->symbols;
  self->tokens[token].n_symbols = word->n_symbols;
  self->tokens[token].n_roots = word->n_roots;
  self->tokens[token].word_flags = word->flags;
  waiting->length = 0;
}

/* A point behind an abbreviation, an initial, or the number of an item ends no sentence. */
static gboolean
is_point_within (BylTellText *self)
{
  const BylToken *last = &self->tokens[self->n_tokens - 1];
  gboolean is_first = (last->flags & BYL_TOKEN_SENTENCE_START) != 0;

  byl_tell_scan_settle (self);

  return (last->word_flags & (BYL_WORD_ABBREVIATION | BYL_WORD_LETTER)) != 0 ||
         ((last->word_flags & BYL_WORD_DIGITS) != 0 && is_first);
}

static gboolean
ends_sentence (BylTellText *self,
               gboolean     lower)
{
  if (self->gap == BYL_GAP_BLOCK)
    return FALSE;

  /* The marks of scripts without spaces are wide ones. */
  if (self->terminator >= 0x3000)
    return TRUE;
  if (lower || self->n_tokens == 0)
    return FALSE;
  if (self->line)
    return TRUE;

  return self->terminator != 0 && self->space &&
         !(self->terminator == '.' && is_point_within (self));
}

static void
begin_sentence (BylTellText *self)
{
  BylTokenSentence next = { .first = self->n_tokens, .block = self->blocks->len - 1 };

  if (self->gap == BYL_GAP_SENTENCE)
    {
      BylTokenSentence *last =
        &g_array_index (self->sentences, BylTokenSentence, self->sentences->len - 1);

      last->last = self->n_tokens;
      last->end = self->terminator;
    }

  g_array_append_val (self->sentences, next);
}

/* A word without a spelling, of no bytes, is one that is not looked up. */
static void
add_token (BylTellText *self,
           const char  *spelling,
           gsize        bytes,
           guint        length,
           guint        weight,
           gboolean     lower)
{
  guint index = self->n_tokens;
  BylToken *token = &self->tokens[index];
  BylTokenWaiting *waiting = &self->waiting[index % BYL_TOKENS_WAITING];

  if (index >= BYL_TOKENS_WAITING)
    settle (self, index - BYL_TOKENS_WAITING);
  if (ends_sentence (self, lower))
    self->gap = BYL_GAP_SENTENCE;

  *token = (BylToken) {
    .start = self->position,
    .end = self->position + length,
    .weight = MIN (weight, G_MAXUINT16),
    .gap = self->gap,
    .flags = self->flags,
  };

  waiting->length = bytes;
  if (bytes > 0)
    {
      waiting->spelling = spelling;
      waiting->key = byl_word_table_make_key (spelling, bytes, self->limit);
      byl_word_table_prepare (&self->table, bytes, waiting->key);
    }

  if (self->gap >= BYL_GAP_SENTENCE)
    {
      token->flags |= BYL_TOKEN_SENTENCE_START;
      begin_sentence (self);
    }

  self->n_tokens++;
  self->gap = BYL_GAP_NONE;
  self->terminator = 0;
  self->space = self->line = FALSE;
}

/* A web address goes on to the next space; marks at its end are not part of it. */
static const char *
find_end_of_address (const char *at,
                     const char *end)
{
  while (at < end && (guchar) *at > ' ' && strchr ("<>\"`|", *at) == NULL)
    at++;
  while (strchr (".,;:!?)]*_'", at[-1]) != NULL)
    at--;

  return at;
}

static void
read_address (BylTellText *self,
              const char  *end)
{
  guint length = 0;

  for (const char *at = self->at; at < end; at++)
    length += ((guchar) *at & 0xc0) != 0x80;

  self->flags |= BYL_TOKEN_ADDRESS;
  add_token (self, NULL, 0, length, BYL_TOKEN_WEIGHT, TRUE);
  self->flags &= ~BYL_TOKEN_ADDRESS;
  self->at = end;
  self->position += length;
}

/* How many bytes of the character there belong to the word before it, which holds letters or
 * digits; 0 = it ends there. */
static gsize
continue_word (BylTellText *self,
               const char  *start,
               const char  *at,
               const char  *end,
               guint        characters)
{
  gunichar character;
  BylLetter letter;
  gsize bytes;

  if (at >= end)
    return 0;

  if (*at == '\'')
    return g_ascii_isalpha (at[-1]) || (guchar) at[-1] >= 0x80 ? is_letter_at (at + 1) : 0;
  if (*at == '.' || *at == ',')
    return g_ascii_isdigit (at[-1]) && g_ascii_isdigit (at[1]);
  if ((guchar) *at < 0x80)
    return 0;

  character = g_utf8_get_char (at);
  bytes = g_utf8_next_char (at) - at;
  letter = byl_letter_get (character);

  if (character == APOSTROPHE && !g_ascii_isdigit (at[-1]) && is_letter_at (at + bytes))
    {
      if ((self->flags & BYL_TOKEN_CODE) == 0)
        {
          byl_tell_scan_add (self, BYL_MARK_APOSTROPHE, 1);
          self->marks[self->n_marks - 1].position += characters;
        }
      return bytes;
    }

  if (letter == BYL_LETTER_HANGUL)
    return self->in_characters ? 0 : bytes;
  if (byl_letter_is_of_word (letter) && letter != BYL_LETTER_SINGLE &&
      letter != BYL_LETTER_UNSPACED)
    return bytes;

  return 0;
}

static void
read_word (BylTellText *self,
           const char  *end,
           gsize        bytes,
           gboolean     lower)
{
  const char *start = self->at;
  const char *at = start + bytes;
  guint inner = bytes - 1; /* bytes that are not the first of their character */

  do
    {
      while (byte_kinds[(guchar) *at] == BYTE_WORD)
        at++;

      bytes = continue_word (self, start, at, end, at - start - inner);
      at += bytes;
      inner += MAX (bytes, 1) - 1;
    }
  while (bytes > 0);

  /* Bytes of code that follows at once are looked at with the rest of the text. */
  at = MIN (at, end);

  if ((at[0] == ':' && at[1] == '/' && at[2] == '/' && at + 2 < end) ||
      (at[0] == '.' && at - start == 3 && g_ascii_strncasecmp (start, "www", 3) == 0))
    {
      read_address (self, find_end_of_address (at + 1, end));
      return;
    }

  add_token (self, start, at - start, at - start - inner, BYL_TOKEN_WEIGHT, lower);
  self->position += at - start - inner;
  self->at = at;
}

/* One character that is a word, or a part of one, by itself. */
static void
read_single (BylTellText *self,
             gsize        bytes,
             guint        weight)
{
  add_token (self, self->at, bytes, 1, weight, FALSE);
  self->at += bytes;
  self->position++;
}

/* A run of letters of which nobody can tell without a dictionary where words end. */
static void
read_unspaced (BylTellText *self,
               const char  *end)
{
  const char *at = self->at;
  guint length = 0;
  guint letters = 0;

  while (at < end)
    {
      BylLetter letter = byl_letter_get (g_utf8_get_char (at));

      if (letter != BYL_LETTER_UNSPACED && letter != BYL_LETTER_MARK)
        break;
      letters += letter == BYL_LETTER_UNSPACED;
      length++;
      at = g_utf8_next_char (at);
    }

  add_token (self, self->at, at - self->at, length, letters * BYL_TOKEN_WEIGHT / 4, FALSE);
  self->at = at;
  self->position += length;
}

/* Anything outside ASCII. */
static void
read_wide (BylTellText *self,
           const char  *end)
{
  gunichar character = g_utf8_get_char (self->at);
  BylLetter letter = byl_letter_get (character);
  gsize bytes = g_utf8_next_char (self->at) - self->at;

  switch (letter)
    {
    case BYL_LETTER_SPACE:
      byl_tell_scan_space (self, FALSE);
      self->at += bytes;
      self->position++;
      break;

    case BYL_LETTER_SINGLE:
      read_single (self, bytes, BYL_TOKEN_WEIGHT * 5 / 8);
      break;

    case BYL_LETTER_HANGUL:
      /* In Korean a word is what stands between spaces, whatever it is taken apart into. */
      if (self->in_characters)
        read_single (self, bytes, self->gap != BYL_GAP_NONE ? BYL_TOKEN_WEIGHT : 0);
      else
        read_word (self, end, bytes, FALSE);
      break;

    case BYL_LETTER_UNSPACED:
      if (self->in_characters)
        read_single (self, bytes, BYL_TOKEN_WEIGHT / 4);
      else
        read_unspaced (self, end);
      break;

    case BYL_LETTER_DIGIT:
    case BYL_LETTER_LOWER:
    case BYL_LETTER_UPPER:
      read_word (self, end, bytes, letter == BYL_LETTER_LOWER);
      break;

    default:
      byl_tell_scan_wide_mark (self, end);
      break;
    }
}

/**
 * byl_tell_scan_settle:
 * @self: a text that is being read
 *
 * Looks up all words that wait for it.
 */
void
byl_tell_scan_settle (BylTellText *self)
{
  guint first = self->n_tokens > BYL_TOKENS_WAITING ? self->n_tokens - BYL_TOKENS_WAITING : 0;

  for (guint i = first; i < self->n_tokens; i++)
    settle (self, i);
}

/**
 * byl_tell_scan_words:
 * @self: a text that is being read
 * @end: where to stop
 *
 * Reads the words and marks up to a place.
 */
void
byl_tell_scan_words (BylTellText *self,
                     const char  *end)
{
  self->flags = 0;

  while (self->at < end)
    {
      guchar byte = *self->at;

      switch (byte_kinds[byte])
        {
        case BYTE_WORD:
          /* A digit in a frame is an emoji. */
          if ((guchar) self->at[1] == 0xef && byl_letter_skip_keycap (self->at) > 0)
            byl_tell_scan_wide_mark (self, end);
          else
            read_word (self, end, 1, byte >= 'a');
          break;

        case BYTE_SPACE:
          byl_tell_scan_space (self, byte == '\n');
          self->at++;
          self->position++;
          break;

        case BYTE_WIDE:
          read_wide (self, end);
          break;

        default:
          byl_tell_scan_mark (self, end);
          break;
        }
    }
}

/**
 * byl_tell_scan_code:
 * @self: a text that is being read
 * @end: where to stop
 *
 * Reads a run of code up to a place: it has words, but its marks mean something else than those of
 * a text.
 */
void
byl_tell_scan_code (BylTellText *self,
                    const char  *end)
{
  self->flags = BYL_TOKEN_CODE;

  while (self->at < end)
    {
      gunichar character = g_utf8_get_char (self->at);
      BylLetter letter = byl_letter_get (character);

      if (letter == BYL_LETTER_SPACE)
        byl_tell_scan_space (self, FALSE);
      else if (letter == BYL_LETTER_OTHER)
        self->gap = MAX (self->gap, BYL_GAP_MARK);

      if (byl_letter_is_of_word (letter) && letter != BYL_LETTER_MARK)
        {
          if ((guchar) *self->at < 0x80)
            read_word (self, end, 1, letter == BYL_LETTER_LOWER);
          else
            read_wide (self, end);
          continue;
        }

      self->at = g_utf8_next_char (self->at);
      self->position++;
    }
}
