/* byl-tell-names.c: what families and units of tells are called in the output of commands
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-names.h"

static const char *const families[] = {
  [BYL_FAMILY_TONE] = "tone",
  [BYL_FAMILY_UNCERTAINTY] = "uncertainty",
  [BYL_FAMILY_STRUCTURE] = "structure",
};

static const char *const units[] = {
  [BYL_TELL_RATE] = "rate",
  [BYL_TELL_SHARE] = "share",
  [BYL_TELL_SIZE] = "size",
  [BYL_TELL_ITEM_SHARE] = "item-share",
};

/**
 * byl_tell_names_get_family:
 * @family: a family
 *
 * Returns: (transfer none): its name in packs, which is not translated
 */
const char *
byl_tell_names_get_family (BylFamily family)
{
  return families[family];
}

/**
 * byl_tell_names_get_unit:
 * @unit: a unit
 *
 * Returns: (transfer none): its name, which is not translated
 */
const char *
byl_tell_names_get_unit (BylTellUnit unit)
{
  return units[unit];
}
