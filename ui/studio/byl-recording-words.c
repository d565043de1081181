/* byl-recording-words.c: what is said of a recording
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-words.h"

#include "byl-text-box.h"

#include <glib/gi18n.h>

/* The oldest date among the prices that an estimate rests on. */
static const char *
find_date (const BylRecordingPlan *plan,
           GPtrArray              *providers)
{
  const char *oldest = NULL;

  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = plan->writers->pdata[i];
      const BylProvider *provider = byl_providers_find (providers, writer->provider);
      const BylProviderModel *model = provider != NULL && writer->model != NULL
                                        ? byl_provider_find_model (provider, writer->model) : NULL;

      if (model != NULL && model->as_of != NULL
          && (oldest == NULL || g_strcmp0 (model->as_of, oldest) < 0))
        oldest = model->as_of;
    }

  return oldest;
}

/**
 * byl_recording_words_new_trouble:
 * @sentence: what is the matter, shown as it is
 * @is_error: whether it has to be mended
 *
 * Returns: (transfer floating): the sentence, with an icon as well as a colour
 */
GtkWidget *
byl_recording_words_new_trouble (const char *sentence,
                                 gboolean    is_error)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic"
                                                           : "dialog-warning-symbolic");
  GtkWidget *label = byl_text_box_new_label (sentence, NULL);

  gtk_widget_add_css_class (row, is_error ? "error" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

/**
 * byl_recording_words_dup_origin:
 * @writer: a model
 * @providers: (element-type BylProvider): who can be asked
 *
 * Returns: (transfer full): where its answers come from
 */
char *
byl_recording_words_dup_origin (const BylRecordingWriter *writer,
                                GPtrArray                *providers)
{
  const BylProvider *provider = byl_providers_find (providers, writer->provider);
  gboolean is_own = writer->system != NULL || writer->parameters != NULL;
  const char *from;

  if (writer->pasted)
    return g_strdup (_("You paste its answers"));

  from = provider != NULL ? provider->name : writer->address;

  return is_own
           /* Translators: a provider, and its own name for a model. */
           ? g_strdup_printf (_("%s · %s · something else is sent"), from, writer->model)
           /* Translators: a provider, and its own name for a model. */
           : g_strdup_printf (_("%s · %s"), from, writer->model);
}

/**
 * byl_recording_words_count_pasted:
 * @plan: a plan
 *
 * Returns: how many answers are to be pasted
 */
guint
byl_recording_words_count_pasted (const BylRecordingPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->writers->len; i++)
    n += ((BylRecordingWriter *) plan->writers->pdata[i])->pasted ? plan->questions->len : 0;

  return n;
}

/**
 * byl_recording_words_count_unpasted:
 * @recording: a recording
 *
 * Answers are pasted in the order in which byl_recording_next_paste() asks for them, so that all
 * behind the next one are missing.
 *
 * Returns: how many answers are still to be pasted
 */
guint
byl_recording_words_count_unpasted (BylRecording *recording)
{
  const BylRecordingPlan *plan = byl_recording_get_plan (recording);
  guint question;
  guint next;
  guint n = 0;

  if (!byl_recording_next_paste (recording, &question, &next))
    return 0;

  for (guint i = next; i < plan->writers->len; i++)
    n += ((BylRecordingWriter *) plan->writers->pdata[i])->pasted ? plan->questions->len : 0;

  return n - question;
}

/**
 * byl_recording_words_dup_estimate:
 * @plan: a plan
 * @providers: (element-type BylProvider): with their prices
 *
 * Returns: (transfer full): how many answers are asked for and pasted, what that may cost, and of
 *   when the prices are
 */
char *
byl_recording_words_dup_estimate (const BylRecordingPlan *plan,
                                  GPtrArray              *providers)
{
  guint n_pasted = byl_recording_words_count_pasted (plan);
  const char *date = find_date (plan, providers);
  g_autofree char *currency = NULL;
  GString *text = g_string_new (NULL);
  double amount;

  if (byl_recording_plan_count_calls (plan) > 0)
    {
      g_autofree char *cost = byl_recording_plan_describe_cost (plan, providers);

      g_string_append (text, cost);

      if (date != NULL && byl_recording_plan_estimate (plan, providers, &amount, &currency)
          && currency != NULL)
        {
          g_string_append_c (text, ' ');
          /* Translators: %s is a date such as 2026-10. */
          g_string_append_printf (text, _("The prices are those of %s."), date);
        }
    }

  if (n_pasted > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("You paste %u answer.", "You paste %u answers.",
                                              n_pasted), n_pasted);
    }

  return g_string_free (text, FALSE);
}

/**
 * byl_recording_words_dup_progress:
 * @recording: a recording
 *
 * Returns: (transfer full): how many answers are there
 */
char *
byl_recording_words_dup_progress (BylRecording *recording)
{
  guint n_expected = byl_recording_get_n_expected (recording);
  guint n_done = byl_recording_get_n_done (recording);
  guint n_failed = byl_recording_get_n_failed (recording);

  if (n_failed == 0)
    /* Translators: how many answers are there, and how many there will be. */
    return g_strdup_printf (ngettext ("%u of %u answer", "%u of %u answers", n_expected), n_done,
                            n_expected);

  /* Translators: how many answers are there, will be there, and did not come when asked for. */
  return g_strdup_printf (ngettext ("%u of %u answer; %u did not come",
                                    "%u of %u answers; %u did not come", n_expected),
                          n_done, n_expected, n_failed);
}

/**
 * byl_recording_words_can_play:
 * @n_playable: questions with answers to tell apart
 * @n_questions: all questions
 *
 * Returns: whether that is enough to play
 */
gboolean
byl_recording_words_can_play (guint n_playable,
                              guint n_questions)
{
  return n_playable > 0 && n_playable >= MIN (n_questions, BYL_RECORDING_PLAYABLE);
}

/**
 * byl_recording_words_dup_playable:
 * @recording: a recording
 *
 * Returns: (transfer full): how many questions can be played already, or what is missing
 */
char *
byl_recording_words_dup_playable (BylRecording *recording)
{
  guint n = byl_recording_get_n_playable (recording);
  guint n_all = byl_recording_get_plan (recording)->questions->len;
  guint n_needed = MIN (n_all, BYL_RECORDING_PLAYABLE);

  if (n == n_all)
    return g_strdup (_("Every question can be played."));

  if (byl_recording_words_can_play (n, n_all))
    return g_strdup_printf (ngettext ("%u question can be played already.",
                                      "%u questions can be played already.", n), n);

  return g_strdup_printf (ngettext ("It can be played once %u question has two answers.",
                                    "It can be played once %u questions have two answers.",
                                    n_needed), n_needed);
}

/**
 * byl_recording_words_dup_summary:
 * @summary: a recording in the list
 *
 * Returns: (transfer full): how large it is, and how far
 */
char *
byl_recording_words_dup_summary (const BylRecordingSummary *summary)
{
  g_autofree char *questions =
    g_strdup_printf (ngettext ("%u question", "%u questions", summary->n_questions),
                     summary->n_questions);
  g_autofree char *models =
    g_strdup_printf (ngettext ("%u model", "%u models", summary->n_writers), summary->n_writers);

  if (summary->n_done >= summary->n_expected)
    /* Translators: “10 questions” and “3 models”. */
    return g_strdup_printf (_("%s · %s · complete"), questions, models);

  /* Translators: “10 questions”, “3 models”, how many answers are there, how many there will be. */
  return g_strdup_printf (_("%s · %s · %u of %u answers"), questions, models, summary->n_done,
                          summary->n_expected);
}
