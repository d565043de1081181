/* byl-tell-finding.h: an answer in which tells are being found
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-matcher.h"
#include "byl-tell-text.h"
#include "byl-tells-private.h"

G_BEGIN_DECLS

typedef struct
{
  const BylLexicon  *lexicon; /* (nullable) */
  const gboolean    *is_missing; /* by kind: the language has no words for it */
  BylTellText       *text;
  BylTellMatcher    *matcher;
  const GArray      *prompt;  /* (nullable) (element-type guint32): its words, case apart */
  const BylBlock    *blocks;
  guint              n_blocks;
  const BylRun      *runs;
  guint              n_runs;
  BylTellFigures    *figures;
  GArray            *spans;   /* (element-type BylTellSpan) */
  GArray            *asides;  /* (element-type BylSpan): what stands in parentheses */
  guint              n_compared; /* words with those of the prompt */
  guint              first;   /* the first sentence of its first paragraph; as many as there are
                               * where it has none */
} BylTellFinding;

void byl_tell_finding_prompt (BylTellFinding         *self);
void byl_tell_finding_echo   (BylTellFinding         *self,
                              const BylTokenSentence *sentence);
void byl_tell_finding_lists  (BylTellFinding         *self);
void byl_tell_finding_marks  (BylTellFinding         *self);
void byl_tell_finding_shape  (BylTellFinding         *self);
void byl_tell_finding_speech (BylTellFinding         *self);

static inline void
byl_tell_finding_add_span (BylTellFinding *self,
                           BylTell         tell,
                           guint           start,
                           guint           end)
{
  BylTellSpan span = { start, end, tell };

  g_array_append_val (self->spans, span);
}

/* Counts one more of a kind, and notes its place. */
static inline void
byl_tell_finding_add (BylTellFinding *self,
                      BylTell         tell,
                      guint           start,
                      guint           end)
{
  self->figures->counts[tell]++;
  byl_tell_finding_add_span (self, tell, start, end);
}

/* Notes that an answer has a kind, of which it is only asked whether it has it. */
static inline void
byl_tell_finding_set (BylTellFinding *self,
                      BylTell         tell,
                      guint           start,
                      guint           end)
{
  self->figures->counts[tell] = 1;
  byl_tell_finding_add_span (self, tell, start, end);
}

/* The same for words: from the first to before the last token. */
static inline void
byl_tell_finding_add_words (BylTellFinding *self,
                            BylTell         tell,
                            guint           first,
                            guint           last)
{
  byl_tell_finding_add (self, tell, self->text->tokens[first].start,
                        self->text->tokens[last - 1].end);
}

static inline void
byl_tell_finding_set_words (BylTellFinding *self,
                            BylTell         tell,
                            guint           first,
                            guint           last)
{
  byl_tell_finding_set (self, tell, self->text->tokens[first].start,
                        self->text->tokens[last - 1].end);
}

static inline const BylTokenBlock *
byl_tell_finding_get_block (const BylTellFinding *self,
                            guint                 block)
{
  return &g_array_index (self->text->blocks, BylTokenBlock, block);
}

static inline const BylTokenSentence *
byl_tell_finding_get_sentence (const BylTellFinding *self,
                               guint                 sentence)
{
  return &g_array_index (self->text->sentences, BylTokenSentence, sentence);
}

G_END_DECLS
