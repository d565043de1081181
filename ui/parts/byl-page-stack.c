/* byl-page-stack.c: pages of which only the one that is seen exists for a screen reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-page-stack.h"

#define FOCUS "byl-page-focus"

static void
hide_others (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);

  if (gtk_stack_get_transition_running (stack))
    return;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack));
       page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (page != shown)
      gtk_widget_set_visible (page, FALSE);
}

static void
free_focus (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* On the page that is left; what has the focus there may be gone when it is shown again. */
static void
keep_focus (GtkStack *stack)
{
  GtkWidget *shown = gtk_stack_get_visible_child (stack);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (stack));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GWeakRef *kept;

  if (shown == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, shown))
    return;

  kept = g_new0 (GWeakRef, 1);
  g_weak_ref_init (kept, focus);
  g_object_set_data_full (G_OBJECT (shown), FOCUS, kept, free_focus);
}

/**
 * byl_page_stack_show:
 * @stack: a stack
 * @page: one of its pages
 *
 * Shows a page. A page that a stack merely covers is still read out by screen readers, so the
 * others are hidden as soon as they have slid away.
 */
void
byl_page_stack_show (GtkStack  *stack,
                     GtkWidget *page)
{
  keep_focus (stack);
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (stack, page);
  g_signal_handlers_disconnect_by_func (stack, hide_others, NULL);
  g_signal_connect (stack, "notify::transition-running", G_CALLBACK (hide_others), NULL);
  hide_others (stack);
}

/**
 * byl_page_stack_show_again:
 * @stack: a stack
 * @page: one of its pages
 *
 * Shows a page as byl_page_stack_show() does, with the focus where it was when another page was
 * shown: whoever uses the keyboard goes on from there.
 */
void
byl_page_stack_show_again (GtkStack  *stack,
                           GtkWidget *page)
{
  gboolean shown = gtk_stack_get_visible_child (stack) == page;
  GWeakRef *kept = g_object_get_data (G_OBJECT (page), FOCUS);
  g_autoptr(GtkWidget) focus = kept != NULL ? g_weak_ref_get (kept) : NULL;

  byl_page_stack_show (stack, page);

  if (!shown && focus != NULL && gtk_widget_get_mapped (focus)
      && gtk_widget_is_ancestor (focus, page))
    gtk_widget_grab_focus (focus);
}
