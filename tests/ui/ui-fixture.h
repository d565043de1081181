/* ui-fixture.h: what the tests of the pages share
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-game.h"
#include "byl-journal.h"

typedef gboolean (*UiCondition) (gpointer data);

gboolean    ui_fixture_init           (int          *argc,
                                       char       ***argv);
char       *ui_fixture_make_folder    (void);
void        ui_fixture_remove_folder  (char         *folder);
BylJournal *ui_fixture_open_journal   (const char   *folder);
void        ui_fixture_keep_result    (GObject      *source,
                                       GAsyncResult *result,
                                       gpointer      user_data);
void        ui_fixture_wait_result    (GAsyncResult **result);
void        ui_fixture_wait_until     (UiCondition   condition,
                                       gpointer      data,
                                       const char   *what);
void        ui_fixture_settle         (void);
BylDeal    *ui_fixture_deal           (guint         n_writers,
                                       guint         n_rounds,
                                       gboolean      bets);
GtkWidget  *ui_fixture_find           (GtkWidget    *root,
                                       GType         type,
                                       guint         number);
guint       ui_fixture_count_shown    (GtkWidget    *root,
                                       GType         type);
GtkWidget  *ui_fixture_find_text      (GtkWidget    *root,
                                       const char   *text);
GtkWidget  *ui_fixture_find_button    (GtkWidget    *root,
                                       const char   *label);
char       *ui_fixture_describe       (GtkWidget    *root);
void        ui_fixture_assert_same    (const char   *description,
                                       const char   *other);
void        ui_fixture_destroy_window (GtkWidget    *window);
