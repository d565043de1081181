/* byl-rules-memory.c: the rules that each pack was last played under
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rules-memory.h"

#define KEY "rules" /* a{sv}: id of a pack to its rules */

/**
 * byl_rules_memory_recall:
 * @settings: the program's settings
 * @pack: id of a pack
 *
 * Returns: (transfer full): the rules that the pack was last played under, or the usual ones
 */
BylRules *
byl_rules_memory_recall (GSettings  *settings,
                         const char *pack)
{
  g_autoptr(GVariant) all = g_settings_get_value (settings, KEY);
  g_autoptr(GVariant) rules = g_variant_lookup_value (all, pack, G_VARIANT_TYPE_VARDICT);

  return byl_rules_from_variant (rules);
}

/**
 * byl_rules_memory_remember:
 * @settings: the program's settings
 * @pack: id of a pack
 * @rules: the rules to deal its next game with
 */
void
byl_rules_memory_remember (GSettings      *settings,
                           const char     *pack,
                           const BylRules *rules)
{
  g_autoptr(GVariant) all = g_settings_get_value (settings, KEY);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (all);

  g_variant_dict_insert_value (&dict, pack, byl_rules_to_variant (rules));
  g_settings_set_value (settings, KEY, g_variant_dict_end (&dict));
}
