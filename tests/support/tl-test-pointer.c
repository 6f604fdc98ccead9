/* tl-test-pointer.c: real input for tests with windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-test-pointer.h"

#include "tl-test-support.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

struct _TlTestPointer
{
  Display *display; /* a connection of its own, as another client's */
};

TlTestPointer *
tl_test_pointer_new (void)
{
  GdkDisplay *gdk_display = gdk_display_get_default ();
  TlTestPointer *self;
  Display *display;
  int ignored;

  if (!GDK_IS_X11_DISPLAY (gdk_display))
    {
      g_test_skip ("the display is no X server");
      return NULL;
    }

  display = XOpenDisplay (gdk_display_get_name (gdk_display));
  g_assert_nonnull (display);
  if (!XTestQueryExtension (display, &ignored, &ignored, &ignored, &ignored))
    {
      XCloseDisplay (display);
      g_test_skip ("the X server has no XTest");
      return NULL;
    }

  self = g_new0 (TlTestPointer, 1);
  self->display = display;
  /* Out of the way of what the last test may have left under it. */
  XTestFakeMotionEvent (display, -1, DisplayWidth (display, 0) - 1, DisplayHeight (display, 0) - 1, CurrentTime);
  XSync (display, False);

  return self;
}

void
tl_test_pointer_free (TlTestPointer *self)
{
  XCloseDisplay (self->display);
  g_free (self);
}

static Window
get_xid (GtkNative *native)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (native));
}

void
tl_test_pointer_focus (TlTestPointer *self,
                       GtkWindow     *window)
{
  tl_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  XSetInputFocus (self->display, get_xid (GTK_NATIVE (window)), RevertToParent, CurrentTime);
  XSync (self->display, False);
  tl_test_wait_for (gtk_window_is_active (window));
}

void
tl_test_pointer_move (TlTestPointer *self,
                      GtkWidget     *widget,
                      double         x,
                      double         y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  double native_x, native_y, shift_x, shift_y;
  int root_x, root_y;
  Window child;

  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &native_x, &native_y));
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  XTranslateCoordinates (self->display, get_xid (native), DefaultRootWindow (self->display), 0, 0, &root_x, &root_y,
                         &child);
  XTestFakeMotionEvent (self->display, -1, root_x + (int) ((native_x + shift_x) * factor),
                        root_y + (int) ((native_y + shift_y) * factor), CurrentTime);
  XSync (self->display, False);
}

void
tl_test_pointer_press (TlTestPointer *self,
                       guint          button)
{
  XTestFakeButtonEvent (self->display, button, True, CurrentTime);
  XSync (self->display, False);
}

void
tl_test_pointer_release (TlTestPointer *self,
                         guint          button)
{
  XTestFakeButtonEvent (self->display, button, False, CurrentTime);
  XSync (self->display, False);
}

void
tl_test_pointer_click (TlTestPointer *self,
                       GtkWidget     *widget,
                       double         x,
                       double         y,
                       guint          button,
                       guint          n_clicks)
{
  tl_test_pointer_move (self, widget, x, y);
  for (guint i = 0; i < n_clicks; i++)
    {
      tl_test_pointer_press (self, button);
      tl_test_pointer_release (self, button);
    }
}

void
tl_test_pointer_drag (TlTestPointer *self,
                      GtkWidget     *widget,
                      double         from_x,
                      double         from_y,
                      double         to_x,
                      double         to_y,
                      guint          button)
{
  tl_test_pointer_move (self, widget, from_x, from_y);
  tl_test_pointer_press (self, button);
  for (int i = 1; i <= 4; i++)
    tl_test_pointer_move (self, widget, from_x + (to_x - from_x) * i / 4, from_y + (to_y - from_y) * i / 4);
  tl_test_pointer_release (self, button);
}

void
tl_test_pointer_wheel (TlTestPointer *self,
                       GtkWidget     *widget,
                       double         x,
                       double         y,
                       int            notches)
{
  tl_test_pointer_move (self, widget, x, y);
  for (int i = 0; i < ABS (notches); i++)
    tl_test_pointer_click (self, widget, x, y, notches > 0 ? 4 : 5, 1);
}

static void
send_key (TlTestPointer *self,
          guint          key,
          gboolean       press)
{
  KeyCode code = XKeysymToKeycode (self->display, key);

  g_assert_cmpuint (code, !=, 0);
  XTestFakeKeyEvent (self->display, code, press, CurrentTime);
}

void
tl_test_pointer_key (TlTestPointer  *self,
                     guint           key,
                     GdkModifierType modifiers)
{
  static const struct
  {
    GdkModifierType modifier;
    guint           key;
  } held[] = {
    { GDK_SHIFT_MASK, GDK_KEY_Shift_L },
    { GDK_CONTROL_MASK, GDK_KEY_Control_L },
    { GDK_ALT_MASK, GDK_KEY_Alt_L },
  };

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    if ((modifiers & held[i].modifier) != 0)
      send_key (self, held[i].key, TRUE);
  send_key (self, key, TRUE);
  send_key (self, key, FALSE);
  for (guint i = G_N_ELEMENTS (held); i > 0; i--)
    if ((modifiers & held[i - 1].modifier) != 0)
      send_key (self, held[i - 1].key, FALSE);
  XSync (self->display, False);
}

void
tl_test_pointer_hold_key (TlTestPointer *self,
                          guint          key,
                          gboolean       hold)
{
  send_key (self, key, hold);
  XSync (self->display, False);
}
