/* byl-recording-list.h: the recordings of a folder
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BylRecordingSummary:
 *
 * What a list says of a recording, read without opening it, so that it may be running elsewhere.
 */
typedef struct
{
  GFile *folder;
  char  *id;
  char  *title;
  guint  n_questions;
  guint  n_writers;
  guint  n_expected;
  guint  n_done;
  gint64 changed;     /* seconds since 1970, UTC: when the last answer came */
} BylRecordingSummary;

#define BYL_TYPE_RECORDING_SUMMARY (byl_recording_summary_get_type ())

GType                byl_recording_summary_get_type (void);
BylRecordingSummary *byl_recording_summary_copy     (const BylRecordingSummary *self);
void                 byl_recording_summary_free     (BylRecordingSummary       *self);
GPtrArray           *byl_recording_list_load        (GFile                     *parent_dir,
                                                     GError                   **error);
gboolean             byl_recording_list_remove      (GFile                     *folder,
                                                     GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecordingSummary, byl_recording_summary_free)

G_END_DECLS
