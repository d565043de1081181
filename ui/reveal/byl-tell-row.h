/* byl-tell-row.h: one tell of an answer, which leads to its places when it is pressed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-tell-report.h"

G_BEGIN_DECLS

#define BYL_TYPE_TELL_ROW (byl_tell_row_get_type ())
G_DECLARE_FINAL_TYPE (BylTellRow, byl_tell_row, BYL, TELL_ROW, GtkButton)

GtkWidget *byl_tell_row_new_entry      (const BylTellEntry *entry,
                                        const char         *name);
GtkWidget *byl_tell_row_new_words      (const GPtrArray    *words,
                                        const char         *name);
GtkWidget *byl_tell_row_new_difference (const BylTellEntry *entry,
                                        const char         *title,
                                        const char         *name,
                                        const char         *other);
GtkWidget *byl_tell_row_new_note       (const char         *quote,
                                        const char         *note,
                                        const BylSpan      *span);

G_END_DECLS
