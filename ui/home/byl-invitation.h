/* byl-invitation.h: a card of the home page that leads to more packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_INVITATION (byl_invitation_get_type ())
G_DECLARE_FINAL_TYPE (BylInvitation, byl_invitation, BYL, INVITATION, AdwBin)

GtkWidget  *byl_invitation_new       (void);
const char *byl_invitation_get_title (BylInvitation *self);
void        byl_invitation_set_kind  (BylInvitation *self,
                                      const char    *action);

G_END_DECLS
