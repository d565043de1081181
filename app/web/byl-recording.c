/* byl-recording.c: a pack in the making: its questions, and the answers as they come in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording.h"

#include "byl-error.h"
#include "byl-recording-names.h"
#include "byl-recording-private.h"
#include "byl-recording-reading.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_PHASE,
  PROP_N_EXPECTED,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_N_CHARACTERS,
  PROP_N_PLAYABLE,
  PROP_N_TROUBLES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return BYL_TYPE_RECORDING_QUESTION;
}

static guint
get_n_items (GListModel *model)
{
  return BYL_RECORDING (model)->questions->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *questions = BYL_RECORDING (model)->questions;

  return position < questions->len ? g_object_ref (g_ptr_array_index (questions, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BylRecording, byl_recording, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
byl_recording_dispose (GObject *object)
{
  BylRecording *self = BYL_RECORDING (object);

  if (self->recorder != NULL)
    byl_recorder_stop (self->recorder);
  g_clear_pointer (&self->recorder, byl_recorder_unref);

  G_OBJECT_CLASS (byl_recording_parent_class)->dispose (object);
}

static void
byl_recording_finalize (GObject *object)
{
  BylRecording *self = BYL_RECORDING (object);
  guint n_slots = self->slots != NULL ? self->plan->questions->len * self->plan->writers->len : 0;

  for (guint i = 0; i < n_slots; i++)
    byl_recording_answer_free (self->slots[i].answer);
  g_free (self->slots);
  g_free (self->begun);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->troubles);
  byl_recording_identity_clear (&self->identity);
  byl_recording_plan_free (self->plan);
  g_clear_pointer (&self->store, byl_recording_store_free);

  G_OBJECT_CLASS (byl_recording_parent_class)->finalize (object);
}

static void
byl_recording_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BylRecording *self = BYL_RECORDING (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->plan->title);
      break;

    case PROP_PHASE:
      g_value_set_uint (value, self->phase);
      break;

    case PROP_N_EXPECTED:
      g_value_set_uint (value, byl_recording_get_n_expected (self));
      break;

    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;

    case PROP_N_FAILED:
      g_value_set_uint (value, self->n_failed);
      break;

    case PROP_N_CHARACTERS:
      g_value_set_uint64 (value, self->n_characters);
      break;

    case PROP_N_PLAYABLE:
      g_value_set_uint (value, byl_recording_get_n_playable (self));
      break;

    case PROP_N_TROUBLES:
      g_value_set_uint (value, self->troubles->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_recording_class_init (BylRecordingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = byl_recording_dispose;
  object_class->finalize = byl_recording_finalize;
  object_class->get_property = byl_recording_get_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_PHASE] =
    g_param_spec_uint ("phase", NULL, NULL, 0, BYL_RECORDING_COMPLETE, BYL_RECORDING_IDLE, flags);
  properties[PROP_N_EXPECTED] =
    g_param_spec_uint ("n-expected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CHARACTERS] =
    g_param_spec_uint64 ("n-characters", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_N_PLAYABLE] =
    g_param_spec_uint ("n-playable", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_TROUBLES] =
    g_param_spec_uint ("n-troubles", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_recording_init (BylRecording *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->troubles = g_ptr_array_new_with_free_func (byl_recording_trouble_free);
}

/* Tells of the counts, which are kept up to date by the slots. */
void
byl_recording_show_counts (BylRecording *self)
{
  const guint64 counts[BYL_RECORDING_N_COUNTS] = {
    self->n_done, self->n_failed, self->n_characters, byl_recording_get_n_playable (self),
  };
  gboolean complete = self->n_done == byl_recording_get_n_expected (self);
  BylRecordingPhase phase = complete ? BYL_RECORDING_COMPLETE
                            : self->recorder != NULL ? BYL_RECORDING_RUNNING : BYL_RECORDING_IDLE;

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < BYL_RECORDING_N_COUNTS; i++)
    if (self->shown[i] != counts[i])
      {
        self->shown[i] = counts[i];
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE + i]);
      }
  if (self->phase != phase)
    {
      self->phase = phase;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
lay_questions (BylRecording *self)
{
  guint n_questions = self->plan->questions->len;
  guint n_writers = self->plan->writers->len;

  self->slots = g_new0 (BylSlot, (gsize) n_questions * n_writers);
  self->begun = g_new0 (gboolean, n_questions);
  for (guint i = 0; i < n_questions; i++)
    {
      const BylQuestionLine *line = g_ptr_array_index (self->plan->questions, i);

      g_ptr_array_add (self->questions,
                       byl_recording_question_new (line->prompt, i, n_writers));
    }
}

/**
 * byl_recording_create: (constructor)
 * @parent_dir: the folder of recordings; it is made where it is missing
 * @plan: what is asked of whom
 * @error: return location for the error
 *
 * Makes a recording and its folder. The folder appears whole or not at all. This blocks.
 *
 * Errors: %BYL_ERROR_RECORDING where byl_recording_plan_check() finds something; %BYL_ERROR_SAVE
 * where the folder cannot be written.
 *
 * Returns: (transfer full) (nullable): a recording without answers; %NULL with @error set
 */
BylRecording *
byl_recording_create (GFile                   *parent_dir,
                      const BylRecordingPlan  *plan,
                      GError                 **error)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(BylRecording) self = NULL;
  g_autoptr(GBytes) bytes = NULL;

  byl_recording_plan_check (plan, problems);
  if (byl_recording_refuse (problems, error))
    return NULL;

  self = g_object_new (BYL_TYPE_RECORDING, NULL);
  self->plan = byl_recording_plan_copy (plan);
  byl_recording_name_writers (self->plan);
  byl_recording_make_identity (self->plan, &self->identity);
  bytes = byl_recording_file_write (self->plan, &self->identity);
  self->store = byl_recording_store_create (parent_dir, self->identity.id, bytes, error);
  if (self->store == NULL)
    return NULL;

  lay_questions (self);

  return g_steal_pointer (&self);
}

/**
 * byl_recording_open: (constructor)
 * @folder: the folder of a recording
 * @error: return location for the error
 *
 * Opens a recording with all answers that it has. A last answer that was only half written when the
 * program ended is taken out; answers that somebody has damaged are left out. Both are told by
 * byl_recording_dup_troubles(). This blocks.
 *
 * Errors: those of byl_load_file(); %BYL_ERROR_SYNTAX where the plan is not JSON, and
 * %BYL_ERROR_RECORDING where it has errors;
 * %BYL_ERROR_LOCKED where the recording is open already, here or elsewhere; %BYL_ERROR_SAVE where
 * it cannot be written.
 *
 * Returns: (transfer full) (nullable): the recording; %NULL with @error set
 */
BylRecording *
byl_recording_open (GFile   *folder,
                    GError **error)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylRecording) self = g_object_new (BYL_TYPE_RECORDING, NULL);

  self->store = byl_recording_store_open (folder, &bytes, error);
  if (self->store == NULL)
    return NULL;

  self->plan = byl_recording_file_read (bytes, &self->identity, problems, error);
  if (self->plan == NULL)
    return NULL;

  lay_questions (self);
  if (!byl_recording_read_answers (self, error))
    return NULL;

  byl_recording_show_all (self);

  return g_steal_pointer (&self);
}

/**
 * byl_recording_get_plan:
 * @self: a recording
 *
 * The plan names the writers, in an order that has nothing to do with the letters of their answers.
 *
 * Returns: (transfer none): what is asked of whom; every writer has an id
 */
const BylRecordingPlan *
byl_recording_get_plan (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return self->plan;
}

/**
 * byl_recording_get_folder:
 * @self: a recording
 *
 * Returns: (transfer none): where it is kept
 */
GFile *
byl_recording_get_folder (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return byl_recording_store_get_folder (self->store);
}

/**
 * byl_recording_get_id:
 * @self: a recording
 *
 * Returns: (transfer none): the id of its pack, always the same
 */
const char *
byl_recording_get_id (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return self->identity.id;
}

/**
 * byl_recording_get_title: (attributes org.gtk.Method.get_property=title)
 * @self: a recording
 *
 * Returns: (transfer none): the title of its pack
 */
const char *
byl_recording_get_title (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), NULL);

  return self->plan->title;
}

/**
 * byl_recording_get_phase: (attributes org.gtk.Method.get_property=phase)
 * @self: a recording
 *
 * Returns: how far it is
 */
BylRecordingPhase
byl_recording_get_phase (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), BYL_RECORDING_IDLE);

  return self->phase;
}

/**
 * byl_recording_get_n_expected: (attributes org.gtk.Method.get_property=n-expected)
 * @self: a recording
 *
 * Returns: how many answers it will have when it is complete
 */
guint
byl_recording_get_n_expected (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), 0);

  return self->plan->questions->len * self->plan->writers->len;
}

/**
 * byl_recording_get_n_done: (attributes org.gtk.Method.get_property=n-done)
 * @self: a recording
 *
 * Returns: how many answers are safely on the disk
 */
guint
byl_recording_get_n_done (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), 0);

  return self->n_done;
}

/**
 * byl_recording_get_n_failed: (attributes org.gtk.Method.get_property=n-failed)
 * @self: a recording
 *
 * Returns: how many answers could not be had
 */
guint
byl_recording_get_n_failed (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), 0);

  return self->n_failed;
}

/**
 * byl_recording_get_n_characters: (attributes org.gtk.Method.get_property=n-characters)
 * @self: a recording
 *
 * Returns: the length of all that has come so far, in characters
 */
guint64
byl_recording_get_n_characters (BylRecording *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING (self), 0);

  return self->n_characters;
}

/**
 * byl_recording_get_n_playable: (attributes org.gtk.Method.get_property=n-playable)
 * @self: a recording
 *
 * Returns: how many questions have the two answers that a pack asks for
 */
guint
byl_recording_get_n_playable (BylRecording *self)
{
  guint n = 0;

  g_return_val_if_fail (BYL_IS_RECORDING (self), 0);

  for (guint i = 0; i < self->questions->len; i++)
    if (byl_recording_question_get_n_done (g_ptr_array_index (self->questions, i)) >= 2)
      n++;

  return n;
}
