/* byl-recording-desk.c: the recordings that are open, and what becomes of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-desk.h"

#include "byl-recording-installing.h"

#include <glib/gi18n.h>

struct _BylRecordingDesk
{
  GObject       parent_instance;
  GFile        *folder;
  BylLibrary   *library;
  GPtrArray    *known;       /* (nullable) (element-type BylKnownWriter) */
  GPtrArray    *open;        /* (element-type BylRecording): each is open once, and runs on */
  GPtrArray    *dropped;     /* (element-type GFile): to be deleted, unless that is undone */
  GPtrArray    *installs;    /* not owned: those on their way */
  GCancellable *cancellable;
};

/* A pack on its way into the library. */
typedef struct
{
  BylRecordingDesk *desk;
  BylRecording     *recording;
  gboolean          play; /* as soon as it is there */
} Install;

enum { SAID, PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRecordingDesk, byl_recording_desk, G_TYPE_OBJECT)

static void
free_install (Install *install)
{
  if (install->desk->installs != NULL)
    g_ptr_array_remove_fast (install->desk->installs, install);

  g_object_unref (install->desk);
  g_object_unref (install->recording);
  g_free (install);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Install, free_install)

static gboolean
find_dropped (BylRecordingDesk *self,
              GFile            *folder,
              guint            *position)
{
  return g_ptr_array_find_with_equal_func (self->dropped, folder, (GEqualFunc) g_file_equal,
                                           position);
}

static void
say (BylRecordingDesk *self,
     const GError     *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SAID], 0, error->message);
}

static void
installed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Install) install = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry =
    byl_recording_installing_start_finish (BYL_RECORDING (source), result, &error);
  g_autofree char *sentence = NULL;

  if (entry == NULL)
    {
      say (install->desk, error);
      return;
    }

  if (install->play)
    {
      g_signal_emit (install->desk, signals[PLAY], 0, entry);
      return;
    }

  /* Translators: %s is the title of a pack. */
  sentence = g_strdup_printf (_("“%s” is complete, and ready to play"),
                              byl_pack_entry_get_title (entry));
  g_signal_emit (install->desk, signals[SAID], 0, sentence);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BylRecordingDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  if (byl_recording_installing_export_finish (BYL_RECORDING (source), result, &error))
    g_signal_emit (self, signals[SAID], 0,
                   _("Exported: the questions, the answers and who wrote them, but no key"));
  else
    say (self, error);
}

static void
phase_cb (BylRecordingDesk *self,
          GParamSpec       *pspec,
          BylRecording     *recording)
{
  if (byl_recording_get_phase (recording) == BYL_RECORDING_COMPLETE)
    byl_recording_desk_install (self, recording, FALSE);
}

static BylRecording *
keep_open (BylRecordingDesk *self,
           BylRecording     *recording)
{
  g_ptr_array_add (self->open, recording);
  g_signal_connect_object (recording, "notify::phase", G_CALLBACK (phase_cb), self,
                           G_CONNECT_SWAPPED);

  return recording;
}

static BylRecording *
find_open (BylRecordingDesk *self,
           GFile            *folder)
{
  for (guint i = 0; i < self->open->len; i++)
    if (g_file_equal (byl_recording_get_folder (self->open->pdata[i]), folder))
      return self->open->pdata[i];

  return NULL;
}

static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *summaries = byl_recording_list_load (task_data, &error);

  if (summaries != NULL)
    g_task_return_pointer (task, summaries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
remove_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (byl_recording_list_remove (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    say (BYL_RECORDING_DESK (source), error);
}

/* Whoever closes the program meant it: nobody can press “Undo” any more. What has come just now is
 * kept all the same. */
static void
byl_recording_desk_dispose (GObject *object)
{
  BylRecordingDesk *self = BYL_RECORDING_DESK (object);

  g_cancellable_cancel (self->cancellable);

  for (guint i = 0; self->open != NULL && i < self->open->len; i++)
    {
      byl_recording_stop (self->open->pdata[i]);
      byl_recording_finish_saving (self->open->pdata[i]);
    }

  g_clear_pointer (&self->open, g_ptr_array_unref);

  for (guint i = 0; self->dropped != NULL && i < self->dropped->len; i++)
    byl_recording_list_remove (self->dropped->pdata[i], NULL);

  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_clear_pointer (&self->installs, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_object (&self->folder);
  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (byl_recording_desk_parent_class)->dispose (object);
}

static void
byl_recording_desk_class_init (BylRecordingDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_recording_desk_dispose;

  /**
   * BylRecordingDesk::said:
   * @self: the desk
   * @sentence: what became of what was asked for
   */
  signals[SAID] =
    g_signal_new ("said", BYL_TYPE_RECORDING_DESK, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * BylRecordingDesk::play:
   * @self: the desk
   * @entry: a pack that is installed now, and was asked for
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_RECORDING_DESK, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, BYL_TYPE_PACK_ENTRY);
}

static void
byl_recording_desk_init (BylRecordingDesk *self)
{
  self->open = g_ptr_array_new_with_free_func (g_object_unref);
  self->dropped = g_ptr_array_new_with_free_func (g_object_unref);
  self->installs = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

/**
 * byl_recording_desk_new:
 * @folder: where recordings are kept; need not exist
 * @library: where their packs are installed
 *
 * A recording that becomes complete is installed by itself. When the desk goes, recordings that run
 * are stopped; what they have is kept.
 *
 * Returns: (transfer full): a desk without open recordings
 */
BylRecordingDesk *
byl_recording_desk_new (GFile      *folder,
                        BylLibrary *library)
{
  BylRecordingDesk *self = g_object_new (BYL_TYPE_RECORDING_DESK, NULL);

  self->folder = g_object_ref (folder);
  self->library = g_object_ref (library);

  return self;
}

/**
 * byl_recording_desk_set_known:
 * @self: a desk
 * @known: (nullable) (element-type BylKnownWriter): what is known of models, for the packs
 */
void
byl_recording_desk_set_known (BylRecordingDesk *self,
                              GPtrArray        *known)
{
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = known != NULL ? g_ptr_array_ref (known) : NULL;
}

/**
 * byl_recording_desk_list_async:
 * @self: a desk
 * @cancellable: (nullable): to give up
 * @callback: called when they are known
 * @user_data: data for @callback
 *
 * Looks for recordings, in a thread.
 */
void
byl_recording_desk_list_async (BylRecordingDesk    *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_recording_desk_list_async);
  g_task_set_task_data (task, g_object_ref (self->folder), g_object_unref);
  g_task_run_in_thread (task, list_thread);
}

/**
 * byl_recording_desk_list_finish:
 * @self: the desk
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type BylRecordingSummary): the recordings but for
 *   those that were dropped, the one that changed last first; %NULL with @error set
 */
GPtrArray *
byl_recording_desk_list_finish (BylRecordingDesk  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  GPtrArray *summaries;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  summaries = g_task_propagate_pointer (G_TASK (result), error);

  for (guint i = summaries != NULL ? summaries->len : 0; i > 0; i--)
    if (find_dropped (self, ((BylRecordingSummary *) summaries->pdata[i - 1])->folder, NULL))
      g_ptr_array_remove_index (summaries, i - 1);

  return summaries;
}

/**
 * byl_recording_desk_create:
 * @self: a desk
 * @plan: what is asked of whom
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): a new recording; %NULL with the error of
 *   byl_recording_create()
 */
BylRecording *
byl_recording_desk_create (BylRecordingDesk        *self,
                           const BylRecordingPlan  *plan,
                           GError                 **error)
{
  BylRecording *recording = byl_recording_create (self->folder, plan, error);

  return recording != NULL ? keep_open (self, recording) : NULL;
}

/**
 * byl_recording_desk_open:
 * @self: a desk
 * @folder: the folder of a recording
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the recording, which may be running; %NULL with the error of
 *   byl_recording_open()
 */
BylRecording *
byl_recording_desk_open (BylRecordingDesk  *self,
                         GFile             *folder,
                         GError           **error)
{
  BylRecording *recording = find_open (self, folder);

  if (recording != NULL)
    return recording;

  recording = byl_recording_open (folder, error);

  return recording != NULL ? keep_open (self, recording) : NULL;
}

/**
 * byl_recording_desk_install:
 * @self: a desk
 * @recording: a recording, complete or not
 * @play: whether it is to be played as soon as it is installed
 *
 * Puts the pack of a recording among the player's. The signals `play` and `said` tell of the end.
 */
void
byl_recording_desk_install (BylRecordingDesk *self,
                            BylRecording     *recording,
                            gboolean          play)
{
  Install *install;

  for (guint i = 0; i < self->installs->len; i++)
    {
      install = self->installs->pdata[i];

      if (install->recording == recording)
        {
          install->play |= play;
          return;
        }
    }

  install = g_new0 (Install, 1);
  install->desk = g_object_ref (self);
  install->recording = g_object_ref (recording);
  install->play = play;
  g_ptr_array_add (self->installs, install);
  byl_recording_installing_start_async (recording, self->library, self->known, self->cancellable,
                                        installed_cb, install);
}

/**
 * byl_recording_desk_export:
 * @self: a desk
 * @recording: a recording, complete or not
 * @file: the file to write
 *
 * Writes the pack of a recording to a file. The signal `said` tells of the end.
 */
void
byl_recording_desk_export (BylRecordingDesk *self,
                           BylRecording     *recording,
                           GFile            *file)
{
  byl_recording_installing_export_async (recording, file, self->known, self->cancellable,
                                         exported_cb, g_object_ref (self));
}

/**
 * byl_recording_desk_drop:
 * @self: a desk
 * @folder: the folder of a recording
 *
 * Stops and closes a recording, and lists it no more. It is deleted by
 * byl_recording_desk_remove(), or when the desk goes, unless byl_recording_desk_keep() comes first.
 */
void
byl_recording_desk_drop (BylRecordingDesk *self,
                         GFile            *folder)
{
  BylRecording *recording = find_open (self, folder);

  if (recording != NULL)
    {
      byl_recording_stop (recording);
      g_ptr_array_remove (self->open, recording);
    }

  if (!find_dropped (self, folder, NULL))
    g_ptr_array_add (self->dropped, g_object_ref (folder));
}

/**
 * byl_recording_desk_keep:
 * @self: a desk
 * @folder: the folder of a recording that was dropped
 *
 * Lists a recording again.
 */
void
byl_recording_desk_keep (BylRecordingDesk *self,
                         GFile            *folder)
{
  guint position;

  if (find_dropped (self, folder, &position))
    g_ptr_array_remove_index (self->dropped, position);
}

/**
 * byl_recording_desk_remove:
 * @self: a desk
 * @folder: the folder of a recording that was dropped
 *
 * Deletes a recording for good, in a thread, unless it has been kept after all.
 */
void
byl_recording_desk_remove (BylRecordingDesk *self,
                           GFile            *folder)
{
  g_autoptr(GTask) task = NULL;

  if (self->dropped == NULL || !find_dropped (self, folder, NULL))
    return;

  task = g_task_new (self, NULL, removed_cb, NULL);
  g_task_set_task_data (task, g_object_ref (folder), g_object_unref);
  g_task_run_in_thread (task, remove_thread);
}
