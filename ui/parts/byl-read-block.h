/* byl-read-block.h: one block of an answer, with its list marker, indentation and quotation bars
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-place.h"

G_BEGIN_DECLS

#define BYL_TYPE_READ_BLOCK (byl_read_block_get_type ())
G_DECLARE_FINAL_TYPE (BylReadBlock, byl_read_block, BYL, READ_BLOCK, GtkWidget)

GtkWidget *byl_read_block_new (const BylReadPlace *place,
                               const char         *marker,
                               GtkWidget          *body);

G_END_DECLS
