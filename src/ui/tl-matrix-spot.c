/* tl-matrix-spot.c: the cell of a matrix that has the keyboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-spot.h"

#include "project/tl-edit.h"

#include <glib/gi18n.h>

struct _TlMatrixSpot
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlMatrixSpot, tl_matrix_spot, GTK_TYPE_WIDGET)

static void
tl_matrix_spot_class_init (TlMatrixSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "spot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
tl_matrix_spot_init (TlMatrixSpot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tl_matrix_spot_new (void)
{
  return g_object_new (TL_TYPE_MATRIX_SPOT, NULL);
}

static const char *
get_state_name (TlMatrixState state,
                gboolean      is_allowed)
{
  switch (state)
    {
    case TL_MATRIX_TRACED:
      return C_("cell of a matrix", "traced");
    case TL_MATRIX_RELATED:
      return C_("cell of a matrix", "related");
    case TL_MATRIX_INDIRECT:
      return C_("cell of a matrix", "traced over others");
    case TL_MATRIX_NONE:
    default:
      return is_allowed ? C_("cell of a matrix", "not traced") : C_("cell of a matrix", "cannot be traced");
    }
}

void
tl_matrix_spot_show (TlMatrixSpot *self,
                     TlMatrix     *matrix,
                     guint         row,
                     guint         column)
{
  TlRecord *of = tl_matrix_get_element (matrix, TL_MATRIX_ROWS, row);
  TlRecord *to = tl_matrix_get_element (matrix, TL_MATRIX_COLUMNS, column);
  TlMatrixState state = tl_matrix_get_state (matrix, row, column);
  GtkAccessibleTristate checked = state == TL_MATRIX_TRACED ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                  : state == TL_MATRIX_NONE ? GTK_ACCESSIBLE_TRISTATE_FALSE
                                                            : GTK_ACCESSIBLE_TRISTATE_MIXED;
  gboolean is_allowed = tl_matrix_is_allowed (matrix, row, column);
  g_autofree char *of_title = NULL;
  g_autofree char *to_title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (TL_IS_MATRIX_SPOT (self));
  g_return_if_fail (of != NULL && to != NULL);

  of_title = tl_edit_create_title (of);
  to_title = tl_edit_create_title (to);
  /* Translators: of a cell of a matrix: row, column, and state */
  label = g_strdup_printf (_("%1$s, %2$s: %3$s"), of_title, to_title, get_state_name (state, is_allowed));
  if (!tl_matrix_can_toggle (matrix, row, column, &description))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_DISABLED, TRUE, -1);
  else
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_DISABLED, FALSE, -1);
      description = tl_matrix_describe (matrix, row, column);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, checked, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}
