/* byl-excerpt.c: a place of a text with some words around it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-excerpt.h"

#define MAX_PLACE  90u /* characters that are shown of the place itself */
#define AROUND     45u /* on each side of it, if the sentence is no shorter */
#define MIN_LENGTH 24u /* a shorter excerpt shows little of the writer */

static gboolean
is_end (gunichar letter)
{
  return letter == '.' || letter == '!' || letter == '?' || letter == 0x3002 || letter == 0xff01
         || letter == 0xff1f || letter == 0x061f || letter == 0x06d4 || letter == 0x0964;
}

static gboolean
is_ideograph (gunichar letter)
{
  return g_unichar_iswide (letter);
}

/* A sentence starts behind a mark and a space, or behind a mark that needs no space. */
static gboolean
starts_sentence (const gunichar *letters,
                 guint           position)
{
  if (position == 0)
    return TRUE;
  if (letters[position - 1] == '\n')
    return TRUE;
  if (letters[position - 1] >= 0x3000)
    return is_end (letters[position - 1]);

  return position > 1 && g_unichar_isspace (letters[position - 1])
         && is_end (letters[position - 2]);
}

static guint
go_back (const gunichar *letters,
         guint           start)
{
  guint limit = start > AROUND ? start - AROUND : 0;
  guint position = start;

  while (position > limit && !starts_sentence (letters, position))
    position--;

  if (position > limit || starts_sentence (letters, position))
    return position;

  /* Not in the middle of a word, where words have spaces between them. */
  while (position < start && !g_unichar_isspace (letters[position])
         && !is_ideograph (letters[position]))
    position++;
  while (position < start && g_unichar_isspace (letters[position]))
    position++;

  return position;
}

static guint
go_on (const gunichar *letters,
       guint           n,
       guint           end)
{
  guint limit = MIN (end + AROUND, n);
  guint position = end;

  while (position < limit && !(position > 0 && starts_sentence (letters, position)))
    position++;

  if (position == n || starts_sentence (letters, position))
    return position;

  while (position > end && !g_unichar_isspace (letters[position])
         && !is_ideograph (letters[position - 1]))
    position--;

  return position;
}

/* The end of a long place: at most so many letters, and whole words. */
static guint
shorten (const gunichar *letters,
         guint           start,
         guint           end)
{
  guint cut = start + MAX_PLACE;

  if (end <= cut)
    return end;

  while (cut > start + MAX_PLACE / 2 && !g_unichar_isspace (letters[cut])
         && !is_ideograph (letters[cut - 1]))
    cut--;

  return cut;
}

static guint
count_letters (GString *string)
{
  return (guint) g_utf8_strlen (string->str, (gssize) string->len);
}

/* Line breaks and rows of spaces become one space each. */
static void
append_letters (GString        *string,
                const gunichar *letters,
                guint           start,
                guint           end)
{
  for (guint i = start; i < end; i++)
    {
      gboolean is_space = g_unichar_isspace (letters[i]) || g_unichar_iscntrl (letters[i]);

      if (!is_space)
        g_string_append_unichar (string, letters[i]);
      else if (string->len > 0 && string->str[string->len - 1] != ' ')
        g_string_append_c (string, ' ');
    }
}

static void
trim_end (GString *string)
{
  while (string->len > 0 && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);
}

/**
 * byl_excerpt_cut:
 * @text: a text
 * @excerpt: (inout): the place; see #BylExcerpt
 *
 * Cuts the sentence around a place out of a text: at most 45 characters on either side of it and 90
 * of the place itself, in whole words, with an ellipsis where something was left out.
 *
 * Returns: (transfer full) (nullable): the excerpt, or %NULL if the place has no letters to show
 */
char *
byl_excerpt_cut (const char *text,
                 BylExcerpt *excerpt)
{
  const char *first = g_utf8_offset_to_pointer (text, excerpt->first);
  const char *last = g_utf8_offset_to_pointer (first, excerpt->last - excerpt->first);
  glong n_read;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (first, last - first, &n_read);
  g_autoptr(GString) cut = g_string_new (NULL);
  guint n = (guint) n_read;
  guint start = excerpt->start - excerpt->first;
  guint end = MIN (excerpt->end - excerpt->first, n);
  guint shown_end = shorten (letters, start, end);
  guint from = go_back (letters, start);
  guint to = shown_end < end ? shown_end : go_on (letters, n, end);
  gboolean cut_before = !starts_sentence (letters, from);
  gboolean cut_behind = to < n && !starts_sentence (letters, to);

  if (cut_before)
    g_string_append (cut, "… ");
  append_letters (cut, letters, from, start);
  excerpt->start = count_letters (cut);
  append_letters (cut, letters, start, shown_end);
  trim_end (cut);
  excerpt->end = count_letters (cut);

  if (excerpt->end <= excerpt->start)
    return NULL;

  if (to > shown_end && g_unichar_isspace (letters[shown_end - 1]))
    g_string_append_c (cut, ' ');
  append_letters (cut, letters, shown_end, to);
  trim_end (cut);
  if (cut_behind)
    g_string_append (cut, " …");

  excerpt->penalty = (cut_before ? 2 : 0) + (cut_behind ? 2 : 0) + (shown_end < end ? 3 : 0)
                     + (count_letters (cut) < MIN_LENGTH ? 1 : 0);

  return g_string_free (g_steal_pointer (&cut), FALSE);
}
