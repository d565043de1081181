/* byl-rival-fit.h: the weights that tell writers apart best
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-rival-matrix.h"

G_BEGIN_DECLS

gboolean byl_rival_fit (const BylRivalMatrix *matrix,
                        const guint          *classes,
                        guint                 n_classes,
                        guint                 n_columns,
                        guint                 stride,
                        float                *weights,
                        GCancellable         *cancellable);

G_END_DECLS
