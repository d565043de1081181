/* byl-csv.h: tables as text, as RFC 4180 and spreadsheets write them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BYL_CSV_MAX_COLUMNS 1000u

/* Where the reading of a table is; it reads from a text that must outlive it. */
typedef struct
{
  const char *at;
  const char *end;
  char        delimiter; /* a comma, a semicolon or a tab */
  guint       line;      /* of what is read next, from 1 */
  guint       row_line;  /* where the last row began */
} BylCsv;

gboolean byl_csv_init (BylCsv      *self,
                       const char  *text,
                       gsize        length,
                       GError     **error);
gboolean byl_csv_next (BylCsv     *self,
                       GPtrArray  *cells,
                       GError    **error);

G_END_DECLS
