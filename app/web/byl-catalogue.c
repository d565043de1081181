/* byl-catalogue.c: the packs that can be fetched, from the built-in list and from further ones
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue.h"

#include "byl-catalogue-private.h"
#include "byl-download.h"

static void byl_catalogue_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BylCatalogue, byl_catalogue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      byl_catalogue_list_model_init))

enum
{
  PROP_0,
  PROP_ADDRESSES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
settle (BylCatalogue *self)
{
  guint n = byl_catalogue_lists_count (self->lists, self->lists->len);

  for (guint i = 0; i < n; i++)
    byl_catalogue_entry_settle (byl_catalogue_lists_get_entry (self->lists, i), self->library);
}

static void
library_changed_cb (BylCatalogue *self)
{
  settle (self);
}

/* The addresses of the lists that are there, for whoever shows or writes them. */
void
byl_catalogue_collect_addresses (BylCatalogue *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->lists->len; i++)
    {
      const BylCatalogueList *list = g_ptr_array_index (self->lists, i);

      if (list->address != NULL)
        g_strv_builder_add (builder, list->address);
    }

  g_strfreev (self->addresses);
  self->addresses = g_strv_builder_end (builder);
  byl_catalogue_shelf_set_addresses (self->shelf, (const char * const *) self->addresses);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ADDRESSES]);
}

/* A list has other entries than before; the only place that changes those of a list in use. */
void
byl_catalogue_fill_list (BylCatalogue     *self,
                         BylCatalogueList *list,
                         BylCatalogueFile *file,
                         const char       *etag)
{
  guint position = 0;
  guint n_removed = list->entries->len;

  g_ptr_array_find (self->lists, list, &position);
  byl_catalogue_list_fill (list, file, etag);
  settle (self);
  g_list_model_items_changed (G_LIST_MODEL (self),
                              byl_catalogue_lists_count (self->lists, position),
                              n_removed, list->entries->len);
}

static void
forget_in_thread (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  byl_download_forget (source_object, task_data);

  g_task_return_boolean (task, TRUE);
}

/* What a program that was killed has left of packs that it had installed just then, and
 * what lies about for long. */
static void
forget_installed (BylCatalogue *self)
{
  guint n = byl_catalogue_lists_count (self->lists, self->lists->len);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GTask) task = g_task_new (self->cache_dir, NULL, NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      BylCatalogueEntry *entry = byl_catalogue_lists_get_entry (self->lists, i);

      if (byl_catalogue_entry_get_state (entry) == BYL_CATALOGUE_INSTALLED)
        g_strv_builder_add (builder, byl_catalogue_entry_get_id (entry));
    }

  g_task_set_task_data (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, forget_in_thread);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylCatalogue *self = BYL_CATALOGUE (source);
  GError *error = NULL;
  GPtrArray *lists = g_task_propagate_pointer (G_TASK (result), &error);
  guint n_removed = byl_catalogue_lists_count (self->lists, self->lists->len);

  if (lists == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_unref (self->lists);
  self->lists = lists;
  settle (self);
  byl_catalogue_collect_addresses (self);
  forget_installed (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed,
                              byl_catalogue_lists_count (lists, lists->len));
  g_task_return_boolean (task, TRUE);
}

/* What the thread is given. */
typedef struct
{
  BylCatalogueShelf *shelf;
  GFile             *file;
} Load;

static void
load_free (Load *load)
{
  byl_catalogue_shelf_unref (load->shelf);
  g_object_unref (load->file);
  g_free (load);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Load *load = task_data;
  GError *error = NULL;
  GPtrArray *lists = byl_catalogue_lists_load (load->shelf, load->file, cancellable, &error);

  if (lists != NULL)
    g_task_return_pointer (task, lists, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static GType
byl_catalogue_get_item_type (GListModel *model)
{
  return BYL_TYPE_CATALOGUE_ENTRY;
}

static guint
byl_catalogue_get_n_items (GListModel *model)
{
  BylCatalogue *self = BYL_CATALOGUE (model);

  return byl_catalogue_lists_count (self->lists, self->lists->len);
}

static gpointer
byl_catalogue_get_item (GListModel *model,
                        guint       position)
{
  BylCatalogueEntry *entry =
    byl_catalogue_lists_get_entry (BYL_CATALOGUE (model)->lists, position);

  return entry != NULL ? g_object_ref (entry) : NULL;
}

static void
byl_catalogue_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = byl_catalogue_get_item_type;
  interface->get_n_items = byl_catalogue_get_n_items;
  interface->get_item = byl_catalogue_get_item;
}

static void
byl_catalogue_dispose (GObject *object)
{
  BylCatalogue *self = BYL_CATALOGUE (object);

  g_clear_pointer (&self->queue, byl_catalogue_queue_free);

  G_OBJECT_CLASS (byl_catalogue_parent_class)->dispose (object);
}

static void
byl_catalogue_finalize (GObject *object)
{
  BylCatalogue *self = BYL_CATALOGUE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->cache_dir);
  g_clear_object (&self->library);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shelf, byl_catalogue_shelf_unref);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->addresses, g_strfreev);

  G_OBJECT_CLASS (byl_catalogue_parent_class)->finalize (object);
}

static void
byl_catalogue_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BylCatalogue *self = BYL_CATALOGUE (object);

  if (property_id == PROP_ADDRESSES)
    g_value_set_boxed (value, self->addresses);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
byl_catalogue_class_init (BylCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = byl_catalogue_dispose;
  object_class->finalize = byl_catalogue_finalize;
  object_class->get_property = byl_catalogue_get_property;

  properties[PROP_ADDRESSES] =
    g_param_spec_boxed ("addresses", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_catalogue_init (BylCatalogue *self)
{
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_catalogue_list_free);
  self->addresses = g_new0 (char *, 1);
}

/**
 * byl_catalogue_new:
 * @file: the list that comes with the program
 * @recipe_dir: the folder of the recipes that come with the program
 * @user_file: where the addresses of further lists are remembered; may be missing
 * @cache_dir: where copies of further lists, and what is being fetched, lie; may be missing
 * @library: the installed packs
 * @session: how the network is reached
 *
 * Makes a catalogue, which is empty until byl_catalogue_load_async(). What is being fetched when
 * the catalogue goes is given up, and what is whole stays for the next time.
 *
 * Returns: (transfer full): a list model of #BylCatalogueEntry
 */
BylCatalogue *
byl_catalogue_new (GFile       *file,
                   GFile       *recipe_dir,
                   GFile       *user_file,
                   GFile       *cache_dir,
                   BylLibrary  *library,
                   SoupSession *session)
{
  BylCatalogue *self = g_object_new (BYL_TYPE_CATALOGUE, NULL);
  BylDownloadPlace place = { .session = session, .library = library, .cache_dir = cache_dir };

  self->file = g_object_ref (file);
  self->cache_dir = g_object_ref (cache_dir);
  self->library = g_object_ref (library);
  self->session = g_object_ref (session);
  self->shelf = byl_catalogue_shelf_new (user_file, cache_dir);
  self->queue = byl_catalogue_queue_new (&place, recipe_dir);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * byl_catalogue_load_async:
 * @self: a catalogue
 * @cancellable: (nullable): to stop early
 * @callback: called when the entries are there
 * @user_data: passed to @callback
 *
 * Reads the list that comes with the program, and the copies of further ones, in a thread. The
 * network is not asked: see byl_catalogue_refresh_async().
 */
void
byl_catalogue_load_async (BylCatalogue        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) work = NULL;
  Load *load;

  g_return_if_fail (BYL_IS_CATALOGUE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, byl_catalogue_load_async);

  load = g_new0 (Load, 1);
  load->shelf = byl_catalogue_shelf_ref (self->shelf);
  load->file = g_object_ref (self->file);
  work = g_task_new (self, cancellable, loaded_cb, g_object_ref (task));
  g_task_set_task_data (work, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (work, load_in_thread);
}

/**
 * byl_catalogue_load_finish:
 * @self: a catalogue
 * @result: what the callback was given
 * @error: return location for the error
 *
 * Errors: those of byl_catalogue_file_load(), of the list that comes with the program only.
 *
 * Returns: whether the entries are there
 */
gboolean
byl_catalogue_load_finish (BylCatalogue  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * byl_catalogue_get:
 * @self: a catalogue
 * @entry: one of its entries
 *
 * Fetches a pack and installs it, or goes on where it was given up. At most
 * %BYL_CATALOGUE_AT_ONCE packs are fetched at a time; the others wait. The entry's properties tell
 * how far it is. Nothing happens while the pack is being fetched.
 */
void
byl_catalogue_get (BylCatalogue      *self,
                   BylCatalogueEntry *entry)
{
  g_return_if_fail (BYL_IS_CATALOGUE (self));
  g_return_if_fail (BYL_IS_CATALOGUE_ENTRY (entry));

  byl_catalogue_queue_add (self->queue, entry);
}

/**
 * byl_catalogue_cancel:
 * @self: a catalogue
 * @entry: one of its entries
 *
 * Gives a pack up. What is whole stays, and the next byl_catalogue_get() goes on from there.
 */
void
byl_catalogue_cancel (BylCatalogue      *self,
                      BylCatalogueEntry *entry)
{
  g_return_if_fail (BYL_IS_CATALOGUE (self));
  g_return_if_fail (BYL_IS_CATALOGUE_ENTRY (entry));

  byl_catalogue_queue_cancel (self->queue, entry);
}

/**
 * byl_catalogue_get_pack:
 * @self: a catalogue
 * @entry: one of its entries
 *
 * Returns: (transfer none) (nullable): the pack in the library, whatever its revision
 */
BylPackEntry *
byl_catalogue_get_pack (BylCatalogue      *self,
                        BylCatalogueEntry *entry)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE (self), NULL);

  return byl_catalogue_entry_get_pack (entry);
}
