/* byl-recording-pack.c: from a recording to a pack that can be played and shared
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-private.h"

#include "byl-error.h"
#include "byl-json-text.h"
#include "byl-known-facts.h"
#include "byl-pack-reader.h"
#include "byl-pack.h"
#include "byl-recording-reading.h"
#include "byl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A pack asks for so many answers to a question. */
#define MIN_ANSWERS 2u

/* A pack in the making. */
typedef struct
{
  BylRecording *recording;
  GPtrArray    *known;    /* (nullable) (element-type BylKnownWriter) */
  gboolean     *has_part; /* by writer: an answer of theirs is in the pack */
  guint         n_left_out;
} Making;

static const BylKnownWriter *
find_known (const Making             *making,
            const BylRecordingWriter *writer)
{
  for (guint i = 0; making->known != NULL && i < making->known->len; i++)
    {
      const BylKnownWriter *known = g_ptr_array_index (making->known, i);

      if (byl_known_writer_is (known, writer->name) ||
          (writer->model != NULL && byl_known_writer_is (known, writer->model)))
        return known;
    }

  return NULL;
}

/* A name is hidden in every answer once; the writer's own is hidden anyway. */
static void
add_alias (JsonArray  *aliases,
           GHashTable *seen,
           const char *name)
{
  g_autofree char *line = name != NULL ? byl_text_collapse (name) : NULL;
  g_autofree char *folded = line != NULL ? byl_text_fold (line) : NULL;

  if (line == NULL || *line == '\0' || g_utf8_strlen (line, -1) > BYL_PACK_MAX_LINE ||
      !g_hash_table_add (seen, g_steal_pointer (&folded)))
    return;

  json_array_add_string_element (aliases, line);
}

/* What a writer is called elsewhere: by who knows it, and by its provider, which may put the
 * maker's name before it. */
static JsonArray *
make_aliases (const BylRecordingWriter *writer,
              const BylKnownWriter     *known)
{
  JsonArray *aliases = json_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *slash = writer->model != NULL ? strrchr (writer->model, '/') : NULL;

  g_hash_table_add (seen, byl_text_fold (writer->name));
  if (known != NULL)
    {
      add_alias (aliases, seen, known->name);
      for (guint i = 0; known->aliases[i] != NULL; i++)
        add_alias (aliases, seen, known->aliases[i]);
    }
  add_alias (aliases, seen, writer->model);
  add_alias (aliases, seen, slash != NULL ? slash + 1 : NULL);

  return aliases;
}

static JsonArray *
make_writers (const Making *making)
{
  const BylRecordingPlan *plan = making->recording->plan;
  JsonArray *writers = json_array_new ();

  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, i);
      const BylKnownWriter *known = find_known (making, writer);
      g_autofree char *name = byl_text_collapse (writer->name);
      g_autofree char *maker = writer->maker != NULL ? byl_text_collapse (writer->maker) : NULL;
      JsonObject *object;

      if (!making->has_part[i])
        continue;

      object = json_object_new ();
      byl_recording_add_text (object, "id", writer->id);
      byl_recording_add_text (object, "name", name);
      if (maker != NULL && *maker != '\0')
        byl_recording_add_text (object, "maker", maker);
      else if (known != NULL)
        byl_recording_add_text (object, "maker", known->maker);
      byl_recording_add_text (object, "kind", "language-model");
      json_object_set_array_member (object, "aliases", make_aliases (writer, known));
      if (known != NULL)
        byl_recording_add_text (object, "released", known->released);
      json_array_add_object_element (writers, object);
    }

  return writers;
}

static guint
count_answers (const Making *making,
               guint         question)
{
  guint n = 0;

  for (guint i = 0; i < making->recording->plan->writers->len; i++)
    n += byl_recording_get_slot (making->recording, question, i)->state == BYL_SLOT_DONE;

  return n;
}

/* In the order of the cards, which says nothing of the plan's. */
static JsonArray *
make_answers (const Making *making,
              guint         question)
{
  BylRecording *recording = making->recording;
  g_autofree guint *order =
    byl_recording_deal_cards (recording, question, count_answers (making, question));
  JsonArray *answers = json_array_new ();

  for (guint i = 0; i < recording->plan->writers->len; i++)
    {
      const BylSlot *slot = byl_recording_get_slot (recording, question, order[i]);
      const BylRecordingWriter *writer = g_ptr_array_index (recording->plan->writers, order[i]);
      JsonObject *object;

      if (slot->state != BYL_SLOT_DONE)
        continue;

      object = json_object_new ();
      byl_recording_add_text (object, "writer", writer->id);
      byl_recording_add_text (object, "text", slot->answer->text);
      json_object_set_object_member (object, "provenance",
                                     byl_recording_answer_make_provenance (slot->answer));
      json_array_add_object_element (answers, object);
      making->has_part[order[i]] = TRUE;
    }

  return answers;
}

static JsonArray *
make_questions (Making *making)
{
  const BylRecordingPlan *plan = making->recording->plan;
  JsonArray *questions = json_array_new ();

  for (guint i = 0; i < plan->questions->len; i++)
    {
      const BylQuestionLine *line = g_ptr_array_index (plan->questions, i);
      g_autofree char *id = byl_recording_question_make_id (i);
      g_autofree char *category = NULL;
      JsonObject *object;

      if (count_answers (making, i) < MIN_ANSWERS)
        {
          making->n_left_out++;
          continue;
        }

      object = json_object_new ();
      byl_recording_add_text (object, "id", id);
      byl_recording_add_text (object, "prompt", line->prompt);
      if (line->category != NULL)
        category = byl_text_collapse (line->category);
      if (category != NULL && *category != '\0')
        byl_recording_add_text (object, "category", category);
      json_object_set_array_member (object, "answers", make_answers (making, i));
      json_array_add_object_element (questions, object);
    }

  return questions;
}

static GBytes *
make_text (Making *making)
{
  BylRecording *recording = making->recording;
  g_autoptr(JsonNode) root = json_node_alloc ();
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *title = byl_text_collapse (recording->plan->title);
  JsonArray *questions = make_questions (making);
  JsonObject *provenance = json_object_new ();
  char *text;
  gsize length;

  json_object_set_string_member (object, "format", "byline-pack");
  json_object_set_int_member (object, "version", 1);
  byl_recording_add_text (object, "id", recording->identity.id);
  json_object_set_int_member (object, "revision", MAX (recording->n_lines, 1));
  byl_recording_add_text (object, "title", title);
  byl_recording_add_text (object, "language", recording->plan->language);
  byl_recording_add_text (provenance, "kind", "recorded");
  byl_recording_add_text (provenance, "date", recording->identity.created);
  json_object_set_object_member (object, "provenance", provenance);
  json_object_set_array_member (object, "writers", make_writers (making));
  json_object_set_array_member (object, "questions", questions);

  json_node_init_object (root, object);
  text = byl_json_text_make (root, &length);

  return g_bytes_new_take (text, length);
}

static GPtrArray *
make_notices (const Making *making)
{
  const BylRecordingPlan *plan = making->recording->plan;
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_free);

  if (making->n_left_out > 0)
    g_ptr_array_add (
      notices,
      g_strdup_printf (ngettext ("%u question is left out: it has fewer than two answers.",
                                 "%u questions are left out: they have fewer than two answers.",
                                 making->n_left_out),
                       making->n_left_out));

  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, i);

      if (!making->has_part[i])
        g_ptr_array_add (notices,
                         /* Translators: the name of a model */
                         g_strdup_printf (_("“%s” is left out: it has no answers."),
                                          writer->name));
    }

  return notices;
}

/**
 * byl_recording_make_pack:
 * @self: a recording, complete or not
 * @known: (nullable) (element-type BylKnownWriter): what is known of models, from
 *   byl_known_facts_load()
 * @notices: (out) (optional) (transfer full) (element-type utf8): sentences about what is left out;
 *   set only where there is a pack
 * @error: return location for the error
 *
 * Makes a pack of all questions with two answers or more. Every answer says where it comes from, as
 * fully as is known. The id is that of the recording, and the revision grows with every answer.
 *
 * Errors: %BYL_ERROR_RECORDING where no question has two answers yet; those of byl_pack_read(), by
 * which the pack is checked.
 *
 * Returns: (transfer full) (nullable): the pack's file; %NULL with @error set
 */
GBytes *
byl_recording_make_pack (BylRecording  *self,
                         GPtrArray     *known,
                         GPtrArray    **notices,
                         GError       **error)
{
  g_autofree gboolean *has_part = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  Making making = { .recording = self, .known = known };

  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  if (byl_recording_get_n_playable (self) == 0)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_RECORDING,
                           _("No question has two answers yet: there is nothing to guess."));
      return NULL;
    }

  has_part = g_new0 (gboolean, self->plan->writers->len);
  making.has_part = has_part;
  bytes = make_text (&making);
  pack = byl_pack_read (bytes, NULL, error);
  if (pack == NULL)
    return NULL;

  if (notices != NULL)
    *notices = make_notices (&making);

  return g_steal_pointer (&bytes);
}
