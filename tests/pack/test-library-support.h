/* test-library-support.h: a library on folders of its own
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"
#include "test-pack-support.h"

G_BEGIN_DECLS

/* The folders of one installation; several libraries may stand on them, as windows would. */
typedef struct
{
  char  *dir;
  char  *built_in_path;
  char  *user_path;
  GFile *built_in_dir;
  GFile *user_dir;
  GFile *index_file;
} TestPlace;

TestPlace    *test_place_new     (void);
void          test_place_free    (TestPlace     *place);
BylLibrary   *test_place_open    (TestPlace     *place);
BylLibrary   *test_place_start   (TestPlace     *place);
void          test_place_close   (BylLibrary    *library);
guint         test_place_count   (TestPlace     *place,
                                  const char    *folder);

void          test_refresh       (BylLibrary    *library);
BylPackEntry *test_add           (BylLibrary    *library,
                                  GFile         *file,
                                  GPtrArray    **problems,
                                  GError       **error);
char         *test_list          (BylLibrary    *library);
BylPackEntry *test_get           (BylLibrary    *library,
                                  guint          position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPlace, test_place_free)

G_END_DECLS
