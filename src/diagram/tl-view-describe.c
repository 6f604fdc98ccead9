/* tl-view-describe.c: what a screen reader says of the nodes of views
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-view-private.h"

#include <glib/gi18n-lib.h>

/* Sentences are joined by one space, whatever the language. */
static void
add_sentence (GString *text,
              char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
add_name (GString    *names,
          const char *name)
{
  if (names->len > 0)
    /* TRANSLATORS: between the names of a list that is read aloud */
    g_string_append (names, C_("list", ", "));
  g_string_append (names, name);
}

static void
add_value (GString              *text,
           TlOverlayKind         kind,
           const TlOverlayValue *value)
{
  if (value == NULL)
    return;

  if (!value->known)
    add_sentence (text, g_strdup_printf (C_("overlay value", "%s: not known."), tl_overlay_kind_get_label (kind)));
  else if (value->hint != NULL)
    add_sentence (text, g_strdup_printf (C_("overlay value", "%s: %s, %s."), tl_overlay_kind_get_label (kind),
                                         value->text, value->hint));
  else
    add_sentence (text, g_strdup_printf (C_("overlay value", "%s: %s."), tl_overlay_kind_get_label (kind),
                                         value->text));
}

char *
tl_view_describe_component (const TlComponent    *component,
                            TlOverlayKind         kind,
                            const TlOverlayValue *value)
{
  const TlConcept *place = tl_concept_get_place (&component->concept);
  g_autoptr(GString) names = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  if (place != NULL)
    add_sentence (text, g_strdup_printf (_("Functional component in %s."), place->name));
  else
    add_sentence (text, g_strdup (_("Functional component.")));
  add_value (text, kind, value);

  for (guint i = 0; component->data_objects[i] != NULL; i++)
    add_name (names, component->data_objects[i]->concept.name);
  if (names->len > 0)
    add_sentence (text, g_strdup_printf (_("Data objects: %s."), names->str));
  else
    add_sentence (text, g_strdup (_("No data objects are known.")));

  return g_string_free (text, FALSE);
}

char *
tl_view_describe_object (const TlDataObject *object)
{
  g_autoptr(GString) names = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  if (object->component != NULL)
    /* TRANSLATORS: what a data object is, and the component that owns it: “Key data object of Incident.” */
    add_sentence (text, g_strdup_printf (C_("data object", "%s of %s."),
                                         tl_data_object_role_get_label (object->role),
                                         object->component->concept.name));
  else
    add_sentence (text, g_strdup_printf (C_("data object", "%s; the component that owns it is not known."),
                                         tl_data_object_role_get_label (object->role)));

  for (guint i = 0; object->relations[i] != NULL; i++)
    {
      const TlObjectRelation *relation = object->relations[i];

      add_name (names, relation->from == object ? relation->to->concept.name : relation->from->concept.name);
    }
  if (names->len > 0)
    add_sentence (text, g_strdup_printf (_("Related to: %s."), names->str));
  else
    add_sentence (text, g_strdup (_("No relations are known.")));

  return g_string_free (text, FALSE);
}

char *
tl_view_describe_activity (const TlActivity     *activity,
                           TlOverlayKind         kind,
                           const TlOverlayValue *value)
{
  g_autoptr(GString) names = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  add_sentence (text, g_strdup (_("Supporting activity.")));
  add_value (text, kind, value);
  for (guint i = 0; activity->components[i] != NULL; i++)
    add_name (names, activity->components[i]->concept.name);
  if (names->len > 0)
    add_sentence (text, g_strdup_printf (_("Functional components: %s."), names->str));

  return g_string_free (text, FALSE);
}

static void
add_stream (GString        *text,
            const TlStream *stream)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GString) in = g_string_new (NULL);

  for (guint i = 0; stream->flows_out[i] != NULL; i++)
    add_name (out, stream->flows_out[i]->to->concept.name);
  for (guint i = 0; stream->flows_in[i] != NULL; i++)
    add_name (in, stream->flows_in[i]->from->concept.name);

  if (out->len > 0)
    add_sentence (text, g_strdup_printf (_("Flows to: %s."), out->str));
  if (in->len > 0)
    add_sentence (text, g_strdup_printf (_("Flows from: %s."), in->str));
}

char *
tl_view_describe_place (const TlConcept      *place,
                        TlOverlayKind         kind,
                        const TlOverlayValue *value)
{
  const TlComponent *const *components = NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  if (place->kind == TL_CONCEPT_STREAM)
    {
      add_sentence (text, g_strdup (_("Value stream.")));
      add_stream (text, (const TlStream *) place);
      components = ((const TlStream *) place)->components;
    }
  else if (place->kind == TL_CONCEPT_GROUP)
    {
      const TlGroup *group = (const TlGroup *) place;

      if (group->parent != NULL)
        add_sentence (text, g_strdup_printf (_("Functional sub-group of %s."), group->parent->concept.name));
      else
        add_sentence (text, g_strdup (_("Functional group.")));
      components = group->components;
    }

  add_value (text, kind, value);
  for (guint i = 0; components != NULL && components[i] != NULL; i++)
    add_name (names, components[i]->concept.name);
  if (names->len > 0)
    add_sentence (text, g_strdup_printf (_("Functional components: %s."), names->str));

  return g_string_free (text, FALSE);
}

char *
tl_view_describe_stage (const TlStage        *stage,
                        TlOverlayKind         kind,
                        const TlOverlayValue *value)
{
  GString *text = g_string_new (NULL);

  add_sentence (text, g_strdup_printf (_("Stage %u of %s."), stage->order, stage->stream->concept.name));
  add_value (text, kind, value);
  if (stage->concept.text != NULL)
    add_sentence (text, g_strdup (stage->concept.text));
  else
    add_sentence (text, g_strdup (_("Its main activity is not known.")));

  return g_string_free (text, FALSE);
}

char *
tl_view_describe_attribute (const TlAttribute *attribute)
{
  GString *text = g_string_new (NULL);

  add_sentence (text, g_strdup_printf (_("Attribute of %s."), attribute->data_object->concept.name));
  if (attribute->meaning != NULL)
    add_sentence (text, g_strdup_printf (C_("attribute", "%s."), attribute->meaning));
  else
    add_sentence (text, g_strdup (_("Its meaning is not known.")));

  return g_string_free (text, FALSE);
}
