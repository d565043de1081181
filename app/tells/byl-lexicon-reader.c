/* byl-lexicon-reader.c: from a lexicon's file through the gate to a lexicon
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lexicon.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-lexicon-builder.h"
#include "byl-load.h"
#include "byl-locate.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define MAX_BYTES   (4u * 1024u * 1024u)
#define MAX_ENTRY   200u /* characters */
#define MAX_ENTRIES 50000u

/* A file that is being read. */
typedef struct
{
  BylLexiconBuilder builder;
  BylProblem *problem; /* (nullable): the first that was found */
  guint n_entries;
} Reading;

static gboolean
refuse (Reading    *reading,
        BylProblem *problem)
{
  reading->problem = problem;

  return FALSE;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static const char *
get_entry (JsonArray *array,
           guint      position)
{
  JsonNode *node = json_array_get_element (array, position);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static const char *
explain (BylEntryFault fault)
{
  switch (fault)
    {
    case BYL_ENTRY_BLANK:
      return _("An entry must hold at least one word.");
    case BYL_ENTRY_SPACES:
      return _("The words of an entry are parted by single spaces.");
    case BYL_ENTRY_MARKS:
      return _("An entry holds words, and of other marks only apostrophes, hyphens and the signs "
               "“*”, “#”, “_” and “...”.");
    default:
      return _("A gap, “...”, stands between two words.");
    }
}

static gboolean
add_entry (Reading    *reading,
           JsonArray  *array,
           guint       position,
           BylList     list,
           const char *member)
{
  const char *entry = get_entry (array, position);
  g_autofree char *pointer =
    g_strdup_printf ("/lists/%s/%s/%u", byl_lexicon_lists[list], member, position);
  BylEntryFault fault;

  if (entry == NULL || g_utf8_strlen (entry, -1) > MAX_ENTRY)
    return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "entry", pointer,
                                             _("An entry is a text of at most %u characters."),
                                             MAX_ENTRY));

  fault = byl_lexicon_builder_add (&reading->builder, entry, list, g_str_equal (member, "not"));
  if (fault != BYL_ENTRY_GOOD)
    return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "entry", pointer, "%s",
                                             explain (fault)));

  if (++reading->n_entries > MAX_ENTRIES)
    return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "too-many", pointer,
                                             _("A lexicon holds at most %u entries."),
                                             MAX_ENTRIES));

  return TRUE;
}

static gboolean
add_entries (Reading    *reading,
             JsonObject *object,
             BylList     list,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  gboolean is_list = node != NULL && JSON_NODE_HOLDS_ARRAY (node);
  JsonArray *array = is_list ? json_node_get_array (node) : NULL;
  guint length = is_list ? json_array_get_length (array) : 0;
  gboolean may_miss = g_str_equal (member, "not") && node == NULL;

  if (may_miss)
    return TRUE;

  if (length == 0 && g_str_equal (member, "find"))
    {
      g_autofree char *pointer = g_strdup_printf ("/lists/%s", byl_lexicon_lists[list]);

      return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "find", pointer,
                                               _("A list needs entries in “find”.")));
    }

  if (!is_list)
    {
      g_autofree char *pointer = g_strdup_printf ("/lists/%s/not", byl_lexicon_lists[list]);

      return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "not", pointer,
                                               _("“not” is a list of entries.")));
    }

  for (guint i = 0; i < length; i++)
    if (!add_entry (reading, array, i, list, member))
      return FALSE;

  return TRUE;
}

static gboolean
add_list (Reading    *reading,
          JsonObject *lists,
          const char *name)
{
  g_autofree char *pointer = g_strdup_printf ("/lists/%s", name);
  JsonNode *node = json_object_get_member (lists, name);
  BylList list;

  if (!byl_lexicon_list_find (name, &list))
    {
      BylProblem *problem = byl_problem_new (BYL_SEVERITY_ERROR, "list", pointer,
                                             _("There is no list “%s”."), name);
      g_autofree const char **names = g_new0 (const char *, BYL_N_LISTS + 1);

      for (guint i = 0; i < BYL_N_LISTS; i++)
        names[i] = byl_lexicon_lists[i];
      problem->suggestion = g_strdup (byl_text_nearest (name, names));
      return refuse (reading, problem);
    }

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "list", pointer,
                                             _("A list is an object with “find” and “not”.")));

  return add_entries (reading, json_node_get_object (node), list, "find") &&
         add_entries (reading, json_node_get_object (node), list, "not");
}

static gboolean
add_lists (Reading    *reading,
           JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "lists");
  g_autoptr(GList) names = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "lists",
                                             node != NULL ? "/lists" : "",
                                             _("A lexicon needs an object “lists”.")));

  names = json_object_get_members (json_node_get_object (node));
  for (GList *at = names; at != NULL; at = at->next)
    if (!add_list (reading, json_node_get_object (node), at->data))
      return FALSE;

  return TRUE;
}

static BylLexicon *
read_lexicon (Reading    *reading,
              JsonObject *root)
{
  const char *language = get_string (root, "language");
  const char *name = get_string (root, "name");
  const char *match = get_string (root, "match");
  gboolean in_characters = g_strcmp0 (match, "characters") == 0;
  BylLexicon *lexicon;

  if (language == NULL || name == NULL)
    {
      refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "language", "",
                                        _("A lexicon needs “language” and “name”.")));
      return NULL;
    }

  if (!in_characters && g_strcmp0 (match, "words") != 0)
    {
      refuse (reading, byl_problem_new (BYL_SEVERITY_ERROR, "match",
                                        json_object_has_member (root, "match") ? "/match" : "",
                                        _("“match” must be “words” or “characters”.")));
      return NULL;
    }

  byl_lexicon_builder_init (&reading->builder, in_characters, g_str_has_prefix (language, "ko"));
  if (!add_lists (reading, root))
    return NULL;

  lexicon = byl_lexicon_builder_finish (&reading->builder);
  lexicon->language = g_strdup (language);
  lexicon->name = g_strdup (name);

  return lexicon;
}

/* One problem, with its place in the file, as an error. */
static void
set_error (GError     **error,
           GFile       *file,
           GBytes      *bytes,
           BylProblem  *problem)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new ();
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *text = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_ptr_array_add (problems, problem);
  if (problem->line == 0 && data != NULL)
    byl_locate_problems (data, length, problems);

  text = byl_problem_to_text (problem, name);
  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_FORMAT, text);
}

/**
 * byl_lexicon_load:
 * @file: a lexicon's file
 * @error: return location for an error
 *
 * Reads a lexicon, and makes it ready for finding. The error is that of byl_load_file () if the
 * file cannot be read, BYL_ERROR_SYNTAX if it is not JSON, else BYL_ERROR_FORMAT, with the place of
 * the first thing that is wrong.
 *
 * Returns: (transfer full) (nullable): the lexicon, or %NULL with the error set
 */
BylLexicon *
byl_lexicon_load (GFile   *file,
                  GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylProblem) problem = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) parse_error = NULL;
  Reading reading = { { NULL } };
  BylLexicon *lexicon = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = byl_load_file (file, MAX_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);
  parser = json_parser_new ();
  if (problem == NULL && !json_parser_load_from_data (parser, data, (gssize) length, &parse_error))
    problem = byl_problem_new (BYL_SEVERITY_ERROR, "syntax", "", _("This is not JSON: %s"),
                               parse_error->message);
  if (problem != NULL)
    {
      set_error (error, file, bytes, problem);
      if (error != NULL)
        (*error)->code = BYL_ERROR_SYNTAX;
      return NULL;
    }

  if (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    lexicon = read_lexicon (&reading, json_node_get_object (json_parser_get_root (parser)));
  else
    refuse (&reading, byl_problem_new (BYL_SEVERITY_ERROR, "lexicon", "",
                                       _("A lexicon is a JSON object.")));

  if (lexicon != NULL)
    lexicon->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  else
    set_error (error, file, bytes, reading.problem);

  byl_problem_free (reading.problem);
  byl_lexicon_builder_clear (&reading.builder);

  return lexicon;
}
