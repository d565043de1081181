/* byl-writer-choice-making.h: from what was chosen to the writers of a recording
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-plan.h"

G_BEGIN_DECLS

/* Where models were found, so that the next one is found there at once. */
typedef struct
{
  char  *provider; /* (nullable): id of a preset; "" where answers are pasted; NULL at first */
  char  *address;  /* (nullable): base address, as it was typed */
  char **models;   /* (nullable): what the server was found to have */
} BylWriterOrigin;

void                byl_writer_origin_clear       (BylWriterOrigin   *self);
gboolean            byl_writer_choice_has_address (const BylProvider *provider);
gboolean            byl_writer_choice_is_name     (const char        *typed);
BylRecordingWriter *byl_writer_choice_make        (const BylProvider *provider,
                                                   const char        *address,
                                                   const char        *model);
BylRecordingWriter *byl_writer_choice_make_pasted (const char        *name,
                                                   const char        *maker);

G_END_DECLS
