/* byl-recording-plan-check.c: all that is wrong with a plan, at once
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-plan.h"

#include "byl-pack-patterns.h"
#include "byl-pack.h"
#include "byl-text.h"
#include "byl-web-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is said of a plan so far. */
typedef struct
{
  GPtrArray  *problems; /* (element-type BylProblem) */
  GHashTable *names;    /* folded, of the writers */
  GHashTable *ids;
  guint       n_errors;
} Check;

/* Parameters that would be keys, without marks between their words. */
static const char * const secret_names[] = {
  "key", "apikey", "xapikey", "xgoogapikey", "accesskey", "secretkey", "token", "accesstoken",
  "authtoken", "auth", "authorization", "bearer", "secret", "clientsecret", "password", "sig",
  "signature", "headers", "extraheaders",
};

/* What the plan or the interface says itself, so that the record would not be true. */
static const char * const taken_names[] = {
  "model", "messages", "contents", "prompt", "system", "systeminstruction", "stream",
  "streamoptions", "n", "candidatecount",
};

G_GNUC_PRINTF (4, 5)
static void
refuse (Check      *check,
        const char *pointer,
        const char *code,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (check->problems,
                   byl_problem_new (BYL_SEVERITY_ERROR, code, pointer, "%s", message));
  check->n_errors++;
}

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/* A text that may be missing, in valid UTF-8 and of a bearable length. */
static gboolean
check_text (Check      *check,
            const char *text,
            guint       max_characters,
            const char *pointer)
{
  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    {
      refuse (check, pointer, "invalid-utf8", _("This text is not UTF-8. Please type it anew."));
      return FALSE;
    }

  if (g_utf8_strlen (text, -1) <= max_characters)
    return TRUE;

  refuse (check, pointer, "too-long", _("This text has at most %u characters. Please shorten it."),
          max_characters);
  return FALSE;
}

static gboolean
check_needed (Check      *check,
              const char *text,
              guint       max_characters,
              const char *pointer,
              const char *sentence)
{
  if (!check_text (check, text, max_characters, pointer))
    return FALSE;

  if (!is_blank (text))
    return TRUE;

  refuse (check, pointer, "missing", "%s", sentence);
  return FALSE;
}

static gboolean
is_one_of (const char         *name,
           const char * const *names,
           guint               n_names)
{
  g_autoptr(GString) bare = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (*name != '-' && *name != '_')
      g_string_append_c (bare, g_ascii_tolower (*name));

  for (guint i = 0; i < n_names; i++)
    if (g_str_equal (bare->str, names[i]))
      return TRUE;

  return FALSE;
}

/* What looks like a key must not be in a plan, which is kept and shared: at any depth. */
static gboolean
has_secret (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        if (is_one_of (name, secret_names, G_N_ELEMENTS (secret_names)) || has_secret (value))
          return TRUE;
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (has_secret (json_array_get_element (array, i)))
          return TRUE;
    }

  return FALSE;
}

static void
check_parameters (Check      *check,
                  JsonObject *parameters,
                  const char *pointer)
{
  g_autoptr(JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (parameters == NULL)
    return;

  node = json_node_init_object (json_node_alloc (), parameters);
  if (has_secret (node))
    refuse (check, pointer, "secret",
            _("Keys and passwords are no parameters: they would be shared with the pack. Please "
              "take them out."));

  json_object_iter_init (&iter, parameters);
  while (json_object_iter_next (&iter, &name, &value))
    if (is_one_of (name, taken_names, G_N_ELEMENTS (taken_names)))
      refuse (check, pointer, "taken-parameter",
              _("“%s” cannot be a parameter, since the recording sets it. Please take it out."),
              name);
}

static void
check_address (Check      *check,
               const char *text,
               const char *pointer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) address = NULL;

  if (text == NULL || !check_text (check, text, BYL_PACK_MAX_ADDRESS, pointer))
    return;

  address = byl_web_address_parse (text, &error);
  if (address == NULL)
    refuse (check, pointer, "bad-address", "%s", error->message);
  else if (g_uri_get_query (address) != NULL || g_uri_get_fragment (address) != NULL)
    refuse (check, pointer, "secret",
            _("What stands behind a “?” or a “#” in an address may be a key, which would be kept. "
              "Please take it out, and give the key for itself."));
}

/* Ids are found by the program, so that only a file can have wrong ones. */
static void
check_id (Check      *check,
          const char *id,
          const char *pointer)
{
  if (id == NULL || *id == '\0')
    return;

  if (strlen (id) > BYL_PACK_MAX_ITEM_ID || !byl_pattern_is_writer_id (id))
    refuse (check, pointer, "bad-pattern",
            _("A writer’s id is made of letters and digits without accents and of . _ : / @ + -, "
              "and begins with a letter or a digit."));
  else if (!g_hash_table_add (check->ids, g_strdup (id)))
    refuse (check, pointer, "duplicate-writer",
            _("Another writer has the id “%s” already. Choose another one."), id);
}

static void
check_name (Check      *check,
            const char *name,
            const char *pointer)
{
  g_autofree char *collapsed = NULL;
  char *folded;

  if (!check_needed (check, name, BYL_PACK_MAX_LINE, pointer, _("Give each model a name.")))
    return;

  collapsed = byl_text_collapse (name);
  folded = byl_text_fold (collapsed);
  if (!g_hash_table_add (check->names, folded))
    refuse (check, pointer, "duplicate-name",
            _("Another model is called “%s” already. Give this one another name, so that players "
              "can tell them apart."),
            name);
}

static void
check_writer (Check                    *check,
              const BylRecordingWriter *writer,
              guint                     position)
{
  g_autofree char *id = g_strdup_printf ("/writers/%u/id", position);
  g_autofree char *name = g_strdup_printf ("/writers/%u/name", position);
  g_autofree char *maker = g_strdup_printf ("/writers/%u/maker", position);
  g_autofree char *provider = g_strdup_printf ("/writers/%u/provider", position);
  g_autofree char *address = g_strdup_printf ("/writers/%u/address", position);
  g_autofree char *model = g_strdup_printf ("/writers/%u/model", position);
  g_autofree char *system = g_strdup_printf ("/writers/%u/system", position);
  g_autofree char *parameters = g_strdup_printf ("/writers/%u/parameters", position);

  check_id (check, writer->id, id);
  check_name (check, writer->name, name);
  check_text (check, writer->maker, BYL_PACK_MAX_LINE, maker);
  check_text (check, writer->system, BYL_PACK_MAX_TEXT, system);
  check_parameters (check, writer->parameters, parameters);
  if (writer->pasted)
    return;

  check_needed (check, writer->provider, BYL_PACK_MAX_LINE, provider,
                _("Choose the provider of this model."));
  check_needed (check, writer->model, BYL_PACK_MAX_LINE, model,
                _("Say how the provider calls this model."));
  check_address (check, writer->address, address);
}

static void
check_question (Check                 *check,
                const BylQuestionLine *question,
                guint                  position)
{
  g_autofree char *prompt = g_strdup_printf ("/questions/%u/prompt", position);
  g_autofree char *category = g_strdup_printf ("/questions/%u/category", position);

  check_needed (check, question->prompt, BYL_PACK_MAX_TEXT, prompt,
                _("This question is empty. Write it or take it out."));
  check_text (check, question->category, BYL_PACK_MAX_LINE, category);
}

static void
check_counts (Check                  *check,
              const BylRecordingPlan *self)
{
  if (self->questions->len == 0)
    refuse (check, "/questions", "missing", _("There are no questions yet. Write at least one."));
  else if (self->questions->len > BYL_PACK_MAX_QUESTIONS)
    refuse (check, "/questions", "too-many",
            _("A pack has at most %u questions. Please take some out."), BYL_PACK_MAX_QUESTIONS);

  if (self->writers->len < 2)
    refuse (check, "/writers", "missing",
            _("Choose at least two models: there is nothing to guess with fewer."));
  else if (self->writers->len > BYL_PACK_MAX_WRITERS)
    refuse (check, "/writers", "too-many",
            _("A pack has at most %u writers. Please take some out."), BYL_PACK_MAX_WRITERS);
}

/**
 * byl_recording_plan_check:
 * @self: a plan
 * @problems: (element-type BylProblem) (nullable): takes all that is wrong, each with a JSON
 *   Pointer such as `/writers/1/model`
 *
 * Returns: whether the plan can be recorded
 */
gboolean
byl_recording_plan_check (const BylRecordingPlan *self,
                          GPtrArray              *problems)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { .names = names, .ids = ids };

  g_return_val_if_fail (self != NULL, FALSE);

  list = byl_problem_list_ref (problems);
  check.problems = list;

  check_needed (&check, self->title, BYL_PACK_MAX_LINE, "/title", _("Give the pack a title."));
  if (self->language == NULL || !byl_pattern_is_language_tag (self->language))
    refuse (&check, "/language", "bad-pattern",
            _("Here a language is named by a tag such as “en” or “pt-BR”."));
  check_text (&check, self->system, BYL_PACK_MAX_TEXT, "/system");
  check_parameters (&check, self->parameters, "/parameters");
  check_counts (&check, self);
  for (guint i = 0; i < self->questions->len; i++)
    check_question (&check, g_ptr_array_index (self->questions, i), i);
  for (guint i = 0; i < self->writers->len; i++)
    check_writer (&check, g_ptr_array_index (self->writers, i), i);

  return check.n_errors == 0;
}
