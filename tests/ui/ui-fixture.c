/* ui-fixture.c: what the tests of the pages share
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ui-fixture.h"

#include "byl-dealer.h"
#include "byl-parts.h"
#include "play-fixture.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 20
#define SEED 7

/**
 * ui_fixture_init:
 * @argc: (inout): the arguments
 * @argv: (inout): the arguments
 *
 * What a screen reader hears is kept where the tests can ask for it, without a screen reader.
 *
 * Returns: whether there is a display; without one the skipping has been printed
 */
gboolean
ui_fixture_init (int    *argc,
                 char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  adw_init ();
  byl_parts_init ();

  return TRUE;
}

/**
 * ui_fixture_make_folder:
 *
 * Returns: (transfer full): the path of a new, empty folder
 */
char *
ui_fixture_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("byline-ui-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

/**
 * ui_fixture_remove_folder:
 * @folder: (transfer full): the path of a folder that ui_fixture_make_folder() made
 */
void
ui_fixture_remove_folder (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

/**
 * ui_fixture_open_journal:
 * @folder: where its file lies
 *
 * Returns: (transfer full): a journal that is open
 */
BylJournal *
ui_fixture_open_journal (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  BylJournal *journal = byl_journal_new (file);

  byl_journal_open_async (journal, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  byl_journal_open_finish (journal, result, &error);
  g_assert_no_error (error);

  return journal;
}

/**
 * ui_fixture_keep_result:
 * @source: where the call was made
 * @result: its result
 * @user_data: (type gpointer): the address of a #GAsyncResult to keep it in
 *
 * A callback for calls whose end is waited for.
 */
void
ui_fixture_keep_result (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/**
 * ui_fixture_wait_result:
 * @result: (inout) (nullable): where ui_fixture_keep_result() will put the result
 */
void
ui_fixture_wait_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * ui_fixture_wait_until:
 * @condition: says whether it has happened
 * @data: data for @condition
 * @what: what is waited for, for the message when it does not happen
 */
void
ui_fixture_wait_until (UiCondition  condition,
                       gpointer     data,
                       const char  *what)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint wake = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited in vain for %s", what);

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (wake);
}

/**
 * ui_fixture_settle:
 *
 * Does everything that is due now.
 */
void
ui_fixture_settle (void)
{
  for (guint i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    continue;
}

/**
 * ui_fixture_deal:
 * @n_writers: writers, and cards of a round
 * @n_rounds: rounds
 * @bets: whether the player says how sure each guess is
 *
 * Returns: (transfer full): a line-up that is the same each time
 */
BylDeal *
ui_fixture_deal (guint    n_writers,
                 guint    n_rounds,
                 gboolean bets)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (n_writers, n_rounds);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GError) error = NULL;
  BylDeal *deal;

  rules->answers = BYL_RULES_ALL_ANSWERS;
  rules->rounds = n_rounds;
  rules->bets = bets;
  deal = byl_dealer_deal (pack, NULL, rules, SEED, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (deal->rounds->len, ==, n_rounds);

  return deal;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *number)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*number)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, number);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * ui_fixture_find:
 * @root: where to look
 * @type: what to look for
 * @number: which of them, from 0, in the order of the tree
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
ui_fixture_find (GtkWidget *root,
                 GType      type,
                 guint      number)
{
  return find (root, type, &number);
}

/**
 * ui_fixture_count_shown:
 * @root: where to look
 * @type: what to look for
 *
 * Returns: how many widgets of the type are visible, with all that they lie in
 */
guint
ui_fixture_count_shown (GtkWidget *root,
                        GType      type)
{
  guint n = 0;

  if (!gtk_widget_get_visible (root))
    return 0;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ui_fixture_count_shown (child, type);

  return n;
}

/**
 * ui_fixture_find_text:
 * @root: where to look
 * @text: the whole text of a label
 *
 * Returns: (transfer none) (nullable): the label that shows the text and is visible, or will be
 *   when its window is
 */
GtkWidget *
ui_fixture_find_text (GtkWidget  *root,
                      const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root) && !GTK_IS_ROOT (root))
    return NULL;

  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_fixture_find_text (child, text);

  return found;
}

/**
 * ui_fixture_find_button:
 * @root: where to look
 * @label: what a screen reader says of the button, or what is written on it
 *
 * Returns: (transfer none) (nullable): the button, which is visible or will be when its window is
 */
GtkWidget *
ui_fixture_find_button (GtkWidget  *root,
                        const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root) && !GTK_IS_ROOT (root))
    return NULL;

  if (GTK_IS_BUTTON (root))
    {
      g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                                   label);

      if (other == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = ui_fixture_find_button (child, label);

  return found;
}

/* Numbers, switches and texts; what is made anew for each widget, such as objects, says nothing. */
static void
describe_properties (GtkWidget *widget,
                     GString   *text)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autofree char *content = NULL;

      if ((specs[i]->flags & G_PARAM_READABLE) == 0 || (specs[i]->flags & G_PARAM_DEPRECATED) != 0
          || G_TYPE_IS_OBJECT (specs[i]->value_type) || G_TYPE_IS_INTERFACE (specs[i]->value_type)
          || (G_TYPE_IS_BOXED (specs[i]->value_type) && specs[i]->value_type != G_TYPE_STRV))
        continue;

      g_object_get_property (G_OBJECT (widget), specs[i]->name, &value);
      content = g_strdup_value_contents (&value);
      g_string_append_printf (text, " %s=%s", specs[i]->name, content);
    }
}

static void
describe_accessible (GtkWidget *widget,
                     GString   *text)
{
  const GtkAccessibleProperty told[] = { GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                         GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                         GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                         GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *content =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), told[i], "(none of them)");

      g_string_append_printf (text, " told-%u=%s", i, content);
    }
}

static void
describe (GtkWidget *widget,
          guint      depth,
          GString   *text)
{
  g_string_append_printf (text, "%*s%s", 2 * (int) depth, "", G_OBJECT_TYPE_NAME (widget));
  describe_properties (widget, text);
  describe_accessible (widget, text);
  g_string_append_c (text, '\n');

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, depth + 1, text);
}

/**
 * ui_fixture_describe:
 * @root: a widget
 *
 * Returns: (transfer full): all that the widget and those in it have as properties (texts,
 *   tooltips, names, style classes, titles, sizes) and tell a screen reader, one widget a line
 */
char *
ui_fixture_describe (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  describe (root, 0, text);

  return g_string_free (text, FALSE);
}

/**
 * ui_fixture_assert_same:
 * @description: what ui_fixture_describe() said of a widget
 * @other: what it said of another
 *
 * Fails with the first line that differs.
 */
void
ui_fixture_assert_same (const char *description,
                        const char *other)
{
  g_auto(GStrv) lines = g_strsplit (description, "\n", -1);
  g_auto(GStrv) other_lines = g_strsplit (other, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (other_lines));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, other_lines[i]);
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

/**
 * ui_fixture_destroy_window:
 * @window: a window
 *
 * Destroys the window, and fails where it or the widget in it outlives that.
 */
void
ui_fixture_destroy_window (GtkWidget *window)
{
  GtkWidget *child = gtk_window_get_child (GTK_WINDOW (window));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_wait_until (is_gone, &child, "the end of the widget");
  ui_fixture_wait_until (is_gone, &window, "the end of the window");
}
