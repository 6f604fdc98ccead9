/* tl-canvas-private.h: the canvas as its tools and its parts see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "canvas/tl-canvas.h"
#include "canvas/tl-connect.h"
#include "canvas/tl-drag.h"
#include "canvas/tl-lift.h"
#include "canvas/tl-picture.h"
#include "canvas/tl-selection.h"
#include "canvas/tl-snap.h"
#include "canvas/tl-viewport.h"

G_BEGIN_DECLS

/* What is painted strong: a node, what is in it, and what it is connected to. */
typedef struct
{
  int       node;      /* -1: nothing */
  GArray   *nodes;     /* guint32, ascending */
  GArray   *edges;
  gboolean  connected; /* to something else */
} TlHighlight;

/* How far nodes are out of the picture. */
typedef enum
{
  TL_LIFT_BEGUN,    /* they are still in it, too */
  TL_LIFT_HELD,     /* by the pointer */
  TL_LIFT_SET_DOWN, /* dropped: the scene that this leads to will come */
  TL_LIFT_LEAVING,  /* shown until the picture is painted with them */
} TlLiftState;

struct _TlCanvas
{
  GtkWidget             parent_instance;

  TlScene              *scene;
  guint                 n_scenes;     /* shown so far, without updates */
  const TlPalette      *palette;
  PangoFontDescription *font;
  TlContent            *content;      /* of the picture, or NULL */
  TlPicture            *picture;
  TlPainter            *painter;      /* for highlights and rings */

  /* The view: tl-canvas-view.c */
  gboolean              legible;      /* scenes are opened so that they can be read */
  TlViewport            view;         /* what is shown now */
  TlViewport            start;        /* of the animation … */
  TlViewport            goal;         /* … and its end */
  gint64                start_time;
  gboolean              animating;
  gboolean              moving;       /* until a moment after the last move */
  gboolean              held;         /* by a gesture */
  guint                 rest_id;
  guint                 tick_id;
  char                 *frame_key;    /* to be framed once there is a size */
  GtkWidget            *cover;        /* weak, or NULL */
  TlCanvasPlace         place;        /* to be gone to once there is a size and a scene; else scale 0 */
  guint                 asked : 1;    /* to go deeper or back, in this movement */

  /* The scene before, while it gives way */
  TlPicture            *outgoing;
  TlViewport            outgoing_start;
  TlViewport            outgoing_goal;
  double                outgoing_alpha;

  /* Thrown: tl-canvas-fling.c */
  gboolean              flinging;
  TlPoint               fling;        /* speed, logical pixels a second */
  gint64                fling_time;   /* of the last step; 0: none yet */

  gboolean              pinching;     /* two fingers hold the view */
  gboolean              touched;      /* a finger was the last to do something */

  /* Where the pointer was last: scroll events do not say */
  TlPoint               pointer;

  /* Nodes by index, -1 for none */
  int                   selected;     /* the primary one of the selection, if that is a node */
  int                   hovered;
  int                   focused;      /* where the keyboard is */
  char                 *selected_key; /* of the primary one, as told last */
  char                 *hovered_key;
  char                 *focused_key;

  /* Highlights: tl-canvas-highlight.c */
  TlHighlight           hover;        /* stays while it fades */
  TlHighlight           primary;      /* of the selection, if it stands alone */
  double                dim;          /* 0 to 1: how far what is not hovered is dimmed */
  gint64                dim_time;

  /* Editing */
  gboolean              editable;
  gboolean              snap_to_grid;
  double                grid;         /* canvas units, also of one step of a key */
  gboolean              snap_to_neighbours;
  TlSelection           selection;
  TlDrag               *drag;         /* under way, or NULL */
  TlPicture            *rings;        /* of many that are selected: tl-canvas-rings.c */
  TlLift               *lift;         /* tl-canvas-lift.c */
  TlLiftState           lift_state;
  guint                 patience_id;
  GArray               *glide_from;   /* TlRect of each that is lifted and glides, or NULL */
  gint64                glide_asked;
  gint64                glide_time;   /* when it began; 0: not yet */
  TlHit                 hot;          /* port or handle under the pointer */
  TlConnect            *connect;      /* being drawn, or NULL: tl-canvas-connect.c */
  gboolean              connect_by_keys;
  TlCanvasConnectCheck  connect_check;
  gpointer              connect_check_data;
  GDestroyNotify        connect_check_destroy;
  char                 *status;       /* what is told of what is being done */
  GtkWidget            *said;         /* the child that says so: a weak pointer */
  gboolean              space_held;   /* the first button moves the view … */
  gboolean              space_used;   /* … and has done so */

  /* Accessible children by key: tl-canvas-nodes.c */
  GHashTable           *nodes;
};

/* tl-canvas-content.c */
TlPicture        *tl_canvas_create_picture   (TlCanvas    *self);
/* @keep: what is shown stays until it is painted anew */
void              tl_canvas_update_content   (TlCanvas    *self,
                                              gboolean     keep);

/* tl-canvas-place.c */
/* Goes to where it was asked to, once it can. */
void              tl_canvas_take_place       (TlCanvas    *self);

/* tl-canvas.c */
/* Index of an active node, or -1. */
int               tl_canvas_find_active      (TlCanvas    *self,
                                              const char  *key);
void              tl_canvas_set_hovered      (TlCanvas    *self,
                                              int          node);
void              tl_canvas_activate         (TlCanvas    *self,
                                              int          node);
void              tl_canvas_go_back          (TlCanvas    *self);
/* Selects the item, unless it is nothing or selected, and asks for its menu. */
void              tl_canvas_request_menu     (TlCanvas    *self,
                                              TlItem       item,
                                              double       x,
                                              double       y);
int               tl_canvas_pick             (TlCanvas    *self,
                                              double       x,
                                              double       y);
gboolean          tl_canvas_may_animate      (TlCanvas    *self);
void              tl_canvas_view_changed     (TlCanvas    *self);

/* tl-drag.c */
/* Ends what is being dragged as if it had not begun. */
void              tl_canvas_cancel_drag      (TlCanvas    *self);

/* Whether something is being dragged or connected. */
gboolean          tl_canvas_is_busy          (TlCanvas    *self);

/* tl-canvas-select.c */
gboolean          tl_canvas_may_select       (TlCanvas    *self,
                                              TlItem       item);
/* Whether there is anything that can be done with a node. */
gboolean          tl_canvas_may_edit         (TlCanvas    *self,
                                              guint        node);
/* Only this; what may not be selected is nothing. */
void              tl_canvas_select           (TlCanvas    *self,
                                              TlItem       item);
void              tl_canvas_select_also      (TlCanvas    *self,
                                              TlItem       item,
                                              gboolean     selected);
void              tl_canvas_select_all       (TlCanvas    *self);
void              tl_canvas_set_selection    (TlCanvas          *self,
                                              const TlSelection *selection);
/* After the scene: what was selected in the one before, if that is given, else @key
 * (nullable) only. Tells nobody: TRUE if it is another selection. */
gboolean          tl_canvas_rebind_selection (TlCanvas      *self,
                                              const TlScene *before,
                                              const char    *key);
/* Brings all else into line with the selection … */
void              tl_canvas_follow_selection (TlCanvas    *self);
/* … and tells of it. */
void              tl_canvas_selection_changed (TlCanvas   *self);

/* tl-canvas-connect.c */
/* Whether one node may be connected to another; else, if that is known, why not
 * (out, optional, to be freed). */
gboolean          tl_canvas_check_connect    (TlCanvas    *self,
                                              guint        from,
                                              guint        to,
                                              char       **why);
/* Takes @connect. */
void              tl_canvas_start_connect    (TlCanvas    *self,
                                              TlConnect   *connect,
                                              gboolean     by_keys);
/* Leads the line to a place of the widget, to a node, or to the next in a direction. */
void              tl_canvas_point_connect    (TlCanvas    *self,
                                              double       x,
                                              double       y);
void              tl_canvas_aim_connect      (TlCanvas    *self,
                                              int          node);
void              tl_canvas_step_connect     (TlCanvas    *self,
                                              TlDirection  direction);
void              tl_canvas_cancel_connect   (TlCanvas    *self);
/* FALSE if that is not allowed; by keys it goes on then. */
gboolean          tl_canvas_finish_connect   (TlCanvas    *self);

/* tl-canvas-say.c */
/* NULL: nothing. */
void              tl_canvas_say              (TlCanvas    *self,
                                              const char  *text);
void              tl_canvas_say_selection    (TlCanvas    *self);
void              tl_canvas_say_nudge        (TlCanvas    *self,
                                              double       dx,
                                              double       dy);
void              tl_canvas_say_size         (TlCanvas    *self,
                                              const TlRect *bounds);

/* tl-canvas-lift.c */
/* Takes nodes (guint32) into the hand. */
void              tl_canvas_lift             (TlCanvas     *self,
                                              const GArray *nodes);
/* The same of few that each go their own way: see tl_lift_place(). */
void              tl_canvas_lift_each        (TlCanvas     *self,
                                              const GArray *nodes);
void              tl_canvas_move_lift        (TlCanvas     *self,
                                              double        dx,
                                              double        dy);
/* Leaves them where they are, until a scene comes that has them there. */
void              tl_canvas_set_down         (TlCanvas     *self);
/* Where they were. */
void              tl_canvas_put_back         (TlCanvas     *self);
/* At once, whatever the picture shows. */
void              tl_canvas_drop_lift        (TlCanvas     *self);
/* Another scene is about to be painted. */
void              tl_canvas_follow_scene     (TlCanvas     *self,
                                              gboolean      update);
/* FALSE if there is nothing lifted (any more). */
gboolean          tl_canvas_draw_lift        (TlCanvas     *self,
                                              GtkSnapshot  *snapshot,
                                              double        device_scale,
                                              gboolean      textures);

/* tl-canvas-glide.c */
void              tl_canvas_begin_glide      (TlCanvas      *self,
                                              const TlScene *before);
/* One step of it; FALSE when it has ended. */
gboolean          tl_canvas_glide            (TlCanvas      *self,
                                              gint64         now);

/* tl-canvas-fling.c */
/* Goes on at a speed, in logical pixels a second, that falls. */
void              tl_canvas_fling            (TlCanvas      *self,
                                              double         vx,
                                              double         vy);
/* One step of it; FALSE when it has ended. */
gboolean          tl_canvas_fling_step       (TlCanvas      *self,
                                              gint64         now);

/* tl-touch-tool.c */
void              tl_canvas_set_touched      (TlCanvas      *self,
                                              gboolean       touched);

/* tl-canvas-guides.c */
/* Of what is near and not lifted. */
TlSnap           *tl_canvas_create_snap      (TlCanvas     *self) G_GNUC_WARN_UNUSED_RESULT;
/* What they cover, in logical pixels; FALSE if there are none. */
gboolean          tl_canvas_measure_guides   (TlCanvas     *self,
                                              const GArray *guides,
                                              TlRect       *area);
void              tl_canvas_draw_guides      (TlCanvas     *self,
                                              cairo_t      *cr,
                                              const GArray *guides);

/* tl-canvas-cover.c: moves the view so that bounds, of the scene, are not beneath the cover */
void            tl_canvas_avoid_cover      (TlCanvas       *self,
                                            TlViewport     *goal,
                                            const TlRect   *bounds);
/* Frames a node once more when the cover is as the first view wants it. */
void            tl_canvas_frame_beside_cover (TlCanvas     *self,
                                              const char   *key);

/* tl-canvas-view.c */
const TlViewport *tl_canvas_get_viewport     (TlCanvas    *self);
void              tl_canvas_pan              (TlCanvas    *self,
                                              double       dx,
                                              double       dy);
/* Zooms at a point of the widget, as the user does: into a node that fills the
 * view, or out of a scene that is all in it, asks to go deeper or back. */
void              tl_canvas_zoom_at          (TlCanvas    *self,
                                              double       x,
                                              double       y,
                                              double       factor);
/* A gesture holds the view: it is not at rest between its events. */
void              tl_canvas_hold             (TlCanvas    *self);
void              tl_canvas_release          (TlCanvas    *self);
/* Goes to a view. */
void              tl_canvas_go_to            (TlCanvas         *self,
                                              const TlViewport *goal,
                                              gboolean          animate);
/* The scale that the view has, or will have in a moment. */
double            tl_canvas_get_goal_scale   (TlCanvas    *self);
void              tl_canvas_stop             (TlCanvas    *self);
void              tl_canvas_start_ticking    (TlCanvas    *self);
void              tl_canvas_begin_transition (TlCanvas          *self,
                                              TlSceneTransition  transition,
                                              const TlRect      *from);
void              tl_canvas_class_install_view_actions (GtkWidgetClass *klass);

/* tl-canvas-highlight.c */
void              tl_canvas_clear_highlight  (TlHighlight *highlight);
void              tl_canvas_update_highlights (TlCanvas   *self);
/* One step of the fade; FALSE when it has ended. */
gboolean          tl_canvas_fade             (TlCanvas    *self,
                                              gint64       now);
/* To paint in logical pixels of the widget, in an area of it; NULL if that is out of
 * view. What is drawn anew in each frame is better small: only there the renderer
 * has to do something. */
cairo_t          *tl_canvas_begin_drawing    (TlCanvas     *self,
                                              GtkSnapshot  *snapshot,
                                              const TlRect *area);
/* To paint in canvas units, on the pixels of the picture. */
cairo_t          *tl_canvas_begin_painting   (TlCanvas    *self,
                                              GtkSnapshot *snapshot);
void              tl_canvas_draw_highlights  (TlCanvas    *self,
                                              GtkSnapshot *snapshot,
                                              double       device_scale,
                                              gboolean     textures);

/* tl-canvas-rings.c */
/* After the selection, or the content. */
void              tl_canvas_update_rings     (TlCanvas    *self);
void              tl_canvas_aim_rings        (TlCanvas    *self,
                                              double       device_scale);
gboolean          tl_canvas_has_current_rings (TlCanvas   *self);
void              tl_canvas_draw_rings       (TlCanvas    *self,
                                              GtkSnapshot *snapshot,
                                              double       device_scale,
                                              gboolean     textures);
void              tl_canvas_draw_focus       (TlCanvas    *self,
                                              GtkSnapshot *snapshot);
void              tl_canvas_state_flags_changed (GtkWidget    *widget,
                                                 GtkStateFlags before);

/* tl-canvas-nodes.c */
/* Makes the children those of the nodes that can be seen and read. */
void              tl_canvas_update_nodes     (TlCanvas    *self);
void              tl_canvas_clear_nodes      (TlCanvas    *self);
void              tl_canvas_allocate_nodes   (TlCanvas    *self);
void              tl_canvas_update_selected_nodes (TlCanvas *self);
/* Moves the keyboard focus, and the selection with it (@extend: adds to it), and
 * brings the node into view. */
void              tl_canvas_focus_index      (TlCanvas    *self,
                                              int          node,
                                              gboolean     extend);
void              tl_canvas_step             (TlCanvas    *self,
                                              TlDirection  direction,
                                              gboolean     extend);
/* Whether the keyboard is at the canvas or a node of it. */
gboolean          tl_canvas_has_focus_inside (TlCanvas    *self);
gboolean          tl_canvas_focus            (GtkWidget        *widget,
                                              GtkDirectionType  direction);
gboolean          tl_canvas_grab_focus       (GtkWidget   *widget);

G_END_DECLS
