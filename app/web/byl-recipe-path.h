/* byl-recipe-path.h: the way to a value in somebody's data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "byl-gate.h"

G_BEGIN_DECLS

/* A step down. */
typedef struct
{
  char     *member; /* name of a member or a column, or the number of an item */
  char     *folded; /* the same, as columns are compared */
  guint     item;   /* its number, from 0; G_MAXUINT = it is none */
  gboolean  any;    /* each member or item; member is NULL */
} BylRecipeStep;

/* A JSON Pointer, or a Relative JSON Pointer, in which “*” stands for each. */
typedef struct
{
  guint          up;    /* how many values up the way begins */
  gboolean       name;  /* it leads to the name of what it leads to, or to its number */
  BylRecipeStep *steps;
  guint          n_steps;
} BylRecipePath;

/* Where in a document one is: the values from the root down. */
typedef struct
{
  JsonNode   *node;
  const char *member; /* (nullable): its name in the one above; NULL = it is an item, or the root */
  guint       item;   /* its number in the one above */
} BylRecipePlace;

typedef struct
{
  BylRecipePlace      places[BYL_GATE_MAX_DEPTH + 2];
  guint               depth;   /* at least 1 */
  const char * const *columns; /* (nullable): the names of a table’s columns; its rows are lists */
  const char * const *folded;  /* (nullable): the same, as byl_recipe_path_fold() has them */
} BylRecipeTrail;

typedef gboolean (*BylRecipeVisit) (BylRecipeTrail *trail,
                                    gpointer        user_data);

BylRecipePath *byl_recipe_path_new      (const char           *text,
                                         gboolean              may_go_up);
void           byl_recipe_path_free     (BylRecipePath        *self);
char          *byl_recipe_path_fold     (const char           *column);
gboolean       byl_recipe_path_each     (const BylRecipePath  *self,
                                         BylRecipeTrail       *trail,
                                         BylRecipeVisit        visit,
                                         gpointer              user_data);
void           byl_recipe_path_search   (const BylRecipePath  *self,
                                         const BylRecipeTrail *trail,
                                         BylRecipeVisit        visit,
                                         gpointer              user_data);
JsonNode      *byl_recipe_path_find     (const BylRecipePath  *self,
                                         const BylRecipeTrail *trail);
char          *byl_recipe_path_dup_name (const BylRecipePath  *self,
                                         const BylRecipeTrail *trail);
gboolean       byl_recipe_trail_is_at   (const BylRecipeTrail *self,
                                         const char           *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecipePath, byl_recipe_path_free)

G_END_DECLS
