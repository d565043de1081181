/* byl-guide-item.c: a line of the guide's list: a heading, a kind of tell or a writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-item.h"

#include "byl-text.h"

#include <string.h>

struct _BylGuideItem
{
  GObject           parent_instance;
  BylGuideItemType  type;
  char             *title;
  char             *subtitle; /* (nullable) */
  char             *folded;   /* both, as they are searched */
  BylTell           tell;     /* of a kind */
  int               family;   /* −1 = none */
};

G_DEFINE_FINAL_TYPE (BylGuideItem, byl_guide_item, G_TYPE_OBJECT)

static void
byl_guide_item_finalize (GObject *object)
{
  BylGuideItem *self = BYL_GUIDE_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->folded);

  G_OBJECT_CLASS (byl_guide_item_parent_class)->finalize (object);
}

static void
byl_guide_item_class_init (BylGuideItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_guide_item_finalize;
}

static void
byl_guide_item_init (BylGuideItem *self)
{
  self->tell = BYL_N_TELLS;
  self->family = -1;
}

/**
 * byl_guide_item_new:
 * @type: what the line is
 * @title: its title
 * @subtitle: (nullable): what stands below it
 *
 * Returns: (transfer full): a line
 */
BylGuideItem *
byl_guide_item_new (BylGuideItemType  type,
                    const char       *title,
                    const char       *subtitle)
{
  BylGuideItem *self = g_object_new (BYL_TYPE_GUIDE_ITEM, NULL);
  g_autofree char *both = g_strjoin (" ", title, subtitle, NULL);

  self->type = type;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->folded = byl_text_fold (both);

  return self;
}

/**
 * byl_guide_item_new_kind:
 * @tell: a kind of tell
 *
 * Returns: (transfer full): its line
 */
BylGuideItem *
byl_guide_item_new_kind (BylTell tell)
{
  BylGuideItem *self = byl_guide_item_new (BYL_GUIDE_KIND, byl_tell_kind_get_name (tell),
                                           byl_tell_kind_get_explanation (tell));

  self->tell = tell;
  self->family = (int) byl_tell_kind_get (tell)->family;

  return self;
}

/**
 * byl_guide_item_get_kind:
 * @self: a line
 *
 * Returns: what it is
 */
BylGuideItemType
byl_guide_item_get_kind (BylGuideItem *self)
{
  return self->type;
}

/**
 * byl_guide_item_get_title:
 * @self: a line
 *
 * Returns: (transfer none): its title; of a writer, the name
 */
const char *
byl_guide_item_get_title (BylGuideItem *self)
{
  return self->title;
}

/**
 * byl_guide_item_get_subtitle:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what stands below the title
 */
const char *
byl_guide_item_get_subtitle (BylGuideItem *self)
{
  return self->subtitle;
}

/**
 * byl_guide_item_get_tell:
 * @self: a line
 *
 * Returns: the kind of tell; %BYL_N_TELLS for other lines
 */
BylTell
byl_guide_item_get_tell (BylGuideItem *self)
{
  return self->tell;
}

/**
 * byl_guide_item_set_family:
 * @self: a line
 * @family: the family whose colour it takes
 */
void
byl_guide_item_set_family (BylGuideItem *self,
                           BylFamily     family)
{
  self->family = (int) family;
}

/**
 * byl_guide_item_get_family:
 * @self: a line
 *
 * Returns: the family whose colour it has, or −1 if it has none
 */
int
byl_guide_item_get_family (BylGuideItem *self)
{
  return self->family;
}

/**
 * byl_guide_item_matches:
 * @self: a line
 * @folded: (nullable): what is searched for, folded; nothing finds everything
 *
 * Returns: whether the line is found: headings are found by nothing only
 */
gboolean
byl_guide_item_matches (BylGuideItem *self,
                        const char   *folded)
{
  if (folded == NULL || folded[0] == '\0')
    return TRUE;

  return (self->type == BYL_GUIDE_KIND || self->type == BYL_GUIDE_WRITER)
         && strstr (self->folded, folded) != NULL;
}
