/* tl-blueprint-editor-private.h: what the parts of the editor share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "analysis/tl-traceability.h"
#include "diagram/tl-blueprint-layout.h"
#include "ui/tl-blueprint-editor.h"
#include "ui/tl-canvas-frame.h"
#include "ui/tl-gap-panel.h"
#include "ui/tl-kind-palette.h"
#include "ui/tl-picker.h"
#include "ui/tl-rename-entry.h"
#include "ui/tl-stage-button.h"

G_BEGIN_DECLS

/* Keys of empty places on the line: "slot:KIND". */
#define TL_SLOT_PREFIX "slot:"

struct _TlBlueprintEditor
{
  GtkWidget           parent_instance;

  TlSession          *session;
  TlProject          *project;      /* that the service is in */
  TlRecord           *service;      /* NULL: nothing is shown */
  TlTraceability     *traceability; /* belongs to the project */
  GSignalGroup       *session_signals;
  GSignalGroup       *project_signals;
  GSimpleActionGroup *actions;
  TlBlueprintLayout  *layout;
  GCancellable       *laying_out;   /* while a large service is */
  GCancellable       *tidying;      /* while a large service is */
  char              **to_present;   /* keys to be selected when that is done */
  gboolean            had_focus;    /* before there was nothing to work on */
  guint               idle;
  gboolean            stale;        /* the canvas shows what was */
  gboolean            rearranging;  /* nodes glide to where the next scene has them */
  gboolean            updating;
  gboolean            telling_status; /* the line beneath says what the canvas said last */
  char               *renaming;     /* key of the element whose name is being changed */
  TlPicker           *picker;       /* while it is open */
  char               *last_kinds[TL_N_LANES]; /* that was added last */
  guint               n_pastes;     /* of the clip that was pasted last, in a row */

  GtkWidget          *box;
  GtkToggleButton    *palette_button;
  GtkToggleButton    *gaps_button;
  TlStageButton      *stage_button;
  GtkRevealer        *gaps_revealer;
  TlGapPanel         *gap_panel;
  AdwFlap            *palette_flap;
  TlKindPalette      *palette;
  TlCanvasFrame      *frame;
  TlCanvas           *canvas;
  TlRenameEntry      *rename;
  GtkPopover         *menu;
  GMenu              *tools_menu; /* what stands in the bar, where there is no room for it */
  GMenuModel         *align_menu;
  GMenuModel         *element_menu;
  GMenuModel         *relation_menu;
  GMenuModel         *canvas_menu;
};

/* tl-blueprint-editor-scene.c */
void       tl_blueprint_editor_follow   (TlBlueprintEditor *self);
void       tl_blueprint_editor_follow_canvas (TlBlueprintEditor *self);

/* What was edited is on the canvas afterwards; of a large service soon. */
void       tl_blueprint_editor_refresh  (TlBlueprintEditor *self);

/* Says in the line beneath how much there is, until something is done. */
void       tl_blueprint_editor_sum_up   (TlBlueprintEditor *self);

/* The record a key of the scene names: an element or relation; NULL for others. */
TlRecord  *tl_blueprint_editor_lookup   (TlBlueprintEditor *self,
                                         const char        *key);
/* Elements and relations that are selected, the primary one first (TlRecord,
 * transfer container). */
GPtrArray *tl_blueprint_editor_list_selected (TlBlueprintEditor *self);
/* The one element that is selected, else NULL. */
TlRecord  *tl_blueprint_editor_get_selected_element (TlBlueprintEditor *self);

/* Shows what was just made: refreshed, selected, in view, with the focus. */
void       tl_blueprint_editor_present  (TlBlueprintEditor *self,
                                         TlRecord *const   *records,
                                         guint              n_records);

/* From the canvas to the editor. */
void       tl_blueprint_editor_translate (TlBlueprintEditor *self,
                                          GdkRectangle      *area);
/* Where a node is on the canvas, which is moved if the node is not in view. FALSE if there is no such node. */
gboolean   tl_blueprint_editor_show_node (TlBlueprintEditor *self,
                                          const char        *key,
                                          GdkRectangle      *area);
/* Where a node or a place of the canvas is in the editor, for popovers; a node that is not in view is brought there. */
void       tl_blueprint_editor_get_area (TlBlueprintEditor *self,
                                         const char        *key,
                                         GdkRectangle      *area);
void       tl_blueprint_editor_get_point_area (TlBlueprintEditor *self,
                                               double             x,
                                               double             y,
                                               GdkRectangle      *area);

/* tl-blueprint-editor.c */

/* Takes a popover to choose from in, in the place of one that is open. Fill it,
 * connect to it and open it. */
TlPicker  *tl_blueprint_editor_add_picker (TlBlueprintEditor *self,
                                           GtkWidget         *picker);

/* Says what was done, in the line beneath and to a screen reader. */
void       tl_blueprint_editor_tell     (TlBlueprintEditor *self,
                                         const char        *text);
/* The same in a toast. */
void       tl_blueprint_editor_toast    (TlBlueprintEditor *self,
                                         const char        *text,
                                         gboolean           undoable);

/* tl-blueprint-editor-actions.c */
void       tl_blueprint_editor_add_actions    (TlBlueprintEditor *self);
void       tl_blueprint_editor_update_actions (TlBlueprintEditor *self);

/* tl-blueprint-editor-add.c */
void       tl_blueprint_editor_add_drop_target (TlBlueprintEditor *self);

/* Adds an element where there is room, near what is selected, or at @point of the
 * canvas (nullable), and asks for its name where that is NULL. */
void       tl_blueprint_editor_add_kind    (TlBlueprintEditor *self,
                                            const char        *kind,
                                            const char        *name,
                                            const TlPoint     *point);
void       tl_blueprint_editor_ask_kind    (TlBlueprintEditor *self); /* for a free place */
void       tl_blueprint_editor_ask_kind_at (TlBlueprintEditor *self,
                                            double             x,
                                            double             y);
void       tl_blueprint_editor_fill_slot   (TlBlueprintEditor *self,
                                            const char        *kind);
void       tl_blueprint_editor_ask_use     (TlBlueprintEditor *self);

/* Where there is room for an element of a kind, near others (nullable). */
TlPlacing  tl_blueprint_editor_find_place  (TlBlueprintEditor *self,
                                            const char        *kind,
                                            TlRecord *const   *near_elements,
                                            guint              n_near,
                                            const TlPoint     *point);

/* tl-blueprint-editor-connect.c */

/* Which connections of an element are offered. */
typedef struct
{
  gboolean                    outwards;
  gboolean                    inwards;
  gboolean                    traces_only;
  const TlRelationKind       *relation; /* NULL: any */
  const TlElementKind *const *others;   /* kinds at the other end; NULL or empty: any */
} TlConnectionWish;

void       tl_blueprint_editor_set_connect_check (TlBlueprintEditor *self);
void       tl_blueprint_editor_connect     (TlBlueprintEditor      *self,
                                            const char             *from_key,
                                            const char             *to_key);
void       tl_blueprint_editor_connect_to_empty (TlBlueprintEditor *self,
                                                 const char        *from_key,
                                                 double             x,
                                                 double             y);
/* Offers what an element could be connected with, what there is and what could be made. */
void       tl_blueprint_editor_offer       (TlBlueprintEditor      *self,
                                            TlRecord               *element,
                                            const TlConnectionWish *wish);

/* tl-blueprint-editor-place.c */
void       tl_blueprint_editor_move        (TlBlueprintEditor *self,
                                            double             dx,
                                            double             dy);
void       tl_blueprint_editor_nudge       (TlBlueprintEditor *self,
                                            double             dx,
                                            double             dy);
void       tl_blueprint_editor_resize      (TlBlueprintEditor *self,
                                            const char        *key,
                                            const TlRect      *bounds);
/* For who does not drag: the selected element by so many steps, by none as its text needs. */
gboolean   tl_blueprint_editor_can_size    (TlBlueprintEditor *self);
void       tl_blueprint_editor_size        (TlBlueprintEditor *self,
                                            int                wider,
                                            int                taller);
void       tl_blueprint_editor_arrange     (TlBlueprintEditor *self,
                                            int                arrangement);
void       tl_blueprint_editor_tidy        (TlBlueprintEditor *self); /* the selection, or all */

/* tl-blueprint-editor-clip.c */
void       tl_blueprint_editor_copy        (TlBlueprintEditor *self,
                                            gboolean           is_cut);
void       tl_blueprint_editor_paste       (TlBlueprintEditor *self);
void       tl_blueprint_editor_duplicate   (TlBlueprintEditor *self);
void       tl_blueprint_editor_delete      (TlBlueprintEditor *self);

/* tl-blueprint-editor-rename.c */
void       tl_blueprint_editor_rename      (TlBlueprintEditor *self,
                                            const char        *key);
void       tl_blueprint_editor_renamed     (TlBlueprintEditor *self,
                                            const char        *name);
void       tl_blueprint_editor_rename_cancelled (TlBlueprintEditor *self);

/* tl-blueprint-editor-gaps.c */
void       tl_blueprint_editor_add_gaps (TlBlueprintEditor *self);
/* With what mends its gaps (transfer full). */
GMenuModel *tl_blueprint_editor_create_element_menu (TlBlueprintEditor *self,
                                                     TlRecord          *element);

G_END_DECLS
