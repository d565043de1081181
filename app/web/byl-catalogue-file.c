/* byl-catalogue-file.c: a list of packs that can be fetched, as its file has it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-file.h"

#include "byl-catalogue-line.h"
#include "byl-error.h"
#include "byl-json-read.h"
#include "byl-load.h"
#include "byl-pack-read-parts.h"

#include <glib/gi18n.h>

#define FORMAT           "byline-catalogue"
#define FORMAT_VERSION   1

struct _BylCatalogueFile
{
  gatomicrefcount  references;
  BylPack         *keep;  /* an empty one: texts and lists lie in it, and are freed with it */
  GPtrArray       *lines; /* (element-type BylCatalogueLine) */
};

G_DEFINE_BOXED_TYPE (BylCatalogueFile, byl_catalogue_file,
                     byl_catalogue_file_ref, byl_catalogue_file_unref)

static const BylMember file_members[] = {
  { "$schema", FALSE }, { "format", TRUE }, { "version", TRUE }, { "title", FALSE },
  { "entries", TRUE }, { NULL, FALSE },
};

/* Two lines of one id in one list would be one pack with two faces. */
static void
check_id (BylReading *reading,
          GHashTable *ids,
          const char *id)
{
  if (id == NULL || g_hash_table_add (ids, (gpointer) id))
    return;

  byl_reading_enter_member (reading, "id");
  byl_reading_add (reading, "duplicate-id", NULL,
                   _("Another entry has the id “%s” already. Give each pack an id of its own."),
                   id);
  byl_reading_leave (reading);
}

static void
read_lines (BylCatalogueFile *self,
            BylReading       *reading,
            JsonObject       *object)
{
  JsonArray *list = byl_reading_list (reading, object, "entries", 0, BYL_CATALOGUE_MAX_LINES);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      BylCatalogueLine *line;

      byl_reading_enter_item (reading, i);
      line = byl_catalogue_line_read (reading, json_array_get_element (list, i));
      if (line != NULL)
        {
          check_id (reading, ids, line->id);
          g_ptr_array_add (self->lines, line);
        }
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

/* Whether the JSON is a list of packs that this version reads at all. */
static gboolean
accept_kind (JsonNode   *root,
             GPtrArray  *problems,
             GError    **error)
{
  const char *format = byl_json_read_get_format (root);
  BylProblem *problem;

  if (g_strcmp0 (format, FORMAT) != 0)
    {
      problem = byl_problem_new (BYL_SEVERITY_ERROR, "not-a-catalogue",
                                 format != NULL ? "/format" : "",
                                 _("This is JSON, but no list of packs: its “format” must be "
                                   "“%s”."),
                                 FORMAT);
      byl_json_read_stop (problems, problem, BYL_ERROR_FORMAT, error);
      return FALSE;
    }

  if (!byl_json_read_is_newer (root, FORMAT_VERSION))
    return TRUE;

  problem = byl_problem_new (BYL_SEVERITY_ERROR, "newer-version", "/version",
                             _("This list of packs needs a newer Byline. Update the program, then "
                               "try again."));
  byl_json_read_stop (problems, problem, BYL_ERROR_VERSION, error);

  return FALSE;
}

static void
read_root (BylCatalogueFile *self,
           BylReading       *reading,
           JsonNode         *root)
{
  JsonObject *object = byl_reading_object (reading, root, file_members);
  gint64 version = FORMAT_VERSION;

  byl_reading_member_text (reading, object, "$schema", 0, G_MAXUINT);
  byl_reading_integer (reading, object, "version", FORMAT_VERSION, FORMAT_VERSION, &version);
  byl_pack_read_localized (reading, object, "title");
  read_lines (self, reading, object);
}

static BylCatalogueFile *
catalogue_file_new (void)
{
  BylCatalogueFile *self = g_new0 (BylCatalogueFile, 1);

  g_atomic_ref_count_init (&self->references);
  self->keep = byl_pack_new ();
  self->lines = g_ptr_array_new ();

  return self;
}

/**
 * byl_catalogue_file_read:
 * @bytes: the contents of a catalogue's file, decompressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @error: return location for the error
 *
 * Reads a list of packs, as `catalogue-1.schema.json` describes it. All errors are found at once.
 * Unknown members are passed over.
 *
 * Errors: %BYL_ERROR_SIZE where there are too many bytes; %BYL_ERROR_SYNTAX where they are not
 * JSON; %BYL_ERROR_FORMAT where they are JSON of another kind; %BYL_ERROR_VERSION where they are a
 * list of a later version; %BYL_ERROR_RECIPE where the list has errors.
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set
 */
BylCatalogueFile *
byl_catalogue_file_read (GBytes     *bytes,
                         GPtrArray  *problems,
                         GError    **error)
{
  g_autoptr(GPtrArray) found = byl_problem_list_ref (problems);
  g_autoptr(BylCatalogueFile) self = catalogue_file_new ();
  BylReading reading = { .pack = self->keep, .problems = found };
  g_autoptr(JsonNode) root = NULL;

  if (g_bytes_get_size (bytes) > BYL_CATALOGUE_MAX_BYTES)
    {
      BylProblem *problem = byl_problem_new (BYL_SEVERITY_ERROR, "too-large", "",
                                             _("This file is too large to be a list of packs."));

      byl_json_read_stop (found, problem, BYL_ERROR_SIZE, error);
      return NULL;
    }

  root = byl_json_read (bytes, found, error);
  if (root == NULL)
    return NULL;

  if (accept_kind (root, found, error))
    {
      read_root (self, &reading, root);
      if (reading.n_errors == 0)
        return g_steal_pointer (&self);

      g_set_error (error, BYL_ERROR, BYL_ERROR_RECIPE,
                   ngettext ("The list of packs has %u error and cannot be used until it is "
                             "mended.",
                             "The list of packs has %u errors and cannot be used until they are "
                             "mended.",
                             reading.n_errors),
                   reading.n_errors);
    }
  byl_json_read_locate (bytes, found);

  return NULL;
}

/**
 * byl_catalogue_file_load:
 * @file: a catalogue's file, plain or gzip-compressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Reads a list of packs from a file; this blocks. Errors are those of byl_load_file() and
 * byl_catalogue_file_read().
 *
 * Returns: (transfer full) (nullable): the list; %NULL with @error set
 */
BylCatalogueFile *
byl_catalogue_file_load (GFile         *file,
                         GPtrArray     *problems,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_CATALOGUE_MAX_BYTES, cancellable, error);

  return bytes != NULL ? byl_catalogue_file_read (bytes, problems, error) : NULL;
}

/**
 * byl_catalogue_file_ref:
 * @self: a list of packs
 *
 * Returns: (transfer full): @self, with one more owner
 */
BylCatalogueFile *
byl_catalogue_file_ref (BylCatalogueFile *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * byl_catalogue_file_unref:
 * @self: (transfer full): a list of packs
 */
void
byl_catalogue_file_unref (BylCatalogueFile *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->lines);
  byl_pack_unref (self->keep);
  g_free (self);
}

/**
 * byl_catalogue_file_get_n_lines:
 * @self: a list of packs
 *
 * Returns: how many packs it lists
 */
guint
byl_catalogue_file_get_n_lines (const BylCatalogueFile *self)
{
  return self->lines->len;
}

/**
 * byl_catalogue_file_get_line:
 * @self: a list of packs
 * @position: less than byl_catalogue_file_get_n_lines()
 *
 * Returns: (transfer none): what the list says of one pack
 */
const BylCatalogueLine *
byl_catalogue_file_get_line (const BylCatalogueFile *self,
                             guint                   position)
{
  g_return_val_if_fail (position < self->lines->len, NULL);

  return g_ptr_array_index (self->lines, position);
}
