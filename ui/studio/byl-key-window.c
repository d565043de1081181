/* byl-key-window.c: the keys for a recording that was made in another run, or with a wrong one
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-key-window.h"

#include "byl-key-group.h"
#include "byl-recording-words.h"

#include <glib/gi18n.h>

struct _BylKeyWindow
{
  AdwWindow            parent_instance;
  AdwPreferencesPage  *page;
  GtkWidget           *done;
  GPtrArray           *groups;      /* not owned: a BylKeyGroup for each server */
  AdwPreferencesGroup *trouble;     /* (nullable): why a key could not be kept */
  guint                n_waiting;   /* keys on their way */
  gboolean             has_failed;
  GCancellable        *cancellable;
};

enum { FINISHED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylKeyWindow, byl_key_window, ADW_TYPE_WINDOW)

static void
say (BylKeyWindow *self,
     const char   *sentence)
{
  if (self->trouble == NULL)
    {
      self->trouble = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      adw_preferences_page_add (self->page, self->trouble);
    }

  adw_preferences_group_add (self->trouble, byl_recording_words_new_trouble (sentence, TRUE));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylKeyWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  char *key = byl_key_group_take_finish (BYL_KEY_GROUP (source), result, &error);

  byl_key_free (key);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->groups == NULL)
    return;

  if (error != NULL)
    {
      self->has_failed = TRUE;
      say (self, error->message);
    }

  if (--self->n_waiting > 0)
    return;

  gtk_widget_set_sensitive (self->done, TRUE);

  if (!self->has_failed)
    {
      g_signal_emit (self, signals[FINISHED], 0);
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
done_cb (BylKeyWindow *self)
{
  if (self->trouble != NULL)
    {
      adw_preferences_page_remove (self->page, self->trouble);
      self->trouble = NULL;
    }

  self->has_failed = FALSE;
  self->n_waiting = self->groups->len;
  gtk_widget_set_sensitive (self->done, FALSE);

  for (guint i = 0; i < self->groups->len; i++)
    byl_key_group_take_async (self->groups->pdata[i], self->cancellable, taken_cb,
                              g_object_ref (self));
}

static void
byl_key_window_dispose (GObject *object)
{
  BylKeyWindow *self = BYL_KEY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_KEY_WINDOW);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (byl_key_window_parent_class)->dispose (object);
}

static void
byl_key_window_class_init (BylKeyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_key_window_dispose;

  /**
   * BylKeyWindow::finished:
   * @self: the window
   *
   * Emitted when all keys that were typed are kept.
   */
  signals[FINISHED] =
    g_signal_new ("finished", BYL_TYPE_KEY_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "studio/byl-key-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylKeyWindow, page);
  gtk_widget_class_bind_template_child (widget_class, BylKeyWindow, done);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
byl_key_window_init (BylKeyWindow *self)
{
  self->groups = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_group (BylKeyWindow      *self,
           BylKeys           *keys,
           const BylProvider *provider,
           const char        *address)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *key = g_object_new (BYL_TYPE_KEY_GROUP, NULL);
  g_autofree char *title = g_markup_escape_text (provider->name, -1);
  g_autofree char *description = g_markup_escape_text (address, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), key);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  byl_key_group_set_provider (BYL_KEY_GROUP (key), keys, provider, address);
  g_ptr_array_add (self->groups, key);
}

/**
 * byl_key_window_has_to_ask:
 * @plan: the plan of a recording
 * @providers: (element-type BylProvider): who can be asked
 *
 * Returns: whether any of its models is asked through a provider, and so perhaps with a key
 */
gboolean
byl_key_window_has_to_ask (const BylRecordingPlan *plan,
                           GPtrArray              *providers)
{
  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = plan->writers->pdata[i];

      if (!writer->pasted && byl_providers_find (providers, writer->provider) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * byl_key_window_new:
 * @parent: (nullable): the window that it is for
 * @plan: the plan of a recording
 * @providers: (element-type BylProvider): who can be asked
 * @keys: where keys are kept
 *
 * Returns: (transfer none): a window with a key for each server of the plan, which is not shown yet
 *   and lives until it is closed
 */
GtkWindow *
byl_key_window_new (GtkWindow              *parent,
                    const BylRecordingPlan *plan,
                    GPtrArray              *providers,
                    BylKeys                *keys)
{
  BylKeyWindow *self = g_object_new (BYL_TYPE_KEY_WINDOW, "transient-for", parent, NULL);
  g_autoptr(GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = plan->writers->pdata[i];
      const BylProvider *provider = byl_providers_find (providers, writer->provider);
      char *origin = !writer->pasted && provider != NULL && writer->address != NULL
                       ? byl_provider_dup_origin (writer->address) : NULL;

      /* A key belongs to a server, whatever models of it are asked. */
      if (origin != NULL && g_hash_table_add (origins, origin))
        add_group (self, keys, provider, writer->address);
    }

  return GTK_WINDOW (self);
}
