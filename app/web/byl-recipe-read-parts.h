/* byl-recipe-read-parts.h: the parts of a recipe, each read from its place in the JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reading.h"
#include "byl-recipe-private.h"

G_BEGIN_DECLS

/* In values */
gboolean  byl_recipe_read_boolean  (BylReading *reading,
                                    JsonObject *object,
                                    const char *name);
char    **byl_recipe_read_texts    (BylReading *reading,
                                    JsonObject *object,
                                    const char *name,
                                    guint       minimum,
                                    guint       maximum);
GArray   *byl_recipe_read_value    (BylReading *reading,
                                    JsonObject *object,
                                    const char *name);
BylRecipePath *byl_recipe_read_path (BylReading *reading,
                                     JsonObject *object,
                                     const char *name,
                                     gboolean    may_go_up);

/* In files */
void      byl_recipe_read_files    (BylReading *reading,
                                    JsonObject *object,
                                    BylRecipe  *recipe);

/* In readings */
void      byl_recipe_read_readings (BylReading *reading,
                                    JsonObject *object,
                                    BylRecipe  *recipe);

/* In writers */
void      byl_recipe_read_writers  (BylReading *reading,
                                    JsonObject *object,
                                    BylRecipe  *recipe);

G_END_DECLS
