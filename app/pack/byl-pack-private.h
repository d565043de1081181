/* byl-pack-private.h: how the reader fills a pack before anyone sees it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

G_BEGIN_DECLS

/* Everything below a pack is freed with it, at once: strings lie in a chunk, arrays among the
 * blocks. While a pack with errors is being read it may have holes (an answer without a text, a
 * writer without an id); such a pack never leaves the reader and the checker. */
struct _BylPack
{
  gatomicrefcount references;
  GStringChunk   *strings;
  GPtrArray      *blocks;    /* (element-type gpointer): arrays and structs */
  GPtrArray      *localized; /* (element-type BylLocalized) */

  char           *id;
  guint           revision;
  BylLocalized   *title;
  BylLocalized   *summary;   /* (nullable) */
  char           *language;
  char           *license;   /* (nullable) */
  BylSource      *source;    /* (nullable) */
  BylProvenance  *provenance;
  BylWriter      *writers;
  guint           n_writers;
  BylQuestion    *questions;
  guint           n_questions;
};

/* The position of the writer of an answer that names none of the pack's. */
#define BYL_PACK_NO_WRITER G_MAXUINT

BylPack      *byl_pack_new            (void);
gpointer      byl_pack_allocate       (BylPack      *self,
                                       gsize         n,
                                       gsize         size);
char         *byl_pack_keep           (BylPack      *self,
                                       const char   *string);
BylLocalized *byl_pack_keep_localized (BylPack      *self,
                                       BylLocalized *localized);

G_END_DECLS
