/* byl-rival-corpus.c: the answers of a pack, as the rival reads them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-corpus.h"

#include "byl-blind.h"
#include "byl-rival-jobs.h"

/* Answers that are read before a worker takes the next ones, and then weeded. */
#define CHUNK 32u

typedef struct
{
  const BylPack *pack;
  const BylMask *mask;
  gboolean plain_text;
  GCancellable *cancellable;
  BylRivalCorpus *corpus;
  const guint *answers;     /* of each row: its position among the answers to its question */
} Reading;

static guint
find_rows (const BylPack  *pack,
           const gboolean *questions,
           const gboolean *writers,
           BylRivalRow    *rows,
           guint          *answers)
{
  guint n = 0;

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      for (guint j = 0; (questions == NULL || questions[i]) && j < question->n_answers; j++)
        {
          if (writers != NULL && !writers[question->answers[j].writer])
            continue;

          if (rows != NULL)
            {
              rows[n] = (BylRivalRow) { NULL, i, question->answers[j].writer };
              answers[n] = j;
            }
          n++;
        }
    }

  return n;
}

static void
read_job (guint    position,
          gpointer data)
{
  Reading *reading = data;
  guint end = MIN ((position + 1) * CHUNK, reading->corpus->n_rows);

  for (guint i = position * CHUNK; i < end; i++)
    {
      BylRivalRow *row = &reading->corpus->rows[i];
      const BylQuestion *question = byl_pack_get_question (reading->pack, row->question);
      g_autoptr(BylReadText) text = NULL;

      if (g_cancellable_is_cancelled (reading->cancellable))
        return;

      text = byl_blind_answer (question->answers[reading->answers[i]].text, question->prompt,
                               reading->mask, reading->plain_text);
      row->features = byl_rival_features_new (text);
    }
}

/* What stands in the answers to one question only is worth nothing, whatever is learned from. */
static void
weed (BylRivalCorpus *corpus)
{
  BylRivalColumns columns;

  byl_rival_columns_init (&columns, corpus->rows, corpus->n_rows, G_MAXUINT32);
  for (guint i = 0; i < corpus->n_rows; i++)
    byl_rival_columns_weed (&columns, corpus->rows[i].features);
  byl_rival_columns_clear (&columns);
}

/**
 * byl_rival_corpus_new:
 * @pack: a pack
 * @known: (nullable): known models, whose names are hidden from players, too
 * @questions: (nullable) (array): for each question of the pack, whether it is read
 * @writers: (nullable) (array): for each writer of the pack, whether it is read
 * @plain_text: whether the formatting is taken out, as the rules of a game may say
 * @cancellable: (nullable): ends the work early
 *
 * Reads answers as a player would see them: without names, reasoning, and white space around.
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL if it was cancelled
 */
BylRivalCorpus *
byl_rival_corpus_new (const BylPack         *pack,
                      const BylKnownWriters *known,
                      const gboolean        *questions,
                      const gboolean        *writers,
                      gboolean               plain_text,
                      GCancellable          *cancellable)
{
  g_autoptr(BylRivalCorpus) self = g_new0 (BylRivalCorpus, 1);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autofree guint *answers = NULL;
  Reading reading = { pack, mask, plain_text, cancellable, self, NULL };

  self->n_rows = find_rows (pack, questions, writers, NULL, NULL);
  self->rows = g_new0 (BylRivalRow, self->n_rows);
  reading.answers = answers = g_new (guint, self->n_rows);
  find_rows (pack, questions, writers, self->rows, answers);
  byl_pack_add_names (pack, mask);
  if (known != NULL)
    byl_known_writers_add_names (known, mask);

  byl_rival_jobs_run ((self->n_rows + CHUNK - 1) / CHUNK, read_job, &reading);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;

  weed (self);

  return g_steal_pointer (&self);
}

/**
 * byl_rival_corpus_free:
 * @self: (transfer full): answers
 *
 * Frees them.
 */
void
byl_rival_corpus_free (BylRivalCorpus *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    g_clear_pointer (&self->rows[i].features, byl_rival_features_free);
  g_free (self->rows);
  g_free (self);
}
