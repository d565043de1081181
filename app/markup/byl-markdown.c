/* byl-markdown.c: from Markdown to read text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-text.h"

#include "byl-entity.h"
#include "byl-markdown-guard.h"
#include "byl-read-builder.h"

#include <md4c.h>
#include <string.h>

/* Lists and quotations deeper than this are shown as if they were at this depth. */
#define MAX_DEPTH 16

/* A text with more cells is shown as it is typed: 50 KB of Markdown can ask for 25 million. */
#define MAX_CELLS 2000

/* So many bytes of addresses and titles may a text have in all: each use of one that is defined
 * once repeats it, so that 200 KB of Markdown can ask for gigabytes. */
#define MAX_ADDRESSES (1024u * 1024u)

/* What a callback returns to end parsing: md4c 0.4.8 loses a positive value on its way out of
 * links. */
#define GIVE_UP -1

typedef struct
{
  gboolean ordered;
  guint number; /* of its next item */
} List;

typedef struct
{
  BylMarker marker;
  guint number;
  gboolean shown; /* its first block has been begun, and bears the marker */
} Item;

typedef struct
{
  BylReadBuilder builder;
  GArray *lists;        /* (element-type List): the open ones, from outside */
  GArray *items;        /* (element-type Item): the open ones, from outside */
  GPtrArray *addresses; /* (element-type utf8): of the open links, borrowed from the builder */
  guint quotes;
  guint open_styles[5]; /* how many spans are open of each of the five styles, BYL_RUN_BOLD first */
  gboolean in_block;    /* a block was begun and not ended */
  guint tables;
  guint row;
  guint column;
  guint n_cells;
  gsize address_bytes;
  gboolean header;
  GString *decoded;
} Reading;

static void
begin_block (Reading  *reading,
             BylBlock  block)
{
  Item *item = reading->items->len > 0
                 ? &g_array_index (reading->items, Item, reading->items->len - 1)
                 : NULL;

  block.list_depth = MIN (reading->lists->len, MAX_DEPTH);
  block.quote_depth = MIN (reading->quotes, MAX_DEPTH);

  if (item != NULL && !item->shown)
    {
      block.marker = item->marker;
      block.number = item->number;
      item->shown = TRUE;
    }

  byl_read_builder_begin_block (&reading->builder, &block);
  reading->in_block = TRUE;
}

static void
end_block (Reading *reading)
{
  if (reading->in_block)
    byl_read_builder_end_block (&reading->builder);
  reading->in_block = FALSE;

  /* No span goes over a block, but md4c 0.4.8 leaves some open where a web address meets other
   * marks. */
  memset (reading->open_styles, 0, sizeof reading->open_styles);
  g_ptr_array_set_size (reading->addresses, 0);
}

/* An item that begins with another list, or holds nothing, still shows its marker. */
static void
show_empty_item (Reading *reading)
{
  if (reading->items->len == 0
      || g_array_index (reading->items, Item, reading->items->len - 1).shown)
    return;

  begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_PARAGRAPH });
  end_block (reading);
}

static void
open_list (Reading  *reading,
           gboolean  ordered,
           guint     number)
{
  List list = { ordered, number };

  show_empty_item (reading);
  g_array_append_val (reading->lists, list);
}

static void
open_item (Reading                  *reading,
           const MD_BLOCK_LI_DETAIL *detail)
{
  List *list = &g_array_index (reading->lists, List, reading->lists->len - 1);
  Item item = { list->ordered ? BYL_MARKER_NUMBER : BYL_MARKER_BULLET, 0, FALSE };

  if (list->ordered)
    item.number = list->number++;

  if (detail->is_task)
    {
      item.marker = detail->task_mark == ' ' ? BYL_MARKER_OPEN_TASK : BYL_MARKER_DONE_TASK;
      item.number = 0;
    }

  g_array_append_val (reading->items, item);
}

static BylAlign
get_align (MD_ALIGN align)
{
  switch (align)
    {
    case MD_ALIGN_LEFT:
      return BYL_ALIGN_LEFT;
    case MD_ALIGN_CENTER:
      return BYL_ALIGN_CENTER;
    case MD_ALIGN_RIGHT:
      return BYL_ALIGN_RIGHT;
    default:
      return BYL_ALIGN_DEFAULT;
    }
}

/* Makes the parser give up if there are more cells than are shown. */
static int
begin_cell (Reading                  *reading,
            const MD_BLOCK_TD_DETAIL *detail)
{
  if (++reading->n_cells > MAX_CELLS)
    return GIVE_UP;

  begin_block (reading, (BylBlock) {
                          .kind = BYL_BLOCK_CELL,
                          .table = reading->tables,
                          .row = reading->row,
                          .column = reading->column++,
                          .align = get_align (detail->align),
                          .header = reading->header,
                        });
  return 0;
}

static int
enter_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Reading *reading = user_data;

  end_block (reading);

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      reading->quotes++;
      return 0;

    case MD_BLOCK_UL:
      open_list (reading, FALSE, 0);
      return 0;

    case MD_BLOCK_OL:
      open_list (reading, TRUE, ((MD_BLOCK_OL_DETAIL *) detail)->start);
      return 0;

    case MD_BLOCK_LI:
      open_item (reading, detail);
      return 0;

    case MD_BLOCK_HR:
      begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_RULE });
      return 0;

    case MD_BLOCK_H:
      begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_HEADING,
                                         .level = ((MD_BLOCK_H_DETAIL *) detail)->level });
      return 0;

    case MD_BLOCK_CODE:
      begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_CODE });
      return 0;

    case MD_BLOCK_P:
      begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_PARAGRAPH });
      return 0;

    case MD_BLOCK_TABLE:
      reading->tables++;
      reading->row = 0;
      return 0;

    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      reading->header = type == MD_BLOCK_THEAD;
      return 0;

    case MD_BLOCK_TR:
      reading->column = 0;
      return 0;

    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return begin_cell (reading, detail);

    default:
      return 0;
    }
}

static int
leave_block_cb (MD_BLOCKTYPE  type,
                void         *detail,
                void         *user_data)
{
  Reading *reading = user_data;

  if (type == MD_BLOCK_CODE)
    byl_read_builder_chomp (&reading->builder);

  end_block (reading);

  switch (type)
    {
    case MD_BLOCK_QUOTE:
      reading->quotes--;
      return 0;

    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      g_array_set_size (reading->lists, reading->lists->len - 1);
      return 0;

    case MD_BLOCK_LI:
      show_empty_item (reading);
      g_array_set_size (reading->items, reading->items->len - 1);
      return 0;

    case MD_BLOCK_TR:
      reading->row++;
      return 0;

    default:
      return 0;
    }
}

/* Which bit of the styles a span is; -1 for a picture, of which only the words are shown. */
static int
get_style_bit (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_STRONG:
      return 0;
    case MD_SPAN_EM:
      return 1;
    case MD_SPAN_DEL:
      return 2;
    case MD_SPAN_CODE:
      return 3;
    case MD_SPAN_A:
      return 4;
    default:
      return -1;
    }
}

static char *
decode_attribute (const MD_ATTRIBUTE *attribute)
{
  GString *decoded = g_string_new (NULL);

  for (guint i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        byl_entity_append (decoded, part, length);
      else
        g_string_append_len (decoded, part, length);
    }

  return g_string_free (decoded, FALSE);
}

static int
enter_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Reading *reading = user_data;
  int bit = get_style_bit (type);

  if (bit >= 0)
    reading->open_styles[bit]++;

  if (type == MD_SPAN_A)
    {
      const MD_SPAN_A_DETAIL *link = detail;

      reading->address_bytes += link->href.size + link->title.size;
      g_ptr_array_add (reading->addresses,
                       (char *) byl_read_builder_add_address (&reading->builder,
                                                              decode_attribute (&link->href)));
    }
  else if (type == MD_SPAN_IMG)
    {
      const MD_SPAN_IMG_DETAIL *picture = detail;

      reading->address_bytes += picture->src.size + picture->title.size;
    }

  return reading->address_bytes > MAX_ADDRESSES ? GIVE_UP : 0;
}

static int
leave_span_cb (MD_SPANTYPE  type,
               void        *detail,
               void        *user_data)
{
  Reading *reading = user_data;
  int bit = get_style_bit (type);

  if (bit >= 0 && reading->open_styles[bit] > 0)
    reading->open_styles[bit]--;
  if (type == MD_SPAN_A && reading->addresses->len > 0)
    g_ptr_array_set_size (reading->addresses, reading->addresses->len - 1);

  return 0;
}

static void
append (Reading    *reading,
        const char *text,
        gsize       length)
{
  const char *address = NULL;
  guint style = 0;

  /* The text of an item in a tight list lies in no paragraph. */
  if (!reading->in_block)
    begin_block (reading, (BylBlock) { .kind = BYL_BLOCK_PARAGRAPH });

  for (guint i = 0; i < G_N_ELEMENTS (reading->open_styles); i++)
    if (reading->open_styles[i] > 0)
      style |= 1u << i;

  if (reading->addresses->len > 0)
    address = reading->addresses->pdata[reading->addresses->len - 1];

  byl_read_builder_append (&reading->builder, text, length, style, address);
}

static int
text_cb (MD_TEXTTYPE    type,
         const MD_CHAR *text,
         MD_SIZE        size,
         void          *user_data)
{
  Reading *reading = user_data;

  switch (type)
    {
    case MD_TEXT_BR:
      append (reading, "\n", 1);
      return 0;

    case MD_TEXT_SOFTBR:
      append (reading, " ", 1);
      return 0;

    case MD_TEXT_ENTITY:
      g_string_truncate (reading->decoded, 0);
      byl_entity_append (reading->decoded, text, size);
      append (reading, reading->decoded->str, reading->decoded->len);
      return 0;

    default:
      append (reading, text, size);
      return 0;
    }
}

static gboolean
read_markdown (Reading    *reading,
               const char *markdown)
{
  static const MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };

  return byl_markdown_guard_passes (markdown) &&
         md_parse (markdown, strlen (markdown), &parser, reading) == 0;
}

/**
 * byl_read_text_new_markdown: (constructor)
 * @markdown: an answer
 *
 * Reads an answer as GitHub's Markdown. HTML is shown as it is typed, a picture as its words, a
 * formula as its source. What a reader cannot see is taken out first, as byl_text_clean () does. A
 * text that no person would write, since it is made to take the parser long, is read as plain text.
 *
 * Returns: (transfer full): a read text; a blank one has no blocks
 */
BylReadText *
byl_read_text_new_markdown (const char *markdown)
{
  g_autofree char *clean = NULL;
  Reading reading = { { NULL } };
  BylReadText *text = NULL;

  g_return_val_if_fail (markdown != NULL, NULL);

  clean = byl_text_clean (markdown);
  byl_read_builder_init (&reading.builder, NULL, strlen (clean));
  reading.lists = g_array_new (FALSE, FALSE, sizeof (List));
  reading.items = g_array_new (FALSE, FALSE, sizeof (Item));
  reading.addresses = g_ptr_array_new ();
  reading.decoded = g_string_new (NULL);

  if (read_markdown (&reading, clean))
    text = byl_read_builder_finish (&reading.builder);
  else
    text = byl_read_text_new_plain (clean);

  byl_read_builder_clear (&reading.builder);
  g_array_unref (reading.lists);
  g_array_unref (reading.items);
  g_ptr_array_unref (reading.addresses);
  g_string_free (reading.decoded, TRUE);

  return text;
}
