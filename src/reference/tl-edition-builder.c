/* tl-edition-builder.c: memory, ids and cross-references of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-edition-private.h"

#include <string.h>

#define TEXT_BLOCK_SIZE 16384

TlEdition *
tl_edition_new_empty (void)
{
  TlEdition *self = g_new0 (TlEdition, 1);

  self->texts = g_string_chunk_new (TEXT_BLOCK_SIZE);
  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->attributes = g_ptr_array_new ();
  self->relations = g_ptr_array_new ();
  self->component_flows = g_ptr_array_new ();
  self->stream_flows = g_ptr_array_new ();
  self->transitions = g_ptr_array_new ();

  for (guint i = 0; i < TL_N_CONCEPT_KINDS; i++)
    {
      self->concepts[i] = g_ptr_array_new ();
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }

  return self;
}

void
tl_edition_free (TlEdition *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < TL_N_CONCEPT_KINDS; i++)
    {
      g_hash_table_unref (self->by_id[i]);
      g_ptr_array_unref (self->concepts[i]);
    }

  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->relations);
  g_ptr_array_unref (self->component_flows);
  g_ptr_array_unref (self->stream_flows);
  g_ptr_array_unref (self->transitions);
  g_ptr_array_unref (self->memory);
  g_string_chunk_free (self->texts);
  g_free (self->version);
  g_free (self->name);
  g_free (self->documents);
  g_free (self);
}

/* Zero-filled memory that lives as long as the edition. */
gpointer
tl_edition_alloc (TlEdition *self,
                  gsize      size)
{
  gpointer memory = g_malloc0 (size);

  g_ptr_array_add (self->memory, memory);

  return memory;
}

/* A copy of @text that lives as long as the edition; an empty text is one that
 * is not known. */
const char *
tl_edition_intern (TlEdition  *self,
                   const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return g_string_chunk_insert_const (self->texts, text);
}

/* The same for a text in our own words, which is kept in the user's language: an
 * edition is read once, and a program has one language as long as it runs. */
const char *
tl_edition_intern_words (TlEdition  *self,
                         const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;

  return tl_edition_intern (self, g_dpgettext2 (GETTEXT_PACKAGE, "reference", text));
}

static gboolean
is_id (const char *text)
{
  if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text))
    return FALSE;

  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

gboolean
tl_edition_add_concept (TlEdition     *self,
                        TlConcept     *concept,
                        TlConceptKind  kind,
                        const char    *id,
                        const char    *name,
                        GError       **error)
{
  const char *prefix = tl_concept_kind_get_prefix (kind);
  g_autofree char *key = g_strconcat (prefix, ":", id, NULL);

  if (!is_id (id))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "'%s' is not an id: only small letters, digits and hyphens are", id);
      return FALSE;
    }

  if (*name == '\0')
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "%s '%s' has no name", prefix, id);
      return FALSE;
    }

  concept->edition = self;
  concept->kind = kind;
  concept->id = tl_edition_intern (self, id);
  concept->key = tl_edition_intern (self, key);
  concept->name = tl_edition_intern (self, name);

  if (!g_hash_table_insert (self->by_id[kind], (gpointer) concept->id, concept))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   "there are two of %s '%s'", prefix, id);
      return FALSE;
    }

  return TRUE;
}

/* The pointers of @list as a %NULL-terminated array of the edition. */
gconstpointer
tl_edition_freeze (TlEdition *self,
                   GPtrArray *list)
{
  gpointer *array = tl_edition_alloc (self, (list->len + 1) * sizeof (gpointer));

  for (guint i = 0; i < list->len; i++)
    array[i] = g_ptr_array_index (list, i);

  return array;
}

/* Those of @list whose member at either offset points to @owner. */
static gconstpointer
collect_either (TlEdition     *self,
                GPtrArray     *list,
                gsize          offset_a,
                gsize          offset_b,
                gconstpointer  owner)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      gpointer item = g_ptr_array_index (list, i);

      if (G_STRUCT_MEMBER (gconstpointer, item, offset_a) == owner ||
          G_STRUCT_MEMBER (gconstpointer, item, offset_b) == owner)
        g_ptr_array_add (found, item);
    }

  return tl_edition_freeze (self, found);
}

static gconstpointer
collect (TlEdition     *self,
         GPtrArray     *list,
         gsize          offset,
         gconstpointer  owner)
{
  return collect_either (self, list, offset, offset, owner);
}

#define COLLECT(list, Type, member, owner) \
  (collect (self, (list), G_STRUCT_OFFSET (Type, member), (owner)))

static void
link_streams_and_groups (TlEdition *self)
{
  GPtrArray *streams = self->concepts[TL_CONCEPT_STREAM];
  GPtrArray *stages = self->concepts[TL_CONCEPT_STAGE];
  GPtrArray *activities = self->concepts[TL_CONCEPT_ACTIVITY];
  GPtrArray *groups = self->concepts[TL_CONCEPT_GROUP];
  GPtrArray *components = self->concepts[TL_CONCEPT_COMPONENT];

  for (guint i = 0; i < streams->len; i++)
    {
      TlStream *stream = g_ptr_array_index (streams, i);

      stream->stages = COLLECT (stages, TlStage, stream, stream);
      stream->components = COLLECT (components, TlComponent, stream, stream);
      stream->flows_out = COLLECT (self->stream_flows, TlStreamFlow, from, stream);
      stream->flows_in = COLLECT (self->stream_flows, TlStreamFlow, to, stream);
    }

  for (guint i = 0; i < activities->len; i++)
    {
      TlActivity *activity = g_ptr_array_index (activities, i);

      activity->components = COLLECT (components, TlComponent, activity, activity);
    }

  for (guint i = 0; i < groups->len; i++)
    {
      TlGroup *group = g_ptr_array_index (groups, i);

      group->subgroups = COLLECT (groups, TlGroup, parent, group);
      group->components = COLLECT (components, TlComponent, group, group);
    }
}

static void
link_components (TlEdition *self)
{
  GPtrArray *components = self->concepts[TL_CONCEPT_COMPONENT];
  GPtrArray *data_objects = self->concepts[TL_CONCEPT_DATA_OBJECT];

  for (guint i = 0; i < components->len; i++)
    {
      TlComponent *component = g_ptr_array_index (components, i);

      component->data_objects = COLLECT (data_objects, TlDataObject, component, component);
      component->flows_out = COLLECT (self->component_flows, TlComponentFlow, from, component);
      component->flows_in = COLLECT (self->component_flows, TlComponentFlow, to, component);
    }

  for (guint i = 0; i < data_objects->len; i++)
    {
      TlDataObject *object = g_ptr_array_index (data_objects, i);

      object->attributes = COLLECT (self->attributes, TlAttribute, data_object, object);
      object->relations = collect_either (self, self->relations,
                                          G_STRUCT_OFFSET (TlObjectRelation, from),
                                          G_STRUCT_OFFSET (TlObjectRelation, to),
                                          object);
    }
}

/* Gives every concept its arrays and ends the lists with %NULL. To be called
 * once, when all is read; after that the edition does not change any more. */
void
tl_edition_link (TlEdition *self)
{
  link_streams_and_groups (self);
  link_components (self);

  for (guint i = 0; i < TL_N_CONCEPT_KINDS; i++)
    g_ptr_array_add (self->concepts[i], NULL);

  g_ptr_array_add (self->attributes, NULL);
  g_ptr_array_add (self->relations, NULL);
  g_ptr_array_add (self->component_flows, NULL);
  g_ptr_array_add (self->stream_flows, NULL);
  g_ptr_array_add (self->transitions, NULL);
}
