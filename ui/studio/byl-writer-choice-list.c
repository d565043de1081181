/* byl-writer-choice-list.c: the models of a provider, some of them chosen
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-list.h"

#include <glib/gi18n.h>

#define MOST_ROWS 24u /* shown at once: some providers have hundreds of models */

struct _BylWriterChoiceList
{
  AdwBin               parent_instance;
  AdwPreferencesGroup *group;
  GtkEditable         *entry;
  GtkLabel            *more;

  BylProvider         *provider; /* (nullable) */
  GPtrArray           *names;    /* (element-type utf8): what can be chosen, as the server says */
  GHashTable          *chosen;   /* set of names */
  GPtrArray           *rows;     /* not owned */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylWriterChoiceList, byl_writer_choice_list, ADW_TYPE_BIN)

static char *
dup_typed (BylWriterChoiceList *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static gboolean
has_name (BylWriterChoiceList *self,
          const char          *name)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL);
}

static void
add_name (BylWriterChoiceList *self,
          const char          *name)
{
  if (!has_name (self, name))
    g_ptr_array_add (self->names, g_strdup (name));
}

static void
switched_cb (BylWriterChoiceList *self,
             GParamSpec          *pspec,
             GtkSwitch           *toggle)
{
  const char *name = g_object_get_data (G_OBJECT (toggle), "name");

  if (gtk_switch_get_active (toggle))
    g_hash_table_add (self->chosen, g_strdup (name));
  else
    g_hash_table_remove (self->chosen, name);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (BylWriterChoiceList *self,
         const char          *name)
{
  const BylProviderModel *model =
    self->provider != NULL ? byl_provider_find_model (self->provider, name) : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), model != NULL ? model->name : name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), model != NULL ? name : "");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), g_hash_table_contains (self->chosen, name));
  g_object_set_data_full (G_OBJECT (toggle), "name", g_strdup (name), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
matches (BylWriterChoiceList *self,
         const char          *name,
         const char          *part)
{
  const BylProviderModel *model =
    self->provider != NULL ? byl_provider_find_model (self->provider, name) : NULL;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *folded_name = model != NULL ? g_utf8_casefold (model->name, -1) : NULL;

  return strstr (folded, part) != NULL
         || (folded_name != NULL && strstr (folded_name, part) != NULL);
}

/* What is chosen stands first and always; of the others, what has the typed part in its name. */
static void
fill (BylWriterChoiceList *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *part = g_utf8_casefold (typed, -1);
  g_autofree char *sentence = NULL;
  guint n_left = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < self->names->len; i++)
    if (g_hash_table_contains (self->chosen, self->names->pdata[i]))
      add_row (self, self->names->pdata[i]);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = self->names->pdata[i];

      if (g_hash_table_contains (self->chosen, name) || !matches (self, name, part))
        continue;
      if (self->rows->len < MOST_ROWS)
        add_row (self, name);
      else
        n_left++;
    }

  sentence = g_strdup_printf (ngettext ("%u more: type a part of its name to see it.",
                                        "%u more: type a part of a name to see it.", n_left),
                              n_left);
  gtk_label_set_label (self->more, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_left > 0);
}

static void
typed_cb (BylWriterChoiceList *self)
{
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A name can be typed that no list shows. */
static void
activated_cb (BylWriterChoiceList *self)
{
  g_autofree char *typed = dup_typed (self);

  if (typed[0] == '\0')
    return;

  add_name (self, typed);
  g_hash_table_add (self->chosen, g_strdup (typed));
  gtk_editable_set_text (self->entry, "");
}

static void
byl_writer_choice_list_dispose (GObject *object)
{
  BylWriterChoiceList *self = BYL_WRITER_CHOICE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->provider, byl_provider_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_writer_choice_list_parent_class)->dispose (object);
}

static void
byl_writer_choice_list_class_init (BylWriterChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_writer_choice_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * BylWriterChoiceList::changed:
   * @self: the list
   *
   * Emitted when something else has been chosen or typed.
   */
  signals[CHANGED] =
    g_signal_new ("changed", BYL_TYPE_WRITER_CHOICE_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_writer_choice_list_init (BylWriterChoiceList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *more = gtk_label_new (NULL);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (group);
  self->entry = GTK_EDITABLE (entry);
  self->more = GTK_LABEL (more);

  adw_preferences_group_set_title (self->group, _("Models"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Type a Name, or Part of One"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "entry-activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (self->group, entry);
  gtk_label_set_wrap (self->more, TRUE);
  gtk_label_set_xalign (self->more, 0.0);
  gtk_widget_set_margin_start (more, 12);
  gtk_widget_set_margin_end (more, 12);
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_add_css_class (more, "small");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), more);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Models"), -1);
  fill (self);
}

/**
 * byl_writer_choice_list_set_provider:
 * @self: a list
 * @provider: (nullable): a provider, whose well-known models are offered
 * @found: (nullable): what the server says it has, which then is all that is offered
 *
 * What has been chosen stays chosen where it is still there; with another provider nothing is.
 */
void
byl_writer_choice_list_set_provider (BylWriterChoiceList *self,
                                     const BylProvider   *provider,
                                     const char * const  *found)
{
  gboolean is_same = self->provider != NULL && provider != NULL
                     && g_str_equal (self->provider->id, provider->id);

  if (!is_same)
    {
      g_clear_pointer (&self->provider, byl_provider_free);
      self->provider = provider != NULL ? byl_provider_copy (provider) : NULL;
      g_hash_table_remove_all (self->chosen);
    }

  g_ptr_array_set_size (self->names, 0);

  for (guint i = 0; found != NULL && found[i] != NULL; i++)
    add_name (self, found[i]);

  for (guint i = 0; found == NULL && provider != NULL && i < provider->models->len; i++)
    add_name (self, ((BylProviderModel *) g_ptr_array_index (provider->models, i))->id);

  for (GList *name = g_hash_table_get_keys (self->chosen); name != NULL;
       name = g_list_delete_link (name, name))
    add_name (self, name->data);

  if (!is_same && gtk_editable_get_text (self->entry)[0] != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    fill (self);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * byl_writer_choice_list_dup_chosen:
 * @self: a list
 *
 * What stands in the entry is a name as well where nothing else is chosen.
 *
 * Returns: (transfer full) (element-type utf8): the names of the chosen models, as the server calls
 *   them
 */
GPtrArray *
byl_writer_choice_list_dup_chosen (BylWriterChoiceList *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *typed = dup_typed (self);

  for (guint i = 0; i < self->names->len; i++)
    if (g_hash_table_contains (self->chosen, self->names->pdata[i]))
      g_ptr_array_add (chosen, g_strdup (self->names->pdata[i]));

  if (chosen->len == 0 && typed[0] != '\0')
    g_ptr_array_add (chosen, g_steal_pointer (&typed));

  return chosen;
}
