/* byl-rival.c: the program's own guesser, which plays against the player
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival.h"

#include "byl-rival-corpus.h"
#include "byl-rival-match.h"

struct _BylRival
{
  gatomicrefcount ref_count;
  GHashTable *writers;  /* (element-type utf8 guint): id to position in the pack, + 1 */
  BylRivalModel *model; /* (nullable): where no answer was left to learn from */
  guint n_learned;      /* answers */
};

G_DEFINE_BOXED_TYPE (BylRival, byl_rival, byl_rival_ref, byl_rival_unref)

/* Of each question, whether it is learned from. */
static gboolean *
mark_questions (const BylPack *pack,
                GHashTable    *held_out)
{
  guint n = byl_pack_get_n_questions (pack);
  gboolean *marked = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    marked[i] = held_out == NULL ||
                !g_hash_table_contains (held_out, byl_pack_get_question (pack, i)->id);

  return marked;
}

/* Of each writer, the same; %NULL for all. */
static gboolean *
mark_writers (const BylPack      *pack,
              const char * const *writers)
{
  guint n = byl_pack_get_n_writers (pack);
  gboolean *marked;

  if (writers == NULL)
    return NULL;

  marked = g_new (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    marked[i] = g_strv_contains (writers, byl_pack_get_writer (pack, i)->id);

  return marked;
}

static GHashTable *
make_positions (const BylPack *pack)
{
  GHashTable *positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    g_hash_table_insert (positions, g_strdup (byl_pack_get_writer (pack, i)->id),
                         GUINT_TO_POINTER (i + 1));

  return positions;
}

/**
 * byl_rival_train:
 * @pack: a pack
 * @known: (nullable): known models, whose names are hidden from players, too
 * @held_out: (nullable) (element-type utf8): a set of ids of questions that are not looked at:
 *   those in play
 * @writers: (nullable) (array zero-terminated=1): ids of the writers that take part, or %NULL for
 *   all
 * @plain_text: whether the game shows no formatting; then none is learned from
 * @cancellable: (nullable): ends the work early
 * @error: return location for G_IO_ERROR_CANCELLED
 *
 * Learns how the writers of a pack write, from their answers as a player would see them. The same
 * answers always teach the same. Two seconds for 6,439 answers of 10 million characters on two
 * processors, so call it where nobody waits: nothing is kept from one game to the next, since each
 * leaves out other questions.
 *
 * Returns: (transfer full): a rival, who guesses at random if nothing was left to learn from; or
 *   %NULL with @error set if it was cancelled
 */
BylRival *
byl_rival_train (BylPack                *pack,
                 const BylKnownWriters  *known,
                 GHashTable             *held_out,
                 const char * const     *writers,
                 gboolean                plain_text,
                 GCancellable           *cancellable,
                 GError                **error)
{
  g_autofree gboolean *marked_questions = mark_questions (pack, held_out);
  g_autofree gboolean *marked_writers = mark_writers (pack, writers);
  g_autoptr(BylRivalCorpus) corpus = byl_rival_corpus_new (pack, known, marked_questions,
                                                           marked_writers, plain_text, cancellable);
  g_autoptr(BylRival) self = g_new0 (BylRival, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->writers = make_positions (pack);
  self->n_learned = corpus != NULL ? corpus->n_rows : 0;

  if (self->n_learned > 0)
    self->model = byl_rival_learn (corpus->rows, corpus->n_rows, byl_pack_get_n_writers (pack),
                                   cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * byl_rival_ref:
 * @self: a rival
 *
 * Returns: (transfer full): the same rival
 */
BylRival *
byl_rival_ref (BylRival *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * byl_rival_unref:
 * @self: (transfer full): a rival
 *
 * Frees the rival with the last reference.
 */
void
byl_rival_unref (BylRival *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->writers, g_hash_table_unref);
  g_clear_pointer (&self->model, byl_rival_model_free);
  g_free (self);
}

/**
 * byl_rival_get_n_learned:
 * @self: a rival
 *
 * Returns: how many answers it has learned from; 0 = it guesses at random
 */
guint
byl_rival_get_n_learned (const BylRival *self)
{
  return self->n_learned;
}

static guint *
find_positions (const BylRival     *self,
                const char * const *names,
                guint               n_names)
{
  guint *writers = g_new (guint, n_names);

  for (guint i = 0; i < n_names; i++)
    writers[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->writers, names[i])) - 1;

  return writers;
}

static void
ask_all (const BylRival      *self,
         BylReadText * const *texts,
         guint                n_texts,
         const guint         *writers,
         guint                n_names,
         double              *scores)
{
  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr(BylRivalFeatures) features = byl_rival_features_new (texts[i]);
      BylRivalRow row = { features, 0, 0 };

      byl_rival_ask (self->model, &row, writers, n_names, scores + (gsize) i * n_names);
    }
}

/**
 * byl_rival_guess:
 * @self: a rival
 * @texts: (array length=n_texts): the cards of a round, as they are shown
 * @n_texts: how many they are
 * @names: (array zero-terminated=1): ids of the writers that may be signed, at least one; one that
 *   is not in the pack, or of whom nothing was learned, is neither likely nor unlikely
 *
 * Guesses who wrote each card. Several cards are matched with the names so that no two have the
 * same one, and so that all of it together is most probable; the probabilities then are those of a
 * round in which no name comes twice. Where there are more cards than names each card stands alone.
 *
 * Returns: (transfer full): the guess
 */
BylRivalGuess *
byl_rival_guess (const BylRival      *self,
                 BylReadText * const *texts,
                 guint                n_texts,
                 const char * const  *names)
{
  guint n_names = g_strv_length ((char **) names);
  g_autofree guint *writers = find_positions (self, names, n_names);
  g_autofree double *scores = g_new (double, (gsize) n_texts * n_names);
  g_autofree double *shares = g_new (double, (gsize) n_texts * n_names);
  g_autofree guint *matched = g_new (guint, n_texts);
  BylRivalGuess *guess = g_new0 (BylRivalGuess, 1);

  g_return_val_if_fail (n_names > 0, guess);

  ask_all (self, texts, n_texts, writers, n_names, scores);
  byl_rival_match (scores, n_texts, n_names, matched);
  byl_rival_share (self->model, scores, n_texts, n_names, shares);

  guess->n_cards = n_texts;
  guess->n_names = n_names;
  guess->cards = g_new (BylRivalCard, n_texts);

  for (guint i = 0; i < n_texts; i++)
    {
      BylRivalCard *card = &guess->cards[i];

      card->writer = matched[i];
      card->probabilities = g_memdup2 (shares + (gsize) i * n_names, n_names * sizeof *shares);
      card->reasons = byl_rival_reasons_find (self->model, texts[i], writers[matched[i]], writers,
                                              n_names, BYL_RIVAL_MAX_REASONS);
    }

  return guess;
}

/**
 * byl_rival_guess_free:
 * @self: (transfer full): a guess
 *
 * Frees it.
 */
void
byl_rival_guess_free (BylRivalGuess *self)
{
  for (guint i = 0; i < self->n_cards; i++)
    {
      g_free (self->cards[i].probabilities);
      g_ptr_array_unref (self->cards[i].reasons);
    }
  g_free (self->cards);
  g_free (self);
}
