/* byl-import-private.h: what an import has found so far
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-import.h"
#include "byl-recipe-private.h"

G_BEGIN_DECLS

/* Decoded bytes of one file, and of all answers together. */
#define BYL_IMPORT_MAX_FILE ((gsize) 128 * 1024 * 1024)
#define BYL_IMPORT_MAX_TEXT ((guint64) 512 * 1024 * 1024)

/* No file, no question. */
#define BYL_IMPORT_NONE G_MAXUINT

/* A writer, under whatever names the data have it. */
typedef struct
{
  char                  *id;
  char                  *name;
  const BylRecipeWriter *listed;    /* (nullable): what the recipe says of them */
  guint                  known;     /* place among the known models; BYL_IMPORT_NONE = none */
  gboolean               exact;     /* it is that very model, not one of its family */
  guint                  n_answers; /* that can be used */
  guint                  n_kept;    /* of these, in the pack */
  guint                  rank;      /* in which they first answer in the pack */
  gboolean               kept;
} BylFoundWriter;

/* A question as a record has it. The texts lie in the import's strings. */
typedef struct
{
  const char *id;       /* (nullable) */
  const char *prompt;
  const char *category; /* (nullable) */
} BylFoundQuestion;

typedef struct
{
  guint       question; /* place among the questions of its file; BYL_IMPORT_NONE = by its id */
  const char *id;       /* (nullable): of the question */
  guint       writer;
  char       *text;
  const char *date;     /* (nullable): an ISO 8601 date */
  const char *model;    /* (nullable) */
} BylFoundAnswer;

typedef struct
{
  char   *path;      /* in its folder or archive, as people are told of it */
  char   *whole;     /* with all folders around it, by which it is known; nobody else's business */
  guint   number;    /* in the order in which files were read */
  guint   rank;      /* the recipe's files come in its order, others after them by their paths */
  GArray *questions; /* (element-type BylFoundQuestion) */
  GArray *answers;   /* (element-type BylFoundAnswer) */
} BylFoundFile;

/* A question of the pack to be. */
typedef struct
{
  char       *id;
  const char *prompt;
  const char *category; /* (nullable) */
  GPtrArray  *answers;  /* (element-type BylFoundAnswer), owned by their files */
  gboolean    joined;   /* it stands under several ids */
} BylFoundItem;

typedef struct
{
  const BylRecipe     *recipe;
  const char * const  *only;       /* (nullable): the writers that were asked for */
  gboolean             keep_all;   /* whatever the recipe says */
  GCancellable        *cancellable; /* (nullable) */
  GPtrArray           *known;      /* (element-type BylKnownWriter) */
  GHashTable          *names;      /* from their names and ids, folded, to their places, from 1 */
  GHashTable          *aliases;    /* the same from their aliases, which may be a family's */
  GStringChunk        *strings;    /* short texts and prompts, each once */
  GPtrArray           *writers;    /* (element-type BylFoundWriter) */
  GHashTable          *sources;    /* from what the data call a writer to its place, from 1 */
  GPtrArray           *files;      /* (element-type BylFoundFile) */
  GPtrArray           *items;      /* (nullable) (element-type BylFoundItem): once joined */
  GHashTable          *seen;       /* paths of the recipe's files that were read */
  guint                n_ranks;    /* writers that answer in the pack */
  guint64              n_text;     /* bytes of the answers that are held */
  BylImportResult     *result;
} BylImport;

/* In the writers */
void      byl_import_index_known     (BylImport              *self);
guint     byl_import_find_writer     (BylImport              *self,
                                      const char             *source);
gboolean  byl_import_check_writers   (BylImport              *self,
                                      GError                **error);

/* In the sources */
gboolean  byl_import_read_sources    (BylImport              *self,
                                      GPtrArray              *sources,
                                      GError                **error);

/* A file that is being read. */
typedef struct
{
  BylImport              *import;
  const BylRecipeReading *reading;
  BylFoundFile           *file;
  guint                   n_records;
  gboolean                too_much; /* of answers, all together */
} BylRecords;

/* In the records */
gboolean  byl_records_read_document  (BylRecords             *self,
                                      JsonNode               *root,
                                      const char * const     *columns,
                                      const char * const     *folded);

/* In the formats */
gboolean  byl_import_read_bytes      (BylImport              *self,
                                      const BylRecipeReading *reading,
                                      const char             *path,
                                      const char             *whole,
                                      GBytes                 *bytes,
                                      GError                **error);

/* In the fields */
typedef enum
{
  BYL_FOUND_NOTHING,
  BYL_FOUND_NULL,
  BYL_FOUND_TEXT,
  BYL_FOUND_OTHER,  /* a value that is no text */
} BylFound;

BylFound  byl_import_find_text       (const GArray           *values,
                                      const BylRecipeTrail   *trail,
                                      const BylFoundFile     *file,
                                      gboolean                numbers,
                                      char                  **text);
gboolean  byl_import_find_error      (const GArray           *values,
                                      const BylRecipeTrail   *trail);
char     *byl_import_find_date       (const GArray           *values,
                                      const BylRecipeTrail   *trail,
                                      const BylFoundFile     *file);

/* In the joining */
void      byl_import_join            (BylImport              *self);

/* In the pack */
GBytes   *byl_import_make_pack       (BylImport              *self,
                                      GPtrArray              *sources,
                                      GError                **error);

G_END_DECLS
