/* test-signature-line.c: the line under a card that the guess is signed on and the truth inked on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-parts.h"
#include "byl-signature-line.h"

#include <adwaita.h>
#include <string.h>

static BylSignatureLine *
create_line (const char *guess,
             const char *truth,
             gboolean    revealed)
{
  GtkWidget *line = g_object_new (BYL_TYPE_SIGNATURE_LINE,
                                  "letter", "C",
                                  "guess", guess,
                                  "truth", truth,
                                  "revealed", revealed,
                                  NULL);

  return BYL_SIGNATURE_LINE (g_object_ref_sink (line));
}

static void
assert_spoken (const char *guess,
               const char *truth,
               gboolean    revealed,
               const char *expected)
{
  BylSignatureLine *line = create_line (guess, truth, revealed);

  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_finalize_object (line);
}

/* Returns: (nullable): the label that shows @text and can be seen */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;

  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkEventController *
find_drop_target (BylSignatureLine *line)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (line));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller; /* the line holds another reference */
    }

  return NULL;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
dropped_cb (BylSignatureLine  *line,
            const char        *name,
            char             **dropped)
{
  g_free (*dropped);
  *dropped = g_strdup (name);
}

static gboolean
drop (BylSignatureLine *line,
      const char       *name)
{
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, name);
  g_signal_emit_by_name (find_drop_target (line), "drop", &value, 1.0, 1.0, &taken);

  return taken;
}

static void
test_only_a_new_value_notifies (void)
{
  BylSignatureLine *line = create_line ("GUESS", "TRUTH", FALSE);
  guint count = 0;

  g_signal_connect (line, "notify::letter", G_CALLBACK (count_cb), &count);
  g_signal_connect (line, "notify::guess", G_CALLBACK (count_cb), &count);
  g_signal_connect (line, "notify::truth", G_CALLBACK (count_cb), &count);
  g_signal_connect (line, "notify::revealed", G_CALLBACK (count_cb), &count);
  g_object_set (line, "letter", "C", "guess", "GUESS", "truth", "TRUTH", "revealed", FALSE, NULL);
  g_assert_cmpuint (count, ==, 0);

  byl_signature_line_set_letter (line, "D");
  g_assert_cmpuint (count, ==, 1);
  byl_signature_line_set_guess (line, NULL);
  g_assert_cmpuint (count, ==, 2);
  byl_signature_line_set_truth (line, "OTHER");
  g_assert_cmpuint (count, ==, 3);
  byl_signature_line_set_revealed (line, TRUE);
  g_assert_cmpuint (count, ==, 4);

  g_assert_cmpstr (byl_signature_line_get_letter (line), ==, "D");
  g_assert_null (byl_signature_line_get_guess (line));
  g_assert_cmpstr (byl_signature_line_get_truth (line), ==, "OTHER");
  g_assert_true (byl_signature_line_get_revealed (line));
  g_assert_finalize_object (line);
}

static void
test_says_what_it_shows (void)
{
  assert_spoken (NULL, NULL, FALSE, "Sign answer C");
  assert_spoken ("GUESS", NULL, FALSE, "Answer C, signed GUESS");
  assert_spoken ("TRUTH", "TRUTH", TRUE, "Written by TRUTH. Right.");
  assert_spoken ("GUESS", "TRUTH", TRUE, "Written by TRUTH. You signed GUESS.");
  assert_spoken (NULL, "TRUTH", TRUE, "Written by TRUTH. You did not sign.");
}

static void
test_says_nothing_of_the_truth_before_the_reveal (void)
{
  BylSignatureLine *line = create_line ("GUESS", "TRUTH", FALSE);

  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Answer C, signed GUESS");
  g_assert_null (find_label (GTK_WIDGET (line), "TRUTH"));
  g_assert_null (gtk_widget_get_tooltip_text (GTK_WIDGET (line)));

  byl_signature_line_set_revealed (line, TRUE);
  g_assert_nonnull (find_label (GTK_WIDGET (line), "TRUTH"));
  g_assert_finalize_object (line);
}

static void
test_revealed_without_the_truth_stays_in_pencil (void)
{
  assert_spoken ("GUESS", NULL, TRUE, "Answer C, signed GUESS");
}

static void
test_a_right_name_is_inked_once (void)
{
  BylSignatureLine *line = create_line ("TRUTH", "TRUTH", TRUE);
  GtkWidget *label = find_label (GTK_WIDGET (line), "TRUTH");
  GtkWidget *mark = find_label (GTK_WIDGET (line), "✓ Right");

  g_assert_true (gtk_widget_has_css_class (label, "ink"));
  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_has_css_class (mark, "success"));
  g_assert_null (find_label (GTK_WIDGET (line), "✗"));

  /* The pencil is gone: no second label bears the name. */
  gtk_widget_set_visible (label, FALSE);
  g_assert_null (find_label (GTK_WIDGET (line), "TRUTH"));
  g_assert_finalize_object (line);
}

static void
test_a_wrong_name_is_struck_through (void)
{
  BylSignatureLine *line = create_line ("GUESS", "TRUTH", TRUE);
  GtkWidget *pencil = find_label (GTK_WIDGET (line), "GUESS");
  GtkWidget *mark = find_label (GTK_WIDGET (line), "✗");

  g_assert_true (gtk_widget_has_css_class (pencil, "struck"));
  g_assert_true (gtk_widget_has_css_class (find_label (GTK_WIDGET (line), "TRUTH"), "ink"));
  g_assert_nonnull (mark);
  g_assert_true (gtk_widget_has_css_class (mark, "error"));

  byl_signature_line_set_revealed (line, FALSE);
  g_assert_false (gtk_widget_has_css_class (pencil, "struck"));
  g_assert_null (find_label (GTK_WIDGET (line), "✗"));
  g_assert_finalize_object (line);
}

static void
test_markup_in_a_name_is_shown_as_typed (void)
{
  BylSignatureLine *line = create_line ("<b>x</b>", "A &amp; B", TRUE);

  g_assert_nonnull (find_label (GTK_WIDGET (line), "<b>x</b>"));
  g_assert_nonnull (find_label (GTK_WIDGET (line), "A &amp; B"));
  g_assert_finalize_object (line);
}

static void
assert_inside (GtkWidget *outer,
               GtkWidget *inner)
{
  graphene_rect_t bounds;

  g_assert_nonnull (inner);
  g_assert_true (gtk_widget_compute_bounds (inner, outer, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (outer));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (outer));
  g_assert_cmpfloat (bounds.size.width, >, 20);
}

static void
test_long_names_stay_in_a_narrow_card (void)
{
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  g_autofree char *guess = g_strnfill (500, 'g');
  g_autofree char *truth = g_strnfill (500, 't');

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      BylSignatureLine *line = create_line (guess, truth, TRUE);
      GtkAllocation allocation = { 0, 0, 240, 0 };
      GtkWidget *window = gtk_window_new ();
      int minimum;

      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (line));
      gtk_widget_set_direction (GTK_WIDGET (line), directions[i]);
      gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 240);
      gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_VERTICAL, 240, &allocation.height,
                          NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (line), &allocation, -1);
      assert_inside (GTK_WIDGET (line), find_label (GTK_WIDGET (line), guess));
      assert_inside (GTK_WIDGET (line), find_label (GTK_WIDGET (line), truth));

      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (line);
    }
}

static void
test_signing_does_not_move_the_line (void)
{
  BylSignatureLine *line = create_line (NULL, NULL, FALSE);
  int empty;
  int signed_height;

  gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_VERTICAL, 300, &empty, NULL, NULL, NULL);
  byl_signature_line_set_guess (line, "GUESS");
  gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_VERTICAL, 300, &signed_height,
                      NULL, NULL, NULL);
  g_assert_cmpint (empty, ==, signed_height);
  g_assert_finalize_object (line);
}

static void
test_a_dropped_name_is_handed_on (void)
{
  BylSignatureLine *line = create_line (NULL, "TRUTH", FALSE);
  g_autofree char *dropped = NULL;

  g_signal_connect (line, "name-dropped", G_CALLBACK (dropped_cb), &dropped);
  g_assert_true (drop (line, "some-id"));
  g_assert_cmpstr (dropped, ==, "some-id");

  byl_signature_line_set_revealed (line, TRUE);
  g_assert_false (drop (line, "other-id"));
  g_assert_cmpstr (dropped, ==, "some-id");
  g_assert_finalize_object (line);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  gtk_test_init (&argc, &argv);
  adw_init ();
  byl_parts_init ();

  g_test_add_func ("/signature-line/only-a-new-value-notifies", test_only_a_new_value_notifies);
  g_test_add_func ("/signature-line/says-what-it-shows", test_says_what_it_shows);
  g_test_add_func ("/signature-line/says-nothing-of-the-truth-before-the-reveal",
                   test_says_nothing_of_the_truth_before_the_reveal);
  g_test_add_func ("/signature-line/revealed-without-the-truth-stays-in-pencil",
                   test_revealed_without_the_truth_stays_in_pencil);
  g_test_add_func ("/signature-line/a-right-name-is-inked-once", test_a_right_name_is_inked_once);
  g_test_add_func ("/signature-line/a-wrong-name-is-struck-through",
                   test_a_wrong_name_is_struck_through);
  g_test_add_func ("/signature-line/markup-in-a-name-is-shown-as-typed",
                   test_markup_in_a_name_is_shown_as_typed);
  g_test_add_func ("/signature-line/long-names-stay-in-a-narrow-card",
                   test_long_names_stay_in_a_narrow_card);
  g_test_add_func ("/signature-line/signing-does-not-move-the-line",
                   test_signing_does_not_move_the_line);
  g_test_add_func ("/signature-line/a-dropped-name-is-handed-on",
                   test_a_dropped_name_is_handed_on);

  return g_test_run ();
}
