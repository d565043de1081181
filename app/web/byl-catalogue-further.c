/* byl-catalogue-further.c: lists of packs that somebody else publishes
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-private.h"
#include "byl-catalogue-remote.h"
#include "byl-problem.h"
#include "byl-task.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>

/* The data of a refresh: it is done when nobody is on the way any more. */
typedef struct
{
  guint   n_left;
  GError *error; /* (nullable): the first one */
} Refresh;

/* One list on its way. */
typedef struct
{
  GTask *task;
  char  *address;
} Visit;

/* The data of an addition. */
typedef struct
{
  char      *address;
  GPtrArray *problems; /* (element-type BylProblem) */
} Addition;

static void
refresh_free (Refresh *refresh)
{
  g_clear_error (&refresh->error);
  g_free (refresh);
}

static Visit *
visit_new (GTask      *task,
           const char *address)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->task = g_object_ref (task);
  visit->address = g_strdup (address);

  return visit;
}

static void
visit_free (Visit *visit)
{
  g_object_unref (visit->task);
  g_free (visit->address);
  g_free (visit);
}

static void
addition_free (Addition *addition)
{
  g_free (addition->address);
  g_ptr_array_unref (addition->problems);
  g_free (addition);
}

/* Has something done with the shelf in a thread. */
static void
run_on_shelf (BylCatalogue    *self,
              GTaskThreadFunc  function,
              GTask           *task)
{
  g_task_set_task_data (task, byl_catalogue_shelf_ref (self->shelf),
                        (GDestroyNotify) byl_catalogue_shelf_unref);
  g_task_run_in_thread (task, function);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean good = byl_catalogue_shelf_save (task_data, &error);

  byl_task_return (task, good, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  byl_task_return (task, good, error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylCatalogue *self = g_task_get_source_object (task);
  Addition *addition = g_task_get_task_data (task);
  g_autoptr(BylCatalogueFile) file = NULL;
  g_autoptr(GTask) save = NULL;
  g_autofree char *etag = NULL;
  BylCatalogueList *list;
  GError *error = NULL;

  g_ptr_array_unref (addition->problems);
  if (!byl_catalogue_remote_finish (result, &file, &etag, &addition->problems, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  list = byl_catalogue_lists_find (self->lists, addition->address);
  if (list == NULL)
    {
      list = byl_catalogue_list_new (addition->address);
      g_ptr_array_add (self->lists, list);
      byl_catalogue_collect_addresses (self);
    }
  if (file != NULL)
    byl_catalogue_fill_list (self, list, file, etag);

  save = g_task_new (self, NULL, saved_cb, g_object_ref (task));
  run_on_shelf (self, save_in_thread, save);
}

/**
 * byl_catalogue_add_address_async:
 * @self: a catalogue that has been loaded
 * @address: where a further list of packs lies, as it was typed
 * @cancellable: (nullable): to give up
 * @callback: called when its entries are there, or will not be
 * @user_data: passed to @callback
 *
 * Fetches a further list of packs, checks it, and remembers its address. Where the address is
 * known, its list is fetched again.
 */
void
byl_catalogue_add_address_async (BylCatalogue        *self,
                                 const char          *address,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) uri = NULL;
  const BylCatalogueList *list;
  Addition *addition;
  GError *error = NULL;

  g_return_if_fail (BYL_IS_CATALOGUE (self));
  g_return_if_fail (address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, byl_catalogue_add_address_async);
  addition = g_new0 (Addition, 1);
  addition->problems = byl_problem_list_new ();
  g_task_set_task_data (task, addition, (GDestroyNotify) addition_free);

  uri = byl_web_address_parse (address, &error);
  if (uri == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  addition->address = g_uri_to_string (uri);
  list = byl_catalogue_lists_find (self->lists, addition->address);
  byl_catalogue_remote_async (self->session, self->shelf, addition->address,
                              list != NULL ? list->etag : NULL, cancellable, added_cb,
                              g_object_ref (task));
}

/**
 * byl_catalogue_add_address_finish:
 * @self: a catalogue
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full) (element-type BylProblem): all that is wrong with the
 *   list; set in any case
 * @error: return location for the error
 *
 * Errors: those of byl_fetch_bytes_finish() and byl_catalogue_file_read(); %BYL_ERROR_SERVER also
 * where a web page is at the address; %BYL_ERROR_SAVE where the address could not be remembered:
 * the entries are there until the program ends.
 *
 * Returns: whether the list is there, and remembered
 */
gboolean
byl_catalogue_add_address_finish (BylCatalogue  *self,
                                  GAsyncResult  *result,
                                  GPtrArray    **problems,
                                  GError       **error)
{
  const Addition *addition;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  addition = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_ptr_array_ref (addition->problems);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A list whose copy is to be removed. */
typedef struct
{
  BylCatalogueShelf *shelf;
  char              *address;
} Removal;

static void
removal_free (Removal *removal)
{
  byl_catalogue_shelf_unref (removal->shelf);
  g_free (removal->address);
  g_free (removal);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Removal *removal = task_data;

  byl_catalogue_shelf_save (removal->shelf, NULL);
  byl_catalogue_shelf_remove_copy (removal->shelf, removal->address);
  g_task_return_boolean (task, TRUE);
}

/**
 * byl_catalogue_remove_address:
 * @self: a catalogue
 * @address: one of byl_catalogue_get_addresses()
 *
 * Forgets a further list. What is being fetched from it is given up; packs that are installed stay.
 */
void
byl_catalogue_remove_address (BylCatalogue *self,
                              const char   *address)
{
  g_autoptr(GTask) task = NULL;
  BylCatalogueList *list;
  Removal *removal;
  guint position;
  guint first;
  guint n_removed;

  g_return_if_fail (BYL_IS_CATALOGUE (self));
  g_return_if_fail (address != NULL);

  list = byl_catalogue_lists_find (self->lists, address);
  if (list == NULL)
    return;

  removal = g_new0 (Removal, 1);
  removal->shelf = byl_catalogue_shelf_ref (self->shelf);
  removal->address = g_strdup (address);

  for (guint i = 0; i < list->entries->len; i++)
    byl_catalogue_queue_cancel (self->queue, g_ptr_array_index (list->entries, i));

  g_ptr_array_find (self->lists, list, &position);
  first = byl_catalogue_lists_count (self->lists, position);
  n_removed = list->entries->len;
  g_ptr_array_remove_index (self->lists, position);
  byl_catalogue_collect_addresses (self);
  if (n_removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_removed, 0);

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, removal, (GDestroyNotify) removal_free);
  g_task_run_in_thread (task, remove_in_thread);
}

/**
 * byl_catalogue_get_addresses:
 * @self: a catalogue
 *
 * Returns: (array zero-terminated=1) (transfer none): the addresses of the further lists, in their
 *   order
 */
const char * const *
byl_catalogue_get_addresses (BylCatalogue *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE (self), NULL);

  return (const char * const *) self->addresses;
}

/* One is back, or nobody had to go. */
static void
count_down (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);

  if (--refresh->n_left > 0)
    return;

  if (refresh->error != NULL)
    g_task_return_error (task, g_steal_pointer (&refresh->error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Says which list it was, where there may be several. */
static void
take_error (Refresh    *refresh,
            const char *address,
            GError     *error)
{
  if (refresh->error == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refresh->error = g_error_copy (error);
  else if (refresh->error == NULL)
    /* Translators: the web address of a list of packs, and a sentence on what is wrong with it */
    refresh->error = g_error_new (error->domain, error->code,
                                  _("The list at “%s” is not up to date. %s"),
                                  address, error->message);

  g_error_free (error);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Visit *visit = user_data;
  BylCatalogue *self = g_task_get_source_object (visit->task);
  g_autoptr(BylCatalogueFile) file = NULL;
  g_autofree char *etag = NULL;
  BylCatalogueList *list = byl_catalogue_lists_find (self->lists, visit->address);
  GError *error = NULL;

  /* It may have been removed meanwhile. */
  if (!byl_catalogue_remote_finish (result, &file, &etag, NULL, &error))
    take_error (g_task_get_task_data (visit->task), visit->address, error);
  else if (list != NULL && file != NULL)
    byl_catalogue_fill_list (self, list, file, etag);

  count_down (visit->task);
  visit_free (visit);
}

/**
 * byl_catalogue_refresh_async:
 * @self: a catalogue that has been loaded
 * @cancellable: (nullable): to give up
 * @callback: called when all further lists have been asked for
 * @user_data: passed to @callback
 *
 * Fetches those of the further lists that have changed.
 */
void
byl_catalogue_refresh_async (BylCatalogue        *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Refresh *refresh;

  g_return_if_fail (BYL_IS_CATALOGUE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, byl_catalogue_refresh_async);
  refresh = g_new0 (Refresh, 1);
  refresh->n_left = 1;
  g_task_set_task_data (task, refresh, (GDestroyNotify) refresh_free);

  for (guint i = 0; i < self->lists->len; i++)
    {
      const BylCatalogueList *list = g_ptr_array_index (self->lists, i);

      if (list->address == NULL)
        continue;

      refresh->n_left++;
      byl_catalogue_remote_async (self->session, self->shelf, list->address, list->etag,
                                  cancellable, refreshed_cb, visit_new (task, list->address));
    }

  count_down (task);
}

/**
 * byl_catalogue_refresh_finish:
 * @self: a catalogue
 * @result: what the callback was given
 * @error: return location for the error
 *
 * Errors: that of the first list that could not be fetched, as of
 * byl_catalogue_add_address_finish(); what was there of it stays.
 *
 * Returns: whether all lists are up to date
 */
gboolean
byl_catalogue_refresh_finish (BylCatalogue  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
