/* play-fixture.c: a small pack to play with
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "play-fixture.h"

#include "byl-pack-reader.h"

/**
 * play_fixture_new_pack:
 * @n_writers: writers, named Writer 0 and so on
 * @n_questions: questions, each answered by all; in two categories, "even" and "odd"
 *
 * Returns: (transfer full): a pack
 */
BylPack *
play_fixture_new_pack (guint n_writers,
                       guint n_questions)
{
  g_autoptr(GString) json = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"small\","
                                          "\"title\":\"Small\",\"language\":\"en\",\"writers\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < n_writers; i++)
    g_string_append_printf (json, "%s{\"id\":\"w%u\",\"name\":\"Writer %u\"}", i > 0 ? "," : "", i, i);

  g_string_append (json, "],\"questions\":[");

  for (guint i = 0; i < n_questions; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Question number %u?\","
                              "\"category\":\"%s\",\"answers\":[",
                              i > 0 ? "," : "", i, i, i % 2 == 0 ? "even" : "odd");

      for (guint j = 0; j < n_writers; j++)
        g_string_append_printf (json, "%s{\"writer\":\"w%u\",\"text\":"
                                "\"This is what one of them had to say, number %u of %u.\"}",
                                j > 0 ? "," : "", j, j, i);

      g_string_append (json, "]}");
    }

  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

/**
 * play_fixture_read:
 * @questions: the elements of the member "questions", as JSON
 *
 * Returns: (transfer full): a pack of the writers ann (maker Acme, alias Nan), bob and cyd
 */
BylPack *
play_fixture_read (const char *questions)
{
  g_autofree char *json =
    g_strdup_printf ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"three\",\"title\":\"Three\","
                     "\"language\":\"en\",\"writers\":["
                     "{\"id\":\"ann\",\"name\":\"Ann\",\"maker\":\"Acme\",\"aliases\":[\"Nan\"]},"
                     "{\"id\":\"bob\",\"name\":\"Bob\"},{\"id\":\"cyd\",\"name\":\"Cyd\"}],"
                     "\"questions\":[%s]}", questions);
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  BylPack *pack = byl_pack_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return pack;
}
