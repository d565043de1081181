/* byl-tell-row.c: one tell of an answer, which leads to its places when it is pressed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-row.h"

#include "byl-tell-bar.h"
#include "byl-tell-sentence.h"

#include <glib/gi18n.h>
#include <string.h>

struct _BylTellRow
{
  GtkButton  parent_instance;
  GtkBox    *box;
  GtkWidget *explanation; /* (nullable): of a tell that has no place in the answer */
  GArray    *spans;       /* (element-type BylSpan): where it leads */
  guint      next;        /* of the spans, the one that the next press leads to */
};

enum { SHOW_SPAN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylTellRow, byl_tell_row, GTK_TYPE_BUTTON)

static GtkWidget *
add_label (BylTellRow *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);

  return label;
}

/* The name and the amount are one label, so that they wrap together: the name alone is bold. */
static void
add_title (BylTellRow *self,
           const char *title,
           const char *amount)
{
  /* Translators: the name of a tell, then how often it is in an answer: “Hedges · 7 here”. */
  g_autofree char *text = g_strdup_printf (_("%s · %s"), title, amount);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *place = strstr (text, title);
  GtkWidget *label = add_label (self, text, "tell-title");

  bold->start_index = place != NULL ? place - text : 0;
  bold->end_index = bold->start_index + strlen (title);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

/* A press leads to the first place, the next press to the second one, and so around. What is in no
 * place says how it is counted instead. */
static void
byl_tell_row_clicked (GtkButton *button)
{
  BylTellRow *self = BYL_TELL_ROW (button);
  BylSpan span;

  if (self->spans->len == 0)
    {
      if (self->explanation != NULL)
        gtk_widget_set_visible (self->explanation, !gtk_widget_get_visible (self->explanation));
      return;
    }

  span = g_array_index (self->spans, BylSpan, self->next);
  self->next = (self->next + 1) % self->spans->len;
  g_signal_emit (self, signals[SHOW_SPAN], 0, span.start, span.end);
}

static void
set_accessible (BylTellRow *self,
                const char *title,
                const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/* What is inside a button, a screen reader may not come to: the row says it, too. */
static void
add_bar (BylTellRow         *self,
         const BylTellEntry *entry,
         const char         *name,
         const char         *title,
         const char         *evidence)
{
  g_autofree char *label = byl_tell_sentence_dup_bar (entry, name);
  g_autofree char *description = g_strdup_printf ("%s %s", evidence, label);

  gtk_box_append (self->box, byl_tell_bar_new (entry->family, entry->value, entry->measure->value,
                                               entry->measure->others, label));
  set_accessible (self, title, description);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const BylSpan *first = a;
  const BylSpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

static void
set_spans (BylTellRow *self,
           GArray     *spans)
{
  for (guint i = 0; i < spans->len; i++)
    g_array_append_val (self->spans, g_array_index (spans, BylSpan, i));
}

static void
update_tooltip (BylTellRow *self)
{
  if (self->spans->len > 1)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show in the answer, one after the other"));
  else if (self->spans->len == 1)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show in the answer"));
  else
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("How it is found"));
}

/* What is nowhere to be shown can be read about. */
static void
add_explanation (BylTellRow *self,
                 BylTell     tell)
{
  if (self->spans->len > 0)
    return;

  self->explanation = add_label (self, byl_tell_kind_get_finding (tell), "tell-explanation");
  gtk_widget_set_visible (self->explanation, FALSE);
}

static void
byl_tell_row_finalize (GObject *object)
{
  g_array_unref (BYL_TELL_ROW (object)->spans);

  G_OBJECT_CLASS (byl_tell_row_parent_class)->finalize (object);
}

static void
byl_tell_row_class_init (BylTellRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_tell_row_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = byl_tell_row_clicked;

  /* A place was asked for: characters from the answer's start, and to its end. */
  signals[SHOW_SPAN] =
    g_signal_new ("show-span", BYL_TYPE_TELL_ROW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
byl_tell_row_init (BylTellRow *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (BylSpan));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "tell");
}

/**
 * byl_tell_row_new_entry:
 * @entry: a measured tell of an answer
 * @name: the name of its writer
 *
 * Returns: (transfer floating): a row with the tell, how often it is there, its evidence and, for a
 *   rate or a size, its bar
 */
GtkWidget *
byl_tell_row_new_entry (const BylTellEntry *entry,
                        const char         *name)
{
  BylTellRow *self = g_object_new (BYL_TYPE_TELL_ROW, NULL);
  const BylMeasure *measure = entry->measure;
  BylTellUnit unit = byl_tell_kind_get (measure->tell)->unit;
  const char *tell = byl_tell_kind_get_name (measure->tell);
  g_autofree char *amount = byl_tell_sentence_dup_amount (entry);
  g_autofree char *evidence = byl_tell_sentence_dup_evidence (entry, name);
  g_autofree char *title = g_strdup_printf (_("%s · %s"), tell, amount);

  set_spans (self, entry->spans);
  add_title (self, tell, amount);
  add_label (self, evidence, "tell-note");
  set_accessible (self, title, evidence);

  if (unit == BYL_TELL_RATE || unit == BYL_TELL_SIZE)
    add_bar (self, entry, name, title, evidence);

  add_explanation (self, measure->tell);
  update_tooltip (self);

  return GTK_WIDGET (self);
}

/**
 * byl_tell_row_new_words:
 * @words: (element-type BylFoundWord): the measured words that an answer has, at least one
 * @name: the name of its writer
 *
 * Returns: (transfer floating): one row with all of them, and the evidence of the strongest
 */
GtkWidget *
byl_tell_row_new_words (const GPtrArray *words,
                        const char      *name)
{
  BylTellRow *self = g_object_new (BYL_TYPE_TELL_ROW, NULL);
  g_autofree char *list = byl_tell_sentence_dup_words (words);
  g_autofree char *evidence =
    byl_tell_sentence_dup_word_evidence (g_ptr_array_index (words, 0), name);
  g_autofree char *title = g_strdup_printf (_("%s · %s"), _("Words"), list);

  for (guint i = 0; i < words->len; i++)
    set_spans (self, ((BylFoundWord *) words->pdata[i])->spans);

  g_array_sort (self->spans, compare_spans);
  add_title (self, _("Words"), list);
  add_label (self, evidence, "tell-note");
  set_accessible (self, title, evidence);
  update_tooltip (self);

  return GTK_WIDGET (self);
}

/**
 * byl_tell_row_new_difference:
 * @entry: a tell of an answer, measured between two writers
 * @title: what it is to the player
 * @name: the name of the writer that it speaks for
 * @other: the name of the other one
 *
 * Returns: (transfer floating): a row with one sentence on how the two differ in the tell
 */
GtkWidget *
byl_tell_row_new_difference (const BylTellEntry *entry,
                             const char         *title,
                             const char         *name,
                             const char         *other)
{
  BylTellRow *self = g_object_new (BYL_TYPE_TELL_ROW, NULL);
  g_autofree char *sentence = byl_tell_sentence_dup_difference (entry, name, other);

  set_spans (self, entry->spans);
  add_label (self, title, "tell-quote");
  add_label (self, sentence, "tell-note");
  set_accessible (self, title, sentence);
  add_explanation (self, entry->measure->tell);
  update_tooltip (self);

  return GTK_WIDGET (self);
}

/**
 * byl_tell_row_new_note:
 * @quote: words of the answer that the pack's author quotes
 * @note: (nullable): what the author says of them
 * @span: where they stand
 *
 * Returns: (transfer floating): a row with the author's note
 */
GtkWidget *
byl_tell_row_new_note (const char    *quote,
                       const char    *note,
                       const BylSpan *span)
{
  BylTellRow *self = g_object_new (BYL_TYPE_TELL_ROW, NULL);
  /* Translators: %s are words quoted from an answer. */
  g_autofree char *quoted = g_strdup_printf (C_("words of an answer", "“%s”"), quote);

  g_array_append_val (self->spans, *span);
  add_label (self, quoted, "tell-quote");

  if (note != NULL)
    add_label (self, note, "tell-note");

  set_accessible (self, quote, note != NULL ? note : "");
  update_tooltip (self);

  return GTK_WIDGET (self);
}
