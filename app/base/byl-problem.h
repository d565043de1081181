/* byl-problem.h: one thing that is wrong with a pack, and where
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_SEVERITY_WARNING,
  BYL_SEVERITY_ERROR,
} BylSeverity;

/**
 * BylProblem:
 *
 * One thing that is wrong with a pack. An error stops the pack, a warning does not.
 */
typedef struct
{
  BylSeverity severity;
  char *code;       /* stable, lower case with hyphens: "unknown-writer" */
  char *pointer;    /* JSON Pointer (RFC 6901) to the value; "" is the whole file */
  guint line;       /* from 1; 0 = not known */
  guint column;     /* characters from the line's start, from 1; 0 = not known */
  char *message;    /* a translated sentence that says what to do */
  char *suggestion; /* (nullable): what was probably meant */
} BylProblem;

#define BYL_TYPE_PROBLEM (byl_problem_get_type ())

GType       byl_problem_get_type (void);
BylProblem *byl_problem_new      (BylSeverity       severity,
                                  const char       *code,
                                  const char       *pointer,
                                  const char       *format,
                                  ...) G_GNUC_PRINTF (4, 5);
BylProblem *byl_problem_copy     (const BylProblem *self);
void        byl_problem_free     (BylProblem       *self);
GPtrArray  *byl_problem_list_new (void);
GPtrArray  *byl_problem_list_ref (GPtrArray        *problems);
char       *byl_problem_to_text  (const BylProblem *self,
                                  const char       *file_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylProblem, byl_problem_free)

G_END_DECLS
