/* byl-progress-page.c: how well the player does, and the games that say so
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-progress-page.h"

#include "byl-game-row.h"
#include "byl-page-stack.h"
#include "byl-progress-reading.h"
#include "byl-progress-words.h"
#include "byl-writer-row.h"

#include <glib/gi18n.h>

#define GAMES_AT_A_TIME 8u /* rows that are made in one go */

struct _BylProgressPage
{
  AdwBin               parent_instance;

  BylJournal          *journal;     /* (nullable) */
  GCancellable        *reading;     /* (nullable): of what is being read just now */
  char               **packs;       /* ids and titles in turns, as chosen from; NULL-terminated */
  char                *pack;        /* (nullable): id of the chosen one; NULL = all */
  GDateTime           *now;         /* when the list of games was read */
  GtkSliceListModel   *games;       /* those that have a row */
  guint                more_games;  /* source that makes more rows; 0 = none */

  GtkStack            *stack;
  GtkWidget           *blank;
  AdwStatusPage       *empty;
  AdwStatusPage       *error;
  GtkScrolledWindow   *scroller;
  GtkDropDown         *chooser;
  GtkStringList       *titles;
  GtkLabel            *headline;
  GtkLabel            *chance;
  GtkLabel            *share;
  GtkLabel            *luck;
  GtkLabel            *points;
  GtkWidget           *writers_section;
  GtkListBox          *writers;
  GtkLabel            *d_prime_help;
  GtkWidget           *games_section;
  GtkListBox          *games_list;
  GtkLabel            *games_left_off;
};

enum { GAME_ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylProgressPage, byl_progress_page, ADW_TYPE_BIN)

static void
stop_reading (BylProgressPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
take_text (GtkLabel *label,
           char     *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static void
show_error (BylProgressPage *self,
            const GError    *error)
{
  g_autofree char *description = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error, description);
  byl_page_stack_show (self->stack, GTK_WIDGET (self->error));
}

static void
choose_cb (BylProgressPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);
  const char *pack = NULL;

  if (selected != GTK_INVALID_LIST_POSITION && selected > 0)
    pack = self->packs[2 * (selected - 1)];

  if (g_strcmp0 (pack, self->pack) == 0)
    return;

  g_free (self->pack);
  self->pack = g_strdup (pack);
  byl_progress_page_refresh (self);
}

static void
show_packs (BylProgressPage *self,
            char           **packs)
{
  guint n_titles = g_list_model_get_n_items (G_LIST_MODEL (self->titles));
  guint selected = 0;

  g_signal_handlers_block_by_func (self->chooser, choose_cb, self);

  /* A list that stays the same is left alone, since it may be open. */
  if (self->packs == NULL
      || !g_strv_equal ((const char *const *) self->packs, (const char *const *) packs))
    {
      g_autoptr(GPtrArray) titles = g_ptr_array_new ();

      for (guint i = 0; packs[i] != NULL; i += 2)
        g_ptr_array_add (titles, packs[i + 1]);

      g_ptr_array_add (titles, NULL);
      gtk_string_list_splice (self->titles, 1, n_titles - 1, (const char *const *) titles->pdata);
      g_strfreev (self->packs);
      self->packs = g_strdupv (packs);
    }

  for (guint i = 0; packs[i] != NULL; i += 2)
    if (g_strcmp0 (packs[i], self->pack) == 0)
      selected = i / 2 + 1;

  gtk_drop_down_set_selected (self->chooser, selected);
  g_signal_handlers_unblock_by_func (self->chooser, choose_cb, self);
}

static void
show_sums (BylProgressPage *self,
           const BylTally  *tally)
{
  if (tally->cards == 0)
    {
      gtk_label_set_text (self->headline, _("No round revealed yet"));
      take_text (self->chance, NULL);
      take_text (self->share, NULL);
      take_text (self->luck, NULL);
      take_text (self->points, NULL);
      return;
    }

  take_text (self->headline, byl_progress_words_dup_hits (tally->hits, tally->cards));
  take_text (self->chance, byl_progress_words_dup_chance (tally->expected));
  take_text (self->share, byl_progress_words_dup_share (tally));
  take_text (self->luck, byl_progress_words_dup_luck (tally));
  take_text (self->points, tally->bets > 0 ? byl_progress_words_dup_points (tally) : NULL);
}

static void
show_writers (BylProgressPage *self,
              const BylTally  *tally)
{
  gboolean has_d_prime = FALSE;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->writers, 0)) != NULL)
    gtk_list_box_remove (self->writers, GTK_WIDGET (row));

  for (guint i = 0; i < tally->writers->len; i++)
    {
      const BylWriterTally *writer = g_ptr_array_index (tally->writers, i);

      gtk_list_box_append (self->writers, byl_writer_row_new (writer));
      has_d_prime = has_d_prime || writer->shown >= BYL_PROGRESS_FEWEST;
    }

  gtk_widget_set_visible (self->writers_section, tally->writers->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->d_prime_help), has_d_prime);
}

/* Rows are made as they are scrolled to, a window's height ahead: two hundred at once would take
 * several frames to make, and every later frame would be dearer. */
static gboolean
is_row_missing (BylProgressPage *self)
{
  GListModel *all = gtk_slice_list_model_get_model (self->games);
  GtkAdjustment *adjustment;
  double height;

  if (all == NULL || g_list_model_get_n_items (all) <= gtk_slice_list_model_get_size (self->games))
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  height = gtk_adjustment_get_page_size (adjustment);

  return height > 0.0
         && (gtk_adjustment_get_value (adjustment) + 2.0 * height
             > gtk_adjustment_get_upper (adjustment));
}

static gboolean
show_more_games_cb (gpointer user_data)
{
  BylProgressPage *self = user_data;

  self->more_games = 0;

  if (is_row_missing (self))
    gtk_slice_list_model_set_size (self->games,
                                   gtk_slice_list_model_get_size (self->games) + GAMES_AT_A_TIME);

  return G_SOURCE_REMOVE;
}

/* The adjustment changes while widgets are being laid out, when no row may be added. */
static void
scroll_cb (BylProgressPage *self)
{
  if (self->more_games == 0 && is_row_missing (self))
    self->more_games = g_idle_add (show_more_games_cb, self);
}

static GtkWidget *
create_game_row_cb (gpointer item,
                    gpointer user_data)
{
  BylProgressPage *self = user_data;

  return byl_game_row_new (item, self->now);
}

static void
show_games (BylProgressPage *self,
            GListModel      *games)
{
  guint n_games = g_list_model_get_n_items (games);

  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = g_date_time_new_now_local ();
  gtk_slice_list_model_set_size (self->games, GAMES_AT_A_TIME);
  gtk_slice_list_model_set_model (self->games, games);
  gtk_widget_set_visible (self->games_section, n_games > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->games_left_off), n_games >= BYL_PROGRESS_MOST_GAMES);
  scroll_cb (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylProgressPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylProgressReading) reading = NULL;

  reading = byl_progress_read_finish (BYL_JOURNAL (source), result, &error);

  /* Then another reading is under way, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);

  if (reading == NULL)
    {
      show_error (self, error);
      return;
    }

  g_free (self->pack);
  self->pack = g_steal_pointer (&reading->pack);

  show_packs (self, reading->packs);
  show_sums (self, reading->tally);
  show_writers (self, reading->tally);
  show_games (self, reading->games);

  if (reading->packs[0] == NULL && g_list_model_get_n_items (reading->games) == 0)
    byl_page_stack_show (self->stack, GTK_WIDGET (self->empty));
  else
    byl_page_stack_show (self->stack, GTK_WIDGET (self->scroller));
}

static void
activate_game_cb (BylProgressPage *self,
                  BylGameRow      *row)
{
  g_signal_emit (self, signals[GAME_ACTIVATED], 0,
                 byl_played_game_get_id (byl_game_row_get_game (row)));
}

/* Those that are too long for a line of the template. */
static void
set_texts (BylProgressPage *self)
{
  adw_status_page_set_description (self->empty,
                                   _("Play a game, and what you got right is kept here, beside "
                                     "what luck alone would have brought."));

  /* Translators: explains the measure d′ (“d prime”), as “d′ 1.3” in the list below. */
  gtk_label_set_text (self->d_prime_help,
                      _("d′ says how well a writer is told from the others, whatever your habit of "
                        "signing that name: 0 is chance, 1 is fair, above 2 is seldom wrong."));
  gtk_label_set_text (self->games_left_off,
                      _("The newest 200 games are listed; earlier ones count all the same."));
}

static void
byl_progress_page_dispose (GObject *object)
{
  BylProgressPage *self = BYL_PROGRESS_PAGE (object);

  /* Without games nothing is left to be scrolled to while the widgets go. */
  if (self->games != NULL)
    gtk_slice_list_model_set_model (self->games, NULL);

  stop_reading (self);

  /* The template takes its children away without a word to AdwBin, which would do it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_PROGRESS_PAGE);
  g_clear_handle_id (&self->more_games, g_source_remove);
  g_clear_object (&self->games);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (byl_progress_page_parent_class)->dispose (object);
}

static void
byl_progress_page_finalize (GObject *object)
{
  BylProgressPage *self = BYL_PROGRESS_PAGE (object);

  g_clear_pointer (&self->now, g_date_time_unref);
  g_strfreev (self->packs);
  g_free (self->pack);

  G_OBJECT_CLASS (byl_progress_page_parent_class)->finalize (object);
}

static void
byl_progress_page_class_init (BylProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_progress_page_dispose;
  object_class->finalize = byl_progress_page_finalize;

  /**
   * BylProgressPage::game-activated:
   * @self: the page
   * @game: the journal's number of the game
   *
   * Emitted when the player wants to look at a game again.
   */
  signals[GAME_ACTIVATED] =
    g_signal_new ("game-activated", BYL_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "progress/byl-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, blank);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, error);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, titles);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, headline);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, chance);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, share);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, luck);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, points);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, writers_section);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, writers);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, d_prime_help);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, games_section);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, games_list);
  gtk_widget_class_bind_template_child (widget_class, BylProgressPage, games_left_off);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_game_cb);
}

static void
byl_progress_page_init (BylProgressPage *self)
{
  GtkAdjustment *adjustment;

  self->games = gtk_slice_list_model_new (NULL, 0, GAMES_AT_A_TIME);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_texts (self);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scroll_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->games_list, G_LIST_MODEL (self->games),
                           create_game_row_cb, self, NULL);
  byl_page_stack_show (self->stack, self->blank);
}

/**
 * byl_progress_page_new:
 *
 * Returns: (transfer floating): a page that is blank until it is told to read a journal
 */
GtkWidget *
byl_progress_page_new (void)
{
  return g_object_new (BYL_TYPE_PROGRESS_PAGE, NULL);
}

/**
 * byl_progress_page_set_journal:
 * @self: a page
 * @journal: (nullable): the journal to read from, opened or about to be
 *
 * Reads nothing yet: see byl_progress_page_refresh().
 */
void
byl_progress_page_set_journal (BylProgressPage *self,
                               BylJournal      *journal)
{
  g_return_if_fail (BYL_IS_PROGRESS_PAGE (self));
  g_return_if_fail (journal == NULL || BYL_IS_JOURNAL (journal));

  if (self->journal == journal)
    return;

  stop_reading (self);
  g_set_object (&self->journal, journal);
}

/**
 * byl_progress_page_refresh:
 * @self: a page
 *
 * Reads everything again from the journal, asynchronously, and then shows it: of the chosen pack,
 * or of all where the journal does not know that one any longer. What is being read already is
 * given up. An error of the journal takes the place of the numbers. Does nothing without a journal.
 */
void
byl_progress_page_refresh (BylProgressPage *self)
{
  g_return_if_fail (BYL_IS_PROGRESS_PAGE (self));

  stop_reading (self);

  if (self->journal == NULL)
    return;

  self->reading = g_cancellable_new ();
  byl_progress_read_async (self->journal, self->pack, self->reading, read_cb, g_object_ref (self));
}
