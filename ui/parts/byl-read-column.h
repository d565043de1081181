/* byl-read-column.h: the blocks of an answer, one under the other, in lines of a readable length
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BYL_TYPE_READ_COLUMN (byl_read_column_get_type ())
G_DECLARE_FINAL_TYPE (BylReadColumn, byl_read_column, BYL, READ_COLUMN, GtkWidget)

GtkWidget *byl_read_column_new             (void);
int        byl_read_column_get_block_width (BylReadColumn *self);
void       byl_read_column_add             (BylReadColumn *self,
                                            GtkWidget     *block);
gboolean   byl_read_column_drop_last       (BylReadColumn *self);

G_END_DECLS
