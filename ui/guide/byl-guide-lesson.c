/* byl-guide-lesson.c: five rounds to learn one kind of tell, or one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-lesson.h"

#include <glib/gi18n.h>
#include <math.h>

#define ROUNDS      5u
#define MAX_WRITERS 4u
#define MAX_TELLS   4u

/* Two writers of a pack, and how far they are apart. */
typedef struct
{
  const BylFigures       *figures;
  const BylWriterFigures *more;
  const BylWriterFigures *less;
  double                  distance;
} Pair;

/* Somebody to tell the writer from. */
typedef struct
{
  const BylWriterFigures *writer;
  double                  distance;
} Other;

static double
get_separation (const BylWriterFigures *writer,
                BylTell                 tell)
{
  const BylMeasure *measure = byl_writer_figures_get (writer, tell);

  return measure != NULL ? measure->separation : NAN;
}

static gboolean
is_tell (const BylWriterFigures *writer,
         BylTell                 tell)
{
  const BylMeasure *measure = byl_writer_figures_get (writer, tell);

  return measure != NULL && measure->is_tell;
}

/* The two of a pack that differ most in a kind, if it is a tell of one of them. */
static void
try_pack (Pair             *best,
          const BylFigures *figures,
          BylTell           tell)
{
  for (guint i = 0; i < figures->writers->len; i++)
    for (guint j = 0; j < figures->writers->len; j++)
      {
        const BylWriterFigures *more = g_ptr_array_index (figures->writers, i);
        const BylWriterFigures *less = g_ptr_array_index (figures->writers, j);
        double distance = get_separation (more, tell) - get_separation (less, tell);

        if (distance > best->distance && (is_tell (more, tell) || is_tell (less, tell)))
          *best = (Pair) { figures, more, less, distance };
      }
}

static BylRules *
new_rules (void)
{
  BylRules *rules = byl_rules_new ();

  rules->rounds = ROUNDS;

  return rules;
}

static char *
dup_kind_hint (const Pair *pair,
               BylTell     tell)
{
  g_autofree char *more = byl_tell_kind_dup_value_text (tell, pair->more->measures[tell].value);
  g_autofree char *less = byl_tell_kind_dup_value_text (tell, pair->less->measures[tell].value);

  /* Translators: the name of a kind of tell, such as “Em dashes”, and a sentence that says what it
   * is; then the name of a writer and its figure with its unit, such as “3.1 per 1,000 words”, and
   * the same of another writer. */
  return g_strdup_printf (_("Look at one thing only: “%s”. %s The figure of %s is %s, and that of "
                            "%s is %s."),
                          byl_tell_kind_get_name (tell), byl_tell_kind_get_explanation (tell),
                          pair->more->name, more, pair->less->name, less);
}

/**
 * byl_guide_lesson_find_kind:
 * @source: what the guide knows
 * @tell: a kind
 * @rules: (out) (transfer full) (optional): the rules of a duel of five rounds, with a hint
 *
 * Finds the two writers of an installed pack that differ most in a kind: of real models, if there
 * are any that do.
 *
 * Returns: (transfer none) (nullable): their pack; %NULL if the kind is a tell of nobody
 */
BylPackEntry *
byl_guide_lesson_find_kind (BylGuideSource  *source,
                            BylTell          tell,
                            BylRules       **rules)
{
  GPtrArray *all = byl_guide_source_get_figures (source);
  Pair best = { 0 };

  for (guint pass = 0; pass < 2 && best.figures == NULL; pass++)
    for (guint i = 0; i < all->len; i++)
      {
        const BylFigures *figures = g_ptr_array_index (all, i);

        if ((figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE) == (pass == 1)
            && byl_guide_source_find_entry (source, figures->pack) != NULL)
          try_pack (&best, figures, tell);
      }

  if (best.figures == NULL)
    return NULL;

  if (rules != NULL)
    {
      const char *writers[] = { best.more->id, best.less->id, NULL };

      *rules = new_rules ();
      (*rules)->answers = 2;
      (*rules)->writers = g_strdupv ((char **) writers);
      (*rules)->hint = dup_kind_hint (&best, tell);
    }

  return byl_guide_source_find_entry (source, best.figures->pack);
}

/* The real before the made up. */
static gboolean
find_figure (BylGuideSource *source,
             const char     *name,
             BylGuideFigure *found)
{
  g_autoptr(GArray) list = byl_guide_source_list_writer (source, name);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < list->len; i++)
      {
        *found = g_array_index (list, BylGuideFigure, i);

        if ((found->figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE) == (pass == 1)
            && found->figures->writers->len > 1
            && byl_guide_source_find_entry (source, found->figures->pack) != NULL)
          return TRUE;
      }

  return FALSE;
}

static double
get_distance (const BylWriterFigures *one,
              const BylWriterFigures *other)
{
  double sum = 0;

  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      double difference = get_separation (one, i) - get_separation (other, i);

      if (!isnan (difference))
        sum += fabs (difference);
    }

  return sum;
}

static int
compare_others (gconstpointer a,
                gconstpointer b)
{
  double difference = ((const Other *) a)->distance - ((const Other *) b)->distance;

  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/* The writer, then whoever the player takes it for, then those that write most like it. */
static char **
choose_writers (const BylGuideFigure *figure,
                const char           *mixed_up)
{
  g_autoptr(GArray) others = g_array_new (FALSE, FALSE, sizeof (Other));
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < figure->figures->writers->len; i++)
    {
      Other other = { g_ptr_array_index (figure->figures->writers, i), -1 };

      if (other.writer == figure->writer)
        continue;
      if (g_strcmp0 (other.writer->name, mixed_up) != 0)
        other.distance = get_distance (figure->writer, other.writer);
      g_array_append_val (others, other);
    }

  g_array_sort (others, compare_others);
  g_strv_builder_add (ids, figure->writer->id);
  for (guint i = 0; i < MIN (others->len, MAX_WRITERS - 1); i++)
    g_strv_builder_add (ids, g_array_index (others, Other, i).writer->id);

  return g_strv_builder_end (ids);
}

static void
append_name (GString    *list,
             const char *name)
{
  if (list->len > 0)
    /* Translators: between two words of a list. */
    g_string_append (list, _(", "));
  g_string_append (list, name);
}

static char *
dup_writer_hint (const BylWriterFigures *writer)
{
  const BylMeasure *measures[BYL_N_TELLS];
  guint n = byl_writer_figures_rank (writer, measures);
  g_autoptr(GString) more = g_string_new (NULL);
  g_autoptr(GString) less = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_TELLS); i++)
    append_name (measures[i]->z > 0 ? more : less, byl_tell_kind_get_name (measures[i]->tell));

  if (more->len > 0 && less->len > 0)
    /* Translators: the name of a writer, then two lists of kinds of tells. */
    return g_strdup_printf (_("Find %s. More than others it has: %s. Less than others: %s."),
                            writer->name, more->str, less->str);
  if (more->len > 0)
    /* Translators: the name of a writer, then a list of kinds of tells. */
    return g_strdup_printf (_("Find %s. More than others it has: %s."), writer->name, more->str);
  if (less->len > 0)
    /* Translators: the name of a writer, then a list of kinds of tells. */
    return g_strdup_printf (_("Find %s. Less than others it has: %s."), writer->name, less->str);

  /* Translators: %s is the name of a writer. */
  return g_strdup_printf (_("Find %s. Nothing gives it away for sure."), writer->name);
}

/**
 * byl_guide_lesson_find_writer:
 * @source: what the guide knows
 * @name: the name of a writer
 * @mixed_up: (nullable): the name that the player signs most often instead
 * @rules: (out) (transfer full): the rules of a line-up of five rounds, with a hint
 *
 * Sets a writer among those that it is mixed up with: by the player, and by what was measured.
 *
 * Returns: (transfer none) (nullable): the pack; %NULL if no installed one has the writer
 */
BylPackEntry *
byl_guide_lesson_find_writer (BylGuideSource  *source,
                              const char      *name,
                              const char      *mixed_up,
                              BylRules       **rules)
{
  BylGuideFigure figure;

  if (!find_figure (source, name, &figure))
    return NULL;

  *rules = new_rules ();
  (*rules)->writers = choose_writers (&figure, mixed_up);
  (*rules)->answers = g_strv_length ((*rules)->writers);
  (*rules)->hint = dup_writer_hint (figure.writer);

  return byl_guide_source_find_entry (source, figure.figures->pack);
}

/**
 * byl_guide_lesson_find_pack:
 * @source: what the guide knows
 * @name: the name of a writer
 * @writer: (out) (transfer none): its id there, good until the source changes
 *
 * Returns: (transfer none) (nullable): an installed pack in which the writer can be told from
 *   others
 */
BylPackEntry *
byl_guide_lesson_find_pack (BylGuideSource  *source,
                            const char      *name,
                            const char     **writer)
{
  BylGuideFigure figure;

  if (!find_figure (source, name, &figure))
    return NULL;

  *writer = figure.writer->id;

  return byl_guide_source_find_entry (source, figure.figures->pack);
}
