/* byl-page-stack.c: pages of which only the one that is seen exists for a screen reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-page-stack.h"

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
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (stack, page);
  g_signal_handlers_disconnect_by_func (stack, hide_others, NULL);
  g_signal_connect (stack, "notify::transition-running", G_CALLBACK (hide_others), NULL);
  hide_others (stack);
}
