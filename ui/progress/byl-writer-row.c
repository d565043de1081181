/* byl-writer-row.c: how well one writer is told from the others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-row.h"

#include "byl-progress-words.h"

#include <glib/gi18n.h>

struct _BylWriterRow
{
  GtkListBoxRow  parent_instance;
  GtkLabel      *name;
  GtkLabel      *hits;
  GtkLabel      *told;
  GtkLabel      *mixed_up;
  GtkLabel      *alarms;
  GtkLabel      *d_prime;
};

G_DEFINE_FINAL_TYPE (BylWriterRow, byl_writer_row, GTK_TYPE_LIST_BOX_ROW)

static void
take_text (GtkLabel *label,
           char     *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static char *
dup_mixed_up (const BylWriterTally *writer)
{
  if (writer->mixed_up == NULL)
    return NULL;

  /* Translators: %s is the name of a writer. */
  return g_strdup_printf (_("Most often mixed up with %s"), writer->mixed_up);
}

static void
show_details (BylWriterRow         *self,
              const BylWriterTally *writer)
{
  take_text (self->told, byl_progress_words_dup_told (writer));
  take_text (self->mixed_up, dup_mixed_up (writer));
  take_text (self->alarms, byl_progress_words_dup_alarms (writer));

  /* Translators: d′ (“d prime”) is a measure of how well two things are told apart. */
  take_text (self->d_prime, g_strdup_printf (_("d′ %.1f"), writer->d_prime));

  /* Translators: explains the measure d′ (“d prime”) of one writer. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->d_prime),
                               _("How well these answers are told from the others’, whatever your "
                                 "habit of signing this name: 0 is chance, 1 is fair, above 2 is "
                                 "seldom wrong"));
}

static void
byl_writer_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_WRITER_ROW);

  G_OBJECT_CLASS (byl_writer_row_parent_class)->dispose (object);
}

static void
byl_writer_row_class_init (BylWriterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_writer_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "progress/byl-writer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, name);
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, hits);
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, told);
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, mixed_up);
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, alarms);
  gtk_widget_class_bind_template_child (widget_class, BylWriterRow, d_prime);
}

static void
byl_writer_row_init (BylWriterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_writer_row_new:
 * @writer: what was played of the writer; copied
 *
 * Returns: (transfer floating): a row that says how many of the writer's cards were told, and, from
 *   %BYL_PROGRESS_FEWEST cards on, how surely, with whom it is mixed up, and its d′
 */
GtkWidget *
byl_writer_row_new (const BylWriterTally *writer)
{
  BylWriterRow *self = g_object_new (BYL_TYPE_WRITER_ROW, NULL);
  g_autofree char *hits = NULL;

  g_return_val_if_fail (writer != NULL, NULL);

  hits = g_strdup_printf (ngettext ("%u of %u right, by chance %.1f",
                                    "%u of %u right, by chance %.1f", writer->hits),
                          writer->hits, writer->shown, writer->expected);
  gtk_label_set_text (self->name, writer->name);
  gtk_label_set_text (self->hits, hits);

  if (writer->shown >= BYL_PROGRESS_FEWEST)
    show_details (self, writer);
  else
    take_text (self->told, g_strdup (_("Too few to say")));

  return GTK_WIDGET (self);
}
