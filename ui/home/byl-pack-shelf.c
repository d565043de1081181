/* byl-pack-shelf.c: what stands in the grid of the home page: packs, and what leads to more of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-shelf.h"

#include "byl-growing-list.h"
#include "byl-invitation.h"
#include "byl-pack-card.h"

#define CARD_HEIGHT  190 /* pixels, for all: so the grid knows how far it scrolls */
#define FIRST_CARDS  3   /* of the very first frame: a row */
#define MORE_CARDS   6   /* that are made in one frame after that */
#define MOST_CARDS   96  /* that a grid of three columns keeps, however many there are */

struct _BylPackShelf
{
  GObject        parent_instance;
  GtkGridView   *grid;        /* outlives the shelf */
  BylLibrary    *library;
  GtkStringList *invitations; /* the actions that are invited to; behind the packs */
  GHashTable    *played;      /* (nullable): id of a pack to how many of its questions are played */
  GPtrArray     *cards;       /* of BylPackCard: those that show a pack now, not owned */
  gboolean       recordings;  /* there are some to go on with */
  guint          update;      /* source that looks who is to be invited; 0 = none */
};

G_DEFINE_FINAL_TYPE (BylPackShelf, byl_pack_shelf, G_TYPE_OBJECT)

static void
update_card (BylPackShelf *self,
             BylPackCard  *card)
{
  const char *id = byl_pack_entry_get_id (byl_pack_card_get_entry (card));

  if (self->played != NULL)
    byl_pack_card_set_played (card, GPOINTER_TO_UINT (g_hash_table_lookup (self->played, id)));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          BylPackShelf             *self)
{
  gtk_list_item_set_activatable (item, FALSE);
}

/* A cell seldom changes from a pack to an invitation; then it gets another card. */
static GtkWidget *
ensure_card (GtkListItem *item,
             gboolean     is_pack)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  if (card != NULL && BYL_IS_PACK_CARD (card) == is_pack)
    return card;

  card = is_pack ? byl_pack_card_new () : byl_invitation_new ();
  gtk_widget_set_size_request (card, -1, CARD_HEIGHT);
  gtk_list_item_set_child (item, card);

  return card;
}

static void
name_cell (GtkWidget  *card,
           const char *title)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         BylPackShelf             *self)
{
  gpointer thing = gtk_list_item_get_item (item);
  GtkWidget *card = ensure_card (item, BYL_IS_PACK_ENTRY (thing));

  /* The buttons on the card take the focus, not the cell around them. */
  gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);

  if (!BYL_IS_PACK_ENTRY (thing))
    {
      byl_invitation_set_kind (BYL_INVITATION (card), gtk_string_object_get_string (thing));
      name_cell (card, byl_invitation_get_title (BYL_INVITATION (card)));
      return;
    }

  byl_pack_card_set_entry (BYL_PACK_CARD (card), thing);
  name_cell (card, byl_pack_entry_get_title (thing));
  g_ptr_array_add (self->cards, card);
  update_card (self, BYL_PACK_CARD (card));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           BylPackShelf             *self)
{
  g_ptr_array_remove_fast (self->cards, gtk_list_item_get_child (item));
}

static void
invite (BylPackShelf *self,
        const char   *action,
        gboolean      wanted)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->invitations));
  guint i = 0;

  while (i < n_items && !g_str_equal (gtk_string_list_get_string (self->invitations, i), action))
    i++;

  if (i == n_items && wanted)
    gtk_string_list_append (self->invitations, action);
  else if (i < n_items && !wanted)
    gtk_string_list_remove (self->invitations, i);
}

/* The packs come first, or the grid would go down to where the invitations are when they come. */
static gboolean
invite_cb (gpointer user_data)
{
  BylPackShelf *self = user_data;
  guint n_packs = g_list_model_get_n_items (G_LIST_MODEL (self->library));
  gboolean imported = FALSE;
  gboolean recorded = FALSE;

  for (guint i = 0; i < n_packs && !recorded; i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);
      BylProvenanceKind kind = byl_pack_entry_get_provenance (entry);

      imported |= kind == BYL_PROVENANCE_IMPORTED;
      recorded |= kind == BYL_PROVENANCE_RECORDED || kind == BYL_PROVENANCE_PASTED;
    }

  invite (self, "win.get-answers", n_packs > 0 && !imported && !recorded);
  invite (self, "win.new-pack", n_packs > 0 && !recorded && !self->recordings);
  invite (self, "win.recordings", n_packs > 0 && self->recordings);
  self->update = 0;

  return G_SOURCE_REMOVE;
}

/* The first frame has packs on it, and does without invitations: to know whether there are real
 * answers, each of a thousand packs is looked at. */
static void
queue_invitations (BylPackShelf *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (G_PRIORITY_LOW, invite_cb, self, NULL);
}

static void
byl_pack_shelf_finalize (GObject *object)
{
  BylPackShelf *self = BYL_PACK_SHELF (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_object (&self->library);
  g_object_unref (self->invitations);
  g_clear_pointer (&self->played, g_hash_table_unref);
  g_ptr_array_unref (self->cards);

  G_OBJECT_CLASS (byl_pack_shelf_parent_class)->finalize (object);
}

static void
byl_pack_shelf_class_init (BylPackShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_pack_shelf_finalize;
}

static void
byl_pack_shelf_init (BylPackShelf *self)
{
  self->invitations = gtk_string_list_new (NULL);
  self->cards = g_ptr_array_new ();
}

static GtkListItemFactory *
new_factory (BylPackShelf *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  return factory;
}

/**
 * byl_pack_shelf_new:
 * @grid: the grid to fill
 * @library: the installed packs
 *
 * Fills a grid with packs, a row at first and the others frame by frame; then with what leads to
 * real answers while there are none, and to the player's own questions.
 *
 * Returns: (transfer full): the shelf
 */
BylPackShelf *
byl_pack_shelf_new (GtkGridView *grid,
                    BylLibrary  *library)
{
  BylPackShelf *self = g_object_new (BYL_TYPE_PACK_SHELF, NULL);
  g_autoptr(GtkListItemFactory) factory = new_factory (self);
  g_autoptr(GtkSelectionModel) selection = NULL;
  g_autoptr(GListModel) all = NULL;
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  self->grid = grid;
  self->library = g_object_ref (library);
  g_list_store_append (lists, library);
  g_list_store_append (lists, self->invitations);
  all = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (
    byl_growing_list_new (all, GTK_WIDGET (grid), FIRST_CARDS, MORE_CARDS, MOST_CARDS)));
  gtk_grid_view_set_factory (grid, factory);
  gtk_grid_view_set_model (grid, selection);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (queue_invitations), self,
                           G_CONNECT_SWAPPED);
  queue_invitations (self);

  return self;
}

/**
 * byl_pack_shelf_set_played:
 * @self: a shelf
 * @played: (element-type utf8 guint): id of a pack to how many of its questions have been played
 */
void
byl_pack_shelf_set_played (BylPackShelf *self,
                           GHashTable   *played)
{
  g_clear_pointer (&self->played, g_hash_table_unref);
  self->played = g_hash_table_ref (played);

  for (guint i = 0; i < self->cards->len; i++)
    update_card (self, self->cards->pdata[i]);
}

/**
 * byl_pack_shelf_show:
 * @self: a shelf
 * @entry: a pack of the library
 *
 * Brings a pack into view, and the keyboard's focus to its card.
 */
void
byl_pack_shelf_show (BylPackShelf *self,
                     BylPackEntry *entry)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr(BylPackEntry) other = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      if (other == entry)
        gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.scroll-to-item", "u", i);
    }

  for (guint i = 0; i < self->cards->len; i++)
    if (byl_pack_card_get_entry (self->cards->pdata[i]) == entry)
      gtk_widget_child_focus (self->cards->pdata[i], GTK_DIR_TAB_FORWARD);
}

/**
 * byl_pack_shelf_set_recordings:
 * @self: a shelf
 * @recordings: whether the player has recordings
 *
 * A card leads back to recordings for as long as there are some.
 */
void
byl_pack_shelf_set_recordings (BylPackShelf *self,
                               gboolean      recordings)
{
  if (self->recordings == recordings)
    return;

  self->recordings = recordings;
  queue_invitations (self);
}
