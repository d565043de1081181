/* byl-writer-row.h: how well one writer is told from the others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-tally.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_ROW (byl_writer_row_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterRow, byl_writer_row, BYL, WRITER_ROW, GtkListBoxRow)

GtkWidget *byl_writer_row_new (const BylWriterTally *writer);

G_END_DECLS
