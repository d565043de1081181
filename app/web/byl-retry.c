/* byl-retry.c: when a server is asked once more, and after how long
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-retry.h"

/**
 * byl_retry_get_default:
 *
 * Returns: two retries, after half a second and a second; up to a minute where a server asks for it
 */
const BylRetryPolicy *
byl_retry_get_default (void)
{
  static const BylRetryPolicy policy = {
    .n_retries = 2,
    .first_delay = 500,
    .max_delay = 8000,
    .max_wait = 60000,
  };

  return &policy;
}

/**
 * byl_retry_is_status:
 * @status: an HTTP status
 *
 * Returns: whether the same question can go better in a moment
 */
gboolean
byl_retry_is_status (guint status)
{
  return status == SOUP_STATUS_REQUEST_TIMEOUT || status == SOUP_STATUS_CONFLICT ||
         status == 429 || (status >= 500 && status <= 599);
}

/* Text that is a number and nothing else, from 0; absurd ones are just large. */
static gboolean
read_number (const char *text,
             double     *number)
{
  char *end = NULL;

  if (text == NULL || !g_ascii_isdigit (*text))
    return FALSE;

  *number = g_ascii_strtod (text, &end);

  return *end == '\0';
}

/**
 * byl_retry_read_wait:
 * @headers: those of a server's answer
 * @now: the time, by which a date in @headers is measured
 *
 * Reads how long the server asks to wait: in `retry-after-ms`, or in `Retry-After` as seconds or as
 * a date.
 *
 * Returns: milliseconds, however many; below 0 where the server said nothing that one can
 *   understand
 */
double
byl_retry_read_wait (SoupMessageHeaders *headers,
                     GDateTime          *now)
{
  const char *after = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr(GDateTime) date = NULL;
  double number;

  if (read_number (soup_message_headers_get_one (headers, "retry-after-ms"), &number))
    return number;
  if (read_number (after, &number))
    return number * 1000;

  if (after != NULL && g_utf8_validate (after, -1, NULL))
    date = soup_date_time_new_from_http_string (after);

  return date != NULL ? MAX (0, g_date_time_difference (date, now) / 1000.0) : -1;
}

/**
 * byl_retry_get_delay:
 * @policy: how patient one is
 * @n_retries: how often was retried already
 * @headers: (nullable): those of the server's answer, where there was one
 * @now: the time, by which a date in @headers is measured
 *
 * Says how long to wait: as long as the server asks for, see byl_retry_read_wait(), but no longer
 * than the policy has it; else twice as long as the last time.
 *
 * Returns: milliseconds
 */
guint
byl_retry_get_delay (const BylRetryPolicy *policy,
                     guint                 n_retries,
                     SoupMessageHeaders   *headers,
                     GDateTime            *now)
{
  double wait = headers != NULL ? byl_retry_read_wait (headers, now) : -1;

  if (wait >= 0)
    return (guint) MIN (wait, policy->max_wait);

  return (guint) MIN ((double) policy->first_delay * (1u << MIN (n_retries, 16)),
                      policy->max_delay);
}
