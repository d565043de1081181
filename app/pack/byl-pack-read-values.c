/* byl-pack-read-values.c: the texts and numbers of a pack, each checked before it is taken
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reading.h"

#include "byl-pack-patterns.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Integers up to here are whole numbers in a double too. */
#define MAX_EXACT_DOUBLE 9007199254740992.0

/* How much of a wrong value a message repeats, in characters. */
#define MAX_REPEATED 40

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* JSON knows one kind of number: 2.0 is a whole one too. */
static gboolean
take_integer (JsonNode *node,
              gint64   *value)
{
  double number;

  if (holds (node, G_TYPE_INT64))
    {
      *value = json_node_get_int (node);
      return TRUE;
    }

  if (!holds (node, G_TYPE_DOUBLE))
    return FALSE;

  number = json_node_get_double (node);
  if (number != floor (number) || fabs (number) > MAX_EXACT_DOUBLE)
    return FALSE;

  *value = (gint64) number;

  return TRUE;
}

/* The length of a text counts in characters; where its bytes are few enough, nobody has to
 * count. */
static gboolean
check_length (BylReading *self,
              const char *text,
              guint       minimum,
              guint       maximum)
{
  gsize n_bytes = strlen (text);
  gsize n_characters;

  if (n_bytes == 0 && minimum > 0)
    {
      byl_reading_add (self, "too-short", NULL, _("“%s” must not be empty. Write its text."),
                       byl_reading_get_name (self));
      return FALSE;
    }

  if (n_bytes <= maximum)
    return TRUE;

  n_characters = (gsize) g_utf8_strlen (text, (gssize) n_bytes);
  if (n_characters <= maximum)
    return TRUE;

  byl_reading_add (self, "too-long", NULL,
                   ngettext ("“%s” may have %u character, but has %u. Shorten it.",
                             "“%s” may have %u characters, but has %u. Shorten it.",
                             maximum),
                   byl_reading_get_name (self), maximum, (guint) n_characters);

  return FALSE;
}

/* A message repeats the beginning of what it is about. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_REPEATED)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_REPEATED);

  return g_strconcat (start, "…", NULL);
}

/* The text that the reader is at, of so many characters; NULL where it is none. */
const char *
byl_reading_text (BylReading *self,
                  JsonNode   *node,
                  guint       minimum,
                  guint       maximum)
{
  const char *text;

  if (!holds (node, G_TYPE_STRING))
    {
      byl_reading_add (self, "wrong-type", NULL,
                       _("“%s” must be a text, in quotation marks."), byl_reading_get_name (self));
      return NULL;
    }

  text = json_node_get_string (node);

  return check_length (self, text, minimum, maximum) ? text : NULL;
}

/* The text of a member; NULL where there is none. */
const char *
byl_reading_member_text (BylReading *self,
                         JsonObject *object,
                         const char *name,
                         guint       minimum,
                         guint       maximum)
{
  JsonNode *node = byl_reading_enter_existing (self, object, name);
  const char *text;

  if (node == NULL)
    return NULL;

  text = byl_reading_text (self, node, minimum, maximum);
  byl_reading_leave (self);

  return text;
}

/* A short text, such as a name. */
const char *
byl_reading_line (BylReading *self,
                  JsonObject *object,
                  const char *name)
{
  return byl_reading_member_text (self, object, name, 1, BYL_PACK_MAX_LINE);
}

/* A day or a month. */
const char *
byl_reading_date (BylReading *self,
                  JsonObject *object,
                  const char *name)
{
  const char *date = byl_reading_member_text (self, object, name, 0, G_MAXUINT);
  g_autofree char *shown = NULL;

  if (date == NULL || byl_pattern_is_date (date))
    return date;

  shown = shorten (date);
  byl_reading_enter_member (self, name);
  byl_reading_add (self, "bad-date", NULL,
                   _("“%s” must be a date such as 2026-04 or 2026-04-08, not “%s”."), name, shown);
  byl_reading_leave (self);

  return NULL;
}

/* A web address. */
const char *
byl_reading_address (BylReading *self,
                     JsonObject *object,
                     const char *name)
{
  const char *address = byl_reading_member_text (self, object, name, 0, BYL_PACK_MAX_ADDRESS);

  if (address == NULL || byl_pattern_is_address (address))
    return address;

  byl_reading_enter_member (self, name);
  byl_reading_add (self, "bad-address", NULL,
                   _("“%s” must be a web address that begins with https:// or http://."), name);
  byl_reading_leave (self);

  return NULL;
}

/* A whole number from minimum to maximum; FALSE where there is none, and value is left alone. */
gboolean
byl_reading_integer (BylReading *self,
                     JsonObject *object,
                     const char *name,
                     gint64      minimum,
                     gint64      maximum,
                     gint64     *value)
{
  JsonNode *node = byl_reading_enter_existing (self, object, name);
  gboolean good = FALSE;
  gint64 number;

  if (node == NULL)
    return FALSE;

  if (!take_integer (node, &number))
    {
      byl_reading_add (self, "wrong-type", NULL,
                       _("“%s” must be a whole number, without quotation marks."), name);
    }
  else if (number < minimum || number > maximum)
    {
      g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, minimum);
      g_autofree char *greatest = g_strdup_printf ("%" G_GINT64_FORMAT, maximum);

      /* Translators: a member’s name, the least and the greatest value */
      byl_reading_add (self, "bad-value", NULL, _("“%s” must be from %s to %s."),
                       name, least, greatest);
    }
  else
    {
      *value = number;
      good = TRUE;
    }
  byl_reading_leave (self);

  return good;
}

/* A number of at least 0, which the game has no use for; an editor may. */
void
byl_reading_amount (BylReading *self,
                    JsonObject *object,
                    const char *name)
{
  JsonNode *node = byl_reading_enter_existing (self, object, name);

  if (node == NULL)
    return;

  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    byl_reading_add (self, "wrong-type", NULL,
                     _("“%s” must be a number, without quotation marks."), name);
  else if (json_node_get_double (node) < 0)
    byl_reading_add (self, "bad-value", NULL, _("“%s” must not be less than 0."), name);

  byl_reading_leave (self);
}

/* The position of a member's value among the choices; −1 where there is none. */
int
byl_reading_choice (BylReading         *self,
                    JsonObject         *object,
                    const char         *name,
                    const char * const *choices)
{
  const char *value = byl_reading_member_text (self, object, name, 0, G_MAXUINT);
  g_autofree char *list = NULL;
  g_autofree char *shown = NULL;

  if (value == NULL)
    return -1;

  for (int i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], value))
      return i;

  list = g_strjoinv (", ", (char **) choices);
  shown = shorten (value);
  byl_reading_enter_member (self, name);
  byl_reading_add (self, "bad-value",
                   strlen (value) <= MAX_REPEATED ? byl_text_nearest (value, choices) : NULL,
                   /* Translators: a member’s name, its value, and the values that it may have */
                   _("“%s” cannot be “%s”. Choose one of these: %s."), name, shown, list);
  byl_reading_leave (self);

  return -1;
}
