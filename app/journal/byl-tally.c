/* byl-tally.c: what the journal adds up to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tally.h"

static void
free_writer (gpointer data)
{
  BylWriterTally *writer = data;

  g_free (writer->id);
  g_free (writer->name);
  g_free (writer->mixed_up);
  g_free (writer);
}

/**
 * byl_tally_new:
 *
 * Returns: (transfer full): a tally of nothing: luck 1, and an interval from 0 to 1
 */
BylTally *
byl_tally_new (void)
{
  BylTally *self = g_new0 (BylTally, 1);

  self->luck = 1.0;
  self->interval = byl_chance_interval (0.0, 0.0);
  self->writers = g_ptr_array_new_with_free_func (free_writer);

  return self;
}

/**
 * byl_tally_free:
 * @self: (nullable) (transfer full): a tally
 */
void
byl_tally_free (BylTally *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->writers);
  g_free (self);
}
