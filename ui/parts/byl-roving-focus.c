/* byl-roving-focus.c: widgets that are one stop of the Tab key, with arrow keys among them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-roving-focus.h"

/* Under which a group keeps the child that had the focus last; only ever compared. */
#define LEFT "byl-roving-left"

static GtkWidget *
find_focused (GtkWidget *group)
{
  GtkRoot *root = gtk_widget_get_root (group);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != group)
    focus = gtk_widget_get_parent (focus);

  return focus;
}

static gboolean
focus (GtkWidget        *child,
       GtkDirectionType  direction)
{
  if (!gtk_widget_get_mapped (child) || !gtk_widget_child_focus (child, direction))
    return FALSE;

  g_object_set_data (G_OBJECT (gtk_widget_get_parent (child)), LEFT, child);

  return TRUE;
}

/* Whoever comes back finds the place that was left, if that is still there. */
static gboolean
enter (GtkWidget        *group,
       GtkDirectionType  direction)
{
  gconstpointer left = g_object_get_data (G_OBJECT (group), LEFT);

  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child == left && focus (child, direction))
      return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (group); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus (child, direction))
      return TRUE;

  return FALSE;
}

static void
step (GtkWidget        *from,
      gboolean          forward,
      GtkDirectionType  direction)
{
  GtkWidget *child = from;

  do
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  while (child != NULL && !focus (child, direction));
}

/**
 * byl_roving_focus_move:
 * @group: a widget whose children are reached by keys in their order
 * @direction: where the focus is to go
 *
 * To be called by the widget's own `focus`. The Tab key comes to one of the children, the one that
 * was left or the first, and leaves all of them; the arrow keys go from one to the next, along the
 * direction of reading, and stay at the first and the last.
 *
 * Returns: whether the focus is in @group
 */
gboolean
byl_roving_focus_move (GtkWidget        *group,
                       GtkDirectionType  direction)
{
  GtkWidget *focused = find_focused (group);
  gboolean mirrored = gtk_widget_get_direction (group) == GTK_TEXT_DIR_RTL;

  if (focused == NULL)
    return enter (group, direction);

  switch (direction)
    {
    case GTK_DIR_UP:
    case GTK_DIR_DOWN:
      step (focused, direction == GTK_DIR_DOWN, direction);
      return TRUE;

    case GTK_DIR_LEFT:
    case GTK_DIR_RIGHT:
      step (focused, (direction == GTK_DIR_RIGHT) != mirrored, direction);
      return TRUE;

    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      g_object_set_data (G_OBJECT (group), LEFT, focused);
      return FALSE;
    }
}
