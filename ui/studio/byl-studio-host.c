/* byl-studio-host.c: the pages of a window on which packs are got and made
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-studio-host.h"

#include "byl-catalogue-page.h"
#include "byl-page-stack.h"
#include "byl-places.h"
#include "byl-ready-toast.h"
#include "byl-recording-page.h"
#include "byl-rules.h"
#include "byl-web-session.h"

#include <glib/gi18n.h>

struct _BylStudioHost
{
  GObject               parent_instance;
  GtkApplicationWindow *window;    /* outlives the host */
  GtkStack             *pages;
  BylHomePage          *home;
  BylLibrary           *library;
  SoupSession          *session;   /* (nullable): made when first needed, as all below */
  BylCatalogue         *catalogue;
  BylCataloguePage     *catalogue_page;
  BylRecordingPage     *recording_page;
  GHashTable           *getting;   /* (element-type BylCatalogueEntry): what is under way */
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylStudioHost, byl_studio_host, G_TYPE_OBJECT)

static SoupSession *
get_session (BylStudioHost *self)
{
  if (self->session == NULL)
    self->session = byl_web_session_new ();

  return self->session;
}

/* The rules are those that the pack was last played with. */
static void
play_pack (BylStudioHost *self,
           BylPackEntry  *pack)
{
  g_autofree char *uri = g_file_get_uri (byl_pack_entry_get_file (pack));

  gtk_widget_activate_action (GTK_WIDGET (self->home), "pack.play", "s", uri);
}

/* Where the player is; in the middle of a game nothing gets in the way, and the first page tells it
 * afterwards by showing the pack. */
static void
add_toast (BylStudioHost *self,
           AdwToast      *toast)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  if (self->catalogue_page != NULL && shown == GTK_WIDGET (self->catalogue_page))
    byl_catalogue_page_add_toast (self->catalogue_page, toast);
  else
    byl_home_page_add_toast (self->home, toast);
}

static void
state_cb (BylStudioHost     *self,
          GParamSpec        *pspec,
          BylCatalogueEntry *entry)
{
  BylPackEntry *pack;

  switch (byl_catalogue_entry_get_state (entry))
    {
    case BYL_CATALOGUE_WAITING:
    case BYL_CATALOGUE_FETCHING:
    case BYL_CATALOGUE_IMPORTING:
      g_hash_table_add (self->getting, g_object_ref (entry));
      return;

    case BYL_CATALOGUE_INSTALLED:
      pack = byl_catalogue_get_pack (self->catalogue, entry);

      if (g_hash_table_remove (self->getting, entry) && pack != NULL)
        add_toast (self, byl_ready_toast_new (self->home, pack));
      return;

    case BYL_CATALOGUE_AVAILABLE:
    case BYL_CATALOGUE_UPDATE:
    case BYL_CATALOGUE_FAILED:
    default:
      g_hash_table_remove (self->getting, entry);
      return;
    }
}

static void
items_cb (GListModel *catalogue,
          guint       position,
          guint       n_removed,
          guint       n_added,
          gpointer    user_data)
{
  BylStudioHost *self = user_data;

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(BylCatalogueEntry) entry = g_list_model_get_item (catalogue, i);

      g_signal_handlers_disconnect_by_func (entry, state_cb, self);
      g_signal_connect_object (entry, "notify::state", G_CALLBACK (state_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static GFile *
get_child (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
make_catalogue (BylStudioHost *self)
{
  g_autofree char *user_dir = byl_places_dup_user_dir ();
  g_autofree char *cache_dir = byl_places_dup_cache_dir ();
  g_autoptr(GFile) built_in = get_child (byl_places_get_data_dir (), "catalogue.json");
  g_autoptr(GFile) recipes = get_child (byl_places_get_data_dir (), "recipes");
  g_autoptr(GFile) further = get_child (user_dir, "catalogues.json");
  g_autoptr(GFile) cache = get_child (cache_dir, "catalogue");

  self->catalogue = byl_catalogue_new (built_in, recipes, further, cache, self->library,
                                       get_session (self));
  g_signal_connect_object (self->catalogue, "items-changed", G_CALLBACK (items_cb), self, 0);
}

static void
get_answers_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  BylStudioHost *self = user_data;

  if (self->catalogue_page == NULL)
    {
      make_catalogue (self);
      self->catalogue_page = BYL_CATALOGUE_PAGE (byl_catalogue_page_new (self->catalogue));
      g_signal_connect_object (self->catalogue_page, "play", G_CALLBACK (play_pack), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->catalogue_page));
    }

  byl_page_stack_show (self->pages, GTK_WIDGET (self->catalogue_page));
}

static GFile *
get_recordings (void)
{
  g_autofree char *user_dir = byl_places_dup_user_dir ();

  return get_child (user_dir, "recordings");
}

/* A folder is a recording once it has a plan. */
static gboolean
has_recordings (void)
{
  g_autoptr(GFile) folder = get_recordings ();
  g_autoptr(GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *plan = g_build_filename (g_file_peek_path (folder), name, "plan.json", NULL);

      if (g_file_test (plan, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }

  return FALSE;
}

/* Recordings come and go while the first page is not seen. */
static void
home_map_cb (BylHomePage *home)
{
  byl_home_page_set_recordings (home, has_recordings ());
}

static void
play_recording_cb (BylStudioHost *self,
                   BylPackEntry  *entry,
                   BylRules      *rules)
{
  g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static void
new_pack_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  BylStudioHost *self = user_data;

  if (self->recording_page == NULL)
    {
      g_autoptr(GFile) folder = get_recordings ();

      self->recording_page =
        BYL_RECORDING_PAGE (byl_recording_page_new (self->library, get_session (self), folder));
      g_signal_connect_object (self->recording_page, "play", G_CALLBACK (play_recording_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->recording_page));
    }

  byl_recording_page_open (self->recording_page);
  byl_page_stack_show (self->pages, GTK_WIDGET (self->recording_page));
}

static void
byl_studio_host_dispose (GObject *object)
{
  BylStudioHost *self = BYL_STUDIO_HOST (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->session);
  g_clear_object (&self->library);
  g_hash_table_remove_all (self->getting);

  G_OBJECT_CLASS (byl_studio_host_parent_class)->dispose (object);
}

static void
byl_studio_host_finalize (GObject *object)
{
  g_hash_table_unref (BYL_STUDIO_HOST (object)->getting);

  G_OBJECT_CLASS (byl_studio_host_parent_class)->finalize (object);
}

static void
byl_studio_host_class_init (BylStudioHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = byl_studio_host_dispose;
  object_class->finalize = byl_studio_host_finalize;

  /**
   * BylStudioHost::play:
   * @self: the host
   * @entry: a pack
   * @rules: rules
   *
   * Emitted when the player wants to play what was made, with rules of their own.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_STUDIO_HOST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);
}

static void
byl_studio_host_init (BylStudioHost *self)
{
  self->getting = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * byl_studio_host_new:
 * @window: the window, which outlives the host
 * @pages: its pages, which the host adds to
 * @home: its first page, which packs are played from
 * @library: the installed packs
 *
 * Adds the actions `win.get-answers`, `win.new-pack` and `win.recordings` to a window. Nothing is
 * read, and nobody is asked, before their pages are seen; but the first page says whether there are
 * recordings.
 *
 * Returns: (transfer full): a host
 */
BylStudioHost *
byl_studio_host_new (GtkApplicationWindow *window,
                     GtkStack             *pages,
                     BylHomePage          *home,
                     BylLibrary           *library)
{
  BylStudioHost *self = g_object_new (BYL_TYPE_STUDIO_HOST, NULL);
  const GActionEntry entries[] = {
    { .name = "get-answers", .activate = get_answers_cb },
    { .name = "new-pack", .activate = new_pack_cb },
    { .name = "recordings", .activate = new_pack_cb },
  };

  self->window = window;
  self->pages = pages;
  self->home = home;
  self->library = g_object_ref (library);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (home, "map", G_CALLBACK (home_map_cb), NULL);

  return self;
}

/**
 * byl_studio_host_go_back:
 * @self: a host
 *
 * Returns: whether a page of the studio was shown, and has gone back by a step of its own
 */
gboolean
byl_studio_host_go_back (BylStudioHost *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  return self->recording_page != NULL && shown == GTK_WIDGET (self->recording_page)
         && byl_recording_page_go_back (self->recording_page);
}

/**
 * byl_studio_host_say:
 * @self: a host
 * @sentence: a sentence, shown as it is
 *
 * Shows a sentence for some seconds: on the page of the studio that is shown, else on the first
 * page.
 */
void
byl_studio_host_say (BylStudioHost *self,
                     const char    *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  add_toast (self, adw_toast_new (escaped));
}
