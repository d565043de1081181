/* byl-kind-page.c: the guide on one kind of tell
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-kind-page.h"

#include "byl-example-finding.h"
#include "byl-example-view.h"
#include "byl-guide-lesson.h"
#include "byl-guide-words.h"

#include <glib/gi18n.h>

#define MAX_WRITERS 12u
#define N_EXAMPLES  2u
#define MAX_PLACES  8u /* that are looked at: each may be as long as a pack */

struct _BylKindPage
{
  BylGuideLeaf         parent_instance;
  BylGuideSource      *source;
  BylTell              tell;
  GCancellable        *cancellable; /* (nullable): of the examples being looked for */
  AdwPreferencesGroup *examples;    /* (nullable): that they are shown in; owned by the page */
  GtkWidget           *waiting;     /* (nullable): what stands there meanwhile */
};

G_DEFINE_FINAL_TYPE (BylKindPage, byl_kind_page, BYL_TYPE_GUIDE_LEAF)

static void
stop (BylKindPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
set_waiting (BylKindPage *self,
             const char  *sentence)
{
  if (self->waiting != NULL)
    adw_preferences_group_remove (self->examples, self->waiting);
  self->waiting = sentence != NULL ? byl_guide_leaf_add_row (self->examples, sentence, NULL) : NULL;
}

static void
show_example (BylKindPage           *self,
              const BylExamplePlace *place)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  /* Translators: the name of a writer and the title of a pack, below words of an answer. */
  g_autofree char *origin = g_strdup_printf (_("%s, in “%s”"), place->name,
                                             byl_pack_entry_get_title (place->entry));
  GtkWidget *label = gtk_label_new (origin);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (box, "example");
  gtk_box_append (GTK_BOX (box), byl_example_view_new (place->example));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place->example->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place->example->text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin,
                                  -1);
  adw_preferences_group_add (self->examples, row);
}

static void
examples_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BylKindPage) self = user_data;
  g_autoptr(GPtrArray) places = byl_example_finding_start_finish (result, NULL);
  guint n_shown = 0;

  /* Then others are being looked for, or the page is gone. */
  if (places == NULL)
    return;

  g_clear_object (&self->cancellable);
  set_waiting (self, NULL);

  for (guint i = 0; i < places->len && n_shown < N_EXAMPLES; i++)
    {
      const BylExamplePlace *place = g_ptr_array_index (places, i);

      if (place->example == NULL || place->example->text == NULL)
        continue;

      show_example (self, place);
      n_shown++;
    }

  if (n_shown == 0)
    set_waiting (self, _("No words show it: it is a size, or no installed pack has it"));
}

static gboolean
is_among (GPtrArray    *places,
          BylPackEntry *entry,
          const char   *writer)
{
  for (guint i = 0; i < places->len; i++)
    {
      const BylExamplePlace *place = g_ptr_array_index (places, i);

      if (place->entry == entry && (writer == NULL || g_str_equal (place->writer, writer)))
        return TRUE;
    }

  return FALSE;
}

/* Writers of installed packs who do it: those first of whom it is a tell. */
static GPtrArray *
list_places (BylKindPage *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_example_place_free);
  GPtrArray *all = byl_guide_source_get_figures (self->source);
  g_autoptr(GArray) ranked = byl_guide_source_rank_kind (self->source, self->tell, FALSE);

  for (guint i = 0; i < ranked->len; i++)
    {
      const BylGuideFigure *figure = &g_array_index (ranked, BylGuideFigure, i);
      BylPackEntry *entry = byl_guide_source_find_entry (self->source, figure->figures->pack);

      if (entry != NULL)
        g_ptr_array_add (places, byl_example_place_new (entry, figure->writer->id,
                                                        figure->writer->name));
    }

  for (guint i = 0; i < all->len; i++)
    {
      const BylFigures *figures = g_ptr_array_index (all, i);
      BylPackEntry *entry = byl_guide_source_find_entry (self->source, figures->pack);

      for (guint j = 0; entry != NULL && j < figures->writers->len; j++)
        {
          const BylWriterFigures *writer = g_ptr_array_index (figures->writers, j);
          const BylMeasure *measure = byl_writer_figures_get (writer, self->tell);

          if (measure != NULL && measure->n_with > 0 && !is_among (places, entry, writer->id))
            g_ptr_array_add (places, byl_example_place_new (entry, writer->id, writer->name));
        }
    }

  return places;
}

/* Two packs are better than two writers of one: the first place of each pack comes before all
 * others. */
static GPtrArray *
choose_places (BylKindPage *self)
{
  g_autoptr(GPtrArray) listed = list_places (self);
  g_autoptr(GPtrArray) others =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_example_place_free);
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_example_place_free);

  while (listed->len > 0)
    {
      BylExamplePlace *place = g_ptr_array_steal_index (listed, 0);

      g_ptr_array_add (is_among (places, place->entry, NULL) ? others : places, place);
    }

  g_ptr_array_extend_and_steal (places, g_steal_pointer (&others));
  g_ptr_array_set_size (places, (int) MIN (places->len, MAX_PLACES));

  return places;
}

static void
add_examples (BylKindPage *self)
{
  g_autoptr(GPtrArray) places = choose_places (self);

  self->examples = byl_guide_leaf_add_group (BYL_GUIDE_LEAF (self), _("Examples"), NULL);
  self->waiting = NULL;
  set_waiting (self, _("Looking through the installed packs…"));
  self->cancellable = g_cancellable_new ();
  byl_example_finding_start_async (places, self->tell, N_EXAMPLES, self->cancellable, examples_cb,
                                   g_object_ref (self));
}

static void
add_writers (BylKindPage *self,
             gboolean     least)
{
  g_autoptr(GArray) ranked = byl_guide_source_rank_kind (self->source, self->tell, least);
  AdwPreferencesGroup *group;

  if (ranked->len == 0 && least)
    return;

  group = byl_guide_leaf_add_group (BYL_GUIDE_LEAF (self),
                                    least ? _("Who does it least") : _("Who does it most"),
                                    least ? NULL : _("Measured, each beside the other writers of "
                                                     "its pack on the same questions. Only "
                                                     "differences that are sure are listed."));

  for (guint i = 0; i < MIN (ranked->len, MAX_WRITERS); i++)
    {
      const BylGuideFigure *figure = &g_array_index (ranked, BylGuideFigure, i);
      const BylMeasure *measure = byl_writer_figures_get (figure->writer, self->tell);
      g_autofree char *evidence = byl_guide_words_dup_evidence (measure);
      g_autofree char *origin = byl_guide_leaf_dup_origin (figure->figures);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", evidence, origin);

      byl_guide_leaf_link_row (byl_guide_leaf_add_row (group, figure->writer->name, subtitle),
                               "win.guide-writer", figure->writer->name);
    }

  if (ranked->len == 0)
    byl_guide_leaf_add_row (group, byl_guide_source_get_busy (self->source)
                                     ? _("Packs are still being measured…")
                                     : _("It tells nobody of whom there are figures"), NULL);
}

static void
add_lesson (BylKindPage *self)
{
  GtkWidget *button;

  if (byl_guide_lesson_find_kind (self->source, self->tell, NULL) == NULL)
    return;

  button = byl_guide_leaf_add_button (BYL_GUIDE_LEAF (self), _("_Learn It in Five Rounds"));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    byl_tell_kind_get (self->tell)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.learn-kind");
}

static void
fill (BylKindPage *self)
{
  BylGuideLeaf *leaf = BYL_GUIDE_LEAF (self);
  AdwPreferencesGroup *group;

  stop (self);
  byl_guide_leaf_clear (leaf);
  group = byl_guide_leaf_add_group (leaf, byl_tell_kind_get_name (self->tell),
                                    byl_tell_kind_get_explanation (self->tell));
  byl_guide_leaf_add_row (group, _("How it is counted"), byl_tell_kind_get_finding (self->tell));
  add_examples (self);
  add_writers (self, FALSE);
  add_writers (self, TRUE);
  add_lesson (self);
}

static void
byl_kind_page_dispose (GObject *object)
{
  BylKindPage *self = BYL_KIND_PAGE (object);

  stop (self);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (byl_kind_page_parent_class)->dispose (object);
}

static void
byl_kind_page_class_init (BylKindPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_kind_page_dispose;
}

static void
byl_kind_page_init (BylKindPage *self)
{
}

/**
 * byl_kind_page_new:
 * @source: what the guide knows, started
 * @tell: a kind
 *
 * Returns: (transfer floating): a page that explains the kind, shows two examples, and says who
 *   does it most and least
 */
GtkWidget *
byl_kind_page_new (BylGuideSource *source,
                   BylTell         tell)
{
  BylKindPage *self = g_object_new (BYL_TYPE_KIND_PAGE, NULL);

  self->source = g_object_ref (source);
  self->tell = tell;
  byl_guide_leaf_set_title (BYL_GUIDE_LEAF (self), byl_tell_kind_get_name (tell),
                            byl_guide_words_get_family (byl_tell_kind_get (tell)->family));
  g_signal_connect_object (source, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * byl_kind_page_get_ready:
 * @self: a page
 *
 * Returns: whether the examples have been looked for
 */
gboolean
byl_kind_page_get_ready (BylKindPage *self)
{
  return self->cancellable == NULL && !byl_guide_source_get_busy (self->source);
}
