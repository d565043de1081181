/* byl-tell-panel.c: beside a revealed card: the tells that gave it away, and where it comes from
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-panel.h"

#include "byl-provenance-text.h"

#include <glib/gi18n.h>

struct _BylTellPanel
{
  AdwBin    parent_instance;
  GtkLabel *title;
  GtkLabel *verdict;
  GtkLabel *bet;
  GtkBox   *tells;
  GtkLabel *provenance;
  GtkBox   *links;
  BylCard  *card;
  gboolean  bets;
};

/* How the families are called, in the order of the list. */
typedef struct
{
  BylFamily   family;
  const char *name;
  const char *css_class;
} FamilyStyle;

static const FamilyStyle families[] =
{
  { BYL_FAMILY_TONE, N_("Tone"), "family-tone" },
  { BYL_FAMILY_UNCERTAINTY, N_("Uncertainty"), "family-uncertainty" },
  { BYL_FAMILY_STRUCTURE, N_("Structure"), "family-structure" },
};

enum { SHOW_SPAN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylTellPanel, byl_tell_panel, ADW_TYPE_BIN)

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
tell_clicked_cb (BylTellPanel *self,
                 GtkButton    *button)
{
  const BylSpan *span = g_object_get_data (G_OBJECT (button), "span");

  g_signal_emit (self, signals[SHOW_SPAN], 0, span->start, span->end);
}

/* A tell with its words in the answer is a button that leads to them; one about the whole answer is
 * only read. */
static void
add_tell (BylTellPanel        *self,
          const BylAuthorTell *tell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *note = byl_localized_choose (tell->note, g_get_language_names ());
  BylSpan span;

  if (tell->quote != NULL)
    {
      /* Translators: %s are words quoted from an answer. */
      g_autofree char *quote = g_strdup_printf (_("“%s”"), tell->quote);

      gtk_box_append (GTK_BOX (box), new_label (quote, "tell-quote"));
    }

  if (note != NULL)
    gtk_box_append (GTK_BOX (box), new_label (note, "tell-note"));

  if (tell->quote != NULL
      && byl_read_text_find_quote (byl_card_get_read_text (self->card), tell->quote, &span))
    {
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "tell");
      gtk_widget_set_tooltip_text (button, _("Show in the answer"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, tell->quote,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                      -1);
      g_object_set_data_full (G_OBJECT (button), "span", g_memdup2 (&span, sizeof span), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (tell_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->tells, button);
    }
  else
    {
      gtk_widget_add_css_class (box, "tell");
      gtk_box_append (self->tells, box);
    }
}

static void
add_family (BylTellPanel      *self,
            const FamilyStyle *style,
            GPtrArray         *tells)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < tells->len; i++)
    {
      const BylAuthorTell *tell = g_ptr_array_index (tells, i);

      if (tell->family != style->family)
        continue;

      if (!headed)
        {
          GtkWidget *label = new_label (_(style->name), "family");

          gtk_widget_add_css_class (label, style->css_class);
          gtk_box_append (self->tells, label);
          headed = TRUE;
        }

      add_tell (self, tell);
    }
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

  gtk_widget_set_visible (GTK_WIDGET (self->bet), self->bets);

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

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-tell-panel.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, title);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, verdict);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, bet);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, tells);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, provenance);
  gtk_widget_class_bind_template_child (widget_class, BylTellPanel, links);
}

static void
byl_tell_panel_init (BylTellPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What gave it away"), -1);
}

/**
 * byl_tell_panel_set_card:
 * @self: a panel
 * @card: (nullable): the revealed card to tell of; of one that is not revealed nothing is shown
 * @bets: whether the player said how sure each guess is
 */
void
byl_tell_panel_set_card (BylTellPanel *self,
                         BylCard      *card,
                         gboolean      bets)
{
  g_autofree char *title = NULL;
  g_autofree char *provenance = NULL;
  GPtrArray *tells;

  g_set_object (&self->card, card);
  self->bets = bets;
  remove_children (self->tells);
  remove_children (self->links);

  if (card == NULL || !byl_card_get_revealed (card))
    {
      gtk_label_set_label (self->title, "");
      gtk_label_set_label (self->verdict, "");
      gtk_widget_set_visible (GTK_WIDGET (self->bet), FALSE);
      gtk_label_set_label (self->provenance, "");
      return;
    }

  /* Translators: the first %s is the letter of a card, the second the name of its writer. */
  title = g_strdup_printf (_("Answer %s: %s"), byl_card_get_letter (card),
                           byl_card_get_truth (card));
  gtk_label_set_label (self->title, title);
  show_verdict (self);
  show_bet (self);
  tells = byl_card_get_tells (card);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    add_family (self, &families[i], tells);

  provenance = byl_provenance_text_new (byl_card_get_provenance (card));
  gtk_label_set_label (self->provenance, provenance);
  show_links (self);
}
