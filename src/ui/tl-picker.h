/* tl-picker.h: a popover to choose one of many things, and to name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/tl-pick.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPicker:
 *
 * A list under an entry that filters it; beneath, when something new is chosen, an
 * entry for its name. All by keyboard: arrows in the entry choose, Enter
 * takes what is chosen, or goes on to the name, where Enter takes both.
 *
 * Signals:
 * - `picked (const char *key, const char *name)`: the user has decided; it is
 *   closing. @name is "" where nothing was typed or asked
 */
#define TL_TYPE_PICKER (tl_picker_get_type ())
G_DECLARE_FINAL_TYPE (TlPicker, tl_picker, TL, PICKER, GtkPopover)

/* Lists what there is for @text, with tl_picker_add(), until it says that there
 * is no more room. May go on later. */
typedef void (*TlPickerSearchFunc) (TlPicker   *self,
                                    const char *text,
                                    gpointer    user_data);

GtkWidget *tl_picker_new        (const char *prompt) G_GNUC_WARN_UNUSED_RESULT; /* "Which kind?" */

/* For more than can be listed in advance; called whenever the text changes. */
void       tl_picker_set_search (TlPicker           *self,
                                 TlPickerSearchFunc  func,
                                 gpointer            user_data);

/* @pick: (transfer full). Returns whether there is room for more. */
gboolean   tl_picker_add        (TlPicker           *self,
                                 TlPick             *pick);

/* Opens it beside @area of its parent, with nothing typed, the first one or the
 * one with @key chosen. */
void       tl_picker_popup      (TlPicker           *self,
                                 const GdkRectangle *area,
                                 const char         *key); /* nullable */

G_END_DECLS
