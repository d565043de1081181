/* byl-read-builder.c: putting a read text together, block by block
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-builder.h"

#include <string.h>

/* Answers mostly have a block, and a run, in so many bytes or more. */
#define BYTES_A_BLOCK 64u

/* Counts the bytes that begin a character, eight at a time. */
static guint
count_characters (const char *text,
                  gsize       bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize inner = 0;
  gsize i = 0;

  for (; i + 8 <= bytes; i += 8)
    {
      guint64 word;
      guint64 marked;

      /* The bytes within a character begin with the bits 10; the product adds the marks up. */
      memcpy (&word, text + i, sizeof word);
      marked = word >> 7 & ~word >> 6 & ones;
      inner += marked * ones >> 56;
    }

  for (; i < bytes; i++)
    inner += ((guchar) text[i] & 0xc0) == 0x80;

  return bytes - inner;
}

/**
 * byl_read_builder_init:
 * @self: a builder on the stack
 * @addresses: (nullable) (element-type utf8): addresses of links to share, or %NULL to begin a list
 * @bytes: of text for which there is room at first
 *
 * Begins a read text without blocks.
 */
void
byl_read_builder_init (BylReadBuilder *self,
                       GPtrArray      *addresses,
                       gsize           bytes)
{
  self->text = g_string_sized_new (bytes);
  self->length = 0;
  self->blocks = g_array_sized_new (FALSE, FALSE, sizeof (BylBlock), 1 + bytes / BYTES_A_BLOCK);
  self->runs = g_array_sized_new (FALSE, FALSE, sizeof (BylRun), 1 + bytes / BYTES_A_BLOCK);
  self->addresses = addresses != NULL ? g_ptr_array_ref (addresses)
                                      : g_ptr_array_new_with_free_func (g_free);
}

/**
 * byl_read_builder_clear:
 * @self: a builder, finished or not
 *
 * Frees what is left in it.
 */
void
byl_read_builder_clear (BylReadBuilder *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
}

/**
 * byl_read_builder_add_address:
 * @self: a builder
 * @address: (transfer full): the address of a link
 *
 * Returns: (transfer none): the address, as runs may keep it
 */
const char *
byl_read_builder_add_address (BylReadBuilder *self,
                              char           *address)
{
  g_ptr_array_add (self->addresses, address);
  return address;
}

/**
 * byl_read_builder_begin_block:
 * @self: a builder
 * @block: what is known of the block; its start and its end are set here
 *
 * Begins a block, on a line of its own.
 */
void
byl_read_builder_begin_block (BylReadBuilder *self,
                              const BylBlock *block)
{
  BylBlock copy = *block;

  if (self->blocks->len > 0)
    {
      g_string_append_c (self->text, '\n');
      self->length++;
    }

  copy.start = copy.end = self->length;
  g_array_append_val (self->blocks, copy);
}

/**
 * byl_read_builder_append:
 * @self: a builder in which a block was begun
 * @text: (array length=bytes): valid UTF-8
 * @bytes: bytes of it
 * @style: how it is shown, or 0
 * @address: (nullable): of a link, as byl_read_builder_add_address () gave it
 *
 * Appends text. Neighbours that are shown alike become one run, but for two masked names.
 */
void
byl_read_builder_append (BylReadBuilder *self,
                         const char     *text,
                         gsize           bytes,
                         BylRunStyle     style,
                         const char     *address)
{
  guint start = self->length;
  BylRun run = { start, start + count_characters (text, bytes), style, address };
  BylRun *last = NULL;

  g_string_append_len (self->text, text, bytes);
  self->length = run.end;

  if (style == 0 || run.end == start)
    return;

  if (self->runs->len > 0)
    last = &g_array_index (self->runs, BylRun, self->runs->len - 1);

  if (last != NULL && last->end == start && last->style == style && last->address == address &&
      (style & BYL_RUN_MASKED) == 0)
    last->end = run.end;
  else
    g_array_append_val (self->runs, run);
}

/**
 * byl_read_builder_chomp:
 * @self: a builder in which a block was begun
 *
 * Takes back a line break at the end of the block; no run may reach over it.
 */
void
byl_read_builder_chomp (BylReadBuilder *self)
{
  const BylBlock *block = &g_array_index (self->blocks, BylBlock, self->blocks->len - 1);

  if (self->length == block->start || self->text->str[self->text->len - 1] != '\n')
    return;

  g_string_truncate (self->text, self->text->len - 1);
  self->length--;
}

/**
 * byl_read_builder_end_block:
 * @self: a builder in which a block was begun
 *
 * Ends the block that was begun last.
 */
void
byl_read_builder_end_block (BylReadBuilder *self)
{
  g_array_index (self->blocks, BylBlock, self->blocks->len - 1).end = self->length;
}

/**
 * byl_read_builder_finish:
 * @self: a builder; it is empty afterwards
 *
 * Returns: (transfer full): the read text
 */
BylReadText *
byl_read_builder_finish (BylReadBuilder *self)
{
  BylReadText *text = g_new0 (BylReadText, 1);

  g_atomic_ref_count_init (&text->references);
  text->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  text->length = self->length;
  text->blocks = g_steal_pointer (&self->blocks);
  text->runs = g_steal_pointer (&self->runs);
  text->addresses = g_steal_pointer (&self->addresses);

  return text;
}
