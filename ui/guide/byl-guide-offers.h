/* byl-guide-offers.h: packs that can be fetched, as far as the guide tells of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char  *id;          /* of the pack */
  char  *title;       /* in the language of the interface, if there is one in it */
  char **writers;     /* names */
  guint  n_questions; /* 0 = not known */
} BylGuideOffer;

GPtrArray *byl_guide_offers_load (GFile *file);

G_END_DECLS
