/* test-pack-support.h: a good pack to spoil, folders to keep files in, and waiting for a thread
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A good pack of 28 lines that has every member that there is. */
extern const char test_pack[];

char   *test_spoil       (const char *from,
                          const char *to);
char   *test_make_pack   (const char *id,
                          guint       revision,
                          const char *title);
GBytes *test_make_bytes  (const char *text);
char   *test_make_dir    (void);
void    test_remove_dir  (char       *path);
GFile  *test_write       (const char *dir,
                          const char *name,
                          const char *contents);
char   *test_read        (GFile      *file);
GFile  *test_child       (const char *dir,
                          const char *name);
GFile  *test_shared_pack (const char *name);
void    test_keep_result (GObject      *source,
                          GAsyncResult *result,
                          gpointer      place);
void    test_wait        (GAsyncResult **result);

/* Until test_end_limit(), no file can grow over so many bytes, as on a full disk. */
void    test_begin_limit (gsize       n_bytes);
void    test_end_limit   (void);

/* Freed with what is in it. */
typedef char TestDir;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDir, test_remove_dir)

G_END_DECLS
