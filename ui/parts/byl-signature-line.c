/* byl-signature-line.c: the line under a card that the guess is signed on and the truth is inked on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-signature-line.h"

#include "byl-ink-line.h"

#include <glib/gi18n.h>

struct _BylSignatureLine
{
  GtkButton           parent_instance;

  GtkWidget          *line;
  GtkWidget          *mark;
  GtkEventController *drop_target; /* owned by the widget */
  char               *letter;
  char               *guess;       /* (nullable) */
  char               *truth;       /* (nullable) */
  gboolean            revealed;
};

enum { PROP_0, PROP_LETTER, PROP_GUESS, PROP_TRUTH, PROP_REVEALED, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { NAME_DROPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylSignatureLine, byl_signature_line, GTK_TYPE_BUTTON)

static gboolean
is_inked (BylSignatureLine *self)
{
  return self->revealed && self->truth != NULL;
}

static gboolean
is_right (BylSignatureLine *self)
{
  return is_inked (self) && g_strcmp0 (self->guess, self->truth) == 0;
}

static void
update_mark (BylSignatureLine *self)
{
  gboolean right = is_right (self);

  gtk_widget_set_visible (self->mark, is_inked (self));
  /* Translators: after the name of an answer's writer, where the player guessed it. */
  gtk_label_set_label (GTK_LABEL (self->mark), right ? _("✓ Right") : "✗");
  gtk_widget_remove_css_class (self->mark, right ? "error" : "success");
  gtk_widget_add_css_class (self->mark, right ? "success" : "error");
}

static void
update (BylSignatureLine *self)
{
  g_autofree char *sentence = byl_signature_line_dup_sentence (self);

  if (gtk_widget_has_css_class (GTK_WIDGET (self), "revealed") != is_inked (self))
    {
      if (is_inked (self))
        gtk_widget_add_css_class (GTK_WIDGET (self), "revealed");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "revealed");
    }

  gtk_event_controller_set_propagation_phase (self->drop_target,
                                              is_inked (self) ? GTK_PHASE_NONE
                                                              : GTK_PHASE_BUBBLE);
  byl_ink_line_write (BYL_INK_LINE (self->line),
                      is_right (self) ? NULL : self->guess,
                      is_inked (self) ? self->truth : NULL);
  update_mark (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  BylSignatureLine *self = BYL_SIGNATURE_LINE (widget);
  g_autofree char *sentence = NULL;

  /* What can be read on the line is not repeated. */
  if (!byl_ink_line_is_shortened (BYL_INK_LINE (self->line)))
    return FALSE;

  sentence = byl_signature_line_dup_sentence (self);
  gtk_tooltip_set_text (tooltip, sentence);

  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  BylSignatureLine *self = user_data;

  if (is_inked (self) || !G_VALUE_HOLDS_STRING (value) || g_value_get_string (value) == NULL)
    return FALSE;

  g_signal_emit (self, signals[NAME_DROPPED], 0, g_value_get_string (value));

  return TRUE;
}

static void
byl_signature_line_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  BylSignatureLine *self = BYL_SIGNATURE_LINE (object);

  switch (property_id)
    {
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;

    case PROP_GUESS:
      g_value_set_string (value, self->guess);
      break;

    case PROP_TRUTH:
      g_value_set_string (value, self->truth);
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_signature_line_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  BylSignatureLine *self = BYL_SIGNATURE_LINE (object);

  switch (property_id)
    {
    case PROP_LETTER:
      byl_signature_line_set_letter (self, g_value_get_string (value));
      break;

    case PROP_GUESS:
      byl_signature_line_set_guess (self, g_value_get_string (value));
      break;

    case PROP_TRUTH:
      byl_signature_line_set_truth (self, g_value_get_string (value));
      break;

    case PROP_REVEALED:
      byl_signature_line_set_revealed (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_signature_line_finalize (GObject *object)
{
  BylSignatureLine *self = BYL_SIGNATURE_LINE (object);

  g_free (self->letter);
  g_free (self->guess);
  g_free (self->truth);
  G_OBJECT_CLASS (byl_signature_line_parent_class)->finalize (object);
}

static void
byl_signature_line_class_init (BylSignatureLineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_signature_line_finalize;
  object_class->get_property = byl_signature_line_get_property;
  object_class->set_property = byl_signature_line_set_property;

  properties[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, "A", flags);
  properties[PROP_GUESS] = g_param_spec_string ("guess", NULL, NULL, NULL, flags);
  properties[PROP_TRUTH] = g_param_spec_string ("truth", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A name was dropped on the line; its argument is the string that was dragged: a writer's id. */
  signals[NAME_DROPPED] =
    g_signal_new ("name-dropped", BYL_TYPE_SIGNATURE_LINE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
byl_signature_line_init (BylSignatureLine *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: before the line that a card is signed on: “By ______”. */
  GtkWidget *by = gtk_label_new (C_("signature", "By"));
  GtkDropTarget *drop_target = gtk_drop_target_new (G_TYPE_STRING,
                                                    GDK_ACTION_COPY | GDK_ACTION_MOVE);

  self->letter = g_strdup ("A");
  self->line = byl_ink_line_new ();
  self->mark = gtk_label_new (NULL);
  self->drop_target = GTK_EVENT_CONTROLLER (drop_target);

  gtk_widget_add_css_class (by, "by");
  gtk_widget_add_css_class (by, "dim-label");
  gtk_widget_add_css_class (self->mark, "mark");
  gtk_widget_set_valign (by, GTK_ALIGN_END);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_box_append (GTK_BOX (box), by);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), self->mark);

  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (widget, "flat");
  gtk_widget_add_css_class (widget, "byl-signature");
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (drop_target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (widget, self->drop_target);
  update (self);
}

/**
 * byl_signature_line_new:
 *
 * Returns: (transfer floating): an unsigned line, of answer A
 */
GtkWidget *
byl_signature_line_new (void)
{
  return g_object_new (BYL_TYPE_SIGNATURE_LINE, NULL);
}

/**
 * byl_signature_line_get_letter:
 * @self: a signature line
 *
 * Returns: the letter of the card that @self lies under
 */
const char *
byl_signature_line_get_letter (BylSignatureLine *self)
{
  g_return_val_if_fail (BYL_IS_SIGNATURE_LINE (self), NULL);

  return self->letter;
}

/**
 * byl_signature_line_get_guess:
 * @self: a signature line
 *
 * Returns: (nullable): the name signed in pencil
 */
const char *
byl_signature_line_get_guess (BylSignatureLine *self)
{
  g_return_val_if_fail (BYL_IS_SIGNATURE_LINE (self), NULL);

  return self->guess;
}

/**
 * byl_signature_line_get_truth:
 * @self: a signature line
 *
 * Returns: (nullable): the name of who wrote the answer, %NULL before the reveal
 */
const char *
byl_signature_line_get_truth (BylSignatureLine *self)
{
  g_return_val_if_fail (BYL_IS_SIGNATURE_LINE (self), NULL);

  return self->truth;
}

/**
 * byl_signature_line_get_revealed:
 * @self: a signature line
 *
 * Returns: whether the truth is to be shown
 */
gboolean
byl_signature_line_get_revealed (BylSignatureLine *self)
{
  g_return_val_if_fail (BYL_IS_SIGNATURE_LINE (self), FALSE);

  return self->revealed;
}

/**
 * byl_signature_line_dup_sentence:
 * @self: a signature line
 *
 * Says in words what the line shows: its accessible label.
 *
 * Returns: (transfer full): a sentence in the player's language
 */
char *
byl_signature_line_dup_sentence (BylSignatureLine *self)
{
  g_return_val_if_fail (BYL_IS_SIGNATURE_LINE (self), NULL);

  /* Translators: %s is the name of a writer, mostly that of a language model. */
  if (is_right (self))
    return g_strdup_printf (_("Written by %s. Right."), self->truth);

  /* Translators: the first %s is who wrote an answer, the second who the player said wrote it. */
  if (is_inked (self) && self->guess != NULL)
    return g_strdup_printf (_("Written by %s. You signed %s."), self->truth, self->guess);

  /* Translators: %s is who wrote an answer that the player did not sign. */
  if (is_inked (self))
    return g_strdup_printf (_("Written by %s. You did not sign."), self->truth);

  /* Translators: the first %s is a card's letter, the second the name that the player signed on
   * it. */
  if (self->guess != NULL)
    return g_strdup_printf (_("Answer %s, signed %s"), self->letter, self->guess);

  /* Translators: a button; %s is a card's letter. */
  return g_strdup_printf (_("Sign answer %s"), self->letter);
}

static void
replace_string (BylSignatureLine  *self,
                char             **field,
                const char        *value,
                guint              property_id)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);
}

/**
 * byl_signature_line_set_letter:
 * @self: a signature line
 * @letter: (nullable): of the card that it lies under; %NULL for none
 *
 * Says which card is signed here.
 */
void
byl_signature_line_set_letter (BylSignatureLine *self,
                               const char       *letter)
{
  g_return_if_fail (BYL_IS_SIGNATURE_LINE (self));

  replace_string (self, &self->letter, letter != NULL ? letter : "", PROP_LETTER);
}

/**
 * byl_signature_line_set_guess:
 * @self: a signature line
 * @guess: (nullable): a writer's name; %NULL to rub it out
 *
 * Signs the line in pencil.
 */
void
byl_signature_line_set_guess (BylSignatureLine *self,
                              const char       *guess)
{
  g_return_if_fail (BYL_IS_SIGNATURE_LINE (self));

  replace_string (self, &self->guess, guess, PROP_GUESS);
}

/**
 * byl_signature_line_set_truth:
 * @self: a signature line
 * @truth: (nullable): the name of who wrote the answer
 *
 * Says who wrote the answer. Nothing of it is shown before #BylSignatureLine:revealed is set as
 * well.
 */
void
byl_signature_line_set_truth (BylSignatureLine *self,
                              const char       *truth)
{
  g_return_if_fail (BYL_IS_SIGNATURE_LINE (self));

  replace_string (self, &self->truth, truth, PROP_TRUTH);
}

/**
 * byl_signature_line_set_revealed:
 * @self: a signature line
 * @revealed: whether to show the truth
 *
 * Inks the truth over the pencil, once it is known.
 */
void
byl_signature_line_set_revealed (BylSignatureLine *self,
                                 gboolean          revealed)
{
  g_return_if_fail (BYL_IS_SIGNATURE_LINE (self));

  revealed = !!revealed;

  if (self->revealed == revealed)
    return;

  self->revealed = revealed;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
