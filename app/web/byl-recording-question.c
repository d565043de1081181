/* byl-recording-question.c: a question that is being recorded, with its lettered answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-question.h"

#include "byl-recording-question-private.h"

struct _BylRecordingQuestion
{
  GObject            parent_instance;
  char              *prompt;
  guint              position;
  GPtrArray         *cards; /* (element-type BylRecordingCard) */
  guint              n_done;
};

enum
{
  PROP_0,
  PROP_PROMPT,
  PROP_POSITION,
  PROP_N_DONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return BYL_TYPE_RECORDING_CARD;
}

static guint
get_n_items (GListModel *model)
{
  return BYL_RECORDING_QUESTION (model)->cards->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *cards = BYL_RECORDING_QUESTION (model)->cards;

  return position < cards->len ? g_object_ref (g_ptr_array_index (cards, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BylRecordingQuestion, byl_recording_question, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
byl_recording_question_finalize (GObject *object)
{
  BylRecordingQuestion *self = BYL_RECORDING_QUESTION (object);

  g_free (self->prompt);
  g_ptr_array_unref (self->cards);

  G_OBJECT_CLASS (byl_recording_question_parent_class)->finalize (object);
}

static void
byl_recording_question_get_property (GObject    *object,
                                     guint       property_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  BylRecordingQuestion *self = BYL_RECORDING_QUESTION (object);

  switch (property_id)
    {
    case PROP_PROMPT:
      g_value_set_string (value, self->prompt);
      break;

    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_recording_question_class_init (BylRecordingQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_recording_question_finalize;
  object_class->get_property = byl_recording_question_get_property;

  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_recording_question_init (BylRecordingQuestion *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
}

/* For the recording: a question with a card for each writer. */
BylRecordingQuestion *
byl_recording_question_new (const char *prompt,
                            guint       position,
                            guint       n_cards)
{
  BylRecordingQuestion *self = g_object_new (BYL_TYPE_RECORDING_QUESTION, NULL);

  self->prompt = g_strdup (prompt);
  self->position = position;
  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (self->cards, byl_recording_card_new (i));

  return self;
}

/* For the recording: the card at a position, not owned. */
BylRecordingCard *
byl_recording_question_peek (BylRecordingQuestion *self,
                             guint                 position)
{
  return g_ptr_array_index (self->cards, position);
}

/* For the recording: how many answers there are. */
void
byl_recording_question_show (BylRecordingQuestion *self,
                             guint                 n_done)
{
  if (self->n_done == n_done)
    return;

  self->n_done = n_done;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
}

/**
 * byl_recording_question_get_prompt: (attributes org.gtk.Method.get_property=prompt)
 * @self: a question
 *
 * Returns: (transfer none): what is asked
 */
const char *
byl_recording_question_get_prompt (BylRecordingQuestion *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_QUESTION (self), NULL);

  return self->prompt;
}

/**
 * byl_recording_question_get_position: (attributes org.gtk.Method.get_property=position)
 * @self: a question
 *
 * Returns: its place among the recording's questions, from 0
 */
guint
byl_recording_question_get_position (BylRecordingQuestion *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_QUESTION (self), 0);

  return self->position;
}

/**
 * byl_recording_question_get_n_done: (attributes org.gtk.Method.get_property=n-done)
 * @self: a question
 *
 * Returns: how many answers are safely on the disk
 */
guint
byl_recording_question_get_n_done (BylRecordingQuestion *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_QUESTION (self), 0);

  return self->n_done;
}
