/* byl-pack-read-parts.h: the parts of a pack, each read from its place in the JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reading.h"

G_BEGIN_DECLS

/* In parts */
BylLocalized  *byl_pack_read_localized  (BylReading *reading,
                                         JsonObject *object,
                                         const char *name);
BylSource     *byl_pack_read_source     (BylReading *reading,
                                         JsonObject *object);
BylProvenance *byl_pack_read_provenance (BylReading *reading,
                                         JsonObject *object);
void           byl_pack_read_authors    (BylReading *reading,
                                         JsonObject *object);

/* In head */
void           byl_pack_read_head       (BylReading *reading,
                                         JsonObject *object);

/* In writers */
void           byl_pack_read_writers    (BylReading *reading,
                                         JsonObject *object);

/* In questions */
void           byl_pack_read_questions  (BylReading *reading,
                                         JsonObject *object);

G_END_DECLS
