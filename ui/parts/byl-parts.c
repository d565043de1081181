/* byl-parts.c: making the shared widgets ready for use
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-parts.h"

#include "byl-bet-pips.h"
#include "byl-parts-resources.h"
#include "byl-read-view.h"
#include "byl-signature-line.h"
#include "byl-trouble-bar.h"

#include <gtk/gtk.h>

#define STYLE_PATH "/io/github/bylinequiz/Byline/parts/parts.css"

/**
 * byl_parts_init:
 *
 * Makes the shared widgets known to #GtkBuilder and loads their style for the default display. To
 * be called after gtk_init() or adw_init(); calling it again does nothing.
 */
void
byl_parts_init (void)
{
  static gboolean ready = FALSE;
  g_autoptr(GtkCssProvider) provider = NULL;

  if (ready)
    return;

  ready = TRUE;
  byl_parts_register_resource ();
  g_type_ensure (BYL_TYPE_BET_PIPS);
  g_type_ensure (BYL_TYPE_READ_VIEW);
  g_type_ensure (BYL_TYPE_SIGNATURE_LINE);
  g_type_ensure (BYL_TYPE_TROUBLE_BAR);

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_PATH);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
