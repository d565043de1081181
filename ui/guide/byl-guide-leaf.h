/* byl-guide-leaf.h: a page of the guide on one thing, made of groups of rows
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-figures.h"

G_BEGIN_DECLS

#define BYL_TYPE_GUIDE_LEAF (byl_guide_leaf_get_type ())
G_DECLARE_DERIVABLE_TYPE (BylGuideLeaf, byl_guide_leaf, BYL, GUIDE_LEAF, AdwBin)

struct _BylGuideLeafClass
{
  AdwBinClass parent_class;
};

void                 byl_guide_leaf_set_title  (BylGuideLeaf        *self,
                                                const char          *title,
                                                const char          *subtitle);
void                 byl_guide_leaf_clear      (BylGuideLeaf        *self);
AdwPreferencesGroup *byl_guide_leaf_add_group  (BylGuideLeaf        *self,
                                                const char          *title,
                                                const char          *description);
GtkWidget           *byl_guide_leaf_add_row    (AdwPreferencesGroup *group,
                                                const char          *title,
                                                const char          *subtitle);
void                 byl_guide_leaf_link_row   (GtkWidget           *row,
                                                const char          *action,
                                                const char          *target);
GtkWidget           *byl_guide_leaf_add_button (BylGuideLeaf        *self,
                                                const char          *label);
char                *byl_guide_leaf_dup_origin (const BylFigures    *figures);

G_END_DECLS
