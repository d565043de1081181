/* byl-rules-window.c: choosing the rules of a game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rules-window.h"

#include "byl-category-text.h"

#include <glib/gi18n.h>

/* What the rows of the lists of answers and rounds stand for, in their order. */
static const guint answers_choices[] = { 2, 3, 4, BYL_RULES_ALL_ANSWERS };
static const guint rounds_choices[] = { 5, 10, 20, BYL_RULES_MAX_ROUNDS };

struct _BylRulesWindow
{
  AdwWindow            parent_instance;
  AdwWindowTitle      *title;
  GtkWidget           *play;
  AdwPreferencesGroup *mode_group;
  AdwComboRow         *mode;
  AdwComboRow         *answers;
  AdwComboRow         *rounds;
  GtkSwitch           *bets;
  GtkSwitch           *mark;
  AdwActionRow        *rival_row;
  GtkSwitch           *rival;
  GtkSwitch           *plain_text;
  AdwPreferencesGroup *writers;
  AdwPreferencesGroup *categories;
  BylPackEntry        *entry;
  GPtrArray           *writer_switches;   /* of GtkSwitch, in the order of the entry's writers */
  GPtrArray           *category_switches; /* likewise */
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRulesWindow, byl_rules_window, ADW_TYPE_WINDOW)

static guint
count_active (GPtrArray *switches)
{
  guint n_active = 0;

  for (guint i = 0; i < switches->len; i++)
    n_active += gtk_switch_get_active (switches->pdata[i]) ? 1 : 0;

  return n_active;
}

/* The ids of what is switched on; NULL where everything is, so that what a later revision of the
 * pack adds takes part too. */
static char **
dup_active (GPtrArray          *switches,
            const char * const *ids)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  if (count_active (switches) == switches->len)
    return NULL;

  for (guint i = 0; i < switches->len; i++)
    if (gtk_switch_get_active (switches->pdata[i]))
      g_strv_builder_add (builder, ids[i]);

  return g_strv_builder_end (builder);
}

static char **
dup_category_names (const char * const *categories)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; categories != NULL && categories[i] != NULL; i++)
    {
      g_autofree char *name = byl_category_text_new (categories[i]);

      g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

/* A number that is no choice, as another program may have remembered it, becomes the nearest. */
static guint
find_choice (const guint *choices,
             guint        n_choices,
             guint        value)
{
  guint nearest = 0;

  for (guint i = 1; i < n_choices; i++)
    if (MAX (choices[i], value) - MIN (choices[i], value)
        < MAX (choices[nearest], value) - MIN (choices[nearest], value))
      nearest = i;

  return nearest;
}

/* Of some of the categories it is not known how many questions they have: then the rival itself
 * says in the game whether they are enough. */
static void
update_rival (BylRulesWindow *self)
{
  guint n_questions = byl_pack_entry_get_n_questions (self->entry);
  guint n_rounds = rounds_choices[adw_combo_row_get_selected (self->rounds)];
  guint n_others = n_questions - MIN (n_rounds, n_questions);
  gboolean enough = n_others >= BYL_RULES_RIVAL_LEAST
                    || count_active (self->category_switches) < self->category_switches->len;
  g_autofree char *sentence =
    /* Translators: the number of questions of the pack that are not in the game. */
    g_strdup_printf (ngettext ("It needs at least %u other questions to learn from; such a game "
                               "leaves it %u",
                               "It needs at least %u other questions to learn from; such a game "
                               "leaves it %u", n_others),
                     BYL_RULES_RIVAL_LEAST, n_others);

  gtk_widget_set_sensitive (GTK_WIDGET (self->rival), enough);
  adw_action_row_set_subtitle (self->rival_row,
                               enough ? _("The program learns from the other questions and signs "
                                          "the same cards as you")
                                      : sentence);
}

static void
update_cb (BylRulesWindow *self)
{
  gboolean solo = adw_combo_row_get_selected (self->mode) == BYL_MODE_SOLO;

  /* Rows notify while the template is still being built. */
  if (self->writer_switches == NULL || self->entry == NULL)
    return;

  update_rival (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answers),
                                 solo ? _("Names to choose from") : _("Answers a round"));
  /* On the row it would leave a narrow window no room for the mode itself. */
  adw_preferences_group_set_description (
    self->mode_group, solo ? _("One answer, several names: who wrote it?")
                           : _("Several answers, each name once: who wrote which?"));
  gtk_widget_set_sensitive (self->play,
                            count_active (self->writer_switches) >= 2
                            && (self->category_switches->len == 0
                                || count_active (self->category_switches) > 0));
}

static void
play_cb (BylRulesWindow *self)
{
  g_autoptr(BylRules) rules = byl_rules_window_dup_rules (self);

  g_signal_emit (self, signals[PLAY], 0, rules);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_switches (BylRulesWindow      *self,
              AdwPreferencesGroup *group,
              GPtrArray           *switches,
              const char * const  *ids,
              const char * const  *names,
              char               **active)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *toggle = gtk_switch_new ();
      g_autofree char *escaped = g_markup_escape_text (names[i], -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
      gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
      gtk_switch_set_active (GTK_SWITCH (toggle),
                             active == NULL
                             || g_strv_contains ((const char * const *) active, ids[i]));
      g_signal_connect_object (toggle, "notify::active", G_CALLBACK (update_cb), self,
                               G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
      adw_preferences_group_add (group, row);
      g_ptr_array_add (switches, toggle);
    }
}

static void
byl_rules_window_dispose (GObject *object)
{
  BylRulesWindow *self = BYL_RULES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_RULES_WINDOW);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->writer_switches, g_ptr_array_unref);
  g_clear_pointer (&self->category_switches, g_ptr_array_unref);

  G_OBJECT_CLASS (byl_rules_window_parent_class)->dispose (object);
}

static void
byl_rules_window_class_init (BylRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_rules_window_dispose;

  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_RULES_WINDOW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_RULES);

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "home/byl-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, play);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, mode_group);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, mode);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, rounds);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, bets);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, mark);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, rival_row);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, rival);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, plain_text);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, writers);
  gtk_widget_class_bind_template_child (widget_class, BylRulesWindow, categories);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
}

static void
byl_rules_window_init (BylRulesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->writer_switches = g_ptr_array_new ();
  self->category_switches = g_ptr_array_new ();
}

/**
 * byl_rules_window_new:
 * @parent: (nullable): the window that it belongs to
 * @entry: the pack to play
 * @rules: the rules to begin with
 *
 * The signal `play` comes with the rules chosen.
 *
 * Returns: (transfer none): a window that lives until it is closed
 */
GtkWindow *
byl_rules_window_new (GtkWindow      *parent,
                      BylPackEntry   *entry,
                      const BylRules *rules)
{
  BylRulesWindow *self = g_object_new (BYL_TYPE_RULES_WINDOW, "transient-for", parent, NULL);
  const char * const *categories = byl_pack_entry_get_categories (entry);
  g_auto(GStrv) category_names = dup_category_names (categories);

  self->entry = g_object_ref (entry);
  adw_window_title_set_title (self->title, _("Rules"));
  adw_window_title_set_subtitle (self->title, byl_pack_entry_get_title (entry));
  adw_combo_row_set_selected (self->mode, rules->mode);
  adw_combo_row_set_selected (self->answers, find_choice (answers_choices,
                                                          G_N_ELEMENTS (answers_choices),
                                                          rules->answers));
  adw_combo_row_set_selected (self->rounds, find_choice (rounds_choices,
                                                         G_N_ELEMENTS (rounds_choices),
                                                         rules->rounds));
  gtk_switch_set_active (self->bets, rules->bets);
  gtk_switch_set_active (self->mark, rules->mark);
  gtk_switch_set_active (self->rival, rules->rival);
  gtk_switch_set_active (self->plain_text, rules->plain_text);
  add_switches (self, self->writers, self->writer_switches, byl_pack_entry_get_writer_ids (entry),
                byl_pack_entry_get_writer_names (entry), rules->writers);
  add_switches (self, self->categories, self->category_switches, categories,
                (const char * const *) category_names, rules->categories);
  gtk_widget_set_visible (GTK_WIDGET (self->categories), self->category_switches->len > 1);
  update_cb (self);

  return GTK_WINDOW (self);
}

/**
 * byl_rules_window_get_entry:
 * @self: a rules window
 *
 * Returns: (transfer none): the pack to play
 */
BylPackEntry *
byl_rules_window_get_entry (BylRulesWindow *self)
{
  return self->entry;
}

/**
 * byl_rules_window_dup_rules:
 * @self: a rules window
 *
 * Returns: (transfer full): the rules as they are chosen now
 */
BylRules *
byl_rules_window_dup_rules (BylRulesWindow *self)
{
  BylRules *rules = byl_rules_new ();

  rules->mode = adw_combo_row_get_selected (self->mode);
  rules->answers = answers_choices[adw_combo_row_get_selected (self->answers)];
  rules->rounds = rounds_choices[adw_combo_row_get_selected (self->rounds)];
  rules->bets = gtk_switch_get_active (self->bets);
  rules->mark = gtk_switch_get_active (self->mark);
  rules->rival = gtk_switch_get_active (self->rival)
                 && gtk_widget_get_sensitive (GTK_WIDGET (self->rival));
  rules->plain_text = gtk_switch_get_active (self->plain_text);
  rules->writers = dup_active (self->writer_switches, byl_pack_entry_get_writer_ids (self->entry));
  rules->categories = dup_active (self->category_switches,
                                  byl_pack_entry_get_categories (self->entry));

  return rules;
}
