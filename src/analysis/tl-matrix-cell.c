/* tl-matrix-cell.c: what joins two elements of a matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-matrix-private.h"

#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-relation.h"
#include "project/tl-transaction.h"

#include <glib/gi18n-lib.h>

/* More rows than any window shows. */
#define MAX_ROWS 512

void
tl_matrix_forget_cells (TlMatrix *self)
{
  g_hash_table_remove_all (self->rows);
}

/* States */

static const TlRelationKind *
get_relation_kind (TlMatrix *self,
                   TlRecord *relation)
{
  const TlEdition *edition = tl_project_get_edition (self->project);

  return edition != NULL
         ? tl_metamodel_lookup_relation_kind (tl_metamodel_get (edition), tl_record_get (relation, TL_RELATION_KIND))
         : NULL;
}

static void
raise_state (GHashTable    *cells,
             TlRecord      *element,
             TlMatrixState  state)
{
  if (GPOINTER_TO_UINT (g_hash_table_lookup (cells, element)) < state)
    g_hash_table_insert (cells, element, GUINT_TO_POINTER (state));
}

static void
mark_relations (TlMatrix   *self,
                GPtrArray  *relations,
                guint       end,
                GHashTable *cells)
{
  for (guint i = 0; i < relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (relations, i);
      const TlRelationKind *kind = get_relation_kind (self, relation);

      raise_state (cells, tl_project_lookup (self->project, tl_record_get (relation, end)),
                   kind != NULL && kind->is_trace ? TL_MATRIX_TRACED : TL_MATRIX_RELATED);
    }
}

static GHashTable *
compute_row (TlMatrix *self,
             TlRecord *element)
{
  GHashTable *cells = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) out = tl_traceability_list_out (self->traceability, element);
  g_autoptr(GPtrArray) in = tl_traceability_list_in (self->traceability, element);
  g_autoptr(GPtrArray) elements = NULL;
  g_autoptr(GPtrArray) traces = NULL;

  tl_traceability_follow (self->traceability, element, &elements, &traces);
  for (guint i = 1; i < elements->len; i++)
    raise_state (cells, g_ptr_array_index (elements, i), TL_MATRIX_INDIRECT);
  mark_relations (self, out, TL_RELATION_TO, cells);
  mark_relations (self, in, TL_RELATION_FROM, cells);
  return cells;
}

TlMatrixState
tl_matrix_get_state (TlMatrix *self,
                     guint     row,
                     guint     column)
{
  TlRecord *of, *to;
  GHashTable *cells;

  g_return_val_if_fail (TL_IS_MATRIX (self), TL_MATRIX_NONE);

  of = tl_matrix_get_element (self, TL_MATRIX_ROWS, row);
  to = tl_matrix_get_element (self, TL_MATRIX_COLUMNS, column);
  if (of == NULL || to == NULL)
    return TL_MATRIX_NONE;

  cells = g_hash_table_lookup (self->rows, of);
  if (cells == NULL)
    {
      if (g_hash_table_size (self->rows) >= MAX_ROWS)
        g_hash_table_remove_all (self->rows);
      cells = compute_row (self, of);
      g_hash_table_insert (self->rows, of, cells);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (cells, to));
}

/* The two of a cell */

typedef struct
{
  TlRecord *of;
  TlRecord *to;
} Pair;

static gboolean
get_pair (TlMatrix *self,
          guint     row,
          guint     column,
          Pair     *pair)
{
  pair->of = tl_matrix_get_element (self, TL_MATRIX_ROWS, row);
  pair->to = tl_matrix_get_element (self, TL_MATRIX_COLUMNS, column);
  return pair->of != NULL && pair->to != NULL;
}

/* Relations between the two, whichever way: all, or only traces. */
static GPtrArray *
list_between (TlMatrix   *self,
              const Pair *pair,
              gboolean    only_traces)
{
  GPtrArray *between = g_ptr_array_new ();

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr(GPtrArray) relations = side == 0 ? tl_traceability_list_out (self->traceability, pair->of)
                                                 : tl_traceability_list_in (self->traceability, pair->of);
      guint end = side == 0 ? TL_RELATION_TO : TL_RELATION_FROM;

      for (guint i = 0; i < relations->len; i++)
        {
          TlRecord *relation = g_ptr_array_index (relations, i);
          const TlRelationKind *kind = get_relation_kind (self, relation);

          if (g_strcmp0 (tl_record_get (relation, end), tl_record_get_id (pair->to)) == 0
              && (!only_traces || (kind != NULL && kind->is_trace)))
            g_ptr_array_add (between, relation);
        }
    }
  return between;
}

/* From concept to what runs. */
static void
sort_by_lane (Pair *pair)
{
  if (tl_element_get_lane (TL_ELEMENT (pair->of)) > tl_element_get_lane (TL_ELEMENT (pair->to)))
    *pair = (Pair){ pair->to, pair->of };
}

/* The rule by which the two may be joined: a trace, if there is one. @pair is
 * turned round where the rule asks for it. */
static const TlRelationRule *
find_rule (Pair     *pair,
           gboolean  only_traces)
{
  sort_by_lane (pair);
  for (guint round = 0; round < (only_traces ? 2 : 4); round++)
    {
      const TlElementKind *from = tl_element_get_kind (TL_ELEMENT (pair->of));
      const TlElementKind *to = tl_element_get_kind (TL_ELEMENT (pair->to));
      g_autoptr(GPtrArray) rules = NULL;

      if (from == NULL || to == NULL)
        return NULL;
      rules = tl_metamodel_list_rules (from, to);
      for (guint i = 0; i < rules->len; i++)
        {
          const TlRelationRule *rule = g_ptr_array_index (rules, i);

          if (round >= 2 || rule->relation->is_trace)
            return rule;
        }
      *pair = (Pair){ pair->to, pair->of };
    }
  return NULL;
}

gboolean
tl_matrix_is_allowed (TlMatrix *self,
                      guint     row,
                      guint     column)
{
  const TlElementKind *of, *to;
  GHashTable *known;
  guint answer;
  Pair pair;

  g_return_val_if_fail (TL_IS_MATRIX (self), FALSE);

  if (!get_pair (self, row, column, &pair))
    return FALSE;
  of = tl_element_get_kind (TL_ELEMENT (pair.of));
  to = tl_element_get_kind (TL_ELEMENT (pair.to));
  known = g_hash_table_lookup (self->allowed, of);
  if (known == NULL)
    {
      known = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->allowed, (gpointer) of, known);
    }
  answer = GPOINTER_TO_UINT (g_hash_table_lookup (known, to));
  if (answer == 0)
    {
      answer = 1 + (find_rule (&pair, FALSE) != NULL);
      g_hash_table_insert (known, (gpointer) to, GUINT_TO_POINTER (answer));
    }
  return answer > 1;
}

/* Toggling */

/* What toggling would take away, else NULL: traces; other relations, where there
 * can be no trace. */
static GPtrArray *
list_to_remove (TlMatrix   *self,
                const Pair *pair)
{
  g_autoptr(GPtrArray) relations = list_between (self, pair, TRUE);
  Pair turned = *pair;

  if (relations->len == 0 && find_rule (&turned, TRUE) == NULL)
    {
      g_ptr_array_unref (relations);
      relations = list_between (self, pair, FALSE);
    }
  return relations->len > 0 ? g_steal_pointer (&relations) : NULL;
}

gboolean
tl_matrix_can_toggle (TlMatrix  *self,
                      guint      row,
                      guint      column,
                      char     **why)
{
  g_autoptr(GPtrArray) relations = NULL;
  const TlElementKind *from, *to;
  Pair pair, turned;

  g_return_val_if_fail (TL_IS_MATRIX (self), FALSE);

  if (why != NULL)
    *why = NULL;
  if (!get_pair (self, row, column, &pair))
    return FALSE;
  relations = list_to_remove (self, &pair);
  turned = pair;
  if (relations != NULL || find_rule (&turned, FALSE) != NULL)
    return TRUE;
  if (why == NULL)
    return FALSE;

  sort_by_lane (&pair);
  from = tl_element_get_kind (TL_ELEMENT (pair.of));
  to = tl_element_get_kind (TL_ELEMENT (pair.to));
  if (from == NULL || to == NULL)
    /* Translators: %s is the name of a kind that is not known */
    *why = g_strdup_printf (_("This edition does not know the kind “%s”."),
                            tl_element_get_kind_name (TL_ELEMENT (from == NULL ? pair.of : pair.to)));
  else
    *why = tl_metamodel_explain (from, to);
  return FALSE;
}

static void
remove_relations (TlMatrix   *self,
                  const Pair *pair,
                  GPtrArray  *relations)
{
  g_autofree char *of = tl_edit_create_title (pair->of);
  g_autofree char *to = tl_edit_create_title (pair->to);
  /* Translators: an edit that can be undone, in title case; both are names of elements */
  g_autofree char *label = g_strdup_printf (_("Disconnect %1$s from %2$s"), of, to);
  TlTransaction *transaction = tl_project_begin (self->project, label);

  for (guint i = 0; i < relations->len; i++)
    tl_transaction_remove (transaction, g_ptr_array_index (relations, i));
  tl_transaction_commit (transaction);
}

gboolean
tl_matrix_toggle (TlMatrix  *self,
                  guint      row,
                  guint      column,
                  GError   **error)
{
  g_autoptr(GPtrArray) relations = NULL;
  g_autofree char *why = NULL;
  const TlRelationRule *rule;
  Pair pair;

  g_return_val_if_fail (TL_IS_MATRIX (self), FALSE);
  g_return_val_if_fail (get_pair (self, row, column, &pair), FALSE);

  if (!tl_matrix_can_toggle (self, row, column, &why))
    {
      g_set_error_literal (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE, why);
      return FALSE;
    }

  relations = list_to_remove (self, &pair);
  if (relations != NULL)
    {
      remove_relations (self, &pair, relations);
      return TRUE;
    }

  rule = find_rule (&pair, FALSE);
  return tl_blueprint_connect (tl_element_get_service (TL_ELEMENT (pair.of)), rule->relation->id,
                               pair.of, pair.to, error) != NULL;
}

/* Words */

static char *
describe_indirect (const Pair *pair)
{
  g_autofree char *of = tl_edit_create_title (pair->of);
  g_autofree char *to = tl_edit_create_title (pair->to);

  /* Translators: both are names of elements */
  return g_strdup_printf (_("“%1$s” and “%2$s” are traced over other elements"), of, to);
}

static char *
describe_relations (TlMatrix   *self,
                    const Pair *pair)
{
  g_autoptr(GPtrArray) relations = list_between (self, pair, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < relations->len; i++)
    {
      TlRecord *relation = g_ptr_array_index (relations, i);
      const TlRelationKind *kind = get_relation_kind (self, relation);
      gboolean is_forward = g_strcmp0 (tl_record_get (relation, TL_RELATION_FROM), tl_record_get_id (pair->of)) == 0;
      g_autofree char *from = tl_edit_create_title (is_forward ? pair->of : pair->to);
      g_autofree char *to = tl_edit_create_title (is_forward ? pair->to : pair->of);

      if (i > 0)
        g_string_append (text, C_("list", "; "));
      /* Translators: an element, what relates it, and another: "“Refund” is realized by “Checkout”" */
      g_string_append_printf (text, _("“%1$s” %2$s “%3$s”"), from,
                              kind != NULL ? tl_relation_kind_get_name (kind) : tl_record_get (relation, TL_RELATION_KIND),
                              to);
    }
  return g_string_free (text, FALSE);
}

const char *
tl_matrix_get_relation_name (TlMatrix *self,
                             guint     row,
                             guint     column)
{
  g_autoptr(GPtrArray) relations = NULL;
  const TlRelationKind *kind;
  TlRecord *relation;
  Pair pair;

  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  if (!get_pair (self, row, column, &pair))
    return NULL;
  relations = list_between (self, &pair, FALSE);
  if (relations->len == 0)
    return NULL;

  relation = g_ptr_array_index (relations, 0);
  kind = get_relation_kind (self, relation);
  if (kind == NULL)
    return tl_record_get (relation, TL_RELATION_KIND);
  return g_strcmp0 (tl_record_get (relation, TL_RELATION_FROM), tl_record_get_id (pair.of)) == 0
         ? tl_relation_kind_get_name (kind)
         : tl_relation_kind_get_inverse (kind);
}

char *
tl_matrix_describe (TlMatrix *self,
                    guint     row,
                    guint     column)
{
  g_autofree char *of = NULL;
  g_autofree char *to = NULL;
  Pair pair;

  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  if (!get_pair (self, row, column, &pair))
    return NULL;

  switch (tl_matrix_get_state (self, row, column))
    {
    case TL_MATRIX_TRACED:
    case TL_MATRIX_RELATED:
      return describe_relations (self, &pair);

    case TL_MATRIX_INDIRECT:
      return describe_indirect (&pair);

    case TL_MATRIX_NONE:
    default:
      of = tl_edit_create_title (pair.of);
      to = tl_edit_create_title (pair.to);
      /* Translators: both are names of elements */
      return g_strdup_printf (_("Nothing joins “%1$s” and “%2$s”"), of, to);
    }
}
