/* byl-tell-key.h: what the shapes on the bars of tells stand for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_TELL_KEY (byl_tell_key_get_type ())
G_DECLARE_FINAL_TYPE (BylTellKey, byl_tell_key, BYL, TELL_KEY, AdwBin)

G_END_DECLS
