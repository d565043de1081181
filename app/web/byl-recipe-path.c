/* byl-recipe-path.c: the way to a value in somebody's data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-path.h"

#include "byl-text.h"

#include <string.h>

/* Digits of a number that is surely small enough. */
#define MAX_DIGITS 6

/* The number that the text is, as JSON Pointer has it: no sign, no needless zeros. */
static guint
read_number (const char *text,
             gsize       length)
{
  if (length == 0 || length > MAX_DIGITS || (length > 1 && text[0] == '0') ||
      strspn (text, "0123456789") < length)
    return G_MAXUINT;

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* A step may say ~0 for a tilde, ~1 for a slash and ~2 for an asterisk. */
static gboolean
read_step (BylRecipeStep *step,
           const char    *text)
{
  GString *member;

  step->item = G_MAXUINT;
  step->any = g_str_equal (text, "*");
  if (step->any)
    return TRUE;

  member = g_string_new (NULL);
  for (; *text != '\0'; text++)
    {
      const char *escaped = *text == '~' ? strchr ("012", text[1]) : NULL;

      if (*text == '~' && (escaped == NULL || *escaped == '\0'))
        {
          g_string_free (member, TRUE);
          return FALSE;
        }

      g_string_append_c (member, *text == '~' ? "~/*"[*escaped - '0'] : *text);
      if (*text == '~')
        text++;
    }
  step->item = read_number (member->str, member->len);
  step->member = g_string_free (member, FALSE);
  step->folded = byl_recipe_path_fold (step->member);

  return TRUE;
}

static gboolean
read_steps (BylRecipePath *self,
            const char    *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", -1);
  guint n_parts = g_strv_length (parts);

  if (n_parts == 0)
    return TRUE;
  if (*parts[0] != '\0' || n_parts - 1 > BYL_GATE_MAX_DEPTH)
    return FALSE;

  self->steps = g_new0 (BylRecipeStep, n_parts);
  for (guint i = 1; i < n_parts; i++)
    {
      if (!read_step (&self->steps[i - 1], parts[i]))
        return FALSE;
      self->n_steps = i;
    }

  return TRUE;
}

/**
 * byl_recipe_path_new:
 * @text: a JSON Pointer (RFC 6901), or a Relative JSON Pointer such as `2/title` or `1#`; a step
 *   `*` stands for each member or item, and `~2` for an asterisk
 * @may_go_up: whether it may be a relative one
 *
 * Returns: (transfer full) (nullable): the path; %NULL where the text is none
 */
BylRecipePath *
byl_recipe_path_new (const char *text,
                     gboolean    may_go_up)
{
  g_autoptr(BylRecipePath) self = g_new0 (BylRecipePath, 1);
  gsize n_digits = strspn (text, "0123456789");

  if (n_digits > 0)
    {
      self->up = read_number (text, n_digits);
      if (!may_go_up || self->up > BYL_GATE_MAX_DEPTH)
        return NULL;
      text += n_digits;
    }

  if (n_digits > 0 && g_str_equal (text, "#"))
    {
      self->name = TRUE;
      return g_steal_pointer (&self);
    }

  return read_steps (self, text) ? g_steal_pointer (&self) : NULL;
}

/**
 * byl_recipe_path_free:
 * @self: (nullable) (transfer full): a path
 */
void
byl_recipe_path_free (BylRecipePath *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_steps; i++)
    {
      g_free (self->steps[i].member);
      g_free (self->steps[i].folded);
    }
  g_free (self->steps);
  g_free (self);
}

/**
 * byl_recipe_path_fold:
 * @column: the head of a column, or a step of a path
 *
 * Columns are named by people: their case and the white space around them do not count.
 *
 * Returns: (transfer full): the name as names of columns are compared
 */
char *
byl_recipe_path_fold (const char *column)
{
  g_autofree char *folded = byl_text_fold (column);

  return g_strdup (g_strstrip (folded));
}

static guint
find_column (const BylRecipeTrail *trail,
             const char           *folded)
{
  for (guint i = 0; trail->folded != NULL && trail->folded[i] != NULL; i++)
    if (g_str_equal (trail->folded[i], folded))
      return i;

  return G_MAXUINT;
}

/* The value a step below a node; NULL where there is none. The rows of a table have their columns'
 * names. */
static JsonNode *
find_below (const BylRecipeTrail *trail,
            JsonNode             *node,
            const BylRecipeStep  *step)
{
  guint item = step->item;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), step->member);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  if (trail->columns != NULL && node == trail->places[0].node)
    {
      guint column = find_column (trail, step->folded);

      item = column != G_MAXUINT ? column : item;
    }

  if (item >= json_array_get_length (json_node_get_array (node)))
    return NULL;

  return json_array_get_element (json_node_get_array (node), item);
}

static void
push (BylRecipeTrail *trail,
      JsonNode       *node,
      const char     *member,
      guint           item)
{
  trail->places[trail->depth++] =
    (BylRecipePlace) { .node = node, .member = member, .item = item };
}

static gboolean visit_steps (const BylRecipeStep *steps,
                             guint                n_steps,
                             BylRecipeTrail      *trail,
                             BylRecipeVisit       visit,
                             gpointer             user_data);

static gboolean
visit_below (const BylRecipeStep *steps,
             guint                n_steps,
             BylRecipeTrail      *trail,
             JsonNode            *node,
             const char          *member,
             guint                item,
             BylRecipeVisit       visit,
             gpointer             user_data)
{
  gboolean go_on;

  push (trail, node, member, item);
  go_on = visit_steps (steps, n_steps, trail, visit, user_data);
  trail->depth--;

  return go_on;
}

static gboolean
visit_all (const BylRecipeStep *steps,
           guint                n_steps,
           BylRecipeTrail      *trail,
           BylRecipeVisit       visit,
           gpointer             user_data)
{
  JsonNode *node = trail->places[trail->depth - 1].node;
  gboolean go_on = TRUE;
  guint item = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (; go_on && item < json_array_get_length (array); item++)
        go_on = visit_below (steps, n_steps, trail, json_array_get_element (array, item), NULL,
                             item, visit, user_data);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *child;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (go_on && json_object_iter_next_ordered (&iter, &member, &child))
        go_on = visit_below (steps, n_steps, trail, child, member, item++, visit, user_data);
    }

  return go_on;
}

/* Recurses no deeper than the gate lets a document be. */
static gboolean
visit_steps (const BylRecipeStep *steps,
             guint                n_steps,
             BylRecipeTrail      *trail,
             BylRecipeVisit       visit,
             gpointer             user_data)
{
  JsonNode *child;

  if (n_steps == 0)
    return visit (trail, user_data);

  if (trail->depth == G_N_ELEMENTS (trail->places))
    return TRUE;

  if (steps->any)
    return visit_all (steps + 1, n_steps - 1, trail, visit, user_data);

  child = find_below (trail, trail->places[trail->depth - 1].node, steps);
  if (child == NULL)
    return TRUE;

  return visit_below (steps + 1, n_steps - 1, trail, child, steps->member, steps->item, visit,
                      user_data);
}

/**
 * byl_recipe_path_each:
 * @self: a path that does not go up
 * @trail: where one is; changed during the calls, and put back
 * @visit: (scope call): called at each value that the path leads to, in the document's order; ends
 *   the walk by returning %FALSE
 * @user_data: passed to @visit
 *
 * Returns: whether the walk came to its end
 */
gboolean
byl_recipe_path_each (const BylRecipePath *self,
                      BylRecipeTrail      *trail,
                      BylRecipeVisit       visit,
                      gpointer             user_data)
{
  return visit_steps (self->steps, self->n_steps, trail, visit, user_data);
}

/**
 * byl_recipe_path_search:
 * @self: a path that leads to no name
 * @trail: where one is
 * @visit: (scope call): called at each value that the path leads to, in the document's order; ends
 *   the search by returning %FALSE
 * @user_data: passed to @visit
 *
 * Follows a path that may go up first.
 */
void
byl_recipe_path_search (const BylRecipePath  *self,
                        const BylRecipeTrail *trail,
                        BylRecipeVisit        visit,
                        gpointer              user_data)
{
  BylRecipeTrail walk;

  if (self->up >= trail->depth)
    return;

  walk = *trail;
  walk.depth -= self->up;
  visit_steps (self->steps, self->n_steps, &walk, visit, user_data);
}

static gboolean
take_first (BylRecipeTrail *trail,
            gpointer        user_data)
{
  JsonNode **found = user_data;

  *found = trail->places[trail->depth - 1].node;

  return FALSE;
}

/**
 * byl_recipe_path_find:
 * @self: a path that leads to no name
 * @trail: where one is
 *
 * Returns: (nullable): the first value that the path leads to, owned by the document
 */
JsonNode *
byl_recipe_path_find (const BylRecipePath  *self,
                      const BylRecipeTrail *trail)
{
  JsonNode *found = NULL;

  byl_recipe_path_search (self, trail, take_first, &found);

  return found;
}

/**
 * byl_recipe_path_dup_name:
 * @self: a path that leads to a name
 * @trail: where one is
 *
 * Returns: (transfer full) (nullable): the name of the member, the head of the column or the number
 *   of the item
 */
char *
byl_recipe_path_dup_name (const BylRecipePath  *self,
                          const BylRecipeTrail *trail)
{
  const BylRecipePlace *place;

  if (self->up + 1 >= trail->depth)
    return NULL;

  place = &trail->places[trail->depth - 1 - self->up];
  if (place->member != NULL)
    return g_strdup (place->member);

  if (trail->columns != NULL && place == &trail->places[1])
    return place->item < g_strv_length ((char **) trail->columns)
             ? g_strdup (trail->columns[place->item]) : NULL;

  return g_strdup_printf ("%u", place->item);
}

/**
 * byl_recipe_trail_is_at:
 * @self: where one is
 * @step: a member's name, the head of a column, or the number of an item
 *
 * Returns: whether it is what the last step led to
 */
gboolean
byl_recipe_trail_is_at (const BylRecipeTrail *self,
                        const char           *step)
{
  const BylRecipePlace *place = &self->places[self->depth - 1];

  if (self->depth < 2)
    return FALSE;

  if (place->member != NULL)
    return g_str_equal (place->member, step);

  if (self->folded != NULL && self->depth == 2)
    {
      g_autofree char *folded = byl_recipe_path_fold (step);

      if (find_column (self, folded) == place->item)
        return TRUE;
    }

  return read_number (step, strlen (step)) == place->item;
}
