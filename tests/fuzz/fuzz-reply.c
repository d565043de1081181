/* fuzz-reply.c: whatever a server sends is an answer, a complaint or an error, and only one of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-trouble.h"
#include "byl-ask.h"
#include "byl-error.h"
#include "byl-reply-reader.h"
#include "fuzz.h"

const char * const fuzz_seeds[] = {
  ": hello\r\n\r\ndata: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
  "\"Hé\",\"refusal\":null}}]}\n\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":"
  "\"stop\"}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":9}}\n\ndata: [DONE]\n\n",
  "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"x\"}]},"
  "\"finish_reason\":\"length\"}]}",
  "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"content\":[],"
  "\"usage\":{\"input_tokens\":7}}}\n\ndata: {\"type\":\"content_block_delta\",\"delta\":"
  "{\"type\":\"text_delta\",\"text\":\"x\"}}\n\ndata: {\"type\":\"message_delta\",\"delta\":"
  "{\"stop_reason\":\"end_turn\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n",
  "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"x\",\"thought\":true},"
  "{\"text\":\"y\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":7}}"
  "\r\n\r\n",
  "{\"model\":\"m\",\"message\":{\"content\":\"x\",\"thinking\":\"y\"},\"done\":false}\n"
  "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"eval_count\":9}\n",
  "[{\"error\":{\"code\":429,\"message\":\"slow\",\"status\":\"RESOURCE_EXHAUSTED\","
  "\"details\":[{\"retryDelay\":\"34.07s\"}]}}]",
  "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}",
  "<html>\xef\xbb\xbf",
  NULL,
};

static void
check_reply (const BylReply *reply)
{
  g_assert_true (g_utf8_validate (reply->text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (reply->text, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (reply->text, -1), <=, BYL_ASK_MAX_CHARACTERS);
  g_assert_true (reply->ended != NULL && *reply->ended != '\0');
  g_assert_true (g_str_is_ascii (reply->ended));
  g_assert_cmpint (reply->input_tokens, >=, -1);
  g_assert_cmpint (reply->output_tokens, >=, -1);
}

static void
read_body (BylInterface  interface,
           const char   *data,
           gsize         size,
           gsize         step)
{
  g_autoptr(BylReplyReader) reader = byl_reply_reader_new (interface);
  g_autoptr(BylReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  for (gsize at = 0; at < size && error == NULL; at += step)
    if (!byl_reply_reader_feed (reader, data + at, MIN (step, size - at), &error))
      break;

  if (error == NULL && byl_reply_reader_get_complaint (reader) == NULL)
    reply = byl_reply_reader_finish (reader, &error);

  g_assert_cmpint ((reply != NULL) + (error != NULL) +
                   (byl_reply_reader_get_complaint (reader) != NULL), ==, 1);
  g_assert_true (error == NULL || error->domain == BYL_ERROR);
  if (reply != NULL)
    check_reply (reply);
}

static void
read_trouble (const char *data,
              gsize       size)
{
  g_autoptr(BylAskTrouble) trouble = byl_ask_trouble_read (500, data, size, "sk-made-up-key");
  g_autoptr(GError) error = NULL;

  byl_ask_trouble_set_error (trouble, TRUE, &error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *copy = g_strndup ((const char *) data, size);

  for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
    {
      read_body (interface, copy, size, MAX (size, 1));
      read_body (interface, copy, size, 7);
    }
  read_trouble (copy, size);

  return 0;
}
