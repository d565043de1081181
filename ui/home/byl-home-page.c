/* byl-home-page.c: the first page: the packs, and what can be done with them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-home-page.h"

#include "byl-lesson.h"
#include "byl-pack-adding.h"
#include "byl-pack-shelf.h"
#include "byl-rules-memory.h"
#include "byl-rules-window.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 15  /* time enough to get to the button by the keyboard */

struct _BylHomePage
{
  AdwBin           parent_instance;
  AdwToastOverlay *toasts;
  GtkLabel        *score;
  GtkRevealer     *resume;
  GtkLabel        *resume_label;
  GtkGridView     *grid;
  GtkWidget       *hint;
  GtkDropTarget   *drop_target;

  BylLibrary      *library;
  BylJournal      *journal;
  GSettings       *settings;
  GCancellable    *cancellable;
  BylPackShelf    *shelf;       /* fills the grid */
};

enum { PLAY, RESUME, GIVE_UP, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylHomePage, byl_home_page, ADW_TYPE_BIN)

static GtkWindow *
get_window (BylHomePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static BylPackEntry *
find_entry (BylHomePage *self,
            GVariant    *uri)
{
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (g_file_equal (byl_pack_entry_get_file (entry), file))
        return g_steal_pointer (&entry);
    }

  return NULL;
}

/* Until a player has packs of their own, the page says how to get them in. */
static void
update_hint (BylHomePage *self)
{
  gboolean own = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)) && !own; i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      own = !byl_pack_entry_get_built_in (entry);
    }

  gtk_widget_set_visible (self->hint, !own);
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylHomePage) self = user_data;
  g_autoptr(GHashTable) played =
    byl_journal_count_questions_finish (BYL_JOURNAL (source), result, NULL);

  if (played == NULL || self->library == NULL)
    return;

  byl_pack_shelf_set_played (self->shelf, played);
}

static void
tally_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BylHomePage) self = user_data;
  g_autoptr(BylTally) tally = byl_journal_tally_finish (BYL_JOURNAL (source), result, NULL);
  g_autofree char *score = NULL;

  if (tally == NULL || self->library == NULL || tally->cards == 0)
    return;

  /* Translators: cards guessed right of all; how many a blind guesser would have had right. */
  score = g_strdup_printf (_("%u of %u right · by chance %.3g"), tally->hits, tally->cards,
                           tally->expected);
  gtk_label_set_label (self->score, score);
}

static void
undo_cb (AdwToast    *toast,
         BylHomePage *self)
{
  BylPackEntry *entry = g_object_get_data (G_OBJECT (toast), "entry");
  g_autoptr(GError) error = NULL;

  if (byl_library_undo_remove (self->library, entry, &error))
    byl_pack_shelf_show (self->shelf, entry);
  else
    byl_home_page_say (self, error->message);
}

static void
rules_played_cb (BylHomePage    *self,
                 const BylRules *rules,
                 BylRulesWindow *window)
{
  BylPackEntry *entry = byl_rules_window_get_entry (window);

  byl_rules_memory_remember (self->settings, byl_pack_entry_get_id (entry), rules);
  g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

/* A newcomer's first game of the built-in pack is its lesson. */
static void
play_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  BylHomePage *self = BYL_HOME_PAGE (widget);
  g_autoptr(BylPackEntry) entry = find_entry (self, parameter);
  g_autoptr(BylRules) rules = NULL;

  if (entry == NULL)
    return;

  if (g_str_equal (byl_pack_entry_get_id (entry), BYL_LESSON_PACK)
      && !g_settings_get_boolean (self->settings, "lesson-done"))
    rules = byl_lesson_new_rules ();
  else
    rules = byl_rules_memory_recall (self->settings, byl_pack_entry_get_id (entry));

  g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static void
lesson_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BylHomePage *self = BYL_HOME_PAGE (widget);
  g_autoptr(BylPackEntry) entry = find_entry (self, parameter);
  g_autoptr(BylRules) rules = byl_lesson_new_rules ();

  if (entry != NULL)
    g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static void
rules_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BylHomePage *self = BYL_HOME_PAGE (widget);
  g_autoptr(BylPackEntry) entry = find_entry (self, parameter);
  g_autoptr(BylRules) rules = NULL;
  GtkWindow *window;

  if (entry == NULL)
    return;

  rules = byl_rules_memory_recall (self->settings, byl_pack_entry_get_id (entry));
  window = byl_rules_window_new (get_window (self), entry, rules);
  g_signal_connect_object (window, "play", G_CALLBACK (rules_played_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BylHomePage *self = BYL_HOME_PAGE (widget);
  g_autoptr(BylPackEntry) entry = find_entry (self, parameter);
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (entry == NULL)
    return;

  if (!byl_library_remove (self->library, entry, &error))
    {
      byl_home_page_say (self, error->message);
      return;
    }

  /* Translators: %s is the title of a pack. */
  sentence = g_markup_printf_escaped (_("“%s” removed"), byl_pack_entry_get_title (entry));
  toast = adw_toast_new (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         BylHomePage   *self)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *item = g_value_get_boxed (value); item != NULL; item = item->next)
      g_list_store_append (files, item->data);

  byl_home_page_add_files (self, G_LIST_MODEL (files));

  return TRUE;
}

static void
resume_cb (BylHomePage *self)
{
  gtk_revealer_set_reveal_child (self->resume, FALSE);
  g_signal_emit (self, signals[RESUME], 0);
}

static void
give_up_cb (BylHomePage *self)
{
  gtk_revealer_set_reveal_child (self->resume, FALSE);
  g_signal_emit (self, signals[GIVE_UP], 0);
}

static void
byl_home_page_dispose (GObject *object)
{
  BylHomePage *self = BYL_HOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  /* The bin would let go of its child a second time, since the child is bound as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_HOME_PAGE);
  g_clear_object (&self->library);
  g_clear_object (&self->journal);
  g_clear_object (&self->settings);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (byl_home_page_parent_class)->dispose (object);
}

static void
byl_home_page_finalize (GObject *object)
{
  BylHomePage *self = BYL_HOME_PAGE (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (byl_home_page_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_HOME_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);
  signals[RESUME] =
    g_signal_new ("resume", BYL_TYPE_HOME_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GIVE_UP] =
    g_signal_new ("give-up", BYL_TYPE_HOME_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_home_page_class_init (BylHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = byl_home_page_dispose;
  object_class->finalize = byl_home_page_finalize;

  install_signals ();

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "home/byl-home-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, score);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, resume);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, resume_label);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, grid);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, hint);
  gtk_widget_class_bind_template_child (widget_class, BylHomePage, drop_target);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);

  gtk_widget_class_install_action (widget_class, "pack.play", "s", play_action);
  gtk_widget_class_install_action (widget_class, "pack.rules", "s", rules_action);
  gtk_widget_class_install_action (widget_class, "pack.lesson", "s", lesson_action);
  gtk_widget_class_install_action (widget_class, "pack.remove", "s", remove_action);
}

static void
byl_home_page_init (BylHomePage *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST };

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
}

/**
 * byl_home_page_set_up:
 * @self: a home page
 * @library: the installed packs
 * @journal: the record of what has been played
 * @settings: the program's settings
 */
void
byl_home_page_set_up (BylHomePage *self,
                      BylLibrary  *library,
                      BylJournal  *journal,
                      GSettings   *settings)
{
  g_set_object (&self->library, library);
  g_set_object (&self->journal, journal);
  g_set_object (&self->settings, settings);

  self->shelf = byl_pack_shelf_new (self->grid, library);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (update_hint), self,
                           G_CONNECT_SWAPPED);
  update_hint (self);
}

/**
 * byl_home_page_set_recordings:
 * @self: a home page that has been set up
 * @recordings: whether the player has recordings
 *
 * A card leads back to recordings for as long as there are some.
 */
void
byl_home_page_set_recordings (BylHomePage *self,
                              gboolean     recordings)
{
  byl_pack_shelf_set_recordings (self->shelf, recordings);
}

/**
 * byl_home_page_refresh:
 * @self: a home page
 *
 * Reads again from the journal how much has been played.
 */
void
byl_home_page_refresh (BylHomePage *self)
{
  byl_journal_count_questions_async (self->journal, self->cancellable, count_cb,
                                     g_object_ref (self));
  byl_journal_tally_async (self->journal, NULL, self->cancellable, tally_cb, g_object_ref (self));
}

/**
 * byl_home_page_add_files:
 * @self: a home page
 * @files: a list of #GFile
 *
 * Adds packs to the library; what is wrong with a file is shown in a window of its own.
 */
void
byl_home_page_add_files (BylHomePage *self,
                         GListModel  *files)
{
  byl_pack_adding_start (self, self->library, files, self->cancellable);
}

/**
 * byl_home_page_offer_resume:
 * @self: a home page
 * @deal: (nullable): a game that was interrupted; %NULL takes the offer back
 *
 * The signals `resume` and `give-up` tell what the player wants.
 */
void
byl_home_page_offer_resume (BylHomePage   *self,
                            const BylDeal *deal)
{
  guint n_revealed = 0;
  g_autofree char *text = NULL;

  gtk_revealer_set_reveal_child (self->resume, deal != NULL);

  if (deal == NULL)
    return;

  for (guint i = 0; i < deal->rounds->len; i++)
    n_revealed += ((BylDealtRound *) deal->rounds->pdata[i])->revealed ? 1 : 0;

  /* Translators: %s is the title of a pack; which round of how many. */
  text = g_strdup_printf (_("Your game of “%s” waits at round %u of %u."), deal->pack_title,
                          MIN (n_revealed + 1, deal->rounds->len), deal->rounds->len);
  gtk_label_set_label (self->resume_label, text);
}

/**
 * byl_home_page_say:
 * @self: a home page
 * @sentence: a sentence, shown as it is
 *
 * Shows a sentence for some seconds.
 */
void
byl_home_page_say (BylHomePage *self,
                   const char  *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  byl_home_page_add_toast (self, adw_toast_new (escaped));
}

/**
 * byl_home_page_add_toast:
 * @self: a home page
 * @toast: (transfer full): a sentence, perhaps with a button
 *
 * Shows a sentence for some seconds.
 */
void
byl_home_page_add_toast (BylHomePage *self,
                         AdwToast    *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}
