/* byl-rival-note.c: what the rival says of one card
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-note.h"

static void
free_argument (gpointer data)
{
  BylRivalArgument *argument = data;

  g_free (argument->reason);
  g_free (argument->sentence);
  g_free (argument);
}

/**
 * byl_rival_note_new:
 * @writer: id of the name that the rival signs
 * @probability: that this is right, as it believes; 0.0 to 1.0
 *
 * Returns: (transfer full): a note without arguments, and without the other names' probabilities
 */
BylRivalNote *
byl_rival_note_new (const char *writer,
                    double      probability)
{
  BylRivalNote *self = g_new0 (BylRivalNote, 1);

  self->writer = g_strdup (writer);
  self->probability = probability;
  self->probabilities = g_array_new (FALSE, FALSE, sizeof (double));
  self->arguments = g_ptr_array_new_with_free_func (free_argument);

  return self;
}

/**
 * byl_rival_note_copy:
 * @self: (nullable): a note
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
BylRivalNote *
byl_rival_note_copy (const BylRivalNote *self)
{
  BylRivalNote *copy;

  if (self == NULL)
    return NULL;

  copy = byl_rival_note_new (self->writer, self->probability);
  g_array_append_vals (copy->probabilities, self->probabilities->data, self->probabilities->len);

  for (guint i = 0; i < self->arguments->len; i++)
    {
      const BylRivalArgument *argument = g_ptr_array_index (self->arguments, i);

      byl_rival_note_add_argument (copy, argument->reason, argument->sentence, argument->start,
                                   argument->end);
    }

  return copy;
}

/**
 * byl_rival_note_free:
 * @self: (nullable) (transfer full): a note
 */
void
byl_rival_note_free (BylRivalNote *self)
{
  if (self == NULL)
    return;

  g_free (self->writer);
  g_array_unref (self->probabilities);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

/**
 * byl_rival_note_add_argument:
 * @self: a note
 * @reason: (nullable): why, as whoever found it writes it down
 * @sentence: (nullable): the same in words, where there is no @reason
 * @start: of the words that it is about: characters from the answer's start, inclusive
 * @end: exclusive; @start where it is about the whole answer
 *
 * Adds an argument that is weaker than those before.
 */
void
byl_rival_note_add_argument (BylRivalNote *self,
                             const char   *reason,
                             const char   *sentence,
                             guint         start,
                             guint         end)
{
  BylRivalArgument *argument = g_new0 (BylRivalArgument, 1);

  argument->reason = g_strdup (reason);
  argument->sentence = g_strdup (sentence);
  argument->start = start;
  argument->end = end;
  g_ptr_array_add (self->arguments, argument);
}
