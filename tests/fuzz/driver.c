/* driver.c: feeds a fuzz target its seeds and mutations of them, the same ones each time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define SEED       20260101
#define MAX_LENGTH 4096

static guint n_mutations = 20000;

static const char *
pick_seed (GRand *random)
{
  guint n_seeds = 0;

  while (fuzz_seeds[n_seeds] != NULL)
    n_seeds++;

  return fuzz_seeds[g_rand_int_range (random, 0, n_seeds)];
}

/* Puts in a piece of a seed, so that marks that belong together meet in new ways. */
static void
splice (GString *input,
        GRand   *random)
{
  const char *seed = pick_seed (random);
  gsize length = strlen (seed);
  gsize start = g_rand_int_range (random, 0, length + 1);
  gsize end = g_rand_int_range (random, start, length + 1);

  g_string_insert_len (input, g_rand_int_range (random, 0, input->len + 1), seed + start,
                       end - start);
}

static void
repeat (GString *input,
        GRand   *random)
{
  gsize start = g_rand_int_range (random, 0, input->len);
  gsize length = g_rand_int_range (random, 1, MIN (input->len - start, 16) + 1);
  guint times = g_rand_int_range (random, 1, 40);
  g_autofree char *piece = g_strndup (input->str + start, length);

  for (guint i = 0; i < times; i++)
    g_string_insert_len (input, start, piece, length);
}

static void
mutate (GString *input,
        GRand   *random)
{
  static const char marks[] = "{}[]\":,\\0-+.eEutfn*_`~#>|<&;!()\n \t/@'9\xff\xc3\xa9\xe2\x80\x8b";
  gsize at;

  if (input->len == 0)
    {
      splice (input, random);
      return;
    }

  at = g_rand_int_range (random, 0, input->len);

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      input->str[at] ^= 1 << g_rand_int_range (random, 0, 8);
      break;
    case 1:
      input->str[at] = marks[g_rand_int_range (random, 0, sizeof marks)];
      break;
    case 2:
      g_string_insert_c (input, at, marks[g_rand_int_range (random, 0, sizeof marks)]);
      break;
    case 3:
      g_string_erase (input, at, g_rand_int_range (random, 1, MIN (input->len - at, 16) + 1));
      break;
    case 4:
      g_string_truncate (input, at);
      break;
    case 5:
      repeat (input, random);
      break;
    default:
      splice (input, random);
      break;
    }
}

static void
feed (const char *bytes,
      gsize       length)
{
  /* A copy of just that length, so that a sanitizer sees any byte that is read too far. */
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  LLVMFuzzerTestOneInput (copy, length);
}

static void
test_seeds_pass_through (void)
{
  for (guint i = 0; fuzz_seeds[i] != NULL; i++)
    feed (fuzz_seeds[i], strlen (fuzz_seeds[i]));
}

static void
test_mutations_do_no_harm (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr(GString) input = g_string_new (NULL);

  for (guint i = 0; i < n_mutations; i++)
    {
      guint n_steps = g_rand_int_range (random, 1, 9);

      g_string_assign (input, pick_seed (random));
      for (guint j = 0; j < n_steps; j++)
        mutate (input, random);
      if (input->len > MAX_LENGTH)
        g_string_truncate (input, MAX_LENGTH);

      feed (input->str, input->len);
    }
}

/* Takes the number of mutations as its last argument. */
int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    n_mutations = strtoul (argv[argc - 1], NULL, 10);

  g_test_add_func ("/fuzz/seeds-pass-through", test_seeds_pass_through);
  g_test_add_func ("/fuzz/mutations-do-no-harm", test_mutations_do_no_harm);

  return g_test_run ();
}
