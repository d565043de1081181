/* byl-name-chip.h: a writer's name below the cards, to be signed by a press or dragged to a card
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-name.h"

G_BEGIN_DECLS

#define BYL_TYPE_NAME_CHIP (byl_name_chip_get_type ())
G_DECLARE_FINAL_TYPE (BylNameChip, byl_name_chip, BYL, NAME_CHIP, GtkButton)

GtkWidget *byl_name_chip_new      (BylName     *name);
BylName   *byl_name_chip_get_name (BylNameChip *self);

G_END_DECLS
