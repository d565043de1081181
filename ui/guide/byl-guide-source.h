/* byl-guide-source.h: all that the guide knows: figures of packs, and facts about models
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-file.h"
#include "byl-figures.h"
#include "byl-known-facts.h"
#include "byl-library.h"

G_BEGIN_DECLS

/* The figures of a writer in one pack. */
typedef struct
{
  BylFigures             *figures; /* owned by the source */
  const BylWriterFigures *writer;
} BylGuideFigure;

#define BYL_TYPE_GUIDE_SOURCE (byl_guide_source_get_type ())
G_DECLARE_FINAL_TYPE (BylGuideSource, byl_guide_source, BYL, GUIDE_SOURCE, GObject)

BylGuideSource   *byl_guide_source_new           (BylLibrary       *library,
                                                  BylKnownWriters  *known);
void              byl_guide_source_start         (BylGuideSource   *self);
gboolean          byl_guide_source_get_busy      (BylGuideSource   *self);
GPtrArray        *byl_guide_source_get_figures   (BylGuideSource   *self);
BylLibrary       *byl_guide_source_get_library   (BylGuideSource   *self);
GPtrArray        *byl_guide_source_get_known     (BylGuideSource   *self);
BylKnownWriter   *byl_guide_source_find_known    (BylGuideSource   *self,
                                                  const char       *name);
BylPackEntry     *byl_guide_source_find_entry    (BylGuideSource   *self,
                                                  const char       *pack);
void              byl_guide_source_set_catalogue (BylGuideSource   *self,
                                                  BylCatalogueFile *catalogue);
BylCatalogueFile *byl_guide_source_get_catalogue (BylGuideSource   *self);
GPtrArray        *byl_guide_source_list_offers   (BylGuideSource   *self,
                                                  const char       *name);
GPtrArray        *byl_guide_source_list_packs    (BylGuideSource   *self,
                                                  const char       *name);
GArray           *byl_guide_source_list_writer   (BylGuideSource   *self,
                                                  const char       *name);
GArray           *byl_guide_source_rank_kind     (BylGuideSource   *self,
                                                  BylTell           tell,
                                                  gboolean          least);

G_END_DECLS
