/* byl-rival-features.c: all that the rival keeps of one answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-features.h"

#include <string.h>

static void
collect_cb (BylRivalView view,
            guint32      hash,
            guint        start,
            guint        end,
            gboolean     readable,
            gpointer     data)
{
  GArray **views = data;

  g_array_append_val (views[view], hash);
}

static guint
find_table_size (guint n)
{
  guint size = 16;

  while (size < 2 * n)
    size *= 2;

  return size;
}

/* Leaves each hash once, where it first stood, and counts it. Returns how many are left. */
static guint
count_alike (guint32 *hashes,
             guint    n,
             guint8  *counts)
{
  guint size = find_table_size (n);
  g_autofree guint32 *places = g_new0 (guint32, size);
  guint n_left = 0;

  for (guint i = 0; i < n; i++)
    {
      guint slot = hashes[i] & (size - 1);

      while (places[slot] != 0 && hashes[places[slot] - 1] != hashes[i])
        slot = (slot + 1) & (size - 1);

      if (places[slot] != 0)
        {
          guint8 *count = &counts[places[slot] - 1];

          *count += *count < G_MAXUINT8;
          continue;
        }

      hashes[n_left] = hashes[i];
      counts[n_left] = 1;
      places[slot] = ++n_left;
    }

  return n_left;
}

static void
keep (BylRivalFeatures  *self,
      GArray           **views)
{
  guint n = 0;
  guint n_kept = 0;

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    n += views[i]->len;

  self->hashes = g_new (guint32, n);
  self->counts = g_new (guint8, n);

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    {
      guint32 *hashes = self->hashes + n_kept;

      if (views[i]->len > 0)
        memcpy (hashes, views[i]->data, views[i]->len * sizeof *hashes);
      n_kept += count_alike (hashes, views[i]->len, self->counts + n_kept);
      self->ends[i] = n_kept;
    }

  self->hashes = g_renew (guint32, self->hashes, n_kept);
  self->counts = g_renew (guint8, self->counts, n_kept);
}

/**
 * byl_rival_features_new:
 * @text: an answer as it is shown
 *
 * Returns: (transfer full): its patterns and figures, from nothing but what a player reads
 */
BylRivalFeatures *
byl_rival_features_new (const BylReadText *text)
{
  glong n_characters;
  g_autofree gunichar *characters =
    g_utf8_to_ucs4_fast (byl_read_text_get_text (text), -1, &n_characters);
  g_autoptr(GArray) tokens = byl_rival_tokens_new (text, characters);
  BylRivalFeatures *self = g_new0 (BylRivalFeatures, 1);
  GArray *views[BYL_RIVAL_N_VIEWS];

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    views[i] = g_array_new (FALSE, FALSE, sizeof (guint32));

  byl_rival_figures_count (text, characters, tokens, self->figures);
  byl_rival_grams_foreach (characters, n_characters, tokens, collect_cb, views);
  keep (self, views);

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    g_array_unref (views[i]);

  return self;
}

/**
 * byl_rival_features_free:
 * @self: (transfer full): the features of an answer
 *
 * Frees them.
 */
void
byl_rival_features_free (BylRivalFeatures *self)
{
  g_free (self->hashes);
  g_free (self->counts);
  g_free (self);
}
