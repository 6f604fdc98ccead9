/* tl-bus-fixture.h: the program as the desktop starts it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tl-test-support.h"

G_BEGIN_DECLS

#define BUS_PATH "/io/github/throughline_it/Throughline"

/* A session bus that starts the program when it is asked for, as it is installed. GTK is only
 * in the program that is started. */
typedef struct
{
  char            *directory;
  GTestDBus       *bus;
  GDBusConnection *connection;
} BusFixture;

/* Puts into the data directory of the program what it is to find there. */
typedef void (*BusPrepare) (const char *directory);

void      bus_fixture_set_up    (BusFixture    *bus,
                                 gconstpointer  prepare); /* BusPrepare, or NULL */
void      bus_fixture_tear_down (BusFixture    *bus,
                                 gconstpointer  prepare);

/* Returns: (transfer full): what a method of the program answers */
GVariant *bus_call              (BusFixture    *bus,
                                 const char    *path,
                                 const char    *interface,
                                 const char    *method,
                                 GVariant      *parameters);
gboolean  bus_is_running        (BusFixture    *bus);
/* Until it has ended. */
void      bus_quit              (BusFixture    *bus);
/* As a crash does. */
void      bus_kill              (BusFixture    *bus);

guint     bus_count_windows     (BusFixture    *bus);
/* The page that the n-th window shows, as the state of its action says. */
gboolean  bus_shows_page        (BusFixture    *bus,
                                 guint          n,
                                 const char    *page);

/* Runs the tests, or marks them as skipped where there is no display. */
int       bus_run               (int           *argc,
                                 char        ***argv,
                                 void         (*add_tests) (void));

#define bus_add(path, function, prepare) \
  g_test_add (path, BusFixture, prepare, bus_fixture_set_up, function, bus_fixture_tear_down)

G_END_DECLS
