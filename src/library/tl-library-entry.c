/* tl-library-entry.c: what the library knows of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-entry.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (TlLibraryState, tl_library_state,
                    G_DEFINE_ENUM_VALUE (TL_LIBRARY_PRESENT, "present"),
                    G_DEFINE_ENUM_VALUE (TL_LIBRARY_MISSING, "missing"),
                    G_DEFINE_ENUM_VALUE (TL_LIBRARY_UNREADABLE, "unreadable"),
                    G_DEFINE_ENUM_VALUE (TL_LIBRARY_DAMAGED, "damaged"))

struct _TlLibraryEntry
{
  GObject parent_instance;

  TlLibraryFacts facts;
};

G_DEFINE_FINAL_TYPE (TlLibraryEntry, tl_library_entry, G_TYPE_OBJECT)

typedef struct
{
  const char *name;
  GType       type; /* of the member: what G_TYPE_STRING, INT64, UINT or BOOLEAN holds */
  gsize       offset;
} Member;

#define MEMBER(name, type, member) { name, type, G_STRUCT_OFFSET (TlLibraryFacts, member) }

/* In the order of the properties; the state follows. */
static const Member members[] = {
  MEMBER ("uri", G_TYPE_STRING, uri),
  MEMBER ("path", G_TYPE_STRING, path),
  MEMBER ("folder", G_TYPE_STRING, folder),
  MEMBER ("name", G_TYPE_STRING, name),
  MEMBER ("edition", G_TYPE_STRING, edition),
  MEMBER ("project-id", G_TYPE_STRING, project_id),
  MEMBER ("owner", G_TYPE_STRING, owner),
  MEMBER ("description", G_TYPE_STRING, description),
  MEMBER ("digest", G_TYPE_STRING, digest),
  MEMBER ("problem", G_TYPE_STRING, problem),
  MEMBER ("modified", G_TYPE_INT64, modified),
  MEMBER ("size", G_TYPE_INT64, size),
  MEMBER ("opened", G_TYPE_INT64, opened),
  MEMBER ("n-services", G_TYPE_UINT, n_services),
  MEMBER ("n-elements", G_TYPE_UINT, n_elements),
  MEMBER ("n-tools", G_TYPE_UINT, n_tools),
  MEMBER ("n-errors", G_TYPE_UINT, n_errors),
  MEMBER ("n-warnings", G_TYPE_UINT, n_warnings),
  MEMBER ("n-notes", G_TYPE_UINT, n_notes),
  MEMBER ("n-gaps", G_TYPE_UINT, n_gaps),
  MEMBER ("pinned", G_TYPE_BOOLEAN, pinned),
};

#define PROP_STATE (G_N_ELEMENTS (members) + 1)
#define N_PROPS    (G_N_ELEMENTS (members) + 2)

static GParamSpec *properties[N_PROPS];

const char *
tl_library_state_get_label (TlLibraryState self)
{
  switch (self)
    {
    case TL_LIBRARY_PRESENT:
      return C_("state of a file", "Present");
    case TL_LIBRARY_MISSING:
      return C_("state of a file", "Missing");
    case TL_LIBRARY_UNREADABLE:
      return C_("state of a file", "Not readable");
    case TL_LIBRARY_DAMAGED:
    default:
      return C_("state of a file", "Damaged");
    }
}

const char *
tl_library_state_get_token (TlLibraryState self)
{
  static const char *const tokens[] = { "present", "missing", "unreadable", "damaged" };

  g_return_val_if_fail ((guint) self < G_N_ELEMENTS (tokens), NULL);

  return tokens[self];
}

void
tl_library_facts_clear (TlLibraryFacts *self)
{
  g_free (self->uri);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->edition);
  g_free (self->project_id);
  g_free (self->owner);
  g_free (self->description);
  g_free (self->digest);
  g_free (self->problem);
  *self = (TlLibraryFacts){ 0 };
}

static void
tl_library_entry_finalize (GObject *object)
{
  tl_library_facts_clear (&TL_LIBRARY_ENTRY (object)->facts);

  G_OBJECT_CLASS (tl_library_entry_parent_class)->finalize (object);
}

static void
tl_library_entry_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlLibraryEntry *self = TL_LIBRARY_ENTRY (object);
  gpointer member;

  if (prop_id == PROP_STATE)
    {
      g_value_set_enum (value, self->facts.state);
      return;
    }

  member = G_STRUCT_MEMBER_P (&self->facts, members[prop_id - 1].offset);
  switch (members[prop_id - 1].type)
    {
    case G_TYPE_STRING:
      g_value_set_string (value, *(char **) member);
      break;
    case G_TYPE_INT64:
      g_value_set_int64 (value, *(gint64 *) member);
      break;
    case G_TYPE_UINT:
      g_value_set_uint (value, *(guint *) member);
      break;
    case G_TYPE_BOOLEAN:
    default:
      g_value_set_boolean (value, *(gboolean *) member);
      break;
    }
}

static GParamSpec *
create_property (const Member *member)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  switch (member->type)
    {
    case G_TYPE_STRING:
      return g_param_spec_string (member->name, NULL, NULL, NULL, flags);
    case G_TYPE_INT64:
      return g_param_spec_int64 (member->name, NULL, NULL, 0, G_MAXINT64, 0, flags);
    case G_TYPE_UINT:
      return g_param_spec_uint (member->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case G_TYPE_BOOLEAN:
    default:
      return g_param_spec_boolean (member->name, NULL, NULL, FALSE, flags);
    }
}

static void
tl_library_entry_class_init (TlLibraryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_library_entry_finalize;
  object_class->get_property = tl_library_entry_get_property;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    properties[i + 1] = create_property (&members[i]);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, TL_TYPE_LIBRARY_STATE, TL_LIBRARY_PRESENT,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_library_entry_init (TlLibraryEntry *self)
{
}

TlLibraryEntry *
tl_library_entry_new (TlLibraryFacts *facts)
{
  TlLibraryEntry *self = g_object_new (TL_TYPE_LIBRARY_ENTRY, NULL);

  self->facts = *facts;
  *facts = (TlLibraryFacts){ 0 };
  return self;
}

const TlLibraryFacts *
tl_library_entry_get_facts (TlLibraryEntry *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_ENTRY (self), NULL);

  return &self->facts;
}
