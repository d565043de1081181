/* byl-recipe-glob.c: which files a recipe means
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-private.h"

#include <string.h>

/* Whether a pattern takes a whole path. It is walked without recursion: after a mismatch the last
 * asterisk takes one character more, and where it may not (a slash, for a single one), the last
 * double one does. */
static gboolean
takes (const char *pattern,
       const char *path)
{
  const char *single = NULL;
  const char *single_at = NULL;
  const char *twice = NULL;
  const char *twice_at = NULL;

  while (TRUE)
    {
      if (pattern[0] == '*' && pattern[1] == '*')
        {
          pattern += 2;
          twice = pattern;
          twice_at = path;
          single = NULL;
        }
      else if (*pattern == '*')
        {
          single = ++pattern;
          single_at = path;
        }
      else if (*pattern != '\0' && *path != '\0' &&
               (*pattern == *path || (*pattern == '?' && *path != '/')))
        {
          pattern++;
          path++;
        }
      else if (*pattern == '\0' && *path == '\0')
        {
          return TRUE;
        }
      else if (single != NULL && *single_at != '\0' && *single_at != '/')
        {
          path = ++single_at;
          pattern = single;
        }
      else if (twice != NULL && *twice_at != '\0')
        {
          path = ++twice_at;
          pattern = twice;
          single = NULL;
        }
      else
        {
          return FALSE;
        }
    }
}

/* Whether a path, or what follows one of its slashes, is what a pattern means: “*” stands for
 * anything but a slash, “**” for anything, “?” for one byte. */
gboolean
byl_recipe_glob_matches (const char *pattern,
                         const char *path)
{
  while (path != NULL)
    {
      if (takes (pattern, path))
        return TRUE;

      path = strchr (path, '/');
      if (path != NULL)
        path++;
    }

  return FALSE;
}
