/* byl-lesson.h: the five tells that the first game teaches, one after the other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rules.h"

G_BEGIN_DECLS

#define BYL_LESSON_PACK "learn-the-tells"

/* A step of the lesson; the texts are translated. */
typedef struct
{
  const char *category; /* of the pack's questions that practise it */
  const char *title;
  const char *text;     /* what to look at */
} BylLessonStep;

BylRules            *byl_lesson_new_rules (void);
const BylLessonStep *byl_lesson_find_step (const char *category);
guint                byl_lesson_get_number (const BylLessonStep *step);

G_END_DECLS
