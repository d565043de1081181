/* byl-writer-choice-window.h: choosing models: of which provider, with which key, called what
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <libsoup/soup.h>

#include "byl-keys.h"
#include "byl-writer-choice-making.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_CHOICE_WINDOW (byl_writer_choice_window_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterChoiceWindow, byl_writer_choice_window, BYL, WRITER_CHOICE_WINDOW,
                      AdwWindow)

GtkWindow *byl_writer_choice_window_new        (GtkWindow              *parent,
                                                GPtrArray              *providers,
                                                BylKeys                *keys,
                                                SoupSession            *session,
                                                const BylWriterOrigin  *origin);
void       byl_writer_choice_window_get_origin (BylWriterChoiceWindow  *self,
                                                BylWriterOrigin        *origin);

G_END_DECLS
