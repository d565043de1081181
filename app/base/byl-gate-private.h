/* byl-gate-private.h: what the two halves of the gate share
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-gate.h"

G_BEGIN_DECLS

/* The name of a member that was read, as it is after decoding. */
typedef struct
{
  const char *text;
  gsize length;
  guint32 hash;
} BylGateKey;

/* An object or array that has been opened and not closed. */
typedef struct
{
  gboolean is_object;
  gboolean is_reading;  /* a value of it is being read: the pointer leads to it */
  guint count;          /* values before that one */
  const char *key;      /* of an object: the name of the value being read, as in the file */
  gsize key_length;     /* bytes */
  guint first_key;      /* of an object: index of its first name in the gate's keys */
  guint64 seen[16];     /* of an object: a bit a hash, so that most names need no comparing */
} BylGateFrame;

typedef struct
{
  const char *start;
  const char *end;
  const char *at;       /* all before it has been read */
  BylGateFrame frames[BYL_GATE_MAX_DEPTH];
  guint depth;          /* how many of the frames are open */
  guint n_values;
  GArray *keys;         /* (element-type BylGateKey): of all open objects */
  GStringChunk *decoded;
  BylProblem *problem;  /* (nullable): what stops the file */
} BylGate;

gboolean byl_gate_refuse      (BylGate    *self,
                               const char *code,
                               const char *at,
                               const char *format,
                               ...) G_GNUC_PRINTF (4, 5);
gboolean byl_gate_refuse_end  (BylGate    *self);
gboolean byl_gate_read_text   (BylGate    *self);
gboolean byl_gate_read_number (BylGate    *self);

G_END_DECLS
