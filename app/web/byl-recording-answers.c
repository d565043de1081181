/* byl-recording-answers.c: the answers of a recording: reading, saving and pasting them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-private.h"

#include "byl-error.h"
#include "byl-pack.h"
#include "byl-task.h"
#include "byl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a thread needs to write an answer. */
typedef struct
{
  BylRecordingStore *store;    /* the recording's */
  char              *line;
  guint              question;
  guint              writer;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->line);
  g_free (saving);
}

/* An answer that is there stays, whatever follows it; but a pasted one can be pasted anew. */
static void
take_line (BylRecording *self,
           const char   *line,
           gsize         length)
{
  BylRecordingAnswer *answer = byl_recording_answer_from_line (line, length, self->plan);
  const BylSlot *slot;

  self->n_lines++;
  if (answer == NULL)
    {
      self->n_damaged++;
      return;
    }

  slot = byl_recording_get_slot (self, answer->question, answer->writer);
  if (slot->answer != NULL && !slot->answer->pasted)
    byl_recording_answer_free (answer);
  else
    byl_recording_keep (self, answer);
}

/* Whether what follows the last line break is an answer all the same, which only lacks that. */
static gboolean
is_whole (BylRecording *self,
          const char   *line,
          gsize         length)
{
  g_autoptr(BylRecordingAnswer) answer =
    byl_recording_answer_from_line (line, length, self->plan);

  return answer != NULL;
}

static void
tell_damage (BylRecording *self)
{
  g_autofree char *damaged = NULL;

  if (self->was_torn)
    byl_recording_add_trouble (self, G_MAXUINT, 0,
                               _("The last answer was only half written when the program ended. "
                                 "It was taken out, and will be asked for again."));

  if (self->n_damaged == 0)
    return;

  damaged = g_strdup_printf (ngettext ("%u answer is damaged on the disk. It is left out, and can "
                                       "be asked for again.",
                                       "%u answers are damaged on the disk. They are left out, and "
                                       "can be asked for again.", self->n_damaged),
                             self->n_damaged);
  byl_recording_add_trouble (self, G_MAXUINT, 0, damaged);
}

/* Reads what the folder has, line by line. */
gboolean
byl_recording_read_answers (BylRecording  *self,
                            GError       **error)
{
  g_autoptr(GBytes) bytes = byl_recording_store_read (self->store, error);
  const char *at;
  const char *end;
  const char *stop;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  at = g_bytes_get_data (bytes, &length);
  for (end = at + length; at < end; at = stop + 1)
    {
      stop = memchr (at, '\n', (gsize) (end - at));
      if (stop == NULL)
        break;
      if (stop > at)
        take_line (self, at, (gsize) (stop - at));
    }

  if (at < end && is_whole (self, at, (gsize) (end - at)))
    {
      if (!byl_recording_store_append (self->store, "\n", error))
        return FALSE;
      take_line (self, at, (gsize) (end - at));
    }
  else if (at < end)
    {
      self->was_torn = TRUE;
      if (!byl_recording_store_cut (self->store, length - (gsize) (end - at), error))
        return FALSE;
    }
  tell_damage (self);

  return TRUE;
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;
  gboolean good = byl_recording_store_append (saving->store, saving->line, &error);

  byl_recording_store_leave (saving->store);
  byl_task_return (task, good, error);
}

/* An answer that cannot be written is kept in memory, and written when the recording goes on. */
static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylRecording) self = user_data;
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  BylSlot *slot = byl_recording_get_slot (self, saving->question, saving->writer);
  g_autoptr(GError) error = NULL;
  guint question = saving->question;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->n_lines++;
      byl_recording_keep (self, slot->answer);
    }
  else
    {
      byl_recording_set_slot (self, question, saving->writer, BYL_SLOT_WAITING, 0);
      byl_recording_add_trouble (self, G_MAXUINT, 0, error->message);
      byl_recording_stop (self);
    }

  byl_recording_show_question (self, question);
  byl_recording_show_counts (self);
  if (self->recorder != NULL)
    byl_recorder_settle (self->recorder);
}

/* Takes an answer that has come, and writes it down, away from the main loop. The thread may keep
 * the task a moment longer than the callback lasts, so the recording is not the task's: whoever
 * lets it go can open its folder again at once. */
void
byl_recording_save (BylRecording       *self,
                    BylRecordingAnswer *answer)
{
  BylSlot *slot = byl_recording_get_slot (self, answer->question, answer->writer);
  g_autoptr(GTask) task = g_task_new (NULL, NULL, save_cb, g_object_ref (self));
  Saving *saving = g_new0 (Saving, 1);

  byl_recording_set_slot (self, answer->question, answer->writer, BYL_SLOT_SAVING,
                          (guint) g_utf8_strlen (answer->text, -1));
  if (slot->answer != answer)
    byl_recording_answer_free (slot->answer);
  slot->answer = answer;

  saving->store = self->store;
  saving->line = byl_recording_answer_to_line (answer, self->plan);
  saving->question = answer->question;
  saving->writer = answer->writer;
  g_task_set_task_data (task, saving, saving_free);
  g_task_set_source_tag (task, byl_recording_save);
  byl_recording_store_enter (self->store);
  g_task_run_in_thread (task, save_in_thread);
}

/* Tries once more to write what has come and could not be written. */
void
byl_recording_save_again (BylRecording *self)
{
  for (guint i = 0; i < self->plan->questions->len; i++)
    for (guint j = 0; j < self->plan->writers->len; j++)
      {
        BylSlot *slot = byl_recording_get_slot (self, i, j);

        if (slot->state == BYL_SLOT_WAITING && slot->answer != NULL)
          byl_recording_save (self, slot->answer);
      }
}

/**
 * byl_recording_next_paste:
 * @self: a recording
 * @question: (out): takes the position of the question
 * @writer: (out): takes the position of the writer
 *
 * Finds the next answer that somebody has to paste, first those of one writer: it is one page after
 * the other, not back and forth.
 *
 * Returns: whether there is one; else nothing is set
 */
gboolean
byl_recording_next_paste (BylRecording *self,
                          guint        *question,
                          guint        *writer)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), FALSE);

  for (guint j = 0; j < self->plan->writers->len; j++)
    {
      const BylRecordingWriter *pasted = g_ptr_array_index (self->plan->writers, j);

      for (guint i = 0; pasted->pasted && i < self->plan->questions->len; i++)
        if (byl_recording_get_slot (self, i, j)->state != BYL_SLOT_DONE)
          {
            *question = i;
            *writer = j;
            return TRUE;
          }
    }

  return FALSE;
}

static gboolean
refuse_paste (GError     **error,
              const char  *sentence)
{
  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_REPLY, sentence);

  return FALSE;
}

/* Whether another answer reads the same: most often the clipboard was not filled anew. */
static gboolean
is_twin (BylRecording *self,
         guint         question,
         guint         writer,
         const char   *text)
{
  for (guint i = 0; i < self->plan->questions->len; i++)
    for (guint j = 0; j < self->plan->writers->len; j++)
      {
        const BylSlot *slot = byl_recording_get_slot (self, i, j);

        if (slot->answer != NULL && (i != question || j != writer) &&
            g_str_equal (slot->answer->text, text))
          return TRUE;
      }

  return FALSE;
}

/* Whether nobody would see anything of a text. */
static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = byl_text_clean (text);
  g_autofree char *collapsed = byl_text_collapse (clean);

  return *collapsed == '\0';
}

static gboolean
accept_paste (const char  *text,
              GError     **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return refuse_paste (error, _("This is no text that can be kept. Copy it once more."));

  if (is_blank (text))
    return refuse_paste (error, _("There is no answer yet. Copy it on the model’s page, then paste "
                                  "it here."));

  if (g_utf8_strlen (text, -1) > BYL_PACK_MAX_TEXT)
    return refuse_paste (error, _("This answer is too long for a pack. Is it the right one?"));

  return TRUE;
}

/**
 * byl_recording_paste:
 * @self: a recording
 * @question: a position in its plan
 * @writer: a position in its plan, of a writer whose answers are pasted
 * @text: the answer as it was copied; white space around it is taken away
 * @notice: (out) (optional) (nullable) (transfer full): a sentence, where another answer reads the
 *   same; it is kept all the same
 * @error: return location for the error
 *
 * Takes an answer from a person, in place of an earlier one. It is safely on the disk afterwards.
 *
 * Errors: %BYL_ERROR_REPLY where there is no answer in @text, or the writer is asked by the
 * program; %BYL_ERROR_SAVE where it cannot be written.
 *
 * Returns: whether the answer was taken
 */
gboolean
byl_recording_paste (BylRecording  *self,
                     guint          question,
                     guint          writer,
                     const char    *text,
                     char         **notice,
                     GError       **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr(BylRecordingAnswer) answer = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *line = NULL;
  const BylRecordingWriter *pasted;

  g_return_val_if_fail (BYL_IS_RECORDING (self), FALSE);
  g_return_val_if_fail (question < self->plan->questions->len, FALSE);
  g_return_val_if_fail (writer < self->plan->writers->len, FALSE);

  pasted = g_ptr_array_index (self->plan->writers, writer);
  if (!pasted->pasted)
    return refuse_paste (error, _("This model is asked by the program; its answers are not "
                                  "pasted."));
  if (!accept_paste (trimmed, error))
    return FALSE;

  answer = byl_recording_answer_new (question, writer, trimmed);
  answer->pasted = TRUE;
  answer->date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  line = byl_recording_answer_to_line (answer, self->plan);
  if (!byl_recording_store_append (self->store, line, error))
    return FALSE;

  if (notice != NULL)
    *notice = is_twin (self, question, writer, trimmed)
                ? g_strdup (_("Another answer reads the same. Was the right one copied?")) : NULL;

  self->n_lines++;
  byl_recording_keep (self, g_steal_pointer (&answer));
  byl_recording_show_question (self, question);
  byl_recording_show_counts (self);

  return TRUE;
}
