/* byl-pack.h: a set of questions, each with the answers of several writers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "byl-localized.h"
#include "byl-mask.h"

G_BEGIN_DECLS

#define BYL_PACK_MAX_QUESTIONS 100000u
#define BYL_PACK_MAX_TEXT      200000u /* characters */
#define BYL_PACK_MAX_WRITERS   1000u
#define BYL_PACK_MAX_LINE      500u    /* characters of a one-line text */

typedef enum
{
  BYL_WRITER_LANGUAGE_MODEL,
  BYL_WRITER_PROGRAM,
  BYL_WRITER_HUMAN,
  BYL_WRITER_VOICE,
} BylWriterKind;

typedef enum
{
  BYL_PROVENANCE_UNKNOWN,
  BYL_PROVENANCE_RECORDED,
  BYL_PROVENANCE_PASTED,
  BYL_PROVENANCE_IMPORTED,
  BYL_PROVENANCE_ILLUSTRATIVE,
} BylProvenanceKind;

typedef enum
{
  BYL_FAMILY_TONE,
  BYL_FAMILY_UNCERTAINTY,
  BYL_FAMILY_STRUCTURE,
} BylFamily;

/* The published work that answers were taken from. */
typedef struct
{
  char *title;
  char *url;       /* (nullable) */
  char *license;   /* (nullable) */
  char *retrieved; /* (nullable): an ISO 8601 date */
} BylSource;

/* Where an answer comes from. */
typedef struct
{
  BylProvenanceKind kind;
  char             *date;            /* (nullable): an ISO 8601 date */
  char             *provider;        /* (nullable) */
  char             *requested_model; /* (nullable) */
  char             *reported_model;  /* (nullable) */
  BylSource        *source;          /* (nullable) */
} BylProvenance;

/* What the pack's author says gives an answer away. */
typedef struct
{
  BylFamily     family;
  char         *kind;  /* (nullable): the id of a tell of the field guide */
  char         *quote; /* (nullable): words of the read text; NULL = about the answer as a whole */
  BylLocalized *note;  /* (nullable) */
} BylAuthorTell;

typedef struct
{
  char          *id;
  char          *name;
  char          *maker; /* (nullable) */
  BylWriterKind  kind;
  char         **aliases;  /* NULL-terminated, never NULL */
  char          *released; /* (nullable): an ISO 8601 date */
  BylLocalized  *summary;  /* (nullable) */
} BylWriter;

typedef struct
{
  guint          writer;     /* position among the pack's writers */
  char          *text;       /* Markdown, as it was given */
  BylProvenance *provenance; /* (nullable): where it differs from the pack's */
  BylAuthorTell *tells;
  guint          n_tells;
} BylAnswer;

typedef struct
{
  char      *id;
  char      *prompt;
  char      *category;   /* (nullable) */
  guint      difficulty; /* 1 to 5; 0 = not said */
  BylAnswer *answers;
  guint      n_answers;
} BylQuestion;

/**
 * BylPack:
 *
 * A pack as it is played: immutable, shared by reference, safe to read from any thread. All that
 * the getters return is owned by the pack.
 */
typedef struct _BylPack BylPack;

#define BYL_TYPE_PACK (byl_pack_get_type ())

GType                byl_pack_get_type        (void);
BylPack             *byl_pack_ref             (BylPack            *self);
void                 byl_pack_unref           (BylPack            *self);
const char          *byl_pack_get_id          (const BylPack      *self);
guint                byl_pack_get_revision    (const BylPack      *self);
const char          *byl_pack_get_title       (const BylPack      *self);
const char          *byl_pack_get_summary     (const BylPack      *self);
const char          *byl_pack_get_language    (const BylPack      *self);
const char          *byl_pack_get_license     (const BylPack      *self);
const BylSource     *byl_pack_get_source      (const BylPack      *self);
const BylProvenance *byl_pack_get_provenance  (const BylPack      *self);
guint                byl_pack_get_n_writers   (const BylPack      *self);
const BylWriter     *byl_pack_get_writer      (const BylPack      *self,
                                               guint               position);
guint                byl_pack_get_n_questions (const BylPack      *self);
const BylQuestion   *byl_pack_get_question    (const BylPack      *self,
                                               guint               position);
const BylProvenance *byl_pack_get_answer_provenance (const BylPack   *self,
                                                     const BylAnswer *answer);
void                 byl_pack_add_names       (const BylPack      *self,
                                               BylMask            *mask);

BylProvenance       *byl_provenance_copy      (const BylProvenance *self);
void                 byl_provenance_free      (BylProvenance       *self);

BylAuthorTell       *byl_author_tell_copy     (const BylAuthorTell *self);
void                 byl_author_tell_free     (BylAuthorTell       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylPack, byl_pack_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylProvenance, byl_provenance_free)

G_END_DECLS
