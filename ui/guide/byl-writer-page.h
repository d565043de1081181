/* byl-writer-page.h: the guide on one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-guide-leaf.h"
#include "byl-guide-source.h"

G_BEGIN_DECLS

#define BYL_TYPE_WRITER_PAGE (byl_writer_page_get_type ())
G_DECLARE_FINAL_TYPE (BylWriterPage, byl_writer_page, BYL, WRITER_PAGE, BylGuideLeaf)

GtkWidget *byl_writer_page_new (BylGuideSource *source,
                                const char     *name);

G_END_DECLS
