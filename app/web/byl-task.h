/* byl-task.h: what tasks have in common
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void byl_task_return (GTask    *task,
                      gboolean  good,
                      GError   *error);

G_END_DECLS
