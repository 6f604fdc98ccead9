/* tl-window-services.c: what can be done with services in a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-window-private.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"

#include <glib/gi18n.h>

/* What is new is gone to, to be named. */
void
tl_window_add_service (TlWindow *self)
{
  TlProject *project = tl_session_get_project (self->session);
  g_autoptr (TlRecord) service = tl_record_new (&tl_service_type);
  g_autoptr (GError) error = NULL;

  if (!tl_record_fill (service, TL_SERVICE_NAME, _("New Service"), &error) ||
      !tl_edit_add (TL_RECORD (project), TL_PROJECT_SERVICES, g_object_ref (service), &error))
    {
      tl_window_show_message (self, error->message, FALSE);
      return;
    }
  tl_session_go_service (self->session, service);
  tl_window_edit_selection (self);
}
