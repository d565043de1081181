/* byl-pack-warnings.c: what would make a game of a pack unfair or dull, though it can be played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-warnings.h"

#include "byl-pack-private.h"
#include "byl-problem.h"
#include "byl-read-text.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MIN_CHARACTERS 20u /* an answer shorter than this is never dealt */
#define ERROR_TEXT     "$ERROR$"

/* A writer is given away by length if these many questions show it, and so clearly. */
#define MIN_LENGTH_QUESTIONS 10u
#define LONGEST_SHARE        0.9
#define LONGEST_RATIO        1.15

/* As with errors: nobody mends more in one go. */
#define MAX_WARNINGS 10000u

/* What is counted of one writer, over the questions that somebody else answered as well. */
typedef struct
{
  guint   n_answers;
  guint   n_longest;
  guint64 characters;        /* of this writer's answers */
  guint   n_others;
  guint64 other_characters;  /* of the others' answers to the same questions */
} WriterCount;

typedef struct
{
  const BylPack *pack;
  GPtrArray     *problems;
  guint          n_warnings;
  BylMask       *mask;
  WriterCount   *counts;     /* by writer */
  guint         *lengths;    /* characters of each answer to the question at hand, as read */
  guint          question;
  guint          answer;
} Checking;

G_GNUC_PRINTF (4, 5)
static void
add_warning (Checking   *self,
             const char *code,
             char       *pointer,
             const char *format,
             ...)
{
  g_autofree char *owned_pointer = pointer;
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->n_warnings++ >= MAX_WARNINGS)
    return;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->problems,
                   byl_problem_new (BYL_SEVERITY_WARNING, code, owned_pointer, "%s", message));
}

/* The pointer to a member of the answer at hand. */
static char *
point_to (Checking   *self,
          const char *member)
{
  return g_strdup_printf ("/questions/%u/answers/%u/%s", self->question, self->answer, member);
}

/* Cleaning also makes line breaks alike, which is no cause for a warning. */
static gsize
count_characters (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (character != '\r' && character != '\n' && character != 0x85 && character != 0x2028 &&
          character != 0x2029)
        n++;
    }

  return n;
}

static void
check_hidden (Checking   *self,
              const char *text,
              const char *clean,
              char       *pointer)
{
  g_autofree char *owned_pointer = pointer;

  if (g_str_equal (text, clean) || count_characters (text) == count_characters (clean))
    return;

  add_warning (self, "hidden-characters", g_steal_pointer (&owned_pointer),
               _("There are characters here that nobody sees, such as zero-width spaces or marks "
                 "that turn the direction of writing. They are not shown; take them out."));
}

static void
check_plain (Checking   *self,
             const char *text,
             char       *pointer)
{
  g_autofree char *owned_pointer = pointer;
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;

  clean = byl_text_clean (text);
  check_hidden (self, text, clean, g_steal_pointer (&owned_pointer));
}

static void
check_tells (Checking          *self,
             const BylAnswer   *answer,
             const BylReadText *read_text)
{
  for (guint i = 0; i < answer->n_tells; i++)
    {
      const char *quote = answer->tells[i].quote;
      g_autofree char *member = NULL;
      BylSpan span;

      if (quote == NULL || byl_read_text_find_quote (read_text, quote, &span))
        continue;

      member = g_strdup_printf ("tells/%u/quote", i);
      add_warning (self, "quote-missing", point_to (self, member),
                   _("These words are not in the answer as a reader sees it. Quote it without its "
                     "formatting, and with every run of white space as one space."));
    }
}

/* One warning an answer will do: who mends it reads the answer. */
static void
check_names (Checking          *self,
             const BylReadText *read_text,
             const char        *prompt)
{
  const char *text = byl_read_text_get_text (read_text);
  g_autoptr(GArray) spans = byl_mask_find (self->mask, text, prompt);
  g_autofree char *name = NULL;
  BylSpan first;

  if (spans == NULL || spans->len == 0)
    return;

  first = g_array_index (spans, BylSpan, 0);
  name = g_utf8_substring (text, first.start, first.end);
  add_warning (self, "name-leak", point_to (self, "text"),
               _("This answer contains the name “%s”. It is hidden until the reveal, and what is "
                 "left may still tell."), name);
}

/* The answer as it would be played, and a warning for all that is lost on the way. */
static BylReadText *
read_answer (Checking   *self,
             const char *text)
{
  g_autofree char *clean = byl_text_clean (text);
  g_autofree char *answer = byl_text_without_thinking (clean);

  check_hidden (self, text, clean, point_to (self, "text"));
  if (!g_str_equal (clean, answer))
    add_warning (self, "think-block", point_to (self, "text"),
                 _("This answer holds the model’s reasoning, in <think>. It is not shown; take it "
                   "out."));
  if (strstr (answer, ERROR_TEXT) != NULL)
    add_warning (self, "error-text", point_to (self, "text"),
                 _("“%s” is an error that was recorded in place of an answer. Take this answer "
                   "out."),
                 ERROR_TEXT);

  return byl_read_text_new_markdown (g_strstrip (answer));
}

/* Twins are found by the folded text; keys stay owned by the table. */
static void
check_twins (Checking          *self,
             const BylReadText *read_text,
             GHashTable        *earlier)
{
  g_autofree char *folded = byl_text_fold (byl_read_text_get_text (read_text));
  char *key = byl_text_collapse (folded);
  gpointer position;

  if (!g_hash_table_lookup_extended (earlier, key, NULL, &position))
    {
      g_hash_table_insert (earlier, key, GUINT_TO_POINTER (self->answer));
      return;
    }

  g_free (key);
  /* Translators: the number of an answer in the list, from 1 */
  add_warning (self, "twins", point_to (self, "text"),
               _("This answer reads the same as answer %u of this question. The two are never "
                 "dealt together."), GPOINTER_TO_UINT (position) + 1);
}

static void
check_answer (Checking          *self,
              const BylQuestion *question,
              const BylAnswer   *answer,
              GHashTable        *earlier)
{
  g_autoptr(BylReadText) read_text = read_answer (self, answer->text);
  guint length = byl_read_text_get_length (read_text);

  self->lengths[self->answer] = length;
  check_tells (self, answer, read_text);
  check_names (self, read_text, question->prompt != NULL ? question->prompt : "");

  if (length < MIN_CHARACTERS)
    add_warning (self, "short-answer", point_to (self, "text"),
                 ngettext ("This answer has under %u character when it is read, and is never "
                           "dealt.",
                           "This answer has under %u characters when it is read, and is never "
                           "dealt.",
                           MIN_CHARACTERS),
                 MIN_CHARACTERS);
  else
    check_twins (self, read_text, earlier);
}

/* Adds the lengths of the answers to the question at hand to what is counted of their writers. */
static void
count_lengths (Checking          *self,
               const BylQuestion *question)
{
  guint64 sum = 0;
  guint n = 0;
  guint longest = 0;
  guint n_longest = 0;

  for (guint i = 0; i < question->n_answers; i++)
    {
      if (question->answers[i].writer == BYL_PACK_NO_WRITER || question->answers[i].text == NULL)
        continue;

      n++;
      sum += self->lengths[i];
      if (n_longest == 0 || self->lengths[i] > longest)
        n_longest = 1;
      else if (self->lengths[i] == longest)
        n_longest++;
      longest = MAX (longest, self->lengths[i]);
    }

  for (guint i = 0; i < question->n_answers; i++)
    {
      const BylAnswer *answer = &question->answers[i];
      WriterCount *count;

      if (answer->writer == BYL_PACK_NO_WRITER || answer->text == NULL)
        continue;

      count = &self->counts[answer->writer];
      count->n_answers++;
      count->characters += self->lengths[i];
      count->n_others += n - 1;
      count->other_characters += sum - self->lengths[i];
      if (n > 1 && n_longest == 1 && self->lengths[i] == longest)
        count->n_longest++;
    }
}

static void
check_question (Checking          *self,
                const BylQuestion *question)
{
  g_autoptr(GHashTable) earlier = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_plain (self, question->prompt, g_strdup_printf ("/questions/%u/prompt", self->question));
  if (question->n_answers == 0)
    return;

  self->lengths = g_new0 (guint, question->n_answers);
  for (guint i = 0; i < question->n_answers; i++)
    {
      self->answer = i;
      if (question->answers[i].text != NULL)
        check_answer (self, question, &question->answers[i], earlier);
    }
  count_lengths (self, question);
  g_clear_pointer (&self->lengths, g_free);
}

static gboolean
is_given_away_by_length (const WriterCount *count)
{
  if (count->n_answers < MIN_LENGTH_QUESTIONS || count->n_others == 0)
    return FALSE;

  return count->n_longest >= LONGEST_SHARE * count->n_answers &&
         (double) count->characters / count->n_answers >=
         LONGEST_RATIO * (double) count->other_characters / count->n_others;
}

static void
check_writer (Checking *self,
              guint     position)
{
  const BylWriter *writer = &self->pack->writers[position];
  const WriterCount *count = &self->counts[position];
  const char *name = writer->name != NULL ? writer->name : "";

  check_plain (self, writer->name, g_strdup_printf ("/writers/%u/name", position));
  check_plain (self, writer->maker, g_strdup_printf ("/writers/%u/maker", position));

  if (is_given_away_by_length (count))
    add_warning (self, "longest-writer", g_strdup_printf ("/writers/%u", position),
                 /* Translators: a writer’s name; in how many answers; of how many */
                 _("“%s” wrote the longest answer %u times of %u, and by far: length alone gives "
                   "this writer away."), name, count->n_longest, count->n_answers);

  if (2 * count->n_answers < self->pack->n_questions)
    add_warning (self, "imbalance", g_strdup_printf ("/writers/%u", position),
                 /* Translators: a writer’s name; how many questions; of how many */
                 _("“%s” answers %u of %u questions, fewer than half: this writer is seldom "
                   "dealt."),
                 name, count->n_answers, self->pack->n_questions);
}

/* Every writer's names, in any case, and whatever else bears a name, as it is written. */
static BylMask *
make_mask (const BylPack         *pack,
           const BylKnownWriters *known)
{
  BylMask *mask = byl_mask_new ();

  byl_pack_add_names (pack, mask);
  if (known != NULL)
    byl_known_writers_add_names (known, mask);

  return mask;
}

/* Adds what is to be said of a pack that has been read, wholly or, with errors, as far as it goes.
 * The time is in proportion to the pack's size. */
void
byl_pack_add_warnings (const BylPack         *pack,
                       const BylKnownWriters *known,
                       GPtrArray             *problems,
                       GCancellable          *cancellable)
{
  g_autoptr(BylMask) mask = make_mask (pack, known);
  g_autofree WriterCount *counts = g_new0 (WriterCount, pack->n_writers + 1);
  Checking checking = { .pack = pack, .problems = problems, .mask = mask, .counts = counts };

  for (guint i = 0; i < pack->n_questions; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return;

      checking.question = i;
      check_question (&checking, &pack->questions[i]);
    }

  for (guint i = 0; i < pack->n_writers; i++)
    check_writer (&checking, i);
}
