/* byl-tell-names.h: what families and units of tells are called in the output of commands
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-kind.h"

G_BEGIN_DECLS

const char *byl_tell_names_get_family (BylFamily   family);
const char *byl_tell_names_get_unit   (BylTellUnit unit);

G_END_DECLS
