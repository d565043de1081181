/* byl-question-languages.h: the languages that questions are asked in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *byl_question_languages_new     (void);
const char *byl_question_languages_get_tag (guint               position);
guint       byl_question_languages_guess   (const char * const *preferred);

G_END_DECLS
