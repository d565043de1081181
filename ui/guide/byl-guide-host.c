/* byl-guide-host.c: the guide in a window: its page among the views, and its pages above them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-host.h"

#include "byl-five-tells-page.h"
#include "byl-guide-lesson.h"
#include "byl-guide-page.h"
#include "byl-kind-page.h"
#include "byl-page-stack.h"
#include "byl-rules.h"
#include "byl-writer-page.h"

#include <glib/gi18n.h>

#define NARROW_WIDTH 700 /* pixels: below this, examples lie below what they show */

struct _BylGuideHost
{
  GObject               parent_instance;
  GtkApplicationWindow *window;     /* outlives the host */
  GtkStack             *pages;
  AdwViewStack         *views;
  BylLibrary           *library;
  BylJournal           *journal;
  GCancellable         *cancellable;
  BylKnownWriters      *known;      /* (nullable) */
  BylGuideSource       *source;
  BylFiveTellsPage     *five_tells; /* (nullable): made when first seen */
  guint                 cleaning;   /* source that takes left pages away; 0 = none */
  GPtrArray            *way;        /* (element-type GtkWidget): the pages to go back to */
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylGuideHost, byl_guide_host, G_TYPE_OBJECT)

static void
play_cb (BylGuideHost *self,
         BylPackEntry *entry,
         BylRules     *rules)
{
  g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static void
update_narrow (BylGuideHost *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  if (surface != NULL && self->five_tells != NULL)
    byl_five_tells_page_set_narrow (self->five_tells,
                                    gdk_surface_get_width (surface) < NARROW_WIDTH);
}

static void
realize_cb (BylGuideHost *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "notify::width",
                           G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
}

static gboolean
is_leaf (GtkWidget *page)
{
  return BYL_IS_GUIDE_LEAF (page);
}

static gboolean
is_of_guide (BylGuideHost *self,
             GtkWidget    *page)
{
  return is_leaf (page) || (page != NULL && page == GTK_WIDGET (self->five_tells));
}

/* Pages on single things are made when they are opened, and are gone when the guide is left. */
static gboolean
clean_cb (gpointer user_data)
{
  BylGuideHost *self = user_data;
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  self->cleaning = 0;

  if (is_of_guide (self, gtk_stack_get_visible_child (self->pages)))
    return G_SOURCE_REMOVE;

  g_ptr_array_set_size (self->way, 0);

  while (page != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (page);

      if (is_leaf (page))
        gtk_stack_remove (self->pages, page);
      page = next;
    }

  return G_SOURCE_REMOVE;
}

/* The stack still works on its pages when it says which one it shows. */
static void
shown_cb (BylGuideHost *self)
{
  if (self->cleaning == 0 && !is_of_guide (self, gtk_stack_get_visible_child (self->pages)))
    self->cleaning = g_idle_add (clean_cb, self);
}

/* A page is left for another one, to which the player comes back. */
static void
show_page (BylGuideHost *self,
           GtkWidget    *page)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  if (!is_of_guide (self, shown))
    g_ptr_array_set_size (self->way, 0);
  if (shown != page)
    {
      /* A page that is shown again does not lead back to itself. */
      g_ptr_array_remove (self->way, page);
      g_ptr_array_add (self->way, shown);
    }

  byl_page_stack_show (self->pages, page);
}

static void
show_leaf (BylGuideHost *self,
           GtkWidget    *page)
{
  gtk_stack_add_child (self->pages, page);
  show_page (self, page);
}

static void
kind_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  BylGuideHost *self = user_data;
  BylTell tell;

  if (!byl_tell_kind_find (g_variant_get_string (parameter, NULL), &tell))
    return;

  byl_guide_source_start (self->source);
  show_leaf (self, byl_kind_page_new (self->source, tell));
}

static void
writer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  BylGuideHost *self = user_data;

  byl_guide_source_start (self->source);
  show_leaf (self, byl_writer_page_new (self->source, g_variant_get_string (parameter, NULL)));
}

/* A pack is opened where it can be played: its rules are those of the first page. */
static void
pack_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  BylGuideHost *self = user_data;
  BylPackEntry *entry = byl_library_find (self->library, g_variant_get_string (parameter, NULL));
  GtkWidget *home = adw_view_stack_get_child_by_name (self->views, "home");
  g_autofree char *uri = NULL;

  if (entry == NULL || home == NULL)
    return;

  uri = g_file_get_uri (byl_pack_entry_get_file (entry));
  gtk_widget_activate_action (home, "pack.rules", "s", uri);
}

static void
learn_kind_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BylGuideHost *self = user_data;
  g_autoptr(BylRules) rules = NULL;
  BylPackEntry *entry;
  BylTell tell;

  if (!byl_tell_kind_find (g_variant_get_string (parameter, NULL), &tell))
    return;

  byl_guide_source_start (self->source);
  entry = byl_guide_lesson_find_kind (self->source, tell, &rules);
  if (entry != NULL)
    g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

/* A lesson is waiting for what the player mixes up. */
typedef struct
{
  BylGuideHost *host;
  char         *name;
} Lesson;

static const char *
find_mixed_up (const BylTally *tally,
               const char     *name)
{
  for (guint i = 0; tally != NULL && i < tally->writers->len; i++)
    {
      const BylWriterTally *writer = g_ptr_array_index (tally->writers, i);

      if (g_str_equal (writer->name, name))
        return writer->mixed_up;
    }

  return NULL;
}

static void
tally_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Lesson *lesson = user_data;
  g_autoptr(BylGuideHost) self = lesson->host;
  g_autofree char *name = lesson->name;
  g_autoptr(GError) error = NULL;
  /* Without a journal the lesson goes by what was measured. */
  g_autoptr(BylTally) tally = byl_journal_tally_finish (BYL_JOURNAL (source), result, &error);
  g_autoptr(BylRules) rules = NULL;
  BylPackEntry *entry;

  g_free (lesson);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  entry = byl_guide_lesson_find_writer (self->source, name, find_mixed_up (tally, name), &rules);
  if (entry != NULL)
    g_signal_emit (self, signals[PLAY], 0, entry, rules);
}

static void
learn_writer_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  BylGuideHost *self = user_data;
  Lesson *lesson = g_new0 (Lesson, 1);
  BylPackEntry *entry;
  const char *id;

  byl_guide_source_start (self->source);
  lesson->host = g_object_ref (self);
  lesson->name = g_variant_dup_string (parameter, NULL);
  entry = byl_guide_lesson_find_pack (self->source, lesson->name, &id);
  byl_journal_tally_async (self->journal, entry != NULL ? byl_pack_entry_get_id (entry) : NULL,
                           self->cancellable, tally_cb, lesson);
}

static void
view_cb (BylGuideHost *self)
{
  GtkWidget *bin = adw_view_stack_get_visible_child (self->views);

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "guide") != 0
      || adw_bin_get_child (ADW_BIN (bin)) != NULL)
    return;

  byl_guide_source_start (self->source);
  adw_bin_set_child (ADW_BIN (bin), byl_guide_page_new (self->source));
}

static void
five_tells_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  BylGuideHost *self = user_data;
  const char *pack;
  const char *first;
  const char *second;

  if (self->five_tells == NULL)
    {
      self->five_tells = BYL_FIVE_TELLS_PAGE (byl_five_tells_page_new ());
      byl_five_tells_page_set_up (self->five_tells, self->library, self->known);
      g_signal_connect_object (self->five_tells, "play", G_CALLBACK (play_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->five_tells));
      update_narrow (self);
    }

  g_variant_get (parameter, "(&s&s&s)", &pack, &first, &second);
  byl_five_tells_page_open (self->five_tells, pack, first, second);
  show_page (self, GTK_WIDGET (self->five_tells));
}

static void
byl_guide_host_dispose (GObject *object)
{
  BylGuideHost *self = BYL_GUIDE_HOST (object);

  g_clear_handle_id (&self->cleaning, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->journal);
  g_clear_object (&self->source);
  g_clear_pointer (&self->known, byl_known_writers_unref);
  g_clear_pointer (&self->way, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_guide_host_parent_class)->dispose (object);
}

static void
byl_guide_host_class_init (BylGuideHostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_guide_host_dispose;

  /**
   * BylGuideHost::play:
   * @self: the host
   * @entry: a pack
   * @rules: rules
   *
   * Emitted when the player wants to try what was shown.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_GUIDE_HOST, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);
}

static void
byl_guide_host_init (BylGuideHost *self)
{
  self->way = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * byl_guide_host_new:
 * @window: the window, which outlives the host
 * @pages: its pages, which the host adds to
 * @views: its views, one of which is named “guide”
 * @library: the installed packs
 * @journal: the record of what is played
 * @known: (nullable): known models
 *
 * Adds the guide to a window, with its actions. The target of `win.five-tells` is a pack, by the
 * address of its file or by its id, and the ids of two writers; an empty text leaves the choice to
 * the page. `win.open-pack` takes the id of a pack, `win.guide-kind` and `win.learn-kind` that of a
 * kind of tell, `win.guide-writer` and `win.learn-writer` the name of a writer. Nothing is read
 * before the guide is seen.
 *
 * Returns: (transfer full): a host
 */
BylGuideHost *
byl_guide_host_new (GtkApplicationWindow *window,
                    GtkStack             *pages,
                    AdwViewStack         *views,
                    BylLibrary           *library,
                    BylJournal           *journal,
                    BylKnownWriters      *known)
{
  BylGuideHost *self = g_object_new (BYL_TYPE_GUIDE_HOST, NULL);
  const GActionEntry entries[] = {
    { .name = "five-tells", .activate = five_tells_cb, .parameter_type = "(sss)" },
    { .name = "guide-kind", .activate = kind_cb, .parameter_type = "s" },
    { .name = "guide-writer", .activate = writer_cb, .parameter_type = "s" },
    { .name = "open-pack", .activate = pack_cb, .parameter_type = "s" },
    { .name = "learn-kind", .activate = learn_kind_cb, .parameter_type = "s" },
    { .name = "learn-writer", .activate = learn_writer_cb, .parameter_type = "s" },
  };

  self->window = window;
  self->pages = pages;
  self->views = views;
  self->source = byl_guide_source_new (library, known);
  self->library = g_object_ref (library);
  self->journal = g_object_ref (journal);
  self->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (views, "notify::visible-child", G_CALLBACK (view_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "notify::visible-child", G_CALLBACK (shown_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * byl_guide_host_go_back:
 * @self: a host
 *
 * Returns: whether a page of the guide was shown, and has been left for the one before it
 */
gboolean
byl_guide_host_go_back (BylGuideHost *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);
  GtkWidget *before;

  if (!is_of_guide (self, shown) || self->way->len == 0)
    return FALSE;

  before = g_ptr_array_steal_index (self->way, self->way->len - 1);
  byl_page_stack_show (self->pages, before);
  if (is_leaf (shown) && is_of_guide (self, before))
    gtk_stack_remove (self->pages, shown);

  return TRUE;
}
