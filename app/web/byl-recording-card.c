/* byl-recording-card.c: an answer that is being recorded: a letter, a state and a length
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-card.h"

#include "byl-recording-question-private.h"

#define N_LETTERS 26u

/* Nothing here knows the writer: see byl-recording-shown.c. */
struct _BylRecordingCard
{
  GObject            parent_instance;
  char              *letter;
  BylRecordingState  state;
  guint              n_characters;
};

enum { PROP_0, PROP_LETTER, PROP_STATE, PROP_N_CHARACTERS, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylRecordingCard, byl_recording_card, G_TYPE_OBJECT)

static void
byl_recording_card_finalize (GObject *object)
{
  g_free (BYL_RECORDING_CARD (object)->letter);

  G_OBJECT_CLASS (byl_recording_card_parent_class)->finalize (object);
}

static void
byl_recording_card_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  BylRecordingCard *self = BYL_RECORDING_CARD (object);

  switch (property_id)
    {
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;

    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;

    case PROP_N_CHARACTERS:
      g_value_set_uint (value, self->n_characters);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_recording_card_class_init (BylRecordingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_recording_card_finalize;
  object_class->get_property = byl_recording_card_get_property;

  properties[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, 0, BYL_RECORDING_FAILED, BYL_RECORDING_WAITING, flags);
  properties[PROP_N_CHARACTERS] =
    g_param_spec_uint ("n-characters", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_recording_card_init (BylRecordingCard *self)
{
}

/* “A” to “Z”, then “A2” to “Z2” and so on. */
static char *
make_letter (guint position)
{
  char letter = (char) ('A' + position % N_LETTERS);
  guint turn = position / N_LETTERS;

  return turn == 0 ? g_strdup_printf ("%c", letter) : g_strdup_printf ("%c%u", letter, turn + 1);
}

/* For a question: its card at a position, from 0. */
BylRecordingCard *
byl_recording_card_new (guint position)
{
  BylRecordingCard *self = g_object_new (BYL_TYPE_RECORDING_CARD, NULL);

  self->letter = make_letter (position);

  return self;
}

/* For the recording: all that is ever shown of an answer. */
void
byl_recording_card_show (BylRecordingCard  *self,
                         BylRecordingState  state,
                         guint              n_characters)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (self->n_characters != n_characters)
    {
      self->n_characters = n_characters;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHARACTERS]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * byl_recording_card_get_letter: (attributes org.gtk.Method.get_property=letter)
 * @self: an answer
 *
 * Returns: (transfer none): “A”, “B” and so on: its place among the question's answers, which says
 *   nothing of who writes it, nor of the letter that it gets in a game
 */
const char *
byl_recording_card_get_letter (BylRecordingCard *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_CARD (self), NULL);

  return self->letter;
}

/**
 * byl_recording_card_get_state: (attributes org.gtk.Method.get_property=state)
 * @self: an answer
 *
 * All answers to a question are shown as %BYL_RECORDING_ASKING until none of them is on its way,
 * since a model could be told by how fast it is.
 *
 * Returns: how far it is
 */
BylRecordingState
byl_recording_card_get_state (BylRecordingCard *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_CARD (self), BYL_RECORDING_WAITING);

  return self->state;
}

/**
 * byl_recording_card_get_n_characters: (attributes org.gtk.Method.get_property=n-characters)
 * @self: an answer
 *
 * While answers are on their way, each is shown with the mean length of all that have come to the
 * question.
 *
 * Returns: its length in characters, 0 where there is none
 */
guint
byl_recording_card_get_n_characters (BylRecordingCard *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_CARD (self), 0);

  return self->n_characters;
}
