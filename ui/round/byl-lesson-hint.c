/* byl-lesson-hint.c: what to look at in a round of the lesson
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lesson-hint.h"

#include "byl-lesson.h"

#include <glib/gi18n.h>

struct _BylLessonHint
{
  AdwBin    parent_instance;
  GtkLabel *title;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (BylLessonHint, byl_lesson_hint, ADW_TYPE_BIN)

static void
byl_lesson_hint_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_LESSON_HINT);

  G_OBJECT_CLASS (byl_lesson_hint_parent_class)->dispose (object);
}

static void
byl_lesson_hint_class_init (BylLessonHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_lesson_hint_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-lesson-hint.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylLessonHint, title);
  gtk_widget_class_bind_template_child (widget_class, BylLessonHint, text);
}

static void
byl_lesson_hint_init (BylLessonHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_lesson_hint_set_category:
 * @self: a hint
 * @category: (nullable): the category of the lesson's question; %NULL outside a lesson
 *
 * Shows what this step of the lesson looks at, or nothing where there is no such step.
 */
void
byl_lesson_hint_set_category (BylLessonHint *self,
                              const char    *category)
{
  const BylLessonStep *step = byl_lesson_find_step (category);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), step != NULL);

  if (step == NULL)
    return;

  if (byl_lesson_get_number (step) > 0)
    /* Translators: a step of the lesson, of five; %s is what it teaches, such as “How it opens”. */
    title = g_strdup_printf (_("Tell %u of 5: %s"), byl_lesson_get_number (step), step->title);

  gtk_label_set_label (self->title, title != NULL ? title : step->title);
  gtk_label_set_label (self->text, step->text);
}

/**
 * byl_lesson_hint_set_rules:
 * @self: a hint
 * @rules: the rules of a game
 * @category: (nullable): the category of its question
 *
 * Shows what the whole game is to teach, or what a step of the lesson does; otherwise nothing.
 */
void
byl_lesson_hint_set_rules (BylLessonHint  *self,
                           const BylRules *rules,
                           const char     *category)
{
  byl_lesson_hint_set_category (self, rules->lesson ? category : NULL);

  if (rules->hint == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_label_set_label (self->title, _("What to look at"));
  gtk_label_set_label (self->text, rules->hint);
}
