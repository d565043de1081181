/* byl-pack.c: a set of questions, each with the answers of several writers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack.h"

#include "byl-pack-private.h"

/* Large enough that the rest of a block that a long answer leaves empty does not count. */
#define STRING_BLOCK_SIZE (64 * 1024)

G_DEFINE_BOXED_TYPE (BylPack, byl_pack, byl_pack_ref, byl_pack_unref)

static BylSource *
copy_source (const BylSource *source)
{
  BylSource *copy;

  if (source == NULL)
    return NULL;

  copy = g_new0 (BylSource, 1);
  copy->title = g_strdup (source->title);
  copy->url = g_strdup (source->url);
  copy->license = g_strdup (source->license);
  copy->retrieved = g_strdup (source->retrieved);

  return copy;
}

static void
free_source (BylSource *source)
{
  if (source == NULL)
    return;

  g_free (source->title);
  g_free (source->url);
  g_free (source->license);
  g_free (source->retrieved);
  g_free (source);
}

/* For the reader: an empty pack, to be filled before anyone else sees it. */
BylPack *
byl_pack_new (void)
{
  BylPack *self = g_new0 (BylPack, 1);

  g_atomic_ref_count_init (&self->references);
  self->strings = g_string_chunk_new (STRING_BLOCK_SIZE);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->localized = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_localized_free);
  self->revision = 1;

  return self;
}

/* For the reader: zeroed memory that lives as long as the pack; NULL where n is 0. */
gpointer
byl_pack_allocate (BylPack *self,
                   gsize    n,
                   gsize    size)
{
  gpointer block;

  if (n == 0)
    return NULL;

  block = g_malloc0_n (n, size);
  g_ptr_array_add (self->blocks, block);

  return block;
}

/* For the reader: a copy that lives as long as the pack. */
char *
byl_pack_keep (BylPack    *self,
               const char *string)
{
  return string != NULL ? g_string_chunk_insert (self->strings, string) : NULL;
}

/* For the reader: takes a localized text over. */
BylLocalized *
byl_pack_keep_localized (BylPack      *self,
                         BylLocalized *localized)
{
  if (localized != NULL)
    g_ptr_array_add (self->localized, localized);

  return localized;
}

/**
 * byl_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self, with one more owner
 */
BylPack *
byl_pack_ref (BylPack *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * byl_pack_unref:
 * @self: (transfer full): a pack
 *
 * Gives up one share in the pack; the last one frees it and all that its getters returned.
 */
void
byl_pack_unref (BylPack *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->localized);
  g_free (self);
}

/**
 * byl_pack_get_id:
 * @self: a pack
 *
 * Returns: the name of the pack for good; two packs of one id are revisions of one pack
 */
const char *
byl_pack_get_id (const BylPack *self)
{
  return self->id;
}

/**
 * byl_pack_get_revision:
 * @self: a pack
 *
 * Returns: the revision, at least 1
 */
guint
byl_pack_get_revision (const BylPack *self)
{
  return self->revision;
}

/**
 * byl_pack_get_title:
 * @self: a pack
 *
 * Returns: the title, in the language of the player where the pack has it
 */
const char *
byl_pack_get_title (const BylPack *self)
{
  return byl_localized_choose (self->title, g_get_language_names ());
}

/**
 * byl_pack_get_summary:
 * @self: a pack
 *
 * Returns: (nullable): the summary, in the language of the player where the pack has it
 */
const char *
byl_pack_get_summary (const BylPack *self)
{
  return byl_localized_choose (self->summary, g_get_language_names ());
}

/**
 * byl_pack_get_language:
 * @self: a pack
 *
 * Returns: the BCP 47 tag of the language of prompts and answers
 */
const char *
byl_pack_get_language (const BylPack *self)
{
  return self->language;
}

/**
 * byl_pack_get_license:
 * @self: a pack
 *
 * Returns: (nullable): the SPDX licence expression of the pack as a whole
 */
const char *
byl_pack_get_license (const BylPack *self)
{
  return self->license;
}

/**
 * byl_pack_get_source:
 * @self: a pack
 *
 * Returns: (nullable): the published work that the answers were taken from
 */
const BylSource *
byl_pack_get_source (const BylPack *self)
{
  return self->source;
}

/**
 * byl_pack_get_provenance:
 * @self: a pack
 *
 * Returns: (nullable): where those answers come from that do not say so themselves
 */
const BylProvenance *
byl_pack_get_provenance (const BylPack *self)
{
  return self->provenance;
}

/**
 * byl_pack_get_n_writers:
 * @self: a pack
 *
 * Returns: how many writers there are, at least 2
 */
guint
byl_pack_get_n_writers (const BylPack *self)
{
  return self->n_writers;
}

/**
 * byl_pack_get_writer:
 * @self: a pack
 * @position: which writer, less than byl_pack_get_n_writers()
 *
 * Returns: the writer
 */
const BylWriter *
byl_pack_get_writer (const BylPack *self,
                     guint          position)
{
  g_return_val_if_fail (position < self->n_writers, NULL);

  return &self->writers[position];
}

/**
 * byl_pack_get_n_questions:
 * @self: a pack
 *
 * Returns: how many questions there are, at least 1
 */
guint
byl_pack_get_n_questions (const BylPack *self)
{
  return self->n_questions;
}

/**
 * byl_pack_get_question:
 * @self: a pack
 * @position: which question, less than byl_pack_get_n_questions()
 *
 * Returns: the question, in the order of the file
 */
const BylQuestion *
byl_pack_get_question (const BylPack *self,
                       guint          position)
{
  g_return_val_if_fail (position < self->n_questions, NULL);

  return &self->questions[position];
}

/**
 * byl_pack_get_answer_provenance:
 * @self: a pack
 * @answer: one of its answers
 *
 * Returns: (nullable): where the answer comes from: what it says itself, else what the pack says
 */
const BylProvenance *
byl_pack_get_answer_provenance (const BylPack   *self,
                                const BylAnswer *answer)
{
  return answer->provenance != NULL ? answer->provenance : self->provenance;
}

/**
 * byl_pack_add_names:
 * @self: a pack
 * @mask: takes the names
 *
 * Adds every name, maker and alias of every writer, to be found in any case.
 */
void
byl_pack_add_names (const BylPack *self,
                    BylMask       *mask)
{
  for (guint i = 0; i < self->n_writers; i++)
    {
      const BylWriter *writer = &self->writers[i];

      if (writer->name != NULL)
        byl_mask_add (mask, writer->name, BYL_MASK_ANY_CASE);
      if (writer->maker != NULL)
        byl_mask_add (mask, writer->maker, BYL_MASK_ANY_CASE);
      for (guint j = 0; writer->aliases != NULL && writer->aliases[j] != NULL; j++)
        byl_mask_add (mask, writer->aliases[j], BYL_MASK_ANY_CASE);
    }
}

/**
 * byl_provenance_copy:
 * @self: (nullable): where an answer comes from
 *
 * Returns: (transfer full) (nullable): a copy that owns its strings
 */
BylProvenance *
byl_provenance_copy (const BylProvenance *self)
{
  BylProvenance *copy;

  if (self == NULL)
    return NULL;

  copy = g_new0 (BylProvenance, 1);
  copy->kind = self->kind;
  copy->date = g_strdup (self->date);
  copy->provider = g_strdup (self->provider);
  copy->requested_model = g_strdup (self->requested_model);
  copy->reported_model = g_strdup (self->reported_model);
  copy->source = copy_source (self->source);

  return copy;
}

/**
 * byl_provenance_free:
 * @self: (nullable) (transfer full): a copy made by byl_provenance_copy(); never one of a pack's
 *   own
 */
void
byl_provenance_free (BylProvenance *self)
{
  if (self == NULL)
    return;

  g_free (self->date);
  g_free (self->provider);
  g_free (self->requested_model);
  g_free (self->reported_model);
  free_source (self->source);
  g_free (self);
}

/**
 * byl_author_tell_copy:
 * @self: (nullable): what a pack's author says gives an answer away
 *
 * Returns: (transfer full) (nullable): a copy that owns its strings
 */
BylAuthorTell *
byl_author_tell_copy (const BylAuthorTell *self)
{
  BylAuthorTell *copy;

  if (self == NULL)
    return NULL;

  copy = g_new0 (BylAuthorTell, 1);
  copy->family = self->family;
  copy->kind = g_strdup (self->kind);
  copy->quote = g_strdup (self->quote);
  copy->note = byl_localized_copy (self->note);

  return copy;
}

/**
 * byl_author_tell_free:
 * @self: (nullable) (transfer full): a copy made by byl_author_tell_copy(); never one of a pack's
 *   own
 */
void
byl_author_tell_free (BylAuthorTell *self)
{
  if (self == NULL)
    return;

  g_free (self->kind);
  g_free (self->quote);
  byl_localized_free (self->note);
  g_free (self);
}
