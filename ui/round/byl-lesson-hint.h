/* byl-lesson-hint.h: what to look at in a round of the lesson
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-rules.h"

G_BEGIN_DECLS

#define BYL_TYPE_LESSON_HINT (byl_lesson_hint_get_type ())
G_DECLARE_FINAL_TYPE (BylLessonHint, byl_lesson_hint, BYL, LESSON_HINT, AdwBin)

void byl_lesson_hint_set_category (BylLessonHint *self,
                                   const char    *category);
void byl_lesson_hint_set_rules    (BylLessonHint  *self,
                                   const BylRules *rules,
                                   const char     *category);

G_END_DECLS
