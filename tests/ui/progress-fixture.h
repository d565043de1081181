/* progress-fixture.h: a progress page beside a journal of small hand-made games
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-progress-page.h"
#include "journal-fixture.h"

G_BEGIN_DECLS

#define NOON G_GINT64_CONSTANT (1767268800000000) /* 2026-01-01, 12:00 UTC */
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  Fixture     files;
  BylJournal *journal;
  GtkWidget  *window;
  GtkWidget  *page;
} PageFixture;

void      page_set_up     (PageFixture   *fixture,
                           gconstpointer  user_data);
void      page_tear_down  (PageFixture   *fixture,
                           gconstpointer  user_data);
gint64    page_keep_game  (PageFixture   *fixture,
                           BylDeal       *deal);
BylTally *page_tally_all  (PageFixture   *fixture);
BylDeal  *deal_game       (const char    *pack,
                           const char    *title,
                           BylMode        mode,
                           gint64         started);
void      deal_round      (BylDeal       *deal,
                           const char    *names,
                           const char    *writers,
                           const char    *guesses);

G_END_DECLS
