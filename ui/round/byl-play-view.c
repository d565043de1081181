/* byl-play-view.c: a game from its first round to its summary
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-play-view.h"

#include "byl-page-stack.h"
#include "byl-rival-seat.h"
#include "byl-summary-page.h"

#define NARROW_WIDTH 700 /* pixels of the window: below this, one card at a time */

struct _BylPlayView
{
  AdwBin          parent_instance;
  GtkStack       *pages;
  BylRoundPage   *round_page;
  BylSummaryPage *summary;
  BylLibrary     *library;
  BylTellSource  *tell_source;  /* (nullable): of the pack that was played last */
  BylTable       *table;        /* of the game that is played */
  gboolean        from_summary; /* a round is looked at again: back is the summary */
};

enum { FINISHED, PLAY_AGAIN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylPlayView, byl_play_view, ADW_TYPE_BIN)

static void
show_summary (BylPlayView *self)
{
  self->from_summary = FALSE;
  byl_page_stack_show (self->pages, GTK_WIDGET (self->summary));
}

/* What is measured in the pack is asked for with the first round, so that it is ready at the
 * reveal. */
static void
measure_pack (BylPlayView *self)
{
  const char *id = byl_game_get_deal (byl_table_get_game (self->table))->pack;
  BylPackEntry *entry = byl_library_find (self->library, id);

  if (entry == NULL || byl_table_get_tell_source (self->table) != NULL)
    return;

  if (self->tell_source == NULL || byl_tell_source_get_entry (self->tell_source) != entry)
    {
      g_clear_object (&self->tell_source);
      self->tell_source =
        byl_tell_source_new_for_entry (entry, byl_library_get_known_writers (self->library));
    }

  byl_table_set_tell_source (self->table, self->tell_source);
}

static void
match_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylPlayView) self = user_data;
  g_autoptr(BylMatch) match = byl_journal_match_finish (BYL_JOURNAL (source), result, NULL);

  /* Without a journal that can be read there is only this game to tell of. */
  if (match != NULL)
    byl_summary_page_set_match (self->summary, match);
}

static void
fill_summary (BylPlayView *self)
{
  BylGame *game = byl_table_get_game (self->table);

  byl_summary_page_set_game (self->summary, game);

  if (byl_game_get_deal (game)->rules->rival)
    byl_journal_match_async (byl_table_get_journal (self->table), NULL, match_cb,
                             g_object_ref (self));
}

static void
update_trouble (BylPlayView *self)
{
  byl_summary_page_set_trouble (self->summary, byl_table_get_trouble (self->table));
}

static void
keep_again_cb (BylPlayView *self)
{
  byl_table_keep_again (self->table);
}

static void
finished_cb (BylPlayView *self)
{
  g_signal_emit (self, signals[FINISHED], 0, byl_table_get_game (self->table));
  show_summary (self);
  fill_summary (self);
}

/* A rival that comes late still finds the rounds that are looked at again, and the summary. */
static void
rival_spoke_cb (BylPlayView *self,
                BylGame     *game)
{
  BylGame *shown = byl_table_get_game (byl_round_page_get_table (self->round_page));

  if (shown != game)
    byl_game_take_rival (shown, byl_game_get_deal (game));

  if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->summary)
      || self->from_summary)
    fill_summary (self);
}

static void
play_again_cb (BylPlayView *self)
{
  g_signal_emit (self, signals[PLAY_AGAIN], 0, byl_table_get_game (self->table));
}

static void
look_again_cb (BylPlayView *self,
               guint        position)
{
  BylGame *played = byl_table_get_game (self->table);
  g_autoptr(BylGame) game = byl_game_new (byl_deal_copy (byl_game_get_deal (played)));
  g_autoptr(BylTable) table = NULL;

  byl_game_set_position (game, position);
  table = byl_table_new (byl_table_get_journal (self->table), game);
  byl_table_set_tell_source (table, byl_table_get_tell_source (self->table));
  self->from_summary = TRUE;
  byl_round_page_set_table (self->round_page, table);
  byl_page_stack_show (self->pages, GTK_WIDGET (self->round_page));
}

static void
open_link_cb (BylPlayView *self,
              const char  *address)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), address, GDK_CURRENT_TIME);
}

static void
width_cb (BylPlayView *self,
          GParamSpec  *pspec,
          GdkSurface  *surface)
{
  byl_round_page_set_narrow (self->round_page, gdk_surface_get_width (surface) < NARROW_WIDTH);
}

static void
byl_play_view_realize (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (byl_play_view_parent_class)->realize (widget);

  surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_object (surface, "notify::width", G_CALLBACK (width_cb), widget,
                           G_CONNECT_SWAPPED);
  width_cb (BYL_PLAY_VIEW (widget), NULL, surface);
}

static void
byl_play_view_dispose (GObject *object)
{
  BylPlayView *self = BYL_PLAY_VIEW (object);

  g_clear_object (&self->table);
  g_clear_object (&self->tell_source);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (byl_play_view_parent_class)->dispose (object);
}

static void
byl_play_view_class_init (BylPlayViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_play_view_dispose;
  GTK_WIDGET_CLASS (klass)->realize = byl_play_view_realize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[FINISHED] =
    g_signal_new ("finished", BYL_TYPE_PLAY_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_GAME);
  signals[PLAY_AGAIN] =
    g_signal_new ("play-again", BYL_TYPE_PLAY_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_GAME);
}

static void
byl_play_view_init (BylPlayView *self)
{
  self->pages = GTK_STACK (gtk_stack_new ());
  self->round_page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
  self->summary = g_object_new (BYL_TYPE_SUMMARY_PAGE, NULL);

  g_signal_connect_object (self->round_page, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round_page, "open-link", G_CALLBACK (open_link_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "play-again", G_CALLBACK (play_again_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "look-again", G_CALLBACK (look_again_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "keep-again", G_CALLBACK (keep_again_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_stack_set_transition_type (self->pages, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->round_page));
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->summary));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->pages));
  byl_page_stack_show (self->pages, GTK_WIDGET (self->round_page));
}

/**
 * byl_play_view_new:
 * @library: the installed packs
 *
 * Returns: (transfer floating): a view on which no game is played yet
 */
GtkWidget *
byl_play_view_new (BylLibrary *library)
{
  BylPlayView *self = g_object_new (BYL_TYPE_PLAY_VIEW, NULL);

  self->library = g_object_ref (library);

  return GTK_WIDGET (self);
}

/**
 * byl_play_view_set_table:
 * @self: a play view
 * @table: the table to play on, or to look at again
 *
 * The signal `finished` comes with the game when its summary is shown, `play-again` when the player
 * asks for another.
 */
void
byl_play_view_set_table (BylPlayView *self,
                         BylTable    *table)
{
  if (self->table != NULL)
    {
      g_signal_handlers_disconnect_by_func (byl_table_get_game (self->table), rival_spoke_cb, self);
      g_signal_handlers_disconnect_by_func (self->table, update_trouble, self);
    }

  g_set_object (&self->table, table);
  g_signal_connect_object (table, "notify::trouble", G_CALLBACK (update_trouble), self,
                           G_CONNECT_SWAPPED);
  update_trouble (self);
  measure_pack (self);
  byl_rival_seat_take (table, self->library);
  g_signal_connect_object (byl_table_get_game (table), "rival-spoke", G_CALLBACK (rival_spoke_cb),
                           self, G_CONNECT_SWAPPED);
  self->from_summary = FALSE;
  byl_page_stack_show (self->pages, GTK_WIDGET (self->round_page));
  byl_round_page_set_table (self->round_page, table);
}

/**
 * byl_play_view_go_back:
 * @self: a play view
 *
 * Returns: whether there was a page to go back to; if not, the view itself is to be left
 */
gboolean
byl_play_view_go_back (BylPlayView *self)
{
  if (!self->from_summary)
    return FALSE;

  show_summary (self);

  return TRUE;
}

/**
 * byl_play_view_get_round_page:
 * @self: a play view
 *
 * Returns: (transfer none): the page on which the rounds are played
 */
BylRoundPage *
byl_play_view_get_round_page (BylPlayView *self)
{
  return self->round_page;
}
