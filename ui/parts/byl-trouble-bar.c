/* byl-trouble-bar.c: a sentence across a page that says why nothing is kept, and a button beside it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-trouble-bar.h"

#include <glib/gi18n.h>

struct _BylTroubleBar
{
  AdwBin    parent_instance;
  GtkLabel *label;
};

enum { TRY_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylTroubleBar, byl_trouble_bar, ADW_TYPE_BIN)

static void
clicked_cb (BylTroubleBar *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
byl_trouble_bar_class_init (BylTroubleBarClass *klass)
{
  signals[TRY_AGAIN] =
    g_signal_new ("try-again", BYL_TYPE_TROUBLE_BAR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_trouble_bar_init (BylTroubleBar *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);
  /* Translators: a button beside a sentence that says why nothing is kept. */
  GtkWidget *button = gtk_button_new_with_label (_("Try again"));

  self->label = GTK_LABEL (label);

  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0.0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), button);
  adw_bin_set_child (ADW_BIN (self), bar);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * byl_trouble_bar_new:
 *
 * Returns: (transfer floating): a bar that is not seen until it has a sentence. Its signal
 *   `try-again` tells that its button was pressed
 */
GtkWidget *
byl_trouble_bar_new (void)
{
  return g_object_new (BYL_TYPE_TROUBLE_BAR, NULL);
}

/**
 * byl_trouble_bar_get_sentence:
 * @self: a trouble bar
 *
 * Returns: (nullable): what it says; %NULL where it is not seen
 */
const char *
byl_trouble_bar_get_sentence (BylTroubleBar *self)
{
  g_return_val_if_fail (BYL_IS_TROUBLE_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (self->label) : NULL;
}

/**
 * byl_trouble_bar_set_sentence:
 * @self: a trouble bar
 * @sentence: (nullable): what is the matter and what can be done about it; %NULL hides the bar
 */
void
byl_trouble_bar_set_sentence (BylTroubleBar *self,
                              const char    *sentence)
{
  g_return_if_fail (BYL_IS_TROUBLE_BAR (self));

  gtk_label_set_label (self->label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
}
