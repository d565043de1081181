/* byl-application.c: the program: its options, its actions and what its window needs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-application.h"

#include "byl-demonstration.h"
#include "byl-parts.h"
#include "byl-places.h"
#include "byl-window.h"

#include <glib/gi18n.h>

struct _BylApplication
{
  AdwApplication   parent_instance;
  BylLibrary      *library;
  BylJournal      *journal;
  BylKnownWriters *known;
  GSettings       *settings;
  guint64          seed;
  gboolean         seeded;
  char            *demonstration; /* (nullable): folder for the pictures of a game without hands */
};

G_DEFINE_FINAL_TYPE (BylApplication, byl_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] =
{
  {
    "seed", 's', 0, G_OPTION_ARG_STRING, NULL,
    N_("Deal every game from this number: the same number deals the same game"), N_("N"),
  },
  {
    "language", 'l', 0, G_OPTION_ARG_STRING, NULL,
    N_("Speak this language instead of the desktop’s"), N_("XX"),
  },
  {
    "demonstration", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_("Play a short game by itself and write its pictures to a folder"), N_("FOLDER"),
  },
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
  { NULL }
};

static GFile *
get_child (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

/* The schema lies beside the program's data, in whatever prefix: a desktop that does not search
 * there must not keep the program from starting. */
static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *usual = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchemaSource) source = NULL;
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autofree char *folder = NULL;

  if (usual != NULL)
    schema = g_settings_schema_source_lookup (usual, APPLICATION_ID, TRUE);

  if (schema != NULL)
    return g_settings_new_full (schema, NULL, NULL);

  folder = g_build_filename (byl_places_get_data_dir (), "..", "glib-2.0", "schemas", NULL);
  source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE);

  if (schema == NULL)
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

/* GTK asks its own translation, which a slim system may lack. */
static GtkTextDirection
get_direction (void)
{
  /* Translators: “default:RTL” if your language is written from right to left; leave it
   * otherwise. */
  return g_str_equal (_("default:LTR"), "default:RTL") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

static void
refresh_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* What could not be read is simply not listed. */
  if (!byl_library_refresh_finish (BYL_LIBRARY (source), result, &error))
    g_debug ("The library was not refreshed: %s", error->message);
}

/* The window has its size once it has been drawn. Only then are a thousand files looked at, which
 * would make the first frame wait even from another thread. */
static gboolean
refresh_later_cb (GtkWidget     *window,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  if (gtk_widget_get_width (window) == 0)
    return G_SOURCE_CONTINUE;

  byl_library_refresh_async (user_data, NULL, refresh_cb, NULL);

  return G_SOURCE_REMOVE;
}

/* For a thread. Nothing that is made here is shown yet, so that nobody else sees it being made. */
static gpointer
open_library (gpointer user_data)
{
  BylApplication *self = user_data;
  g_autofree char *user_dir = byl_places_dup_user_dir ();
  g_autofree char *cache_dir = byl_places_dup_cache_dir ();
  g_autoptr(GFile) built_in = get_child (byl_places_get_data_dir (), "packs");
  g_autoptr(GFile) packs = get_child (user_dir, "packs");
  g_autoptr(GFile) index = get_child (cache_dir, "library.index");
  g_autoptr(GFile) known = get_child (byl_places_get_data_dir (), "writers.json");
  g_autoptr(GFile) journal = get_child (user_dir, "journal.sqlite");
  g_autoptr(GError) error = NULL;

  self->known = byl_known_writers_load (known, &error);

  if (self->known == NULL)
    g_printerr ("%s\n", error->message);

  self->library = byl_library_new (built_in, packs, index, self->known);
  self->journal = byl_journal_new (journal);

  return NULL;
}

static BylWindow *
get_window (BylApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (byl_window_new (GTK_APPLICATION (self), self->library, self->journal,
                                           self->known, self->settings));
      byl_window_set_seed (BYL_WINDOW (window), self->seeded ? &self->seed : NULL);
    }

  return BYL_WINDOW (window);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  const char *developers[] = { "The Byline authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", "Byline",
                         "application-icon", APPLICATION_ID,
                         "version", VERSION,
                         "developer-name", "The Byline authors",
                         "developers", developers,
                         "copyright", "© 2026 The Byline authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _("Who wrote this? Tell the answers of language models apart."),
                         /* Translators: put your name here, and your address if you like. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Made when it is asked for, since the first frame has no use for it. */
static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (UI_PATH "byl-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static void
install_actions (BylApplication *self)
{
  const GActionEntry entries[] =
  {
    { .name = "about", .activate = about_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "quit", .activate = quit_action },
  };
  const char *quit[] = { "<Control>q", NULL };
  const char *shortcuts[] = { "<Control>question", "<Control>F1", NULL };
  const char *open[] = { "<Control>o", NULL };
  const char *play[] = { "<Alt>1", NULL };
  const char *progress[] = { "<Alt>2", NULL };
  const char *guide[] = { "<Alt>3", NULL };
  const char *close[] = { "<Control>w", NULL };
  GtkApplication *application = GTK_APPLICATION (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (application, "app.quit", quit);
  gtk_application_set_accels_for_action (application, "app.shortcuts", shortcuts);
  gtk_application_set_accels_for_action (application, "win.open", open);
  gtk_application_set_accels_for_action (application, "win.show-view::home", play);
  gtk_application_set_accels_for_action (application, "win.show-view::progress", progress);
  gtk_application_set_accels_for_action (application, "win.show-view::guide", guide);
  gtk_application_set_accels_for_action (application, "window.close", close);
}

/* Finding its folders takes GtkIconTheme a while, and it keeps them: so it does that beside the
 * building of the window. It locks itself for the threads that load its icons. */
static void
warm_icons_cb (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (source_object, APPLICATION_ID));
}

static void
open_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autofree char *icons = g_build_filename (byl_places_get_data_dir (), "..", "icons", NULL);
  g_autoptr(GTask) task = g_task_new (theme, NULL, NULL, NULL);

  gtk_icon_theme_add_search_path (theme, icons);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_task_run_in_thread (task, warm_icons_cb);
}

/* GTK would begin by reading the whole of its own theme, an eighth of the way to the first frame,
 * only for libadwaita to put an empty one in its place a moment later. So it is given the empty one
 * at once, unless somebody asks for a theme by that variable. Meanwhile the library lists its
 * packs: not before the variable is set, since setting one moves those that others read. */
static void
start_gtk (BylApplication *self)
{
  gboolean asked = g_getenv ("GTK_THEME") != NULL;
  GThread *library;

  if (!asked)
    g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);

  library = g_thread_new ("library", open_library, self);
  gtk_init ();
  gtk_settings_get_default ();
  g_thread_join (library);

  if (!asked)
    g_unsetenv ("GTK_THEME");
}

static void
byl_application_startup (GApplication *application)
{
  BylApplication *self = BYL_APPLICATION (application);

  start_gtk (self);
  G_APPLICATION_CLASS (byl_application_parent_class)->startup (application);

  byl_parts_init ();
  gtk_widget_set_default_direction (get_direction ());
  open_icons ();
  self->settings = new_settings ();

  if (self->settings == NULL)
    {
      g_printerr ("%s\n", _("Byline is not installed properly: its settings schema is missing. "
                            "Install it again with “meson install”."));
      exit (1);
    }

  install_actions (self);
}

static void
byl_application_activate (GApplication *application)
{
  BylApplication *self = BYL_APPLICATION (application);
  BylWindow *window = get_window (self);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (GTK_WIDGET (window), refresh_later_cb,
                                g_object_ref (self->library), g_object_unref);

  if (self->demonstration != NULL)
    byl_demonstration_start (window, self->library, self->demonstration);
}

static void
byl_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  g_autoptr(GListStore) list = g_list_store_new (G_TYPE_FILE);

  byl_application_activate (application);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);

  byl_window_add_files (get_window (BYL_APPLICATION (application)), G_LIST_MODEL (list));
}

/* Options that need no window are answered before another running program is asked to open one. */
static int
byl_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  const char *seed = NULL;
  guint64 number;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Byline %s\n", VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (dict, "seed", "&s", &seed)
      && !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &number, NULL))
    {
      g_printerr (_("The seed “%s” is not a whole number from 0 on.\n"), seed);
      return 2;
    }

  if (g_variant_dict_contains (dict, "demonstration"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static int
byl_application_command_line (GApplication            *application,
                              GApplicationCommandLine *command_line)
{
  BylApplication *self = BYL_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *seed = NULL;

  if (g_variant_dict_lookup (dict, "seed", "&s", &seed))
    {
      self->seeded = g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &self->seed, NULL);
      byl_window_set_seed (get_window (self), &self->seed);
    }

  g_variant_dict_lookup (dict, "demonstration", "^ay", &self->demonstration);
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files,
                     g_application_command_line_create_file_for_arg (command_line, names[i]));

  if (files->len > 0)
    byl_application_open (application, (GFile **) files->pdata, files->len, "");
  else
    byl_application_activate (application);

  return 0;
}

static void
byl_application_finalize (GObject *object)
{
  BylApplication *self = BYL_APPLICATION (object);

  /* Waits for what is still being written. */
  if (self->journal != NULL)
    byl_journal_close (self->journal);

  g_clear_object (&self->library);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->known, byl_known_writers_unref);
  g_clear_object (&self->settings);
  g_free (self->demonstration);

  G_OBJECT_CLASS (byl_application_parent_class)->finalize (object);
}

static void
byl_application_class_init (BylApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = byl_application_finalize;
  application_class->startup = byl_application_startup;
  application_class->activate = byl_application_activate;
  application_class->open = byl_application_open;
  application_class->handle_local_options = byl_application_handle_local_options;
  application_class->command_line = byl_application_command_line;
}

static void
byl_application_init (BylApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Who wrote this? Tell the answers of language models "
                                              "apart. A FILE is an answer pack to add."));
}

/**
 * byl_application_new:
 *
 * Returns: (transfer full): the application
 */
BylApplication *
byl_application_new (void)
{
  return g_object_new (BYL_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/bylinequiz/Byline",
                       NULL);
}
