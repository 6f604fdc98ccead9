/* tl-blueprint-editor.c: draws the blueprint of a service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-relation.h"
#include "ui/tl-focus.h"
#include "ui/tl-fold-box.h"
#include "ui/tl-help-context.h"
#include "ui/tl-help-menu.h"
#include "ui/tl-label.h"
#include "ui/tl-menu-side.h"
#include "ui/tl-settings.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (TlBlueprintEditor, tl_blueprint_editor, GTK_TYPE_WIDGET)

static guint message_signal;

/* What is said and asked {{{1 */

static gboolean
drop_picker_cb (gpointer picker)
{
  gtk_widget_unparent (picker);
  return G_SOURCE_REMOVE;
}

/* It goes, but not while it is closing; the keyboard goes back to where it was. */
static void
picker_closed_cb (TlBlueprintEditor *self,
                  TlPicker          *picker)
{
  if (self->picker == picker)
    self->picker = NULL;
  tl_canvas_focus_node (self->canvas, NULL);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_picker_cb, g_object_ref (picker), g_object_unref);
}

TlPicker *
tl_blueprint_editor_add_picker (TlBlueprintEditor *self,
                                GtkWidget         *picker)
{
  if (self->picker != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->picker));
  self->picker = TL_PICKER (picker);
  gtk_widget_set_parent (picker, GTK_WIDGET (self));
  g_signal_connect_object (picker, "closed", G_CALLBACK (picker_closed_cb), self, G_CONNECT_SWAPPED);
  return self->picker;
}

void
tl_blueprint_editor_tell (TlBlueprintEditor *self,
                          const char        *text)
{
  self->telling_status = FALSE;
  tl_canvas_frame_set_status (self->frame, text);
}

void
tl_blueprint_editor_toast (TlBlueprintEditor *self,
                           const char        *text,
                           gboolean           undoable)
{
  tl_blueprint_editor_tell (self, text);
  g_signal_emit (self, message_signal, 0, text, undoable);
}

/* What the canvas asks for {{{1 */

static void
activate_node_cb (TlBlueprintEditor *self,
                  const char        *key)
{
  TlRecord *record = tl_blueprint_editor_lookup (self, key);
  g_autofree char *copy = g_strdup (key);

  if (g_str_has_prefix (key, TL_SLOT_PREFIX))
    tl_blueprint_editor_fill_slot (self, copy + strlen (TL_SLOT_PREFIX));
  else if (record != NULL && TL_IS_ELEMENT (record) && tl_element_get_service (TL_ELEMENT (record)) != self->service)
    tl_session_reveal (self->session, copy);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

/* The toolkit gives the keyboard to whatever comes next. What the menu opened keeps it. */
static void
menu_closed_cb (TlBlueprintEditor *self)
{
  if (self->picker == NULL && self->renaming == NULL && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    tl_canvas_focus_node (self->canvas, NULL);
}

static void
context_menu_cb (TlBlueprintEditor *self,
                 const char        *key,
                 double             x,
                 double             y)
{
  TlRecord *record = tl_blueprint_editor_lookup (self, key);
  GdkRectangle area = { (int) x, (int) y, 1, 1 };
  g_autoptr(GMenuModel) model = NULL;

  if (record == NULL)
    model = g_object_ref (self->canvas_menu);
  else if (TL_IS_RELATION (record))
    model = G_MENU_MODEL (tl_help_menu_new (self->relation_menu, tl_help_context_for_record (record)));
  else
    model = tl_blueprint_editor_create_element_menu (self, record);
  tl_blueprint_editor_translate (self, &area);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (self->menu, &area);
  gtk_popover_popup (self->menu);
}

/* The entry stays over what it names. */
static void
view_changed_cb (TlBlueprintEditor *self)
{
  GdkRectangle area;

  if (self->renaming != NULL && tl_canvas_get_node_area (self->canvas, self->renaming, &area))
    tl_rename_entry_move (self->rename, &area);
}

/* What the canvas says of what is being done; when it has nothing more to say, and
 * nothing else was said meanwhile, what there is. */
static void
status_cb (TlBlueprintEditor *self)
{
  const char *status = tl_canvas_get_status (self->canvas);

  if (status == NULL && self->telling_status && self->service != NULL)
    tl_blueprint_editor_sum_up (self);
  else if (status != NULL)
    tl_blueprint_editor_tell (self, status);
  self->telling_status = status != NULL;
}

static void
connect_canvas (TlBlueprintEditor *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "activate-node", G_CALLBACK (activate_node_cb) },
    { "context-menu", G_CALLBACK (context_menu_cb) },
    { "view-changed", G_CALLBACK (view_changed_cb) },
    { "move-nodes", G_CALLBACK (tl_blueprint_editor_move) },
    { "nudge-nodes", G_CALLBACK (tl_blueprint_editor_nudge) },
    { "resize-node", G_CALLBACK (tl_blueprint_editor_resize) },
    { "connect-nodes", G_CALLBACK (tl_blueprint_editor_connect) },
    { "connect-to-empty", G_CALLBACK (tl_blueprint_editor_connect_to_empty) },
    { "add-at", G_CALLBACK (tl_blueprint_editor_ask_kind_at) },
    { "rename-node", G_CALLBACK (tl_blueprint_editor_rename) },
    { "delete-nodes", G_CALLBACK (tl_blueprint_editor_delete) },
    { "notify::status", G_CALLBACK (status_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->canvas, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
}

/* Widget {{{1 */

static void
tl_blueprint_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_blueprint_editor_parent_class)->map (widget);
  tl_blueprint_editor_refresh (TL_BLUEPRINT_EDITOR (widget));
}

static gboolean
tl_blueprint_editor_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget) && gtk_widget_grab_focus (GTK_WIDGET (TL_BLUEPRINT_EDITOR (widget)->canvas));
}

static void
tl_blueprint_editor_dispose (GObject *object)
{
  TlBlueprintEditor *self = TL_BLUEPRINT_EDITOR (object);

  if (self->canvas != NULL)
    tl_blueprint_editor_set_session (self, NULL);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  self->picker = NULL;
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->canvas = NULL;

  G_OBJECT_CLASS (tl_blueprint_editor_parent_class)->dispose (object);
}

static void
tl_blueprint_editor_finalize (GObject *object)
{
  TlBlueprintEditor *self = TL_BLUEPRINT_EDITOR (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);
  g_object_unref (self->actions);
  g_object_unref (self->layout);
  g_strfreev (self->to_present);
  g_free (self->renaming);
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    g_free (self->last_kinds[lane]);

  G_OBJECT_CLASS (tl_blueprint_editor_parent_class)->finalize (object);
}

/* What is expected on the line is traced at once. */
static void
add_expected_cb (TlBlueprintEditor *self,
                 const char        *kind)
{
  const TlElementKind *element_kind = tl_project_get_element_kind (self->project, kind);

  if (element_kind != NULL && element_kind->line != TL_LINE_NONE)
    tl_blueprint_editor_fill_slot (self, kind);
  else
    tl_blueprint_editor_add_kind (self, kind, NULL, NULL);
}

static void
stage_failed_cb (TlBlueprintEditor *self,
                 const char        *message)
{
  tl_blueprint_editor_toast (self, message, FALSE);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-blueprint-editor.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, box);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, palette_button);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, gaps_button);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, stage_button);
  gtk_widget_class_bind_template_callback (widget_class, add_expected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_failed_cb);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, gaps_revealer);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, gap_panel);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, palette_flap);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, palette);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, frame);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, menu);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, align_menu);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, tools_menu);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, element_menu);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, relation_menu);
  gtk_widget_class_bind_template_child (widget_class, TlBlueprintEditor, canvas_menu);
}

static void
tl_blueprint_editor_class_init (TlBlueprintEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_blueprint_editor_dispose;
  object_class->finalize = tl_blueprint_editor_finalize;
  widget_class->map = tl_blueprint_editor_map;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_blueprint_editor_grab_focus;

  message_signal = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (TL_TYPE_CANVAS_FRAME);
  g_type_ensure (TL_TYPE_FOLD_BOX);
  g_type_ensure (TL_TYPE_GAP_PANEL);
  g_type_ensure (TL_TYPE_KIND_PALETTE);
  g_type_ensure (TL_TYPE_STAGE_BUTTON);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_rename_entry (TlBlueprintEditor *self)
{
  self->rename = g_object_new (TL_TYPE_RENAME_ENTRY, NULL);
  gtk_overlay_add_overlay (tl_canvas_frame_get_overlay (self->frame), GTK_WIDGET (self->rename));
  g_signal_connect_object (self->rename, "renamed", G_CALLBACK (tl_blueprint_editor_renamed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rename, "cancelled", G_CALLBACK (tl_blueprint_editor_rename_cancelled), self,
                           G_CONNECT_SWAPPED);
}

static void
add_kind_cb (TlBlueprintEditor *self,
             const char        *kind)
{
  /* Where there is little room it lies over what it is for. */
  if (adw_flap_get_folded (self->palette_flap))
    adw_flap_set_reveal_flap (self->palette_flap, FALSE);
  tl_blueprint_editor_add_kind (self, kind, NULL, NULL);
}

static void
follow_snapping (TlBlueprintEditor *self)
{
  tl_canvas_set_snapping (self->canvas, tl_settings_get_boolean ("snap-to-grid", TRUE),
                          tl_settings_get_int ("grid-size", 8), tl_settings_get_boolean ("snap-to-neighbours", TRUE));
}

static void
add_snapping (TlBlueprintEditor *self)
{
  static const char *const signals[] = { "changed::snap-to-grid", "changed::grid-size", "changed::snap-to-neighbours" };

  follow_snapping (self);
  for (guint i = 0; i < G_N_ELEMENTS (signals) && tl_settings_get () != NULL; i++)
    g_signal_connect_object (tl_settings_get (), signals[i], G_CALLBACK (follow_snapping), self, G_CONNECT_SWAPPED);
}

static void
tl_blueprint_editor_init (TlBlueprintEditor *self)
{
  tl_blueprint_editor_follow (self);
  tl_style_ensure ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_narrow_button (GTK_WIDGET (self->palette_button));
  g_menu_append_submenu (self->tools_menu, _("A_lign"), self->align_menu);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  tl_menu_side_keep (GTK_WIDGET (self->menu));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  self->canvas = tl_canvas_frame_get_canvas (self->frame);
  tl_canvas_set_editable (self->canvas, TRUE);
  add_snapping (self);
  add_rename_entry (self);
  connect_canvas (self);
  tl_blueprint_editor_follow_canvas (self);
  g_signal_connect_object (self->palette, "add-kind", G_CALLBACK (add_kind_cb), self, G_CONNECT_SWAPPED);
  tl_blueprint_editor_set_connect_check (self);
  tl_blueprint_editor_add_drop_target (self);
  tl_blueprint_editor_add_actions (self);
  tl_blueprint_editor_add_gaps (self);
}

void
tl_blueprint_editor_set_presenting (TlBlueprintEditor *self,
                                    gboolean           presenting)
{
  g_return_if_fail (TL_IS_BLUEPRINT_EDITOR (self));

  /* Whether they are revealed is another thing, and remembered. */
  gtk_widget_set_visible (GTK_WIDGET (self->palette), !presenting);
  gtk_widget_set_visible (adw_flap_get_separator (self->palette_flap), !presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->gaps_revealer), !presenting);
}

TlCanvasFrame *
tl_blueprint_editor_get_frame (TlBlueprintEditor *self)
{
  g_return_val_if_fail (TL_IS_BLUEPRINT_EDITOR (self), NULL);

  return self->frame;
}
