/* catalogue-fixture.h: a catalogue of one pack, and a server that may refuse it or keep it back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-catalogue.h"

typedef struct
{
  char              *folder;
  SoupServer        *server;
  SoupServerMessage *held;    /* an answer that is kept back */
  gboolean           hold;    /* whether answers are kept back */
  guint              status;  /* that the pack is answered with */
  guint              n_asked; /* how often anything was asked of the server */
  BylLibrary        *library;
  BylCatalogue      *catalogue;
  GtkWidget         *window;
  GtkWidget         *page;
} CatalogueFixture;

/* With a list as data, that is the catalogue; else it has one pack, “Garden <b>& soil”. */
void     catalogue_fixture_set_up        (CatalogueFixture *fixture,
                                          gconstpointer     user_data);
void     catalogue_fixture_tear_down     (CatalogueFixture *fixture,
                                          gconstpointer     user_data);
void     catalogue_fixture_open_page     (CatalogueFixture *fixture);
gboolean catalogue_fixture_can_press     (CatalogueFixture *fixture,
                                          const char       *label);
void     catalogue_fixture_press         (CatalogueFixture *fixture,
                                          const char       *label);
gboolean catalogue_fixture_can_get       (gpointer          data);
gboolean catalogue_fixture_can_cancel    (gpointer          data);
gboolean catalogue_fixture_can_try_again (gpointer          data);
gboolean catalogue_fixture_can_play      (gpointer          data);
