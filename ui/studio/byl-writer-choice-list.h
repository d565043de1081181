/* byl-writer-choice-list.h: the models of a provider, some of them chosen
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-provider.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_CHOICE_LIST (byl_writer_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterChoiceList, byl_writer_choice_list, BYL, WRITER_CHOICE_LIST, AdwBin)

void       byl_writer_choice_list_set_provider (BylWriterChoiceList *self,
                                                const BylProvider   *provider,
                                                const char * const  *found);
GPtrArray *byl_writer_choice_list_dup_chosen   (BylWriterChoiceList *self);

G_END_DECLS
