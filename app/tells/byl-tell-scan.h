/* byl-tell-scan.h: reading the words and marks of a part of a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-text.h"

G_BEGIN_DECLS

void byl_tell_scan_words     (BylTellText *self,
                              const char  *end);
void byl_tell_scan_code      (BylTellText *self,
                              const char  *end);
void byl_tell_scan_settle    (BylTellText *self);
void byl_tell_scan_mark      (BylTellText *self,
                              const char  *end);
void byl_tell_scan_wide_mark (BylTellText *self,
                              const char  *end);

/* Notes what stands between two words; the same twice is more than once. */
static inline void
byl_tell_scan_widen (BylTellText *self,
                     BylGap       with)
{
  if (self->gap >= BYL_GAP_MARK)
    return;

  if (with == BYL_GAP_HYPHEN)
    self->gap = self->gap == BYL_GAP_NONE ? BYL_GAP_HYPHEN : BYL_GAP_MARK;
  else
    self->gap = self->gap <= BYL_GAP_SPACE ? with : BYL_GAP_MARK;
}

static inline void
byl_tell_scan_space (BylTellText *self,
                     gboolean     is_line)
{
  if (self->gap == BYL_GAP_NONE)
    self->gap = BYL_GAP_SPACE;
  else if (self->gap == BYL_GAP_HYPHEN)
    self->gap = BYL_GAP_MARK;

  self->space = TRUE;
  self->line |= is_line;
}

/* Notes a mark at the place of reading. */
static inline void
byl_tell_scan_add (BylTellText *self,
                   gunichar     character,
                   guint        length)
{
  self->marks[self->n_marks++] = (BylTokenMark) {
    .position = self->position,
    .length = length,
    .character = character,
    .token = self->n_tokens,
  };
}

G_END_DECLS
