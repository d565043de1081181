/* byl-writer-page.c: the guide on one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-page.h"

#include "byl-claim-words.h"
#include "byl-guide-lesson.h"
#include "byl-guide-words.h"
#include "byl-writer-places.h"

#include <glib/gi18n.h>

#define MAX_TELLS  8u
#define MARK_WIDTH 16 /* pixels: the marks of the families are not equally wide */

struct _BylWriterPage
{
  BylGuideLeaf    parent_instance;
  BylGuideSource *source;
  char           *name;
};

G_DEFINE_FINAL_TYPE (BylWriterPage, byl_writer_page, BYL_TYPE_GUIDE_LEAF)

static void
add_tell (AdwPreferencesGroup *group,
          const BylMeasure    *measure)
{
  const BylTellKind *kind = byl_tell_kind_get (measure->tell);
  g_autofree char *evidence = byl_guide_words_dup_evidence (measure);
  /* Translators: a kind of tell, of which a writer has more than others, or less. */
  g_autofree char *title = g_strdup_printf (measure->z > 0 ? _("More: %s") : _("Less: %s"),
                                            byl_tell_kind_get_name (measure->tell));
  GtkWidget *row = byl_guide_leaf_add_row (group, title, evidence);
  GtkWidget *mark = gtk_label_new (byl_guide_words_get_family_mark (kind->family));

  gtk_widget_add_css_class (mark, byl_guide_words_get_family_class (kind->family));
  gtk_widget_add_css_class (mark, "heading");
  gtk_widget_set_size_request (mark, MARK_WIDTH, -1);
  gtk_widget_set_tooltip_text (mark, byl_guide_words_get_family (kind->family));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  byl_guide_leaf_link_row (row, "win.guide-kind", kind->id);
}

static void
add_words (AdwPreferencesGroup    *group,
           const BylWriterFigures *writer)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; writer->words != NULL && writer->words[i] != NULL; i++)
    {
      if (i > 0)
        /* Translators: between two words of a list. */
        g_string_append (list, _(", "));
      /* Translators: a word or a pair of words, in a list of words. */
      g_string_append_printf (list, C_("word in a list", "“%s”"), writer->words[i]);
    }

  if (list->len > 0)
    byl_guide_leaf_add_row (group, _("Its own words"), list->str);
}

static void
add_measured (BylWriterPage        *self,
              const BylGuideFigure *figure)
{
  g_autofree char *origin = byl_guide_leaf_dup_origin (figure->figures);
  const BylMeasure *measures[BYL_N_TELLS];
  guint n = byl_writer_figures_rank (figure->writer, measures);
  g_autofree char *answers = g_strdup_printf (ngettext ("Measured in %u of its answers.",
                                                        "Measured in %u of its answers.",
                                                        figure->writer->n_answers),
                                              figure->writer->n_answers);
  g_autofree char *description = g_strdup_printf ("%s\n%s", answers, origin);
  AdwPreferencesGroup *group = byl_guide_leaf_add_group (BYL_GUIDE_LEAF (self),
                                                         _("What gives it away"), description);

  for (guint i = 0; i < MIN (n, MAX_TELLS); i++)
    add_tell (group, measures[i]);
  if (n == 0)
    byl_guide_leaf_add_row (group, _("Nothing that is sure"), NULL);
  add_words (group, figure->writer);
}

/* The measure by which a claim is judged: of real answers, the one that is surest. */
static const BylMeasure *
find_measure (const BylClaim *claim,
              GArray         *figures)
{
  const BylMeasure *best = NULL;

  for (guint i = 0; i < figures->len && claim->tell < BYL_N_TELLS; i++)
    {
      const BylGuideFigure *figure = &g_array_index (figures, BylGuideFigure, i);
      const BylMeasure *measure = byl_writer_figures_get (figure->writer, claim->tell);

      if (figure->figures->provenance != BYL_PROVENANCE_ILLUSTRATIVE && measure != NULL
          && (best == NULL || ABS (measure->z) > ABS (best->z)))
        best = measure;
    }

  return best;
}

static void
add_claim (AdwPreferencesGroup *group,
           const BylClaim      *claim,
           GArray              *figures)
{
  const BylMeasure *measure = find_measure (claim, figures);
  const char *verdict = byl_claim_words_get_verdict (byl_claim_judge (claim, measure));
  g_autofree char *evidence = measure != NULL ? byl_guide_words_dup_evidence (measure) : NULL;
  g_autofree char *subtitle =
    /* Translators: the page that claims something, its date, what the measurement says, and on what
     * evidence. */
    g_strdup_printf (_("Claimed by %s, %s. %s %s"), claim->page, claim->date, verdict,
                     evidence != NULL ? evidence
                     : claim->tell < BYL_N_TELLS ? _("There are no figures of it.")
                                                 : _("This is not counted here."));
  GtkWidget *row = byl_guide_leaf_add_row (group, byl_claim_get_text (claim), subtitle);

  if (claim->tell < BYL_N_TELLS)
    byl_guide_leaf_link_row (row, "win.guide-kind", byl_tell_kind_get (claim->tell)->id);
}

static void
add_claims (BylWriterPage *self,
            GArray        *figures)
{
  AdwPreferencesGroup *group = NULL;
  guint n_claims;
  const BylClaim *claims = byl_claims_get (&n_claims);

  for (guint i = 0; i < n_claims; i++)
    {
      if (!byl_claim_is_about (&claims[i], self->name))
        continue;

      if (group == NULL)
        group = byl_guide_leaf_add_group (BYL_GUIDE_LEAF (self), _("What others claim"),
                                          _("Found on public pages, which have not measured it."));
      add_claim (group, &claims[i], figures);
    }
}

static void
add_facts (BylWriterPage        *self,
           const BylKnownWriter *known)
{
  AdwPreferencesGroup *group;

  if (known->facts->len == 0 && known->released == NULL)
    return;

  group = byl_guide_leaf_add_group (BYL_GUIDE_LEAF (self), _("Facts"), NULL);

  if (known->released != NULL)
    byl_guide_leaf_add_row (group, _("Released"), known->released);

  for (guint i = 0; i < known->facts->len; i++)
    {
      const BylKnownFact *fact = g_ptr_array_index (known->facts, i);
      g_autofree char *subtitle = NULL;

      if (fact->source != NULL && fact->date != NULL)
        /* Translators: a figure, the title of the page that it is from, and its date. */
        subtitle = g_strdup_printf (_("%s, says “%s”, %s"), fact->value, fact->source, fact->date);
      byl_guide_leaf_add_row (group, fact->label, subtitle != NULL ? subtitle : fact->value);
    }
}

static void
add_buttons (BylWriterPage *self)
{
  const char *id;
  BylPackEntry *entry = byl_guide_lesson_find_pack (self->source, self->name, &id);
  GtkWidget *button;

  if (entry == NULL)
    return;

  button = byl_guide_leaf_add_button (BYL_GUIDE_LEAF (self), _("_Five Tells…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sss)",
                                    byl_pack_entry_get_id (entry), id, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.five-tells");
  button = byl_guide_leaf_add_button (BYL_GUIDE_LEAF (self), _("_Learn to Find It"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.learn-writer");
}

static void
fill (BylWriterPage *self)
{
  g_autoptr(GArray) figures = byl_guide_source_list_writer (self->source, self->name);
  const BylKnownWriter *known = byl_guide_source_find_known (self->source, self->name);

  byl_guide_leaf_clear (BYL_GUIDE_LEAF (self));
  byl_guide_leaf_set_title (BYL_GUIDE_LEAF (self), self->name,
                            known != NULL ? known->maker : NULL);

  for (guint i = 0; i < figures->len; i++)
    add_measured (self, &g_array_index (figures, BylGuideFigure, i));

  add_claims (self, figures);
  if (known != NULL)
    add_facts (self, known);
  byl_writer_places_add (BYL_GUIDE_LEAF (self), self->source, self->name, figures);
  add_buttons (self);
}

static void
byl_writer_page_dispose (GObject *object)
{
  BylWriterPage *self = BYL_WRITER_PAGE (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (byl_writer_page_parent_class)->dispose (object);
}

static void
byl_writer_page_class_init (BylWriterPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_writer_page_dispose;
}

static void
byl_writer_page_init (BylWriterPage *self)
{
}

/**
 * byl_writer_page_new:
 * @source: what the guide knows, started
 * @name: the name of a writer
 *
 * Returns: (transfer floating): a page with what was measured of the writer, what is claimed of it
 *   and known of it, and where its answers can be had
 */
GtkWidget *
byl_writer_page_new (BylGuideSource *source,
                     const char     *name)
{
  BylWriterPage *self = g_object_new (BYL_TYPE_WRITER_PAGE, NULL);

  self->source = g_object_ref (source);
  self->name = g_strdup (name);
  g_signal_connect_object (source, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
