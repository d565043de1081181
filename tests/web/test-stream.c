/* test-stream.c: pieces that come in pieces of their own
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-stream.h"

#include <string.h>

#define MAX_LINE 1000

typedef struct
{
  GString *pieces; /* each with a bar behind it */
  guint    enough; /* pieces after which it is said that no more matter; 0 = never */
  guint    n;
} Taken;

static gboolean
take (const char  *data,
      gsize        length,
      gpointer     user_data,
      GError     **error)
{
  Taken *taken = user_data;

  g_assert_cmpuint (strlen (data), ==, length);
  g_string_append_printf (taken->pieces, "%s|", data);
  taken->n++;

  return taken->n != taken->enough;
}

/* Feeds a text in steps of a given size, and gives back what came of it. */
static char *
part (BylStreamKind  kind,
      const char    *text,
      gsize          step)
{
  Taken taken = { g_string_new (NULL), 0, 0 };
  g_autoptr(BylStream) stream = byl_stream_new (kind, MAX_LINE, take, &taken);
  g_autoptr(GError) error = NULL;
  gsize length = strlen (text);

  for (gsize at = 0; at < length; at += step)
    g_assert_true (byl_stream_feed (stream, text + at, MIN (step, length - at), &error));
  g_assert_true (byl_stream_end (stream, &error));
  g_assert_no_error (error);

  return g_string_free (taken.pieces, FALSE);
}

static void
test_a_line_without_an_end_is_refused (void)
{
  const BylStreamKind kinds[] = { BYL_STREAM_EVENTS, BYL_STREAM_LINES };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Taken taken = { g_string_new (NULL), 0, 0 };
      g_autoptr(BylStream) stream = byl_stream_new (kinds[i], MAX_LINE, take, &taken);
      g_autoptr(GError) error = NULL;
      char piece[100];
      guint n = 0;

      memset (piece, 'x', sizeof piece);
      while (byl_stream_feed (stream, piece, sizeof piece, &error))
        n++;

      g_assert_error (error, BYL_ERROR, BYL_ERROR_SERVER);
      g_assert_cmpuint (n, ==, MAX_LINE / sizeof piece);
      g_assert_false (byl_stream_feed (stream, "\n", 1, NULL));
      g_assert_cmpuint (taken.n, ==, 0);
      g_string_free (taken.pieces, TRUE);
    }
}

static void
test_an_event_of_many_lines_is_no_way_around_the_cap (void)
{
  Taken taken = { g_string_new (NULL), 0, 0 };
  g_autoptr(BylStream) stream = byl_stream_new (BYL_STREAM_EVENTS, MAX_LINE, take, &taken);
  g_autoptr(GError) error = NULL;
  guint n = 0;

  while (byl_stream_feed (stream, "data: 12345678\n", 15, &error) && n < 1000)
    n++;

  g_assert_error (error, BYL_ERROR, BYL_ERROR_SERVER);
  g_assert_cmpuint (n, <, 150);
  g_string_free (taken.pieces, TRUE);
}

static void
test_events_are_parted_however_they_come (void)
{
  const struct { const char *text; const char *pieces; } cases[] = {
    { "", "" },
    { "data: one\n\ndata: two\n\n", "one|two|" },
    { "data:one\r\n\r\ndata:two\r\n\r\n", "one|two|" },
    { "data: one\r\ndata: more\r\n\r\n", "one\nmore|" },
    { "data: one\r\rdata: two\r\r", "one|two|" },
    { "\xef\xbb\xbf" "data: one\n\n", "one|" },
    { ": a comment\n\ndata: one\n: another\ndata: more\n\n", "one\nmore|" },
    { "event: ping\ndata: {}\nid: 7\nretry: 10\n\n", "{}|" },
    { "data\n\ndata:\n\ndata:  two spaces\n\n", "|| two spaces|" },
    { "database: no\ndatum\n\ndata: Grüße, 你好 🧵\n\n", "Grüße, 你好 🧵|" },
    { "data: no end", "no end|" },
    { "data: no empty line\n", "no empty line|" },
    { "\n\n\r\n\rdata: late\n\n\n\n", "late|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 40; step++)
      {
        g_autofree char *pieces = part (BYL_STREAM_EVENTS, cases[i].text, step);

        g_assert_cmpstr (pieces, ==, cases[i].pieces);
      }
}

static void
test_lines_are_parted_however_they_come (void)
{
  const struct { const char *text; const char *pieces; } cases[] = {
    { "{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}|{\"b\":2}|" },
    { "{\"a\":1}\r\n\r\n{\"b\":2}", "{\"a\":1}|{\"b\":2}|" },
    { "\xef\xbb\xbf{\"ü\":1}\n \t \n{}", "{\"ü\":1}|{}|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 20; step++)
      {
        g_autofree char *pieces = part (BYL_STREAM_LINES, cases[i].text, step);

        g_assert_cmpstr (pieces, ==, cases[i].pieces);
      }
}

static void
test_after_enough_nothing_is_taken (void)
{
  Taken taken = { g_string_new (NULL), 1, 0 };
  g_autoptr(BylStream) stream = byl_stream_new (BYL_STREAM_EVENTS, MAX_LINE, take, &taken);
  g_autoptr(GError) error = NULL;
  const char *text = "data: one\n\ndata: two\n\n";

  g_assert_false (byl_stream_feed (stream, text, strlen (text), &error));
  g_assert_no_error (error);
  g_assert_false (byl_stream_feed (stream, text, strlen (text), &error));
  g_assert_true (byl_stream_end (stream, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (taken.pieces->str, ==, "one|");
  g_string_free (taken.pieces, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stream/a-line-without-an-end-is-refused",
                   test_a_line_without_an_end_is_refused);
  g_test_add_func ("/stream/an-event-of-many-lines-is-no-way-around-the-cap",
                   test_an_event_of_many_lines_is_no_way_around_the_cap);
  g_test_add_func ("/stream/events-are-parted-however-they-come",
                   test_events_are_parted_however_they_come);
  g_test_add_func ("/stream/lines-are-parted-however-they-come",
                   test_lines_are_parted_however_they_come);
  g_test_add_func ("/stream/after-enough-nothing-is-taken", test_after_enough_nothing_is_taken);

  return g_test_run ();
}
