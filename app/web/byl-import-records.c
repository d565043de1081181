/* byl-import-records.c: the question and the answer of a record
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-pack-patterns.h"

#include <string.h>

/* BylRecords between two looks at whether the user has given up. */
#define RECORDS_A_LOOK 1024u

static gboolean
is_space (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* A short text on one line; NULL where there is none. */
static const char *
keep_line (BylRecords     *self,
           BylRecipeField  field,
           BylRecipeTrail *trail,
           gsize           max_characters)
{
  g_autofree char *text = NULL;
  char *line;

  if (byl_import_find_text (self->reading->fields[field], trail, self->file, TRUE, &text) !=
      BYL_FOUND_TEXT)
    return NULL;

  line = g_strstrip (g_strdelimit (text, "\n\r\t", ' '));
  if (*line == '\0' || (gsize) g_utf8_strlen (line, -1) > max_characters)
    return NULL;

  return g_string_chunk_insert_const (self->import->strings, line);
}

/* The text of a question without the white space around it; NULL where it is none that can be
 * asked. */
static const char *
keep_prompt (BylRecords     *self,
             BylRecipeTrail *trail)
{
  g_autofree char *text = NULL;
  char *prompt;

  if (byl_import_find_text (self->reading->fields[BYL_FIELD_PROMPT], trail, self->file,
                            FALSE, &text) != BYL_FOUND_TEXT)
    {
      self->import->result->n_incomplete++;
      return NULL;
    }

  prompt = g_strstrip (text);
  if (*prompt == '\0')
    {
      self->import->result->n_incomplete++;
      return NULL;
    }
  if (strlen (prompt) > BYL_PACK_MAX_TEXT && g_utf8_strlen (prompt, -1) > BYL_PACK_MAX_TEXT)
    {
      self->import->result->n_too_long++;
      return NULL;
    }

  return g_string_chunk_insert_const (self->import->strings, prompt);
}

/* The place of the question of a record; the records of one question follow one another. */
static guint
add_question (BylRecords     *self,
              const char     *prompt,
              BylRecipeTrail *trail)
{
  GArray *questions = self->file->questions;
  BylFoundQuestion question = { .prompt = prompt };

  question.id = keep_line (self, BYL_FIELD_QUESTION, trail, BYL_PACK_MAX_ITEM_ID);
  if (questions->len > 0)
    {
      const BylFoundQuestion *last =
        &g_array_index (questions, BylFoundQuestion, questions->len - 1);

      if (last->prompt == prompt && last->id == question.id)
        return questions->len - 1;
    }

  question.category = keep_line (self, BYL_FIELD_CATEGORY, trail, BYL_PACK_MAX_LINE);
  g_array_append_val (questions, question);

  return questions->len - 1;
}

static gboolean
is_mark (const BylRecipe *recipe,
         const char      *text)
{
  g_autofree char *stripped = NULL;

  if (*recipe->marks == NULL || strlen (text) > BYL_PACK_MAX_LINE * 4)
    return FALSE;

  stripped = g_strstrip (g_strdup (text));

  return g_strv_contains ((const char * const *) recipe->marks, stripped);
}

/* The text of an answer that can be used; NULL where there is none, once it has been counted. */
static char *
find_answer (BylRecords     *self,
             BylRecipeTrail *trail,
             gboolean        kept)
{
  BylImportResult *result = self->import->result;
  g_autofree char *text = NULL;
  BylFound found;
  guint *count = NULL;

  found = byl_import_find_text (self->reading->fields[BYL_FIELD_ANSWER], trail, self->file,
                                FALSE, &text);
  if (byl_import_find_error (self->reading->fields[BYL_FIELD_ERROR], trail))
    count = &result->n_errors;
  else if (found == BYL_FOUND_NOTHING || found == BYL_FOUND_OTHER)
    count = &result->n_incomplete;
  else if (found == BYL_FOUND_NULL || is_space (text))
    count = &result->n_empty;
  else if (is_mark (self->import->recipe, text))
    count = &result->n_marked;
  else if (strlen (text) > BYL_PACK_MAX_TEXT && g_utf8_strlen (text, -1) > BYL_PACK_MAX_TEXT)
    count = &result->n_too_long;

  if (count == NULL)
    return g_steal_pointer (&text);

  if (kept)
    (*count)++;

  return NULL;
}

static void
keep_answer (BylRecords     *self,
             BylRecipeTrail *trail,
             BylFoundAnswer *answer,
             char           *text)
{
  BylImport *import = self->import;
  g_autofree char *date = byl_import_find_date (self->reading->fields[BYL_FIELD_DATE], trail,
                                                self->file);

  answer->text = text;
  if (date != NULL)
    answer->date = g_string_chunk_insert_const (import->strings, date);
  answer->model = keep_line (self, BYL_FIELD_MODEL, trail, BYL_PACK_MAX_LINE);
  g_array_append_val (self->file->answers, *answer);
  import->n_text += strlen (text);
  self->too_much = import->n_text > BYL_IMPORT_MAX_TEXT;
}

static void
add_answer (BylRecords     *self,
            BylRecipeTrail *trail,
            guint           question)
{
  BylFoundAnswer answer = { .question = question };
  const char *source = keep_line (self, BYL_FIELD_WRITER, trail, BYL_PACK_MAX_LINE);
  BylFoundWriter *writer;
  char *text;

  answer.writer = source != NULL ? byl_import_find_writer (self->import, source) : BYL_IMPORT_NONE;
  if (question == BYL_IMPORT_NONE)
    answer.id = keep_line (self, BYL_FIELD_QUESTION, trail, BYL_PACK_MAX_ITEM_ID);
  if (answer.writer == BYL_IMPORT_NONE || (question == BYL_IMPORT_NONE && answer.id == NULL))
    {
      self->import->result->n_incomplete++;
      return;
    }

  writer = g_ptr_array_index (self->import->writers, answer.writer);
  text = find_answer (self, trail, writer->kept);
  if (text == NULL)
    return;

  writer->n_answers++;
  if (writer->kept)
    {
      keep_answer (self, trail, &answer, text);
    }
  else
    {
      self->import->result->n_other++;
      g_free (text);
    }
}

static gboolean
is_excepted (BylRecords           *self,
             const BylRecipeTrail *trail)
{
  for (guint i = 0; self->reading->except[i] != NULL; i++)
    if (byl_recipe_trail_is_at (trail, self->reading->except[i]))
      return TRUE;

  return FALSE;
}

/* One record; goes on unless there is too much, or the user has given up. */
static gboolean
read_record (BylRecipeTrail *trail,
             gpointer        user_data)
{
  BylRecords *self = user_data;
  guint question = BYL_IMPORT_NONE;

  if (is_excepted (self, trail))
    return TRUE;

  self->n_records++;
  if (self->reading->fields[BYL_FIELD_PROMPT] != NULL)
    {
      const char *prompt = keep_prompt (self, trail);

      if (prompt == NULL)
        return TRUE;
      question = add_question (self, prompt, trail);
    }

  if (self->reading->fields[BYL_FIELD_ANSWER] != NULL)
    add_answer (self, trail, question);

  return !self->too_much &&
         (self->n_records % RECORDS_A_LOOK != 0 ||
          !g_cancellable_is_cancelled (self->import->cancellable));
}

/* Reads the records of a document: of a file, a line or a row. FALSE where no more should be
 * read. */
gboolean
byl_records_read_document (BylRecords         *self,
                           JsonNode           *root,
                           const char * const *columns,
                           const char * const *folded)
{
  BylRecipeTrail trail = { .depth = 1, .columns = columns, .folded = folded };

  trail.places[0].node = root;

  return byl_recipe_path_each (self->reading->records, &trail, read_record, self);
}
