/* byl-database.h: an SQLite file with its prepared statements, for one thread
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _BylDatabase BylDatabase;

BylDatabase  *byl_database_open        (const char    *path,
                                        guint          busy_milliseconds,
                                        GError       **error);
void          byl_database_close       (BylDatabase   *self);
void          byl_database_set_keep_log (BylDatabase  *self,
                                         gboolean      keep_log);
const char   *byl_database_get_path    (BylDatabase   *self);
gint64        byl_database_get_last_id (BylDatabase   *self);
void          byl_database_set_error   (BylDatabase   *self,
                                        int            code,
                                        GError       **error);

gboolean      byl_database_execute     (BylDatabase   *self,
                                        const char    *sql,
                                        GError       **error);
gboolean      byl_database_get_number  (BylDatabase   *self,
                                        const char    *sql,
                                        gint64        *number,
                                        GError       **error);
char         *byl_database_dup_text    (BylDatabase   *self,
                                        const char    *sql,
                                        GError       **error);

gboolean      byl_database_begin_write (BylDatabase   *self,
                                        GError       **error);
gboolean      byl_database_begin_read  (BylDatabase   *self,
                                        GError       **error);
gboolean      byl_database_end         (BylDatabase   *self,
                                        gboolean       well,
                                        GError       **error);

/* Statements belong to the database, which prepares each text of SQL once. */
sqlite3_stmt *byl_database_prepare     (BylDatabase   *self,
                                        const char    *sql,
                                        GError       **error);
gboolean      byl_database_step        (BylDatabase   *self,
                                        sqlite3_stmt  *statement,
                                        gboolean      *row,
                                        GError       **error);
gboolean      byl_database_run         (BylDatabase   *self,
                                        sqlite3_stmt  *statement,
                                        GError       **error);

void          byl_database_bind_text   (sqlite3_stmt  *statement,
                                        int            position,
                                        const char    *text);
char         *byl_database_dup_column  (sqlite3_stmt  *statement,
                                        int            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylDatabase, byl_database_close)

G_END_DECLS
