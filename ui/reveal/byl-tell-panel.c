/* byl-tell-panel.c: beside a revealed card: the tells that gave it away, and where it comes from
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-panel.h"

#include "byl-provenance-text.h"
#include "byl-read-decoration.h"
#include "byl-tell-list.h"
#include "byl-tell-row.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

struct _BylTellPanel
{
  AdwBin        parent_instance;
  GtkLabel     *title;
  GtkLabel     *verdict;
  GtkLabel     *bet;
  GtkBox       *comparison;    /* with the writer who was signed wrongly */
  BylTellList  *measured;
  GtkLabel     *noted_title;
  GtkBox       *tells;         /* that the pack's author noted */
  GtkBox       *reports;       /* what else there is to say of the round */
  GtkLabel     *provenance;
  GtkBox       *links;
  BylCard      *card;
  BylTellRound *found;         /* (nullable): what was found in the answers of the round */
  gboolean      bets;
};

enum { SHOW_SPAN, SHOW_ALL, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylTellPanel, byl_tell_panel, ADW_TYPE_BIN)

static void
show_span_cb (BylTellPanel *self,
              guint         start,
              guint         end)
{
  g_signal_emit (self, signals[SHOW_SPAN], 0, start, end);
}

static void
add_row (BylTellPanel *self,
         GtkBox       *box,
         GtkWidget    *row)
{
  g_signal_connect_object (row, "show-span", G_CALLBACK (show_span_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row);
}

/* A note on words that the answer has leads to them; one about the whole answer, or on words that
 * a mask has swallowed, is only read. */
static void
add_note (BylTellPanel        *self,
          const BylAuthorTell *tell)
{
  const char *note = byl_localized_choose (tell->note, g_get_language_names ());
  GtkWidget *box;
  BylSpan span;

  if (tell->quote != NULL
      && byl_read_text_find_quote (byl_card_get_read_text (self->card), tell->quote, &span))
    {
      add_row (self, self->tells, byl_tell_row_new_note (tell->quote, note, &span));
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (box, "tell");

  if (tell->quote != NULL)
    {
      /* Translators: %s are words quoted from an answer. */
      g_autofree char *quote = g_strdup_printf (C_("words of an answer", "“%s”"), tell->quote);

      gtk_box_append (GTK_BOX (box), byl_text_box_new_label (quote, "tell-quote"));
    }

  if (note != NULL)
    gtk_box_append (GTK_BOX (box), byl_text_box_new_label (note, "tell-note"));

  gtk_box_append (self->tells, box);
}

static void
show_notes (BylTellPanel *self,
            GPtrArray    *notes)
{
  gtk_widget_set_visible (GTK_WIDGET (self->noted_title), notes->len > 0);

  for (guint family = 0; family < BYL_N_FAMILIES; family++)
    {
      gboolean headed = FALSE;

      for (guint i = 0; i < notes->len; i++)
        {
          const BylAuthorTell *tell = g_ptr_array_index (notes, i);

          if (tell->family != (BylFamily) family)
            continue;

          if (!headed)
            gtk_box_append (self->tells, byl_tell_list_new_heading (tell->family));

          headed = TRUE;
          add_note (self, tell);
        }
    }
}

static void
add_difference (BylTellPanel       *self,
                const BylTellEntry *entry,
                const char         *title,
                const char         *name,
                const char         *other)
{
  if (entry != NULL)
    add_row (self, self->comparison, byl_tell_row_new_difference (entry, title, name, other));
}

/* Nothing of this is there before the reveal, nor while it is not ready. */
static void
show_measured (BylTellPanel *self)
{
  BylTellReport *report = self->card != NULL && self->found != NULL
    ? byl_tell_round_get_report (self->found, byl_card_get_position (self->card)) : NULL;

  byl_text_box_clear (self->comparison);
  byl_tell_list_set_report (self->measured, report);

  if (report == NULL)
    return;

  add_difference (self, report->decisive, _("What would have decided"), report->name,
                  report->guess);
  add_difference (self, report->misleading, _("What misled"), report->guess, report->name);
}

static void
show_all_cb (BylTellPanel *self,
             gboolean      all)
{
  g_signal_emit (self, signals[SHOW_ALL], 0, all);
}

static void
show_verdict (BylTellPanel *self)
{
  const char *guess = byl_card_get_guess (self->card);
  g_autofree char *verdict = NULL;

  if (byl_card_get_right (self->card))
    verdict = g_strdup (_("You read it right."));
  else if (guess != NULL)
    /* Translators: %s is the name that the player signed. */
    verdict = g_strdup_printf (_("You signed %s."), guess);
  else
    verdict = g_strdup (_("You did not sign it."));

  gtk_label_set_label (self->verdict, verdict);
}

static void
show_bet (BylTellPanel *self)
{
  double points = byl_card_get_points (self->card);
  g_autofree char *bet = NULL;

  /* Translators: points of one bet, from about −200 to 100; %+.0f is a number with its sign. */
  bet = g_strdup_printf (_("Your bet: %+.0f points"), points);
  gtk_label_set_label (self->bet, bet);
}

static void
add_link (BylTellPanel *self,
          const char   *address)
{
  GtkWidget *link = gtk_link_button_new_with_label (address, address);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (link));

  gtk_widget_set_halign (link, GTK_ALIGN_START);

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);

  gtk_box_append (self->links, link);
}

/* The address of the source and of every link in the answer, so that the keyboard reaches
 * them too. */
static void
show_links (BylTellPanel *self)
{
  const BylProvenance *provenance = byl_card_get_provenance (self->card);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_runs;
  const BylRun *runs = byl_read_text_get_runs (byl_card_get_read_text (self->card), &n_runs);

  if (provenance != NULL && provenance->source != NULL && provenance->source->url != NULL)
    add_link (self, provenance->source->url);

  for (guint i = 0; i < n_runs; i++)
    if ((runs[i].style & BYL_RUN_LINK) != 0 && runs[i].address != NULL
        && g_str_has_prefix (runs[i].address, "http")
        && g_hash_table_add (seen, (gpointer) runs[i].address))
      add_link (self, runs[i].address);
}

static void
byl_tell_panel_dispose (GObject *object)
{
  BylTellPanel *self = BYL_TELL_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_TELL_PANEL);
  g_clear_object (&self->card);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (byl_tell_panel_parent_class)->dispose (object);
}

static void
byl_tell_panel_class_init (BylTellPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_tell_panel_dispose;

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", BYL_TYPE_TELL_PANEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SHOW_ALL] =
    g_signal_new ("show-all", BYL_TYPE_TELL_PANEL, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (BYL_TYPE_TELL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-tell-panel.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, title);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, verdict);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, bet);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, comparison);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, measured);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, noted_title);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, tells);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, reports);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, provenance);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, links);
  gtk_widget_class_bind_template_callback (widget_class, show_span_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
byl_tell_panel_init (BylTellPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What gave it away"), -1);
}

static void
follow (BylTellPanel *self,
        BylTellRound *found)
{
  if (self->found == found)
    return;

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);

  g_set_object (&self->found, found);

  if (found != NULL)
    g_signal_connect_object (found, "notify::ready", G_CALLBACK (show_measured), self,
                             G_CONNECT_SWAPPED);
}

/* What is told of another card begins at its beginning. */
static void
scroll_to_top (BylTellPanel *self)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

/**
 * byl_tell_panel_set_card:
 * @self: a panel
 * @card: (nullable): the revealed card to tell of; of one that is not revealed nothing is shown
 * @bets: whether the player said how sure each guess is
 * @found: (nullable): what was found in the answers of the round; what is measured appears when it
 *   is ready
 */
void
byl_tell_panel_set_card (BylTellPanel *self,
                         BylCard      *card,
                         gboolean      bets,
                         BylTellRound *found)
{
  gboolean revealed = card != NULL && byl_card_get_revealed (card);
  g_autofree char *title = NULL;
  g_autofree char *provenance = NULL;

  if (g_set_object (&self->card, card))
    scroll_to_top (self);

  self->bets = bets;
  byl_text_box_clear (self->tells);
  byl_text_box_clear (self->links);
  follow (self, found);
  show_measured (self);
  gtk_widget_set_visible (GTK_WIDGET (self->noted_title), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->bet), revealed && bets);

  if (!revealed)
    {
      gtk_label_set_label (self->title, "");
      gtk_label_set_label (self->verdict, "");
      gtk_label_set_label (self->provenance, "");
      return;
    }

  /* Translators: the first %s is the letter of a card, the second the name of its writer. */
  title = g_strdup_printf (_("Answer %s: %s"), byl_card_get_letter (card),
                           byl_card_get_truth (card));
  gtk_label_set_label (self->title, title);
  show_verdict (self);
  show_bet (self);
  show_notes (self, byl_card_get_tells (card));
  provenance = byl_provenance_text_new (byl_card_get_provenance (card));
  gtk_label_set_label (self->provenance, provenance);
  show_links (self);
}

/**
 * byl_tell_panel_add_report:
 * @self: a panel
 * @report: (transfer floating): a widget that shows and hides itself, with a signal `show-span`
 *
 * Puts what else there is to say of the round under the tells.
 */
void
byl_tell_panel_add_report (BylTellPanel *self,
                           GtkWidget    *report)
{
  gtk_widget_set_margin_top (report, 12);
  g_signal_connect_object (report, "show-span", G_CALLBACK (show_span_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->reports, report);
}
