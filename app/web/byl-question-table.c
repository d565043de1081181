/* byl-question-table.c: questions in a table
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-reading.h"

/* For the question list: whether the text is a table rather than prose with commas in it. */
gboolean
byl_question_is_table (const char *text)
{
  return FALSE;
}

/* For the question list: a question a row. */
void
byl_question_read_table (BylQuestionReading *self,
                         const char         *text)
{
}
