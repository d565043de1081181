/* bench-loop.c: how long the main loop is blocked while long answers are shown and revealed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-figures.h"
#include "byl-dealer.h"
#include "byl-pack-reader.h"
#include "byl-parts.h"
#include "byl-places.h"
#include "byl-read-view.h"
#include "byl-round-page.h"
#include "byl-tell-row.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define N_WRITERS        4
#define N_ROUNDS         7
#define ANSWER_LENGTH    15000 /* bytes */
#define SHOW_LIMIT       16    /* milliseconds */
#define REVEAL_LIMIT     50    /* likewise */
#define WINDOW_WIDTH     1280
#define WINDOW_HEIGHT    820
#define PATIENCE_SECONDS 60
#define MIN_TELLS        6     /* beside an answer */
#define SETTLE_SECONDS   0.6   /* for what is still moving */

/* How long the main loop was busy between two waits, in milliseconds. The time that the processor
 * gave to it tells how much of that is the game's, where the machine does other things besides. */
typedef struct
{
  double longest[N_ROUNDS];
  double longest_worked[N_ROUNDS];
  double total[N_ROUNDS];
  double frame[N_ROUNDS];
} Figures;

static GtkWindow *window;
static GtkStack *pages;
static BylRoundPage *page;
static BylTellSource *tell_source;
static gint64 polled;       /* microseconds waited for events in this iteration */
static double worked;       /* milliseconds of the processor in this iteration but for the polling */
static gint64 painted_at;
static gint64 asked_at;

/* In milliseconds, of this thread. */
static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static int
poll_cb (GPollFD *descriptors,
         guint    n_descriptors,
         int      timeout)
{
  gint64 start = g_get_monotonic_time ();
  double processor_start = get_processor_time ();
  int n_ready = g_poll (descriptors, n_descriptors, timeout);

  worked -= get_processor_time () - processor_start;
  polled += g_get_monotonic_time () - start;

  return n_ready;
}

static void
after_paint_cb (void)
{
  painted_at = g_get_monotonic_time ();
}

/* What a writer has that the others have not, so that there are tells of all families. */
static const char *const habits[N_WRITERS] =
{
  "It may perhaps be so; it might also (as far as anybody knows) be otherwise. ",
  "You don't say! Let's look at it \u2014 you'll love this \u2014 together. ",
  "However, it certainly depends: **consider** the crucial, comprehensive and robust parts. ",
  "I think that I can't be sure, although roughly 40 of 50 (or 80 %) always are\u2026 ",
};

/* Markdown of all kinds, about as an answer has it. */
static char *
write_answer (guint writer,
              guint question)
{
  g_autoptr(GString) text = g_string_new ("The very first words, which tell.\\n\\n");

  for (guint i = 0; text->len < ANSWER_LENGTH; i++)
    {
      g_string_append_printf (text, "## Part %u of question %u\\n\\n", i + 1, question + 1);
      g_string_append_printf (text, "Whoever has **%u** of them needs *care* and `code_%u` beside: ",
                              i + writer, i);

      for (guint j = 0; j < 6 + writer; j++)
        g_string_append_printf (text, "sentence %u runs on for a while, as long answers do. ", j);

      g_string_append (text, habits[writer]);

      g_string_append (text, "\\n\\n- first point, with **weight**\\n- second point\\n"
                       "  1. one below\\n  2. another\\n\\n> Said by somebody else.\\n\\n");

      if (i % 4 == writer % 4)
        g_string_append (text, "| Name | Number |\\n|---|---:|\\n| one | 1 |\\n| two | 2 |\\n\\n");

      if (i % 3 == 0)
        g_string_append (text, "```c\\nfor (int i = 0; i < 10; i++)\\n  print (i);\\n```\\n\\n");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static BylPack *
make_pack (void)
{
  g_autoptr(GString) json = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,"
                                          "\"id\":\"long\",\"title\":\"Long\",\"language\":\"en\",\"writers\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < N_WRITERS; i++)
    g_string_append_printf (json, "%s{\"id\":\"w%u\",\"name\":\"Writer %u\"}",
                            i > 0 ? "," : "", i, i);

  g_string_append (json, "],\"questions\":[");

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Question %u?\",\"answers\":[",
                              i > 0 ? "," : "", i, i);

      for (guint j = 0; j < N_WRITERS; j++)
        {
          g_autofree char *text = write_answer (j, i);

          g_string_append_printf (json, "%s{\"writer\":\"w%u\",\"text\":\"%s\",\"tells\":["
                                  "{\"family\":\"tone\",\"quote\":\"The very first words\",\"note\":\"So it "
                                  "begins.\"}]}", j > 0 ? "," : "", j, text);
        }

      g_string_append (json, "]}");
    }

  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);

  if (pack == NULL)
    g_error ("%s", error->message);

  return pack;
}

/* As the game does with the first round; what is found is kept in memory. */
static void
measure (BylPack *pack)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);

  tell_source = byl_tell_source_new (pack, NULL, lexicons, NULL);
}

static BylDeal *
make_deal (void)
{
  g_autoptr(BylPack) pack = make_pack ();
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GError) error = NULL;
  BylDeal *deal;

  rules->answers = N_WRITERS;
  rules->rounds = N_ROUNDS;
  deal = byl_dealer_deal (pack, NULL, rules, 1, NULL, &error);

  if (deal == NULL)
    g_error ("%s", error->message);

  measure (pack);

  return deal;
}

static guint
count_views (GtkWidget *widget,
             gboolean   finished)
{
  guint n_views = 0;

  if (BYL_IS_READ_VIEW (widget))
    return byl_read_view_is_finished (BYL_READ_VIEW (widget)) == finished ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_views += count_views (child, finished);

  return n_views;
}

/* Rows of tells beside the chosen answer. */
static guint
count_tells (GtkWidget *widget)
{
  guint n = BYL_IS_TELL_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_tells (child);

  return n;
}

/* So that the loop comes back although nothing happens. */
static gboolean
keep_awake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the source that was added run, and what follows from it, until a frame was drawn, all
 * answers are laid out and nothing moves any more. */
static void
watch_loop (Figures *figures,
            guint    number)
{
  guint ticks = g_timeout_add (10, keep_awake_cb, NULL);
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  gint64 settled = 0;

  figures->longest[number] = 0;
  figures->longest_worked[number] = 0;
  asked_at = 0;
  painted_at = 0;

  while (settled == 0 || g_get_monotonic_time () < settled)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 ended;

      polled = 0;
      worked = -get_processor_time ();
      g_main_context_iteration (NULL, TRUE);
      ended = g_get_monotonic_time ();
      worked += get_processor_time ();
      figures->longest_worked[number] = MAX (figures->longest_worked[number], worked);
      figures->longest[number] = MAX (figures->longest[number],
                                      (double) (ended - start - polled) / 1000);

      if (asked_at == 0)
        painted_at = 0;
      else if (painted_at != 0 && figures->frame[number] == 0)
        figures->frame[number] = (double) (painted_at - asked_at) / 1000;

      if (settled == 0 && painted_at != 0 && count_views (GTK_WIDGET (window), FALSE) == 0
          && count_views (GTK_WIDGET (window), TRUE) >= N_WRITERS)
        {
          figures->total[number] = (double) (ended - asked_at) / 1000;
          settled = ended + (gint64) (SETTLE_SECONDS * G_USEC_PER_SEC);
        }

      if (ended > deadline)
        g_error ("The answers are never finished.");
    }

  g_source_remove (ticks);
}

static gboolean
lay_first_cb (gpointer deal)
{
  g_autoptr(GFile) file = g_file_new_for_path ("never-opened");
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(BylGame) game = NULL;
  g_autoptr(BylTable) table = NULL;

  asked_at = g_get_monotonic_time ();
  game = byl_game_new (deal);
  table = byl_table_new (journal, game);
  byl_table_set_tell_source (table, tell_source);
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  gtk_stack_set_visible_child (pages, GTK_WIDGET (page));
  byl_round_page_set_table (page, table);

  return G_SOURCE_REMOVE;
}

static gboolean
go_on_cb (gpointer user_data)
{
  asked_at = g_get_monotonic_time ();
  byl_round_page_go_on (page);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (void)
{
  gboolean over = FALSE;

  g_timeout_add (300, tick_cb, &over);

  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
sign_cards (void)
{
  for (guint i = 0; i < N_WRITERS; i++)
    {
      byl_round_page_choose (page, i);
      byl_round_page_sign (page, i);
    }

  wait_a_moment ();
}

static void
open_window (void)
{
  window = GTK_WINDOW (adw_window_new ());
  pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (pages, adw_bin_new ());
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (pages));
  gtk_window_set_default_size (window, WINDOW_WIDTH, WINDOW_HEIGHT);
  gtk_window_present (window);
  wait_a_moment ();
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
}

/* As the game does while the first game is dealt. */
static void
make_page (void)
{
  double start = get_processor_time ();

  page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  gtk_stack_add_child (pages, GTK_WIDGET (page));
  bench_figures_print_time ("the page of rounds made", get_processor_time () - start, SHOW_LIMIT,
                            "of the processor; once, while the first game is dealt");
  wait_a_moment ();
}

static void
report (const char    *what,
        const Figures *figures,
        double         limit)
{
  double longest = bench_figures_median (figures->longest, N_ROUNDS);
  double most = 0;
  g_autofree char *name = g_strdup_printf ("%s, longest iteration", what);
  g_autofree char *text = NULL;

  for (guint i = 0; i < N_ROUNDS; i++)
    most = MAX (most, figures->longest[i]);

  text = g_strdup_printf ("of the processor %.1f ms; first round %.1f ms, of the processor %.1f ms; worst "
                          "of %d %.1f ms; first frame after %.1f ms, all laid out after %.1f ms",
                          bench_figures_median (figures->longest_worked, N_ROUNDS),
                          figures->longest[0], figures->longest_worked[0], N_ROUNDS, most,
                          bench_figures_median (figures->frame, N_ROUNDS),
                          bench_figures_median (figures->total, N_ROUNDS));
  bench_figures_print_time (name, longest, limit, text);
}

int
main (int    argc,
      char **argv)
{
  Figures show = { 0 };
  Figures reveal = { 0 };

  setlocale (LC_ALL, "");
  adw_init ();
  byl_parts_init ();
  g_main_context_set_poll_func (NULL, poll_cb);
  open_window ();
  make_page ();

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      BylGame *game;

      g_idle_add (i == 0 ? lay_first_cb : go_on_cb, i == 0 ? make_deal () : NULL);
      watch_loop (&show, i);
      sign_cards ();
      g_idle_add (go_on_cb, NULL);
      watch_loop (&reveal, i);

      game = byl_table_get_game (byl_round_page_get_table (page));

      if (count_tells (GTK_WIDGET (page)) < MIN_TELLS)
        g_error ("There are hardly any tells.");

      if (!byl_round_get_revealed (byl_game_get_round (game)))
        g_error ("The round is not revealed.");
    }

  report ("four 15 KB answers shown", &show, SHOW_LIMIT);
  report ("their reveal", &reveal, REVEAL_LIMIT);
  bench_figures_print_time ("their reveal, to the painted frame",
                            bench_figures_median (reveal.frame, N_ROUNDS), REVEAL_LIMIT,
                            "the wait for the next frame included");
  gtk_window_destroy (window);

  return EXIT_SUCCESS;
}
