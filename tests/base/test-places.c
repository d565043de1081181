/* test-places.c: where the program looks for its data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-places.h"

#include <glib/gstdio.h>

/* The places are looked for once in a process, so each case has one of its own. */
static void
run_again (void)
{
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_the_environment_comes_first (void)
{
  if (!g_test_subprocess ())
    {
      run_again ();
      return;
    }

  g_setenv ("BYLINE_DATA_DIR", "/some/data", TRUE);
  g_setenv ("BYLINE_LOCALE_DIR", "/some/locale", TRUE);
  g_assert_cmpstr (byl_places_get_data_dir (), ==, "/some/data");
  g_assert_cmpstr (byl_places_get_locale_dir (), ==, "/some/locale");

  g_setenv ("BYLINE_DATA_DIR", "/other/data", TRUE);
  g_assert_cmpstr (byl_places_get_data_dir (), ==, "/some/data");
}

static void
test_without_anything_it_is_what_was_compiled_in (void)
{
  if (!g_test_subprocess ())
    {
      run_again ();
      return;
    }

  /* Beside a build folder lies no share folder. */
  g_setenv ("BYLINE_DATA_DIR", "", TRUE);
  g_unsetenv ("BYLINE_LOCALE_DIR");
  g_assert_cmpstr (byl_places_get_data_dir (), ==, PKGDATADIR);
  g_assert_cmpstr (byl_places_get_locale_dir (), ==, LOCALEDIR);
}

/* Run from a prefix made for it, a copy of this program prints what it finds. */
static void
test_a_moved_program_finds_what_lies_beside_it (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *prefix = g_dir_make_tmp ("byline-places-XXXXXX", &error);
  g_autofree char *bin = g_build_filename (prefix, "bin", NULL);
  g_autofree char *data = g_build_filename (prefix, "share", "byline", NULL);
  g_autofree char *locale = g_build_filename (prefix, "share", "locale", NULL);
  g_autofree char *program = g_build_filename (bin, "program", NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (self);
  g_autoptr(GFile) to = g_file_new_for_path (program);
  g_autofree char *output = NULL;
  g_autofree char *wanted = g_strdup_printf ("%s\n%s\n", data, locale);
  char *arguments[] = { program, (char *) "--print-places", NULL };
  g_auto(GStrv) environment = g_environ_unsetenv (g_get_environ (), "BYLINE_DATA_DIR");

  environment = g_environ_unsetenv (environment, "BYLINE_LOCALE_DIR");
  g_assert_no_error (error);
  g_mkdir_with_parents (bin, 0700);
  g_mkdir_with_parents (data, 0700);
  g_mkdir_with_parents (locale, 0700);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_spawn_sync (NULL, arguments, environment, 0, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, wanted);

  g_remove (program);
  g_rmdir (bin);
  g_rmdir (data);
  g_rmdir (locale);
  g_autofree char *share = g_build_filename (prefix, "share", NULL);
  g_rmdir (share);
  g_rmdir (prefix);
}

static void
test_the_users_folders_are_called_byline (void)
{
  g_autofree char *user = byl_places_dup_user_dir ();
  g_autofree char *cache = byl_places_dup_cache_dir ();
  g_autofree char *user_wanted = g_build_filename (g_get_user_data_dir (), "byline", NULL);
  g_autofree char *cache_wanted = g_build_filename (g_get_user_cache_dir (), "byline", NULL);

  g_assert_cmpstr (user, ==, user_wanted);
  g_assert_cmpstr (cache, ==, cache_wanted);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--print-places"))
    {
      g_print ("%s\n%s\n", byl_places_get_data_dir (), byl_places_get_locale_dir ());
      return 0;
    }

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/places/the-environment-comes-first", test_the_environment_comes_first);
  g_test_add_func ("/places/without-anything-it-is-what-was-compiled-in",
                   test_without_anything_it_is_what_was_compiled_in);
  g_test_add_func ("/places/a-moved-program-finds-what-lies-beside-it",
                   test_a_moved_program_finds_what_lies_beside_it);
  g_test_add_func ("/places/the-users-folders-are-called-byline",
                   test_the_users_folders_are_called_byline);

  return g_test_run ();
}
