/* waiting.c: what an asynchronous call comes to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "waiting.h"

/* To be given to the call, with the place where the result is to be kept. */
void
waiting_done_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **to = user_data;

  *to = g_object_ref (result);
}

/* Runs the main loop until there is a result. */
GAsyncResult *
waiting_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}
