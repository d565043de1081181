/* byl-window.c: the window: its pages, and the way from one to the next
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-window.h"

#include "byl-game-starter.h"
#include "byl-guide-host.h"
#include "byl-home-page.h"
#include "byl-journal-opening.h"
#include "byl-pack-adding.h"
#include "byl-menu-on-demand.h"
#include "byl-page-stack.h"
#include "byl-progress-page.h"
#include "byl-studio-host.h"
#include "byl-table-opening.h"
#include "byl-trouble-bar.h"

#include <glib/gi18n.h>

struct _BylWindow
{
  AdwApplicationWindow  parent_instance;
  GtkStack             *pages;
  GtkWidget            *main_page;
  GtkMenuButton        *add_button;
  GMenuModel           *add_menu;
  GtkMenuButton        *main_button;
  GMenuModel           *main_menu;
  BylTroubleBar        *trouble_bar;
  AdwViewStack         *views;
  BylHomePage          *home;
  AdwBin               *progress_bin;
  BylProgressPage      *progress;    /* made when first seen */
  BylPlayView          *play;        /* likewise */
  BylGuideHost         *guide;
  BylStudioHost        *studio;

  BylLibrary           *library;
  BylJournal           *journal;
  BylKnownWriters      *known;
  GSettings            *settings;
  GCancellable         *cancellable;
  guint64               seed;
  gboolean              seeded;
  BylTable             *table;       /* of the game being played, which may wait meanwhile */
  gint64                interrupted; /* a game of an earlier run that waits; 0 = none */
};

G_DEFINE_FINAL_TYPE (BylWindow, byl_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_waiting (BylWindow *self)
{
  return self->table != NULL && byl_table_get_waiting (self->table);
}

static void
open_journal_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(BylWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autoptr(BylDeal) deal =
    byl_journal_opening_start_finish (BYL_JOURNAL (source), result, &notice, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (notice != NULL)
    byl_window_say (self, notice);

  byl_trouble_bar_set_sentence (self->trouble_bar, error != NULL ? error->message : NULL);
  byl_home_page_refresh (self->home);

  if (deal != NULL && self->table == NULL)
    {
      self->interrupted = deal->id;
      byl_home_page_offer_resume (self->home, deal);
    }
}

static void
open_journal (BylWindow *self)
{
  byl_journal_opening_start_async (self->journal, self->cancellable, open_journal_cb,
                                   g_object_ref (self));
}

static void
show_main (BylWindow *self)
{
  byl_page_stack_show_again (self->pages, self->main_page);
  byl_home_page_refresh (self->home);

  if (byl_trouble_bar_get_sentence (self->trouble_bar) != NULL)
    open_journal (self);

  if (self->progress != NULL)
    byl_progress_page_refresh (self->progress);

  if (is_waiting (self))
    byl_home_page_offer_resume (self->home, byl_game_get_deal (byl_table_get_game (self->table)));
  else if (self->interrupted == 0)
    byl_home_page_offer_resume (self->home, NULL);
}

static void
finished_cb (BylWindow *self,
             BylGame   *game)
{
  if (byl_game_get_deal (game)->rules->lesson)
    g_settings_set_boolean (self->settings, "lesson-done", TRUE);
}

static void
play_again_cb (BylWindow *self,
               BylGame   *game)
{
  const BylDeal *deal = byl_game_get_deal (game);
  /* After the lesson comes the game that it has prepared for. */
  g_autoptr(BylRules) rules = deal->rules->lesson ? byl_rules_new ()
                                                  : byl_rules_copy (deal->rules);
  BylPackEntry *pack = byl_library_find (self->library, deal->pack);

  if (pack == NULL)
    byl_window_say (self, _("This pack is no longer installed."));
  else
    byl_window_start (self, pack, rules);
}

/* It is made while a game is dealt elsewhere: with the first round it would be too much at once. */
static void
make_play_view (BylWindow *self)
{
  if (self->play != NULL)
    return;

  self->play = BYL_PLAY_VIEW (byl_play_view_new (self->library));
  g_signal_connect_object (self->play, "finished", G_CALLBACK (finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->play, "play-again", G_CALLBACK (play_again_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->play), FALSE);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->play));
}

static void
show_table (BylWindow *self,
            BylTable  *table)
{
  make_play_view (self);
  byl_page_stack_show (self->pages, GTK_WIDGET (self->play));
  byl_play_view_set_table (self->play, table);
}

static void
open_replay_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(BylWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylTable) table =
    byl_table_opening_start_finish (BYL_JOURNAL (source), result, &error);

  if (table != NULL)
    show_table (self, table);
  else
    byl_window_say (self, error->message);
}

static void
game_activated_cb (BylWindow *self,
                   gint64     id)
{
  byl_table_opening_start_async (self->journal, id, TRUE, self->cancellable, open_replay_cb,
                                 g_object_ref (self));
}

static void
end_game (BylWindow *self,
          gint64     id)
{
  if (id != 0)
    byl_journal_end_game_async (self->journal, id, TRUE, NULL, NULL, NULL);
}

static void
start_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr(BylGame) game =
    byl_game_starter_start_finish (BYL_JOURNAL (source), result, &trouble, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (game == NULL)
    {
      byl_window_say (self, error->message);
      return;
    }

  /* A game that is left for another one is over. */
  if (is_waiting (self))
    end_game (self, byl_game_get_deal (byl_table_get_game (self->table))->id);

  g_clear_object (&self->table);
  self->table = byl_table_new (self->journal, game);
  if (trouble != NULL)
    byl_table_set_trouble (self->table, trouble);
  show_table (self, self->table);
}

static void
open_resumed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(BylWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  BylTable *table = byl_table_opening_start_finish (BYL_JOURNAL (source), result, &error);

  if (table == NULL)
    {
      byl_window_say (self, error->message);
      return;
    }

  g_clear_object (&self->table);
  self->table = table;
  show_table (self, self->table);
}

static void
resume_cb (BylWindow *self)
{
  if (is_waiting (self))
    {
      show_table (self, self->table);
      return;
    }

  byl_table_opening_start_async (self->journal, self->interrupted, FALSE, self->cancellable,
                                 open_resumed_cb, g_object_ref (self));
  self->interrupted = 0;
}

static void
give_up_cb (BylWindow *self)
{
  if (is_waiting (self))
    {
      end_game (self, byl_game_get_deal (byl_table_get_game (self->table))->id);
      g_clear_object (&self->table);
    }
  else
    {
      end_game (self, self->interrupted);
      self->interrupted = 0;
    }
}

static void
view_cb (BylWindow *self)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "progress") != 0
      || self->journal == NULL)
    return;

  if (self->progress == NULL)
    {
      self->progress = g_object_new (BYL_TYPE_PROGRESS_PAGE, NULL);
      byl_progress_page_set_journal (self->progress, self->journal);
      g_signal_connect_object (self->progress, "game-activated", G_CALLBACK (game_activated_cb),
                               self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->progress_bin, GTK_WIDGET (self->progress));
    }

  byl_progress_page_refresh (self->progress);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylWindow *self = BYL_WINDOW (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);
  gboolean playing = self->play != NULL && shown == GTK_WIDGET (self->play);

  if (shown != self->main_page && !byl_guide_host_go_back (self->guide)
      && !byl_studio_host_go_back (self->studio)
      && !(playing && byl_play_view_go_back (self->play)))
    show_main (self);
}

static void
show_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  BylWindow *self = BYL_WINDOW (widget);

  show_main (self);
  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  byl_pack_adding_choose (BYL_WINDOW (widget)->home);
}

static void
byl_window_dispose (GObject *object)
{
  BylWindow *self = BYL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_WINDOW);
  g_clear_object (&self->table);
  g_clear_object (&self->guide);
  g_clear_object (&self->studio);
  g_clear_object (&self->library);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->known, byl_known_writers_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (byl_window_parent_class)->dispose (object);
}

static void
byl_window_class_init (BylWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_window_dispose;

  g_type_ensure (BYL_TYPE_HOME_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "byl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, main_page);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, add_menu);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, main_button);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, views);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, home);
  gtk_widget_class_bind_template_child (widget_class, BylWindow, progress_bin);
  gtk_widget_class_bind_template_callback (widget_class, open_journal);
  gtk_widget_class_bind_template_callback (widget_class, byl_window_start);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
}

static void
byl_window_init (BylWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  byl_menu_on_demand_set (self->add_button, self->add_menu);
  byl_menu_on_demand_set (self->main_button, self->main_menu);
}

/**
 * byl_window_new:
 * @application: the application
 * @library: the installed packs
 * @journal: the record of what is played, not yet open
 * @known: (nullable): writers whose names are hidden whatever the pack
 * @settings: the program's settings
 *
 * Returns: (transfer none): a window, which belongs to the application
 */
BylWindow *
byl_window_new (GtkApplication  *application,
                BylLibrary      *library,
                BylJournal      *journal,
                BylKnownWriters *known,
                GSettings       *settings)
{
  BylWindow *self = g_object_new (BYL_TYPE_WINDOW, "application", application, NULL);

  self->library = g_object_ref (library);
  self->journal = g_object_ref (journal);
  self->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  self->settings = g_object_ref (settings);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  byl_home_page_set_up (self->home, library, journal, settings);
  self->guide = byl_guide_host_new (GTK_APPLICATION_WINDOW (self), self->pages, self->views,
                                    library, journal, known);
  g_signal_connect_object (self->guide, "play", G_CALLBACK (byl_window_start), self,
                           G_CONNECT_SWAPPED);
  self->studio = byl_studio_host_new (GTK_APPLICATION_WINDOW (self), self->pages, self->home,
                                      library);
  g_signal_connect_object (self->studio, "play", G_CALLBACK (byl_window_start), self,
                           G_CONNECT_SWAPPED);
  open_journal (self);

  return self;
}

/**
 * byl_window_set_seed:
 * @self: a window
 * @seed: (nullable): the seed to deal every game from; %NULL draws one for each
 */
void
byl_window_set_seed (BylWindow     *self,
                     const guint64 *seed)
{
  self->seeded = seed != NULL;
  self->seed = seed != NULL ? *seed : 0;
}

/**
 * byl_window_add_files:
 * @self: a window
 * @files: a list of #GFile
 *
 * Adds packs to the library.
 */
void
byl_window_add_files (BylWindow  *self,
                      GListModel *files)
{
  show_main (self);
  byl_home_page_add_files (self->home, files);
}

/**
 * byl_window_start:
 * @self: a window
 * @pack: the pack to play
 * @rules: the rules to deal with
 *
 * Deals a game and shows its first round.
 */
void
byl_window_start (BylWindow      *self,
                  BylPackEntry   *pack,
                  const BylRules *rules)
{
  byl_game_starter_start_async (self->journal, pack, self->known, rules,
                                self->seeded ? &self->seed : NULL, self->cancellable,
                                start_cb, g_object_ref (self));
  make_play_view (self);
}

/**
 * byl_window_get_play_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): where games are played; %NULL before the first one
 */
BylPlayView *
byl_window_get_play_view (BylWindow *self)
{
  return self->play;
}

/**
 * byl_window_say:
 * @self: a window
 * @sentence: a sentence, shown as it is
 *
 * Shows a sentence for some seconds.
 */
void
byl_window_say (BylWindow  *self,
                const char *sentence)
{
  byl_studio_host_say (self->studio, sentence);
}
