/* byl-rival-seat.c: the rival takes its seat at a table
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-seat.h"

#include "byl-error.h"
#include "byl-pack-reader.h"
#include "byl-rival.h"

#include <glib/gi18n.h>

#define SEAT "byl-rival-seat" /* under which a table keeps what stops its rival */

/* What the rival works with, away from the main loop. It does not keep the table: a game that is
 * left ends its rival's work. */
typedef struct
{
  GWeakRef         table;
  GFile           *pack;
  BylKnownWriters *known; /* (nullable) */
  BylDeal         *deal;  /* as it was when the work began */
} Seat;

/* What the rival said, on its way to the journal. */
typedef struct
{
  BylTable *table;
  BylDeal  *deal;
} Saying;

static void
free_seat (gpointer data)
{
  Seat *seat = data;

  g_weak_ref_clear (&seat->table);
  g_object_unref (seat->pack);
  g_clear_pointer (&seat->known, byl_known_writers_unref);
  byl_deal_free (seat->deal);
  g_free (seat);
}

static void
free_saying (Saying *saying)
{
  g_object_unref (saying->table);
  byl_deal_free (saying->deal);
  g_free (saying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saying, free_saying)

static void
leave_seat (gpointer data)
{
  g_cancellable_cancel (data);
  g_object_unref (data);
}

static GHashTable *
list_questions (const BylDeal *deal)
{
  GHashTable *questions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < deal->rounds->len; i++)
    g_hash_table_add (questions, ((BylDealtRound *) deal->rounds->pdata[i])->question);

  return questions;
}

static guint
count_other_questions (BylPack    *pack,
                       GHashTable *in_play)
{
  guint n = 0;

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    n += g_hash_table_contains (in_play, byl_pack_get_question (pack, i)->id) ? 0 : 1;

  return n;
}

static BylRival *
train (const Seat    *seat,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(BylPack) pack = byl_pack_load (seat->pack, NULL, cancellable, error);
  g_autoptr(GHashTable) in_play = list_questions (seat->deal);
  g_autoptr(BylRival) rival = NULL;
  guint n_others;

  if (pack == NULL)
    return NULL;

  n_others = count_other_questions (pack, in_play);

  if (n_others >= BYL_RULES_RIVAL_LEAST)
    {
      rival = byl_rival_train (pack, seat->known, in_play,
                               (const char * const *) seat->deal->rules->writers,
                               seat->deal->rules->plain_text, cancellable, error);

      if (rival == NULL || byl_rival_get_n_learned (rival) > 0)
        return g_steal_pointer (&rival);
    }

  g_set_error (error, BYL_ERROR, BYL_ERROR_DEAL,
               /* Translators: the number of questions of the pack that are not in this game. */
               ngettext ("The pack has %u question besides those of this game, and that is too few "
                         "to learn from.",
                         "The pack has %u questions besides those of this game, and that is too "
                         "few to learn from.", n_others),
               n_others);

  return NULL;
}

static BylRivalNote *
write_note (const BylDealtRound *dealt,
            const BylRivalCard  *card)
{
  const BylDealtName *name = g_ptr_array_index (dealt->names, card->writer);
  BylRivalNote *note = byl_rival_note_new (name->id, card->probabilities[card->writer]);

  g_array_append_vals (note->probabilities, card->probabilities, dealt->names->len);

  for (guint i = 0; i < card->reasons->len; i++)
    {
      const BylRivalReason *reason = g_ptr_array_index (card->reasons, i);
      g_autofree char *data = byl_rival_reason_to_data (reason);
      gboolean words = reason->kind != BYL_RIVAL_REASON_FIGURE;

      byl_rival_note_add_argument (note, data, NULL, words ? reason->span.start : 0,
                                   words ? reason->span.end : 0);
    }

  return note;
}

/* The rival looks at the round as it lies on the table: it reads what the player reads. */
static void
sign_round (const BylRival *rival,
            BylRound       *on_table,
            BylDealtRound  *dealt)
{
  guint n_cards = dealt->cards->len;
  g_autofree BylReadText **texts = g_new (BylReadText *, n_cards);
  g_autofree const char **names = g_new0 (const char *, dealt->names->len + 1);
  g_autoptr(BylRivalGuess) guess = NULL;

  for (guint i = 0; i < n_cards; i++)
    texts[i] = byl_card_get_read_text (byl_round_get_card (on_table, i));

  for (guint i = 0; i < dealt->names->len; i++)
    names[i] = ((BylDealtName *) dealt->names->pdata[i])->id;

  guess = byl_rival_guess (rival, texts, n_cards, names);

  for (guint i = 0; i < n_cards; i++)
    {
      BylDealtCard *card = g_ptr_array_index (dealt->cards, i);

      byl_rival_note_free (card->rival);
      card->rival = write_note (dealt, &guess->cards[i]);
    }
}

static void
play_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Seat *seat = task_data;
  GError *error = NULL;
  g_autoptr(BylRival) rival = train (seat, cancellable, &error);
  g_autoptr(BylGame) view = NULL;
  BylDeal *deal;

  if (rival == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  deal = byl_deal_copy (seat->deal);
  view = byl_game_new (byl_deal_copy (deal));

  for (guint i = 0; i < deal->rounds->len; i++)
    if (!byl_dealt_round_has_rival (g_ptr_array_index (deal->rounds, i)))
      {
        byl_game_set_position (view, i);
        sign_round (rival, byl_game_get_round (view), g_ptr_array_index (deal->rounds, i));
      }

  g_task_return_pointer (task, deal, (GDestroyNotify) byl_deal_free);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Saying) saying = user_data;
  g_autoptr(GError) error = NULL;

  if (!byl_journal_keep_rival_finish (BYL_JOURNAL (source), result, &error))
    byl_table_set_trouble (saying->table, error->message);

  byl_game_take_rival (byl_table_get_game (saying->table), saying->deal);
  byl_table_keep_again (saying->table);
}

/* What the rival says is shown when the journal has it, as what the player signs is. */
static void
hand_over (BylTable *table,
           BylDeal  *deal)
{
  const BylDeal *played = byl_game_get_deal (byl_table_get_game (table));
  Saying *saying;

  if (played->id == 0 || byl_table_get_trouble (table) != NULL)
    {
      byl_game_take_rival (byl_table_get_game (table), deal);
      byl_table_keep_again (table);
      return;
    }

  saying = g_new0 (Saying, 1);
  saying->table = g_object_ref (table);
  saying->deal = byl_deal_copy (deal);
  saying->deal->id = played->id;
  byl_journal_keep_rival_async (byl_table_get_journal (table), saying->deal, NULL, keep_cb,
                                saying);
}

static void
play_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylDeal) deal = g_task_propagate_pointer (G_TASK (result), &error);
  Seat *seat = g_task_get_task_data (G_TASK (result));
  g_autoptr(BylTable) table = g_weak_ref_get (&seat->table);
  g_autofree char *notice = NULL;

  if (table == NULL)
    return;

  if (deal != NULL)
    {
      hand_over (table, deal);
      return;
    }

  /* Translators: %s is a sentence that says why. */
  notice = g_strdup_printf (_("The rival stayed away from this game. %s"), error->message);
  byl_game_set_rival_notice (byl_table_get_game (table), notice);
}

/**
 * byl_rival_seat_take:
 * @table: a table
 * @library: the installed packs
 *
 * Lets the rival play along where the rules of the game want it: it learns from the pack's other
 * questions and signs all cards, away from the main loop, and what it says is handed to the game
 * when it is done. Nothing waits for it. Where it cannot play, the reveal says why. It stops when
 * the table is left, and sits down once.
 */
void
byl_rival_seat_take (BylTable   *table,
                     BylLibrary *library)
{
  BylGame *game = byl_table_get_game (table);
  const BylDeal *deal = byl_game_get_deal (game);
  BylPackEntry *pack = byl_library_find (library, deal->pack);
  BylKnownWriters *known = byl_library_get_known_writers (library);
  g_autoptr(GCancellable) cancellable = NULL;
  g_autoptr(GTask) task = NULL;
  Seat *seat;

  if (!deal->rules->rival || byl_table_get_replay (table) || byl_game_has_rival (game)
      || g_object_get_data (G_OBJECT (table), SEAT) != NULL)
    return;

  if (pack == NULL)
    {
      byl_game_set_rival_notice (game, _("The rival stayed away from this game: its pack is no "
                                         "longer installed."));
      return;
    }

  byl_game_set_rival_notice (game, _("The rival is still reading. What it says appears here as "
                                     "soon as it is ready."));
  cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (table), SEAT, g_object_ref (cancellable), leave_seat);
  seat = g_new0 (Seat, 1);
  g_weak_ref_init (&seat->table, table);
  seat->pack = g_object_ref (byl_pack_entry_get_file (pack));
  seat->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  seat->deal = byl_deal_copy (deal);
  task = g_task_new (NULL, cancellable, play_cb, NULL);
  g_task_set_source_tag (task, byl_rival_seat_take);
  g_task_set_task_data (task, seat, free_seat);
  g_task_run_in_thread (task, play_in_thread);
}
