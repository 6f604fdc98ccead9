/* tl-editor-fixture.h: a blueprint in a window, to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-blueprint-editor.h"
#include "ui/tl-picker.h"

#include "tl-panel-fixture.h"
#include "tl-test-pointer.h"

G_BEGIN_DECLS

/* Of edition 2.1: service s1 "Payments" with capability c "Pay by card", components
 * l "Checkout" and m "Ledger" beneath it, application a "checkout-eu", and c
 * realized by l; service s2 "Platform" with database g "Shared". */
typedef struct
{
  GtkWindow         *window;
  TlSession         *session;
  TlProject         *project;
  TlHistory         *history;
  TlRecord          *service;
  TlBlueprintEditor *editor;
  TlCanvas          *canvas;
  TlTestPointer     *pointer;  /* NULL where there is none */
  char              *start;    /* the file */
  char              *message;  /* of the last toast */
  gboolean           undoable;
} EditorFixture;

void       editor_fixture_set_up    (EditorFixture *fixture,
                                     gconstpointer  data);
/* Checks that all that was done can be undone. */
void       editor_fixture_tear_down (EditorFixture *fixture,
                                     gconstpointer  data);

/* Until what was done can be seen. */
void       editor_settle            (EditorFixture *fixture);
TlRecord  *editor_get               (EditorFixture *fixture,
                                     const char    *id); /* must exist */
/* The only element of that name. */
TlRecord  *editor_find              (EditorFixture *fixture,
                                     const char    *name);
guint      editor_count             (EditorFixture *fixture,
                                     guint          list); /* of the service */

/* Selects elements and relations, by id, and gives them the keyboard. */
void       editor_select            (EditorFixture *fixture,
                                     const char    *first,
                                     ...) G_GNUC_NULL_TERMINATED;
/* Presses a key, once the keyboard is in the window. */
void       editor_key               (EditorFixture *fixture,
                                     guint          key,
                                     GdkModifierType modifiers);
void       editor_activate          (EditorFixture *fixture,
                                     const char    *action,
                                     const char    *parameter);
/* Middle of an element, on the canvas. */
TlPoint    editor_locate            (EditorFixture *fixture,
                                     const char    *id);

/* What is open to choose from, once it is. */
TlPicker  *editor_wait_for_picker   (EditorFixture *fixture);
/* Types what finds one, a name if it is asked for, and takes it. */
void       editor_pick              (EditorFixture *fixture,
                                     const char    *text,
                                     const char    *name);

void       editor_assert_undo       (EditorFixture *fixture,
                                     const char    *label);

#define editor_add(path, function) \
  g_test_add (path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)

G_END_DECLS
