/* byl-import-result.c: what came of an import, and what was left out, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (BylImportResult, byl_import_result, byl_import_result_copy,
                     byl_import_result_free)

/**
 * byl_import_source_new:
 * @name: (nullable): the path that the recipe has for the file; %NULL = the file's own name
 * @file: a file, an archive or a folder
 *
 * Returns: (transfer full): a source
 */
BylImportSource *
byl_import_source_new (const char *name,
                       GFile      *file)
{
  BylImportSource *self = g_new0 (BylImportSource, 1);

  self->name = g_strdup (name);
  self->file = g_object_ref (file);

  return self;
}

/**
 * byl_import_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
byl_import_source_free (BylImportSource *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_object_unref (self->file);
  g_free (self);
}

/**
 * byl_import_writer_free:
 * @self: (nullable) (transfer full): a writer that was found
 */
void
byl_import_writer_free (BylImportWriter *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

static gpointer
copy_writer (gconstpointer data,
             gpointer      user_data)
{
  const BylImportWriter *writer = data;
  BylImportWriter *copy = g_new0 (BylImportWriter, 1);

  *copy = *writer;
  copy->name = g_strdup (writer->name);
  copy->id = g_strdup (writer->id);

  return copy;
}

/**
 * byl_import_result_copy:
 * @self: a result
 *
 * Returns: (transfer full): a copy, which shares the pack's bytes
 */
BylImportResult *
byl_import_result_copy (const BylImportResult *self)
{
  BylImportResult *copy = g_new0 (BylImportResult, 1);

  *copy = *self;
  copy->pack = g_bytes_ref (self->pack);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->writers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_writer_free);
  for (guint i = 0; i < self->writers->len; i++)
    g_ptr_array_add (copy->writers, copy_writer (g_ptr_array_index (self->writers, i), NULL));

  return copy;
}

/**
 * byl_import_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
byl_import_result_free (BylImportResult *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pack, g_bytes_unref);
  g_clear_pointer (&self->writers, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* A sentence where there is something to be told. */
#define ADD(sentences, count, sentence) \
  G_STMT_START \
    if ((count) > 0) \
      g_ptr_array_add (sentences, g_strdup_printf (sentence, count)); \
  G_STMT_END

static void
add_read (const BylImportResult *self,
          GPtrArray             *sentences)
{
  ADD (sentences, self->n_files,
       ngettext ("%u file was read.",
                 "%u files were read.",
                 self->n_files));
  ADD (sentences, self->n_missing,
       ngettext ("%u file of the recipe was not there.",
                 "%u files of the recipe were not there.",
                 self->n_missing));
  ADD (sentences, self->n_strange,
       ngettext ("%u other file was passed over.",
                 "%u other files were passed over.",
                 self->n_strange));
}

static void
add_kept (const BylImportResult *self,
          GPtrArray             *sentences)
{
  g_autofree char *questions =
    g_strdup_printf (ngettext ("%u question", "%u questions", self->n_questions),
                     self->n_questions);
  g_autofree char *answers =
    g_strdup_printf (ngettext ("%u answer", "%u answers", self->n_answers), self->n_answers);

  g_ptr_array_add (sentences,
                   /* Translators: “148 questions” and “592 answers” */
                   g_strdup_printf (_("The pack has %s and %s."), questions, answers));
  ADD (sentences, self->n_joined,
       ngettext ("%u question was there under several ids; its answers were put together.",
                 "%u questions were there under several ids; their answers were put together.",
                 self->n_joined));
}

static void
add_dropped (const BylImportResult *self,
             GPtrArray             *sentences)
{
  ADD (sentences, self->n_errors,
       ngettext ("%u answer was left out: its source says that it failed.",
                 "%u answers were left out: their source says that they failed.",
                 self->n_errors));
  ADD (sentences, self->n_empty,
       ngettext ("%u answer was left out: it is empty.",
                 "%u answers were left out: they are empty.",
                 self->n_empty));
  ADD (sentences, self->n_marked,
       ngettext ("%u answer was left out: it only marks a failure.",
                 "%u answers were left out: they only mark a failure.",
                 self->n_marked));
  ADD (sentences, self->n_twins,
       ngettext ("%u answer was left out: another writer gave the same, word for word.",
                 "%u answers were left out: other writers gave the same, word for word.",
                 self->n_twins));
  ADD (sentences, self->n_too_long,
       ngettext ("%u text was left out: it has over 200,000 characters.",
                 "%u texts were left out: they have over 200,000 characters.",
                 self->n_too_long));
  ADD (sentences, self->n_repeats,
       ngettext ("%u answer was left out: its writer has another one to the same question, which "
                 "was kept.",
                 "%u answers were left out: their writers have others to the same questions, which "
                 "were kept.",
                 self->n_repeats));
  ADD (sentences, self->n_broken,
       ngettext ("%u line was left out: it is no JSON.",
                 "%u lines were left out: they are no JSON.",
                 self->n_broken));
  ADD (sentences, self->n_incomplete,
       ngettext ("%u record was left out: its question, its writer or its answer is missing, "
                 "or is no text.",
                 "%u records were left out: their question, their writer or their answer is "
                 "missing, or is no text.",
                 self->n_incomplete));
  ADD (sentences, self->n_unmatched,
       ngettext ("%u answer was left out: no file has its question.",
                 "%u answers were left out: no file has their questions.",
                 self->n_unmatched));
  ADD (sentences, self->n_lonely,
       ngettext ("%u question was left out: fewer than two of the writers answered it.",
                 "%u questions were left out: fewer than two of the writers answered them.",
                 self->n_lonely));
  ADD (sentences, self->n_other,
       ngettext ("%u answer is by somebody else and was not taken.",
                 "%u answers are by others and were not taken.",
                 self->n_other));
}

/**
 * byl_import_result_dup_sentences:
 * @self: a result
 *
 * Returns: (transfer full) (array zero-terminated=1): what was read, what is in the pack and what
 *   was left out and why, a sentence each
 */
char **
byl_import_result_dup_sentences (const BylImportResult *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new ();

  add_read (self, sentences);
  add_kept (self, sentences);
  add_dropped (self, sentences);
  g_ptr_array_add (sentences, NULL);

  return (char **) g_ptr_array_steal (sentences, NULL);
}
