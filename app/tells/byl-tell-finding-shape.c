/* byl-tell-finding-shape.c: the blocks and runs of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finding.h"

#include <math.h>

/* What the blocks and runs say, on the way through them. */
typedef struct
{
  guint run;         /* the first that is not behind the block */
  guint level;       /* the deepest of the headings */
  guint depth;       /* the deepest of the lists */
  guint table;       /* the last one that was met */
  guint quote;       /* the span of the quotation that the block before lies in, from 1; else 0 */
  guint fact;        /* where the first list, number, code or bold word is, in characters */
} Shape;

static void
meet_fact (Shape *shape,
           guint  position)
{
  shape->fact = MIN (shape->fact, position);
}

/* The place of an item is its first word: its marker is no character of the text. */
static void
count_item (BylTellFinding *self,
            BylTell         tell,
            guint           index)
{
  const BylTokenBlock *read = byl_tell_finding_get_block (self, index);
  guint start = self->blocks[index].start;
  guint end = MIN (self->blocks[index].end, start + 1);

  if (read->last_token > read->first_token)
    {
      start = self->text->tokens[read->first_token].start;
      end = self->text->tokens[read->first_token].end;
    }

  byl_tell_finding_add (self, tell, start, end);
}

static gunichar
get_last_mark (const BylTellFinding *self,
               const BylTokenBlock  *read,
               guint                 end)
{
  const BylTokenMark *last;

  if (read->last_mark == read->first_mark)
    return 0;

  last = &self->text->marks[read->last_mark - 1];
  return last->position + last->length == end ? last->character : 0;
}

/* Whether a colon is the last mark of a bold run, or stands right behind it. */
static gboolean
has_colon_at (const BylTellFinding *self,
              const BylTokenBlock  *read,
              guint                 end)
{
  for (guint i = read->first_mark; i < read->last_mark; i++)
    {
      const BylTokenMark *mark = &self->text->marks[i];

      if (mark->position > end)
        return FALSE;
      if (mark->character == ':' && mark->position + 1 >= end)
        return TRUE;
    }

  return FALSE;
}

/* Where the bold words at the start of a block end; its start if there are none. */
static guint
find_bold_end (const BylTellFinding *self,
               const BylBlock       *block,
               guint                 run)
{
  guint end = block->start;

  for (; run < self->n_runs && self->runs[run].start == end && end < block->end; run++)
    {
      if ((self->runs[run].style & BYL_RUN_BOLD) == 0)
        break;
      end = self->runs[run].end;
    }

  return end;
}

static gboolean
is_full_stop (gunichar mark)
{
  return mark == '.' || mark == 0x3002 || mark == 0xff0e || mark == 0xff61 || mark == 0x06d4 ||
         mark == 0x0964;
}

static void
look_at_item (BylTellFinding *self,
              Shape          *shape,
              guint           index)
{
  const BylBlock *block = &self->blocks[index];
  const BylTokenBlock *read = byl_tell_finding_get_block (self, index);
  guint bold = find_bold_end (self, block, shape->run);

  self->figures->items++;
  meet_fact (shape, block->start);
  count_item (self, block->marker == BYL_MARKER_NUMBER ? BYL_TELL_NUMBERED : BYL_TELL_BULLET,
              index);

  if (bold > block->start && has_colon_at (self, read, bold))
    byl_tell_finding_add (self, BYL_TELL_BOLD_LEAD, block->start, bold);
  if (is_full_stop (read->end))
    byl_tell_finding_add (self, BYL_TELL_ITEM_STOP, block->end - 1, block->end);
}

static void
look_at_paragraph (BylTellFinding *self,
                   const Shape    *shape,
                   guint           index)
{
  const BylBlock *block = &self->blocks[index];
  const BylTokenBlock *read = byl_tell_finding_get_block (self, index);
  guint bold = find_bold_end (self, block, shape->run);

  if (block->marker != BYL_MARKER_NONE || read->first_token == read->last_token)
    return;

  if (bold == block->end || (bold + 1 == block->end && has_colon_at (self, read, bold)))
    byl_tell_finding_add (self, BYL_TELL_BOLD_PARAGRAPH, block->start, block->end);
  else if (get_last_mark (self, read, block->end) == ':')
    byl_tell_finding_add_words (self, BYL_TELL_LEAD_IN, read->last_token - 1, read->last_token);
}

static void
look_at_quotation (BylTellFinding *self,
                   Shape          *shape,
                   guint           index)
{
  const BylBlock *block = &self->blocks[index];
  const BylTokenBlock *read = byl_tell_finding_get_block (self, index);
  gboolean of_prompt = read->last_token > read->first_token &&
                       (self->text->tokens[read->first_token].flags & BYL_TOKEN_QUOTED) != 0;

  if (block->quote_depth == 0 || of_prompt)
    {
      shape->quote = 0;
      return;
    }

  if (shape->quote > 0)
    {
      g_array_index (self->spans, BylTellSpan, shape->quote - 1).end = block->end;
      return;
    }

  byl_tell_finding_set (self, BYL_TELL_QUOTE, block->start, block->end);
  shape->quote = self->spans->len;
}

/* A table is shown by its first row. */
static void
look_at_cell (BylTellFinding *self,
              Shape          *shape,
              guint           index)
{
  const BylBlock *block = &self->blocks[index];
  guint last = index;

  if (block->table == shape->table)
    return;

  shape->table = block->table;
  while (last + 1 < self->n_blocks && self->blocks[last + 1].table == block->table &&
         self->blocks[last + 1].row == block->row)
    last++;
  byl_tell_finding_set (self, BYL_TELL_TABLE, block->start, self->blocks[last].end);
}

static void
look_at_block (BylTellFinding *self,
               Shape          *shape,
               guint           index)
{
  const BylBlock *block = &self->blocks[index];

  while (shape->run < self->n_runs && self->runs[shape->run].end <= block->start)
    shape->run++;
  shape->depth = MAX (shape->depth, block->list_depth);
  look_at_quotation (self, shape, index);

  if (block->marker != BYL_MARKER_NONE)
    look_at_item (self, shape, index);

  switch (block->kind)
    {
    case BYL_BLOCK_HEADING:
      byl_tell_finding_add (self, BYL_TELL_HEADING, block->start, block->end);
      shape->level = MAX (shape->level, block->level);
      break;

    case BYL_BLOCK_CODE:
      byl_tell_finding_set (self, BYL_TELL_CODE, block->start, block->end);
      meet_fact (shape, block->start);
      break;

    case BYL_BLOCK_RULE:
      byl_tell_finding_set (self, BYL_TELL_RULE, block->start, block->end);
      break;

    case BYL_BLOCK_CELL:
      look_at_cell (self, shape, index);
      break;

    default:
      look_at_paragraph (self, shape, index);
      break;
    }
}

/* Runs that touch and are all of a style are one run of it. */
static void
count_runs (BylTellFinding *self,
            Shape          *shape,
            BylRunStyle     style,
            BylTell         tell)
{
  guint end = G_MAXUINT;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const BylRun *run = &self->runs[i];

      if ((run->style & style) == 0)
        continue;

      if (run->start == end)
        {
          g_array_index (self->spans, BylTellSpan, self->spans->len - 1).end = run->end;
        }
      else
        {
          byl_tell_finding_add (self, tell, run->start, run->end);
          if (style != BYL_RUN_ITALIC)
            meet_fact (shape, run->start);
        }
      end = run->end;
    }
}

static void
find_links (BylTellFinding *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    if ((self->runs[i].style & BYL_RUN_LINK) != 0)
      byl_tell_finding_set (self, BYL_TELL_CITATION, self->runs[i].start, self->runs[i].end);
}

static void
meet_numbers (BylTellFinding *self,
              Shape          *shape)
{
  for (guint i = 0; i < self->text->n_tokens; i++)
    {
      if (self->text->tokens[i].start >= shape->fact)
        return;
      if ((self->text->tokens[i].word_flags & BYL_WORD_NUMBER) != 0)
        {
          shape->fact = self->text->tokens[i].start;
          return;
        }
    }
}

/**
 * byl_tell_finding_shape:
 * @self: an answer
 *
 * Counts what its formatting shows.
 */
void
byl_tell_finding_shape (BylTellFinding *self)
{
  double *counts = self->figures->counts;
  Shape shape = { .fact = G_MAXUINT };

  for (guint i = 0; i < self->n_blocks; i++)
    look_at_block (self, &shape, i);

  count_runs (self, &shape, BYL_RUN_BOLD, BYL_TELL_BOLD);
  count_runs (self, &shape, BYL_RUN_ITALIC, BYL_TELL_ITALIC);
  count_runs (self, &shape, BYL_RUN_CODE, BYL_TELL_INLINE_CODE);
  find_links (self);
  meet_numbers (self, &shape);

  counts[BYL_TELL_HEADING_LEVEL] = shape.level > 0 ? shape.level : NAN;
  counts[BYL_TELL_NESTING] = shape.depth;
  counts[BYL_TELL_PREAMBLE] = NAN;
  if (shape.fact != G_MAXUINT)
    counts[BYL_TELL_PREAMBLE] =
      byl_tell_text_count_words (self->text, 0,
                                 byl_tell_text_find_token (self->text, shape.fact));
}
