/* tl-window-print.c: what a page shows, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-dialog.h"
#include "ui/tl-start-page.h"
#include "ui/tl-window-private.h"

#include <glib/gi18n.h>

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

/* Without a project: the library. */
static TlPrintContent *
create_start_content (TlWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  GtkWidget *page = TL_IS_LAZY_BIN (shown) ? tl_lazy_bin_get_child (TL_LAZY_BIN (shown)) : NULL;

  return TL_IS_START_PAGE (page) ? tl_start_page_create_print_content (TL_START_PAGE (page)) : NULL;
}

static TlPrintContent *
create_content (TlWindow    *self,
                const char **why)
{
  TlProjectPage *page = tl_window_get_project_page (self);
  TlCanvas *canvas = tl_project_page_get_canvas (page);
  TlScene *scene = canvas != NULL ? tl_canvas_get_scene (canvas) : NULL;

  if (canvas == NULL)
    return tl_project_page_create_print_content (page, why);
  if (scene == NULL)
    return NULL;
  return tl_print_content_new_for_scene (scene, tl_canvas_get_font (canvas), create_overlay (self),
                                         tl_record_get_name (TL_RECORD (tl_session_get_project (self->session))));
}

void
tl_window_print (TlWindow *self)
{
  const char *why = _("There is nothing to print here");
  g_autoptr (TlPrintContent) content = self->document != NULL ? create_content (self, &why) : create_start_content (self);
  TlPrintDialog *dialog;

  if (content == NULL)
    {
      tl_window_show_message (self, why, FALSE);
      return;
    }
  dialog = tl_print_dialog_present (content, GTK_WINDOW (self));
  g_signal_connect_object (dialog, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
}
