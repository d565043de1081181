/* byl-import-join.c: questions and answers of all files put together
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-text.h"

#include <string.h>

#define HASH_LENGTH 12u

/* Characters of an id to which something is added. */
#define MAX_BEGIN 150

/* The questions put together so far. */
typedef struct
{
  BylImport  *import;
  GHashTable *by_prompt; /* from a prompt, with plain line breaks, to a BylFoundItem */
  GHashTable *by_id;     /* from what the data call a question to the first BylFoundItem of it */
  GHashTable *ids;       /* of the items, so that none is given twice */
} Joining;

static gint
compare_files (gconstpointer a,
               gconstpointer b)
{
  const BylFoundFile *one = *(const BylFoundFile * const *) a;
  const BylFoundFile *other = *(const BylFoundFile * const *) b;
  gint order;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;

  order = strcmp (one->path, other->path);
  if (order != 0)
    return order;

  /* Two that somebody named, of one name. */
  return one->number < other->number ? -1 : 1;
}

/* The id that the data have, or one made of the prompt, which stays the same whatever else is
 * imported. */
static char *
make_id (Joining                *self,
         const BylFoundQuestion *question)
{
  g_autofree char *hash = byl_text_hash (question->prompt);
  g_autofree char *begin = NULL;
  char *id;

  hash[MIN (strlen (hash), HASH_LENGTH)] = '\0';
  id = question->id != NULL ? g_strdup (question->id) : g_strdup_printf ("q-%s", hash);
  if (!g_hash_table_contains (self->ids, id))
    return id;

  /* Another question has it: the hash tells the two apart, whatever else is imported. */
  begin = g_utf8_substring (id, 0, MIN (g_utf8_strlen (id, -1), MAX_BEGIN));
  g_free (id);
  id = g_strdup_printf ("%s-%s", begin, hash);
  if (g_hash_table_contains (self->ids, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%s-%u", begin, hash, g_hash_table_size (self->ids));
    }

  return id;
}

static BylFoundItem *
add_item (Joining                *self,
          const BylFoundQuestion *question)
{
  BylFoundItem *item = g_new0 (BylFoundItem, 1);

  item->id = make_id (self, question);
  item->prompt = question->prompt;
  item->category = question->category;
  item->answers = g_ptr_array_new ();
  g_ptr_array_add (self->import->items, item);
  g_hash_table_add (self->ids, item->id);

  return item;
}

/* The prompt as prompts are compared: whatever system it was written on. */
static char *
dup_key (const char *prompt)
{
  GString *key = g_string_new (prompt);

  g_string_replace (key, "\r\n", "\n", 0);

  return g_string_free (key, FALSE);
}

/* The item of a question; a prompt that stands in several places is one question. */
static BylFoundItem *
join_question (Joining                *self,
               const BylFoundQuestion *question)
{
  char *key = dup_key (question->prompt);
  BylFoundItem *item = g_hash_table_lookup (self->by_prompt, key);

  if (item == NULL)
    {
      item = add_item (self, question);
      g_hash_table_insert (self->by_prompt, key, item);
    }
  else
    {
      g_free (key);
      if (item->category == NULL)
        item->category = question->category;
      if (question->id != NULL && !g_str_equal (item->id, question->id))
        item->joined = TRUE;
    }

  if (question->id != NULL && !g_hash_table_contains (self->by_id, question->id))
    g_hash_table_insert (self->by_id, (char *) question->id, item);

  return item;
}

/* Adds an answer, unless the writer has given one already: then one of the two is left. */
static void
add_answer (Joining        *self,
            BylFoundItem   *item,
            BylFoundAnswer *answer)
{
  for (guint i = 0; i < item->answers->len; i++)
    {
      const BylFoundAnswer *earlier = g_ptr_array_index (item->answers, i);

      if (earlier->writer != answer->writer)
        continue;

      self->import->result->n_repeats++;
      if (self->import->recipe->repeats == BYL_REPEATS_LAST)
        g_ptr_array_index (item->answers, i) = answer;
      return;
    }

  g_ptr_array_add (item->answers, answer);
}

static void
join_answers (Joining      *self,
              BylFoundFile *file,
              GPtrArray    *items)
{
  for (guint i = 0; i < file->answers->len; i++)
    {
      BylFoundAnswer *answer = &g_array_index (file->answers, BylFoundAnswer, i);
      BylFoundItem *item = answer->question != BYL_IMPORT_NONE
                             ? g_ptr_array_index (items, answer->question)
                             : g_hash_table_lookup (self->by_id, answer->id);

      if (item != NULL)
        add_answer (self, item, answer);
      else
        self->import->result->n_unmatched++;
    }
}

/* All questions come first, since answers may stand in files before them. */
static void
join_files (Joining *self)
{
  GPtrArray *files = self->import->files;
  g_autoptr(GPtrArray) lists =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < files->len; i++)
    {
      BylFoundFile *file = g_ptr_array_index (files, i);
      GPtrArray *items = g_ptr_array_new ();

      for (guint j = 0; j < file->questions->len; j++)
        g_ptr_array_add (items, join_question (self, &g_array_index (file->questions,
                                                                     BylFoundQuestion, j)));
      g_ptr_array_add (lists, items);
    }

  for (guint i = 0; i < files->len; i++)
    join_answers (self, g_ptr_array_index (files, i), g_ptr_array_index (lists, i));
}

/* A text without the white space around it, compared as it lies. */
typedef struct
{
  const char *text;
  gsize       length;
} Core;

static Core
find_core (const char *text)
{
  Core core = { .text = text };

  while (g_ascii_isspace (*core.text))
    core.text++;
  core.length = strlen (core.text);
  while (core.length > 0 && g_ascii_isspace (core.text[core.length - 1]))
    core.length--;

  return core;
}

static guint
hash_core (gconstpointer data)
{
  const Core *core = data;
  guint hash = 5381;

  for (gsize i = 0; i < core->length; i++)
    hash = hash * 33 + (guchar) core->text[i];

  return hash;
}

static gboolean
is_same_core (gconstpointer a,
              gconstpointer b)
{
  const Core *one = a;
  const Core *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

/* Whom a text is by cannot be told where two gave it word for word. */
static void
drop_twins (BylImport    *self,
            BylFoundItem *item)
{
  guint n = item->answers->len;
  g_autofree Core *cores = g_new (Core, n + 1);
  g_autoptr(GHashTable) counts = g_hash_table_new (hash_core, is_same_core);
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const BylFoundAnswer *answer = g_ptr_array_index (item->answers, i);
      guint count;

      cores[i] = find_core (answer->text);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &cores[i]));
      g_hash_table_insert (counts, &cores[i], GUINT_TO_POINTER (count + 1));
    }

  if (g_hash_table_size (counts) == n)
    return;

  for (guint i = 0; i < n; i++)
    {
      gpointer key;
      gpointer count;

      g_hash_table_lookup_extended (counts, &cores[i], &key, &count);
      if (GPOINTER_TO_UINT (count) == 1 ||
          (self->recipe->twins == BYL_TWINS_FIRST && key == &cores[i]))
        g_ptr_array_add (left, g_ptr_array_index (item->answers, i));
      else
        self->result->n_twins++;
    }
  g_ptr_array_unref (item->answers);
  item->answers = g_steal_pointer (&left);
}

static void
count_answers (BylImport    *self,
               BylFoundItem *item)
{
  for (guint i = 0; i < item->answers->len; i++)
    {
      const BylFoundAnswer *answer = g_ptr_array_index (item->answers, i);
      BylFoundWriter *writer = g_ptr_array_index (self->writers, answer->writer);

      if (writer->n_kept++ == 0)
        writer->rank = self->n_ranks++;
    }
  self->result->n_answers += item->answers->len;
}

static void
item_free (gpointer data)
{
  BylFoundItem *item = data;

  g_free (item->id);
  g_ptr_array_unref (item->answers);
  g_free (item);
}

/* What can be played: questions that two writers have answered. */
static void
choose_items (BylImport *self)
{
  GPtrArray *items = g_steal_pointer (&self->items);

  self->items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < items->len; i++)
    {
      BylFoundItem *item = g_ptr_array_index (items, i);

      if (self->recipe->twins != BYL_TWINS_KEEP)
        drop_twins (self, item);

      if (item->answers->len >= 2 && self->items->len < BYL_PACK_MAX_QUESTIONS)
        {
          count_answers (self, item);
          self->result->n_joined += item->joined;
          g_ptr_array_add (self->items, item);
        }
      else
        {
          self->result->n_lonely++;
          item_free (item);
        }
    }
  self->result->n_questions = self->items->len;
  g_ptr_array_unref (items);
}

/* From what stands in the files to the questions of the pack, in the order of the recipe's files or
 * of the files' paths: whatever order they were read in, the pack is the same. */
void
byl_import_join (BylImport *self)
{
  Joining joining = { .import = self };

  joining.by_prompt = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  joining.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  joining.ids = g_hash_table_new (g_str_hash, g_str_equal);

  self->items = g_ptr_array_new ();
  g_ptr_array_sort (self->files, compare_files);
  join_files (&joining);

  g_hash_table_unref (joining.by_prompt);
  g_hash_table_unref (joining.by_id);
  g_hash_table_unref (joining.ids);
  choose_items (self);
}
