/* byl-example-view.c: a short place of an answer, with the tell on it drawn as in the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-example-view.h"

#include "byl-read-highlighter.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BylExampleView
{
  AdwBin              parent_instance;
  BylReadHighlighter *highlighter;
};

G_DEFINE_FINAL_TYPE (BylExampleView, byl_example_view, ADW_TYPE_BIN)

static void
byl_example_view_dispose (GObject *object)
{
  BylExampleView *self = BYL_EXAMPLE_VIEW (object);

  g_clear_pointer (&self->highlighter, byl_read_highlighter_free);

  G_OBJECT_CLASS (byl_example_view_parent_class)->dispose (object);
}

static void
byl_example_view_class_init (BylExampleViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_example_view_dispose;
}

static void
byl_example_view_init (BylExampleView *self)
{
  self->highlighter = byl_read_highlighter_new (GTK_WIDGET (self));
}

/**
 * byl_example_view_new:
 * @example: an example that was found
 *
 * Returns: (transfer floating): the words of the example in quotation marks, its place highlighted
 */
GtkWidget *
byl_example_view_new (const BylTellExample *example)
{
  BylExampleView *self = g_object_new (BYL_TYPE_EXAMPLE_VIEW, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GArray) highlights = g_array_new (FALSE, TRUE, sizeof (BylHighlight));
  BylHighlight highlight = { 0 };
  GtkWidget *label;
  guint before;

  g_return_val_if_fail (example != NULL && example->text != NULL, NULL);

  /* Translators: a quotation; %s is some words of an answer. */
  text = g_strdup_printf (C_("words of an answer", "“%s”"), example->text);
  before = (guint) g_utf8_strlen (text, strstr (text, example->text) - text);
  highlight.start = before + example->start;
  highlight.end = before + example->end;
  highlight.family = byl_tell_kind_get (example->tell)->family;
  g_array_append_val (highlights, highlight);

  label = byl_read_label_new (GTK_ACCESSIBLE_ROLE_LABEL, text, 0,
                              byl_read_highlighter_get_paint (self->highlighter));
  adw_bin_set_child (ADW_BIN (self), label);
  byl_read_highlighter_add_label (self->highlighter, BYL_READ_LABEL (label));
  byl_read_highlighter_set_highlights (self->highlighter, highlights);

  return GTK_WIDGET (self);
}
