/* gallery-guide.h: the pictures of the guide
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-window.h"

typedef void (*GalleryTake) (GtkWindow  *of,
                             const char *state);

void gallery_guide (BylWindow   *window,
                    GalleryTake  take);
