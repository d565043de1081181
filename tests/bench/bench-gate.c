/* bench-gate.c: what the gate and the pack's reader cost beside the JSON parser alone
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"
#include "byl-pack-reader.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>

#define N_TIMES 5

typedef gboolean (*Work) (GBytes *bytes);

static gboolean
check (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(BylProblem) problem = byl_gate_check (data, length);

  return problem == NULL;
}

static gboolean
parse (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr(JsonParser) parser = json_parser_new ();

  return json_parser_load_from_data (parser, data, (gssize) length, NULL);
}

/* The reader checks at the gate, parses, and makes the pack. */
static gboolean
read_pack (GBytes *bytes)
{
  g_autoptr(BylPack) pack = byl_pack_read (bytes, NULL, NULL);

  return pack != NULL;
}

static int
compare_times (const void *first,
               const void *second)
{
  gint64 difference = *(const gint64 *) first - *(const gint64 *) second;

  return difference < 0 ? -1 : difference > 0;
}

/* The median time in microseconds. */
static gint64
measure (Work    work,
         GBytes *bytes)
{
  gint64 times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (!work (bytes))
        g_error ("The file is no pack.");
      times[i] = MAX (g_get_monotonic_time () - start, 1);
    }

  qsort (times, N_TIMES, sizeof *times, compare_times);
  return times[N_TIMES / 2];
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  gsize length;
  gint64 alone;

  if (argc != 2)
    {
      g_printerr ("bench-gate PACK.json\n");
      return EXIT_FAILURE;
    }

  if (!g_file_get_contents (argv[1], &content, &length, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  alone = measure (parse, bytes);

  g_print ("gate / json-glib: %.3f\n", (double) measure (check, bytes) / alone);
  g_print ("byl_pack_read / json-glib: %.3f\n", (double) measure (read_pack, bytes) / alone);

  return EXIT_SUCCESS;
}
