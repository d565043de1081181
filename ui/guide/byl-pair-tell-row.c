/* byl-pair-tell-row.c: one of the tells that part two writers, with an example of either
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pair-tell-row.h"

#include "byl-example-view.h"
#include "byl-guide-words.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEAD_WIDTH  290  /* pixels: of the tell, where its examples stand beside it */
#define WHOLE_WIDTH 1000 /* pixels: more than there are where they stand below it */

struct _BylPairTellRow
{
  AdwBin     parent_instance;
  GtkWidget *box;
  GtkWidget *head;  /* keeps the tells of all rows as wide */
  GtkWidget *sides;
};

G_DEFINE_FINAL_TYPE (BylPairTellRow, byl_pair_tell_row, ADW_TYPE_BIN)

static GtkWidget *
new_head (const BylMeasure *measure,
          guint             number)
{
  BylFamily family = byl_tell_kind_get (measure->tell)->family;
  g_autofree char *position = g_strdup_printf ("%u", number);
  g_autofree char *evidence = byl_guide_words_dup_pair (measure);
  g_autofree char *marked = g_strdup_printf ("%s %s", byl_guide_words_get_family_mark (family),
                                             byl_guide_words_get_family (family));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *numeral = byl_text_box_new_label (position, "tell-number");
  GtkWidget *name = byl_text_box_new_label (byl_tell_kind_get_name (measure->tell), "tell-name");
  GtkWidget *mark = byl_text_box_new_label (marked, "small");

  gtk_widget_add_css_class (name, byl_guide_words_get_family_class (family));
  gtk_widget_add_css_class (mark, byl_guide_words_get_family_class (family));
  gtk_widget_set_valign (numeral, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_hexpand (head, FALSE);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), mark);
  gtk_box_append (GTK_BOX (texts), byl_text_box_new_label (evidence, "dim-label"));
  gtk_box_append (GTK_BOX (head), numeral);
  gtk_box_append (GTK_BOX (head), texts);

  return head;
}

/* A size has no place to show: how long its bar is beside the other one says it. */
static void
add_bar (GtkBox           *card,
         const BylMeasure *measure,
         guint             side)
{
  double value = side == 0 ? measure->value : measure->others;
  double most = MAX (measure->value, measure->others);
  g_autofree char *text = byl_tell_kind_dup_value_text (measure->tell, value);
  BylFamily family = byl_tell_kind_get (measure->tell)->family;
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "fraction", most > 0 ? CLAMP (value / most, 0, 1) : 0.0,
                                 NULL);

  gtk_widget_add_css_class (bar, "mean");
  gtk_widget_add_css_class (bar, byl_guide_words_get_family_class (family));
  gtk_box_append (card, byl_text_box_new_label (text, "numeric"));
  gtk_box_append (card, bar);
}

static void
fill_card (GtkBox            *card,
           const BylPairTell *tell,
           guint              side)
{
  const BylMeasure *measure = tell->measure;
  guint n_with = side == 0 ? measure->n_with : measure->n_others_with;
  guint n_answers = side == 0 ? measure->n_answers : measure->n_others;
  g_autofree char *text = NULL;

  if (byl_tell_kind_get (measure->tell)->unit == BYL_TELL_SIZE)
    {
      add_bar (card, measure, side);
      return;
    }

  if (tell->examples[side]->text != NULL)
    {
      gtk_box_append (card, byl_example_view_new (tell->examples[side]));
      return;
    }

  if (n_with == 0)
    text = byl_guide_words_dup_absence (n_answers);
  else
    text = byl_tell_kind_dup_value_text (measure->tell, side == 0 ? measure->value
                                                                  : measure->others);

  gtk_box_append (card, byl_text_box_new_label (text, "dim-label"));
}

static GtkWidget *
new_card (const BylTellPair *pair,
          const BylPairTell *tell,
          guint              side)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 3,
                                  "hexpand", TRUE,
                                  "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);
  const char *name = byl_tell_pair_get_writer (pair, side)->name;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "example");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (card), byl_text_box_new_label (name, "small-heading"));
  fill_card (GTK_BOX (card), tell, side);

  return card;
}

static void
byl_pair_tell_row_class_init (BylPairTellRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_pair_tell_row_init (BylPairTellRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  self->head = adw_clamp_new ();
  self->sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), TRUE);
  gtk_widget_set_hexpand (self->sides, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pair-tell");
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->sides);
  adw_bin_set_child (ADW_BIN (self), self->box);
  byl_pair_tell_row_set_narrow (self, FALSE);
}

/**
 * byl_pair_tell_row_new:
 * @pair: two writers
 * @position: of one of their tells, 0 for the strongest
 *
 * Returns: (transfer floating): a row that shows the tell
 */
GtkWidget *
byl_pair_tell_row_new (const BylTellPair *pair,
                       guint              position)
{
  BylPairTellRow *self = g_object_new (BYL_TYPE_PAIR_TELL_ROW, NULL);
  const BylPairTell *tell = byl_tell_pair_get_tell (pair, position);

  adw_clamp_set_child (ADW_CLAMP (self->head), new_head (tell->measure, position + 1));
  gtk_box_append (GTK_BOX (self->sides), new_card (pair, tell, 0));
  gtk_box_append (GTK_BOX (self->sides), new_card (pair, tell, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  byl_tell_kind_get_name (tell->measure->tell), -1);

  return GTK_WIDGET (self);
}

/**
 * byl_pair_tell_row_set_narrow:
 * @self: a row
 * @narrow: whether the examples lie below the tell instead of beside it
 */
void
byl_pair_tell_row_set_narrow (BylPairTellRow *self,
                              gboolean        narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), orientation);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->head), narrow ? WHOLE_WIDTH : HEAD_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->head), HEAD_WIDTH);
  gtk_widget_set_size_request (self->head, narrow ? -1 : HEAD_WIDTH, -1);
  gtk_box_set_spacing (GTK_BOX (self->box), narrow ? 9 : 18);
  gtk_box_set_homogeneous (GTK_BOX (self->sides), !narrow);
}
