/* byl-rival-trial.h: how good the rival is at a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-corpus.h"

G_BEGIN_DECLS

typedef struct
{
  double single;       /* share of answers guessed right, each alone, among those of its question */
  double joint;        /* the same where a question's answers are matched one to one */
  double single_error; /* expected calibration error of the probabilities, 0.0 to 1.0 */
  double joint_error;
  guint  n;            /* answers guessed */
  guint  questions;
} BylRivalTrial;

gboolean byl_rival_trial_run   (const BylRivalCorpus *corpus,
                                guint                 n_questions,
                                guint                 n_writers,
                                guint                 folds,
                                BylRivalTrial        *trial,
                                GCancellable         *cancellable);
gboolean byl_rival_trial_small (const BylRivalCorpus *corpus,
                                guint                 n_questions,
                                guint                 n_writers,
                                guint                 n_learned,
                                BylRivalTrial        *trial,
                                GCancellable         *cancellable);

G_END_DECLS
