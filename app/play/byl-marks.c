/* byl-marks.c: the words of an answer that the player marks as telling
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-marks.h"

#define TYPE "(buua(uuuus))" /* judged, all words, all credited; of each its members */

G_DEFINE_BOXED_TYPE (BylMarks, byl_marks, byl_marks_copy, byl_marks_free)

static void
free_mark (gpointer data)
{
  BylMark *mark = data;

  g_free (mark->tell);
  g_free (mark);
}

static const BylMark *
get_mark (const BylMarks *self,
          guint           position)
{
  return g_ptr_array_index (self->marks, position);
}

/**
 * byl_marks_new:
 *
 * Returns: (transfer full): no marks
 */
BylMarks *
byl_marks_new (void)
{
  BylMarks *self = g_new0 (BylMarks, 1);

  self->marks = g_ptr_array_new_with_free_func (free_mark);

  return self;
}

/**
 * byl_marks_copy:
 * @self: (nullable): marks
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
BylMarks *
byl_marks_copy (const BylMarks *self)
{
  BylMarks *copy;

  if (self == NULL)
    return NULL;

  copy = byl_marks_new ();
  copy->judged = self->judged;
  copy->all_words = self->all_words;
  copy->all_credited = self->all_credited;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const BylMark *mark = get_mark (self, i);
      BylMark *other = byl_marks_append (copy, mark->start, mark->end);

      other->words = mark->words;
      other->credited = mark->credited;
      other->tell = g_strdup (mark->tell);
    }

  return copy;
}

/**
 * byl_marks_free:
 * @self: (nullable) (transfer full): marks
 */
void
byl_marks_free (BylMarks *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->marks);
  g_free (self);
}

/**
 * byl_marks_append:
 * @self: marks
 * @start: characters from the answer's start, inclusive; behind all others
 * @end: exclusive
 *
 * Returns: (transfer none): a mark that is not judged
 */
BylMark *
byl_marks_append (BylMarks *self,
                  guint     start,
                  guint     end)
{
  BylMark *mark = g_new0 (BylMark, 1);

  mark->start = start;
  mark->end = end;
  g_ptr_array_add (self->marks, mark);

  return mark;
}

/**
 * byl_marks_equal:
 * @self: (nullable): marks
 * @other: (nullable): marks
 *
 * Returns: whether both mark the same and are judged alike; no marks are the same as %NULL
 */
gboolean
byl_marks_equal (const BylMarks *self,
                 const BylMarks *other)
{
  g_autofree char *text = self != NULL ? byl_marks_print (self) : NULL;
  g_autofree char *other_text = other != NULL ? byl_marks_print (other) : NULL;

  if (self == NULL || other == NULL)
    {
      const BylMarks *there = self != NULL ? self : other;

      return there == NULL || (there->marks->len == 0 && !there->judged);
    }

  return g_str_equal (text, other_text);
}

/**
 * byl_marks_contain:
 * @self: (nullable): marks
 * @start: characters from the answer's start, inclusive
 * @end: exclusive, behind @start
 *
 * Returns: whether all of these characters are marked
 */
gboolean
byl_marks_contain (const BylMarks *self,
                   guint           start,
                   guint           end)
{
  for (guint i = 0; self != NULL && i < self->marks->len; i++)
    if (get_mark (self, i)->start <= start && get_mark (self, i)->end >= end)
      return TRUE;

  return FALSE;
}

/**
 * byl_marks_change:
 * @self: marks that are not judged
 * @start: characters from the answer's start, inclusive
 * @end: exclusive
 * @marked: whether these are to be marked, or to be so no longer
 *
 * Marks that meet become one.
 *
 * Returns: whether anything changed
 */
gboolean
byl_marks_change (BylMarks *self,
                  guint     start,
                  guint     end,
                  gboolean  marked)
{
  g_autoptr(BylMarks) changed = byl_marks_new ();
  gboolean placed = !marked;

  if (start >= end || self->judged)
    return FALSE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const BylMark *mark = get_mark (self, i);

      if (mark->end < start || (!marked && mark->end == start))
        {
          byl_marks_append (changed, mark->start, mark->end);
        }
      else if (mark->start > end || (!marked && mark->start == end))
        {
          if (!placed)
            byl_marks_append (changed, start, end);
          placed = TRUE;
          byl_marks_append (changed, mark->start, mark->end);
        }
      else if (marked)
        {
          start = MIN (start, mark->start);
          end = MAX (end, mark->end);
        }
      else
        {
          if (mark->start < start)
            byl_marks_append (changed, mark->start, start);
          if (mark->end > end)
            byl_marks_append (changed, end, mark->end);
        }
    }

  if (!placed)
    byl_marks_append (changed, start, end);

  if (byl_marks_equal (self, changed))
    return FALSE;

  g_ptr_array_unref (self->marks);
  self->marks = g_ptr_array_ref (changed->marks);

  return TRUE;
}

/**
 * byl_marks_print:
 * @self: marks
 *
 * Returns: (transfer full): the same as text, for byl_marks_parse()
 */
char *
byl_marks_print (const BylMarks *self)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TYPE));
  g_autoptr(GVariant) variant = NULL;

  g_variant_builder_add (&builder, "b", self->judged);
  g_variant_builder_add (&builder, "u", self->all_words);
  g_variant_builder_add (&builder, "u", self->all_credited);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(uuuus)"));

  for (guint i = 0; i < self->marks->len; i++)
    {
      const BylMark *mark = get_mark (self, i);

      g_variant_builder_add (&builder, "(uuuus)", mark->start, mark->end, mark->words,
                             mark->credited, mark->tell != NULL ? mark->tell : "");
    }

  g_variant_builder_close (&builder);
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (variant, TRUE);
}

/**
 * byl_marks_parse:
 * @text: (nullable): marks as byl_marks_print() writes them, or anything
 *
 * Returns: (transfer full) (nullable): the marks; %NULL for what does not read as such
 */
BylMarks *
byl_marks_parse (const char *text)
{
  g_autoptr(GVariant) variant =
    text != NULL ? g_variant_parse (G_VARIANT_TYPE (TYPE), text, NULL, NULL, NULL) : NULL;
  g_autoptr(GVariantIter) iter = NULL;
  g_autoptr(BylMarks) self = NULL;
  guint start, end, words, credited;
  guint last = 0;
  const char *tell;

  if (variant == NULL)
    return NULL;

  self = byl_marks_new ();
  g_variant_get (variant, TYPE, &self->judged, &self->all_words, &self->all_credited, &iter);

  while (g_variant_iter_next (iter, "(uuuu&s)", &start, &end, &words, &credited, &tell))
    {
      BylMark *mark;

      if (start < last || end <= start)
        return NULL;

      mark = byl_marks_append (self, start, end);
      mark->words = words;
      mark->credited = MIN (credited, words);
      mark->tell = tell[0] != '\0' ? g_strdup (tell) : NULL;
      last = end;
    }

  return g_steal_pointer (&self);
}
