/* byl-round-page.c: the page on which a round is played, revealed and looked at again
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-round-page.h"

#include "byl-lesson-hint.h"
#include "byl-marking.h"
#include "byl-name-chip.h"
#include "byl-prompt-view.h"
#include "byl-round-keys.h"
#include "byl-round-words.h"
#include "byl-stage.h"
#include "byl-trouble-bar.h"

#include <glib/gi18n.h>

struct _BylRoundPage
{
  AdwBin             parent_instance;
  AdwWindowTitle    *title;
  GtkWidget         *shortcuts;
  BylTroubleBar     *trouble_bar;
  GtkBox            *content;
  BylLessonHint     *lesson_hint;
  BylPromptView     *prompt;
  BylStage          *stage;
  GtkBox            *bottom;
  GtkFlowBox        *chips;
  GtkLabel          *verdict;
  GtkLabel          *to_sign;
  GtkButton         *previous;
  GtkButton         *action;

  BylMarking        *marking;
  BylTable          *table;
  BylRound          *on_table;
  gboolean           narrow;
};

enum { FINISHED, OPEN_LINK, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRoundPage, byl_round_page, ADW_TYPE_BIN)

static guint
get_n_cards (BylRoundPage *self)
{
  return self->on_table != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->on_table)) : 0;
}

static gboolean
is_revealed (BylRoundPage *self)
{
  return byl_round_get_revealed (self->on_table);
}

static void
update_title (BylRoundPage *self)
{
  BylGame *game = byl_table_get_game (self->table);
  g_autofree char *standing = byl_round_words_dup_standing (game);

  adw_window_title_set_title (self->title, byl_game_get_deal (game)->pack_title);
  adw_window_title_set_subtitle (self->title, standing);
}

static void
update_trouble (BylRoundPage *self)
{
  g_autofree char *text = byl_round_words_dup_trouble (byl_table_get_trouble (self->table));

  byl_trouble_bar_set_sentence (self->trouble_bar, text);
}

static void
update_verdict (BylRoundPage *self)
{
  g_autofree char *verdict = byl_round_words_dup_verdict (self->on_table);

  gtk_label_set_label (self->verdict, verdict);
}

/* The bottom of the page: names to sign with before the reveal, the way on after it. */
static void
update_bottom (BylRoundPage *self)
{
  gboolean revealed = is_revealed (self);
  BylGame *game = byl_table_get_game (self->table);
  gboolean replay = byl_table_get_replay (self->table);
  gboolean last = byl_game_is_last_round (game);
  guint n_unsigned = byl_round_get_n_unsigned (self->on_table);
  g_autofree char *to_sign =
    g_strdup_printf (ngettext ("%u to sign", "%u to sign", n_unsigned), n_unsigned);

  gtk_widget_set_visible (GTK_WIDGET (self->chips), !revealed);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), revealed);
  gtk_widget_set_visible (GTK_WIDGET (self->to_sign),
                          !revealed && n_unsigned > 0 && get_n_cards (self) > 1);
  gtk_label_set_label (self->to_sign, to_sign);
  gtk_widget_set_visible (GTK_WIDGET (self->previous),
                          replay && byl_game_get_position (game) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->action), !(replay && last));
  gtk_widget_set_sensitive (GTK_WIDGET (self->action),
                            (revealed || n_unsigned == 0) && !byl_table_get_busy (self->table));

  if (!revealed)
    gtk_button_set_label (self->action, _("Reveal"));
  else if (last)
    gtk_button_set_label (self->action, _("See summary"));
  else
    gtk_button_set_label (self->action, _("Next round"));
}

static void
update_layout (BylRoundPage *self)
{
  int margin = self->narrow ? 12 : 18;

  byl_stage_set_narrow (self->stage, self->narrow);
  gtk_widget_set_visible (self->shortcuts, !self->narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bottom),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL
                                               : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_margin_start (GTK_WIDGET (self->content), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->content), margin);
  gtk_flow_box_set_homogeneous (self->chips, self->narrow);
  gtk_flow_box_set_max_children_per_line (self->chips, self->narrow ? 2 : 8);
}

static void
name_dropped_cb (BylRoundPage *self,
                 const char   *writer)
{
  byl_table_sign (self->table, byl_stage_get_chosen (self->stage), writer);
}

static void
bet_changed_cb (BylRoundPage *self,
                guint         bet)
{
  byl_table_bet (self->table, byl_stage_get_chosen (self->stage), bet);
}

static void
open_link_cb (BylRoundPage *self,
              const char   *address)
{
  g_signal_emit (self, signals[OPEN_LINK], 0, address);
}

static void
chip_clicked_cb (BylRoundPage *self,
                 BylNameChip  *chip)
{
  byl_table_sign (self->table, byl_stage_get_chosen (self->stage),
                  byl_name_get_id (byl_name_chip_get_name (chip)));
}

static void
try_again_cb (BylRoundPage *self)
{
  byl_table_keep_again (self->table);
}

static void
previous_cb (BylRoundPage *self)
{
  byl_table_lay (self->table, byl_game_get_position (byl_table_get_game (self->table)) - 1);
}

static void
revealed_cb (BylRoundPage *self)
{
  update_title (self);
  update_verdict (self);
  update_bottom (self);
}

static GtkWidget *
new_chip (gpointer item,
          gpointer user_data)
{
  GtkWidget *chip = byl_name_chip_new (item);
  GtkWidget *child = gtk_flow_box_child_new ();

  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), user_data,
                           G_CONNECT_SWAPPED);
  /* The chip itself takes the focus: one stop for each name, not two. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), chip);

  return child;
}

/* The tells are looked for while the round is played, so that the reveal need not wait. */
static BylTellRound *
find_tells (BylRoundPage *self)
{
  BylTellSource *source = byl_table_get_tell_source (self->table);
  gboolean plain = byl_game_get_deal (byl_table_get_game (self->table))->rules->plain_text;

  return source != NULL ? byl_tell_round_new (source, self->on_table, !plain) : NULL;
}

static void
lay_round (BylRoundPage *self)
{
  BylGame *game = byl_table_get_game (self->table);
  gboolean lesson = byl_game_get_deal (game)->rules->lesson;
  g_autoptr(BylTellRound) found = NULL;

  g_set_object (&self->on_table, byl_game_get_round (game));
  found = find_tells (self);

  byl_prompt_view_set_question (self->prompt,
                                lesson ? NULL : byl_round_get_category (self->on_table),
                                byl_round_get_prompt (self->on_table));
  gtk_flow_box_bind_model (self->chips, byl_round_get_names (self->on_table), new_chip, self, NULL);
  byl_stage_set_round (self->stage, self->on_table, byl_game_get_deal (game)->rules->bets,
                       found);
  byl_marking_lay (self->marking, self->table, found);

  g_signal_connect_object (self->on_table, "notify::revealed", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->on_table, "notify::n-unsigned", G_CALLBACK (update_bottom), self,
                           G_CONNECT_SWAPPED);

  byl_lesson_hint_set_rules (self->lesson_hint, byl_game_get_deal (game)->rules,
                             byl_round_get_category (self->on_table));
  revealed_cb (self);

  if (!is_revealed (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
byl_round_page_dispose (GObject *object)
{
  BylRoundPage *self = BYL_ROUND_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_ROUND_PAGE);
  g_clear_object (&self->table);
  g_clear_object (&self->on_table);
  g_clear_object (&self->marking);

  G_OBJECT_CLASS (byl_round_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, title);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, shortcuts);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, content);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, lesson_hint);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, stage);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, chips);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, to_sign);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, previous);
  gtk_widget_class_bind_template_child (widget_class, BylRoundPage, action);
}

static void
byl_round_page_class_init (BylRoundPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_round_page_dispose;

  signals[FINISHED] =
    g_signal_new ("finished", BYL_TYPE_ROUND_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_LINK] =
    g_signal_new ("open-link", BYL_TYPE_ROUND_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BYL_TYPE_LESSON_HINT);
  g_type_ensure (BYL_TYPE_PROMPT_VIEW);
  g_type_ensure (BYL_TYPE_STAGE);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-round-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, name_dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, bet_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, byl_round_page_go_on);
}

static void
byl_round_page_init (BylRoundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->marking = byl_marking_new (GTK_WIDGET (self->stage));
  byl_round_keys_attach (self);
}

/**
 * byl_round_page_get_table:
 * @self: a round page
 *
 * Returns: (transfer none) (nullable): the table that is played on
 */
BylTable *
byl_round_page_get_table (BylRoundPage *self)
{
  return self->table;
}

/**
 * byl_round_page_set_table:
 * @self: a round page
 * @table: (nullable): the table to play on
 */
void
byl_round_page_set_table (BylRoundPage *self,
                          BylTable     *table)
{
  if (self->table == table)
    return;

  if (self->table != NULL)
    {
      g_signal_handlers_disconnect_by_data (byl_table_get_game (self->table), self);
      g_signal_handlers_disconnect_by_data (self->table, self);
    }

  g_set_object (&self->table, table);

  if (table == NULL)
    return;

  g_signal_connect_object (byl_table_get_game (table), "notify::round", G_CALLBACK (lay_round),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (byl_table_get_game (table), "notify::hits", G_CALLBACK (update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::trouble", G_CALLBACK (update_trouble), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::busy", G_CALLBACK (update_bottom), self,
                           G_CONNECT_SWAPPED);
  lay_round (self);
  update_trouble (self);
}

/**
 * byl_round_page_set_narrow:
 * @self: a round page
 * @narrow: whether to show one card at a time
 */
void
byl_round_page_set_narrow (BylRoundPage *self,
                           gboolean      narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  update_layout (self);
}

/**
 * byl_round_page_choose:
 * @self: a round page
 * @card: place of a card, from 0; one that is not there is ignored
 *
 * The next name is signed on this card; after the reveal its tells are shown.
 */
void
byl_round_page_choose (BylRoundPage *self,
                       guint         card)
{
  byl_stage_choose (self->stage, card);
}

/**
 * byl_round_page_sign:
 * @self: a round page
 * @name: place of a name, from 0; one that is not there is ignored
 *
 * Signs the chosen card.
 */
void
byl_round_page_sign (BylRoundPage *self,
                     guint         name)
{
  g_autoptr(BylName) item = NULL;

  if (self->on_table == NULL)
    return;

  item = g_list_model_get_item (byl_round_get_names (self->on_table), name);

  if (item != NULL)
    byl_table_sign (self->table, byl_stage_get_chosen (self->stage), byl_name_get_id (item));
}

/**
 * byl_round_page_unsign:
 * @self: a round page
 *
 * Takes the name on the chosen card back.
 */
void
byl_round_page_unsign (BylRoundPage *self)
{
  if (self->table != NULL)
    byl_table_sign (self->table, byl_stage_get_chosen (self->stage), NULL);
}

/**
 * byl_round_page_raise_bet:
 * @self: a round page
 * @steps: how far; negative lowers it
 *
 * Changes the bet on the chosen card, within its four steps.
 */
void
byl_round_page_raise_bet (BylRoundPage *self,
                          int           steps)
{
  guint chosen = byl_stage_get_chosen (self->stage);
  int bet;

  if (self->table == NULL || !byl_game_get_deal (byl_table_get_game (self->table))->rules->bets)
    return;

  bet = (int) byl_card_get_bet (byl_round_get_card (self->on_table, chosen)) + steps;
  byl_table_bet (self->table, chosen, CLAMP (bet, 0, BYL_N_BETS - 1));
}

/**
 * byl_round_page_scroll:
 * @self: a round page
 * @pages: how far, in heights of the visible part; negative is up
 *
 * Scrolls the chosen answer.
 */
void
byl_round_page_scroll (BylRoundPage *self,
                       double        pages)
{
  byl_stage_scroll (self->stage, pages);
}

/**
 * byl_round_page_go_on:
 * @self: a round page
 *
 * Reveals a round that is signed throughout; after the reveal goes to the next round or to the
 * summary. Does nothing while a card waits for its name.
 */
void
byl_round_page_go_on (BylRoundPage *self)
{
  BylGame *game;

  if (self->table == NULL)
    return;

  game = byl_table_get_game (self->table);

  if (!is_revealed (self))
    byl_table_reveal (self->table);
  else if (!byl_game_is_last_round (game))
    byl_table_lay (self->table, byl_game_get_position (game) + 1);
  else if (!byl_table_get_replay (self->table))
    g_signal_emit (self, signals[FINISHED], 0);
}

/**
 * byl_round_page_finish:
 * @self: a round page
 *
 * Lays out all answers at once, for a picture.
 */
void
byl_round_page_finish (BylRoundPage *self)
{
  byl_stage_finish (self->stage);
}
