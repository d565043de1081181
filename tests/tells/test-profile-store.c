/* test-profile-store.c: profiles are kept, and a damaged cache does no harm
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "profile-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *cache;
  char *lexicons;
  BylPack *pack;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cache = g_dir_make_tmp ("byline-profiles-XXXXXX", NULL);
  fixture->lexicons = profile_fixture_dup_lexicons ();
  fixture->pack = profile_fixture_make_pack (3);
}

static char *
dup_folder (const Fixture *fixture)
{
  return g_build_filename (fixture->cache, "profiles", NULL);
}

/* The only file of the cache. */
static char *
find_file (const Fixture *fixture)
{
  g_autofree char *folder = dup_folder (fixture);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  char *path;

  g_assert_nonnull (dir);
  name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  path = g_build_filename (folder, name, NULL);
  g_assert_null (g_dir_read_name (dir));

  return path;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = dup_folder (fixture);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_rmdir (fixture->cache);
  g_free (fixture->cache);
  g_free (fixture->lexicons);
  byl_pack_unref (fixture->pack);
}

static BylProfile *
load (const Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  BylProfile *profile =
    byl_profile_load (fixture->pack, NULL, fixture->lexicons, fixture->cache, NULL, &error);

  g_assert_no_error (error);
  return profile;
}

static void
assert_same (const BylProfile *first,
             const BylProfile *second)
{
  for (guint i = 0; i < 3; i++)
    {
      guint n;
      guint n_words;
      guint n_other_words;
      const BylMeasure *measures = byl_profile_get_measures (first, i, &n);
      const BylMeasuredWord *words = byl_profile_get_words (first, i, &n_words);
      const BylMeasuredWord *other_words = byl_profile_get_words (second, i, &n_other_words);

      for (guint j = 0; j < n; j++)
        {
          const BylMeasure *other = byl_profile_find_measure (second, i, measures[j].tell);

          g_assert_true (memcmp (&measures[j].value, &other->value, sizeof (double)) == 0);
          g_assert_true (memcmp (&measures[j].z, &other->z, sizeof (double)) == 0);
        }

      g_assert_cmpuint (n_words, ==, n_other_words);
      for (guint j = 0; j < n_words; j++)
        g_assert_cmpstr (words[j].text, ==, other_words[j].text);
    }
}

static void
test_kept_profile_is_the_same (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(BylProfile) made = load (fixture);
  g_autofree char *path = find_file (fixture);
  g_autoptr(BylProfile) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  gsize length_after;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  kept = load (fixture);
  assert_same (made, kept);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length, after, length_after);
}

/* Cut off, or with any of its bytes changed, or nothing at all. */
static void
test_damaged_file_is_made_anew (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(BylProfile) made = load (fixture);
  g_autofree char *path = find_file (fixture);
  g_autofree char *good = NULL;
  gsize length;
  const gsize cuts[] = { 0, 1, 31, 32, 33, 100 };

  g_assert_true (g_file_get_contents (path, &good, &length, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autoptr(BylProfile) again = NULL;
      g_autofree char *mended = NULL;
      gsize mended_length;

      g_assert_true (g_file_set_contents (path, good, cuts[i], NULL));
      again = load (fixture);
      assert_same (made, again);
      g_assert_true (g_file_get_contents (path, &mended, &mended_length, NULL));
      g_assert_cmpmem (good, length, mended, mended_length);
    }

  for (gsize at = 0; at < length; at += length / 20)
    {
      g_autoptr(BylProfile) again = NULL;
      g_autofree char *damaged = g_memdup2 (good, length);

      damaged[at] ^= 0x55;
      g_assert_true (g_file_set_contents (path, damaged, (gssize) length, NULL));
      again = load (fixture);
      assert_same (made, again);
    }
}

static void
test_other_content_is_another_file (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(BylProfile) first = load (fixture);
  g_autofree char *folder = dup_folder (fixture);
  g_autoptr(BylProfile) without_words = NULL;
  g_autoptr(GDir) dir = NULL;
  guint n = 0;

  /* The same pack without a lexicon is not the same. */
  without_words = byl_profile_load (fixture->pack, NULL, NULL, fixture->cache, NULL, NULL);
  g_assert_nonnull (without_words);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 2);
}

static void
test_unwritable_cache_is_no_error (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylProfile) profile = byl_profile_load (fixture->pack, NULL, fixture->lexicons,
                                                    "/proc/nowhere", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (profile);
}

static void
test_bad_lexicon_is_an_error (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->cache, "en.json", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  g_assert_null (byl_profile_load (fixture->pack, NULL, fixture->cache, NULL, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
  g_remove (path);
}

static void
test_measuring_can_be_given_up (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (byl_profile_load (fixture->pack, NULL, fixture->lexicons, fixture->cache,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function) \
  g_test_add ("/profile-store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("damaged-file-is-made-anew", test_damaged_file_is_made_anew);
  ADD ("unwritable-cache-is-no-error", test_unwritable_cache_is_no_error);
  ADD ("bad-lexicon-is-an-error", test_bad_lexicon_is_an_error);
  ADD ("kept-profile-is-the-same", test_kept_profile_is_the_same);
  ADD ("other-content-is-another-file", test_other_content_is_another_file);
  ADD ("measuring-can-be-given-up", test_measuring_can_be_given_up);

  return g_test_run ();
}
