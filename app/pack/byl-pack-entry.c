/* byl-pack-entry.c: an installed pack, as the library lists it without reading it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-entry.h"

#include "byl-pack-entry-private.h"
#include "byl-pack-row.h"

#include <string.h>

#define FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

struct _BylPackEntry
{
  GObject            parent_instance;
  GVariant          *row;           /* owns the strings below */
  GFile             *file;          /* (nullable): made when first asked for */
  const char        *path;
  const char        *id;
  guint              revision;
  BylLocalized       title;         /* parallel arrays of borrowed strings */
  gboolean           built_in;
  char              *collation_key; /* of the title */

  /* Unpacked when first asked for: of a thousand entries few are ever on the screen. */
  gboolean           unpacked;
  BylLocalized       summary;       /* as the title */
  const char        *language;
  const char        *license;       /* (nullable) */
  const char        *source;        /* (nullable) */
  BylProvenanceKind  provenance;
  guint              n_questions;
  const char       **writer_names;
  const char       **writer_ids;
  const char       **categories;
  gboolean           all_models;
  const char        *hash;          /* SHA-256 of the decompressed file, in hexadecimal */
};

G_DEFINE_FINAL_TYPE (BylPackEntry, byl_pack_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_ID,
  PROP_REVISION,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_LANGUAGE,
  PROP_LICENSE,
  PROP_SOURCE,
  PROP_PROVENANCE,
  PROP_N_QUESTIONS,
  PROP_WRITER_NAMES,
  PROP_WRITER_IDS,
  PROP_CATEGORIES,
  PROP_ALL_MODELS,
  PROP_BUILT_IN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
unpack (BylPackEntry *self)
{
  guint provenance;

  if (self->unpacked)
    return;

  self->unpacked = TRUE;
  byl_pack_row_get_localized (self->row, 4, &self->summary);
  g_variant_get (self->row, "((^&ayxxt)&sua(ss)a(ss)&sm&sm&suu^a&s^a&s^a&sb&s)",
                 NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                 &self->language, &self->license, &self->source,
                 &provenance, &self->n_questions,
                 &self->writer_names, &self->writer_ids, &self->categories,
                 &self->all_models, &self->hash);
  self->provenance = (BylProvenanceKind) MIN (provenance, (guint) BYL_PROVENANCE_ILLUSTRATIVE);
}

static void
byl_pack_entry_finalize (GObject *object)
{
  BylPackEntry *self = BYL_PACK_ENTRY (object);

  g_clear_pointer (&self->title.tags, g_free);
  g_clear_pointer (&self->title.texts, g_free);
  g_clear_pointer (&self->summary.tags, g_free);
  g_clear_pointer (&self->summary.texts, g_free);
  g_clear_pointer (&self->writer_names, g_free);
  g_clear_pointer (&self->writer_ids, g_free);
  g_clear_pointer (&self->categories, g_free);
  g_clear_pointer (&self->collation_key, g_free);
  g_clear_pointer (&self->row, g_variant_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (byl_pack_entry_parent_class)->finalize (object);
}

static void
byl_pack_entry_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BylPackEntry *self = BYL_PACK_ENTRY (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, byl_pack_entry_get_file (self));
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;
    case PROP_TITLE:
      g_value_set_string (value, byl_pack_entry_get_title (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, byl_pack_entry_get_summary (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, byl_pack_entry_get_language (self));
      break;
    case PROP_LICENSE:
      g_value_set_string (value, byl_pack_entry_get_license (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, byl_pack_entry_get_source (self));
      break;
    case PROP_PROVENANCE:
      g_value_set_uint (value, byl_pack_entry_get_provenance (self));
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, byl_pack_entry_get_n_questions (self));
      break;
    case PROP_WRITER_NAMES:
      g_value_set_boxed (value, byl_pack_entry_get_writer_names (self));
      break;
    case PROP_WRITER_IDS:
      g_value_set_boxed (value, byl_pack_entry_get_writer_ids (self));
      break;
    case PROP_CATEGORIES:
      g_value_set_boxed (value, byl_pack_entry_get_categories (self));
      break;
    case PROP_ALL_MODELS:
      g_value_set_boolean (value, byl_pack_entry_get_all_models (self));
      break;
    case PROP_BUILT_IN:
      g_value_set_boolean (value, self->built_in);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_pack_entry_class_init (BylPackEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = byl_pack_entry_finalize;
  object_class->get_property = byl_pack_entry_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, FLAGS);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, FLAGS);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, FLAGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, FLAGS);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, FLAGS);
  properties[PROP_LICENSE] = g_param_spec_string ("license", NULL, NULL, NULL, FLAGS);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, FLAGS);
  properties[PROP_PROVENANCE] =
    g_param_spec_uint ("provenance", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_N_QUESTIONS] =
    g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
  properties[PROP_WRITER_NAMES] =
    g_param_spec_boxed ("writer-names", NULL, NULL, G_TYPE_STRV, FLAGS);
  properties[PROP_WRITER_IDS] = g_param_spec_boxed ("writer-ids", NULL, NULL, G_TYPE_STRV, FLAGS);
  properties[PROP_CATEGORIES] = g_param_spec_boxed ("categories", NULL, NULL, G_TYPE_STRV, FLAGS);
  properties[PROP_ALL_MODELS] = g_param_spec_boolean ("all-models", NULL, NULL, FALSE, FLAGS);
  properties[PROP_BUILT_IN] = g_param_spec_boolean ("built-in", NULL, NULL, FALSE, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_pack_entry_init (BylPackEntry *self)
{
}

/* For the library: an entry on a row of the index. */
BylPackEntry *
byl_pack_entry_new (GVariant *row,
                    gboolean  built_in)
{
  BylPackEntry *self = g_object_new (BYL_TYPE_PACK_ENTRY, NULL);
  g_autoptr(GVariant) stamp = g_variant_get_child_value (row, 0);

  self->row = g_variant_ref (row);
  self->built_in = built_in;
  g_variant_get_child (stamp, 0, "^&ay", &self->path);
  g_variant_get_child (row, 1, "&s", &self->id);
  g_variant_get_child (row, 2, "u", &self->revision);
  byl_pack_row_get_localized (row, 3, &self->title);
  self->collation_key = g_utf8_collate_key (byl_pack_entry_get_title (self), -1);

  return self;
}

GVariant *
byl_pack_entry_get_row (BylPackEntry *self)
{
  return self->row;
}

const char *
byl_pack_entry_get_path (BylPackEntry *self)
{
  return self->path;
}

const char *
byl_pack_entry_get_hash (BylPackEntry *self)
{
  unpack (self);

  return self->hash;
}

/* For the library: built-in packs first, then by title; the latest revision of a pack first. */
int
byl_pack_entry_compare (gconstpointer a,
                        gconstpointer b)
{
  const BylPackEntry *first = *(BylPackEntry * const *) a;
  const BylPackEntry *second = *(BylPackEntry * const *) b;
  int order;

  if (first->built_in != second->built_in)
    return first->built_in ? -1 : 1;

  order = strcmp (first->collation_key, second->collation_key);
  if (order == 0)
    order = strcmp (first->id, second->id);
  if (order == 0 && first->revision != second->revision)
    order = first->revision > second->revision ? -1 : 1;

  return order != 0 ? order : strcmp (first->path, second->path);
}

/**
 * byl_pack_entry_get_file:
 * @self: an entry
 *
 * Returns: (transfer none): the file that the pack is read from
 */
GFile *
byl_pack_entry_get_file (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  if (self->file == NULL)
    self->file = g_file_new_for_path (self->path);

  return self->file;
}

/**
 * byl_pack_entry_get_id:
 * @self: an entry
 *
 * Returns: the id of the pack; several entries may have it, as revisions
 */
const char *
byl_pack_entry_get_id (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  return self->id;
}

/**
 * byl_pack_entry_get_revision:
 * @self: an entry
 *
 * Returns: the revision, at least 1
 */
guint
byl_pack_entry_get_revision (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), 1);

  return self->revision;
}

/**
 * byl_pack_entry_get_title:
 * @self: an entry
 *
 * Returns: the title, in the language of the player where the pack has it
 */
const char *
byl_pack_entry_get_title (BylPackEntry *self)
{
  const char *title;

  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  title = byl_localized_choose (&self->title, g_get_language_names ());

  return title != NULL ? title : self->id;
}

/**
 * byl_pack_entry_get_summary:
 * @self: an entry
 *
 * Returns: (nullable): the summary, in the language of the player where the pack has it
 */
const char *
byl_pack_entry_get_summary (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return byl_localized_choose (&self->summary, g_get_language_names ());
}

/**
 * byl_pack_entry_get_language:
 * @self: an entry
 *
 * Returns: the BCP 47 tag of the language of prompts and answers
 */
const char *
byl_pack_entry_get_language (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->language;
}

/**
 * byl_pack_entry_get_license:
 * @self: an entry
 *
 * Returns: (nullable): the SPDX licence expression of the pack
 */
const char *
byl_pack_entry_get_license (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->license;
}

/**
 * byl_pack_entry_get_source:
 * @self: an entry
 *
 * Returns: (nullable): the title of the work that the answers were taken from
 */
const char *
byl_pack_entry_get_source (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->source;
}

/**
 * byl_pack_entry_get_provenance:
 * @self: an entry
 *
 * Returns: where most of the answers come from; illustrative where even one of them is
 */
BylProvenanceKind
byl_pack_entry_get_provenance (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), BYL_PROVENANCE_UNKNOWN);

  unpack (self);

  return self->provenance;
}

/**
 * byl_pack_entry_get_n_questions:
 * @self: an entry
 *
 * Returns: how many questions the pack has
 */
guint
byl_pack_entry_get_n_questions (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), 0);

  unpack (self);

  return self->n_questions;
}

/**
 * byl_pack_entry_get_writer_names:
 * @self: an entry
 *
 * Returns: (array zero-terminated=1): the names of the writers, in the order of the pack
 */
const char * const *
byl_pack_entry_get_writer_names (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->writer_names;
}

/**
 * byl_pack_entry_get_writer_ids:
 * @self: an entry
 *
 * Returns: (array zero-terminated=1): the ids of the writers, in the order of the names
 */
const char * const *
byl_pack_entry_get_writer_ids (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->writer_ids;
}

/**
 * byl_pack_entry_get_categories:
 * @self: an entry
 *
 * Returns: (array zero-terminated=1): the categories of the questions, each once, in their order
 */
const char * const *
byl_pack_entry_get_categories (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), NULL);

  unpack (self);

  return self->categories;
}

/**
 * byl_pack_entry_get_all_models:
 * @self: an entry
 *
 * Returns: whether every writer is a language model, so that the interface says “model”
 */
gboolean
byl_pack_entry_get_all_models (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), FALSE);

  unpack (self);

  return self->all_models;
}

/**
 * byl_pack_entry_get_built_in:
 * @self: an entry
 *
 * Returns: whether the pack came with the program, and cannot be removed
 */
gboolean
byl_pack_entry_get_built_in (BylPackEntry *self)
{
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (self), FALSE);

  return self->built_in;
}
