/* gallery-studio.h: the pictures of a pack from one's own questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"
#include "gallery-guide.h"

void gallery_studio (BylLibrary  *library,
                     int          width,
                     int          height,
                     GalleryTake  take);
