/* byl-recording-row.c: a question that is being recorded, and its lettered answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-row.h"

#include "byl-recording-cell.h"

#define MOST_CELLS 26u /* of a row: nobody follows more, and the progress tells the rest */
#define A_LINE     4u
#define PAIR_WIDTH 116 /* pixels: four cells stand in two pairs where there is little room */

struct _BylRecordingRow
{
  AdwBin                parent_instance;
  GtkLabel             *number;
  GtkLabel             *prompt;
  GtkFlowBox           *flow;
  GPtrArray            *cells;    /* not owned */
  BylRecordingQuestion *question; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BylRecordingRow, byl_recording_row, ADW_TYPE_BIN)

/* Cells are used again for other questions, which have as many answers. */
static void
make_cells (BylRecordingRow *self,
            guint            n)
{
  while (self->cells->len < n)
    {
      GtkWidget *child = gtk_flow_box_child_new ();
      GtkWidget *cell = byl_recording_cell_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), cell);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (self->flow, child);
      g_ptr_array_add (self->cells, cell);
    }
}

static void
byl_recording_row_dispose (GObject *object)
{
  BylRecordingRow *self = BYL_RECORDING_ROW (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (byl_recording_row_parent_class)->dispose (object);
}

static void
byl_recording_row_class_init (BylRecordingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_recording_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "recordingrow");
}

static void
byl_recording_row_init (BylRecordingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *prompt = gtk_label_new (NULL);
  GtkWidget *flow = gtk_flow_box_new ();

  self->cells = g_ptr_array_new ();
  self->number = GTK_LABEL (number);
  self->prompt = GTK_LABEL (prompt);
  self->flow = GTK_FLOW_BOX (flow);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_width_chars (self->number, 2);
  gtk_label_set_xalign (self->number, 1.0);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_label_set_xalign (self->prompt, 0.0);
  gtk_label_set_wrap (self->prompt, TRUE);
  gtk_label_set_wrap_mode (self->prompt, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->prompt, 2);
  gtk_label_set_ellipsize (self->prompt, PANGO_ELLIPSIZE_END);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_column_spacing (self->flow, 12);
  gtk_flow_box_set_row_spacing (self->flow, 9);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), prompt);
  gtk_box_append (GTK_BOX (column), flow);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * byl_recording_row_new:
 *
 * Returns: (transfer floating): a row without a question
 */
GtkWidget *
byl_recording_row_new (void)
{
  return g_object_new (BYL_TYPE_RECORDING_ROW, NULL);
}

/**
 * byl_recording_row_set_question:
 * @self: a row
 * @question: (nullable): a question that is being recorded
 *
 * Shows a question, and follows its answers.
 */
void
byl_recording_row_set_question (BylRecordingRow      *self,
                                BylRecordingQuestion *question)
{
  guint n = question != NULL
              ? MIN (g_list_model_get_n_items (G_LIST_MODEL (question)), MOST_CELLS) : 0;
  g_autofree char *number = NULL;

  g_set_object (&self->question, question);
  make_cells (self, n);
  gtk_flow_box_set_max_children_per_line (self->flow, CLAMP (n, 1, A_LINE));

  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autoptr(BylRecordingCard) card =
        i < n ? g_list_model_get_item (G_LIST_MODEL (question), i) : NULL;

      byl_recording_cell_set_card (self->cells->pdata[i], card);
      gtk_widget_set_size_request (self->cells->pdata[i], n == A_LINE ? PAIR_WIDTH : -1, -1);
      gtk_widget_set_visible (gtk_widget_get_parent (self->cells->pdata[i]), card != NULL);
    }

  if (question == NULL)
    return;

  number = g_strdup_printf ("%u", byl_recording_question_get_position (question) + 1);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->prompt, byl_recording_question_get_prompt (question));
}
