/* byl-mask.h: finding the names that would give a writer away
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "byl-text.h"

G_BEGIN_DECLS

/* How a name is compared with a text: a pack's own names in any case; names that are only known of
 * elsewhere as they are written, since some of them are everyday words (“Meta”, “Gemini”). */
typedef enum
{
  BYL_MASK_ANY_CASE,
  BYL_MASK_EXACT_CASE,
} BylMaskCase;

typedef struct _BylMask BylMask;

#define BYL_TYPE_MASK (byl_mask_get_type ())

GType    byl_mask_get_type (void);
BylMask *byl_mask_new      (void);
BylMask *byl_mask_ref      (BylMask       *self);
void     byl_mask_unref    (BylMask       *self);
void     byl_mask_add      (BylMask       *self,
                            const char    *name,
                            BylMaskCase    name_case);
char   **byl_mask_dup_names (const BylMask *self,
                             BylMaskCase    name_case);
GArray  *byl_mask_find     (const BylMask *self,
                            const char    *text,
                            const char    *prompt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylMask, byl_mask_unref)

G_END_DECLS
