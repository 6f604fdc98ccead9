/* tl-diagram-page.c: the interactive diagram of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-diagram-page.h"

#include "ui/tl-diagram-room.h"
#include "ui/tl-diagram-status.h"
#include "ui/tl-focus.h"
#include "ui/tl-help-menu.h"
#include "ui/tl-legend.h"
#include "ui/tl-menu-side.h"
#include "ui/tl-own-name.h"
#include "ui/tl-style.h"
#include "ui/tl-view-switcher.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

struct _TlDiagramPage
{
  GtkWidget       parent_instance;

  TlSession      *session;
  GSignalGroup   *project_signals;
  TlView          shown;    /* what the canvas shows; edition NULL for nothing */
  guint           idle;
  gboolean        stale;    /* the scene; nobody looks at it */
  gboolean        updating;
  TlDiagramRoom  *room;
  char           *frame_key; /* to be framed when there is a scene */

  TlCanvasFrame  *frame;
  TlCanvas       *canvas;
  TlViewSwitcher *switcher;
  GtkDropDown    *overlay;
  TlLegend       *legend;
  TlLegend       *brief_legend; /* where there is no room for that */
  GMenuModel     *node_menu;
  GtkWidget      *menu;     /* of it; NULL until it is first asked for */
};

G_DEFINE_FINAL_TYPE (TlDiagramPage, tl_diagram_page, GTK_TYPE_WIDGET)

/* The line that sums up {{{1 */

static void
update_status (TlDiagramPage *self)
{
  g_autofree char *text = tl_diagram_status_format (self->session);

  if (text != NULL)
    tl_canvas_frame_set_status (self->frame, text);
}

/* Scene {{{1 */

static TlOverlayKind
get_effective_overlay (TlDiagramPage *self)
{
  return tl_session_shows_project_edition (self->session)
           ? tl_session_get_overlay (self->session)
           : TL_OVERLAY_NONE;
}

static void
update_legend (TlDiagramPage *self)
{
  TlProject *project = tl_session_get_project (self->session);
  TlOverlayKind kind = get_effective_overlay (self);
  gboolean own = tl_session_shows_project_edition (self->session);
  g_autoptr (TlOverlay) overlay = NULL;

  if (project != NULL && kind != TL_OVERLAY_NONE)
    overlay = tl_overlay_new (project, kind);
  tl_legend_set_overlay (self->legend, overlay);
  tl_legend_set_overlay (self->brief_legend, overlay);
  gtk_widget_set_sensitive (GTK_WIDGET (self->overlay), own);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->overlay, kind);
  self->updating = FALSE;
}

static void
show_selection (TlDiagramPage *self)
{
  const char *key = tl_session_get_selection (self->session);

  self->updating = TRUE;
  tl_canvas_set_selected_key (self->canvas, key);
  self->updating = FALSE;
}

/* Nothing without room: room_cb() follows. @lower: of the views before and after, the one below. */
static void
arrange_scene (TlDiagramPage     *self,
               TlSceneTransition  transition,
               const TlView      *lower)
{
  TlProject *project = tl_session_get_project (self->session);
  gboolean own = tl_session_shows_project_edition (self->session);
  double aspect = tl_diagram_room_take (self->room, transition == TL_SCENE_TRANSITION_UPDATE);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (TlScene) scene = NULL;
  TlScene *upper;
  const char *door;
  TlView view;

  if (aspect <= 0)
    return;
  tl_session_get_view (self->session, &view);
  font = tl_style_dup_font (GTK_WIDGET (self));
  scene = tl_view_build_scene (&view, own ? project : NULL, get_effective_overlay (self), font,
                               aspect);

  upper = transition == TL_SCENE_TRANSITION_DEEPER ? tl_canvas_get_scene (self->canvas) : scene;
  door = lower != NULL && upper != NULL ? tl_view_find_door (lower, upper) : NULL;
  self->updating = TRUE;
  tl_canvas_set_font (self->canvas, font);
  tl_canvas_set_scene (self->canvas, scene, transition, door);
  self->updating = FALSE;
  tl_session_set_scene (self->session, scene);
  show_selection (self);
}

static void
build_scene (TlDiagramPage     *self,
             TlSceneTransition  transition,
             const TlView      *lower)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (tl_session_get_project (self->session) == NULL)
    return;
  tl_session_get_view (self->session, &self->shown);
  arrange_scene (self, transition, lower);
  update_legend (self);
  update_status (self);
}

static gboolean
idle_cb (gpointer user_data)
{
  TlDiagramPage *self = user_data;
  g_autofree char *key = g_steal_pointer (&self->frame_key);
  gboolean first = tl_canvas_get_scene (self->canvas) == NULL;

  self->idle = 0;
  build_scene (self, first ? TL_SCENE_TRANSITION_NONE : TL_SCENE_TRANSITION_UPDATE, NULL);
  if (key != NULL)
    tl_canvas_frame_node (self->canvas, key, FALSE);
  return G_SOURCE_REMOVE;
}

/* A burst of changes is one new scene, and a scene that nobody sees is none. */
static void
queue_build (TlDiagramPage *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) && tl_canvas_get_scene (self->canvas) != NULL;
  if (!self->stale && self->idle == 0 && self->session != NULL && tl_session_get_project (self->session) != NULL)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, idle_cb, self, NULL);
}

/* What is around the canvas stays as it is: it may be being allocated. The first scene
 * has a turn of its own. */
static void
room_cb (TlDiagramPage *self)
{
  if (self->session == NULL || tl_session_get_project (self->session) == NULL)
    return;
  if (tl_canvas_get_scene (self->canvas) != NULL)
    arrange_scene (self, TL_SCENE_TRANSITION_UPDATE, NULL);
  else
    queue_build (self);
}

static void
view_changed_cb (TlDiagramPage *self)
{
  TlView before = self->shown, view;

  tl_session_get_view (self->session, &view);
  if (self->shown.edition == NULL || self->shown.edition != view.edition)
    build_scene (self, TL_SCENE_TRANSITION_NONE, NULL);
  else if (tl_view_equal (&self->shown, &view))
    queue_build (self);
  else if (tl_view_is_below (&view, &before))
    build_scene (self, TL_SCENE_TRANSITION_DEEPER, &view);
  else if (tl_view_is_below (&before, &view))
    build_scene (self, TL_SCENE_TRANSITION_BACK, &before);
  else
    build_scene (self, TL_SCENE_TRANSITION_NONE, NULL);
}

/* The same ids in another project are other things. */
static void
project_cb (TlDiagramPage *self)
{
  TlProject *project = tl_session_get_project (self->session);

  self->shown.edition = NULL;
  g_signal_group_set_target (self->project_signals, project);
  if (project != NULL)
    build_scene (self, TL_SCENE_TRANSITION_NONE, NULL);
}

static gboolean
concerns_diagram (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      /* Of the project's own facts only the currency is on the diagram. */
      if (change->kind != TL_CHANGE_SET || !TL_IS_PROJECT (change->record) ||
          change->field == TL_PROJECT_CURRENCY)
        return TRUE;
    }
  return FALSE;
}

static void
project_changed_cb (TlDiagramPage *self,
                    GPtrArray     *changes)
{
  if (concerns_diagram (changes))
    queue_build (self);
}

static void
overlay_cb (TlDiagramPage *self)
{
  queue_build (self);
}

static void
style_cb (TlDiagramPage *self)
{
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
  queue_build (self);
}

/* What the user does {{{1 */

static void
selection_cb (TlDiagramPage *self)
{
  if (g_strcmp0 (tl_canvas_get_selected_key (self->canvas),
                 tl_session_get_selection (self->session)) != 0)
    show_selection (self);
}

static void
canvas_selected_cb (TlDiagramPage *self)
{
  if (!self->updating && self->session != NULL)
    tl_session_set_selection (self->session, tl_canvas_get_selected_key (self->canvas));
}

static void
reveal_cb (TlDiagramPage *self,
           const char    *key)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);

  if (scene != NULL && tl_scene_find (scene, key) >= 0)
    {
      tl_canvas_frame_node (self->canvas, key, TRUE);
    }
  else if (scene == NULL)
    {
      g_free (self->frame_key);
      self->frame_key = g_strdup (key);
    }
}

static void
activate_node_cb (TlDiagramPage *self,
                  const char    *key)
{
  const TlEdition *edition = tl_session_get_edition (self->session);
  const TlConcept *concept = tl_edition_lookup_key (edition, key);
  g_autofree char *copy = g_strdup (key);
  TlView view;

  if (concept == NULL || !tl_view_for_concept (concept, &view) ||
      tl_view_equal (&view, &self->shown))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
      return;
    }
  tl_session_go (self->session, &view);
  tl_session_set_selection (self->session, copy);
}

void
tl_diagram_page_go_up (TlDiagramPage *self)
{
  const char *door;
  TlView view, parent;

  g_return_if_fail (TL_IS_DIAGRAM_PAGE (self));

  tl_session_get_view (self->session, &view);
  if (!tl_view_get_parent (&view, &parent))
    return;
  door = view.concept != NULL ? view.concept->key : NULL;
  tl_session_go (self->session, &parent);
  tl_session_set_selection (self->session, door);
}

static void
overlay_selected_cb (TlDiagramPage *self)
{
  guint kind = gtk_drop_down_get_selected (self->overlay);

  if (!self->updating && self->session != NULL && kind < TL_N_OVERLAY_KINDS)
    tl_session_set_overlay (self->session, kind);
}

static void
create_menu (TlDiagramPage *self)
{
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  tl_menu_side_keep (self->menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
context_menu_cb (TlDiagramPage *self,
                 const char    *key,
                 double         x,
                 double         y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  g_autofree char *term = g_strdup_printf ("%s/%s", tl_edition_get_version (tl_session_get_edition (self->session)), key);
  g_autoptr (GMenu) menu = tl_help_menu_new (self->node_menu, term);

  /* Not in the canvas: its children are nodes. */
  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  if (self->menu == NULL)
    create_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Page {{{1 */

static void
tl_diagram_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_diagram_page_parent_class)->map (widget);
  if (TL_DIAGRAM_PAGE (widget)->stale)
    queue_build (TL_DIAGRAM_PAGE (widget));
}

static gboolean
tl_diagram_page_grab_focus (GtkWidget *widget)
{
  return !tl_focus_is_within (widget) && gtk_widget_grab_focus (GTK_WIDGET (TL_DIAGRAM_PAGE (widget)->canvas));
}

static void
tl_diagram_page_dispose (GObject *object)
{
  GtkWidget *child;
  TlDiagramPage *self = TL_DIAGRAM_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->frame_key, g_free);
  g_clear_object (&self->room);
  self->updating = TRUE;
  tl_diagram_page_set_session (self, NULL);
  g_clear_object (&self->project_signals);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_DIAGRAM_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_diagram_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/throughline_it/Throughline/ui/tl-diagram-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, frame);
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, brief_legend);
  gtk_widget_class_bind_template_child (widget_class, TlDiagramPage, node_menu);
  gtk_widget_class_bind_template_callback (widget_class, overlay_selected_cb);
}

static void
tl_diagram_page_class_init (TlDiagramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_diagram_page_dispose;
  widget_class->map = tl_diagram_page_map;
  widget_class->focus = tl_focus_in_order;
  widget_class->grab_focus = tl_diagram_page_grab_focus;

  g_type_ensure (TL_TYPE_CANVAS_FRAME);
  g_type_ensure (TL_TYPE_LEGEND);
  g_type_ensure (TL_TYPE_VIEW_SWITCHER);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fill_overlays (TlDiagramPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->updating = TRUE;
  for (guint kind = 0; kind < TL_N_OVERLAY_KINDS; kind++)
    gtk_string_list_append (labels, tl_overlay_kind_get_label (kind));
  gtk_drop_down_set_model (self->overlay, G_LIST_MODEL (labels));
  self->updating = FALSE;
}

static void
connect_canvas (TlDiagramPage *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::selected-key", G_CALLBACK (canvas_selected_cb) },
    { "activate-node", G_CALLBACK (activate_node_cb) },
    { "go-back", G_CALLBACK (tl_diagram_page_go_up) },
    { "context-menu", G_CALLBACK (context_menu_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->canvas, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
tl_diagram_page_init (TlDiagramPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_own_name_keep (self->overlay);

  self->canvas = tl_canvas_frame_get_canvas (self->frame);
  connect_canvas (self);
  self->room = tl_diagram_room_new (self->canvas);
  g_signal_connect_object (self->room, "changed", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  fill_overlays (self);

  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed",
                                  G_CALLBACK (project_changed_cb), self);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (style_cb));
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
}

static void
connect_session (TlDiagramPage *self)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } signals[] = {
    { "notify::view", G_CALLBACK (view_changed_cb) },
    { "notify::project", G_CALLBACK (project_cb) },
    { "notify::overlay", G_CALLBACK (overlay_cb) },
    { "notify::selection", G_CALLBACK (selection_cb) },
    { "reveal", G_CALLBACK (reveal_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
}

void
tl_diagram_page_set_session (TlDiagramPage *self,
                             TlSession     *session)
{
  g_return_if_fail (TL_IS_DIAGRAM_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (self->switcher != NULL)
    tl_view_switcher_set_session (self->switcher, session);
  if (session == NULL)
    return;
  connect_session (self);
  project_cb (self);
}

TlCanvas *
tl_diagram_page_get_canvas (TlDiagramPage *self)
{
  g_return_val_if_fail (TL_IS_DIAGRAM_PAGE (self), NULL);

  return self->canvas;
}
