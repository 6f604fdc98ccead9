/* tl-found.c: something that a search has found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-found.h"

#include "library/tl-match.h"

#include <glib/gi18n.h>

struct _TlFound
{
  GObject       parent_instance;

  TlFoundFacts  facts; /* its texts are its own */
  char         *heading;
};

G_DEFINE_FINAL_TYPE (TlFound, tl_found, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_KEYS,
  PROP_HEADING,
  PROP_ATTRIBUTES,
  PROP_HAS_HEADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

const char *
tl_found_group_get_label (TlFoundGroup group)
{
  static const char *const labels[] = {
    [TL_FOUND_PROJECT] = N_("In This Project"),
    [TL_FOUND_LIBRARY] = N_("In the Library"),
    [TL_FOUND_COMMANDS] = N_("Commands and Settings"),
    [TL_FOUND_HELP] = N_("Help"),
  };

  g_return_val_if_fail (group < TL_N_FOUND_GROUPS, NULL);

  return gettext (labels[group]);
}

static void
tl_found_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TlFound *self = TL_FOUND (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->facts.title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->facts.subtitle);
      break;
    case PROP_KEYS:
      g_value_set_string (value, self->facts.keys);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_ATTRIBUTES:
      g_value_set_boxed (value, self->facts.attributes);
      break;
    case PROP_HAS_HEADING:
      g_value_set_boolean (value, self->heading != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_found_finalize (GObject *object)
{
  TlFound *self = TL_FOUND (object);
  TlFoundFacts *facts = &self->facts;

  g_free ((char *) facts->title);
  g_free ((char *) facts->subtitle);
  g_free ((char *) facts->keys);
  g_free ((char *) facts->project);
  g_free ((char *) facts->key);
  g_free ((char *) facts->action);
  g_clear_pointer (&facts->attributes, pango_attr_list_unref);
  g_clear_object (&facts->file);
  g_clear_pointer (&facts->target, g_variant_unref);
  g_free (self->heading);

  G_OBJECT_CLASS (tl_found_parent_class)->finalize (object);
}

static void
tl_found_class_init (TlFoundClass *klass)
{
  static const char *const names[] = {
    [PROP_TITLE] = "title", [PROP_SUBTITLE] = "subtitle", [PROP_KEYS] = "keys",
    [PROP_HEADING] = "heading",
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_found_get_property;
  object_class->finalize = tl_found_finalize;

  for (guint i = PROP_TITLE; i <= PROP_HEADING; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_ATTRIBUTES] = g_param_spec_boxed ("attributes", NULL, NULL, PANGO_TYPE_ATTR_LIST, flags);
  properties[PROP_HAS_HEADING] = g_param_spec_boolean ("has-heading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_found_init (TlFound *self)
{
}

TlFound *
tl_found_new (const TlFoundFacts *facts)
{
  TlFound *self = g_object_new (TL_TYPE_FOUND, NULL);

  self->facts = (TlFoundFacts) {
    .group = facts->group,
    .rank = facts->rank,
    .title = g_strdup (facts->title),
    .attributes = facts->attributes != NULL ? pango_attr_list_ref (facts->attributes) : NULL,
    .subtitle = g_strdup (facts->subtitle),
    .keys = g_strdup (facts->keys),
    .file = facts->file != NULL ? g_object_ref (facts->file) : NULL,
    .project = g_strdup (facts->project),
    .edition = facts->edition,
    .key = g_strdup (facts->key),
    .is_finding = facts->is_finding,
    .action = g_strdup (facts->action),
    .target = facts->target != NULL ? g_variant_ref_sink (facts->target) : NULL,
  };
  return self;
}

const TlFoundFacts *
tl_found_get_facts (TlFound *self)
{
  g_return_val_if_fail (TL_IS_FOUND (self), NULL);

  return &self->facts;
}

PangoAttrList *
tl_found_create_marks (const char    *text,
                       const TlQuery *query)
{
  g_autoptr (GArray) matches = tl_match_list (text, query);
  PangoAttrList *marks = matches->len > 0 ? pango_attr_list_new () : NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      const TlMatch *match = &g_array_index (matches, TlMatch, i);
      const char *start = g_utf8_offset_to_pointer (text, match->start);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = start - text;
      bold->end_index = g_utf8_offset_to_pointer (start, match->length) - text;
      pango_attr_list_insert (marks, bold);
    }
  return marks;
}

gboolean
tl_found_is_same (TlFound *self,
                  TlFound *other)
{
  const TlFoundFacts *a = &self->facts, *b = &other->facts;

  if (a->action != NULL || b->action != NULL || g_strcmp0 (a->key, b->key) != 0 ||
      a->edition != b->edition || a->is_finding || b->is_finding || (a->file == NULL) != (b->file == NULL))
    return FALSE;
  return a->file == NULL || g_file_equal (a->file, b->file);
}

void
tl_found_set_heading (TlFound    *self,
                      const char *heading)
{
  g_return_if_fail (TL_IS_FOUND (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    return;
  g_free (self->heading);
  self->heading = g_strdup (heading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_HEADING]);
}
