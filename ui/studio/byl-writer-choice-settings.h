/* byl-writer-choice-settings.h: instructions and parameters that are sent with each question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_CHOICE_SETTINGS (byl_writer_choice_settings_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterChoiceSettings, byl_writer_choice_settings, BYL,
                      WRITER_CHOICE_SETTINGS, AdwExpanderRow)

gboolean    byl_writer_choice_settings_get_valid      (BylWriterChoiceSettings *self);
char       *byl_writer_choice_settings_dup_system     (BylWriterChoiceSettings *self);
JsonObject *byl_writer_choice_settings_dup_parameters (BylWriterChoiceSettings *self);
void        byl_writer_choice_settings_set            (BylWriterChoiceSettings *self,
                                                       const char              *system,
                                                       JsonObject              *parameters);

G_END_DECLS
