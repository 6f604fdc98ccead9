/* tl-mend.c: how gaps can be mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-mend.h"

#include "analysis/tl-trace-kinds.h"
#include "project/tl-element.h"
#include "project/tl-service.h"

#include <glib/gi18n-lib.h>

/* Whether a relation by @rule would do, seen from the element with the gap. */
static gboolean
mends (const TlGapRule      *gap,
       const TlRelationRule *rule,
       gboolean              outwards)
{
  if (!tl_trace_rule_counts (gap, outwards ? rule->to : rule->from))
    return FALSE;

  switch (gap->need)
    {
    case TL_NEED_FORWARD:
      return outwards && rule->relation->is_trace;

    case TL_NEED_BACKWARD:
      return !outwards && rule->relation->is_trace;

    case TL_NEED_RELATION:
    default:
      return gap->relation == NULL || gap->relation == rule->relation;
    }
}

GArray *
tl_gap_list_mends (const TlGap *gap)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TlMend));
  const TlElementKind *kind;

  g_return_val_if_fail (gap != NULL, found);

  kind = tl_element_get_kind (TL_ELEMENT (gap->element));
  for (guint side = 0; kind != NULL && side < 2; side++)
    {
      gboolean outwards = side == 0;
      g_autoptr(GPtrArray) rules = tl_metamodel_list_rules_of (kind, outwards);

      for (guint i = 0; i < rules->len; i++)
        {
          TlMend mend = { g_ptr_array_index (rules, i), outwards };

          if (mends (gap->rule, mend.rule, outwards))
            g_array_append_val (found, mend);
        }
    }
  return found;
}

GPtrArray *
tl_gap_list_kinds (const TlGap *gap)
{
  g_autoptr(GArray) found = tl_gap_list_mends (gap);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const TlElementKind *kind = tl_mend_get_other (&g_array_index (found, TlMend, i));

      if (!g_ptr_array_find (kinds, kind, NULL))
        g_ptr_array_add (kinds, (gpointer) kind);
    }
  return kinds;
}

static void
add_candidate (const TlGap *gap,
               GPtrArray   *kinds,
               TlRecord    *other,
               GPtrArray   *candidates)
{
  const TlElementKind *kind = tl_element_get_kind (TL_ELEMENT (other));

  if (other != gap->element && kind != NULL && g_ptr_array_find (kinds, kind, NULL))
    g_ptr_array_add (candidates, other);
}

GPtrArray *
tl_gap_list_candidates (const TlGap *gap)
{
  g_autoptr(GPtrArray) kinds = tl_gap_list_kinds (gap);
  GPtrArray *candidates = g_ptr_array_new ();
  TlRecord *service = tl_element_get_service (TL_ELEMENT (gap->element));
  g_autoptr(GPtrArray) guests = NULL;

  if (service == NULL)
    return candidates;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      add_candidate (gap, kinds, tl_record_get_child (service, lane, i), candidates);

  guests = tl_blueprint_list_guests (service);
  for (guint i = 0; i < guests->len; i++)
    add_candidate (gap, kinds, g_ptr_array_index (guests, i), candidates);
  return candidates;
}

/* The likeliest that has elements of @kind at the other end. */
static gboolean
find_mend (const TlGap         *gap,
           const TlElementKind *kind,
           TlMend              *mend)
{
  g_autoptr(GArray) found = tl_gap_list_mends (gap);

  for (guint i = 0; i < found->len; i++)
    if (tl_mend_get_other (&g_array_index (found, TlMend, i)) == kind)
      {
        *mend = g_array_index (found, TlMend, i);
        return TRUE;
      }
  return FALSE;
}

gboolean
tl_gap_accepts (const TlGap *gap,
                TlRecord    *other)
{
  TlMend mend;

  g_return_val_if_fail (gap != NULL, FALSE);
  g_return_val_if_fail (TL_IS_ELEMENT (other), FALSE);

  return other != gap->element && find_mend (gap, tl_element_get_kind (TL_ELEMENT (other)), &mend);
}

gboolean
tl_gap_connect (const TlGap  *gap,
                TlRecord     *other,
                GError      **error)
{
  TlRecord *service;
  TlMend mend;

  g_return_val_if_fail (gap != NULL, FALSE);
  g_return_val_if_fail (TL_IS_ELEMENT (other), FALSE);

  service = tl_element_get_service (TL_ELEMENT (gap->element));
  if (find_mend (gap, tl_element_get_kind (TL_ELEMENT (other)), &mend))
    return tl_blueprint_connect (service, mend.rule->relation->id,
                                 mend.outwards ? gap->element : other,
                                 mend.outwards ? other : gap->element, error) != NULL;

  g_set_error (error, TL_PROJECT_ERROR, TL_PROJECT_ERROR_INVALID_VALUE,
               /* Translators: %1$s is the name of an element; %2$s a sentence on what another one lacks */
               _("No relation with “%1$s” would mend this: %2$s."),
               tl_record_get_name (other), tl_gap_rule_get_message (gap->rule));
  return FALSE;
}

TlRecord *
tl_gap_create (const TlGap          *gap,
               const TlElementKind  *kind,
               const char           *name,
               GError              **error)
{
  TlMend mend;

  g_return_val_if_fail (gap != NULL && kind != NULL, NULL);
  g_return_val_if_fail (find_mend (gap, kind, &mend), NULL);

  if (name == NULL || *name == '\0')
    name = tl_record_get_name (gap->element);
  return tl_blueprint_add_connected (tl_element_get_service (TL_ELEMENT (gap->element)), kind->id, name, NULL,
                                     mend.rule->relation->id, gap->element, mend.outwards, error);
}
