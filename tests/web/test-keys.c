/* test-keys.c: keys that are kept in a keyring, or for this run
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-keys.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define VARIABLE "BYLINE_TEST_KEY"

typedef struct
{
  BylKeys     *keys;
  BylProvider  provider;
  char        *canary;
} Fixture;

/* Each test has a keyring of its own in a file, which libsecret keeps for tests, or none: then the
 * bus is one that nobody answers on. libsecret decides for good at its first use, so each of these
 * tests is run in a process of its own. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->keys = byl_keys_new ();
  fixture->canary = g_strdup_printf ("sk-%s-%08x%08x", "canary", g_random_int (),
                                     g_random_int ());
  fixture->provider.id = (char *) "made-up";
  fixture->provider.name = (char *) "Made up";
  fixture->provider.address = (char *) "https://api.example.org/v1";
  fixture->provider.key_variable = (char *) VARIABLE;
  g_unsetenv (VARIABLE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unsetenv (VARIABLE);
  g_assert_finalize_object (fixture->keys);
  byl_key_free (fixture->canary);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **to = user_data;

  *to = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static BylKeyPlace
store (Fixture     *fixture,
       const char  *address,
       const char  *key,
       char       **reason,
       GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_keys_store_async (fixture->keys, &fixture->provider, address, key, NULL, done_cb, &result);

  return byl_keys_store_finish (fixture->keys, wait_for (&result), reason, error);
}

static char *
look_up (Fixture     *fixture,
         const char  *address,
         GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_keys_lookup_async (fixture->keys, &fixture->provider, address, NULL, done_cb, &result);

  return byl_keys_lookup_finish (fixture->keys, wait_for (&result), error);
}

static void
forget (Fixture    *fixture,
        const char *address)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_keys_forget_async (fixture->keys, &fixture->provider, address, NULL, done_cb, &result);
  g_assert_true (byl_keys_forget_finish (fixture->keys, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
assert_key (Fixture    *fixture,
            const char *address,
            const char *should_be)
{
  g_autoptr(GError) error = NULL;
  char *key = look_up (fixture, address, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, should_be);
  byl_key_free (key);
}

static void
assert_where (Fixture     *fixture,
              const char  *address,
              BylKeyPlace  place)
{
  g_assert_cmpint (byl_keys_where (fixture->keys, &fixture->provider, address), ==, place);
}

static void
test_what_is_no_key_is_not_kept (Fixture       *fixture,
                                 gconstpointer  data)
{
  const char *bad[] = { "", " \n", "two words", "line\nbreak", "ké", "\x7f" "sk" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *reason = NULL;

      g_assert_cmpint (store (fixture, NULL, bad[i], &reason, &error), ==, BYL_KEY_NONE);
      g_assert_error (error, BYL_ERROR, BYL_ERROR_KEY);
      g_assert_null (reason);
      assert_where (fixture, NULL, BYL_KEY_NONE);
    }
}

static void
test_what_is_no_address_has_no_key (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) second = NULL;

  g_assert_cmpint (store (fixture, "nowhere", fixture->canary, NULL, &error), ==, BYL_KEY_NONE);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
  g_assert_null (strstr (error->message, "canary"));
  g_assert_null (look_up (fixture, "nowhere", &second));
  g_assert_error (second, BYL_ERROR, BYL_ERROR_ADDRESS);
  assert_where (fixture, "nowhere", BYL_KEY_NONE);
}

static void
test_a_variable_is_for_the_providers_own_address (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_key (fixture, NULL, NULL);
  g_setenv (VARIABLE, "", TRUE);
  assert_key (fixture, NULL, NULL);
  assert_where (fixture, NULL, BYL_KEY_NONE);

  g_setenv (VARIABLE, " from-the-environment\n", TRUE);
  assert_where (fixture, NULL, BYL_KEY_ENVIRONMENT);
  assert_key (fixture, NULL, "from-the-environment");
  assert_key (fixture, "api.example.org/v1/chat/completions", "from-the-environment");

  assert_key (fixture, "https://api.example.org:8443/v1", NULL);
  assert_key (fixture, "http://api.example.org/v1", NULL);
  assert_key (fixture, "https://api.example.org.evil.example/v1", NULL);
  assert_key (fixture, "http://localhost:8080", NULL);
  assert_where (fixture, "http://localhost:8080", BYL_KEY_NONE);

  g_setenv (VARIABLE, "sk canary", TRUE);
  g_assert_null (look_up (fixture, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_KEY);
  g_assert_nonnull (strstr (error->message, VARIABLE));
  g_assert_null (strstr (error->message, "canary"));
}

static void
test_a_provider_without_an_address_has_no_variable (Fixture       *fixture,
                                                    gconstpointer  data)
{
  fixture->provider.address = (char *) "";
  g_setenv (VARIABLE, "from-the-environment", TRUE);
  assert_key (fixture, "https://api.example.org", NULL);
}

/* Whether a text is in any file below a folder. */
static gboolean
is_below (const char *folder,
          const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean is_found = FALSE;
  const char *name;

  while (dir != NULL && !is_found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        is_found = is_below (path, text);
      else if (g_file_get_contents (path, &contents, &length, NULL))
        is_found = g_strstr_len (contents, (gssize) length, text) != NULL;
    }

  return is_found;
}

static void
test_a_keyring_keeps_keys_by_origin (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *typed = g_strdup_printf ("\n %s \r\n", fixture->canary);

  g_assert_cmpint (store (fixture, NULL, typed, &reason, &error), ==, BYL_KEY_IN_KEYRING);
  g_assert_no_error (error);
  g_assert_null (reason);

  /* Another program that starts later finds it, and nobody at another origin does. */
  g_assert_finalize_object (fixture->keys);
  fixture->keys = byl_keys_new ();
  g_setenv (VARIABLE, "from-the-environment", TRUE);
  assert_where (fixture, NULL, BYL_KEY_ENVIRONMENT);
  assert_key (fixture, NULL, fixture->canary);
  assert_where (fixture, NULL, BYL_KEY_IN_KEYRING);
  assert_key (fixture, "https://API.example.org/v1/messages", fixture->canary);
  assert_key (fixture, "https://api.example.org:8443/v1", NULL);
  assert_key (fixture, "http://api.example.org/v1", NULL);
  assert_key (fixture, "https://example.org/v1", NULL);

  g_assert_cmpint (store (fixture, NULL, "another-one", NULL, &error), ==, BYL_KEY_IN_KEYRING);
  assert_key (fixture, NULL, "another-one");
  g_assert_false (is_below (g_getenv ("HOME"), "canary"));
  g_assert_false (is_below (g_getenv ("HOME"), "another-one"));
  forget (fixture, NULL);
  assert_key (fixture, NULL, "from-the-environment");
  g_unsetenv (VARIABLE);
  assert_key (fixture, NULL, NULL);
  assert_where (fixture, NULL, BYL_KEY_NONE);
}

static void
test_without_a_keyring_a_key_lasts_for_this_run (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;
  gint64 start = g_get_monotonic_time ();

  g_setenv (VARIABLE, "from-the-environment", TRUE);
  g_assert_cmpint (store (fixture, NULL, fixture->canary, &reason, &error), ==, BYL_KEY_THIS_RUN);
  g_assert_no_error (error);
  g_assert_nonnull (reason);
  g_assert_null (strstr (reason, "canary"));
  assert_where (fixture, NULL, BYL_KEY_THIS_RUN);
  assert_key (fixture, NULL, fixture->canary);
  assert_key (fixture, "http://localhost:1", NULL);
  forget (fixture, NULL);
  assert_key (fixture, NULL, "from-the-environment");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
remove_below (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_below (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Runs a test of this program on its own, with or without a keyring, in an empty home; nothing of
 * what it keeps or says may hold a key. */
static void
run_alone (gconstpointer data)
{
  const char *name = data;
  gboolean has_keyring = strstr (name, "keyring-keeps") != NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("byline-keys-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "keyring", NULL);
  g_autofree char *path = g_strdup_printf ("/keys/%s/subprocess", name);
  g_autofree char *output = NULL;
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr(GSubprocess) child = NULL;
  const char *homes[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                          "XDG_STATE_HOME", "XDG_RUNTIME_DIR" };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_subprocess_launcher_setenv (launcher, homes[i], folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  if (has_keyring)
    {
      /* Not ours: libsecret 0.20 loses what GIO calls the version of the file. */
      g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "detect_leaks=0", TRUE);
      g_subprocess_launcher_setenv (launcher, "SECRET_BACKEND", "file", TRUE);
      g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PATH", file, TRUE);
      g_subprocess_launcher_setenv (launcher, "SECRET_FILE_TEST_PASSWORD", "made-up", TRUE);
    }

  child = g_subprocess_launcher_spawn (launcher, &error, g_get_prgname (), "--verbose", "-p", path,
                                       NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  if (!g_subprocess_get_successful (child))
    g_test_message ("%s", output);
  g_assert_true (g_subprocess_get_successful (child));
  g_assert_null (strstr (output, "canary"));
  g_assert_true (has_keyring == g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_false (is_below (folder, "canary"));
  remove_below (folder);
}

static void
add (const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/keys/", name, NULL);
  g_autofree char *alone = g_strconcat (path, "/subprocess", NULL);

  g_test_add_data_func (path, name, run_alone);
  g_test_add (alone, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_set_prgname (argv[0]);
  g_test_init (&argc, &argv, NULL);

  add ("what-is-no-key-is-not-kept", test_what_is_no_key_is_not_kept);
  add ("what-is-no-address-has-no-key", test_what_is_no_address_has_no_key);
  add ("a-variable-is-for-the-providers-own-address",
       test_a_variable_is_for_the_providers_own_address);
  add ("a-provider-without-an-address-has-no-variable",
       test_a_provider_without_an_address_has_no_variable);
  add ("a-keyring-keeps-keys-by-origin", test_a_keyring_keeps_keys_by_origin);
  add ("without-a-keyring-a-key-lasts-for-this-run",
       test_without_a_keyring_a_key_lasts_for_this_run);

  return g_test_run ();
}
