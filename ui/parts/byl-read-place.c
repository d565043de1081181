/* byl-read-place.c: where a block of an answer lies: in which lists and quotations, under what gap
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-place.h"

#include <string.h>

enum
{
  GAP_ITEM = 3,       /* between the items of a list */
  GAP_CLOSE = 6,      /* under a heading; between the paragraphs of a list item */
  GAP_PARAGRAPH = 9,
  GAP_BOX = 12,       /* around code and tables */
  GAP_HEADING = 16,
};

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f

static gboolean
is_right_to_left (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_AVESTAN:
    case G_UNICODE_SCRIPT_CYPRIOT:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_IMPERIAL_ARAMAIC:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_PHOENICIAN:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_YEZIDI:
      return TRUE;

    default:
      return FALSE;
    }
}

static void
count_containers (const BylReadPlace *place,
                  guint              *lists,
                  guint              *quotes)
{
  *lists = 0;
  *quotes = 0;

  for (guint i = 0; i < place->n_containers; i++)
    {
      if (place->containers[i].kind == BYL_CONTAINER_LIST)
        (*lists)++;
      else
        (*quotes)++;
    }
}

static void
push_container (BylReadPlace     *place,
                BylContainerKind  kind)
{
  if (place->n_containers == BYL_READ_MAX_DEPTH)
    return;

  place->containers[place->n_containers++] = (BylContainer) { kind, 1 };
}

/* A block says how many lists and quotations it lies in, not in which order. What was open around
 * the block above stays open as far as the numbers allow; what is new is inside of that. Where a
 * quotation and a list begin together, the quotation is taken for the outer one, as it mostly
 * is. */
static void
place_in_containers (BylReadPlace       *place,
                     const BylReadPlace *above,
                     const BylBlock     *block)
{
  guint list_depth = MIN (block->list_depth, BYL_READ_MAX_DEPTH);
  guint quote_depth = MIN (block->quote_depth, BYL_READ_MAX_DEPTH);
  guint lists;
  guint quotes;

  if (above != NULL)
    {
      memcpy (place->containers, above->containers, sizeof place->containers);
      place->n_containers = above->n_containers;
    }

  count_containers (place, &lists, &quotes);

  while (lists > list_depth || quotes > quote_depth)
    {
      place->n_containers--;
      count_containers (place, &lists, &quotes);
    }

  place->n_shared = place->n_containers;

  for (guint i = quotes; i < quote_depth; i++)
    push_container (place, BYL_CONTAINER_QUOTE);

  for (guint i = lists; i < list_depth; i++)
    push_container (place, BYL_CONTAINER_LIST);
}

static guint
count_digits (guint number)
{
  guint digits = 1;

  for (; number >= 10; number /= 10)
    digits++;

  return digits;
}

/* Every item of a list is indented as its longest number needs, so that the texts align. */
static void
widen_lists (BylReadPlace   *places,
             const BylBlock *blocks,
             guint           n_blocks)
{
  guint widest[BYL_READ_MAX_DEPTH] = { 0 };

  /* Downwards the longest number so far is carried along; upwards it is carried back to the
   * start. */
  for (guint i = 0; i < n_blocks; i++)
    {
      BylReadPlace *place = &places[i];

      for (guint depth = 0; depth < place->n_containers; depth++)
        {
          if (depth >= place->n_shared)
            widest[depth] = 1;

          if (blocks[i].marker == BYL_MARKER_NUMBER && depth == place->n_containers - 1)
            widest[depth] = MAX (widest[depth], count_digits (blocks[i].number));

          place->containers[depth].digits = widest[depth];
        }
    }

  for (guint i = n_blocks; i > 1; i--)
    {
      for (guint depth = 0; depth < places[i - 1].n_shared; depth++)
        places[i - 2].containers[depth].digits = places[i - 1].containers[depth].digits;
    }
}

static guint
get_gap (const BylBlock     *block,
         const BylBlock     *above,
         const BylReadPlace *place)
{
  if (above == NULL)
    return 0;

  if (block->kind == BYL_BLOCK_HEADING)
    return above->kind == BYL_BLOCK_HEADING ? GAP_PARAGRAPH : GAP_HEADING;

  if (block->kind == BYL_BLOCK_RULE || above->kind == BYL_BLOCK_RULE)
    return GAP_BOX;

  if (block->kind == BYL_BLOCK_CODE || block->kind == BYL_BLOCK_CELL
      || above->kind == BYL_BLOCK_CODE || above->kind == BYL_BLOCK_CELL)
    return GAP_BOX;

  if (block->marker != BYL_MARKER_NONE && above->list_depth > 0 && place->n_shared > 0)
    return GAP_ITEM;

  if (above->kind == BYL_BLOCK_HEADING || (block->list_depth > 0 && above->list_depth > 0))
    return GAP_CLOSE;

  return GAP_PARAGRAPH;
}

/* A table is mirrored as a whole: its first cell with a letter decides. */
static GtkTextDirection
get_table_direction (const BylBlock   *blocks,
                     guint             n_blocks,
                     const char       *start,
                     GtkTextDirection  fallback)
{
  guint position = blocks[0].start;

  for (guint i = 0; i < n_blocks && blocks[i].table == blocks[0].table; i++)
    {
      const char *end;
      GtkTextDirection direction;

      start = g_utf8_offset_to_pointer (start, blocks[i].start - position);
      end = g_utf8_offset_to_pointer (start, blocks[i].end - blocks[i].start);
      direction = byl_read_place_get_direction (start, end - start, GTK_TEXT_DIR_NONE);

      if (direction != GTK_TEXT_DIR_NONE)
        return direction;

      position = blocks[i].start;
    }

  return fallback;
}

static void
find_directions (BylReadText      *text,
                 BylReadPlace     *places,
                 const BylBlock   *blocks,
                 guint             n_blocks,
                 GtkTextDirection  fallback)
{
  const char *cursor = byl_read_text_get_text (text);
  guint position = 0;

  fallback = byl_read_place_get_direction (cursor, strlen (cursor), fallback);

  for (guint i = 0; i < n_blocks; i++)
    {
      const char *end;

      cursor = g_utf8_offset_to_pointer (cursor, blocks[i].start - position);
      end = g_utf8_offset_to_pointer (cursor, blocks[i].end - blocks[i].start);

      if (blocks[i].kind == BYL_BLOCK_CODE)
        places[i].direction = GTK_TEXT_DIR_LTR; /* whatever its comments are written in */
      else if (blocks[i].kind != BYL_BLOCK_CELL)
        places[i].direction = byl_read_place_get_direction (cursor, end - cursor, fallback);
      else if (i > 0 && blocks[i - 1].table == blocks[i].table)
        places[i].direction = places[i - 1].direction;
      else
        places[i].direction = get_table_direction (&blocks[i], n_blocks - i, cursor, fallback);

      cursor = end;
      position = blocks[i].end;
    }
}

/**
 * byl_read_place_new_all:
 * @text: a read text
 * @fallback: the direction of a text without any letter
 * @n_places: (out): how many blocks @text has
 *
 * Finds where each block of @text lies.
 *
 * Returns: (array length=n_places) (transfer full) (nullable): a place a block, in their order;
 *   free with g_free()
 */
BylReadPlace *
byl_read_place_new_all (BylReadText      *text,
                        GtkTextDirection  fallback,
                        guint            *n_places)
{
  const BylBlock *blocks = byl_read_text_get_blocks (text, n_places);
  BylReadPlace *places = g_new0 (BylReadPlace, *n_places);

  for (guint i = 0; i < *n_places; i++)
    {
      place_in_containers (&places[i], i > 0 ? &places[i - 1] : NULL, &blocks[i]);
      places[i].gap = get_gap (&blocks[i], i > 0 ? &blocks[i - 1] : NULL, &places[i]);
    }

  widen_lists (places, blocks, *n_places);
  find_directions (text, places, blocks, *n_places, fallback);

  return places;
}

/**
 * byl_read_place_get_direction:
 * @text: valid UTF-8
 * @length: in bytes
 * @fallback: what to return for a text without any letter
 *
 * Finds the direction that @text is read in: that of its first strong character, as rules P2 and
 * P3 of the Unicode Bidirectional Algorithm (UAX #9) say. Letters count as strong, and the two
 * marks of direction.
 *
 * Returns: %GTK_TEXT_DIR_LTR, %GTK_TEXT_DIR_RTL, or @fallback
 */
GtkTextDirection
byl_read_place_get_direction (const char       *text,
                              gsize             length,
                              GtkTextDirection  fallback)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == LEFT_TO_RIGHT_MARK)
        return GTK_TEXT_DIR_LTR;

      if (character == RIGHT_TO_LEFT_MARK)
        return GTK_TEXT_DIR_RTL;

      if (g_unichar_isalpha (character))
        return is_right_to_left (g_unichar_get_script (character)) ? GTK_TEXT_DIR_RTL
                                                                   : GTK_TEXT_DIR_LTR;
    }

  return fallback;
}
