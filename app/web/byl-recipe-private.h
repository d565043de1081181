/* byl-recipe-private.h: what a recipe says, for those who follow it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recipe.h"
#include "byl-recipe-path.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_DATA_JSON,
  BYL_DATA_JSON_LINES,
  BYL_DATA_CSV,
} BylDataFormat;

typedef enum
{
  BYL_HEADER_AUTO,
  BYL_HEADER_PRESENT,
  BYL_HEADER_ABSENT,
} BylCsvHeader;

typedef enum
{
  BYL_VALUE_PATH,
  BYL_VALUE_CONSTANT,
  BYL_VALUE_FILE_PATH,
  BYL_VALUE_FILE_NAME,   /* without what follows its last point */
  BYL_VALUE_FILE_FOLDER, /* the name of the folder that it is in */
} BylValueKind;

/* Where one thing stands; several are tried in their order. */
typedef struct
{
  BylValueKind   kind;
  BylRecipePath *path;       /* (nullable) */
  BylRecipePath *where;      /* (nullable): from what the path leads to … */
  char          *is;         /* (nullable): … to this text */
  BylRecipePath *take;       /* (nullable): from what the path leads to, to what is meant */
  char          *constant;   /* (nullable) */
} BylRecipeValue;

/* What is read of a record. */
typedef enum
{
  BYL_FIELD_QUESTION, /* the id of a question */
  BYL_FIELD_PROMPT,
  BYL_FIELD_CATEGORY,
  BYL_FIELD_WRITER,
  BYL_FIELD_ANSWER,
  BYL_FIELD_DATE,
  BYL_FIELD_MODEL,    /* as its maker calls it exactly */
  BYL_FIELD_ERROR,
  BYL_N_FIELDS,
} BylRecipeField;

/* How files of one kind are read. */
typedef struct
{
  char          **files;      /* patterns of paths; NULL-terminated */
  BylDataFormat   format;
  BylCsvHeader  header;     /* of CSV */
  guint           min_columns; /* of CSV */
  BylRecipePath  *records;
  char          **except;     /* steps that the last step of records does not stand for */
  GArray         *fields[BYL_N_FIELDS]; /* (nullable) (element-type BylRecipeValue) */
} BylRecipeReading;

typedef struct
{
  char     *id;
  char     *name;
  char     *known;     /* (nullable): its id in the list of known models */
  char     *maker;     /* (nullable) */
  char     *kind;      /* (nullable) */
  char     *released;  /* (nullable) */
  char    **aliases;   /* NULL-terminated, never NULL */
  char    **from;      /* what the data call it; NULL-terminated, never NULL */
  gboolean  keep;
} BylRecipeWriter;

typedef enum
{
  BYL_KEEP_ALL,
  BYL_KEEP_LISTED,
  BYL_KEEP_MARKED,
} BylRecipeKeep;

typedef enum
{
  BYL_REPEATS_FIRST,
  BYL_REPEATS_LAST,
} BylRecipeRepeats;

typedef enum
{
  BYL_TWINS_DROP,  /* all that read alike */
  BYL_TWINS_FIRST, /* all but the first */
  BYL_TWINS_KEEP,
} BylRecipeTwins;

struct _BylRecipe
{
  gatomicrefcount   references;
  BylPack          *head;       /* what its pack says of itself */
  gboolean          generic;
  BylRecipeFile    *files;
  guint             n_files;
  guint64           size;       /* bytes of all files; 0 = not known of each */
  GHashTable       *file_places; /* from a path to its place among the files, from 1 */
  GPtrArray        *readings;   /* (element-type BylRecipeReading) */
  GPtrArray        *writers;    /* (element-type BylRecipeWriter) */
  GHashTable       *sources;    /* from what the data call a writer to its place, from 1 */
  BylRecipeKeep     keep;
  BylRecipeRepeats  repeats;
  BylRecipeTwins    twins;
  char            **marks;      /* texts that stand for a failure; NULL-terminated */
};

/* In the recipe */
BylRecipe              *byl_recipe_new           (void);
GArray                 *byl_recipe_values_new    (void);
void                    byl_recipe_reading_free  (BylRecipeReading       *self);
void                    byl_recipe_writer_free   (BylRecipeWriter        *self);
const BylRecipeWriter  *byl_recipe_find_writer   (const BylRecipe        *self,
                                                  const char             *source);
gboolean                byl_recipe_keeps         (const BylRecipe        *self,
                                                  const BylRecipeWriter  *writer);
const BylRecipeFile    *byl_recipe_find_file     (const BylRecipe        *self,
                                                  const char             *path);
const BylRecipeReading *byl_recipe_find_reading  (const BylRecipe        *self,
                                                  const char             *path);

/* In the matching of paths */
gboolean                byl_recipe_glob_matches  (const char             *pattern,
                                                  const char             *path);

/* In the recognising */
guint                   byl_recipe_get_rank      (const BylRecipe        *self);
gboolean                byl_recipe_reading_fits  (const BylRecipeReading *self,
                                                  const char             *head,
                                                  gsize                   length);

G_END_DECLS
