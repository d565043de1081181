/* byl-recording-page.c: packs from one's own questions: the recordings, and a new one step by step
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-page.h"

#include "byl-rules.h"

struct _BylRecordingPage
{
  AdwBin       parent_instance;
  BylLibrary  *library;
  SoupSession *session;
  GFile       *folder;
};

enum { PLAY, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylRecordingPage, byl_recording_page, ADW_TYPE_BIN)

static void
byl_recording_page_dispose (GObject *object)
{
  BylRecordingPage *self = BYL_RECORDING_PAGE (object);

  g_clear_object (&self->library);
  g_clear_object (&self->session);
  g_clear_object (&self->folder);

  G_OBJECT_CLASS (byl_recording_page_parent_class)->dispose (object);
}

static void
byl_recording_page_class_init (BylRecordingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_recording_page_dispose;

  /**
   * BylRecordingPage::play:
   * @self: the page
   * @entry: a pack that was recorded
   * @rules: rules
   *
   * Emitted when the player wants to play what was recorded.
   */
  signals[PLAY] =
    g_signal_new ("play", BYL_TYPE_RECORDING_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, BYL_TYPE_PACK_ENTRY, BYL_TYPE_RULES);
}

static void
byl_recording_page_init (BylRecordingPage *self)
{
}

/**
 * byl_recording_page_new:
 * @library: where recorded packs are installed
 * @session: the way to the models
 * @folder: where recordings are kept; need not exist
 *
 * The page is a whole page of a window, with a header bar of its own, whose button goes back by the
 * action `win.back`. Nothing is read before byl_recording_page_open().
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
byl_recording_page_new (BylLibrary  *library,
                        SoupSession *session,
                        GFile       *folder)
{
  BylRecordingPage *self = g_object_new (BYL_TYPE_RECORDING_PAGE, NULL);

  self->library = g_object_ref (library);
  self->session = g_object_ref (session);
  self->folder = g_object_ref (folder);

  return GTK_WIDGET (self);
}

/**
 * byl_recording_page_open:
 * @self: a page
 *
 * Shows the recordings, or the questions of a new one where there is none yet. To be called
 * whenever the page is about to be shown by a press on “New pack”.
 */
void
byl_recording_page_open (BylRecordingPage *self)
{
  g_return_if_fail (BYL_IS_RECORDING_PAGE (self));
}

/**
 * byl_recording_page_go_back:
 * @self: a page
 *
 * Returns: whether the page went back by a step; where it did not, it is to be left
 */
gboolean
byl_recording_page_go_back (BylRecordingPage *self)
{
  g_return_val_if_fail (BYL_IS_RECORDING_PAGE (self), FALSE);

  return FALSE;
}
