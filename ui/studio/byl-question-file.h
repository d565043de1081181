/* byl-question-file.h: choosing a file of questions, and reading its text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  byl_question_file_choose      (GtkWidget            *page,
                                     GCallback             chosen);
void  byl_question_file_load_async  (GFile                *file,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char *byl_question_file_load_finish (GFile                *file,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
