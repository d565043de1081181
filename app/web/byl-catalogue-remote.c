/* byl-catalogue-remote.c: fetching a further list of packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-remote.h"

#include "byl-error.h"
#include "byl-fetch.h"
#include "byl-problem.h"

#include <glib/gi18n.h>

typedef struct
{
  BylCatalogueShelf *shelf;
  char              *address;
  GBytes            *bytes;    /* (nullable): as they came */
  char              *etag;     /* (nullable): of the bytes */
  BylCatalogueFile  *file;     /* (nullable): NULL = nothing has changed */
  GPtrArray         *problems; /* (element-type BylProblem) */
} Remote;

static void
remote_free (Remote *remote)
{
  byl_catalogue_shelf_unref (remote->shelf);
  g_free (remote->address);
  g_clear_pointer (&remote->bytes, g_bytes_unref);
  g_clear_pointer (&remote->etag, g_free);
  g_clear_pointer (&remote->file, byl_catalogue_file_unref);
  g_ptr_array_unref (remote->problems);
  g_free (remote);
}

/* Networks that ask to log in answer whatever is asked with their own page. */
static gboolean
is_page (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (data[i]))
      return data[i] == '<';

  return FALSE;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Remote *remote = task_data;
  GError *error = NULL;

  if (is_page (remote->bytes))
    {
      g_task_return_new_error (task, BYL_ERROR, BYL_ERROR_SERVER,
                               _("At “%s” there is a web page, not a list of packs. Check the "
                                 "address, and whether this network asks to log in first."),
                               remote->address);
      return;
    }

  remote->file = byl_catalogue_file_read (remote->bytes, remote->problems, &error);
  if (remote->file == NULL ||
      !byl_catalogue_shelf_save_copy (remote->shelf, remote->address, remote->bytes, remote->etag,
                                      &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Remote *remote = g_task_get_task_data (task);
  GError *error = NULL;

  if (!byl_fetch_bytes_finish (SOUP_SESSION (source), result, &remote->bytes, &remote->etag,
                               &error))
    g_task_return_error (task, error);
  else if (remote->bytes == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_run_in_thread (task, read_in_thread);
}

/* Fetches a list where it has changed since it had that ETag, checks it, and keeps a copy. */
void
byl_catalogue_remote_async (SoupSession         *session,
                            BylCatalogueShelf   *shelf,
                            const char          *address,
                            const char          *etag,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Remote *remote = g_new0 (Remote, 1);
  BylFetchLimits limits = { .max_bytes = BYL_CATALOGUE_MAX_BYTES, .etag = etag };

  remote->shelf = byl_catalogue_shelf_ref (shelf);
  remote->address = g_strdup (address);
  remote->problems = byl_problem_list_new ();
  g_task_set_task_data (task, remote, (GDestroyNotify) remote_free);
  g_task_set_source_tag (task, byl_catalogue_remote_async);
  byl_fetch_bytes_async (session, address, &limits, cancellable, fetched_cb, task);
}

/* The list is NULL where it has not changed. Errors: those of byl_fetch_bytes_finish(),
 * byl_catalogue_file_read() and byl_save_file(). */
gboolean
byl_catalogue_remote_finish (GAsyncResult      *result,
                             BylCatalogueFile **file,
                             char             **etag,
                             GPtrArray        **problems,
                             GError           **error)
{
  Remote *remote = g_task_get_task_data (G_TASK (result));

  if (problems != NULL)
    *problems = g_ptr_array_ref (remote->problems);
  *file = NULL;
  *etag = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *file = g_steal_pointer (&remote->file);
  *etag = g_steal_pointer (&remote->etag);

  return TRUE;
}
