/* byl-rival-match.h: giving each card a name of its own
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void byl_rival_match (const double *scores,
                      guint         n_cards,
                      guint         n_names,
                      guint        *names);

void byl_rival_shares (const double *scores,
                       guint         n_cards,
                       guint         n_names,
                       double       *shares);

G_END_DECLS
