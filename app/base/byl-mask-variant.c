/* byl-mask-variant.c: what hangs on a name and goes with it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mask-variant.h"

#include "byl-mask-token.h"

/* A text in which a name was found. */
typedef struct
{
  const char *text;
  const BylMaskToken *tokens;
  guint n_tokens;
  GHashTable *words; /* (element-type utf8): folded words that occur in names */
} Hanging;

/* Words that makers hang on the names of their models, whoever the maker is. */
static const char * const known_variants[] = {
  "advanced", "air", "alpha", "base", "beta", "chat", "code", "coder", "deep", "exp",
  "experimental",
  "fast", "flash", "haiku", "heavy", "high", "instant", "instruct", "it", "large", "latest", "lite",
  "low", "math", "max", "medium", "mini", "multimodal", "nano", "omni", "opus", "plus", "preview",
  "pro",
  "reasoner", "reasoning", "search", "small", "sonnet", "thinking", "tiny", "turbo", "ultra",
  "vision",
  "vl", "xl", NULL,
};

static gboolean
starts_with_capital (const Hanging      *hanging,
                     const BylMaskToken *token)
{
  gunichar character = g_utf8_get_char (hanging->text + token->start);

  return g_unichar_isupper (character) || g_unichar_istitle (character);
}

static gboolean
is_followed_by_digits (const Hanging *hanging,
                       guint          index)
{
  return index + 1 < hanging->n_tokens && hanging->tokens[index + 1].kind == BYL_MASK_DIGITS &&
         hanging->tokens[index + 1].gap == BYL_MASK_GAP_NONE;
}

/* Whether a number after a name is its version: “-4”, “ 3.5”, “ 4o”; but not a year. */
static gboolean
is_version (const Hanging *hanging,
            guint          index)
{
  const BylMaskToken *token = &hanging->tokens[index];
  const BylMaskToken *next = index + 1 < hanging->n_tokens ? token + 1 : NULL;

  if (token->gap == BYL_MASK_GAP_HYPHEN)
    return TRUE;
  if (token[-1].kind == BYL_MASK_DIGITS)
    return FALSE;

  return token->last - token->first <= 2 ||
         (next != NULL && next->gap <= BYL_MASK_GAP_HYPHEN && next->kind <= BYL_MASK_DIGITS);
}

/* Whether a word after a name is a variant of it: “-pro”, “ Turbo”, “-r1”. A word after a space is
 * only taken where it is written like a name. */
static gboolean
is_variant (const Hanging *hanging,
            guint          index)
{
  const BylMaskToken *token = &hanging->tokens[index];
  gboolean hyphen = token->gap == BYL_MASK_GAP_HYPHEN;
  gboolean capital = starts_with_capital (hanging, token);
  g_autoptr(GString) word = NULL;

  if (token->last - token->first <= 2 && is_followed_by_digits (hanging, index))
    return hyphen || capital || hanging->text[token->start] == 'v';

  word = g_string_new (NULL);
  byl_mask_token_fold (token, hanging->text, word);

  return (hyphen || capital) && (g_strv_contains (known_variants, word->str) ||
                                 g_hash_table_contains (hanging->words, word->str));
}

/**
 * byl_mask_variant_swallow:
 * @text: valid UTF-8
 * @tokens: (element-type BylMaskToken): the text in pieces
 * @end: index of the first token behind a name
 * @words: (element-type utf8): words that occur in names behind their first, folded
 *
 * Finds how far a name goes with the versions and variants that hang on it: “GPT” takes “-4o-mini”
 * along, but not “’s”, and neither “-based” nor “ in 2023”.
 *
 * Returns: index of the first token behind all that, at least @end
 */
guint
byl_mask_variant_swallow (const char *text,
                          GArray     *tokens,
                          guint       end,
                          GHashTable *words)
{
  Hanging hanging = { text, (const BylMaskToken *) tokens->data, tokens->len, words };

  for (; end < hanging.n_tokens; end++)
    {
      const BylMaskToken *token = &hanging.tokens[end];

      if (token->kind > BYL_MASK_DIGITS || token->gap > BYL_MASK_GAP_SPACE)
        break;
      if (token->gap == BYL_MASK_GAP_NONE && token[-1].kind == BYL_MASK_SIGN)
        break;
      if (token->gap == BYL_MASK_GAP_NONE && token[-1].kind != BYL_MASK_IDEOGRAPH)
        continue;
      if (token->kind == BYL_MASK_DIGITS ? !is_version (&hanging, end)
                                         : !is_variant (&hanging, end))
        break;
    }

  return end;
}
