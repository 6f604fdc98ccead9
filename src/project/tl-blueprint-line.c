/* tl-blueprint-line.c: new objects on a backbone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-blueprint.h"

#include "project/tl-blueprint-private.h"

/* Objects of a line that are nearest to a place on it, in the order of the file. */
static GPtrArray *
list_nearest (TlRecord            *service,
              const TlElementKind *kind,
              gboolean             before)
{
  GPtrArray *nearest = g_ptr_array_new ();
  guint distance = G_MAXUINT;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      {
        TlRecord *element = tl_record_get_child (service, lane, i);
        const TlElementKind *other = tl_element_get_kind (TL_ELEMENT (element));

        if (other == NULL || other->line != kind->line || other == kind || (other->order < kind->order) != before)
          continue;
        if ((guint) ABS ((int) other->order - (int) kind->order) < distance)
          {
            distance = ABS ((int) other->order - (int) kind->order);
            g_ptr_array_set_size (nearest, 0);
          }
        if ((guint) ABS ((int) other->order - (int) kind->order) == distance)
          g_ptr_array_add (nearest, element);
      }
  return nearest;
}

static const TlRelationKind *
find_trace (TlRecord *from,
            TlRecord *to)
{
  g_autoptr(GPtrArray) rules = tl_metamodel_list_rules (tl_element_get_kind (TL_ELEMENT (from)),
                                                        tl_element_get_kind (TL_ELEMENT (to)));

  for (guint i = 0; i < rules->len; i++)
    {
      const TlRelationRule *rule = rules->pdata[i];

      if (rule->relation->is_trace)
        return rule->relation;
    }
  return NULL;
}

/* Where objects between the two are missing, no rule may join them. */
static gboolean
trace (TlRecord  *service,
       TlRecord  *from,
       TlRecord  *to,
       GError   **error)
{
  const TlRelationKind *relation = find_trace (from, to);

  return relation == NULL || tl_blueprint_connect (service, relation->id, from, to, error) != NULL;
}

TlRecord *
tl_blueprint_add_to_line (TlRecord    *service,
                          const char  *kind,
                          const char  *name,
                          GError     **error)
{
  TlProject *project = tl_record_get_project (service);
  const TlElementKind *element_kind = tl_project_get_element_kind (project, kind);
  g_autofree char *label = tl_blueprint_create_add_label (project, kind, name);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  TlTransaction *transaction;
  TlRecord *element;
  gboolean good;

  g_return_val_if_fail (element_kind != NULL && element_kind->line != TL_LINE_NONE, NULL);

  before = list_nearest (service, element_kind, TRUE);
  after = list_nearest (service, element_kind, FALSE);
  transaction = tl_project_begin (project, label);
  element = tl_blueprint_add_element (service, kind, name, NULL, error);
  good = element != NULL;
  /* Of several before it, it goes on from the last: the newest release. */
  if (good && before->len > 0)
    good = trace (service, before->pdata[before->len - 1], element, error);
  for (guint i = 0; good && i < after->len; i++)
    good = trace (service, element, after->pdata[i], error);
  return tl_transaction_end (transaction, good) ? element : NULL;
}
