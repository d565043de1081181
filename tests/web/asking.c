/* asking.c: asking a server of the test, and waiting for what comes of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "asking.h"

#include "byl-error.h"
#include "waiting.h"

/* Pauses of a millisecond, so that no test waits. */
static const BylRetryPolicy impatient = {
  .n_retries = 2,
  .first_delay = 1,
  .max_delay = 2,
  .max_wait = 20,
};

Asking *
asking_new (BylInterface interface)
{
  Asking *self = g_new0 (Asking, 1);

  self->server = raw_server_start ();
  self->session = byl_ask_session_new ();
  self->address = raw_server_address (self->server, "");
  self->provider.id = (char *) "made-up";
  self->provider.name = (char *) "Made up";
  self->provider.address = self->address;
  self->provider.interface = interface;
  self->provider.parallel = 1;
  self->query.provider = &self->provider;
  self->query.model = "penelope-1";
  self->query.prompt = "Who weaves by day?";
  self->query.retry = &impatient;
  self->query.deadline = 60000;
  self->cancellable = g_cancellable_new ();
  self->progress = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
asking_free (Asking *self)
{
  gint64 patience = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  /* What was given up is let go of a little later. */
  soup_session_abort (self->session);
  while (G_OBJECT (self->session)->ref_count > 1 && g_get_monotonic_time () < patience)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_finalize_object (self->session);
  raw_server_stop (self->server);
  g_free (self->address);
  g_object_unref (self->cancellable);
  g_clear_error (&self->error);
  g_array_unref (self->progress);
  g_free (self);
}

static void
progress_cb (guint    n_characters,
             gpointer user_data)
{
  Asking *self = user_data;

  g_array_append_val (self->progress, n_characters);
  if (self->cancel_at > 0 && n_characters >= self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

/* Asks, and waits; the error stays in @self. */
BylReply *
asking_ask (Asking *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  BylReply *reply;

  g_clear_error (&self->error);
  byl_ask_async (self->session, &self->query, progress_cb, self, self->cancellable,
                 waiting_done_cb, &result);
  reply = byl_ask_finish (self->session, waiting_for (&result), &self->error);
  g_assert_true ((reply == NULL) == (self->error != NULL));

  return reply;
}

char **
asking_list (Asking *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  char **ids;

  g_clear_error (&self->error);
  byl_model_list_async (self->session, &self->provider, self->query.address, self->query.key,
                        self->cancellable, waiting_done_cb, &result);
  ids = byl_model_list_finish (self->session, waiting_for (&result), &self->error);
  g_assert_true ((ids == NULL) == (self->error != NULL));

  return ids;
}

/* Asks what must go wrong. */
void
asking_assert_error (Asking *self,
                     GQuark  domain,
                     int     code)
{
  g_autoptr(BylReply) reply = asking_ask (self);

  g_assert_null (reply);
  g_assert_error (self->error, domain, code);
}
