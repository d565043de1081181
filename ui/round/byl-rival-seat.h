/* byl-rival-seat.h: the rival takes its seat at a table
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"
#include "byl-table.h"

G_BEGIN_DECLS

void byl_rival_seat_take (BylTable   *table,
                          BylLibrary *library);

G_END_DECLS
