/* byl-problems-window.c: everything that is wrong with a refused pack, to be read and copied
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-problems-window.h"

#include "byl-problem.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 1000 /* nobody reads more; byline-pack check prints them all */

struct _BylProblemsWindow
{
  AdwWindow    parent_instance;
  GtkButton   *copy;
  GtkLabel    *sentence;
  GtkWidget   *scroller;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (BylProblemsWindow, byl_problems_window, ADW_TYPE_WINDOW)

static void
copy_cb (BylProblemsWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static char *
describe_problems (const char *file_name,
                   GPtrArray  *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, MOST_SHOWN); i++)
    {
      g_autofree char *line = byl_problem_to_text (problems->pdata[i], file_name);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }

  if (problems->len > MOST_SHOWN)
    {
      guint n_left = problems->len - MOST_SHOWN;

      /* Translators: byline-pack check is the name of a command. */
      g_string_append_printf (text, ngettext ("%u more: “byline-pack check” lists it.",
                                              "%u more: “byline-pack check” lists them.", n_left),
                              n_left);
    }

  return g_string_free (text, FALSE);
}

/* A file that is wrong as a whole has its sentence, and no place to look at. */
static gboolean
is_worth_a_list (GPtrArray *problems)
{
  const BylProblem *first;

  if (problems == NULL || problems->len == 0)
    return FALSE;

  first = problems->pdata[0];

  return problems->len > 1 || first->line > 1 || first->column > 1;
}

static void
byl_problems_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_PROBLEMS_WINDOW);

  G_OBJECT_CLASS (byl_problems_window_parent_class)->dispose (object);
}

static void
byl_problems_window_class_init (BylProblemsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_problems_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "home/byl-problems-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylProblemsWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, BylProblemsWindow, sentence);
  gtk_widget_class_bind_template_child (widget_class, BylProblemsWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylProblemsWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
byl_problems_window_init (BylProblemsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_problems_window_present:
 * @parent: (nullable): the window that the pack was opened in
 * @file_name: the name of the refused file
 * @sentence: why it was refused, on the whole
 * @problems: (nullable) (element-type BylProblem): all that is wrong with it
 *
 * Returns: (transfer none): the window, which is shown and lives until it is closed
 */
GtkWindow *
byl_problems_window_present (GtkWindow  *parent,
                             const char *file_name,
                             const char *sentence,
                             GPtrArray  *problems)
{
  BylProblemsWindow *self = g_object_new (BYL_TYPE_PROBLEMS_WINDOW, "transient-for", parent, NULL);
  gboolean listed = is_worth_a_list (problems);
  g_autofree char *whole = NULL;

  /* Translators: the first %s is the name of a file, the second a sentence that says what is
   * wrong. */
  whole = g_strdup_printf (_("“%s” was not added. %s"), file_name, sentence);
  gtk_label_set_label (self->sentence, whole);
  gtk_widget_set_visible (self->scroller, listed);
  gtk_widget_set_visible (GTK_WIDGET (self->copy), listed);

  if (listed)
    {
      g_autofree char *text = describe_problems (file_name, problems);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
    }
  else
    {
      /* The pack may be sound, and the disk full. */
      gtk_window_set_title (GTK_WINDOW (self), _("Pack Not Added"));
      gtk_window_set_default_size (GTK_WINDOW (self), 480, -1);
    }

  gtk_window_present (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}
