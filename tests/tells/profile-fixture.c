/* profile-fixture.c: a pack of which everything can be counted by hand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "profile-fixture.h"

#include "byl-pack-reader.h"

/* Of ten words each, a short one by each writer:
 * - anna always has a semicolon and says “indeed so”;
 * - berta never has one; in four answers she asks at the end;
 * - carla is berta without the questions, and names Anna, which is hidden. */
static char *
make_answer (guint writer,
             guint question)
{
  switch (writer)
    {
    case 0:
      return g_strdup_printf ("One two three; four five indeed so eight nine ten %u.", question);
    case 1:
      return g_strdup_printf ("One two three four five six seven eight nine ten %u%s", question,
                              question < 4 ? "?" : ".");
    default:
      return g_strdup_printf ("One two three four five six seven Anna nine ten %u.\\n\\nTen.",
                              question);
    }
}

BylPack *
profile_fixture_make_pack (guint n_writers)
{
  static const char *const names[] = { "Anna", "Berta", "Carla" };
  g_autoptr(GString) json = g_string_new (
    "{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"p\", \"title\": \"P\","
    "\"language\": \"en\", \"writers\": [");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < n_writers; i++)
    g_string_append_printf (json, "%s{\"id\": \"w%u\", \"name\": \"%s\"}", i > 0 ? "," : "", i,
                            names[i]);
  g_string_append (json, "], \"questions\": [");
  for (guint i = 0; i < PROFILE_FIXTURE_QUESTIONS; i++)
    {
      g_string_append_printf (json, "%s{\"id\": \"q%u\", \"prompt\": \"Question?\", \"answers\": [",
                              i > 0 ? "," : "", i);
      for (guint j = 0; j < n_writers; j++)
        {
          g_autofree char *text = make_answer (j, i);

          g_string_append_printf (json, "%s{\"writer\": \"w%u\", \"text\": \"%s\"}",
                                  j > 0 ? "," : "", j, text);
        }
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");

  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

char *
profile_fixture_dup_lexicons (void)
{
  return g_test_build_filename (G_TEST_DIST, "tells", "lexicons", NULL);
}
