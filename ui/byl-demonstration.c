/* byl-demonstration.c: a short game that plays itself, for machines without a display
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-demonstration.h"

#include "byl-lesson.h"
#include "byl-picture.h"
#include "byl-play-view.h"

#include <glib/gi18n.h>

#define STEP_MILLISECONDS 400 /* long enough for a page to have slid in and its ink to have dried */
#define MOST_WAITING      50  /* steps without progress before the demonstration gives up */
#define ROUNDS            2
#define SEED              2026

typedef enum
{
  STEP_HOME,
  STEP_DEAL,
  STEP_SIGN,
  STEP_SIGNED,
  STEP_REVEALED,
  STEP_SUMMARY,
  STEP_DONE,
} Step;

typedef struct
{
  BylWindow  *window;
  BylLibrary *library;
  char       *folder;
  Step        step;
  guint       n_pictures;
  guint       n_waiting;
} Demonstration;

static void
free_demonstration (gpointer data)
{
  Demonstration *self = data;

  g_object_unref (self->window);
  g_object_unref (self->library);
  g_free (self->folder);
  g_free (self);
}

static void
take_picture (Demonstration *self,
              const char    *what)
{
  g_autofree char *name = g_strdup_printf ("%02u-%s.png", ++self->n_pictures, what);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  if (byl_picture_save (GTK_WINDOW (self->window), path, &error))
    g_print ("%s\n", path);
  else
    g_printerr ("%s\n", error->message);
}

static Step
deal (Demonstration *self)
{
  const guint64 seed = SEED;
  BylPackEntry *pack = byl_library_find (self->library, BYL_LESSON_PACK);
  g_autoptr(BylRules) rules = byl_rules_new ();

  if (pack == NULL)
    {
      g_printerr ("%s\n", _("The built-in pack is missing."));
      return STEP_DONE;
    }

  rules->rounds = ROUNDS;
  byl_window_set_seed (self->window, &seed);
  byl_window_start (self->window, pack, rules);

  return STEP_SIGN;
}

/* Signs the names in their order: a guesser without any skill, whose errors show the struck-out
 * pencil. */
static Step
sign (BylRoundPage *page)
{
  BylRound *on_table = byl_game_get_round (byl_table_get_game (byl_round_page_get_table (page)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (on_table)); i++)
    {
      byl_round_page_choose (page, i);
      byl_round_page_sign (page, i);
    }

  return STEP_SIGNED;
}

static Step
reveal (Demonstration *self,
        BylRoundPage  *page)
{
  BylRound *on_table = byl_game_get_round (byl_table_get_game (byl_round_page_get_table (page)));

  if (byl_round_get_n_unsigned (on_table) > 0)
    return STEP_SIGNED;

  take_picture (self, "signed");
  byl_round_page_go_on (page);

  return STEP_REVEALED;
}

static Step
go_on (Demonstration *self,
       BylRoundPage  *page)
{
  BylGame *game = byl_table_get_game (byl_round_page_get_table (page));
  gboolean last = byl_game_is_last_round (game);

  if (!byl_round_get_revealed (byl_game_get_round (game)))
    return STEP_REVEALED;

  take_picture (self, "revealed");
  byl_round_page_go_on (page);

  return last ? STEP_SUMMARY : STEP_SIGN;
}

static Step
take_step (Demonstration *self)
{
  BylPlayView *view = byl_window_get_play_view (self->window);
  BylRoundPage *page = view != NULL ? byl_play_view_get_round_page (view) : NULL;

  switch (self->step)
    {
    case STEP_HOME:
      if (g_list_model_get_n_items (G_LIST_MODEL (self->library)) == 0)
        return STEP_HOME;
      take_picture (self, "home");
      return STEP_DEAL;

    case STEP_DEAL:
      return deal (self);

    case STEP_SIGN:
      return page != NULL ? sign (page) : STEP_SIGN;

    case STEP_SIGNED:
      return reveal (self, page);

    case STEP_REVEALED:
      return go_on (self, page);

    case STEP_SUMMARY:
      take_picture (self, "summary");
      return STEP_DONE;

    case STEP_DONE:
    default:
      return STEP_DONE;
    }
}

static gboolean
step_cb (gpointer user_data)
{
  Demonstration *self = user_data;
  Step next = take_step (self);

  self->n_waiting = next == self->step ? self->n_waiting + 1 : 0;
  self->step = next;

  if (next != STEP_DONE && self->n_waiting < MOST_WAITING)
    return G_SOURCE_CONTINUE;

  gtk_window_close (GTK_WINDOW (self->window));

  return G_SOURCE_REMOVE;
}

/**
 * byl_demonstration_start:
 * @window: a window that is shown
 * @library: the installed packs
 * @folder: where the pictures go; made if it is missing
 *
 * Plays a game of two rounds with the built-in pack, writes a picture of every page, prints their
 * paths and closes the window.
 */
void
byl_demonstration_start (BylWindow  *window,
                         BylLibrary *library,
                         const char *folder)
{
  Demonstration *self = g_new0 (Demonstration, 1);

  g_mkdir_with_parents (folder, 0755);
  self->window = g_object_ref (window);
  self->library = g_object_ref (library);
  self->folder = g_strdup (folder);

  g_timeout_add_full (G_PRIORITY_LOW, STEP_MILLISECONDS, step_cb, self, free_demonstration);
}
