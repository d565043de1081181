/* gallery-answers.h: the pictures of getting real answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gallery-guide.h"

void gallery_answers (BylWindow   *window,
                     BylLibrary  *library,
                     int          width,
                     int          height,
                     GalleryTake  take);
