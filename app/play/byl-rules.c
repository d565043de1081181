/* byl-rules.c: the rules that a game is dealt under
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rules.h"

G_DEFINE_BOXED_TYPE (BylRules, byl_rules, byl_rules_copy, byl_rules_free)

/* An empty list would leave nobody to deal, so it is never stored: it means the same as NULL. */
static char **
lookup_list (GVariantDict *dict,
             const char   *key)
{
  g_auto(GStrv) list = NULL;

  if (!g_variant_dict_lookup (dict, key, "^as", &list) || list[0] == NULL)
    return NULL;

  return g_steal_pointer (&list);
}

static void
insert_list (GVariantDict *dict,
             const char   *key,
             char        **list)
{
  if (list != NULL && list[0] != NULL)
    g_variant_dict_insert (dict, key, "^as", list);
}

/**
 * byl_rules_new:
 *
 * Returns: (transfer full): a line-up of all answers, ten rounds, no bets
 */
BylRules *
byl_rules_new (void)
{
  BylRules *self = g_new0 (BylRules, 1);

  self->mode = BYL_MODE_LINE_UP;
  self->answers = 4;
  self->rounds = 10;

  return self;
}

/**
 * byl_rules_copy:
 * @self: (nullable): rules
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
BylRules *
byl_rules_copy (const BylRules *self)
{
  BylRules *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof (BylRules));
  copy->writers = g_strdupv (self->writers);
  copy->categories = g_strdupv (self->categories);
  copy->hint = g_strdup (self->hint);

  return copy;
}

/**
 * byl_rules_free:
 * @self: (nullable) (transfer full): rules
 */
void
byl_rules_free (BylRules *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->writers);
  g_strfreev (self->categories);
  g_free (self->hint);
  g_free (self);
}

/**
 * byl_rules_to_variant:
 * @self: rules
 *
 * Returns: (transfer floating): the rules as a `a{sv}`, to be remembered
 */
GVariant *
byl_rules_to_variant (const BylRules *self)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "mode", "s", self->mode == BYL_MODE_SOLO ? "solo" : "line-up");
  g_variant_dict_insert (&dict, "answers", "u", self->answers);
  g_variant_dict_insert (&dict, "rounds", "u", self->rounds);
  g_variant_dict_insert (&dict, "bets", "b", self->bets);
  g_variant_dict_insert (&dict, "plain-text", "b", self->plain_text);
  g_variant_dict_insert (&dict, "mark", "b", self->mark);
  g_variant_dict_insert (&dict, "rival", "b", self->rival);
  g_variant_dict_insert (&dict, "lesson", "b", self->lesson);
  insert_list (&dict, "writers", self->writers);
  insert_list (&dict, "categories", self->categories);
  if (self->hint != NULL)
    g_variant_dict_insert (&dict, "hint", "s", self->hint);

  return g_variant_dict_end (&dict);
}

/**
 * byl_rules_from_variant:
 * @variant: (nullable): a `a{sv}` of any content, such as a settings file may hold
 *
 * What is missing, of another type or out of range takes its default.
 *
 * Returns: (transfer full): rules
 */
BylRules *
byl_rules_from_variant (GVariant *variant)
{
  BylRules *self = byl_rules_new ();
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *mode = NULL;

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return self;

  g_variant_dict_clear (&dict);
  g_variant_dict_init (&dict, variant);

  if (g_variant_dict_lookup (&dict, "mode", "&s", &mode) && g_str_equal (mode, "solo"))
    self->mode = BYL_MODE_SOLO;

  g_variant_dict_lookup (&dict, "answers", "u", &self->answers);
  g_variant_dict_lookup (&dict, "rounds", "u", &self->rounds);
  g_variant_dict_lookup (&dict, "bets", "b", &self->bets);
  g_variant_dict_lookup (&dict, "plain-text", "b", &self->plain_text);
  g_variant_dict_lookup (&dict, "mark", "b", &self->mark);
  g_variant_dict_lookup (&dict, "rival", "b", &self->rival);
  g_variant_dict_lookup (&dict, "lesson", "b", &self->lesson);
  self->writers = lookup_list (&dict, "writers");
  self->categories = lookup_list (&dict, "categories");
  g_variant_dict_lookup (&dict, "hint", "s", &self->hint);

  if (self->answers == 1)
    self->answers = 2;

  self->rounds = CLAMP (self->rounds, 1, BYL_RULES_MAX_ROUNDS);

  return self;
}
