/* byl-block-maker.c: making the widgets of an answer, one label after the other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-block-maker.h"

#include "byl-read-block.h"

/* So much text is laid out in a few milliseconds; longer blocks become several labels. */
#define MAX_LABEL_LENGTH 2000u /* characters */
#define MAX_LABEL_LINES 120u
/* To find where to wrap a word, Pango takes time that grows with the square of its length. */
#define MAX_WORD_LENGTH 500u
/* No answer that a person reads has more. What comes after them is shown without its formatting,
 * since 200,000 characters could otherwise be 100,000 widgets. */
#define MAX_BLOCKS 3000u
#define SHORT_CELL 24u /* characters; a longer one is wrapped */

struct _BylBlockMaker
{
  BylReadText      *text;
  BylReadPaint     *paint;
  const BylBlock   *blocks;
  guint             n_blocks;
  const BylRun     *runs;
  guint             n_runs;
  BylReadPlace     *places;

  guint             next_block;
  guint             next_run;      /* the first that may reach into the next label */
  const char       *cursor;        /* in the text, at @position */
  guint             position;      /* characters from the text's start */

  BylBlock          block;         /* the one that is being made */
  gboolean          is_unfinished; /* there is more of @block to come */
  GtkWidget        *widget;        /* of @block; owned by whom it was handed to */
  GtkWidget        *container;     /* of its labels: a box, or a grid for a table */
};

static void
move_to (BylBlockMaker *self,
         guint          position)
{
  self->cursor = g_utf8_offset_to_pointer (self->cursor, (glong) position - self->position);
  self->position = position;
}

static char *
get_marker (const BylBlock *block)
{
  const char *bullets[] = { "•", "◦", "▪" };

  switch (block->marker)
    {
    case BYL_MARKER_BULLET:
      return g_strdup (bullets[CLAMP (block->list_depth, 1, G_N_ELEMENTS (bullets)) - 1]);

    case BYL_MARKER_NUMBER:
      return g_strdup_printf ("%u.", block->number);

    case BYL_MARKER_OPEN_TASK:
      return g_strdup ("☐");

    case BYL_MARKER_DONE_TASK:
      return g_strdup ("☑");

    case BYL_MARKER_NONE:
    default:
      return NULL;
    }
}

/* Where the next label of the block ends: at the block's end if that is near enough, else at the
 * end of a line, at a space, or at least not within a letter and its marks. */
static guint
find_label_end (BylBlockMaker *self)
{
  guint limit = MIN (self->block.end, self->position + MAX_LABEL_LENGTH);
  guint n_lines = 0;
  guint line_end = 0;
  guint space = self->position; /* the last one, or the start */
  guint letter = self->position;
  guint i = self->position;

  for (const char *p = self->cursor; i < limit; i++, p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n')
        {
          line_end = i;

          if (++n_lines == MAX_LABEL_LINES)
            return line_end;
        }

      if (g_unichar_isspace (character) || g_unichar_iswide (character))
        space = i;

      if (!g_unichar_ismark (character))
        letter = i;

      if (i - space > MAX_WORD_LENGTH)
        return MAX (letter, self->position + 1);
    }

  if (limit == self->block.end)
    return limit;

  if (line_end > self->position)
    return line_end;

  return MAX (space, self->position + 1);
}

static void
add_runs (BylBlockMaker *self,
          BylReadLabel  *label)
{
  guint start = byl_read_label_get_start (label);
  guint end = byl_read_label_get_end (label);

  while (self->next_run < self->n_runs && self->runs[self->next_run].end <= start)
    self->next_run++;

  for (guint i = self->next_run; i < self->n_runs && self->runs[i].start < end; i++)
    byl_read_label_add_run (label, &self->runs[i]);

  byl_read_label_apply_runs (label);
}

static GtkWidget *
create_text_label (BylBlockMaker *self,
                   const char    *text,
                   guint          start)
{
  const BylBlock *block = &self->block;
  gboolean heading = block->kind == BYL_BLOCK_HEADING;
  GtkWidget *label = byl_read_label_new (heading ? GTK_ACCESSIBLE_ROLE_HEADING
                                                 : GTK_ACCESSIBLE_ROLE_LABEL,
                                         text, start, self->paint);

  if (!heading)
    return label;

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (byl_read_words_get_accessible (BYL_READ_WORDS (label))),
    GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) block->level, -1);
  gtk_widget_add_css_class (label, block->level <= 2 ? "title" : "subtitle");

  return label;
}

static GtkJustification
get_justification (const BylBlock *block,
                   gboolean        mirrored)
{
  if (block->align == BYL_ALIGN_CENTER)
    return GTK_JUSTIFY_CENTER;

  if (block->align == (mirrored ? BYL_ALIGN_LEFT : BYL_ALIGN_RIGHT))
    return GTK_JUSTIFY_RIGHT;

  return GTK_JUSTIFY_LEFT;
}

static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    columns += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return columns;
}

/* A cell has one width: that of its text, or that at which it is wrapped. Its height then follows
 * without knowing how wide the table will be, which a scrolled window does not say. */
static void
set_up_cell (const BylBlock *block,
             GtkWidget      *label,
             const char     *text)
{
  gboolean mirrored = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;

  byl_read_words_set_alignment (BYL_READ_WORDS (label), get_justification (block, mirrored));
  byl_read_words_set_wrap (BYL_READ_WORDS (label),
                           count_columns (text) <= SHORT_CELL ? BYL_READ_WRAP_NONE
                                                              : BYL_READ_WRAP_CELL);
  gtk_widget_add_css_class (label, block->header ? "header" : "cell");
}

static GtkTextDirection
get_label_direction (BylBlockMaker *self,
                     const char    *text,
                     gsize          length)
{
  GtkTextDirection direction = self->places[self->next_block - 1].direction;

  if (self->block.kind == BYL_BLOCK_CODE)
    return GTK_TEXT_DIR_LTR;

  return byl_read_place_get_direction (text, length, direction);
}

/* Makes a label of the block's next characters, and moves on past them. */
static BylReadLabel *
create_label (BylBlockMaker *self)
{
  guint start = self->position;
  guint end = find_label_end (self);
  g_autofree char *text = NULL;
  GtkWidget *label;
  gsize length;

  length = (gsize) (g_utf8_offset_to_pointer (self->cursor, end - start) - self->cursor);
  text = g_strndup (self->cursor, length);
  move_to (self, end);
  self->is_unfinished = end < self->block.end;

  /* The white space that a block was divided at belongs to neither half. */
  if (self->is_unfinished && g_unichar_isspace (g_utf8_get_char (self->cursor)))
    move_to (self, end + 1);

  /* Code mostly ends in a line break, which is no line of its own. */
  if (!self->is_unfinished && self->block.kind == BYL_BLOCK_CODE && g_str_has_suffix (text, "\n"))
    text[length - 1] = '\0';

  label = create_text_label (self, text, start);
  gtk_widget_set_direction (label, get_label_direction (self, text, length));

  if (self->block.kind == BYL_BLOCK_CELL)
    set_up_cell (&self->block, label, text);
  else if (self->block.kind == BYL_BLOCK_CODE)
    byl_read_words_set_wrap (BYL_READ_WORDS (label), BYL_READ_WRAP_NONE);

  add_runs (self, BYL_READ_LABEL (label));

  return BYL_READ_LABEL (label);
}

/* What is wider than the card scrolls by itself, to the side only. */
static GtkWidget *
create_scroller (GtkWidget        *child,
                 GtkTextDirection  direction,
                 const char       *css_class)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_can_focus (scroller, FALSE);
  gtk_widget_add_css_class (scroller, css_class);
  /* The direction is not handed down by itself. */
  gtk_widget_set_direction (scroller, direction);
  gtk_widget_set_direction (gtk_widget_get_parent (child), direction);
  gtk_widget_set_direction (child, direction);

  return scroller;
}

static GtkWidget *
create_body (BylBlockMaker    *self,
             GtkTextDirection  direction)
{
  self->container = NULL;

  switch (self->block.kind)
    {
    case BYL_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

    case BYL_BLOCK_CODE:
      self->container = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      return create_scroller (self->container, direction, "code");

    case BYL_BLOCK_CELL:
      self->container = gtk_grid_new ();
      gtk_widget_set_halign (self->container, GTK_ALIGN_START);
      return create_scroller (self->container, direction, "table");

    case BYL_BLOCK_PARAGRAPH:
    case BYL_BLOCK_HEADING:
    default:
      self->container = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      return self->container;
    }
}

static void
add_label (BylBlockMaker *self,
           BylReadLabel  *label)
{
  if (self->block.kind == BYL_BLOCK_CELL)
    gtk_grid_attach (GTK_GRID (self->container), GTK_WIDGET (label),
                     (int) self->block.column, (int) self->block.row, 1, 1);
  else
    gtk_box_append (GTK_BOX (self->container), GTK_WIDGET (label));
}

/* Past the last block that is formatted, a label's worth of blocks becomes one plain paragraph. */
static void
take_plain_blocks (BylBlockMaker *self)
{
  guint start = self->blocks[self->next_block].start;
  BylBlock plain = { .kind = BYL_BLOCK_PARAGRAPH, .start = start };

  do
    plain.end = self->blocks[self->next_block++].end;
  while (self->next_block < self->n_blocks
         && self->blocks[self->next_block].end - start <= MAX_LABEL_LENGTH);

  self->block = plain;
}

/* Returns: whether the next block goes on in the widget of the one before it, as a cell does */
static gboolean
take_block (BylBlockMaker *self)
{
  guint table = self->block.kind == BYL_BLOCK_CELL ? self->block.table : 0;

  if (self->next_block >= MAX_BLOCKS)
    take_plain_blocks (self);
  else
    self->block = self->blocks[self->next_block++];

  move_to (self, self->block.start);

  return self->block.kind == BYL_BLOCK_CELL && table != 0 && self->block.table == table;
}

static void
begin_widget (BylBlockMaker *self)
{
  BylReadPlace place = self->places[self->next_block - 1];
  g_autofree char *marker = get_marker (&self->block);

  if (self->next_block > MAX_BLOCKS)
    place.n_containers = place.n_shared = 0;

  self->widget = byl_read_block_new (&place, marker, create_body (self, place.direction));
}

/**
 * byl_block_maker_new:
 * @text: the answer
 * @paint: how its labels draw their decorations, in a box of g_rc_box_new()
 * @fallback: the direction of text without any letter
 *
 * Returns: (transfer full): a maker at the start of @text
 */
BylBlockMaker *
byl_block_maker_new (BylReadText      *text,
                     BylReadPaint     *paint,
                     GtkTextDirection  fallback)
{
  BylBlockMaker *self = g_new0 (BylBlockMaker, 1);
  guint n_places;

  self->text = byl_read_text_ref (text);
  self->paint = g_rc_box_acquire (paint);
  self->blocks = byl_read_text_get_blocks (text, &self->n_blocks);
  self->runs = byl_read_text_get_runs (text, &self->n_runs);
  self->places = byl_read_place_new_all (text, fallback, &n_places);
  self->cursor = byl_read_text_get_text (text);

  return self;
}

/**
 * byl_block_maker_free:
 * @self: (transfer full): a block maker
 *
 * Frees @self; the widgets that it made stay.
 */
void
byl_block_maker_free (BylBlockMaker *self)
{
  byl_read_text_unref (self->text);
  g_rc_box_release (self->paint);
  g_free (self->places);
  g_free (self);
}

/**
 * byl_block_maker_is_done:
 * @self: a block maker
 *
 * Returns: whether everything has been made
 */
gboolean
byl_block_maker_is_done (BylBlockMaker *self)
{
  return !self->is_unfinished && self->next_block >= self->n_blocks;
}

/**
 * byl_block_maker_next:
 * @self: a block maker
 * @label: (out) (nullable) (transfer none): the label made; %NULL for a rule
 *
 * Makes one label more: in a new block, or as a further part of the last one made, as the next
 * cell of a table is.
 *
 * Returns: (nullable) (transfer none): the block that the label lies in, floating and without a
 *   parent if it is new; %NULL once everything is done
 */
GtkWidget *
byl_block_maker_next (BylBlockMaker  *self,
                      BylReadLabel  **label)
{
  *label = NULL;

  if (byl_block_maker_is_done (self))
    return NULL;

  if (!self->is_unfinished && !take_block (self))
    begin_widget (self);

  if (self->block.kind == BYL_BLOCK_RULE)
    return self->widget;

  *label = create_label (self);
  add_label (self, *label);

  return self->widget;
}
