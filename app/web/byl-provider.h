/* byl-provider.h: a service, or a program on this machine, whose models can be asked
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BylInterface:
 * @BYL_INTERFACE_OPENAI: OpenAI Chat Completions, which most others speak as well
 * @BYL_INTERFACE_ANTHROPIC: Anthropic Messages
 * @BYL_INTERFACE_GEMINI: Gemini, streamGenerateContent
 * @BYL_INTERFACE_OLLAMA: Ollama's own, one JSON object a line
 *
 * How a server wants to be asked.
 */
typedef enum
{
  BYL_INTERFACE_OPENAI,
  BYL_INTERFACE_ANTHROPIC,
  BYL_INTERFACE_GEMINI,
  BYL_INTERFACE_OLLAMA,
} BylInterface;

/* A model that a provider is known to have; it may have others, and this one no more. */
typedef struct
{
  char  *id;           /* as the provider's interface calls it */
  char  *name;         /* as data/writers.json calls it, or as its maker does */
  char  *maker;
  double input_price;  /* for a million tokens; below 0 = not known */
  double output_price; /* for a million tokens; below 0 = not known */
  char  *currency;     /* (nullable): ISO 4217, where the prices are known */
  char  *as_of;        /* (nullable): ISO 8601 date of the prices */
  char  *source;       /* (nullable): where the prices were published */
} BylProviderModel;

/**
 * BylProvider:
 *
 * What is known of a provider before anybody has typed anything.
 */
typedef struct
{
  char        *id;
  char        *name;
  BylInterface interface;
  char        *address;      /* tidy base address; "" where there is none to start from */
  char        *key_variable; /* (nullable): the variable of the environment that holds a key */
  char        *key_page;     /* (nullable): address of the page where one gets a key */
  gboolean     needs_key;
  gboolean     new_length;   /* at its own address, max_tokens is called max_completion_tokens */
  guint        parallel;     /* questions that are asked at once, 1 to 4 */
  GPtrArray   *models;       /* (element-type BylProviderModel) */
  char        *note;         /* (nullable): a translated sentence for who chooses it */
} BylProvider;

#define BYL_TYPE_PROVIDER (byl_provider_get_type ())

GType                   byl_provider_get_type       (void);
GPtrArray              *byl_providers_load          (GFile              *file,
                                                     GError            **error);
const BylProvider      *byl_providers_find          (GPtrArray          *providers,
                                                     const char         *id);
BylProvider            *byl_provider_copy           (const BylProvider  *self);
void                    byl_provider_free           (BylProvider        *self);
const BylProviderModel *byl_provider_find_model     (const BylProvider  *self,
                                                     const char         *id);

const char             *byl_interface_get_id        (BylInterface        interface);
gboolean                byl_interface_parse         (const char         *id,
                                                     BylInterface       *interface);

char                   *byl_provider_tidy_address   (BylInterface        interface,
                                                     const char         *typed,
                                                     GError            **error);
char                   *byl_provider_dup_origin     (const char         *address);
char                   *byl_provider_dup_key_origin (const BylProvider  *self,
                                                     const char         *address,
                                                     GError            **error);
const char             *byl_provider_find_variable  (const BylProvider  *self,
                                                     const char         *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylProvider, byl_provider_free)

G_END_DECLS
