/* fetch-fixture.c: a session and the fault server, and what comes of asking it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fetch-fixture.h"

#include "byl-error.h"
#include "byl-web-session.h"
#include "test-pack-support.h"

FetchFixture *
fetch_fixture_new (void)
{
  FetchFixture *self = g_new0 (FetchFixture, 1);

  self->server = fault_server_start ();
  self->session = byl_web_session_new ();
  self->dir = test_make_dir ();

  return self;
}

void
fetch_fixture_free (FetchFixture *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  fault_server_stop (self->server);
  test_remove_dir (self->dir);
  g_free (self);
}

FetchOutcome *
fetch_address (FetchFixture         *self,
               const char           *address,
               const BylFetchLimits *limits)
{
  FetchOutcome *outcome = g_new0 (FetchOutcome, 1);
  g_autoptr(GAsyncResult) result = NULL;

  byl_fetch_bytes_async (self->session, address, limits, NULL, test_keep_result, &result);
  test_wait (&result);
  outcome->good = byl_fetch_bytes_finish (self->session, result, &outcome->bytes, &outcome->etag,
                                          &outcome->error);
  g_assert_cmpint (outcome->good, ==, outcome->error == NULL);

  return outcome;
}

FetchOutcome *
fetch_bytes (FetchFixture         *self,
             const char           *path,
             const BylFetchLimits *limits)
{
  g_autofree char *address = fault_server_dup_address (self->server, path);

  return fetch_address (self, address, limits);
}

void
fetch_outcome_free (FetchOutcome *outcome)
{
  g_clear_pointer (&outcome->bytes, g_bytes_unref);
  g_clear_pointer (&outcome->etag, g_free);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

/* One error of ours, and nothing else; or none at all, where the code is negative. */
void
fetch_outcome_assert (FetchOutcome *outcome,
                      int           code)
{
  if (code < 0)
    {
      g_assert_no_error (outcome->error);
      g_assert_true (outcome->good);
      return;
    }

  g_assert_error (outcome->error, BYL_ERROR, code);
  g_assert_null (outcome->bytes);
}

/* Bytes that no two places have the same of. */
GBytes *
fetch_make_bytes (gsize length)
{
  guint32 *words = g_malloc (length + sizeof *words);

  for (gsize i = 0; i <= length / sizeof *words; i++)
    words[i] = (guint32) i * 2654435761u;

  return g_bytes_new_take (words, length);
}

char *
fetch_make_sha256 (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
