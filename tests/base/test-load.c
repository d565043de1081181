/* test-load.c: reading files that are what they should be, and others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-load.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEBIBYTE (1024u * 1024u)

typedef struct
{
  char *folder;
  char *path; /* of a file in it that does not exist yet */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("byline-load-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "pack.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GBytes *
load (const char  *path,
      gsize        max_bytes,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return byl_load_file (file, max_bytes, NULL, error);
}

static void
check_refused (const char *path,
               gsize       max_bytes,
               int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load (path, max_bytes, &error);

  g_assert_null (bytes);
  g_assert_error (error, BYL_ERROR, code);
  g_assert_nonnull (strstr (error->message, "pack.json"));
}

static void
write_file (const char *path,
            const void *content,
            gsize       length)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
check_content (const char *path,
               const void *content,
               gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load (path, MEBIBYTE, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, length);
}

/* Compresses as gzip does. */
static GByteArray *
compress (const void *content,
          gsize       length)
{
  g_autoptr(GConverter) compressor =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data (content, length, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (plain, compressor);
  GByteArray *compressed = g_byte_array_new ();
  guint8 piece[4096];
  gssize count;

  while ((count = g_input_stream_read (stream, piece, sizeof piece, NULL, NULL)) > 0)
    g_byte_array_append (compressed, piece, count);

  return compressed;
}

static void
test_a_missing_file_is_refused (Fixture       *fixture,
                                gconstpointer  unused)
{
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_folder_is_refused (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_mkdir (fixture->path, 0700);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_dangling_link_is_refused (Fixture       *fixture,
                                 gconstpointer  unused)
{
  g_assert_cmpint (symlink ("/nonexistent/file", fixture->path), ==, 0);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_link_to_itself_is_refused (Fixture       *fixture,
                                  gconstpointer  unused)
{
  g_assert_cmpint (symlink ("pack.json", fixture->path), ==, 0);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_pipe_is_refused_without_waiting (Fixture       *fixture,
                                        gconstpointer  unused)
{
  /* Were it opened, the test would hang: nobody writes. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_device_is_refused (Fixture       *fixture,
                          gconstpointer  unused)
{
  g_assert_cmpint (symlink ("/dev/zero", fixture->path), ==, 0);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_an_unreadable_file_is_refused (Fixture       *fixture,
                                    gconstpointer  unused)
{
  gboolean is_root = geteuid () == 0;

  write_file (fixture->path, "{}", 2);
  g_chmod (fixture->path, 0);
  g_chmod (fixture->folder, 0755);

  /* Root may read anything, so the test is somebody else for a moment. */
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip ("root may read anything, and cannot become somebody else here");
      return;
    }

  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_a_file_above_the_limit_is_refused (Fixture       *fixture,
                                        gconstpointer  unused)
{
  /* 257 MiB of nothing take no room on the disk. */
  write_file (fixture->path, "", 0);
  g_assert_cmpint (truncate (fixture->path, 257 * (off_t) MEBIBYTE), ==, 0);
  check_refused (fixture->path, 256 * MEBIBYTE, BYL_ERROR_SIZE);
}

static void
test_the_limit_is_exact (Fixture       *fixture,
                         gconstpointer  unused)
{
  static const gsize limits[] = { 1, 2, 65535, 65536, 65537, 131072, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autofree char *content = g_malloc (limits[i] + 1);
      g_autoptr(GByteArray) compressed = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) plain = NULL;
      g_autoptr(GBytes) decoded = NULL;

      memset (content, 'a', limits[i] + 1);

      write_file (fixture->path, content, limits[i] + 1);
      check_refused (fixture->path, limits[i], BYL_ERROR_SIZE);
      plain = load (fixture->path, limits[i] + 1, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), content,
                       limits[i] + 1);

      /* What decides is the decoded size, but for a file that is above the limit as it is. */
      compressed = compress (content, limits[i] + 1);
      if (compressed->len > limits[i])
        continue;

      write_file (fixture->path, compressed->data, compressed->len);
      check_refused (fixture->path, limits[i], BYL_ERROR_SIZE);
      decoded = load (fixture->path, limits[i] + 1, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (decoded, NULL), g_bytes_get_size (decoded), content,
                       limits[i] + 1);
    }
}

static void
test_a_small_file_that_decodes_to_a_huge_one_is_refused (Fixture       *fixture,
                                                         gconstpointer  unused)
{
  g_autofree char *zeros = g_malloc0 (64 * MEBIBYTE);
  g_autoptr(GByteArray) compressed = compress (zeros, 64 * MEBIBYTE);

  g_assert_cmpuint (compressed->len, <, MEBIBYTE);
  write_file (fixture->path, compressed->data, compressed->len);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_SIZE);
}

static void
test_damaged_gzip_is_refused (Fixture       *fixture,
                              gconstpointer  unused)
{
  g_autoptr(GByteArray) compressed = compress ("some content that is long enough", 32);
  g_autofree guint8 *changed = NULL;

  for (guint length = 2; length < compressed->len; length++)
    {
      write_file (fixture->path, compressed->data, length);
      check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
    }

  changed = g_memdup2 (compressed->data, compressed->len);
  changed[compressed->len - 6] ^= 1;
  write_file (fixture->path, changed, compressed->len);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);

  g_byte_array_append (compressed, (const guint8 *) "more", 4);
  write_file (fixture->path, compressed->data, compressed->len);
  check_refused (fixture->path, MEBIBYTE, BYL_ERROR_READ);
}

static void
test_a_cancelled_reading_says_so (Fixture       *fixture,
                                  gconstpointer  unused)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GError) error = NULL;

  write_file (fixture->path, "{}", 2);
  g_cancellable_cancel (cancellable);
  g_assert_null (byl_load_file (file, MEBIBYTE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_plain_and_compressed_files_are_read (Fixture       *fixture,
                                          gconstpointer  unused)
{
  static const gsize lengths[] = { 0, 1, 2, 3, 65535, 65536, 65537, 300000 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *content = g_malloc (lengths[i] + 1);
      g_autoptr(GByteArray) compressed = NULL;

      for (gsize j = 0; j < lengths[i]; j++)
        content[j] = (j * j) >> 3;
      compressed = compress (content, lengths[i]);

      write_file (fixture->path, content, lengths[i]);
      check_content (fixture->path, content, lengths[i]);
      write_file (fixture->path, compressed->data, compressed->len);
      check_content (fixture->path, content, lengths[i]);
    }
}

static void
test_gzip_files_put_together_are_read_as_one (Fixture       *fixture,
                                              gconstpointer  unused)
{
  g_autoptr(GByteArray) first = compress ("{\"a\":", 5);
  g_autoptr(GByteArray) second = compress ("1}", 2);

  g_byte_array_append (first, second->data, second->len);
  write_file (fixture->path, first->data, first->len);
  check_content (fixture->path, "{\"a\":1}", 7);
}

static void
test_a_link_is_followed (Fixture       *fixture,
                         gconstpointer  unused)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);

  write_file (target, "[]", 2);
  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  check_content (fixture->path, "[]", 2);
  g_unlink (target);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Fixture *, gconstpointer);
  } tests[] = {
    { "/load/a-missing-file-is-refused", test_a_missing_file_is_refused },
    { "/load/a-folder-is-refused", test_a_folder_is_refused },
    { "/load/a-dangling-link-is-refused", test_a_dangling_link_is_refused },
    { "/load/a-link-to-itself-is-refused", test_a_link_to_itself_is_refused },
    { "/load/a-pipe-is-refused-without-waiting", test_a_pipe_is_refused_without_waiting },
    { "/load/a-device-is-refused", test_a_device_is_refused },
    { "/load/an-unreadable-file-is-refused", test_an_unreadable_file_is_refused },
    { "/load/a-file-above-the-limit-is-refused", test_a_file_above_the_limit_is_refused },
    { "/load/the-limit-is-exact", test_the_limit_is_exact },
    { "/load/a-small-file-that-decodes-to-a-huge-one-is-refused",
      test_a_small_file_that_decodes_to_a_huge_one_is_refused },
    { "/load/damaged-gzip-is-refused", test_damaged_gzip_is_refused },
    { "/load/a-cancelled-reading-says-so", test_a_cancelled_reading_says_so },
    { "/load/plain-and-compressed-files-are-read", test_plain_and_compressed_files_are_read },
    { "/load/gzip-files-put-together-are-read-as-one",
      test_gzip_files_put_together_are_read_as_one },
    { "/load/a-link-is-followed", test_a_link_is_followed },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);

  return g_test_run ();
}
