/* byl-tell-report.c: what is measured that speaks for the writer of a revealed answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-report.h"

#define MOST_WORDS 6u

/* A longer place is found by its frame: a tint over a whole table would hide it. */
#define MOST_TINTED 240u /* characters */

static void
free_entry (gpointer data)
{
  BylTellEntry *entry = data;

  g_array_unref (entry->spans);
  g_free (entry);
}

/* What the player could not see where the formatting was taken away, or what is counted otherwise
 * without it. */
static gboolean
needs_formatting (BylTell tell)
{
  switch (tell)
    {
    case BYL_TELL_IMPERATIVE:
    case BYL_TELL_CITATION:
    case BYL_TELL_HEADING:
    case BYL_TELL_HEADING_LEVEL:
    case BYL_TELL_BOLD_PARAGRAPH:
    case BYL_TELL_BULLET:
    case BYL_TELL_NUMBERED:
    case BYL_TELL_NESTING:
    case BYL_TELL_BOLD:
    case BYL_TELL_ITALIC:
    case BYL_TELL_BOLD_LEAD:
    case BYL_TELL_ITEM_STOP:
    case BYL_TELL_LEAD_IN:
    case BYL_TELL_TABLE:
    case BYL_TELL_CODE:
    case BYL_TELL_RULE:
    case BYL_TELL_QUOTE:
    case BYL_TELL_INLINE_CODE:
    case BYL_TELL_SENTENCE_LENGTH:
    case BYL_TELL_SENTENCE_SPREAD:
    case BYL_TELL_PARAGRAPH_LENGTH:
    case BYL_TELL_PREAMBLE:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_shown (const BylTellReport *self,
          const BylMeasure    *measure)
{
  return measure->is_tell && (self->formatted || !needs_formatting (measure->tell))
         && byl_measure_favours (measure, self->tells);
}

/* What a writer has less of than others is not to be seen anywhere, though it may be there. */
static BylTellEntry *
make_entry (const BylTellReport *self,
            const BylMeasure    *measure)
{
  const BylTellKind *kind = byl_tell_kind_get (measure->tell);
  BylTellEntry *entry = g_new0 (BylTellEntry, 1);
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (self->tells, &n_spans);

  entry->measure = measure;
  entry->family = kind->family;
  entry->value = byl_tells_get_value (self->tells, measure->tell);
  entry->spans = g_array_new (FALSE, FALSE, sizeof (BylSpan));

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].tell == measure->tell)
      {
        BylSpan span = { spans[i].start, spans[i].end };

        g_array_append_val (entry->spans, span);
      }

  entry->count = kind->unit == BYL_TELL_RATE
                   ? (guint) byl_tells_get_count (self->tells, measure->tell) : entry->spans->len;

  if (measure->z < 0)
    g_array_set_size (entry->spans, 0);

  return entry;
}

/* How well a player can check it: best by words that can be pointed at, least by a mean. */
static guint
get_clearness (const BylTellEntry *entry)
{
  if (entry->spans->len > 0)
    return 2;

  return byl_tell_kind_get (entry->measure->tell)->unit == BYL_TELL_SIZE ? 0 : 1;
}

static BylTellEntry *
find_relative (const GPtrArray    *entries,
               const BylTellEntry *entry)
{
  BylTell relative = byl_tell_kind_get (entry->measure->tell)->relative;

  for (guint i = 0; i < entries->len; i++)
    {
      BylTellEntry *other = g_ptr_array_index (entries, i);

      if (byl_tell_kind_get (other->measure->tell)->relative == relative)
        return other;
    }

  return NULL;
}

/* Of kinds that say nearly the same only one is told: the clearest, and of these the strongest. */
static void
add_entry (GPtrArray    *entries,
           BylTellEntry *entry)
{
  BylTellEntry *other = find_relative (entries, entry);

  if (other != NULL && get_clearness (other) >= get_clearness (entry))
    {
      free_entry (entry);
      return;
    }

  if (other != NULL)
    g_ptr_array_remove (entries, other);

  g_ptr_array_add (entries, entry);
}

static void
find_entries (BylTellReport *self,
              guint          writer)
{
  guint n;
  const BylMeasure *measures = byl_profile_get_measures (self->profile, writer, &n);

  for (guint i = 0; i < n; i++)
    if (is_shown (self, &measures[i]))
      add_entry (self->entries, make_entry (self, &measures[i]));
}

static BylTellEntry *
find_strongest (const BylTellReport *self,
                guint                writer)
{
  guint n;
  const BylMeasure *measures = byl_profile_get_measures (self->pair, writer, &n);

  for (guint i = 0; i < n; i++)
    if (is_shown (self, &measures[i]))
      return make_entry (self, &measures[i]);

  return NULL;
}

static int
compare_highlights (gconstpointer a,
                    gconstpointer b)
{
  const BylHighlight *first = a;
  const BylHighlight *second = b;

  if (first->family != second->family)
    return (int) first->family - (int) second->family;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

/* Two lines of one family under the same words would say no more than one. */
static void
join_overlaps (GArray *highlights)
{
  BylHighlight *all = (BylHighlight *) highlights->data;
  guint kept = 0;

  g_array_sort (highlights, compare_highlights);

  for (guint i = 0; i < highlights->len; i++)
    if (kept > 0 && all[kept - 1].family == all[i].family && all[kept - 1].end > all[i].start)
      all[kept - 1].end = MAX (all[kept - 1].end, all[i].end);
    else
      all[kept++] = all[i];

  g_array_set_size (highlights, kept);
}

static void
add_spans (GArray       *highlights,
           const GArray *spans,
           BylFamily     family)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const BylSpan *span = &g_array_index (spans, BylSpan, i);
      BylHighlight highlight = { span->start, span->end, family };

      if (span->end > span->start && span->end - span->start <= MOST_TINTED)
        g_array_append_val (highlights, highlight);
    }
}

static void
clear_report (gpointer data)
{
  BylTellReport *self = data;

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->words);
  g_clear_pointer (&self->decisive, free_entry);
  g_clear_pointer (&self->misleading, free_entry);
  byl_profile_unref (self->profile);
  g_clear_pointer (&self->pair, byl_profile_unref);
  byl_tells_unref (self->tells);
  g_free (self->name);
  g_free (self->guess);
}

/**
 * byl_tell_report_new:
 * @profile: what is measured in the pack
 * @writer: who wrote the answer, its position in the pack
 * @name: the writer's name
 * @text: the answer, as it is shown
 * @tells: what was found in @text
 * @formatted: whether the answer is shown with its formatting
 *
 * Chooses what speaks for the writer: of all that was found only what is measured in the pack as a
 * tell of the writer, and what this answer has (or lacks) as the writer's answers do.
 *
 * Returns: (transfer full): a report
 */
BylTellReport *
byl_tell_report_new (BylProfile  *profile,
                     guint        writer,
                     const char  *name,
                     BylReadText *text,
                     BylTells    *tells,
                     gboolean     formatted)
{
  BylTellReport *self = g_rc_box_new0 (BylTellReport);
  guint n_words;
  const BylMeasuredWord *words = byl_profile_get_words (profile, writer, &n_words);

  self->profile = byl_profile_ref (profile);
  self->tells = byl_tells_ref (tells);
  self->name = g_strdup (name);
  self->formatted = formatted;
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->words = byl_tell_words_find (text, words, n_words, MOST_WORDS);
  find_entries (self, writer);

  return self;
}

/**
 * byl_tell_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): the same report
 */
BylTellReport *
byl_tell_report_ref (BylTellReport *self)
{
  return g_rc_box_acquire (self);
}

/**
 * byl_tell_report_unref:
 * @self: (transfer full): a report
 *
 * Gives up a reference; the last one frees the report.
 */
void
byl_tell_report_unref (BylTellReport *self)
{
  g_rc_box_release_full (self, clear_report);
}

/**
 * byl_tell_report_compare:
 * @self: a report
 * @pair: what is measured of the two writers against each other
 * @writer: who wrote the answer, its position in the pack
 * @guess: who was signed instead, likewise
 * @guess_name: the name of who was signed
 *
 * Finds what would have decided between the two, and what pointed to the wrong one: the strongest
 * tells of the one and of the other that this answer shows.
 */
void
byl_tell_report_compare (BylTellReport *self,
                         BylProfile    *pair,
                         guint          writer,
                         guint          guess,
                         const char    *guess_name)
{
  g_return_if_fail (self->pair == NULL);

  self->pair = byl_profile_ref (pair);
  self->guess = g_strdup (guess_name);
  self->decisive = find_strongest (self, writer);
  self->misleading = find_strongest (self, guess);
}

/**
 * byl_tell_report_get_n_shown:
 * @self: a report
 * @all: whether not only the strongest are shown
 *
 * Returns: how many of the entries are shown
 */
guint
byl_tell_report_get_n_shown (const BylTellReport *self,
                             gboolean             all)
{
  return all ? self->entries->len : MIN (self->entries->len, BYL_TELL_REPORT_STRONGEST);
}

/**
 * byl_tell_report_add_highlights:
 * @self: a report
 * @all: whether not only the strongest are shown
 * @highlights: (element-type BylHighlight): where to add to; what overlaps in one family is joined
 *
 * Adds the places of the tells and of the measured words; these are drawn as tone.
 */
void
byl_tell_report_add_highlights (const BylTellReport *self,
                                gboolean             all,
                                GArray              *highlights)
{
  guint n_shown = byl_tell_report_get_n_shown (self, all);

  for (guint i = 0; i < n_shown; i++)
    {
      const BylTellEntry *entry = g_ptr_array_index (self->entries, i);

      add_spans (highlights, entry->spans, entry->family);
    }

  for (guint i = 0; i < self->words->len; i++)
    add_spans (highlights, ((BylFoundWord *) self->words->pdata[i])->spans, BYL_FAMILY_TONE);

  join_overlaps (highlights);
}
