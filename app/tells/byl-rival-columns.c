/* byl-rival-columns.c: which patterns are worth a weight, and where it is kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-columns.h"

/* What stands in the answers to one question only belongs to the question, not to a writer. */
#define MIN_QUESTIONS 2u

#define QUESTION_BITS 24u
#define QUESTION_MASK ((1u << QUESTION_BITS) - 1)
#define MAX_COUNT     (G_MAXUINT32 >> QUESTION_BITS)

static BylRivalSlot *
find_slot (const BylRivalColumns *self,
           guint32                hash)
{
  guint place = hash & (self->size - 1);

  while (self->slots[place].state != 0 && self->slots[place].hash != hash)
    place = (place + 1) & (self->size - 1);

  return &self->slots[place];
}

static void
grow (BylRivalColumns *self)
{
  BylRivalSlot *old = self->slots;
  guint old_size = self->size;

  self->size = 2 * old_size;
  self->slots = g_new0 (BylRivalSlot, self->size);

  for (guint i = 0; i < old_size; i++)
    if (old[i].state != 0)
      *find_slot (self, old[i].hash) = old[i];

  g_free (old);
}

static void
count_hash (BylRivalColumns *self,
            guint32          hash,
            guint            question)
{
  BylRivalSlot *slot = find_slot (self, hash);
  guint32 count = slot->state >> QUESTION_BITS;

  if (slot->state == 0)
    {
      self->n_used++;
      slot->hash = hash;
    }
  else if ((slot->state & QUESTION_MASK) == question + 1)
    {
      return;
    }

  slot->state = MIN (count + 1, MAX_COUNT) << QUESTION_BITS | (question + 1);

  if (self->n_used > self->size / 4 * 3)
    grow (self);
}

/* The least count with which no more than so many columns are left. */
static guint
find_threshold (const BylRivalColumns *self,
                guint                  max_columns)
{
  guint counts[MAX_COUNT + 1] = { 0 };
  guint n = 0;
  guint threshold = MAX_COUNT;

  for (guint i = 0; i < self->size; i++)
    if (self->slots[i].state != 0)
      counts[self->slots[i].state >> QUESTION_BITS]++;

  for (guint i = MAX_COUNT; i >= MIN_QUESTIONS && n + counts[i] <= max_columns; i--)
    {
      n += counts[i];
      threshold = i;
    }

  return threshold;
}

/* From here on a slot's state is one more than the number of its column, so that a free slot, found
 * for a pattern without a column, gives BYL_RIVAL_NO_COLUMN. */
static void
number_columns (BylRivalColumns *self,
                guint            max_columns)
{
  guint threshold = find_threshold (self, max_columns);
  BylRivalColumns kept = { .size = 16 };

  for (guint i = 0; i < self->size; i++)
    kept.n_used += self->slots[i].state >> QUESTION_BITS >= threshold;

  kept.n_used = MIN (kept.n_used, max_columns);
  while (kept.size < 2 * kept.n_used)
    kept.size *= 2;
  kept.slots = g_new0 (BylRivalSlot, kept.size);

  for (guint i = 0; i < self->size && kept.n_columns < kept.n_used; i++)
    if (self->slots[i].state >> QUESTION_BITS >= threshold)
      {
        BylRivalSlot *slot = find_slot (&kept, self->slots[i].hash);

        slot->hash = self->slots[i].hash;
        slot->state = ++kept.n_columns;
      }

  g_free (self->slots);
  *self = kept;
}

/**
 * byl_rival_columns_init:
 * @self: (out caller-allocates): columns on the stack or in a struct
 * @rows: (array length=n_rows): answers, those to one question side by side
 * @n_rows: how many they are
 * @max_columns: how many columns there may be at most
 *
 * Gives a column to each pattern that stands in the answers to at least two of the questions, or
 * to more of them where there would be too many columns.
 */
void
byl_rival_columns_init (BylRivalColumns   *self,
                        const BylRivalRow *rows,
                        guint              n_rows,
                        guint              max_columns)
{
  *self = (BylRivalColumns) { .size = 1024 };
  self->slots = g_new0 (BylRivalSlot, self->size);

  for (guint i = 0; i < n_rows; i++)
    {
      const BylRivalFeatures *features = rows[i].features;

      for (guint j = 0; j < features->ends[BYL_RIVAL_N_VIEWS - 1]; j++)
        count_hash (self, features->hashes[j], rows[i].question);
    }

  number_columns (self, max_columns);
}

/**
 * byl_rival_columns_clear:
 * @self: columns
 *
 * Frees what they hold.
 */
void
byl_rival_columns_clear (BylRivalColumns *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/**
 * byl_rival_columns_find:
 * @self: columns
 * @hash: a pattern
 *
 * Returns: its column, from 0, or %BYL_RIVAL_NO_COLUMN
 */
guint32
byl_rival_columns_find (const BylRivalColumns *self,
                        guint32                hash)
{
  return find_slot (self, hash)->state - 1;
}

/**
 * byl_rival_columns_weed:
 * @self: columns
 * @features: (inout): of an answer
 *
 * Takes out of an answer what has no column.
 */
void
byl_rival_columns_weed (const BylRivalColumns *self,
                        BylRivalFeatures      *features)
{
  guint n_kept = 0;
  guint at = 0;

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    {
      for (; at < features->ends[i]; at++)
        if (byl_rival_columns_find (self, features->hashes[at]) != BYL_RIVAL_NO_COLUMN)
          {
            features->hashes[n_kept] = features->hashes[at];
            features->counts[n_kept++] = features->counts[at];
          }
      features->ends[i] = n_kept;
    }

  features->hashes = g_renew (guint32, features->hashes, n_kept);
  features->counts = g_renew (guint8, features->counts, n_kept);
}
