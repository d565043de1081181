/* byl-read-place.h: where a block of an answer lies: in which lists and quotations, under what gap
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_READ_MAX_DEPTH 16u /* lists and quotations around one block that are still drawn */

typedef enum
{
  BYL_CONTAINER_QUOTE,
  BYL_CONTAINER_LIST,
} BylContainerKind;

typedef struct
{
  BylContainerKind kind;
  guint            digits; /* of a list: of its longest number, at least 1 */
} BylContainer;

typedef struct
{
  BylContainer     containers[BYL_READ_MAX_DEPTH]; /* the outermost first */
  guint            n_containers;
  guint            n_shared;  /* how many of them hold the block above as well */
  guint            gap;       /* space above, in pixels */
  GtkTextDirection direction; /* the one that the block's own words are read in */
} BylReadPlace;

BylReadPlace    *byl_read_place_new_all       (BylReadText      *text,
                                               GtkTextDirection  fallback,
                                               guint            *n_places);
GtkTextDirection byl_read_place_get_direction (const char       *text,
                                               gsize             length,
                                               GtkTextDirection  fallback);

G_END_DECLS
