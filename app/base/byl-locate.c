/* byl-locate.c: from JSON Pointers to lines and columns
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-locate.h"

#include "byl-gate.h"
#include "byl-problem.h"
#include "byl-scan.h"

/* A value that a pointer leads to or through. */
typedef struct _Node Node;
struct _Node
{
  Node *parent;         /* (nullable): of the root */
  GHashTable *children; /* (nullable) (element-type utf8 Node): by name or index */
  guint line;           /* 0 until the value is found */
  guint column;
};

typedef struct
{
  gboolean is_object;
  guint index; /* of an array: of the value being read */
  Node *node;  /* (nullable): %NULL where no pointer leads */
} Frame;

typedef struct
{
  GPtrArray *nodes; /* (element-type Node): all of them; the first is the root */
  BylScanPlace place;
  const char *at;
  const char *end;
  Frame frames[BYL_GATE_MAX_DEPTH];
  guint depth;
  GString *name;
} Walk;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->children, g_hash_table_unref);
  g_free (node);
}

static Node *
add_node (Walk *walk,
          Node *parent)
{
  Node *node = g_new0 (Node, 1);

  node->parent = parent;
  g_ptr_array_add (walk->nodes, node);
  return node;
}

/* One step of a pointer, with RFC 6901's escapes undone. */
static char *
decode_step (const char *step,
             gsize       length)
{
  char *decoded = g_malloc (length + 1);
  gsize count = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (step[i] == '~' && i + 1 < length && (step[i + 1] == '0' || step[i + 1] == '1'))
        decoded[count++] = step[++i] == '0' ? '~' : '/';
      else
        decoded[count++] = step[i];
    }

  decoded[count] = '\0';
  return decoded;
}

static Node *
add_pointer (Walk       *walk,
             const char *pointer)
{
  Node *node = walk->nodes->pdata[0];

  while (*pointer == '/')
    {
      gsize length = strcspn (pointer + 1, "/");
      g_autofree char *step = decode_step (pointer + 1, length);
      Node *child;

      if (node->children == NULL)
        node->children = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      child = g_hash_table_lookup (node->children, step);
      if (child == NULL)
        {
          child = add_node (walk, node);
          g_hash_table_insert (node->children, g_steal_pointer (&step), child);
        }

      node = child;
      pointer += 1 + length;
    }

  return node;
}

/* Passes over the text that is next: to the next quotation mark before which there is an even
 * number of backslashes. Returns whether it is there and closed. */
static gboolean
skip_text (Walk *walk)
{
  const char *text = walk->at + 1;
  const char *quote = text;

  if (walk->at == walk->end || *walk->at != '"')
    return FALSE;

  while ((quote = memchr (quote, '"', walk->end - quote)) != NULL)
    {
      const char *slash = quote;

      while (slash > text && slash[-1] == '\\')
        slash--;
      quote++;
      if ((quote - slash) % 2 == 1)
        break;
    }

  walk->at = quote != NULL ? quote : walk->end;
  return quote != NULL;
}

/* Passes over a number, or true, false or null. */
static gboolean
skip_word (Walk *walk)
{
  const char *word = walk->at;

  while (walk->at < walk->end &&
         (g_ascii_isalnum (*walk->at) || *walk->at == '-' || *walk->at == '+' || *walk->at == '.'))
    walk->at++;

  return walk->at > word;
}

static void
find (Walk *walk,
      Node *node)
{
  if (node == NULL)
    return;

  byl_scan_advance (&walk->place, walk->at);
  node->line = walk->place.line;
  node->column = walk->place.column;
}

/* Reads the name that is next and its colon; @node becomes what the value that follows is, which is
 * looked up only where @parent is on the way to a pointer. */
static gboolean
read_name (Walk  *walk,
           Node  *parent,
           Node **node)
{
  const char *name = walk->at + 1;

  if (!skip_text (walk))
    return FALSE;

  *node = NULL;
  if (parent != NULL && parent->children != NULL)
    {
      g_string_truncate (walk->name, 0);
      byl_scan_append_decoded (walk->name, name, walk->at - name - 1);
      *node = g_hash_table_lookup (parent->children, walk->name->str);
    }

  walk->at = byl_scan_skip_space (walk->at, walk->end);
  if (walk->at == walk->end)
    return FALSE;

  walk->at++;
  return TRUE;
}

static Node *
read_index (Walk *walk,
            Node *node,
            guint index)
{
  if (node == NULL || node->children == NULL)
    return NULL;

  g_string_printf (walk->name, "%u", index);
  return g_hash_table_lookup (node->children, walk->name->str);
}

/* Goes to the next value: over what closes, over a comma, over a name. Returns %FALSE after the
 * root. */
static gboolean
find_next (Walk  *walk,
           Node **node)
{
  while (walk->depth > 0)
    {
      Frame *frame = &walk->frames[walk->depth - 1];

      walk->at = byl_scan_skip_space (walk->at, walk->end);
      if (walk->at == walk->end)
        return FALSE;

      if (*walk->at == '}' || *walk->at == ']')
        {
          walk->at++;
          walk->depth--;
          continue;
        }

      if (*walk->at == ',')
        {
          walk->at = byl_scan_skip_space (walk->at + 1, walk->end);
          frame->index++;
        }

      if (frame->is_object)
        return read_name (walk, frame->node, node);

      *node = read_index (walk, frame->node, frame->index);
      return TRUE;
    }

  return FALSE;
}

/* Walks over the file once. It has passed the gate: that it is well-formed and its depth bounded is
 * relied upon, but reading never goes past its end. */
static void
walk_values (Walk *walk)
{
  Node *node = walk->nodes->pdata[0];

  do
    {
      walk->at = byl_scan_skip_space (walk->at, walk->end);
      find (walk, node);
      if (walk->at >= walk->end)
        return;

      if (*walk->at == '"')
        {
          skip_text (walk);
        }
      else if (*walk->at == '{' || *walk->at == '[')
        {
          if (walk->depth == BYL_GATE_MAX_DEPTH)
            return;
          walk->frames[walk->depth++] = (Frame) { *walk->at == '{', 0, node };
          walk->at++;
        }
      else if (!skip_word (walk))
        {
          return;
        }
    }
  while (find_next (walk, &node));
}

/**
 * byl_locate_problems:
 * @data: (array length=length): the content of a file that has passed byl_gate_check ()
 * @length: bytes of it
 * @problems: (element-type BylProblem): problems with pointers into it
 *
 * Sets line and column of all @problems in one pass over the file: where the value begins that the
 * pointer leads to. A value that is missing is placed where the nearest value around it begins.
 */
void
byl_locate_problems (const char *data,
                     gsize       length,
                     GPtrArray  *problems)
{
  g_autoptr(GPtrArray) nodes = NULL;
  g_autofree Node **wanted = NULL;
  Walk walk = { .place = { data, 1, 1 }, .at = data, .end = data + length };

  g_return_if_fail (data != NULL || length == 0);
  g_return_if_fail (problems != NULL);

  if (length == 0 || problems->len == 0)
    return;

  walk.nodes = nodes = g_ptr_array_new_with_free_func (node_free);
  walk.name = g_string_new (NULL);
  wanted = g_new (Node *, problems->len);
  add_node (&walk, NULL);

  for (guint i = 0; i < problems->len; i++)
    wanted[i] = add_pointer (&walk, ((BylProblem *) problems->pdata[i])->pointer);

  walk_values (&walk);

  for (guint i = 0; i < problems->len; i++)
    {
      BylProblem *problem = problems->pdata[i];
      Node *node = wanted[i];

      while (node->line == 0 && node->parent != NULL)
        node = node->parent;

      problem->line = node->line;
      problem->column = node->column;
    }

  g_string_free (walk.name, TRUE);
}
