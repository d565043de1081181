/* byl-library-bin.c: where removed packs wait until nobody can want them back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-bin.h"

#include "byl-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define BIN_NAME  ".removed"
#define LOCK_NAME ".lock"

struct _BylLibraryBin
{
  GFile *user_dir;
  int    lock; /* a descriptor that holds a shared lock; −1 = nothing was removed yet */
};

/* The lock belongs to this one opening of the file, not to the process: two libraries in one
 * process keep out of each other's way too. It ends with the process, however that ends. */
static int
open_lock (GFile *user_dir,
           int    operation)
{
  g_autofree char *folder = g_file_get_path (user_dir);
  g_autofree char *path = NULL;
  int descriptor;
  int result;

  if (folder == NULL)
    return -1;

  path = g_build_filename (folder, BIN_NAME, LOCK_NAME, NULL);
  descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return -1;

  do
    result = flock (descriptor, operation);
  while (result != 0 && errno == EINTR);

  if (result == 0)
    return descriptor;

  close (descriptor);

  return -1;
}

static gboolean
make_folder (BylLibraryBin *self)
{
  g_autoptr(GFile) bin = g_file_get_child (self->user_dir, BIN_NAME);
  g_autofree char *path = g_file_get_path (bin);

  return path != NULL && g_mkdir_with_parents (path, 0700) == 0;
}

/* The folder is emptied only while nobody holds a lock: to wait for that takes no time to
 * speak of. */
static gboolean
hold_lock (BylLibraryBin *self)
{
  if (self->lock >= 0)
    return TRUE;

  if (!make_folder (self))
    return FALSE;

  self->lock = open_lock (self->user_dir, LOCK_SH);

  return self->lock >= 0;
}

/* A bin for the packs in a folder; nothing is made there until something is removed. */
BylLibraryBin *
byl_library_bin_new (GFile *user_dir)
{
  BylLibraryBin *self = g_new0 (BylLibraryBin, 1);

  self->user_dir = g_object_ref (user_dir);
  self->lock = -1;

  return self;
}

/* Gives up what was removed: it goes when the folder is next emptied. */
void
byl_library_bin_free (BylLibraryBin *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_object_unref (self->user_dir);
  g_free (self);
}

/* Moves a file into the bin, under a name that no other removed file has. */
GFile *
byl_library_bin_take (BylLibraryBin  *self,
                      GFile          *file,
                      GError        **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *bin_name = g_strconcat (unique, "-", name, NULL);
  g_autoptr(GFile) bin = g_file_get_child (self->user_dir, BIN_NAME);
  g_autoptr(GFile) removed = g_file_get_child (bin, bin_name);
  g_autofree char *from = g_file_get_path (file);
  g_autofree char *to = g_file_get_path (removed);

  errno = 0;
  if (!hold_lock (self) || g_rename (from, to) != 0)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
                   /* Translators: a file’s name, and what the system says is the matter */
                   _("“%s” could not be removed: %s. See that its folder can be written to."),
                   name, g_strerror (errno));
      return NULL;
    }

  return g_steal_pointer (&removed);
}

/* Moves a file back to where it was, unless another one is there now. */
gboolean
byl_library_bin_restore (BylLibraryBin  *self,
                         GFile          *removed,
                         GFile          *file,
                         GError        **error)
{
  g_autoptr(GError) move_error = NULL;
  g_autofree char *name = NULL;

  if (g_file_move (removed, file, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &move_error))
    return TRUE;

  name = g_file_get_basename (file);
  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a file’s name, and what the system says is the matter */
               _("“%s” could not be put back: %s. Add the pack again."), name, move_error->message);

  return FALSE;
}

/* Deletes what was removed, unless some program may still want it back. For a thread. */
void
byl_library_bin_empty (GFile *user_dir)
{
  g_autoptr(GFile) bin = g_file_get_child (user_dir, BIN_NAME);
  g_autofree char *path = g_file_get_path (bin);
  g_autoptr(GDir) dir = NULL;
  const char *name;
  int lock;

  if (path != NULL)
    dir = g_dir_open (path, 0, NULL);
  if (dir == NULL)
    return;

  lock = open_lock (user_dir, LOCK_EX | LOCK_NB);
  if (lock < 0)
    return;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_equal (name, LOCK_NAME))
        g_unlink (file);
    }
  close (lock);
}
