/* byl-rival-report.c: beside revealed cards: what the rival says of them, and why
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-report.h"

#include "byl-rival-reason.h"
#include "byl-rival-words.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylRivalReport
{
  AdwBin     parent_instance;
  GtkLabel  *notice;
  GtkBox    *cards;
  GtkLabel  *because;
  GtkBox    *arguments;
  BylRound  *on_table; /* (nullable) */
  guint      chosen;   /* place of the card whose arguments are shown */
};

enum { SHOW_SPAN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRivalReport, byl_rival_report, ADW_TYPE_BIN)

static void
add_card (BylRivalReport *self,
          BylCard        *card,
          gboolean        chosen)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean right = byl_card_get_rival_right (card);
  g_autofree char *share = byl_rival_words_probability (byl_card_get_rival (card)->probability);
  GtkWidget *name = byl_text_box_new_label (byl_card_get_rival_name (card), "tell-quote");
  GtkWidget *mark = gtk_label_new (right ? "✓" : "✗");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (mark, right ? "success" : "error");
  gtk_widget_add_css_class (mark, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  right ? _("Right") : _("Wrong"), -1);

  gtk_box_append (GTK_BOX (row),
                  byl_text_box_new_label (byl_card_get_letter (card), "rival-letter"));
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), byl_text_box_new_label (share, "numeric"));
  gtk_box_append (GTK_BOX (row), mark);

  if (chosen)
    gtk_widget_add_css_class (row, "chosen");

  gtk_box_append (self->cards, row);
}

static void
argument_clicked_cb (BylRivalReport *self,
                     GtkButton      *button)
{
  const BylSpan *span = g_object_get_data (G_OBJECT (button), "span");

  g_signal_emit (self, signals[SHOW_SPAN], 0, span->start, span->end);
}

static char *
dup_sentence (const BylRivalArgument *argument,
              const char             *name)
{
  g_autoptr(BylRivalReason) reason = NULL;

  if (argument->reason == NULL)
    return g_strdup (argument->sentence);

  reason = byl_rival_reason_new_from_data (argument->reason);

  return reason != NULL ? byl_rival_reason_to_text (reason, name) : NULL;
}

/* An argument about words of the answer leads to them; one about the whole answer is only read. */
static void
add_argument (BylRivalReport         *self,
              const BylRivalArgument *argument,
              const char             *name)
{
  g_autofree char *sentence = dup_sentence (argument, name);
  GtkWidget *label;
  GtkWidget *button;
  BylSpan span = { argument->start, argument->end };

  if (sentence == NULL)
    return;

  label = byl_text_box_new_label (sentence, "tell-note");

  if (argument->start >= argument->end)
    {
      gtk_widget_add_css_class (label, "tell");
      gtk_box_append (self->arguments, label);
      return;
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tell");
  gtk_widget_set_tooltip_text (button, _("Show in the answer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence, -1);
  g_object_set_data_full (G_OBJECT (button), "span", g_memdup2 (&span, sizeof span), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (argument_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->arguments, button);
}

static void
show_arguments (BylRivalReport *self,
                BylCard        *card)
{
  const BylRivalNote *note = byl_card_get_rival (card);
  g_autofree char *because =
    /* Translators: the first %s is the letter of a card, the second the name that the rival signs
     * it with; its reasons follow, one sentence each. */
    g_strdup_printf (_("Answer %s is by %s, it says, because of this:"), byl_card_get_letter (card),
                     byl_card_get_rival_name (card));

  gtk_label_set_label (self->because, because);

  for (guint i = 0; i < note->arguments->len; i++)
    add_argument (self, g_ptr_array_index (note->arguments, i), byl_card_get_rival_name (card));

  gtk_widget_set_visible (GTK_WIDGET (self->because),
                          gtk_widget_get_first_child (GTK_WIDGET (self->arguments)) != NULL);
}

/* Before the reveal the round tells nothing of the rival, so that there is nothing to show. */
static void
update (BylRivalReport *self)
{
  gboolean spoken = self->on_table != NULL && byl_round_get_rival (self->on_table);
  const char *notice = self->on_table != NULL ? byl_round_get_rival_notice (self->on_table) : NULL;
  guint n_cards = spoken ? g_list_model_get_n_items (G_LIST_MODEL (self->on_table)) : 0;

  byl_text_box_clear (self->cards);
  byl_text_box_clear (self->arguments);
  gtk_widget_set_visible (GTK_WIDGET (self), spoken || notice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->arguments), spoken);
  gtk_widget_set_visible (GTK_WIDGET (self->because), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
  gtk_label_set_label (self->because, "");
  gtk_label_set_label (self->notice, notice != NULL ? notice : "");

  for (guint i = 0; i < n_cards; i++)
    add_card (self, byl_round_get_card (self->on_table, i), n_cards > 1 && i == self->chosen);

  if (self->chosen < n_cards)
    show_arguments (self, byl_round_get_card (self->on_table, self->chosen));
}

static void
byl_rival_report_dispose (GObject *object)
{
  BylRivalReport *self = BYL_RIVAL_REPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_RIVAL_REPORT);
  g_clear_object (&self->on_table);

  G_OBJECT_CLASS (byl_rival_report_parent_class)->dispose (object);
}

static void
byl_rival_report_class_init (BylRivalReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_rival_report_dispose;

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", BYL_TYPE_RIVAL_REPORT, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-rival-report.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylRivalReport, notice);
  gtk_widget_class_bind_template_child (widget_class, BylRivalReport, cards);
  gtk_widget_class_bind_template_child (widget_class, BylRivalReport, because);
  gtk_widget_class_bind_template_child (widget_class, BylRivalReport, arguments);
}

static void
byl_rival_report_init (BylRivalReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * byl_rival_report_set_round:
 * @self: a report
 * @on_table: (nullable): the round to tell of, from its reveal on
 *
 * Follows the round: what the rival says appears with the reveal, or when it is ready. The widget
 * shows and hides itself; it is hidden where no rival plays. The signal `show-span` asks for words
 * of the chosen card, from a character to another one, exclusive.
 */
void
byl_rival_report_set_round (BylRivalReport *self,
                            BylRound       *on_table)
{
  if (self->on_table != NULL)
    g_signal_handlers_disconnect_by_data (self->on_table, self);

  g_set_object (&self->on_table, on_table);
  self->chosen = 0;

  if (on_table != NULL)
    {
      g_signal_connect_object (on_table, "notify::rival", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (on_table, "notify::rival-notice", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
    }

  update (self);
}

/**
 * byl_rival_report_set_chosen:
 * @self: a report
 * @card: place of a card, from 0
 *
 * Shows the reasons for what the rival says of this card.
 */
void
byl_rival_report_set_chosen (BylRivalReport *self,
                             guint           card)
{
  if (self->chosen == card)
    return;

  self->chosen = card;
  update (self);
}
