/* byl-prompt-view.c: the question of a round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-prompt-view.h"

#include "byl-category-text.h"
#include "byl-text.h"

#include <glib/gi18n.h>

/* A longer question is no headline: it is set as text, from the side on which one starts to
 * read. */
#define HEADLINE_CHARACTERS 160

struct _BylPromptView
{
  AdwBin             parent_instance;
  GtkLabel          *category;
  GtkWidget         *headline_clamp;
  GtkLabel          *headline;
  GtkScrolledWindow *scroller;
  GtkLabel          *prompt;
};

G_DEFINE_FINAL_TYPE (BylPromptView, byl_prompt_view, ADW_TYPE_BIN)

static void
byl_prompt_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_PROMPT_VIEW);

  G_OBJECT_CLASS (byl_prompt_view_parent_class)->dispose (object);
}

static void
byl_prompt_view_class_init (BylPromptViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_prompt_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-prompt-view.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylPromptView, category);
  gtk_widget_class_bind_template_child (widget_class, BylPromptView, headline_clamp);
  gtk_widget_class_bind_template_child (widget_class, BylPromptView, headline);
  gtk_widget_class_bind_template_child (widget_class, BylPromptView, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylPromptView, prompt);
}

static void
byl_prompt_view_init (BylPromptView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Question"), -1);
}

/**
 * byl_prompt_view_set_question:
 * @self: a prompt view
 * @category: (nullable): the question's category
 * @prompt: the question, shown as typed
 */
void
byl_prompt_view_set_question (BylPromptView *self,
                              const char    *category,
                              const char    *prompt)
{
  g_autofree char *clean = byl_text_clean (prompt);
  g_autofree char *words = byl_category_text_new (category != NULL ? category : "");
  gboolean headline;

  g_strstrip (clean);
  headline = g_utf8_strlen (clean, -1) <= HEADLINE_CHARACTERS && strchr (clean, '\n') == NULL;

  gtk_label_set_label (self->category, words);
  gtk_widget_set_visible (GTK_WIDGET (self->category), category != NULL);
  /* A scrolled text has no height of its own, and a headline must be seen whole. */
  gtk_widget_set_visible (self->headline_clamp, headline);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !headline);
  gtk_label_set_label (headline ? self->headline : self->prompt, clean);
  gtk_label_set_label (headline ? self->prompt : self->headline, "");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}
