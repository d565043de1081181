/* byl-guide-item.h: a line of the guide's list: a heading, a kind of tell or a writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-kind.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_GUIDE_HEADING,
  BYL_GUIDE_FIVE_TELLS,
  BYL_GUIDE_KIND,
  BYL_GUIDE_WRITER,
} BylGuideItemType;

#define BYL_TYPE_GUIDE_ITEM (byl_guide_item_get_type ())
G_DECLARE_FINAL_TYPE (BylGuideItem, byl_guide_item, BYL, GUIDE_ITEM, GObject)

BylGuideItem     *byl_guide_item_new          (BylGuideItemType  type,
                                               const char       *title,
                                               const char       *subtitle);
BylGuideItem     *byl_guide_item_new_kind     (BylTell           tell);
BylGuideItemType  byl_guide_item_get_kind     (BylGuideItem     *self);
const char       *byl_guide_item_get_title    (BylGuideItem     *self);
const char       *byl_guide_item_get_subtitle (BylGuideItem     *self);
BylTell           byl_guide_item_get_tell     (BylGuideItem     *self);
void              byl_guide_item_set_family   (BylGuideItem     *self,
                                               BylFamily         family);
int               byl_guide_item_get_family   (BylGuideItem     *self);
gboolean          byl_guide_item_matches      (BylGuideItem     *self,
                                               const char       *folded);

G_END_DECLS
