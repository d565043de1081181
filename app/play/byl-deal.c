/* byl-deal.c: a game as it was dealt and as far as it was played: plain data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-deal.h"

G_DEFINE_BOXED_TYPE (BylDeal, byl_deal, byl_deal_copy, byl_deal_free)

static void
free_name (gpointer data)
{
  BylDealtName *name = data;

  g_free (name->id);
  g_free (name->name);
  g_free (name);
}

static void
free_card (gpointer data)
{
  BylDealtCard *card = data;

  g_free (card->writer);
  g_free (card->text);
  g_free (card->hash);
  byl_provenance_free (card->provenance);
  g_ptr_array_unref (card->tells);
  g_free (card->guess);
  byl_marks_free (card->marks);
  byl_rival_note_free (card->rival);
  g_free (card);
}

static gpointer
copy_name (gconstpointer source,
           gpointer      user_data)
{
  const BylDealtName *name = source;

  return byl_dealt_name_new (name->id, name->name);
}

static gpointer
copy_tell (gconstpointer source,
           gpointer      user_data)
{
  return byl_author_tell_copy (source);
}

static gpointer
copy_card (gconstpointer source,
           gpointer      user_data)
{
  const BylDealtCard *card = source;
  BylDealtCard *copy = g_memdup2 (card, sizeof (BylDealtCard));

  copy->writer = g_strdup (card->writer);
  copy->text = g_strdup (card->text);
  copy->hash = g_strdup (card->hash);
  copy->provenance = byl_provenance_copy (card->provenance);
  copy->tells = g_ptr_array_copy (card->tells, copy_tell, NULL);
  copy->guess = g_strdup (card->guess);
  copy->marks = byl_marks_copy (card->marks);
  copy->rival = byl_rival_note_copy (card->rival);

  return copy;
}

static gpointer
copy_round (gconstpointer source,
            gpointer      user_data)
{
  return byl_dealt_round_copy (source);
}

/**
 * byl_dealt_name_new:
 * @id: a writer's id
 * @name: its name
 *
 * Returns: (transfer full): a name that may be signed
 */
BylDealtName *
byl_dealt_name_new (const char *id,
                    const char *name)
{
  BylDealtName *self = g_new0 (BylDealtName, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);

  return self;
}

/**
 * byl_dealt_card_new:
 *
 * Returns: (transfer full): a card without text or guess, to be given to a round
 */
BylDealtCard *
byl_dealt_card_new (void)
{
  BylDealtCard *self = g_new0 (BylDealtCard, 1);

  self->tells = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_author_tell_free);

  return self;
}

/**
 * byl_dealt_round_new:
 *
 * Returns: (transfer full): a round without cards, to be given to a deal
 */
BylDealtRound *
byl_dealt_round_new (void)
{
  BylDealtRound *self = g_new0 (BylDealtRound, 1);

  self->names = g_ptr_array_new_with_free_func (free_name);
  self->cards = g_ptr_array_new_with_free_func (free_card);

  return self;
}

/**
 * byl_dealt_round_copy:
 * @self: a round
 *
 * Returns: (transfer full): a deep copy
 */
BylDealtRound *
byl_dealt_round_copy (const BylDealtRound *self)
{
  BylDealtRound *copy = g_memdup2 (self, sizeof (BylDealtRound));

  copy->question = g_strdup (self->question);
  copy->prompt = g_strdup (self->prompt);
  copy->category = g_strdup (self->category);
  copy->names = g_ptr_array_copy (self->names, copy_name, NULL);
  copy->cards = g_ptr_array_copy (self->cards, copy_card, NULL);

  return copy;
}

/**
 * byl_dealt_round_free:
 * @self: (nullable) (transfer full): a round
 */
void
byl_dealt_round_free (BylDealtRound *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self->prompt);
  g_free (self->category);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * byl_dealt_round_count_hits:
 * @self: a round, revealed or not
 *
 * Returns: cards that are signed with their writer's name
 */
guint
byl_dealt_round_count_hits (const BylDealtRound *self)
{
  guint hits = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const BylDealtCard *card = g_ptr_array_index (self->cards, i);

      if (g_strcmp0 (card->guess, card->writer) == 0)
        hits++;
    }

  return hits;
}

/**
 * byl_dealt_round_count_rival_hits:
 * @self: a round, revealed or not
 *
 * Returns: cards that the rival signs with their writer's name
 */
guint
byl_dealt_round_count_rival_hits (const BylDealtRound *self)
{
  guint hits = 0;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const BylDealtCard *card = g_ptr_array_index (self->cards, i);

      if (card->rival != NULL && g_strcmp0 (card->rival->writer, card->writer) == 0)
        hits++;
    }

  return hits;
}

/**
 * byl_dealt_round_has_rival:
 * @self: a round
 *
 * Returns: whether the rival has signed every card
 */
gboolean
byl_dealt_round_has_rival (const BylDealtRound *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (((BylDealtCard *) self->cards->pdata[i])->rival == NULL)
      return FALSE;

  return self->cards->len > 0;
}

/**
 * byl_dealt_round_take_rival:
 * @self: a round
 * @source: a copy of it, on which the rival has signed cards
 *
 * Puts the rival's notes on the cards that have none: what it said once it never takes back.
 */
void
byl_dealt_round_take_rival (BylDealtRound       *self,
                            const BylDealtRound *source)
{
  for (guint i = 0; i < self->cards->len && i < source->cards->len; i++)
    {
      BylDealtCard *card = g_ptr_array_index (self->cards, i);
      const BylDealtCard *signed_card = g_ptr_array_index (source->cards, i);

      if (card->rival == NULL)
        card->rival = byl_rival_note_copy (signed_card->rival);
    }
}

/**
 * byl_deal_new:
 *
 * Returns: (transfer full): a deal without rounds
 */
BylDeal *
byl_deal_new (void)
{
  BylDeal *self = g_new0 (BylDeal, 1);

  self->masked_names = g_new0 (char *, 1);
  self->exact_names = g_new0 (char *, 1);
  self->rules = byl_rules_new ();
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_dealt_round_free);

  return self;
}

/**
 * byl_deal_copy:
 * @self: a deal
 *
 * Returns: (transfer full): a deep copy, which may go to another thread
 */
BylDeal *
byl_deal_copy (const BylDeal *self)
{
  BylDeal *copy = g_memdup2 (self, sizeof (BylDeal));

  copy->pack = g_strdup (self->pack);
  copy->pack_title = g_strdup (self->pack_title);
  copy->language = g_strdup (self->language);
  copy->masked_names = g_strdupv (self->masked_names);
  copy->exact_names = g_strdupv (self->exact_names);
  copy->rules = byl_rules_copy (self->rules);
  copy->app_version = g_strdup (self->app_version);
  copy->rounds = g_ptr_array_copy (self->rounds, copy_round, NULL);

  return copy;
}

/**
 * byl_deal_free:
 * @self: (nullable) (transfer full): a deal
 */
void
byl_deal_free (BylDeal *self)
{
  if (self == NULL)
    return;

  g_free (self->pack);
  g_free (self->pack_title);
  g_free (self->language);
  g_strfreev (self->masked_names);
  g_strfreev (self->exact_names);
  byl_rules_free (self->rules);
  g_free (self->app_version);
  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/**
 * byl_deal_keep_revealed:
 * @self: a deal
 *
 * Takes the rounds out that were never revealed: what is left may be looked at again.
 */
void
byl_deal_keep_revealed (BylDeal *self)
{
  for (guint i = self->rounds->len; i > 0; i--)
    if (!((BylDealtRound *) self->rounds->pdata[i - 1])->revealed)
      g_ptr_array_remove_index (self->rounds, i - 1);
}
