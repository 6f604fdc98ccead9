/* tl-window-print.c: diagrams on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-dialog.h"
#include "ui/tl-window-private.h"

static void
message_cb (TlWindow   *self,
            const char *text)
{
  tl_window_show_message (self, text, FALSE);
}

/* What the colours mean, where there are some. (transfer full) (nullable) */
static TlOverlay *
create_overlay (TlWindow *self)
{
  TlOverlayKind kind = tl_session_get_overlay (self->session);

  if (kind == TL_OVERLAY_NONE || !g_str_equal (tl_session_get_page (self->session), TL_PAGE_DIAGRAM)
      || !tl_session_shows_project_edition (self->session))
    return NULL;
  return tl_overlay_new (tl_session_get_project (self->session), kind);
}

void
tl_window_print (TlWindow *self)
{
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (TlScene) scene = NULL;
  g_autofree char *title = NULL;
  const char *why;
  GtkWidget *dialog;

  scene = tl_project_page_create_scene (tl_window_get_project_page (self), &font, &why);
  if (scene == NULL)
    {
      tl_window_show_message (self, why, FALSE);
      return;
    }
  title = tl_sheets_format_title (tl_record_get_name (TL_RECORD (tl_session_get_project (self->session))), scene);
  dialog = tl_print_dialog_new (scene, font, create_overlay (self), title);
  g_signal_connect_object (dialog, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}
