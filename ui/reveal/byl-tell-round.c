/* byl-tell-round.c: the tells of a round's answers, found before the reveal and told after it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-round.h"

struct _BylTellRound
{
  GObject        parent_instance;
  BylTellSource *source;
  BylRound      *on_table;
  gboolean       formatted;
  gboolean       begun;   /* the search is on its way, or done */
  GPtrArray     *tells;   /* (nullable) (element-type BylTells): by card; found in advance */
  GPtrArray     *reports; /* (nullable) (element-type BylTellReport): by card, %NULL until asked */
};

/* What is found in a thread. */
typedef struct
{
  BylTellSource *source;
  GPtrArray     *texts;   /* (element-type BylReadText) */
  char          *prompt;
  GArray        *writers; /* (element-type guint): of the round's names, those that the pack has */
  GArray        *truths;  /* (element-type guint): of its cards, likewise */
} Search;

enum { PROP_0, PROP_READY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylTellRound, byl_tell_round, G_TYPE_OBJECT)

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->source);
  g_ptr_array_unref (search->texts);
  g_free (search->prompt);
  g_array_unref (search->writers);
  g_array_unref (search->truths);
  g_free (search);
}

static void
add_writer (BylTellSource *source,
            GArray        *writers,
            const char    *id)
{
  guint writer;

  if (byl_tell_source_find_writer (source, id, &writer))
    g_array_append_val (writers, writer);
}

static Search *
new_search (BylTellRound *self)
{
  const BylDealtRound *dealt = byl_round_get_dealt (self->on_table);
  Search *search = g_new0 (Search, 1);

  search->source = g_object_ref (self->source);
  search->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_read_text_unref);
  search->prompt = g_strdup (dealt->prompt);
  search->writers = g_array_new (FALSE, FALSE, sizeof (guint));
  search->truths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < dealt->names->len; i++)
    add_writer (self->source, search->writers, ((BylDealtName *) dealt->names->pdata[i])->id);

  for (guint i = 0; i < dealt->cards->len; i++)
    {
      BylCard *card = byl_round_get_card (self->on_table, i);

      add_writer (self->source, search->truths, ((BylDealtCard *) dealt->cards->pdata[i])->writer);
      g_ptr_array_add (search->texts, byl_read_text_ref (byl_card_get_read_text (card)));
    }

  return search;
}

/* The writers are measured against each other in advance, whoever will be signed: the source keeps
 * what comes of it. */
static void
compare_writers (const Search *search)
{
  for (guint i = 0; i < search->truths->len; i++)
    for (guint j = 0; j < search->writers->len; j++)
      {
        guint truth = g_array_index (search->truths, guint, i);
        guint writer = g_array_index (search->writers, guint, j);

        if (truth != writer)
          byl_profile_unref (byl_tell_source_compare (search->source, truth, writer));
      }
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Search *search = task_data;
  GPtrArray *tells = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_tells_unref);

  for (guint i = 0; i < search->texts->len; i++)
    g_ptr_array_add (tells, byl_tell_source_find_tells (search->source, search->texts->pdata[i],
                                                        search->prompt));

  compare_writers (search);
  g_task_return_pointer (task, tells, (GDestroyNotify) g_ptr_array_unref);
}

static void
free_report (gpointer report)
{
  g_clear_pointer ((BylTellReport **) &report, byl_tell_report_unref);
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  BylTellRound *self = BYL_TELL_ROUND (object);
  GPtrArray *tells = g_task_propagate_pointer (G_TASK (result), NULL);

  if (tells == NULL)
    return;

  self->tells = tells;
  self->reports = g_ptr_array_new_with_free_func (free_report);
  g_ptr_array_set_size (self->reports, (int) tells->len);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
begin (BylTellRound *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->begun || byl_tell_source_get_profile (self->source) == NULL)
    return;

  self->begun = TRUE;
  task = g_task_new (self, NULL, search_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, new_search (self), free_search);
  g_task_run_in_thread (task, search_in_thread);
}

static const char *
find_name (const BylDealtRound *dealt,
           const char          *id)
{
  for (guint i = 0; i < dealt->names->len; i++)
    {
      const BylDealtName *name = g_ptr_array_index (dealt->names, i);

      if (g_str_equal (name->id, id))
        return name->name;
    }

  return NULL;
}

/* What would have told the writer from the one who was signed. */
static void
add_comparison (BylTellRound       *self,
                BylTellReport      *report,
                const BylDealtCard *card,
                guint               truth)
{
  const char *name = card->guess != NULL
                       ? find_name (byl_round_get_dealt (self->on_table), card->guess) : NULL;
  g_autoptr(BylProfile) pair = NULL;
  guint guess;

  if (name == NULL || !byl_tell_source_find_writer (self->source, card->guess, &guess)
      || guess == truth)
    return;

  pair = byl_tell_source_compare (self->source, truth, guess);
  byl_tell_report_compare (report, pair, truth, guess, name);
}

static BylTellReport *
make_report (BylTellRound *self,
             guint         position)
{
  const BylDealtRound *dealt = byl_round_get_dealt (self->on_table);
  const BylDealtCard *dealt_card = g_ptr_array_index (dealt->cards, position);
  BylCard *card = byl_round_get_card (self->on_table, position);
  const BylProvenance *provenance = byl_card_get_provenance (card);
  BylTellReport *report;
  guint truth;

  if (!byl_tell_source_find_writer (self->source, dealt_card->writer, &truth)
      || byl_card_get_truth (card) == NULL)
    return NULL;

  report = byl_tell_report_new (byl_tell_source_get_profile (self->source), truth,
                                byl_card_get_truth (card), byl_card_get_read_text (card),
                                g_ptr_array_index (self->tells, position), self->formatted);
  report->made_up = provenance != NULL && provenance->kind == BYL_PROVENANCE_ILLUSTRATIVE;
  add_comparison (self, report, dealt_card, truth);

  return report;
}

static void
byl_tell_round_dispose (GObject *object)
{
  BylTellRound *self = BYL_TELL_ROUND (object);

  g_clear_object (&self->source);
  g_clear_object (&self->on_table);
  g_clear_pointer (&self->tells, g_ptr_array_unref);
  g_clear_pointer (&self->reports, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_tell_round_parent_class)->dispose (object);
}

static void
byl_tell_round_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, byl_tell_round_get_ready (BYL_TELL_ROUND (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_tell_round_class_init (BylTellRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = byl_tell_round_dispose;
  object_class->get_property = byl_tell_round_get_property;

  properties[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_tell_round_init (BylTellRound *self)
{
}

/**
 * byl_tell_round_new:
 * @source: what is measured in the pack; it may become ready later
 * @on_table: a round
 * @formatted: whether the answers are shown with their formatting
 *
 * Finds the tells of all answers of a round in a thread, so that nothing has to be found at the
 * reveal. They are kept in memory only.
 *
 * Returns: (transfer full): a round that is not ready
 */
BylTellRound *
byl_tell_round_new (BylTellSource *source,
                    BylRound      *on_table,
                    gboolean       formatted)
{
  BylTellRound *self = g_object_new (BYL_TYPE_TELL_ROUND, NULL);

  self->source = g_object_ref (source);
  self->on_table = g_object_ref (on_table);
  self->formatted = formatted;
  g_signal_connect_object (source, "notify::profile", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);
  begin (self);

  return self;
}

/**
 * byl_tell_round_get_source:
 * @self: the tells of a round
 *
 * Returns: (transfer none): what is measured in the pack
 */
BylTellSource *
byl_tell_round_get_source (BylTellRound *self)
{
  return self->source;
}

/**
 * byl_tell_round_get_tells:
 * @self: the tells of a round
 * @card: place of a card, from 0
 *
 * Returns: (transfer none) (nullable): what was found in the answer, whoever wrote it; %NULL before
 *   @self is ready
 */
BylTells *
byl_tell_round_get_tells (BylTellRound *self,
                          guint         card)
{
  return self->tells != NULL && card < self->tells->len ? self->tells->pdata[card] : NULL;
}

/**
 * byl_tell_round_get_ready:
 * @self: the tells of a round
 *
 * Returns: whether all was found, so that it can be told once the cards are revealed
 */
gboolean
byl_tell_round_get_ready (BylTellRound *self)
{
  return self->tells != NULL;
}

/**
 * byl_tell_round_get_report:
 * @self: the tells of a round
 * @card: place of a card, from 0
 *
 * Returns: (transfer none) (nullable): what speaks for the writer of a card; %NULL before its
 *   reveal, before @self is ready, and for a writer whom the pack no longer has
 */
BylTellReport *
byl_tell_round_get_report (BylTellRound *self,
                           guint         card)
{
  if (self->tells == NULL || card >= self->tells->len
      || !byl_card_get_revealed (byl_round_get_card (self->on_table, card)))
    return NULL;

  if (self->reports->pdata[card] == NULL)
    self->reports->pdata[card] = make_report (self, card);

  return self->reports->pdata[card];
}
