/* tl-kind-palette.c: the kinds of elements, to be put into a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-kind-palette.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-own-kind.h"
#include "reference/tl-term.h"
#include "ui/tl-help-context.h"
#include "ui/tl-new-kind.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define WIDTH 216 /* "Konzeptioneller Service" */

struct _TlKindPalette
{
  GtkWidget      parent_instance;

  TlProject     *project;
  GSignalGroup  *project_signals;
  gboolean       stale; /* the rows */

  GtkWidget     *box;
  GtkListBox    *list;
  TlNewKind     *new_kind;
  GtkWidget    *new_kind_label;
};

G_DEFINE_FINAL_TYPE (TlKindPalette, tl_kind_palette, GTK_TYPE_WIDGET)

static guint add_kind_signal;

/* Kinds {{{1 */

static gboolean
is_of_lane (const TlElementKind *kind,
            int                  lane)
{
  return kind != NULL && (lane < 0 || (int) kind->lane == lane);
}

static void
add_own_kinds (TlProject *project,
               int        lane,
               GPtrArray *into)
{
  TlRecord *root = TL_RECORD (project);

  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_KINDS); i++)
    {
      TlRecord *own = tl_record_get_child (root, TL_PROJECT_KINDS, i);
      const char *token = tl_record_get_id (own);
      const TlElementKind *kind = tl_project_get_element_kind (project, token);

      /* One that only gives a kind of the edition another name is in the list already. */
      if (is_of_lane (kind, lane) && !g_str_equal (token, kind->id))
        g_ptr_array_add (into, tl_pick_new (token, tl_project_get_element_kind_name (project, token),
                                            tl_element_kind_get_name (kind), kind->icon));
    }
}

GPtrArray *
tl_kind_palette_list_kinds (TlProject *project,
                            int        lane)
{
  GPtrArray *picks = g_ptr_array_new_with_free_func (g_object_unref);
  const TlEdition *edition = tl_project_get_edition (project);
  const TlElementKind *const *kinds;

  if (edition == NULL)
    return picks;
  kinds = tl_metamodel_get_kinds (tl_metamodel_get (edition));
  for (guint i = 0; kinds[i] != NULL; i++)
    if (is_of_lane (kinds[i], lane))
      g_ptr_array_add (picks, tl_pick_new (kinds[i]->id, tl_element_kind_get_name (kinds[i]), NULL, kinds[i]->icon));
  add_own_kinds (project, lane, picks);
  return picks;
}

/* Rows {{{1 */

static TlPick *
get_pick (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pick");
}

static int
get_lane (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "lane"));
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       unused)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
make_draggable (GtkWidget *row,
                TlPick    *pick)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr(GdkContentProvider) content = gdk_content_provider_new_typed (TL_TYPE_PICK, pick);

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

static const char *
get_text (TlKindPalette *self,
          const char    *token)
{
  TlRecord *own = tl_project_lookup (self->project, token);
  const char *text = own != NULL && TL_IS_OWN_KIND (own) ? tl_record_get (own, TL_OWN_KIND_TEXT) : NULL;

  return text != NULL ? text : tl_element_kind_get_text (tl_project_get_element_kind (self->project, token));
}

/* Its elements become what it is like; undo brings it back. */
static void
delete_kind_cb (GtkButton *button,
                gpointer   user_data)
{
  TlKindPalette *self = user_data;
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  TlRecord *own = tl_project_lookup (self->project, tl_pick_get_key (get_pick (GTK_LIST_BOX_ROW (row))));

  if (own != NULL && TL_IS_OWN_KIND (own))
    tl_edit_remove (own);
}

static GtkWidget *
create_delete_button (TlKindPalette *self,
                      const char    *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a kind of elements of the project's own */
  g_autofree char *label = g_strdup_printf (_("Delete the kind %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_kind_cb), self);
  return button;
}

static void
add_row (TlKindPalette *self,
         int            lane,
         TlPick        *pick)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title = NULL;
  g_autofree char *icon_name = NULL;
  GtkWidget *image, *label;
  const char *text = get_text (self, tl_pick_get_key (pick));
  const TlElementKind *kind = tl_project_get_element_kind (self->project, tl_pick_get_key (pick));

  g_object_get (pick, "title", &title, "icon-name", &icon_name, NULL);
  image = gtk_image_new_from_icon_name (icon_name);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  if (tl_project_lookup (self->project, tl_pick_get_key (pick)) != NULL)
    gtk_box_append (GTK_BOX (box), create_delete_button (self, title));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  gtk_widget_set_tooltip_text (row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (kind != NULL)
    tl_help_context_set (row, tl_term_for_element_kind (kind)->id);
  g_object_set_data (G_OBJECT (row), "lane", GINT_TO_POINTER (lane));
  g_object_set_data_full (G_OBJECT (row), "pick", g_object_ref (pick), g_object_unref);
  make_draggable (row, pick);
  gtk_list_box_append (self->list, row);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       unused)
{
  int lane = get_lane (row);
  GtkWidget *label;

  if (before != NULL && get_lane (before) == lane)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (tl_lane_get_name (lane));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "checklist-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
fill (TlKindPalette *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (self->project == NULL)
    return;

  for (int lane = 0; lane < TL_N_LANES; lane++)
    {
      g_autoptr(GPtrArray) picks = tl_kind_palette_list_kinds (self->project, lane);

      for (guint i = 0; i < picks->len; i++)
        add_row (self, lane, picks->pdata[i]);
    }
}

/* Rows are made when they are first seen. */
static void
fill_if_seen (TlKindPalette *self)
{
  self->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  fill (self);
}

static void
project_changed_cb (TlKindPalette *self,
                    GPtrArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      if (TL_IS_OWN_KIND (change->record))
        {
          fill_if_seen (self);
          return;
        }
    }
}

static void
row_activated_cb (TlKindPalette *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, add_kind_signal, 0, tl_pick_get_key (get_pick (row)));
}

/* Widget {{{1 */

static void
tl_kind_palette_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_kind_palette_parent_class)->map (widget);
  if (TL_KIND_PALETTE (widget)->stale)
    fill_if_seen (TL_KIND_PALETTE (widget));
}

static void
tl_kind_palette_dispose (GObject *object)
{
  TlKindPalette *self = TL_KIND_PALETTE (object);

  tl_kind_palette_set_project (self, NULL);
  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_KIND_PALETTE);

  G_OBJECT_CLASS (tl_kind_palette_parent_class)->dispose (object);
}

/* To the kinds, also while the palette has no place on the screen yet. */
static gboolean
tl_kind_palette_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (TL_KIND_PALETTE (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
tl_kind_palette_class_init (TlKindPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_kind_palette_dispose;
  widget_class->map = tl_kind_palette_map;
  widget_class->grab_focus = tl_kind_palette_grab_focus;

  add_kind_signal = g_signal_new ("add-kind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_NEW_KIND);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-kind-palette.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlKindPalette, box);
  gtk_widget_class_bind_template_child (widget_class, TlKindPalette, list);
  gtk_widget_class_bind_template_child (widget_class, TlKindPalette, new_kind);
  gtk_widget_class_bind_template_child (widget_class, TlKindPalette, new_kind_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_kind_palette_init (TlKindPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), tl_style_scale (WIDTH), -1);

  /* A menu button has what it is given in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->new_kind_label), GTK_ALIGN_FILL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
}

void
tl_kind_palette_set_project (TlKindPalette *self,
                             TlProject     *project)
{
  g_return_if_fail (TL_IS_KIND_PALETTE (self));

  if (!g_set_object (&self->project, project))
    return;
  g_signal_group_set_target (self->project_signals, project);
  if (self->list == NULL)
    return;
  tl_new_kind_set_project (self->new_kind, project);
  fill_if_seen (self);
}
