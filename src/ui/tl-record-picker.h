/* tl-record-picker.h: a popover to choose a service or an element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"
#include "ui/tl-picker.h"

G_BEGIN_DECLS

/* Whether a record can be chosen. */
typedef gboolean (*TlRecordPickerFilter) (TlRecord *record,
                                          gpointer  user_data);

/**
 * tl_record_picker_new:
 * @type: services or elements
 * @prompt: what is asked: "Which element?"
 * @filter: (nullable): which ones; else all
 * @destroy: (nullable): for @user_data
 *
 * A #TlPicker that looks through the services of a project, or through the elements
 * in them, in slices, so that nobody waits for a large project. `picked` says the id.
 */
GtkWidget *tl_record_picker_new      (TlProject            *project,
                                      const TlRecordType   *type,
                                      const char           *prompt,
                                      TlRecordPickerFilter  filter,
                                      gpointer              user_data,
                                      GDestroyNotify        destroy) G_GNUC_WARN_UNUSED_RESULT;

/* Offers also not to choose: the first of all, with the id "". */
void       tl_record_picker_set_none (TlPicker             *picker,
                                      const char           *label);

/**
 * tl_record_picker_open:
 * @parent: what it becomes a child of when it is opened first, and stays until
 *   @parent unparents it. A popover that goes while the pointer is over it is a
 *   trap of GTK 4.8, which keeps it, and then asks its surface for the pointer: so
 *   @parent has to outlive what is picked
 * @at: a widget in @parent, or @parent, to point at
 * @id: (nullable): chosen at first
 */
void       tl_record_picker_open     (TlPicker             *picker,
                                      GtkWidget            *parent,
                                      GtkWidget            *at,
                                      const char           *id);

G_END_DECLS
