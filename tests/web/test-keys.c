/* test-keys.c: keys that are kept in a keyring, or for this run
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "alone.h"
#include "byl-error.h"
#include "byl-keys.h"
#include "waiting.h"

#include <gio/gio.h>
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

static BylKeyPlace
store (Fixture     *fixture,
       const char  *address,
       const char  *key,
       char       **reason,
       GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_keys_store_async (fixture->keys, &fixture->provider, address, key, NULL, waiting_done_cb,
                        &result);

  return byl_keys_store_finish (fixture->keys, waiting_for (&result), reason, error);
}

static char *
look_up (Fixture     *fixture,
         const char  *address,
         GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_keys_lookup_async (fixture->keys, &fixture->provider, address, NULL, waiting_done_cb,
                         &result);

  return byl_keys_lookup_finish (fixture->keys, waiting_for (&result), error);
}

static void
forget (Fixture    *fixture,
        const char *address)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_keys_forget_async (fixture->keys, &fixture->provider, address, NULL, waiting_done_cb,
                         &result);
  g_assert_true (byl_keys_forget_finish (fixture->keys, waiting_for (&result), &error));
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
  g_assert_false (alone_is_below (g_getenv ("HOME"), "canary"));
  g_assert_false (alone_is_below (g_getenv ("HOME"), "another-one"));
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

/* A key that stays where it is must not be called forgotten. */
static void
test_a_keyring_that_refuses_is_not_called_empty (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (g_getenv ("SECRET_FILE_TEST_PATH"), "no keyring", -1, NULL));
  byl_keys_forget_async (fixture->keys, &fixture->provider, NULL, NULL, waiting_done_cb, &result);
  g_assert_false (byl_keys_forget_finish (fixture->keys, waiting_for (&result), &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_KEY);
  assert_key (fixture, NULL, NULL);
}

/* With or without a keyring; nothing of what is kept or said may hold a key. */
static void
run_alone (gconstpointer data)
{
  /* Not ours to mend: libsecret 0.20 loses what GIO calls the version of the file. */
  const char *keyring[] = { "SECRET_BACKEND", "file", "SECRET_FILE_TEST_PATH", "HOME/keyring",
                            "SECRET_FILE_TEST_PASSWORD", "made-up",
                            "ASAN_OPTIONS", "detect_leaks=0", NULL };
  const char *name = data;
  g_autofree char *path = g_strdup_printf ("/keys/%s/subprocess", name);
  g_autofree char *output = alone_run (path, g_str_has_prefix (name, "a-keyring") ? keyring : NULL,
                                       "canary");

  g_assert_nonnull (strstr (output, name));
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
  add ("a-keyring-that-refuses-is-not-called-empty",
       test_a_keyring_that_refuses_is_not_called_empty);
  add ("without-a-keyring-a-key-lasts-for-this-run",
       test_without_a_keyring_a_key_lasts_for_this_run);

  return g_test_run ();
}
