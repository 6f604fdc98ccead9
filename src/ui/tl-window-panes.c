/* tl-window-panes.c: by keys from one part of a window to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-focus.h"
#include "ui/tl-window-private.h"

#define MAX_PANES 4

/* In the order in which they are read. */
static guint
list_panes (TlWindow  *self,
            GtkWidget *panes[MAX_PANES])
{
  guint n = 0;

  if (self->document != NULL && self->project_page != NULL)
    {
      AdwFlap *outline = tl_project_page_get_outline_flap (self->project_page);
      AdwFlap *inspector = tl_project_page_get_inspector_flap (self->project_page);

      if (adw_flap_get_reveal_flap (outline))
        panes[n++] = adw_flap_get_flap (outline);
      panes[n++] = adw_flap_get_content (inspector);
      if (adw_flap_get_reveal_flap (inspector))
        panes[n++] = adw_flap_get_flap (inspector);
    }
  else
    {
      panes[n++] = gtk_stack_get_visible_child (self->stack);
    }
  panes[n++] = GTK_WIDGET (self->header);
  return n;
}

static gboolean
enter (TlWindow  *self,
       GtkWidget *pane)
{
  if (self->project_page != NULL && pane == adw_flap_get_content (tl_project_page_get_inspector_flap (self->project_page)))
    {
      tl_project_page_focus_page (self->project_page);
      return TRUE;
    }
  return gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

/* Past the last one comes the first. A pane with nothing to be at is left out. */
static void
step (TlWindow *self,
      int       by)
{
  GtkWidget *panes[MAX_PANES];
  int n = (int) list_panes (self, panes);
  int now = by > 0 ? -1 : n;

  for (int i = 0; i < n; i++)
    if (tl_focus_is_within (panes[i]))
      now = i;
  for (int i = 0; i < n; i++)
    {
      now = (now + by + n) % n;
      if (enter (self, panes[now]))
        return;
    }
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  step (user_data, 1);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  step (user_data, -1);
}

/* As the outline shows them; past the last one comes the first. */
static void
turn (TlWindow *self,
      int       by)
{
  static const char *const pages[] = {
    TL_PAGE_DIAGRAM, TL_PAGE_SERVICES, TL_PAGE_BLUEPRINT, TL_PAGE_LANDSCAPE, TL_PAGE_TRACEABILITY,
  };
  int n = (int) G_N_ELEMENTS (pages), now = 0;

  while (now < n - 1 && !g_str_equal (pages[now], tl_session_get_page (self->session)))
    now++;
  tl_window_go_to_page (self, pages[(now + by + n) % n]);
}

static void
next_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  turn (user_data, 1);
}

static void
previous_page_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  turn (user_data, -1);
}

void
tl_window_add_pane_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "next-pane", next_pane_cb },
    { "previous-pane", previous_pane_cb },
    { "next-page", next_page_cb },
    { "previous-page", previous_page_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
