/* byl-catalogue-shelf.c: where further lists of packs are remembered: their addresses, and copies
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-shelf.h"

#include "byl-error.h"
#include "byl-fetch.h"
#include "byl-json-read.h"
#include "byl-json-text.h"
#include "byl-load.h"
#include "byl-problem.h"
#include "byl-save.h"
#include "byl-web-address.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define FORMAT          "byline-catalogues"
#define FORMAT_VERSION  1
#define MAX_BYTES       (1024u * 1024u)
#define MAX_ADDRESSES   100u

struct _BylCatalogueShelf
{
  gatomicrefcount   references;
  GFile            *user_file;
  GFile            *cache_dir;

  GMutex            lock;      /* for what follows, and for writing it */
  char            **addresses; /* as they should be on the disk; NULL-terminated */
};

/* The shelf has nothing on it until it is loaded. */
BylCatalogueShelf *
byl_catalogue_shelf_new (GFile *user_file,
                         GFile *cache_dir)
{
  BylCatalogueShelf *self = g_new0 (BylCatalogueShelf, 1);

  g_atomic_ref_count_init (&self->references);
  self->user_file = g_object_ref (user_file);
  self->cache_dir = g_object_ref (cache_dir);
  g_mutex_init (&self->lock);
  self->addresses = g_new0 (char *, 1);

  return self;
}

BylCatalogueShelf *
byl_catalogue_shelf_ref (BylCatalogueShelf *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
byl_catalogue_shelf_unref (BylCatalogueShelf *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_object_unref (self->user_file);
  g_object_unref (self->cache_dir);
  g_mutex_clear (&self->lock);
  g_strfreev (self->addresses);
  g_free (self);
}

static JsonArray *
get_addresses (JsonNode *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *node = object != NULL ? json_object_get_member (object, "addresses") : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
take_address (GStrvBuilder *builder,
              JsonNode     *node)
{
  g_autoptr(GUri) uri = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return;

  uri = byl_web_address_parse (json_node_get_string (node), NULL);
  if (uri != NULL)
    g_strv_builder_add (builder, json_node_get_string (node));
}

static char **
read_addresses (GFile *file)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, NULL);
  g_autoptr(JsonNode) root = bytes != NULL ? byl_json_read (bytes, problems, NULL) : NULL;
  JsonArray *list = root != NULL ? get_addresses (root) : NULL;
  guint length = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < MIN (length, MAX_ADDRESSES); i++)
    take_address (builder, json_array_get_element (list, i));

  return g_strv_builder_end (builder);
}

/* The addresses that an earlier run has left; what cannot be read counts as none. */
char **
byl_catalogue_shelf_load (BylCatalogueShelf *self)
{
  char **addresses = read_addresses (self->user_file);

  byl_catalogue_shelf_set_addresses (self, (const char * const *) addresses);

  return addresses;
}

/* What the next call of byl_catalogue_shelf_save() writes, whichever thread it comes from. */
void
byl_catalogue_shelf_set_addresses (BylCatalogueShelf  *self,
                                   const char * const *addresses)
{
  g_mutex_lock (&self->lock);
  g_strfreev (self->addresses);
  self->addresses = g_strdupv ((char **) addresses);
  g_mutex_unlock (&self->lock);
}

static GBytes *
write_addresses (char **addresses)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();
  char *text;
  gsize length;

  for (guint i = 0; addresses[i] != NULL; i++)
    json_array_add_string_element (list, addresses[i]);
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", FORMAT_VERSION);
  json_object_set_array_member (object, "addresses", list);
  json_node_take_object (root, object);
  text = byl_json_text_make (root, &length);

  return g_bytes_new_take (text, length);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a folder, and what the system says about it */
               _("The folder “%s” could not be made: %s. See that it can be written to."),
               name, g_strerror (errno));

  return FALSE;
}

/* Writes the addresses as they are now; an earlier call cannot undo a later one. */
gboolean
byl_catalogue_shelf_save (BylCatalogueShelf  *self,
                          GError            **error)
{
  g_autoptr(GBytes) bytes = NULL;
  gboolean good;

  g_mutex_lock (&self->lock);
  bytes = write_addresses (self->addresses);
  good = make_folder (g_file_peek_path (self->user_file), error) &&
         byl_save_file (self->user_file, bytes, error);
  g_mutex_unlock (&self->lock);

  return good;
}

static GFile *
get_copy (BylCatalogueShelf *self,
          const char        *address,
          const char        *suffix)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = g_strconcat ("catalogue-", hash, suffix, NULL);

  return g_file_get_child (self->cache_dir, name);
}

/* The ETag stands behind the checksum of what it belongs to: the two are written one after the
 * other. */
static char *
load_etag (GFile  *file,
           GBytes *copy)
{
  g_autofree char *text = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, copy);
  g_auto(GStrv) parts = NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, NULL))
    return NULL;

  parts = g_strsplit (text, "\n", 3);
  if (g_strv_length (parts) != 2 || !g_str_equal (parts[0], sha256) ||
      !byl_fetch_is_etag (parts[1]))
    return NULL;

  return g_strdup (parts[1]);
}

/* The list as it was when it was last fetched; NULL where there is no copy, or no good one. */
BylCatalogueFile *
byl_catalogue_shelf_load_copy (BylCatalogueShelf  *self,
                               const char         *address,
                               char              **etag)
{
  g_autoptr(GFile) copy = get_copy (self, address, ".json");
  g_autoptr(GFile) etag_file = get_copy (self, address, ".etag");
  g_autoptr(GBytes) bytes = byl_load_file (copy, BYL_CATALOGUE_MAX_BYTES, NULL, NULL);
  BylCatalogueFile *file = bytes != NULL ? byl_catalogue_file_read (bytes, NULL, NULL) : NULL;

  *etag = file != NULL ? load_etag (etag_file, bytes) : NULL;

  return file;
}

/* Keeps a list for when there is no network. */
gboolean
byl_catalogue_shelf_save_copy (BylCatalogueShelf  *self,
                               const char         *address,
                               GBytes             *bytes,
                               const char         *etag,
                               GError            **error)
{
  g_autoptr(GFile) copy = get_copy (self, address, ".json");
  g_autoptr(GFile) etag_file = get_copy (self, address, ".etag");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *text = g_strconcat (sha256, "\n", etag, NULL);
  g_autoptr(GBytes) etag_bytes = g_bytes_new (text, strlen (text));

  return make_folder (g_file_peek_path (copy), error) && byl_save_file (copy, bytes, error) &&
         byl_save_file (etag_file, etag_bytes, error);
}

/* Nobody wants the list any more. */
void
byl_catalogue_shelf_remove_copy (BylCatalogueShelf *self,
                                 const char        *address)
{
  g_autoptr(GFile) copy = get_copy (self, address, ".json");
  g_autoptr(GFile) etag_file = get_copy (self, address, ".etag");

  g_unlink (g_file_peek_path (copy));
  g_unlink (g_file_peek_path (etag_file));
}
