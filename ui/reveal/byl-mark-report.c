/* byl-mark-report.c: beside revealed cards: what the words that the player marked are worth
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mark-report.h"

#include "byl-mark-words.h"
#include "byl-tell-kind.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylMarkReport
{
  AdwBin    parent_instance;
  GtkLabel *sum;
  GtkBox   *marks;
  BylRound *on_table; /* (nullable) */
  guint     chosen;   /* place of the card whose marks are listed */
};

enum { SHOW_SPAN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylMarkReport, byl_mark_report, ADW_TYPE_BIN)

static guint
get_n_cards (BylMarkReport *self)
{
  return self->on_table != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->on_table)) : 0;
}

static char *
describe_credit (const BylMark *mark,
                 gboolean       judged,
                 const char    *name)
{
  BylTell tell;

  if (!judged)
    return g_strdup (_("It has no credit yet: the pack is not measured."));

  /* Translators: %s is the name of a writer. */
  if (mark->credited == 0 || mark->tell == NULL || !byl_tell_kind_find (mark->tell, &tell))
    return g_strdup_printf (_("✗ No tell of %s lies on it."), name);

  /* Translators: the kind of a tell; of how many marked words it lies on how many; whose tell. */
  return g_strdup_printf (ngettext ("✓ %s, on %u of %u word: a tell of %s.",
                                    "✓ %s, on %u of %u words: a tell of %s.", mark->words),
                          byl_tell_kind_get_name (tell), mark->credited, mark->words, name);
}

static void
mark_clicked_cb (BylMarkReport *self,
                 GtkButton     *button)
{
  const BylSpan *span = g_object_get_data (G_OBJECT (button), "span");

  g_signal_emit (self, signals[SHOW_SPAN], 0, span->start, span->end);
}

static void
add_mark (BylMarkReport *self,
          BylCard       *card,
          const BylMark *mark)
{
  const char *text = byl_read_text_get_text (byl_card_get_read_text (card));
  g_autofree char *words = g_utf8_substring (text, mark->start, mark->end);
  /* Translators: %s are words quoted from an answer. */
  g_autofree char *quote = g_strdup_printf (C_("words of an answer", "“%s”"), words);
  g_autofree char *credit = describe_credit (mark, byl_card_get_marks (card)->judged,
                                             byl_card_get_truth (card));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new ();
  BylSpan span = { mark->start, mark->end };

  gtk_box_append (GTK_BOX (box), byl_text_box_new_label (quote, "tell-quote"));
  gtk_box_append (GTK_BOX (box), byl_text_box_new_label (credit, "tell-note"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tell");
  gtk_widget_set_tooltip_text (button, _("Show in the answer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, credit, -1);
  g_object_set_data_full (G_OBJECT (button), "span", g_memdup2 (&span, sizeof span), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (mark_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->marks, button);
}

/* Words that were taken from an answer of another revision are not there any more. */
static gboolean
is_there (BylCard       *card,
          const BylMark *mark)
{
  const char *text = byl_read_text_get_text (byl_card_get_read_text (card));

  return mark->end <= (guint) g_utf8_strlen (text, -1);
}

static gboolean
has_marks (BylMarkReport *self)
{
  for (guint i = 0; i < get_n_cards (self); i++)
    {
      const BylMarks *marks = byl_card_get_marks (byl_round_get_card (self->on_table, i));

      if (marks != NULL && marks->marks->len > 0)
        return TRUE;
    }

  return FALSE;
}

static void
update (BylMarkReport *self)
{
  gboolean shown = self->on_table != NULL && byl_round_get_revealed (self->on_table)
                   && has_marks (self);
  g_autofree char *text = NULL;
  BylMarkSum sum = { 0, };
  const BylMarks *marks;

  byl_text_box_clear (self->marks);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);

  if (!shown)
    {
      gtk_label_set_label (self->sum, "");
      return;
    }

  byl_mark_sum_add_round (&sum, byl_round_get_dealt (self->on_table));
  text = byl_mark_sum_dup_text (&sum);
  gtk_label_set_label (self->sum, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sum), text != NULL);
  marks = self->chosen < get_n_cards (self)
            ? byl_card_get_marks (byl_round_get_card (self->on_table, self->chosen)) : NULL;

  for (guint i = 0; marks != NULL && i < marks->marks->len; i++)
    if (is_there (byl_round_get_card (self->on_table, self->chosen), marks->marks->pdata[i]))
      add_mark (self, byl_round_get_card (self->on_table, self->chosen), marks->marks->pdata[i]);
}

static void
forget_round (BylMarkReport *self)
{
  for (guint i = 0; i < get_n_cards (self); i++)
    g_signal_handlers_disconnect_by_data (byl_round_get_card (self->on_table, i), self);

  if (self->on_table != NULL)
    g_signal_handlers_disconnect_by_data (self->on_table, self);
}

static void
byl_mark_report_dispose (GObject *object)
{
  BylMarkReport *self = BYL_MARK_REPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_MARK_REPORT);
  g_clear_object (&self->on_table);

  G_OBJECT_CLASS (byl_mark_report_parent_class)->dispose (object);
}

static void
byl_mark_report_class_init (BylMarkReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_mark_report_dispose;

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", BYL_TYPE_MARK_REPORT, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-mark-report.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylMarkReport, sum);
  gtk_widget_class_bind_template_child (widget_class, BylMarkReport, marks);
}

static void
byl_mark_report_init (BylMarkReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * byl_mark_report_set_round:
 * @self: a report
 * @on_table: (nullable): the round to tell of, from its reveal on
 *
 * Follows the round: the marks appear with the reveal, their credit when it is there. The widget
 * shows and hides itself. The signal `show-span` asks for words of the chosen card, from a
 * character to another one, exclusive.
 */
void
byl_mark_report_set_round (BylMarkReport *self,
                           BylRound      *on_table)
{
  forget_round (self);
  g_set_object (&self->on_table, on_table);
  self->chosen = 0;

  if (on_table != NULL)
    g_signal_connect_object (on_table, "notify::revealed", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);

  for (guint i = 0; i < get_n_cards (self); i++)
    g_signal_connect_object (byl_round_get_card (on_table, i), "notify::marks",
                             G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  update (self);
}

/**
 * byl_mark_report_set_chosen:
 * @self: a report
 * @card: place of a card, from 0
 *
 * Lists the marks on this card.
 */
void
byl_mark_report_set_chosen (BylMarkReport *self,
                            guint          card)
{
  if (self->chosen == card)
    return;

  self->chosen = card;
  update (self);
}
