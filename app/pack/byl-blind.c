/* byl-blind.c: an answer made fit to be shown without its writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-blind.h"

/**
 * byl_blind_answer:
 * @text: an answer in Markdown, as in its pack
 * @prompt: the question; a name that it holds is not hidden
 * @mask: names to hide
 * @plain_text: whether the formatting is taken out too
 *
 * Takes out what would give the writer away but is no part of the writing: reasoning, invisible
 * characters, white space around the text, and names. Names are looked for in the read text, so
 * that formatting inside a name does not save it.
 *
 * Returns: (transfer full): the answer as it may be shown before the reveal; empty if nothing is
 *   left
 */
BylReadText *
byl_blind_answer (const char    *text,
                  const char    *prompt,
                  const BylMask *mask,
                  gboolean       plain_text)
{
  g_autofree char *clean = byl_text_clean (text);
  g_autofree char *answer = byl_text_without_thinking (clean);
  g_autoptr(BylReadText) read_text = byl_read_text_new_markdown (g_strstrip (answer));

  if (plain_text)
    {
      g_autoptr(BylReadText) formatted = g_steal_pointer (&read_text);

      read_text = byl_read_text_unformatted (formatted);
    }

  return byl_read_text_mask (read_text, mask, prompt);
}
