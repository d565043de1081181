/* bench-tells.c: how fast Markdown is read and tells are found
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-tell-finder.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_TIMES 5

/* What is done with every answer of a pack. */
typedef struct
{
  const BylPack *pack;
  BylLexicon *lexicon; /* (nullable) */
  gboolean finds;      /* tells are found */
  gboolean asks;       /* the question is given, too */
} Work;

/* Seconds of the processor that the program took so far: what others do meanwhile is left out. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* Goes through all answers once; returns the seconds of the processor. */
static double
run (const Work *work)
{
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (work->lexicon);
  double start = get_time ();

  for (guint i = 0; i < byl_pack_get_n_questions (work->pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (work->pack, i);

      for (guint j = 0; j < question->n_answers; j++)
        {
          g_autoptr(BylReadText) text = byl_read_text_new_markdown (question->answers[j].text);
          g_autoptr(BylTells) tells = NULL;

          if (work->finds)
            tells = byl_tell_finder_find (finder, text, work->asks ? question->prompt : NULL);
        }
    }

  return get_time () - start;
}

static double
find_best (const Work *work)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double seconds = run (work);

      best = MIN (best, seconds);
    }

  return best;
}

static gsize
count_bytes (const BylPack *pack)
{
  gsize bytes = 0;

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    for (guint j = 0; j < byl_pack_get_question (pack, i)->n_answers; j++)
      bytes += strlen (byl_pack_get_question (pack, i)->answers[j].text);

  return bytes;
}

static void
print (const char *name,
       gsize       bytes,
       double      seconds,
       double      limit)
{
  g_autofree char *least = limit > 0 ? g_strdup_printf ("at least %.0f", limit)
                                     : g_strdup ("no limit");

  g_print ("%-40s %8.1f MB/s   %-12s  %" G_GSIZE_FORMAT " bytes in %.0f ms, best of %u\n", name,
           bytes / seconds / 1e6, least, bytes, 1000 * seconds, N_TIMES);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(BylPack) pack = NULL;
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autofree char *folder = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  gsize bytes;

  if (argc != 2)
    {
      g_printerr ("bench-tells PACK\n");
      return EXIT_FAILURE;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  pack = byl_pack_load (file, NULL, NULL, &error);
  if (pack == NULL ||
      !byl_lexicon_find (folder, byl_pack_get_language (pack), &lexicon, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (lexicon == NULL)
    g_print ("There is no lexicon for the language: only what needs no words is found.\n");

  bytes = count_bytes (pack);
  print ("Markdown alone", bytes, find_best (&(Work) { pack, lexicon, FALSE, FALSE }), 0);
  print ("Markdown and tells", bytes, find_best (&(Work) { pack, lexicon, TRUE, FALSE }), 40);
  print ("Markdown and tells, with the question", bytes,
         find_best (&(Work) { pack, lexicon, TRUE, TRUE }), 0);

  return EXIT_SUCCESS;
}
