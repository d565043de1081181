/* byl-error.c: the quark of BylError
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"

G_DEFINE_QUARK (byl-error-quark, byl_error)
