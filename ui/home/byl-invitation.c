/* byl-invitation.c: a card of the home page that leads to more packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-invitation.h"

#include <glib/gi18n.h>

struct _BylInvitation
{
  AdwBin     parent_instance;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BylInvitation, byl_invitation, ADW_TYPE_BIN)

/* What there is to be invited to, by the action of the button. */
static const struct
{
  const char *action;
  const char *title;
  const char *text;
  const char *label;
  const char *name; /* of the button, for who does not see what stands above it */
} kinds[] =
{
  {
    "win.get-answers",
    N_("Get real answers"),
    N_("Published answers of language models, just as they were given. Each pack tells its source, "
       "its date and its licence."),
    N_("Browse…"),
    N_("Browse real answers…"),
  },
  {
    "win.new-pack",
    N_("Your own questions"),
    N_("Ask the models you use the questions you have, then tell them apart. Keys stay in your "
       "keyring."),
    N_("New pack…"),
    N_("New pack from my questions…"),
  },
  {
    "win.recordings",
    N_("Your own questions"),
    N_("Go on with what you have recorded: ask again, paste, export. Or ask something new."),
    N_("Open…"),
    N_("Open my recordings…"),
  },
};

static void
byl_invitation_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BYL_TYPE_INVITATION);

  G_OBJECT_CLASS (byl_invitation_parent_class)->dispose (object);
}

static void
byl_invitation_class_init (BylInvitationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_invitation_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "home/byl-invitation.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, BylInvitation, title);
  gtk_widget_class_bind_template_child (widget_class, BylInvitation, text);
  gtk_widget_class_bind_template_child (widget_class, BylInvitation, button);
}

static void
byl_invitation_init (BylInvitation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_invitation_new:
 *
 * Returns: (transfer floating): a card that invites to nothing yet
 */
GtkWidget *
byl_invitation_new (void)
{
  return g_object_new (BYL_TYPE_INVITATION, NULL);
}

/**
 * byl_invitation_set_kind:
 * @self: an invitation
 * @action: what its button does: `win.get-answers`, `win.new-pack` or `win.recordings`
 */
void
byl_invitation_set_kind (BylInvitation *self,
                         const char    *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (kinds[i].action, action))
        continue;

      gtk_label_set_label (self->title, _(kinds[i].title));
      gtk_label_set_label (self->text, _(kinds[i].text));
      gtk_button_set_label (self->button, _(kinds[i].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
      /* Newer GTK names a button by the label inside it before it heeds the property. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(kinds[i].name), -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(kinds[i].title), -1);
    }
}

/**
 * byl_invitation_get_title:
 * @self: an invitation
 *
 * Returns: what it invites to
 */
const char *
byl_invitation_get_title (BylInvitation *self)
{
  return gtk_label_get_label (self->title);
}
