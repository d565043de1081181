/* byl-rules.h: the rules that a game is dealt under
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_MODE_LINE_UP,
  BYL_MODE_SOLO,
} BylMode;

#define BYL_RULES_MAX_ROUNDS 30u /* accuracy falls with fatigue after some thirty items */
#define BYL_RULES_ALL_ANSWERS 0u
#define BYL_RULES_RIVAL_LEAST 5u /* questions beside those of the game that the rival learns from */

/* Plain data; a game keeps its own copy, so that changed rules count from the next game. */
typedef struct
{
  BylMode    mode;
  guint      answers;    /* cards (line-up) or names (solo) of a round, from 2; 0 = all */
  guint      rounds;     /* 1 to 30 */
  gboolean   bets;       /* the player says how sure each guess is */
  gboolean   plain_text; /* answers are shown without their formatting */
  gboolean   mark;       /* the player marks the words that give a writer away */
  gboolean   rival;      /* the program's own guesser plays along */
  gboolean   lesson;     /* the pack's questions in their own order, one tell after the other */
  char     **writers;    /* (nullable): ids of those who take part; NULL = all */
  char     **categories; /* (nullable): NULL = all */
  char      *hint;       /* (nullable): what to look at, said above every round */
} BylRules;

#define BYL_TYPE_RULES (byl_rules_get_type ())

GType     byl_rules_get_type     (void);
BylRules *byl_rules_new          (void);
BylRules *byl_rules_copy         (const BylRules *self);
void      byl_rules_free         (BylRules       *self);
GVariant *byl_rules_to_variant   (const BylRules *self);
BylRules *byl_rules_from_variant (GVariant       *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRules, byl_rules_free)

G_END_DECLS
