/* byl-import-sources.c: files, folders and archives, one file at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-archive.h"
#include "byl-error.h"
#include "byl-load.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_DEPTH   16u
#define MAX_FILES   200000u
#define HEAD        1024u
#define HASH_PIECE  (64u * 1024u)

typedef struct
{
  BylImport  *import;
  const char *around; /* the folders around what is read, with a slash behind each; or "" */
  guint       n_files;
} Walk;

static gboolean
refuse_file (const char  *path,
             gboolean     size,
             GError     **error)
{
  if (size)
    g_set_error (error, BYL_ERROR, BYL_ERROR_HASH,
                 /* Translators: a file’s name */
                 _("“%s” is not the file that was published: its size is another. Fetch it again."),
                 path);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_HASH,
                 /* Translators: a file’s name */
                 _("“%s” is not the file that was published: its checksum is another. Fetch it "
                   "again."),
                 path);

  return FALSE;
}

/* Whether a file that the recipe names is the one that it means. */
static gboolean
check_published (BylImport   *self,
                 const char  *path,
                 const char  *whole,
                 GBytes      *bytes,
                 GError     **error)
{
  const BylRecipeFile *file = byl_recipe_find_file (self->recipe, whole);
  g_autofree char *hash = NULL;

  if (file == NULL)
    return TRUE;

  if (file->size > 0 && g_bytes_get_size (bytes) != file->size)
    return refuse_file (path, TRUE, error);

  if (file->sha256 != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (hash != NULL && !g_str_equal (hash, file->sha256))
    return refuse_file (path, FALSE, error);

  g_hash_table_add (self->seen, (char *) file->path);

  return TRUE;
}

/* Windows begins UTF-8 with a mark that JSON does not have. */
static GBytes *
pass_mark (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_bytes_new_from_bytes (bytes, 3, length - 3);

  return g_bytes_ref (bytes);
}

static gboolean
take_plain (BylImport               *self,
            const BylRecipeReading  *reading,
            const char              *path,
            const char              *whole,
            GBytes                  *bytes,
            GError                 **error)
{
  g_autoptr(GBytes) content = pass_mark (bytes);

  return byl_import_read_bytes (self, reading, path, whole, content, error);
}

/* What lies in an archive and is compressed once more. */
static gboolean
take_compressed (BylImport   *self,
                 const char  *path,
                 GBytes      *bytes,
                 GError     **error)
{
  g_autofree char *inner = byl_archive_dup_inner (path);
  const BylRecipeReading *reading = byl_recipe_find_reading (self->recipe, inner);
  g_autoptr(BylArchive) archive = byl_archive_open_bytes (bytes, path, error);
  g_autoptr(GError) archive_error = NULL;
  g_autoptr(GBytes) content = NULL;
  const char *member;

  if (archive == NULL)
    return FALSE;

  if (!byl_archive_next (archive, &member, &archive_error))
    {
      if (archive_error == NULL)
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&archive_error));
      return FALSE;
    }

  content = byl_archive_read (archive, BYL_IMPORT_MAX_FILE, error);
  if (content == NULL || !check_published (self, inner, inner, content, error))
    return FALSE;

  return reading == NULL || take_plain (self, reading, inner, inner, content, error);
}

static gboolean
is_compressed (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length > 0 && byl_archive_is ("", data, MIN (length, HEAD));
}

/* Whether the recipe has a use for a file of that path, compressed or not. */
static gboolean
is_wanted (BylImport  *self,
           const char *path)
{
  g_autofree char *inner = byl_archive_dup_inner (path);

  return byl_recipe_find_reading (self->recipe, path) != NULL ||
         byl_recipe_find_reading (self->recipe, inner) != NULL;
}

static gboolean
take_member (BylImport   *self,
             const char  *path,
             const char  *whole,
             GBytes      *bytes,
             GError     **error)
{
  const BylRecipeReading *reading = byl_recipe_find_reading (self->recipe, whole);

  if (!check_published (self, path, whole, bytes, error))
    return FALSE;

  if (is_compressed (bytes))
    return take_compressed (self, path, bytes, error);

  return reading == NULL || take_plain (self, reading, path, whole, bytes, error);
}

static gboolean
read_archive (BylImport     *self,
              GInputStream  *stream,
              const char    *path,
              const char    *whole,
              GError       **error)
{
  g_autoptr(BylArchive) archive = byl_archive_open (stream, path, self->cancellable, error);
  g_autofree char *inner = byl_archive_dup_inner (path);
  g_autofree char *whole_inner = byl_archive_dup_inner (whole);
  g_autoptr(GError) archive_error = NULL;
  const char *member;

  if (archive == NULL)
    return FALSE;

  while (byl_archive_next (archive, &member, &archive_error))
    {
      g_autoptr(GBytes) bytes = NULL;
      const char *whole_member;

      /* A file that is only compressed lies where the archive does. */
      whole_member = g_str_equal (member, inner) ? whole_inner : member;
      if (!is_wanted (self, whole_member))
        {
          self->result->n_strange++;
          continue;
        }

      bytes = byl_archive_read (archive, BYL_IMPORT_MAX_FILE, error);
      if (bytes == NULL || !take_member (self, member, whole_member, bytes, error))
        return FALSE;
    }

  if (archive_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&archive_error));

  return FALSE;
}

/* The way in which a file that somebody named is read, though its name says nothing. */
static const BylRecipeReading *
find_fitting (BylImport  *self,
              const char *path,
              GBytes     *bytes)
{
  const BylRecipeReading *reading = byl_recipe_find_reading (self->recipe, path);
  GPtrArray *readings = self->recipe->readings;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; length > 0 && reading == NULL && i < readings->len; i++)
    if (byl_recipe_reading_fits (g_ptr_array_index (readings, i), data,
                                 MIN (length, BYL_RECIPE_HEAD)))
      reading = g_ptr_array_index (readings, i);

  return reading == NULL && readings->len == 1 ? g_ptr_array_index (readings, 0) : reading;
}

/* Where the file as a whole is one that the recipe names, its checksum is that of the archive. */
static gboolean
check_archive (BylImport     *self,
               GInputStream  *stream,
               const char    *path,
               const char    *whole,
               GError       **error)
{
  const BylRecipeFile *file = byl_recipe_find_file (self->recipe, whole);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (HASH_PIECE);
  guint64 size = 0;
  gssize n_read;

  if (file == NULL)
    return TRUE;

  while ((n_read = g_input_stream_read (stream, piece, HASH_PIECE, self->cancellable, error)) > 0)
    {
      g_checksum_update (checksum, piece, n_read);
      size += (guint64) n_read;
    }
  if (n_read < 0 || !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error))
    return FALSE;

  if (file->size > 0 && size != file->size)
    return refuse_file (path, TRUE, error);
  if (file->sha256 != NULL && !g_str_equal (g_checksum_get_string (checksum), file->sha256))
    return refuse_file (path, FALSE, error);

  g_hash_table_add (self->seen, (char *) file->path);

  return TRUE;
}

/* A regular file, opened, and what it begins with. Anything else byl_load_file() refuses in
 * words. */
static GFileInputStream *
open_file (BylImport *self,
           GFile     *file,
           guint8    *head,
           gsize     *length)
{
  g_autoptr(GFileInputStream) stream = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, self->cancellable) !=
      G_FILE_TYPE_REGULAR)
    return NULL;

  stream = g_file_read (file, self->cancellable, NULL);
  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD, length, self->cancellable,
                                NULL) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, NULL))
    return NULL;

  return g_steal_pointer (&stream);
}

/* One file on disk. @named: somebody named this very file. */
static gboolean
read_file (Walk        *walk,
           GFile       *file,
           const char  *path,
           gboolean     named,
           GError     **error)
{
  BylImport *self = walk->import;
  g_autofree char *whole = g_strconcat (walk->around, path, NULL);
  const BylRecipeReading *reading;
  guint8 head[HEAD];
  gsize length = 0;
  g_autoptr(GFileInputStream) stream = open_file (self, file, head, &length);
  g_autoptr(GBytes) bytes = NULL;

  if (stream != NULL && byl_archive_is (path, head, length))
    return check_archive (self, G_INPUT_STREAM (stream), path, whole, error) &&
           read_archive (self, G_INPUT_STREAM (stream), path, whole, error);

  if (!named && !is_wanted (self, whole))
    {
      self->result->n_strange++;
      return TRUE;
    }

  bytes = byl_load_file (file, BYL_IMPORT_MAX_FILE, self->cancellable, error);
  if (bytes == NULL || !check_published (self, path, whole, bytes, error))
    return FALSE;

  reading = find_fitting (self, whole, bytes);
  if (reading != NULL)
    return take_plain (self, reading, path, whole, bytes, error);

  self->result->n_strange++;

  return TRUE;
}

static gboolean read_folder (Walk        *walk,
                             GFile       *folder,
                             const char  *path,
                             guint        depth,
                             GError     **error);

/* Links are not followed: they may lead anywhere, and round in circles. */
static gboolean
read_child (Walk        *walk,
            GFile       *child,
            GFileInfo   *info,
            const char  *folder,
            guint        depth,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (g_file_info_get_name (info));
  g_autofree char *path = *folder != '\0' ? g_strjoin ("/", folder, name, NULL) : g_strdup (name);

  if (++walk->n_files > MAX_FILES)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SIZE,
                           _("There are more files in this folder than can be looked at. Choose "
                             "the folder in it that has the answers."));
      return FALSE;
    }

  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_DIRECTORY:
      return depth == MAX_DEPTH || read_folder (walk, child, path, depth + 1, error);
    case G_FILE_TYPE_REGULAR:
      return read_file (walk, child, path, FALSE, error);
    default:
      return TRUE;
    }
}

static gboolean
read_folder (Walk        *walk,
             GFile       *folder,
             const char  *path,
             guint        depth,
             GError     **error)
{
  g_autoptr(GFileEnumerator) children =
    g_file_enumerate_children (folder,
                               G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, walk->import->cancellable,
                               error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;

  while (TRUE)
    {
      if (!g_file_enumerator_iterate (children, &info, &child, walk->import->cancellable, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (!read_child (walk, child, info, path, depth, error))
        return FALSE;
    }
}

/* The path of a folder, with a slash behind it and none before, for patterns to be matched with. */
static char *
dup_around (GFile *folder)
{
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;

  if (shown == NULL || g_str_equal (shown, "/"))
    return g_strdup ("");

  return g_strconcat (*shown == '/' ? shown + 1 : shown, "/", NULL);
}

static gboolean
read_source (BylImport              *self,
             const BylImportSource  *source,
             GError                **error)
{
  g_autofree char *name = g_file_get_basename (source->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr(GFile) parent = g_file_get_parent (source->file);
  g_autofree char *around = NULL;
  Walk walk = { .import = self, .around = "" };

  if (g_file_query_file_type (source->file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      walk.around = around = dup_around (source->file);
      return read_folder (&walk, source->file, "", 0, error);
    }

  if (source->name != NULL)
    return read_file (&walk, source->file, source->name, TRUE, error);

  walk.around = around = dup_around (parent);

  return read_file (&walk, source->file, shown, TRUE, error);
}

/* Reads all that the sources hold, one file at a time. */
gboolean
byl_import_read_sources (BylImport  *self,
                         GPtrArray  *sources,
                         GError    **error)
{
  for (guint i = 0; i < sources->len; i++)
    if (!read_source (self, g_ptr_array_index (sources, i), error))
      return FALSE;

  return TRUE;
}
