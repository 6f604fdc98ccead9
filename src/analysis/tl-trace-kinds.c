/* tl-trace-kinds.c: what the kinds in a project need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-trace-kinds.h"

#include "analysis/tl-trace-table.h"

static void
kind_free (gpointer data)
{
  TlTraceKind *kind = data;

  g_free (kind->token);
  g_free (kind);
}

void
tl_trace_kinds_init (TlTraceKinds *self,
                     TlProject    *project)
{
  const TlEdition *edition = tl_project_get_edition (project);

  self->project = project;
  self->metamodel = edition != NULL ? tl_metamodel_get (edition) : NULL;
  self->n_line = 0;
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->metamodel != NULL)
    {
      g_autoptr(GPtrArray) line = tl_metamodel_list_line (self->metamodel, TL_LINE_BACKBONE);

      self->n_line = line->len;
    }
}

void
tl_trace_kinds_clear (TlTraceKinds *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
}

static guint32
add_kind (TlTraceKinds        *self,
          const char          *token,
          const TlElementKind *element_kind)
{
  TlTraceKind *kind = g_new0 (TlTraceKind, 1);

  kind->token = g_strdup (token);
  kind->kind = element_kind;
  kind->line = TL_TRACE_NONE;
  if (element_kind != NULL)
    {
      kind->rules = tl_element_kind_get_gap_rules (element_kind);
      for (guint i = 0; i < 32 && kind->rules[i] != NULL; i++)
        {
          kind->all |= (guint32) 1 << i;
          if (kind->rules[i]->need == TL_NEED_FORWARD)
            kind->forward |= (guint32) 1 << i;
          else if (kind->rules[i]->need == TL_NEED_BACKWARD)
            kind->backward |= (guint32) 1 << i;
        }
      if (element_kind->line == TL_LINE_BACKBONE && element_kind->order - 1 < self->n_line)
        kind->line = element_kind->order - 1;
    }

  g_ptr_array_add (self->kinds, kind);
  g_hash_table_replace (self->numbers, kind->token, GUINT_TO_POINTER (self->kinds->len));
  return self->kinds->len - 1;
}

static const TlElementKind *
look_up (TlTraceKinds *self,
         const char   *token)
{
  return self->metamodel != NULL ? tl_project_get_element_kind (self->project, token) : NULL;
}

guint32
tl_trace_kinds_find (TlTraceKinds *self,
                     const char   *token)
{
  guint32 number;

  if (token == NULL)
    token = "";
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, token));
  return number > 0 ? number - 1 : add_kind (self, token, look_up (self, token));
}

const TlRelationKind *
tl_trace_kinds_find_relation (TlTraceKinds *self,
                              const char   *token)
{
  gpointer kind;

  if (token == NULL || self->metamodel == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->relations, token, NULL, &kind))
    {
      kind = (gpointer) tl_metamodel_lookup_relation_kind (self->metamodel, token);
      g_hash_table_insert (self->relations, g_strdup (token), kind);
    }
  return kind;
}

GArray *
tl_trace_kinds_refresh (TlTraceKinds *self)
{
  guint32 n = self->kinds->len;
  g_autoptr(GArray) now = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint32 i = 0; i < n; i++)
    {
      const TlTraceKind *kind = tl_trace_kinds_get (self, i);
      const TlElementKind *element_kind;
      guint32 number = tl_trace_kinds_find (self, kind->token);

      /* Those that were replaced before have no elements any more. */
      if (number == i)
        {
          element_kind = look_up (self, kind->token);
          if (element_kind != kind->kind)
            number = add_kind (self, kind->token, element_kind);
        }
      g_array_append_val (now, number);
    }

  return self->kinds->len > n ? g_steal_pointer (&now) : NULL;
}

gboolean
tl_trace_rule_counts (const TlGapRule     *rule,
                      const TlElementKind *kind)
{
  if (rule->others[0] == NULL)
    return TRUE;

  for (guint i = 0; rule->others[i] != NULL; i++)
    if (rule->others[i] == kind)
      return TRUE;
  return FALSE;
}
