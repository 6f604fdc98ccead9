/* tl-library-projects.c: the list of the projects of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-library-projects.h"

#include <string.h>

struct _TlLibraryProjects
{
  GObject       parent_instance;

  TlLibrary    *library;
  GCancellable *cancellable;
  GPtrArray    *projects;   /* by URI */
  GHashTable   *by_uri;     /* borrowed */
  gboolean      is_loaded;
  gboolean      is_asking;
  gboolean      is_outdated; /* it changed while it was asked */
};

static void tl_library_projects_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlLibraryProjects, tl_library_projects, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_library_projects_list_init))

enum
{
  PROP_0,
  PROP_IS_LOADED,
  PROP_N_ITEMS,
  N_PROPS
};

enum
{
  SIGNAL_UPDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What is new {{{1 */

static const char *
get_uri (GPtrArray *projects,
         guint      position)
{
  return tl_library_project_get_facts (g_ptr_array_index (projects, position))->uri;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (tl_library_entry_get_facts (*(TlLibraryEntry *const *) a)->uri,
                 tl_library_entry_get_facts (*(TlLibraryEntry *const *) b)->uri);
}

/* The same objects for what was there; no others. */
static GPtrArray *
create_projects (TlLibraryProjects *self,
                 GPtrArray         *entries,
                 gboolean          *updated)
{
  GPtrArray *projects = g_ptr_array_new_full (entries->len, g_object_unref);

  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      TlLibraryEntry *entry = g_ptr_array_index (entries, i);
      TlLibraryProject *project = g_hash_table_lookup (self->by_uri, tl_library_entry_get_facts (entry)->uri);

      if (project != NULL)
        *updated |= tl_library_project_set_entry (project, entry);
      g_ptr_array_add (projects, project != NULL ? g_object_ref (project) : tl_library_project_new (entry));
    }
  return projects;
}

static void
index_projects (TlLibraryProjects *self)
{
  g_hash_table_remove_all (self->by_uri);
  for (guint i = 0; i < self->projects->len; i++)
    g_hash_table_insert (self->by_uri, g_strdup (get_uri (self->projects, i)), g_ptr_array_index (self->projects, i));
}

/* Replaces one run of the list. */
static void
splice (TlLibraryProjects *self,
        guint              position,
        guint              n_removed,
        GPtrArray         *projects,
        guint              n_added)
{
  if (n_removed == 0 && n_added == 0)
    return;
  if (n_removed > 0)
    g_ptr_array_remove_range (self->projects, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->projects, (int) (position + i), g_object_ref (g_ptr_array_index (projects, position + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (n_removed != n_added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* Both are by URI: what is between two that stay is one run. */
static void
take_over (TlLibraryProjects *self,
           GPtrArray         *projects)
{
  guint position = 0, n_removed = 0, n_added = 0;

  while (position + n_removed < self->projects->len || position + n_added < projects->len)
    {
      gboolean has_old = position + n_removed < self->projects->len;
      gboolean has_new = position + n_added < projects->len;
      int order = !has_old ? 1 : !has_new ? -1 : strcmp (get_uri (self->projects, position + n_removed),
                                                         get_uri (projects, position + n_added));

      if (order < 0)
        n_removed++;
      else if (order > 0)
        n_added++;
      else
        {
          splice (self, position, n_removed, projects, n_added);
          position += n_added + 1;
          n_removed = n_added = 0;
        }
    }
  splice (self, position, n_removed, projects, n_added);
}

/* Asking {{{1 */

static void ask (TlLibraryProjects *self);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlLibraryProjects) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = tl_library_list_projects_finish (TL_LIBRARY (source), result, &error);
  gboolean updated = FALSE;

  self->is_asking = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries != NULL)
    {
      g_autoptr (GPtrArray) projects = create_projects (self, entries, &updated);

      take_over (self, projects);
      index_projects (self);
    }
  if (updated)
    g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
  if (!self->is_loaded)
    {
      self->is_loaded = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_LOADED]);
    }
  if (self->is_outdated)
    ask (self);
}

static void
ask (TlLibraryProjects *self)
{
  self->is_outdated = self->is_asking;
  if (self->is_asking)
    return;
  self->is_asking = TRUE;
  tl_library_list_projects_async (self->library, self->cancellable, listed_cb, g_object_ref (self));
}

/* List model {{{1 */

static GType
tl_library_projects_get_item_type (GListModel *model)
{
  return TL_TYPE_LIBRARY_PROJECT;
}

static guint
tl_library_projects_get_n_items (GListModel *model)
{
  return TL_LIBRARY_PROJECTS (model)->projects->len;
}

static gpointer
tl_library_projects_get_item (GListModel *model,
                              guint       position)
{
  TlLibraryProjects *self = TL_LIBRARY_PROJECTS (model);

  return position < self->projects->len ? g_object_ref (g_ptr_array_index (self->projects, position)) : NULL;
}

static void
tl_library_projects_list_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_library_projects_get_item_type;
  iface->get_n_items = tl_library_projects_get_n_items;
  iface->get_item = tl_library_projects_get_item;
}

/* Object {{{1 */

static void
tl_library_projects_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlLibraryProjects *self = TL_LIBRARY_PROJECTS (object);

  switch (property_id)
    {
    case PROP_IS_LOADED:
      g_value_set_boolean (value, self->is_loaded);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->projects->len);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_library_projects_dispose (GObject *object)
{
  TlLibraryProjects *self = TL_LIBRARY_PROJECTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_library_projects_parent_class)->dispose (object);
}

static void
tl_library_projects_finalize (GObject *object)
{
  TlLibraryProjects *self = TL_LIBRARY_PROJECTS (object);

  g_hash_table_unref (self->by_uri);
  g_ptr_array_unref (self->projects);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (tl_library_projects_parent_class)->finalize (object);
}

static void
tl_library_projects_class_init (TlLibraryProjectsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tl_library_projects_get_property;
  object_class->dispose = tl_library_projects_dispose;
  object_class->finalize = tl_library_projects_finalize;

  properties[PROP_IS_LOADED] = g_param_spec_boolean ("is-loaded", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_UPDATED] =
    g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_library_projects_init (TlLibraryProjects *self)
{
  self->cancellable = g_cancellable_new ();
  self->projects = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_uri = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

TlLibraryProjects *
tl_library_projects_new (TlLibrary *library)
{
  TlLibraryProjects *self;

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_LIBRARY_PROJECTS, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

gboolean
tl_library_projects_get_is_loaded (TlLibraryProjects *self)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECTS (self), FALSE);

  return self->is_loaded;
}

TlLibraryProject *
tl_library_projects_find (TlLibraryProjects *self,
                          const char        *uri)
{
  g_return_val_if_fail (TL_IS_LIBRARY_PROJECTS (self), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  return g_hash_table_lookup (self->by_uri, uri);
}
