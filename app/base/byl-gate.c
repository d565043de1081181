/* byl-gate.c: what a JSON file must pass before a parser may see it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"

#include "byl-gate-private.h"
#include "byl-scan.h"

#include <glib/gi18n.h>

/* So many characters of a name are shown in a message. */
#define LONGEST_SHOWN 100

/* The JSON Pointer of the value being read, or of what holds it where none is. */
static char *
describe_pointer (const BylGate *self)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < self->depth && self->frames[i].is_reading; i++)
    {
      const BylGateFrame *frame = &self->frames[i];

      if (frame->is_object)
        byl_scan_append_token (pointer, frame->key, frame->key_length);
      else
        g_string_append_printf (pointer, "/%u", frame->count);
    }

  return g_string_free (pointer, FALSE);
}

/* Notes why the file is refused, and where; returns %FALSE for the caller to return. */
gboolean
byl_gate_refuse (BylGate    *self,
                 const char *code,
                 const char *at,
                 const char *format,
                 ...)
{
  g_autofree char *pointer = describe_pointer (self);
  g_autofree char *message = NULL;
  BylScanPlace place = { self->start, 1, 1 };
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  byl_scan_advance (&place, at);

  self->problem = byl_problem_new (BYL_SEVERITY_ERROR, code, pointer, "%s", message);
  self->problem->line = place.line;
  self->problem->column = place.column;

  return FALSE;
}

gboolean
byl_gate_refuse_end (BylGate *self)
{
  return byl_gate_refuse (self, "truncated", self->end,
                          _("The file ends in the middle: it is cut off, or a bracket or a "
                            "quotation mark "
                            "is never closed."));
}

static gboolean
begins (const BylGate *self,
        const char    *text)
{
  gsize length = strlen (text);

  return (gsize) (self->end - self->at) >= length && memcmp (self->at, text, length) == 0;
}

static gboolean
refuse_comment (BylGate *self)
{
  return byl_gate_refuse (self, "comment", self->at,
                          _("JSON has no comments: take this one out, or make it a member of its "
                            "own."));
}

static gboolean
is_comment (const BylGate *self)
{
  return *self->at == '#' || begins (self, "//") || begins (self, "/*");
}

/* Says what is wrong with something that cannot stand where it does; @wanted is a whole
 * sentence. */
static gboolean
refuse_character (BylGate    *self,
                  const char *wanted)
{
  guchar character;

  if (self->at == self->end)
    return byl_gate_refuse_end (self);

  character = *self->at;

  if (is_comment (self))
    return refuse_comment (self);

  if (character == '\'')
    return byl_gate_refuse (self, "single-quote", self->at,
                            _("JSON writes texts in double quotation marks, \"like this\"."));

  if (begins (self, "“") || begins (self, "”") || begins (self, "„") || begins (self, "«"))
    return byl_gate_refuse (self, "not-json", self->at,
                            _("JSON writes texts in straight quotation marks, \"like this\"."));

  if (character >= 0x80 && g_utf8_get_char_validated (self->at, self->end - self->at) > 0x10ffff)
    return byl_gate_refuse (self, "invalid-utf8", self->at,
                            _("The file is not UTF-8 here: save it with the encoding UTF-8."));

  if (character == ',' || character == '}' || character == ']' || character == ':')
    /* Translators: %c is a mark of punctuation, %s a whole sentence about what is needed
     * instead. */
    return byl_gate_refuse (self, "not-json", self->at,
                            _("A “%c” is out of place here. %s"), character, wanted);

  return byl_gate_refuse (self, "not-json", self->at, "%s", wanted);
}

static gboolean
refuse_value (BylGate *self)
{
  static const char * const numbers[] = { "NaN", "nan", "Infinity", "-Infinity", "inf", "+", "." };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (begins (self, numbers[i]))
      return byl_gate_refuse (self, "bad-number", self->at,
                              _("This is not a number as JSON writes it: it begins with a digit "
                                "or with -, "
                                "and it is finite."));

  if (self->depth == 0)
    return refuse_character (self, _("This is not JSON: such a file begins with { or [."));

  return refuse_character (self, _("A value is needed here: a text in \"quotation marks\", a "
                                   "number, an "
                                   "object, an array, true, false or null."));
}

static guint32
hash_key (const char *text,
          gsize       length)
{
  guint32 hash = 2166136261u; /* FNV-1a: names are short, and at most 256 meet in one object */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash ^ hash >> 16;
}

static gboolean
is_known_key (const BylGate      *self,
              const BylGateFrame *frame,
              const BylGateKey   *key)
{
  const BylGateKey *keys = (const BylGateKey *) self->keys->data;

  if ((frame->seen[key->hash % 16] & (G_GUINT64_CONSTANT (1) << (key->hash / 16 % 64))) == 0)
    return FALSE;

  for (guint i = frame->first_key; i < self->keys->len; i++)
    if (keys[i].hash == key->hash && keys[i].length == key->length &&
        memcmp (keys[i].text, key->text, key->length) == 0)
      return TRUE;

  return FALSE;
}

/* Keeps the name that was just read for comparing; names are compared as they are after
 * decoding. */
static gboolean
note_key (BylGate      *self,
          BylGateFrame *frame,
          const char   *quote)
{
  BylGateKey key = { frame->key, frame->key_length, 0 };

  if (memchr (key.text, '\\', key.length) != NULL)
    {
      g_autoptr(GString) decoded = g_string_new (NULL);

      byl_scan_append_decoded (decoded, key.text, key.length);
      key.text = g_string_chunk_insert_len (self->decoded, decoded->str, decoded->len);
      key.length = decoded->len;
    }

  key.hash = hash_key (key.text, key.length);
  if (is_known_key (self, frame, &key))
    {
      g_autofree char *name = g_strndup (key.text, key.length);
      glong shown_length = MIN (g_utf8_strlen (name, -1), LONGEST_SHOWN);
      g_autofree char *shown = g_utf8_substring (name, 0, shown_length);

      frame->is_reading = TRUE;
      return byl_gate_refuse (self, "duplicate-key", quote,
                              _("The name “%s” is used twice in one object: take one of the two "
                                "out, or "
                                "rename it."),
                              shown);
    }

  frame->seen[key.hash % 16] |= G_GUINT64_CONSTANT (1) << (key.hash / 16 % 64);
  g_array_append_val (self->keys, key);

  return TRUE;
}

/* Reads the name of a member and its colon. */
static gboolean
read_key (BylGate *self)
{
  BylGateFrame *frame = &self->frames[self->depth - 1];
  const char *quote = self->at;

  if (self->at == self->end || *self->at != '"')
    return refuse_character (self,
                             _("The name of a member is needed here, in \"quotation marks\"."));

  if (frame->count >= BYL_GATE_MAX_MEMBERS)
    return byl_gate_refuse (self, "too-many-members", quote,
                            _("An object may have at most %u members: make it an array, or divide "
                              "it."),
                            BYL_GATE_MAX_MEMBERS);

  if (!byl_gate_read_text (self))
    return FALSE;

  frame->key = quote + 1;
  frame->key_length = self->at - quote - 2;
  if (!note_key (self, frame, quote))
    return FALSE;

  frame->is_reading = TRUE;
  self->at = byl_scan_skip_space (self->at, self->end);
  if (self->at == self->end || *self->at != ':')
    return refuse_character (self, _("A colon is needed here, between a name and its value."));

  self->at++;
  return TRUE;
}

static gboolean
open_frame (BylGate *self)
{
  BylGateFrame *frame;

  if (self->depth == BYL_GATE_MAX_DEPTH)
    return byl_gate_refuse (self, "too-deep", self->at,
                            _("Objects and arrays may lie at most %u deep in each other."),
                            BYL_GATE_MAX_DEPTH);

  frame = &self->frames[self->depth++];
  frame->is_object = *self->at == '{';
  frame->is_reading = FALSE;
  frame->count = 0;
  frame->first_key = self->keys->len;
  if (frame->is_object)
    memset (frame->seen, 0, sizeof frame->seen);

  self->at++;
  return TRUE;
}

static void
close_frame (BylGate *self)
{
  BylGateFrame *frame = &self->frames[--self->depth];

  g_array_set_size (self->keys, frame->first_key);
  self->at++;
}

static gboolean
read_value (BylGate *self)
{
  static const char * const words[] = { "true", "false", "null" };

  if (self->at == self->end)
    return byl_gate_refuse_end (self);

  if (++self->n_values > BYL_GATE_MAX_VALUES)
    return byl_gate_refuse (self, "too-many-values", self->at,
                            _("The file has more than %u values: divide it into several."),
                            BYL_GATE_MAX_VALUES);

  switch (*self->at)
    {
    case '"':
      return byl_gate_read_text (self);
    case '{':
    case '[':
      return open_frame (self);
    case '-':
      return begins (self, "-I") ? refuse_value (self) : byl_gate_read_number (self);
    default:
      break;
    }

  if (g_ascii_isdigit (*self->at))
    return byl_gate_read_number (self);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (begins (self, words[i]) &&
        (self->at + strlen (words[i]) == self->end
         || !g_ascii_isalnum (self->at[strlen (words[i])])))
      {
        self->at += strlen (words[i]);
        return TRUE;
      }

  return refuse_value (self);
}

/* Reads what stands between a value and the next one: brackets that close, and a comma. Leaves the
 * depth at 0 after the root. */
static gboolean
read_until_value (BylGate  *self,
                  gboolean  just_opened)
{
  while (self->depth > 0)
    {
      BylGateFrame *frame = &self->frames[self->depth - 1];
      char closing = frame->is_object ? '}' : ']';
      const char *comma = NULL;

      frame->is_reading = FALSE;
      self->at = byl_scan_skip_space (self->at, self->end);

      if (!just_opened && self->at < self->end && *self->at == ',')
        {
          comma = self->at++;
          frame->count++;
          self->at = byl_scan_skip_space (self->at, self->end);
        }

      if (self->at < self->end && *self->at == closing)
        {
          if (comma != NULL)
            return byl_gate_refuse (self, "trailing-comma", comma,
                                    _("A comma stands between two values only: take this last one "
                                      "out."));
          close_frame (self);
          just_opened = FALSE;
          continue;
        }

      /* The file may have been about to close the bracket: no value is being read. */
      if (comma == NULL && self->at == self->end)
        return byl_gate_refuse_end (self);

      if (comma == NULL && !just_opened)
        return refuse_character (self, frame->is_object
                                         ? _("A comma or a } is needed here, after a value of an "
                                             "object.")
                                         : _("A comma or a ] is needed here, after a value of an "
                                             "array."));

      if (frame->is_object)
        return read_key (self);

      frame->is_reading = TRUE;
      return TRUE;
    }

  return TRUE;
}

static gboolean
read_root (BylGate *self)
{
  guint depth;

  do
    {
      self->at = byl_scan_skip_space (self->at, self->end);
      depth = self->depth;
      if (!read_value (self) || !read_until_value (self, self->depth > depth))
        return FALSE;
    }
  while (self->depth > 0);

  self->at = byl_scan_skip_space (self->at, self->end);
  if (self->at == self->end)
    return TRUE;
  if (is_comment (self))
    return refuse_comment (self);

  return byl_gate_refuse (self, "second-root", self->at,
                          _("Something follows the end of the file's one value: take it out, or "
                            "put both "
                            "into an array."));
}

static gboolean
read_start (BylGate *self)
{
  if ((gsize) (self->end - self->start) > BYL_GATE_MAX_BYTES)
    {
      g_autofree char *limit = g_format_size_full (BYL_GATE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      /* Translators: %s is a size such as “256.0 MiB”. */
      return byl_gate_refuse (self, "too-large", self->start,
                              _("The file is too large: at most %s can be opened."), limit);
    }

  if (begins (self, "\xef\xbb\xbf"))
    return byl_gate_refuse (self, "byte-order-mark", self->at,
                            _("The file begins with a byte order mark: save it as UTF-8 without "
                              "one."));

  if (begins (self, "\xff\xfe") || begins (self, "\xfe\xff"))
    return byl_gate_refuse (self, "invalid-utf8", self->at,
                            _("The file is in UTF-16: save it with the encoding UTF-8."));

  if (byl_scan_skip_space (self->at, self->end) == self->end)
    return byl_gate_refuse (self, "empty-file", self->at, _("The file is empty: choose another "
                                                            "one."));

  return TRUE;
}

/**
 * byl_gate_check:
 * @data: (array length=length): the content of a file, not necessarily ended by a NUL
 * @length: bytes of it
 *
 * Reads a file as strictly as RFC 8259 has it, and within the limits of what is opened, in one
 * pass, without recursion and in little memory. What passes is safe to give to json-glib, which
 * alone crashes on deep nesting, stalls on colliding names, and lets pass much that is no JSON.
 *
 * Beyond RFC 8259 it refuses what json-glib cannot keep: names used twice, \u0000, lone surrogates,
 * and numbers outside of 64 bits.
 *
 * Returns: (transfer full) (nullable): %NULL if the file passes, else what stops it, with its code,
 *   pointer, line and column
 */
BylProblem *
byl_gate_check (const char *data,
                gsize       length)
{
  BylGate self = { .start = data, .end = data + length, .at = data };

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (data == NULL)
    self.start = self.end = self.at = "";

  self.keys = g_array_new (FALSE, FALSE, sizeof (BylGateKey));
  self.decoded = g_string_chunk_new (4096);

  if (read_start (&self))
    read_root (&self);

  g_array_unref (self.keys);
  g_string_chunk_free (self.decoded);

  return self.problem;
}
