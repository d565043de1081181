/* byl-writer-choice-window.c: choosing models: of which provider, with which key, called what
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-window.h"

#include "byl-key-group.h"
#include "byl-model-list.h"
#include "byl-recording-plan.h"
#include "byl-writer-choice-list.h"

#include <glib/gi18n.h>

#define PAUSE 400 /* milliseconds without a key, until an address is taken for whole */

struct _BylWriterChoiceWindow
{
  AdwWindow            parent_instance;
  AdwComboRow         *provider;
  GtkEditable         *address;
  GtkEditable         *name;
  GtkEditable         *maker;
  GtkLabel            *note;
  GtkWidget           *key_group;
  BylKeyGroup         *key;
  GtkWidget           *test_group;
  AdwActionRow        *result;
  GtkSpinner          *spinner;
  GtkWidget           *models_group;
  BylWriterChoiceList *models;

  GPtrArray           *providers;
  BylKeys             *keys;
  SoupSession         *session;
  char                *tidy;        /* (nullable): base address; NULL where what is typed is none */
  char               **found;       /* (nullable): what the server has */
  guint                typing;      /* source: the address is about to be taken for whole */
  gboolean             is_busy;     /* the server is asked, or a key is kept */
  GCancellable        *cancellable; /* of what is asked of this provider */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylWriterChoiceWindow, byl_writer_choice_window, ADW_TYPE_WINDOW)

/* NULL for models of which answers are pasted, which stand last. */
static const BylProvider *
get_provider (BylWriterChoiceWindow *self)
{
  guint position = adw_combo_row_get_selected (self->provider);

  return position < self->providers->len ? g_ptr_array_index (self->providers, position) : NULL;
}

static void
update (BylWriterChoiceWindow *self)
{
  const BylProvider *provider;
  gboolean is_ready;

  /* Parts of the template call while others are still being made. */
  if (self->providers == NULL)
    return;

  provider = get_provider (self);
  is_ready = !self->is_busy && self->tidy != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "models.test", provider != NULL && is_ready);

  if (provider == NULL)
    is_ready = byl_writer_choice_is_name (gtk_editable_get_text (self->name));
  else if (is_ready)
    {
      g_autoptr(GPtrArray) chosen = byl_writer_choice_list_dup_chosen (self->models);

      is_ready = chosen->len > 0 && !byl_key_group_get_missing (self->key);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "models.add", is_ready);
}

static void
show_result (BylWriterChoiceWindow *self,
             const char            *sentence,
             gboolean               is_error)
{
  adw_action_row_set_subtitle (self->result, sentence);

  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->result), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result), "error");
}

static void
set_busy (BylWriterChoiceWindow *self,
          gboolean               is_busy)
{
  self->is_busy = is_busy;
  gtk_spinner_set_spinning (self->spinner, is_busy);
  update (self);
}

static void
show_found (BylWriterChoiceWindow *self)
{
  guint n = self->found != NULL ? g_strv_length (self->found) : 0;
  g_autofree char *sentence = NULL;

  if (self->found == NULL)
    sentence = g_strdup (_("Not tried yet. The test asks which models there are, and sends no "
                           "question."));
  else if (n == 0)
    sentence = g_strdup (_("The server answers, but lists no models: type a name."));
  else
    sentence = g_strdup_printf (ngettext ("It works: the server has %u model.",
                                          "It works: the server has %u models.", n), n);

  show_result (self, sentence, FALSE);
  byl_writer_choice_list_set_provider (self->models, get_provider (self),
                                       (const char * const *) self->found);
}

/* What has been asked at another address says nothing of this one. */
static void
forget_found (BylWriterChoiceWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->found, g_strfreev);
  set_busy (self, FALSE);
}

/* A key belongs to one address: there is none to ask for before that is known. */
static void
take_address (BylWriterChoiceWindow *self)
{
  const BylProvider *provider = get_provider (self);
  g_autoptr(GError) error = NULL;
  const char *typed = gtk_editable_get_text (self->address);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_pointer (&self->tidy, g_free);

  if (provider != NULL && !byl_writer_choice_has_address (provider))
    self->tidy = g_strdup (provider->address);
  else if (provider != NULL && typed[0] != '\0')
    self->tidy = byl_provider_tidy_address (provider->interface, typed, &error);

  forget_found (self);
  show_found (self);

  if (error != NULL)
    show_result (self, error->message, TRUE);

  gtk_widget_set_visible (self->key_group, self->tidy != NULL);
  if (self->tidy != NULL)
    byl_key_group_set_provider (self->key, self->keys, provider, self->tidy);

  update (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  BylWriterChoiceWindow *self = user_data;

  self->typing = 0;
  take_address (self);

  return G_SOURCE_REMOVE;
}

static void
address_cb (BylWriterChoiceWindow *self)
{
  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_pointer (&self->tidy, g_free);
  self->typing = g_timeout_add (PAUSE, pause_cb, self);
  update (self);
}

/* Whoever presses Enter does not wait until the address is taken for whole. */
static void
enter_cb (BylWriterChoiceWindow *self)
{
  if (self->typing != 0)
    take_address (self);

  gtk_widget_activate_action (GTK_WIDGET (self),
                              get_provider (self) != NULL ? "models.test" : "models.add", NULL);
}

static void
provider_cb (BylWriterChoiceWindow *self)
{
  const BylProvider *provider;
  const char *note;

  if (self->providers == NULL)
    return;

  provider = get_provider (self);
  gtk_widget_set_visible (GTK_WIDGET (self->address), byl_writer_choice_has_address (provider));
  gtk_widget_set_visible (GTK_WIDGET (self->name), provider == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->maker), provider == NULL);
  gtk_widget_set_visible (self->test_group, provider != NULL);
  gtk_widget_set_visible (self->models_group, provider != NULL);

  note = provider != NULL ? provider->note
                          : _("For models that have only a web page or a chat window: you ask the "
                              "questions there, and paste the answers here. You see who wrote "
                              "these, so they are not blind for you.");
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_editable_set_text (self->address, provider != NULL ? provider->address : "");
  take_address (self);
  update (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BylWriterChoiceWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) found = byl_model_list_finish (SOUP_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->providers == NULL)
    return;

  if (found != NULL)
    {
      g_clear_pointer (&self->found, g_strfreev);
      self->found = g_steal_pointer (&found);
      show_found (self);
    }
  else
    show_result (self, error->message, TRUE);

  set_busy (self, FALSE);
}

static void
test_key_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BylWriterChoiceWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  char *key = byl_key_group_take_finish (BYL_KEY_GROUP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->providers == NULL)
    return;

  if (error != NULL)
    {
      show_result (self, error->message, TRUE);
      set_busy (self, FALSE);
      return;
    }

  byl_model_list_async (self->session, get_provider (self), self->tidy, key, self->cancellable,
                        listed_cb, g_object_ref (self));
  byl_key_free (key);
}

static void
test_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylWriterChoiceWindow *self = BYL_WRITER_CHOICE_WINDOW (widget);

  show_result (self, _("Asking which models there are…"), FALSE);
  set_busy (self, TRUE);
  byl_key_group_take_async (self->key, self->cancellable, test_key_cb, g_object_ref (self));
}

static void
finish (BylWriterChoiceWindow *self)
{
  g_autoptr(GPtrArray) writers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recording_writer_free);

  if (get_provider (self) == NULL)
    g_ptr_array_add (writers, byl_writer_choice_make_pasted (gtk_editable_get_text (self->name),
                                                             gtk_editable_get_text (self->maker)));
  else
    {
      g_autoptr(GPtrArray) chosen = byl_writer_choice_list_dup_chosen (self->models);

      for (guint i = 0; i < chosen->len; i++)
        g_ptr_array_add (writers, byl_writer_choice_make (get_provider (self), self->tidy,
                                                          chosen->pdata[i]));
    }

  g_signal_emit (self, signals[CHOSEN], 0, writers);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_key_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(BylWriterChoiceWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  char *key = byl_key_group_take_finish (BYL_KEY_GROUP (source), result, &error);

  byl_key_free (key);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->providers == NULL)
    return;

  set_busy (self, FALSE);

  if (error != NULL)
    show_result (self, error->message, TRUE);
  else
    finish (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  BylWriterChoiceWindow *self = BYL_WRITER_CHOICE_WINDOW (widget);

  if (get_provider (self) == NULL)
    {
      finish (self);
      return;
    }

  set_busy (self, TRUE);
  byl_key_group_take_async (self->key, self->cancellable, add_key_cb, g_object_ref (self));
}

static void
byl_writer_choice_window_dispose (GObject *object)
{
  BylWriterChoiceWindow *self = BYL_WRITER_CHOICE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_WRITER_CHOICE_WINDOW);
  g_clear_object (&self->keys);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->tidy, g_free);
  g_clear_pointer (&self->found, g_strfreev);

  G_OBJECT_CLASS (byl_writer_choice_window_parent_class)->dispose (object);
}

static void
byl_writer_choice_window_class_init (BylWriterChoiceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_writer_choice_window_dispose;

  /**
   * BylWriterChoiceWindow::chosen:
   * @self: the window
   * @writers: (element-type BylRecordingWriter): the models
   *
   * Emitted once, when models have been chosen.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", BYL_TYPE_WRITER_CHOICE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (BYL_TYPE_KEY_GROUP);
  g_type_ensure (BYL_TYPE_WRITER_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "studio/byl-writer-choice-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, provider);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, address);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, name);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, maker);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, note);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, key_group);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, key);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, test_group);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, result);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, models_group);
  gtk_widget_class_bind_template_child (widget_class, BylWriterChoiceWindow, models);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, provider_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_install_action (widget_class, "models.test", NULL, test_action);
  gtk_widget_class_install_action (widget_class, "models.add", NULL, add_action);
}

static void
byl_writer_choice_window_init (BylWriterChoiceWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The providers, then pasting; that which was chosen last. */
static void
fill (BylWriterChoiceWindow *self,
      const BylWriterOrigin *origin)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (self->providers, i);

      gtk_string_list_append (names, provider->name);
      if (g_strcmp0 (provider->id, origin->provider) == 0)
        selected = i;
    }

  gtk_string_list_append (names, _("Paste by hand"));
  if (origin->provider != NULL && origin->provider[0] == '\0')
    selected = self->providers->len;

  adw_combo_row_set_model (self->provider, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->provider, selected);
  provider_cb (self);

  if (origin->address != NULL && byl_writer_choice_has_address (get_provider (self)))
    {
      gtk_editable_set_text (self->address, origin->address);
      take_address (self);
    }

  if (origin->models != NULL)
    {
      self->found = g_strdupv (origin->models);
      show_found (self);
    }
}

/**
 * byl_writer_choice_window_new:
 * @parent: (nullable): the window that it is for
 * @providers: (element-type BylProvider): who can be asked
 * @keys: where keys are kept
 * @session: the way to the models
 * @origin: where the last models came from
 *
 * Returns: (transfer none): a window, which is not shown yet and lives until it is closed
 */
GtkWindow *
byl_writer_choice_window_new (GtkWindow             *parent,
                              GPtrArray             *providers,
                              BylKeys               *keys,
                              SoupSession           *session,
                              const BylWriterOrigin *origin)
{
  BylWriterChoiceWindow *self =
    g_object_new (BYL_TYPE_WRITER_CHOICE_WINDOW, "transient-for", parent, NULL);

  self->providers = g_ptr_array_ref (providers);
  self->keys = g_object_ref (keys);
  self->session = g_object_ref (session);
  fill (self, origin);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->provider));

  return GTK_WINDOW (self);
}

/**
 * byl_writer_choice_window_get_origin:
 * @self: a window
 * @origin: (inout): where models were found last; the old is let go of
 */
void
byl_writer_choice_window_get_origin (BylWriterChoiceWindow *self,
                                     BylWriterOrigin       *origin)
{
  const BylProvider *provider = get_provider (self);

  byl_writer_origin_clear (origin);
  origin->provider = g_strdup (provider != NULL ? provider->id : "");
  origin->address = g_strdup (gtk_editable_get_text (self->address));
  origin->models = g_strdupv (self->found);
}
