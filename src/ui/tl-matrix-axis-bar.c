/* tl-matrix-axis-bar.c: what stands in the rows or the columns of a matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-matrix-axis-bar.h"

#include "base/tl-language.h"
#include "ui/tl-own-name.h"
#include "ui/tl-text-side.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

struct _TlMatrixAxisBar
{
  GtkWidget      parent_instance;

  TlMatrix      *matrix;
  TlMatrixAxis   axis;
  GPtrArray     *kinds;    /* TlElementKind of the list, the first NULL: all */
  gboolean       updating;

  GtkWidget     *content;
  GtkLabel      *label;
  GtkDropDown   *lane;
  GtkDropDown   *kind;
  GtkEditable   *filter;
};

G_DEFINE_FINAL_TYPE (TlMatrixAxisBar, tl_matrix_axis_bar, GTK_TYPE_WIDGET)

/* Kinds of the edition, by lane. */
static void
list_kinds (TlMatrixAxisBar *self)
{
  const TlEdition *edition = tl_project_get_edition (tl_matrix_get_project (self->matrix));
  const TlElementKind *const *kinds;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->kinds, 0);
  g_ptr_array_add (self->kinds, NULL);
  gtk_string_list_append (names, _("All kinds"));
  kinds = edition != NULL ? tl_metamodel_get_kinds (tl_metamodel_get (edition)) : NULL;
  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    if (kinds[i]->lane == tl_matrix_get_lane (self->matrix, self->axis))
      {
        g_ptr_array_add (self->kinds, (gpointer) kinds[i]);
        gtk_string_list_append (names, tl_element_kind_get_plural (kinds[i]));
      }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

void
tl_matrix_axis_bar_update (TlMatrixAxisBar *self)
{
  guint lane, kind = 0;

  g_return_if_fail (TL_IS_MATRIX_AXIS_BAR (self));

  if (self->matrix == NULL || self->updating)
    return;
  self->updating = TRUE;
  lane = tl_matrix_get_lane (self->matrix, self->axis);
  if (self->kinds->len == 0 || gtk_drop_down_get_selected (self->lane) != lane)
    {
      gtk_drop_down_set_selected (self->lane, lane);
      list_kinds (self);
    }
  g_ptr_array_find (self->kinds, tl_matrix_get_kind (self->matrix, self->axis), &kind);
  gtk_drop_down_set_selected (self->kind, kind);
  self->updating = FALSE;
}

static void
lane_cb (TlMatrixAxisBar *self)
{
  if (self->matrix == NULL || self->updating)
    return;
  self->updating = TRUE;
  tl_matrix_set_lane (self->matrix, self->axis, gtk_drop_down_get_selected (self->lane));
  list_kinds (self);
  self->updating = FALSE;
}

static void
kind_cb (TlMatrixAxisBar *self)
{
  guint position = gtk_drop_down_get_selected (self->kind);

  if (self->matrix != NULL && !self->updating && position < self->kinds->len)
    tl_matrix_set_kind (self->matrix, self->axis, g_ptr_array_index (self->kinds, position));
}

static void
filter_cb (TlMatrixAxisBar *self)
{
  if (self->matrix != NULL)
    tl_matrix_set_filter (self->matrix, self->axis, gtk_editable_get_text (self->filter));
}

static void
stop_filter_cb (TlMatrixAxisBar *self)
{
  gtk_editable_set_text (self->filter, "");
}

/* What is remembered {{{1 */

static const char *const lane_names[TL_N_LANES] = {
  [TL_LANE_CONCEPTUAL] = "conceptual", [TL_LANE_LOGICAL] = "logical", [TL_LANE_REALIZED] = "realized",
};

/* "logical service-release pay me" */
char *
tl_matrix_axis_bar_dup_state (TlMatrixAxisBar *self)
{
  const TlElementKind *kind;

  g_return_val_if_fail (TL_IS_MATRIX_AXIS_BAR (self) && self->matrix != NULL, NULL);

  kind = tl_matrix_get_kind (self->matrix, self->axis);
  return g_strdup_printf ("%s %s %s", lane_names[tl_matrix_get_lane (self->matrix, self->axis)], kind != NULL ? kind->id : "all",
                          gtk_editable_get_text (self->filter));
}

void
tl_matrix_axis_bar_restore (TlMatrixAxisBar *self,
                            const char      *state)
{
  g_auto (GStrv) parts = g_strsplit (state, " ", 3);
  guint n = g_strv_length (parts);

  g_return_if_fail (TL_IS_MATRIX_AXIS_BAR (self) && self->matrix != NULL);

  for (guint lane = 0; n > 0 && lane < TL_N_LANES; lane++)
    if (g_str_equal (lane_names[lane], parts[0]))
      tl_matrix_set_lane (self->matrix, self->axis, lane);
  tl_matrix_axis_bar_update (self);
  for (guint i = 1; n > 1 && i < self->kinds->len; i++)
    if (g_str_equal (((const TlElementKind *) self->kinds->pdata[i])->id, parts[1]))
      tl_matrix_set_kind (self->matrix, self->axis, self->kinds->pdata[i]);
  gtk_editable_set_text (self->filter, n > 2 ? parts[2] : "");
  filter_cb (self);
  tl_matrix_axis_bar_update (self);
}

/* Object {{{1 */

static void
tl_matrix_axis_bar_dispose (GObject *object)
{
  TlMatrixAxisBar *self = TL_MATRIX_AXIS_BAR (object);

  g_clear_object (&self->matrix);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_matrix_axis_bar_parent_class)->dispose (object);
}

static void
tl_matrix_axis_bar_finalize (GObject *object)
{
  g_ptr_array_unref (TL_MATRIX_AXIS_BAR (object)->kinds);

  G_OBJECT_CLASS (tl_matrix_axis_bar_parent_class)->finalize (object);
}

static void
tl_matrix_axis_bar_class_init (TlMatrixAxisBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_matrix_axis_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_matrix_axis_bar_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-matrix-axis-bar.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlMatrixAxisBar, content);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixAxisBar, label);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixAxisBar, lane);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixAxisBar, kind);
  gtk_widget_class_bind_template_child (widget_class, TlMatrixAxisBar, filter);
  gtk_widget_class_bind_template_callback (widget_class, lane_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
}

static void
tl_matrix_axis_bar_init (TlMatrixAxisBar *self)
{
  g_autoptr (GtkStringList) lanes = gtk_string_list_new (NULL);

  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_text_side_keep (self->filter);
  tl_own_name_keep (self->lane);
  tl_own_name_keep (self->kind);
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    gtk_string_list_append (lanes, tl_lane_get_name (lane));
  self->updating = TRUE;
  gtk_drop_down_set_model (self->lane, G_LIST_MODEL (lanes));
  self->updating = FALSE;
}

static void
name_parts (TlMatrixAxisBar *self)
{
  gboolean is_row = self->axis == TL_MATRIX_ROWS;

  gtk_label_set_label (self->label, is_row ? _("Rows") : _("Columns"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_row ? _("Rows") : _("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lane), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_row ? _("Service model in rows") : _("Service model in columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_row ? _("Kind in rows") : _("Kind in columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_row ? _("Filter of rows") : _("Filter of columns"), -1);
}

void
tl_matrix_axis_bar_set_matrix (TlMatrixAxisBar *self,
                               TlMatrix        *matrix,
                               TlMatrixAxis     axis)
{
  g_return_if_fail (TL_IS_MATRIX_AXIS_BAR (self));

  self->axis = axis;
  name_parts (self);
  g_set_object (&self->matrix, matrix);
  g_ptr_array_set_size (self->kinds, 0);
  if (matrix != NULL)
    tl_matrix_set_filter (matrix, axis, gtk_editable_get_text (self->filter));
  tl_matrix_axis_bar_update (self);
}

char *
tl_matrix_axis_bar_dup_choice (TlMatrixAxisBar *self)
{
  const TlElementKind *kind;
  const char *filter;
  g_autofree char *isolated = NULL;

  g_return_val_if_fail (TL_IS_MATRIX_AXIS_BAR (self), NULL);

  if (self->matrix == NULL || !tl_matrix_is_filtered (self->matrix, self->axis))
    return NULL;
  kind = tl_matrix_get_kind (self->matrix, self->axis);
  filter = gtk_editable_get_text (self->filter);
  if (*filter == '\0')
    return kind != NULL ? g_strdup (tl_element_kind_get_plural (kind)) : NULL;
  isolated = tl_language_isolate (filter);
  if (kind == NULL)
    return g_strdup_printf (C_("filter", "“%s”"), isolated);
  /* Translators: what is chosen: %1$s are kinds of elements, %2$s a text that they have to match */
  return g_strdup_printf (C_("filter", "%1$s, “%2$s”"), tl_element_kind_get_plural (kind), isolated);
}
