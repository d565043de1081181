/* byl-writer-choice-details.h: what a chosen model is called, and what is sent to it alone
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording-plan.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_CHOICE_DETAILS (byl_writer_choice_details_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterChoiceDetails, byl_writer_choice_details, BYL,
                      WRITER_CHOICE_DETAILS, AdwWindow)

GtkWindow *byl_writer_choice_details_new (GtkWindow                *parent,
                                          const BylRecordingWriter *writer);

G_END_DECLS
