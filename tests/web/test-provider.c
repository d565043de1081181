/* test-provider.c: the providers that are known, and the addresses that people paste
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-known-facts.h"
#include "byl-places.h"
#include "byl-provider.h"
#include "byl-web-address.h"

#include <string.h>

static GPtrArray *
load (const char  *json,
      GError     **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("byline-XXXXXX.json", &stream, NULL);
  GPtrArray *providers;

  g_assert_true (g_file_replace_contents (file, json, strlen (json), NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, NULL));
  providers = byl_providers_load (file, error);
  g_file_delete (file, NULL, NULL);

  return providers;
}

static GPtrArray *
load_shipped (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "providers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GPtrArray *providers = byl_providers_load (file, &error);

  g_assert_no_error (error);

  return providers;
}

static void
test_a_list_with_any_fault_is_refused (void)
{
  const char *head = "{\"format\": \"byline-providers\", \"version\": 1, \"providers\": ";
  const char *bad[] = {
    "{}]", "[1]}", "[{}]}", "[{\"id\": \"a\"}]}",
    "[{\"id\": \"a\", \"interface\": \"telex\", \"name\": \"A\", \"parallel\": 1}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": 7, \"parallel\": 1}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"\", \"parallel\": 1}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 0}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 99}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1,"
    " \"address\": \"https://a.example.org/v1/\"}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1,"
    " \"note\": \"text\"}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1,"
    " \"models\": [{\"id\": \"m\", \"name\": \"M\", \"maker\": \"X\", \"price\": {}}]}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1,"
    " \"models\": [{\"id\": \"m\", \"name\": \"M\", \"maker\": \"X\", \"price\":"
    " {\"input\": -1, \"output\": 2, \"currency\": \"EUR\", \"as_of\": \"2026\","
    " \"source\": \"S\"}}]}]}",
    "[{\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1},"
    " {\"id\": \"a\", \"interface\": \"openai\", \"name\": \"A\", \"parallel\": 1}]}",
  };
  const char *alone[] = { "", "[]", "{}", "{\"format\": \"byline-providers\", \"version\": 2}",
                          "{\"format\": \"byline-writers\", \"version\": 1, \"providers\": []}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *json = g_strconcat (head, bad[i], NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (load (json, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
    }

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load (alone[i], &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
    }
}

static void
test_all_presets_are_there (void)
{
  const char *wanted[] = { "openai", "anthropic", "gemini", "meta", "mistral", "deepseek", "xai",
                           "openrouter", "ollama", "llama-cpp", "lm-studio", "other" };
  g_autoptr(GPtrArray) providers = load_shipped ();

  g_assert_cmpuint (providers->len, ==, G_N_ELEMENTS (wanted));

  for (guint i = 0; i < providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (providers, i);
      gboolean is_other = g_str_equal (wanted[i], "other");
      g_autoptr(GUri) address = is_other ? NULL : byl_web_address_parse (provider->address, NULL);

      g_assert_cmpstr (provider->id, ==, wanted[i]);
      g_assert_true (is_other == (*provider->address == '\0'));
      g_assert_true (is_other || byl_web_address_keeps_key (address));
      g_assert_true (!provider->needs_key || provider->key_variable != NULL);
      g_assert_true (!provider->needs_key || g_str_has_prefix (provider->key_page, "https://"));
      g_assert_true (!provider->needs_key || provider->models->len > 0);
    }
}

/* The name is a known one, or begins with one, as later models of a family do. */
static gboolean
is_known (GPtrArray              *writers,
          const BylProviderModel *model)
{
  for (guint i = 0; i < writers->len; i++)
    {
      const BylKnownWriter *writer = g_ptr_array_index (writers, i);

      if (!g_str_equal (writer->maker, model->maker))
        continue;
      if (g_str_has_prefix (model->name, writer->name))
        return TRUE;
      for (guint j = 0; writer->aliases[j] != NULL; j++)
        if (g_str_has_prefix (model->name, writer->aliases[j]))
          return TRUE;
    }

  return FALSE;
}

static void
test_models_bear_the_names_of_known_writers (void)
{
  g_autoptr(GPtrArray) providers = load_shipped ();
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) writers = byl_known_facts_load (file, NULL);

  g_assert_nonnull (writers);

  for (guint i = 0; i < providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (providers, i);

      for (guint j = 0; j < provider->models->len; j++)
        {
          const BylProviderModel *model = g_ptr_array_index (provider->models, j);

          if (!is_known (writers, model))
            g_test_message ("%s of %s", model->name, model->maker);
          g_assert_true (is_known (writers, model));
          g_assert_true (byl_provider_find_model (provider, model->id) == model);
        }
      g_assert_null (byl_provider_find_model (provider, "penelope-1"));
    }
}

static void
test_prices_say_whose_and_of_when_they_are (void)
{
  g_autoptr(GPtrArray) providers = load_shipped ();
  guint n_prices = 0;

  for (guint i = 0; i < providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (providers, i);

      for (guint j = 0; j < provider->models->len; j++)
        {
          const BylProviderModel *model = g_ptr_array_index (provider->models, j);
          gboolean has_price = model->input_price >= 0;

          g_assert_true (has_price == (model->output_price >= 0));
          g_assert_true (has_price == (model->currency != NULL));
          g_assert_true (has_price == (model->source != NULL));
          if (!has_price)
            continue;

          n_prices++;
          g_assert_cmpuint (strlen (model->currency), ==, 3);
          g_assert_true (g_regex_match_simple ("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", model->as_of,
                                               0, 0));
        }
    }

  g_assert_cmpuint (n_prices, >, 20);
}

static void
test_a_copy_is_whole_and_its_own (void)
{
  g_autoptr(GPtrArray) providers = load_shipped ();
  g_autoptr(BylProvider) copy = byl_provider_copy (g_ptr_array_index (providers, 0));

  g_clear_pointer (&providers, g_ptr_array_unref);
  g_assert_cmpstr (copy->id, ==, "openai");
  g_assert_true (copy->new_length);
  g_assert_cmpstr (byl_provider_find_model (copy, "gpt-5.4")->name, ==, "GPT-5.4");
  g_assert_null (byl_provider_copy (NULL));
}

static void
test_what_is_no_address_is_refused (void)
{
  const char *bad[] = { "", "   ", "openai", "api key", "sk-canary", "ftp://example.org",
                        "file:///etc/passwd", "javascript:alert(1)", "https://",
                        "https://exa mple.org/v1", "https://example.org/v1 /chat",
                        "https://example.org/\nv1", "https://me:sk-canary@example.org/v1",
                        "https://bücher.example/v1", "\xff\xfe", "https://example.org:port/v1" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
      {
        g_autoptr(GError) error = NULL;

        g_assert_null (byl_provider_tidy_address (interface, bad[i], &error));
        g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
        g_assert_null (strstr (error->message, "canary"));
      }
}

static void
test_pasted_addresses_become_base_addresses (void)
{
  const struct { BylInterface interface; const char *typed; const char *tidy; } cases[] = {
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/v1", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, " \thttps://api.openai.com/v1/// \n", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/v1/chat/completions",
      "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/v1/chat/completions/",
      "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/v1/models", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "https://api.openai.com/v1/responses", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "HTTPS://API.OpenAI.com:443/v1", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "api.openai.com", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "api.openai.com/v1", "https://api.openai.com/v1" },
    { BYL_INTERFACE_OPENAI, "localhost:8080", "http://localhost:8080/v1" },
    { BYL_INTERFACE_OPENAI, "127.0.0.1:1234/v1", "http://127.0.0.1:1234/v1" },
    { BYL_INTERFACE_OPENAI, "http://0.0.0.0:8080/", "http://127.0.0.1:8080/v1" },
    { BYL_INTERFACE_OPENAI, "http://[::1]:8080", "http://[::1]:8080/v1" },
    { BYL_INTERFACE_OPENAI, "[::1]:8080", "http://[::1]:8080/v1" },
    { BYL_INTERFACE_OPENAI, "https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1" },
    { BYL_INTERFACE_OPENAI, "https://openrouter.ai/api", "https://openrouter.ai/api/v1" },
    { BYL_INTERFACE_OPENAI, "https://generativelanguage.googleapis.com/v1beta/openai/",
      "https://generativelanguage.googleapis.com/v1beta/openai" },
    { BYL_INTERFACE_OPENAI, "https://example.org/api/v3/chat/completions",
      "https://example.org/api/v3" },
    { BYL_INTERFACE_OPENAI, "https://example.org/chat/completions",
      "https://example.org/chat/completions" },
    { BYL_INTERFACE_OPENAI, "https://example.org/v1?key=sk-canary#top", "https://example.org/v1" },
    { BYL_INTERFACE_ANTHROPIC, "https://api.anthropic.com", "https://api.anthropic.com/v1" },
    { BYL_INTERFACE_ANTHROPIC, "https://api.anthropic.com/v1/messages",
      "https://api.anthropic.com/v1" },
    { BYL_INTERFACE_ANTHROPIC, "https://example.org/anthropic/v1/",
      "https://example.org/anthropic/v1" },
    { BYL_INTERFACE_GEMINI, "https://generativelanguage.googleapis.com",
      "https://generativelanguage.googleapis.com/v1beta" },
    { BYL_INTERFACE_GEMINI, "https://generativelanguage.googleapis.com/v1beta/",
      "https://generativelanguage.googleapis.com/v1beta" },
    { BYL_INTERFACE_GEMINI, "https://generativelanguage.googleapis.com/v1beta/models/"
      "penelope-1:streamGenerateContent?alt=sse&key=sk-canary",
      "https://generativelanguage.googleapis.com/v1beta" },
    { BYL_INTERFACE_GEMINI, "https://generativelanguage.googleapis.com/v1",
      "https://generativelanguage.googleapis.com/v1" },
    { BYL_INTERFACE_OLLAMA, "http://localhost:11434", "http://localhost:11434" },
    { BYL_INTERFACE_OLLAMA, "localhost:11434/", "http://localhost:11434" },
    { BYL_INTERFACE_OLLAMA, "http://localhost:11434/api/chat", "http://localhost:11434" },
    { BYL_INTERFACE_OLLAMA, "http://localhost:11434/v1", "http://localhost:11434" },
    { BYL_INTERFACE_OLLAMA, "https://example.org/ollama/api/tags", "https://example.org/ollama" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *tidy = byl_provider_tidy_address (cases[i].interface, cases[i].typed,
                                                         &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (tidy, ==, cases[i].tidy);
      again = byl_provider_tidy_address (cases[i].interface, tidy, &error);
      g_assert_cmpstr (again, ==, tidy);
    }
}

static void
test_a_key_belongs_to_scheme_host_and_port (void)
{
  const struct { const char *address; const char *origin; } cases[] = {
    { "https://Example.org/v1", "https://example.org:443" },
    { "https://example.org:8443/", "https://example.org:8443" },
    { "http://example.org/v1?x", "http://example.org:80" },
    { "http://[::1]:8080/", "http://[::1]:8080" },
    { "example", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *origin = byl_provider_dup_origin (cases[i].address);

      g_assert_cmpstr (origin, ==, cases[i].origin);
    }
}

static void
test_interfaces_go_into_files_and_come_back (void)
{
  BylInterface interface;

  g_assert_false (byl_interface_parse ("telex", &interface));
  g_assert_false (byl_interface_parse (NULL, &interface));

  for (guint i = 0; i <= BYL_INTERFACE_OLLAMA; i++)
    {
      g_assert_true (byl_interface_parse (byl_interface_get_id (i), &interface));
      g_assert_cmpuint (interface, ==, i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provider/a-list-with-any-fault-is-refused",
                   test_a_list_with_any_fault_is_refused);
  g_test_add_func ("/provider/all-presets-are-there", test_all_presets_are_there);
  g_test_add_func ("/provider/models-bear-the-names-of-known-writers",
                   test_models_bear_the_names_of_known_writers);
  g_test_add_func ("/provider/prices-say-whose-and-of-when-they-are",
                   test_prices_say_whose_and_of_when_they_are);
  g_test_add_func ("/provider/a-copy-is-whole-and-its-own", test_a_copy_is_whole_and_its_own);
  g_test_add_func ("/provider/what-is-no-address-is-refused", test_what_is_no_address_is_refused);
  g_test_add_func ("/provider/pasted-addresses-become-base-addresses",
                   test_pasted_addresses_become_base_addresses);
  g_test_add_func ("/provider/a-key-belongs-to-scheme-host-and-port",
                   test_a_key_belongs_to_scheme_host_and_port);
  g_test_add_func ("/provider/interfaces-go-into-files-and-come-back",
                   test_interfaces_go_into_files_and_come_back);

  return g_test_run ();
}
