/* tl-canvas.h: the widget that shows a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "diagram/tl-palette.h"
#include "diagram/tl-scene.h"

G_BEGIN_DECLS

/**
 * TlSceneTransition:
 * @TL_SCENE_TRANSITION_NONE: another diagram: shown fitted, at once, nothing selected
 * @TL_SCENE_TRANSITION_DEEPER: the old diagram is zoomed into a node while the
 *   new one appears, fitted
 * @TL_SCENE_TRANSITION_BACK: the reverse
 * @TL_SCENE_TRANSITION_UPDATE: the same diagram after a change: keeps the place,
 *   the scale, and selection and focus by key. Only what has changed is painted anew
 * @TL_SCENE_TRANSITION_REARRANGE: the same, and movable nodes glide to where they
 *   stand now, unless motion is to be reduced or more of them move in view than can
 *   be painted in every frame
 *
 * How one scene follows another.
 */
typedef enum
{
  TL_SCENE_TRANSITION_NONE,
  TL_SCENE_TRANSITION_DEEPER,
  TL_SCENE_TRANSITION_BACK,
  TL_SCENE_TRANSITION_UPDATE,
  TL_SCENE_TRANSITION_REARRANGE,
} TlSceneTransition;

/**
 * TlCanvasConnectCheck:
 * @from: key of the node that a connection begins at
 * @to: key of the node that it would end at
 * @why: (out) (optional) (transfer full): if not, why, in a whole sentence
 *
 * Asked often while a connection is drawn, for all nodes in view: it must be quick.
 *
 * Returns: whether the two may be connected so
 */
typedef gboolean (*TlCanvasConnectCheck) (const char *from,
                                          const char *to,
                                          char      **why,
                                          gpointer    user_data);

/**
 * TlCanvas:
 *
 * Shows a #TlScene, lets the user move about in it and choose nodes. It never
 * changes facts: it tells what the user asks for by properties and signals.
 *
 * Nodes are named by their key; only nodes with %TL_NODE_ACTIVE and a key can
 * be selected, hovered or focused.
 *
 * Properties:
 * - `selected-key` (string, read-write, nullable): the selected node; of several,
 *   the one that was chosen last. In an editable canvas it may be an edge
 * - `hovered-key` (string, read-only, nullable): the node the pointer rests on
 * - `editable` (boolean, read-write, default %FALSE): see below
 * - `status` (string, read-only, nullable): what is to be said of what is being done,
 *   "3 selected", or why something cannot be connected; for a line beneath the canvas.
 *   Assistive technology is told so, too
 * - `scale` (double, read-only): logical pixels a canvas unit; 1.0 is 100 %.
 *   Notified while it changes, at most once a frame
 *
 * Signals:
 * - `activate-node (const char *key)`: the user wants to go into a node: double
 *   click, Enter, or zooming in until a %TL_NODE_DEEPER node fills the view
 * - `go-back ()`: Backspace, or zooming out of a fitted scene
 * - `context-menu (const char *key, double x, double y)`: secondary click, Menu
 *   or Shift+F10; @key is selected already, or %NULL over empty canvas; @x and
 *   @y in widget coordinates
 * - `view-changed ()`: place, scale or size changed, for what follows the view
 * - `selection-changed ()`: what tl_canvas_list_selected_keys() gives
 *
 * In an editable canvas several nodes and edges (those with a key) can be
 * selected: with Shift or Ctrl and a click, with a rubber band drawn over empty
 * canvas, by Shift+arrows, Ctrl+A. The middle button, or Space and the first one,
 * move the view. What is asked for there, all places in canvas units:
 *
 * - `move-nodes (double dx, double dy)`: the selected movable nodes were dragged by
 *   so much, and are shown there until the next scene is set, for a moment at most
 * - `nudge-nodes (double dx, double dy)`: Ctrl+arrows, by the grid, or with Shift by 1:
 *   the selected movable nodes
 * - `resize-node (const char *key, const TlRect *bounds)`: a corner was dragged, or
 *   Alt+Shift+arrows pressed
 * - `connect-nodes (const char *from, const char *to)`: a line was drawn from a port
 *   of one node to another that it may be connected to
 * - `connect-to-empty (const char *from, double x, double y)`: the same to where no
 *   node is
 * - `add-at (double x, double y)`: double click on empty canvas
 * - `rename-node (const char *key)`: F2
 * - `delete-nodes ()`: Delete, or the eraser of a pen: what is selected
 *
 * Actions: `canvas.fit`, `canvas.actual-size`, `canvas.zoom-in`,
 * `canvas.zoom-out`, `canvas.select-none`, `canvas.select-all`, `canvas.activate`,
 * `canvas.go-back`, `canvas.context-menu`. They are widget actions with keys bound while the focus
 * is inside the canvas; a menu elsewhere reaches them through
 * gtk_widget_activate_action().
 *
 * CSS node: `canvas`. The focus is on one accessible child a node (role button,
 * named by title and value, described by the node's description).
 */
#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

GtkWidget       *tl_canvas_new              (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_canvas_set_scene:
 * @scene: (nullable) (transfer none): what to show; %NULL for nothing
 * @transition: how the new scene follows the one shown
 * @key: (nullable): for DEEPER the node of the shown scene that is gone into, for
 *   BACK the node of the new scene that was come from; it is selected then. %NULL
 *   or an unknown key: the middle of the view. Not used by the others
 *
 * Shows a scene. The transition is skipped where the system asks for reduced
 * motion. `selected-key` and `hovered-key` are notified if they change.
 */
void             tl_canvas_set_scene        (TlCanvas                   *self,
                                             TlScene                    *scene,
                                             TlSceneTransition           transition,
                                             const char                 *key);
TlScene         *tl_canvas_get_scene        (TlCanvas                   *self); /* transfer none, nullable */

/* The palette is constant data (tl_palette_get()); the caller follows the style
 * and calls this again. Starts with the light one. */
void             tl_canvas_set_palette      (TlCanvas                   *self,
                                             const TlPalette            *palette);
const TlPalette *tl_canvas_get_palette      (TlCanvas                   *self);

/* The font that the scene was laid out with; copied. Starts with "Cantarell 11". */
void             tl_canvas_set_font         (TlCanvas                   *self,
                                             const PangoFontDescription *font);
const PangoFontDescription *
                 tl_canvas_get_font         (TlCanvas                   *self);

const char      *tl_canvas_get_selected_key (TlCanvas                   *self); /* nullable */

/**
 * tl_canvas_set_selected_key:
 * @key: (nullable): key of an active node; of any other, nothing is selected
 *
 * Selects a node. Does not move the view: see tl_canvas_frame_node().
 */
void             tl_canvas_set_selected_key (TlCanvas                   *self,
                                             const char                 *key);
/* All that is selected, the primary one first, the others in the order of the scene. */
char           **tl_canvas_list_selected_keys (TlCanvas                 *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_canvas_set_selected_keys:
 * @keys: (array zero-terminated=1): the first becomes the primary one; what is not
 *   there or cannot be selected is left out
 *
 * Selects these and nothing else. Where the canvas is not editable: the first only.
 */
void             tl_canvas_set_selected_keys  (TlCanvas                 *self,
                                               const char *const        *keys);
const char      *tl_canvas_get_hovered_key  (TlCanvas                   *self); /* nullable */

void             tl_canvas_set_editable     (TlCanvas                   *self,
                                             gboolean                    editable);

/**
 * tl_canvas_set_snapping:
 * @to_grid: whether what is dragged comes to rest on a grid
 * @grid: distance of its lines, in canvas units, and how far a key moves
 * @to_neighbours: whether it comes to rest level with what is near
 *
 * With Alt held nothing snaps. If not said: both, 8.
 */
void             tl_canvas_set_snapping     (TlCanvas                   *self,
                                             gboolean                    to_grid,
                                             double                      grid,
                                             gboolean                    to_neighbours);

double           tl_canvas_get_scale        (TlCanvas                   *self);

/**
 * tl_canvas_get_visible_area:
 *
 * Returns: what part of the scene's plane is in view, in canvas units; may reach
 *   beyond the scene's bounds
 */
TlRect           tl_canvas_get_visible_area (TlCanvas                   *self);

/* TRUE if the whole scene is in view. */
gboolean         tl_canvas_shows_all        (TlCanvas                   *self);

/**
 * tl_canvas_center_on:
 * @x: in canvas units
 * @y: in canvas units
 *
 * Moves the view, keeping the scale, so that a point is in its middle, at once.
 */
void             tl_canvas_center_on        (TlCanvas                   *self,
                                             double                      x,
                                             double                      y);

/**
 * tl_canvas_frame_node:
 * @key: key of a node; others are ignored
 * @animate: %FALSE: at once
 *
 * Moves the view so that a node can be seen and read with some of what is around
 * it. Keeps the scale if the node is readable at it. May be called before the
 * widget has a size.
 */
void             tl_canvas_frame_node       (TlCanvas                   *self,
                                             const char                 *key,
                                             gboolean                    animate);

/* The same at once, and only if not all of the node is in view: before something is to point at it. */
void             tl_canvas_ensure_in_view   (TlCanvas                   *self,
                                             const char                 *key);

/* What lies over a lower corner of the canvas, such as its map; what is framed is moved from beneath it. It is at the
 * end, or where its alignment says.
 * @cover: (nullable) */
void             tl_canvas_set_cover        (TlCanvas                   *self,
                                             GtkWidget                  *cover);

/* Where one is in a scene. */
typedef struct
{
  double scale; /* 0: fitted */
  double x;     /* what is in the middle, canvas units */
  double y;
} TlCanvasPlace;

TlCanvasPlace    tl_canvas_get_place        (TlCanvas                   *self);

/**
 * tl_canvas_set_place:
 * @place: as of tl_canvas_get_place(); what is no place in the scene is near to it
 *
 * Goes there at once, or, before there is a scene and a size, when there are both.
 */
void             tl_canvas_set_place        (TlCanvas                   *self,
                                             const TlCanvasPlace        *place);

/* Whether a scene that would be too small to be read if it is fitted is opened larger, at
 * its beginning. Not if not said. */
void             tl_canvas_set_legible      (TlCanvas                   *self,
                                             gboolean                    legible);

/* Shows the whole scene. A scene is fitted when it is set, and stays so when the
 * widget's size changes, until the user moves or zooms. */
void             tl_canvas_fit              (TlCanvas                   *self,
                                             gboolean                    animate);

/* Places of the scene in the widget and back, in the present view. */
TlPoint          tl_canvas_to_widget        (TlCanvas                   *self,
                                             const TlPoint              *point);
TlPoint          tl_canvas_from_widget      (TlCanvas                   *self,
                                             double                      x,
                                             double                      y);

const char      *tl_canvas_get_status       (TlCanvas                   *self); /* nullable */

/**
 * tl_canvas_set_connect_check:
 * @func: (nullable): says what may be connected; %NULL: everything
 */
void             tl_canvas_set_connect_check (TlCanvas                  *self,
                                              TlCanvasConnectCheck       func,
                                              gpointer                   user_data,
                                              GDestroyNotify             destroy);

/**
 * tl_canvas_begin_connect:
 * @key: key of a connectable node
 *
 * Begins a connection that is led by keys, or by the pointer without a button:
 * arrows and letters choose the target, Enter or a click connects, Escape ends.
 * Takes the keyboard.
 *
 * Returns: %FALSE if the node cannot be connected
 */
gboolean         tl_canvas_begin_connect    (TlCanvas                   *self,
                                             const char                 *key);

/**
 * tl_canvas_get_node_area:
 * @key: key of a node
 * @area: (out): where it is in the widget now, in logical pixels; may be out of view
 *
 * Returns: %FALSE if there is no such node
 */
gboolean         tl_canvas_get_node_area    (TlCanvas                   *self,
                                             const char                 *key,
                                             GdkRectangle               *area);

/* Moves the keyboard focus to a node (or, with %NULL, to the selected or first
 * one), making its child widget if need be. */
void             tl_canvas_focus_node       (TlCanvas                   *self,
                                             const char                 *key);

/* TRUE when nothing moves and what is shown is painted at the present scale:
 * for tests, benchmarks and screenshots. */
gboolean         tl_canvas_is_settled       (TlCanvas                   *self);

G_END_DECLS
