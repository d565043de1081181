/* byl-prompt-view.h: the question of a round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_PROMPT_VIEW (byl_prompt_view_get_type ())
G_DECLARE_FINAL_TYPE (BylPromptView, byl_prompt_view, BYL, PROMPT_VIEW, AdwBin)

void byl_prompt_view_set_question (BylPromptView *self,
                                   const char    *category,
                                   const char    *prompt);

G_END_DECLS
