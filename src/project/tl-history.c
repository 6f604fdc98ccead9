/* tl-history.c: undo and redo of a project, without limit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/tl-history.h"

#include "project/tl-change-private.h"
#include "project/tl-project-private.h"

/* Changes with one merge key become one entry within this time, in microseconds. */
#define MERGE_TIME (2 * G_TIME_SPAN_SECOND)

typedef struct
{
  char      *label;
  char      *merge_key; /* NULL once the entry is closed */
  gint64     time;      /* of the last change */
  guint64    before;    /* states */
  guint64    after;
  GPtrArray *changes;   /* in the direction of redo */
} Entry;

struct _TlHistory
{
  GObject     parent_instance;

  TlProject  *project;   /* which owns this; NULL once it is gone */
  GPtrArray  *undo;      /* of Entry, latest last */
  GPtrArray  *redo;
  guint64     state;
  guint64     last_state; /* highest number given out */
  guint64     saved_state;
  gint64    (*clock) (void);

  /* What was notified last. */
  gboolean    can_undo;
  gboolean    can_redo;
  char       *undo_label;
  char       *redo_label;
  gboolean    modified;
};

G_DEFINE_FINAL_TYPE (TlHistory, tl_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->label);
  g_free (self->merge_key);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static Entry *
get_last (GPtrArray *entries)
{
  return entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;
}

static const char *
get_last_label (GPtrArray *entries)
{
  Entry *entry = get_last (entries);

  return entry != NULL ? entry->label : NULL;
}

static void
update_flag (TlHistory *self,
             gboolean  *flag,
             gboolean   value,
             guint      property)
{
  if (*flag == value)
    return;
  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_label (TlHistory   *self,
              char       **label,
              const char  *value,
              guint        property)
{
  if (g_strcmp0 (*label, value) == 0)
    return;
  g_free (*label);
  *label = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_properties (TlHistory *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  update_flag (self, &self->can_undo, self->undo->len > 0, PROP_CAN_UNDO);
  update_flag (self, &self->can_redo, self->redo->len > 0, PROP_CAN_REDO);
  update_label (self, &self->undo_label, get_last_label (self->undo), PROP_UNDO_LABEL);
  update_label (self, &self->redo_label, get_last_label (self->redo), PROP_REDO_LABEL);
  update_flag (self, &self->modified, self->state != self->saved_state, PROP_MODIFIED);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
close_entry (Entry *entry)
{
  if (entry != NULL)
    g_clear_pointer (&entry->merge_key, g_free);
}

static void
tl_history_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TlHistory *self = TL_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_history_finalize (GObject *object)
{
  TlHistory *self = TL_HISTORY (object);

  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (tl_history_parent_class)->finalize (object);
}

static void
tl_history_class_init (TlHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_history_get_property;
  object_class->finalize = tl_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_history_init (TlHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func (entry_free);
  self->redo = g_ptr_array_new_with_free_func (entry_free);
  self->clock = g_get_monotonic_time;
}

TlHistory *
tl_history_new (TlProject *project)
{
  TlHistory *self = g_object_new (TL_TYPE_HISTORY, NULL);

  self->project = project;
  return self;
}

/* The project goes away, and with it all there was to undo. */
void
tl_history_detach (TlHistory *self)
{
  self->project = NULL;
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  update_properties (self);
}

static void
push_entry (TlHistory  *self,
            const char *label,
            const char *merge_key,
            GPtrArray  *changes)
{
  Entry *entry = g_new0 (Entry, 1);

  close_entry (get_last (self->undo));
  entry->label = g_strdup (label);
  entry->merge_key = g_strdup (merge_key);
  entry->time = self->clock ();
  entry->before = self->state;
  entry->after = ++self->last_state;
  entry->changes = g_ptr_array_ref (changes);
  g_ptr_array_add (self->undo, entry);
  self->state = entry->after;
}

/* What was typed may have been deleted again: then nothing is left to undo. */
static void
merge_into_entry (TlHistory *self,
                  Entry     *entry,
                  GPtrArray *changes)
{
  g_autoptr(GPtrArray) merged = tl_changes_new ();

  /* Listeners may still hold the array of the last time. */
  tl_changes_merge (merged, entry->changes);
  tl_changes_merge (merged, changes);
  g_ptr_array_unref (entry->changes);
  entry->changes = g_steal_pointer (&merged);
  entry->time = self->clock ();
  entry->after = ++self->last_state;
  self->state = entry->after;

  if (entry->changes->len == 0)
    {
      self->state = entry->before;
      g_ptr_array_remove_index (self->undo, self->undo->len - 1);
    }
}

void
tl_history_record (TlHistory  *self,
                   const char *label,
                   const char *merge_key,
                   GPtrArray  *changes)
{
  Entry *last = get_last (self->undo);

  g_ptr_array_set_size (self->redo, 0);
  if (last != NULL && merge_key != NULL && g_strcmp0 (last->merge_key, merge_key) == 0
      && self->clock () - last->time <= MERGE_TIME)
    merge_into_entry (self, last, changes);
  else
    push_entry (self, label, merge_key, changes);

  update_properties (self);
}

static void
replay (TlHistory *self,
        Entry     *entry,
        GPtrArray *to,
        GPtrArray *changes,
        guint64    state)
{
  g_autoptr(TlProject) project = g_object_ref (self->project);

  close_entry (entry);
  tl_project_replay (project, changes);
  g_ptr_array_add (to, entry);
  self->state = state;
  update_properties (self);
  tl_project_emit_changed (project, changes);
}

static gboolean
is_ready (TlHistory *self)
{
  return self->project != NULL
         && tl_project_get_transaction (self->project) == NULL
         && !tl_project_is_replaying (self->project);
}

void
tl_history_undo (TlHistory *self)
{
  g_autoptr(GPtrArray) changes = NULL;
  Entry *entry;

  g_return_if_fail (TL_IS_HISTORY (self));
  if (self->undo->len == 0)
    return;
  g_return_if_fail (is_ready (self));

  entry = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  changes = tl_changes_invert (entry->changes);
  replay (self, entry, self->redo, changes, entry->before);
  close_entry (get_last (self->undo));
}

void
tl_history_redo (TlHistory *self)
{
  g_autoptr(GPtrArray) changes = NULL;
  Entry *entry;

  g_return_if_fail (TL_IS_HISTORY (self));
  if (self->redo->len == 0)
    return;
  g_return_if_fail (is_ready (self));

  entry = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  changes = g_ptr_array_ref (entry->changes);
  replay (self, entry, self->undo, changes, entry->after);
}

gboolean
tl_history_get_can_undo (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), FALSE);

  return self->can_undo;
}

gboolean
tl_history_get_can_redo (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), FALSE);

  return self->can_redo;
}

const char *
tl_history_get_undo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);

  return self->undo_label;
}

const char *
tl_history_get_redo_label (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), NULL);

  return self->redo_label;
}

gboolean
tl_history_get_modified (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), FALSE);

  return self->modified;
}

guint64
tl_history_get_state (TlHistory *self)
{
  g_return_val_if_fail (TL_IS_HISTORY (self), 0);

  return self->state;
}

/* Typing on must not swallow the state that is in the file. */
void
tl_history_mark_saved (TlHistory *self,
                       guint64    state)
{
  g_return_if_fail (TL_IS_HISTORY (self));

  self->saved_state = state;
  close_entry (get_last (self->undo));
  update_properties (self);
}

void
tl_history_close_entry (TlHistory *self)
{
  g_return_if_fail (TL_IS_HISTORY (self));

  close_entry (get_last (self->undo));
}

void
tl_history_set_clock (TlHistory  *self,
                      gint64    (*clock) (void))
{
  g_return_if_fail (TL_IS_HISTORY (self));

  self->clock = clock != NULL ? clock : g_get_monotonic_time;
}
