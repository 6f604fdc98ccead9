/* tl-canvas-fixture.h: a canvas in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "canvas/tl-canvas.h"
#include "tl-test-pointer.h"

G_BEGIN_DECLS

/* Boxes a to f, 160 x 60, three columns 240 apart, two rows 140 apart; lines from
 * the right side of a to the left side of b, key "a-b", and from e to f, "e-f". Titles "Alpha" to
 * "Foxtrot"; all are active, d can be gone into; a has the value 3. */
#define FIXTURE_BOX_WIDTH  160.0
#define FIXTURE_BOX_HEIGHT 60.0
#define FIXTURE_STEP_X     240.0
#define FIXTURE_STEP_Y     140.0

typedef struct
{
  GtkWidget     *window;
  TlCanvas      *canvas;
  TlTestPointer *pointer; /* NULL where there is none */
  char          *activated; /* key of the last activate-node */
  char          *menu;      /* key of the last context-menu, "" for none */
  int            n_activated;
  int            n_back;
  int            n_menus;
  int            n_selected; /* notifications */

  /* Of an editable one: */
  TlPoint        moved[6];   /* how far each box is from where it was; moves do so */
  gboolean       deaf;       /* moves are counted only */
  TlPoint        asked;      /* with the last request that has two numbers */
  char          *renamed;
  char          *connected;  /* the two keys with a blank between, or one with what is asked */
  TlRect         resized;
  int            n_selections;
  int            n_moves;
  int            n_nudges;
  int            n_resizes;
  int            n_adds;
  int            n_deletes;
} CanvasFixture;

TlScene *canvas_fixture_create_scene (void);

/* Shows the scene in a window of 900 x 620, beside other things, without
 * animations, at rest. */
void     canvas_fixture_set_up       (CanvasFixture *self,
                                      gconstpointer  data);
void     canvas_fixture_tear_down    (CanvasFixture *self,
                                      gconstpointer  data);
void     canvas_fixture_settle       (CanvasFixture *self);

/* Lets everything be done with all boxes, counts what is asked for, and moves what
 * is to be moved. */
void     canvas_fixture_make_editable (CanvasFixture *self);
/* Shows the editable scene with the boxes where they are now. */
void     canvas_fixture_update        (CanvasFixture *self);
void     canvas_fixture_update_by     (CanvasFixture *self,
                                       TlSceneTransition transition);
/* @keys: all of them, the primary one first, with blanks between */
gboolean canvas_fixture_has_selected (CanvasFixture *self,
                                      const char    *keys);

/* Middle of a node, in the widget. */
TlPoint  canvas_fixture_locate       (CanvasFixture *self,
                                      const char    *key);

/* What the canvas draws: one 0xAARRGGBB a logical pixel. */
guint32 *canvas_fixture_render       (CanvasFixture *self,
                                      int           *width,
                                      int           *height) G_GNUC_WARN_UNUSED_RESULT;

/* main() of a test program: adds tests and runs them, or says that there is no display. */
int      canvas_run                  (int           *argc,
                                      char        ***argv,
                                      void         (*add_tests) (void));

#define canvas_add(path, data, function) \
  g_test_add (path, CanvasFixture, data, canvas_fixture_set_up, function, canvas_fixture_tear_down)

G_END_DECLS
