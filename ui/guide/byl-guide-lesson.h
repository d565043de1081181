/* byl-guide-lesson.h: five rounds to learn one kind of tell, or one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-guide-source.h"
#include "byl-rules.h"

G_BEGIN_DECLS

BylPackEntry *byl_guide_lesson_find_kind   (BylGuideSource  *source,
                                            BylTell          tell,
                                            BylRules       **rules);
BylPackEntry *byl_guide_lesson_find_writer (BylGuideSource  *source,
                                            const char      *name,
                                            const char      *mixed_up,
                                            BylRules       **rules);
BylPackEntry *byl_guide_lesson_find_pack   (BylGuideSource  *source,
                                            const char      *name,
                                            const char     **writer);

G_END_DECLS
