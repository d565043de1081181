/* byl-web-reading.h: for those who read lists of files: what stands for a file of the web
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reading.h"

G_BEGIN_DECLS

const char *byl_web_reading_address (BylReading *reading,
                                     JsonObject *object);
const char *byl_web_reading_sha256  (BylReading *reading,
                                     JsonObject *object);

G_END_DECLS
