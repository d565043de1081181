/* byl-deal.h: a game as it was dealt and as far as it was played: plain data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-bet.h"
#include "byl-marks.h"
#include "byl-pack.h"
#include "byl-rival-note.h"
#include "byl-rules.h"

G_BEGIN_DECLS

/* A writer who may be signed in a round. */
typedef struct
{
  char *id;   /* of the pack's writer */
  char *name; /* as it was when dealt */
} BylDealtName;

/* One answer on the table. */
typedef struct
{
  char          *writer;       /* id: the truth, which no widget may see before the reveal */
  char          *text;         /* Markdown, as in the pack */
  char          *hash;         /* SHA-256 of the text, hexadecimal: its identity in the journal */
  BylProvenance *provenance;   /* (nullable) */
  GPtrArray     *tells;        /* (element-type BylAuthorTell): what gives it away */
  char          *guess;        /* (nullable): id of the writer signed */
  BylBet         bet;
  BylMarks      *marks;        /* (nullable): the words that the player says give the writer away */
  BylRivalNote  *rival;        /* (nullable): what the rival says, which nobody sees before the
                                * reveal */
} BylDealtCard;

typedef struct
{
  char      *question;   /* id */
  char      *prompt;
  char      *category;   /* (nullable) */
  guint      difficulty; /* 0 = not said */
  GPtrArray *names;      /* (element-type BylDealtName), in the order shown */
  GPtrArray *cards;      /* (element-type BylDealtCard), in the order shown: A, B, C … */
  gboolean   revealed;
  double     seconds;    /* from the question's being shown to the reveal; 0 until then */
} BylDealtRound;

typedef struct
{
  gint64     id;            /* in the journal; 0 = not kept yet */
  char      *pack;          /* id */
  guint      revision;
  char      *pack_title;
  char      *language;      /* BCP 47, of prompts and answers */
  gboolean   all_models;    /* every writer is a language model: the interface says "model" */
  char     **masked_names;  /* names hidden in any case, NULL-terminated */
  char     **exact_names;   /* names hidden as they are written, NULL-terminated */
  BylRules  *rules;
  guint64    seed;
  char      *app_version;
  gint64     started;       /* microseconds since 1970, UTC */
  gint64     finished;      /* likewise; 0 = not finished */
  GPtrArray *rounds;        /* (element-type BylDealtRound) */
} BylDeal;

#define BYL_TYPE_DEAL (byl_deal_get_type ())

GType          byl_deal_get_type   (void);
BylDeal       *byl_deal_new        (void);
BylDeal       *byl_deal_copy       (const BylDeal *self);
void           byl_deal_free       (BylDeal       *self);
void           byl_deal_keep_revealed (BylDeal    *self);
BylDealtRound *byl_dealt_round_new (void);
BylDealtRound *byl_dealt_round_copy (const BylDealtRound *self);
void           byl_dealt_round_free (BylDealtRound *self);
BylDealtCard  *byl_dealt_card_new  (void);
BylDealtName  *byl_dealt_name_new  (const char    *id,
                                    const char    *name);
guint          byl_dealt_round_count_hits (const BylDealtRound *self);
guint          byl_dealt_round_count_rival_hits (const BylDealtRound *self);
gboolean       byl_dealt_round_has_rival (const BylDealtRound *self);
void           byl_dealt_round_take_rival (BylDealtRound *self,
                                           const BylDealtRound *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylDeal, byl_deal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylDealtRound, byl_dealt_round_free)

G_END_DECLS
