/* byl-scan.h: what the gate and the locator share in reading JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A place in a text, as a person counts; it only moves forward. */
typedef struct
{
  const char *at;
  guint line;   /* from 1 */
  guint column; /* characters from the line's start, from 1 */
} BylScanPlace;

void  byl_scan_advance        (BylScanPlace *place,
                               const char   *to);
void  byl_scan_append_decoded (GString      *decoded,
                               const char   *raw,
                               gsize         length);
void  byl_scan_append_token   (GString      *pointer,
                               const char   *raw,
                               gsize         length);

/* Marks the top bits of those of eight bytes that end a run of plain ASCII within a JSON text:
 * quotation marks, backslashes, control characters and the bytes of longer characters. A borrow can
 * mark a byte wrongly only above one that is rightly marked (Warren, “Hacker’s Delight”, 6-1), so
 * that the lowest mark is exact. */
static inline guint64
byl_scan_mark_special (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  guint64 quotes = word ^ (ones * '"');
  guint64 slashes = word ^ (ones * '\\');

  return ((word - ones * 0x20) | (quotes - ones) | (slashes - ones) | word) & tops;
}

/* Skips plain ASCII within a JSON text, eight bytes at a time. */
static inline const char *
byl_scan_skip_plain (const char *at,
                     const char *end)
{
  guint64 word;

  while (end - at >= 8)
    {
      memcpy (&word, at, sizeof word);
      word = byl_scan_mark_special (GUINT64_FROM_LE (word));
      if (word != 0)
        return at + __builtin_ctzll (word) / 8;
      at += 8;
    }

  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x80 && *at != '"' && *at != '\\')
    at++;

  return at;
}

static inline const char *
byl_scan_skip_space (const char *at,
                     const char *end)
{
  while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;

  return at;
}

G_END_DECLS
