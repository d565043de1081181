/* byl-writer-id.c: from a writer's name to an id that a pack can have
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-id.h"

#include <string.h>

/* Characters of an id that is made of a name, and of the hash that stands for what it cannot
 * say. */
#define MAX_LENGTH  80u
#define HASH_LENGTH 8u

/* Letters, digits and what is allowed between them; for anything else one hyphen, and none at the
 * ends. */
static char *
spell (const char *name,
       const char *allowed)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *id = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0' && id->len < MAX_LENGTH; at++)
    {
      gboolean good = g_ascii_isalnum (*at) || strchr (allowed, *at) != NULL;
      char character = good ? *at : '-';
      gboolean joint = !g_ascii_isalnum (character);

      if (joint && (id->len == 0 || (!good && !g_ascii_isalnum (id->str[id->len - 1]))))
        continue;
      g_string_append_c (id, character);
    }
  while (id->len > 0 && !g_ascii_isalnum (id->str[id->len - 1]))
    g_string_truncate (id, id->len - 1);

  return g_string_free (id, FALSE);
}

static char *
add_hash (const char *id,
          const char *name)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  hash[HASH_LENGTH] = '\0';

  return *id != '\0' ? g_strdup_printf ("%s-%s", id, hash) : g_strdup_printf ("w-%s", hash);
}

/* Names in other scripts become question marks, which say nothing. */
static gboolean
is_lost (const char *name)
{
  return !g_str_is_ascii (name);
}

/**
 * byl_writer_id_make:
 * @name: what a writer is called
 *
 * Returns: (transfer full): an id as a pack's writers have it, the same for the same name; names
 *   that differ in nothing but punctuation may share one
 */
char *
byl_writer_id_make (const char *name)
{
  g_autofree char *id = spell (name, "._:/@+-");

  return is_lost (name) || *id == '\0' ? add_hash (id, name) : g_steal_pointer (&id);
}

/**
 * byl_pack_id_make:
 * @name: what a pack is made of, such as a file's name
 *
 * Returns: (transfer full): an id as a pack has it, the same for the same name
 */
char *
byl_pack_id_make (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *id = spell (lower, "");

  return is_lost (name) || *id == '\0' ? add_hash (id, name) : g_steal_pointer (&id);
}
