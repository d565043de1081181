/* bench-start.c: how long the game takes to its first frame, beside an empty window
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-figures.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include <stdio.h>
#include <stdlib.h>

#define N_TIMES      9
#define N_MANY       1000
#define N_QUESTIONS  5
#define TIME_LIMIT   1.25 /* first frame, times that of an empty window */
#define MEMORY_LIMIT 1.2  /* likewise */

/* A program that is started again and again. */
typedef struct
{
  const char *program;
  const char *home;           /* folder of its data and cache */
  guint       n_packs;        /* that it lists; 0 = the empty window */
  double      times[N_TIMES]; /* milliseconds to the first frame */
  double      memory[N_TIMES]; /* MiB then */
  double      listed[N_TIMES]; /* milliseconds to the first frame with all packs */
} Start;

static const char *window_width;
static const char *window_height;

static void
write_pack (const char *folder,
            guint       number)
{
  g_autoptr(GString) json = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("pack-%04u.json", number);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_string_append_printf (json, "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"pack-%04u\","
                          "\"title\":\"Pack number %u\",\"language\":\"en\",\"writers\":["
                          "{\"id\":\"ann\",\"name\":\"Ann\"},{\"id\":\"bob\",\"name\":\"Bob\"}],"
                          "\"questions\":[", number, number);

  for (guint i = 0; i < N_QUESTIONS; i++)
    g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"What is %u and %u?\","
                            "\"answers\":[{\"writer\":\"ann\",\"text\":\"It is %u, as everybody can count.\"},"
                            "{\"writer\":\"bob\",\"text\":\"Certainly! The answer is %u.\"}]}",
                            i > 0 ? "," : "", i, number, i, number + i, number + i);

  g_string_append (json, "]}\n");

  if (!g_file_set_contents (path, json->str, (gssize) json->len, &error))
    g_error ("%s", error->message);
}

static void
write_packs (const char *home,
             guint       n_packs)
{
  g_autofree char *folder = g_build_filename (home, "data", "byline", "packs", NULL);
  g_autofree char *cache = g_build_filename (home, "cache", NULL);

  g_mkdir_with_parents (folder, 0755);
  g_mkdir_with_parents (cache, 0755);

  for (guint i = 0; i < n_packs; i++)
    write_pack (folder, i);
}

static GSubprocess *
spawn (const Start  *start,
       GError      **error)
{
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *data = g_build_filename (start->home, "data", NULL);
  g_autofree char *cache = g_build_filename (start->home, "cache", NULL);
  g_autofree char *n_packs = g_strdup_printf ("%u", start->n_packs);
  g_autofree char *began = NULL;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", cache, TRUE);
  began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());

  if (start->n_packs == 0)
    return g_subprocess_launcher_spawn (launcher, error, start->program, began, window_width,
                                        window_height, NULL);

  return g_subprocess_launcher_spawn (launcher, error, start->program, began, n_packs, NULL);
}

/* A run that counts for nothing has the number -1: it warms the caches. */
static void
run (Start *start,
     int    number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = spawn (start, &error);
  g_autofree char *output = NULL;
  gint64 first_time, listed_time;
  long first_memory, listed_memory;

  if (process == NULL
      || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s", error->message);

  if (!g_subprocess_get_successful (process)
      || sscanf (output, "%" G_GINT64_FORMAT " %ld %" G_GINT64_FORMAT " %ld", &first_time,
                 &first_memory, &listed_time, &listed_memory) != 4)
    g_error ("%s did not draw a frame.", start->program);

  if (number < 0)
    return;

  start->times[number] = (double) first_time / 1000;
  start->memory[number] = (double) first_memory / 1024;
  start->listed[number] = (double) listed_time / 1000;
}

static void
report (const Start *game,
        const Start *empty)
{
  double time = bench_figures_median (game->times, N_TIMES);
  double empty_time = bench_figures_median (empty->times, N_TIMES);
  double memory = bench_figures_median (game->memory, N_TIMES);
  double empty_memory = bench_figures_median (empty->memory, N_TIMES);
  g_autofree char *time_name =
    g_strdup_printf ("first frame, %u %s", game->n_packs, game->n_packs == 1 ? "pack" : "packs");
  g_autofree char *memory_name = g_strdup_printf ("memory then, %u %s", game->n_packs,
                                                  game->n_packs == 1 ? "pack" : "packs");
  g_autofree char *time_figures =
    g_strdup_printf ("%.1f ms, all packs listed %.1f ms, empty window %.1f ms", time,
                     bench_figures_median (game->listed, N_TIMES), empty_time);
  g_autofree char *memory_figures =
    g_strdup_printf ("%.1f MiB, empty window %.1f MiB", memory, empty_memory);

  bench_figures_print_ratio (time_name, time / empty_time, TIME_LIMIT, time_figures);
  bench_figures_print_ratio (memory_name, memory / empty_memory, MEMORY_LIMIT, memory_figures);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *empty_home = NULL;
  g_autofree char *one_home = NULL;
  g_autofree char *many_home = NULL;

  if (argc != 6)
    {
      g_printerr ("Usage: bench-start BENCH-WINDOW BENCH-GAME FOLDER WIDTH HEIGHT\n");
      return 2;
    }

  window_width = argv[4];
  window_height = argv[5];
  empty_home = g_build_filename (argv[3], "empty", NULL);
  one_home = g_build_filename (argv[3], "one", NULL);
  many_home = g_build_filename (argv[3], "many", NULL);
  write_packs (empty_home, 0);
  write_packs (one_home, 0);
  write_packs (many_home, N_MANY - 1);

  {
    /* The game brings one pack along. */
    Start starts[] =
    {
      { .program = argv[1], .home = empty_home },
      { .program = argv[2], .home = one_home, .n_packs = 1 },
      { .program = argv[2], .home = many_home, .n_packs = N_MANY },
    };

    /* In turns, so that whatever else the machine does meets all of them alike. */
    for (int i = -1; i < N_TIMES; i++)
      for (guint j = 0; j < G_N_ELEMENTS (starts); j++)
        run (&starts[(guint) (i + 1 + (int) j) % G_N_ELEMENTS (starts)], i);

    report (&starts[1], &starts[0]);
    report (&starts[2], &starts[0]);
  }

  return EXIT_SUCCESS;
}
