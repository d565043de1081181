/* byl-web-reading.c: for those who read lists of files: what stands for a file of the web
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-web-reading.h"

#include "byl-pack-patterns.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHA256_LENGTH 64u /* hexadecimal digits */

/* The member “address”, owned by the object: one that the program would ask. What
 * byl_reading_address() lets pass may still be none. */
const char *
byl_web_reading_address (BylReading *reading,
                         JsonObject *object)
{
  const char *address =
    byl_reading_member_text (reading, object, "address", 1, BYL_PACK_MAX_ADDRESS);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;

  if (address == NULL)
    return NULL;

  uri = byl_web_address_parse (address, &error);
  if (uri != NULL)
    return address;

  byl_reading_enter_member (reading, "address");
  byl_reading_add (reading, "bad-address", NULL, "%s", error->message);
  byl_reading_leave (reading);

  return NULL;
}

/* The member “sha256”, owned by the object. */
const char *
byl_web_reading_sha256 (BylReading *reading,
                        JsonObject *object)
{
  const char *sha256 = byl_reading_member_text (reading, object, "sha256", 0, G_MAXUINT);

  if (sha256 == NULL || (strlen (sha256) == SHA256_LENGTH &&
                         strspn (sha256, "0123456789abcdef") == SHA256_LENGTH))
    return sha256;

  byl_reading_enter_member (reading, "sha256");
  byl_reading_add (reading, "bad-pattern", NULL,
                   _("“%s” must be the checksum that “sha256sum FILE” prints: 64 digits 0 to 9 and "
                     "small letters a to f."),
                   "sha256");
  byl_reading_leave (reading);

  return NULL;
}
