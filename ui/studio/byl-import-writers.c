/* byl-import-writers.c: which of the writers that were found take part in a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-writers.h"

#include "byl-import.h"

#include <glib/gi18n.h>

#define MOST_ROWS    12 /* further writers stand below a row of their own */
#define ROWS_A_FRAME 8  /* of those: there may be hundreds */

struct _BylImportWriters
{
  AdwPreferencesGroup  parent_instance;
  GPtrArray           *rows;    /* (element-type GtkWidget): children of the group, not owned */
  AdwExpanderRow      *others;  /* (nullable): one of them */
  GPtrArray           *found;   /* (element-type Writer): all, in the order of the result */
  GHashTable          *kept;    /* (element-type utf8): names of those that take part */
  guint                n_rows;  /* writers that have a row */
  guint                filling; /* tick callback; 0 = none */
};

/* A writer, and how much of it there is. */
typedef struct
{
  char  *name;
  guint  n_answers;
} Writer;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylImportWriters, byl_import_writers, ADW_TYPE_PREFERENCES_GROUP)

static void
free_writer (gpointer data)
{
  Writer *writer = data;

  g_free (writer->name);
  g_free (writer);
}

static void
toggled_cb (GtkSwitch        *toggle,
            GParamSpec       *pspec,
            BylImportWriters *self)
{
  const char *name = g_object_get_data (G_OBJECT (toggle), "name");

  if (gtk_switch_get_active (toggle))
    g_hash_table_add (self->kept, g_strdup (name));
  else
    g_hash_table_remove (self->kept, name);

  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_row (BylImportWriters *self,
         const Writer     *writer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *answers =
    g_strdup_printf (ngettext ("%u answer", "%u answers", writer->n_answers), writer->n_answers);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), writer->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), answers);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), g_hash_table_contains (self->kept, writer->name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, writer->name, -1);
  g_object_set_data_full (G_OBJECT (toggle), "name", g_strdup (writer->name), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);

  return row;
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  BylImportWriters *self = BYL_IMPORT_WRITERS (widget);

  for (guint i = 0; i < ROWS_A_FRAME && self->n_rows < self->found->len; i++)
    adw_expander_row_add_row (self->others, new_row (self, self->found->pdata[self->n_rows++]));

  if (self->n_rows < self->found->len)
    return G_SOURCE_CONTINUE;

  self->filling = 0;

  return G_SOURCE_REMOVE;
}

static void
expanded_cb (BylImportWriters *self)
{
  if (self->filling == 0 && self->n_rows < self->found->len)
    self->filling = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

static void
add_others (BylImportWriters *self)
{
  guint n_others = self->found->len - self->n_rows;
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u further writer", "%u further writers", n_others), n_others);

  self->others = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->others), title);
  g_signal_connect_object (self->others, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, self->others);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->others));
}

static void
clear (BylImportWriters *self)
{
  if (self->filling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->filling);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);

  self->filling = 0;
  self->n_rows = 0;
  self->others = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->found, 0);
  g_hash_table_remove_all (self->kept);
}

static void
byl_import_writers_finalize (GObject *object)
{
  BylImportWriters *self = BYL_IMPORT_WRITERS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->found);
  g_hash_table_unref (self->kept);

  G_OBJECT_CLASS (byl_import_writers_parent_class)->finalize (object);
}

static void
byl_import_writers_class_init (BylImportWritersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_import_writers_finalize;

  /**
   * BylImportWriters::changed:
   * @self: the group
   *
   * Emitted when another choice has been made.
   */
  signals[CHANGED] =
    g_signal_new ("changed", BYL_TYPE_IMPORT_WRITERS, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_import_writers_init (BylImportWriters *self)
{
  self->rows = g_ptr_array_new ();
  self->found = g_ptr_array_new_with_free_func (free_writer);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * byl_import_writers_set_found:
 * @self: the group
 * @writers: (nullable) (element-type BylImportWriter): all that were found, kept ones first
 *
 * Shows the writers, each with a switch that says whether it is kept. Of many the first are shown;
 * the others come with a press.
 */
void
byl_import_writers_set_found (BylImportWriters *self,
                              GPtrArray        *writers)
{
  clear (self);

  for (guint i = 0; writers != NULL && i < writers->len; i++)
    {
      const BylImportWriter *found = writers->pdata[i];
      Writer *writer = g_new0 (Writer, 1);

      writer->name = g_strdup (found->name);
      writer->n_answers = found->n_answers;
      g_ptr_array_add (self->found, writer);

      if (found->kept)
        g_hash_table_add (self->kept, g_strdup (found->name));
    }

  while (self->n_rows < self->found->len && self->n_rows < MOST_ROWS)
    {
      GtkWidget *row = new_row (self, self->found->pdata[self->n_rows++]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }

  if (self->n_rows < self->found->len)
    add_others (self);
}

/**
 * byl_import_writers_get_n:
 * @self: the group
 *
 * Returns: how many writers take part
 */
guint
byl_import_writers_get_n (BylImportWriters *self)
{
  return g_hash_table_size (self->kept);
}

/**
 * byl_import_writers_dup_names:
 * @self: the group
 *
 * Returns: (transfer full): the names of those that take part, in the order in which they were
 *   found
 */
char **
byl_import_writers_dup_names (BylImportWriters *self)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < self->found->len; i++)
    {
      const Writer *writer = self->found->pdata[i];

      if (g_hash_table_contains (self->kept, writer->name))
        g_strv_builder_add (names, writer->name);
    }

  return g_strv_builder_end (names);
}
