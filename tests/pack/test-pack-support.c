/* test-pack-support.c: a good pack to spoil, folders to keep files in, and waiting for a thread
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-pack-support.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

const char test_pack[] =
  "{\n"
  "  \"format\": \"byline-pack\",\n"
  "  \"version\": 1,\n"
  "  \"id\": \"test-pack\",\n"
  "  \"revision\": 2,\n"
  "  \"title\": \"A pack\",\n"
  "  \"summary\": {\"en\": \"Short\", \"pt-BR\": \"Curto\"},\n"
  "  \"language\": \"en\",\n"
  "  \"license\": \"CC0-1.0\",\n"
  "  \"authors\": [{\"name\": \"Ann\", \"url\": \"https://example.org\"}],\n"
  "  \"source\": {\"title\": \"Work\", \"url\": \"http://example.org/w\", \"license\": "
  "\"MIT\", \"retrieved\": \"2026-04-08\"},\n"
  "  \"provenance\": {\"kind\": \"recorded\", \"date\": \"2026-04-08T10:00:00Z\", "
  "\"tokens\": {\"input\": 3, \"output\": 0}, \"seconds\": 0.5, \"parameters\": {\"t\": "
  "1}, \"system\": \"\"},\n"
  "  \"writers\": [\n"
  "    {\"id\": \"ada\", \"name\": \"Ada\", \"maker\": \"Lace\", \"kind\": \"voice\", "
  "\"aliases\": [\"Countess\"], \"released\": \"2026-04\", \"summary\": \"S\",\n"
  "     \"facts\": [{\"label\": \"L\", \"value\": \"V\", \"source\": {\"title\": \"T\"}}], "
  "\"price\": {\"input\": 1, \"output\": 2.5, \"currency\": \"USD\", \"as_of\": "
  "\"2026-01\"}},\n"
  "    {\"id\": \"bo\", \"name\": \"Bo\"}\n"
  "  ],\n"
  "  \"questions\": [\n"
  "    {\"id\": \"q1\", \"prompt\": \"Why?\", \"category\": \"science\", \"difficulty\": "
  "3, \"answers\": [\n"
  "      {\"writer\": \"ada\", \"text\": \"Because it is so, and has been for long.\", "
  "\"tells\": [{\"family\": \"tone\", \"kind\": \"k\", \"quote\": \"it is so\", \"note\": "
  "{\"de\": \"N\"}}]},\n"
  "      {\"writer\": \"bo\", \"text\": \"It might be otherwise, though I doubt it.\"}\n"
  "    ]},\n"
  "    {\"id\": \"q2\", \"prompt\": \"How?\", \"answers\": [\n"
  "      {\"writer\": \"bo\", \"text\": \"Step by step, and slowly at that.\", "
  "\"provenance\": {\"kind\": \"pasted\"}},\n"
  "      {\"writer\": \"ada\", \"text\": \"Quickly, with both hands and a hammer.\"}\n"
  "    ]}\n"
  "  ]\n"
  "}\n";

static struct rlimit limit_before;

/* The good pack with one part of it replaced. */
char *
test_spoil (const char *from,
            const char *to)
{
  GString *text = g_string_new (test_pack);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);

  return g_string_free (text, FALSE);
}

/* The good pack under another name. */
char *
test_make_pack (const char *id,
                guint       revision,
                const char *title)
{
  g_autofree char *revision_member = g_strdup_printf ("\"revision\": %u", revision);
  g_autofree char *title_member = g_strdup_printf ("\"title\": \"%s\"", title);
  GString *text = g_string_new (test_pack);

  g_string_replace (text, "test-pack", id, 1);
  g_string_replace (text, "\"revision\": 2", revision_member, 1);
  g_string_replace (text, "\"title\": \"A pack\"", title_member, 1);

  return g_string_free (text, FALSE);
}

GBytes *
test_make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

char *
test_make_dir (void)
{
  g_autoptr(GError) error = NULL;
  char *path = g_dir_make_tmp ("byline-pack-XXXXXX", &error);

  g_assert_no_error (error);

  return path;
}

void
test_remove_dir (char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        {
          test_remove_dir (child);
          continue;
        }

      g_unlink (child);
      g_free (child);
    }
  g_rmdir (path);
  g_free (path);
}

GFile *
test_child (const char *dir,
            const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  return g_file_new_for_path (path);
}

GFile *
test_write (const char *dir,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

char *
test_read (GFile *file)
{
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/* A pack of real answers, which the project has not; NULL, and the test skipped, without. */
GFile *
test_shared_pack (const char *name)
{
  const char *shared = g_getenv ("BYLINE_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "data", "packs", name,
                                            NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (path);

  g_test_skip ("the packs of real answers are not beside the sources");

  return NULL;
}

void
test_keep_result (GObject      *source,
                  GAsyncResult *result,
                  gpointer      place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

void
test_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
test_begin_limit (gsize n_bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit_before), ==, 0);
  limit = limit_before;
  limit.rlim_cur = n_bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
test_end_limit (void)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit_before), ==, 0);
}
