/* byl-read-words.h: words that are laid out once, and said to a screen reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_READ_WRAP_ANY,  /* at the width that is given */
  BYL_READ_WRAP_CELL, /* at one width, whatever is given */
  BYL_READ_WRAP_NONE, /* as wide as the longest line */
} BylReadWrap;

#define BYL_TYPE_READ_WORDS (byl_read_words_get_type ())
G_DECLARE_DERIVABLE_TYPE (BylReadWords, byl_read_words, BYL, READ_WORDS, GtkWidget)

struct _BylReadWordsClass
{
  GtkWidgetClass parent_class;
};

const char  *byl_read_words_get_text        (BylReadWords      *self);
GtkWidget   *byl_read_words_get_accessible  (BylReadWords      *self);
PangoLayout *byl_read_words_get_layout      (BylReadWords      *self);
void         byl_read_words_get_origin      (BylReadWords      *self,
                                             graphene_point_t  *origin);
void         byl_read_words_set_text        (BylReadWords      *self,
                                             GtkAccessibleRole  role,
                                             const char        *text);
void         byl_read_words_set_wrap        (BylReadWords      *self,
                                             BylReadWrap        wrap);
void         byl_read_words_set_alignment   (BylReadWords      *self,
                                             GtkJustification   justification);
void         byl_read_words_take_attributes (BylReadWords      *self,
                                             PangoAttrList     *attributes);

G_END_DECLS
