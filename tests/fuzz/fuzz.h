/* fuzz.h: what a fuzz target gives to its driver
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the driver begins with; ended by NULL. */
extern const char * const fuzz_seeds[];

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

G_END_DECLS
