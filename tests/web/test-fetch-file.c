/* test-fetch-file.c: a file bears its name only once it is whole, right and on the disk
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "fetch-fixture.h"
#include "test-pack-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define LENGTH  1000000u
#define PATH    "/file"

/* A fetch into a file of the fixture's folder. */
typedef struct
{
  FetchFixture *fixture;
  GFile        *to;
  GBytes       *bytes;  /* as they are published */
  char         *sha256;
  guint         silence; /* milliseconds; 0 = the usual */
  guint         n_calls;
  guint64       least;  /* that was told of as there */
  guint64       most;
} Case;

static Case *
case_new (const char *etag)
{
  Case *self = g_new0 (Case, 1);

  self->fixture = fetch_fixture_new ();
  self->to = test_child (self->fixture->dir, "file");
  self->bytes = fetch_make_bytes (LENGTH);
  self->sha256 = fetch_make_sha256 (self->bytes);
  fault_server_add_file (self->fixture->server, PATH, self->bytes, etag);

  return self;
}

static void
case_free (Case *self)
{
  g_object_unref (self->to);
  g_bytes_unref (self->bytes);
  g_free (self->sha256);
  fetch_fixture_free (self->fixture);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static void
progress_cb (guint64  n_bytes,
             gpointer user_data)
{
  Case *self = user_data;

  if (self->n_calls == 0 || n_bytes < self->least)
    self->least = n_bytes;
  self->most = MAX (self->most, n_bytes);
  self->n_calls++;
}

static gboolean
fetch (Case          *self,
       const char    *path,
       const char    *sha256,
       guint64        size,
       GCancellable  *cancellable,
       GError       **error)
{
  BylFetchLimits limits = FETCH_LIMITS;
  g_autofree char *address = fault_server_dup_address (self->fixture->server, path);
  g_autoptr(GAsyncResult) result = NULL;

  limits.max_bytes = 2 * LENGTH;
  limits.silence = self->silence;
  limits.sha256 = sha256;
  limits.size = size;
  self->n_calls = 0;
  self->most = 0;
  byl_fetch_file_async (self->fixture->session, address, self->to, &limits, progress_cb, self,
                        cancellable, test_keep_result, &result);
  test_wait (&result);

  return byl_fetch_file_finish (self->fixture->session, result, error);
}

static void
assert_fetched (Case       *self,
                const char *sha256)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (fetch (self, PATH, sha256, 0, NULL, &error));
  g_assert_no_error (error);
}

/* Breaks off after so many bytes, as often as anybody tries. */
static void
break_off (Case       *self,
           const char *sha256,
           gsize       after)
{
  g_autoptr(GError) error = NULL;

  fault_server_cut_file (self->fixture->server, PATH, after, 3);
  g_assert_false (fetch (self, PATH, sha256, 0, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_NETWORK);
  g_assert_false (g_file_query_exists (self->to, NULL));
}

static void
assert_whole (Case *self)
{
  g_autoptr(GBytes) bytes = g_file_load_bytes (self->to, NULL, NULL, NULL);
  g_autoptr(GDir) dir = g_dir_open (self->fixture->dir, 0, NULL);

  g_assert_nonnull (bytes);
  g_assert_true (g_bytes_equal (bytes, self->bytes));
  g_assert_cmpstr (g_dir_read_name (dir), ==, "file");
  g_assert_null (g_dir_read_name (dir));
}

static gboolean
was_range (Case *self)
{
  g_autofree char *request = fault_server_dup_request (self->fixture->server, PATH);

  return strstr (request, "Range: bytes=") != NULL;
}

static void
test_what_cannot_be_fetched_leaves_no_file (void)
{
  const struct { const char *path; guint64 size; int code; } cases[] = {
    { "/missing", 0, BYL_ERROR_SERVER }, { "/status/500", 0, BYL_ERROR_SERVER },
    { "/cut", 0, BYL_ERROR_NETWORK }, { "/loop", 0, BYL_ERROR_SERVER },
    { "/redirect?to=file%3A///etc/passwd", 0, BYL_ERROR_ADDRESS },
    { "/line?mb=3", 0, BYL_ERROR_SIZE }, { "/bomb", 0, BYL_ERROR_SIZE },
    { PATH, LENGTH + 1, BYL_ERROR_HASH }, { PATH, LENGTH - 1, BYL_ERROR_HASH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(Case) self = case_new (NULL);
      g_autoptr(GError) error = NULL;

      g_assert_false (fetch (self, cases[i].path, NULL, cases[i].size, NULL, &error));
      g_assert_error (error, BYL_ERROR, cases[i].code);
      g_assert_false (g_file_query_exists (self->to, NULL));
    }
}

static void
test_a_wrong_checksum_is_never_kept (void)
{
  g_autoptr(Case) self = case_new ("\"one\"");
  g_autofree char *other = g_strnfill (64, 'f');
  g_autofree char *part = g_build_filename (self->fixture->dir, "file.part", NULL);

  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr(GError) error = NULL;
      GStatBuf status;

      g_assert_false (fetch (self, PATH, other, 0, NULL, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_HASH);
      g_assert_false (g_file_query_exists (self->to, NULL));
      g_assert_cmpint (g_stat (part, &status), ==, 0);
      g_assert_cmpint (status.st_size, ==, 0);
      g_assert_cmpuint (fault_server_count (self->fixture->server, PATH), ==, i);
    }
}

static void
test_a_folder_that_is_not_there_is_told (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autoptr(GError) error = NULL;

  g_object_unref (self->to);
  self->to = test_child (self->fixture->dir, "nowhere/file");
  g_assert_false (fetch (self, PATH, NULL, 0, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
}

static void
test_a_link_in_the_way_is_not_written_through (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autofree char *part = g_build_filename (self->fixture->dir, "file.part", NULL);
  g_autoptr(GFile) victim = test_write (self->fixture->dir, "victim", "mine");
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink (g_file_peek_path (victim), part), ==, 0);
  g_assert_false (fetch (self, PATH, NULL, 0, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  kept = test_read (victim);
  g_assert_cmpstr (kept, ==, "mine");
}

static void
test_a_whole_file_is_its_owner_s_alone (void)
{
  g_autoptr(Case) self = case_new (NULL);
  GStatBuf status;

  assert_fetched (self, self->sha256);
  assert_whole (self);
  g_assert_cmpint (g_stat (g_file_peek_path (self->to), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (self->most, ==, LENGTH);
  g_assert_cmpuint (self->least, ==, 0);
}

static void
test_an_empty_file_is_a_file (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);

  g_bytes_unref (self->bytes);
  self->bytes = g_steal_pointer (&nothing);
  fault_server_add_file (self->fixture->server, PATH, self->bytes, NULL);
  assert_fetched (self, NULL);
  assert_whole (self);
}

static void
test_a_connection_that_breaks_goes_on_where_it_was (void)
{
  const char *etags[] = { "\"one\"", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (etags); i++)
    {
      g_autoptr(Case) self = case_new (etags[i]);

      fault_server_cut_file (self->fixture->server, PATH, LENGTH / 3, 2);
      assert_fetched (self, i == 0 ? NULL : self->sha256);
      assert_whole (self);
      g_assert_true (was_range (self));
      g_assert_cmpuint (fault_server_count (self->fixture->server, PATH), ==, 3);
    }
}

static void
test_a_connection_that_falls_silent_goes_on_where_it_was (void)
{
  g_autoptr(Case) self = case_new ("\"one\"");

  self->silence = 300;
  fault_server_stall_file (self->fixture->server, PATH, LENGTH / 3, 2);
  assert_fetched (self, NULL);
  assert_whole (self);
  g_assert_true (was_range (self));
  g_assert_cmpuint (fault_server_count (self->fixture->server, PATH), ==, 3);
}

static void
test_the_next_try_goes_on_where_the_last_one_was (void)
{
  const char *etags[] = { "\"one\"", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (etags); i++)
    {
      g_autoptr(Case) self = case_new (etags[i]);
      const char *sha256 = i == 0 ? NULL : self->sha256;

      break_off (self, sha256, LENGTH / 5);
      assert_fetched (self, sha256);
      assert_whole (self);
      g_assert_true (was_range (self));
      g_assert_cmpuint (self->least, >=, LENGTH * 2 / 5);
    }
}

static void
test_without_a_name_or_a_checksum_it_begins_anew (void)
{
  const char *etags[] = { NULL, "W/\"one\"" };

  for (guint i = 0; i < G_N_ELEMENTS (etags); i++)
    {
      g_autoptr(Case) self = case_new (etags[i]);

      break_off (self, NULL, LENGTH / 5);
      assert_fetched (self, NULL);
      assert_whole (self);
      g_assert_false (was_range (self));
    }
}

static void
test_another_revision_is_not_mixed_with_the_last_one (void)
{
  g_autoptr(Case) self = case_new ("\"one\"");
  g_autoptr(GBytes) other = g_bytes_new_from_bytes (self->bytes, 4, LENGTH - 4);

  break_off (self, NULL, LENGTH / 5);
  g_bytes_unref (self->bytes);
  self->bytes = g_bytes_ref (other);
  fault_server_add_file (self->fixture->server, PATH, self->bytes, "\"two\"");
  assert_fetched (self, NULL);
  assert_whole (self);
}

static void
test_a_part_that_is_wrong_is_thrown_away_once (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autoptr(GFile) part = test_write (self->fixture->dir, "file.part", "not what was published");

  assert_fetched (self, self->sha256);
  assert_whole (self);
  g_assert_cmpuint (fault_server_count (self->fixture->server, PATH), ==, 2);
}

static void
test_a_part_that_is_too_long_is_thrown_away (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autofree char *rest = g_strnfill (3 * LENGTH, 'x');
  g_autoptr(GFile) part = test_write (self->fixture->dir, "file.part", rest);

  assert_fetched (self, self->sha256);
  assert_whole (self);
}

static void
test_a_part_as_long_as_the_file_needs_no_more (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autofree char *part = g_build_filename (self->fixture->dir, "file.part", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (part, g_bytes_get_data (self->bytes, NULL), LENGTH, NULL));
  g_assert_true (fetch (self, PATH, self->sha256, LENGTH, NULL, &error));
  g_assert_no_error (error);
  assert_whole (self);
  g_assert_cmpuint (fault_server_count (self->fixture->server, PATH), ==, 0);
}

static void
test_a_wrong_part_as_long_as_the_file_is_thrown_away (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autofree char *wrong = g_strnfill (LENGTH, 'x');
  g_autoptr(GFile) part = test_write (self->fixture->dir, "file.part", wrong);
  g_autoptr(GError) error = NULL;

  g_assert_true (fetch (self, PATH, self->sha256, LENGTH, NULL, &error));
  g_assert_no_error (error);
  assert_whole (self);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_giving_up_keeps_the_part (void)
{
  g_autoptr(Case) self = case_new ("\"one\"");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  break_off (self, NULL, LENGTH / 5);
  g_idle_add (cancel_cb, cancellable);
  g_assert_false (fetch (self, "/silent", self->sha256, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  assert_fetched (self, self->sha256);
  assert_whole (self);
  g_assert_true (was_range (self));
}

static void
test_a_compressed_file_stays_as_it_was_published (void)
{
  g_autoptr(Case) self = case_new (NULL);
  g_autofree char *path = test_make_pack ("zipped", 1, "Zipped");
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr(GBytes) plain = g_bytes_new (path, strlen (path));
  g_autoptr(GString) head = g_string_new ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n");
  guchar zipped[4096];
  gsize n_read;
  gsize n_written;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) answer = NULL;

  g_converter_convert (G_CONVERTER (compressor), g_bytes_get_data (plain, NULL),
                       g_bytes_get_size (plain), zipped, sizeof zipped, G_CONVERTER_INPUT_AT_END,
                       &n_read, &n_written, &error);
  g_assert_no_error (error);
  g_bytes_unref (self->bytes);
  self->bytes = g_bytes_new (zipped, n_written);
  g_free (self->sha256);
  self->sha256 = fetch_make_sha256 (self->bytes);
  g_string_append_printf (head, "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", n_written);
  g_string_append_len (head, (const char *) zipped, (gssize) n_written);
  answer = g_bytes_new (head->str, head->len);
  fault_server_add_bytes (self->fixture->server, "/pack.json.gz", answer);

  g_assert_true (fetch (self, "/pack.json.gz", self->sha256, n_written, NULL, &error));
  g_assert_no_error (error);
  assert_whole (self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fetch-file/what-cannot-be-fetched-leaves-no-file",
                   test_what_cannot_be_fetched_leaves_no_file);
  g_test_add_func ("/fetch-file/a-wrong-checksum-is-never-kept",
                   test_a_wrong_checksum_is_never_kept);
  g_test_add_func ("/fetch-file/a-folder-that-is-not-there-is-told",
                   test_a_folder_that_is_not_there_is_told);
  g_test_add_func ("/fetch-file/a-link-in-the-way-is-not-written-through",
                   test_a_link_in_the_way_is_not_written_through);
  g_test_add_func ("/fetch-file/a-whole-file-is-its-owner-s-alone",
                   test_a_whole_file_is_its_owner_s_alone);
  g_test_add_func ("/fetch-file/an-empty-file-is-a-file", test_an_empty_file_is_a_file);
  g_test_add_func ("/fetch-file/a-connection-that-breaks-goes-on-where-it-was",
                   test_a_connection_that_breaks_goes_on_where_it_was);
  g_test_add_func ("/fetch-file/a-connection-that-falls-silent-goes-on-where-it-was",
                   test_a_connection_that_falls_silent_goes_on_where_it_was);
  g_test_add_func ("/fetch-file/the-next-try-goes-on-where-the-last-one-was",
                   test_the_next_try_goes_on_where_the_last_one_was);
  g_test_add_func ("/fetch-file/without-a-name-or-a-checksum-it-begins-anew",
                   test_without_a_name_or_a_checksum_it_begins_anew);
  g_test_add_func ("/fetch-file/another-revision-is-not-mixed-with-the-last-one",
                   test_another_revision_is_not_mixed_with_the_last_one);
  g_test_add_func ("/fetch-file/a-part-that-is-wrong-is-thrown-away-once",
                   test_a_part_that_is_wrong_is_thrown_away_once);
  g_test_add_func ("/fetch-file/a-part-that-is-too-long-is-thrown-away",
                   test_a_part_that_is_too_long_is_thrown_away);
  g_test_add_func ("/fetch-file/a-part-as-long-as-the-file-needs-no-more",
                   test_a_part_as_long_as_the_file_needs_no_more);
  g_test_add_func ("/fetch-file/a-wrong-part-as-long-as-the-file-is-thrown-away",
                   test_a_wrong_part_as_long_as_the_file_is_thrown_away);
  g_test_add_func ("/fetch-file/giving-up-keeps-the-part", test_giving_up_keeps_the_part);
  g_test_add_func ("/fetch-file/a-compressed-file-stays-as-it-was-published",
                   test_a_compressed_file_stays_as_it_was_published);

  return g_test_run ();
}
