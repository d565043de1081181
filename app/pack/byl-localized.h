/* byl-localized.h: one text, or a text for each of several languages
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parallel, NULL-terminated; a text without a language has the tag "". */
typedef struct
{
  char **tags;
  char **texts;
} BylLocalized;

BylLocalized *byl_localized_new    (void);
void          byl_localized_add    (BylLocalized       *self,
                                    const char         *tag,
                                    const char         *text);
BylLocalized *byl_localized_copy   (const BylLocalized *self);
void          byl_localized_free   (BylLocalized       *self);
const char   *byl_localized_choose (const BylLocalized *self,
                                    const char * const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylLocalized, byl_localized_free)

G_END_DECLS
