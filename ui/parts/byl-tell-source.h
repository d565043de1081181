/* byl-tell-source.h: what is measured in a pack, made in the background
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-pack-entry.h"
#include "byl-profile.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_TYPE_TELL_SOURCE (byl_tell_source_get_type ())
G_DECLARE_FINAL_TYPE (BylTellSource, byl_tell_source, BYL, TELL_SOURCE, GObject)

BylTellSource *byl_tell_source_new           (BylPack         *pack,
                                              BylKnownWriters *known,
                                              const char      *lexicons,
                                              const char      *cache);
BylTellSource *byl_tell_source_new_for_entry (BylPackEntry    *entry,
                                              BylKnownWriters *known);
BylPackEntry  *byl_tell_source_get_entry     (BylTellSource   *self);
BylPack       *byl_tell_source_get_pack      (BylTellSource   *self);
BylProfile    *byl_tell_source_get_profile   (BylTellSource   *self);
BylProfile    *byl_tell_source_compare       (BylTellSource   *self,
                                              guint            writer,
                                              guint            other);
gboolean       byl_tell_source_find_writer   (BylTellSource   *self,
                                              const char      *id,
                                              guint           *writer);
BylTells      *byl_tell_source_find_tells    (BylTellSource   *self,
                                              BylReadText     *text,
                                              const char      *prompt);

G_END_DECLS
