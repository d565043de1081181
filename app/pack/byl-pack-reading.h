/* byl-pack-reading.h: where the reader of a pack is, and what it found wrong so far
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "byl-gate.h"
#include "byl-pack-private.h"
#include "byl-problem.h"

G_BEGIN_DECLS

/* A member that an object may have. */
typedef struct
{
  const char *name; /* NULL ends a list */
  gboolean    required;
} BylMember;

/* One step of the way from the root to a value. */
typedef struct
{
  const char *member; /* NULL = the step is into a list */
  guint       item;   /* from 0 */
} BylStep;

typedef struct
{
  BylPack    *pack;
  GPtrArray  *problems; /* (element-type BylProblem) */
  guint       n_errors;

  BylStep     path[BYL_GATE_MAX_DEPTH + 1];
  guint       depth;

  GHashTable *writers;     /* (nullable): from an id to a position; NULL = no list to use */
  GPtrArray  *writer_ids;  /* (nullable): for suggestions; ends in NULL */
  guint       n_suggestions; /* of writers' ids, so far */
  guint      *last_answer; /* (nullable): by writer, the question last answered, from 1 */
} BylReading;

void        byl_reading_enter_member (BylReading         *self,
                                      const char         *name);
JsonNode   *byl_reading_enter_existing (BylReading       *self,
                                      JsonObject         *object,
                                      const char         *name);
void        byl_reading_enter_item   (BylReading         *self,
                                      guint               item);
void        byl_reading_leave        (BylReading         *self);
void        byl_reading_add          (BylReading         *self,
                                      const char         *code,
                                      const char         *suggestion,
                                      const char         *format,
                                      ...) G_GNUC_PRINTF (4, 5);
const char *byl_reading_get_name     (BylReading         *self);

JsonObject *byl_reading_object       (BylReading         *self,
                                      JsonNode           *node,
                                      const BylMember    *members);
JsonObject *byl_reading_member_object (BylReading        *self,
                                      JsonObject         *object,
                                      const char         *name,
                                      const BylMember    *members);
JsonArray  *byl_reading_list         (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name,
                                      guint               minimum,
                                      guint               maximum);
const char *byl_reading_text         (BylReading         *self,
                                      JsonNode           *node,
                                      guint               minimum,
                                      guint               maximum);
const char *byl_reading_member_text  (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name,
                                      guint               minimum,
                                      guint               maximum);
const char *byl_reading_line         (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name);
const char *byl_reading_date         (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name);
const char *byl_reading_address      (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name);
gboolean    byl_reading_integer      (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name,
                                      gint64              minimum,
                                      gint64              maximum,
                                      gint64             *value);
void        byl_reading_amount       (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name);
int         byl_reading_choice       (BylReading         *self,
                                      JsonObject         *object,
                                      const char         *name,
                                      const char * const *choices);

G_END_DECLS
