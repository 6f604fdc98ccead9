/* tl-help-source.c: finds pages of the help, for the search everywhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-source.h"

#include "ui/tl-help-search.h"

struct _TlHelpSource
{
  GObject parent_instance;
};

static void tl_help_source_source_init (TlFoundSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlHelpSource, tl_help_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_FOUND_SOURCE, tl_help_source_source_init))

static TlFound *
create_found (const TlHelpHit *hit,
              TlQuery         *query)
{
  g_autoptr (PangoAttrList) attributes = tl_found_create_marks (hit->title, query);
  /* After all things and commands, however well it fits. */
  TlFoundFacts facts = { TL_FOUND_HELP, 1, hit->title };

  facts.attributes = attributes;
  facts.subtitle = hit->subtitle;
  facts.action = "app.help-on";
  facts.target = g_variant_new_string (hit->target);
  return tl_found_new (&facts);
}

static void
tl_help_source_search_async (TlFoundSource       *source,
                             const char          *text,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (TlQuery) query = tl_query_parse (text, -1);
  g_autoptr (GPtrArray) hits = tl_help_search (query, TL_HELP_SEARCH_PAGES | TL_HELP_SEARCH_KINDS, limit);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_task_set_source_tag (task, tl_help_source_search_async);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (found, create_found (hits->pdata[i], query));
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
tl_help_source_search_finish (TlFoundSource  *source,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tl_help_source_source_init (TlFoundSourceInterface *iface)
{
  iface->search_async = tl_help_source_search_async;
  iface->search_finish = tl_help_source_search_finish;
}

static void
tl_help_source_class_init (TlHelpSourceClass *klass)
{
}

static void
tl_help_source_init (TlHelpSource *self)
{
}

TlHelpSource *
tl_help_source_new (void)
{
  return g_object_new (TL_TYPE_HELP_SOURCE, NULL);
}
