/* byl-localized.c: one text, or a text for each of several languages
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-localized.h"

#include <string.h>

/* From a locale's name (“pt_BR.UTF-8”) to a language tag (“pt-BR”). */
static char *
make_tag (const char *language)
{
  char *tag = g_strndup (language, strcspn (language, ".@"));

  return g_strdelimit (tag, "_", '-');
}

static const char *
find_tag (const BylLocalized *self,
          const char         *tag)
{
  for (guint i = 0; self->tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->tags[i], tag) == 0)
      return self->texts[i];

  return NULL;
}

/* A reader of “de-AT” is better served in “de” or “de-CH” than in another language, and best in
 * “de”. */
static const char *
find_primary (const BylLocalized *self,
              const char         *tag)
{
  gsize length = strcspn (tag, "-");
  const char *text = NULL;

  for (guint i = 0; self->tags[i] != NULL; i++)
    {
      if (strcspn (self->tags[i], "-") != length ||
          g_ascii_strncasecmp (self->tags[i], tag, length) != 0)
        continue;

      if (self->tags[i][length] == '\0')
        return self->texts[i];
      if (text == NULL)
        text = self->texts[i];
    }

  return text;
}

/**
 * byl_localized_new:
 *
 * Returns: (transfer full): a text that has no languages yet
 */
BylLocalized *
byl_localized_new (void)
{
  BylLocalized *self = g_new0 (BylLocalized, 1);

  self->tags = g_new0 (char *, 1);
  self->texts = g_new0 (char *, 1);

  return self;
}

/**
 * byl_localized_add:
 * @self: a localized text
 * @tag: a BCP 47 language tag, "" where the language is not said
 * @text: the text in this language
 *
 * Adds a language. Where a tag is added twice, the first counts.
 */
void
byl_localized_add (BylLocalized *self,
                   const char   *tag,
                   const char   *text)
{
  guint n = g_strv_length (self->tags);

  self->tags = g_renew (char *, self->tags, n + 2);
  self->texts = g_renew (char *, self->texts, n + 2);
  self->tags[n] = g_strdup (tag);
  self->texts[n] = g_strdup (text);
  self->tags[n + 1] = NULL;
  self->texts[n + 1] = NULL;
}

/**
 * byl_localized_copy:
 * @self: (nullable): a localized text
 *
 * Returns: (transfer full) (nullable): a copy
 */
BylLocalized *
byl_localized_copy (const BylLocalized *self)
{
  BylLocalized *copy;

  if (self == NULL)
    return NULL;

  copy = g_new0 (BylLocalized, 1);
  copy->tags = g_strdupv (self->tags);
  copy->texts = g_strdupv (self->texts);

  return copy;
}

/**
 * byl_localized_free:
 * @self: (nullable) (transfer full): a localized text
 */
void
byl_localized_free (BylLocalized *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->tags);
  g_strfreev (self->texts);
  g_free (self);
}

/**
 * byl_localized_choose:
 * @self: (nullable): a localized text
 * @languages: (array zero-terminated=1): what the reader understands, best first, as
 *   g_get_language_names() gives it
 *
 * Chooses the text of the first language that there is: the very tag, then one of the same primary
 * language, then the text without a language, then English, then the first.
 *
 * Returns: (nullable): the text, owned by @self; %NULL where there is none at all
 */
const char *
byl_localized_choose (const BylLocalized *self,
                      const char * const *languages)
{
  const char *text = NULL;

  if (self == NULL || self->tags[0] == NULL)
    return NULL;

  for (guint i = 0; languages[i] != NULL && text == NULL; i++)
    {
      g_autofree char *tag = make_tag (languages[i]);

      /* Where a locale is made for no language, programs speak English. */
      if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX"))
        continue;

      text = find_tag (self, tag);
      if (text == NULL)
        text = find_primary (self, tag);
    }

  if (text == NULL)
    text = find_tag (self, "");
  if (text == NULL)
    text = find_primary (self, "en");

  return text != NULL ? text : self->texts[0];
}
