/* byl-recording-shelf.c: the recordings, to go on with, to play, to export and to delete
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-shelf.h"

#include "byl-recording-words.h"

#include <glib/gi18n.h>

struct _BylRecordingShelf
{
  AdwBin               parent_instance;
  GtkStack            *stack;
  AdwStatusPage       *empty;
  AdwPreferencesGroup *group;
  GtkWidget           *create;
  GPtrArray           *rows; /* not owned */
};

enum { CREATE, OPEN, PLAY, EXPORT, DELETE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRecordingShelf, byl_recording_shelf, ADW_TYPE_BIN)

static void
create_cb (BylRecordingShelf *self)
{
  g_signal_emit (self, signals[CREATE], 0);
}

static void
ask (GtkWidget  *widget,
     guint       signal,
     const char *uri)
{
  g_autoptr(GFile) folder = g_file_new_for_uri (uri);

  g_signal_emit (widget, signals[signal], 0, folder);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ask (widget, OPEN, g_variant_get_string (parameter, NULL));
}

static void
play_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ask (widget, PLAY, g_variant_get_string (parameter, NULL));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ask (widget, EXPORT, g_variant_get_string (parameter, NULL));
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ask (widget, DELETE, g_variant_get_string (parameter, NULL));
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *uri)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", uri);
  g_menu_append_item (menu, item);
}

static GtkWidget *
new_menu_button (const BylRecordingSummary *summary,
                 const char                *uri)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: a menu; %s is the title of a recording. */
  g_autofree char *name = g_strdup_printf (_("More for “%s”"), summary->title);

  append (menu, _("_Open"), "shelf.open", uri);
  if (summary->n_done > 0)
    append (menu, _("_Export…"), "shelf.export", uri);
  append (menu, _("_Delete"), "shelf.delete", uri);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
new_play_button (const BylRecordingSummary *summary,
                 const char                *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("media-playback-start-symbolic");
  /* Translators: a button; %s is the title of a recording. */
  g_autofree char *name = g_strdup_printf (_("Play “%s”"), summary->title);

  gtk_widget_set_tooltip_text (button, _("Play"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "shelf.play");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
add_row (BylRecordingShelf         *self,
         const BylRecordingSummary *summary)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = byl_recording_words_dup_summary (summary);
  g_autofree char *uri = g_file_get_uri (summary->folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), summary->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "shelf.open");

  if (summary->n_done > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_play_button (summary, uri));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_menu_button (summary, uri));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
byl_recording_shelf_grab_focus (GtkWidget *widget)
{
  BylRecordingShelf *self = BYL_RECORDING_SHELF (widget);

  return self->rows->len > 0 ? gtk_widget_grab_focus (self->rows->pdata[0])
                             : gtk_widget_grab_focus (self->create);
}

static void
byl_recording_shelf_dispose (GObject *object)
{
  BylRecordingShelf *self = BYL_RECORDING_SHELF (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_RECORDING_SHELF);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_recording_shelf_parent_class)->dispose (object);
}

/* “create” asks for a new recording; the others name the folder of the one that they are about. */
static void
install_signals (void)
{
  const char *names[N_SIGNALS] =
  {
    [OPEN] = "open", [PLAY] = "play", [EXPORT] = "export", [DELETE] = "delete",
  };

  signals[CREATE] = g_signal_new ("create", BYL_TYPE_RECORDING_SHELF, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = OPEN; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BYL_TYPE_RECORDING_SHELF, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
byl_recording_shelf_class_init (BylRecordingShelfClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_recording_shelf_dispose;
  widget_class->grab_focus = byl_recording_shelf_grab_focus;
  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-recording-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, BylRecordingShelf, stack);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingShelf, empty);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingShelf, group);
  gtk_widget_class_bind_template_child (widget_class, BylRecordingShelf, create);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_install_action (widget_class, "shelf.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "shelf.play", "s", play_action);
  gtk_widget_class_install_action (widget_class, "shelf.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "shelf.delete", "s", delete_action);
}

static void
byl_recording_shelf_init (BylRecordingShelf *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_recording_shelf_new:
 *
 * Returns: (transfer floating): a list without recordings
 */
GtkWidget *
byl_recording_shelf_new (void)
{
  return g_object_new (BYL_TYPE_RECORDING_SHELF, NULL);
}

/**
 * byl_recording_shelf_get_n:
 * @self: a list
 *
 * Returns: how many recordings are listed
 */
guint
byl_recording_shelf_get_n (BylRecordingShelf *self)
{
  return self->rows->len;
}

/**
 * byl_recording_shelf_set_recordings:
 * @self: a list
 * @summaries: (element-type BylRecordingSummary): the recordings, in the order to show
 */
void
byl_recording_shelf_set_recordings (BylRecordingShelf *self,
                                    GPtrArray         *summaries)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < summaries->len; i++)
    add_row (self, summaries->pdata[i]);

  gtk_stack_set_visible_child_name (self->stack, summaries->len > 0 ? "list" : "empty");
}

/**
 * byl_recording_shelf_set_trouble:
 * @self: a list
 * @sentence: why the recordings cannot be listed
 */
void
byl_recording_shelf_set_trouble (BylRecordingShelf *self,
                                 const char        *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  byl_recording_shelf_set_recordings (self, none);
  adw_status_page_set_description (self->empty, escaped);
}
