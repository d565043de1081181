/* byl-error.h: what can go wrong with a file, the journal or a game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BylError:
 * @BYL_ERROR_READ: the file cannot be read, or is no regular file
 * @BYL_ERROR_SIZE: the file is larger than is opened
 * @BYL_ERROR_SYNTAX: the file is not JSON as RFC 8259 has it
 * @BYL_ERROR_FORMAT: the file is JSON, but not a pack
 * @BYL_ERROR_VERSION: the file is a pack of a later version
 * @BYL_ERROR_PACK: the pack has errors; the list of problems names them all
 * @BYL_ERROR_SAVE: the file cannot be written
 * @BYL_ERROR_JOURNAL: the journal refused to be read or written
 * @BYL_ERROR_LOCKED: another program keeps the journal locked
 * @BYL_ERROR_DAMAGED: the journal is damaged
 * @BYL_ERROR_DEAL: the rules leave too few answers to deal
 *
 * Every error that a player may meet; its message is a sentence that the player can act on.
 */
typedef enum
{
  BYL_ERROR_READ,
  BYL_ERROR_SIZE,
  BYL_ERROR_SYNTAX,
  BYL_ERROR_FORMAT,
  BYL_ERROR_VERSION,
  BYL_ERROR_PACK,
  BYL_ERROR_SAVE,
  BYL_ERROR_JOURNAL,
  BYL_ERROR_LOCKED,
  BYL_ERROR_DAMAGED,
  BYL_ERROR_DEAL,
} BylError;

#define BYL_ERROR (byl_error_quark ())

GQuark byl_error_quark (void);

G_END_DECLS
