/* byl-tell-example.h: short places of answers that show a tell
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-lexicon.h"
#include "byl-tells.h"

G_BEGIN_DECLS

/* What an example is wanted of, and what was found. */
typedef struct
{
  guint    writer;   /* position in the pack */
  BylTell  tell;
  int      avoided;  /* question whose answer is not to be looked at; -1 = none */
  char    *text;     /* (nullable): the words of the place and some around them; %NULL = none */
  guint    question; /* position of the question whose answer it is from */
  guint    start;    /* of the place: characters from the text's start, inclusive */
  guint    end;      /* exclusive */
  guint    penalty;  /* how far from the most readable it is; 0 = nothing to mend */
} BylTellExample;

BylTellExample *byl_tell_example_new  (guint            writer,
                                       BylTell          tell);
void            byl_tell_example_free (BylTellExample  *self);
gboolean        byl_tell_example_find (GPtrArray       *examples,
                                       const BylPack   *pack,
                                       BylLexicon      *lexicon,
                                       GCancellable    *cancellable,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTellExample, byl_tell_example_free)

G_END_DECLS
