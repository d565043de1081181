/* byl-recording-cell.c: a lettered answer in the making, of which only the length is seen
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-cell.h"

#include "byl-recording-lines.h"

#include <glib/gi18n.h>

struct _BylRecordingCell
{
  AdwBin             parent_instance;
  GtkLabel          *letter;
  GtkLabel          *length;
  BylRecordingLines *lines;
  BylRecordingCard  *card; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BylRecordingCell, byl_recording_cell, ADW_TYPE_BIN)

static char *
describe (BylRecordingCard *card)
{
  const char *letter = byl_recording_card_get_letter (card);
  guint n = byl_recording_card_get_n_characters (card);

  switch (byl_recording_card_get_state (card))
    {
    case BYL_RECORDING_ASKING:
      /* Translators: %s is the letter of an answer. */
      return g_strdup_printf (ngettext ("Answer %s: %u character so far",
                                        "Answer %s: %u characters so far", n), letter, n);

    case BYL_RECORDING_DONE:
      /* Translators: %s is the letter of an answer. */
      return g_strdup_printf (ngettext ("Answer %s: there, %u character",
                                        "Answer %s: there, %u characters", n), letter, n);

    case BYL_RECORDING_WAITING:
    case BYL_RECORDING_FAILED:
    default:
      /* Translators: %s is the letter of an answer. */
      return g_strdup_printf (_("Answer %s: not there yet"), letter);
    }
}

/* The sentences above say which models failed. A failed answer looks as one that nobody has asked
 * for, so that no letter can be told by the trouble that its model had. */
static void
update (BylRecordingCell *self)
{
  BylRecordingState state = byl_recording_card_get_state (self->card);
  gboolean has_length = state == BYL_RECORDING_ASKING || state == BYL_RECORDING_DONE;
  guint n = has_length ? byl_recording_card_get_n_characters (self->card) : 0;
  g_autofree char *description = describe (self->card);
  g_autofree char *length = g_strdup_printf ("%'u", n);

  gtk_label_set_label (self->letter, byl_recording_card_get_letter (self->card));
  gtk_label_set_label (self->length, !has_length ? "" : n == 0 ? "…" : length);
  byl_recording_lines_set_n_characters (self->lines, n);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);

  if (state == BYL_RECORDING_DONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
}

static void
byl_recording_cell_dispose (GObject *object)
{
  byl_recording_cell_set_card (BYL_RECORDING_CELL (object), NULL);

  G_OBJECT_CLASS (byl_recording_cell_parent_class)->dispose (object);
}

static void
byl_recording_cell_class_init (BylRecordingCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_recording_cell_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recordingcell");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
byl_recording_cell_init (BylRecordingCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *letter = gtk_label_new (NULL);
  GtkWidget *length = gtk_label_new (NULL);
  GtkWidget *lines = byl_recording_lines_new ();

  self->letter = GTK_LABEL (letter);
  self->length = GTK_LABEL (length);
  self->lines = BYL_RECORDING_LINES (lines);
  gtk_widget_add_css_class (letter, "letter");
  gtk_widget_set_valign (letter, GTK_ALIGN_START);
  gtk_widget_add_css_class (length, "dim-label");
  gtk_widget_add_css_class (length, "numeric");
  gtk_widget_add_css_class (length, "small");
  gtk_label_set_xalign (self->length, 0.0);
  gtk_label_set_ellipsize (self->length, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), lines);
  gtk_box_append (GTK_BOX (column), length);
  gtk_box_append (GTK_BOX (box), letter);
  gtk_box_append (GTK_BOX (box), column);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * byl_recording_cell_new:
 *
 * Returns: (transfer floating): a cell without an answer
 */
GtkWidget *
byl_recording_cell_new (void)
{
  return g_object_new (BYL_TYPE_RECORDING_CELL, NULL);
}

/**
 * byl_recording_cell_set_card:
 * @self: a cell
 * @card: (nullable): an answer in the making
 *
 * Shows how long an answer has grown, and follows it.
 */
void
byl_recording_cell_set_card (BylRecordingCell *self,
                             BylRecordingCard *card)
{
  if (self->card == card)
    return;

  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, update, self);

  g_set_object (&self->card, card);

  if (card != NULL)
    {
      g_signal_connect_object (card, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      update (self);
    }
}
