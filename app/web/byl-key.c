/* byl-key.c: the secret by which a provider knows who asks
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-key.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_KEY  4096u /* bytes; the longest that are given out have some hundreds */
#define LONG_SECRET  16u   /* characters: what is shorter may be a word, such as “lm-studio” */
#define SHORT_SECRET 8u    /* characters: whoever knows fewer of a key knows nothing of it */

/**
 * byl_key_tidy:
 * @typed: what somebody typed or pasted, or the environment has
 * @error: return location for a #BylError, %BYL_ERROR_KEY
 *
 * Takes away the white space around a key. What could break out of the line of a request, or is no
 * key at all, is refused.
 *
 * Returns: (transfer full) (nullable): the key, to be freed with byl_key_free(); %NULL without an
 *   error where there is only white space, and with one where it cannot be a key
 */
char *
byl_key_tidy (const char  *typed,
              GError     **error)
{
  gsize length;

  g_return_val_if_fail (typed != NULL, NULL);

  typed += strspn (typed, " \t\r\n\v\f");
  length = strlen (typed);
  while (length > 0 && strchr (" \t\r\n\v\f", typed[length - 1]) != NULL)
    length--;

  for (gsize i = 0; i < length; i++)
    {
      if (typed[i] > ' ' && typed[i] < 0x7f)
        continue;

      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_KEY,
                           _("This is no key: it has spaces, line breaks or special characters in "
                             "it. Please copy the key once more, and nothing beside it."));
      return NULL;
    }

  if (length > LONGEST_KEY)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_KEY,
                           _("This is no key: it is far too long. Please copy the key once more, "
                             "and nothing beside it."));
      return NULL;
    }

  return length > 0 ? g_strndup (typed, length) : NULL;
}

/* How many bytes at the start of the text are a part of the key, whatever part; some put it into
 * small letters. */
static gsize
measure_part (const char *text,
              const char *key)
{
  gsize longest = 0;

  for (const char *start = key; *start != '\0'; start++)
    {
      gsize length = 0;

      while (start[length] != '\0' &&
             g_ascii_tolower (start[length]) == g_ascii_tolower (text[length]))
        length++;
      longest = MAX (longest, length);
    }

  return longest;
}

/**
 * byl_key_redact:
 * @text: what a server said
 * @key: (nullable): the key that it was sent
 *
 * Takes a key out of a text, and any part of it that is worth something, since some servers repeat
 * what they were sent. The time that it takes grows with both lengths: shorten the text before.
 *
 * Returns: (transfer full): the text, with “…” where the key was
 */
char *
byl_key_redact (const char *text,
                const char *key)
{
  GString *redacted = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  /* Of what is typed for servers that need no key, such as “none”, nothing is secret. */
  if (key == NULL || strlen (key) < SHORT_SECRET)
    {
      g_string_append (redacted, text);
      return g_string_free (redacted, FALSE);
    }

  while (*text != '\0')
    {
      gsize length = measure_part (text, key);

      if (length >= SHORT_SECRET)
        {
          g_string_append (redacted, "…");
          text += length;
        }
      else
        g_string_append_c (redacted, *text++);
    }

  return g_string_free (redacted, FALSE);
}

/**
 * byl_key_is_in:
 * @key: (nullable): a key
 * @text: (nullable): a text
 *
 * Of what is typed for servers that need no key, such as “lm-studio”, nothing is secret.
 *
 * Returns: whether the text holds the whole key
 */
gboolean
byl_key_is_in (const char *key,
               const char *text)
{
  return key != NULL && text != NULL && strlen (key) >= LONG_SECRET && strstr (text, key) != NULL;
}

/**
 * byl_key_take_out:
 * @text: (inout) (nullable): a text that is to be changed as little as can be, such as an answer
 * @key: (nullable): a key
 *
 * Takes a whole key out of a text, with “…” where it was.
 */
void
byl_key_take_out (char       **text,
                  const char  *key)
{
  g_auto(GStrv) parts = NULL;

  if (!byl_key_is_in (key, *text))
    return;

  parts = g_strsplit (*text, key, -1);
  g_free (*text);
  *text = g_strjoinv ("…", parts);
}

/**
 * byl_key_hide:
 * @text: (inout) (nullable): a short text that a server sent beside an answer
 * @key: (nullable): the key that it was sent
 *
 * Takes a key out of a text as byl_key_redact() does, unless it may be a word, such as “lm-studio”.
 */
void
byl_key_hide (char       **text,
              const char  *key)
{
  char *redacted;

  if (*text == NULL || key == NULL || strlen (key) < LONG_SECRET)
    return;

  redacted = byl_key_redact (*text, key);
  g_free (*text);
  *text = redacted;
}

/**
 * byl_key_free:
 * @key: (nullable) (transfer full): a key
 *
 * Wipes the key before its memory is given back.
 */
void
byl_key_free (char *key)
{
  if (key == NULL)
    return;

  explicit_bzero (key, strlen (key));
  g_free (key);
}
