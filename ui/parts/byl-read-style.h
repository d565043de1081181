/* byl-read-style.h: what the runs of an answer look like, and how they are read out
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-read-text.h"

G_BEGIN_DECLS

/* A run, in bytes of one label's text. */
typedef struct
{
  guint       start; /* inclusive */
  guint       end;   /* exclusive */
  BylRunStyle style;
  char       *address; /* (nullable): of a link */
} BylReadStyle;

GArray        *byl_read_style_new_array      (void);
PangoAttrList *byl_read_style_new_attributes (const GArray *runs,
                                              GtkWidget    *label);
char          *byl_read_style_dup_spoken     (const GArray *runs,
                                              const char   *text);

G_END_DECLS
