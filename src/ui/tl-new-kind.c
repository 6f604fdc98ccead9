/* tl-new-kind.c: a kind of elements of the project's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-new-kind.h"

#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "reference/tl-metamodel.h"
#include "ui/tl-own-name.h"
#include "ui/tl-refusal.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlNewKind
{
  GtkPopover   parent_instance;

  TlProject   *project;

  GtkEntry    *name;
  GtkDropDown *like;
  GtkWidget   *button;
  GtkLabel    *error;
};

G_DEFINE_FINAL_TYPE (TlNewKind, tl_new_kind, GTK_TYPE_POPOVER)

static const TlElementKind *const *
get_kinds (TlNewKind *self)
{
  return tl_metamodel_get_kinds (tl_metamodel_get (tl_project_get_edition (self->project)));
}

static void
show_reason (TlNewKind  *self,
             const char *reason)
{
  tl_refusal_show (GTK_WIDGET (self->name), GTK_WIDGET (self->name), self->error, reason);
}

static void
name_cb (TlNewKind *self)
{
  show_reason (self, NULL);
  gtk_widget_set_sensitive (self->button, *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0');
}

static TlRecord *
create_kind (TlNewKind  *self,
             GError    **error)
{
  g_autoptr(TlRecord) kind = tl_record_new (&tl_own_kind_type);
  guint selected = gtk_drop_down_get_selected (self->like);

  if (!tl_record_fill (kind, TL_OWN_KIND_NAME, gtk_editable_get_text (GTK_EDITABLE (self->name)), error)
      || !tl_record_fill (kind, TL_OWN_KIND_LIKE, get_kinds (self)[selected]->id, error))
    return NULL;
  return g_steal_pointer (&kind);
}

static void
add_cb (TlNewKind *self)
{
  g_autoptr(GError) error = NULL;
  TlRecord *kind;

  if (self->project == NULL || !gtk_widget_get_sensitive (self->button))
    return;
  kind = create_kind (self, &error);
  if (kind != NULL && tl_edit_add (TL_RECORD (self->project), TL_PROJECT_KINDS, kind, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    {
      show_reason (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
    }
}

static void
show_cb (TlNewKind *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const TlElementKind *const *kinds;
  guint first_part = 0;

  if (self->project == NULL || tl_project_get_edition (self->project) == NULL)
    return;
  kinds = get_kinds (self);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      /* Translators: a kind of elements, such as Component, and the service model it belongs to */
      g_autofree char *name = g_strdup_printf (_("%1$s (%2$s)"), tl_element_kind_get_name (kinds[i]),
                                               tl_lane_get_name (kinds[i]->lane));

      gtk_string_list_append (names, name);
      if (first_part == 0 && kinds[i]->is_item)
        first_part = i;
    }
  gtk_drop_down_set_model (self->like, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->like, first_part);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  show_reason (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
tl_new_kind_dispose (GObject *object)
{
  TlNewKind *self = TL_NEW_KIND (object);

  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_NEW_KIND);

  G_OBJECT_CLASS (tl_new_kind_parent_class)->dispose (object);
}

static void
tl_new_kind_class_init (TlNewKindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_new_kind_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-new-kind.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlNewKind, name);
  gtk_widget_class_bind_template_child (widget_class, TlNewKind, like);
  gtk_widget_class_bind_template_child (widget_class, TlNewKind, button);
  gtk_widget_class_bind_template_child (widget_class, TlNewKind, error);
  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
tl_new_kind_init (TlNewKind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_own_name_keep (self->like);
}

void
tl_new_kind_set_project (TlNewKind *self,
                         TlProject *project)
{
  g_return_if_fail (TL_IS_NEW_KIND (self));

  g_set_object (&self->project, project);
}
