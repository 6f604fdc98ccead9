/* tl-library-source.c: finds what is in the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-library-source.h"

#include "library/tl-library-hit.h"
#include "library/tl-library.h"
#include "ui/tl-fit.h"

struct _TlLibrarySource
{
  GObject    parent_instance;

  TlSession *session;
  GFile     *file; /* of its project, or NULL */
};

static void tl_library_source_source_init (TlFoundSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlLibrarySource, tl_library_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_FOUND_SOURCE, tl_library_source_source_init))

/* Searching {{{1 */

/* A hit of the project that is open is one of that project. Returns NULL for what is
 * there no longer. */
static TlFound *
create_found (TlLibrarySource         *self,
              const TlLibraryHitFacts *hit,
              const TlQuery           *query,
              TlFit                   *fit)
{
  g_autoptr (GFile) file = g_file_new_for_uri (hit->uri);
  gboolean own = self->file != NULL && g_file_equal (file, self->file);
  const char *others[] = { hit->subtitle, hit->snippet, NULL };
  g_autofree char *name = tl_library_hit_facts_dup_title (hit);
  g_autoptr (PangoAttrList) marks = tl_found_create_marks (name, query);
  TlFoundFacts facts = {
    .group = own ? TL_FOUND_PROJECT : TL_FOUND_LIBRARY,
    /* What is found by a note alone fits least. */
    .rank = MAX (tl_fit_rank (fit, hit->name, others), 1),
    .title = name,
    .attributes = *hit->name != '\0' ? marks : NULL,
    .subtitle = hit->subtitle,
    .file = own ? NULL : file,
    .project = hit->project_name,
    .key = hit->what != TL_THING_PROJECT ? hit->key : NULL,
    .is_finding = hit->what == TL_THING_FINDING,
  };

  if (own && (facts.key == NULL || !tl_session_has (self->session, facts.key)))
    return NULL;
  return tl_found_new (&facts);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  TlLibrarySource *self = g_task_get_source_object (task);
  const TlQuery *query = g_task_get_task_data (task);
  g_autoptr (TlFit) fit = tl_fit_new (query);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = tl_library_search_finish (TL_LIBRARY (source), result, &error);
  GPtrArray *found;

  if (hits == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hits->len; i++)
    {
      TlFound *one = create_found (self, tl_library_hit_get_facts (hits->pdata[i]), query, fit);

      if (one != NULL)
        g_ptr_array_add (found, one);
    }
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

static void
tl_library_source_search_async (TlFoundSource       *source,
                                const char          *text,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  TlLibrary *library = tl_library_get_default ();
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, tl_library_source_search_async);
  g_task_set_task_data (task, tl_query_parse (text, -1), (GDestroyNotify) tl_query_unref);
  if (library != NULL)
    {
      tl_library_search_async (library, text, limit, cancellable, found_cb, task);
      return;
    }
  g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static GPtrArray *
tl_library_source_search_finish (TlFoundSource  *source,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tl_library_source_source_init (TlFoundSourceInterface *iface)
{
  iface->search_async = tl_library_source_search_async;
  iface->search_finish = tl_library_source_search_finish;
}

/* Source {{{1 */

static void
changed_cb (TlLibrarySource *self)
{
  g_signal_emit_by_name (self, "changed");
}

static void
tl_library_source_finalize (GObject *object)
{
  TlLibrarySource *self = TL_LIBRARY_SOURCE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (tl_library_source_parent_class)->finalize (object);
}

static void
tl_library_source_class_init (TlLibrarySourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_library_source_finalize;
}

static void
tl_library_source_init (TlLibrarySource *self)
{
  if (tl_library_get_default () != NULL)
    g_signal_connect_object (tl_library_get_default (), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

TlLibrarySource *
tl_library_source_new (TlSession *session)
{
  TlLibrarySource *self = g_object_new (TL_TYPE_LIBRARY_SOURCE, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
tl_library_source_set_file (TlLibrarySource *self,
                            GFile           *file)
{
  g_return_if_fail (TL_IS_LIBRARY_SOURCE (self));

  g_set_object (&self->file, file);
}
