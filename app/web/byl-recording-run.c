/* byl-recording-run.c: starting, stopping and going on with a recording
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-private.h"

#include <string.h>

/**
 * byl_recording_is_saving:
 * @self: a recording
 *
 * Returns: whether an answer that has come is being written, so that a program that ends now would
 *   have to ask for it again; it is so for moments only, also after byl_recording_stop()
 */
gboolean
byl_recording_is_saving (BylRecording *self)
{
  gsize n = (gsize) self->plan->questions->len * self->plan->writers->len;

  for (gsize i = 0; i < n; i++)
    if (self->slots[i].state == BYL_SLOT_SAVING)
      return TRUE;

  return FALSE;
}

/**
 * byl_recording_finish_saving:
 * @self: a recording that has been stopped
 *
 * Waits until all that has come is on the disk: for whoever ends the program. This blocks, for a
 * moment.
 */
void
byl_recording_finish_saving (BylRecording *self)
{
  g_return_if_fail (BYL_IS_RECORDING (self));

  byl_recording_store_wait (self->store);
}

/* For the recorder, which has nothing left to ask. */
void
byl_recording_settle (BylRecording *self)
{
  if (!byl_recording_is_saving (self))
    byl_recording_stop (self);
}

/**
 * byl_recording_start:
 * @self: a recording
 * @session: what to ask with
 * @keys: (nullable): where the keys are
 * @providers: (nullable) (element-type BylProvider): the presets
 *
 * Asks for all answers that are not there and have not failed, unless it does so already. Servers
 * are asked beside each other, each for as many answers at a time as its provider bears, in an
 * order that is shuffled. An answer counts once it is safely on the disk. “phase” leaves
 * %BYL_RECORDING_RUNNING when there is nothing left to ask.
 *
 * Whoever lets a recording go that runs stops it first.
 *
 * A server that refuses the key is asked no further, nor one that cannot be reached for about a
 * minute while there is a network, nor one that has said the same five times in a row, such as that
 * a budget is spent; the others go on. byl_recording_dup_troubles() tells what was the matter.
 */
void
byl_recording_start (BylRecording *self,
                     SoupSession  *session,
                     BylKeys      *keys,
                     GPtrArray    *providers)
{
  g_return_if_fail (BYL_IS_RECORDING (self));
  g_return_if_fail (SOUP_IS_SESSION (session));

  if (self->recorder != NULL)
    return;

  g_object_ref (self);
  memset (self->begun, 0, self->plan->questions->len * sizeof *self->begun);
  self->recorder = byl_recorder_new (self, session, keys, providers);
  byl_recording_save_again (self);
  byl_recorder_run (self->recorder);
  byl_recording_show_all (self);
  g_object_unref (self);
}

/**
 * byl_recording_stop:
 * @self: a recording
 *
 * Stops asking, at once. What was on its way is asked for again when the recording goes on; what
 * has come is kept.
 */
void
byl_recording_stop (BylRecording *self)
{
  BylRecorder *recorder;

  g_return_if_fail (BYL_IS_RECORDING (self));

  recorder = g_steal_pointer (&self->recorder);
  if (recorder == NULL)
    return;

  byl_recorder_stop (recorder);
  byl_recorder_unref (recorder);

  for (guint i = 0; i < self->plan->questions->len; i++)
    for (guint j = 0; j < self->plan->writers->len; j++)
      {
        BylSlot *slot = byl_recording_get_slot (self, i, j);

        slot->is_queued = FALSE;
        if (slot->state == BYL_SLOT_ASKING)
          byl_recording_set_slot (self, i, j, BYL_SLOT_WAITING, 0);
      }
  byl_recording_show_all (self);
}

/**
 * byl_recording_retry:
 * @self: a recording
 *
 * Lets failed answers be asked for once more: at once where the recording runs, else by
 * byl_recording_start(). What was told of them is forgotten.
 */
void
byl_recording_retry (BylRecording *self)
{
  g_return_if_fail (BYL_IS_RECORDING (self));

  for (guint i = 0; i < self->plan->questions->len; i++)
    for (guint j = 0; j < self->plan->writers->len; j++)
      if (byl_recording_get_slot (self, i, j)->state == BYL_SLOT_FAILED)
        byl_recording_set_slot (self, i, j, BYL_SLOT_WAITING, 0);

  byl_recording_clear_troubles (self);
  if (self->recorder != NULL)
    byl_recorder_run (self->recorder);
  byl_recording_show_all (self);
}
