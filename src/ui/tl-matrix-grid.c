/* tl-matrix-grid.c: a matrix on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-grid-private.h"

#include "ui/tl-focus.h"

#include <glib/gi18n.h>

#define MIN_CELLS         3
#define MAX_NATURAL_CELLS 40

G_DEFINE_FINAL_TYPE_WITH_CODE (TlMatrixGrid, tl_matrix_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

guint
tl_matrix_grid_get_n (TlMatrixGrid *self,
                      TlMatrixAxis  axis)
{
  return self->matrix != NULL ? tl_matrix_get_n (self->matrix, axis) : 0;
}

gboolean
tl_matrix_grid_is_empty (TlMatrixGrid *self)
{
  return tl_matrix_grid_get_n (self, TL_MATRIX_ROWS) == 0 || tl_matrix_grid_get_n (self, TL_MATRIX_COLUMNS) == 0;
}

/* Scrolling {{{1 */

static int
get_extent (TlMatrixGrid   *self,
            GtkOrientation  orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                   : gtk_widget_get_height (GTK_WIDGET (self));
}

static void
configure_adjustments (TlMatrixGrid *self)
{
  for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
    {
      GtkOrientation orientation = tl_matrix_grid_get_orientation (axis);
      GtkAdjustment *adjustment = self->adjustments[orientation];
      double upper = (double) tl_matrix_grid_get_n (self, axis) * self->cell + 1;
      double page = MAX (get_extent (self, orientation) - self->header[orientation], 0);
      double value = tl_matrix_grid_get_offset (self, axis);

      if (axis == TL_MATRIX_COLUMNS && tl_matrix_grid_is_mirrored (self))
        value = MAX (upper, page) - page - value;
      gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (upper - page, 0)),
                                0, MAX (upper, page), self->cell, MAX (page - self->cell, self->cell), page);
    }
}

static void
scrolled_cb (TlMatrixGrid *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (TlMatrixGrid   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;
  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
      g_object_unref (*place);
    }
  *place = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*place, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scroll_to_current (TlMatrixGrid *self)
{
  for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
    {
      GtkAdjustment *adjustment = self->adjustments[tl_matrix_grid_get_orientation (axis)];
      double start = (double) self->current[axis] * self->cell;

      if (axis == TL_MATRIX_COLUMNS && tl_matrix_grid_is_mirrored (self))
        start = gtk_adjustment_get_upper (adjustment) - start - self->cell;
      gtk_adjustment_clamp_page (adjustment, start, start + self->cell);
    }
}

/* The current cell {{{1 */

static void
remember_elements (TlMatrixGrid *self)
{
  for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
    {
      TlRecord *element = NULL;

      if (self->matrix != NULL)
        element = tl_matrix_get_element (self->matrix, axis, self->current[axis]);
      g_set_object (&self->current_elements[axis], element);
    }
}

static void
show_spot (TlMatrixGrid *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spots[self->spot]), !tl_matrix_grid_is_empty (self));
  if (!tl_matrix_grid_is_empty (self))
    tl_matrix_spot_show (self->spots[self->spot], self->matrix, self->current[0], self->current[1]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

void
tl_matrix_grid_set_current (TlMatrixGrid *self,
                            guint         row,
                            guint         column)
{
  GtkWidget *before;

  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  if (tl_matrix_grid_is_empty (self))
    return;
  row = MIN (row, tl_matrix_grid_get_n (self, TL_MATRIX_ROWS) - 1);
  column = MIN (column, tl_matrix_grid_get_n (self, TL_MATRIX_COLUMNS) - 1);
  if (self->current[0] == row && self->current[1] == column)
    {
      scroll_to_current (self);
      return;
    }

  before = GTK_WIDGET (self->spots[self->spot]);
  self->current[0] = row;
  self->current[1] = column;
  self->spot = !self->spot;
  remember_elements (self);
  scroll_to_current (self);
  show_spot (self);
  if (gtk_widget_is_focus (before))
    gtk_widget_grab_focus (GTK_WIDGET (self->spots[self->spot]));
  gtk_widget_set_visible (before, FALSE);
}

gboolean
tl_matrix_grid_get_current (TlMatrixGrid *self,
                            guint        *row,
                            guint        *column)
{
  g_return_val_if_fail (TL_IS_MATRIX_GRID (self), FALSE);

  *row = self->current[0];
  *column = self->current[1];
  return !tl_matrix_grid_is_empty (self);
}

/* Names may be others, too. */
static void
changed_cb (TlMatrixGrid *self,
            gboolean      elements)
{
  g_hash_table_remove_all (self->layouts);
  if (elements)
    {
      for (guint axis = 0; axis < TL_N_MATRIX_AXES; axis++)
        {
          int position = self->matrix != NULL && self->current_elements[axis] != NULL
                         ? tl_matrix_find (self->matrix, axis, self->current_elements[axis])
                         : -1;
          guint n = tl_matrix_grid_get_n (self, axis);

          self->current[axis] = position >= 0 ? (guint) position : MIN (self->current[axis], n > 0 ? n - 1 : 0);
          self->hovered[axis] = -1;
        }
      remember_elements (self);
      configure_adjustments (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  show_spot (self);
}

void
tl_matrix_grid_toggle (TlMatrixGrid *self)
{
  g_autoptr (GError) error = NULL;

  if (tl_matrix_grid_is_empty (self) || tl_matrix_toggle (self->matrix, self->current[0], self->current[1], &error))
    return;
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error->message);
}

/* Widget {{{1 */

static void
tl_matrix_grid_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  TlMatrixAxis axis = orientation == GTK_ORIENTATION_VERTICAL ? TL_MATRIX_ROWS : TL_MATRIX_COLUMNS;
  guint n = tl_matrix_grid_get_n (self, axis);

  *minimum = self->header[orientation] + MIN_CELLS * self->cell;
  *natural = MAX (*minimum, self->header[orientation] + (int) MIN (n, MAX_NATURAL_CELLS) * self->cell + 1);
  *minimum_baseline = *natural_baseline = -1;
}

static void
tl_matrix_grid_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  GdkRectangle area;

  configure_adjustments (self);
  tl_matrix_grid_get_area (self, self->current[0], self->current[1], &area);
  for (guint i = 0; i < G_N_ELEMENTS (self->spots); i++)
    if (gtk_widget_should_layout (GTK_WIDGET (self->spots[i])))
      gtk_widget_size_allocate (GTK_WIDGET (self->spots[i]), &area, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tl_matrix_grid_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);
  cairo_t *cr;

  if (tl_matrix_grid_is_empty (self))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                 gtk_widget_get_height (widget)));
  tl_matrix_grid_draw (self, cr);
  cairo_destroy (cr);
}

static void
tl_matrix_grid_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  GTK_WIDGET_CLASS (tl_matrix_grid_parent_class)->css_changed (widget, change);
  tl_matrix_grid_measure_text (self);
  gtk_widget_queue_resize (widget);
}

static gboolean
tl_matrix_grid_grab_focus (GtkWidget *widget)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  return !tl_matrix_grid_is_empty (self) && !tl_focus_is_within (widget)
         && gtk_widget_grab_focus (GTK_WIDGET (self->spots[self->spot]));
}

/* Tab stops once. */
static gboolean
tl_matrix_grid_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (widget);

  return !tl_focus_is_within (widget) && !tl_matrix_grid_is_empty (self)
         && gtk_widget_grab_focus (GTK_WIDGET (self->spots[self->spot]));
}

static void
tl_matrix_grid_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_matrix_grid_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_matrix (TlMatrixGrid *self)
{
  if (self->matrix != NULL)
    g_clear_signal_handler (&self->changed_handler, self->matrix);
  g_clear_object (&self->matrix);
}

static void
tl_matrix_grid_dispose (GObject *object)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  drop_matrix (self);
  remember_elements (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->spots); i++)
    if (self->spots[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->spots[i])));
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_func (self->adjustments[i], scrolled_cb, self);

  G_OBJECT_CLASS (tl_matrix_grid_parent_class)->dispose (object);
}

static void
tl_matrix_grid_finalize (GObject *object)
{
  TlMatrixGrid *self = TL_MATRIX_GRID (object);

  g_hash_table_unref (self->layouts);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);

  G_OBJECT_CLASS (tl_matrix_grid_parent_class)->finalize (object);
}

static void
tl_matrix_grid_class_init (TlMatrixGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = tl_matrix_grid_get_property;
  object_class->set_property = tl_matrix_grid_set_property;
  object_class->dispose = tl_matrix_grid_dispose;
  object_class->finalize = tl_matrix_grid_finalize;
  widget_class->measure = tl_matrix_grid_measure;
  widget_class->size_allocate = tl_matrix_grid_size_allocate;
  widget_class->snapshot = tl_matrix_grid_snapshot;
  widget_class->css_changed = tl_matrix_grid_css_changed;
  widget_class->grab_focus = tl_matrix_grid_grab_focus;
  widget_class->focus = tl_matrix_grid_focus;
  widget_class->query_tooltip = tl_matrix_grid_query_tooltip;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_RECORD);
  g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_RECORD);
  signals[SIGNAL_REFUSED] =
    g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "matrix.toggle", NULL, tl_matrix_grid_act);
  gtk_widget_class_install_action (widget_class, "matrix.reveal-row", NULL, tl_matrix_grid_act);
  gtk_widget_class_install_action (widget_class, "matrix.reveal-column", NULL, tl_matrix_grid_act);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tl_matrix_grid_init (TlMatrixGrid *self)
{
  self->layouts = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->hovered[0] = self->hovered[1] = -1;
  for (guint i = 0; i < G_N_ELEMENTS (self->spots); i++)
    {
      self->spots[i] = TL_MATRIX_SPOT (tl_matrix_spot_new ());
      gtk_widget_set_visible (GTK_WIDGET (self->spots[i]), FALSE);
      gtk_widget_set_parent (GTK_WIDGET (self->spots[i]), GTK_WIDGET (self));
    }
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  tl_matrix_grid_measure_text (self);
  tl_matrix_grid_add_controllers (self);

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Traceability matrix"), -1);
}

void
tl_matrix_grid_set_matrix (TlMatrixGrid *self,
                           TlMatrix     *matrix)
{
  g_return_if_fail (TL_IS_MATRIX_GRID (self));

  if (self->matrix == matrix)
    return;
  drop_matrix (self);
  if (matrix != NULL)
    {
      self->matrix = g_object_ref (matrix);
      self->changed_handler = g_signal_connect_swapped (matrix, "changed", G_CALLBACK (changed_cb), self);
    }
  changed_cb (self, TRUE);
}
