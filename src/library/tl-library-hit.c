/* tl-library-hit.c: something that was found in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-hit.h"

#include "base/tl-language.h"

struct _TlLibraryHit
{
  GObject           parent_instance;
  TlLibraryHitFacts facts;
};

G_DEFINE_FINAL_TYPE (TlLibraryHit, tl_library_hit, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  gsize       offset;
} texts[] = {
  { "uri", G_STRUCT_OFFSET (TlLibraryHitFacts, uri) },
  { "project-name", G_STRUCT_OFFSET (TlLibraryHitFacts, project_name) },
  { "edition", G_STRUCT_OFFSET (TlLibraryHitFacts, edition) },
  { "key", G_STRUCT_OFFSET (TlLibraryHitFacts, key) },
  { "kind", G_STRUCT_OFFSET (TlLibraryHitFacts, kind) },
  { "name", G_STRUCT_OFFSET (TlLibraryHitFacts, name) },
  { "subtitle", G_STRUCT_OFFSET (TlLibraryHitFacts, subtitle) },
  { "snippet", G_STRUCT_OFFSET (TlLibraryHitFacts, snippet) },
};

enum
{
  PROP_GAP = G_N_ELEMENTS (texts) + 1,
  PROP_NAME_MARKUP,
  PROP_SNIPPET_MARKUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

void
tl_library_hit_facts_clear (TlLibraryHitFacts *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*(char **) G_STRUCT_MEMBER_P (self, texts[i].offset));
  g_free (self->kind_id);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->snippet_matches, g_array_unref);
  *self = (TlLibraryHitFacts){ 0 };
}

static void
tl_library_hit_finalize (GObject *object)
{
  tl_library_hit_facts_clear (&TL_LIBRARY_HIT (object)->facts);

  G_OBJECT_CLASS (tl_library_hit_parent_class)->finalize (object);
}

char *
tl_library_hit_facts_dup_title (const TlLibraryHitFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (*self->name == '\0')
    return g_strdup (self->kind);
  return self->what == TL_THING_INTEGRATION ? tl_language_turn_way (self->name) : g_strdup (self->name);
}

static char *
create_name_markup (const TlLibraryHitFacts *facts)
{
  g_autofree char *markup = tl_match_to_markup (facts->name, facts->matches);

  return facts->what == TL_THING_INTEGRATION ? tl_language_turn_way (markup) : g_steal_pointer (&markup);
}

static void
tl_library_hit_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlLibraryHitFacts *facts = &TL_LIBRARY_HIT (object)->facts;

  switch (prop_id)
    {
    case PROP_GAP:
      g_value_set_boolean (value, facts->gap);
      break;
    case PROP_NAME_MARKUP:
      g_value_take_string (value, create_name_markup (facts));
      break;
    case PROP_SNIPPET_MARKUP:
      if (facts->snippet != NULL)
        g_value_take_string (value, tl_match_to_markup (facts->snippet, facts->snippet_matches));
      break;
    default:
      g_value_set_string (value, *(char **) G_STRUCT_MEMBER_P (facts, texts[prop_id - 1].offset));
      break;
    }
}

static void
tl_library_hit_class_init (TlLibraryHitClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_library_hit_finalize;
  object_class->get_property = tl_library_hit_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[i + 1] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  properties[PROP_GAP] = g_param_spec_boolean ("gap", NULL, NULL, FALSE, flags);
  properties[PROP_NAME_MARKUP] = g_param_spec_string ("name-markup", NULL, NULL, NULL, flags);
  properties[PROP_SNIPPET_MARKUP] = g_param_spec_string ("snippet-markup", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_library_hit_init (TlLibraryHit *self)
{
}

TlLibraryHit *
tl_library_hit_new (TlLibraryHitFacts *facts)
{
  TlLibraryHit *self = g_object_new (TL_TYPE_LIBRARY_HIT, NULL);

  self->facts = *facts;
  *facts = (TlLibraryHitFacts){ 0 };
  return self;
}

const TlLibraryHitFacts *
tl_library_hit_get_facts (TlLibraryHit *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_HIT (self), NULL);

  return &self->facts;
}
