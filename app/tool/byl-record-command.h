/* byl-record-command.h: byline-pack record: a pack of models' answers to one's own questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

int byl_record_command_run (char **arguments);
