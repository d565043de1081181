/* byl-game-row.c: a game played, in the list of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game-row.h"

#include "byl-progress-words.h"

#include <glib/gi18n.h>

struct _BylGameRow
{
  GtkListBoxRow  parent_instance;
  BylPlayedGame *game;
  GtkLabel      *when;
  GtkLabel      *pack;
  GtkLabel      *mode;
  GtkLabel      *hits;
  GtkLabel      *chance;
  GtkWidget     *look;
};

G_DEFINE_FINAL_TYPE (BylGameRow, byl_game_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_unfinished (BylPlayedGame *game)
{
  guint revealed = byl_played_game_get_n_revealed (game);
  guint rounds = byl_played_game_get_n_rounds (game);

  if (byl_played_game_get_mode (game) == BYL_MODE_SOLO)
    /* Translators: Solo is a way to play; the numbers are of rounds played and of all rounds. */
    return g_strdup_printf (ngettext ("Solo, unfinished: %u of %u round played",
                                      "Solo, unfinished: %u of %u rounds played", rounds),
                            revealed, rounds);

  /* Translators: Line-up is a way to play; the numbers are of rounds played and of all rounds. */
  return g_strdup_printf (ngettext ("Line-up, unfinished: %u of %u round played",
                                    "Line-up, unfinished: %u of %u rounds played", rounds),
                          revealed, rounds);
}

static char *
dup_mode (BylPlayedGame *game)
{
  guint rounds = byl_played_game_get_n_rounds (game);

  if (!byl_played_game_get_finished (game))
    return dup_unfinished (game);

  if (byl_played_game_get_mode (game) == BYL_MODE_SOLO)
    /* Translators: Solo is a way to play. */
    return g_strdup_printf (ngettext ("Solo, %u round", "Solo, %u rounds", rounds), rounds);

  /* Translators: Line-up is a way to play. */
  return g_strdup_printf (ngettext ("Line-up, %u round", "Line-up, %u rounds", rounds), rounds);
}

static void
name_row (BylGameRow *self,
          GDateTime  *now)
{
  g_autofree char *date = byl_progress_words_dup_date (byl_played_game_get_started (self->game),
                                                       g_date_time_get_timezone (now));
  /* Translators: %s is a date and a time, such as “23 November 2026, 14:05”. */
  g_autofree char *name = g_strdup_printf (_("Look again at the game of %s"), date);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->look), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_score (BylGameRow *self)
{
  guint cards = byl_played_game_get_n_cards (self->game);
  guint hits = byl_played_game_get_hits (self->game);
  double expected = byl_played_game_get_expected (self->game);
  g_autofree char *hits_text = byl_progress_words_dup_hits (hits, cards);
  g_autofree char *chance_text = byl_progress_words_dup_chance (expected);

  gtk_label_set_text (self->hits, hits_text);
  gtk_label_set_text (self->chance, chance_text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->hits)),
                          byl_played_game_get_n_revealed (self->game) > 0);
}

static void
look_cb (BylGameRow *self)
{
  gtk_widget_activate (GTK_WIDGET (self));
}

static void
byl_game_row_dispose (GObject *object)
{
  BylGameRow *self = BYL_GAME_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_GAME_ROW);
  g_clear_object (&self->game);

  G_OBJECT_CLASS (byl_game_row_parent_class)->dispose (object);
}

static void
byl_game_row_class_init (BylGameRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_game_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "progress/byl-game-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, when);
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, pack);
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, mode);
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, hits);
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, chance);
  gtk_widget_class_bind_template_child (widget_class, BylGameRow, look);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
}

static void
byl_game_row_init (BylGameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_game_row_new:
 * @game: a game of the journal
 * @now: the present, where the player is
 *
 * Returns: (transfer floating): a row that says when and what was played, and how it went; its list
 *   box hears of it when the game is to be looked at again
 */
GtkWidget *
byl_game_row_new (BylPlayedGame *game,
                  GDateTime     *now)
{
  BylGameRow *self;
  g_autofree char *when = NULL;
  g_autofree char *mode = NULL;

  g_return_val_if_fail (BYL_IS_PLAYED_GAME (game), NULL);

  self = g_object_new (BYL_TYPE_GAME_ROW, NULL);
  self->game = g_object_ref (game);
  when = byl_progress_words_dup_when (byl_played_game_get_started (game), now);
  mode = dup_mode (game);

  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->pack, byl_played_game_get_pack_title (game));
  gtk_label_set_text (self->mode, mode);
  show_score (self);
  name_row (self, now);

  return GTK_WIDGET (self);
}

/**
 * byl_game_row_get_game:
 * @self: a row
 *
 * Returns: (transfer none): the game that it shows
 */
BylPlayedGame *
byl_game_row_get_game (BylGameRow *self)
{
  g_return_val_if_fail (BYL_IS_GAME_ROW (self), NULL);

  return self->game;
}
