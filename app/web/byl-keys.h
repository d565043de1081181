/* byl-keys.h: where keys are kept: in the desktop's keyring, or for this run only
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-key.h"
#include "byl-provider.h"

G_BEGIN_DECLS

/**
 * BylKeyPlace:
 * @BYL_KEY_NONE: there is no key
 * @BYL_KEY_ENVIRONMENT: in a variable of the environment
 * @BYL_KEY_IN_KEYRING: in the desktop's keyring
 * @BYL_KEY_THIS_RUN: in memory, until the program ends
 *
 * Where a key is.
 */
typedef enum
{
  BYL_KEY_NONE,
  BYL_KEY_ENVIRONMENT,
  BYL_KEY_IN_KEYRING,
  BYL_KEY_THIS_RUN,
} BylKeyPlace;

#define BYL_TYPE_KEYS (byl_keys_get_type ())
G_DECLARE_FINAL_TYPE (BylKeys, byl_keys, BYL, KEYS, GObject)

BylKeys     *byl_keys_new           (void);
BylKeyPlace  byl_keys_where         (BylKeys              *self,
                                     const BylProvider    *provider,
                                     const char           *address);

void         byl_keys_lookup_async  (BylKeys              *self,
                                     const BylProvider    *provider,
                                     const char           *address,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char        *byl_keys_lookup_finish (BylKeys              *self,
                                     GAsyncResult         *result,
                                     GError              **error);

void         byl_keys_store_async   (BylKeys              *self,
                                     const BylProvider    *provider,
                                     const char           *address,
                                     const char           *key,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
BylKeyPlace  byl_keys_store_finish  (BylKeys              *self,
                                     GAsyncResult         *result,
                                     char                **reason,
                                     GError              **error);

void         byl_keys_forget_async  (BylKeys              *self,
                                     const BylProvider    *provider,
                                     const char           *address,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean     byl_keys_forget_finish (BylKeys              *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
