/* byl-read-words.c: words that are laid out once, and said to a screen reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-words.h"

#define LINE_HEIGHT     1.35
#define MIN_WIDTH       64 /* pixels, of words that wrap anywhere */
#define CELL_CHARACTERS 24 /* width at which a table's cell is wrapped */

/* A GtkLabel shapes its text for its least width, for its natural one and for the one that it gets.
 * An answer of a thousand words is laid out for the last only, which is most of the time that
 * showing it takes. The inscription is not drawn: it is there for the screen reader, and shapes
 * nothing until it is asked where a letter lies. */
typedef struct
{
  PangoLayout      *layout;
  GtkWidget        *accessible;
  BylReadWrap       wrap;
  GtkJustification  justification;
} BylReadWordsPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (BylReadWords, byl_read_words, GTK_TYPE_WIDGET)

static BylReadWordsPrivate *
get_private (gpointer self)
{
  return byl_read_words_get_instance_private (self);
}

/* Pixels, as GtkLabel counts its “width-chars”. */
static int
get_cell_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (CELL_CHARACTERS * width);
}

static void
set_layout_width (BylReadWords *self,
                  int           width)
{
  BylReadWordsPrivate *private = get_private (self);

  pango_layout_set_width (private->layout, width < 0 || private->wrap == BYL_READ_WRAP_NONE
                                           ? -1 : width * PANGO_SCALE);
}

static void
update_alignment (BylReadWords *self)
{
  BylReadWordsPrivate *private = get_private (self);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoAlignment alignment = PANGO_ALIGN_CENTER;

  if (private->justification != GTK_JUSTIFY_CENTER)
    alignment = mirrored == (private->justification == GTK_JUSTIFY_RIGHT) ? PANGO_ALIGN_LEFT
                                                                         : PANGO_ALIGN_RIGHT;

  pango_layout_set_alignment (private->layout, alignment);
}

/* The font, or what letters are made of, may be another one. */
static void
forget_shapes (BylReadWords *self)
{
  pango_layout_context_changed (get_private (self)->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
byl_read_words_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (byl_read_words_parent_class)->css_changed (widget, change);
  forget_shapes (BYL_READ_WORDS (widget));
}

static void
byl_read_words_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (byl_read_words_parent_class)->system_setting_changed (widget, setting);
  forget_shapes (BYL_READ_WORDS (widget));
}

static void
byl_read_words_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (byl_read_words_parent_class)->direction_changed (widget, previous);
  update_alignment (BYL_READ_WORDS (widget));
  forget_shapes (BYL_READ_WORDS (widget));
}

static GtkSizeRequestMode
byl_read_words_get_request_mode (GtkWidget *widget)
{
  return get_private (widget)->wrap == BYL_READ_WRAP_ANY ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                         : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_width (BylReadWords *self,
               int          *minimum)
{
  switch (get_private (self)->wrap)
    {
    case BYL_READ_WRAP_CELL:
      *minimum = get_cell_width (GTK_WIDGET (self));
      break;

    case BYL_READ_WRAP_NONE:
      pango_layout_get_pixel_size (get_private (self)->layout, minimum, NULL);
      break;

    case BYL_READ_WRAP_ANY:
    default:
      *minimum = MIN_WIDTH;
    }
}

static void
byl_read_words_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  BylReadWords *self = BYL_READ_WORDS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum);
    }
  else
    {
      if (get_private (self)->wrap == BYL_READ_WRAP_CELL)
        for_size = get_cell_width (widget);

      set_layout_width (self, for_size);
      pango_layout_get_pixel_size (get_private (self)->layout, NULL, minimum);
    }

  *natural = *minimum;
}

static void
byl_read_words_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GtkAllocation allocation = { 0, 0, width, height };

  set_layout_width (BYL_READ_WORDS (widget), width);
  gtk_widget_size_allocate (get_private (widget)->accessible, &allocation, -1);
}

static void
byl_read_words_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BylReadWords *self = BYL_READ_WORDS (widget);
  graphene_point_t origin;
  GdkRGBA color;

  byl_read_words_get_origin (self, &origin);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_append_layout (snapshot, get_private (self)->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
byl_read_words_dispose (GObject *object)
{
  g_clear_pointer (&get_private (object)->accessible, gtk_widget_unparent);
  G_OBJECT_CLASS (byl_read_words_parent_class)->dispose (object);
}

static void
byl_read_words_finalize (GObject *object)
{
  g_clear_object (&get_private (object)->layout);
  G_OBJECT_CLASS (byl_read_words_parent_class)->finalize (object);
}

static void
byl_read_words_class_init (BylReadWordsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = byl_read_words_dispose;
  object_class->finalize = byl_read_words_finalize;
  widget_class->css_changed = byl_read_words_css_changed;
  widget_class->system_setting_changed = byl_read_words_system_setting_changed;
  widget_class->direction_changed = byl_read_words_direction_changed;
  widget_class->get_request_mode = byl_read_words_get_request_mode;
  widget_class->measure = byl_read_words_measure;
  widget_class->size_allocate = byl_read_words_size_allocate;
  widget_class->snapshot = byl_read_words_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_read_words_init (BylReadWords *self)
{
  BylReadWordsPrivate *private = get_private (self);

  private->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (private->layout, PANGO_WRAP_WORD_CHAR);
  byl_read_words_take_attributes (self, pango_attr_list_new ());
}

/**
 * byl_read_words_get_text:
 * @self: words
 *
 * Returns: (transfer none): what they are
 */
const char *
byl_read_words_get_text (BylReadWords *self)
{
  g_return_val_if_fail (BYL_IS_READ_WORDS (self), "");

  return pango_layout_get_text (get_private (self)->layout);
}

/**
 * byl_read_words_get_accessible:
 * @self: words with a text
 *
 * Returns: (transfer none): what a screen reader reads
 */
GtkWidget *
byl_read_words_get_accessible (BylReadWords *self)
{
  g_return_val_if_fail (BYL_IS_READ_WORDS (self), NULL);

  return get_private (self)->accessible;
}

/**
 * byl_read_words_get_layout:
 * @self: words
 *
 * Returns: (transfer none): how they are laid out; not to be changed
 */
PangoLayout *
byl_read_words_get_layout (BylReadWords *self)
{
  g_return_val_if_fail (BYL_IS_READ_WORDS (self), NULL);

  return get_private (self)->layout;
}

/**
 * byl_read_words_get_origin:
 * @self: words
 * @origin: (out): where the layout begins, in pixels of @self
 */
void
byl_read_words_get_origin (BylReadWords     *self,
                           graphene_point_t *origin)
{
  BylReadWordsPrivate *private;
  PangoRectangle logical;
  gboolean mirrored;
  int room;

  g_return_if_fail (BYL_IS_READ_WORDS (self));
  g_return_if_fail (origin != NULL);

  private = get_private (self);
  graphene_point_init (origin, 0, 0);

  if (private->wrap != BYL_READ_WRAP_NONE)
    return;

  /* Without a width the layout is as wide as its words, wherever these belong. */
  pango_layout_get_pixel_extents (private->layout, NULL, &logical);
  room = gtk_widget_get_width (GTK_WIDGET (self)) - logical.width;
  mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (private->justification == GTK_JUSTIFY_CENTER)
    origin->x = (float) (room / 2);
  else if (mirrored != (private->justification == GTK_JUSTIFY_RIGHT))
    origin->x = (float) room;

  origin->x -= (float) logical.x;
}

/**
 * byl_read_words_set_text:
 * @self: words without a text
 * @role: what a screen reader takes them for
 * @text: what they are
 */
void
byl_read_words_set_text (BylReadWords      *self,
                         GtkAccessibleRole  role,
                         const char        *text)
{
  BylReadWordsPrivate *private;

  g_return_if_fail (BYL_IS_READ_WORDS (self));
  g_return_if_fail (get_private (self)->accessible == NULL);

  private = get_private (self);
  pango_layout_set_text (private->layout, text, -1);
  private->accessible = g_object_new (GTK_TYPE_INSCRIPTION,
                                      "accessible-role", role,
                                      "text", text,
                                      /* Cut off at the end, it need not be shaped when it is
                                       * given its place. */
                                      "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                                      "min-chars", 0,
                                      "min-lines", 0,
                                      NULL);
  gtk_widget_set_parent (private->accessible, GTK_WIDGET (self));
}

/**
 * byl_read_words_set_wrap:
 * @self: words
 * @wrap: where their lines may be broken; anywhere at first
 */
void
byl_read_words_set_wrap (BylReadWords *self,
                         BylReadWrap   wrap)
{
  g_return_if_fail (BYL_IS_READ_WORDS (self));

  get_private (self)->wrap = wrap;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * byl_read_words_set_alignment:
 * @self: words
 * @justification: where their lines lie, as seen from where the text begins
 */
void
byl_read_words_set_alignment (BylReadWords     *self,
                              GtkJustification  justification)
{
  g_return_if_fail (BYL_IS_READ_WORDS (self));

  get_private (self)->justification = justification;
  update_alignment (self);
}

/**
 * byl_read_words_take_attributes:
 * @self: words
 * @attributes: (transfer full): what they look like, apart from the theme
 */
void
byl_read_words_take_attributes (BylReadWords  *self,
                                PangoAttrList *attributes)
{
  g_return_if_fail (BYL_IS_READ_WORDS (self));

  /* GTK knows the height of lines for its own labels only. */
  pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE_HEIGHT));
  pango_layout_set_attributes (get_private (self)->layout, attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
