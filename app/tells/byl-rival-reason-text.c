/* byl-rival-reason-text.c: the rival's reasons in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-reason.h"

#include <glib/gi18n.h>

/* In the order of BylFigure. Translators: each of these is what was counted in an answer. */
static const char * const labels[BYL_N_FIGURES] = {
  [BYL_FIGURE_WORDS] = N_("Words"),
  [BYL_FIGURE_SENTENCES] = N_("Sentences"),
  [BYL_FIGURE_SENTENCE_LENGTH] = N_("Words in a sentence"),
  [BYL_FIGURE_SENTENCE_SPREAD] = N_("Difference of sentences in length, in words"),
  [BYL_FIGURE_BLOCKS] = N_("Paragraphs, headings and list items"),
  [BYL_FIGURE_BLOCK_LENGTH] = N_("Words in a paragraph, heading or list item"),
  [BYL_FIGURE_FIRST_BLOCK] = N_("Words in the first paragraph"),
  [BYL_FIGURE_LAST_BLOCK] = N_("Words in the last paragraph"),
  [BYL_FIGURE_PREAMBLE] = N_("Words before the first formatting or number"),
  [BYL_FIGURE_HEADINGS] = N_("Headings"),
  [BYL_FIGURE_HEADING_LEVEL] = N_("Level of the smallest heading"),
  [BYL_FIGURE_BULLETS] = N_("Bulleted list items"),
  [BYL_FIGURE_NUMBERED] = N_("Numbered list items"),
  [BYL_FIGURE_NESTING] = N_("Lists inside each other"),
  [BYL_FIGURE_ITEM_LENGTH] = N_("Words for each list item"),
  [BYL_FIGURE_BOLD] = N_("Bold passages"),
  [BYL_FIGURE_BOLD_LEAD] = N_("Share of list items that open in bold"),
  [BYL_FIGURE_ITALIC] = N_("Italic passages"),
  [BYL_FIGURE_INLINE_CODE] = N_("Code inside a sentence"),
  [BYL_FIGURE_CODE_BLOCKS] = N_("Blocks of code"),
  [BYL_FIGURE_CELLS] = N_("Cells of tables"),
  [BYL_FIGURE_RULES] = N_("Dividing lines"),
  [BYL_FIGURE_QUOTED] = N_("Quoted paragraphs"),
  [BYL_FIGURE_LINKS] = N_("Links"),
  [BYL_FIGURE_COMMAS] = N_("Commas in 1,000 words"),
  [BYL_FIGURE_STOPS] = N_("Full stops in 1,000 words"),
  [BYL_FIGURE_COLONS] = N_("Colons in 1,000 words"),
  [BYL_FIGURE_SEMICOLONS] = N_("Semicolons in 1,000 words"),
  [BYL_FIGURE_DASHES] = N_("Dashes in 1,000 words"),
  [BYL_FIGURE_HYPHENS] = N_("Hyphens in 1,000 words"),
  [BYL_FIGURE_PARENTHESES] = N_("Parentheses in 1,000 words"),
  [BYL_FIGURE_EXCLAMATIONS] = N_("Exclamation marks in 1,000 words"),
  [BYL_FIGURE_QUESTIONS] = N_("Question marks in 1,000 words"),
  [BYL_FIGURE_ELLIPSES] = N_("Ellipses in 1,000 words"),
  [BYL_FIGURE_STRAIGHT_QUOTES] = N_("Straight quotation marks in 1,000 words"),
  [BYL_FIGURE_CURLY_QUOTES] = N_("Curly quotation marks in 1,000 words"),
  [BYL_FIGURE_SYMBOLS] = N_("Symbols and emoji in 1,000 words"),
  [BYL_FIGURE_NUMBERS] = N_("Numbers in 1,000 words"),
  [BYL_FIGURE_CAPITALS] = N_("Capitalised words in 1,000"),
  [BYL_FIGURE_CONTRACTIONS] = N_("Words with an apostrophe in 1,000"),
  [BYL_FIGURE_WORD_LENGTH] = N_("Letters in a word"),
  [BYL_FIGURE_LONG_WORDS] = N_("Share of words of seven letters or more"),
  [BYL_FIGURE_VARIETY] = N_("Share of different words among the first 100"),
};

/**
 * byl_rival_figure_get_label:
 * @figure: something that is counted
 *
 * Returns: what it is, translated, as it stands before a colon and a number
 */
const char *
byl_rival_figure_get_label (BylFigure figure)
{
  return _(labels[figure]);
}

static char *
write_number (double value)
{
  if (value >= 100.0)
    return g_strdup_printf ("%.0f", value);

  return g_strdup_printf (value == (guint) value ? "%.0f" : value < 1.0 ? "%.2f" : "%.1f", value);
}

static char *
write_figure (const BylRivalReason *reason,
              const char           *writer_name)
{
  g_autofree char *value = write_number (reason->value);
  g_autofree char *mean = write_number (reason->mean);
  g_autofree char *others = write_number (reason->others_mean);

  /* Translators: “Headings: 6 here; the mean of GPT-5.4 is 5.1, that of the others 1.2.” */
  return g_strdup_printf (_("%s: %s here; the mean of %s is %s, that of the others %s."),
                          byl_rival_figure_get_label (reason->figure), value, writer_name, mean,
                          others);
}

/**
 * byl_rival_reason_to_text:
 * @self: a reason
 * @writer_name: the name of the writer for whom it speaks
 *
 * Returns: (transfer full): the reason as a sentence, translated
 */
char *
byl_rival_reason_to_text (const BylRivalReason *self,
                          const char           *writer_name)
{
  g_autofree char *words = NULL;

  if (self->kind == BYL_RIVAL_REASON_FIGURE)
    return write_figure (self, writer_name);

  words = g_strdelimit (g_strdup (self->words), "\n\t", ' ');

  /* Translators: in these four, words of an answer, the number of a writer’s answers that have
   * them, of how many, and that writer’s name; then the same of the other writers. */
  switch (self->kind)
    {
    case BYL_RIVAL_REASON_BEGIN:
      return g_strdup_printf (_("“%s” near the beginning: in %u of %u answers of %s, in %u of %u "
                                "of the others."),
                              words, self->n_with, self->n_answers, writer_name,
                              self->others_with, self->n_others);
    case BYL_RIVAL_REASON_END:
      return g_strdup_printf (_("“%s” near the end: in %u of %u answers of %s, in %u of %u of the "
                                "others."),
                              words, self->n_with, self->n_answers, writer_name,
                              self->others_with, self->n_others);
    case BYL_RIVAL_REASON_START:
      return g_strdup_printf (_("“%s” at the start of a line or a sentence: in %u of %u answers "
                                "of %s, in %u of %u of the others."),
                              words, self->n_with, self->n_answers, writer_name,
                              self->others_with, self->n_others);
    default:
      return g_strdup_printf (_("“%s”: in %u of %u answers of %s, in %u of %u of the others."),
                              words, self->n_with, self->n_answers, writer_name,
                              self->others_with, self->n_others);
    }
}
