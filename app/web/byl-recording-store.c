/* byl-recording-store.c: for the recording: its folder, in which no finished answer is ever lost
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-store.h"

#include "byl-error.h"
#include "byl-load.h"
#include "byl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PLAN    "plan.json"
#define ANSWERS "answers.jsonl"

/* A folder whose name begins so is being made, and is no recording yet. */
#define UNFINISHED ".new-"

/* Seconds after which nobody is making it any more. */
#define UNFINISHED_AGE (24 * 60 * 60)

#define MAX_PLAN    (64u * 1024u * 1024u)
#define MAX_ANSWERS (512u * 1024u * 1024u)

/* Answers are appended from any thread; nothing else changes once the store is open, but for how
 * many threads are at it. */
struct _BylRecordingStore
{
  GFile          *folder;
  int             descriptor; /* of the answers; holds the lock as long as it is open */
  GMutex          mutex;
  GCond           written;
  guint           n_threads;
  gsize           length;     /* bytes that are known to be good */
};

static gboolean
refuse_system (GError     **error,
               const char  *path,
               int          number)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a folder, and what the system says is the matter */
               _("The recording “%s” cannot be written: %s. Make room or look after the folder, "
                 "then go on."),
               shown, g_strerror (number));
  return FALSE;
}

static char *
get_path (GFile      *folder,
          const char *name)
{
  return g_build_filename (g_file_peek_path (folder), name, NULL);
}

static BylRecordingStore *
store_new (GFile *folder,
           int    descriptor)
{
  BylRecordingStore *self = g_new0 (BylRecordingStore, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->written);
  self->folder = g_object_ref (folder);
  self->descriptor = descriptor;

  return self;
}

/* Lets go of the lock. */
void
byl_recording_store_free (BylRecordingStore *self)
{
  close (self->descriptor);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->written);
  g_object_unref (self->folder);
  g_free (self);
}

GFile *
byl_recording_store_get_folder (BylRecordingStore *self)
{
  return self->folder;
}

/* A folder's own entries are as durable as the files only once it is synchronized, too. */
static void
synchronize_folder (const char *path)
{
  int descriptor = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;

  fsync (descriptor);
  close (descriptor);
}

/* The lock goes with the open file: it ends with the program, however that ends. Where the disk
 * knows no locks, there is none. */
static int
open_answers (GFile   *folder,
              int      flags,
              GError **error)
{
  g_autofree char *path = get_path (folder, ANSWERS);
  g_autofree char *shown = g_filename_display_name (g_file_peek_path (folder));
  struct stat status;
  int descriptor = open (path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | flags, 0600);

  if (descriptor < 0)
    {
      refuse_system (error, g_file_peek_path (folder), errno);
      return -1;
    }

  if (fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode))
    {
      refuse_system (error, g_file_peek_path (folder), EINVAL);
    }
  else if (flock (descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_LOCKED,
                   /* Translators: a folder */
                   _("Another program is using the recording “%s”. Close it there, then open it "
                     "here."),
                   shown);
    }
  else
    {
      return descriptor;
    }

  close (descriptor);
  return -1;
}

/* Puts all that a recording is into an unfinished folder. */
static int
fill_folder (GFile   *folder,
             GBytes  *plan,
             GError **error)
{
  g_autoptr(GFile) file = g_file_get_child (folder, PLAN);
  int descriptor;

  if (!byl_save_file (file, plan, error))
    return -1;

  descriptor = open_answers (folder, O_CREAT | O_EXCL, error);
  if (descriptor >= 0 && fsync (descriptor) != 0)
    {
      refuse_system (error, g_file_peek_path (folder), errno);
      close (descriptor);
      return -1;
    }

  synchronize_folder (g_file_peek_path (folder));

  return descriptor;
}

static void
remove_folder (GFile *folder)
{
  g_autofree char *plan = get_path (folder, PLAN);
  g_autofree char *answers = get_path (folder, ANSWERS);

  g_unlink (plan);
  g_unlink (answers);
  g_rmdir (g_file_peek_path (folder));
}

/* Takes away what a program that was killed left half made; a young one may still be in the
 * making. */
static void
sweep (const char *parent)
{
  g_autoptr(GDir) dir = g_dir_open (parent, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      g_autoptr(GFile) folder = g_file_new_for_path (path);
      GStatBuf status;

      if (g_str_has_prefix (name, UNFINISHED) && g_lstat (path, &status) == 0 &&
          S_ISDIR (status.st_mode) && now - status.st_mtim.tv_sec > UNFINISHED_AGE)
        remove_folder (folder);
    }
}

/* Makes a folder of that name with a plan and no answers. It appears whole, or not at all. */
BylRecordingStore *
byl_recording_store_create (GFile       *parent_dir,
                            const char  *name,
                            GBytes      *plan,
                            GError     **error)
{
  const char *parent = g_file_peek_path (parent_dir);
  g_autofree char *unfinished_path = NULL;
  g_autoptr(GFile) unfinished = NULL;
  g_autoptr(GFile) folder = g_file_get_child (parent_dir, name);
  int descriptor;

  if (parent == NULL || g_mkdir_with_parents (parent, 0700) != 0)
    {
      refuse_system (error, parent != NULL ? parent : "", parent != NULL ? errno : EINVAL);
      return NULL;
    }

  sweep (parent);
  unfinished_path = g_build_filename (parent, UNFINISHED "XXXXXX", NULL);
  if (g_mkdtemp (unfinished_path) == NULL)
    {
      refuse_system (error, parent, errno);
      return NULL;
    }

  unfinished = g_file_new_for_path (unfinished_path);
  descriptor = fill_folder (unfinished, plan, error);
  if (descriptor >= 0 && g_rename (unfinished_path, g_file_peek_path (folder)) != 0)
    {
      refuse_system (error, g_file_peek_path (folder), errno);
      close (descriptor);
      descriptor = -1;
    }

  if (descriptor < 0)
    {
      remove_folder (unfinished);
      return NULL;
    }

  synchronize_folder (parent);

  return store_new (folder, descriptor);
}

/* The contents of plan.json, whether the recording is in use or not. */
GBytes *
byl_recording_store_peek_plan (GFile   *folder,
                               GError **error)
{
  g_autoptr(GFile) file = g_file_get_child (folder, PLAN);

  return byl_load_file (file, MAX_PLAN, NULL, error);
}

/* The answers so far, of which the last may be torn; NULL where they cannot be read. */
GBytes *
byl_recording_store_peek_answers (GFile *folder)
{
  g_autoptr(GFile) file = g_file_get_child (folder, ANSWERS);

  return byl_load_file (file, MAX_ANSWERS, NULL, NULL);
}

/* Opens a recording that is there, for this program alone. */
BylRecordingStore *
byl_recording_store_open (GFile   *folder,
                          GBytes **plan,
                          GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  int descriptor;

  if (g_file_peek_path (folder) == NULL)
    {
      refuse_system (error, "", EINVAL);
      return NULL;
    }

  bytes = byl_recording_store_peek_plan (folder, error);
  if (bytes == NULL)
    return NULL;

  descriptor = open_answers (folder, O_CREAT, error);
  if (descriptor < 0)
    return NULL;

  *plan = g_steal_pointer (&bytes);

  return store_new (folder, descriptor);
}

/* All answers, of which the last may be torn. */
GBytes *
byl_recording_store_read (BylRecordingStore  *self,
                          GError            **error)
{
  const char *path = g_file_peek_path (self->folder);
  g_autofree char *content = NULL;
  struct stat status;
  gsize length = 0;

  if (fstat (self->descriptor, &status) != 0)
    {
      refuse_system (error, path, errno);
      return NULL;
    }

  if (status.st_size > (goffset) MAX_ANSWERS)
    {
      g_autofree char *shown = g_filename_display_name (path);

      /* Translators: a folder */
      g_set_error (error, BYL_ERROR, BYL_ERROR_SIZE,
                   _("The answers in “%s” are too large to be opened."), shown);
      return NULL;
    }

  content = g_malloc ((gsize) status.st_size + 1);
  while (length < (gsize) status.st_size)
    {
      gssize count = pread (self->descriptor, content + length, (gsize) status.st_size - length,
                            (off_t) length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count <= 0)
        {
          refuse_system (error, path, count < 0 ? errno : EIO);
          return NULL;
        }
      length += (gsize) count;
    }
  self->length = length;

  return g_bytes_new_take (g_steal_pointer (&content), length);
}

/* Takes away what stands behind the last whole answer. */
gboolean
byl_recording_store_cut (BylRecordingStore  *self,
                         gsize               length,
                         GError            **error)
{
  if (ftruncate (self->descriptor, (off_t) length) != 0 || fdatasync (self->descriptor) != 0)
    return refuse_system (error, g_file_peek_path (self->folder), errno);

  self->length = length;

  return TRUE;
}

static gboolean
write_all (int         descriptor,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize count = write (descriptor, data, length);

      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        return FALSE;

      data += count;
      length -= (gsize) count;
    }

  return TRUE;
}

/* Half a line that an earlier write left behind would spoil the next one. */
static gboolean
is_clean (BylRecordingStore *self)
{
  struct stat status;

  if (fstat (self->descriptor, &status) != 0)
    return FALSE;

  return (gsize) status.st_size == self->length ||
         ftruncate (self->descriptor, (off_t) self->length) == 0;
}

/* Writes a line, with its end, so that it is still there after a power cut; this blocks, and may be
 * done from any thread. Where it cannot be written, nothing of it is left. */
gboolean
byl_recording_store_append (BylRecordingStore  *self,
                            const char         *line,
                            GError            **error)
{
  gsize length = strlen (line);
  gboolean good;
  int number;

  g_mutex_lock (&self->mutex);
  good = is_clean (self) && write_all (self->descriptor, line, length) &&
         fdatasync (self->descriptor) == 0;
  number = errno;
  if (good)
    self->length += length;
  else
    is_clean (self);
  g_mutex_unlock (&self->mutex);

  return good || refuse_system (error, g_file_peek_path (self->folder), number);
}

/* A thread will append an answer; byl_recording_store_leave() is told when it has. */
void
byl_recording_store_enter (BylRecordingStore *self)
{
  g_mutex_lock (&self->mutex);
  self->n_threads++;
  g_mutex_unlock (&self->mutex);
}

/* From the thread: the store is not used there any more. */
void
byl_recording_store_leave (BylRecordingStore *self)
{
  g_mutex_lock (&self->mutex);
  self->n_threads--;
  g_cond_broadcast (&self->written);
  g_mutex_unlock (&self->mutex);
}

/* Blocks until no thread is at it. */
void
byl_recording_store_wait (BylRecordingStore *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_threads > 0)
    g_cond_wait (&self->written, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Deletes the folder. The plan goes first, since without one it is no recording any more. */
gboolean
byl_recording_store_remove (BylRecordingStore  *self,
                            GError            **error)
{
  const char *path = g_file_peek_path (self->folder);
  g_autofree char *plan = get_path (self->folder, PLAN);
  g_autofree char *answers = get_path (self->folder, ANSWERS);

  if (g_unlink (plan) != 0)
    return refuse_system (error, path, errno);

  g_unlink (answers);
  g_rmdir (path);

  return TRUE;
}
