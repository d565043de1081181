/* byl-catalogue-entry.c: a pack that can be fetched, and how far that is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-entry.h"

#include "byl-catalogue-entry-private.h"

#define FIXED  (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)
#define MOVING (FIXED | G_PARAM_EXPLICIT_NOTIFY)

/* Nobody sees less of a bar: a notification for each piece that arrives would be thousands. */
#define SMALLEST_STEP 0.002

struct _BylCatalogueEntry
{
  GObject                 parent_instance;

  BylCatalogueFile       *file;
  const BylCatalogueLine *line;       /* owned by the file */
  char                   *origin;     /* (nullable): the address of a further catalogue */

  BylCatalogueState       state;
  double                  progress;
  guint64                 bytes_done;
  char                   *error;      /* (nullable) */
  BylPackEntry           *pack;       /* (nullable): as it is installed */
};

G_DEFINE_FINAL_TYPE (BylCatalogueEntry, byl_catalogue_entry, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_REVISION,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_LANGUAGES,
  PROP_WRITERS,
  PROP_N_QUESTIONS,
  PROP_SIZE,
  PROP_LICENSE,
  PROP_LICENSE_NOTE,
  PROP_SOURCE_TITLE,
  PROP_SOURCE_ADDRESS,
  PROP_REQUIREMENT,
  PROP_ORIGIN,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_BYTES_DONE,
  PROP_ERROR,
  PROP_PACK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
byl_catalogue_entry_finalize (GObject *object)
{
  BylCatalogueEntry *self = BYL_CATALOGUE_ENTRY (object);

  g_clear_pointer (&self->file, byl_catalogue_file_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_object (&self->pack);

  G_OBJECT_CLASS (byl_catalogue_entry_parent_class)->finalize (object);
}

/* What the list says. */
static void
get_line_property (BylCatalogueEntry *self,
                   guint              property_id,
                   GValue            *value)
{
  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->line->id);
      break;
    case PROP_REVISION:
      g_value_set_uint (value, self->line->revision);
      break;
    case PROP_TITLE:
      g_value_set_string (value, byl_catalogue_entry_get_title (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, byl_catalogue_entry_get_summary (self));
      break;
    case PROP_LANGUAGES:
      g_value_set_boxed (value, self->line->languages);
      break;
    case PROP_WRITERS:
      g_value_set_boxed (value, self->line->writers);
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, self->line->n_questions);
      break;
    case PROP_SIZE:
      g_value_set_uint64 (value, self->line->size);
      break;
    case PROP_LICENSE:
      g_value_set_string (value, self->line->license);
      break;
    case PROP_LICENSE_NOTE:
      g_value_set_string (value, byl_catalogue_entry_get_license_note (self));
      break;
    case PROP_SOURCE_TITLE:
      g_value_set_string (value, byl_catalogue_entry_get_source_title (self));
      break;
    case PROP_SOURCE_ADDRESS:
      g_value_set_string (value, byl_catalogue_entry_get_source_address (self));
      break;
    default:
      g_value_set_string (value, byl_catalogue_entry_get_requirement (self));
      break;
    }
}

static void
byl_catalogue_entry_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  BylCatalogueEntry *self = BYL_CATALOGUE_ENTRY (object);

  switch (property_id)
    {
    case PROP_ORIGIN:
      g_value_set_string (value, self->origin);
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_BYTES_DONE:
      g_value_set_uint64 (value, self->bytes_done);
      break;
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    case PROP_PACK:
      g_value_set_object (value, self->pack);
      break;
    default:
      if (property_id == PROP_0 || property_id > PROP_REQUIREMENT)
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      else
        get_line_property (self, property_id, value);
    }
}

static void
byl_catalogue_entry_class_init (BylCatalogueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = byl_catalogue_entry_finalize;
  object_class->get_property = byl_catalogue_entry_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, FIXED);
  properties[PROP_REVISION] = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 1, FIXED);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, FIXED);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, FIXED);
  properties[PROP_LANGUAGES] = g_param_spec_boxed ("languages", NULL, NULL, G_TYPE_STRV, FIXED);
  properties[PROP_WRITERS] = g_param_spec_boxed ("writers", NULL, NULL, G_TYPE_STRV, FIXED);
  properties[PROP_N_QUESTIONS] =
    g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, FIXED);
  properties[PROP_SIZE] = g_param_spec_uint64 ("size", NULL, NULL, 0, G_MAXUINT64, 0, FIXED);
  properties[PROP_LICENSE] = g_param_spec_string ("license", NULL, NULL, NULL, FIXED);
  properties[PROP_LICENSE_NOTE] = g_param_spec_string ("license-note", NULL, NULL, NULL, FIXED);
  properties[PROP_SOURCE_TITLE] = g_param_spec_string ("source-title", NULL, NULL, NULL, FIXED);
  properties[PROP_SOURCE_ADDRESS] =
    g_param_spec_string ("source-address", NULL, NULL, NULL, FIXED);
  properties[PROP_REQUIREMENT] = g_param_spec_string ("requirement", NULL, NULL, NULL, FIXED);
  properties[PROP_ORIGIN] = g_param_spec_string ("origin", NULL, NULL, NULL, FIXED);
  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, 0, BYL_CATALOGUE_FAILED, 0, MOVING);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, MOVING);
  properties[PROP_BYTES_DONE] =
    g_param_spec_uint64 ("bytes-done", NULL, NULL, 0, G_MAXUINT64, 0, MOVING);
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL, MOVING);
  properties[PROP_PACK] =
    g_param_spec_object ("pack", NULL, NULL, BYL_TYPE_PACK_ENTRY, MOVING);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_catalogue_entry_init (BylCatalogueEntry *self)
{
}

/* For the catalogue. The line is that of the position; the origin is the address of a further
 * catalogue, and NULL for the list that comes with the program. */
BylCatalogueEntry *
byl_catalogue_entry_new (BylCatalogueFile *file,
                         guint             position,
                         const char       *origin)
{
  BylCatalogueEntry *self = g_object_new (BYL_TYPE_CATALOGUE_ENTRY, NULL);

  self->file = byl_catalogue_file_ref (file);
  self->line = byl_catalogue_file_get_line (file, position);
  self->origin = g_strdup (origin);

  return self;
}

/* For the catalogue: where the pack comes from. */
const BylCatalogueLine *
byl_catalogue_entry_get_line (BylCatalogueEntry *self)
{
  return self->line;
}

/* For the catalogue: whether the entry waits or works. */
gboolean
byl_catalogue_entry_is_busy (BylCatalogueEntry *self)
{
  return self->state == BYL_CATALOGUE_WAITING || self->state == BYL_CATALOGUE_FETCHING ||
         self->state == BYL_CATALOGUE_IMPORTING;
}

/* For the catalogue. */
void
byl_catalogue_entry_set_state (BylCatalogueEntry *self,
                               BylCatalogueState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* For the catalogue: so many bytes of so many; expected is 0 where nobody knows. Steps too small to
 * be seen are not told, but the last one always is. */
void
byl_catalogue_entry_set_progress (BylCatalogueEntry *self,
                                  guint64            done,
                                  guint64            expected)
{
  double progress = expected > 0 ? MIN (1.0, (double) done / (double) expected) : 0;
  double step = ABS (progress - self->progress);

  if (self->bytes_done == done && step == 0)
    return;

  if (step < SMALLEST_STEP && progress < 1 && done != 0 && expected > 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->bytes_done != done)
    {
      self->bytes_done = done;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BYTES_DONE]);
    }
  if (step != 0)
    {
      self->progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* For the catalogue: a sentence, or NULL. */
void
byl_catalogue_entry_set_error (BylCatalogueEntry *self,
                               const char        *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/* For the catalogue: the installed pack, or NULL. */
void
byl_catalogue_entry_set_pack (BylCatalogueEntry *self,
                              BylPackEntry      *pack)
{
  if (g_set_object (&self->pack, pack))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PACK]);
}

/**
 * byl_catalogue_entry_get_origin:
 * @self: an entry
 *
 * Returns: (nullable): the address of the further catalogue that lists it; %NULL where the list
 * that comes with the program does
 */
const char *
byl_catalogue_entry_get_origin (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return self->origin;
}

/**
 * byl_catalogue_entry_get_state:
 * @self: an entry
 *
 * Returns: how far it is
 */
BylCatalogueState
byl_catalogue_entry_get_state (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), BYL_CATALOGUE_AVAILABLE);

  return self->state;
}

/**
 * byl_catalogue_entry_get_progress:
 * @self: an entry
 *
 * Returns: the share that has been fetched, 0.0 to 1.0; 0.0 also while nobody knows
 */
double
byl_catalogue_entry_get_progress (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), 0);

  return self->progress;
}

/**
 * byl_catalogue_entry_get_bytes_done:
 * @self: an entry
 *
 * Returns: the bytes that have been fetched, those of earlier tries included
 */
guint64
byl_catalogue_entry_get_bytes_done (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), 0);

  return self->bytes_done;
}

/**
 * byl_catalogue_entry_get_error:
 * @self: an entry
 *
 * Returns: (nullable): a sentence that the player can act on, in %BYL_CATALOGUE_FAILED
 */
const char *
byl_catalogue_entry_get_error (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return self->error;
}

/**
 * byl_catalogue_entry_get_pack:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the pack in the library, whatever its revision
 */
BylPackEntry *
byl_catalogue_entry_get_pack (BylCatalogueEntry *self)
{
  g_return_val_if_fail (BYL_IS_CATALOGUE_ENTRY (self), NULL);

  return self->pack;
}
