/* fuzz-gate.c: whatever passes the gate is safe to parse and to read as a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"
#include "byl-locate.h"
#include "byl-pack-reader.h"
#include "fuzz.h"

#include <json-glib/json-glib.h>

#define ANSWER "Twenty characters, and some more of them."

const char * const fuzz_seeds[] = {
  "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"a\",\"title\":\"T\",\"language\":\"en\","
  "\"license\":\"CC0-1.0\",\"writers\":[{\"id\":\"w1\",\"name\":\"One\",\"maker\":\"M\"},"
  "{\"id\":\"w2\",\"name\":\"Two\",\"aliases\":[\"2\"]}],\"questions\":[{\"id\":\"q\","
  "\"prompt\":\"Why?\",\"answers\":[{\"writer\":\"w1\",\"text\":\"" ANSWER " 1\"},"
  "{\"writer\":\"w2\",\"text\":\"" ANSWER " 2\"}]}]}",
  "{\"title\":{\"en\":\"A\",\"pl\":\"Ż\"},\"writers\":[],\"questions\":[]}",
  "{\"a\":[1.5e3,true,null,\"\\ud83d\\ude00é\\n\"],\"b\":{\"c\":-0}}",
  "[[[[[[]]]]],{\"\":{\"~/\":false}},-9223372036854775808,0.1E-5,\"\\u00e9\\\"\\\\\"]",
  "\"text\"", "0", " null ",
  NULL,
};

static void
walk (const char *data,
      gsize       size)
{
  static const char * const pointers[] = { "", "/a/0", "/b/c", "/questions/0/answers/1", "x" };
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    g_ptr_array_add (problems, byl_problem_new (BYL_SEVERITY_ERROR, "x", pointers[i], "-"));

  byl_locate_problems (data, size, problems);
}

static void
read_pack (const char *data,
           gsize       size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_read (bytes, NULL, &error);

  g_assert_true ((pack == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = data != NULL ? (const char *) data : "";
  g_autoptr(BylProblem) problem = byl_gate_check (text, size);
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) error = NULL;

  walk (text, size);
  read_pack (text, size);

  if (problem != NULL)
    {
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_true (g_utf8_validate (problem->pointer, -1, NULL));
      return 0;
    }

  parser = json_parser_new ();
  json_parser_load_from_data (parser, text, size, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));

  return 0;
}
