/* read-text-fixture.c: what every read text must be, and how tests write one down
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "read-text-fixture.h"

#include <string.h>

static void
check_blocks (const BylReadText *text,
              const char        *words)
{
  const BylBlock *blocks;
  const char *at = words;
  guint position = 0;
  guint n_blocks;

  blocks = byl_read_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      const BylBlock *block = &blocks[i];

      if (i > 0)
        {
          g_assert_cmpint (*at, ==, '\n');
          at++;
          position++;
        }

      g_assert_cmpuint (block->start, ==, position);
      g_assert_cmpuint (block->end, >=, block->start);
      g_assert_cmpuint (block->end, <=, byl_read_text_get_length (text));
      g_assert_true (block->kind == BYL_BLOCK_HEADING ? block->level >= 1 && block->level <= 6
                                                      : block->level == 0);
      g_assert_true ((block->kind == BYL_BLOCK_CELL) == (block->table > 0));
      g_assert_true (block->marker == BYL_MARKER_NONE || block->list_depth > 0);
      if (block->kind == BYL_BLOCK_RULE)
        g_assert_cmpuint (block->start, ==, block->end);

      at = g_utf8_offset_to_pointer (at, block->end - position);
      position = block->end;
    }

  /* Between the blocks and behind them there is nothing else. */
  g_assert_cmpuint (position, ==, byl_read_text_get_length (text));
  g_assert_cmpint (*at, ==, '\0');
}

static void
check_runs (const BylReadText *text)
{
  const guint all = BYL_RUN_BOLD | BYL_RUN_ITALIC | BYL_RUN_STRIKE | BYL_RUN_CODE | BYL_RUN_LINK |
                    BYL_RUN_MASKED;
  const BylBlock *blocks;
  const BylRun *runs;
  guint n_blocks;
  guint n_runs;
  guint block = 0;
  guint position = 0;

  blocks = byl_read_text_get_blocks (text, &n_blocks);
  runs = byl_read_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      const BylRun *run = &runs[i];

      g_assert_cmpuint (run->start, >=, position);
      g_assert_cmpuint (run->end, >, run->start);
      g_assert_cmpuint (run->style & ~all, ==, 0);
      g_assert_cmpuint (run->style, !=, 0);
      g_assert_true (run->address == NULL || (run->style & BYL_RUN_LINK) != 0);
      if (run->address != NULL)
        g_assert_true (g_utf8_validate (run->address, -1, NULL));

      while (block < n_blocks && blocks[block].end <= run->start)
        block++;
      g_assert_cmpuint (block, <, n_blocks);
      g_assert_cmpuint (run->start, >=, blocks[block].start);
      g_assert_cmpuint (run->end, <=, blocks[block].end);
      position = run->end;
    }
}

/* Aborts unless the text is what byl-read-text.h promises of every read text. */
void
read_text_fixture_check (const BylReadText *text)
{
  const char *words = byl_read_text_get_text (text);

  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpuint (g_utf8_strlen (words, -1), ==, byl_read_text_get_length (text));
  check_blocks (text, words);
  check_runs (text);
}

static void
describe_block (GString        *description,
                const BylBlock *block)
{
  static const char aligns[] = { '\0', '<', '^', '>' };

  for (guint i = 0; i < block->quote_depth; i++)
    g_string_append_c (description, '>');
  for (guint i = 0; i < block->list_depth; i++)
    g_string_append_c (description, '.');

  if (block->marker == BYL_MARKER_BULLET)
    g_string_append_c (description, '*');
  else if (block->marker == BYL_MARKER_NUMBER)
    g_string_append_printf (description, "%u)", block->number);
  else if (block->marker != BYL_MARKER_NONE)
    g_string_append (description, block->marker == BYL_MARKER_DONE_TASK ? "[x]" : "[ ]");

  if (block->kind == BYL_BLOCK_PARAGRAPH)
    g_string_append_c (description, 'p');
  else if (block->kind == BYL_BLOCK_HEADING)
    g_string_append_printf (description, "h%u", block->level);
  else if (block->kind == BYL_BLOCK_CODE)
    g_string_append (description, "code");
  else if (block->kind == BYL_BLOCK_RULE)
    g_string_append (description, "rule");
  else
    g_string_append_printf (description, "%s%u.%u.%u%.1s", block->header ? "head" : "cell",
                            block->table, block->row, block->column, &aligns[block->align]);
}

static void
describe_words (GString    *description,
                const char *words,
                guint       start,
                guint       end)
{
  g_autofree char *part = g_utf8_substring (words, start, end);

  for (char *at = part; *at != '\0'; at++)
    {
      if (*at == '\n')
        g_string_append (description, "\\n");
      else
        g_string_append_c (description, *at);
    }
}

static void
describe_run (GString      *description,
              const char   *words,
              const BylRun *run)
{
  static const char letters[] = "biscam";

  g_string_append_c (description, '{');
  for (guint i = 0; letters[i] != '\0'; i++)
    if ((run->style & (1u << i)) != 0)
      g_string_append_c (description, letters[i]);
  if (run->address != NULL)
    g_string_append_printf (description, "=%s", run->address);
  g_string_append_c (description, '|');
  describe_words (description, words, run->start, run->end);
  g_string_append_c (description, '}');
}

/* Writes a read text down, a line a block: “>..*p: words” is a paragraph in a quotation and two
 * lists, with a bullet; a run is {STYLES=ADDRESS|words}, its styles bold, italic, strike, code,
 * address and masked; a line break within a block is \n. */
char *
read_text_fixture_describe (const BylReadText *text)
{
  GString *description = g_string_new (NULL);
  const char *words = byl_read_text_get_text (text);
  const BylBlock *blocks;
  const BylRun *runs;
  guint n_blocks;
  guint n_runs;
  guint next = 0;

  read_text_fixture_check (text);
  blocks = byl_read_text_get_blocks (text, &n_blocks);
  runs = byl_read_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint position = blocks[i].start;

      if (i > 0)
        g_string_append_c (description, '\n');
      describe_block (description, &blocks[i]);
      g_string_append (description, ": ");

      for (; next < n_runs && runs[next].end <= blocks[i].end; next++)
        {
          describe_words (description, words, position, runs[next].start);
          describe_run (description, words, &runs[next]);
          position = runs[next].end;
        }

      describe_words (description, words, position, blocks[i].end);
    }

  return g_string_free (description, FALSE);
}
