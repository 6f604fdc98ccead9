/* tl-found-model.c: what several sources find, as one list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-found-model.h"

#include "library/tl-query.h"

struct _TlFoundModel
{
  GObject       parent_instance;

  GPtrArray    *inquiries;
  GPtrArray    *found;       /* of TlFound, as listed */
  GCancellable *cancellable; /* of the search under way */
  char         *text;        /* of that search, or NULL if it asks for nothing */
  guint         n_pending;
  gboolean      by_project;
};

/* A source, and what it has found. */
typedef struct
{
  TlFoundSource *source;
  guint          limit;
  GPtrArray     *found;
} Inquiry;

static void tl_found_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlFoundModel, tl_found_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, tl_found_model_list_init))

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
inquiry_free (gpointer data)
{
  Inquiry *self = data;

  g_object_unref (self->source);
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* The list {{{1 */

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  guint first = tl_found_get_facts (*(TlFound **) a)->rank;
  guint second = tl_found_get_facts (*(TlFound **) b)->rank;

  return first == second ? 0 : first > second ? -1 : 1;
}

/* What is shown under one heading. */
typedef struct
{
  const char *heading;
  GPtrArray  *found;
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_ptr_array_unref (self->found);
  g_free (self);
}

static gboolean
belongs_to (TlFoundModel *self,
            Group        *group,
            TlFound      *found)
{
  const TlFoundFacts *first = tl_found_get_facts (group->found->pdata[0]);
  const TlFoundFacts *facts = tl_found_get_facts (found);

  if (first->group != facts->group)
    return FALSE;
  return !self->by_project || first->file == NULL || facts->file == NULL || g_file_equal (first->file, facts->file);
}

static void
add_once (GPtrArray *group,
          TlFound   *found)
{
  for (guint i = 0; i < group->len; i++)
    if (tl_found_is_same (group->pdata[i], found))
      return;
  g_ptr_array_add (group, g_object_ref (found));
}

static void
sort_in (TlFoundModel *self,
         GPtrArray    *groups,
         TlFound      *found)
{
  const TlFoundFacts *facts = tl_found_get_facts (found);
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    if (belongs_to (self, groups->pdata[i], found))
      {
        add_once (((Group *) groups->pdata[i])->found, found);
        return;
      }
  group = g_new0 (Group, 1);
  group->found = g_ptr_array_new_with_free_func (g_object_unref);
  group->heading = self->by_project && facts->project != NULL && facts->file != NULL
                     ? facts->project : tl_found_group_get_label (facts->group);
  g_ptr_array_add (group->found, g_object_ref (found));
  g_ptr_array_add (groups, group);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = *(Group **) a, *second = *(Group **) b;
  int by_rank = compare_found (&first->found->pdata[0], &second->found->pdata[0]);

  if (by_rank != 0)
    return by_rank;
  return (int) tl_found_get_facts (first->found->pdata[0])->group -
         (int) tl_found_get_facts (second->found->pdata[0])->group;
}

/* The sorts are stable: those that fit equally well stay in the order of their source. */
static GPtrArray *
create_groups (TlFoundModel *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < self->inquiries->len; i++)
    {
      const Inquiry *inquiry = self->inquiries->pdata[i];

      for (guint j = 0; j < inquiry->found->len; j++)
        sort_in (self, groups, inquiry->found->pdata[j]);
    }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (((Group *) groups->pdata[i])->found, compare_found);
  g_ptr_array_sort (groups, compare_groups);
  return groups;
}

static void
merge (TlFoundModel *self)
{
  g_autoptr (GPtrArray) groups = create_groups (self);
  guint n_before = self->found->len;

  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = groups->pdata[i];

      for (guint j = 0; j < group->found->len; j++)
        {
          tl_found_set_heading (group->found->pdata[j], j == 0 ? group->heading : NULL);
          g_ptr_array_add (self->found, g_object_ref (group->found->pdata[j]));
        }
    }
  if (n_before > 0 || self->found->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->found->len);
}

static GType
tl_found_model_get_item_type (GListModel *model)
{
  return TL_TYPE_FOUND;
}

static guint
tl_found_model_get_n_items (GListModel *model)
{
  return TL_FOUND_MODEL (model)->found->len;
}

static gpointer
tl_found_model_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *found = TL_FOUND_MODEL (model)->found;

  return position < found->len ? g_object_ref (found->pdata[position]) : NULL;
}

static void
tl_found_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_found_model_get_item_type;
  iface->get_n_items = tl_found_model_get_n_items;
  iface->get_item = tl_found_model_get_item;
}

/* Searching {{{1 */

typedef struct
{
  TlFoundModel *model;
  Inquiry      *inquiry;     /* lives as long as the model */
  GCancellable *cancellable; /* of the search it belongs to */
} Answer;

static void
set_pending (TlFoundModel *self,
             guint         n)
{
  gboolean was_busy = self->n_pending > 0;

  self->n_pending = n;
  if (was_busy != (n > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;
  TlFoundModel *self = answer->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tl_found_source_search_finish (TL_FOUND_SOURCE (source), result, &error);

  /* Not if another text has been looked for since. */
  if (self->cancellable == answer->cancellable)
    {
      g_ptr_array_set_size (answer->inquiry->found, 0);
      for (guint i = 0; found != NULL && i < found->len; i++)
        g_ptr_array_add (answer->inquiry->found, g_object_ref (found->pdata[i]));
      merge (self);
      set_pending (self, self->n_pending - 1);
    }
  g_object_unref (answer->cancellable);
  g_object_unref (answer->model);
  g_free (answer);
}

void
tl_found_model_clear (TlFoundModel *self)
{
  g_return_if_fail (TL_IS_FOUND_MODEL (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, g_free);
  for (guint i = 0; i < self->inquiries->len; i++)
    g_ptr_array_set_size (((Inquiry *) self->inquiries->pdata[i])->found, 0);
  merge (self);
  set_pending (self, 0);
}

static void
ask (TlFoundModel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_pending (self, self->inquiries->len);
  for (guint i = 0; i < self->inquiries->len; i++)
    {
      Inquiry *inquiry = self->inquiries->pdata[i];
      Answer *answer = g_new0 (Answer, 1);

      answer->model = g_object_ref (self);
      answer->inquiry = inquiry;
      answer->cancellable = g_object_ref (self->cancellable);
      tl_found_source_search_async (inquiry->source, self->text, inquiry->limit, self->cancellable, found_cb, answer);
    }
}

void
tl_found_model_search (TlFoundModel *self,
                       const char   *text)
{
  g_autoptr (TlQuery) query = NULL;

  g_return_if_fail (TL_IS_FOUND_MODEL (self));
  g_return_if_fail (text != NULL);

  query = tl_query_parse (text, -1);
  if (tl_query_is_empty (query))
    {
      tl_found_model_clear (self);
      return;
    }
  g_free (self->text);
  self->text = g_strdup (text);
  ask (self);
}

static void
source_changed_cb (TlFoundModel *self)
{
  if (self->text != NULL && self->found->len == 0)
    ask (self);
}

/* Model {{{1 */

static void
tl_found_model_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, tl_found_model_get_busy (TL_FOUND_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_found_model_dispose (GObject *object)
{
  TlFoundModel *self = TL_FOUND_MODEL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tl_found_model_parent_class)->dispose (object);
}

static void
tl_found_model_finalize (GObject *object)
{
  TlFoundModel *self = TL_FOUND_MODEL (object);

  g_ptr_array_unref (self->inquiries);
  g_ptr_array_unref (self->found);
  g_free (self->text);

  G_OBJECT_CLASS (tl_found_model_parent_class)->finalize (object);
}

static void
tl_found_model_class_init (TlFoundModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_found_model_get_property;
  object_class->dispose = tl_found_model_dispose;
  object_class->finalize = tl_found_model_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_found_model_init (TlFoundModel *self)
{
  self->inquiries = g_ptr_array_new_with_free_func (inquiry_free);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
}

TlFoundModel *
tl_found_model_new (void)
{
  return g_object_new (TL_TYPE_FOUND_MODEL, NULL);
}

void
tl_found_model_add_source (TlFoundModel  *self,
                           TlFoundSource *source,
                           guint          limit)
{
  Inquiry *inquiry;

  g_return_if_fail (TL_IS_FOUND_MODEL (self));
  g_return_if_fail (TL_IS_FOUND_SOURCE (source));

  inquiry = g_new0 (Inquiry, 1);
  inquiry->source = g_object_ref (source);
  inquiry->limit = limit;
  inquiry->found = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->inquiries, inquiry);
  g_signal_connect_object (source, "changed", G_CALLBACK (source_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
tl_found_model_get_busy (TlFoundModel *self)
{
  g_return_val_if_fail (TL_IS_FOUND_MODEL (self), FALSE);

  return self->n_pending > 0;
}

gboolean
tl_found_model_get_asked (TlFoundModel *self)
{
  g_return_val_if_fail (TL_IS_FOUND_MODEL (self), FALSE);

  return self->text != NULL;
}

void
tl_found_model_set_by_project (TlFoundModel *self,
                               gboolean      by_project)
{
  g_return_if_fail (TL_IS_FOUND_MODEL (self));

  self->by_project = by_project;
}
