/* byl-import-fields.c: the texts of a record, wherever the recipe says that they stand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include <math.h>
#include <string.h>

/* Seconds and milliseconds since 1970 are told apart by their size: this is the year 5138, or
 * 1973. */
#define MILLISECONDS_FROM 1e11

/* Digits that a number is written with, and the largest whole one that a double has exactly. */
#define NUMBER_BUFFER 32
#define MAX_EXACT     9007199254740992.0

/* A search for the value that a text stands beside. */
typedef struct
{
  const BylRecipeValue *value;
  JsonNode             *found; /* (nullable) */
} Search;

static gboolean
is_text (JsonNode   *node,
         const char *text)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING &&
         g_str_equal (json_node_get_string (node), text);
}

static gboolean
take_where (BylRecipeTrail *trail,
            gpointer        user_data)
{
  Search *search = user_data;
  const BylRecipeValue *value = search->value;

  if (value->where != NULL &&
      !is_text (byl_recipe_path_find (value->where, trail), value->is))
    return TRUE;

  search->found = value->take != NULL ? byl_recipe_path_find (value->take, trail)
                                      : trail->places[trail->depth - 1].node;

  return search->found == NULL;
}

static JsonNode *
find_node (const BylRecipeValue *value,
           const BylRecipeTrail *trail)
{
  Search search = { .value = value };

  byl_recipe_path_search (value->path, trail, take_where, &search);

  return search.found;
}

static char *
dup_number (double number)
{
  char buffer[NUMBER_BUFFER];

  if (number == floor (number) && fabs (number) <= MAX_EXACT)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static BylFound
read_node (JsonNode  *node,
           gboolean   numbers,
           char     **text)
{
  if (node == NULL)
    return BYL_FOUND_NOTHING;
  if (JSON_NODE_HOLDS_NULL (node))
    return BYL_FOUND_NULL;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return BYL_FOUND_OTHER;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      *text = json_node_dup_string (node);
      return BYL_FOUND_TEXT;
    }

  if (!numbers || json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return BYL_FOUND_OTHER;

  *text = json_node_get_value_type (node) == G_TYPE_INT64
            ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
            : dup_number (json_node_get_double (node));

  return BYL_FOUND_TEXT;
}

static char *
dup_file_part (BylValueKind        kind,
               const BylFoundFile *file)
{
  g_autofree char *folder = NULL;
  char *name;
  char *point;

  switch (kind)
    {
    case BYL_VALUE_FILE_NAME:
      name = g_path_get_basename (file->whole);
      point = strrchr (name, '.');
      if (point != NULL && point != name)
        *point = '\0';
      return name;
    case BYL_VALUE_FILE_FOLDER:
      folder = g_path_get_dirname (file->whole);
      return g_path_get_basename (folder);
    default:
      return g_strdup (file->path);
    }
}

static BylFound
read_value (const BylRecipeValue  *value,
            const BylRecipeTrail  *trail,
            const BylFoundFile    *file,
            gboolean               numbers,
            char                 **text)
{
  switch (value->kind)
    {
    case BYL_VALUE_PATH:
      if (!value->path->name)
        return read_node (find_node (value, trail), numbers, text);
      *text = byl_recipe_path_dup_name (value->path, trail);
      break;
    case BYL_VALUE_CONSTANT:
      *text = g_strdup (value->constant);
      break;
    case BYL_VALUE_FILE_PATH:
    case BYL_VALUE_FILE_NAME:
    case BYL_VALUE_FILE_FOLDER:
    default:
      *text = dup_file_part (value->kind, file);
      break;
    }

  return *text != NULL ? BYL_FOUND_TEXT : BYL_FOUND_NOTHING;
}

/* The text at the first of several places that has one. @numbers says whether a number will do. */
BylFound
byl_import_find_text (const GArray          *values,
                      const BylRecipeTrail  *trail,
                      const BylFoundFile    *file,
                      gboolean               numbers,
                      char                 **text)
{
  BylFound best = BYL_FOUND_NOTHING;

  *text = NULL;
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      BylFound found = read_value (&g_array_index (values, BylRecipeValue, i), trail, file, numbers,
                                   text);

      if (found == BYL_FOUND_TEXT)
        return found;
      best = MAX (best, found);
    }

  return best;
}

/* Whether something stands where a failure is told of: anything but null, false and no text. */
gboolean
byl_import_find_error (const GArray         *values,
                       const BylRecipeTrail *trail)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const BylRecipeValue *value = &g_array_index (values, BylRecipeValue, i);
      JsonNode *node = value->path != NULL && !value->path->name ? find_node (value, trail) : NULL;

      if (node == NULL || JSON_NODE_HOLDS_NULL (node) || is_text (node, "") ||
          (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
           !json_node_get_boolean (node)))
        continue;

      return TRUE;
    }

  return FALSE;
}

/* The day of a moment that is told in seconds, or milliseconds, since 1970. */
static char *
dup_day (double seconds)
{
  g_autoptr(GDateTime) moment = NULL;

  if (fabs (seconds) >= MILLISECONDS_FROM)
    seconds /= 1000;
  if (!isfinite (seconds) || fabs (seconds) >= MILLISECONDS_FROM)
    return NULL;

  moment = g_date_time_new_from_unix_utc ((gint64) seconds);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d") : NULL;
}

/* The month or the day of an ISO 8601 date; the time of day is nothing that a pack has use for. */
static char *
dup_date (const char *text)
{
  gsize length = strspn (text, "0123456789-");
  g_autofree char *date = g_strndup (text, MIN (length, 10));
  guint parts[3] = { 1, 1, 1 };
  g_auto(GStrv) numbers = g_strsplit (date, "-", 3);
  guint n_parts = g_strv_length (numbers);

  if (n_parts < 2 || strlen (numbers[0]) != 4 || strlen (numbers[1]) != 2 ||
      (n_parts == 3 && strlen (numbers[2]) != 2))
    return NULL;

  for (guint i = 0; i < n_parts; i++)
    parts[i] = (guint) g_ascii_strtoull (numbers[i], NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return NULL;

  return g_steal_pointer (&date);
}

/* When an answer was made; NULL where nobody says, or not so that a pack can. */
char *
byl_import_find_date (const GArray         *values,
                      const BylRecipeTrail *trail,
                      const BylFoundFile   *file)
{
  g_autofree char *text = NULL;
  char *end = NULL;
  double number;

  if (byl_import_find_text (values, trail, file, TRUE, &text) != BYL_FOUND_TEXT)
    return NULL;

  number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0')
    return dup_day (number);

  return dup_date (text);
}
