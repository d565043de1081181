/* byl-round-private.h: what a round is made of
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-round.h"

G_BEGIN_DECLS

struct _BylRound
{
  GObject        parent_instance;
  BylDealtRound *dealt;      /* owned by the deal; as the player has it, kept or about to be */
  GListStore    *names;      /* of BylName */
  GPtrArray     *cards;      /* of BylCard */
  gboolean       solo;
  gboolean       revealed;
  guint          n_unsigned;
  char          *rival_notice; /* (nullable): why the rival has not spoken; NULL = none plays */
};

G_END_DECLS
