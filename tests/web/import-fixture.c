/* import-fixture.c: a folder of made-up data, recipes for it, and what becomes of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "import-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#define ROOM (8u * 1024u * 1024u)

static void
clear_outcome (ImportFixture *self)
{
  g_clear_pointer (&self->result, byl_import_result_free);
  g_clear_pointer (&self->pack, byl_pack_unref);
  g_clear_error (&self->error);
}

void
import_fixture_set_up (ImportFixture *self,
                       gconstpointer  data)
{
  self->dir = g_dir_make_tmp ("byline-import-XXXXXX", NULL);
  g_assert_nonnull (self->dir);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

void
import_fixture_tear_down (ImportFixture *self,
                          gconstpointer  data)
{
  clear_outcome (self);
  remove_all (self->dir);
  g_free (self->dir);
}

/**
 * import_fixture_quote:
 * @text: JSON with apostrophes for quotation marks
 *
 * Returns: (transfer full): JSON
 */
GBytes *
import_fixture_quote (const char *text)
{
  char *quoted = g_strdelimit (g_strdup (text), "'", '"');

  return g_bytes_new_take (quoted, strlen (quoted));
}

void
import_fixture_write_raw (ImportFixture *self,
                          const char    *path,
                          const void    *data,
                          gsize          length)
{
  g_autofree char *whole = g_build_filename (self->dir, path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (whole, data, (gssize) length, NULL));
}

/**
 * import_fixture_write:
 * @self: a fixture
 * @path: in its folder
 * @text: what to write; apostrophes become quotation marks
 */
void
import_fixture_write (ImportFixture *self,
                      const char    *path,
                      const char    *text)
{
  g_autoptr(GBytes) bytes = import_fixture_quote (text);

  import_fixture_write_raw (self, path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
add_member (struct archive     *archive,
            const ImportMember *member)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = 0;

  archive_entry_set_pathname (entry, member->path);
  archive_entry_set_perm (entry, 0644);
  if (member->content == NULL)
    {
      archive_entry_set_filetype (entry, AE_IFLNK);
      archive_entry_set_symlink (entry, member->link);
    }
  else
    {
      length = member->length > 0 ? member->length : strlen (member->content);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) length);
    }
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (length > 0)
    g_assert_cmpint (archive_write_data (archive, member->content, length), ==, (gssize) length);
  archive_entry_free (entry);
}

/**
 * import_fixture_pack:
 * @format: ustar, zip or raw, as libarchive calls them
 * @filter: (nullable): gzip, xz or bzip2
 * @members: what to put into the archive
 * @n_members: how many
 *
 * Returns: (transfer full): the archive
 */
GBytes *
import_fixture_pack (const char         *format,
                     const char         *filter,
                     const ImportMember *members,
                     guint               n_members)
{
  struct archive *archive = archive_write_new ();
  g_autofree char *room = g_malloc (ROOM);
  size_t used = 0;

  g_assert_cmpint (archive_write_set_format_by_name (archive, format), ==, ARCHIVE_OK);
  if (filter != NULL)
    g_assert_cmpint (archive_write_add_filter_by_name (archive, filter), ==, ARCHIVE_OK);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, room, ROOM, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    add_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new (room, used);
}

/**
 * import_fixture_recipe:
 * @members: those of a recipe from “readings” on, with apostrophes for quotation marks
 *
 * Returns: (transfer full): a recipe that is called “made-up”
 */
BylRecipe *
import_fixture_recipe (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'format': 'byline-recipe', 'version': 1, 'id': 'made-up', 'title': "
                     "'Made up', 'language': 'en', 'source': {'title': 'Nobody', 'url': "
                     "'https://example.org/', 'license': 'CC0-1.0'}, %s}", members);
  g_autoptr(GBytes) bytes = import_fixture_quote (text);
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;
  BylRecipe *recipe = byl_recipe_read (bytes, problems, &error);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = byl_problem_to_text (g_ptr_array_index (problems, i), NULL);

      g_test_message ("%s", line);
    }
  g_assert_no_error (error);
  g_assert_nonnull (recipe);

  return recipe;
}

/**
 * import_fixture_shipped:
 * @name: of a recipe's file, without the ending
 *
 * Returns: (transfer full): the recipe that comes with the program
 */
BylRecipe *
import_fixture_shipped (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);
  g_autofree char *path =
    g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "recipes", file_name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BylRecipe *recipe = byl_recipe_load (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return recipe;
}

/**
 * import_fixture_run:
 * @self: a fixture
 * @recipe: (transfer full): a recipe
 * @sources: paths in the fixture's folder, or whole ones, parted by “|”
 * @writers: (nullable): names parted by “|”
 *
 * Imports, and reads the pack.
 *
 * Returns: whether there is a pack
 */
gboolean
import_fixture_run (ImportFixture *self,
                    BylRecipe     *recipe,
                    const char    *sources,
                    const char    *writers)
{
  g_auto(GStrv) paths = g_strsplit (sources, "|", -1);
  g_auto(GStrv) names = writers != NULL ? g_strsplit (writers, "|", -1) : NULL;
  g_autoptr(GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);

  clear_outcome (self);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = g_path_is_absolute (paths[i])
                                ? g_strdup (paths[i])
                                : g_build_filename (self->dir, paths[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      g_ptr_array_add (list, byl_import_source_new (NULL, file));
    }

  self->result = byl_import_run (recipe, list, (const char * const *) names, NULL, &self->error);
  byl_recipe_unref (recipe);
  if (self->result == NULL)
    {
      g_assert_nonnull (self->error);
      g_assert_true (g_utf8_validate (self->error->message, -1, NULL));
      return FALSE;
    }

  g_assert_no_error (self->error);
  self->pack = byl_pack_read (self->result->pack, NULL, &self->error);
  g_assert_no_error (self->error);
  g_assert_cmpuint (byl_pack_get_n_questions (self->pack), ==, self->result->n_questions);

  return TRUE;
}

static const BylQuestion *
find_question (ImportFixture *self,
               const char    *id)
{
  for (guint i = 0; i < byl_pack_get_n_questions (self->pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (self->pack, i);

      if (g_str_equal (question->id, id) || g_str_equal (question->prompt, id))
        return question;
    }

  return NULL;
}

/**
 * import_fixture_answer:
 * @self: a fixture with a pack
 * @question: id or prompt of a question
 * @writer: name of a writer
 *
 * Returns: (nullable): the answer's text
 */
const char *
import_fixture_answer (ImportFixture *self,
                       const char    *question,
                       const char    *writer)
{
  const BylQuestion *found = find_question (self, question);

  for (guint i = 0; found != NULL && i < found->n_answers; i++)
    if (g_str_equal (byl_pack_get_writer (self->pack, found->answers[i].writer)->name, writer))
      return found->answers[i].text;

  return NULL;
}

/**
 * import_fixture_n_answers:
 * @self: a fixture with a pack
 * @question: id or prompt of a question
 *
 * Returns: how many answers the question has; 0 where it is not in the pack
 */
guint
import_fixture_n_answers (ImportFixture *self,
                          const char    *question)
{
  const BylQuestion *found = find_question (self, question);

  return found != NULL ? found->n_answers : 0;
}
