/* byl-read-view.c: an answer to be read, with its tells highlighted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-view.h"

#include "byl-read-column.h"
#include "byl-read-discard.h"
#include "byl-read-highlighter.h"
#include "byl-read-pacer.h"
#include "byl-read-scroll.h"

struct _BylReadView
{
  GtkWidget           parent_instance;

  BylReadText        *text;        /* (nullable) */
  GtkWidget          *column;      /* the blocks, one under the other */
  GtkWidget          *cover;       /* (nullable): what lies over them */
  BylReadHighlighter *highlighter;
  BylReadPacer       *pacer;
  guint               scroll_source;
  gboolean            scroll_wanted;
  guint               scroll_target; /* characters from the text's start */
};

enum { PROP_0, PROP_READ_TEXT, PROP_LINKS_ACTIVE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { OPEN_LINK, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylReadView, byl_read_view, GTK_TYPE_WIDGET)

/* The column of the text before goes when there is time for it. */
static void
begin_column (BylReadView *self)
{
  GtkWidget *old = self->column;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation allocation = { 0, 0, width, 0 };

  self->column = byl_read_column_new ();
  gtk_widget_insert_before (self->column, GTK_WIDGET (self), self->cover);

  if (old != NULL)
    byl_read_discard_column (BYL_READ_COLUMN (old));

  if (width == 0)
    return;

  /* It will have the same width, so that its blocks can be laid out as they are made. */
  gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->column, &allocation, -1);
}

static gboolean
scroll_cb (gpointer user_data)
{
  BylReadView *self = user_data;
  BylReadLabel *label = byl_read_pacer_find_label (self->pacer, self->scroll_target);
  graphene_rect_t area;

  self->scroll_source = 0;

  if (label == NULL)
    return G_SOURCE_REMOVE;

  byl_read_label_get_area (label, self->scroll_target, &area);
  byl_read_scroll_to_area (GTK_WIDGET (label), &area);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
byl_read_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
byl_read_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  BylReadView *self = BYL_READ_VIEW (widget);

  gtk_widget_measure (self->column, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
byl_read_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  BylReadView *self = BYL_READ_VIEW (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  gtk_widget_size_allocate (self->column, &allocation, -1);
  byl_read_pacer_go_on (self->pacer);

  if (self->cover != NULL)
    {
      gtk_widget_measure (self->cover, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->cover, &allocation, -1);
    }

  /* The scrolled window learns the new height only after this. */
  if (self->scroll_wanted && self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, scroll_cb, self, NULL);

  self->scroll_wanted = FALSE;
}

static void
byl_read_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BylReadView *self = BYL_READ_VIEW (object);

  switch (property_id)
    {
    case PROP_READ_TEXT:
      g_value_set_boxed (value, self->text);
      break;

    case PROP_LINKS_ACTIVE:
      g_value_set_boolean (value, byl_read_view_get_links_active (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_read_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  BylReadView *self = BYL_READ_VIEW (object);

  switch (property_id)
    {
    case PROP_READ_TEXT:
      byl_read_view_set_read_text (self, g_value_get_boxed (value));
      break;

    case PROP_LINKS_ACTIVE:
      byl_read_view_set_links_active (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_read_view_dispose (GObject *object)
{
  BylReadView *self = BYL_READ_VIEW (object);

  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->pacer, byl_read_pacer_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  self->column = NULL;
  self->cover = NULL;
  G_OBJECT_CLASS (byl_read_view_parent_class)->dispose (object);
}

static void
byl_read_view_finalize (GObject *object)
{
  BylReadView *self = BYL_READ_VIEW (object);

  byl_read_highlighter_free (self->highlighter);
  g_clear_pointer (&self->text, byl_read_text_unref);
  G_OBJECT_CLASS (byl_read_view_parent_class)->finalize (object);
}

static void
byl_read_view_class_init (BylReadViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = byl_read_view_dispose;
  object_class->finalize = byl_read_view_finalize;
  object_class->get_property = byl_read_view_get_property;
  object_class->set_property = byl_read_view_set_property;
  widget_class->get_request_mode = byl_read_view_get_request_mode;
  widget_class->measure = byl_read_view_measure;
  widget_class->size_allocate = byl_read_view_size_allocate;

  properties[PROP_READ_TEXT] =
    g_param_spec_boxed ("read-text", NULL, NULL, BYL_TYPE_READ_TEXT, flags);
  properties[PROP_LINKS_ACTIVE] =
    g_param_spec_boolean ("links-active", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A link was pressed while links are active; its argument is the address. */
  signals[OPEN_LINK] =
    g_signal_new ("open-link", BYL_TYPE_READ_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "readview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_read_view_init (BylReadView *self)
{
  self->highlighter = byl_read_highlighter_new (GTK_WIDGET (self));
  self->pacer = byl_read_pacer_new (GTK_WIDGET (self), self->highlighter);
  begin_column (self);
}

/**
 * byl_read_view_new:
 *
 * Returns: (transfer floating): a view without a text
 */
GtkWidget *
byl_read_view_new (void)
{
  return g_object_new (BYL_TYPE_READ_VIEW, NULL);
}

/**
 * byl_read_view_get_read_text:
 * @self: a read view
 *
 * Returns: (nullable) (transfer none): the text shown
 */
BylReadText *
byl_read_view_get_read_text (BylReadView *self)
{
  g_return_val_if_fail (BYL_IS_READ_VIEW (self), NULL);

  return self->text;
}

/**
 * byl_read_view_get_links_active:
 * @self: a read view
 *
 * Returns: whether a press on a link emits #BylReadView::open-link
 */
gboolean
byl_read_view_get_links_active (BylReadView *self)
{
  g_return_val_if_fail (BYL_IS_READ_VIEW (self), FALSE);

  return byl_read_highlighter_get_paint (self->highlighter)->links_active;
}

/**
 * byl_read_view_get_span_y:
 * @self: a read view
 * @start: characters from the text's start
 *
 * Returns: pixels from the view's top to the line of that character; -1 while it has no place yet
 */
double
byl_read_view_get_span_y (BylReadView *self,
                          guint        start)
{
  BylReadLabel *label;
  graphene_rect_t area;
  graphene_point_t point;

  g_return_val_if_fail (BYL_IS_READ_VIEW (self), -1);

  label = byl_read_pacer_find_label (self->pacer, start);

  if (label == NULL || gtk_widget_get_width (GTK_WIDGET (label)) == 0
      || (byl_read_label_get_end (label) <= start && !byl_read_view_is_finished (self)))
    return -1;

  byl_read_label_get_area (label, start, &area);

  if (!gtk_widget_compute_point (GTK_WIDGET (label), GTK_WIDGET (self), &area.origin, &point))
    return -1;

  return point.y;
}

/**
 * byl_read_view_get_labels:
 * @self: a read view
 *
 * Returns: (transfer none) (element-type BylReadLabel): what has been made of the text so far, in
 *   its order
 */
GPtrArray *
byl_read_view_get_labels (BylReadView *self)
{
  g_return_val_if_fail (BYL_IS_READ_VIEW (self), NULL);

  return byl_read_pacer_get_labels (self->pacer);
}

/**
 * byl_read_view_set_cover:
 * @self: a read view
 * @cover: (transfer floating): a widget that asks for no place of its own
 *
 * Lays a widget over the text, which gets its place anew whenever the text does.
 */
void
byl_read_view_set_cover (BylReadView *self,
                         GtkWidget   *cover)
{
  g_return_if_fail (BYL_IS_READ_VIEW (self));
  g_return_if_fail (self->cover == NULL);

  self->cover = cover;
  gtk_widget_insert_before (cover, GTK_WIDGET (self), NULL);
}

/**
 * byl_read_view_is_finished:
 * @self: a read view
 *
 * Returns: whether the whole text has been made into widgets
 */
gboolean
byl_read_view_is_finished (BylReadView *self)
{
  g_return_val_if_fail (BYL_IS_READ_VIEW (self), TRUE);

  return byl_read_pacer_is_finished (self->pacer);
}

/**
 * byl_read_view_set_read_text:
 * @self: a read view
 * @text: (nullable): an answer
 *
 * Shows @text in place of what was shown before, without highlights. Its first screenful is there
 * at once; the rest is made in slices of a few milliseconds while the program has nothing else to
 * do.
 */
void
byl_read_view_set_read_text (BylReadView *self,
                             BylReadText *text)
{
  BylReadText *old;

  g_return_if_fail (BYL_IS_READ_VIEW (self));

  if (self->text == text)
    return;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  self->scroll_wanted = FALSE;
  byl_read_pacer_clear (self->pacer);
  begin_column (self);
  old = self->text;
  self->text = text != NULL ? byl_read_text_ref (text) : NULL;
  g_clear_pointer (&old, byl_read_text_unref);

  if (text != NULL)
    byl_read_pacer_begin (self->pacer, BYL_READ_COLUMN (self->column), text);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_TEXT]);
}

/**
 * byl_read_view_set_links_active:
 * @self: a read view
 * @links_active: whether links can be pressed
 *
 * Before the reveal links are words like others: an address would give a writer away.
 */
void
byl_read_view_set_links_active (BylReadView *self,
                                gboolean     links_active)
{
  BylReadPaint *paint;

  g_return_if_fail (BYL_IS_READ_VIEW (self));

  paint = byl_read_highlighter_get_paint (self->highlighter);
  links_active = !!links_active;

  if (paint->links_active == links_active)
    return;

  paint->links_active = links_active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINKS_ACTIVE]);
}

/**
 * byl_read_view_set_highlights:
 * @self: a read view
 * @highlights: (nullable) (element-type BylHighlight): tells on the text; copied
 *
 * Tints and underlines the words of @highlights, in the colour and the line of their family. They
 * fade in family by family; where animations are off they are there at once.
 */
void
byl_read_view_set_highlights (BylReadView  *self,
                              const GArray *highlights)
{
  g_return_if_fail (BYL_IS_READ_VIEW (self));

  byl_read_highlighter_set_highlights (self->highlighter, highlights);
}

/**
 * byl_read_view_finish:
 * @self: a read view
 *
 * Makes at once what is still missing of the text: for pictures and tests.
 */
void
byl_read_view_finish (BylReadView *self)
{
  g_return_if_fail (BYL_IS_READ_VIEW (self));

  byl_read_pacer_reach (self->pacer, G_MAXUINT);
}

/**
 * byl_read_view_pulse:
 * @self: a read view
 * @start: characters from the text's start, inclusive
 * @end: exclusive
 *
 * Frames words for a second, so that they are found by eye.
 */
void
byl_read_view_pulse (BylReadView *self,
                     guint        start,
                     guint        end)
{
  g_return_if_fail (BYL_IS_READ_VIEW (self));

  byl_read_highlighter_pulse (self->highlighter, start, end);
}

/**
 * byl_read_view_scroll_to:
 * @self: a read view
 * @start: characters from the text's start
 *
 * Scrolls what lies around @self so that the character can be seen, as soon as it has its place.
 */
void
byl_read_view_scroll_to (BylReadView *self,
                         guint        start)
{
  g_return_if_fail (BYL_IS_READ_VIEW (self));

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  self->scroll_target = start;

  if (byl_read_view_get_span_y (self, start) >= 0)
    {
      scroll_cb (self);
      return;
    }

  byl_read_pacer_reach (self->pacer, start);
  self->scroll_wanted = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
