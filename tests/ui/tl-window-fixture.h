/* tl-window-fixture.h: the application in the test's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "library/tl-library.h"
#include "ui/tl-application.h"
#include "ui/tl-window.h"

#include "tl-test-support.h"

G_BEGIN_DECLS

typedef struct
{
  TlApplication *application;
  char          *directory; /* of the test's own */
} WindowFixture;

void        window_fixture_set_up    (WindowFixture *fixture,
                                      gconstpointer  data);
/* Closes what is open, and checks that every window has gone. */
void        window_fixture_tear_down (WindowFixture *fixture,
                                      gconstpointer  data);

/* A window with a new project of an edition, from a template. */
TlWindow   *window_fixture_open_new  (WindowFixture *fixture,
                                      const char    *version,
                                      const char    *template_name);
/* The window that opens a file, once it shows something. */
TlWindow   *window_fixture_open_file (WindowFixture *fixture,
                                      const char    *path);
/* The window of a file, or any, if it is %NULL; %NULL if there is none. */
TlWindow   *window_fixture_find_file (WindowFixture *fixture,
                                      GFile         *file);
guint       window_fixture_count     (WindowFixture *fixture);

TlProject  *window_get_project       (TlWindow      *window);
const char *window_get_shown         (TlWindow      *window); /* page of its stack */
/* Saves as a file, without a dialog. */
void        window_save_as           (TlWindow      *window,
                                      const char    *path);
void        window_activate          (TlWindow      *window,
                                      const char    *action,
                                      const char    *parameter);

/* The dialog over a window, once it is there. */
GtkWidget  *window_wait_for_dialog   (TlWindow      *window);

/* The first widget of a type below @root in the order of drawing, or %NULL. */
GtkWidget  *window_find              (gpointer       root,
                                      GType          type);
/* The n-th one. */
GtkWidget  *window_find_nth          (gpointer       root,
                                      GType          type,
                                      guint          n);
/* Whether a label below @root says @text, or more than that. */
gboolean    window_says              (gpointer       root,
                                      const char    *text);

/* Until a library knows so many. */
void        window_wait_for_projects (TlLibrary     *library,
                                      guint          n_projects);
/* A library of one project, the sample, and a copy of it. */
TlLibrary  *window_create_library    (WindowFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;

/* Runs the tests, or marks them as skipped where there is no display. */
int         window_run               (int           *argc,
                                      char        ***argv,
                                      void         (*add_tests) (void));

#define window_add(path, data, function) \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, function, window_fixture_tear_down)

G_END_DECLS
