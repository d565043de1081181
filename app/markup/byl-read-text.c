/* byl-read-text.c: an answer as a reader sees it: its words, with blocks and runs over them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-text.h"

#include "byl-read-builder.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (BylReadText, byl_read_text, byl_read_text_ref, byl_read_text_unref)

static gboolean
is_blank (const char *line,
          const char *end)
{
  for (; line < end; line = g_utf8_next_char (line))
    if (!g_unichar_isspace (g_utf8_get_char (line)))
      return FALSE;

  return TRUE;
}

/* Does as byl_text_collapse () does, and notes the original place of each character that is
 * left. */
static char *
collapse (const char *text,
          GArray     *places)
{
  GString *collapsed = g_string_sized_new (strlen (text));
  gboolean space = FALSE;
  guint position = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), position++)
    {
      guint before = position - 1;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          space = TRUE;
          continue;
        }

      if (space && collapsed->len > 0)
        {
          g_string_append_c (collapsed, ' ');
          g_array_append_val (places, before);
        }

      space = FALSE;
      g_string_append_len (collapsed, at, g_utf8_next_char (at) - at);
      g_array_append_val (places, position);
    }

  return g_string_free (collapsed, FALSE);
}

/**
 * byl_read_text_new_plain: (constructor)
 * @text: an answer
 *
 * Reads an answer as it is typed, formatting marks and all: its blocks are its paragraphs, which
 * blank lines part. What a reader cannot see is taken out, as byl_text_clean () does.
 *
 * Returns: (transfer full): a read text; a blank one has no blocks
 */
BylReadText *
byl_read_text_new_plain (const char *text)
{
  static const BylBlock paragraph = { .kind = BYL_BLOCK_PARAGRAPH };
  g_autofree char *clean = NULL;
  g_auto(BylReadBuilder) builder = { NULL };
  const char *line;
  const char *next;
  gboolean inside = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  clean = byl_text_clean (text);
  byl_read_builder_init (&builder, NULL, strlen (clean));

  for (line = clean; *line != '\0'; line = next)
    {
      const char *end = line + strcspn (line, "\n");

      next = *end == '\n' ? end + 1 : end;

      if (is_blank (line, end))
        {
          if (inside)
            byl_read_builder_end_block (&builder);
          inside = FALSE;
          continue;
        }

      if (inside)
        byl_read_builder_append (&builder, "\n", 1, 0, NULL);
      else
        byl_read_builder_begin_block (&builder, &paragraph);

      inside = TRUE;
      byl_read_builder_append (&builder, line, end - line, 0, NULL);
    }

  if (inside)
    byl_read_builder_end_block (&builder);

  return byl_read_builder_finish (&builder);
}

/**
 * byl_read_text_ref:
 * @self: a read text
 *
 * Returns: (transfer full): the same read text; it never changes, so that threads may share it
 */
BylReadText *
byl_read_text_ref (BylReadText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_read_text_unref:
 * @self: (transfer full): a read text
 *
 * Gives up a reference; the last one frees the text.
 */
void
byl_read_text_unref (BylReadText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->text);
  g_array_unref (self->blocks);
  g_array_unref (self->runs);
  g_ptr_array_unref (self->addresses);
  g_free (self);
}

/**
 * byl_read_text_get_text:
 * @self: a read text
 *
 * Returns: (transfer none): the words of all blocks, a line break between two blocks, valid UTF-8
 */
const char *
byl_read_text_get_text (const BylReadText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * byl_read_text_get_length:
 * @self: a read text
 *
 * Returns: characters of its text
 */
guint
byl_read_text_get_length (const BylReadText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * byl_read_text_get_blocks:
 * @self: a read text
 * @n_blocks: (out): how many there are
 *
 * The blocks follow each other in the text, with one line break between two, and cover the rest of
 * it. A rule and an empty list item or cell hold no characters.
 *
 * Returns: (transfer none) (array length=n_blocks): the blocks
 */
const BylBlock *
byl_read_text_get_blocks (const BylReadText *self,
                          guint             *n_blocks)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_blocks != NULL, NULL);

  *n_blocks = self->blocks->len;
  return (const BylBlock *) self->blocks->data;
}

/**
 * byl_read_text_get_runs:
 * @self: a read text
 * @n_runs: (out): how many there are
 *
 * The runs are in order, hold at least one character each, do not overlap, and each lies within a
 * block.
 *
 * Returns: (transfer none) (array length=n_runs): what is shown otherwise than plainly
 */
const BylRun *
byl_read_text_get_runs (const BylReadText *self,
                        guint             *n_runs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_runs != NULL, NULL);

  *n_runs = self->runs->len;
  return (const BylRun *) self->runs->data;
}

/**
 * byl_read_text_find_quote:
 * @self: a read text
 * @quote: words of it, in which any run of white space counts as one space
 * @span: (out): where it stands, in characters of the text
 *
 * Finds the first place of a quote, which may go over several blocks.
 *
 * Returns: whether it is there; a blank quote is not
 */
gboolean
byl_read_text_find_quote (const BylReadText *self,
                          const char        *quote,
                          BylSpan           *span)
{
  g_autoptr(GArray) places = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *collapsed = NULL;
  const char *found;
  glong first;
  glong last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (quote != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  clean = byl_text_clean (quote);
  wanted = byl_text_collapse (clean);
  if (wanted[0] == '\0')
    return FALSE;

  places = g_array_new (FALSE, FALSE, sizeof (guint));
  collapsed = collapse (self->text, places);
  found = strstr (collapsed, wanted);
  if (found == NULL)
    return FALSE;

  first = g_utf8_pointer_to_offset (collapsed, found);
  last = first + g_utf8_strlen (wanted, -1) - 1;
  span->start = g_array_index (places, guint, first);
  span->end = g_array_index (places, guint, last) + 1;

  return TRUE;
}
