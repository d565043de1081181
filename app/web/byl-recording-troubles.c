/* byl-recording-troubles.c: what went wrong in a recording, told without a letter
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-private.h"

#include <glib/gi18n-lib.h>

void
byl_recording_trouble_free (gpointer trouble)
{
  g_free (((BylRecordingTrouble *) trouble)->message);
  g_free (trouble);
}

/* Takes what went wrong; the same for several answers of a writer is told once. */
void
byl_recording_add_trouble (BylRecording *self,
                           guint         writer,
                           guint         n_answers,
                           const char   *message)
{
  BylRecordingTrouble *trouble = NULL;

  for (guint i = 0; i < self->troubles->len && trouble == NULL; i++)
    {
      BylRecordingTrouble *other = g_ptr_array_index (self->troubles, i);

      if (other->writer == writer && g_str_equal (other->message, message))
        trouble = other;
    }

  if (trouble == NULL)
    {
      trouble = g_new0 (BylRecordingTrouble, 1);
      trouble->writer = writer;
      trouble->message = g_strdup (message);
      g_ptr_array_add (self->troubles, trouble);
    }

  trouble->n_answers += n_answers;
  g_object_notify (G_OBJECT (self), "n-troubles");
}

/* Takes back what was said of the whole recording and is no longer so. */
void
byl_recording_drop_trouble (BylRecording *self,
                            const char   *message)
{
  for (guint i = self->troubles->len; i > 0; i--)
    {
      const BylRecordingTrouble *trouble = g_ptr_array_index (self->troubles, i - 1);

      if (trouble->writer == G_MAXUINT && g_str_equal (trouble->message, message))
        {
          g_ptr_array_remove_index (self->troubles, i - 1);
          g_object_notify (G_OBJECT (self), "n-troubles");
        }
    }
}

/* Takes back what was said of answers that are tried again. */
void
byl_recording_clear_troubles (BylRecording *self)
{
  if (self->troubles->len == 0)
    return;

  g_ptr_array_set_size (self->troubles, 0);
  g_object_notify (G_OBJECT (self), "n-troubles");
}

static char *
describe (BylRecording              *self,
          const BylRecordingTrouble *trouble)
{
  const BylRecordingWriter *writer;

  if (trouble->writer == G_MAXUINT)
    return g_strdup (trouble->message);

  writer = g_ptr_array_index (self->plan->writers, trouble->writer);

  return g_strdup_printf (
    /* Translators: the name of a model, how many answers are meant, and why: a whole sentence */
    ngettext ("“%s”: %u answer could not be had. %s", "“%s”: %u answers could not be had. %s",
              trouble->n_answers),
    writer->name, trouble->n_answers, trouble->message);
}

static GPtrArray *
dup_sentences (BylRecording *self,
               gboolean      all)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->troubles->len; i++)
    {
      const BylRecordingTrouble *trouble = g_ptr_array_index (self->troubles, i);

      if (all || trouble->writer == G_MAXUINT)
        g_ptr_array_add (sentences, describe (self, trouble));
    }

  return sentences;
}

/**
 * byl_recording_dup_notices:
 * @self: a recording
 *
 * Those of byl_recording_dup_troubles() that are not about answers which could not be had: that a
 * server is waited for, that something on the disk is not as it should be.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
byl_recording_dup_notices (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return dup_sentences (self, FALSE);
}

/**
 * byl_recording_dup_troubles:
 * @self: a recording
 *
 * What went wrong since the last byl_recording_retry(), and what is being waited for. The sentences
 * name models and providers, never letters or questions. “n-troubles” is notified when they change.
 *
 * Returns: (transfer full) (element-type utf8): sentences
 */
GPtrArray *
byl_recording_dup_troubles (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return dup_sentences (self, TRUE);
}
