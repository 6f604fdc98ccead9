/* tl-relation-chooser.c: what an element is connected with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-relation-chooser.h"

#include "analysis/tl-traceability.h"
#include "project/tl-edit.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"

#include <string.h>

#define OUTWARDS "out"
#define INWARDS  "in"

struct _TlRelationChooser
{
  TlChecklist  parent_instance;

  TlRecord    *service;
  TlRecord    *element;
};

G_DEFINE_FINAL_TYPE (TlRelationChooser, tl_relation_chooser, TL_TYPE_CHECKLIST)

/* One that there is, of whatever service. */
static TlRecord *
find_relation (TlRelationChooser *self,
               const char        *relation,
               gboolean           outwards,
               TlRecord          *other)
{
  TlTraceability *traceability = tl_traceability_get (tl_record_get_project (self->service));
  g_autoptr (GPtrArray) relations = outwards ? tl_traceability_list_out (traceability, self->element)
                                             : tl_traceability_list_in (traceability, self->element);
  guint end = outwards ? TL_RELATION_TO : TL_RELATION_FROM;

  for (guint i = 0; i < relations->len; i++)
    {
      TlRecord *record = g_ptr_array_index (relations, i);

      if (g_str_equal (tl_record_get (record, TL_RELATION_KIND), relation)
          && g_str_equal (tl_record_get (record, end), tl_record_get_id (other)))
        return record;
    }
  return NULL;
}

/* Those of its own, then the guests. */
static GPtrArray *
list_elements (TlRecord *service)
{
  g_autoptr (GPtrArray) guests = tl_blueprint_list_guests (service);
  GPtrArray *elements = g_ptr_array_new ();

  for (TlLane lane = TL_LANE_CONCEPTUAL; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      g_ptr_array_add (elements, tl_record_get_child (service, lane, i));
  for (guint i = 0; i < guests->len; i++)
    g_ptr_array_add (elements, g_ptr_array_index (guests, i));
  return elements;
}

static void
add_element (TlRelationChooser    *self,
             const TlRelationKind *relation,
             gboolean              outwards,
             TlRecord             *other)
{
  g_autofree char *key = g_strjoin (" ", outwards ? OUTWARDS : INWARDS, relation->id, tl_record_get_id (other), NULL);
  g_autofree char *title = tl_edit_create_title (other);
  g_autofree char *whole = g_strdup_printf ("%s (%s)", title, tl_element_get_kind_name (TL_ELEMENT (other)));

  tl_checklist_add (TL_CHECKLIST (self), key, whole,
                    outwards ? tl_relation_kind_get_name (relation) : tl_relation_kind_get_inverse (relation),
                    find_relation (self, relation->id, outwards, other) != NULL);
}

static gboolean
allows (const TlRelationKind *relation,
        const TlElementKind  *kind,
        const TlElementKind  *other,
        gboolean              outwards)
{
  return other != NULL && tl_metamodel_find_rule (relation, outwards ? kind : other, outwards ? other : kind) != NULL;
}

static void
add_direction (TlRelationChooser    *self,
               GPtrArray            *elements,
               const TlRelationKind *relation,
               gboolean              outwards)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (self->element));

  for (guint i = 0; i < elements->len; i++)
    {
      TlRecord *other = g_ptr_array_index (elements, i);

      if (other != self->element && allows (relation, kind, tl_element_get_kind (TL_ELEMENT (other)), outwards))
        add_element (self, relation, outwards, other);
    }
}

/* The relations a kind may have, the likeliest first, each once. */
static GPtrArray *
list_relations (const TlElementKind *kind,
                gboolean             outwards)
{
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules_of (kind, outwards);
  GPtrArray *relations = g_ptr_array_new ();

  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = g_ptr_array_index (rules, i);

      if (!g_ptr_array_find (relations, rule->relation, NULL))
        g_ptr_array_add (relations, (gpointer) rule->relation);
    }
  return relations;
}

static void
tl_relation_chooser_fill (TlChecklist *checklist)
{
  TlRelationChooser *self = TL_RELATION_CHOOSER (checklist);
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (self->element));
  g_autoptr (GPtrArray) elements = NULL;

  /* Either may be gone while this is open. */
  if (kind == NULL || tl_record_get_project (self->service) == NULL)
    return;
  elements = list_elements (self->service);
  for (int outwards = TRUE; outwards >= FALSE; outwards--)
    {
      g_autoptr (GPtrArray) relations = list_relations (kind, outwards);

      for (guint i = 0; i < relations->len; i++)
        add_direction (self, elements, g_ptr_array_index (relations, i), outwards);
    }
}

static void
tl_relation_chooser_toggle (TlChecklist *checklist,
                            const char  *key,
                            gboolean     active)
{
  TlRelationChooser *self = TL_RELATION_CHOOSER (checklist);
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);
  gboolean outwards = g_str_equal (parts[0], OUTWARDS);
  TlProject *project = tl_record_get_project (self->service);
  TlRecord *other = project != NULL ? tl_project_lookup (project, parts[2]) : NULL;
  TlRecord *relation = other != NULL ? find_relation (self, parts[1], outwards, other) : NULL;
  g_autoptr (GError) error = NULL;

  if (other == NULL || tl_record_get_project (self->element) == NULL)
    return;
  if (!active && relation != NULL)
    tl_blueprint_remove (self->service, &relation, 1);
  else if (active && tl_blueprint_connect (self->service, parts[1], outwards ? self->element : other,
                                           outwards ? other : self->element, &error) == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
tl_relation_chooser_dispose (GObject *object)
{
  TlRelationChooser *self = TL_RELATION_CHOOSER (object);

  g_clear_object (&self->service);
  g_clear_object (&self->element);

  G_OBJECT_CLASS (tl_relation_chooser_parent_class)->dispose (object);
}

static void
tl_relation_chooser_class_init (TlRelationChooserClass *klass)
{
  TlChecklistClass *checklist_class = TL_CHECKLIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_relation_chooser_dispose;
  checklist_class->fill = tl_relation_chooser_fill;
  checklist_class->toggle = tl_relation_chooser_toggle;
}

static void
tl_relation_chooser_init (TlRelationChooser *self)
{
}

GtkWidget *
tl_relation_chooser_new (TlRecord *service,
                         TlRecord *element)
{
  TlRelationChooser *self;

  g_return_val_if_fail (TL_IS_SERVICE (service) && TL_IS_ELEMENT (element), NULL);
  g_return_val_if_fail (tl_record_get_project (service) != NULL, NULL);

  self = g_object_new (TL_TYPE_RELATION_CHOOSER, NULL);
  self->service = g_object_ref (service);
  self->element = g_object_ref (element);
  tl_checklist_set_project (TL_CHECKLIST (self), tl_record_get_project (service));
  return GTK_WIDGET (self);
}
