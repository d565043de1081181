/* byl-name.c: a writer's name that may be signed in a round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-name.h"

struct _BylName
{
  GObject  parent_instance;
  char    *id;
  char    *name;
  guint    number; /* the key that signs it, from 1 */
  gboolean used;   /* some card of the round is signed with it */
};

enum { PROP_0, PROP_ID, PROP_NAME, PROP_NUMBER, PROP_USED, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylName, byl_name, G_TYPE_OBJECT)

static void
byl_name_finalize (GObject *object)
{
  BylName *self = BYL_NAME (object);

  g_free (self->id);
  g_free (self->name);

  G_OBJECT_CLASS (byl_name_parent_class)->finalize (object);
}

static void
byl_name_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BylName *self = BYL_NAME (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;

    case PROP_USED:
      g_value_set_boolean (value, self->used);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_name_class_init (BylNameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_name_finalize;
  object_class->get_property = byl_name_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_USED] =
    g_param_spec_boolean ("used", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_name_init (BylName *self)
{
}

/**
 * byl_name_new:
 * @id: the writer's id in its pack
 * @name: the writer's name
 * @number: the key that signs it, from 1
 *
 * Returns: (transfer full): a name that no card is signed with
 */
BylName *
byl_name_new (const char *id,
              const char *name,
              guint       number)
{
  BylName *self = g_object_new (BYL_TYPE_NAME, NULL);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->number = number;

  return self;
}

/**
 * byl_name_get_id:
 * @self: a name
 *
 * Returns: the writer's id in its pack
 */
const char *
byl_name_get_id (BylName *self)
{
  return self->id;
}

/**
 * byl_name_get_name:
 * @self: a name
 *
 * Returns: the writer's name
 */
const char *
byl_name_get_name (BylName *self)
{
  return self->name;
}

/**
 * byl_name_get_number:
 * @self: a name
 *
 * Returns: the key that signs it, from 1
 */
guint
byl_name_get_number (BylName *self)
{
  return self->number;
}

/**
 * byl_name_get_used:
 * @self: a name
 *
 * Returns: whether some card of the round is signed with it
 */
gboolean
byl_name_get_used (BylName *self)
{
  return self->used;
}

/**
 * byl_name_set_used:
 * @self: a name
 * @used: whether some card of the round is signed with it
 */
void
byl_name_set_used (BylName  *self,
                   gboolean  used)
{
  if (self->used == used)
    return;

  self->used = used;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USED]);
}
