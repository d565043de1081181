/* byl-tell-bar.h: a figure of an answer beside the means of its writer and of the others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-pack.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_TELL_BAR_ANSWER,
  BYL_TELL_BAR_WRITER,
  BYL_TELL_BAR_OTHERS,
} BylTellBarMark;

#define BYL_TYPE_TELL_BAR (byl_tell_bar_get_type ())
G_DECLARE_FINAL_TYPE (BylTellBar, byl_tell_bar, BYL, TELL_BAR, GtkWidget)

GtkWidget *byl_tell_bar_new     (BylFamily       family,
                                 double          answer,
                                 double          writer,
                                 double          others,
                                 const char     *label);
GtkWidget *byl_tell_bar_new_key (BylTellBarMark  mark);

G_END_DECLS
