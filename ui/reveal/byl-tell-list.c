/* byl-tell-list.c: the measured tells of a revealed answer, by family
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-list.h"

#include "byl-family-mark.h"
#include "byl-tell-key.h"
#include "byl-tell-row.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

#define ROWS_AT_ONCE 5u

typedef enum
{
  ROW_HEADING,
  ROW_ENTRY,
  ROW_WORDS,
} RowKind;

/* A row that is going to be made. */
typedef struct
{
  RowKind             kind;
  BylFamily           family;
  const BylTellEntry *entry; /* (nullable): owned by the report */
} PlannedRow;

struct _BylTellList
{
  AdwBin         parent_instance;
  GtkLabel      *title;
  GtkWidget     *nothing; /* said where there is no row */
  GtkBox        *rows;
  GtkButton     *more;
  GtkWidget     *key;     /* of the bars */
  BylTellReport *report;  /* (nullable): what is listed */
  GArray        *planned; /* (element-type PlannedRow): its rows */
  guint          n_added; /* of the planned rows */
  guint          source;  /* that adds the others; 0 = none */
  gboolean       all;     /* not only the strongest tells are listed */
};

enum { SHOW_SPAN, SHOW_ALL, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylTellList, byl_tell_list, ADW_TYPE_BIN)

static void
show_span_cb (BylTellList *self,
              guint        start,
              guint        end)
{
  g_signal_emit (self, signals[SHOW_SPAN], 0, start, end);
}

static void
add_row (BylTellList *self,
         GtkWidget   *row)
{
  g_signal_connect_object (row, "show-span", G_CALLBACK (show_span_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
}

/* Measured words are told with the tone that they make. */
static void
plan_family (BylTellList         *self,
             const BylTellReport *report,
             BylFamily            family)
{
  guint n_shown = byl_tell_report_get_n_shown (report, self->all);
  PlannedRow row = { ROW_HEADING, family, NULL };

  g_array_append_val (self->planned, row);

  for (guint i = 0; i < n_shown; i++)
    {
      row = (PlannedRow) { ROW_ENTRY, family, g_ptr_array_index (report->entries, i) };

      if (row.entry->family == family)
        g_array_append_val (self->planned, row);
    }

  row = (PlannedRow) { ROW_WORDS, family, NULL };

  if (family == BYL_FAMILY_TONE && report->words->len > 0)
    g_array_append_val (self->planned, row);
}

/* The family of the strongest tell comes first. */
static void
plan_measured (BylTellList         *self,
               const BylTellReport *report)
{
  guint n_shown = byl_tell_report_get_n_shown (report, self->all);
  gboolean told[BYL_N_FAMILIES] = { FALSE };

  for (guint i = 0; i < n_shown; i++)
    {
      BylFamily family = ((BylTellEntry *) report->entries->pdata[i])->family;

      if (!told[family])
        plan_family (self, report, family);

      told[family] = TRUE;
    }

  if (report->words->len > 0 && !told[BYL_FAMILY_TONE])
    plan_family (self, report, BYL_FAMILY_TONE);
}

static void
add_planned (BylTellList      *self,
             const PlannedRow *row)
{
  switch (row->kind)
    {
    case ROW_HEADING:
      gtk_box_append (self->rows, byl_tell_list_new_heading (row->family));
      break;

    case ROW_ENTRY:
      add_row (self, byl_tell_row_new_entry (row->entry, self->report->name));
      break;

    case ROW_WORDS:
    default:
      add_row (self, byl_tell_row_new_words (self->report->words, self->report->name));
    }
}

/* As many rows as are seen at once, or a few more; whether some are left. */
static gboolean
add_some (BylTellList *self)
{
  for (guint i = 0; i < ROWS_AT_ONCE && self->n_added < self->planned->len; i++)
    add_planned (self, &g_array_index (self->planned, PlannedRow, self->n_added++));

  return self->n_added < self->planned->len;
}

static gboolean
add_some_cb (gpointer user_data)
{
  BylTellList *self = user_data;

  if (add_some (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
update_more (BylTellList *self)
{
  guint n = self->report->entries->len;
  g_autofree char *label = NULL;

  if (self->all)
    label = g_strdup (_("Show the strongest only"));
  else
    /* Translators: a button; %u tells are measured in an answer, more than are listed. */
    label = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);

  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > BYL_TELL_REPORT_STRONGEST);
}

static void
clear_rows (BylTellList *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_array_set_size (self->planned, 0);
  self->n_added = 0;
  byl_text_box_clear (self->rows);
}

/* The reveal need not wait for rows that are out of sight. */
static void
fill (BylTellList *self)
{
  clear_rows (self);
  plan_measured (self, self->report);
  update_more (self);
  gtk_widget_set_visible (self->nothing, self->planned->len == 0);
  gtk_widget_set_visible (self->key, self->report->entries->len > 0);

  if (add_some (self))
    self->source = g_idle_add (add_some_cb, self);
}

static void
more_cb (BylTellList *self)
{
  self->all = !self->all;
  fill (self);
  g_signal_emit (self, signals[SHOW_ALL], 0, self->all);
}

static void
byl_tell_list_dispose (GObject *object)
{
  BylTellList *self = BYL_TELL_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_TELL_LIST);

  G_OBJECT_CLASS (byl_tell_list_parent_class)->dispose (object);
}

static void
byl_tell_list_finalize (GObject *object)
{
  BylTellList *self = BYL_TELL_LIST (object);

  g_array_unref (self->planned);
  g_clear_pointer (&self->report, byl_tell_report_unref);

  G_OBJECT_CLASS (byl_tell_list_parent_class)->finalize (object);
}

static void
byl_tell_list_class_init (BylTellListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_tell_list_dispose;
  object_class->finalize = byl_tell_list_finalize;

  /* A place was asked for: characters from the answer's start, and to its end. */
  signals[SHOW_SPAN] =
    g_signal_new ("show-span", BYL_TYPE_TELL_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /* All tells are listed from now on, or only the strongest ones. */
  signals[SHOW_ALL] =
    g_signal_new ("show-all", BYL_TYPE_TELL_LIST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (BYL_TYPE_TELL_KEY);
  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "reveal/byl-tell-list.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylTellList, title);
  gtk_widget_class_bind_template_child (widget_class, BylTellList, nothing);
  gtk_widget_class_bind_template_child (widget_class, BylTellList, rows);
  gtk_widget_class_bind_template_child (widget_class, BylTellList, more);
  gtk_widget_class_bind_template_child (widget_class, BylTellList, key);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
byl_tell_list_init (BylTellList *self)
{
  self->planned = g_array_new (FALSE, FALSE, sizeof (PlannedRow));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_tell_list_set_report:
 * @self: a list
 * @report: (nullable): what to list; %NULL hides the list
 *
 * Lists the strongest tells of a revealed answer: those in sight at once, the others as soon as
 * there is nothing else to do.
 */
void
byl_tell_list_set_report (BylTellList   *self,
                          BylTellReport *report)
{
  clear_rows (self);
  g_clear_pointer (&self->report, byl_tell_report_unref);
  self->all = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), report != NULL);

  if (report == NULL)
    return;

  self->report = byl_tell_report_ref (report);
  gtk_label_set_label (self->title, report->made_up ? _("Counted in these made-up answers")
                                                    : _("Measured in this pack"));
  fill (self);
}

/**
 * byl_tell_list_new_heading:
 * @family: a family
 *
 * Returns: (transfer floating): the name of the family, beside what its tells look like in an
 *   answer
 */
GtkWidget *
byl_tell_list_new_heading (BylFamily family)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (byl_family_mark_get_name (family));

  gtk_widget_add_css_class (heading, "family");
  gtk_widget_add_css_class (label, "family-name");
  gtk_widget_add_css_class (label, byl_family_mark_get_css_class (family));
  gtk_box_append (GTK_BOX (heading), byl_family_mark_new (family));
  gtk_box_append (GTK_BOX (heading), label);

  return heading;
}
