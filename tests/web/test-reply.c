/* test-reply.c: answers made of what four kinds of servers send
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"
#include "byl-error.h"
#include "byl-reply-reader.h"

#include <string.h>

#define OPENAI BYL_INTERFACE_OPENAI
#define ANTHROPIC BYL_INTERFACE_ANTHROPIC
#define GEMINI BYL_INTERFACE_GEMINI
#define OLLAMA BYL_INTERFACE_OLLAMA

#define DELTA(content) "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":" content "}}]}\n\n"
#define FINISH(reason) "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" \
                       reason "\"}]}\n\n"
#define DONE "data: [DONE]\n\n"
#define WHOLE(content, reason) "{\"choices\":[{\"index\":0,\"message\":{\"content\":" content \
                               "},\"finish_reason\":" reason "}]}"
#define BLOCK(delta) "event: content_block_delta\ndata: {\"type\":\"content_block_delta\"," \
                     "\"index\":0,\"delta\":" delta "}\n\n"
#define TEXT_BLOCK(text) BLOCK ("{\"type\":\"text_delta\",\"text\":" text "}")
#define START "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":" \
              "\"penelope-1-b\",\"content\":[],\"usage\":{\"input_tokens\":7," \
              "\"output_tokens\":1}}}\n\n"
#define WHY(reason) "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" reason \
                    "\"},\"usage\":{\"output_tokens\":9}}\n\n"
#define STOP "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"
#define PARTS(parts) "data: {\"candidates\":[{\"content\":{\"parts\":[" parts "]}}]}\n\n"
#define GEMINI_END(reason) "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}]}," \
                           "\"finishReason\":\"" reason "\"}],\"usageMetadata\":{" \
                           "\"promptTokenCount\":7,\"candidatesTokenCount\":4," \
                           "\"thoughtsTokenCount\":5},\"modelVersion\":\"penelope-1-b\"}\n\n"
#define LINE(content) "{\"model\":\"penelope-1-b\",\"message\":{\"role\":\"assistant\"," \
                      "\"content\":" content "},\"done\":false}\n"
#define LAST(reason) "{\"model\":\"penelope-1-b\",\"message\":{\"content\":\"\"},\"done\":true," \
                     "\"done_reason\":\"" reason "\",\"prompt_eval_count\":7,\"eval_count\":9}\n"

/* Feeds a body in steps of a given size. */
static BylReply *
read_body (BylInterface   interface,
           const char    *body,
           gsize          step,
           gboolean      *complains,
           GError       **error)
{
  g_autoptr(BylReplyReader) reader = byl_reply_reader_new (interface);
  gsize length = strlen (body);
  BylReply *reply = NULL;
  GError *failure = NULL;

  for (gsize at = 0; at < length; at += step)
    if (!byl_reply_reader_feed (reader, body + at, MIN (step, length - at), &failure))
      break;

  if (failure == NULL && byl_reply_reader_get_complaint (reader) == NULL)
    reply = byl_reply_reader_finish (reader, &failure);

  *complains = byl_reply_reader_get_complaint (reader) != NULL;
  g_assert_cmpint ((reply != NULL) + (failure != NULL) + *complains, ==, 1);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return reply;
}

static void
test_what_is_no_answer_is_refused (void)
{
  const struct { BylInterface interface; const char *body; int code; } cases[] = {
    { OPENAI, "<!DOCTYPE html><html></html>", BYL_ERROR_SERVER },
    { ANTHROPIC, "\xef\xbb\xbf \n<html>", BYL_ERROR_SERVER },
    { OLLAMA, "<html>", BYL_ERROR_SERVER },
    { OPENAI, "It works!", BYL_ERROR_SERVER },
    { OPENAI, "data: 7\n\n" DONE, BYL_ERROR_SERVER },
    { OPENAI, "data: {\"a\":1,\"a\":2}\n\n" DONE, BYL_ERROR_SERVER },
    { OPENAI, "data: {}\n\n" DONE, BYL_ERROR_SERVER },
    { OPENAI, "data: {\"choices\":[7]}\n\n" DONE, BYL_ERROR_SERVER },
    { OPENAI, "data: {\"choices\":[{\"delta\":\"text\"}]}\n\n" DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("7") DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("{\"text\":\"x\"}") DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("[7]") DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("\"\\ud800\"") DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("\"a\\u0000b\"") DONE, BYL_ERROR_SERVER },
    { OPENAI, DELTA ("\"\xff\"") DONE, BYL_ERROR_SERVER },
    { OPENAI, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":7}]}\n\n", BYL_ERROR_SERVER },
    { OPENAI, "{\"choices\":[{\"message\":{\"content\":\"cut", BYL_ERROR_REPLY },
    { OPENAI, "{\"object\":\"list\",\"data\":[]}", BYL_ERROR_SERVER },
    { OPENAI, "[1,2]", BYL_ERROR_SERVER },
    { OPENAI, "{'choices':[]}", BYL_ERROR_SERVER },
    { ANTHROPIC, "data: {\"kind\":\"message_start\"}\n\n", BYL_ERROR_SERVER },
    { ANTHROPIC, "data: {\"type\":\"message_start\",\"message\":7}\n\n", BYL_ERROR_SERVER },
    { ANTHROPIC, START TEXT_BLOCK ("7") STOP, BYL_ERROR_SERVER },
    { ANTHROPIC, START BLOCK ("7") STOP, BYL_ERROR_SERVER },
    { GEMINI, "data: {\"candidates\":[7]}\n\n", BYL_ERROR_SERVER },
    { GEMINI, "data: {}\n\n", BYL_ERROR_SERVER },
    { GEMINI, PARTS ("7"), BYL_ERROR_SERVER },
    { GEMINI, PARTS ("{\"text\":7}"), BYL_ERROR_SERVER },
    { GEMINI, "data: {\"candidates\":[{\"content\":{\"parts\":{}}}]}\n\n", BYL_ERROR_SERVER },
    { OLLAMA, LINE ("7") LAST ("stop"), BYL_ERROR_SERVER },
    { OLLAMA, "{\"response\":\"text\",\"done\":false}\n", BYL_ERROR_SERVER },
    { OLLAMA, "{\n\"message\": {}\n}\n", BYL_ERROR_SERVER },
    { OLLAMA, "not JSON\n", BYL_ERROR_SERVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 4096; step *= 16)
      {
        g_autoptr(GError) error = NULL;
        gboolean complains;

        g_assert_null (read_body (cases[i].interface, cases[i].body, step, &complains, &error));
        if (error == NULL || error->code != cases[i].code)
          g_test_message ("%s", cases[i].body);
        g_assert_error (error, BYL_ERROR, cases[i].code);
      }
}

static void
test_an_answer_without_its_end_or_without_words_is_none (void)
{
  const struct { BylInterface interface; const char *body; } cases[] = {
    { OPENAI, "" },
    { OPENAI, DELTA ("\"Ulysses\"") },
    { OPENAI, DELTA ("\"Ulysses\"") "data: {\"choices\":[{\"delta\":{\"cont" },
    { OPENAI, DELTA ("\" \\n \"") FINISH ("stop") DONE },
    { OPENAI, FINISH ("length") DONE },
    { OPENAI, FINISH ("content_filter") DONE },
    { OPENAI, WHOLE ("null", "\"stop\"") },
    { ANTHROPIC, START TEXT_BLOCK ("\"Ulysses\"") },
    { ANTHROPIC, START TEXT_BLOCK ("\"Ulysses\"") WHY ("end_turn") },
    { ANTHROPIC, START WHY ("refusal") STOP },
    { GEMINI, PARTS ("{\"text\":\"Ulysses\"}") },
    { GEMINI, GEMINI_END ("SAFETY") },
    { GEMINI, PARTS ("{\"text\":\"Ulysses\",\"thought\":true}") GEMINI_END ("STOP") },
    { GEMINI, "data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n" },
    { OLLAMA, LINE ("\"Ulysses\"") },
    { OLLAMA, LINE ("\"\"") LAST ("stop") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 4096; step *= 16)
      {
        g_autoptr(GError) error = NULL;
        gboolean complains;

        g_assert_null (read_body (cases[i].interface, cases[i].body, step, &complains, &error));
        g_assert_error (error, BYL_ERROR, BYL_ERROR_REPLY);
      }
}

static void
test_an_error_instead_of_an_answer_is_a_complaint (void)
{
  const struct { BylInterface interface; const char *body; } cases[] = {
    { OPENAI, "{\"error\":{\"message\":\"no\",\"code\":500}}" },
    { OPENAI, "[{\"error\":{\"message\":\"no\"}}]" },
    { OPENAI, "{\"error\":\"no\"}" },
    { OPENAI, "{\"object\":\"error\",\"message\":\"no\"}" },
    { OPENAI, DELTA ("\"Ul\"") "data: {\"error\":{\"code\":\"502\",\"message\":\"no\"}}\n\n" DONE },
    { OPENAI, DELTA ("\"Ul\"") "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
              "\"finish_reason\":\"error\",\"error\":{\"code\":502,\"message\":\"no\"}}]}\n\n" },
    { OPENAI, "event: error\ndata: {\"error\":{\"message\":\"no\"}}\n\n" },
    { ANTHROPIC, START "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":"
                 "\"overloaded_error\",\"message\":\"no\"}}\n\n" },
    { GEMINI, "[{\"error\":{\"code\":503,\"message\":\"no\",\"status\":\"UNAVAILABLE\"}}]" },
    { GEMINI, PARTS ("{\"text\":\"Ul\"}") "data: {\"error\":{\"code\":500}}\n\n" },
    { OLLAMA, LINE ("\"Ul\"") "{\"error\":\"no\"}\n" },
    { OLLAMA, "{\"error\":\"no\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 4096; step *= 16)
      {
        g_autoptr(GError) error = NULL;
        gboolean complains;

        g_assert_null (read_body (cases[i].interface, cases[i].body, step, &complains, &error));
        g_assert_no_error (error);
        g_assert_true (complains);
      }
}

static void
test_whole_answers_are_read_however_they_come (void)
{
  const struct { BylInterface interface; const char *body; const char *text;
                 const char *ended; } cases[] = {
    { OPENAI, DELTA ("\"Pene\"") DELTA ("\"lope, “weaving”\"") FINISH ("stop") DONE,
      "Penelope, “weaving”", "stop" },
    { OPENAI, ": hello\r\n\r\n" DELTA ("null") DELTA ("\"x\"") FINISH ("length"), "x", "length" },
    { OPENAI, DELTA ("\"x\"") DONE, "x", "unknown" },
    { OPENAI, "data: {\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":null}],"
              "\"error\":null}\n\n" FINISH ("STOP") DONE, "x", "stop" },
    { OPENAI, "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\",\"reasoning\":\"hm\","
              "\"content\":\"x\"}}]}\n\n" FINISH ("stop") DONE, "x", "stop" },
    { OPENAI, DELTA ("\"<think>hm</think>x\"") FINISH ("stop") DONE, "<think>hm</think>x", "stop" },
    { OPENAI, DELTA ("[{\"type\":\"thinking\",\"thinking\":[]},{\"type\":\"text\",\"text\":\"x\"}]")
              FINISH ("stop") DONE, "x", "stop" },
    { OPENAI, "data: {\"choices\":[{\"delta\":{\"refusal\":\"I would rather not.\"}}]}\n\n"
              FINISH ("stop") DONE, "I would rather not.", "refusal" },
    { OPENAI, DELTA ("\"x\"") FINISH ("content_filter") DONE, "x", "safety" },
    { OPENAI, "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"no\"}}]}\n\n"
              DELTA ("\"x\"") FINISH ("stop") DONE, "x", "stop" },
    { OPENAI, WHOLE ("\"x\"", "\"stop\""), "x", "stop" },
    { OPENAI, "\xef\xbb\xbf\n " WHOLE ("\"x\"", "null") "\n", "x", "unknown" },
    { ANTHROPIC, START "event: ping\ndata: {\"type\":\"ping\"}\n\ndata: {\"type\":"
                 "\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\","
                 "\"text\":\"P\"}}\n\n" TEXT_BLOCK ("\"en\"") WHY ("end_turn") STOP,
      "Pen", "stop" },
    { ANTHROPIC, START BLOCK ("{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}")
                 BLOCK ("{\"type\":\"signature_delta\",\"signature\":\"s\"}")
                 TEXT_BLOCK ("\"x\"") WHY ("max_tokens") STOP, "x", "length" },
    { ANTHROPIC, START TEXT_BLOCK ("\"I would rather not.\"") WHY ("refusal") STOP,
      "I would rather not.", "refusal" },
    { ANTHROPIC, "{\"type\":\"message\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"hm\"},"
                 "{\"type\":\"text\",\"text\":\"x\"}],\"stop_reason\":\"end_turn\"}", "x", "stop" },
    { GEMINI, PARTS ("{\"text\":\"hm\",\"thought\":true},{\"text\":\"Pe\"}")
              PARTS ("{\"text\":\"n\",\"thought\":false}") GEMINI_END ("STOP"), "Pen", "stop" },
    { GEMINI, PARTS ("{\"text\":\"x\"}") GEMINI_END ("MAX_TOKENS"), "x", "length" },
    { GEMINI, PARTS ("{\"text\":\"x\"}") GEMINI_END ("PROHIBITED_CONTENT"), "x", "safety" },
    { GEMINI, PARTS ("{\"text\":\"x\"}") GEMINI_END ("A strange one!"), "x", "a-strange-one-" },
    { GEMINI, "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"P\"}]}}]},\n{\"candidates\":"
              "[{\"content\":{\"parts\":[{\"text\":\"en\"}]},\"finishReason\":\"STOP\"}]}]", "Pen",
      "stop" },
    { OLLAMA, LINE ("\"Pe\"") LINE ("\"n\"") LAST ("stop"), "Pen", "stop" },
    { OLLAMA, "{\"message\":{\"content\":\"x\",\"thinking\":\"hm\"},\"done\":true}", "x",
      "unknown" },
    { OLLAMA, LINE ("\"x\"") LAST ("length"), "x", "length" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize step = 1; step < 200; step++)
      {
        g_autoptr(GError) error = NULL;
        gboolean complains;
        g_autoptr(BylReply) reply = read_body (cases[i].interface, cases[i].body, step, &complains,
                                               &error);

        if (error != NULL)
          g_test_message ("%s", cases[i].body);
        g_assert_no_error (error);
        g_assert_cmpstr (reply->text, ==, cases[i].text);
        g_assert_cmpstr (reply->ended, ==, cases[i].ended);
      }
}

static void
test_model_and_tokens_are_told_by_all_interfaces (void)
{
  const struct { BylInterface interface; const char *body; } cases[] = {
    { OPENAI, "data: {\"model\":\" penelope-1-b\\n\",\"choices\":[{\"delta\":{\"content\":\"x\"}}],"
              "\"usage\":null}\n\n" FINISH ("stop") "data: {\"model\":7,\"choices\":[],\"usage\":"
              "{\"prompt_tokens\":7,\"completion_tokens\":9}}\n\n" DONE },
    { ANTHROPIC, START TEXT_BLOCK ("\"x\"") WHY ("end_turn") STOP },
    { GEMINI, PARTS ("{\"text\":\"x\"}") GEMINI_END ("STOP") },
    { OLLAMA, LINE ("\"x\"") LAST ("stop") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean complains;
      g_autoptr(BylReply) reply = read_body (cases[i].interface, cases[i].body, 50, &complains,
                                             &error);

      g_assert_no_error (error);
      g_assert_cmpstr (reply->reported_model, ==, "penelope-1-b");
      g_assert_cmpint (reply->input_tokens, ==, 7);
      g_assert_cmpint (reply->output_tokens, ==, 9);
    }
}

static void
test_strange_names_and_counts_do_not_matter (void)
{
  g_autoptr(GError) error = NULL;
  gboolean complains;
  g_autoptr(BylReply) reply =
    read_body (OPENAI, "data: {\"model\":[],\"choices\":[{\"delta\":{\"content\":\"x\"}}],"
               "\"usage\":{\"prompt_tokens\":\"7\",\"completion_tokens\":-9}}\n\n" DONE, 1,
               &complains, &error);

  g_assert_no_error (error);
  g_assert_null (reply->reported_model);
  g_assert_cmpint (reply->input_tokens, ==, -1);
  g_assert_cmpint (reply->output_tokens, ==, -1);
}

static void
test_an_answer_that_is_far_too_long_is_stopped (void)
{
  g_autoptr(BylReplyReader) reader = byl_reply_reader_new (OPENAI);
  g_autoptr(GError) error = NULL;
  g_autofree char *thousand = g_strnfill (1000, 'x');
  g_autofree char *piece = g_strdup_printf ("data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}"
                                            "\n\n", thousand);
  guint n = 0;

  while (byl_reply_reader_feed (reader, piece, strlen (piece), &error) && n < 1000)
    n++;

  g_assert_error (error, BYL_ERROR, BYL_ERROR_REPLY);
  g_assert_cmpuint (n, ==, BYL_ASK_MAX_CHARACTERS / 1000);
}

static void
test_a_tree_of_tiny_values_is_not_grown (void)
{
  g_autoptr(BylReplyReader) reader = byl_reply_reader_new (OPENAI);
  g_autoptr(GError) error = NULL;
  GString *body = g_string_new ("{\"choices\":[");

  while (body->len < 7 * 1024 * 1024)
    g_string_append (body, "{},");
  g_string_append (body, "{}]}");

  g_assert_true (byl_reply_reader_feed (reader, body->str, body->len, &error));
  g_assert_null (byl_reply_reader_finish (reader, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SERVER);
  g_string_free (body, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reply/what-is-no-answer-is-refused", test_what_is_no_answer_is_refused);
  g_test_add_func ("/reply/an-answer-without-its-end-or-without-words-is-none",
                   test_an_answer_without_its_end_or_without_words_is_none);
  g_test_add_func ("/reply/an-error-instead-of-an-answer-is-a-complaint",
                   test_an_error_instead_of_an_answer_is_a_complaint);
  g_test_add_func ("/reply/whole-answers-are-read-however-they-come",
                   test_whole_answers_are_read_however_they_come);
  g_test_add_func ("/reply/model-and-tokens-are-told-by-all-interfaces",
                   test_model_and_tokens_are_told_by_all_interfaces);
  g_test_add_func ("/reply/strange-names-and-counts-do-not-matter",
                   test_strange_names_and_counts_do_not_matter);
  g_test_add_func ("/reply/an-answer-that-is-far-too-long-is-stopped",
                   test_an_answer_that_is_far_too_long_is_stopped);
  g_test_add_func ("/reply/a-tree-of-tiny-values-is-not-grown",
                   test_a_tree_of_tiny_values_is_not_grown);

  return g_test_run ();
}
