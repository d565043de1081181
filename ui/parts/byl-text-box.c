/* byl-text-box.c: boxes that are filled with lines of text, again and again
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text-box.h"

/**
 * byl_text_box_new_label:
 * @text: what it says, shown as it is
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps, from where the text begins
 */
GtkWidget *
byl_text_box_new_label (const char *text,
                        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * byl_text_box_clear:
 * @box: a box
 *
 * Takes out all that is in it.
 */
void
byl_text_box_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
