/* byl-places.c: where the program's own data lies, whatever prefix it was installed to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-places.h"

/* The folder of that name in the share folder beside the program's own bin folder, where there is
 * one: an installed tree then works from wherever it was moved to. */
static char *
find_beside_program (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;

  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);
  folder = g_build_filename (prefix, "share", name, NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

static char *
find_place (const char *variable,
            const char *name,
            const char *compiled_in)
{
  const char *set = g_getenv (variable);
  char *beside;

  if (set != NULL && set[0] != '\0')
    return g_strdup (set);

  beside = find_beside_program (name);

  return beside != NULL ? beside : g_strdup (compiled_in);
}

/**
 * byl_places_get_data_dir:
 *
 * The folder of what is installed with the program: packs, known writers, lexicons. It is what the
 * environment variable BYLINE_DATA_DIR says, else share/byline beside the program's own bin folder,
 * else what the build was configured with. It is looked for once.
 *
 * Returns: (transfer none): a path
 */
const char *
byl_places_get_data_dir (void)
{
  static gsize place;

  if (g_once_init_enter (&place))
    g_once_init_leave (&place, (gsize) find_place ("BYLINE_DATA_DIR", "byline", PKGDATADIR));

  return (const char *) place;
}

/**
 * byl_places_get_locale_dir:
 *
 * The folder of the translations, found as byl_places_get_data_dir () finds its own, with the
 * environment variable BYLINE_LOCALE_DIR.
 *
 * Returns: (transfer none): a path
 */
const char *
byl_places_get_locale_dir (void)
{
  static gsize place;

  if (g_once_init_enter (&place))
    g_once_init_leave (&place, (gsize) find_place ("BYLINE_LOCALE_DIR", "locale", LOCALEDIR));

  return (const char *) place;
}

/**
 * byl_places_dup_user_dir:
 *
 * The folder of what the user adds and the program records. It need not exist yet.
 *
 * Returns: (transfer full): a path
 */
char *
byl_places_dup_user_dir (void)
{
  return g_build_filename (g_get_user_data_dir (), "byline", NULL);
}

/**
 * byl_places_dup_cache_dir:
 *
 * The folder of what can be worked out again. It need not exist yet.
 *
 * Returns: (transfer full): a path
 */
char *
byl_places_dup_cache_dir (void)
{
  return g_build_filename (g_get_user_cache_dir (), "byline", NULL);
}
