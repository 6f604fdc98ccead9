/* tl-inspector-header.c: what is selected, by its kind, name and meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-header.h"

#include "base/tl-language.h"
#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-integration.h"
#include "project/tl-relation.h"
#include "reference/tl-term.h"
#include "ui/tl-help-context.h"
#include "ui/tl-inspector-sections.h"
#include "ui/tl-several.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlInspectorHeader
{
  GtkBox     parent_instance;

  GtkLabel  *caption;
  GtkWidget *help;
  GtkLabel  *name;
  GtkLabel  *text;
};

G_DEFINE_FINAL_TYPE (TlInspectorHeader, tl_inspector_header, GTK_TYPE_BOX)

/* Short where the standard has a short form. */
static const char *
get_short_name (const TlConcept *concept)
{
  const char *abbreviation = NULL;

  if (concept->kind == TL_CONCEPT_STREAM)
    abbreviation = ((const TlStream *) concept)->abbreviation;
  else if (concept->kind == TL_CONCEPT_GROUP)
    abbreviation = ((const TlGroup *) concept)->abbreviation;
  else if (concept->kind == TL_CONCEPT_ACTIVITY)
    abbreviation = ((const TlActivity *) concept)->abbreviation;
  return abbreviation != NULL ? abbreviation : concept->name;
}

static void
set_caption (TlInspectorHeader *self,
             const char        *kind,
             const char        *place)
{
  g_autofree char *text = place != NULL ? g_strdup_printf ("%s · %s", kind, place) : g_strdup (kind);
  g_autofree char *capitals = g_utf8_strup (text, -1);

  gtk_label_set_label (self->caption, capitals);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->caption), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* @text: NULL for none, "" for one that the sources do not give */
static void
set_text (TlInspectorHeader *self,
          const char        *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  gtk_label_set_label (self->text, text != NULL && *text != '\0' ? text : _("Not known in the sources"));
}

/* @target: what explains it, or NULL */
static void
set_help (TlInspectorHeader *self,
          const char        *target)
{
  gtk_widget_set_visible (self->help, target != NULL);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->help), "s", target);
}

static void
set_help_on_term (TlInspectorHeader *self,
                  const TlTerm      *term)
{
  set_help (self, term != NULL ? term->id : NULL);
}

/* Object {{{1 */

static void
tl_inspector_header_class_init (TlInspectorHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-inspector-header.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlInspectorHeader, caption);
  gtk_widget_class_bind_template_child (widget_class, TlInspectorHeader, help);
  gtk_widget_class_bind_template_child (widget_class, TlInspectorHeader, name);
  gtk_widget_class_bind_template_child (widget_class, TlInspectorHeader, text);
}

static void
tl_inspector_header_init (TlInspectorHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tl_inspector_header_show_concept (TlInspectorHeader *self,
                                  const TlConcept   *concept)
{
  const TlConcept *place = tl_concept_get_place (concept);

  set_caption (self, tl_concept_get_kind_label (concept), place != NULL ? get_short_name (place) : NULL);
  gtk_label_set_label (self->name, concept->name);
  set_text (self, concept->text != NULL ? concept->text : "");
  set_help_on_term (self, tl_term_for_concept (concept));
}

void
tl_inspector_header_show_attribute (TlInspectorHeader *self,
                                    const TlAttribute *attribute)
{
  set_caption (self, _("Attribute"), attribute->data_object->concept.name);
  gtk_label_set_label (self->name, attribute->name);
  set_text (self, attribute->meaning != NULL ? attribute->meaning : "");
  set_help_on_term (self, tl_term_for_attribute (attribute));
}

/* The two tools; it has no name of its own. */
static char *
create_integration_title (TlRecord *integration)
{
  TlProject *project = tl_record_get_project (integration);
  TlRecord *from = project != NULL ? tl_project_lookup (project, tl_record_get (integration, TL_INTEGRATION_FROM)) : NULL;
  TlRecord *to = project != NULL ? tl_project_lookup (project, tl_record_get (integration, TL_INTEGRATION_TO)) : NULL;
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;

  if (from == NULL || to == NULL)
    return tl_edit_create_title (integration);
  from_title = tl_edit_create_title (from);
  to_title = tl_edit_create_title (to);
  return tl_language_create_way (from_title, TRUE, to_title);
}

static char *
create_title (TlRecord *record)
{
  if (TL_IS_RELATION (record))
    return tl_inspector_create_relation_title (record);
  return TL_IS_INTEGRATION (record) ? create_integration_title (record) : tl_edit_create_title (record);
}

void
tl_inspector_header_show_record (TlInspectorHeader *self,
                                 TlRecord          *record)
{
  g_autofree char *title = create_title (record);

  if (TL_IS_ELEMENT (record))
    set_caption (self, tl_element_get_kind_name (TL_ELEMENT (record)),
                 tl_lane_get_name (tl_element_get_lane (TL_ELEMENT (record))));
  else
    set_caption (self, tl_record_type_get_label (tl_record_get_record_type (record)), NULL);
  gtk_label_set_label (self->name, title);
  set_text (self, NULL);
  set_help (self, tl_help_context_for_record (record));
}

void
tl_inspector_header_show_several (TlInspectorHeader *self,
                                  GPtrArray         *records)
{
  g_autofree char *title = tl_several_create_title ((TlRecord *const *) records->pdata, records->len);

  set_caption (self, _("Selection"), NULL);
  gtk_label_set_label (self->name, title);
  set_text (self, NULL);
  set_help (self, NULL);
}
