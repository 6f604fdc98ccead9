/* tl-edition.c: the editions of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-private.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_FOLDER "/io/github/throughline_it/Throughline/reference/"

static const char *const versions[] = { "2.1", "3.0", NULL };

#define N_EDITIONS (G_N_ELEMENTS (versions) - 1)

static GBytes *
load_resource (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

/* The files are part of the program, so one that cannot be read is a mistake in
 * building it, and nothing can go on without; tests read them in every build. */
static gpointer
load_edition (gpointer version)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "it4it-", version, ".xml", NULL);
  g_autoptr (GBytes) bytes = load_resource (path);
  g_autoptr (GError) error = NULL;
  TlEdition *edition;

  /* GLib makes its C locale when it reads the first number. A thread that waits for
   * another one to do so is left with an errno, and takes the number for wrong. */
  g_ascii_strtoull ("0", NULL, 10);
  edition = tl_edition_new_from_bytes (bytes, &error);
  if (edition == NULL)
    g_error ("%s: %s", path, error->message);

  return edition;
}

static gpointer
load_counterparts (gpointer data)
{
  g_autoptr (GBytes) bytes = load_resource (RESOURCE_FOLDER "counterparts.xml");
  g_autoptr (GError) error = NULL;
  GPtrArray *counterparts = tl_counterparts_new_from_bytes (bytes, tl_edition_get (versions[0]),
                                                            tl_edition_get (versions[1]), &error);

  if (counterparts == NULL)
    g_error (RESOURCE_FOLDER "counterparts.xml: %s", error->message);

  return counterparts;
}

/* Each is read when it is first asked for: most who start the program need one. */
const TlEdition *
tl_edition_get (const char *version)
{
  static GOnce once[N_EDITIONS] = { G_ONCE_INIT, G_ONCE_INIT };

  if (version == NULL)
    return NULL;

  for (guint i = 0; i < N_EDITIONS; i++)
    {
      if (g_str_equal (versions[i], version))
        return g_once (&once[i], load_edition, (gpointer) versions[i]);
    }

  return NULL;
}

const char *const *
tl_edition_list_versions (void)
{
  return versions;
}

const char *
tl_edition_get_version (const TlEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

const char *
tl_edition_get_name (const TlEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
tl_edition_get_documents (const TlEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->documents;
}

const TlEdition *
tl_edition_get_other (const TlEdition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tl_edition_get (versions[g_str_equal (self->version, versions[0]) ? 1 : 0]);
}

#define DEFINE_GETTER(Type, name, list) \
  const Type *const * \
  tl_edition_get_##name (const TlEdition *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
\
    return (const Type *const *) self->list->pdata; \
  }

DEFINE_GETTER (TlStream, streams, concepts[TL_CONCEPT_STREAM])
DEFINE_GETTER (TlStage, stages, concepts[TL_CONCEPT_STAGE])
DEFINE_GETTER (TlActivity, activities, concepts[TL_CONCEPT_ACTIVITY])
DEFINE_GETTER (TlGroup, groups, concepts[TL_CONCEPT_GROUP])
DEFINE_GETTER (TlComponent, components, concepts[TL_CONCEPT_COMPONENT])
DEFINE_GETTER (TlDataObject, data_objects, concepts[TL_CONCEPT_DATA_OBJECT])
DEFINE_GETTER (TlServiceModel, models, concepts[TL_CONCEPT_MODEL])
DEFINE_GETTER (TlObjectRelation, relations, relations)
DEFINE_GETTER (TlComponentFlow, component_flows, component_flows)
DEFINE_GETTER (TlStreamFlow, stream_flows, stream_flows)
DEFINE_GETTER (TlModelTransition, transitions, transitions)

const TlConcept *
tl_edition_lookup (const TlEdition *self,
                   TlConceptKind    kind,
                   const char      *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) kind < TL_N_CONCEPT_KINDS, NULL);

  if (id == NULL)
    return NULL;

  return g_hash_table_lookup (self->by_id[kind], id);
}

const TlConcept *
tl_edition_lookup_key (const TlEdition *self,
                       const char      *key)
{
  const char *colon;

  g_return_val_if_fail (self != NULL, NULL);

  colon = key != NULL ? strchr (key, ':') : NULL;
  if (colon == NULL)
    return NULL;

  for (guint kind = 0; kind < TL_N_CONCEPT_KINDS; kind++)
    {
      const char *prefix = tl_concept_kind_get_prefix (kind);
      gsize length = colon - key;

      if (strlen (prefix) == length && memcmp (prefix, key, length) == 0)
        return tl_edition_lookup (self, kind, colon + 1);
    }

  return NULL;
}

const TlStream *
tl_edition_lookup_stream (const TlEdition *self,
                          const char      *id)
{
  return (const TlStream *) tl_edition_lookup (self, TL_CONCEPT_STREAM, id);
}

const TlComponent *
tl_edition_lookup_component (const TlEdition *self,
                             const char      *id)
{
  return (const TlComponent *) tl_edition_lookup (self, TL_CONCEPT_COMPONENT, id);
}

const TlDataObject *
tl_edition_lookup_data_object (const TlEdition *self,
                               const char      *id)
{
  return (const TlDataObject *) tl_edition_lookup (self, TL_CONCEPT_DATA_OBJECT, id);
}

const GPtrArray *
tl_edition_get_all_counterparts (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_counterparts, NULL);
}

GPtrArray *
tl_edition_list_counterparts (const TlConcept *concept)
{
  const GPtrArray *rows = tl_edition_get_all_counterparts ();
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (concept != NULL, found);

  for (guint i = 0; i < rows->len; i++)
    {
      TlCounterpart *row = g_ptr_array_index (rows, i);

      if (row->from == concept || row->to == concept)
        g_ptr_array_add (found, row);
    }

  return found;
}
