/* tl-panel-fixture.h: a small project, its session and a window to put a widget in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "ui/tl-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An edition 2.1 project with the tools t1 "Jira" (supports and masters
 * requirement, supports incident, 142000 EUR), t2 "ServiceNow" (supports
 * incident), t3 "Git" with an unknown state, and the integrations i1 of t1 to t2
 * and i2 of t3 to t1. */
typedef struct
{
  TlProject *project;
  TlSession *session;
  GtkWidget *window;

  /* From the signal `message` of what panel_fixture_listen() was called with. */
  char      *message;
  gboolean   undoable;
  int        n_edits; /* of the signal `edit` */
} PanelFixture;

void       panel_fixture_set_up    (PanelFixture  *fixture,
                                    gconstpointer  data);
void       panel_fixture_tear_down (PanelFixture  *fixture,
                                    gconstpointer  data);

/* Puts a widget in the window and waits until it is on the screen. */
void       panel_fixture_show      (PanelFixture  *fixture,
                                    GtkWidget     *widget);
void       panel_fixture_listen    (PanelFixture  *fixture,
                                    GtkWidget     *widget);
TlRecord  *panel_fixture_get       (PanelFixture  *fixture,
                                    const char    *id); /* must exist */
void       panel_fixture_undo      (PanelFixture  *fixture);
/* Makes a tool "NAME" with the cost, in the file's form. */
TlRecord  *panel_fixture_create_tool (const char  *id,
                                      const char  *name,
                                      const char  *cost);

/* Adds a service, and an element of it in the lane of its kind: each an edit. */
TlRecord  *panel_fixture_add_service (PanelFixture *fixture,
                                      const char   *id,
                                      const char   *name);
TlRecord  *panel_fixture_add_element (PanelFixture *fixture,
                                      const char   *service,
                                      const char   *id,
                                      const char   *kind,
                                      const char   *name);

/* Drops what has to be the last reference but those that go with events of the
 * display server that are still to come. */
void       panel_wait_for_finalization (GObject   *object);

/* The first of the type below @root, in the order of drawing; NULL if there is none. */
GtkWidget *panel_find              (GtkWidget     *root,
                                    GType          type);
/* The first visible label with this text. */
GtkWidget *panel_find_label        (GtkWidget     *root,
                                    const char    *text);
/* The row with this title. */
GtkWidget *panel_find_row          (GtkWidget     *root,
                                    const char    *title);
GtkWidget *panel_find_button       (GtkWidget     *root,
                                    const char    *tooltip);
/* Adds text at the end of the editable in a row, a character at a time. */
void       panel_type              (GtkWidget     *row,
                                    const char    *text);
const char *panel_get_text         (GtkWidget     *row);

/* Runs the tests, or marks them as skipped where there is no display. */
int        panel_run               (int           *argc,
                                    char        ***argv,
                                    void         (*add_tests) (void));

#define panel_add(path, function) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, function, panel_fixture_tear_down)

G_END_DECLS
