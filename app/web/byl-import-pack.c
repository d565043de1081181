/* byl-import-pack.c: what an import has found, as a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-archive.h"
#include "byl-json-text.h"
#include "byl-known-facts.h"
#include "byl-language-guess.h"
#include "byl-pack-private.h"
#include "byl-pack-reader.h"
#include "byl-writer-id.h"

#include <string.h>

/* Writers that a title names. */
#define MAX_NAMED 4u

#define HASH_LENGTH 8u

/* Questions by which a language is guessed. */
#define MAX_GUESSED 50u

/* What the pack is called where the recipe is of a shape that anybody's files may have. */
static char *
dup_name (GPtrArray *sources)
{
  const BylImportSource *source = g_ptr_array_index (sources, 0);
  g_autofree char *base = g_file_get_basename (source->file);
  g_autofree char *shown = NULL;
  g_autofree char *inner = NULL;
  char *point;

  if (sources->len > 1 && g_file_has_parent (source->file, NULL))
    {
      g_autoptr(GFile) parent = g_file_get_parent (source->file);
      g_autofree char *folder = g_file_get_basename (parent);

      return g_filename_display_name (folder);
    }

  shown = g_filename_display_name (base);
  inner = byl_archive_dup_inner (shown);
  point = strrchr (inner, '.');
  if (point != NULL && point != inner)
    *point = '\0';

  return g_utf8_substring (inner, 0, MIN (g_utf8_strlen (inner, -1), BYL_PACK_MAX_LINE / 2));
}

static gint
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_kept_ids (const BylImport *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if (writer->kept)
        g_ptr_array_add (ids, writer->id);
    }
  g_ptr_array_sort (ids, compare_texts);

  return ids;
}

/* Whether the writers that are kept are those that the recipe would keep. */
static gboolean
is_usual (const BylImport *self)
{
  if (self->only == NULL && !self->keep_all)
    return TRUE;

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if (writer->kept != byl_recipe_keeps (self->recipe, writer->listed))
        return FALSE;
    }

  return TRUE;
}

/* Another choice of writers is another pack, which is not to take the place of the usual one. */
static char *
make_id (const BylImport *self,
         const char      *name)
{
  g_autofree char *id = self->recipe->generic ? byl_pack_id_make (name)
                                              : g_strdup (byl_recipe_get_id (self->recipe));
  g_autoptr(GPtrArray) ids = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *hash = NULL;

  if (is_usual (self))
    return g_steal_pointer (&id);

  ids = list_kept_ids (self);
  g_ptr_array_add (ids, NULL);
  joined = g_strjoinv ("\n", (char **) ids->pdata);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);
  hash[HASH_LENGTH] = '\0';

  return g_strdup_printf ("%.*s.%s", 90, id, hash);
}

/* The names of the writers of a pack that is not the usual one, for its title. */
static char *
list_names (const BylImport *self)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if (!writer->kept || ++n > MAX_NAMED)
        continue;
      g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", writer->name);
    }
  if (n > MAX_NAMED)
    g_string_append_printf (names, ", … (%u)", n);

  return g_string_free (names, FALSE);
}

static JsonNode *
make_text (const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);

  return node;
}

static char *
add_suffix (const char *text,
            const char *suffix)
{
  g_autofree char *whole = suffix != NULL ? g_strdup_printf ("%s: %s", text, suffix)
                                          : g_strdup (text);

  return g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), BYL_PACK_MAX_LINE));
}

static void
set_localized (JsonObject         *object,
               const char         *name,
               const BylLocalized *localized,
               const char         *suffix)
{
  g_autoptr(JsonObject) texts = NULL;

  if (localized == NULL)
    return;

  texts = json_object_new ();
  for (guint i = 0; localized->tags[i] != NULL; i++)
    {
      g_autofree char *text = add_suffix (localized->texts[i], suffix);

      if (*localized->tags[i] == '\0')
        {
          json_object_set_member (object, name, make_text (text));
          return;
        }
      json_object_set_string_member (texts, localized->tags[i], text);
    }
  json_object_set_object_member (object, name, g_steal_pointer (&texts));
}

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static JsonObject *
make_source (const BylImport *self,
             const char      *name)
{
  const BylSource *source = self->recipe->head->source;
  JsonObject *object = json_object_new ();

  set_text (object, "title", source != NULL ? source->title : name);
  if (source != NULL)
    {
      set_text (object, "url", source->url);
      set_text (object, "license", source->license);
      set_text (object, "retrieved", source->retrieved);
    }

  return object;
}

static JsonObject *
make_provenance (const BylImport      *self,
                 const char           *name,
                 const BylFoundAnswer *answer)
{
  JsonObject *object = json_object_new ();

  set_text (object, "kind", "imported");
  if (answer != NULL)
    {
      set_text (object, "date", answer->date);
      set_text (object, "reported_model", answer->model);
    }
  json_object_set_object_member (object, "source", make_source (self, name));

  return object;
}

static void
add_alias (JsonArray            *aliases,
           const BylFoundWriter *writer,
           const char           *alias)
{
  if (g_str_equal (alias, writer->name))
    return;

  for (guint i = 0; i < json_array_get_length (aliases); i++)
    if (g_str_equal (json_array_get_string_element (aliases, i), alias))
      return;

  json_array_add_string_element (aliases, alias);
}

static JsonObject *
make_writer (const BylImport      *self,
             const BylFoundWriter *writer)
{
  const BylKnownWriter *known = writer->known != BYL_IMPORT_NONE
                                  ? g_ptr_array_index (self->known, writer->known) : NULL;
  const BylRecipeWriter *listed = writer->listed;
  JsonObject *object = json_object_new ();
  JsonArray *aliases = json_array_new ();
  const char *maker = known != NULL ? known->maker : NULL;
  const char *released = known != NULL && writer->exact ? known->released : NULL;

  set_text (object, "id", writer->id);
  set_text (object, "name", writer->name);
  set_text (object, "maker", listed != NULL && listed->maker != NULL ? listed->maker : maker);
  set_text (object, "kind", listed != NULL ? listed->kind : NULL);
  for (guint i = 0; listed != NULL && listed->aliases[i] != NULL; i++)
    add_alias (aliases, writer, listed->aliases[i]);
  for (guint i = 0; known != NULL && known->aliases[i] != NULL; i++)
    add_alias (aliases, writer, known->aliases[i]);
  if (json_array_get_length (aliases) > 0)
    json_object_set_array_member (object, "aliases", aliases);
  else
    json_array_unref (aliases);
  set_text (object, "released",
            listed != NULL && listed->released != NULL ? listed->released : released);

  return object;
}

static guint
find_place (const BylImport      *self,
            const BylFoundWriter *writer)
{
  guint place = self->recipe->writers->len;

  if (writer->listed != NULL)
    g_ptr_array_find (self->recipe->writers, writer->listed, &place);

  return place;
}

static gint
compare_writers (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const BylFoundWriter *one = *(const BylFoundWriter * const *) a;
  const BylFoundWriter *other = *(const BylFoundWriter * const *) b;
  guint one_place = find_place (user_data, one);
  guint other_place = find_place (user_data, other);

  if (one_place != other_place)
    return one_place < other_place ? -1 : 1;

  return one->rank < other->rank ? -1 : 1;
}

/* Those of the recipe in its order, then the others as they come in the pack; nobody who wrote
 * nothing. */
static JsonArray *
make_writers (BylImport *self)
{
  g_autoptr(GPtrArray) writers = g_ptr_array_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->writers->len; i++)
    {
      BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if (writer->n_kept > 0)
        g_ptr_array_add (writers, writer);
    }
  g_ptr_array_sort_with_data (writers, compare_writers, self);
  for (guint i = 0; i < writers->len; i++)
    json_array_add_object_element (array, make_writer (self, g_ptr_array_index (writers, i)));

  return array;
}

/* Takes the answer's text: it is held once only, while there are many. */
static JsonObject *
make_answer (const BylImport *self,
             const char      *name,
             BylFoundAnswer  *answer)
{
  const BylFoundWriter *writer = g_ptr_array_index (self->writers, answer->writer);
  JsonObject *object = json_object_new ();

  set_text (object, "writer", writer->id);
  set_text (object, "text", answer->text);
  g_clear_pointer (&answer->text, g_free);
  if (answer->date != NULL || answer->model != NULL)
    json_object_set_object_member (object, "provenance", make_provenance (self, name, answer));

  return object;
}

static JsonArray *
make_questions (const BylImport *self,
                const char      *name)
{
  JsonArray *array = json_array_sized_new (self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      const BylFoundItem *item = g_ptr_array_index (self->items, i);
      JsonObject *object = json_object_new ();
      JsonArray *answers = json_array_sized_new (item->answers->len);

      set_text (object, "id", item->id);
      set_text (object, "prompt", item->prompt);
      set_text (object, "category", item->category);
      for (guint j = 0; j < item->answers->len; j++)
        json_array_add_object_element (answers,
                                       make_answer (self, name,
                                                    g_ptr_array_index (item->answers, j)));
      json_object_set_array_member (object, "answers", answers);
      json_array_add_object_element (array, object);
    }

  return array;
}

/* The language that the recipe says, or the one that the answers are in. */
static const char *
find_language (const BylImport *self)
{
  const char *language = byl_recipe_get_language (self->recipe);
  BylLanguageGuess guess = { { 0 } };

  if (!g_str_equal (language, "und"))
    return language;

  for (guint i = 0; i < self->items->len && i < MAX_GUESSED; i++)
    {
      const BylFoundItem *item = g_ptr_array_index (self->items, i);

      for (guint j = 0; j < item->answers->len && j < MAX_NAMED; j++)
        byl_language_guess_read (&guess,
                                 ((BylFoundAnswer *) g_ptr_array_index (item->answers, j))->text);
    }

  return byl_language_guess_get (&guess);
}

static JsonObject *
make_root (BylImport  *self,
           const char *name)
{
  const BylRecipe *recipe = self->recipe;
  JsonObject *root = json_object_new ();
  g_autofree char *names = is_usual (self) ? NULL : list_names (self);

  self->result->id = make_id (self, name);
  set_text (root, "format", "byline-pack");
  json_object_set_int_member (root, "version", 1);
  set_text (root, "id", self->result->id);
  json_object_set_int_member (root, "revision", byl_recipe_get_revision (recipe));
  if (recipe->generic)
    {
      g_autofree char *title = add_suffix (name, names);

      set_text (root, "title", title);
    }
  else
    {
      set_localized (root, "title", recipe->head->title, names);
      set_localized (root, "summary", recipe->head->summary, NULL);
    }
  set_text (root, "language", find_language (self));
  set_text (root, "license", byl_recipe_get_license (recipe));
  json_object_set_object_member (root, "source", make_source (self, name));
  json_object_set_object_member (root, "provenance", make_provenance (self, name, NULL));
  json_object_set_array_member (root, "writers", make_writers (self));
  json_object_set_array_member (root, "questions", make_questions (self, name));

  return root;
}

/* The pack as JSON, once the reader of packs has seen it too. */
GBytes *
byl_import_make_pack (BylImport  *self,
                      GPtrArray  *sources,
                      GError    **error)
{
  g_autofree char *name = dup_name (sources);
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  gsize length;
  char *text;

  json_node_take_object (root, make_root (self, name));
  text = byl_json_text_make (root, &length);
  json_node_unref (root);
  bytes = g_bytes_new_take (text, length);

  pack = byl_pack_read (bytes, NULL, error);
  if (pack == NULL)
    return NULL;

  self->result->title = g_strdup (byl_pack_get_title (pack));

  return g_steal_pointer (&bytes);
}
