/* byl-question-reading.h: for the question list: what its three readers share
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-question-list.h"

G_BEGIN_DECLS

/* What has been read so far. */
typedef struct
{
  GPtrArray  *questions; /* (element-type BylQuestionLine) */
  GPtrArray  *problems;  /* (element-type BylProblem) */
  GHashTable *seen;      /* folded question to the line it begins at */
  guint       n_errors;
} BylQuestionReading;

void byl_question_reading_add    (BylQuestionReading *self,
                                  const char         *prompt,
                                  const char         *category,
                                  guint               line);
void byl_question_reading_refuse (BylQuestionReading *self,
                                  BylProblem         *problem,
                                  guint               line);
void byl_question_read_lines     (BylQuestionReading *self,
                                  char              **lines);
void byl_question_read_json      (BylQuestionReading *self,
                                  const char         *text,
                                  char              **lines);
void byl_question_read_table     (BylQuestionReading *self,
                                  const char         *text);
gboolean byl_question_is_json    (const char         *text);
gboolean byl_question_is_table   (const char         *text);

G_END_DECLS
