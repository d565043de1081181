/* byl-profile.h: the measured tells of the writers of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-counts.h"
#include "byl-tells.h"

G_BEGIN_DECLS

/* What is called a tell is beyond this, in so many answers at least. */
#define BYL_TELL_MIN_Z       1.96
#define BYL_TELL_MIN_ANSWERS 3u

/* One kind of tell of one writer, beside the other writers on the same questions. */
typedef struct
{
  BylTell  tell;
  double   value;          /* times per 1,000 words, a share from 0 to 1, or a mean size; NaN =
                            * there is none */
  double   low;            /* of the 95 % interval of the value */
  double   high;
  double   others;         /* the others' figure; NaN = there is none */
  double   effect;         /* log-odds ratio; of a size, the mean difference on the same question */
  double   z;              /* above 0 where the writer has more of it */
  double   separation;     /* the share of pairs of answers to the same question in which the
                            * writer's has more of it, ties half: 0.0 to 1.0, 0.5 says nothing */
  guint    n_with;         /* the writer's answers that have it; of a size, that are on the side of
                            * the question's mean to which the writer leans */
  guint    n_answers;      /* the writer's answers for which there is a figure */
  guint    n_others_with;  /* the same of the others' answers */
  guint    n_others;
  gboolean is_tell;        /* it passes both thresholds */
} BylMeasure;

/* A word, or a pair of words, that a writer uses more than the others on the same questions. */
typedef struct
{
  const char *text;          /* owned by the profile */
  gboolean    is_pair;
  double      value;         /* times per 1,000 words */
  double      others;
  double      effect;        /* log-odds ratio, above 0 */
  double      z;             /* at least BYL_TELL_MIN_Z */
  guint       n_with;        /* the writer's answers that have it, at least BYL_TELL_MIN_ANSWERS */
  guint       n_answers;
  guint       n_others_with;
  guint       n_others;
} BylMeasuredWord;

/**
 * BylProfile:
 *
 * The tells of writers of a pack. Immutable, shared by reference, safe to read from any thread.
 */
typedef struct _BylProfile BylProfile;

#define BYL_TYPE_PROFILE (byl_profile_get_type ())

GType                  byl_profile_get_type      (void);
BylProfile            *byl_profile_new           (BylTellCounts     *counts);
BylProfile            *byl_profile_new_pair      (BylTellCounts     *counts,
                                                  guint              writer,
                                                  guint              other);
BylProfile            *byl_profile_ref           (BylProfile        *self);
void                   byl_profile_unref         (BylProfile        *self);
BylTellCounts         *byl_profile_get_counts    (const BylProfile  *self);
guint                  byl_profile_get_n_answers (const BylProfile  *self,
                                                  guint              writer);
guint                  byl_profile_get_n_words   (const BylProfile  *self,
                                                  guint              writer);
const BylMeasure      *byl_profile_get_measures  (const BylProfile  *self,
                                                  guint              writer,
                                                  guint             *n_measures);
const BylMeasure      *byl_profile_find_measure  (const BylProfile  *self,
                                                  guint              writer,
                                                  BylTell            tell);
const BylMeasuredWord *byl_profile_get_words     (const BylProfile  *self,
                                                  guint              writer,
                                                  guint             *n_words);

gboolean               byl_measure_favours       (const BylMeasure  *self,
                                                  const BylTells    *tells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylProfile, byl_profile_unref)

G_END_DECLS
