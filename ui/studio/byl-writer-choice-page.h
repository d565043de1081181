/* byl-writer-choice-page.h: the models that a new pack's questions are put to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <libsoup/soup.h>

#include "byl-keys.h"
#include "byl-recording-plan.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_CHOICE_PAGE (byl_writer_choice_page_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterChoicePage, byl_writer_choice_page, BYL, WRITER_CHOICE_PAGE, AdwBin)

GtkWidget              *byl_writer_choice_page_new         (GPtrArray              *providers,
                                                            BylKeys                *keys,
                                                            SoupSession            *session);
const BylRecordingPlan *byl_writer_choice_page_get_plan    (BylWriterChoicePage    *self);
gboolean                byl_writer_choice_page_get_ready   (BylWriterChoicePage    *self);
void                    byl_writer_choice_page_set_plan    (BylWriterChoicePage    *self,
                                                            const BylRecordingPlan *plan);
void                    byl_writer_choice_page_set_trouble (BylWriterChoicePage    *self,
                                                            const char             *sentence);
void                    byl_writer_choice_page_add         (BylWriterChoicePage    *self,
                                                            GPtrArray              *writers);

G_END_DECLS
