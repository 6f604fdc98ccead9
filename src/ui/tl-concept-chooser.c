/* tl-concept-chooser.c: what a tool supports or is system of record for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-concept-chooser.h"

#include "project/tl-edit.h"

#include <glib/gi18n.h>

struct _TlConceptChooser
{
  TlChecklist  parent_instance;

  TlTool      *tool;
  guint        list;
};

G_DEFINE_FINAL_TYPE (TlConceptChooser, tl_concept_chooser, TL_TYPE_CHECKLIST)

static const char *
get_place_name (const TlConcept *concept)
{
  const TlConcept *place = concept != NULL ? tl_concept_get_place (concept) : NULL;

  return place != NULL ? place->name : _("Elsewhere");
}

static void
add_components (TlChecklist     *checklist,
                TlTool          *tool,
                const TlEdition *edition)
{
  for (const TlComponent *const *c = tl_edition_get_components (edition); *c != NULL; c++)
    tl_checklist_add (checklist, (*c)->concept.id, (*c)->concept.name, get_place_name (&(*c)->concept),
                      tl_tool_supports (tool, (*c)->concept.id));
}

static void
add_data_objects (TlChecklist     *checklist,
                  TlTool          *tool,
                  const TlEdition *edition)
{
  for (const TlDataObject *const *o = tl_edition_get_data_objects (edition); *o != NULL; o++)
    tl_checklist_add (checklist, (*o)->concept.id, (*o)->concept.name,
                      get_place_name ((*o)->component != NULL ? &(*o)->component->concept : NULL),
                      tl_tool_masters (tool, (*o)->concept.id));
}

static void
tl_concept_chooser_fill (TlChecklist *checklist)
{
  TlConceptChooser *self = TL_CONCEPT_CHOOSER (checklist);
  TlProject *project = tl_record_get_project (TL_RECORD (self->tool));
  const TlEdition *edition = project != NULL ? tl_project_get_edition (project) : NULL;

  if (edition == NULL)
    return;
  if (self->list == TL_TOOL_SUPPORTS)
    add_components (checklist, self->tool, edition);
  else
    add_data_objects (checklist, self->tool, edition);
}

static void
tl_concept_chooser_toggle (TlChecklist *checklist,
                           const char  *key,
                           gboolean     active)
{
  TlConceptChooser *self = TL_CONCEPT_CHOOSER (checklist);
  TlRecord *tool = TL_RECORD (self->tool);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (tl_record_get_project (tool) == NULL)
    return;
  done = self->list == TL_TOOL_SUPPORTS ? tl_edit_set_supports (tool, key, active, &error)
                                        : tl_edit_set_masters (tool, key, active, &error);
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
tl_concept_chooser_dispose (GObject *object)
{
  g_clear_object (&TL_CONCEPT_CHOOSER (object)->tool);

  G_OBJECT_CLASS (tl_concept_chooser_parent_class)->dispose (object);
}

static void
tl_concept_chooser_class_init (TlConceptChooserClass *klass)
{
  TlChecklistClass *checklist_class = TL_CHECKLIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_concept_chooser_dispose;
  checklist_class->fill = tl_concept_chooser_fill;
  checklist_class->toggle = tl_concept_chooser_toggle;
}

static void
tl_concept_chooser_init (TlConceptChooser *self)
{
}

GtkWidget *
tl_concept_chooser_new (TlTool *tool,
                        guint   list)
{
  TlConceptChooser *self;

  g_return_val_if_fail (TL_IS_TOOL (tool), NULL);
  g_return_val_if_fail (tl_record_get_project (TL_RECORD (tool)) != NULL, NULL);

  self = g_object_new (TL_TYPE_CONCEPT_CHOOSER, NULL);
  self->tool = g_object_ref (tool);
  self->list = list;
  tl_checklist_set_project (TL_CHECKLIST (self), tl_record_get_project (TL_RECORD (tool)));
  return GTK_WIDGET (self);
}
