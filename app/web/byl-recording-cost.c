/* byl-recording-cost.c: how often a plan asks, and what that may cost
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-plan.h"

#include "byl-web-address.h"

#include <glib/gi18n-lib.h>

/* A rule of thumb of OpenAI's for English, “What are tokens and how to count them?”. */
#define CHARACTERS_A_TOKEN 4.0

/* Prices are for so many tokens. */
#define PRICED_TOKENS 1e6

/* Programs on this machine ask for no money. */
static gboolean
is_here (const BylRecordingWriter *writer,
         const BylProvider        *provider)
{
  const char *address = writer->address != NULL ? writer->address
                        : provider != NULL ? provider->address : NULL;
  g_autoptr(GUri) uri = address != NULL ? byl_web_address_parse (address, NULL) : NULL;

  return uri != NULL && byl_web_address_is_loopback (uri);
}

/* A preset's prices are those of its own address. */
static const BylProviderModel *
find_price (const BylRecordingWriter *writer,
            const BylProvider        *provider)
{
  const BylProviderModel *model = NULL;
  g_autofree char *own = NULL;
  g_autofree char *asked = NULL;

  if (provider != NULL && writer->model != NULL)
    model = byl_provider_find_model (provider, writer->model);
  if (model == NULL || model->input_price < 0 || model->output_price < 0 ||
      model->currency == NULL)
    return NULL;

  own = byl_provider_dup_origin (provider->address);
  asked = byl_provider_dup_origin (writer->address != NULL ? writer->address : provider->address);

  return g_strcmp0 (own, asked) == 0 ? model : NULL;
}

static double
count_tokens (const char *text)
{
  return text != NULL ? g_utf8_strlen (text, -1) / CHARACTERS_A_TOKEN : 0;
}

/* An answer is no longer than what is allowed. */
static double
guess_answer (const BylRecordingPlan *self,
              guint                   writer)
{
  JsonObject *parameters = byl_recording_plan_get_parameters (self, writer);
  JsonNode *limit = parameters != NULL ? json_object_get_member (parameters, "max_tokens") : NULL;

  if (limit != NULL && JSON_NODE_HOLDS_VALUE (limit) &&
      json_node_get_value_type (limit) == G_TYPE_INT64 && json_node_get_int (limit) > 0)
    return MIN (json_node_get_int (limit), BYL_RECORDING_ANSWER_TOKENS);

  return BYL_RECORDING_ANSWER_TOKENS;
}

static double
price_writer (const BylRecordingPlan *self,
              guint                   writer,
              const BylProviderModel *model)
{
  double system = count_tokens (byl_recording_plan_get_system (self, writer));
  double input = 0;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const BylQuestionLine *question = g_ptr_array_index (self->questions, i);

      input += count_tokens (question->prompt) + system;
    }

  return (input * model->input_price +
          self->questions->len * guess_answer (self, writer) * model->output_price) /
         PRICED_TOKENS;
}

/**
 * byl_recording_plan_count_calls:
 * @self: a plan
 *
 * Returns: how many answers are asked for through a provider's interface; pasted ones do not count
 */
guint
byl_recording_plan_count_calls (const BylRecordingPlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (self->writers, i);

      if (!writer->pasted)
        n += self->questions->len;
    }

  return n;
}

/**
 * byl_recording_plan_estimate:
 * @self: a plan
 * @providers: (element-type BylProvider): the presets, with their prices
 * @amount: (out) (optional): about what it costs to ask everything once
 * @currency: (out) (optional) (nullable) (transfer full): ISO 4217; %NULL where nothing is paid for
 *
 * Four characters of a question and of its system prompt are taken for a token, and an answer for
 * %BYL_RECORDING_ANSWER_TOKENS, or for “max_tokens” where that is less. What runs on this machine
 * and what is pasted costs nothing.
 *
 * Returns: whether the price of every model is known, all in one currency; else nothing is set
 */
gboolean
byl_recording_plan_estimate (const BylRecordingPlan  *self,
                             GPtrArray               *providers,
                             double                  *amount,
                             char                   **currency)
{
  const char *found = NULL;
  double sum = 0;

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (self->writers, i);
      const BylProvider *provider = byl_providers_find (providers, writer->provider);
      const BylProviderModel *model;

      if (writer->pasted || is_here (writer, provider))
        continue;

      model = find_price (writer, provider);
      if (model == NULL || (found != NULL && !g_str_equal (found, model->currency)))
        return FALSE;

      found = model->currency;
      sum += price_writer (self, i, model);
    }

  if (amount != NULL)
    *amount = sum;
  if (currency != NULL)
    *currency = g_strdup (found);

  return TRUE;
}

/**
 * byl_recording_plan_describe_cost:
 * @self: a plan
 * @providers: (element-type BylProvider): the presets, with their prices
 *
 * Returns: (transfer full): how often is asked and what that may cost, and how this was estimated
 */
char *
byl_recording_plan_describe_cost (const BylRecordingPlan *self,
                                  GPtrArray              *providers)
{
  guint n_calls = byl_recording_plan_count_calls (self);
  g_autofree char *calls = g_strdup_printf (ngettext ("One answer will be asked for.",
                                                      "%u answers will be asked for.", n_calls),
                                            n_calls);
  g_autofree char *currency = NULL;
  double amount;

  if (!byl_recording_plan_estimate (self, providers, &amount, &currency))
    /* Translators: %s is the sentence “40 answers will be asked for.” */
    return g_strdup_printf (_("%s What that costs is not known: a model has no known price."),
                            calls);

  if (currency == NULL)
    /* Translators: %s is the sentence “40 answers will be asked for.” */
    return g_strdup_printf (_("%s No provider is known to want money for that."), calls);

  return g_strdup_printf (
    /* Translators: the sentence “40 answers will be asked for.”, an amount, a currency such as USD,
     * and a number of tokens */
    _("%s That may cost about %.2f %s, if a token is four characters and an answer %u tokens."),
    calls, amount, currency, BYL_RECORDING_ANSWER_TOKENS);
}
