/* byl-tell-finding-marks.c: the marks, emoji and numbers of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finding.h"

/* Parentheses may stand in parentheses, as deep as this. */
#define MAX_DEPTH 8u

/* A number in brackets is a note's if it has no more digits. */
#define MAX_NOTE_DIGITS 3u

/* What is open within a block. */
typedef struct
{
  guint parentheses[MAX_DEPTH]; /* their positions */
  guint depth;
  gboolean quote;               /* a single quotation mark */
} Open;

static gboolean
is_number (const BylTellFinding *self,
           guint                 token)
{
  return token < self->text->n_tokens &&
         (self->text->tokens[token].flags & (BYL_TOKEN_CODE | BYL_TOKEN_QUOTED)) == 0 &&
         (self->text->tokens[token].word_flags & BYL_WORD_NUMBER) != 0;
}

/* A colon in a time or a ratio. */
static gboolean
is_between_numbers (const BylTellFinding *self,
                    const BylTokenMark   *mark)
{
  const BylToken *tokens = self->text->tokens;

  return mark->token > 0 && is_number (self, mark->token - 1) && is_number (self, mark->token) &&
         tokens[mark->token - 1].end == mark->position &&
         tokens[mark->token].start == mark->position + 1;
}

static void
open_parenthesis (Open               *open,
                  const BylTokenMark *mark)
{
  if (open->depth < MAX_DEPTH)
    open->parentheses[open->depth] = mark->position;
  open->depth++;
}

static void
close_parenthesis (BylTellFinding     *self,
                   Open               *open,
                   const BylTokenMark *mark)
{
  BylSpan aside;

  if (open->depth == 0 || --open->depth >= MAX_DEPTH)
    return;

  aside.start = open->parentheses[open->depth];
  aside.end = mark->position + 1;
  g_array_append_val (self->asides, aside);
  byl_tell_finding_add (self, BYL_TELL_PARENTHESIS, aside.start, aside.end);
}

/* What closes a single quotation is mostly the apostrophe of a plural. */
static void
count_quotation_mark (BylTellFinding     *self,
                      Open               *open,
                      const BylTokenMark *mark)
{
  if (mark->character == 0x2019 && !open->quote)
    return;

  if (mark->character == 0x2018 || mark->character == 0x2019)
    open->quote = mark->character == 0x2018;
  byl_tell_finding_add (self, BYL_TELL_CURLY_QUOTE, mark->position, mark->position + 1);
}

/* “[1]”: the number of a note. */
static void
find_note (BylTellFinding     *self,
           const BylTokenMark *mark)
{
  const BylTokenMark *next = mark + 1;
  const BylToken *token = &self->text->tokens[mark->token];

  if (next == self->text->marks + self->text->n_marks || next->character != ']' ||
      !is_number (self, mark->token) || token->end - token->start > MAX_NOTE_DIGITS)
    return;

  if (token->start == mark->position + 1 && token->end == next->position)
    byl_tell_finding_set (self, BYL_TELL_CITATION, mark->position, next->position + 1);
}

/* A sign right before a number that says that it is rough. */
static void
find_rough (BylTellFinding     *self,
            const BylTokenMark *mark)
{
  const BylToken *tokens = self->text->tokens;
  gboolean is_tilde = mark->character == '~';

  if (!is_number (self, mark->token) || tokens[mark->token].start > mark->position + 2)
    return;

  /* Between two numbers it is a range, which is found by itself. */
  if (is_tilde && ((mark->token > 0 && tokens[mark->token - 1].end == mark->position) ||
                   tokens[mark->token].start != mark->position + 1))
    return;

  byl_tell_finding_add (self, BYL_TELL_RANGE, mark->position, tokens[mark->token].end);
}

static void
count_mark (BylTellFinding     *self,
            Open               *open,
            const BylTokenMark *mark)
{
  BylTell tell;

  switch (mark->character)
    {
    case '?':
      tell = BYL_TELL_QUESTION;
      break;
    case '!':
      tell = BYL_TELL_EXCLAMATION;
      break;
    case ';':
      tell = BYL_TELL_SEMICOLON;
      break;
    case ':':
      if (is_between_numbers (self, mark))
        return;
      tell = BYL_TELL_COLON;
      break;
    case BYL_MARK_EMOJI:
      tell = BYL_TELL_EMOJI;
      break;
    case BYL_MARK_ELLIPSIS:
      tell = BYL_TELL_ELLIPSIS;
      break;
    case BYL_MARK_EM_DASH:
      tell = BYL_TELL_EM_DASH;
      break;
    case BYL_MARK_EN_DASH:
      tell = BYL_TELL_EN_DASH;
      break;
    case BYL_MARK_ARROW:
      tell = BYL_TELL_ARROW;
      break;
    case BYL_MARK_APOSTROPHE:
      tell = BYL_TELL_CURLY_APOSTROPHE;
      break;

    case '(':
      open_parenthesis (open, mark);
      return;
    case ')':
      close_parenthesis (self, open, mark);
      return;
    case '[':
      find_note (self, mark);
      return;
    case '~':
    case 0x00b1:
    case 0x2248:
      find_rough (self, mark);
      return;
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      count_quotation_mark (self, open, mark);
      return;

    default:
      return;
    }

  byl_tell_finding_add (self, tell, mark->position, mark->position + mark->length);
}

static gboolean
is_range_gap (BylGap gap)
{
  return gap == BYL_GAP_RANGE || gap == BYL_GAP_HYPHEN;
}

/* Two numbers with a dash between them; three are a date or a telephone number. */
static void
find_range (BylTellFinding *self,
            guint           token)
{
  const BylToken *tokens = self->text->tokens;

  if (token == 0 || !is_range_gap (tokens[token].gap) || !is_number (self, token - 1))
    return;
  if (token >= 2 && is_range_gap (tokens[token - 1].gap))
    return;
  if (token + 1 < self->text->n_tokens && is_range_gap (tokens[token + 1].gap) &&
      is_number (self, token + 1))
    return;

  byl_tell_finding_add_words (self, BYL_TELL_RANGE, token - 1, token + 1);
}

static void
count_numbers (BylTellFinding *self)
{
  for (guint i = 0; i < self->text->n_tokens; i++)
    {
      if ((self->text->tokens[i].flags & BYL_TOKEN_ADDRESS) != 0)
        byl_tell_finding_set_words (self, BYL_TELL_CITATION, i, i + 1);

      if (!is_number (self, i))
        continue;

      byl_tell_finding_add_words (self, BYL_TELL_NUMBER, i, i + 1);
      find_range (self, i);
    }
}

/**
 * byl_tell_finding_marks:
 * @self: an answer
 *
 * Counts its marks, emoji and numbers.
 */
void
byl_tell_finding_marks (BylTellFinding *self)
{
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const BylTokenBlock *block = byl_tell_finding_get_block (self, i);
      Open open = { { 0 }, 0, FALSE };

      for (guint j = block->first_mark; j < block->last_mark; j++)
        if (!self->text->marks[j].quoted)
          count_mark (self, &open, &self->text->marks[j]);
    }

  count_numbers (self);
}
