/* byl-tell-counts-bytes.c: what was counted in a pack, as it is kept in a file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-counts-private.h"

#include <string.h>

/* A file is a checksum and a variant: the writers, the sizes of what follows, the rows as they lie
 * in memory, the terms and whether each is a pair, where the postings of each row begin, the
 * postings, and how often. It never leaves the machine that wrote it. */
#define FORMAT "(uuuayasayauauay)"

#define CHECKSUM_BYTES 32u

static GVariant *
make_array (const char *type,
            gconstpointer data,
            gsize         n,
            gsize         size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE (type), n > 0 ? data : NULL, n, size);
}

static void
sum (gconstpointer  data,
     gsize          length,
     guint8        *checksum)
{
  g_autoptr(GChecksum) making = g_checksum_new (G_CHECKSUM_SHA256);
  gsize bytes = CHECKSUM_BYTES;

  g_checksum_update (making, data, (gssize) length);
  g_checksum_get_digest (making, checksum, &bytes);
}

/**
 * byl_tell_counts_to_bytes:
 * @self: counts
 *
 * Returns: (transfer full): all of them, for byl_tell_counts_from_bytes ()
 */
GBytes *
byl_tell_counts_to_bytes (const BylTellCounts *self)
{
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(GByteArray) pairs = g_byte_array_new ();
  g_auto(GVariantBuilder) texts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  GByteArray *bytes = g_byte_array_new ();
  guint8 checksum[CHECKSUM_BYTES];

  for (guint i = 0; i < self->terms->len; i++)
    {
      const BylTerm *term = &g_array_index (self->terms, BylTerm, i);
      guint8 is_pair = term->is_pair;

      g_variant_builder_add (&texts, "s", term->text);
      g_byte_array_append (pairs, &is_pair, 1);
    }

  variant = g_variant_ref_sink (g_variant_new (
    "(uuu@ay@as@ay@au@au@ay)", (guint32) sizeof (BylTellRow), self->n_writers, self->rows->len,
    make_array ("y", self->rows->data, self->rows->len * sizeof (BylTellRow), 1),
    g_variant_builder_end (&texts), make_array ("y", pairs->data, pairs->len, 1),
    make_array ("u", self->firsts->data, self->firsts->len, 4),
    make_array ("u", self->postings->data, self->postings->len, 4),
    make_array ("y", self->times->data, self->times->len, 1)));

  sum (g_variant_get_data (variant), g_variant_get_size (variant), checksum);
  g_byte_array_append (bytes, checksum, sizeof checksum);
  g_byte_array_append (bytes, g_variant_get_data (variant), g_variant_get_size (variant));

  return g_byte_array_free_to_bytes (bytes);
}

/* The content of a file, if it is whole. */
static GVariant *
open_bytes (GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GVariant) variant = NULL;
  guint8 checksum[CHECKSUM_BYTES];

  if (length < CHECKSUM_BYTES)
    return NULL;

  sum (data + CHECKSUM_BYTES, length - CHECKSUM_BYTES, checksum);
  if (memcmp (data, checksum, sizeof checksum) != 0)
    return NULL;

  /* A variant must lie at a multiple of eight bytes; the checksum takes 32. */
  content = g_bytes_new_from_bytes (bytes, CHECKSUM_BYTES, length - CHECKSUM_BYTES);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORMAT), content, FALSE));

  return g_variant_is_normal_form (variant) ? g_steal_pointer (&variant) : NULL;
}

static void
copy_array (GVariant *variant,
            guint     child,
            gsize     size,
            GArray   *array)
{
  g_autoptr(GVariant) values = g_variant_get_child_value (variant, child);
  gsize n;
  gconstpointer data = g_variant_get_fixed_array (values, &n, size);

  g_array_append_vals (array, data, n);
}

static void
copy_rows (GVariant *variant,
           GArray   *rows)
{
  g_autoptr(GVariant) values = g_variant_get_child_value (variant, 3);
  gsize n;
  gconstpointer data = g_variant_get_fixed_array (values, &n, 1);

  g_array_append_vals (rows, data, n / sizeof (BylTellRow));
}

static void
copy_times (GVariant   *variant,
            GByteArray *times)
{
  g_autoptr(GVariant) values = g_variant_get_child_value (variant, 8);
  gsize n;
  gconstpointer data = g_variant_get_fixed_array (values, &n, 1);

  g_byte_array_append (times, data, n);
}

static void
copy_terms (GVariant *variant,
            GArray   *terms)
{
  g_autoptr(GVariant) texts = g_variant_get_child_value (variant, 4);
  g_autoptr(GVariant) pairs = g_variant_get_child_value (variant, 5);
  gsize n_pairs;
  const guint8 *is_pair = g_variant_get_fixed_array (pairs, &n_pairs, 1);
  GVariantIter iter;
  const char *text;

  g_variant_iter_init (&iter, texts);
  for (gsize i = 0; i < n_pairs && g_variant_iter_next (&iter, "&s", &text); i++)
    {
      BylTerm term = { g_strdup (text), is_pair[i] };

      g_array_append_val (terms, term);
    }
}

/* What follows is used as it is: nothing may lead out of an array. */
static gboolean
is_sound (const BylTellCounts *self,
          guint                n_rows)
{
  const guint32 *firsts = (const guint32 *) self->firsts->data;

  if (self->rows->len != n_rows || self->firsts->len != n_rows + 1 || firsts[0] != 0 ||
      firsts[n_rows] != self->postings->len || self->times->len != self->postings->len)
    return FALSE;

  for (guint i = 0; i < n_rows; i++)
    if (firsts[i] > firsts[i + 1] ||
        byl_tell_counts_get_row (self, i)->writer >= self->n_writers)
      return FALSE;

  for (guint i = 0; i < self->postings->len; i++)
    if (g_array_index (self->postings, guint32, i) >= self->terms->len)
      return FALSE;

  return TRUE;
}

/**
 * byl_tell_counts_from_bytes:
 * @bytes: what may be counts
 *
 * Returns: (transfer full) (nullable): the counts, or %NULL if they are damaged
 */
BylTellCounts *
byl_tell_counts_from_bytes (GBytes *bytes)
{
  g_autoptr(GVariant) variant = open_bytes (bytes);
  g_autoptr(BylTellCounts) self = NULL;
  guint32 row_size;
  guint32 n_writers;
  guint32 n_rows;

  if (variant == NULL)
    return NULL;

  g_variant_get_child (variant, 0, "u", &row_size);
  g_variant_get_child (variant, 1, "u", &n_writers);
  g_variant_get_child (variant, 2, "u", &n_rows);
  if (row_size != sizeof (BylTellRow) || n_writers > BYL_PACK_MAX_WRITERS)
    return NULL;

  self = byl_tell_counts_new_empty (n_writers);
  copy_rows (variant, self->rows);
  copy_terms (variant, self->terms);
  copy_array (variant, 6, sizeof (guint32), self->firsts);
  copy_array (variant, 7, sizeof (guint32), self->postings);
  copy_times (variant, self->times);

  return is_sound (self, n_rows) ? g_steal_pointer (&self) : NULL;
}
