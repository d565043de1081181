/* byl-guide-words.h: what was measured, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"

G_BEGIN_DECLS

const char *byl_guide_words_get_family       (BylFamily         family);
const char *byl_guide_words_get_family_class (BylFamily         family);
const char *byl_guide_words_get_family_mark  (BylFamily         family);
char       *byl_guide_words_dup_figures      (const BylMeasure *measure);
char       *byl_guide_words_dup_pair         (const BylMeasure *measure);
char       *byl_guide_words_dup_evidence     (const BylMeasure *measure);
char       *byl_guide_words_dup_absence      (guint             n_answers);

G_END_DECLS
