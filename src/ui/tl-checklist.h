/* tl-checklist.h: a popover to check some of many things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list with checks under an entry that filters it, grouped under headings.
 * Each check is an edit at once. Operable by keyboard: Enter in the entry checks
 * the first that is shown, arrows and Space do the rest. */
#define TL_TYPE_CHECKLIST (tl_checklist_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlChecklist, tl_checklist, TL, CHECKLIST, GtkPopover)

/**
 * TlChecklistClass:
 * @fill: calls tl_checklist_add() for everything there is
 * @toggle: makes the edit; the list is filled again after the project has changed
 */
struct _TlChecklistClass
{
  GtkPopoverClass parent_class;

  void (*fill)   (TlChecklist *self);
  void (*toggle) (TlChecklist *self,
                  const char  *key,
                  gboolean     active);
};

/* Has to be called once: the list follows @project while it is open. */
void        tl_checklist_set_project (TlChecklist *self,
                                      TlProject   *project);

/**
 * tl_checklist_add:
 * @key: what @toggle gets
 * @title: its name
 * @group: (nullable): heading it stands under; those of one have to come in a row
 */
void        tl_checklist_add         (TlChecklist *self,
                                      const char  *key,
                                      const char  *title,
                                      const char  *group,
                                      gboolean     active);

/* A widget under the list. */
void        tl_checklist_set_footer  (TlChecklist *self,
                                      GtkWidget   *footer);
const char *tl_checklist_get_filter  (TlChecklist *self); /* what was typed to filter */

G_END_DECLS
