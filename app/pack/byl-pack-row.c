/* byl-pack-row.c: what the index of the library says of one file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-row.h"

#include "byl-pack-private.h"

#include <glib/gstdio.h>
#include <string.h>

static GVariant *
make_localized (const BylLocalized *localized)
{
  GVariantBuilder texts;

  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; localized != NULL && localized->tags[i] != NULL; i++)
    g_variant_builder_add (&texts, "(ss)", localized->tags[i], localized->texts[i]);

  return g_variant_builder_end (&texts);
}

/* Where the answers come from, for the pack's card. An illustrative answer must be called so, even
 * where it is one among others. */
static BylProvenanceKind
find_provenance (const BylPack *pack)
{
  guint counts[BYL_PROVENANCE_ILLUSTRATIVE + 1] = { 0 };
  BylProvenanceKind most = BYL_PROVENANCE_UNKNOWN;

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      for (guint j = 0; j < question->n_answers; j++)
        {
          const BylProvenance *provenance =
            byl_pack_get_answer_provenance (pack, &question->answers[j]);

          counts[provenance != NULL ? provenance->kind : BYL_PROVENANCE_UNKNOWN]++;
        }
    }

  if (counts[BYL_PROVENANCE_ILLUSTRATIVE] > 0)
    return BYL_PROVENANCE_ILLUSTRATIVE;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[most])
      most = (BylProvenanceKind) i;

  return most;
}

/* In the order in which they first appear. A tree, since a file chooses the keys. */
static GVariant *
make_categories (const BylPack *pack)
{
  g_autoptr(GTree) seen = g_tree_new ((GCompareFunc) strcmp);
  GVariantBuilder categories;

  g_variant_builder_init (&categories, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      char *category = byl_pack_get_question (pack, i)->category;

      if (category == NULL || g_tree_lookup (seen, category) != NULL)
        continue;

      g_tree_insert (seen, category, category);
      g_variant_builder_add (&categories, "s", category);
    }

  return g_variant_builder_end (&categories);
}

static GVariant *
make_writers (const BylPack *pack,
              gsize          offset)
{
  GVariantBuilder strings;

  g_variant_builder_init (&strings, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    g_variant_builder_add (&strings, "s",
                           G_STRUCT_MEMBER (char *, byl_pack_get_writer (pack, i), offset));

  return g_variant_builder_end (&strings);
}

static gboolean
has_models_only (const BylPack *pack)
{
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    if (byl_pack_get_writer (pack, i)->kind != BYL_WRITER_LANGUAGE_MODEL)
      return FALSE;

  return TRUE;
}

/* For the library: what stat() says of a regular file; FALSE where there is none. */
gboolean
byl_stamp_take (const char *path,
                BylStamp   *stamp)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;

  stamp->seconds = status.st_mtim.tv_sec;
  stamp->nanoseconds = status.st_mtim.tv_nsec;
  stamp->size = (guint64) status.st_size;

  return TRUE;
}

/* For the library: a stamp as the index keeps it. */
GVariant *
byl_stamp_to_variant (const BylStamp *stamp,
                      const char     *path)
{
  return g_variant_new ("(^ayxxt)", path, stamp->seconds, stamp->nanoseconds, stamp->size);
}

/* For the library: whether the file is still as it was when its stamp was taken. */
gboolean
byl_stamp_is_current (GVariant *variant)
{
  const char *path;
  BylStamp then;
  BylStamp now;

  g_variant_get (variant, "(^&ayxxt)", &path, &then.seconds, &then.nanoseconds, &then.size);

  return byl_stamp_take (path, &now) && now.seconds == then.seconds &&
         now.nanoseconds == then.nanoseconds && now.size == then.size;
}

/* For the library: all that a list needs to know of a pack. */
GVariant *
byl_pack_row_make (const BylPack  *pack,
                   const char     *path,
                   const BylStamp *stamp,
                   const char     *hash)
{
  const BylSource *source = byl_pack_get_source (pack);

  GVariant *row;

  row = g_variant_new ("(@(ayxxt)su@a(ss)@a(ss)smsmsuu@as@as@asbs)",
                       byl_stamp_to_variant (stamp, path),
                       byl_pack_get_id (pack),
                       byl_pack_get_revision (pack),
                       make_localized (pack->title),
                       make_localized (pack->summary),
                       byl_pack_get_language (pack),
                       byl_pack_get_license (pack),
                       source != NULL ? source->title : NULL,
                       (guint) find_provenance (pack),
                       byl_pack_get_n_questions (pack),
                       make_writers (pack, G_STRUCT_OFFSET (BylWriter, name)),
                       make_writers (pack, G_STRUCT_OFFSET (BylWriter, id)),
                       make_categories (pack),
                       has_models_only (pack),
                       hash);

  /* Entries point into the row: it must be in one piece before they do, not become so later. */
  g_variant_get_data (row);

  return g_variant_ref_sink (row);
}

/* For the library: the path of the file. */
char *
byl_pack_row_dup_path (GVariant *row)
{
  g_autoptr(GVariant) stamp = g_variant_get_child_value (row, 0);
  char *path;

  g_variant_get_child (stamp, 0, "^ay", &path);

  return path;
}

/* For the library: whether the file is still as it was when it was read. */
gboolean
byl_pack_row_is_current (GVariant *row)
{
  g_autoptr(GVariant) stamp = g_variant_get_child_value (row, 0);

  return byl_stamp_is_current (stamp);
}

/* For an entry: a localized text of the row, as arrays to be freed, of strings that stay the
 * row's. */
void
byl_pack_row_get_localized (GVariant     *row,
                            gsize         position,
                            BylLocalized *localized)
{
  g_autoptr(GVariant) texts = g_variant_get_child_value (row, position);
  gsize n = g_variant_n_children (texts);

  localized->tags = g_new0 (char *, n + 1);
  localized->texts = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    g_variant_get_child (texts, i, "(&s&s)", &localized->tags[i], &localized->texts[i]);
}
