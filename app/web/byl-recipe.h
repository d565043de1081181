/* byl-recipe.h: how a published set of answers becomes a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-pack.h"

G_BEGIN_DECLS

/* A file that a recipe reads. */
typedef struct
{
  const char *path;    /* relative, with slashes; readings choose files by it */
  const char *address; /* (nullable): where it is published; NULL = only to be had by hand */
  const char *sha256;  /* (nullable): 64 hexadecimal digits, lower case */
  guint64     size;    /* bytes; 0 = not known */
} BylRecipeFile;

/**
 * BylRecipe:
 *
 * A recipe: immutable, shared by reference, safe to read from any thread. All that the getters
 * return is owned by the recipe.
 */
typedef struct _BylRecipe BylRecipe;

#define BYL_TYPE_RECIPE (byl_recipe_get_type ())

/* Bytes that byl_recipe_recognises() likes to see. */
#define BYL_RECIPE_HEAD (64u * 1024u)

GType                byl_recipe_get_type           (void);
BylRecipe           *byl_recipe_ref                (BylRecipe        *self);
void                 byl_recipe_unref              (BylRecipe        *self);
const char          *byl_recipe_get_id             (const BylRecipe  *self);
guint                byl_recipe_get_revision       (const BylRecipe  *self);
const char          *byl_recipe_get_title          (const BylRecipe  *self);
const char          *byl_recipe_get_summary        (const BylRecipe  *self);
const char          *byl_recipe_get_language       (const BylRecipe  *self);
const char          *byl_recipe_get_license        (const BylRecipe  *self);
const char          *byl_recipe_get_source_title   (const BylRecipe  *self);
const char          *byl_recipe_get_source_address (const BylRecipe  *self);
gboolean             byl_recipe_is_generic         (const BylRecipe  *self);
guint                byl_recipe_get_n_files        (const BylRecipe  *self);
const BylRecipeFile *byl_recipe_get_file           (const BylRecipe  *self,
                                                    guint             position);
guint64              byl_recipe_get_size           (const BylRecipe  *self);
gboolean             byl_recipe_recognises         (const BylRecipe  *self,
                                                    const char       *name,
                                                    GBytes           *head);

BylRecipe           *byl_recipe_read               (GBytes           *bytes,
                                                    GPtrArray        *problems,
                                                    GError          **error);
BylRecipe           *byl_recipe_load               (GFile            *file,
                                                    GPtrArray        *problems,
                                                    GCancellable     *cancellable,
                                                    GError          **error);
GPtrArray           *byl_recipes_load_dir          (GFile            *dir,
                                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecipe, byl_recipe_unref)

G_END_DECLS
