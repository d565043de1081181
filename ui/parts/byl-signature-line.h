/* byl-signature-line.h: the line under a card that the guess is signed on and the truth is inked on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BYL_TYPE_SIGNATURE_LINE (byl_signature_line_get_type ())
G_DECLARE_FINAL_TYPE (BylSignatureLine, byl_signature_line, BYL, SIGNATURE_LINE, GtkButton)

GtkWidget  *byl_signature_line_new          (void);
const char *byl_signature_line_get_letter   (BylSignatureLine *self);
const char *byl_signature_line_get_guess    (BylSignatureLine *self);
const char *byl_signature_line_get_truth    (BylSignatureLine *self);
gboolean    byl_signature_line_get_revealed (BylSignatureLine *self);
char       *byl_signature_line_dup_sentence (BylSignatureLine *self);
void        byl_signature_line_set_letter   (BylSignatureLine *self,
                                             const char       *letter);
void        byl_signature_line_set_guess    (BylSignatureLine *self,
                                             const char       *guess);
void        byl_signature_line_set_truth    (BylSignatureLine *self,
                                             const char       *truth);
void        byl_signature_line_set_revealed (BylSignatureLine *self,
                                             gboolean          revealed);

G_END_DECLS
