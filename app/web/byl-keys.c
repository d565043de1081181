/* byl-keys.c: where keys are kept: in the desktop's keyring, or for this run only
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-keys.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

struct _BylKeys
{
  GObject parent_instance;

  GHashTable *this_run; /* origin → key */
  GHashTable *keyring;  /* origins that the keyring is known to have a key for */
};

G_DEFINE_FINAL_TYPE (BylKeys, byl_keys, G_TYPE_OBJECT)

/* Whose key, and which: of one task. */
typedef struct
{
  char *origin;
  char *variable; /* (nullable): may hold a key for this very origin */
  char *key;      /* (nullable): that is to be stored */
} Wanted;

static const SecretSchema schema = {
  APPLICATION_ID ".Key",
  SECRET_SCHEMA_NONE,
  { { "origin", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

static void
free_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->origin);
  g_free (wanted->variable);
  byl_key_free (wanted->key);
  g_free (wanted);
}

static gboolean
has_variable (const char *variable)
{
  const char *value = variable != NULL ? g_getenv (variable) : NULL;

  return value != NULL && *value != '\0';
}

static Wanted *
make_wanted (const BylProvider  *provider,
             const char         *address,
             GError            **error)
{
  g_autofree char *origin = byl_provider_dup_key_origin (provider, address, error);
  Wanted *wanted;

  if (origin == NULL)
    return NULL;

  wanted = g_new0 (Wanted, 1);
  wanted->variable = g_strdup (byl_provider_find_variable (provider, origin));
  wanted->origin = g_steal_pointer (&origin);

  return wanted;
}

static GTask *
make_task (BylKeys             *self,
           gpointer             tag,
           const BylProvider   *provider,
           const char          *address,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Wanted *wanted = make_wanted (provider, address, &error);

  g_task_set_source_tag (task, tag);
  if (wanted == NULL)
    {
      g_task_return_error (task, error);
      return NULL;
    }

  g_task_set_task_data (task, wanted, free_wanted);

  return g_steal_pointer (&task);
}

static void
byl_keys_finalize (GObject *object)
{
  BylKeys *self = BYL_KEYS (object);

  g_hash_table_unref (self->this_run);
  g_hash_table_unref (self->keyring);

  G_OBJECT_CLASS (byl_keys_parent_class)->finalize (object);
}

static void
byl_keys_class_init (BylKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_keys_finalize;
}

static void
byl_keys_init (BylKeys *self)
{
  self->this_run = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) byl_key_free);
  self->keyring = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * byl_keys_new:
 *
 * Returns: (transfer full): keys, of which none is known yet
 */
BylKeys *
byl_keys_new (void)
{
  return g_object_new (BYL_TYPE_KEYS, NULL);
}

/**
 * byl_keys_where:
 * @self: keys
 * @provider: a provider
 * @address: (nullable): the address that is asked; else that of the provider
 *
 * Says where the key would come from, as far as it is known without asking the keyring:
 * byl_keys_lookup_async() asks it.
 *
 * Returns: where the key is
 */
BylKeyPlace
byl_keys_where (BylKeys           *self,
                const BylProvider *provider,
                const char        *address)
{
  g_autofree char *origin = NULL;

  g_return_val_if_fail (BYL_IS_KEYS (self), BYL_KEY_NONE);

  origin = byl_provider_dup_key_origin (provider, address, NULL);
  if (origin == NULL)
    return BYL_KEY_NONE;

  if (g_hash_table_contains (self->this_run, origin))
    return BYL_KEY_THIS_RUN;
  if (g_hash_table_contains (self->keyring, origin))
    return BYL_KEY_IN_KEYRING;

  return has_variable (byl_provider_find_variable (provider, origin)) ? BYL_KEY_ENVIRONMENT
                                                                      : BYL_KEY_NONE;
}

static void
return_variable (GTask *task)
{
  Wanted *wanted = g_task_get_task_data (task);
  GError *error = NULL;
  char *key = NULL;

  if (has_variable (wanted->variable))
    key = byl_key_tidy (g_getenv (wanted->variable), &error);

  if (error == NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) byl_key_free);
  else
    {
      g_clear_error (&error);
      g_task_return_new_error (task, BYL_ERROR, BYL_ERROR_KEY,
                               /* Translators: the name of a variable of the environment */
                               _("What the variable “%s” holds is no key: it has spaces, line "
                                 "breaks or special characters in it."), wanted->variable);
    }
}

/* A desktop without a keyring, or one that stays locked, has no key: that is no error. */
static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylKeys *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);
  char *key = secret != NULL ? byl_key_tidy (secret, NULL) : NULL;

  secret_password_free (secret);

  if (key != NULL)
    g_hash_table_add (self->keyring, g_strdup (wanted->origin));
  else
    g_hash_table_remove (self->keyring, wanted->origin);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) byl_key_free);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    return_variable (task);
}

/**
 * byl_keys_lookup_async:
 * @self: keys
 * @provider: the provider that is to be asked
 * @address: (nullable): the address that is asked; else that of the provider
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks for the key of the very scheme, host and port of the address: what was typed in this run
 * and no keyring took, as it is the newest; then in the keyring; then in the provider's variable of
 * the environment, if the address is the provider's own.
 */
void
byl_keys_lookup_async (BylKeys             *self,
                       const BylProvider   *provider,
                       const char          *address,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *key;
  Wanted *wanted;

  g_return_if_fail (BYL_IS_KEYS (self));

  task = make_task (self, byl_keys_lookup_async, provider, address, cancellable, callback,
                    user_data);
  if (task == NULL)
    return;

  wanted = g_task_get_task_data (task);
  key = g_hash_table_lookup (self->this_run, wanted->origin);
  if (key != NULL)
    {
      g_task_return_pointer (task, g_strdup (key), (GDestroyNotify) byl_key_free);
      return;
    }

  secret_password_lookup (&schema, cancellable, lookup_cb, g_object_ref (task),
                          "origin", wanted->origin, NULL);
}

/**
 * byl_keys_lookup_finish:
 * @self: keys
 * @result: what the callback got
 * @error: return location for an error
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none; %BYL_ERROR_KEY where the variable of the
 * environment holds what cannot be a key; %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the key, to be freed with byl_key_free(); %NULL without an
 *   error where there is none
 */
char *
byl_keys_lookup_finish (BylKeys       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylKeys *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (secret_password_store_finish (result, &error))
    {
      g_hash_table_remove (self->this_run, wanted->origin);
      g_hash_table_add (self->keyring, g_strdup (wanted->origin));
      g_task_return_int (task, BYL_KEY_IN_KEYRING);
      return;
    }

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_task_return_error_if_cancelled (task);
      return;
    }

  g_hash_table_insert (self->this_run, g_strdup (wanted->origin),
                       g_steal_pointer (&wanted->key));
  g_task_return_int (task, BYL_KEY_THIS_RUN);
}

/**
 * byl_keys_store_async:
 * @self: keys
 * @provider: a provider
 * @address: (nullable): the address that is asked; else that of the provider
 * @key: what somebody typed or pasted
 * @cancellable: (nullable): a cancellable
 * @callback: called when the key is kept
 * @user_data: data for @callback
 *
 * Keeps a key for the very scheme, host and port of the address: in the keyring, or where there is
 * none, in memory until the program ends. It is never written into a file of ours.
 */
void
byl_keys_store_async (BylKeys             *self,
                      const BylProvider   *provider,
                      const char          *address,
                      const char          *key,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;
  Wanted *wanted;

  g_return_if_fail (BYL_IS_KEYS (self));

  task = make_task (self, byl_keys_store_async, provider, address, cancellable, callback,
                    user_data);
  if (task == NULL)
    return;

  wanted = g_task_get_task_data (task);
  wanted->key = byl_key_tidy (key, &error);
  if (wanted->key == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, BYL_ERROR, BYL_ERROR_KEY,
                             _("There is no key here. Please type or paste one."));
      g_task_return_error (task, error);
      return;
    }

  /* Translators: how the desktop's own program for passwords shows a key; a server's address */
  label = g_strdup_printf (_("Byline: key for %s"), wanted->origin);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, wanted->key, cancellable,
                         store_cb, g_object_ref (task), "origin", wanted->origin, NULL);
}

/**
 * byl_keys_store_finish:
 * @self: keys
 * @result: what the callback got
 * @reason: (out) (optional) (nullable): return location for a sentence why the key is kept for this
 *   run only, where it is
 * @error: return location for an error
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none; %BYL_ERROR_KEY where the key cannot be one;
 * %G_IO_ERROR_CANCELLED
 *
 * Returns: where the key is now; %BYL_KEY_NONE with @error set
 */
BylKeyPlace
byl_keys_store_finish (BylKeys       *self,
                       GAsyncResult  *result,
                       char         **reason,
                       GError       **error)
{
  g_autoptr(GError) failure = NULL;
  gssize place;

  g_return_val_if_fail (g_task_is_valid (result, self), BYL_KEY_NONE);

  place = g_task_propagate_int (G_TASK (result), &failure);
  if (reason != NULL)
    *reason = NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return BYL_KEY_NONE;
    }

  if (reason != NULL && place == BYL_KEY_THIS_RUN)
    *reason = g_strdup (_("There is no keyring here, or it stays locked. The key is kept in memory "
                          "until you quit Byline, and nowhere else."));

  return (BylKeyPlace) place;
}

static void
forget_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylKeys *self = g_task_get_source_object (task);
  Wanted *wanted = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Where there is no keyring, there is nothing to forget; one that is there may refuse. */
  if (error != NULL && (error->domain == SECRET_ERROR ||
                        g_hash_table_contains (self->keyring, wanted->origin)))
    {
      g_task_return_new_error (task, BYL_ERROR, BYL_ERROR_KEY,
                               _("The keyring did not let go of the key. Please remove it with "
                                 "your desktop’s program for passwords."));
      return;
    }

  g_hash_table_remove (self->keyring, wanted->origin);
  g_task_return_boolean (task, TRUE);
}

/**
 * byl_keys_forget_async:
 * @self: keys
 * @provider: a provider
 * @address: (nullable): the address that is asked; else that of the provider
 * @cancellable: (nullable): a cancellable
 * @callback: called when the key is gone
 * @user_data: data for @callback
 *
 * Forgets the key of the very scheme, host and port of the address, in memory and in the keyring.
 * What the environment has stays there.
 */
void
byl_keys_forget_async (BylKeys             *self,
                       const BylProvider   *provider,
                       const char          *address,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Wanted *wanted;

  g_return_if_fail (BYL_IS_KEYS (self));

  task = make_task (self, byl_keys_forget_async, provider, address, cancellable, callback,
                    user_data);
  if (task == NULL)
    return;

  wanted = g_task_get_task_data (task);
  g_hash_table_remove (self->this_run, wanted->origin);
  secret_password_clear (&schema, cancellable, forget_cb, g_object_ref (task),
                         "origin", wanted->origin, NULL);
}

/**
 * byl_keys_forget_finish:
 * @self: keys
 * @result: what the callback got
 * @error: return location for an error
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none; %BYL_ERROR_KEY where the keyring keeps the
 * key; %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the key is gone
 */
gboolean
byl_keys_forget_finish (BylKeys       *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
