/* byl-key-group.h: the key for a provider: typed once, and where it is kept from then on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-keys.h"

G_BEGIN_DECLS

#define BYL_TYPE_KEY_GROUP (byl_key_group_get_type ())
G_DECLARE_FINAL_TYPE (BylKeyGroup, byl_key_group, BYL, KEY_GROUP, AdwBin)

gboolean byl_key_group_get_missing  (BylKeyGroup          *self);
void     byl_key_group_set_provider (BylKeyGroup          *self,
                                     BylKeys              *keys,
                                     const BylProvider    *provider,
                                     const char           *address);
void     byl_key_group_take_async   (BylKeyGroup          *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char    *byl_key_group_take_finish  (BylKeyGroup          *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
