/* byl-import.h: from published files to a pack, as a recipe says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recipe.h"

G_BEGIN_DECLS

/* A file, an archive or a folder to import from. */
typedef struct
{
  char  *name; /* (nullable): the path that a recipe has for it; NULL = the file's own name */
  GFile *file;
} BylImportSource;

/* A writer that was found in the files. */
typedef struct
{
  char     *name;
  char     *id;        /* as the pack has it */
  guint     n_answers; /* that can be used, whether kept or not */
  gboolean  kept;
} BylImportWriter;

/**
 * BylImportResult:
 *
 * What came of an import: a pack, and what was left out of it.
 */
typedef struct
{
  GBytes    *pack;          /* a pack as JSON, which byl_pack_read() reads */
  char      *id;            /* of the pack */
  char      *title;         /* of the pack, in the player's language */
  GPtrArray *writers;       /* (element-type BylImportWriter): all that were found, kept first */
  guint      n_files;       /* that were read */
  guint      n_questions;   /* in the pack */
  guint      n_answers;     /* in the pack */

  /* What was left out: */
  guint      n_errors;      /* answers that their source marks as failed */
  guint      n_empty;       /* answers without any text */
  guint      n_marked;      /* answers that are nothing but a mark of failure */
  guint      n_twins;       /* answers that another writer gave word for word */
  guint      n_too_long;    /* answers or questions of over 200,000 characters */
  guint      n_repeats;     /* further answers of a writer to a question it has answered */
  guint      n_broken;      /* lines that are no JSON */
  guint      n_incomplete;  /* records without a question, a writer or an answer as text */
  guint      n_unmatched;   /* answers to questions that no file has */
  guint      n_lonely;      /* questions that fewer than two of the kept writers answered */
  guint      n_other;       /* answers of writers that are not kept */
  guint      n_joined;      /* questions that stand in several files, and were put together */
  guint      n_missing;     /* files of the recipe that were not there, where others of it were */
  guint      n_strange;     /* files that the recipe has no use for */
} BylImportResult;

#define BYL_TYPE_IMPORT_RESULT (byl_import_result_get_type ())

BylImportSource *byl_import_source_new  (const char      *name,
                                         GFile           *file);
void             byl_import_source_free (BylImportSource *self);

void             byl_import_writer_free (BylImportWriter *self);

GType            byl_import_result_get_type      (void);
BylImportResult *byl_import_result_copy          (const BylImportResult *self);
void             byl_import_result_free          (BylImportResult       *self);
char           **byl_import_result_dup_sentences (const BylImportResult *self);

BylImportResult *byl_import_run        (BylRecipe            *recipe,
                                        GPtrArray            *sources,
                                        const char * const   *writers,
                                        GCancellable         *cancellable,
                                        GError              **error);
void             byl_import_run_async  (BylRecipe            *recipe,
                                        GPtrArray            *sources,
                                        const char * const   *writers,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
BylImportResult *byl_import_run_finish (GAsyncResult         *result,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylImportSource, byl_import_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylImportResult, byl_import_result_free)

G_END_DECLS
