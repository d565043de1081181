/* byl-profile-store.c: profiles of packs, made once and kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-profile-store.h"

#include "byl-load.h"
#include "byl-tell-counts-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* The larger ones of a thousand packs have to be made again when they are asked for. */
#define MAX_FILES 40u
#define MAX_BYTES (512u * 1024u * 1024u)

#define SUFFIX ".counts"

/* What a profile is asked of. */
typedef struct
{
  BylPack *pack;
  BylKnownWriters *known; /* (nullable) */
  const char *lexicons;   /* (nullable) */
  const char *cache;      /* (nullable) */
} Request;

/* A file of the cache. */
typedef struct
{
  char *path;
  gint64 time; /* when it was written, in seconds */
} Kept;

static void
kept_clear (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
}

/* The zero byte at the end of a text keeps two texts from being one. */
static void
add_text (GChecksum  *checksum,
          const char *text)
{
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
add_names (GChecksum     *checksum,
           const BylMask *mask)
{
  for (guint i = BYL_MASK_ANY_CASE; i <= BYL_MASK_EXACT_CASE; i++)
    {
      g_auto(GStrv) names = byl_mask_dup_names (mask, i);

      add_text (checksum, i == BYL_MASK_ANY_CASE ? "any" : "exact");
      for (guint j = 0; names[j] != NULL; j++)
        add_text (checksum, names[j]);
    }
}

static void
add_questions (GChecksum     *checksum,
               const BylPack *pack)
{
  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      add_text (checksum, question->prompt);
      for (guint j = 0; j < question->n_answers; j++)
        {
          g_autofree char *writer = g_strdup_printf ("%u", question->answers[j].writer);

          add_text (checksum, writer);
          add_text (checksum, question->answers[j].text);
        }
    }
}

/* Everything that the counts depend on: the way of counting, the words, the names, the answers. */
static char *
make_key (const Request    *request,
          const BylLexicon *lexicon)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autofree char *version = g_strdup_printf ("%u %u %u", BYL_TELL_VERSION, (guint) BYL_N_TELLS,
                                              byl_pack_get_n_writers (request->pack));

  byl_pack_add_names (request->pack, mask);
  if (request->known != NULL)
    byl_known_writers_add_names (request->known, mask);

  add_text (checksum, version);
  add_text (checksum, lexicon != NULL ? byl_lexicon_get_hash (lexicon) : "");
  add_names (checksum, mask);
  add_questions (checksum, request->pack);

  return g_strdup (g_checksum_get_string (checksum));
}

static BylTellCounts *
load_counts (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;

  bytes = byl_load_file (file, MAX_BYTES, NULL, NULL);

  return bytes != NULL ? byl_tell_counts_from_bytes (bytes) : NULL;
}

static int
compare_times (const void *first,
               const void *second)
{
  const Kept *a = first;
  const Kept *b = second;

  if (a->time != b->time)
    return a->time > b->time ? -1 : 1;

  return strcmp (a->path, b->path);
}

/* Keeps the newest files. */
static void
prune (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GArray) files = g_array_new (FALSE, FALSE, sizeof (Kept));
  const char *name;

  g_array_set_clear_func (files, kept_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      GStatBuf status;
      Kept kept = { NULL, 0 };

      if (!g_str_has_suffix (name, SUFFIX))
        continue;

      kept.path = g_build_filename (folder, name, NULL);
      if (g_stat (kept.path, &status) == 0)
        kept.time = status.st_mtime;
      g_array_append_val (files, kept);
    }

  g_array_sort (files, compare_times);
  for (guint i = MAX_FILES; i < files->len; i++)
    g_remove (g_array_index (files, Kept, i).path);
}

/* That nothing can be kept is no reason not to show what was found. */
static void
save_counts (const BylTellCounts *counts,
             const char          *folder,
             const char          *path)
{
  g_autoptr(GBytes) bytes = byl_tell_counts_to_bytes (counts);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > MAX_BYTES || g_mkdir_with_parents (folder, 0700) != 0)
    return;

  if (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                NULL))
    prune (folder);
}

static BylTellCounts *
get_counts (const Request  *request,
            BylLexicon     *lexicon,
            GCancellable   *cancellable,
            GError        **error)
{
  g_autofree char *key = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  BylTellCounts *counts;

  if (request->cache == NULL)
    return byl_tell_counts_new (request->pack, request->known, lexicon, cancellable, error);

  key = make_key (request, lexicon);
  folder = g_build_filename (request->cache, "profiles", NULL);
  name = g_strconcat (key, SUFFIX, NULL);
  path = g_build_filename (folder, name, NULL);

  counts = load_counts (path);
  if (counts != NULL && counts->n_writers == byl_pack_get_n_writers (request->pack))
    return counts;

  g_clear_pointer (&counts, byl_tell_counts_unref);
  counts = byl_tell_counts_new (request->pack, request->known, lexicon, cancellable, error);
  if (counts != NULL)
    save_counts (counts, folder, path);

  return counts;
}

/**
 * byl_profile_load:
 * @pack: a pack
 * @known: (nullable): known models, whose names are hidden from players, too
 * @lexicons: (nullable): the folder of the lexicons; without one, only what needs no words is found
 * @cache: (nullable): the folder of what can be made again, or %NULL to keep nothing
 * @cancellable: (nullable): to give up from elsewhere
 * @error: return location for an error
 *
 * Gives the profile of a pack: from the cache, where it is kept by the pack's content and by the
 * version of the kinds, or made anew. A damaged file in the cache is replaced. It may take
 * seconds: call it where nobody waits.
 *
 * The error is BYL_ERROR_FORMAT or BYL_ERROR_SYNTAX for a lexicon that is none, or
 * G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with the error set
 */
BylProfile *
byl_profile_load (BylPack          *pack,
                  BylKnownWriters  *known,
                  const char       *lexicons,
                  const char       *cache,
                  GCancellable     *cancellable,
                  GError          **error)
{
  const Request request = { pack, known, lexicons, cache };
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autoptr(BylTellCounts) counts = NULL;

  g_return_val_if_fail (pack != NULL, NULL);

  if (lexicons != NULL
      && !byl_lexicon_find (lexicons, byl_pack_get_language (pack), &lexicon, error))
    return NULL;

  counts = get_counts (&request, lexicon, cancellable, error);

  return counts != NULL ? byl_profile_new (counts) : NULL;
}
