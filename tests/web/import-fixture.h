/* import-fixture.h: a folder of made-up data, recipes for it, and what becomes of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-import.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"

G_BEGIN_DECLS

/* A folder of its own for each test. */
typedef struct
{
  char            *dir;
  BylImportResult *result; /* (nullable): of the last import */
  BylPack         *pack;   /* (nullable): what it made */
  GError          *error;  /* (nullable): or what it said */
} ImportFixture;

/* A member of an archive; content may hold NULs where length is given. */
typedef struct
{
  const char *path;
  const char *content; /* (nullable): NULL = a link to the file that the path of link says */
  const char *link;    /* (nullable) */
  gsize       length;  /* 0 = of the content's text */
} ImportMember;

void        import_fixture_set_up     (ImportFixture      *self,
                                       gconstpointer       data);
void        import_fixture_tear_down  (ImportFixture      *self,
                                       gconstpointer       data);

GBytes     *import_fixture_quote      (const char         *text);
void        import_fixture_write      (ImportFixture      *self,
                                       const char         *path,
                                       const char         *text);
void        import_fixture_write_raw  (ImportFixture      *self,
                                       const char         *path,
                                       const void         *data,
                                       gsize               length);
GBytes     *import_fixture_pack       (const char         *format,
                                       const char         *filter,
                                       const ImportMember *members,
                                       guint               n_members);
BylRecipe  *import_fixture_recipe     (const char         *members);
BylRecipe  *import_fixture_shipped    (const char         *name);
gboolean    import_fixture_run        (ImportFixture      *self,
                                       BylRecipe          *recipe,
                                       const char         *sources,
                                       const char         *writers);
const char *import_fixture_answer     (ImportFixture      *self,
                                       const char         *question,
                                       const char         *writer);
guint       import_fixture_n_answers  (ImportFixture      *self,
                                       const char         *question);

G_END_DECLS
