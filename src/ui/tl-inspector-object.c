/* tl-inspector-object.c: what an edition says of a data object, and of anything in the other edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-inspector-sections.h"

#include "ui/tl-live-group.h"

#include <glib/gi18n.h>

static GtkWidget *
add_section (TlInspectorSections    *sections,
             const char             *title,
             const TlConcept        *concept,
             TlLiveGroupConceptFill  fill)
{
  GtkWidget *group = tl_live_group_new_for_concept (sections->session, title, concept, fill, NULL);

  gtk_box_append (sections->box, group);
  return group;
}

static void
fill_object_facts (TlLiveGroup     *group,
                   const TlConcept *concept)
{
  const TlDataObject *object = (const TlDataObject *) concept;
  const TlComponent *component = object->component;

  if (component != NULL)
    tl_live_group_add_link (group, component->concept.name, NULL, _("owner"),
                            component->concept.key, component->concept.edition);
  else
    tl_live_group_add_text (group, C_("data object", "Owner"), _("Not known in the sources"));
  tl_live_group_add_text (group, _("Role"), tl_data_object_role_get_label (object->role));
}

void
tl_inspector_add_object_facts (TlInspectorSections *sections,
                               const TlConcept     *concept)
{
  add_section (sections, _("Data Object"), concept, fill_object_facts);
}

static void
fill_attributes (TlLiveGroup     *group,
                 const TlConcept *concept)
{
  const TlDataObject *object = (const TlDataObject *) concept;

  if (*object->attributes == NULL)
    tl_live_group_add_text (group, NULL, _("Not known in the sources"));
  for (const TlAttribute *const *a = object->attributes; *a != NULL; a++)
    {
      g_autofree char *attribute_key = g_strdup_printf ("attribute:%s/%s", object->concept.id, (*a)->name);

      tl_live_group_add_link (group, (*a)->name, (*a)->meaning, NULL, attribute_key, NULL);
    }
}

void
tl_inspector_add_attributes (TlInspectorSections *sections,
                             const TlConcept     *concept)
{
  add_section (sections, _("Attributes"), concept, fill_attributes);
}

static char *
create_multiplicities (const char *here,
                       const char *there)
{
  if (here == NULL && there == NULL)
    return NULL;
  return g_strdup_printf ("%s – %s", here != NULL ? here : "?", there != NULL ? there : "?");
}

static void
fill_relations (TlLiveGroup     *group,
                const TlConcept *concept)
{
  const TlDataObject *object = (const TlDataObject *) concept;

  if (*object->relations == NULL)
    tl_live_group_add_text (group, NULL, _("Not known in the sources"));
  for (const TlObjectRelation *const *r = object->relations; *r != NULL; r++)
    {
      gboolean out = (*r)->from == object;
      const TlDataObject *other = out ? (*r)->to : (*r)->from;
      g_autofree char *multiplicities =
        out ? create_multiplicities ((*r)->from_multiplicity, (*r)->to_multiplicity)
            : create_multiplicities ((*r)->to_multiplicity, (*r)->from_multiplicity);
      g_autofree char *title =
        multiplicities != NULL ? g_strdup_printf ("%s  %s", multiplicities, other->concept.name)
                               : g_strdup (other->concept.name);

      tl_live_group_add_link (group, title, (*r)->name, (*r)->is_backbone ? _("backbone") : NULL,
                              other->concept.key, other->concept.edition);
    }
}

void
tl_inspector_add_relations (TlInspectorSections *sections,
                            const TlConcept     *concept)
{
  add_section (sections, _("Relations"), concept, fill_relations);
}

/* The other edition {{{1 */

static void
fill_counterparts (TlLiveGroup     *group,
                   const TlConcept *concept)
{
  g_autoptr (GPtrArray) rows = tl_edition_list_counterparts (concept);

  for (guint i = 0; i < rows->len; i++)
    {
      const TlCounterpart *row = g_ptr_array_index (rows, i);
      const TlConcept *other = row->from == concept ? row->to : row->from;
      const char *how = tl_counterpart_kind_get_label (row->kind);

      if (other != NULL)
        tl_live_group_add_link (group, other->name, row->why, how, other->key, other->edition);
      else
        tl_live_group_add_text (group, how, row->why);
    }
}

void
tl_inspector_add_counterparts (TlInspectorSections *sections,
                               const TlConcept     *concept)
{
  const TlEdition *other = tl_edition_get_other (concept->edition);
  /* Translators: %s is the name of an edition, such as IT4IT 3.0 */
  g_autofree char *title = g_strdup_printf (_("In %s"), tl_edition_get_name (other));
  GtkWidget *group = add_section (sections, title, concept, fill_counterparts);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Our reading of the two editions, not the standard’s."));
}
