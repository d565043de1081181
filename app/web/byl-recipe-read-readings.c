/* byl-recipe-read-readings.c: how a recipe reads files of one kind
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-read-parts.h"

#include <glib/gi18n.h>

#define MAX_READINGS 32u
#define MAX_PATTERNS 64u
#define MAX_EXCEPT   256u
#define MAX_COLUMNS  256u

static const BylMember reading_members[] = {
  { "files", TRUE }, { "format", TRUE }, { "header", FALSE }, { "columns", FALSE },
  { "records", FALSE }, { "except", FALSE }, { "question", FALSE }, { "prompt", FALSE },
  { "category", FALSE }, { "writer", FALSE }, { "answer", FALSE }, { "date", FALSE },
  { "model", FALSE }, { "error", FALSE }, { NULL, FALSE },
};

/* In the order of BylDataFormat. */
static const char * const formats[] = { "json", "json-lines", "csv", NULL };

/* In the order of BylCsvHeader. */
static const char * const headers[] = { "auto", "present", "absent", NULL };

/* In the order of BylRecipeField. */
static const char * const field_names[BYL_N_FIELDS] = {
  "question", "prompt", "category", "writer", "answer", "date", "model", "error",
};

static gboolean
has (const BylRecipeReading *one,
     BylRecipeField          field)
{
  return one->fields[field] != NULL;
}

/* A reading gives questions, or answers, or both; what joins the one to the other must be there. */
static void
check_fields (BylReading             *reading,
              const BylRecipeReading *one)
{
  if (has (one, BYL_FIELD_ANSWER) && !has (one, BYL_FIELD_WRITER))
    byl_reading_add (reading, "missing-member", NULL,
                     _("Where there is an answer, “%s” must say who wrote it. Add it."), "writer");

  if (has (one, BYL_FIELD_ANSWER) && !has (one, BYL_FIELD_PROMPT) &&
      !has (one, BYL_FIELD_QUESTION))
    byl_reading_add (reading, "missing-member", NULL,
                     _("An answer needs its question: add “%s”, its text, or “%s”, its id."),
                     "prompt", "question");

  if (!has (one, BYL_FIELD_ANSWER) && !has (one, BYL_FIELD_PROMPT))
    byl_reading_add (reading, "missing-member", NULL,
                     _("Nothing is read here: add “%s”, “%s” or both."), "prompt", "answer");
}

static BylRecipeReading *
read_one (BylReading *reading,
          JsonObject *object)
{
  BylRecipeReading *one = g_new0 (BylRecipeReading, 1);
  gint64 columns = 0;
  int choice;

  one->files = byl_recipe_read_texts (reading, object, "files", 1, MAX_PATTERNS);
  choice = byl_reading_choice (reading, object, "format", formats);
  one->format = choice < 0 ? BYL_DATA_JSON : (BylDataFormat) choice;
  choice = byl_reading_choice (reading, object, "header", headers);
  one->header = choice < 0 ? BYL_HEADER_AUTO : (BylCsvHeader) choice;
  byl_reading_integer (reading, object, "columns", 1, MAX_COLUMNS, &columns);
  one->min_columns = (guint) columns;
  one->records = byl_recipe_read_path (reading, object, "records", FALSE);
  if (one->records == NULL)
    one->records = byl_recipe_path_new ("", FALSE);
  one->except = byl_recipe_read_texts (reading, object, "except", 0, MAX_EXCEPT);

  for (guint i = 0; i < BYL_N_FIELDS; i++)
    one->fields[i] = byl_recipe_read_value (reading, object, field_names[i]);
  check_fields (reading, one);

  return one;
}

/* Answers that are joined by an id alone need questions with ids; and there must be answers. */
static void
check_together (BylReading *reading,
                BylRecipe  *recipe)
{
  gboolean answers = FALSE;
  gboolean prompts = FALSE;
  gboolean joined_by_id = FALSE;
  gboolean has_ids = FALSE;

  for (guint i = 0; i < recipe->readings->len; i++)
    {
      const BylRecipeReading *one = g_ptr_array_index (recipe->readings, i);

      answers |= has (one, BYL_FIELD_ANSWER);
      prompts |= has (one, BYL_FIELD_PROMPT);
      joined_by_id |= has (one, BYL_FIELD_ANSWER) && !has (one, BYL_FIELD_PROMPT);
      has_ids |= has (one, BYL_FIELD_PROMPT) && has (one, BYL_FIELD_QUESTION);
    }

  if (!answers)
    byl_reading_add (reading, "no-answers", NULL,
                     _("No file gives answers: add “%s” where they stand."), "answer");
  if (!prompts)
    byl_reading_add (reading, "no-prompts", NULL,
                     _("No file gives the text of the questions: add “%s” where it stands."),
                     "prompt");
  else if (joined_by_id && !has_ids)
    byl_reading_add (reading, "no-prompts", NULL,
                     _("Answers are joined to questions by an id here, but no question has one: "
                       "add “%s” beside “%s”."),
                     "question", "prompt");
}

/* The member “readings”. */
void
byl_recipe_read_readings (BylReading *reading,
                          JsonObject *object,
                          BylRecipe  *recipe)
{
  JsonArray *list = byl_reading_list (reading, object, "readings", 1, MAX_READINGS);
  guint n_errors = reading->n_errors;

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *inner;

      byl_reading_enter_item (reading, i);
      inner = byl_reading_object (reading, json_array_get_element (list, i), reading_members);
      if (inner != NULL)
        g_ptr_array_add (recipe->readings, read_one (reading, inner));
      byl_reading_leave (reading);
    }

  /* What is wrong with one of them would be told a second time. */
  if (reading->n_errors == n_errors && recipe->readings->len > 0)
    check_together (reading, recipe);
  byl_reading_leave (reading);
}
