/* test-bet-pips.c: four pips on which a player says how sure a guess is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-bet-pips.h"
#include "byl-parts.h"

#include <adwaita.h>

static BylBetPips *
create_pips (void)
{
  return BYL_BET_PIPS (g_object_ref_sink (byl_bet_pips_new ()));
}

static GtkWidget *
get_pip (BylBetPips *pips,
         guint       bet)
{
  GtkWidget *pip = gtk_widget_get_first_child (GTK_WIDGET (pips));

  for (guint i = 0; i < bet; i++)
    pip = gtk_widget_get_next_sibling (pip);

  return pip;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static gboolean
press_key (BylBetPips *pips,
           guint       key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (pips));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stopped);
    }

  return stopped;
}

static void
test_only_a_new_value_notifies (void)
{
  BylBetPips *pips = create_pips ();
  guint count = 0;

  g_signal_connect (pips, "notify", G_CALLBACK (count_cb), &count);
  byl_bet_pips_set_bet (pips, BYL_BET_CHANCE);
  byl_bet_pips_set_n_names (pips, 4);
  g_assert_cmpuint (count, ==, 0);

  byl_bet_pips_set_bet (pips, BYL_BET_SURE);
  g_assert_cmpuint (count, ==, 1);
  byl_bet_pips_set_n_names (pips, 2);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_SURE);
  g_assert_cmpuint (byl_bet_pips_get_n_names (pips), ==, 2);

  g_assert_finalize_object (pips);
}

static void
test_each_pip_has_its_accessible_name (void)
{
  BylBetPips *pips = create_pips ();
  const char *names[] = { "Bet: chance", "Bet: 50 %", "Bet: 75 %", "Bet: 90 %" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_test_accessible_assert_property (get_pip (pips, i), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         names[i]);

  g_assert_finalize_object (pips);
}

static void
test_one_pip_is_pressed (void)
{
  BylBetPips *pips = create_pips ();

  for (guint bet = 0; bet < BYL_N_BETS; bet++)
    {
      byl_bet_pips_set_bet (pips, bet);

      for (guint i = 0; i < BYL_N_BETS; i++)
        gtk_test_accessible_assert_state (get_pip (pips, i), GTK_ACCESSIBLE_STATE_PRESSED,
                                          i == bet ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                   : GTK_ACCESSIBLE_TRISTATE_FALSE);
    }

  g_assert_finalize_object (pips);
}

static void
test_pips_are_filled_up_to_the_bet (void)
{
  BylBetPips *pips = create_pips ();

  byl_bet_pips_set_bet (pips, BYL_BET_SURE);
  byl_bet_pips_set_bet (pips, BYL_BET_HALF);

  for (guint i = 0; i < BYL_N_BETS; i++)
    g_assert_cmpint (gtk_widget_has_css_class (get_pip (pips, i), "filled"), ==, i <= BYL_BET_HALF);

  g_assert_finalize_object (pips);
}

static void
test_pressing_a_pip_bets (void)
{
  BylBetPips *pips = create_pips ();
  guint count = 0;

  g_signal_connect (pips, "notify::bet", G_CALLBACK (count_cb), &count);
  g_signal_emit_by_name (get_pip (pips, BYL_BET_MOSTLY), "clicked");
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_MOSTLY);
  g_assert_cmpuint (count, ==, 1);

  /* Pressed again, it stays pressed. */
  g_signal_emit_by_name (get_pip (pips, BYL_BET_MOSTLY), "clicked");
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_MOSTLY);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_pip (pips, BYL_BET_MOSTLY))));
  g_assert_cmpuint (count, ==, 1);

  g_assert_finalize_object (pips);
}

static void
test_arrow_keys_change_the_bet (void)
{
  BylBetPips *pips = create_pips ();

  gtk_widget_set_direction (GTK_WIDGET (pips), GTK_TEXT_DIR_LTR);
  g_assert_true (press_key (pips, GDK_KEY_Left));
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_CHANCE);
  g_assert_true (press_key (pips, GDK_KEY_Right));
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_HALF);
  g_assert_false (press_key (pips, GDK_KEY_Down));

  gtk_widget_set_direction (GTK_WIDGET (pips), GTK_TEXT_DIR_RTL);
  g_assert_true (press_key (pips, GDK_KEY_Left));
  g_assert_cmpuint (byl_bet_pips_get_bet (pips), ==, BYL_BET_MOSTLY);

  g_assert_finalize_object (pips);
}

static void
test_the_tab_key_stops_once (void)
{
  BylBetPips *pips = create_pips ();

  byl_bet_pips_set_bet (pips, BYL_BET_MOSTLY);

  for (guint i = 0; i < BYL_N_BETS; i++)
    g_assert_cmpint (gtk_widget_get_focusable (get_pip (pips, i)), ==, i == BYL_BET_MOSTLY);

  g_assert_finalize_object (pips);
}

static void
test_the_chance_follows_the_number_of_names (void)
{
  BylBetPips *pips = create_pips ();
  const char *tooltip = gtk_widget_get_tooltip_text (get_pip (pips, BYL_BET_CHANCE));

  g_assert_nonnull (strstr (tooltip, "25"));
  byl_bet_pips_set_n_names (pips, 3);
  tooltip = gtk_widget_get_tooltip_text (get_pip (pips, BYL_BET_CHANCE));
  g_assert_nonnull (strstr (tooltip, "33"));

  g_assert_finalize_object (pips);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();
  byl_parts_init ();

  g_test_add_func ("/bet-pips/only-a-new-value-notifies", test_only_a_new_value_notifies);
  g_test_add_func ("/bet-pips/each-pip-has-its-accessible-name",
                   test_each_pip_has_its_accessible_name);
  g_test_add_func ("/bet-pips/one-pip-is-pressed", test_one_pip_is_pressed);
  g_test_add_func ("/bet-pips/pips-are-filled-up-to-the-bet", test_pips_are_filled_up_to_the_bet);
  g_test_add_func ("/bet-pips/pressing-a-pip-bets", test_pressing_a_pip_bets);
  g_test_add_func ("/bet-pips/arrow-keys-change-the-bet", test_arrow_keys_change_the_bet);
  g_test_add_func ("/bet-pips/the-tab-key-stops-once", test_the_tab_key_stops_once);
  g_test_add_func ("/bet-pips/the-chance-follows-the-number-of-names",
                   test_the_chance_follows_the_number_of_names);

  return g_test_run ();
}
