/* tl-test-pointer.h: real input for tests with windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sends what a mouse and a keyboard would send, through the X server (XTest), so
 * that a test goes the whole way that input goes. The events have been sent when a
 * function returns, not handled: wait for what they bring about, with
 * tl_test_wait_for(). */
typedef struct _TlTestPointer TlTestPointer;

/**
 * tl_test_pointer_new:
 *
 * Returns: (transfer full) (nullable): the devices, or %NULL when the display is no
 *   X server with XTest; the running test is marked as skipped then
 */
TlTestPointer *tl_test_pointer_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void           tl_test_pointer_free    (TlTestPointer   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTestPointer, tl_test_pointer_free)

/* Gives a window the keyboard, as a window manager would, and waits for it. */
void           tl_test_pointer_focus   (TlTestPointer   *self,
                                        GtkWindow       *window);
/* Places are in logical pixels of @widget. */
void           tl_test_pointer_move    (TlTestPointer   *self,
                                        GtkWidget       *widget,
                                        double           x,
                                        double           y);
void           tl_test_pointer_press   (TlTestPointer   *self,
                                        guint            button);
void           tl_test_pointer_release (TlTestPointer   *self,
                                        guint            button);
/* @n_clicks presses and releases at one place. */
void           tl_test_pointer_click   (TlTestPointer   *self,
                                        GtkWidget       *widget,
                                        double           x,
                                        double           y,
                                        guint            button,
                                        guint            n_clicks);
void           tl_test_pointer_drag    (TlTestPointer   *self,
                                        GtkWidget       *widget,
                                        double           from_x,
                                        double           from_y,
                                        double           to_x,
                                        double           to_y,
                                        guint            button);
/* @notches above 0 turn the wheel away from the user. */
void           tl_test_pointer_wheel   (TlTestPointer   *self,
                                        GtkWidget       *widget,
                                        double           x,
                                        double           y,
                                        int              notches);
/* A key with Shift, Control, Alt held as @modifiers says. */
void           tl_test_pointer_key     (TlTestPointer   *self,
                                        guint            key,
                                        GdkModifierType  modifiers);
/* Presses a key and leaves it so, or lets go of it. */
void           tl_test_pointer_hold_key (TlTestPointer  *self,
                                         guint           key,
                                         gboolean        hold);

G_END_DECLS
