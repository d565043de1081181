/* test-web-address.c: addresses that are asked, and those that may see a key
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-web-address.h"

static void
test_what_is_no_web_address_is_refused (void)
{
  const char *bad[] = { "", " ", "example.org", "file:///etc/passwd", "ftp://example.org/",
                        "https://", "https:///path", "http:example.org", "javascript:alert(1)",
                        "https://[::1", "https://example.org:port/", "\xff\xfe",
                        "https://exa mple.org/" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (byl_web_address_parse (bad[i], &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
    }
}

static void
test_a_password_in_an_address_is_refused_and_not_repeated (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_web_address_parse ("https://me:sk-canary@example.org/", &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_ADDRESS);
  g_assert_null (strstr (error->message, "canary"));
}

static void
test_white_space_around_an_address_does_not_count (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) address = byl_web_address_parse (" HTTPS://example.org/v1\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_scheme (address), ==, "https");
  g_assert_cmpstr (g_uri_get_path (address), ==, "/v1");
}

static void
test_only_an_enciphered_way_or_none_keeps_a_key (void)
{
  const struct { const char *address; gboolean loopback; gboolean keeps_key; } cases[] = {
    { "https://example.org/", FALSE, TRUE },
    { "http://example.org/", FALSE, FALSE },
    { "http://localhost:11434/v1", TRUE, TRUE },
    { "http://127.0.0.1:8080/", TRUE, TRUE },
    { "http://[::1]:8080/", TRUE, TRUE },
    { "http://192.168.1.2:8080/", FALSE, FALSE },
    { "http://localhost.example.org/", FALSE, FALSE },
    { "http://127.0.0.1.example.org/", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GUri) address = byl_web_address_parse (cases[i].address, NULL);

      g_assert_nonnull (address);
      g_assert_cmpint (byl_web_address_is_loopback (address), ==, cases[i].loopback);
      g_assert_cmpint (byl_web_address_keeps_key (address), ==, cases[i].keeps_key);
    }
}

static void
test_a_port_need_not_be_written (void)
{
  const struct { const char *text; int port; gboolean is_usual; } cases[] = {
    { "https://example.org/", 443, TRUE }, { "http://example.org", 80, TRUE },
    { "https://example.org:443/", 443, TRUE }, { "http://example.org:443/", 443, FALSE },
    { "http://[::1]:8080", 8080, FALSE }, { "https://example.org:0/", 443, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GUri) address = byl_web_address_parse (cases[i].text, NULL);

      g_assert_nonnull (address);
      g_assert_cmpint (byl_web_address_get_port (address), ==, cases[i].port);
      g_assert_cmpint (byl_web_address_has_usual_port (address), ==, cases[i].is_usual);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web-address/what-is-no-web-address-is-refused",
                   test_what_is_no_web_address_is_refused);
  g_test_add_func ("/web-address/a-password-in-an-address-is-refused-and-not-repeated",
                   test_a_password_in_an_address_is_refused_and_not_repeated);
  g_test_add_func ("/web-address/white-space-around-an-address-does-not-count",
                   test_white_space_around_an_address_does_not_count);
  g_test_add_func ("/web-address/only-an-enciphered-way-or-none-keeps-a-key",
                   test_only_an_enciphered_way_or_none_keeps_a_key);
  g_test_add_func ("/web-address/a-port-need-not-be-written", test_a_port_need_not_be_written);

  return g_test_run ();
}
