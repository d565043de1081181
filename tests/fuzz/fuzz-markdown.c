/* fuzz-markdown.c: whatever is read as Markdown has its blocks and runs in order
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "read-text-fixture.h"

const char * const fuzz_seeds[] = {
  "# Title\n\nA *b* **c** `d` ~~e~~ [f](http://x.y \"g\") ![h](i) <j> &amp; &#65;\n",
  "- a\n  - b\n    1. c\n- [ ] d\n- [x] e\n\n> f\n> > g\n\n---\n\n```c\nh\n```\n\n    i\n",
  "|a|b|\n|:---|---:|\n|1|**2**|\n|Claude|x\\|y|\n",
  "[a]: http://x.y 'b'\n\n[a][a] www.x.org a@b.org <https://z.org>\\\nnext  \nline\n",
  "Claude **Cla**ude GPT-4\u00a04 日本Claude שלום 👩‍💻 e\u0301 \u202e\u200b\n",
  "***a** b* _c __d_ e__ ``f ` g`` [h [i](j) k](l)\n",
  NULL,
};

static void
check_copies (BylReadText *text)
{
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) masked = NULL;
  g_autoptr(BylReadText) plain = NULL;
  BylSpan span;

  byl_mask_add (mask, "Claude", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "GPT-4", BYL_MASK_EXACT_CASE);
  byl_mask_add (mask, "a b", BYL_MASK_ANY_CASE);

  masked = byl_read_text_mask (text, mask, NULL);
  read_text_fixture_check (masked);
  plain = byl_read_text_unformatted (masked);
  read_text_fixture_check (plain);

  if (byl_read_text_find_quote (text, "a b", &span))
    {
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, byl_read_text_get_length (text));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  /* A text comes out of JSON, so that it is valid UTF-8 without a NUL. */
  g_autofree char *bytes = g_strndup (data != NULL ? (const char *) data : "", size);
  g_autofree char *markdown = g_utf8_make_valid (bytes, -1);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylReadText) plain = byl_read_text_new_plain (markdown);

  read_text_fixture_check (text);
  read_text_fixture_check (plain);
  check_copies (text);
  check_copies (plain);

  return 0;
}
