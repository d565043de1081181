/* byl-pack-read-questions.c: the questions of a pack, with their answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-read-parts.h"

#include "byl-pack-patterns.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_ANSWERS 1000u
#define MAX_QUOTE   2000u /* characters */

/* Comparing ids takes time: a file of nothing but wrong ids gets no more suggestions than this. */
#define MAX_SUGGESTIONS 100u

static const BylMember question_members[] = {
  { "id", TRUE }, { "prompt", TRUE }, { "category", FALSE }, { "difficulty", FALSE },
  { "answers", TRUE }, { NULL, FALSE },
};

static const BylMember answer_members[] = {
  { "writer", TRUE }, { "text", TRUE }, { "provenance", FALSE }, { "tells", FALSE },
  { NULL, FALSE },
};

static const BylMember tell_members[] = {
  { "family", TRUE }, { "kind", FALSE }, { "quote", FALSE }, { "note", FALSE }, { NULL, FALSE },
};

/* In the order of BylFamily. */
static const char * const families[] = { "tone", "uncertainty", "structure", NULL };

typedef struct
{
  const char *id;
  guint       position;
} QuestionId;

static void
read_tell (BylReading    *reading,
           JsonNode      *node,
           BylAuthorTell *tell)
{
  JsonObject *object = byl_reading_object (reading, node, tell_members);
  BylPack *pack = reading->pack;
  int family;

  if (object == NULL)
    return;

  family = byl_reading_choice (reading, object, "family", families);
  tell->family = family < 0 ? BYL_FAMILY_TONE : (BylFamily) family;
  tell->kind =
    byl_pack_keep (pack, byl_reading_member_text (reading, object, "kind", 0, G_MAXUINT));
  tell->quote =
    byl_pack_keep (pack, byl_reading_member_text (reading, object, "quote", 1, MAX_QUOTE));
  tell->note = byl_pack_read_localized (reading, object, "note");

  if (!json_object_has_member (object, "quote") && !json_object_has_member (object, "note"))
    byl_reading_add (reading, "tell-empty", NULL,
                     _("A tell needs “quote”, the words that give the writer away, or “note”, why "
                       "they do."));
}

static void
read_tells (BylReading *reading,
            JsonObject *object,
            BylAnswer  *answer)
{
  JsonArray *list = byl_reading_list (reading, object, "tells", 0, G_MAXUINT);

  if (list == NULL)
    return;

  answer->n_tells = json_array_get_length (list);
  answer->tells = byl_pack_allocate (reading->pack, answer->n_tells, sizeof *answer->tells);
  for (guint i = 0; i < answer->n_tells; i++)
    {
      byl_reading_enter_item (reading, i);
      read_tell (reading, json_array_get_element (list, i), &answer->tells[i]);
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

static void
add_unknown_writer (BylReading *reading,
                    const char *id)
{
  const char *suggestion = NULL;

  if (reading->n_suggestions < MAX_SUGGESTIONS && strlen (id) <= BYL_PACK_MAX_ITEM_ID)
    {
      reading->n_suggestions++;
      suggestion = byl_text_nearest (id, (const char * const *) reading->writer_ids->pdata);
    }

  byl_reading_add (reading, "unknown-writer", suggestion,
                   _("No writer of this pack has this id. Correct it, or add the writer to "
                     "“writers”."));
}

static void
read_answer_writer (BylReading *reading,
                    JsonObject *object,
                    guint       question,
                    BylAnswer  *answer)
{
  const char *id = byl_reading_member_text (reading, object, "writer", 0, G_MAXUINT);
  gpointer position;

  if (id == NULL || reading->writers == NULL)
    return;

  byl_reading_enter_member (reading, "writer");
  if (!g_hash_table_lookup_extended (reading->writers, id, NULL, &position))
    {
      add_unknown_writer (reading, id);
    }
  else
    {
      answer->writer = GPOINTER_TO_UINT (position);
      if (reading->last_answer[answer->writer] == question + 1)
        byl_reading_add (reading, "duplicate-answer", NULL,
                         _("“%s” has an answer to this question already. Keep one of the two."),
                         id);
      reading->last_answer[answer->writer] = question + 1;
    }
  byl_reading_leave (reading);
}

static void
read_answer (BylReading *reading,
             JsonNode   *node,
             guint       question,
             BylAnswer  *answer)
{
  JsonObject *object = byl_reading_object (reading, node, answer_members);

  answer->writer = BYL_PACK_NO_WRITER;
  if (object == NULL)
    return;

  read_answer_writer (reading, object, question, answer);
  answer->text =
    byl_pack_keep (reading->pack,
                   byl_reading_member_text (reading, object, "text", 1, BYL_PACK_MAX_TEXT));
  answer->provenance = byl_pack_read_provenance (reading, object);
  read_tells (reading, object, answer);
}

static void
read_answers (BylReading  *reading,
              JsonObject  *object,
              guint        position,
              BylQuestion *question)
{
  JsonArray *list = byl_reading_list (reading, object, "answers", 2, MAX_ANSWERS);

  if (list == NULL)
    return;

  question->n_answers = json_array_get_length (list);
  question->answers =
    byl_pack_allocate (reading->pack, question->n_answers, sizeof *question->answers);
  for (guint i = 0; i < question->n_answers; i++)
    {
      byl_reading_enter_item (reading, i);
      read_answer (reading, json_array_get_element (list, i), position, &question->answers[i]);
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

static void
read_question (BylReading *reading,
               JsonNode   *node,
               guint       position)
{
  JsonObject *object = byl_reading_object (reading, node, question_members);
  BylQuestion *question = &reading->pack->questions[position];
  BylPack *pack = reading->pack;
  gint64 difficulty = 0;

  if (object == NULL)
    return;

  question->id =
    byl_pack_keep (pack, byl_reading_member_text (reading, object, "id", 1, BYL_PACK_MAX_ITEM_ID));
  question->prompt =
    byl_pack_keep (pack, byl_reading_member_text (reading, object, "prompt", 1, BYL_PACK_MAX_TEXT));
  question->category = byl_pack_keep (pack, byl_reading_line (reading, object, "category"));
  byl_reading_integer (reading, object, "difficulty", 1, 5, &difficulty);
  question->difficulty = (guint) difficulty;
  read_answers (reading, object, position, question);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const QuestionId *first = a;
  const QuestionId *second = b;
  int order = strcmp (first->id, second->id);

  if (order != 0)
    return order;

  return first->position < second->position ? -1 : 1;
}

/* Sorted, not hashed: a file cannot make this slow by ids that are chosen to collide. */
static void
find_twin_ids (BylReading *reading)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (QuestionId));
  guint first = 0;

  for (guint i = 0; i < reading->pack->n_questions; i++)
    {
      QuestionId id = { reading->pack->questions[i].id, i };

      if (id.id != NULL)
        g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);

  for (guint i = 1; i < ids->len; i++)
    {
      const QuestionId *earlier = &g_array_index (ids, QuestionId, first);
      const QuestionId *later = &g_array_index (ids, QuestionId, i);

      if (!g_str_equal (earlier->id, later->id))
        {
          first = i;
          continue;
        }

      byl_reading_enter_item (reading, later->position);
      byl_reading_enter_member (reading, "id");
      /* Translators: an id, and the number of the question in the list, from 1 */
      byl_reading_add (reading, "duplicate-question", NULL,
                       _("The id “%s” belongs to question %u already. Choose another one."),
                       later->id, earlier->position + 1);
      byl_reading_leave (reading);
      byl_reading_leave (reading);
    }
}

/* The member “questions”; the writers have been read. */
void
byl_pack_read_questions (BylReading *reading,
                         JsonObject *object)
{
  JsonArray *list = byl_reading_list (reading, object, "questions", 1, BYL_PACK_MAX_QUESTIONS);
  BylPack *pack = reading->pack;

  if (list == NULL)
    return;

  pack->n_questions = json_array_get_length (list);
  pack->questions = byl_pack_allocate (pack, pack->n_questions, sizeof *pack->questions);
  for (guint i = 0; i < pack->n_questions; i++)
    {
      byl_reading_enter_item (reading, i);
      read_question (reading, json_array_get_element (list, i), i);
      byl_reading_leave (reading);
    }
  find_twin_ids (reading);
  byl_reading_leave (reading);
}
