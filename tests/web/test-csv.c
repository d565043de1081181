/* test-csv.c: tables as people's spreadsheets write them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-csv.h"

#include "byl-error.h"

#include <string.h>

/* The table with “|” between cells and “/” after rows; NULL where it has an error. */
static char *
read_all (const char  *text,
          gsize        length,
          GError     **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) table_error = NULL;
  GString *all = g_string_new (NULL);
  BylCsv table;

  if (byl_csv_init (&table, text, length, &table_error))
    while (byl_csv_next (&table, cells, &table_error))
      {
        for (guint i = 0; i < cells->len; i++)
          g_string_append_printf (all, "%s%s", i > 0 ? "|" : "",
                                  (const char *) g_ptr_array_index (cells, i));
        g_string_append_c (all, '/');
      }

  if (table_error == NULL)
    return g_string_free (all, FALSE);

  g_propagate_error (error, g_steal_pointer (&table_error));
  g_string_free (all, TRUE);

  return NULL;
}

static void
test_wrong_tables_are_refused (void)
{
  static const struct
  {
    const char *text;
    gsize       length;
  } wrong[] = {
    { "a,\"b\nc,d\n", 0 }, { "a,b\n\"", 0 }, { "a,\xff\n", 0 }, { "a,\0b\n", 5 },
    { "\xff\xfe" "a\0", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gsize length = wrong[i].length > 0 ? wrong[i].length : strlen (wrong[i].text);
      g_autoptr(GError) error = NULL;

      g_assert_null (read_all (wrong[i].text, length, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_SYNTAX);
    }
}

static void
test_too_many_columns_are_refused (void)
{
  g_autofree char *most = g_strnfill (BYL_CSV_MAX_COLUMNS - 1, ',');
  g_autofree char *more = g_strnfill (BYL_CSV_MAX_COLUMNS, ',');
  g_autofree char *all = NULL;
  g_autoptr(GError) error = NULL;

  all = read_all (most, strlen (most), &error);
  g_assert_no_error (error);
  g_assert_nonnull (all);

  g_assert_null (read_all (more, strlen (more), &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SYNTAX);
}

static void
test_every_way_of_writing_is_read (void)
{
  static const struct
  {
    const char *text;
    const char *all;
  } cases[] = {
    { "", "" },
    { "\n\r\n\r", "" },
    { "\xef\xbb\xbf", "" },
    { "a", "a/" },
    { "a,b\nc,d", "a|b/c|d/" },
    { "a,b\r\nc,d\r\n", "a|b/c|d/" },
    { "a,b\rc,d\r", "a|b/c|d/" },
    { "\xef\xbb\xbf" "a,b\n", "a|b/" },
    { "a;b\nc;d,e\n", "a|b/c|d,e/" },
    { "a\tb\nc,d\te;f\n", "a|b/c,d|e;f/" },
    { "\"a,b\",\"c\"\n", "a,b|c/" },
    { "\"x;y;z\",b\n", "x;y;z|b/" },
    { "\"say \"\"so\"\"\",\"\"\"\"\n", "say \"so\"|\"/" },
    { "\"one\ntwo\",\"three\r\nfour\"\nx,y\n", "one\ntwo|three\r\nfour/x|y/" },
    { "a,,\n,\n", "a||/|/" },
    { "\"\"\n", "/" },
    { "a\"b\",c\n", "a\"b\"|c/" },
    { "\"a\"b,c\n", "ab|c/" },
    { " a , b \n", " a | b /" },
    { "\xe3\x81\x82,\xc3\xa9\n", "\xe3\x81\x82|\xc3\xa9/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *all = read_all (cases[i].text, strlen (cases[i].text), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, cases[i].all);
    }
}

static void
test_rows_know_their_lines (void)
{
  static const char text[] = "a,b\r\n\r\n\"c\nd\",e\rf,g\n";
  static const guint lines[] = { 1, 3, 5 };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  BylCsv table;

  g_assert_true (byl_csv_init (&table, text, strlen (text), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (byl_csv_next (&table, cells, NULL));
      g_assert_cmpuint (table.row_line, ==, lines[i]);
    }
  g_assert_false (byl_csv_next (&table, cells, NULL));
  g_assert_cmpuint (cells->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/wrong-tables-are-refused", test_wrong_tables_are_refused);
  g_test_add_func ("/csv/too-many-columns-are-refused", test_too_many_columns_are_refused);
  g_test_add_func ("/csv/every-way-of-writing-is-read", test_every_way_of_writing_is_read);
  g_test_add_func ("/csv/rows-know-their-lines", test_rows_know_their_lines);

  return g_test_run ();
}
