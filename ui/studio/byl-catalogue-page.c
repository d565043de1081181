/* byl-catalogue-page.c: the packs of real answers that can be fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-page.h"

#include "byl-catalogue-row.h"
#include "byl-catalogue-window.h"
#include "byl-catalogue-words.h"
#include "byl-growing-list.h"
#include "byl-page-stack.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

#define FIRST_ROWS   6   /* of the first frame */
#define MORE_ROWS    4   /* that are made in one frame after that */
#define MOST_ROWS    200 /* that a list keeps, however many there are */
#define ENOUGH_ROWS  12  /* from more than these on it is worth searching */

struct _BylCataloguePage
{
  AdwBin           parent_instance;
  AdwToastOverlay *toasts;
  GtkSpinner      *spinner;
  GtkStack        *states;
  AdwStatusPage   *empty;
  GtkWidget       *search_clamp;
  GtkSearchEntry  *search;
  GtkListView     *list;

  BylCatalogue    *catalogue;
  GtkFilter       *filter;
  GListModel      *found;       /* what the filter lets through */
  GCancellable    *cancellable;
  char            *trouble;     /* (nullable): why the catalogue is not there */
  gboolean         loaded;
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylCataloguePage, byl_catalogue_page, ADW_TYPE_BIN)

static void
update_state (BylCataloguePage *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->catalogue));
  gboolean none = g_list_model_get_n_items (self->found) == 0 && self->loaded;

  gtk_widget_set_visible (self->search_clamp, n_all > ENOUGH_ROWS);
  byl_page_stack_show (self->states,
                       gtk_stack_get_child_by_name (self->states, none ? "empty" : "list"));

  if (n_all > 0)
    {
      adw_status_page_set_title (self->empty, _("Nothing Found"));
      adw_status_page_set_description (self->empty, _("Try other words."));
    }
  else
    {
      g_autofree char *trouble = g_markup_escape_text (self->trouble != NULL ? self->trouble : "",
                                                       -1);

      adw_status_page_set_icon_name (self->empty, self->trouble != NULL
                                                    ? "dialog-warning-symbolic"
                                                    : "system-search-symbolic");
      adw_status_page_set_title (self->empty, _("Nothing to Get"));
      adw_status_page_set_description (self->empty, trouble);
    }
}

static void
say (BylCataloguePage *self,
     const char       *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylCataloguePage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean loaded = byl_catalogue_load_finish (BYL_CATALOGUE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->loaded = TRUE;

  if (!loaded)
    {
      self->trouble = g_strdup (error->message);
      /* Something of it may be there all the same. */
      if (g_list_model_get_n_items (G_LIST_MODEL (self->catalogue)) > 0)
        say (self, error->message);
    }

  update_state (self);
}

static void
refresh_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(BylCataloguePage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean refreshed = byl_catalogue_refresh_finish (BYL_CATALOGUE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_stop (self->spinner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.refresh", TRUE);
  say (self, refreshed ? _("The catalogues are up to date.") : error->message);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BylCataloguePage *self = BYL_CATALOGUE_PAGE (widget);

  gtk_widget_action_set_enabled (widget, "catalogue.refresh", FALSE);
  gtk_spinner_start (self->spinner);
  byl_catalogue_refresh_async (self->catalogue, self->cancellable, refresh_cb,
                               g_object_ref (self));
}

static void
lists_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BylCataloguePage *self = BYL_CATALOGUE_PAGE (widget);
  GtkWindow *window =
    byl_catalogue_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->catalogue);

  gtk_window_present (window);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  BylCataloguePage *self = user_data;
  const char *searched = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char * const *writers = byl_catalogue_entry_get_writers (item);
  g_autofree char *names = writers != NULL ? g_strjoinv ("\n", (char **) writers) : NULL;
  g_autofree char *facts = byl_catalogue_words_dup_facts (item);
  const char *summary = byl_catalogue_entry_get_summary (item);

  return *searched == '\0'
         || g_str_match_string (searched, byl_catalogue_entry_get_title (item), TRUE)
         || (summary != NULL && g_str_match_string (searched, summary, TRUE))
         || (names != NULL && g_str_match_string (searched, names, TRUE))
         || g_str_match_string (searched, facts, TRUE);
}

static void
search_cb (BylCataloguePage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
get_cb (BylCataloguePage  *self,
        BylCatalogueEntry *entry)
{
  byl_catalogue_get (self->catalogue, entry);
}

static void
cancel_cb (BylCataloguePage  *self,
           BylCatalogueEntry *entry)
{
  byl_catalogue_cancel (self->catalogue, entry);
}

static void
play_cb (BylCataloguePage  *self,
         BylCatalogueEntry *entry)
{
  BylPackEntry *pack = byl_catalogue_get_pack (self->catalogue, entry);

  if (pack != NULL)
    g_signal_emit (self, signals[PLAY], 0, pack);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BylCataloguePage         *self)
{
  gtk_list_item_set_activatable (item, FALSE);
}

static GtkWidget *
new_row (BylCataloguePage *self)
{
  GtkWidget *row = byl_catalogue_row_new ();

  g_signal_connect_object (row, "get", G_CALLBACK (get_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "play", G_CALLBACK (play_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* The first line is a text: what the page is for. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BylCataloguePage         *self)
{
  gpointer thing = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);

  if (BYL_IS_CATALOGUE_ENTRY (thing))
    {
      if (child == NULL || !BYL_IS_CATALOGUE_ROW (child))
        gtk_list_item_set_child (item, child = new_row (self));

      byl_catalogue_row_set_entry (BYL_CATALOGUE_ROW (child), thing);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      byl_catalogue_entry_get_title (thing), -1);
    }
  else
    {
      child = byl_text_box_new_label (gtk_string_object_get_string (thing), "introduction");
      gtk_list_item_set_child (item, child);
    }

  /* The buttons of the row take the focus, not the cell around them. */
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BylCataloguePage         *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (BYL_IS_CATALOGUE_ROW (child))
    byl_catalogue_row_set_entry (BYL_CATALOGUE_ROW (child), NULL);
}

static void
byl_catalogue_page_dispose (GObject *object)
{
  BylCataloguePage *self = BYL_CATALOGUE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin would let go of its child a second time, since the template lets go of it as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_CATALOGUE_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (byl_catalogue_page_parent_class)->dispose (object);
}

static void
byl_catalogue_page_finalize (GObject *object)
{
  BylCataloguePage *self = BYL_CATALOGUE_PAGE (object);

  g_object_unref (self->cancellable);
  g_free (self->trouble);

  G_OBJECT_CLASS (byl_catalogue_page_parent_class)->finalize (object);
}

static void
byl_catalogue_page_class_init (BylCataloguePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_catalogue_page_dispose;
  object_class->finalize = byl_catalogue_page_finalize;

  /**
   * BylCataloguePage::play:
   * @self: the page
   * @pack: an installed pack
   *
   * Emitted when the player wants to play a pack.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_CATALOGUE_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_PACK_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-catalogue-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, states);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, empty);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, search_clamp);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, search);
  gtk_widget_class_bind_template_child (widget_class, BylCataloguePage, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);

  gtk_widget_class_install_action (widget_class, "catalogue.lists", NULL, lists_action);
  gtk_widget_class_install_action (widget_class, "catalogue.refresh", NULL, refresh_action);
}

static void
byl_catalogue_page_init (BylCataloguePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The page's first line, and then all that is found. */
static void
fill_list (BylCataloguePage *self)
{
  const char *introduction[] =
    { _("Answers that language models really gave, published by others. Each pack comes straight "
        "from where it was published, and is checked before it is installed. Nothing about you "
        "is sent."), NULL };
  g_autoptr(GtkStringList) texts = gtk_string_list_new (introduction);
  g_autoptr(GtkSelectionModel) selection = NULL;
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GListModel) all = NULL;

  g_list_store_append (lists, texts);
  g_list_store_append (lists, self->found);
  all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
    byl_growing_list_new (all, GTK_WIDGET (self->list), FIRST_ROWS, MORE_ROWS, MOST_ROWS)));
  gtk_list_view_set_model (self->list, selection);
}

/**
 * byl_catalogue_page_new:
 * @catalogue: the packs that can be fetched; it is loaded by the page
 *
 * The page is a whole page of a window, with a header bar of its own, whose button goes back by the
 * action `win.back`. What is being fetched goes on in the catalogue when the page is left.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
byl_catalogue_page_new (BylCatalogue *catalogue)
{
  BylCataloguePage *self = g_object_new (BYL_TYPE_CATALOGUE_PAGE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (catalogue)),
                                                         g_object_ref (self->filter)));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  fill_list (self);
  update_state (self);
  byl_catalogue_load_async (catalogue, self->cancellable, load_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/**
 * byl_catalogue_page_add_toast:
 * @self: a page
 * @toast: (transfer full): a toast
 *
 * Shows a sentence for some seconds.
 */
void
byl_catalogue_page_add_toast (BylCataloguePage *self,
                              AdwToast         *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}
