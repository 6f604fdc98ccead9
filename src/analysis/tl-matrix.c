/* tl-matrix.c: which element of one service model is traced to which of another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/tl-matrix-private.h"

#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TlMatrix, tl_matrix, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which elements */

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, word) != NULL;
}

static gboolean
matches (TlMatrixSide *side,
         TlRecord     *element)
{
  if (side->kind != NULL && tl_element_get_kind (TL_ELEMENT (element)) != side->kind)
    return FALSE;

  for (guint i = 0; side->words != NULL && side->words[i] != NULL; i++)
    if (!has_word (tl_record_get_name (element), side->words[i])
        && !has_word (tl_element_get_kind_name (TL_ELEMENT (element)), side->words[i]))
      return FALSE;
  return TRUE;
}

static void
add_lane (TlMatrixSide *side,
          TlRecord     *service,
          GPtrArray    *elements)
{
  guint n = tl_record_get_n_items (service, side->lane);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *element = tl_record_get_child (service, side->lane, i);

      if (matches (side, element))
        g_ptr_array_add (elements, g_object_ref (element));
    }
}

static void
add_guests (TlMatrixSide *side,
            TlRecord     *service,
            GPtrArray    *elements)
{
  g_autoptr(GPtrArray) guests = tl_blueprint_list_guests (service);

  for (guint i = 0; i < guests->len; i++)
    {
      TlRecord *guest = g_ptr_array_index (guests, i);

      if (tl_element_get_lane (TL_ELEMENT (guest)) == side->lane && matches (side, guest))
        g_ptr_array_add (elements, g_object_ref (guest));
    }
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

/* Returns whether there are others than before. */
static gboolean
list_elements (TlMatrix     *self,
               TlMatrixAxis  axis)
{
  TlMatrixSide *side = &self->sides[axis];
  g_autoptr(GPtrArray) elements = g_ptr_array_new_with_free_func (g_object_unref);
  TlRecord *project = TL_RECORD (self->project);

  if (self->service != NULL && tl_record_get_project (self->service) == self->project)
    {
      add_lane (side, self->service, elements);
      add_guests (side, self->service, elements);
    }
  else if (self->service == NULL)
    {
      for (guint i = 0; i < tl_record_get_n_items (project, TL_PROJECT_SERVICES); i++)
        add_lane (side, tl_record_get_child (project, TL_PROJECT_SERVICES, i), elements);
    }

  if (is_same (elements, side->elements))
    return FALSE;
  g_ptr_array_unref (side->elements);
  side->elements = g_steal_pointer (&elements);
  return TRUE;
}

static void
renew (TlMatrix *self)
{
  gboolean rows = list_elements (self, TL_MATRIX_ROWS);
  gboolean columns = list_elements (self, TL_MATRIX_COLUMNS);

  tl_matrix_forget_cells (self);
  g_signal_emit (self, signals[CHANGED], 0, rows || columns);
}

/* Following */

static gboolean
may_matter (const TlChange *change)
{
  if (change->kind != TL_CHANGE_SET)
    return !TL_IS_RELATION (change->record);
  return TL_IS_ELEMENT (change->record) ? change->field == TL_ELEMENT_NAME || change->field == TL_ELEMENT_KIND
                                        : TL_IS_OWN_KIND (change->record) || TL_IS_PROJECT (change->record);
}

/* Guests come and go with relations and uses; of all services there are none. */
static gboolean
may_list_others (TlMatrix  *self,
                 GPtrArray *changes)
{
  if (self->service != NULL)
    return TRUE;

  for (guint i = 0; i < changes->len; i++)
    if (may_matter (g_ptr_array_index (changes, i)))
      return TRUE;
  return FALSE;
}

static void
project_changed_cb (TlProject *project,
                    GPtrArray *changes,
                    TlMatrix  *self)
{
  if (may_list_others (self, changes))
    {
      renew (self);
      return;
    }
  tl_matrix_forget_cells (self);
  g_signal_emit (self, signals[CHANGED], 0, FALSE);
}

static void
tl_matrix_finalize (GObject *object)
{
  TlMatrix *self = TL_MATRIX (object);

  for (guint i = 0; i < TL_N_MATRIX_AXES; i++)
    {
      g_strfreev (self->sides[i].words);
      g_ptr_array_unref (self->sides[i].elements);
    }
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->allowed);
  g_clear_object (&self->service);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (tl_matrix_parent_class)->finalize (object);
}

static void
tl_matrix_class_init (TlMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_matrix_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", TL_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
tl_matrix_init (TlMatrix *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->allowed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < TL_N_MATRIX_AXES; i++)
    self->sides[i].elements = g_ptr_array_new_with_free_func (g_object_unref);
  self->sides[TL_MATRIX_ROWS].lane = TL_LANE_CONCEPTUAL;
  self->sides[TL_MATRIX_COLUMNS].lane = TL_LANE_LOGICAL;
}

TlMatrix *
tl_matrix_new (TlProject *project,
               TlRecord  *service)
{
  TlMatrix *self;

  g_return_val_if_fail (TL_IS_PROJECT (project), NULL);
  g_return_val_if_fail (service == NULL || TL_IS_SERVICE (service), NULL);

  self = g_object_new (TL_TYPE_MATRIX, NULL);
  self->project = g_object_ref (project);
  self->traceability = tl_traceability_get (project);
  g_set_object (&self->service, service);
  list_elements (self, TL_MATRIX_ROWS);
  list_elements (self, TL_MATRIX_COLUMNS);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, 0);
  return self;
}

TlProject *
tl_matrix_get_project (TlMatrix *self)
{
  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  return self->project;
}

/* What is asked for */

TlRecord *
tl_matrix_get_service (TlMatrix *self)
{
  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  return self->service;
}

void
tl_matrix_set_service (TlMatrix *self,
                       TlRecord *service)
{
  g_return_if_fail (TL_IS_MATRIX (self));
  g_return_if_fail (service == NULL || TL_IS_SERVICE (service));

  if (g_set_object (&self->service, service))
    renew (self);
}

TlLane
tl_matrix_get_lane (TlMatrix     *self,
                    TlMatrixAxis  axis)
{
  g_return_val_if_fail (TL_IS_MATRIX (self), TL_LANE_CONCEPTUAL);

  return self->sides[axis].lane;
}

void
tl_matrix_set_lane (TlMatrix     *self,
                    TlMatrixAxis  axis,
                    TlLane        lane)
{
  TlMatrixSide *side, *other;

  g_return_if_fail (TL_IS_MATRIX (self));

  side = &self->sides[axis];
  other = &self->sides[!axis];
  if (side->lane == lane)
    return;

  if (other->lane == lane)
    {
      other->lane = side->lane;
      other->kind = NULL;
    }
  side->lane = lane;
  side->kind = NULL;
  renew (self);
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);
  g_auto(GStrv) all = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

void
tl_matrix_set_filter (TlMatrix     *self,
                      TlMatrixAxis  axis,
                      const char   *text)
{
  g_return_if_fail (TL_IS_MATRIX (self));

  g_strfreev (self->sides[axis].words);
  self->sides[axis].words = split_words (text);
  renew (self);
}

const TlElementKind *
tl_matrix_get_kind (TlMatrix     *self,
                    TlMatrixAxis  axis)
{
  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  return self->sides[axis].kind;
}

void
tl_matrix_set_kind (TlMatrix            *self,
                    TlMatrixAxis         axis,
                    const TlElementKind *kind)
{
  g_return_if_fail (TL_IS_MATRIX (self));

  if (self->sides[axis].kind == kind)
    return;
  self->sides[axis].kind = kind;
  renew (self);
}

gboolean
tl_matrix_is_filtered (TlMatrix     *self,
                       TlMatrixAxis  axis)
{
  TlMatrixSide *side;

  g_return_val_if_fail (TL_IS_MATRIX (self), FALSE);

  side = &self->sides[axis];
  return side->kind != NULL || (side->words != NULL && side->words[0] != NULL);
}

/* Elements */

guint
tl_matrix_get_n (TlMatrix     *self,
                 TlMatrixAxis  axis)
{
  g_return_val_if_fail (TL_IS_MATRIX (self), 0);

  return self->sides[axis].elements->len;
}

TlRecord *
tl_matrix_get_element (TlMatrix     *self,
                       TlMatrixAxis  axis,
                       guint         position)
{
  GPtrArray *elements;

  g_return_val_if_fail (TL_IS_MATRIX (self), NULL);

  elements = self->sides[axis].elements;
  return position < elements->len ? g_ptr_array_index (elements, position) : NULL;
}

int
tl_matrix_find (TlMatrix     *self,
                TlMatrixAxis  axis,
                TlRecord     *element)
{
  guint position;

  g_return_val_if_fail (TL_IS_MATRIX (self), -1);

  return g_ptr_array_find (self->sides[axis].elements, element, &position) ? (int) position : -1;
}
