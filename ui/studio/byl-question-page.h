/* byl-question-page.h: the questions of a new pack, typed, pasted, opened or dropped
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_QUESTION_PAGE (byl_question_page_get_type ())
G_DECLARE_FINAL_TYPE (BylQuestionPage, byl_question_page, BYL, QUESTION_PAGE, AdwBin)

GtkWidget  *byl_question_page_new           (void);
gboolean    byl_question_page_get_empty     (BylQuestionPage *self);
gboolean    byl_question_page_get_ready     (BylQuestionPage *self);
GPtrArray  *byl_question_page_get_questions (BylQuestionPage *self);
char       *byl_question_page_dup_title     (BylQuestionPage *self);
const char *byl_question_page_get_language  (BylQuestionPage *self);
void        byl_question_page_reset         (BylQuestionPage *self,
                                             const char      *title);
void        byl_question_page_set_text      (BylQuestionPage *self,
                                             const char      *text);
void        byl_question_page_open_file     (BylQuestionPage *self,
                                             GFile           *file);

G_END_DECLS
