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
 * @BYL_ERROR_ADDRESS: no web address, or one that is not safe to use
 * @BYL_ERROR_NETWORK: a server could not be reached, or went silent
 * @BYL_ERROR_SERVER: a server refused, or answered with what nobody can use
 * @BYL_ERROR_HASH: what came is not what was published: another size or checksum
 * @BYL_ERROR_RECIPE: the recipe or the catalogue has errors; the list of problems names them all
 * @BYL_ERROR_IMPORT: the files are not what the recipe describes
 * @BYL_ERROR_KEY: a key is missing, is refused, or cannot be kept
 * @BYL_ERROR_REPLY: a model's answer is incomplete, is refused, or is none
 * @BYL_ERROR_RECORDING: the plan of a recording, or what is kept of it, has errors
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
  BYL_ERROR_ADDRESS,
  BYL_ERROR_NETWORK,
  BYL_ERROR_SERVER,
  BYL_ERROR_HASH,
  BYL_ERROR_RECIPE,
  BYL_ERROR_IMPORT,
  BYL_ERROR_KEY,
  BYL_ERROR_REPLY,
  BYL_ERROR_RECORDING,
} BylError;

#define BYL_ERROR (byl_error_quark ())

GQuark byl_error_quark (void);

G_END_DECLS
