/* byl-rival-reason.c: why the rival says what it says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-reason.h"

#include <math.h>

/* What stands in fewer of the writer's answers may be an accident. */
#define MIN_ANSWERS 3u

/* A reader believes what is half as common again with the writer, or a figure that differs by three
 * tenths of a standard deviation. */
#define MIN_RATIO      1.5
#define MIN_DIFFERENCE 0.3

/* What weighs less beside the strongest reason that is left does not come before it. */
#define MIN_WORTH 0.25

/* A pattern of the answer that can be shown. */
typedef struct
{
  BylRivalView view;
  guint32 hash;
  BylSpan span;
  guint8 count;
} Candidate;

typedef struct
{
  const BylRivalModel *model;
  guint class;           /* the one that was guessed */
  GArray *others;        /* (element-type guint): classes of the other names of the round */
  const gunichar *characters;
  guint n_characters;
  BylRivalMatrix matrix; /* of the answer alone */
  GHashTable *seen;      /* of each hash, its place among the candidates + 1 */
  GArray *candidates;
  GPtrArray *reasons;
} Search;

static void
collect_cb (BylRivalView view,
            guint32      hash,
            guint        start,
            guint        end,
            gboolean     readable,
            gpointer     data)
{
  Search *search = data;
  Candidate candidate = { view, hash, { start, end }, 1 };
  guint place;

  if (!readable)
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (search->seen, GUINT_TO_POINTER (hash)));
  if (place != 0)
    {
      guint8 *count = &g_array_index (search->candidates, Candidate, place - 1).count;

      *count += *count < G_MAXUINT8;
      return;
    }

  g_array_append_val (search->candidates, candidate);
  g_hash_table_insert (search->seen, GUINT_TO_POINTER (hash),
                       GUINT_TO_POINTER (search->candidates->len));
}

/* How much more an input speaks for the guessed writer than for the others, on average. */
static double
get_advantage (const Search *search,
               gsize         input)
{
  const float *weights = search->model->weights + input * search->model->stride;
  double sum = 0.0;

  for (guint i = 0; i < search->others->len; i++)
    sum += weights[search->class] - weights[g_array_index (search->others, guint, i)];

  return search->model->sharpness * sum / search->others->len;
}

static BylRivalReasonKind
get_kind (const Search    *search,
          const Candidate *candidate)
{
  switch (candidate->view)
    {
    case BYL_RIVAL_VIEW_STARTS:
      return BYL_RIVAL_REASON_START;
    case BYL_RIVAL_VIEW_EDGES:
      return candidate->span.end <= search->n_characters / 2 ? BYL_RIVAL_REASON_BEGIN
                                                             : BYL_RIVAL_REASON_END;
    default:
      return BYL_RIVAL_REASON_WORDS;
    }
}

static void
count_answers (const Search   *search,
               guint32         column,
               BylRivalReason *reason)
{
  const BylRivalModel *model = search->model;
  const guint16 *answers = model->answers + (gsize) column * model->n_classes;

  reason->n_with = answers[search->class];
  reason->n_answers = model->n_answers[search->class];

  for (guint i = 0; i < search->others->len; i++)
    {
      guint other = g_array_index (search->others, guint, i);

      reason->others_with += answers[other];
      reason->n_others += model->n_answers[other];
    }
}

/* Only what convinces a reader is a reason: it has to be more usual with the writer, too. */
static void
weigh_candidate (Search          *search,
                 const Candidate *candidate)
{
  guint32 column = byl_rival_columns_find (&search->model->columns, candidate->hash);
  g_autoptr(BylRivalReason) reason = NULL;
  double weight;

  if (column == BYL_RIVAL_NO_COLUMN)
    return;

  weight = byl_rival_matrix_value (candidate->count) * search->matrix.scales[candidate->view] *
           get_advantage (search, column);
  if (weight <= 0.0)
    return;

  reason = g_new0 (BylRivalReason, 1);
  reason->kind = get_kind (search, candidate);
  reason->weight = weight;
  reason->span = candidate->span;
  count_answers (search, column, reason);

  if (reason->n_with < MIN_ANSWERS ||
      (double) reason->n_with * reason->n_others <
      MIN_RATIO * reason->others_with * reason->n_answers)
    return;

  reason->words = g_ucs4_to_utf8 (search->characters + reason->span.start,
                                  reason->span.end - reason->span.start, NULL, NULL, NULL);
  if (reason->words != NULL)
    g_ptr_array_add (search->reasons, g_steal_pointer (&reason));
}

static void
weigh_figure (Search      *search,
              const float *figures,
              BylFigure    figure)
{
  const BylRivalModel *model = search->model;
  g_autoptr(BylRivalReason) reason = g_new0 (BylRivalReason, 1);
  double value = log1p (figures[figure]);
  double mean;
  double others_mean;

  reason->kind = BYL_RIVAL_REASON_FIGURE;
  reason->figure = figure;
  reason->value = figures[figure];
  reason->mean = model->figures[(gsize) search->class * BYL_N_FIGURES + figure];
  reason->n_answers = model->n_answers[search->class];

  for (guint i = 0; i < search->others->len; i++)
    {
      guint other = g_array_index (search->others, guint, i);

      reason->others_mean += model->figures[(gsize) other * BYL_N_FIGURES + figure] /
                             search->others->len;
      reason->n_others += model->n_answers[other];
    }

  for (guint i = figure * BYL_RIVAL_PER_FIGURE; i < (figure + 1) * BYL_RIVAL_PER_FIGURE; i++)
    reason->weight += search->matrix.inputs[i] *
                      get_advantage (search, (gsize) model->columns.n_columns + i);

  mean = log1p (reason->mean);
  others_mean = log1p (reason->others_mean);
  if (reason->weight > 0.0 && fabs (value - mean) < fabs (value - others_mean) &&
      fabs (mean - others_mean) > MIN_DIFFERENCE * model->scale.deviations[figure])
    g_ptr_array_add (search->reasons, g_steal_pointer (&reason));
}

static int
compare_reasons (gconstpointer first,
                 gconstpointer second)
{
  const BylRivalReason *a = *(BylRivalReason * const *) first;
  const BylRivalReason *b = *(BylRivalReason * const *) second;

  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  if (a->kind != b->kind)
    return (int) a->kind - (int) b->kind;

  return a->span.start != b->span.start ? (a->span.start > b->span.start) * 2 - 1
                                        : (int) a->figure - (int) b->figure;
}

/* A mark, and how many of it there are, are one reason; so are words, and where they stand. */
static gboolean
says_the_same (const BylRivalReason *one,
               const BylRivalReason *other)
{
  const BylRivalReason *figure = one->kind == BYL_RIVAL_REASON_FIGURE ? one : other;
  const BylRivalReason *words = figure == one ? other : one;

  if (words->kind == BYL_RIVAL_REASON_FIGURE)
    return FALSE;
  if (figure->kind != BYL_RIVAL_REASON_FIGURE)
    return g_str_equal (one->words, other->words);

  for (const char *at = words->words; *at != '\0'; at = g_utf8_next_char (at))
    if (byl_rival_figures_find_mark (g_utf8_get_char (at)) != (int) figure->figure)
      return FALSE;

  return TRUE;
}

static gboolean
is_said (GPtrArray            *chosen,
         const BylRivalReason *reason)
{
  for (guint i = 0; i < chosen->len; i++)
    if (says_the_same (g_ptr_array_index (chosen, i), reason))
      return TRUE;

  return FALSE;
}

/* The strongest reason that says something new. Words and figures are taken in turn where both
 * weigh something, since a second reason of another sort says more. Returns the number of reasons
 * where none is left. */
static guint
find_next (GPtrArray *reasons,
           GPtrArray *chosen)
{
  guint best = reasons->len;

  for (guint i = 0; i < reasons->len; i++)
    {
      const BylRivalReason *reason = g_ptr_array_index (reasons, i);
      const BylRivalReason *last;

      if (is_said (chosen, reason))
        continue;
      if (best == reasons->len)
        best = i;
      if (chosen->len % 2 == 0
          || reason->weight < MIN_WORTH * ((BylRivalReason *) reasons->pdata[best])->weight)
        break;

      last = g_ptr_array_index (chosen, chosen->len - 1);
      if ((last->kind == BYL_RIVAL_REASON_FIGURE) != (reason->kind == BYL_RIVAL_REASON_FIGURE))
        return i;
    }

  return best;
}

static GPtrArray *
choose (GPtrArray *reasons,
        guint      most)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_rival_reason_free);

  g_ptr_array_sort (reasons, compare_reasons);

  while (chosen->len < most)
    {
      guint next = find_next (reasons, chosen);

      if (next == reasons->len)
        break;
      g_ptr_array_add (chosen, g_ptr_array_steal_index (reasons, next));
    }

  return chosen;
}

static gboolean
find_classes (Search      *search,
              guint        writer,
              const guint *writers,
              guint        n_writers)
{
  gboolean known = FALSE;

  for (guint i = 0; i < search->model->n_classes; i++)
    {
      gboolean named = FALSE;

      for (guint j = 0; j < n_writers; j++)
        named = named || search->model->writers[i] == writers[j];

      if (search->model->writers[i] == writer)
        {
          search->class = i;
          known = TRUE;
        }
      else if (named)
        {
          g_array_append_val (search->others, i);
        }
    }

  return known && search->others->len > 0;
}

static void
search_text (Search            *search,
             const BylReadText *text)
{
  g_autoptr(BylRivalFeatures) features = byl_rival_features_new (text);
  g_autoptr(GArray) tokens = byl_rival_tokens_new (text, search->characters);
  BylRivalRow row = { features, 0, 0 };

  byl_rival_matrix_init (&search->matrix, &row, 1, &search->model->columns, &search->model->scale);
  byl_rival_grams_foreach (search->characters, search->n_characters, tokens, collect_cb, search);

  for (guint i = 0; i < search->candidates->len; i++)
    weigh_candidate (search, &g_array_index (search->candidates, Candidate, i));
  for (BylFigure i = 0; i < BYL_N_FIGURES; i++)
    weigh_figure (search, features->figures, i);

  byl_rival_matrix_clear (&search->matrix);
}

/**
 * byl_rival_reasons_find:
 * @model: (nullable): what was learned
 * @text: an answer as it is shown
 * @writer: who is said to have written it, as a position in the pack
 * @writers: (array length=n_writers): the names of the round
 * @n_writers: how many they are
 * @most: how many reasons there may be at most
 *
 * Finds what speaks most for the writer, against the other names, among what a reader can see:
 * words, pairs of words, and figures. The shapes of words and letters that are weighed as well are
 * no reasons.
 *
 * Returns: (transfer full) (element-type BylRivalReason): the strongest first; none if nothing is
 *   known of the writer or of the others
 */
GPtrArray *
byl_rival_reasons_find (const BylRivalModel *model,
                        const BylReadText   *text,
                        guint                writer,
                        const guint         *writers,
                        guint                n_writers,
                        guint                most)
{
  glong n_characters;
  g_autofree gunichar *characters =
    g_utf8_to_ucs4_fast (byl_read_text_get_text (text), -1, &n_characters);
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) reasons =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_rival_reason_free);
  Search search = {
    .model = model, .others = others, .characters = characters, .n_characters = n_characters,
    .seen = seen, .candidates = candidates, .reasons = reasons,
  };

  if (model != NULL && find_classes (&search, writer, writers, n_writers))
    search_text (&search, text);

  return choose (reasons, most);
}

/**
 * byl_rival_reason_free:
 * @self: (transfer full): a reason
 *
 * Frees it.
 */
void
byl_rival_reason_free (BylRivalReason *self)
{
  g_free (self->words);
  g_free (self);
}
