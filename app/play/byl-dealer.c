/* byl-dealer.c: from a pack, rules and a seed to a game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-dealer.h"

#include "byl-blind.h"
#include "byl-error.h"

#include <glib/gi18n.h>

/* What one deal works with; nothing of it outlives byl_dealer_deal (). */
typedef struct
{
  const BylPack  *pack;
  const BylRules *rules;
  BylMask        *mask;
  GRand          *rand;
  guint          *name_order; /* writers' positions in the order in which names are shown */
  gboolean       *takes_part; /* for each writer of the pack */
  guint           n_part;
} Table;

static GRand *
new_rand (guint64 seed)
{
  const guint32 halves[2] = { (guint32) (seed >> 32), (guint32) seed };

  return g_rand_new_with_seed_array (halves, G_N_ELEMENTS (halves));
}

/* Fisher and Yates: every order is as likely as any other. */
static void
shuffle (GRand *rand,
         guint *positions,
         guint  n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_rand_int_range (rand, 0, i);
      guint position = positions[i - 1];

      positions[i - 1] = positions[other];
      positions[other] = position;
    }
}

static guint *
new_positions (guint n)
{
  guint *positions = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    positions[i] = i;

  return positions;
}

static gboolean
is_in_list (char       **list,
            const char  *value)
{
  return list == NULL || (value != NULL && g_strv_contains ((const char * const *) list, value));
}

/* The answers of @question that may lie on the table together, in random order: none that is too
 * short to have a style, and of answers that read the same only one. */
static GArray *
find_eligible_answers (Table             *table,
                       const BylQuestion *question)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *order = new_positions (question->n_answers);
  GArray *eligible = g_array_new (FALSE, FALSE, sizeof (guint));

  shuffle (table->rand, order, question->n_answers);

  for (guint i = 0; i < question->n_answers; i++)
    {
      const BylAnswer *answer = &question->answers[order[i]];
      g_autoptr(BylReadText) read_text = NULL;
      g_autofree char *folded = NULL;
      g_autofree char *key = NULL;

      if (!table->takes_part[answer->writer])
        continue;

      read_text = byl_blind_answer (answer->text, question->prompt, table->mask, TRUE);
      folded = byl_text_fold (byl_read_text_get_text (read_text));
      key = byl_text_collapse (folded);

      if (g_utf8_strlen (key, -1) >= BYL_BLIND_MIN_CHARACTERS
          && g_hash_table_add (seen, g_steal_pointer (&key)))
        g_array_append_val (eligible, order[i]);
    }

  return eligible;
}

static BylDealtCard *
deal_card (Table             *table,
           const BylQuestion *question,
           guint              position)
{
  const BylAnswer *answer = &question->answers[position];
  BylDealtCard *card = byl_dealt_card_new ();

  card->writer = g_strdup (byl_pack_get_writer (table->pack, answer->writer)->id);
  card->text = g_strdup (answer->text);
  card->hash = byl_text_hash (answer->text);
  card->provenance = byl_provenance_copy (byl_pack_get_answer_provenance (table->pack, answer));

  for (guint i = 0; i < answer->n_tells; i++)
    g_ptr_array_add (card->tells, byl_author_tell_copy (&answer->tells[i]));

  return card;
}

/* The names of those whose answers are in @answers, in the game's own order of names, which knows
 * nothing of the order of the cards. */
static void
deal_names (Table             *table,
            const BylQuestion *question,
            GArray            *answers,
            BylDealtRound     *dealt)
{
  guint n_writers = byl_pack_get_n_writers (table->pack);
  g_autofree gboolean *present = g_new0 (gboolean, n_writers);

  for (guint i = 0; i < answers->len; i++)
    present[question->answers[g_array_index (answers, guint, i)].writer] = TRUE;

  for (guint i = 0; i < n_writers; i++)
    {
      const BylWriter *writer = byl_pack_get_writer (table->pack, table->name_order[i]);

      if (present[table->name_order[i]])
        g_ptr_array_add (dealt->names, byl_dealt_name_new (writer->id, writer->name));
    }
}

static BylDealtRound *
deal_round (Table             *table,
            const BylQuestion *question,
            GArray            *eligible)
{
  BylDealtRound *dealt = byl_dealt_round_new ();
  guint n_cards;

  dealt->question = g_strdup (question->id);
  dealt->prompt = g_strdup (question->prompt);
  dealt->category = g_strdup (question->category);
  dealt->difficulty = question->difficulty;

  if (table->rules->answers != BYL_RULES_ALL_ANSWERS && eligible->len > table->rules->answers)
    g_array_set_size (eligible, table->rules->answers);

  deal_names (table, question, eligible, dealt);
  n_cards = table->rules->mode == BYL_MODE_SOLO ? 1 : eligible->len;

  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (dealt->cards,
                     deal_card (table, question, g_array_index (eligible, guint, i)));

  return dealt;
}

/* Random order, questions never played first; a lesson keeps the order of its pack. */
static guint *
order_questions (Table      *table,
                 GHashTable *played)
{
  guint n = byl_pack_get_n_questions (table->pack);
  guint *order = new_positions (n);
  g_autofree guint *shuffled = NULL;
  guint filled = 0;

  if (table->rules->lesson)
    return order;

  shuffle (table->rand, order, n);

  if (played == NULL)
    return order;

  shuffled = g_steal_pointer (&order);
  order = g_new (guint, MAX (n, 1));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const char *id = byl_pack_get_question (table->pack, shuffled[i])->id;

        if (g_hash_table_contains (played, id) == (pass == 1))
          order[filled++] = shuffled[i];
      }

  return order;
}

/* A lesson goes through all categories: so many questions of each, from the first on. */
static gboolean
is_lesson_full (const BylRules    *rules,
                GHashTable        *dealt_of_category,
                guint              n_categories,
                const BylQuestion *question)
{
  const char *category = question->category != NULL ? question->category : "";
  guint dealt = GPOINTER_TO_UINT (g_hash_table_lookup (dealt_of_category, category));

  if (dealt >= MAX (rules->rounds / MAX (n_categories, 1), 1))
    return TRUE;

  g_hash_table_insert (dealt_of_category, (gpointer) category, GUINT_TO_POINTER (dealt + 1));

  return FALSE;
}

static guint
count_categories (const BylPack *pack)
{
  g_autoptr(GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const char *category = byl_pack_get_question (pack, i)->category;

      g_hash_table_add (categories, (gpointer) (category != NULL ? category : ""));
    }

  return g_hash_table_size (categories);
}

/* Rounds as full as the rules want them come first; only where these run short are questions dealt
 * that fewer writers answered. */
static void
deal_rounds (Table      *table,
             GHashTable *played,
             GPtrArray  *rounds)
{
  g_autoptr(GHashTable) dealt_of_category = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *order = order_questions (table, played);
  g_autoptr(GPtrArray) sparse =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_dealt_round_free);
  guint n_categories = table->rules->lesson ? count_categories (table->pack) : 0;
  guint full = table->rules->answers != BYL_RULES_ALL_ANSWERS
                 ? MIN (table->rules->answers, table->n_part)
                 : table->n_part;

  for (guint i = 0; i < byl_pack_get_n_questions (table->pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (table->pack, order[i]);
      g_autoptr(GArray) eligible = NULL;

      if (rounds->len >= table->rules->rounds)
        break;

      if (!is_in_list (table->rules->categories, question->category))
        continue;

      eligible = find_eligible_answers (table, question);

      if (eligible->len < 2
          || (table->rules->lesson
              && is_lesson_full (table->rules, dealt_of_category, n_categories, question)))
        continue;

      if (eligible->len >= full)
        g_ptr_array_add (rounds, deal_round (table, question, eligible));
      else if (sparse->len < table->rules->rounds)
        g_ptr_array_add (sparse, deal_round (table, question, eligible));
    }

  while (rounds->len < table->rules->rounds && sparse->len > 0)
    g_ptr_array_add (rounds, g_ptr_array_steal_index (sparse, 0));
}

static BylDeal *
new_deal (const Table *table,
          guint64      seed)
{
  BylDeal *deal = byl_deal_new ();

  deal->pack = g_strdup (byl_pack_get_id (table->pack));
  deal->revision = byl_pack_get_revision (table->pack);
  deal->pack_title = g_strdup (byl_pack_get_title (table->pack));
  deal->language = g_strdup (byl_pack_get_language (table->pack));
  deal->seed = seed;
  deal->app_version = g_strdup (VERSION);
  deal->started = g_get_real_time ();
  deal->all_models = TRUE;

  for (guint i = 0; i < byl_pack_get_n_writers (table->pack); i++)
    if (byl_pack_get_writer (table->pack, i)->kind != BYL_WRITER_LANGUAGE_MODEL)
      deal->all_models = FALSE;

  byl_rules_free (deal->rules);
  deal->rules = byl_rules_copy (table->rules);
  g_strfreev (deal->masked_names);
  deal->masked_names = byl_mask_dup_names (table->mask, BYL_MASK_ANY_CASE);
  g_strfreev (deal->exact_names);
  deal->exact_names = byl_mask_dup_names (table->mask, BYL_MASK_EXACT_CASE);

  return deal;
}

/**
 * byl_dealer_deal:
 * @pack: the pack to deal from
 * @known: (nullable): writers whose names are hidden whatever the pack
 * @rules: the rules of the game
 * @seed: any number; the same pack, rules and seed deal the same game
 * @played: (nullable) (element-type utf8 utf8): ids of questions that are dealt only when no others
 *   are left
 * @error: return location for a `BYL_ERROR_DEAL`
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): a game of at most as many rounds as the rules ask for, and at least one
 */
BylDeal *
byl_dealer_deal (const BylPack          *pack,
                 const BylKnownWriters  *known,
                 const BylRules         *rules,
                 guint64                 seed,
                 GHashTable             *played,
                 GError                **error)
{
  guint n_writers = byl_pack_get_n_writers (pack);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(GRand) rand = new_rand (seed);
  g_autofree guint *name_order = new_positions (n_writers);
  g_autofree gboolean *takes_part = g_new0 (gboolean, n_writers);
  g_autoptr(BylDeal) deal = NULL;
  Table table = { pack, rules, mask, rand, name_order, takes_part, 0 };

  byl_pack_add_names (pack, mask);

  if (known != NULL)
    byl_known_writers_add_names (known, mask);

  for (guint i = 0; i < n_writers; i++)
    {
      takes_part[i] = is_in_list (rules->writers, byl_pack_get_writer (pack, i)->id);
      table.n_part += takes_part[i];
    }

  shuffle (rand, name_order, n_writers);
  deal = new_deal (&table, seed);
  deal_rounds (&table, played, deal->rounds);

  if (deal->rounds->len == 0)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_DEAL,
                           _("No question has answers by two of the chosen writers. "
                             "Let more writers or categories take part."));
      return NULL;
    }

  return g_steal_pointer (&deal);
}
