/* byl-recording-shown.c: what may be seen of a recording, which never is who writes what
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-private.h"

/* What the slots of a question come to. */
typedef struct
{
  guint n_waiting; /* for a provider, in this run */
  guint n_asking;
  guint n_done;
  guint n_characters;
} Sum;

BylSlot *
byl_recording_get_slot (BylRecording *self,
                        guint         question,
                        guint         writer)
{
  return &self->slots[(gsize) question * self->plan->writers->len + writer];
}

static Sum
sum_up (BylRecording *self,
        guint         question)
{
  Sum sum = { 0 };

  for (guint i = 0; i < self->plan->writers->len; i++)
    {
      const BylSlot *slot = byl_recording_get_slot (self, question, i);
      const BylRecordingWriter *writer = g_ptr_array_index (self->plan->writers, i);

      sum.n_characters += slot->n_characters;
      sum.n_waiting += slot->state == BYL_SLOT_WAITING && !writer->pasted;
      sum.n_asking += slot->state == BYL_SLOT_ASKING || slot->state == BYL_SLOT_SAVING;
      sum.n_done += slot->state == BYL_SLOT_DONE;
    }

  return sum;
}

/* Once a question has been begun, all of its cards are on their way until all have come or failed:
 * the one that comes first, or last, or in one piece, would be a model that can be told by that. */
static gboolean
is_under_way (BylRecording *self,
              guint         question,
              const Sum    *sum)
{
  return sum->n_asking > 0 ||
         (self->recorder != NULL && self->begun[question] && sum->n_waiting > 0);
}

/* The writer of each card: a shuffle (Fisher and Yates) that depends on the recording's seed and on
 * the question; and on how many answers there are, so that a card that comes later, by a paste or
 * another try, cannot be told from those that were there before. */
guint *
byl_recording_deal_cards (BylRecording *self,
                          guint         question,
                          guint         n_done)
{
  const guint32 seed[] = { self->identity.seed, question, n_done };
  g_autoptr(GRand) random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  guint n = self->plan->writers->len;
  guint *writers = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i + 1);

      writers[i] = writers[j];
      writers[j] = i;
    }

  return writers;
}

static BylRecordingState
get_shown_state (BylSlotState state)
{
  switch (state)
    {
    case BYL_SLOT_DONE:
      return BYL_RECORDING_DONE;
    case BYL_SLOT_FAILED:
      return BYL_RECORDING_FAILED;
    case BYL_SLOT_ASKING:
    case BYL_SLOT_SAVING:
      return BYL_RECORDING_ASKING;
    case BYL_SLOT_WAITING:
    default:
      return BYL_RECORDING_WAITING;
    }
}

static void
show_alike (BylRecording *self,
            guint         question,
            const Sum    *sum)
{
  BylRecordingQuestion *shown = g_ptr_array_index (self->questions, question);
  guint n = self->plan->writers->len;

  byl_recording_question_show (shown, sum->n_done);
  for (guint i = 0; i < n; i++)
    byl_recording_card_show (byl_recording_question_peek (shown, i), BYL_RECORDING_ASKING,
                             sum->n_characters / n);
}

static void
show_apart (BylRecording *self,
            guint         question,
            const Sum    *sum)
{
  BylRecordingQuestion *shown = g_ptr_array_index (self->questions, question);
  guint n = self->plan->writers->len;
  g_autofree guint *writers = byl_recording_deal_cards (self, question, sum->n_done);

  byl_recording_question_show (shown, sum->n_done);
  for (guint i = 0; i < n; i++)
    {
      const BylSlot *slot = byl_recording_get_slot (self, question, writers[i]);

      byl_recording_card_show (byl_recording_question_peek (shown, i),
                               get_shown_state (slot->state), slot->n_characters);
    }
}

void
byl_recording_show_question (BylRecording *self,
                             guint         question)
{
  Sum sum = sum_up (self, question);

  if (is_under_way (self, question, &sum))
    show_alike (self, question, &sum);
  else
    show_apart (self, question, &sum);
}

void
byl_recording_show_all (BylRecording *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    byl_recording_show_question (self, i);
  byl_recording_show_counts (self);
}

/* Changes what an answer really is, and the counts with it; nothing is shown yet. */
void
byl_recording_set_slot (BylRecording *self,
                        guint         question,
                        guint         writer,
                        BylSlotState  state,
                        guint         n_characters)
{
  BylSlot *slot = byl_recording_get_slot (self, question, writer);

  self->n_done -= slot->state == BYL_SLOT_DONE;
  self->n_failed -= slot->state == BYL_SLOT_FAILED;
  self->n_characters -= slot->n_characters;

  slot->state = state;
  slot->n_characters = n_characters;

  self->n_done += slot->state == BYL_SLOT_DONE;
  self->n_failed += slot->state == BYL_SLOT_FAILED;
  self->n_characters += slot->n_characters;
}

/* Takes an answer that is on the disk. */
void
byl_recording_keep (BylRecording       *self,
                    BylRecordingAnswer *answer)
{
  BylSlot *slot = byl_recording_get_slot (self, answer->question, answer->writer);

  byl_recording_set_slot (self, answer->question, answer->writer, BYL_SLOT_DONE,
                          (guint) g_utf8_strlen (answer->text, -1));
  if (slot->answer != answer)
    {
      byl_recording_answer_free (slot->answer);
      slot->answer = answer;
    }
}
