/* byl-catalogue-entry.h: a pack that can be fetched, and how far that is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-entry.h"

G_BEGIN_DECLS

/**
 * BylCatalogueState:
 * @BYL_CATALOGUE_AVAILABLE: it can be fetched
 * @BYL_CATALOGUE_WAITING: it will be fetched when its turn comes
 * @BYL_CATALOGUE_FETCHING: it is being fetched
 * @BYL_CATALOGUE_IMPORTING: all is there, and a pack is being made of it
 * @BYL_CATALOGUE_INSTALLED: it is installed
 * @BYL_CATALOGUE_UPDATE: an earlier revision is installed, and this one can be fetched
 * @BYL_CATALOGUE_FAILED: it was tried; the error says what to do
 *
 * How far a pack of the catalogue is.
 */
typedef enum
{
  BYL_CATALOGUE_AVAILABLE,
  BYL_CATALOGUE_WAITING,
  BYL_CATALOGUE_FETCHING,
  BYL_CATALOGUE_IMPORTING,
  BYL_CATALOGUE_INSTALLED,
  BYL_CATALOGUE_UPDATE,
  BYL_CATALOGUE_FAILED,
} BylCatalogueState;

#define BYL_TYPE_CATALOGUE_ENTRY (byl_catalogue_entry_get_type ())
G_DECLARE_FINAL_TYPE (BylCatalogueEntry, byl_catalogue_entry, BYL, CATALOGUE_ENTRY, GObject)

const char         *byl_catalogue_entry_get_id             (BylCatalogueEntry *self);
guint               byl_catalogue_entry_get_revision       (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_title          (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_summary        (BylCatalogueEntry *self);
const char * const *byl_catalogue_entry_get_languages      (BylCatalogueEntry *self);
const char * const *byl_catalogue_entry_get_writers        (BylCatalogueEntry *self);
guint               byl_catalogue_entry_get_n_questions    (BylCatalogueEntry *self);
guint64             byl_catalogue_entry_get_size           (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_license        (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_license_note   (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_source_title   (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_source_address (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_requirement    (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_origin         (BylCatalogueEntry *self);
BylCatalogueState   byl_catalogue_entry_get_state          (BylCatalogueEntry *self);
double              byl_catalogue_entry_get_progress       (BylCatalogueEntry *self);
guint64             byl_catalogue_entry_get_bytes_done     (BylCatalogueEntry *self);
const char         *byl_catalogue_entry_get_error          (BylCatalogueEntry *self);
BylPackEntry       *byl_catalogue_entry_get_pack           (BylCatalogueEntry *self);

G_END_DECLS
