/* test-blind.c: what of an answer is shown before the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-blind.h"
#include "byl-pack-reader.h"
#include "test-pack-support.h"

static const char three_writers[] =
  "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"three\",\"title\":\"Three\",\"language\":\"en\","
  "\"writers\":[{\"id\":\"ann\",\"name\":\"Ann\",\"maker\":\"Acme\",\"aliases\":[\"Nan\"]},"
  "{\"id\":\"bob\",\"name\":\"Bob\"},{\"id\":\"cyd\",\"name\":\"Cyd\"}],"
  "\"questions\":[{\"id\":\"q\",\"prompt\":\"?\",\"answers\":["
  "{\"writer\":\"ann\",\"text\":\"a\"},{\"writer\":\"bob\",\"text\":\"b\"}]}]}";

static BylPack *
read_pack (void)
{
  g_autoptr(GBytes) bytes = test_make_bytes (three_writers);
  g_autoptr(GError) error = NULL;
  BylPack *pack = byl_pack_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
check_blind (const char *text,
             const char *prompt,
             gboolean    plain_text,
             const char *shown)
{
  g_autoptr(BylPack) pack = read_pack ();
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) read_text = NULL;

  byl_pack_add_names (pack, mask);
  read_text = byl_blind_answer (text, prompt, mask, plain_text);
  g_assert_cmpstr (byl_read_text_get_text (read_text), ==, shown);
}

static void
test_nothing_that_is_shown_names_a_writer (void)
{
  check_blind ("I am Ann, made by ACME.", "Who?", FALSE, "I am █████, made by █████.");
  check_blind ("Ask **B**ob or *C*y*d* or nan.", "Who?", FALSE, "Ask █████ or █████ or █████.");
  check_blind ("Annual reports are bobbing along.", "Who?", FALSE, "Annual reports are bobbing along.");
  check_blind ("As Bob said, yes.", "What did Bob say?", FALSE, "As Bob said, yes.");
}

static void
test_reasoning_and_invisible_marks_are_taken_out (void)
{
  check_blind ("<think>I am Ann.</think>\n\nHello there.", "Who?", FALSE, "Hello there.");
  check_blind ("\n  He\xe2\x80\x8bllo \xe2\x80\xaethere.  \n", "Who?", FALSE, "Hello there.");
  check_blind ("A\xe2\x80\x8bnn was here.", "Who?", FALSE, "█████ was here.");
}

static void
test_plain_text_has_no_formatting_left (void)
{
  guint n_blocks;
  guint n_runs;
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) read_text =
    byl_blind_answer ("# Title\n\n- **bold**\n- `code`\n", "Who?", mask, TRUE);
  const BylBlock *blocks = byl_read_text_get_blocks (read_text, &n_blocks);

  byl_read_text_get_runs (read_text, &n_runs);
  g_assert_cmpuint (n_runs, ==, 0);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_assert_cmpint (blocks[i].kind, ==, BYL_BLOCK_PARAGRAPH);
      g_assert_cmpint (blocks[i].marker, ==, BYL_MARKER_NONE);
      g_assert_cmpuint (blocks[i].list_depth, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/blind/nothing-that-is-shown-names-a-writer",
                   test_nothing_that_is_shown_names_a_writer);
  g_test_add_func ("/blind/reasoning-and-invisible-marks-are-taken-out",
                   test_reasoning_and_invisible_marks_are_taken_out);
  g_test_add_func ("/blind/plain-text-has-no-formatting-left",
                   test_plain_text_has_no_formatting_left);

  return g_test_run ();
}
