/* byl-card-switcher.c: one card at a time: the letters to choose by on a narrow window
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card-switcher.h"

#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylCardSwitcher
{
  AdwBin     parent_instance;
  GtkBox    *box;
  BylRound  *on_table;
};

enum { CHOOSE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylCardSwitcher, byl_card_switcher, ADW_TYPE_BIN)

static void
clicked_cb (BylCardSwitcher *self,
            GtkButton       *button)
{
  BylCard *card = g_object_get_data (G_OBJECT (button), "card");

  g_signal_emit (self, signals[CHOOSE], 0, byl_card_get_position (card));
}

/* Before the reveal what the player has signed, after it who wrote the answer. */
static void
update_button (GtkWidget *button)
{
  BylCard *card = g_object_get_data (G_OBJECT (button), "card");
  GtkWidget *name = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = NULL;

  if (!byl_card_get_revealed (card))
    text = g_strdup (byl_card_get_guess (card));
  else if (byl_card_get_right (card))
    text = g_strdup_printf ("✓ %s", byl_card_get_truth (card));
  else
    text = g_strdup_printf ("✗ %s", byl_card_get_truth (card));

  gtk_label_set_label (GTK_LABEL (name), text != NULL ? text : "");

  if (byl_card_get_revealed (card))
    gtk_widget_remove_css_class (name, "pencil");
}

static GtkWidget *
new_button (BylCardSwitcher *self,
            BylCard         *card)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *letter = gtk_label_new (byl_card_get_letter (card));
  GtkWidget *guess = gtk_label_new (NULL);
  /* Translators: %s is the letter of a card. */
  g_autofree char *label = g_strdup_printf (_("Show answer %s"), byl_card_get_letter (card));

  gtk_widget_add_css_class (letter, "heading");
  gtk_widget_add_css_class (guess, "caption");
  gtk_widget_add_css_class (guess, "pencil");
  gtk_label_set_ellipsize (GTK_LABEL (guess), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), guess);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "card", card);
  g_signal_connect_object (card, "notify::guess", G_CALLBACK (update_button), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "notify::revealed", G_CALLBACK (update_button), button,
                           G_CONNECT_SWAPPED);
  update_button (button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
byl_card_switcher_dispose (GObject *object)
{
  BylCardSwitcher *self = BYL_CARD_SWITCHER (object);

  g_clear_object (&self->on_table);

  G_OBJECT_CLASS (byl_card_switcher_parent_class)->dispose (object);
}

static void
byl_card_switcher_class_init (BylCardSwitcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_card_switcher_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHOOSE] =
    g_signal_new ("choose", BYL_TYPE_CARD_SWITCHER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
byl_card_switcher_init (BylCardSwitcher *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_set_homogeneous (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-switcher");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * byl_card_switcher_set_round:
 * @self: a switcher
 * @on_table: the round whose cards it shows
 */
void
byl_card_switcher_set_round (BylCardSwitcher *self,
                             BylRound        *on_table)
{
  byl_text_box_clear (self->box);
  g_set_object (&self->on_table, on_table);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (on_table)); i++)
    gtk_box_append (self->box, new_button (self, byl_round_get_card (on_table, i)));
}

/**
 * byl_card_switcher_set_chosen:
 * @self: a switcher
 * @chosen: place of the card that is shown, from 0
 */
void
byl_card_switcher_set_chosen (BylCardSwitcher *self,
                              guint            chosen)
{
  guint position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
       child != NULL;
       child = gtk_widget_get_next_sibling (child), position++)
    if (position == chosen)
      gtk_widget_add_css_class (child, "chosen");
    else
      gtk_widget_remove_css_class (child, "chosen");
}
