/* tl-list-validator.c: checks what a list model says of its changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-project-fixture.h"

struct _TlListValidator
{
  GListModel *model;
  GPtrArray  *mirror;
  guint       n_signals;
  guint       n_count_notified; /* notify::n-items */
  guint       n_count_changed;
};

static gpointer
get_item (TlListValidator *self,
          guint            position)
{
  gpointer item = g_list_model_get_item (self->model, position);

  g_assert_nonnull (item);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (self->model)));
  g_object_unref (item); /* the model keeps it */
  return item;
}

void
tl_list_validator_check (TlListValidator *self)
{
  guint n = g_list_model_get_n_items (self->model);

  g_assert_cmpuint (n, ==, self->mirror->len);
  for (guint i = 0; i < n; i++)
    g_assert_true (get_item (self, i) == g_ptr_array_index (self->mirror, i));
  g_assert_null (g_list_model_get_item (self->model, n));
  g_assert_cmpuint (self->n_count_notified, ==, self->n_count_changed);
}

static void
items_changed_cb (GListModel      *model,
                  guint            position,
                  guint            n_removed,
                  guint            n_added,
                  TlListValidator *self)
{
  guint old_n = self->mirror->len;

  self->n_signals++;
  self->n_count_changed += n_removed != n_added;

  g_assert_cmpuint (n_removed + n_added, >, 0);
  g_assert_cmpuint (position + n_removed, <=, old_n);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, old_n - n_removed + n_added);

  /* A smaller range would not do. */
  if (n_removed > 0 && n_added > 0)
    {
      g_assert_true (get_item (self, position) != g_ptr_array_index (self->mirror, position));
      g_assert_true (get_item (self, position + n_added - 1)
                     != g_ptr_array_index (self->mirror, position + n_removed - 1));
    }

  if (n_removed > 0)
    g_ptr_array_remove_range (self->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->mirror, position + i, g_object_ref (get_item (self, position + i)));

  for (guint i = 0; i < self->mirror->len; i++)
    g_assert_true (get_item (self, i) == g_ptr_array_index (self->mirror, i));
}

static void
n_items_cb (TlListValidator *self)
{
  self->n_count_notified++;
}

TlListValidator *
tl_list_validator_new (GListModel *model)
{
  TlListValidator *self = g_new0 (TlListValidator, 1);

  self->model = g_object_ref (model);
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->mirror, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (model, "notify::n-items", G_CALLBACK (n_items_cb), self);
  return self;
}

guint
tl_list_validator_get_n (TlListValidator *self)
{
  return self->n_signals;
}

void
tl_list_validator_free (TlListValidator *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  g_ptr_array_unref (self->mirror);
  g_free (self);
}
