/* byl-picture.c: a window as a PNG file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-picture.h"

#include "byl-error.h"

#include <glib/gi18n.h>

/**
 * byl_picture_save:
 * @window: a window that is shown
 * @path: the file to write
 * @error: return location for a `BYL_ERROR_SAVE`
 *
 * Draws the window as it is now, without what the desktop draws around it.
 *
 * Returns: whether the file was written
 */
gboolean
byl_picture_save (GtkWindow   *window,
                  const char  *path,
                  GError     **error)
{
  GtkWidget *widget = GTK_WIDGET (window);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);

  if (node != NULL && renderer != NULL)
    texture = gsk_renderer_render_texture (renderer, node,
                                           &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (texture != NULL && gdk_texture_save_to_png (texture, path))
    return TRUE;

  /* Translators: %s is the path of a file. */
  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE, _("The picture “%s” could not be written."), path);

  return FALSE;
}
