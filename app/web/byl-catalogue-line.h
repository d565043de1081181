/* byl-catalogue-line.h: what a list of packs says of one, read from its place in the JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reading.h"

G_BEGIN_DECLS

/* What a line leads to. */
typedef enum
{
  BYL_CATALOGUE_SHIPPED_RECIPE, /* one that comes with the program */
  BYL_CATALOGUE_RECIPE,         /* one at an address */
  BYL_CATALOGUE_PACK,           /* a pack at an address */
} BylCatalogueKind;

/* One pack; all in it is owned by the list. */
typedef struct
{
  char             *id;           /* of the pack that comes of it */
  guint             revision;     /* likewise, from 1 */
  BylLocalized     *title;
  BylLocalized     *summary;      /* (nullable) */
  BylLocalized     *license_note; /* (nullable): what the licence means for who plays */
  BylLocalized     *requirement;  /* (nullable): what it takes */
  char            **languages;    /* tags; NULL-terminated */
  char            **writers;      /* names; NULL-terminated */
  guint             n_questions;
  guint64           size;         /* bytes to fetch in all; 0 = not known */
  char             *license;      /* (nullable) */
  BylSource        *source;       /* (nullable) */

  BylCatalogueKind  kind;
  char             *recipe;       /* (nullable): the name of a recipe that is shipped */
  char             *address;      /* (nullable): of the recipe or the pack */
  char             *sha256;       /* (nullable): of what lies there, in small hexadecimal digits */
  guint64           file_size;    /* bytes of what lies there; 0 = not known */
} BylCatalogueLine;

BylCatalogueLine *byl_catalogue_line_read (BylReading *reading,
                                           JsonNode   *node);

G_END_DECLS
