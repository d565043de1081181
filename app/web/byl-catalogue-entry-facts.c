/* byl-catalogue-entry-facts.c: what a catalogue says of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-entry-private.h"

static const char *
choose (const BylLocalized *text)
{
  return byl_localized_choose (text, g_get_language_names ());
}

/**
 * byl_catalogue_entry_get_id:
 * @self: an entry
 *
 * Returns: the id of the pack that comes of it
 */
const char *
byl_catalogue_entry_get_id (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return byl_catalogue_entry_get_line (self)->id;
}

/**
 * byl_catalogue_entry_get_revision:
 * @self: an entry
 *
 * Returns: the revision of the pack that comes of it, from 1
 */
guint
byl_catalogue_entry_get_revision (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), 1);

  return byl_catalogue_entry_get_line (self)->revision;
}

/**
 * byl_catalogue_entry_get_title:
 * @self: an entry
 *
 * Returns: the title, in the reader's language where there is one
 */
const char *
byl_catalogue_entry_get_title (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return choose (byl_catalogue_entry_get_line (self)->title);
}

/**
 * byl_catalogue_entry_get_summary:
 * @self: an entry
 *
 * Returns: (nullable): what the pack is, in the reader's language where it is there
 */
const char *
byl_catalogue_entry_get_summary (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return choose (byl_catalogue_entry_get_line (self)->summary);
}

/**
 * byl_catalogue_entry_get_languages:
 * @self: an entry
 *
 * Returns: (array zero-terminated=1): tags of the languages of questions and answers
 */
const char * const *
byl_catalogue_entry_get_languages (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return (const char * const *) byl_catalogue_entry_get_line (self)->languages;
}

/**
 * byl_catalogue_entry_get_writers:
 * @self: an entry
 *
 * Returns: (array zero-terminated=1): the names of the writers
 */
const char * const *
byl_catalogue_entry_get_writers (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return (const char * const *) byl_catalogue_entry_get_line (self)->writers;
}

/**
 * byl_catalogue_entry_get_n_questions:
 * @self: an entry
 *
 * Returns: how many questions the pack has
 */
guint
byl_catalogue_entry_get_n_questions (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), 0);

  return byl_catalogue_entry_get_line (self)->n_questions;
}

/**
 * byl_catalogue_entry_get_size:
 * @self: an entry
 *
 * Returns: the bytes to be fetched; 0 where nobody knows
 */
guint64
byl_catalogue_entry_get_size (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), 0);

  return byl_catalogue_entry_get_line (self)->size;
}

/**
 * byl_catalogue_entry_get_license:
 * @self: an entry
 *
 * Returns: (nullable): an SPDX licence expression
 */
const char *
byl_catalogue_entry_get_license (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return byl_catalogue_entry_get_line (self)->license;
}

/**
 * byl_catalogue_entry_get_license_note:
 * @self: an entry
 *
 * Returns: (nullable): a sentence on what the licence means for who plays
 */
const char *
byl_catalogue_entry_get_license_note (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return choose (byl_catalogue_entry_get_line (self)->license_note);
}

/**
 * byl_catalogue_entry_get_source_title:
 * @self: an entry
 *
 * Returns: (nullable): the title of the published work that the answers are taken from
 */
const char *
byl_catalogue_entry_get_source_title (BylCatalogueEntry *self)
{
  const BylSource *source;

  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  source = byl_catalogue_entry_get_line (self)->source;

  return source != NULL ? source->title : NULL;
}

/**
 * byl_catalogue_entry_get_source_address:
 * @self: an entry
 *
 * Returns: (nullable): the web address of that work
 */
const char *
byl_catalogue_entry_get_source_address (BylCatalogueEntry *self)
{
  const BylSource *source;

  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  source = byl_catalogue_entry_get_line (self)->source;

  return source != NULL ? source->url : NULL;
}

/**
 * byl_catalogue_entry_get_requirement:
 * @self: an entry
 *
 * Returns: (nullable): a sentence on what it takes
 */
const char *
byl_catalogue_entry_get_requirement (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return choose (byl_catalogue_entry_get_line (self)->requirement);
}
