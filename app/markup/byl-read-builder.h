/* byl-read-builder.h: putting a read text together, block by block
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-text.h"

G_BEGIN_DECLS

struct _BylReadText
{
  gatomicrefcount references;
  char *text;
  guint length;         /* characters */
  GArray *blocks;       /* (element-type BylBlock) */
  GArray *runs;         /* (element-type BylRun) */
  GPtrArray *addresses; /* (element-type utf8): of links; shared with texts made from this one */
};

/* A read text that is being made. Blocks are begun and ended in turn; what is appended belongs to
 * the block that was begun last. */
typedef struct
{
  GString *text;
  guint length;         /* characters */
  GArray *blocks;       /* (element-type BylBlock) */
  GArray *runs;         /* (element-type BylRun) */
  GPtrArray *addresses; /* (element-type utf8) */
} BylReadBuilder;

void         byl_read_builder_init        (BylReadBuilder *self,
                                           GPtrArray      *addresses,
                                           gsize           bytes);
void         byl_read_builder_clear       (BylReadBuilder *self);
const char  *byl_read_builder_add_address (BylReadBuilder *self,
                                           char           *address);
void         byl_read_builder_begin_block (BylReadBuilder *self,
                                           const BylBlock *block);
void         byl_read_builder_append      (BylReadBuilder *self,
                                           const char     *text,
                                           gsize           bytes,
                                           BylRunStyle     style,
                                           const char     *address);
void         byl_read_builder_chomp       (BylReadBuilder *self);
void         byl_read_builder_end_block   (BylReadBuilder *self);
BylReadText *byl_read_builder_finish      (BylReadBuilder *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BylReadBuilder, byl_read_builder_clear)

G_END_DECLS
