/* byl-question-list.h: from typed, pasted or dropped text to questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-problem.h"

G_BEGIN_DECLS

#define BYL_QUESTION_LIST_MAX_BYTES (64u * 1024u * 1024u)

/* What a text turned out to be. */
typedef enum
{
  BYL_QUESTION_LIST_LINES, /* a question a line */
  BYL_QUESTION_LIST_TABLE, /* CSV, or what is copied from a spreadsheet */
  BYL_QUESTION_LIST_JSON,  /* JSON, a line or an array */
} BylQuestionListKind;

/**
 * BylQuestionLine:
 *
 * A question to be asked.
 */
typedef struct
{
  char  *prompt;   /* trimmed, never empty */
  char  *category; /* (nullable): one line */
  guint  line;     /* of the text, from 1: where it begins; 0 = not known */
} BylQuestionLine;

#define BYL_TYPE_QUESTION_LINE (byl_question_line_get_type ())

GType            byl_question_line_get_type  (void);
BylQuestionLine *byl_question_line_new       (const char           *prompt,
                                              const char           *category,
                                              guint                 line);
BylQuestionLine *byl_question_line_copy      (const BylQuestionLine *self);
void             byl_question_line_free      (BylQuestionLine       *self);

BylQuestionListKind byl_question_list_guess  (const char           *text);
GPtrArray       *byl_question_list_read      (const char           *text,
                                              GPtrArray            *problems,
                                              GError              **error);
GPtrArray       *byl_question_list_load      (GFile                *file,
                                              GPtrArray            *problems,
                                              GCancellable         *cancellable,
                                              GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylQuestionLine, byl_question_line_free)

G_END_DECLS
