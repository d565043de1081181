/* byl-bet-pips.c: four pips on which a player says how sure a guess is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-bet-pips.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_NAMES 2u
#define DEFAULT_NAMES 4u

struct _BylBetPips
{
  GtkWidget  parent_instance;

  GtkWidget *pips[BYL_N_BETS];
  guint      bet;
  guint      n_names;
};

enum { PROP_0, PROP_BET, PROP_N_NAMES, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylBetPips, byl_bet_pips, GTK_TYPE_WIDGET)

static int
get_percentage (BylBetPips *self,
                guint       bet)
{
  return (int) lround (100 * byl_bet_get_confidence ((BylBet) bet, self->n_names));
}

/* One pip is pressed; those before it are filled as well, so that more ink is more at stake. Only
 * the pressed one is a stop of the Tab key: from it the arrow keys go on. */
static void
update_pips (BylBetPips *self)
{
  for (guint i = 0; i < BYL_N_BETS; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pips[i]), i == self->bet);
      gtk_widget_set_focusable (self->pips[i], i == self->bet);
      /* The button itself says nothing before it has been pressed once. */
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->pips[i]),
                                   GTK_ACCESSIBLE_STATE_PRESSED,
                                   i == self->bet ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                   -1);

      if (i <= self->bet)
        gtk_widget_add_css_class (self->pips[i], "filled");
      else
        gtk_widget_remove_css_class (self->pips[i], "filled");
    }
}

static void
update_names (BylBetPips *self)
{
  for (guint i = 0; i < BYL_N_BETS; i++)
    {
      int percentage = get_percentage (self, i);
      g_autofree char *name = NULL;
      g_autofree char *tooltip = NULL;

      if (i == BYL_BET_CHANCE)
        {
          name = g_strdup (_("Bet: chance"));
          /* Translators: how sure the player is of a guess; %d is the chance in per cent. */
          tooltip = g_strdup_printf (_("A guess: %d %%"), percentage);
        }
      else
        {
          /* Translators: how sure the player is of a guess, in per cent. Put the sign as your
           * language does. */
          name = g_strdup_printf (_("Bet: %d %%"), percentage);
          /* Translators: how sure the player is of a guess, in per cent. */
          tooltip = g_strdup_printf (_("%d %% sure"), percentage);
        }

      gtk_widget_set_tooltip_text (self->pips[i], tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->pips[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

static void
toggled_cb (GtkToggleButton *pip,
            BylBetPips      *self)
{
  if (!gtk_toggle_button_get_active (pip))
    return;

  for (guint i = 0; i < BYL_N_BETS; i++)
    {
      if (self->pips[i] == GTK_WIDGET (pip))
        byl_bet_pips_set_bet (self, i);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                BylBetPips            *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint more = mirrored ? GDK_KEY_Left : GDK_KEY_Right;
  guint less = mirrored ? GDK_KEY_Right : GDK_KEY_Left;
  guint bet = self->bet;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key == more && bet < BYL_N_BETS - 1)
    bet++;
  else if (key == less && bet > 0)
    bet--;
  else
    return key == more || key == less;

  byl_bet_pips_set_bet (self, bet);
  gtk_widget_grab_focus (self->pips[bet]);

  return GDK_EVENT_STOP;
}

static void
byl_bet_pips_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BylBetPips *self = BYL_BET_PIPS (object);

  switch (property_id)
    {
    case PROP_BET:
      g_value_set_uint (value, self->bet);
      break;

    case PROP_N_NAMES:
      g_value_set_uint (value, self->n_names);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_bet_pips_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BylBetPips *self = BYL_BET_PIPS (object);

  switch (property_id)
    {
    case PROP_BET:
      byl_bet_pips_set_bet (self, g_value_get_uint (value));
      break;

    case PROP_N_NAMES:
      byl_bet_pips_set_n_names (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_bet_pips_dispose (GObject *object)
{
  BylBetPips *self = BYL_BET_PIPS (object);

  for (guint i = 0; i < BYL_N_BETS; i++)
    g_clear_pointer (&self->pips[i], gtk_widget_unparent);

  G_OBJECT_CLASS (byl_bet_pips_parent_class)->dispose (object);
}

static void
byl_bet_pips_class_init (BylBetPipsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = byl_bet_pips_dispose;
  object_class->get_property = byl_bet_pips_get_property;
  object_class->set_property = byl_bet_pips_set_property;

  properties[PROP_BET] =
    g_param_spec_uint ("bet", NULL, NULL, 0, BYL_N_BETS - 1, BYL_BET_CHANCE, flags);
  properties[PROP_N_NAMES] =
    g_param_spec_uint ("n-names", NULL, NULL, MIN_NAMES, G_MAXUINT, DEFAULT_NAMES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "betpips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_pip (BylBetPips *self)
{
  GtkWidget *pip = gtk_toggle_button_new ();
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (mark, "pip");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (pip), mark);
  gtk_widget_set_parent (pip, GTK_WIDGET (self));

  return pip;
}

static void
byl_bet_pips_init (BylBetPips *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  self->bet = BYL_BET_CHANCE;
  self->n_names = DEFAULT_NAMES;

  for (guint i = 0; i < BYL_N_BETS; i++)
    {
      self->pips[i] = create_pip (self);

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->pips[i]),
                                     GTK_TOGGLE_BUTTON (self->pips[0]));
    }

  update_pips (self);
  update_names (self);

  for (guint i = 0; i < BYL_N_BETS; i++)
    g_signal_connect (self->pips[i], "toggled", G_CALLBACK (toggled_cb), self);

  /* Before the buttons see the key: they would only move the focus. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How sure you are"),
                                  -1);
}

/**
 * byl_bet_pips_new:
 *
 * Returns: (transfer floating): pips with the lowest bet
 */
GtkWidget *
byl_bet_pips_new (void)
{
  return g_object_new (BYL_TYPE_BET_PIPS, NULL);
}

/**
 * byl_bet_pips_get_bet:
 * @self: bet pips
 *
 * Returns: the #BylBet chosen
 */
guint
byl_bet_pips_get_bet (BylBetPips *self)
{
  g_return_val_if_fail (BYL_IS_BET_PIPS (self), BYL_BET_CHANCE);

  return self->bet;
}

/**
 * byl_bet_pips_get_n_names:
 * @self: bet pips
 *
 * Returns: how many names there are to choose from, at least 2
 */
guint
byl_bet_pips_get_n_names (BylBetPips *self)
{
  g_return_val_if_fail (BYL_IS_BET_PIPS (self), DEFAULT_NAMES);

  return self->n_names;
}

/**
 * byl_bet_pips_set_bet:
 * @self: bet pips
 * @bet: a #BylBet
 *
 * Presses a pip.
 */
void
byl_bet_pips_set_bet (BylBetPips *self,
                      guint       bet)
{
  g_return_if_fail (BYL_IS_BET_PIPS (self));
  g_return_if_fail (bet < BYL_N_BETS);

  if (self->bet == bet)
    return;

  self->bet = bet;
  update_pips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BET]);
}

/**
 * byl_bet_pips_set_n_names:
 * @self: bet pips
 * @n_names: how many names there are to choose from, at least 2
 *
 * Says how good chance is, which the lowest bet stands for.
 */
void
byl_bet_pips_set_n_names (BylBetPips *self,
                          guint       n_names)
{
  g_return_if_fail (BYL_IS_BET_PIPS (self));
  g_return_if_fail (n_names >= MIN_NAMES);

  if (self->n_names == n_names)
    return;

  self->n_names = n_names;
  update_names (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_NAMES]);
}
