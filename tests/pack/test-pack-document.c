/* test-pack-document.c: a pack as it is edited: nothing is lost, whatever happens
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-document.h"
#include "byl-pack-reader.h"
#include "test-pack-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Everything that an editor could lose: order, unknown members, kinds of numbers, characters. */
static const char odd[] =
  "{\"z\": 1, \"a\": 1.0, \"m\": -0.0, \"big\": 9223372036854775807, "
  "\"least\": -9223372036854775808,\n"
  "\"tenth\": 0.1, \"third\": 0.3333333333333333, \"odd\": 5e-324, "
  "\"huge\": 1.7976931348623157e308,\n"
  "\"large\": 1e21, \"no\": null, \"yes\": true, \"not\": false, \"empty\": [{}, [], \"\"],\n"
  "\"\": \"\", \"text\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f é \\ud83d\\ude00 \\u2028 "
  "</b>\"}\n";

static JsonNode *
load (GFile *file)
{
  g_autoptr(GError) error = NULL;
  JsonNode *document = byl_pack_document_load (file, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
save (JsonNode *document,
      GFile    *file)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (byl_pack_document_save (document, file, NULL, &error));
  g_assert_no_error (error);
}

static guint
get_mode (GFile *file)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);

  return status.st_mode & 0777;
}

/* Equal, the order of members and the kinds of numbers included. */
static void
assert_same (JsonNode *first,
             JsonNode *second)
{
  g_assert_cmpint (json_node_get_node_type (first), ==, json_node_get_node_type (second));

  if (JSON_NODE_HOLDS_OBJECT (first))
    {
      g_autoptr(GList) names = json_object_get_members (json_node_get_object (first));
      g_autoptr(GList) others = json_object_get_members (json_node_get_object (second));
      GList *other = others;

      g_assert_cmpuint (g_list_length (names), ==, g_list_length (others));
      for (GList *name = names; name != NULL; name = name->next, other = other->next)
        {
          g_assert_cmpstr (name->data, ==, other->data);
          assert_same (json_object_get_member (json_node_get_object (first), name->data),
                       json_object_get_member (json_node_get_object (second), name->data));
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (first))
    {
      JsonArray *array = json_node_get_array (first);
      JsonArray *other = json_node_get_array (second);

      g_assert_cmpuint (json_array_get_length (array), ==, json_array_get_length (other));
      for (guint i = 0; i < json_array_get_length (array); i++)
        assert_same (json_array_get_element (array, i), json_array_get_element (other, i));
    }
  else if (JSON_NODE_HOLDS_VALUE (first))
    {
      g_assert_cmpuint (json_node_get_value_type (first), ==, json_node_get_value_type (second));
      g_assert_true (json_node_equal (first, second));
    }
}

static void
check_round_trip (GFile *file)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) copy = test_child (dir, "copy.json");
  g_autoptr(GFile) again = test_child (dir, "again.json");
  g_autoptr(JsonNode) document = load (file);
  g_autoptr(JsonNode) copied = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  save (document, copy);
  copied = load (copy);
  assert_same (document, copied);

  save (copied, again);
  first = test_read (copy);
  second = test_read (again);
  g_assert_cmpstr (first, ==, second);
}

static void
test_what_is_not_json_is_refused (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "bad.json", "{\"a\": 1, \"a\": 2}");
  g_autoptr(GFile) missing = test_child (dir, "missing.json");
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_pack_document_load (file, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SYNTAX);
  g_clear_error (&error);

  g_assert_null (byl_pack_document_load (missing, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
}

static void
test_nothing_is_lost_by_saving (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "odd.json", odd);
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);

  check_round_trip (file);
  check_round_trip (pack);
}

static void
test_real_packs_are_saved_whole (void)
{
  static const char * const names[] = {
    "frontier-2026.json.gz", "alpaca-eval-8.json.gz", "vicuna-80.json.gz", "mt-bench-fr.json.gz",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GFile) file = test_shared_pack (names[i]);

      if (file == NULL)
        return;

      check_round_trip (file);
    }
}

static void
test_text_is_for_people_to_read (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file =
    test_write (dir, "a.json", "{\"b\":[1,0.1,1.0,1e21,{}],\"a\":\"\\u00e9\\u0001\\n/\",\"c\":[]}");
  g_autoptr(JsonNode) document = load (file);
  g_autofree char *text = NULL;

  save (document, file);
  text = test_read (file);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"b\": [\n"
                   "    1,\n"
                   "    0.1,\n"
                   "    1.0,\n"
                   "    1e+21,\n"
                   "    {}\n"
                   "  ],\n"
                   "  \"a\": \"é\\u0001\\n/\",\n"
                   "  \"c\": []\n"
                   "}\n");
}

static void
test_name_decides_on_compression (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "pack.json", test_pack);
  g_autoptr(GFile) packed = test_child (dir, "pack.json.gz");
  g_autoptr(JsonNode) document = load (file);
  g_autoptr(JsonNode) unpacked = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(BylPack) pack = NULL;

  save (document, packed);
  bytes = test_read (packed);
  g_assert_cmpmem (bytes, 2, "\x1f\x8b", 2);
  unpacked = load (packed);
  assert_same (document, unpacked);
  pack = byl_pack_load (packed, NULL, NULL, NULL);
  g_assert_nonnull (pack);
}

static void
test_permissions_are_kept (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "pack.json", test_pack);
  g_autoptr(GFile) new_file = test_child (dir, "new.json");
  g_autoptr(JsonNode) document = load (file);

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0664), ==, 0);
  save (document, file);
  g_assert_cmpuint (get_mode (file), ==, 0664);

  save (document, new_file);
  g_assert_cmpuint (get_mode (new_file), ==, 0600);
}

static void
test_target_of_a_link_is_replaced (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autofree char *inner = g_build_filename (dir, "inner", NULL);
  g_autoptr(GFile) target = test_write (inner, "pack.json", "{}");
  g_autoptr(GFile) link = test_child (dir, "link.json");
  g_autoptr(GFile) dangling = test_child (dir, "dangling.json");
  g_autoptr(GFile) made = test_child (inner, "made.json");
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);
  g_autoptr(JsonNode) document = load (pack);
  g_autoptr(JsonNode) written = NULL;

  g_assert_cmpint (symlink ("inner/pack.json", g_file_peek_path (link)), ==, 0);
  g_assert_cmpint (symlink ("inner/made.json", g_file_peek_path (dangling)), ==, 0);
  save (document, link);
  save (document, dangling);

  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (g_file_peek_path (dangling), G_FILE_TEST_IS_SYMLINK));
  written = load (target);
  assert_same (document, written);
  g_assert_true (g_file_query_exists (made, NULL));
}

static void
check_save_fails (JsonNode *document,
                  GFile    *file)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (byl_pack_document_save (document, file, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
}

static void
test_what_is_no_file_is_not_replaced (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) folder = g_file_new_for_path (dir);
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);
  g_autoptr(GFile) pipe = test_child (dir, "pipe.json");
  g_autoptr(GFile) loop = test_child (dir, "loop.json");
  g_autoptr(GFile) remote = g_file_new_for_uri ("nowhere://example.org/pack.json");
  g_autoptr(JsonNode) document = load (pack);
  GStatBuf status;

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_cmpint (symlink ("loop.json", g_file_peek_path (loop)), ==, 0);
  check_save_fails (document, folder);
  check_save_fails (document, pipe);
  check_save_fails (document, loop);
  check_save_fails (document, remote);

  g_assert_cmpint (g_stat (g_file_peek_path (pipe), &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_full_disk_leaves_the_old_file_whole (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);
  g_autoptr(JsonNode) document = load (pack);
  g_autoptr(GError) error = NULL;
  g_autofree char *after = NULL;
  gboolean saved;

  test_begin_limit (100);
  saved = byl_pack_document_save (document, pack, NULL, &error);
  test_end_limit ();

  g_assert_false (saved);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  after = test_read (pack);
  g_assert_cmpstr (after, ==, test_pack);
  g_assert_cmpuint (count_files (dir), ==, 1);
}

static void
test_folder_that_cannot_be_written_to_is_an_error (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);
  g_autoptr(GFile) below = test_child (dir, "pack.json/below.json");
  g_autoptr(GFile) missing = test_child (dir, "missing/pack.json");
  g_autoptr(GFile) system = g_file_new_for_path ("/proc/byline.json");
  g_autoptr(JsonNode) document = load (pack);
  g_autofree char *after = NULL;

  check_save_fails (document, below);
  check_save_fails (document, missing);
  check_save_fails (document, system);
  after = test_read (pack);
  g_assert_cmpstr (after, ==, test_pack);
}

static void
test_saving_can_be_cancelled_before_it_begins (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) pack = test_write (dir, "pack.json", test_pack);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(JsonNode) document = load (pack);
  g_autoptr(GError) error = NULL;
  g_autofree char *after = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (byl_pack_document_save (document, pack, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = test_read (pack);
  g_assert_cmpstr (after, ==, test_pack);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/what-is-not-json-is-refused", test_what_is_not_json_is_refused);
  g_test_add_func ("/document/nothing-is-lost-by-saving", test_nothing_is_lost_by_saving);
  g_test_add_func ("/document/real-packs-are-saved-whole", test_real_packs_are_saved_whole);
  g_test_add_func ("/document/text-is-for-people-to-read", test_text_is_for_people_to_read);
  g_test_add_func ("/document/name-decides-on-compression", test_name_decides_on_compression);
  g_test_add_func ("/document/permissions-are-kept", test_permissions_are_kept);
  g_test_add_func ("/document/target-of-a-link-is-replaced", test_target_of_a_link_is_replaced);
  g_test_add_func ("/document/what-is-no-file-is-not-replaced",
                   test_what_is_no_file_is_not_replaced);
  g_test_add_func ("/document/full-disk-leaves-the-old-file-whole",
                   test_full_disk_leaves_the_old_file_whole);
  g_test_add_func ("/document/folder-that-cannot-be-written-to-is-an-error",
                   test_folder_that_cannot_be_written_to_is_an_error);
  g_test_add_func ("/document/saving-can-be-cancelled-before-it-begins",
                   test_saving_can_be_cancelled_before_it_begins);

  return g_test_run ();
}
