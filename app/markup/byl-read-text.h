/* byl-read-text.h: an answer as a reader sees it: its words, with blocks and runs over them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "byl-mask.h"
#include "byl-text.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_BLOCK_PARAGRAPH,
  BYL_BLOCK_HEADING,
  BYL_BLOCK_CODE,
  BYL_BLOCK_RULE,
  BYL_BLOCK_CELL,
} BylBlockKind;

typedef enum
{
  BYL_MARKER_NONE,
  BYL_MARKER_BULLET,
  BYL_MARKER_NUMBER,
  BYL_MARKER_OPEN_TASK,
  BYL_MARKER_DONE_TASK,
} BylMarker;

typedef enum
{
  BYL_ALIGN_DEFAULT,
  BYL_ALIGN_LEFT,
  BYL_ALIGN_CENTER,
  BYL_ALIGN_RIGHT,
} BylAlign;

/* A leaf of the document: it holds text and no other block. What it lies in (lists, quotes, a
 * table) is written on it, so that the list of blocks is flat and in reading order. */
typedef struct
{
  BylBlockKind kind;
  guint        start;       /* characters from the text's start, inclusive */
  guint        end;         /* exclusive */
  guint        level;       /* of a heading, 1 to 6; else 0 */
  guint        list_depth;  /* how many lists it lies in */
  BylMarker    marker;      /* of its list item, on the first block of the item only */
  guint        number;      /* of its list item where the marker is BYL_MARKER_NUMBER */
  guint        quote_depth; /* how many quotations it lies in */
  guint        table;       /* of a cell: which table of the text, from 1; else 0 */
  guint        row;         /* of a cell, from 0 */
  guint        column;      /* of a cell, from 0 */
  BylAlign     align;       /* of a cell */
  gboolean     header;      /* a cell of the head of its table */
} BylBlock;

typedef enum
{
  BYL_RUN_BOLD   = 1 << 0,
  BYL_RUN_ITALIC = 1 << 1,
  BYL_RUN_STRIKE = 1 << 2,
  BYL_RUN_CODE   = 1 << 3,
  BYL_RUN_LINK   = 1 << 4,
  BYL_RUN_MASKED = 1 << 5, /* stands for a name that is hidden until the reveal */
} BylRunStyle;

typedef struct
{
  guint       start;   /* characters from the text's start, inclusive */
  guint       end;     /* exclusive */
  BylRunStyle style;   /* one or more, together: runs do not overlap */
  const char *address; /* (nullable): of a link; owned by the text */
} BylRun;

typedef struct _BylReadText BylReadText;

#define BYL_TYPE_READ_TEXT (byl_read_text_get_type ())

GType           byl_read_text_get_type     (void);
BylReadText    *byl_read_text_new_markdown (const char        *markdown);
BylReadText    *byl_read_text_new_plain    (const char        *text);
BylReadText    *byl_read_text_ref          (BylReadText       *self);
void            byl_read_text_unref        (BylReadText       *self);
const char     *byl_read_text_get_text     (const BylReadText *self);
guint           byl_read_text_get_length   (const BylReadText *self);
const BylBlock *byl_read_text_get_blocks   (const BylReadText *self,
                                            guint             *n_blocks);
const BylRun   *byl_read_text_get_runs     (const BylReadText *self,
                                            guint             *n_runs);
gboolean        byl_read_text_find_quote   (const BylReadText *self,
                                            const char        *quote,
                                            BylSpan           *span);
BylReadText    *byl_read_text_mask         (BylReadText       *self,
                                            const BylMask     *mask,
                                            const char        *prompt);
BylReadText    *byl_read_text_unformatted  (BylReadText       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylReadText, byl_read_text_unref)

G_END_DECLS
