/* byl-import-about.c: what a pack that may be imported is made of
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-about.h"

#include "byl-web-address.h"

#include <glib/gi18n.h>

struct _BylImportAbout
{
  AdwPreferencesGroup  parent_instance;
  AdwComboRow         *recipe;
  AdwActionRow        *files;
  GtkLabel            *questions;
  GtkLabel            *answers;
  AdwActionRow        *source;
  GtkWidget           *source_mark;
  AdwActionRow        *license;
  GPtrArray           *recipes; /* (element-type BylRecipe) (nullable): before there is an offer */
  gboolean             asked;   /* a recipe has made something, or the player has chosen one */
};

enum { RECIPE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylImportAbout, byl_import_about, ADW_TYPE_PREFERENCES_GROUP)

static void
show_license (BylImportAbout *self)
{
  const char *license = byl_recipe_get_license (byl_import_about_get_recipe (self));
  g_autofree char *escaped = license != NULL ? g_markup_escape_text (license, -1) : NULL;

  adw_action_row_set_subtitle (self->license,
                               escaped != NULL ? escaped
                                               : _("Not said. Ask whose answers these are before "
                                                   "you share the pack."));
}

static void
show_source (BylImportAbout *self)
{
  const BylRecipe *recipe = byl_import_about_get_recipe (self);
  const char *title = byl_recipe_get_source_title (recipe);
  const char *address = byl_recipe_get_source_address (recipe);
  g_autoptr(GUri) uri = address != NULL ? byl_web_address_parse (address, NULL) : NULL;
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);

  gtk_widget_set_visible (GTK_WIDGET (self->source), title != NULL);
  adw_action_row_set_subtitle (self->source, escaped);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->source), uri != NULL);
  gtk_widget_set_visible (self->source_mark, uri != NULL);
}

static void
show_title (BylImportAbout *self,
            const char     *title)
{
  const BylRecipe *recipe = byl_import_about_get_recipe (self);
  const char *summary = byl_recipe_get_summary (recipe);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *description = g_markup_escape_text (summary != NULL ? summary : "", -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), escaped);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  /* A data set is called as its recipe is; a table is not. */
  gtk_widget_set_visible (GTK_WIDGET (self->recipe),
                          self->recipes->len > 1
                          || !g_str_equal (title, byl_recipe_get_title (recipe)));
}

static void
source_cb (BylImportAbout *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                byl_recipe_get_source_address (byl_import_about_get_recipe (self)),
                GDK_CURRENT_TIME);
}

/* The row says which one is chosen as soon as it has a list: then there are no recipes yet. */
static void
recipe_cb (BylImportAbout *self)
{
  if (self->recipes != NULL)
    g_signal_emit (self, signals[RECIPE_CHANGED], 0);
}

static void
byl_import_about_dispose (GObject *object)
{
  BylImportAbout *self = BYL_IMPORT_ABOUT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_IMPORT_ABOUT);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_import_about_parent_class)->dispose (object);
}

static void
byl_import_about_class_init (BylImportAboutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_import_about_dispose;

  /**
   * BylImportAbout::recipe-changed:
   * @self: the group
   *
   * Emitted when the files are to be read in another way.
   */
  signals[RECIPE_CHANGED] =
    g_signal_new ("recipe-changed", BYL_TYPE_IMPORT_ABOUT, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-import-about.ui");
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, recipe);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, files);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, questions);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, answers);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, source);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, source_mark);
  gtk_widget_class_bind_template_child (widget_class, BylImportAbout, license);
  gtk_widget_class_bind_template_callback (widget_class, recipe_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
}

static void
byl_import_about_init (BylImportAbout *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_import_about_set_offer:
 * @self: the group
 * @offer: files and the recipes that know them
 *
 * To be called once.
 */
void
byl_import_about_set_offer (BylImportAbout       *self,
                            const BylImportOffer *offer)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *names = byl_import_offer_dup_names (offer);
  g_autofree char *escaped = g_markup_escape_text (names, -1);

  for (guint i = 0; i < offer->recipes->len; i++)
    gtk_string_list_append (titles, byl_recipe_get_title (offer->recipes->pdata[i]));

  adw_action_row_set_subtitle (self->files, escaped);
  adw_combo_row_set_model (self->recipe, G_LIST_MODEL (titles));
  self->recipes = g_ptr_array_ref (offer->recipes);
}

/**
 * byl_import_about_get_recipe:
 * @self: the group, which has an offer
 *
 * Returns: (transfer none): how the files are read
 */
BylRecipe *
byl_import_about_get_recipe (BylImportAbout *self)
{
  return self->recipes->pdata[MIN (adw_combo_row_get_selected (self->recipe),
                                   self->recipes->len - 1)];
}

/**
 * byl_import_about_try_next_recipe:
 * @self: the group
 *
 * Chooses the next recipe, until one has made something of the files; then the player chooses.
 *
 * Returns: whether there is one more; then the signal `recipe-changed` has been emitted
 */
gboolean
byl_import_about_try_next_recipe (BylImportAbout *self)
{
  guint next = adw_combo_row_get_selected (self->recipe) + 1;

  if (self->asked || next >= self->recipes->len)
    return FALSE;

  adw_combo_row_set_selected (self->recipe, next);

  return TRUE;
}

/**
 * byl_import_about_set_result:
 * @self: the group
 * @result: what would come of the import
 */
void
byl_import_about_set_result (BylImportAbout        *self,
                             const BylImportResult *result)
{
  g_autofree char *questions = g_strdup_printf ("%u", result->n_questions);
  g_autofree char *answers = g_strdup_printf ("%u", result->n_answers);

  self->asked = TRUE;
  show_title (self, result->title);
  show_source (self);
  show_license (self);
  gtk_label_set_label (self->questions, questions);
  gtk_label_set_label (self->answers, answers);
}

/**
 * byl_import_about_set_counts:
 * @self: the group
 * @text: what is said while it is not known how many questions and answers there are
 */
void
byl_import_about_set_counts (BylImportAbout *self,
                             const char     *text)
{
  gtk_label_set_label (self->questions, text);
  gtk_label_set_label (self->answers, text);
}
