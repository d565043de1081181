/* test-writer-choice.c: models are found, typed, named, and sent what was set and nothing else
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"
#include "byl-key-group.h"
#include "byl-writer-choice-details.h"
#include "byl-writer-choice-list.h"
#include "byl-writer-choice-page.h"
#include "byl-writer-choice-settings.h"
#include "byl-writer-choice-window.h"
#include "loopback.h"
#include "studio-fixture.h"
#include "ui-fixture.h"

#include <string.h>

#define CANARY "sk-canary-71c5"

typedef struct
{
  SoupServer  *server;
  SoupSession *session;
  BylKeys     *keys;
  GPtrArray   *providers;
  GtkWidget   *window;  /* (nullable): that of a test */
  GPtrArray   *chosen;  /* (nullable): what the window told */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->server = studio_fixture_start_server ();
  fixture->session = byl_ask_session_new ();
  fixture->keys = byl_keys_new ();
  fixture->providers = studio_fixture_new_providers (fixture->server);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->window != NULL)
    ui_fixture_destroy_window (fixture->window);

  g_clear_pointer (&fixture->chosen, g_ptr_array_unref);
  g_ptr_array_unref (fixture->providers);
  g_object_add_weak_pointer (G_OBJECT (fixture->keys), (gpointer *) &fixture->keys);
  g_object_unref (fixture->keys);
  ui_fixture_wait_until (is_gone, &fixture->keys, "the end of the keys");
  g_object_unref (fixture->session);
  loopback_stop (fixture->server);
}

static void
chosen_cb (Fixture   *fixture,
           GPtrArray *writers)
{
  fixture->chosen = g_ptr_array_ref (writers);
  fixture->window = NULL; /* it closes itself */
}

static void
open_window (Fixture    *fixture,
             const char *provider)
{
  BylWriterOrigin origin = { .provider = (char *) provider };

  fixture->window = GTK_WIDGET (byl_writer_choice_window_new (NULL, fixture->providers,
                                                              fixture->keys, fixture->session,
                                                              &origin));
  g_signal_connect_swapped (fixture->window, "chosen", G_CALLBACK (chosen_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->window,
                                                    BYL_TYPE_WRITER_CHOICE_WINDOW, name));
}

static gboolean
can_add (gpointer data)
{
  return gtk_widget_get_sensitive (ui_fixture_find_button (((Fixture *) data)->window, "Add"));
}

static gboolean
cannot_add (gpointer data)
{
  return !can_add (data);
}

static gboolean
can_test (gpointer data)
{
  return gtk_widget_get_sensitive (ui_fixture_find_button (((Fixture *) data)->window, "Test"));
}

static gboolean
has_failed (gpointer data)
{
  return gtk_widget_has_css_class (get_part (data, "result"), "error");
}

static gboolean
has_switch (gpointer data)
{
  return studio_fixture_find (((Fixture *) data)->window, GTK_TYPE_SWITCH) != NULL;
}

static gboolean
has_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen != NULL;
}

static GtkEditable *
get_name_entry (Fixture *fixture)
{
  return studio_fixture_find (get_part (fixture, "models"), ADW_TYPE_ENTRY_ROW);
}

static GtkEditable *
get_key_entry (Fixture *fixture)
{
  return studio_fixture_find (fixture->window, ADW_TYPE_PASSWORD_ENTRY_ROW);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  gtk_widget_activate_action (fixture->window, action, NULL);
}

static const BylRecordingWriter *
get_chosen (Fixture *fixture)
{
  g_assert_cmpuint (fixture->chosen->len, ==, 1);

  return fixture->chosen->pdata[0];
}

static void
test_an_address_that_is_none_is_refused_in_place (Fixture       *fixture,
                                                  gconstpointer  user_data)
{
  open_window (fixture, "here");
  gtk_editable_set_text (get_name_entry (fixture), "any");
  ui_fixture_wait_until (can_add, fixture, "the button");
  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "address")), "ftp://models.example");
  ui_fixture_wait_until (has_failed, fixture, "the refusal");
  g_assert_false (can_add (fixture));
  g_assert_false (can_test (fixture));
}

static void
test_a_silent_server_is_told_in_place (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  open_window (fixture, "here");
  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "address")), "http://127.0.0.1:1");
  ui_fixture_wait_until (can_test, fixture, "the button");
  activate (fixture, "models.test");
  ui_fixture_wait_until (has_failed, fixture, "the refusal");
  g_assert_true (can_test (fixture));
}

static void
test_enter_in_the_address_tests_it_at_once (Fixture       *fixture,
                                            gconstpointer  user_data)
{
  GtkEditable *address;
  g_autofree char *typed = NULL;

  open_window (fixture, "here");
  address = GTK_EDITABLE (get_part (fixture, "address"));
  typed = g_strconcat (gtk_editable_get_text (address), "/", NULL);
  gtk_editable_set_text (address, typed);
  g_assert_false (can_test (fixture));
  g_signal_emit_by_name (address, "entry-activated");
  ui_fixture_wait_until (has_switch, fixture, "the models");
}

static void
test_testing_lists_the_models (Fixture       *fixture,
                               gconstpointer  user_data)
{
  open_window (fixture, "here");
  g_assert_false (can_add (fixture));
  activate (fixture, "models.test");
  ui_fixture_wait_until (has_switch, fixture, "the models");
  gtk_switch_set_active (studio_fixture_find (fixture->window, GTK_TYPE_SWITCH), TRUE);
  ui_fixture_wait_until (can_add, fixture, "the button");
  activate (fixture, "models.add");
  ui_fixture_wait_until (has_chosen, fixture, "the choice");
  g_assert_cmpstr (get_chosen (fixture)->model, ==, STUDIO_QUICK);
  g_assert_cmpstr (get_chosen (fixture)->name, ==, STUDIO_QUICK);
  g_assert_cmpstr (get_chosen (fixture)->provider, ==, "here");
  g_assert_false (get_chosen (fixture)->pasted);
}

static void
test_a_name_can_be_typed_that_no_list_shows (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  open_window (fixture, "here");
  gtk_editable_set_text (get_name_entry (fixture), "  my-own:7b ");
  ui_fixture_wait_until (can_add, fixture, "the button");
  activate (fixture, "models.add");
  ui_fixture_wait_until (has_chosen, fixture, "the choice");
  g_assert_cmpstr (get_chosen (fixture)->model, ==, "my-own:7b");
}

static void
test_what_is_typed_narrows_the_list (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  g_autoptr(BylWriterChoiceList) list = g_object_ref_sink (
    g_object_new (BYL_TYPE_WRITER_CHOICE_LIST, NULL));
  g_autoptr(GPtrArray) chosen = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkEditable *entry = studio_fixture_find (list, ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < 300; i++)
    g_ptr_array_add (names, g_strdup_printf ("maker/Model-%u", i));
  g_ptr_array_add (names, NULL);

  byl_writer_choice_list_set_provider (list, fixture->providers->pdata[1],
                                       (const char * const *) names->pdata);
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (list), GTK_TYPE_SWITCH), ==, 24);
  gtk_editable_set_text (entry, "model-29");
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (list), GTK_TYPE_SWITCH), ==, 11);
  gtk_switch_set_active (studio_fixture_find (list, GTK_TYPE_SWITCH), TRUE);
  gtk_editable_set_text (entry, "nothing of the kind");
  g_assert_cmpuint (ui_fixture_count_shown (GTK_WIDGET (list), GTK_TYPE_SWITCH), ==, 1);
  chosen = byl_writer_choice_list_dup_chosen (list);
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpstr (chosen->pdata[0], ==, "maker/Model-29");
}

static void
test_who_wants_a_key_is_not_added_without (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  open_window (fixture, "paid");
  ui_fixture_settle ();
  gtk_editable_set_text (get_name_entry (fixture), "any");
  /* It is known only when the keyring has answered. */
  ui_fixture_wait_until (cannot_add, fixture, "the button to go");
  gtk_editable_set_text (get_key_entry (fixture), CANARY);
  ui_fixture_wait_until (can_add, fixture, "the button");
  activate (fixture, "models.add");
  ui_fixture_wait_until (has_chosen, fixture, "the choice");
  g_assert_cmpint (byl_keys_where (fixture->keys, fixture->providers->pdata[0],
                                   "https://models.example/v1"), !=, BYL_KEY_NONE);
}

static gboolean
is_key_gone (gpointer data)
{
  return byl_keys_where (((Fixture *) data)->keys, ((Fixture *) data)->providers->pdata[1], NULL)
         == BYL_KEY_NONE;
}

static void
test_a_key_is_kept_shown_nowhere_and_forgotten (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  g_autofree char *description = NULL;
  GtkWidget *forget;

  open_window (fixture, "here");
  gtk_editable_set_text (get_key_entry (fixture), CANARY);
  activate (fixture, "models.test");
  ui_fixture_wait_until (has_switch, fixture, "the models");
  g_assert_cmpstr (gtk_editable_get_text (get_key_entry (fixture)), ==, "");
  g_assert_false (is_key_gone (fixture));
  description = ui_fixture_describe (fixture->window);
  g_assert_null (strstr (description, CANARY));
  forget = ui_fixture_find_button (fixture->window, "Remove the Key");
  g_assert_nonnull (forget);
  g_signal_emit_by_name (forget, "clicked");
  ui_fixture_wait_until (is_key_gone, fixture, "the end of the key");
}

static void
test_a_pasted_model_needs_a_name_alone (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  open_window (fixture, "");
  g_assert_false (can_add (fixture));
  g_signal_emit_by_name (get_part (fixture, "name"), "entry-activated");
  g_assert_null (fixture->chosen);
  gtk_editable_set_text (GTK_EDITABLE (get_part (fixture, "name")), " A Model ");
  g_assert_true (can_add (fixture));
  g_signal_emit_by_name (get_part (fixture, "name"), "entry-activated");
  g_assert_true (get_chosen (fixture)->pasted);
  g_assert_cmpstr (get_chosen (fixture)->name, ==, "A Model");
  g_assert_null (get_chosen (fixture)->maker);
  g_assert_null (get_chosen (fixture)->address);
}

static BylWriterChoicePage *
open_page (Fixture            *fixture,
           const char * const *models)
{
  g_autoptr(BylRecordingPlan) plan = studio_fixture_new_plan (fixture->server, 3, models);
  GtkWidget *page = byl_writer_choice_page_new (fixture->providers, fixture->keys,
                                                fixture->session);

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  byl_writer_choice_page_set_plan (BYL_WRITER_CHOICE_PAGE (page), plan);

  return BYL_WRITER_CHOICE_PAGE (page);
}

static void
test_one_model_is_not_enough (Fixture       *fixture,
                              gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, NULL };
  BylWriterChoicePage *page = open_page (fixture, models);
  g_autoptr(GPtrArray) more = g_ptr_array_new_with_free_func (
    (GDestroyNotify) byl_recording_writer_free);

  g_assert_false (byl_writer_choice_page_get_ready (page));
  g_ptr_array_add (more, byl_writer_choice_make_pasted ("Another", ""));
  byl_writer_choice_page_add (page, more);
  g_assert_true (byl_writer_choice_page_get_ready (page));
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (page), "Remove " STUDIO_QUICK),
                         "clicked");
  g_assert_false (byl_writer_choice_page_get_ready (page));
  g_assert_cmpuint (byl_writer_choice_page_get_plan (page)->writers->len, ==, 1);
}

static void
test_two_models_of_one_name_are_told (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_QUICK, NULL };
  BylWriterChoicePage *page = open_page (fixture, models);

  g_assert_false (byl_writer_choice_page_get_ready (page));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_widget_get_template_child (
    GTK_WIDGET (page), BYL_TYPE_WRITER_CHOICE_PAGE, "problems"))));
}

static void
test_only_what_was_set_is_sent (Fixture       *fixture,
                                gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, NULL };
  BylWriterChoicePage *page = open_page (fixture, models);
  const BylRecordingPlan *plan = byl_writer_choice_page_get_plan (page);
  BylWriterChoiceSettings *settings =
    studio_fixture_find (page, BYL_TYPE_WRITER_CHOICE_SETTINGS);
  GtkEditable *temperature = GTK_EDITABLE (gtk_widget_get_template_child (
    GTK_WIDGET (settings), BYL_TYPE_WRITER_CHOICE_SETTINGS, "temperature"));
  GtkEditable *length = GTK_EDITABLE (gtk_widget_get_template_child (
    GTK_WIDGET (settings), BYL_TYPE_WRITER_CHOICE_SETTINGS, "length"));

  g_assert_null (plan->parameters);
  g_assert_null (plan->system);
  gtk_editable_set_text (temperature, "warm");
  g_assert_false (byl_writer_choice_page_get_ready (page));
  gtk_editable_set_text (temperature, "2.5");
  g_assert_false (byl_writer_choice_page_get_ready (page));
  gtk_editable_set_text (temperature, "0,7");
  g_assert_true (byl_writer_choice_page_get_ready (page));
  g_assert_cmpfloat (json_object_get_double_member (plan->parameters, "temperature"), ==, 0.7);
  g_assert_false (json_object_has_member (plan->parameters, "max_tokens"));
  gtk_editable_set_text (length, "-5");
  g_assert_false (byl_writer_choice_page_get_ready (page));
  gtk_editable_set_text (length, "900");
  g_assert_cmpint (json_object_get_int_member (plan->parameters, "max_tokens"), ==, 900);
  gtk_editable_set_text (length, "");
  gtk_editable_set_text (temperature, "");
  g_assert_null (plan->parameters);
}

static void
test_settings_keep_what_they_do_not_show (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  g_autoptr(BylWriterChoiceSettings) settings = g_object_ref_sink (
    g_object_new (BYL_TYPE_WRITER_CHOICE_SETTINGS, NULL));
  g_autoptr(JsonObject) parameters = json_object_new ();
  g_autoptr(JsonObject) kept = NULL;
  g_autofree char *system = NULL;

  json_object_set_int_member (parameters, "seed", 7);
  json_object_set_double_member (parameters, "temperature", 0.25);
  byl_writer_choice_settings_set (settings, "Be brief.\n", parameters);
  kept = byl_writer_choice_settings_dup_parameters (settings);
  system = byl_writer_choice_settings_dup_system (settings);
  g_assert_cmpint (json_object_get_int_member (kept, "seed"), ==, 7);
  g_assert_cmpfloat (json_object_get_double_member (kept, "temperature"), ==, 0.25);
  g_assert_cmpuint (json_object_get_size (kept), ==, 2);
  g_assert_cmpstr (system, ==, "Be brief.");
}

static void
edited_cb (BylRecordingWriter **kept,
           BylRecordingWriter  *writer)
{
  *kept = byl_recording_writer_copy (writer);
}

static void
test_a_model_can_be_renamed_and_sent_something_else (Fixture       *fixture,
                                                     gconstpointer  user_data)
{
  g_autoptr(BylRecordingWriter) writer = byl_recording_writer_new ("old");
  g_autoptr(BylRecordingWriter) edited = NULL;
  GtkWindow *window;
  GtkWidget *done;
  GtkEditable *name;

  writer->pasted = FALSE;
  writer->model = g_strdup ("old-1");
  window = byl_writer_choice_details_new (NULL, writer);
  g_signal_connect_swapped (window, "edited", G_CALLBACK (edited_cb), &edited);
  gtk_window_present (window);
  name = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                      BYL_TYPE_WRITER_CHOICE_DETAILS, "name"));
  done = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                    BYL_TYPE_WRITER_CHOICE_DETAILS, "done"));
  gtk_editable_set_text (name, " ");
  g_assert_false (gtk_widget_get_sensitive (done));
  gtk_editable_set_text (name, "New");
  adw_expander_row_set_enable_expansion (
    studio_fixture_find (window, BYL_TYPE_WRITER_CHOICE_SETTINGS), TRUE);
  g_assert_true (gtk_widget_get_sensitive (done));
  g_signal_emit_by_name (done, "clicked");
  g_assert_cmpstr (edited->name, ==, "New");
  g_assert_cmpstr (edited->model, ==, "old-1");
  g_assert_cmpstr (edited->system, ==, "");
  g_assert_cmpuint (json_object_get_size (edited->parameters), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/writer-choice/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  ADD ("an-address-that-is-none-is-refused-in-place",
       test_an_address_that_is_none_is_refused_in_place);
  ADD ("a-silent-server-is-told-in-place", test_a_silent_server_is_told_in_place);
  ADD ("enter-in-the-address-tests-it-at-once", test_enter_in_the_address_tests_it_at_once);
  ADD ("testing-lists-the-models", test_testing_lists_the_models);
  ADD ("a-name-can-be-typed-that-no-list-shows", test_a_name_can_be_typed_that_no_list_shows);
  ADD ("what-is-typed-narrows-the-list", test_what_is_typed_narrows_the_list);
  ADD ("who-wants-a-key-is-not-added-without", test_who_wants_a_key_is_not_added_without);
  ADD ("a-key-is-kept-shown-nowhere-and-forgotten",
       test_a_key_is_kept_shown_nowhere_and_forgotten);
  ADD ("a-pasted-model-needs-a-name-alone", test_a_pasted_model_needs_a_name_alone);
  ADD ("one-model-is-not-enough", test_one_model_is_not_enough);
  ADD ("two-models-of-one-name-are-told", test_two_models_of_one_name_are_told);
  ADD ("only-what-was-set-is-sent", test_only_what_was_set_is_sent);
  ADD ("settings-keep-what-they-do-not-show", test_settings_keep_what_they_do_not_show);
  ADD ("a-model-can-be-renamed-and-sent-something-else",
       test_a_model_can_be_renamed_and_sent_something_else);

  return g_test_run ();
}
