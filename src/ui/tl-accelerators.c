/* tl-accelerators.c: the keys of actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-accelerators.h"

typedef struct
{
  const char *action;
  const char *keys[5];
} Accelerator;

static const Accelerator accelerators[] = {
  { "app.new", { "<Control>n" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.print", { "<Control>p" } },
  { "window.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find", { "<Control>f" } },
  { "win.search-everywhere", { "<Control>k" } },
  { "win.menu", { "F10" } },
  { "win.outline", { "F9" } },
  { "win.inspector", { "<Shift>F9" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.up", { "<Alt>Up" } },
  { "win.fit", { "<Control>0", "<Control>KP_0" } },
  { "win.actual-size", { "<Control>1", "<Control>KP_1" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.page('diagram')", { "<Alt>1", "<Alt>Home" } },
  { "win.page('services')", { "<Alt>2" } },
  { "win.page('blueprint')", { "<Alt>3" } },
  { "win.page('landscape')", { "<Alt>4" } },
  { "win.page('traceability')", { "<Alt>5" } },
  { "win.next-page", { "<Control>Page_Down" } },
  { "win.previous-page", { "<Control>Page_Up" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.fullscreen", { "F11" } },
  { "win.present", { "F5" } },
  { "win.impact", { "<Control>i" } },
  { "win.reconcile", { "<Control>r" } },
  { "win.focus-outline", { "<Alt>8" } },
  { "win.focus-inspector", { "<Alt>9", "<Alt>Return" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

/* Where it is read from right to left, what was seen before is at the right. */
static const Accelerator mirrored[] = {
  { "win.back", { "<Alt>Right" } },
  { "win.forward", { "<Alt>Left" } },
};

static void
set_all (GtkApplication    *application,
         const Accelerator *keys,
         gsize              n)
{
  for (gsize i = 0; i < n; i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

void
tl_accelerators_set (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  set_all (application, accelerators, G_N_ELEMENTS (accelerators));
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    set_all (application, mirrored, G_N_ELEMENTS (mirrored));
}
