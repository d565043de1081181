/* byl-example-finding.h: examples of a kind of tell from installed packs, found in the background
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-entry.h"
#include "byl-tell-example.h"

G_BEGIN_DECLS

/* Where an example is looked for, and what was found. */
typedef struct
{
  BylPackEntry   *entry;
  char           *writer;  /* id */
  char           *name;    /* of the writer */
  BylTellExample *example; /* (nullable): until it is looked for; it may have no text */
} BylExamplePlace;

BylExamplePlace *byl_example_place_new           (BylPackEntry         *entry,
                                                  const char           *writer,
                                                  const char           *name);
void             byl_example_place_free          (BylExamplePlace      *self);
void             byl_example_finding_start_async (GPtrArray            *places,
                                                  BylTell               tell,
                                                  guint                 n_wanted,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray       *byl_example_finding_start_finish (GAsyncResult        *result,
                                                   GError             **error);

G_END_DECLS
