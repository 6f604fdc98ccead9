/* tl-term.c: what can be explained of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reference/tl-term.h"

#include <glib/gi18n-lib.h>

#define MAX_EDITIONS 4

typedef struct
{
  GPtrArray  *terms;   /* of TlTerm, %NULL-terminated */
  GHashTable *by_id;   /* id → TlTerm */
  GHashTable *by_what; /* what it is about → TlTerm */
} Terms;

/* Building {{{1 */

static TlTerm *
add (Terms           *terms,
     const TlEdition *edition,
     TlTermKind       kind,
     char            *key,
     gconstpointer    what)
{
  TlTerm *term = g_new0 (TlTerm, 1);
  g_autofree char *own_key = key;
  g_autofree char *id = g_strdup_printf ("%s/%s", tl_edition_get_version (edition), own_key);

  term->id = g_intern_string (id);
  term->kind = kind;
  term->edition = edition;
  g_ptr_array_add (terms->terms, term);
  g_hash_table_insert (terms->by_id, (gpointer) term->id, term);
  g_hash_table_insert (terms->by_what, (gpointer) what, term);
  return term;
}

static void
add_concepts (Terms                  *terms,
              const TlConcept *const *concepts)
{
  for (; *concepts != NULL; concepts++)
    add (terms, (*concepts)->edition, TL_TERM_CONCEPT, g_strdup ((*concepts)->key), *concepts)->concept = *concepts;
}

static void
add_attributes (Terms           *terms,
                const TlEdition *edition)
{
  for (const TlDataObject *const *object = tl_edition_get_data_objects (edition); *object != NULL; object++)
    for (const TlAttribute *const *attribute = (*object)->attributes; *attribute != NULL; attribute++)
      {
        char *key = g_strdup_printf ("attribute:%s/%s", (*object)->concept.id, (*attribute)->name);

        add (terms, edition, TL_TERM_ATTRIBUTE, key, *attribute)->attribute = *attribute;
      }
}

static void
add_metamodel (Terms             *terms,
               const TlMetamodel *metamodel)
{
  const TlEdition *edition = tl_metamodel_get_edition (metamodel);

  for (const TlElementKind *const *kind = tl_metamodel_get_kinds (metamodel); *kind != NULL; kind++)
    add (terms, edition, TL_TERM_ELEMENT_KIND, g_strconcat ("kind:", (*kind)->id, NULL), *kind)->element_kind = *kind;
  for (const TlRelationKind *const *kind = tl_metamodel_get_relation_kinds (metamodel); *kind != NULL; kind++)
    add (terms, edition, TL_TERM_RELATION_KIND, g_strconcat ("relation:", (*kind)->id, NULL), *kind)->relation_kind =
      *kind;
}

static gpointer
build (gpointer data)
{
  const TlEdition *edition = data;
  Terms *terms = g_new0 (Terms, 1);

  terms->terms = g_ptr_array_new ();
  terms->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  terms->by_what = g_hash_table_new (NULL, NULL);
  /* The concept is the first member of each. */
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_streams (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_stages (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_activities (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_groups (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_components (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_data_objects (edition));
  add_concepts (terms, (const TlConcept *const *) tl_edition_get_models (edition));
  add_metamodel (terms, tl_metamodel_get (edition));
  add_attributes (terms, edition);
  g_ptr_array_add (terms->terms, NULL);
  return terms;
}

static Terms *
get_terms (const TlEdition *edition)
{
  static GOnce once[MAX_EDITIONS] = { G_ONCE_INIT };
  const char *const *versions = tl_edition_list_versions ();

  for (guint i = 0; edition != NULL && i < MAX_EDITIONS && versions[i] != NULL; i++)
    if (tl_edition_get (versions[i]) == edition)
      return g_once (&once[i], build, (gpointer) edition);
  return NULL;
}

/* Looking up {{{1 */

const TlTerm *const *
tl_term_list (const TlEdition *edition)
{
  Terms *terms = get_terms (edition);

  g_return_val_if_fail (terms != NULL, NULL);

  return (const TlTerm *const *) terms->terms->pdata;
}

const TlTerm *
tl_term_lookup (const char *id)
{
  for (const char *const *version = tl_edition_list_versions (); id != NULL && *version != NULL; version++)
    if (g_str_has_prefix (id, *version))
      return g_hash_table_lookup (get_terms (tl_edition_get (*version))->by_id, id);
  return NULL;
}

/* Of an edition that is not the program's there are none. */
static const TlTerm *
lookup_what (const TlEdition *edition,
             gconstpointer    what)
{
  Terms *terms = get_terms (edition);

  return terms != NULL ? g_hash_table_lookup (terms->by_what, what) : NULL;
}

const TlTerm *
tl_term_for_concept (const TlConcept *concept)
{
  g_return_val_if_fail (concept != NULL, NULL);

  return lookup_what (concept->edition, concept);
}

const TlTerm *
tl_term_for_attribute (const TlAttribute *attribute)
{
  g_return_val_if_fail (attribute != NULL, NULL);

  return lookup_what (attribute->data_object->concept.edition, attribute);
}

const TlTerm *
tl_term_for_element_kind (const TlElementKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return lookup_what (tl_metamodel_get_edition (kind->metamodel), kind);
}

const TlTerm *
tl_term_for_relation_kind (const TlRelationKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return lookup_what (tl_metamodel_get_edition (kind->metamodel), kind);
}

/* What is said of one {{{1 */

const char *
tl_term_get_name (const TlTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case TL_TERM_ATTRIBUTE:
      return self->attribute->name;
    case TL_TERM_ELEMENT_KIND:
      return tl_element_kind_get_name (self->element_kind);
    case TL_TERM_RELATION_KIND:
      return tl_relation_kind_get_name (self->relation_kind);
    case TL_TERM_CONCEPT:
    default:
      return self->concept->name;
    }
}

const char *
tl_term_get_kind_label (const TlTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case TL_TERM_ATTRIBUTE:
      return _("Attribute");
    case TL_TERM_ELEMENT_KIND:
      return _("Kind of elements");
    case TL_TERM_RELATION_KIND:
      return _("Kind of relations");
    case TL_TERM_CONCEPT:
    default:
      return tl_concept_get_kind_label (self->concept);
    }
}

const char *
tl_term_get_text (const TlTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case TL_TERM_ATTRIBUTE:
      return self->attribute->meaning;
    case TL_TERM_ELEMENT_KIND:
      return tl_element_kind_get_text (self->element_kind);
    case TL_TERM_RELATION_KIND:
      return self->relation_kind->is_trace
               ? _("Leads along the line, from why a service exists to what really runs. It is a trace where it goes "
                   "from one service model to the next.")
               : _("Joins elements of a blueprint beside the line.");
    case TL_TERM_CONCEPT:
    default:
      return self->concept->text;
    }
}

const TlConcept *
tl_term_get_concept (const TlTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == TL_TERM_ATTRIBUTE)
    return &self->attribute->data_object->concept;
  if (self->kind == TL_TERM_ELEMENT_KIND)
    return (const TlConcept *) self->element_kind->data_object;
  return self->concept;
}

const char *
tl_term_get_note (const TlTerm *self)
{
  const TlConcept *concept = tl_term_get_concept (self);

  if (self->kind == TL_TERM_ATTRIBUTE)
    return self->attribute->note;
  return concept != NULL ? concept->note : NULL;
}

gboolean
tl_term_is_standard (const TlTerm *self)
{
  return tl_term_get_concept (self) != NULL;
}

const char *
tl_term_get_source (const TlTerm *self)
{
  const TlConcept *concept = tl_term_get_concept (self);

  if (self->kind == TL_TERM_ATTRIBUTE)
    return self->attribute->source;
  return concept != NULL ? concept->source : NULL;
}

char *
tl_term_dup_origin (const TlTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!tl_term_is_standard (self))
    /* Translators: %s is the name of an edition, such as IT4IT 3.0 */
    return g_strdup_printf (_("This is no term of %s, but our own reading of what a service is made of."),
                            tl_edition_get_name (self->edition));
  /* Translators: the first %s is the name of an edition, such as IT4IT 3.0, the second has numbers and years
   * of documents, such as “C171, 2017” */
  return g_strdup_printf (_("%s of The Open Group (%s); described in our own words."),
                          tl_edition_get_name (self->edition), tl_edition_get_documents (self->edition));
}
