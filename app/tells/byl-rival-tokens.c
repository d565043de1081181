/* byl-rival-tokens.c: an answer as words, marks, and the signs of its formatting
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-tokens.h"

#define HIRAGANA 0x3042

typedef struct
{
  const gunichar *characters;
  GArray *tokens;   /* (element-type BylRivalToken) */
  const BylRun *runs;
  guint n_runs;
  guint run;        /* index of the first run that is not behind what was read */
  BylRunStyle style; /* of the last character read */
  gboolean spaced;
} Reading;

static guint32
mix (guint32  hash,
     gunichar character)
{
  hash ^= character;
  hash *= 0x01000193u;

  return hash ^ (hash >> 15);
}

static void
add_sign (Reading *self,
          guint    at,
          gunichar letter)
{
  guint32 hash = mix (0x5157u, letter);
  BylRivalToken token = { hash, hash, at, at, BYL_TOKEN_SIGN, letter, FALSE };

  g_array_append_val (self->tokens, token);
  self->spaced = FALSE;
}

/* Formatting is written as the signs of Markdown, since these are what a reader sees of it. */
static void
change_style (Reading     *self,
              guint        at,
              BylRunStyle  style)
{
  static const struct
  {
    BylRunStyle style;
    gunichar begin;
    gunichar end;
  } signs[] = {
    { BYL_RUN_BOLD, 'B', 'b' },
    { BYL_RUN_ITALIC, BYL_SIGN_ITALIC, BYL_SIGN_ITALIC_END },
    { BYL_RUN_STRIKE, 'S', 's' },
    { BYL_RUN_CODE, 'C', 'c' },
    { BYL_RUN_LINK, 'L', 'l' },
  };
  BylRunStyle changed = style ^ self->style;

  for (gsize i = 0; changed != 0 && i < G_N_ELEMENTS (signs); i++)
    if ((changed & signs[i].style) != 0)
      add_sign (self, at, (style & signs[i].style) != 0 ? signs[i].begin : signs[i].end);

  self->style = style;
}

/* The style of a character; those before it have been asked for. */
static BylRunStyle
get_style (Reading *self,
           guint    at)
{
  while (self->run < self->n_runs && self->runs[self->run].end <= at)
    self->run++;

  if (self->run < self->n_runs && self->runs[self->run].start <= at)
    return self->runs[self->run].style & ~BYL_RUN_MASKED;

  return 0;
}

/* Scripts that are written without spaces between words: each character is read by itself. */
static gunichar
get_script_letter (gunichar character)
{
  if (character < 0x0e00)
    return 0;

  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN: return 0x4e00;
    case G_UNICODE_SCRIPT_HIRAGANA: return HIRAGANA;
    case G_UNICODE_SCRIPT_KATAKANA: return 0x30a2;
    case G_UNICODE_SCRIPT_THAI: return 0x0e01;
    case G_UNICODE_SCRIPT_LAO: return 0x0e81;
    case G_UNICODE_SCRIPT_KHMER: return 0x1780;
    case G_UNICODE_SCRIPT_MYANMAR: return 0x1000;
    default: return 0;
    }
}

static gboolean
is_word (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum (character) || character == '_';

  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static gboolean
is_apostrophe (gunichar character)
{
  return character == '\'' || character == 0x2019;
}

/* Where the word that begins at @start ends. */
static guint
find_word_end (const gunichar *characters,
               guint           start,
               guint           limit)
{
  guint end = start + 1;

  for (; end < limit; end++)
    {
      if (is_apostrophe (characters[end]) && end + 1 < limit && is_word (characters[end + 1]))
        continue;
      if (!is_word (characters[end]) || get_script_letter (characters[end]) != 0)
        break;
    }

  return end;
}

static guint
find_number_end (const gunichar *characters,
                 guint           start,
                 guint           limit)
{
  guint end = start;

  while (end < limit && g_unichar_isdigit (characters[end]))
    end++;

  if (end < limit && is_word (characters[end]) && get_script_letter (characters[end]) == 0)
    return start;

  return end;
}

static void
add_word (Reading *self,
          guint    start,
          guint    end)
{
  BylRivalToken token = { 0x811c9dc5u, 0x811c9dc5u, start, end, BYL_TOKEN_WORD, 'w', self->spaced };
  gunichar script = get_script_letter (self->characters[start]);

  for (guint i = start; i < end; i++)
    {
      gunichar character = self->characters[i];

      token.hash = mix (token.hash, character);
      token.folded = mix (token.folded, g_unichar_tolower (character));
    }

  /* Hiragana are what Japanese has for little words and endings: each stays itself. */
  if (script != 0)
    token.letter = script == HIRAGANA ? self->characters[start] : script;

  g_array_append_val (self->tokens, token);
}

/* A number is its count of digits: which number it is belongs to the question. */
static void
add_number (Reading *self,
            guint    start,
            guint    end)
{
  guint32 hash = mix (0xd161u, MIN (end - start, 4));
  BylRivalToken token = { hash, hash, start, end, BYL_TOKEN_NUMBER, '0', self->spaced };

  g_array_append_val (self->tokens, token);
}

static void
add_mark (Reading *self,
          guint    at)
{
  gunichar character = self->characters[at];
  guint32 hash = mix (mix (0x3a7cu, character), self->spaced);
  BylRivalToken token = { hash, hash, at, at + 1, BYL_TOKEN_MARK, character, self->spaced };

  g_array_append_val (self->tokens, token);
}

static guint
read_token (Reading *self,
            guint    at,
            guint    limit)
{
  gunichar character = self->characters[at];
  guint end;

  if (!is_word (character))
    {
      add_mark (self, at);
      return at + 1;
    }

  end = find_number_end (self->characters, at, limit);
  if (end > at)
    {
      add_number (self, at, end);
      return end;
    }

  end = get_script_letter (character) != 0 ? at + 1
                                           : find_word_end (self->characters, at, limit);
  add_word (self, at, end);

  return end;
}

static void
read_characters (Reading *self,
                 guint    start,
                 guint    end)
{
  self->spaced = TRUE;

  for (guint at = start; at < end;)
    {
      gunichar character = self->characters[at];
      BylRunStyle style = get_style (self, at);

      if (style != self->style)
        {
          gboolean spaced = self->spaced;

          change_style (self, at, style);
          self->spaced = spaced;
        }

      if (character == '\n')
        add_sign (self, at, '\n');

      if (g_unichar_isspace (character))
        {
          self->spaced = TRUE;
          at++;
        }
      else
        {
          at = read_token (self, at, end);
          self->spaced = FALSE;
        }
    }

  change_style (self, end, 0);
}

static void
add_item_signs (Reading        *self,
                const BylBlock *block)
{
  if (block->marker == BYL_MARKER_NONE)
    return;

  for (guint i = 1; i < MIN (block->list_depth, 3); i++)
    add_sign (self, block->start, '\t');

  switch (block->marker)
    {
    case BYL_MARKER_BULLET: add_sign (self, block->start, 0x2022); break;
    case BYL_MARKER_NUMBER: add_sign (self, block->start, 0x2116); break;
    case BYL_MARKER_OPEN_TASK:
    case BYL_MARKER_DONE_TASK: add_sign (self, block->start, 0x2610); break;
    case BYL_MARKER_NONE: break;
    }
}

/* What a reader sees at the start of a block, before its first word. */
static void
add_block_signs (Reading        *self,
                 const BylBlock *block)
{
  add_sign (self, block->start,
            block->list_depth > 0 && block->marker == BYL_MARKER_NONE ? BYL_SIGN_ITEM_BLOCK
                                                                        : BYL_SIGN_BLOCK);

  for (guint i = 0; i < MIN (block->quote_depth, 2); i++)
    add_sign (self, block->start, 0x203a);

  add_item_signs (self, block);

  switch (block->kind)
    {
    case BYL_BLOCK_HEADING: add_sign (self, block->start, 0x2460 + MIN (block->level, 6)); break;
    case BYL_BLOCK_CODE: add_sign (self, block->start, 0x2318); break;
    case BYL_BLOCK_RULE: add_sign (self, block->start, 0x2501); break;
    case BYL_BLOCK_CELL: add_sign (self, block->start, block->column == 0 ? 0x2551 : 0x2502); break;
    case BYL_BLOCK_PARAGRAPH: break;
    }
}

/**
 * byl_rival_tokens_new:
 * @text: an answer as it is shown
 * @characters: its text, a value a character
 *
 * Reads an answer from its start to its end. Blocks and runs become signs that stand before and
 * after their words, as Markdown would write them, so that formatting is read in its order with
 * the words.
 *
 * Returns: (transfer full) (element-type BylRivalToken): the tokens, in reading order
 */
GArray *
byl_rival_tokens_new (const BylReadText *text,
                      const gunichar    *characters)
{
  Reading reading = { .characters = characters };
  guint n_blocks;
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n_blocks);

  reading.tokens = g_array_sized_new (FALSE, FALSE, sizeof (BylRivalToken),
                                      byl_read_text_get_length (text) / 4 + 16);
  reading.runs = byl_read_text_get_runs (text, &reading.n_runs);

  for (guint i = 0; i < n_blocks; i++)
    {
      add_block_signs (&reading, &blocks[i]);
      read_characters (&reading, blocks[i].start, blocks[i].end);
    }

  return reading.tokens;
}

/**
 * byl_rival_ends_sentence:
 * @character: a mark
 *
 * Returns: whether a sentence may end with it
 */
gboolean
byl_rival_ends_sentence (gunichar character)
{
  switch (character)
    {
    case '.': case '!': case '?': case 0x2026:
    case 0x061f: case 0x06d4: case 0x0964:
    case 0x3002: case 0xff01: case 0xff1f:
      return TRUE;
    default:
      return FALSE;
    }
}
