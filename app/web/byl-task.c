/* byl-task.c: what tasks have in common
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-task.h"

/**
 * byl_task_return:
 * @task: a task, the value of which says that all is well
 * @good: whether it is
 * @error: (nullable) (transfer full): what is wrong, where something is
 *
 * Ends a task, from whichever thread.
 */
void
byl_task_return (GTask    *task,
                 gboolean  good,
                 GError   *error)
{
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
