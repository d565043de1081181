/* byl-read-style.c: what the runs of an answer look like, and how they are read out
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-style.h"

#include <glib/gi18n.h>

#define CODE_SCALE 0.92 /* monospaced letters look bigger than others of their size */

static void
clear_style (gpointer data)
{
  BylReadStyle *style = data;

  g_free (style->address);
}

static void
insert_attribute (PangoAttrList      *attributes,
                  const BylReadStyle *run,
                  PangoAttribute     *attribute)
{
  attribute->start_index = run->start;
  attribute->end_index = run->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
insert_link_attributes (GtkWidget          *label,
                        PangoAttrList      *attributes,
                        const BylReadStyle *run)
{
  GtkStyleContext *context = gtk_widget_get_style_context (label);
  GdkRGBA color;

  insert_attribute (attributes, run, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));

  if (gtk_style_context_lookup_color (context, "accent_color", &color))
    insert_attribute (attributes, run,
                      pango_attr_foreground_new ((guint16) (color.red * G_MAXUINT16),
                                                 (guint16) (color.green * G_MAXUINT16),
                                                 (guint16) (color.blue * G_MAXUINT16)));
}

static void
insert_run_attributes (GtkWidget          *label,
                       PangoAttrList      *attributes,
                       const BylReadStyle *run)
{
  if (run->style & BYL_RUN_BOLD)
    insert_attribute (attributes, run, pango_attr_weight_new (PANGO_WEIGHT_BOLD));

  if (run->style & BYL_RUN_ITALIC)
    insert_attribute (attributes, run, pango_attr_style_new (PANGO_STYLE_ITALIC));

  if (run->style & BYL_RUN_STRIKE)
    insert_attribute (attributes, run, pango_attr_strikethrough_new (TRUE));

  if (run->style & BYL_RUN_CODE)
    {
      insert_attribute (attributes, run, pango_attr_family_new ("Monospace"));
      insert_attribute (attributes, run, pango_attr_scale_new (CODE_SCALE));
    }

  if (run->style & BYL_RUN_LINK)
    insert_link_attributes (label, attributes, run);

  /* What stands for a name takes up its width, but is not seen: a bar is drawn in its place. The
   * alpha is the lowest that does not mean “as the text”; it only counts together with a colour. */
  if (run->style & BYL_RUN_MASKED)
    {
      insert_attribute (attributes, run, pango_attr_foreground_new (0x8000, 0x8000, 0x8000));
      insert_attribute (attributes, run, pango_attr_foreground_alpha_new (1));
    }
}

/**
 * byl_read_style_new_array:
 *
 * Returns: (transfer full) (element-type BylReadStyle): an array that frees what its elements own
 */
GArray *
byl_read_style_new_array (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (BylReadStyle));

  g_array_set_clear_func (array, clear_style);

  return array;
}

/**
 * byl_read_style_new_attributes:
 * @runs: (element-type BylReadStyle): the runs of a label
 * @label: the label, whose theme says the colour of links
 *
 * Returns: (transfer full): what makes the words of @label look as @runs say
 */
PangoAttrList *
byl_read_style_new_attributes (const GArray *runs,
                               GtkWidget    *label)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < runs->len; i++)
    insert_run_attributes (label, attributes, &g_array_index (runs, BylReadStyle, i));

  return attributes;
}

/**
 * byl_read_style_dup_spoken:
 * @runs: (element-type BylReadStyle): the runs of @text, in its order
 * @text: words of an answer
 *
 * Words in which names are hidden, as a screen reader should say them: that there is a hidden name,
 * instead of the letters that stand for it.
 *
 * Returns: (transfer full) (nullable): the words; %NULL if no name is hidden in them
 */
char *
byl_read_style_dup_spoken (const GArray *runs,
                           const char   *text)
{
  g_autoptr(GString) spoken = g_string_new (NULL);
  gboolean has_mask = FALSE;
  guint position = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BylReadStyle *run = &g_array_index (runs, BylReadStyle, i);

      if ((run->style & BYL_RUN_MASKED) == 0)
        continue;

      has_mask = TRUE;
      g_string_append_len (spoken, text + position, run->start - position);
      /* Translators: read out in place of the name of a language model that is hidden in an
       * answer. */
      g_string_append (spoken, _("(hidden name)"));
      position = run->end;
    }

  if (!has_mask)
    return NULL;

  g_string_append (spoken, text + position);

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}
