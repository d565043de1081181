/* byl-catalogue-words.h: what there is to say of a pack that can be fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-entry.h"

G_BEGIN_DECLS

char *byl_catalogue_words_dup_facts    (BylCatalogueEntry *entry);
char *byl_catalogue_words_dup_writers  (BylCatalogueEntry *entry);
char *byl_catalogue_words_dup_license  (BylCatalogueEntry *entry);
char *byl_catalogue_words_dup_origin   (BylCatalogueEntry *entry);
char *byl_catalogue_words_dup_progress (BylCatalogueEntry *entry);

G_END_DECLS
