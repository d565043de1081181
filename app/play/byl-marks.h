/* byl-marks.h: the words of an answer that the player marks as telling
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Words that follow each other. */
typedef struct
{
  guint start;    /* characters from the answer's start, inclusive */
  guint end;      /* exclusive */
  guint words;    /* once judged: how many words they are */
  guint credited; /* of these, words with a tell on them that favours the true writer */
  char *tell;     /* (nullable): id of the kind of the strongest such tell */
} BylMark;

/* Of one card. What is a tell, and of whom, is no concern of those who deal and play: whoever knows
 * it judges the marks after the reveal. */
typedef struct
{
  GPtrArray *marks;        /* (element-type BylMark): in the order of the text, apart */
  gboolean   judged;
  guint      all_words;    /* once judged: words of the whole answer */
  guint      all_credited; /* of these, words that would have earned credit */
} BylMarks;

#define BYL_TYPE_MARKS (byl_marks_get_type ())

GType     byl_marks_get_type (void);
BylMarks *byl_marks_new      (void);
BylMarks *byl_marks_copy     (const BylMarks *self);
void      byl_marks_free     (BylMarks       *self);
BylMark  *byl_marks_append   (BylMarks       *self,
                              guint           start,
                              guint           end);
gboolean  byl_marks_equal    (const BylMarks *self,
                              const BylMarks *other);
gboolean  byl_marks_contain  (const BylMarks *self,
                              guint           start,
                              guint           end);
gboolean  byl_marks_change   (BylMarks       *self,
                              guint           start,
                              guint           end,
                              gboolean        marked);
char     *byl_marks_print    (const BylMarks *self);
BylMarks *byl_marks_parse    (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylMarks, byl_marks_free)

G_END_DECLS
