/* byl-read-decoration.h: what is drawn behind and above the words of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-pack.h"

G_BEGIN_DECLS

#define BYL_N_FAMILIES 3

typedef enum
{
  BYL_DECORATION_TONE = BYL_FAMILY_TONE,
  BYL_DECORATION_UNCERTAINTY = BYL_FAMILY_UNCERTAINTY,
  BYL_DECORATION_STRUCTURE = BYL_FAMILY_STRUCTURE,
  BYL_DECORATION_CODE,
  BYL_DECORATION_MASK,
} BylDecorationKind;

/* Words of an answer that a tell lies on. */
typedef struct
{
  guint     start; /* characters from the text's start, inclusive */
  guint     end;   /* exclusive */
  BylFamily family;
} BylHighlight;

/* Words of one label that something is drawn on. */
typedef struct
{
  BylDecorationKind kind;
  guint             start; /* bytes from the start of the label's text, inclusive */
  guint             end;   /* exclusive */
  guint             level; /* of an underline: how many others lie between it and the words */
} BylDecoration;

/* How all labels of one view draw their decorations at the moment. It is shared by reference
 * (g_rc_box_acquire ()), since a label may outlive its view by a reference. */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  gboolean links_active;
  double   opacity[BYL_N_FAMILIES]; /* 0.0 to 1.0 */
  guint    pulse_start;             /* characters from the text's start, inclusive */
  guint    pulse_end;               /* exclusive; the same as the start for none */
  double   pulse;                   /* 0.0 to 1.0 */
} BylReadPaint;

void    byl_read_decoration_draw_behind (const BylDecoration *decoration,
                                         const BylReadPaint  *paint,
                                         PangoLayout         *layout,
                                         const GdkRGBA       *text_color,
                                         GtkSnapshot         *snapshot);
void    byl_read_decoration_draw_above  (const BylDecoration *decoration,
                                         const BylReadPaint  *paint,
                                         PangoLayout         *layout,
                                         GtkSnapshot         *snapshot);
void    byl_read_decoration_draw_pulse  (guint                start,
                                         guint                end,
                                         const BylReadPaint  *paint,
                                         PangoLayout         *layout,
                                         const GdkRGBA       *color,
                                         GtkSnapshot         *snapshot);
void    byl_read_decoration_draw_sample (BylFamily            family,
                                         const BylReadPaint  *paint,
                                         float                width,
                                         float                height,
                                         GtkSnapshot         *snapshot);
const GdkRGBA *byl_read_decoration_get_line_color (BylFamily  family,
                                                   gboolean   dark);
void    byl_read_decoration_stack       (GArray              *decorations);

G_END_DECLS
