/* byl-recipe-read-files.c: the files that a recipe names, and where they are published
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-read-parts.h"

#include "byl-web-reading.h"

#include <glib/gi18n.h>

#define MAX_FILES 10000u
#define MAX_PATH  1000u

/* The largest size of a file that a recipe may name, in bytes. */
#define MAX_SIZE (G_GINT64_CONSTANT (1) << 40)

static const BylMember file_members[] = {
  { "path", TRUE }, { "address", FALSE }, { "sha256", FALSE }, { "size", FALSE }, { NULL, FALSE },
};

/* A path that stays where it is: relative, with slashes, and nothing that goes up. */
static gboolean
is_tame (const char *path)
{
  g_auto(GStrv) parts = g_strsplit (path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;

  for (; *path != '\0'; path++)
    if ((guchar) *path < 0x20 || *path == '\\' || *path == 0x7f)
      return FALSE;

  return TRUE;
}

static char *
read_path (BylReading *reading,
           JsonObject *object,
           BylRecipe  *recipe,
           guint       position)
{
  const char *path = byl_reading_member_text (reading, object, "path", 1, MAX_PATH);
  gpointer earlier;
  char *kept;

  if (path == NULL)
    return NULL;

  byl_reading_enter_member (reading, "path");
  kept = byl_pack_keep (reading->pack, path);
  if (!is_tame (path))
    byl_reading_add (reading, "bad-file", NULL,
                     _("A file’s path is relative, such as “results/one.json”, with single slashes "
                       "and without “..”."));
  else if (g_hash_table_lookup_extended (recipe->file_places, path, NULL, &earlier))
    /* Translators: a path, and the number of the file in the list, from 1 */
    byl_reading_add (reading, "duplicate-file", NULL,
                     _("“%s” is file %u of the list already. Take one of them out."),
                     path, GPOINTER_TO_UINT (earlier));
  else
    g_hash_table_insert (recipe->file_places, kept, GUINT_TO_POINTER (position + 1));
  byl_reading_leave (reading);

  return kept;
}

/* The path after the base address, each step of it as addresses have it. */
static char *
join_address (BylReading *reading,
              const char *base,
              const char *path)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *joined = g_strconcat (base, escaped, NULL);

  return byl_pack_keep (reading->pack, joined);
}

static void
read_file (BylReading *reading,
           JsonNode   *node,
           BylRecipe  *recipe,
           const char *base,
           guint       position)
{
  JsonObject *object = byl_reading_object (reading, node, file_members);
  BylRecipeFile *file = &recipe->files[position];
  const char *address;
  gint64 size = 0;

  if (object == NULL)
    return;

  file->path = read_path (reading, object, recipe, position);
  address = byl_web_reading_address (reading, object);
  if (address != NULL)
    file->address = byl_pack_keep (reading->pack, address);
  else if (base != NULL && file->path != NULL)
    file->address = join_address (reading, base, file->path);
  file->sha256 = byl_pack_keep (reading->pack, byl_web_reading_sha256 (reading, object));
  byl_reading_integer (reading, object, "size", 0, MAX_SIZE, &size);
  file->size = (guint64) size;
}

static const char *
read_base (BylReading *reading,
           JsonObject *object)
{
  const char *base = byl_web_reading_address (reading, object);

  if (base == NULL || g_str_has_suffix (base, "/"))
    return base;

  byl_reading_enter_member (reading, "address");
  byl_reading_add (reading, "bad-address", NULL,
                   _("The files’ paths follow this address: end it with a slash."));
  byl_reading_leave (reading);

  return NULL;
}

static guint64
add_sizes (const BylRecipe *recipe)
{
  guint64 sum = 0;

  for (guint i = 0; i < recipe->n_files; i++)
    {
      if (recipe->files[i].size == 0)
        return 0;
      sum += recipe->files[i].size;
    }

  return sum;
}

/* The members “address” and “files”. */
void
byl_recipe_read_files (BylReading *reading,
                       JsonObject *object,
                       BylRecipe  *recipe)
{
  const char *base = read_base (reading, object);
  JsonArray *list = byl_reading_list (reading, object, "files", 0, MAX_FILES);

  if (list == NULL)
    return;

  recipe->n_files = json_array_get_length (list);
  recipe->files = byl_pack_allocate (reading->pack, recipe->n_files, sizeof *recipe->files);
  for (guint i = 0; i < recipe->n_files; i++)
    {
      byl_reading_enter_item (reading, i);
      read_file (reading, json_array_get_element (list, i), recipe, base, i);
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);

  recipe->size = add_sizes (recipe);
}
