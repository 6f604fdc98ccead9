/* tl-blueprint-paste.c: copies of elements, with what holds them together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"

#include "project/tl-blueprint-private.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TlRecord      *service;
  TlProject     *project;
  TlTransaction *transaction;
  GHashTable    *kinds;     /* tokens of own kinds, as copied, to what they are called here */
  GPtrArray     *elements;  /* that were inserted */
  GHashTable    *new_ids;   /* theirs */
} Paste;

/* Kinds */

static TlRecord *
find_own_kind (TlProject  *project,
               const char *name,
               const char *like)
{
  TlRecord *root = TL_RECORD (project);

  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_KINDS); i++)
    {
      TlRecord *kind = tl_record_get_child (root, TL_PROJECT_KINDS, i);

      if (g_strcmp0 (tl_record_get (kind, TL_OWN_KIND_NAME), name) == 0
          && g_strcmp0 (tl_record_get (kind, TL_OWN_KIND_LIKE), like) == 0)
        return kind;
    }
  return NULL;
}

/* One of the same name that is like the same kind is the same. */
static gboolean
paste_kind (Paste     *paste,
            TlRecord  *kind,
            GError   **error)
{
  TlRecord *known = find_own_kind (paste->project, tl_record_get (kind, TL_OWN_KIND_NAME),
                                   tl_record_get (kind, TL_OWN_KIND_LIKE));

  if (known == NULL)
    return tl_transaction_insert (paste->transaction, TL_RECORD (paste->project), TL_PROJECT_KINDS,
                                  G_MAXUINT, g_object_ref (kind), error);

  g_hash_table_insert (paste->kinds, g_strdup (tl_record_get_id (kind)), g_strdup (tl_record_get_id (known)));
  return TRUE;
}

/* That of a kind of another edition is known too; else in the middle is where
 * it is least wrong. */
static TlLane
find_lane (Paste      *paste,
           const char *token)
{
  const char *const *versions = tl_edition_list_versions ();
  const TlElementKind *kind = tl_project_get_element_kind (paste->project, token);

  for (guint i = 0; kind == NULL && versions[i] != NULL; i++)
    kind = tl_metamodel_lookup_kind (tl_metamodel_get (tl_edition_get (versions[i])), token);
  return kind != NULL ? kind->lane : TL_LANE_LOGICAL;
}

/* Records */

static void
shift (TlRecord *record,
       guint     field,
       double    by)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (tl_record_get (record, field) != NULL)
    tl_record_fill (record, field,
                    tl_blueprint_format_units (buffer, tl_record_get_number (record, field, 0) + by), NULL);
}

/* What nobody knew where it was may have been placed there. */
static void
unplace_on_line (Paste    *paste,
                 TlRecord *element)
{
  const TlElementKind *kind = tl_project_get_element_kind (paste->project, tl_record_get (element, TL_ELEMENT_KIND));

  if (kind == NULL || kind->line == TL_LINE_NONE)
    return;
  tl_record_fill (element, TL_ELEMENT_X, NULL, NULL);
  tl_record_fill (element, TL_ELEMENT_Y, NULL, NULL);
}

static gboolean
paste_element (Paste     *paste,
               TlRecord  *element,
               GError   **error)
{
  const char *token = tl_record_get (element, TL_ELEMENT_KIND);
  const char *kind = token != NULL ? g_hash_table_lookup (paste->kinds, token) : NULL;

  if (kind != NULL && !tl_record_fill (element, TL_ELEMENT_KIND, kind, error))
    return FALSE;
  unplace_on_line (paste, element);
  if (!tl_transaction_insert (paste->transaction, paste->service,
                              find_lane (paste, tl_record_get (element, TL_ELEMENT_KIND)),
                              G_MAXUINT, g_object_ref (element), error))
    return FALSE;

  g_ptr_array_add (paste->elements, element);
  g_hash_table_add (paste->new_ids, (gpointer) tl_record_get_id (element));
  return TRUE;
}

static TlRecord *
lookup_element (Paste      *paste,
                const char *id)
{
  TlRecord *record = tl_project_lookup (paste->project, id);

  return record != NULL && TL_IS_ELEMENT (record) ? record : NULL;
}

/* What nothing is known about nobody can forbid. */
static gboolean
is_allowed (const char *relation,
            TlRecord   *from,
            TlRecord   *to)
{
  const TlElementKind *from_kind = tl_element_get_kind (TL_ELEMENT (from));
  const TlElementKind *to_kind = tl_element_get_kind (TL_ELEMENT (to));
  const TlRelationKind *kind;

  if (from == to)
    return FALSE;
  if (from_kind == NULL || to_kind == NULL)
    return TRUE;
  kind = tl_metamodel_lookup_relation_kind (from_kind->metamodel, relation);
  return kind != NULL && tl_metamodel_find_rule (kind, from_kind, to_kind) != NULL;
}

/* Only between two that were here before there can be one already. */
static gboolean
is_known (Paste      *paste,
          const char *relation,
          TlRecord   *from,
          TlRecord   *to)
{
  return !g_hash_table_contains (paste->new_ids, tl_record_get_id (from))
         && !g_hash_table_contains (paste->new_ids, tl_record_get_id (to))
         && tl_blueprint_find_relation (paste->service, relation, from, to) != NULL;
}

static gboolean
paste_relation (Paste     *paste,
                TlRecord  *relation,
                GError   **error)
{
  const char *kind = tl_record_get (relation, TL_RELATION_KIND);
  TlRecord *from = lookup_element (paste, tl_record_get (relation, TL_RELATION_FROM));
  TlRecord *to = lookup_element (paste, tl_record_get (relation, TL_RELATION_TO));

  if (from == NULL || to == NULL || !is_allowed (kind, from, to)
      || is_known (paste, kind, from, to))
    return TRUE;
  return tl_transaction_insert (paste->transaction, paste->service, TL_SERVICE_RELATIONS, G_MAXUINT,
                                g_object_ref (relation), error);
}

static gboolean
paste_use (Paste     *paste,
           TlRecord  *use,
           GError   **error)
{
  TlRecord *element = lookup_element (paste, tl_record_get (use, TL_USE_OF));

  if (element == NULL || tl_element_get_service (TL_ELEMENT (element)) == paste->service
      || tl_blueprint_find_use (paste->service, element) != NULL)
    return TRUE;
  return tl_transaction_insert (paste->transaction, paste->service, TL_SERVICE_USES, G_MAXUINT,
                                g_object_ref (use), error);
}

typedef gboolean (*PasteFunc) (Paste     *paste,
                               TlRecord  *record,
                               GError   **error);

/* What others refer to comes first. */
static gboolean
paste_all (Paste      *paste,
           GPtrArray  *copies,
           GError    **error)
{
  static const struct
  {
    const TlRecordType *type;
    PasteFunc           paste;
  } steps[] = {
    { &tl_own_kind_type, paste_kind },
    { &tl_element_type, paste_element },
    { &tl_use_type, paste_use },
    { &tl_relation_type, paste_relation },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < copies->len; j++)
      if (tl_record_get_record_type (copies->pdata[j]) == steps[i].type
          && !steps[i].paste (paste, copies->pdata[j], error))
        return FALSE;
  return TRUE;
}

/* Pastes copies of @records as one edit. Returns the elements. */
static GPtrArray *
paste_copies (TlRecord         *service,
              TlRecord *const  *records,
              guint             n_records,
              double            dx,
              double            dy,
              const char       *label,
              GError          **error)
{
  TlProject *project = tl_record_get_project (service);
  g_autoptr(GPtrArray) copies = tl_record_duplicate_all (records, n_records, project);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) elements = g_ptr_array_new ();
  Paste paste = { service, project, NULL, kinds, elements, new_ids };

  for (guint i = 0; i < copies->len; i++)
    {
      gboolean is_use = TL_IS_USE (copies->pdata[i]);

      if (!is_use && !TL_IS_ELEMENT (copies->pdata[i]))
        continue;
      shift (copies->pdata[i], is_use ? TL_USE_X : TL_ELEMENT_X, dx);
      shift (copies->pdata[i], is_use ? TL_USE_Y : TL_ELEMENT_Y, dy);
    }

  paste.transaction = tl_project_begin (project, label);
  if (!tl_transaction_end (paste.transaction, paste_all (&paste, copies, error)))
    return NULL;
  return g_steal_pointer (&elements);
}

static guint
count_elements (TlRecord *const *records,
                guint            n_records)
{
  guint n = 0;

  for (guint i = 0; i < n_records; i++)
    n += TL_IS_ELEMENT (records[i]);
  return n;
}

GPtrArray *
tl_blueprint_paste (TlRecord   *service,
                    GPtrArray  *records,
                    double      dx,
                    double      dy,
                    GError    **error)
{
  g_autofree char *label = NULL;
  guint n;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);
  g_return_val_if_fail (records != NULL, NULL);

  n = count_elements ((TlRecord *const *) records->pdata, records->len);
  if (n > 0)
    /* Translators: an edit that can be undone, in title case */
    label = g_strdup_printf (ngettext ("Paste %'u Element", "Paste %'u Elements", n), n);
  else
    /* Translators: an edit that can be undone, in title case */
    label = g_strdup (_("Paste"));
  return paste_copies (service, (TlRecord *const *) records->pdata, records->len, dx, dy, label, error);
}

/* Duplicates */

static char *
create_duplicate_label (GPtrArray *elements)
{
  g_autofree char *title = NULL;
  guint n = elements->len;

  if (n > 1)
    /* Translators: an edit that can be undone, in title case */
    return g_strdup_printf (ngettext ("Duplicate %'u Element", "Duplicate %'u Elements", n), n);

  title = tl_edit_create_title (elements->pdata[0]);
  /* Translators: an edit that can be undone, in title case. %s is the name of an element */
  return g_strdup_printf (_("Duplicate %s"), title);
}

/* Those that join two of the elements with @ids. */
static void
add_relations_among (TlRecord   *service,
                     GHashTable *ids,
                     GPtrArray  *records)
{
  guint n = tl_record_get_n_items (service, TL_SERVICE_RELATIONS);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);

      if (g_hash_table_contains (ids, tl_record_get (relation, TL_RELATION_FROM))
          && g_hash_table_contains (ids, tl_record_get (relation, TL_RELATION_TO)))
        g_ptr_array_add (records, relation);
    }
}

GPtrArray *
tl_blueprint_duplicate (TlRecord         *service,
                        TlRecord *const  *elements,
                        guint             n_elements,
                        double            dx,
                        double            dy,
                        GError          **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);

  for (guint i = 0; i < n_elements; i++)
    if (TL_IS_ELEMENT (elements[i]) && tl_element_get_service (TL_ELEMENT (elements[i])) == service
        && g_hash_table_add (ids, (gpointer) tl_record_get_id (elements[i])))
      g_ptr_array_add (records, elements[i]);
  if (records->len == 0)
    return g_ptr_array_new ();

  label = create_duplicate_label (records);
  add_relations_among (service, ids, records);
  return paste_copies (service, (TlRecord *const *) records->pdata, records->len, dx, dy, label, error);
}
