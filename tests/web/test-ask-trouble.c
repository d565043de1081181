/* test-ask-trouble.c: what servers say when they do not answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-trouble.h"
#include "byl-error.h"

#include <string.h>

static void
test_every_shape_of_an_error_is_understood (void)
{
  const struct { guint status; const char *body; guint means; const char *message;
                 gboolean passes; gboolean is_spent; int code; } cases[] = {
    { 400, "", 400, NULL, FALSE, FALSE, BYL_ERROR_SERVER },
    { 500, "<html>", 500, NULL, TRUE, FALSE, BYL_ERROR_SERVER },
    { 500, "{\"error\":{\"message\":\"a\"}}", 500, "a", TRUE, FALSE, BYL_ERROR_SERVER },
    { 400, "{\"error\":\"a\"}", 400, "a", FALSE, FALSE, BYL_ERROR_SERVER },
    { 400, "{\"message\":\"a\"}", 400, "a", FALSE, FALSE, BYL_ERROR_SERVER },
    { 400, "{\"detail\":\"a\"}", 400, "a", FALSE, FALSE, BYL_ERROR_SERVER },
    { 422, "{\"detail\":[{\"loc\":[\"body\",0,\"stream_options\"],\"msg\":\"no\"}]}", 422,
      "body.stream_options: no", FALSE, FALSE, BYL_ERROR_SERVER },
    { 422, "{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"top_k\"],\"msg\":\"no\"}]}}",
      422, "top_k: no", FALSE, FALSE, BYL_ERROR_SERVER },
    { 422, "{\"detail\":[7]}", 422, NULL, FALSE, FALSE, BYL_ERROR_SERVER },
    { 422, "{\"detail\":[{\"loc\":7,\"msg\":\"a\"}]}", 422, "a", FALSE, FALSE, BYL_ERROR_SERVER },
    { 400, "{\"error\":{\"message\":7,\"code\":[],\"type\":null,\"status\":{}}}", 400, NULL, FALSE,
      FALSE, BYL_ERROR_SERVER },
    { 400, "{\"error\":{\"message\":\"a\\n\\tb\\u202e c\"}}", 400, "a b c", FALSE, FALSE,
      BYL_ERROR_SERVER },
    { 200, "{\"error\":{\"code\":429,\"message\":\"a\"}}", 429, "a", TRUE, FALSE,
      BYL_ERROR_SERVER },
    { 200, "{\"error\":{\"code\":\"429\"}}", 429, NULL, TRUE, FALSE, BYL_ERROR_SERVER },
    { 200, "{\"error\":{\"code\":7}}", 0, NULL, FALSE, FALSE, BYL_ERROR_SERVER },
    { 200, "{\"error\":{\"type\":\"overloaded_error\"}}", 529, NULL, TRUE, FALSE,
      BYL_ERROR_SERVER },
    { 200, "[{\"error\":{\"code\":503,\"status\":\"UNAVAILABLE\"}}]", 503, NULL, TRUE, FALSE,
      BYL_ERROR_SERVER },
    { 200, "{\"error\":{\"type\":\"authentication_error\"}}", 401, NULL, FALSE, FALSE,
      BYL_ERROR_KEY },
    { 200, "[]", 0, NULL, FALSE, FALSE, BYL_ERROR_SERVER },
    { 400, "{\"error\":{\"code\":400,\"message\":\"API key not valid. Try another.\",\"status\":"
           "\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}", 401,
      "API key not valid. Try another.", FALSE, FALSE, BYL_ERROR_KEY },
    { 400, "{\"code\":\"no\",\"error\":\"Incorrect API key provided\"}", 401,
      "Incorrect API key provided", FALSE, FALSE, BYL_ERROR_KEY },
    { 402, "", 402, NULL, FALSE, TRUE, BYL_ERROR_SERVER },
    { 429, "{\"error\":{\"code\":\"insufficient_quota\"}}", 429, NULL, FALSE, TRUE,
      BYL_ERROR_SERVER },
    { 403, "{\"error\":{\"message\":\"Please set up billing\"}}", 403, "Please set up billing",
      FALSE, TRUE, BYL_ERROR_SERVER },
    { 429, "{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"billing\",\"details\":"
           "[{},{\"retryDelay\":\"2s\"}]}}", 429, "billing", TRUE, FALSE, BYL_ERROR_SERVER },
    { 429, "{\"error\":{\"message\":\"billing\",\"details\":[{\"retryDelay\":\"soon\"}]}}", 429,
      "billing", FALSE, TRUE, BYL_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BylAskTrouble) trouble =
        byl_ask_trouble_read (cases[i].status, cases[i].body, strlen (cases[i].body), NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].body);
      g_assert_cmpuint (trouble->status, ==, cases[i].means);
      g_assert_cmpstr (trouble->message, ==, cases[i].message);
      g_assert_cmpint (byl_ask_trouble_is_passing (trouble), ==, cases[i].passes);
      g_assert_cmpint (trouble->is_spent, ==, cases[i].is_spent);
      byl_ask_trouble_set_error (trouble, TRUE, &error);
      g_assert_error (error, BYL_ERROR, cases[i].code);
    }
}

static void
test_a_long_story_is_made_short (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *body = g_strdup_printf ("{\"error\":\"%s\"}", long_text);
  g_autoptr(BylAskTrouble) trouble = byl_ask_trouble_read (400, body, strlen (body), "sk-x-x-x-x");

  g_assert_cmpint (g_utf8_strlen (trouble->message, -1), ==, 301);
  g_assert_true (g_str_has_suffix (trouble->message, "x…"));
}

static void
test_words_of_the_interface_are_found_wherever_they_stand (void)
{
  const char *bodies[] = { "{\"error\":{\"message\":\"no stream_options here\"}}",
                           "{\"error\":{\"code\":\"stream_options\"}}",
                           "{\"detail\":[{\"loc\":[\"stream_options\"],\"msg\":\"no\"}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(BylAskTrouble) trouble = byl_ask_trouble_read (400, bodies[i], strlen (bodies[i]),
                                                               NULL);

      g_assert_true (byl_ask_trouble_mentions (trouble, "stream_options"));
      g_assert_false (byl_ask_trouble_mentions (trouble, "max_completion_tokens"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ask-trouble/every-shape-of-an-error-is-understood",
                   test_every_shape_of_an_error_is_understood);
  g_test_add_func ("/ask-trouble/a-long-story-is-made-short", test_a_long_story_is_made_short);
  g_test_add_func ("/ask-trouble/words-of-the-interface-are-found-wherever-they-stand",
                   test_words_of_the_interface_are_found_wherever_they_stand);

  return g_test_run ();
}
