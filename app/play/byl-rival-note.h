/* byl-rival-note.h: what the rival says of one card
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One reason. What is kept is what speaks for the writer, which is put into words, in whatever
 * language, when it is shown; of games of long ago there are only the words. */
typedef struct
{
  char *reason;   /* (nullable): as whoever found it writes it down */
  char *sentence; /* (nullable): the same in words, where nothing else is known */
  guint start;    /* of the words that it is about: characters from the answer's start, inclusive */
  guint end;      /* exclusive; the same as the start where it is about the whole answer */
} BylRivalArgument;

/* The rival is the second player of a game: this is its signature on a card. Who makes it, and how,
 * is no concern of those who deal and play. */
typedef struct
{
  char      *writer;        /* id of the name that it signs */
  double     probability;   /* that this is right, as it believes: 0.0 to 1.0 */
  GArray    *probabilities; /* (element-type double): of each name of the round, in order */
  GPtrArray *arguments;     /* (element-type BylRivalArgument): strongest first */
} BylRivalNote;

BylRivalNote *byl_rival_note_new          (const char         *writer,
                                           double              probability);
BylRivalNote *byl_rival_note_copy         (const BylRivalNote *self);
void          byl_rival_note_free         (BylRivalNote       *self);
void          byl_rival_note_add_argument (BylRivalNote       *self,
                                           const char         *reason,
                                           const char         *sentence,
                                           guint               start,
                                           guint               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalNote, byl_rival_note_free)

G_END_DECLS
