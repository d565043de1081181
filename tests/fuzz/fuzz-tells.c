/* fuzz-tells.c: whatever an answer is, its tells lie within it, and its figures are numbers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-features.h"
#include "byl-tell-finder.h"
#include "fuzz.h"

#include <math.h>

const char * const fuzz_seeds[] = {
  "Sure! Here is what I'd do—it depends, perhaps; e.g. on 3–5 (or ~7) things: A, B, and C.\n",
  "# Short answer\n\n- **One:** may, might, must.\n- **Two:** see www.x.org [1].\n\nIn short, ask!",
  "« Bien sûr », c'est-à-dire… l’idée n’est pas X, mais Y ? Natürlich: z. B. 1,5.",
  "たぶん、正しいです。「はい」！\n\n1. 你好，可能。\n2. 아마도 그렇습니다.",
  "ربما؛ أليس كذلك؟ อาจจะ 🎉👩‍💻 1️⃣ -> → => ... ---",
  "```c\nint main (void);\n```\n\n|a|b|\n|-|-|\n|`x`|*y*|\n\n> “quoted”\n\n---\n((a) [c](https://d.e/f_(g)).",
  NULL,
};

/* One finder serves many answers, as it does for a pack: it keeps what it learned of their words. */
static BylTellFinder *
get_finder (guint choice)
{
  static const char * const languages[] =
    { "en", "de", "fr", "es", "pt", "ru", "zh", "ja", "ko", NULL };
  static BylTellFinder *finders[G_N_ELEMENTS (languages)];

  choice %= G_N_ELEMENTS (languages);

  if (finders[choice] == NULL)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "lexicons", NULL);
      g_autoptr(BylLexicon) lexicon = NULL;

      if (languages[choice] != NULL)
        g_assert_true (byl_lexicon_find (folder, languages[choice], &lexicon, NULL));
      finders[choice] = byl_tell_finder_new (lexicon);
    }

  return finders[choice];
}

static void
check_tells (const BylTells *tells,
             guint           length)
{
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpuint (spans[i].start, <=, spans[i].end);
      g_assert_cmpuint (spans[i].end, <=, length);
      g_assert_cmpuint (spans[i].tell, <, BYL_N_TELLS);
      if (i > 0)
        g_assert_cmpuint (spans[i - 1].start, <=, spans[i].start);
    }

  for (BylTell i = 0; i < BYL_N_TELLS; i++)
    {
      double value = byl_tells_get_value (tells, i);

      if (isnan (value))
        continue;
      g_assert_true (isfinite (value));
      if (byl_tell_kind_get (i)->unit == BYL_TELL_SHARE
          || byl_tell_kind_get (i)->unit == BYL_TELL_ITEM_SHARE)
        g_assert_true (value >= 0.0 && value <= 1.0);
    }
}

static void
check_answer (BylReadText *text,
              const char  *prompt,
              guint        language)
{
  g_autoptr(BylTells) tells = byl_tell_finder_find (get_finder (language), text, prompt);
  BylRivalFeatures *features = byl_rival_features_new (text);

  check_tells (tells, byl_read_text_get_length (text));
  for (BylFigure i = 0; i < BYL_N_FIGURES; i++)
    g_assert_true (isfinite (features->figures[i]) && features->figures[i] >= 0.0f);
  byl_rival_features_free (features);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *bytes = g_strndup (data != NULL ? (const char *) data : "", size);
  g_autofree char *markdown = g_utf8_make_valid (bytes, -1);
  g_autofree char *prompt = g_utf8_substring (markdown, 0, g_utf8_strlen (markdown, -1) / 2);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylReadText) plain = byl_read_text_new_plain (markdown);
  guint language = size > 0 ? data[size / 2] : 0;

  check_answer (text, prompt, language);
  check_answer (plain, NULL, language + 1);

  return 0;
}
