/* byl-catalogue-window.c: further catalogues: adding one by its address, and taking them away
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-window.h"

#include "byl-problem.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 15 /* time enough to get to the button by the keyboard */

struct _BylCatalogueWindow
{
  AdwWindow            parent_instance;
  AdwToastOverlay     *toasts;
  GtkSpinner          *spinner;
  AdwEntryRow         *address;
  GtkWidget           *add;
  GtkLabel            *trouble;
  AdwPreferencesGroup *group;

  BylCatalogue        *catalogue;
  GCancellable        *cancellable;
  GPtrArray           *rows;     /* (element-type GtkWidget): of the group, not owned */
  GHashTable          *removing; /* addresses that go when their toast has gone */
  gboolean             adding;
};

G_DEFINE_FINAL_TYPE (BylCatalogueWindow, byl_catalogue_window, ADW_TYPE_WINDOW)

static void show_addresses (BylCatalogueWindow *self);

static void
set_trouble (BylCatalogueWindow *self,
             const char         *sentence)
{
  gtk_label_set_label (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);

  if (sentence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->address),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
}

/* Nobody is told off before having typed as far as the host. */
static gboolean
is_begun (const char *text)
{
  return *text == '\0' || g_str_has_prefix ("https://", text) || g_str_has_prefix ("http://", text);
}

static void
changed_cb (BylCatalogueWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) address = byl_web_address_parse (text, &error);

  gtk_widget_set_sensitive (self->add, address != NULL && !self->adding);
  set_trouble (self, address == NULL && !is_begun (text) ? error->message : NULL);
}

static void
say (BylCatalogueWindow *self,
     const char         *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
set_adding (BylCatalogueWindow *self,
            gboolean            adding)
{
  self->adding = adding;
  gtk_spinner_set_spinning (self->spinner, adding);
  gtk_editable_set_editable (GTK_EDITABLE (self->address), !adding);
  gtk_widget_set_sensitive (self->add, !adding);
}

/* What is under way does not hold the window, which would outlive its parent: it is given up when
 * the window goes, and what is given up ends in nothing but that error. */
static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  BylCatalogueWindow *self = user_data;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean added = byl_catalogue_add_address_finish (BYL_CATALOGUE (source), result, &problems,
                                                     &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_adding (self, FALSE);

  if (added)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->address), "");
      show_addresses (self);
      say (self, _("The catalogue was added."));
      return;
    }

  if (problems != NULL && problems->len > 0)
    {
      g_autofree char *first = byl_problem_to_text (problems->pdata[0], "");

      sentence = g_strdup_printf ("%s\n%s", error->message, first);
    }

  set_trouble (self, sentence != NULL ? sentence : error->message);
}

static void
add_cb (BylCatalogueWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->address));
  g_autofree char *address = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) parsed = byl_web_address_parse (address, &error);

  if (self->adding)
    return;

  if (parsed == NULL)
    {
      set_trouble (self, error->message);
      return;
    }

  if (g_hash_table_remove (self->removing, address))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->address), "");
      show_addresses (self);
      return;
    }

  set_trouble (self, NULL);
  set_adding (self, TRUE);
  byl_catalogue_add_address_async (self->catalogue, address, self->cancellable, added_cb,
                                   self);
}

static void
undo_cb (AdwToast           *toast,
         BylCatalogueWindow *self)
{
  g_hash_table_remove (self->removing, g_object_get_data (G_OBJECT (toast), "address"));
  show_addresses (self);
}

static void
dismissed_cb (AdwToast           *toast,
              BylCatalogueWindow *self)
{
  g_autofree char *address = g_strdup (g_object_get_data (G_OBJECT (toast), "address"));

  if (!g_hash_table_remove (self->removing, address))
    return;

  byl_catalogue_remove_address (self->catalogue, address);
  show_addresses (self);
}

/* What is taken away is still there until nobody can want it back. */
static void
remove_cb (GtkButton          *button,
           BylCatalogueWindow *self)
{
  const char *address = g_object_get_data (G_OBJECT (button), "address");
  AdwToast *toast = adw_toast_new (_("Catalogue removed"));

  g_hash_table_add (self->removing, g_strdup (address));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "address", g_strdup (address), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
  show_addresses (self);
}

static GtkWidget *
new_row (BylCatalogueWindow *self,
         const char         *address)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the address of a catalogue on the web. */
  g_autofree char *name = g_strdup_printf (_("Remove %s"), address);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), address);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "address", g_strdup (address), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_addresses (BylCatalogueWindow *self)
{
  const char * const *addresses = byl_catalogue_get_addresses (self->catalogue);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);

  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    {
      GtkWidget *row;

      if (g_hash_table_contains (self->removing, addresses[i]))
        continue;

      row = new_row (self, addresses[i]);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
}

static gboolean
byl_catalogue_window_close_request (GtkWindow *window)
{
  BylCatalogueWindow *self = BYL_CATALOGUE_WINDOW (window);
  g_autofree char **addresses =
    (char **) g_hash_table_get_keys_as_array (self->removing, NULL);

  for (guint i = 0; addresses[i] != NULL; i++)
    byl_catalogue_remove_address (self->catalogue, addresses[i]);

  g_hash_table_remove_all (self->removing);

  return GTK_WINDOW_CLASS (byl_catalogue_window_parent_class)->close_request (window);
}

static void
byl_catalogue_window_dispose (GObject *object)
{
  BylCatalogueWindow *self = BYL_CATALOGUE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_CATALOGUE_WINDOW);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (byl_catalogue_window_parent_class)->dispose (object);
}

static void
byl_catalogue_window_finalize (GObject *object)
{
  BylCatalogueWindow *self = BYL_CATALOGUE_WINDOW (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->removing);

  G_OBJECT_CLASS (byl_catalogue_window_parent_class)->finalize (object);
}

static void
byl_catalogue_window_class_init (BylCatalogueWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_catalogue_window_dispose;
  object_class->finalize = byl_catalogue_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = byl_catalogue_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-catalogue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, address);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, add);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, BylCatalogueWindow, group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
byl_catalogue_window_init (BylCatalogueWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  self->removing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_catalogue_window_new:
 * @parent: (nullable): the window that it belongs to
 * @catalogue: what is added to
 *
 * Returns: (transfer none): a window that lives until it is closed
 */
GtkWindow *
byl_catalogue_window_new (GtkWindow    *parent,
                          BylCatalogue *catalogue)
{
  BylCatalogueWindow *self =
    g_object_new (BYL_TYPE_CATALOGUE_WINDOW, "transient-for", parent, NULL);

  self->catalogue = g_object_ref (catalogue);
  show_addresses (self);

  return GTK_WINDOW (self);
}
