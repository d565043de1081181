/* byl-ask-proxy.c: the way out through a proxy, but not to this very machine
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-proxy.h"

#include "byl-web-address.h"

struct _BylAskProxy
{
  GObject parent_instance;

  GProxyResolver *others; /* for all that is elsewhere */
};

static void init_resolver (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BylAskProxy, byl_ask_proxy, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, init_resolver))

/* A proxy that somebody else runs could not even reach this machine, and would be told the key of
 * whatever runs on it. */
static char **
find_direct (const char *text)
{
  const char * const direct[] = { "direct://", NULL };
  g_autoptr(GUri) address = byl_web_address_parse (text, NULL);

  return address != NULL && byl_web_address_is_loopback (address) ? g_strdupv ((char **) direct)
                                                                  : NULL;
}

static gboolean
byl_ask_proxy_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
byl_ask_proxy_lookup (GProxyResolver  *resolver,
                      const char      *uri,
                      GCancellable    *cancellable,
                      GError         **error)
{
  BylAskProxy *self = BYL_ASK_PROXY (resolver);
  char **direct = find_direct (uri);

  return direct != NULL ? direct : g_proxy_resolver_lookup (self->others, uri, cancellable, error);
}

static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char **proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, &error);

  if (proxies != NULL)
    g_task_return_pointer (task, proxies, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
byl_ask_proxy_lookup_async (GProxyResolver      *resolver,
                            const char          *uri,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  BylAskProxy *self = BYL_ASK_PROXY (resolver);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  char **direct = find_direct (uri);

  g_task_set_source_tag (task, byl_ask_proxy_lookup_async);
  if (direct != NULL)
    g_task_return_pointer (task, direct, (GDestroyNotify) g_strfreev);
  else
    g_proxy_resolver_lookup_async (self->others, uri, cancellable, lookup_cb,
                                   g_steal_pointer (&task));
}

static char **
byl_ask_proxy_lookup_finish (GProxyResolver  *resolver,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, resolver), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
init_resolver (GProxyResolverInterface *iface)
{
  iface->is_supported = byl_ask_proxy_is_supported;
  iface->lookup = byl_ask_proxy_lookup;
  iface->lookup_async = byl_ask_proxy_lookup_async;
  iface->lookup_finish = byl_ask_proxy_lookup_finish;
}

static void
byl_ask_proxy_dispose (GObject *object)
{
  BylAskProxy *self = BYL_ASK_PROXY (object);

  g_clear_object (&self->others);

  G_OBJECT_CLASS (byl_ask_proxy_parent_class)->dispose (object);
}

static void
byl_ask_proxy_class_init (BylAskProxyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = byl_ask_proxy_dispose;
}

static void
byl_ask_proxy_init (BylAskProxy *self)
{
}

/**
 * byl_ask_proxy_new:
 * @others: knows which proxy is to be used, such as g_proxy_resolver_get_default()
 *
 * Where a proxy is set for everything, also for this very machine, a question to a program that
 * runs here would leave the machine, in clear and with its key.
 *
 * Returns: (transfer full): knows the same, but goes to this machine without a proxy
 */
GProxyResolver *
byl_ask_proxy_new (GProxyResolver *others)
{
  BylAskProxy *self = g_object_new (BYL_TYPE_ASK_PROXY, NULL);

  self->others = g_object_ref (others);

  return G_PROXY_RESOLVER (self);
}
