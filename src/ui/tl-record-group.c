/* tl-record-group.c: the heading above rows that have something in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-group.h"

struct _TlRecordGroup
{
  GObject   parent_instance;

  char     *title;
  guint     n_rows;
  gboolean  expanded;
};

G_DEFINE_FINAL_TYPE (TlRecordGroup, tl_record_group, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tl_record_group_finalize (GObject *object)
{
  g_free (TL_RECORD_GROUP (object)->title);

  G_OBJECT_CLASS (tl_record_group_parent_class)->finalize (object);
}

static void
tl_record_group_class_init (TlRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_group_finalize;

  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_record_group_init (TlRecordGroup *self)
{
  self->expanded = TRUE;
}

TlRecordGroup *
tl_record_group_new (const char *title)
{
  TlRecordGroup *self = g_object_new (TL_TYPE_RECORD_GROUP, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
tl_record_group_get_title (TlRecordGroup *self)
{
  g_return_val_if_fail (TL_IS_RECORD_GROUP (self), NULL);

  return self->title;
}

guint
tl_record_group_get_n_rows (TlRecordGroup *self)
{
  g_return_val_if_fail (TL_IS_RECORD_GROUP (self), 0);

  return self->n_rows;
}

void
tl_record_group_set_n_rows (TlRecordGroup *self,
                            guint          n_rows)
{
  g_return_if_fail (TL_IS_RECORD_GROUP (self));

  if (self->n_rows == n_rows)
    return;
  self->n_rows = n_rows;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
tl_record_group_get_expanded (TlRecordGroup *self)
{
  g_return_val_if_fail (TL_IS_RECORD_GROUP (self), FALSE);

  return self->expanded;
}

void
tl_record_group_set_expanded (TlRecordGroup *self,
                              gboolean       expanded)
{
  g_return_if_fail (TL_IS_RECORD_GROUP (self));

  if (self->expanded == !!expanded)
    return;
  self->expanded = !!expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}
