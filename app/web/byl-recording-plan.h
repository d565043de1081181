/* byl-recording-plan.h: what is asked of whom, without anything secret
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "byl-provider.h"
#include "byl-question-list.h"

G_BEGIN_DECLS

/* How long an answer is taken to be where nothing says so, in tokens. */
#define BYL_RECORDING_ANSWER_TOKENS 800u

/**
 * BylRecordingWriter:
 *
 * A model that is asked, or whose answers somebody pastes. Every text may be %NULL or empty where
 * it is said to be nullable.
 */
typedef struct
{
  char         *id;         /* (nullable): found from the name where it is missing */
  char         *name;
  char         *maker;      /* (nullable) */
  char         *provider;   /* (nullable): id of a preset; NULL where answers are pasted */
  BylInterface  interface;
  char         *address;    /* (nullable): the base address; NULL where answers are pasted */
  char         *model;      /* (nullable): the provider's name of it; NULL where it is pasted */
  gboolean      pasted;     /* somebody copies the answers from the model's own page */
  JsonObject   *parameters; /* (nullable): sent instead of the plan's */
  char         *system;     /* (nullable): sent instead of the plan's; "" = none is sent */
} BylRecordingWriter;

/**
 * BylRecordingPlan:
 *
 * What is asked of whom.
 */
typedef struct
{
  char       *title;
  char       *language;   /* a language tag: of the questions and the answers */
  GPtrArray  *questions;  /* (element-type BylQuestionLine) */
  GPtrArray  *writers;    /* (element-type BylRecordingWriter) */
  char       *system;     /* (nullable): the system prompt of all writers */
  JsonObject *parameters; /* (nullable): the parameters of all writers */
} BylRecordingPlan;

#define BYL_TYPE_RECORDING_WRITER (byl_recording_writer_get_type ())
#define BYL_TYPE_RECORDING_PLAN (byl_recording_plan_get_type ())

GType               byl_recording_writer_get_type (void);
BylRecordingWriter *byl_recording_writer_new      (const char *name);
BylRecordingWriter *byl_recording_writer_copy     (const BylRecordingWriter *self);
void                byl_recording_writer_free     (BylRecordingWriter       *self);

GType               byl_recording_plan_get_type   (void);
BylRecordingPlan   *byl_recording_plan_new        (const char *title,
                                                   const char *language);
BylRecordingPlan   *byl_recording_plan_copy       (const BylRecordingPlan *self);
void                byl_recording_plan_free       (BylRecordingPlan       *self);
gboolean            byl_recording_plan_check      (const BylRecordingPlan *self,
                                                   GPtrArray              *problems);
gboolean            byl_recording_plan_equal      (const BylRecordingPlan *self,
                                                   const BylRecordingPlan *other);
const char         *byl_recording_plan_get_system (const BylRecordingPlan *self,
                                                   guint                   writer);
JsonObject         *byl_recording_plan_get_parameters (const BylRecordingPlan *self,
                                                       guint                   writer);
guint               byl_recording_plan_count_calls (const BylRecordingPlan *self);
gboolean            byl_recording_plan_estimate   (const BylRecordingPlan  *self,
                                                   GPtrArray               *providers,
                                                   double                  *amount,
                                                   char                   **currency);
char               *byl_recording_plan_describe_cost (const BylRecordingPlan *self,
                                                      GPtrArray              *providers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecordingWriter, byl_recording_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecordingPlan, byl_recording_plan_free)

G_END_DECLS
