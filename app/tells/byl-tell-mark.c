/* byl-tell-mark.c: reading the marks of punctuation of a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-scan.h"

#include "byl-letter.h"

static void
take (BylTellText *self,
      gsize        bytes,
      guint        characters)
{
  self->at += bytes;
  self->position += characters;
}

/* A mark that ends a sentence if the next one begins as sentences do. */
static void
note_terminator (BylTellText *self,
                 gunichar     terminator)
{
  byl_tell_scan_widen (self, BYL_GAP_MARK);
  self->terminator = terminator;
  self->space = FALSE;
}

/* A mark within a sentence: what came before it ended none. */
static void
note_inner (BylTellText *self,
            BylGap       gap)
{
  byl_tell_scan_widen (self, gap);
  self->terminator = 0;
}

static void
read_points (BylTellText *self,
             const char  *end)
{
  gsize length = 1;

  while (self->at + length < end && self->at[length] == '.')
    length++;

  if (length >= 3)
    byl_tell_scan_add (self, BYL_MARK_ELLIPSIS, length);
  note_terminator (self, length >= 3 ? BYL_MARK_ELLIPSIS : '.');
  take (self, length, length);
}

/* One hyphen within a word, one between spaces that stands for a dash, or several. */
static void
read_hyphens (BylTellText *self,
              const char  *end)
{
  gsize length = 1;

  if (self->at + 1 < end && self->at[1] == '>')
    {
      byl_tell_scan_add (self, BYL_MARK_ARROW, 2);
      note_inner (self, BYL_GAP_MARK);
      take (self, 2, 2);
      return;
    }

  while (self->at + length < end && self->at[length] == '-')
    length++;

  if (length == 1 && self->space && self->n_tokens > 0 && self->gap != BYL_GAP_BLOCK &&
      self->at + 1 < end && self->at[1] == ' ' && self->at[-1] == ' ')
    {
      byl_tell_scan_add (self, BYL_MARK_EN_DASH, 1);
      note_inner (self, BYL_GAP_MARK);
    }
  else
    {
      byl_tell_scan_widen (self, length == 1 ? BYL_GAP_HYPHEN : BYL_GAP_MARK);
    }
  take (self, length, length);
}

static void
read_en_dash (BylTellText *self,
              const char  *end)
{
  gsize bytes = g_utf8_next_char (self->at) - self->at;
  gboolean spaced = self->space && self->gap != BYL_GAP_BLOCK &&
                    g_ascii_isspace (self->at[-1]) &&
                    self->at + bytes < end && g_ascii_isspace (self->at[bytes]);

  if (spaced)
    byl_tell_scan_add (self, BYL_MARK_EN_DASH, 1);
  note_inner (self, BYL_GAP_RANGE);
  take (self, bytes, 1);
}

/* A mark that is one however often it is repeated: a dash of two, dots of six. */
static void
read_repeated (BylTellText *self,
               const char  *end,
               gunichar     mark,
               gboolean     ends_sentence)
{
  gunichar character = g_utf8_get_char (self->at);
  const char *at = self->at;
  guint length = 0;

  while (at < end && g_utf8_get_char (at) == character)
    {
      at = g_utf8_next_char (at);
      length++;
    }

  byl_tell_scan_add (self, mark, length);
  if (ends_sentence)
    note_terminator (self, mark);
  else
    note_inner (self, BYL_GAP_MARK);
  take (self, at - self->at, length);
}

/**
 * byl_tell_scan_mark:
 * @self: a text that is being read, at a mark of ASCII
 * @end: where to stop
 *
 * Reads one mark.
 */
void
byl_tell_scan_mark (BylTellText *self,
                    const char  *end)
{
  char mark = *self->at;

  switch (mark)
    {
    case '.':
      read_points (self, end);
      return;

    case '-':
      read_hyphens (self, end);
      return;

    case ',':
      note_inner (self, BYL_GAP_COMMA);
      break;

    case '!':
    case '?':
      byl_tell_scan_add (self, mark, 1);
      note_terminator (self, mark);
      break;

    case '~':
      byl_tell_scan_add (self, mark, 1);
      note_inner (self, BYL_GAP_RANGE);
      break;

    case ';':
    case ':':
      byl_tell_scan_add (self, mark, 1);
      note_inner (self, BYL_GAP_MARK);
      break;

    case '(':
    case ')':
    case '[':
    case ']':
    case '"':
      byl_tell_scan_add (self, mark, 1);
      byl_tell_scan_widen (self, BYL_GAP_MARK);
      break;

    case '=':
      if (self->at + 1 < end && self->at[1] == '>')
        {
          byl_tell_scan_add (self, BYL_MARK_ARROW, 2);
          take (self, 1, 1);
        }
      byl_tell_scan_widen (self, BYL_GAP_MARK);
      break;

    default:
      byl_tell_scan_widen (self, BYL_GAP_MARK);
      break;
    }

  take (self, 1, 1);
}

static gboolean
is_arrow (gunichar character)
{
  return (character >= 0x2190 && character <= 0x21ff) ||
         (character >= 0x27f0 && character <= 0x27ff) ||
         (character >= 0x2900 && character <= 0x297f) ||
         (character >= 0x2798 && character <= 0x27be && character != 0x27b0) ||
         character == 0x2794 || (character >= 0x2b00 && character <= 0x2b11);
}

/* The plain form of a wide mark, and of marks of other scripts that mean the same. */
static gunichar
make_plain (gunichar character)
{
  switch (character)
    {
    case 0x061f: /* Arabic question mark */
    case 0x037e: /* Greek question mark */
      return '?';
    case 0x061b: /* Arabic semicolon */
      return ';';
    case 0x301c: /* wave dash */
    case 0x223c: /* tilde operator */
      return '~';
    default:
      return character >= 0xff01 && character <= 0xff5e ? character - 0xfee0 : character;
    }
}

static void
read_sign (BylTellText *self,
           gunichar     character)
{
  gunichar mark = make_plain (character);

  switch (mark)
    {
    case '!':
    case '?':
      byl_tell_scan_add (self, mark, 1);
      note_terminator (self, character);
      return;

    case '.':
    case 0x3002: /* ideographic full stop */
    case 0xff61: /* half-width full stop */
    case 0x06d4: /* Arabic full stop */
    case 0x0964: /* danda */
    case 0x0965: /* double danda */
    case 0x0589: /* Armenian full stop */
    case 0x104b: /* Myanmar section mark */
    case 0x17d4: /* Khmer sign khan */
      note_terminator (self, character);
      return;

    case ',':
    case 0x3001: /* ideographic comma */
    case 0x060c: /* Arabic comma */
      note_inner (self, BYL_GAP_COMMA);
      return;

    case ';':
    case ':':
      byl_tell_scan_add (self, mark, 1);
      note_inner (self, BYL_GAP_MARK);
      return;

    case '~':
      byl_tell_scan_add (self, mark, 1);
      note_inner (self, BYL_GAP_RANGE);
      return;

    case '(':
    case ')':
    case 0x2018: /* quotation marks */
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0x00b1: /* plus or minus */
    case 0x2248: /* almost equal */
      byl_tell_scan_add (self, mark, 1);
      byl_tell_scan_widen (self, BYL_GAP_MARK);
      return;

    default:
      if (is_arrow (character))
        {
          byl_tell_scan_add (self, BYL_MARK_ARROW, 1);
          self->terminator = 0;
        }
      if (byl_letter_get (character) != BYL_LETTER_MARK)
        byl_tell_scan_widen (self, BYL_GAP_MARK);
      return;
    }
}

/**
 * byl_tell_scan_wide_mark:
 * @self: a text that is being read, at an emoji or at a mark outside ASCII
 * @end: where to stop
 *
 * Reads one mark or emoji.
 */
void
byl_tell_scan_wide_mark (BylTellText *self,
                         const char  *end)
{
  gunichar character = g_utf8_get_char (self->at);
  guint length;
  gsize bytes;

  switch (character)
    {
    case 0x2014: /* em dash */
    case 0x2015: /* horizontal bar */
      read_repeated (self, end, BYL_MARK_EM_DASH, FALSE);
      return;

    case 0x2013: /* en dash */
    case 0x2012: /* figure dash */
      read_en_dash (self, end);
      return;

    case 0x2026: /* ellipsis */
    case 0x22ef: /* midline ellipsis */
      read_repeated (self, end, BYL_MARK_ELLIPSIS, TRUE);
      return;

    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
      byl_tell_scan_widen (self, BYL_GAP_HYPHEN);
      take (self, 3, 1);
      return;

    default:
      break;
    }

  bytes = byl_letter_skip_emoji (self->at, &length);
  if (bytes > 0)
    {
      byl_tell_scan_add (self, BYL_MARK_EMOJI, length);
      byl_tell_scan_widen (self, BYL_GAP_MARK);
      take (self, bytes, length);
      return;
    }

  read_sign (self, character);
  take (self, g_utf8_next_char (self->at) - self->at, 1);
}
