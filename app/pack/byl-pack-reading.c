/* byl-pack-reading.c: where the reader of a pack is, and what it found wrong so far
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reading.h"

#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nobody mends more than this in one go, and a hostile file must not cost memory without end. */
#define MAX_ERRORS 10000u

/* Bytes of a member's name that may be a misspelling of one of ours. */
#define MAX_NAME 40

static char *
make_pointer (BylReading *self)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const char *member = self->path[i].member;

      g_string_append_c (pointer, '/');
      if (member == NULL)
        g_string_append_printf (pointer, "%u", self->path[i].item);
      for (; member != NULL && *member != '\0'; member++)
        {
          if (*member == '~')
            g_string_append (pointer, "~0");
          else if (*member == '/')
            g_string_append (pointer, "~1");
          else
            g_string_append_c (pointer, *member);
        }
    }

  return g_string_free (pointer, FALSE);
}

static gboolean
is_listed (const BylMember *members,
           const char      *name)
{
  for (; members->name != NULL; members++)
    if (g_str_equal (members->name, name))
      return TRUE;

  return FALSE;
}

/* A member that is missing was perhaps only misspelt: look among those that nobody asks for. */
static void
add_missing (BylReading      *self,
             JsonObject      *object,
             const BylMember *members,
             const char      *name)
{
  g_autoptr(GPtrArray) strangers = g_ptr_array_new ();
  const char *misspelt;
  const char *member;
  JsonObjectIter iter;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (!is_listed (members, member) && strlen (member) <= MAX_NAME)
      g_ptr_array_add (strangers, (gpointer) member);
  g_ptr_array_add (strangers, NULL);

  misspelt = byl_text_nearest (name, (const char * const *) strangers->pdata);
  if (misspelt != NULL)
    byl_reading_add (self, "missing-member", name,
                     _("“%s” is missing here, and “%s” means nothing here. Rename it."),
                     name, misspelt);
  else
    byl_reading_add (self, "missing-member", NULL, _("“%s” is missing here. Add it."), name);
}

static JsonObject *
take_object (BylReading *self,
             JsonNode   *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  byl_reading_add (self, "wrong-type", NULL,
                   _("“%s” must be an object, in braces."), byl_reading_get_name (self));

  return NULL;
}

/* Goes one step down, into a member. */
void
byl_reading_enter_member (BylReading *self,
                          const char *name)
{
  g_assert (self->depth < G_N_ELEMENTS (self->path));

  self->path[self->depth++] = (BylStep) { .member = name };
}

/* Goes one step down, into a member that an object may lack; NULL where it does, and stays. */
JsonNode *
byl_reading_enter_existing (BylReading *self,
                            JsonObject *object,
                            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL)
    byl_reading_enter_member (self, name);

  return node;
}

/* Goes one step down, into an item of a list. */
void
byl_reading_enter_item (BylReading *self,
                        guint       item)
{
  g_assert (self->depth < G_N_ELEMENTS (self->path));

  self->path[self->depth++] = (BylStep) { .item = item };
}

/* Goes back up. */
void
byl_reading_leave (BylReading *self)
{
  g_assert (self->depth > 0);

  self->depth--;
}

/* The member that the reader is in, for messages; an item has the name of its list. */
const char *
byl_reading_get_name (BylReading *self)
{
  for (guint i = self->depth; i > 0; i--)
    if (self->path[i - 1].member != NULL)
      return self->path[i - 1].member;

  /* Translators: stands for the name of a member, where the pack as a whole is meant */
  return _("the pack");
}

/* Adds an error about the value that the reader is at. */
void
byl_reading_add (BylReading *self,
                 const char *code,
                 const char *suggestion,
                 const char *format,
                 ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *message = NULL;
  BylProblem *problem;
  va_list arguments;

  self->n_errors++;
  if (self->n_errors > MAX_ERRORS + 1)
    return;

  if (self->n_errors == MAX_ERRORS + 1)
    {
      problem = byl_problem_new (BYL_SEVERITY_ERROR, "more-problems", "",
                                 _("There are more errors. Mend those listed, then check again."));
      g_ptr_array_add (self->problems, problem);
      return;
    }

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  pointer = make_pointer (self);
  problem = byl_problem_new (BYL_SEVERITY_ERROR, code, pointer, "%s", message);
  problem->suggestion = g_strdup (suggestion);
  g_ptr_array_add (self->problems, problem);
}

/* The object that the reader is at, once its required members have been looked for; NULL where it
 * is none. Members that are not listed are left alone. */
JsonObject *
byl_reading_object (BylReading      *self,
                    JsonNode        *node,
                    const BylMember *members)
{
  JsonObject *object = take_object (self, node);

  if (object == NULL)
    return NULL;

  for (guint i = 0; members[i].name != NULL; i++)
    if (members[i].required && !json_object_has_member (object, members[i].name))
      add_missing (self, object, members, members[i].name);

  return object;
}

/* Likewise for a member. Where it is an object, the reader has entered it and must leave it
 * again. */
JsonObject *
byl_reading_member_object (BylReading      *self,
                           JsonObject      *object,
                           const char      *name,
                           const BylMember *members)
{
  JsonNode *node = byl_reading_enter_existing (self, object, name);
  JsonObject *inner;

  if (node == NULL)
    return NULL;

  inner = byl_reading_object (self, node, members);
  if (inner == NULL)
    byl_reading_leave (self);

  return inner;
}

/* A list with at least minimum and at most maximum items. Where there is one, the reader has
 * entered it and must leave it again. */
JsonArray *
byl_reading_list (BylReading *self,
                  JsonObject *object,
                  const char *name,
                  guint       minimum,
                  guint       maximum)
{
  JsonNode *node = byl_reading_enter_existing (self, object, name);
  guint n_items;

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      byl_reading_add (self, "wrong-type", NULL,
                       _("“%s” must be a list, in square brackets."), name);
      byl_reading_leave (self);
      return NULL;
    }

  n_items = json_array_get_length (json_node_get_array (node));
  if (n_items < minimum)
    byl_reading_add (self, "too-few", NULL,
                     ngettext ("“%s” needs at least %u item, but has %u. Add what is missing.",
                               "“%s” needs at least %u items, but has %u. Add what is missing.",
                               minimum),
                     name, minimum, n_items);

  if (n_items <= maximum)
    return json_node_get_array (node);

  byl_reading_add (self, "too-many", NULL,
                   ngettext ("“%s” may have %u item at most, but has %u. Split the pack.",
                             "“%s” may have %u items at most, but has %u. Split the pack.",
                             maximum),
                   name, maximum, n_items);
  byl_reading_leave (self);

  return NULL;
}
