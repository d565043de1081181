/* byl-lesson.c: the five tells that the first game teaches, one after the other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lesson.h"

#include <glib/gi18n.h>

#define ROUNDS 12 /* two of each step: short enough for a first game */

/* In the order in which they are taught: from what the eye meets first to what it must look for. */
static const BylLessonStep steps[] =
{
  {
    "How it opens",
    N_("How it opens"),
    N_("Read the first five words. Does it answer at once, greet you, put up a heading, or begin "
       "with “it depends”?"),
  },
  {
    "How sure it sounds",
    N_("How sure it sounds"),
    N_("Count the small words. “May” and “usually” leave a door open, “always” and “never” shut "
       "it; some writers use neither."),
  },
  {
    "How it is built",
    N_("How it is built"),
    N_("Half close your eyes and look at the shape: headings and lists, one long flow, or short "
       "bricks of text."),
  },
  {
    "How it punctuates",
    N_("How it punctuates"),
    N_("Look at the marks, not the words: dashes, semicolons, colons, brackets, exclamation "
       "marks, or nothing but full stops."),
  },
  {
    "How it ends",
    N_("How it ends"),
    N_("Jump to the last sentence. Does it sum up, warn, offer more help, or simply stop?"),
  },
  {
    "All together",
    N_("All together"),
    N_("Now nothing is loud. Take two tells that agree before you sign."),
  },
};

/**
 * byl_lesson_new_rules:
 *
 * A lesson is played solo: one answer at a time, so that its writer is told after every single
 * card, since feedback after each item is what teaches (Milička et al. 2025).
 *
 * Returns: (transfer full): the rules of a newcomer's first game
 */
BylRules *
byl_lesson_new_rules (void)
{
  BylRules *rules = byl_rules_new ();

  rules->mode = BYL_MODE_SOLO;
  rules->answers = BYL_RULES_ALL_ANSWERS;
  rules->rounds = ROUNDS;
  rules->lesson = TRUE;

  return rules;
}

/**
 * byl_lesson_find_step:
 * @category: (nullable): the category of a question
 *
 * Returns: (nullable): the step that this category practises, in the player's language
 */
const BylLessonStep *
byl_lesson_find_step (const char *category)
{
  static BylLessonStep translated[G_N_ELEMENTS (steps)];

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (steps[i].category, category) == 0)
      {
        translated[i].category = steps[i].category;
        translated[i].title = _(steps[i].title);
        translated[i].text = _(steps[i].text);

        return &translated[i];
      }

  return NULL;
}

/**
 * byl_lesson_get_number:
 * @step: a step that byl_lesson_find_step() returned
 *
 * Returns: its place in the lesson, from 1; 0 for the last, which mixes the five tells
 */
guint
byl_lesson_get_number (const BylLessonStep *step)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].category, step->category))
      return i + 1;

  return 0;
}
