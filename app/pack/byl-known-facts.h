/* byl-known-facts.h: what is known of language models besides their names
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A figure that somebody published. */
typedef struct
{
  char *label;
  char *value;
  char *date;   /* (nullable): an ISO 8601 date */
  char *source; /* (nullable): title of where it was published */
} BylKnownFact;

typedef struct
{
  char       *id;
  char       *name;
  char       *maker;
  char      **aliases;   /* NULL-terminated, never NULL */
  char       *released;  /* (nullable): an ISO 8601 date */
  char       *openness;  /* (nullable): “open weights” or “closed weights” */
  char      **available; /* where it can be used; NULL-terminated, never NULL */
  GPtrArray  *facts;     /* (element-type BylKnownFact) */
} BylKnownWriter;

GPtrArray *byl_known_facts_load (GFile                *file,
                                 GError              **error);
gboolean   byl_known_writer_is  (const BylKnownWriter *self,
                                 const char           *name);

G_END_DECLS
