/* byl-round-keys.c: playing a round by the keyboard
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-round-keys.h"

/* A letter picks a card and a digit signs it, wherever the focus is: the page has no text to
 * type. */
static gboolean
play_key (BylRoundPage *page,
          guint         keyval)
{
  guint lower = gdk_keyval_to_lower (keyval);

  if (lower >= GDK_KEY_a && lower <= GDK_KEY_z)
    {
      byl_round_page_choose (page, lower - GDK_KEY_a);
      return TRUE;
    }

  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    {
      byl_round_page_sign (page, keyval - GDK_KEY_1);
      return TRUE;
    }

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    {
      byl_round_page_sign (page, keyval - GDK_KEY_KP_1);
      return TRUE;
    }

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal: /* the plus key without Shift on many keyboards */
    case GDK_KEY_KP_Add:
      byl_round_page_raise_bet (page, 1);
      return TRUE;

    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      byl_round_page_raise_bet (page, -1);
      return TRUE;

    case GDK_KEY_BackSpace:
    case GDK_KEY_Delete:
      byl_round_page_unsign (page);
      return TRUE;

    case GDK_KEY_Page_Down:
      byl_round_page_scroll (page, 0.9);
      return TRUE;

    case GDK_KEY_Page_Up:
      byl_round_page_scroll (page, -0.9);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
play_key_cb (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             BylRoundPage          *page)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  return play_key (page, keyval);
}

/* Enter and Space belong to the focused button first; what it leaves goes on with the game. */
static gboolean
go_on_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              BylRoundPage          *page)
{
  BylRound *on_table;

  if (byl_round_page_get_table (page) == NULL)
    return FALSE;

  on_table = byl_game_get_round (byl_table_get_game (byl_round_page_get_table (page)));

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      byl_round_page_go_on (page);
      return TRUE;

    case GDK_KEY_space:
      if (byl_round_get_revealed (on_table))
        byl_round_page_go_on (page);
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * byl_round_keys_attach:
 * @page: the page to play on
 *
 * A letter picks a card, a digit signs it, + and − set the bet, Backspace takes the signature back,
 * Page Up and Page Down scroll the answer, Enter reveals, Enter or Space goes on.
 */
void
byl_round_keys_attach (BylRoundPage *page)
{
  GtkEventController *play = gtk_event_controller_key_new ();
  GtkEventController *go_on = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (play, GTK_PHASE_CAPTURE);
  g_signal_connect (play, "key-pressed", G_CALLBACK (play_key_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page), play);

  g_signal_connect (go_on, "key-pressed", G_CALLBACK (go_on_key_cb), page);
  gtk_widget_add_controller (GTK_WIDGET (page), go_on);
}
