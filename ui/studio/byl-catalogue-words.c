/* byl-catalogue-words.c: what there is to say of a pack that can be fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-words.h"

#include "byl-question-languages.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_NAMES  8              /* of writers: more are counted */
#define ISOLATE     "\342\201\250" /* U+2068, of Unicode’s bidirectional algorithm */
#define END_ISOLATE "\342\201\251" /* U+2069 */

/* Each part keeps to itself: a language may be named in letters that run the other way. */
static void
append_part (GString    *line,
             const char *part)
{
  if (line->len > 0)
    /* Translators: goes between short facts on one line. */
    g_string_append (line, _(" · "));

  g_string_append (line, ISOLATE);
  g_string_append (line, part);
  g_string_append (line, END_ISOLATE);
}

/* A language in its own words; a tag that is not known stays a tag. */
static void
append_language (GString    *line,
                 const char *tag)
{
  g_autoptr(GListModel) languages = byl_question_languages_new ();

  for (guint i = 0; i < g_list_model_get_n_items (languages); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (languages, i);

      if (!g_str_equal (byl_question_languages_get_tag (i), tag))
        continue;

      append_part (line, gtk_string_object_get_string (name));
      return;
    }

  append_part (line, tag);
}

/**
 * byl_catalogue_words_dup_facts:
 * @entry: a pack of the catalogue
 *
 * Returns: (transfer full): its languages, how many questions it has and how much there is to fetch
 */
char *
byl_catalogue_words_dup_facts (BylCatalogueEntry *entry)
{
  const char * const *languages = byl_catalogue_entry_get_languages (entry);
  guint n_questions = byl_catalogue_entry_get_n_questions (entry);
  guint64 size = byl_catalogue_entry_get_size (entry);
  GString *line = g_string_new (NULL);

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    append_language (line, languages[i]);

  if (n_questions > 0)
    {
      g_autofree char *questions =
        g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions);

      append_part (line, questions);
    }

  if (size > 0)
    {
      g_autofree char *amount = g_format_size (size);
      /* Translators: %s is an amount such as “3.2 MB”, to be fetched from the network. */
      g_autofree char *fetched = g_strdup_printf (_("%s to fetch"), amount);

      append_part (line, fetched);
    }

  return g_string_free (line, FALSE);
}

/**
 * byl_catalogue_words_dup_writers:
 * @entry: a pack of the catalogue
 *
 * Returns: (transfer full): the names of its writers; of many only the first, and how many more
 */
char *
byl_catalogue_words_dup_writers (BylCatalogueEntry *entry)
{
  const char * const *writers = byl_catalogue_entry_get_writers (entry);
  guint n_writers = writers != NULL ? g_strv_length ((char **) writers) : 0;
  guint n_named = n_writers <= MOST_NAMES + 1 ? n_writers : MOST_NAMES;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    {
      if (i > 0)
        /* Translators: goes between two names in a list of names. */
        g_string_append (names, _(", "));

      g_string_append (names, writers[i]);
    }

  if (n_named < n_writers)
    {
      g_autofree char *some = g_string_free (names, FALSE);
      guint n_more = n_writers - n_named;

      /* Translators: %s is a list of writers, %u how many there are besides. */
      return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), some, n_more);
    }

  return g_string_free (names, FALSE);
}

/**
 * byl_catalogue_words_dup_license:
 * @entry: a pack of the catalogue
 *
 * Returns: (transfer full): its licence, and what that means, as sentences
 */
char *
byl_catalogue_words_dup_license (BylCatalogueEntry *entry)
{
  const char *license = byl_catalogue_entry_get_license (entry);
  const char *note = byl_catalogue_entry_get_license_note (entry);
  g_autofree char *family = license != NULL ? g_strndup (license, strcspn (license, "- ")) : NULL;

  if (license == NULL)
    return g_strdup (note != NULL ? note
                                  : _("The catalogue does not say under which licence this pack "
                                      "may be used."));

  if (note == NULL)
    /* Translators: %s is the name of a licence, such as MIT. */
    return g_strdup_printf (_("Licence: %s."), license);

  /* Of “Apache-2.0” a sentence says “the Apache licence, version 2.0”. */
  if (strstr (note, family) != NULL)
    return g_strdup (note);

  /* Translators: the first %s is the name of a licence, such as MIT, the second a sentence on what
   * it means. */
  return g_strdup_printf (_("Licence: %s. %s"), license, note);
}

/**
 * byl_catalogue_words_dup_origin:
 * @entry: a pack of the catalogue
 *
 * Returns: (transfer full) (nullable): whose catalogue it stands in; %NULL for the one that came
 *   with the program
 */
char *
byl_catalogue_words_dup_origin (BylCatalogueEntry *entry)
{
  const char *origin = byl_catalogue_entry_get_origin (entry);
  g_autoptr(GUri) address = origin != NULL ? byl_web_address_parse (origin, NULL) : NULL;

  if (address == NULL)
    return NULL;

  /* Translators: %s is the name of a web site, such as example.org. */
  return g_strdup_printf (_("From the catalogue of %s"), g_uri_get_host (address));
}

static char *
describe_amount (BylCatalogueEntry *entry)
{
  guint64 size = byl_catalogue_entry_get_size (entry);
  guint64 n_done = byl_catalogue_entry_get_bytes_done (entry);
  g_autofree char *done = g_format_size (n_done);
  g_autofree char *all = g_format_size (MAX (size, n_done));

  if (size == 0)
    /* Translators: %s is an amount such as “3.2 MB”. */
    return g_strdup_printf (_("%s fetched"), done);

  /* Translators: amounts such as “3.2 MB”: what has been fetched, and all there is. */
  return g_strdup_printf (_("%s of %s"), done, all);
}

/**
 * byl_catalogue_words_dup_progress:
 * @entry: a pack of the catalogue
 *
 * Returns: (transfer full) (nullable): how far the getting is; %NULL where it is not under way
 */
char *
byl_catalogue_words_dup_progress (BylCatalogueEntry *entry)
{
  switch (byl_catalogue_entry_get_state (entry))
    {
    case BYL_CATALOGUE_WAITING:
      return g_strdup (_("Waiting for its turn"));

    case BYL_CATALOGUE_FETCHING:
      return describe_amount (entry);

    case BYL_CATALOGUE_IMPORTING:
      return g_strdup (_("All is here: making a pack of it"));

    case BYL_CATALOGUE_AVAILABLE:
    case BYL_CATALOGUE_INSTALLED:
    case BYL_CATALOGUE_UPDATE:
    case BYL_CATALOGUE_FAILED:
    default:
      return NULL;
    }
}
