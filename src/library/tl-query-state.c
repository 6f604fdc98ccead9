/* tl-query-state.c: states by the names that they have in the windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-fold.h"
#include "library/tl-query-private.h"
#include "project/tl-initiative.h"
#include "project/tl-service.h"
#include "project/tl-tool.h"

static void
add_states (GPtrArray          *tokens,
            const TlRecordType *type,
            guint               field,
            const char         *typed,
            gboolean            is_prefix)
{
  for (const TlChoice *choice = type->fields[field].choices; choice->token != NULL; choice++)
    {
      const char *label = tl_field_get_choice_label (&type->fields[field], choice->token);
      g_autofree char *key = tl_fold_key (label);
      g_autofree char *token_key = tl_fold_key (choice->token);

      if (is_prefix ? tl_query_rank_value (label, typed) == 0 : !g_str_equal (key, typed))
        continue;
      if (!g_str_equal (key, token_key) && !g_ptr_array_find_with_equal_func (tokens, choice->token, g_str_equal, NULL))
        g_ptr_array_add (tokens, (gpointer) choice->token);
    }
}

GPtrArray *
tl_query_list_states (const char *typed,
                      gboolean    is_prefix)
{
  g_autofree char *key = tl_fold_key (typed);
  GPtrArray *tokens = g_ptr_array_new ();

  if (*key == '\0')
    return tokens;
  add_states (tokens, &tl_service_type, TL_SERVICE_STATE, key, is_prefix);
  add_states (tokens, &tl_tool_type, TL_TOOL_STATE, key, is_prefix);
  add_states (tokens, &tl_initiative_type, TL_INITIATIVE_STATE, key, is_prefix);
  return tokens;
}
