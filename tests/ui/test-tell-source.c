/* test-tell-source.c: what is measured in a pack is there when it is ready, and not before
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library.h"
#include "byl-places.h"
#include "byl-tell-source.h"
#include "play-fixture.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

static gboolean
has_profile (gpointer data)
{
  return byl_tell_source_get_profile (data) != NULL;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  ++*n;
}

static BylTellSource *
measure (BylPack *pack)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);

  return byl_tell_source_new (pack, NULL, lexicons, NULL);
}

/* The thread that measured may let go of the source a moment after it has told its result. */
static void
assert_freed (BylTellSource *source)
{
  gpointer watched = source;

  g_object_add_weak_pointer (G_OBJECT (source), &watched);
  g_object_unref (source);

  for (guint i = 0; i < 1000 && g_atomic_pointer_get (&watched) != NULL; i++)
    g_usleep (1000);

  g_assert_null (g_atomic_pointer_get (&watched));
}

static void
test_profile_is_ready_later_and_says_so_once (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (3, 4);
  BylTellSource *source = measure (pack);
  guint writer = 99;
  guint n = 0;

  g_signal_connect (source, "notify::profile", G_CALLBACK (count_cb), &n);
  g_assert_null (byl_tell_source_get_profile (source));
  g_assert_false (byl_tell_source_find_writer (source, "w1", &writer));
  g_assert_null (byl_tell_source_get_entry (source));

  ui_fixture_wait_until (has_profile, source, "the profile");
  ui_fixture_settle ();
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (byl_tell_source_get_pack (source) == pack);
  g_assert_cmpuint (byl_profile_get_n_answers (byl_tell_source_get_profile (source), 0), ==, 4);
  g_assert_false (byl_tell_source_find_writer (source, "nobody", &writer));
  g_assert_false (byl_tell_source_find_writer (source, NULL, &writer));
  g_assert_true (byl_tell_source_find_writer (source, "w1", &writer));
  g_assert_cmpuint (writer, ==, 1);
  assert_freed (source);
}

static void
test_tells_are_found_by_the_words_of_the_language (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (2, 3);
  g_autoptr(BylTellSource) source = measure (pack);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("It may rain. It might not.");
  g_autoptr(BylTells) tells = NULL;
  const BylTellSpan *spans;
  guint n;

  ui_fixture_wait_until (has_profile, source, "the profile");
  tells = byl_tell_source_find_tells (source, text, NULL);
  spans = byl_tells_get_spans (tells, &n);
  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_HEDGE), ==, 2);

  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (spans[i].end, <=, byl_read_text_get_length (text));
}

static gboolean
has_entry (gpointer library)
{
  return byl_library_find (library, "small") != NULL;
}

static gboolean
is_read (gpointer source)
{
  return G_OBJECT (source)->ref_count == 1;
}

/* A pack can be removed between the list and the game. */
static void
test_pack_that_is_gone_says_nothing (void)
{
  g_autofree char *folder = ui_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "small.json", NULL);
  g_autofree char *index_path = g_build_filename (folder, "index", NULL);
  g_autoptr(GFile) packs = g_file_new_for_path (folder);
  g_autoptr(GFile) nowhere = g_file_new_for_path ("nowhere-at-all");
  g_autoptr(GFile) index = g_file_new_for_path (index_path);
  g_autoptr(BylLibrary) library = byl_library_new (nowhere, packs, index, NULL);
  g_autoptr(BylTellSource) source = NULL;
  g_autoptr(BylTellSource) other = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path,
                       "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"small\",\"title\":\"Small\","
                       "\"language\":\"en\",\"writers\":[{\"id\":\"a\",\"name\":\"Ann\"},"
                       "{\"id\":\"b\",\"name\":\"Bob\"}],\"questions\":[{\"id\":\"q\",\"prompt\":"
                       "\"How is it?\",\"answers\":[{\"writer\":\"a\",\"text\":"
                       "\"It may be quite good, all in all.\"},{\"writer\":\"b\",\"text\":"
                       "\"It is not half as bad as it looks.\"}]}]}", -1, &error);
  g_assert_no_error (error);
  byl_library_refresh_async (library, NULL, NULL, NULL);
  ui_fixture_wait_until (has_entry, library, "the pack");

  source = byl_tell_source_new_for_entry (byl_library_find (library, "small"), NULL);
  ui_fixture_wait_until (has_profile, source, "the profile");
  g_assert_nonnull (byl_tell_source_get_pack (source));
  g_assert_true (byl_tell_source_get_entry (source) == byl_library_find (library, "small"));

  g_assert_cmpint (g_remove (path), ==, 0);
  other = byl_tell_source_new_for_entry (byl_library_find (library, "small"), NULL);
  ui_fixture_wait_until (is_read, other, "the end of the reading");
  g_assert_null (byl_tell_source_get_profile (other));
  g_assert_null (byl_tell_source_get_pack (other));
  ui_fixture_remove_folder (g_steal_pointer (&folder));
}

int
main (int    argc,
      char **argv)
{
  char *cache = ui_fixture_make_folder ();
  int failures;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  if (!ui_fixture_init (&argc, &argv))
    {
      ui_fixture_remove_folder (cache);
      return 0;
    }

  g_test_add_func ("/tell-source/profile-is-ready-later-and-says-so-once",
                   test_profile_is_ready_later_and_says_so_once);
  g_test_add_func ("/tell-source/tells-are-found-by-the-words-of-the-language",
                   test_tells_are_found_by_the_words_of_the_language);
  g_test_add_func ("/tell-source/pack-that-is-gone-says-nothing",
                   test_pack_that_is_gone_says_nothing);

  failures = g_test_run ();
  ui_fixture_remove_folder (cache);

  return failures;
}
