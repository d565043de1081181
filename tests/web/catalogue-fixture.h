/* catalogue-fixture.h: a catalogue on an installation of its own, and a server with packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue.h"
#include "download-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  DownloadFixture *download;
  BylCatalogue    *catalogue;
  GString         *changes;   /* of the model: “position-removed+added ” */
  guint            n_addresses_told;
} CatalogueFixture;

CatalogueFixture  *catalogue_fixture_new     (const char           *built_in);
void               catalogue_fixture_free    (CatalogueFixture     *self);
void               catalogue_fixture_reopen  (CatalogueFixture     *self);
void               catalogue_fixture_load    (CatalogueFixture     *self);
gboolean           catalogue_fixture_add     (CatalogueFixture     *self,
                                              const char           *path,
                                              GPtrArray           **problems,
                                              GError              **error);
gboolean           catalogue_fixture_refresh (CatalogueFixture     *self,
                                              GError              **error);
void               catalogue_fixture_serve   (CatalogueFixture     *self,
                                              const char           *path,
                                              const char           *text,
                                              const char           *etag);
void               catalogue_fixture_serve_pack (CatalogueFixture  *self,
                                              const char           *id,
                                              guint                 revision);
void               catalogue_fixture_install (CatalogueFixture     *self,
                                              const char           *id,
                                              guint                 revision);
char              *catalogue_make_list       (FaultServer          *server,
                                              const char           *kind,
                                              const char * const   *lines);
BylCatalogueEntry *catalogue_get_entry       (CatalogueFixture     *self,
                                              guint                 position);
void               catalogue_wait            (CatalogueFixture     *self,
                                              guint                 position,
                                              BylCatalogueState     state);
void               catalogue_assert_state    (CatalogueFixture     *self,
                                              guint                 position,
                                              BylCatalogueState     state);
void               catalogue_assert_changes  (CatalogueFixture     *self,
                                              const char           *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CatalogueFixture, catalogue_fixture_free)

G_END_DECLS
