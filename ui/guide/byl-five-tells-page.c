/* byl-five-tells-page.c: any two writers of a pack, and the five tells that part them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-five-tells-page.h"

#include "byl-claim-words.h"
#include "byl-page-stack.h"
#include "byl-pair-tell-row.h"
#include "byl-places.h"
#include "byl-provenance-text.h"
#include "byl-rules.h"
#include "byl-text-box.h"

#include <glib/gi18n.h>

#define ROUNDS 10u

struct _BylFiveTellsPage
{
  AdwBin             parent_instance;
  AdwWindowTitle    *title;
  GtkScrolledWindow *scroller;
  GtkDropDown       *pack_chooser;
  GtkDropDown       *first;
  GtkDropDown       *second;
  GtkStringList     *titles;
  GtkStringList     *names;
  GtkBox            *pair;
  GtkStack          *stack;
  GtkWidget         *measuring;
  GtkSpinner        *spinner;
  AdwStatusPage     *trouble;
  GtkWidget         *result;
  GtkBox            *tells;
  GtkLabel          *few;
  GtkLabel          *claims;
  GtkLabel          *provenance;
  GtkWidget         *play;

  BylLibrary        *library;     /* (nullable) */
  BylKnownWriters   *known;       /* (nullable) */
  GPtrArray         *entries;     /* (element-type BylPackEntry): those to choose from */
  BylPackEntry      *entry;       /* (nullable): the chosen one */
  guint              chosen[2];   /* positions of the two among its writers */
  GCancellable      *cancellable; /* (nullable): of what is being measured just now */
  gboolean           narrow;
  gboolean           is_setting;  /* the choosers are being filled: nobody has chosen */
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylFiveTellsPage, byl_five_tells_page, ADW_TYPE_BIN)

static void
stop (BylFiveTellsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_trouble (BylFiveTellsPage *self,
              const char       *title,
              const char       *sentence)
{
  g_autofree char *escaped = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;

  adw_status_page_set_title (self->trouble, title);
  adw_status_page_set_description (self->trouble, escaped);
  byl_page_stack_show (self->stack, GTK_WIDGET (self->trouble));
  gtk_spinner_stop (self->spinner);
}

static void
show_few (BylFiveTellsPage *self,
          guint             n_tells)
{
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->few), n_tells < BYL_FIVE_TELLS);

  if (n_tells == 0)
    sentence = g_strdup (_("Nothing parts these two surely enough to be called a tell. More "
                           "answers may show more."));
  else
    sentence = g_strdup_printf (ngettext ("Only %u tell parts these two surely enough to be shown.",
                                          "Only %u tells part these two surely enough to be shown.",
                                          n_tells), n_tells);

  gtk_label_set_label (self->few, sentence);
}

static void
show_pair (BylFiveTellsPage  *self,
           const BylTellPair *pair)
{
  BylPack *pack = byl_tell_pair_get_pack (pair);
  guint n_tells = byl_tell_pair_get_n_tells (pair);
  g_autofree char *claims = byl_claim_words_dup_disagreements (pair);
  const BylProvenance made_up = { .kind = BYL_PROVENANCE_ILLUSTRATIVE };
  gboolean illustrative =
    byl_pack_entry_get_provenance (self->entry) == BYL_PROVENANCE_ILLUSTRATIVE;
  g_autofree char *provenance =
    byl_provenance_text_new (illustrative ? &made_up : byl_pack_get_provenance (pack));

  byl_text_box_clear (self->tells);

  for (guint i = 0; i < n_tells; i++)
    {
      GtkWidget *row = byl_pair_tell_row_new (pair, i);

      byl_pair_tell_row_set_narrow (BYL_PAIR_TELL_ROW (row), self->narrow);
      gtk_box_append (self->tells, row);
    }

  show_few (self, n_tells);
  gtk_label_set_label (self->claims, claims);
  gtk_widget_set_visible (GTK_WIDGET (self->claims), claims != NULL);
  gtk_label_set_label (self->provenance, provenance);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  byl_page_stack_show (self->stack, self->result);
  gtk_spinner_stop (self->spinner);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BylFiveTellsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylTellPair) pair = byl_tell_pair_load_finish (result, &error);

  /* Then other writers are being measured, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  if (pair != NULL)
    show_pair (self, pair);
  else
    show_trouble (self, _("This pack cannot be measured"), error->message);
}

static void
load (BylFiveTellsPage *self)
{
  const char *const *ids = byl_pack_entry_get_writer_ids (self->entry);
  const char *writers[] = { ids[self->chosen[0]], ids[self->chosen[1]] };
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autofree char *cache = byl_places_dup_cache_dir ();

  stop (self);
  self->cancellable = g_cancellable_new ();
  byl_page_stack_show (self->stack, self->measuring);
  gtk_spinner_start (self->spinner);
  byl_tell_pair_load_async (byl_pack_entry_get_file (self->entry), self->known, lexicons, cache,
                            writers, self->cancellable, load_cb, g_object_ref (self));
}

static void
show_choice (BylFiveTellsPage *self)
{
  self->is_setting = TRUE;
  gtk_drop_down_set_selected (self->first, self->chosen[0]);
  gtk_drop_down_set_selected (self->second, self->chosen[1]);
  self->is_setting = FALSE;
}

static void
show_entry (BylFiveTellsPage *self,
            BylPackEntry     *entry)
{
  guint n_questions = byl_pack_entry_get_n_questions (entry);
  g_autofree char *subtitle = NULL;

  g_set_object (&self->entry, entry);
  /* Translators: the title of a pack and how many questions it has. */
  subtitle = g_strdup_printf (ngettext ("%s · %u question · measured here",
                                        "%s · %u questions · measured here", n_questions),
                              byl_pack_entry_get_title (entry), n_questions);
  adw_window_title_set_subtitle (self->title, subtitle);

  self->is_setting = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          byl_pack_entry_get_writer_names (entry));
  self->is_setting = FALSE;
  gtk_widget_set_sensitive (self->play, TRUE);
}

static void
choose_entry (BylFiveTellsPage *self,
              BylPackEntry     *entry)
{
  show_entry (self, entry);
  self->chosen[0] = 0;
  self->chosen[1] = 1;
  show_choice (self);
  load (self);
}

static void
choose_pack_cb (BylFiveTellsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->pack_chooser);

  if (!self->is_setting && selected < self->entries->len
      && g_ptr_array_index (self->entries, selected) != self->entry)
    choose_entry (self, g_ptr_array_index (self->entries, selected));
}

/* Who is chosen on one side while standing on the other swaps the two. */
static void
choose_writer_cb (BylFiveTellsPage *self)
{
  guint first = gtk_drop_down_get_selected (self->first);
  guint second = gtk_drop_down_get_selected (self->second);

  if (self->is_setting || (first == self->chosen[0] && second == self->chosen[1]))
    return;

  if (first == second)
    {
      if (first == self->chosen[0])
        first = self->chosen[1];
      else
        second = self->chosen[0];
    }

  self->chosen[0] = first;
  self->chosen[1] = second;
  show_choice (self);
  load (self);
}

static void
play_cb (BylFiveTellsPage *self)
{
  const char *const *ids = byl_pack_entry_get_writer_ids (self->entry);
  const char *writers[] = { ids[self->chosen[0]], ids[self->chosen[1]], NULL };
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->answers = 2;
  rules->rounds = ROUNDS;
  rules->writers = g_strdupv ((char **) writers);
  g_signal_emit (self, signals[PLAY], 0, self->entry, rules);
}

static gboolean
is_pack (BylPackEntry *entry,
         const char   *name)
{
  g_autofree char *uri = g_file_get_uri (byl_pack_entry_get_file (entry));

  return g_strcmp0 (name, uri) == 0 || g_strcmp0 (name, byl_pack_entry_get_id (entry)) == 0;
}

/* The packs of the library in which there are two to be told apart. */
static void
list_packs (BylFiveTellsPage *self)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  guint selected = GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->entries, 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (g_strv_length ((char **) byl_pack_entry_get_writer_ids (entry)) < 2)
        continue;

      if (entry == self->entry)
        selected = self->entries->len;

      g_ptr_array_add (titles, (gpointer) byl_pack_entry_get_title (entry));
      g_ptr_array_add (self->entries, g_steal_pointer (&entry));
    }

  g_ptr_array_add (titles, NULL);
  self->is_setting = TRUE;
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->pack_chooser, selected);
  self->is_setting = FALSE;
}

static int
find_writer (BylPackEntry *entry,
             const char   *id)
{
  const char *const *ids = byl_pack_entry_get_writer_ids (entry);

  for (int i = 0; id != NULL && ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      return i;

  return -1;
}

static void
byl_five_tells_page_dispose (GObject *object)
{
  BylFiveTellsPage *self = BYL_FIVE_TELLS_PAGE (object);

  stop (self);
  /* The bin would let go of its child a second time, since the child is bound as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_FIVE_TELLS_PAGE);
  g_clear_object (&self->library);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->known, byl_known_writers_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_five_tells_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, title);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, pack_chooser);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, first);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, second);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, titles);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, names);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, pair);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, measuring);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, result);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, tells);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, few);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, claims);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, provenance);
  gtk_widget_class_bind_template_child (widget_class, BylFiveTellsPage, play);
  gtk_widget_class_bind_template_callback (widget_class, choose_pack_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_writer_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
}

static void
byl_five_tells_page_class_init (BylFiveTellsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_five_tells_page_dispose;

  /**
   * BylFiveTellsPage::play:
   * @self: the page
   * @entry: a pack
   * @rules: the rules of a duel of the two writers
   *
   * Emitted when the player wants to tell the two apart.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_FIVE_TELLS_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               UI_PATH "guide/byl-five-tells-page.ui");
  bind_children (widget_class);
}

static void
byl_five_tells_page_init (BylFiveTellsPage *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_five_tells_page_new:
 *
 * Returns: (transfer floating): a page without a library
 */
GtkWidget *
byl_five_tells_page_new (void)
{
  return g_object_new (BYL_TYPE_FIVE_TELLS_PAGE, NULL);
}

/**
 * byl_five_tells_page_set_up:
 * @self: a page
 * @library: the installed packs
 * @known: (nullable): known models, whose names are hidden from players, too
 *
 * Gives the page what to choose from. Nothing is measured before it is opened.
 */
void
byl_five_tells_page_set_up (BylFiveTellsPage *self,
                            BylLibrary       *library,
                            BylKnownWriters  *known)
{
  g_return_if_fail (BYL_IS_FIVE_TELLS_PAGE (self));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  g_signal_connect_object (library, "items-changed", G_CALLBACK (list_packs), self,
                           G_CONNECT_SWAPPED);
  list_packs (self);
}

/**
 * byl_five_tells_page_open:
 * @self: a page that was set up
 * @pack: (nullable): the address of a pack's file, or its id; %NULL or one that is not installed
 *   for any
 * @first: (nullable): id of a writer of it
 * @second: (nullable): id of another
 *
 * Shows two writers, and begins to measure them. Where a name is not given or is not known, the
 * first writers of the pack are shown.
 *
 * Returns: whether the pack and the writers are those that were asked for
 */
gboolean
byl_five_tells_page_open (BylFiveTellsPage *self,
                          const char       *pack,
                          const char       *first,
                          const char       *second)
{
  BylPackEntry *entry = NULL;
  int one, other;

  g_return_val_if_fail (BYL_IS_FIVE_TELLS_PAGE (self), FALSE);

  for (guint i = 0; i < self->entries->len && entry == NULL; i++)
    if (is_pack (g_ptr_array_index (self->entries, i), pack))
      entry = g_ptr_array_index (self->entries, i);

  if (entry == NULL && self->entries->len == 0)
    {
      show_trouble (self, _("No pack has two writers"), _("Add one on the first page."));
      return FALSE;
    }

  show_entry (self, entry != NULL ? entry : g_ptr_array_index (self->entries, 0));
  list_packs (self);
  one = find_writer (self->entry, first);
  other = find_writer (self->entry, second);
  self->chosen[0] = one >= 0 ? (guint) one : other == 0 ? 1 : 0;
  self->chosen[1] = other >= 0 && other != one ? (guint) other : self->chosen[0] == 0 ? 1 : 0;
  show_choice (self);
  load (self);

  return entry != NULL && one >= 0 && other >= 0 && one != other;
}

/**
 * byl_five_tells_page_get_ready:
 * @self: a page
 *
 * Returns: whether the tells of the chosen two are shown
 */
gboolean
byl_five_tells_page_get_ready (BylFiveTellsPage *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->result;
}

/**
 * byl_five_tells_page_set_narrow:
 * @self: a page
 * @narrow: whether to put the examples below the tells
 */
void
byl_five_tells_page_set_narrow (BylFiveTellsPage *self,
                                gboolean          narrow)
{
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->pair),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->pair, narrow ? 3 : 12);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->tells)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    byl_pair_tell_row_set_narrow (BYL_PAIR_TELL_ROW (row), narrow);
}
