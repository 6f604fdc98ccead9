/* tl-press-count.h: which press in a row one is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GtkGestureClick counts is lost when the program takes longer over the first
 * press than a double click may last, as it goes by the time of handling, and when
 * the first press comes shortly after one in another place. This goes by the times
 * of the events. Zeroed at the beginning. */
typedef struct
{
  guint32  time; /* of the last press */
  double   x;    /* and its place, in pixels of the widget */
  double   y;
  int      n;
  gboolean was_click; /* it was released without having become a drag */
} TlPressCount;

/* To be called for a gesture's signals of the same names; the release returns what
 * the press was: 1 for the first, 2 for that of a double click. */
void tl_press_count_pressed  (TlPressCount    *self,
                              GtkGestureClick *gesture,
                              double           x,
                              double           y);
int  tl_press_count_released (TlPressCount    *self);

G_END_DECLS
