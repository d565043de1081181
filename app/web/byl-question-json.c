/* byl-question-json.c: questions that are written as JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"
#include "byl-locate.h"
#include "byl-question-reading.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

static const char * const prompt_members[] = { "prompt", "question", "text" };

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* For the question list: whether the text is meant to be JSON. Prose may begin with a bracket, too,
 * but hardly with one before a quotation mark. */
gboolean
byl_question_is_json (const char *text)
{
  const char *first = skip_space (text);
  const char *second = *first != '\0' ? skip_space (first + 1) : first;

  if (*first == '{')
    return *second == '"';

  return *first == '[' && (*second == '"' || *second == '{');
}

/* What passes the gate, as a tree; else the problem says what stopped it. */
static JsonNode *
parse (const char  *text,
       gsize        length,
       BylProblem **problem)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) error = NULL;

  *problem = byl_gate_check (text, length);
  if (*problem != NULL)
    return NULL;

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, text, (gssize) length, &error))
    return json_parser_steal_root (parser);

  *problem = byl_problem_new (BYL_SEVERITY_ERROR, "syntax", "", _("This is not JSON: %s"),
                              error->message);
  return NULL;
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
read_item (BylQuestionReading *self,
           JsonNode           *node,
           guint               line)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *prompt = get_text (node);
  const char *category = NULL;

  for (guint i = 0; object != NULL && prompt == NULL && i < G_N_ELEMENTS (prompt_members); i++)
    prompt = get_text (json_object_get_member (object, prompt_members[i]));
  if (object != NULL)
    category = get_text (json_object_get_member (object, "category"));

  if (prompt != NULL && *skip_space (prompt) != '\0')
    byl_question_reading_add (self, prompt, category, line);
  else
    byl_question_reading_refuse (
      self,
      byl_problem_new (BYL_SEVERITY_ERROR, "no-prompt", "",
                       _("A question in JSON needs a “%s” that is a text."), "prompt"),
      line);
}

/* The lines at which the items of an array begin, found in one pass. */
static GPtrArray *
find_places (const char *text,
             JsonArray  *items,
             const char *pointer)
{
  GPtrArray *places = byl_problem_list_new ();

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", pointer, i);

      g_ptr_array_add (places,
                       byl_problem_new (BYL_SEVERITY_WARNING, "place", item, "%s", ""));
    }
  byl_locate_problems (text, strlen (text), places);

  return places;
}

static void
read_items (BylQuestionReading *self,
            const char         *text,
            JsonArray          *items,
            const char         *pointer)
{
  g_autoptr(GPtrArray) places = find_places (text, items, pointer);

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      const BylProblem *place = g_ptr_array_index (places, i);

      read_item (self, json_array_get_element (items, i), place->line);
    }
}

/* One value that may take many lines: a list of questions, or an object that has one, as packs do.
 * FALSE where the text is no such thing. */
static gboolean
read_whole (BylQuestionReading *self,
            const char         *text,
            JsonNode           *root)
{
  JsonNode *items = root;

  if (JSON_NODE_HOLDS_OBJECT (root))
    items = json_object_get_member (json_node_get_object (root), "questions");
  if (items == NULL || !JSON_NODE_HOLDS_ARRAY (items))
    return FALSE;

  read_items (self, text, json_node_get_array (items), items == root ? "" : "/questions");
  return TRUE;
}

static void
read_line (BylQuestionReading *self,
           const char         *text,
           guint               line)
{
  BylProblem *problem = NULL;
  g_autoptr(JsonNode) node = parse (text, strlen (text), &problem);

  if (node != NULL)
    read_item (self, node, line);
  else
    byl_question_reading_refuse (self, problem, line);
}

/* For the question list: one JSON value, or one on each line. */
void
byl_question_read_json (BylQuestionReading  *self,
                        const char          *text,
                        char               **lines)
{
  BylProblem *problem = NULL;
  g_autoptr(JsonNode) root = parse (text, strlen (text), &problem);

  if (root != NULL && read_whole (self, text, root))
    return;

  if (*skip_space (text) == '[' && problem != NULL)
    {
      byl_question_reading_refuse (self, problem, problem->line);
      return;
    }

  g_clear_pointer (&problem, byl_problem_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*skip_space (lines[i]) != '\0')
      read_line (self, lines[i], i + 1);
}
