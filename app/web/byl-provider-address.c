/* byl-provider-address.c: making a base address of what people paste
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-provider.h"

#include "byl-error.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>
#include <string.h>

/* What follows the base address in the addresses that documentation shows, longest first. */
static const char * const openai_ends[] = { "/chat/completions", "/completions", "/responses",
                                            "/embeddings", "/models", "/chat", NULL };
static const char * const anthropic_ends[] = { "/messages/count_tokens", "/messages/batches",
                                               "/messages", "/complete", "/models", NULL };
static const char * const ollama_ends[] = { "/v1/chat/completions", "/v1/models", "/v1",
                                            "/api/generate", "/api/version", "/api/chat",
                                            "/api/tags", "/api", NULL };

/* “example.org/v1”, “localhost:8080” or “[::1]:8080”, which GUri would take for something else. */
static char *
add_scheme (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *secure = NULL;
  g_autoptr(GUri) address = NULL;

  if (strstr (stripped, "://") != NULL ||
      !g_regex_match_simple ("^(\\[[0-9a-f:]+\\]|[a-z0-9-]+(\\.[a-z0-9-]+)*)(:[0-9]+)?(/.*)?$",
                             stripped, G_REGEX_CASELESS, 0) ||
      strpbrk (stripped, ".:/") == NULL)
    return g_steal_pointer (&stripped);

  /* Programs on this very machine speak http, everybody else https. */
  secure = g_strconcat ("https://", stripped, NULL);
  address = byl_web_address_parse (secure, NULL);
  if (address != NULL && (byl_web_address_is_loopback (address) ||
                          g_str_equal (g_uri_get_host (address), "0.0.0.0")))
    return g_strconcat ("http://", stripped, NULL);

  return g_steal_pointer (&secure);
}

static void
drop_slashes (char *path)
{
  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';
}

static void
drop_end (char               *path,
          const char * const *ends)
{
  for (guint i = 0; ends[i] != NULL; i++)
    {
      if (!g_str_has_suffix (path, ends[i]))
        continue;

      path[strlen (path) - strlen (ends[i])] = '\0';
      drop_slashes (path);
      return;
    }
}

/* “/v1”, “/v1beta”, “/api/v3”: somewhere in it a part that is a version. */
static gboolean
has_version (const char *path)
{
  return g_regex_match_simple ("/v[0-9]+((alpha|beta)[0-9]*)?(/|$)", path, G_REGEX_CASELESS, 0);
}

static char *
tidy_openai (char *path)
{
  g_autofree char *base = g_strdup (path);

  drop_end (base, openai_ends);
  if (has_version (base))
    return g_steal_pointer (&base);

  /* Who pastes the whole address of a server without a version means that very address. */
  if (g_str_has_suffix (path, openai_ends[0]))
    return g_strdup (path);

  return g_strconcat (base, "/v1", NULL);
}

static char *
tidy_gemini (char *path)
{
  char *models = strstr (path, "/models");

  if (models != NULL)
    *models = '\0';
  drop_slashes (path);

  return has_version (path) ? g_strdup (path) : g_strconcat (path, "/v1beta", NULL);
}

static char *
tidy_path (BylInterface  interface,
           const char   *given)
{
  g_autofree char *path = g_strdup (given);

  drop_slashes (path);

  switch (interface)
    {
    case BYL_INTERFACE_ANTHROPIC:
      drop_end (path, anthropic_ends);
      return has_version (path) ? g_steal_pointer (&path) : g_strconcat (path, "/v1", NULL);

    case BYL_INTERFACE_GEMINI:
      return tidy_gemini (path);

    case BYL_INTERFACE_OLLAMA:
      drop_end (path, ollama_ends);
      return g_steal_pointer (&path);

    case BYL_INTERFACE_OPENAI:
    default:
      return tidy_openai (path);
    }
}

/* A server that listens everywhere says that it is at 0.0.0.0, where nobody can ask it. */
static char *
tidy_host (GUri *address)
{
  const char *host = g_uri_get_host (address);

  if (g_str_equal (host, "0.0.0.0"))
    return g_strdup ("127.0.0.1");

  return g_ascii_strdown (host, -1);
}

/**
 * byl_provider_tidy_address:
 * @interface: how the server wants to be asked
 * @typed: what somebody typed or pasted
 * @error: return location for a #BylError, %BYL_ERROR_ADDRESS
 *
 * Makes the base address, which the addresses of questions and of the list of models are made of:
 * adds a scheme and a version where they are missing; takes away white space around it, slashes at
 * its end, the address of a question, and what stands behind “?”, which can hold a key. A tidy
 * address stays as it is.
 *
 * Returns: (transfer full) (nullable): a base address without a slash at its end, or %NULL with
 *   @error set
 */
char *
byl_provider_tidy_address (BylInterface   interface,
                           const char    *typed,
                           GError       **error)
{
  g_autofree char *text = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *tidy = NULL;
  g_autoptr(GUri) address = NULL;

  g_return_val_if_fail (typed != NULL, NULL);

  text = g_utf8_validate (typed, -1, NULL) ? add_scheme (typed) : g_strdup (typed);
  address = byl_web_address_parse (text, error);
  if (address == NULL)
    return NULL;

  if (!g_str_is_ascii (text) || strpbrk (text, " \t\r\n\"<>\\^`{|}") != NULL)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_ADDRESS,
                           _("An address has no spaces, quotation marks or letters with accents in "
                             "it. Please type it again."));
      return NULL;
    }

  host = tidy_host (address);
  path = tidy_path (interface, g_uri_get_path (address));
  tidy = g_uri_join (G_URI_FLAGS_ENCODED, g_uri_get_scheme (address), NULL, host,
                     byl_web_address_has_usual_port (address)
                       ? -1 : byl_web_address_get_port (address),
                     path, NULL, NULL);

  return g_steal_pointer (&tidy);
}

/**
 * byl_provider_dup_origin:
 * @address: an address
 *
 * Names whom a key belongs to: scheme, host and port, and nothing of the path.
 *
 * Returns: (transfer full) (nullable): such as “https://api.example.org:443”; %NULL where @address
 *   is no web address
 */
char *
byl_provider_dup_origin (const char *address)
{
  g_autoptr(GUri) uri = byl_web_address_parse (address, NULL);
  g_autofree char *host = NULL;

  if (uri == NULL)
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);

  return g_strdup_printf (strchr (host, ':') != NULL ? "%s://[%s]:%d" : "%s://%s:%d",
                          g_uri_get_scheme (uri), host, byl_web_address_get_port (uri));
}

/**
 * byl_provider_dup_key_origin:
 * @self: a provider
 * @address: (nullable): the address that is asked; else that of the provider
 * @error: return location for a #BylError, %BYL_ERROR_ADDRESS
 *
 * Returns: (transfer full) (nullable): whom a key belongs to, as byl_provider_dup_origin() names
 *   it; %NULL with @error set
 */
char *
byl_provider_dup_key_origin (const BylProvider  *self,
                             const char         *address,
                             GError            **error)
{
  g_autofree char *tidy = byl_provider_tidy_address (self->interface,
                                                     address != NULL ? address : self->address,
                                                     error);

  return tidy != NULL ? byl_provider_dup_origin (tidy) : NULL;
}

/**
 * byl_provider_find_variable:
 * @self: a provider
 * @origin: whom a key is for
 *
 * Finds the variable of the environment that can hold a key. It is for the provider's own address:
 * where another was typed, the variable is not for whoever is there.
 *
 * Returns: (nullable): the variable's name, owned by @self
 */
const char *
byl_provider_find_variable (const BylProvider *self,
                            const char        *origin)
{
  g_autofree char *own = NULL;

  if (self->key_variable == NULL || *self->address == '\0')
    return NULL;

  own = byl_provider_dup_origin (self->address);

  return g_strcmp0 (own, origin) == 0 ? self->key_variable : NULL;
}
