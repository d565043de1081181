/* bench-journal.c: how long a guess takes until the journal has it for good
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-figures.h"
#include "journal-fixture.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_TIMES   100
#define PAGE_SIZE 4096

static void
measure_journal (const char *path,
                 double     *milliseconds)
{
  const char *writers[] = { "quill", "ember", "moss", "tern" };
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylJournal) journal = open_journal (file);
  g_autoptr(BylDeal) deal = make_deal ("pack", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;
  gint64 game = wait_start_game (journal, deal, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 start;

      sign_card (get_round (deal, 0), i % 4, writers[(i + i / 4) % 4], i % 4);
      start = g_get_monotonic_time ();

      if (!wait_sign (journal, game, 0, get_round (deal, 0), &error))
        g_error ("%s", error->message);

      milliseconds[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }

  byl_journal_close (journal);
}

/* What the disk alone takes for one page that is to survive. */
static void
measure_disk (const char *path,
              double     *milliseconds)
{
  char page[PAGE_SIZE];
  int disk = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  memset (page, 'x', sizeof page);

  for (guint i = 0; i < N_TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (disk < 0 || write (disk, page, sizeof page) != (ssize_t) sizeof page
          || fdatasync (disk) != 0)
        g_error ("Nothing can be written to %s.", path);

      milliseconds[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }

  close (disk);
}

int
main (int    argc,
      char **argv)
{
  double guesses[N_TIMES];
  double pages[N_TIMES];
  g_autofree char *journal = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *figures = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: bench-journal FOLDER\n");
      return 2;
    }

  journal = g_build_filename (argv[1], "journal.sqlite", NULL);
  plain = g_build_filename (argv[1], "plain", NULL);
  measure_journal (journal, guesses);
  measure_disk (plain, pages);
  figures = g_strdup_printf ("write and fdatasync of one page alone %.2f ms",
                             bench_figures_median (pages, N_TIMES));
  bench_figures_print_time ("a guess kept by the journal",
                            bench_figures_median (guesses, N_TIMES), 0, figures);

  return EXIT_SUCCESS;
}
