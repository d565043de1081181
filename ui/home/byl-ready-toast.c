/* byl-ready-toast.c: telling that a pack is there, with a button that plays it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ready-toast.h"

#include <glib/gi18n.h>

#define SECONDS 10 /* time enough to get to the button by the keyboard */

static void
played_cb (AdwToast    *toast,
           BylHomePage *home)
{
  BylPackEntry *pack = g_object_get_data (G_OBJECT (toast), "pack");
  g_autofree char *uri = g_file_get_uri (byl_pack_entry_get_file (pack));

  gtk_widget_activate_action (GTK_WIDGET (home), "pack.play", "s", uri);
}

/**
 * byl_ready_toast_new:
 * @home: the page that plays packs
 * @pack: an installed pack
 *
 * Returns: (transfer full): a toast, to be shown where the player is
 */
AdwToast *
byl_ready_toast_new (BylHomePage  *home,
                     BylPackEntry *pack)
{
  /* Translators: %s is the title of a pack. */
  g_autofree char *sentence = g_markup_printf_escaped (_("“%s” is ready to play"),
                                                       byl_pack_entry_get_title (pack));
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_button_label (toast, _("_Play"));
  adw_toast_set_timeout (toast, SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "pack", g_object_ref (pack), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (played_cb), home, 0);

  return toast;
}
