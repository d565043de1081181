/* test-pack-schema.c: every rule of the format, broken once each
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "test-pack-support.h"

/* A part of the good pack, what is put in its place, and the one problem that this makes. */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *code;
  const char *pointer;
  guint       line;
  const char *suggestion;
} Case;

#define ADA   "{\"id\": \"ada\""
#define FIRST "{\"writer\": \"ada\", \"text\": \"Because it is so, and has been for long.\""
#define TELL \
  "{\"family\": \"tone\", \"kind\": \"k\", \"quote\": \"it is so\", \"note\": {\"de\": \"N\"}}"

static const Case cases[] = {
  /* The pack */
  { "no-format", "\"format\": \"byline-pack\",", "", "missing-member", "", 1, NULL },
  { "no-version", "\"version\": 1,", "", "missing-member", "", 1, NULL },
  { "no-id", "\"id\": \"test-pack\",", "", "missing-member", "", 1, NULL },
  { "no-title", "\"title\": \"A pack\",", "", "missing-member", "", 1, NULL },
  { "no-language", "\"language\": \"en\",", "", "missing-member", "", 1, NULL },
  { "misspelt-title", "\"title\": \"A", "\"titel\": \"A", "missing-member", "", 1, "title" },
  { "schema-number", "\"format\"", "\"$schema\": 1, \"format\"", "wrong-type", "/$schema", 2,
    NULL },
  { "version-text", "\"version\": 1", "\"version\": \"1\"", "wrong-type", "/version", 3, NULL },
  { "version-zero", "\"version\": 1", "\"version\": 0", "bad-value", "/version", 3, NULL },
  { "version-half", "\"version\": 1", "\"version\": 1.5", "wrong-type", "/version", 3, NULL },
  { "version-null", "\"version\": 1", "\"version\": null", "wrong-type", "/version", 3, NULL },
  { "id-path", "test-pack", "../../x", "bad-pattern", "/id", 4, NULL },
  { "id-capital", "test-pack", "Test", "bad-pattern", "/id", 4, NULL },
  { "id-empty", "test-pack", "", "bad-pattern", "/id", 4, NULL },
  { "id-double-hyphen", "test-pack", "a--b", "bad-pattern", "/id", 4, NULL },
  { "id-last-point", "test-pack", "a.", "bad-pattern", "/id", 4, NULL },
  { "id-line-feed", "test-pack", "a\\n", "bad-pattern", "/id", 4, NULL },
  { "id-number", "\"test-pack\"", "7", "wrong-type", "/id", 4, NULL },
  { "revision-zero", "\"revision\": 2", "\"revision\": 0", "bad-value", "/revision", 5, NULL },
  { "revision-large", "\"revision\": 2", "\"revision\": 2147483648", "bad-value", "/revision", 5,
    NULL },
  { "revision-text", "\"revision\": 2", "\"revision\": \"2\"", "wrong-type", "/revision", 5, NULL },
  { "revision-true", "\"revision\": 2", "\"revision\": true", "wrong-type", "/revision", 5, NULL },
  { "revision-list", "\"revision\": 2", "\"revision\": [2]", "wrong-type", "/revision", 5, NULL },
  { "title-empty", "\"A pack\"", "\"\"", "too-short", "/title", 6, NULL },
  { "title-list", "\"A pack\"", "[]", "wrong-type", "/title", 6, NULL },
  { "title-no-language", "\"A pack\"", "{}", "too-few", "/title", 6, NULL },
  { "summary-tag", "\"pt-BR\"", "\"portuguese\"", "bad-pattern", "/summary/portuguese", 7, NULL },
  { "summary-short-tag", "\"pt-BR\"", "\"pt-B\"", "bad-pattern", "/summary/pt-B", 7, NULL },
  { "summary-number", "\"Curto\"", "1", "wrong-type", "/summary/pt-BR", 7, NULL },
  { "summary-slash-tag", "\"pt-BR\"", "\"a/b~\"", "bad-pattern", "/summary/a~1b~0", 7, NULL },
  { "language-word", "\"language\": \"en\"", "\"language\": \"English\"", "bad-pattern",
    "/language", 8, NULL },
  { "license-number", "\"CC0-1.0\"", "1", "wrong-type", "/license", 9, NULL },
  { "authors-object", "[{\"name\": \"Ann\", \"url\": \"https://example.org\"}]", "{}", "wrong-type",
    "/authors", 10, NULL },
  { "author-text", "{\"name\": \"Ann\", \"url\": \"https://example.org\"}", "\"Ann\"", "wrong-type",
    "/authors/0", 10, NULL },
  { "author-no-name", "\"name\": \"Ann\", ", "", "missing-member", "/authors/0", 10, NULL },
  { "author-address", "https://example.org\"}]", "javascript:x\"}]", "bad-address",
    "/authors/0/url", 10, NULL },
  { "source-text", "\"source\": {\"title\": \"Work\",", "\"source\": {\"title\": 1,", "wrong-type",
    "/source/title", 11, NULL },
  { "source-no-title", "\"title\": \"Work\",", "", "missing-member", "/source", 11, NULL },
  { "source-address", "http://example.org/w", "example.org", "bad-address", "/source/url", 11,
    NULL },
  { "source-date", "\"retrieved\": \"2026-04-08\"", "\"retrieved\": \"8 April\"", "bad-date",
    "/source/retrieved", 11, NULL },

  /* Provenance */
  { "kind-unknown", "\"kind\": \"recorded\"", "\"kind\": \"recorderd\"", "bad-value",
    "/provenance/kind", 12, "recorded" },
  { "kind-missing", "\"kind\": \"recorded\", ", "", "missing-member", "/provenance", 12, NULL },
  { "kind-far", "\"kind\": \"recorded\"", "\"kind\": \"xyz\"", "bad-value", "/provenance/kind", 12,
    NULL },
  { "date-month", "2026-04-08T10:00:00Z", "2026-13-08", "bad-date", "/provenance/date", 12, NULL },
  { "date-day", "2026-04-08T10:00:00Z", "2026-02-30", "bad-date", "/provenance/date", 12, NULL },
  { "date-year", "2026-04-08T10:00:00Z", "2026", "bad-date", "/provenance/date", 12, NULL },
  { "date-no-zone", "2026-04-08T10:00:00Z", "2026-04-08T10:00:00", "bad-date", "/provenance/date",
    12, NULL },
  { "date-number", "\"2026-04-08T10:00:00Z\"", "2026", "wrong-type", "/provenance/date", 12, NULL },
  { "tokens-list", "{\"input\": 3, \"output\": 0}", "[]", "wrong-type", "/provenance/tokens", 12,
    NULL },
  { "tokens-fraction", "\"input\": 3", "\"input\": 3.5", "wrong-type", "/provenance/tokens/input",
    12, NULL },
  { "tokens-negative", "\"output\": 0", "\"output\": -1", "bad-value", "/provenance/tokens/output",
    12, NULL },
  { "seconds-negative", "\"seconds\": 0.5", "\"seconds\": -0.5", "bad-value", "/provenance/seconds",
    12, NULL },
  { "seconds-text", "\"seconds\": 0.5", "\"seconds\": \"0.5\"", "wrong-type", "/provenance/seconds",
    12, NULL },
  { "parameters-list", "{\"t\": 1}", "[1]", "wrong-type", "/provenance/parameters", 12, NULL },
  { "system-null", "\"system\": \"\"", "\"system\": null", "wrong-type", "/provenance/system", 12,
    NULL },

  /* Writers */
  { "writer-text", "{\"id\": \"bo\", \"name\": \"Bo\"}",
    "{\"id\": \"bo\", \"name\": \"Bo\"}, \"cy\"", "wrong-type", "/writers/2", 16, NULL },
  { "writer-no-name", ADA ", \"name\": \"Ada\"", ADA, "missing-member", "/writers/0", 14, NULL },
  { "writer-id-space", "{\"id\": \"bo\", \"name\": \"Bo\"}",
    "{\"id\": \"bo\", \"name\": \"Bo\"}, {\"id\": \"c d\", \"name\": \"C\"}", "bad-pattern",
    "/writers/2/id",
    16, NULL },
  { "writer-id-twice", "{\"id\": \"bo\", \"name\": \"Bo\"}",
    "{\"id\": \"bo\", \"name\": \"Bo\"}, {\"id\": \"ada\", \"name\": \"C\"}", "duplicate-writer",
    "/writers/2/id", 16, NULL },
  { "writer-name-empty", "\"name\": \"Bo\"", "\"name\": \"\"", "too-short", "/writers/1/name", 16,
    NULL },
  { "maker-number", "\"Lace\"", "1815", "wrong-type", "/writers/0/maker", 14, NULL },
  { "writer-kind", "\"voice\"", "\"voise\"", "bad-value", "/writers/0/kind", 14, "voice" },
  { "aliases-text", "[\"Countess\"]", "\"Countess\"", "wrong-type", "/writers/0/aliases", 14,
    NULL },
  { "alias-number", "[\"Countess\"]", "[\"Countess\", 1]", "wrong-type", "/writers/0/aliases/1", 14,
    NULL },
  { "alias-empty", "[\"Countess\"]", "[\"\"]", "too-short", "/writers/0/aliases/0", 14, NULL },
  { "released", "\"released\": \"2026-04\"", "\"released\": \"2026-4\"", "bad-date",
    "/writers/0/released", 14, NULL },
  { "facts-object", "[{\"label\": \"L\", \"value\": \"V\", \"source\": {\"title\": \"T\"}}]", "{}",
    "wrong-type", "/writers/0/facts", 15, NULL },
  { "fact-no-value", "\"value\": \"V\", ", "", "missing-member", "/writers/0/facts/0", 15, NULL },
  { "price-no-output", "\"output\": 2.5, ", "", "missing-member", "/writers/0/price", 15, NULL },
  { "price-currency", "\"USD\"", "\"usd\"", "bad-pattern", "/writers/0/price/currency", 15, NULL },
  { "price-negative", "\"output\": 2.5", "\"output\": -2", "bad-value", "/writers/0/price/output",
    15, NULL },
  { "price-date", "\"2026-01\"", "\"2026-00\"", "bad-date", "/writers/0/price/as_of", 15, NULL },

  /* Questions */
  { "question-number", "{\"id\": \"q2\"", "17, {\"id\": \"q2\"", "wrong-type", "/questions/1", 23,
    NULL },
  { "question-no-prompt", "\"prompt\": \"Why?\", ", "", "missing-member", "/questions/0", 19,
    NULL },
  { "question-misspelt", "\"prompt\": \"Why?\"", "\"promt\": \"Why?\"", "missing-member",
    "/questions/0", 19, "prompt" },
  { "question-id-twice", "\"q2\"", "\"q1\"", "duplicate-question", "/questions/1/id", 23, NULL },
  { "question-id-empty", "\"q2\"", "\"\"", "too-short", "/questions/1/id", 23, NULL },
  { "prompt-null", "\"Why?\"", "null", "wrong-type", "/questions/0/prompt", 19, NULL },
  { "category-empty", "\"science\"", "\"\"", "too-short", "/questions/0/category", 19, NULL },
  { "difficulty-six", "\"difficulty\": 3", "\"difficulty\": 6", "bad-value",
    "/questions/0/difficulty", 19, NULL },
  { "difficulty-half", "\"difficulty\": 3", "\"difficulty\": 3.5", "wrong-type",
    "/questions/0/difficulty", 19, NULL },

  /* Answers */
  { "answer-text", FIRST, "\"ada\", " FIRST, "wrong-type", "/questions/0/answers/0", 20, NULL },
  { "answer-no-writer", "{\"writer\": \"bo\", \"text\": \"Step", "{\"text\": \"Step",
    "missing-member", "/questions/1/answers/0", 24, NULL },
  { "answer-writer-number", "{\"writer\": \"bo\", \"text\": \"Step",
    "{\"writer\": 2, \"text\": \"Step", "wrong-type", "/questions/1/answers/0/writer", 24, NULL },
  { "answer-unknown-writer", "{\"writer\": \"bo\", \"text\": \"Step",
    "{\"writer\": \"ad\", \"text\": \"Step", "unknown-writer", "/questions/1/answers/0/writer", 24,
    NULL },
  { "answer-misspelt-writer", "{\"writer\": \"ada\", \"text\": \"Quickly",
    "{\"writer\": \"Adda\", \"text\": \"Quickly", "unknown-writer", "/questions/1/answers/1/writer",
    25,
    "ada" },
  { "answer-twice", "{\"writer\": \"bo\", \"text\": \"Step",
    "{\"writer\": \"ada\", \"text\": \"Step",
    "duplicate-answer", "/questions/1/answers/1/writer", 25, NULL },
  { "answer-empty", "\"Step by step, and slowly at that.\"", "\"\"", "too-short",
    "/questions/1/answers/0/text", 24, NULL },
  { "answer-provenance", "\"pasted\"", "\"psated\"", "bad-value",
    "/questions/1/answers/0/provenance/kind", 24, "pasted" },
  { "answers-one", "{\"writer\": \"bo\", \"text\": \"It might be otherwise, though I doubt it.\"}",
    "{\"writer\": \"bo\", \"text\": \"It might.\"}]}, {\"id\": \"q3\", \"prompt\": \"P\", "
    "\"answers\": ["
    "{\"writer\": \"bo\", \"text\": \"It might.\"}", "too-few", "/questions/1/answers", 21, NULL },

  /* Tells */
  { "tells-object", "[" TELL "]", TELL, "wrong-type", "/questions/0/answers/0/tells", 20, NULL },
  { "tell-no-family", "\"family\": \"tone\", ", "", "missing-member",
    "/questions/0/answers/0/tells/0", 20, NULL },
  { "tell-family", "\"family\": \"tone\"", "\"family\": \"tome\"", "bad-value",
    "/questions/0/answers/0/tells/0/family", 20, "tone" },
  { "tell-kind-number", "\"kind\": \"k\"", "\"kind\": 1", "wrong-type",
    "/questions/0/answers/0/tells/0/kind", 20, NULL },
  { "tell-quote-empty", "\"quote\": \"it is so\"", "\"quote\": \"\"", "too-short",
    "/questions/0/answers/0/tells/0/quote", 20, NULL },
  { "tell-note-number", "{\"de\": \"N\"}", "1", "wrong-type", "/questions/0/answers/0/tells/0/note",
    20, NULL },
  { "tell-empty", TELL, "{\"family\": \"tone\"}", "tell-empty", "/questions/0/answers/0/tells/0",
    20, NULL },
};

/* A part that may change without an error. */
static const Case good_cases[] = {
  { "id-points", "test-pack", "a1.b-c.2" },
  { "id-one", "test-pack", "7" },
  { "version-double", "\"version\": 1", "\"version\": 1.0" },
  { "revision-double", "\"revision\": 2", "\"revision\": 2.0" },
  { "revision-largest", "\"revision\": 2", "\"revision\": 2147483647" },
  { "no-revision", "\"revision\": 2,", "" },
  { "unknown-members", "\"revision\": 2,", "\"x-mine\": {\"deep\": [1, null]}," },
  { "unknown-in-answer", "\"text\": \"Step", "\"rating\": 5, \"text\": \"Step" },
  { "title-languages", "\"A pack\"", "{\"zh-Hant\": \"A\", \"gsw\": \"B\"}" },
  { "no-aliases", "\"aliases\": [\"Countess\"]", "\"aliases\": []" },
  { "writer-id", "{\"id\": \"bo\", \"name\": \"Bo\"}",
    "{\"id\": \"bo\", \"name\": \"Bo\"}, {\"id\": \"Org/m:v1.0+x@y_z-\", \"name\": \"C\"}" },
  { "date-zone", "2026-04-08T10:00:00Z", "2026-04-08T10:00:00.25+02:00" },
  { "tell-without-note", ", \"note\": {\"de\": \"N\"}", "" },
  { "tell-without-quote", "\"quote\": \"it is so\", ", "" },
  { "markup", "\"A pack\"", "\"<b>A & pack</b>\"" },
};

static void
test_one_rule (gconstpointer data)
{
  const Case *rule = data;
  g_autofree char *text = test_spoil (rule->from, rule->to);
  g_autoptr(GBytes) bytes = test_make_bytes (text);
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;
  BylProblem *problem;

  g_assert_null (byl_pack_read (bytes, problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_PACK);
  g_assert_cmpuint (problems->len, >=, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->code, ==, rule->code);
  g_assert_cmpstr (problem->pointer, ==, rule->pointer);
  g_assert_cmpuint (problem->line, ==, rule->line);
  g_assert_cmpuint (problem->column, >, 0);
  g_assert_cmpint (problem->severity, ==, BYL_SEVERITY_ERROR);
  g_assert_cmpstr (problem->suggestion, ==, rule->suggestion);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));

  /* One slip is one problem. */
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_one_freedom (gconstpointer data)
{
  const Case *freedom = data;
  g_autofree char *text = test_spoil (freedom->from, freedom->to);
  g_autoptr(GBytes) bytes = test_make_bytes (text);
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_read (bytes, problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schema/refuses/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_one_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schema/allows/", good_cases[i].name, NULL);

      g_test_add_data_func (path, &good_cases[i], test_one_freedom);
    }

  return g_test_run ();
}
