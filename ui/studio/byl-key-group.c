/* byl-key-group.c: the key for a provider: typed once, and where it is kept from then on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-key-group.h"

#include <glib/gi18n.h>

struct _BylKeyGroup
{
  AdwBin        parent_instance;
  GtkEditable  *entry;
  GtkWidget    *forget;
  GtkLabel     *place;
  GtkLabel     *page;

  BylKeys      *keys;
  BylProvider  *provider;
  char         *address;
  char         *trouble;     /* (nullable): what became of the key that was typed or forgotten */
  gboolean      looking;     /* where the key is is being found out */
  GCancellable *cancellable; /* of what is asked about this provider */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylKeyGroup, byl_key_group, ADW_TYPE_BIN)

static BylKeyPlace
get_place (BylKeyGroup *self)
{
  return self->provider != NULL ? byl_keys_where (self->keys, self->provider, self->address)
                                : BYL_KEY_NONE;
}

static char *
describe_place (BylKeyGroup *self,
                BylKeyPlace  place)
{
  switch (place)
    {
    case BYL_KEY_ENVIRONMENT:
      /* Translators: %s is the name of a variable of the environment. */
      return g_strdup_printf (_("The key in the environment variable %s is used."),
                              self->provider->key_variable);

    case BYL_KEY_IN_KEYRING:
      return g_strdup (_("The key is in your keyring. Type another one to replace it."));

    case BYL_KEY_THIS_RUN:
      return g_strdup (_("The key is kept in memory, and is gone when Byline is closed."));

    case BYL_KEY_NONE:
    default:
      return g_strdup (self->provider->needs_key
                         ? _("It will be kept in your keyring, and in no file of Byline’s.")
                         : _("Leave it empty where the server asks for none."));
    }
}

static void
show_page (BylKeyGroup *self,
           BylKeyPlace  place)
{
  gboolean offer = place == BYL_KEY_NONE && self->provider->key_page != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->page), offer);

  if (offer)
    {
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>",
                                                       self->provider->key_page,
                                                       /* Translators: a link to a web page. */
                                                       _("Where to get a key"));

      gtk_label_set_markup (self->page, link);
    }
}

static void
update (BylKeyGroup *self)
{
  BylKeyPlace place;
  g_autofree char *sentence = NULL;

  if (self->provider == NULL)
    return;

  place = get_place (self);
  sentence = describe_place (self, place);
  gtk_label_set_label (self->place, self->trouble != NULL ? self->trouble : sentence);
  gtk_widget_set_visible (self->forget, place == BYL_KEY_IN_KEYRING || place == BYL_KEY_THIS_RUN);
  show_page (self, place);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_trouble (BylKeyGroup *self,
             const char  *sentence)
{
  g_free (self->trouble);
  self->trouble = g_strdup (sentence);
  update (self);
}

static void
typed_cb (BylKeyGroup *self)
{
  g_clear_pointer (&self->trouble, g_free);
  update (self);
}

/* Nothing is done with the key here but to throw it away: now it is known where it is. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylKeyGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  char *key = byl_keys_lookup_finish (BYL_KEYS (source), result, &error);

  byl_key_free (key);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->looking = FALSE;
  set_trouble (self, error != NULL ? error->message : NULL);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(BylKeyGroup) self = user_data;
  g_autoptr(GError) error = NULL;

  byl_keys_forget_finish (BYL_KEYS (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_trouble (self, error != NULL ? error->message : NULL);
}

static void
forget_cb (BylKeyGroup *self)
{
  byl_keys_forget_async (self->keys, self->provider, self->address, self->cancellable,
                         forgotten_cb, g_object_ref (self));
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *key = byl_keys_lookup_finish (BYL_KEYS (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, key, (GDestroyNotify) byl_key_free);
}

static void
look_up (GTask *task)
{
  BylKeyGroup *self = g_task_get_source_object (task);

  byl_keys_lookup_async (self->keys, self->provider, self->address,
                         g_task_get_cancellable (task), taken_cb, task);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylKeyGroup *self = g_task_get_source_object (task);
  g_autofree char *reason = NULL;
  GError *error = NULL;

  byl_keys_store_finish (BYL_KEYS (source), result, &reason, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  gtk_editable_set_text (self->entry, "");
  set_trouble (self, reason);
  look_up (g_steal_pointer (&task));
}

static void
byl_key_group_dispose (GObject *object)
{
  BylKeyGroup *self = BYL_KEY_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_KEY_GROUP);
  g_clear_object (&self->keys);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->provider, byl_provider_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (byl_key_group_parent_class)->dispose (object);
}

static void
byl_key_group_class_init (BylKeyGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_key_group_dispose;

  /**
   * BylKeyGroup::changed:
   * @self: the group
   *
   * Emitted when a key has been typed, found, kept or forgotten.
   */
  signals[CHANGED] =
    g_signal_new ("changed", BYL_TYPE_KEY_GROUP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "studio/byl-key-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BylKeyGroup, entry);
  gtk_widget_class_bind_template_child (widget_class, BylKeyGroup, forget);
  gtk_widget_class_bind_template_child (widget_class, BylKeyGroup, place);
  gtk_widget_class_bind_template_child (widget_class, BylKeyGroup, page);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
byl_key_group_init (BylKeyGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key"),
                                  -1);
}

/**
 * byl_key_group_get_missing:
 * @self: a group
 *
 * Returns: whether the provider wants a key, and there is none, neither kept nor typed
 */
gboolean
byl_key_group_get_missing (BylKeyGroup *self)
{
  return self->provider != NULL && self->provider->needs_key && !self->looking
         && gtk_editable_get_text (self->entry)[0] == '\0' && get_place (self) == BYL_KEY_NONE;
}

/**
 * byl_key_group_set_provider:
 * @self: a group
 * @keys: where keys are kept
 * @provider: a provider
 * @address: its base address, tidy
 *
 * Asks from now on for the key of this provider at this address. What was typed for another is
 * thrown away.
 */
void
byl_key_group_set_provider (BylKeyGroup       *self,
                            BylKeys           *keys,
                            const BylProvider *provider,
                            const char        *address)
{
  BylProvider *copy = byl_provider_copy (provider);
  char *address_copy = g_strdup (address);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->keys, keys);
  g_clear_pointer (&self->provider, byl_provider_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->trouble, g_free);
  self->provider = copy;
  self->address = address_copy;
  self->looking = TRUE;
  gtk_editable_set_text (self->entry, "");
  update (self);
  byl_keys_lookup_async (keys, self->provider, self->address, self->cancellable, found_cb,
                         g_object_ref (self));
}

/**
 * byl_key_group_take_async:
 * @self: a group
 * @cancellable: (nullable): to give up
 * @callback: called when the key is there
 * @user_data: data for @callback
 *
 * Keeps the key that has been typed, if one has been, and finds the one to ask with.
 */
void
byl_key_group_take_async (BylKeyGroup         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  const char *typed = gtk_editable_get_text (self->entry);

  g_task_set_source_tag (task, byl_key_group_take_async);

  if (typed[0] == '\0')
    look_up (g_steal_pointer (&task));
  else
    byl_keys_store_async (self->keys, self->provider, self->address, typed, cancellable,
                          stored_cb, g_steal_pointer (&task));
}

/**
 * byl_key_group_take_finish:
 * @self: the group
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the key, for byl_key_free(); %NULL where there is none, or
 *   with the error set
 */
char *
byl_key_group_take_finish (BylKeyGroup   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
