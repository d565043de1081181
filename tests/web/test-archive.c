/* test-archive.c: archives, those that mean no good as well
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-archive.h"
#include "byl-error.h"
#include "import-fixture.h"

#include <string.h>

#define ROOM ((gsize) 64 * 1024 * 1024)

/* Paths and contents, with “=” between the two and “;” after each; NULL where there is an error. */
static char *
list_all (GBytes      *bytes,
          const char  *name,
          gsize        max_bytes,
          GError     **error)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(BylArchive) archive = byl_archive_open (stream, name, NULL, error);
  g_autoptr(GError) archive_error = NULL;
  GString *list = g_string_new (NULL);
  const char *path;

  while (archive != NULL && archive_error == NULL &&
         byl_archive_next (archive, &path, &archive_error))
    {
      g_autofree char *kept = g_strdup (path);
      g_autoptr(GBytes) content = byl_archive_read (archive, max_bytes, &archive_error);

      if (content != NULL)
        g_string_append_printf (list, "%s=%.*s;", kept, (int) g_bytes_get_size (content),
                                (const char *) g_bytes_get_data (content, NULL));
    }

  if (archive != NULL && archive_error == NULL)
    return g_string_free (list, FALSE);

  if (archive_error != NULL)
    g_propagate_error (error, g_steal_pointer (&archive_error));
  g_string_free (list, TRUE);

  return NULL;
}

static void
test_paths_that_lead_elsewhere_are_passed_over (void)
{
  static const ImportMember members[] = {
    { "/etc/passwd", "bad", NULL, 0 },     { "../up", "bad", NULL, 0 },
    { "a/../../up", "bad", NULL, 0 },      { "..\\up", "bad", NULL, 0 },
    { "link", NULL, "/etc/passwd", 0 },    { "./a//b", "good", NULL, 0 },
    { "c\\d", "good too", NULL, 0 },       { "..a/b..", "fine", NULL, 0 },
  };
  g_autoptr(GBytes) tar = import_fixture_pack ("ustar", "gzip", members, G_N_ELEMENTS (members));
  g_autoptr(GError) error = NULL;
  g_autofree char *list = list_all (tar, "x.tgz", ROOM, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (list, ==, "a/b=good;c/d=good too;..a/b..=fine;");
}

static void
test_every_kind_of_archive_is_read (void)
{
  static const ImportMember members[] = {
    { "a.json", "[1]", NULL, 0 }, { "b/c.json", "", NULL, 0 }, { "b/d.json", "[2]", NULL, 0 },
  };
  static const struct
  {
    const char *format;
    const char *filter;
    guint       n_members;
    const char *name;
    const char *list;
  } kinds[] = {
    { "ustar", NULL, 3, "x.tar", "a.json=[1];b/c.json=;b/d.json=[2];" },
    { "ustar", "gzip", 3, "x", "a.json=[1];b/c.json=;b/d.json=[2];" },
    { "ustar", "xz", 3, "x", "a.json=[1];b/c.json=;b/d.json=[2];" },
    { "ustar", "bzip2", 3, "x", "a.json=[1];b/c.json=;b/d.json=[2];" },
    { "zip", NULL, 3, "x", "a.json=[1];b/c.json=;b/d.json=[2];" },
    { "raw", "gzip", 1, "some/a.json.gz", "some/a.json=[1];" },
    { "raw", "xz", 1, "a.json.xz", "a.json=[1];" },
    { "raw", "bzip2", 1, "a", "a=[1];" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GBytes) bytes = import_fixture_pack (kinds[i].format, kinds[i].filter, members,
                                                     kinds[i].n_members);
      g_autoptr(GError) error = NULL;
      g_autofree char *list = list_all (bytes, kinds[i].name, ROOM, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (list, ==, kinds[i].list);
      g_assert_true (byl_archive_is (kinds[i].name, g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes)));
    }

  g_assert_false (byl_archive_is ("a.json", (const guint8 *) "{}", 2));
  g_assert_false (byl_archive_is ("a.gz", (const guint8 *) "", 0));
}

/* Cut anywhere it is either an error or a shorter list, and never a crash. */
static void
test_cut_and_spoilt_archives_are_told (void)
{
  g_autofree char *noise = g_malloc (20000);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  ImportMember members[] = { { "a.json", noise, NULL, 20000 }, { "b.json", "[2]", NULL, 0 } };
  static const char * const filters[] = { "gzip", "xz", "bzip2" };

  for (guint i = 0; i < 20000; i++)
    noise[i] = (char) g_rand_int_range (rand, 1, 127);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GBytes) whole = import_fixture_pack ("ustar", filters[i], members, 2);
      gsize length = g_bytes_get_size (whole);

      for (guint part = 1; part < 8; part++)
        {
          g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, length * part / 8);
          g_autoptr(GError) error = NULL;

          g_assert_null (list_all (cut, "x", ROOM, &error));
          g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
        }

      for (guint trial = 0; trial < 50; trial++)
        {
          g_autofree guint8 *spoilt = g_memdup2 (g_bytes_get_data (whole, NULL), length);
          g_autoptr(GBytes) bytes = NULL;
          g_autoptr(GError) error = NULL;
          g_autofree char *list = NULL;

          for (guint n = 0; n < 20; n++)
            spoilt[g_rand_int_range (rand, 0, (gint32) length)] = (guint8) g_rand_int (rand);
          bytes = g_bytes_new_static (spoilt, length);
          list = list_all (bytes, "x", ROOM, &error);
          g_assert_true (list != NULL || error->domain == BYL_ERROR);
        }
    }
}

/* 64 MiB of nothing take 64 KB: what is wanted of it is capped, and what is not is not kept. */
static void
test_bombs_do_not_go_off (void)
{
  g_autofree char *nothing = g_malloc0 (ROOM);
  ImportMember members[] = { { "bomb.json", nothing, NULL, ROOM } };
  g_autoptr(GBytes) bomb = import_fixture_pack ("ustar", "gzip", members, 1);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bomb);
  g_autoptr(BylArchive) archive = NULL;
  g_autoptr(GBytes) head = NULL;
  g_autoptr(GError) error = NULL;
  const char *path;

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 200000);
  g_assert_null (list_all (bomb, "x", 1024 * 1024, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SIZE);
  g_clear_error (&error);

  archive = byl_archive_open (stream, "x", NULL, &error);
  g_assert_true (byl_archive_next (archive, &path, &error));
  head = byl_archive_read_head (archive, 1000);
  g_assert_cmpuint (g_bytes_get_size (head), ==, 1000);
  g_assert_false (byl_archive_next (archive, &path, &error));
  g_assert_no_error (error);
}

static void
test_cancelling_stops_the_reading (void)
{
  static const ImportMember members[] = { { "a.json", "[1]", NULL, 0 } };
  g_autoptr(GBytes) bytes = import_fixture_pack ("ustar", "gzip", members, 1);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(BylArchive) archive = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  archive = byl_archive_open (stream, "x", cancellable, &error);
  g_assert_null (archive);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_names_lose_what_compressing_added (void)
{
  static const struct
  {
    const char *name;
    const char *inner;
  } names[] = {
    { "a/b.json.gz", "a/b.json" }, { "b.jsonl.xz", "b.jsonl" }, { "c.tar.gz", "c" },
    { "d.tgz", "d" }, { "e.zip", "e" }, { "f.json", "f.json" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *inner = byl_archive_dup_inner (names[i].name);

      g_assert_cmpstr (inner, ==, names[i].inner);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive/paths-that-lead-elsewhere-are-passed-over",
                   test_paths_that_lead_elsewhere_are_passed_over);
  g_test_add_func ("/archive/every-kind-of-archive-is-read", test_every_kind_of_archive_is_read);
  g_test_add_func ("/archive/cut-and-spoilt-archives-are-told",
                   test_cut_and_spoilt_archives_are_told);
  g_test_add_func ("/archive/bombs-do-not-go-off", test_bombs_do_not_go_off);
  g_test_add_func ("/archive/cancelling-stops-the-reading", test_cancelling_stops_the_reading);
  g_test_add_func ("/archive/names-lose-what-compressing-added",
                   test_names_lose_what_compressing_added);

  return g_test_run ();
}
