/* byl-read-text-copy.c: read texts made from others: with names masked, or without formatting
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-text.h"

#include "byl-read-builder.h"

#include <string.h>

/* Five FULL BLOCKs stand for a name of any length. */
#define MASK "█████"

/* A text that is being copied, from its start to its end. */
typedef struct
{
  const BylReadText *source;
  BylReadBuilder builder;
  const char *at;      /* what is copied next */
  guint position;      /* characters before it */
  guint run;           /* index of the first run that is not behind it */
  BylRunStyle styles;  /* those that are kept */
  GHashTable *hidden;  /* (nullable) (element-type utf8): addresses that give a name away */
} Copying;

static const BylRun *
get_run (Copying *copying)
{
  const GArray *runs = copying->source->runs;

  while (copying->run < runs->len &&
         g_array_index (runs, BylRun, copying->run).end <= copying->position)
    copying->run++;

  return copying->run < runs->len ? &g_array_index (runs, BylRun, copying->run) : NULL;
}

static void
append (Copying      *copying,
        const char   *text,
        gsize         bytes,
        const BylRun *run,
        BylRunStyle   style)
{
  const char *address = NULL;

  if (run != NULL)
    {
      style |= run->style & copying->styles;
      if ((style & BYL_RUN_LINK) != 0 && run->address != NULL &&
          (copying->hidden == NULL || !g_hash_table_contains (copying->hidden, run->address)))
        address = run->address;
    }

  byl_read_builder_append (&copying->builder, text, bytes, style, address);
}

/* Copies as far as @end, in characters of the source, with the runs over it. */
static void
copy_until (Copying *copying,
            guint    end)
{
  while (copying->position < end)
    {
      const BylRun *run = get_run (copying);
      const char *next;
      guint stop = end;

      if (run != NULL && run->start > copying->position)
        {
          stop = MIN (end, run->start);
          run = NULL;
        }
      else if (run != NULL)
        {
          stop = MIN (end, run->end);
        }

      next = g_utf8_offset_to_pointer (copying->at, stop - copying->position);
      append (copying, copying->at, next - copying->at, run, 0);
      copying->at = next;
      copying->position = stop;
    }
}

static void
skip_until (Copying *copying,
            guint    end)
{
  copying->at = g_utf8_offset_to_pointer (copying->at, end - copying->position);
  copying->position = end;
}

static void
mask_until (Copying *copying,
            guint    end)
{
  const BylRun *run = get_run (copying);

  if (run != NULL && run->start > copying->position)
    run = NULL;

  append (copying, MASK, sizeof MASK - 1, run, BYL_RUN_MASKED);
  skip_until (copying, end);
}

/* The addresses in which a name stands: a link shows its address before it is opened. */
static GHashTable *
find_hidden (const BylReadText *self,
             const BylMask     *mask)
{
  GHashTable *hidden = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->addresses->len; i++)
    {
      g_autoptr(GArray) spans = byl_mask_find (mask, self->addresses->pdata[i], NULL);

      if (spans->len > 0)
        g_hash_table_add (hidden, self->addresses->pdata[i]);
    }

  return hidden;
}

/**
 * byl_read_text_mask:
 * @self: a read text
 * @mask: the names to hide
 * @prompt: (nullable): the question, whose names stay
 *
 * Hides names: in place of each stand five FULL BLOCK characters, in a run that is BYL_RUN_MASKED
 * beside how the name was shown. A name that goes over several blocks is hidden in each, and the
 * address of a link in which a name stands is left out.
 *
 * Returns: (transfer full): the masked text, or @self where there is nothing to hide
 */
BylReadText *
byl_read_text_mask (BylReadText   *self,
                    const BylMask *mask,
                    const char    *prompt)
{
  g_autoptr(GArray) spans = NULL;
  g_autoptr(GHashTable) hidden = NULL;
  Copying copying = { .source = self, .styles = ~0 };
  guint next = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (mask != NULL, NULL);

  spans = byl_mask_find (mask, self->text, prompt);
  hidden = find_hidden (self, mask);
  if (spans->len == 0 && g_hash_table_size (hidden) == 0)
    return byl_read_text_ref (self);

  copying.at = self->text;
  copying.hidden = hidden;
  byl_read_builder_init (&copying.builder, self->addresses, strlen (self->text));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BylBlock *block = &g_array_index (self->blocks, BylBlock, i);

      skip_until (&copying, block->start);
      byl_read_builder_begin_block (&copying.builder, block);

      for (; next < spans->len && g_array_index (spans, BylSpan, next).start < block->end; next++)
        {
          const BylSpan *span = &g_array_index (spans, BylSpan, next);

          copy_until (&copying, MAX (span->start, block->start));
          if (MIN (span->end, block->end) > copying.position)
            mask_until (&copying, MIN (span->end, block->end));
          if (span->end > block->end)
            break;
        }

      copy_until (&copying, block->end);
      byl_read_builder_end_block (&copying.builder);
    }

  return byl_read_builder_finish (&copying.builder);
}

/**
 * byl_read_text_unformatted:
 * @self: a read text
 *
 * Takes the formatting away and leaves the words: every block with words becomes a paragraph, and
 * so does a row of a table, with spaces between its cells. Of the runs only the masked ones stay.
 *
 * Returns: (transfer full): the text without formatting
 */
BylReadText *
byl_read_text_unformatted (BylReadText *self)
{
  static const BylBlock paragraph = { .kind = BYL_BLOCK_PARAGRAPH };
  Copying copying = { .source = self, .styles = BYL_RUN_MASKED };
  const BylBlock *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copying.at = self->text;
  byl_read_builder_init (&copying.builder, NULL, strlen (self->text));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const BylBlock *block = &g_array_index (self->blocks, BylBlock, i);

      if (block->start == block->end)
        continue;

      if (last != NULL && block->kind == BYL_BLOCK_CELL && last->table == block->table &&
          last->row == block->row)
        byl_read_builder_append (&copying.builder, " ", 1, 0, NULL);
      else
        byl_read_builder_begin_block (&copying.builder, &paragraph);

      skip_until (&copying, block->start);
      copy_until (&copying, block->end);
      byl_read_builder_end_block (&copying.builder);
      last = block;
    }

  return byl_read_builder_finish (&copying.builder);
}
