/* tl-command.c: what can be done, by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-command.h"

#include <glib/gi18n.h>

#define FILE_PLACE        N_("Main menu")
#define VIEW_PLACE        N_("View")
#define GO_PLACE          N_("Go to")
#define EDIT_PLACE        N_("Edit")
#define BLUEPRINT_PLACE   N_("Blueprint")
#define ARRANGE_PLACE     N_("Blueprint · Arrange")
#define PREFERENCES_PLACE N_("Preferences")
#define OVERLAY_PLACE     N_("Value chain · Colour by")

static const TlCommand commands[] = {
  { "app.new", NULL, N_("New Project…"), FILE_PLACE, N_("create start template") },
  { "app.open", NULL, N_("Open Project…"), FILE_PLACE, N_("file load") },
  { "app.totals", NULL, N_("Totals of the Library"), FILE_PLACE, N_("projects cost tools maturity portfolio sum") },
  { "app.new-window", NULL, N_("New Window"), FILE_PLACE, NULL },
  { "win.save", NULL, N_("Save"), FILE_PLACE, N_("write file") },
  { "win.save-as", NULL, N_("Save As…"), FILE_PLACE, N_("copy file rename") },
  { "win.revert", NULL, N_("Revert to Saved…"), FILE_PLACE, N_("reload discard changes") },
  { "win.print", NULL, N_("Print…"), FILE_PLACE, N_("paper poster PDF export page") },
  { "window.close", NULL, N_("Close Window"), FILE_PLACE, NULL },
  { "app.quit", NULL, N_("Quit"), FILE_PLACE, N_("exit end") },
  { "app.preferences", NULL, N_("Preferences"), FILE_PLACE, N_("settings options") },
  { "app.help", NULL, N_("Help"), FILE_PLACE, N_("manual documentation explain") },
  { "win.show-help-overlay", NULL, N_("Keyboard Shortcuts"), FILE_PLACE, N_("keys help") },
  { "app.tour", NULL, N_("Take the Tour"), FILE_PLACE, N_("help introduction first steps") },
  { "app.about", NULL, N_("About Throughline"), FILE_PLACE, N_("version licence help") },

  { "win.undo", NULL, N_("Undo"), EDIT_PLACE, N_("back take back") },
  { "win.redo", NULL, N_("Redo"), EDIT_PLACE, N_("again repeat") },
  { "win.find", NULL, N_("Find in This Project…"), EDIT_PLACE, N_("search") },
  { "win.new-service", NULL, N_("New Service From Template…"), EDIT_PLACE, N_("add create product") },
  { "win.add-service", NULL, N_("Add Service"), EDIT_PLACE, N_("new create product") },
  { "win.save-template", NULL, N_("Save Service as Template…"), EDIT_PLACE, NULL },
  { "win.kinds", NULL, N_("Kinds of This Project…"), EDIT_PLACE, N_("types own elements") },
  { "win.reconcile", NULL, N_("Compare With What Runs…"), EDIT_PLACE, N_("import inventory CSV reconcile") },

  { "win.outline", NULL, N_("Outline"), VIEW_PLACE, N_("sidebar panel left show hide") },
  { "win.inspector", NULL, N_("Inspector"), VIEW_PLACE, N_("sidebar panel right facts show hide") },
  { "win.minimap-visible", NULL, N_("Map of the Diagram"), VIEW_PLACE, N_("minimap overview show hide") },
  { "win.fullscreen", NULL, N_("Full Screen"), VIEW_PLACE, N_("window large monitor") },
  { "win.present", NULL, N_("Present"), VIEW_PLACE, N_("presentation full screen projector without panels") },
  { "win.fit", NULL, N_("Fit the Diagram"), VIEW_PLACE, N_("zoom whole all") },
  { "win.actual-size", NULL, N_("Actual Size"), VIEW_PLACE, N_("zoom 100") },
  { "win.zoom-in", NULL, N_("Zoom In"), VIEW_PLACE, N_("larger") },
  { "win.zoom-out", NULL, N_("Zoom Out"), VIEW_PLACE, N_("smaller") },

  { "win.page", "diagram", N_("Value Chain"), GO_PLACE, N_("page diagram") },
  { "win.page", "services", N_("Services"), GO_PLACE, N_("page table products") },
  { "win.page", "blueprint", N_("Blueprint"), GO_PLACE, N_("page service diagram") },
  { "win.page", "landscape", N_("Landscape"), GO_PLACE, N_("page tools integrations") },
  { "win.page", "traceability", N_("Traceability"), GO_PLACE, N_("page matrix impact line gaps") },
  { "win.back", NULL, N_("Back"), GO_PLACE, N_("previous history") },
  { "win.forward", NULL, N_("Forward"), GO_PLACE, N_("next history") },
  { "win.up", NULL, N_("One Step Up"), GO_PLACE, N_("parent level") },

  { "win.overlay", "none", N_("No Colours"), OVERLAY_PLACE, N_("overlay heat map") },
  { "win.overlay", "maturity", N_("Colour by Maturity"), OVERLAY_PLACE, N_("overlay heat map assessment") },
  { "win.overlay", "gap", N_("Colour by Gap to the Goal"), OVERLAY_PLACE, N_("overlay heat map maturity") },
  { "win.overlay", "tools", N_("Colour by Number of Tools"), OVERLAY_PLACE, N_("overlay heat map overlap") },
  { "win.overlay", "cost", N_("Colour by Cost"), OVERLAY_PLACE, N_("overlay heat map money") },
  { "win.overlay", "services", N_("Colour by Services"), OVERLAY_PLACE, N_("overlay heat map stage") },

  { "blueprint.add", NULL, N_("Add Element…"), BLUEPRINT_PLACE, N_("new create") },
  { "blueprint.use", NULL, N_("Use Element of Another Service…"), BLUEPRINT_PLACE, N_("share guest") },
  { "blueprint.rename", NULL, N_("Rename Element"), BLUEPRINT_PLACE, N_("name") },
  { "blueprint.connect", NULL, N_("Connect Elements"), BLUEPRINT_PLACE, N_("relation arrow line") },
  { "blueprint.relate", NULL, N_("Connect Element With…"), BLUEPRINT_PLACE, N_("relation arrow line") },
  { "blueprint.trace", NULL, N_("Trace Element…"), BLUEPRINT_PLACE, N_("realize relation") },
  { "blueprint.tidy", NULL, N_("Tidy Up the Blueprint"), BLUEPRINT_PLACE, N_("layout arrange automatically") },
  { "blueprint.duplicate", NULL, N_("Duplicate"), BLUEPRINT_PLACE, N_("copy") },
  { "blueprint.cut", NULL, N_("Cut"), BLUEPRINT_PLACE, NULL },
  { "blueprint.copy", NULL, N_("Copy"), BLUEPRINT_PLACE, NULL },
  { "blueprint.paste", NULL, N_("Paste"), BLUEPRINT_PLACE, NULL },
  { "blueprint.delete", NULL, N_("Delete"), BLUEPRINT_PLACE, N_("remove") },
  { "blueprint.select-all", NULL, N_("Select All"), BLUEPRINT_PLACE, NULL },
  { "blueprint.palette", NULL, N_("Kinds of Elements"), BLUEPRINT_PLACE, N_("palette panel") },
  { "blueprint.gaps", NULL, N_("Where the Line Is Broken"), BLUEPRINT_PLACE, N_("gaps missing traceability") },
  { "blueprint.arrange", "left", N_("Align Left"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "center", N_("Align Centers"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "right", N_("Align Right"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "top", N_("Align Top"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "middle", N_("Align Middles"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "bottom", N_("Align Bottom"), ARRANGE_PLACE, NULL },
  { "blueprint.arrange", "across", N_("Distribute Across"), ARRANGE_PLACE, N_("spacing even") },
  { "blueprint.arrange", "down", N_("Distribute Down"), ARRANGE_PLACE, N_("spacing even") },

  { "app.style-scheme", "light", N_("Light Style"), PREFERENCES_PLACE, N_("appearance theme bright") },
  { "app.style-scheme", "dark", N_("Dark Style"), PREFERENCES_PLACE, N_("appearance theme night") },
  { "app.style-scheme", "system", N_("Style Like the System"), PREFERENCES_PLACE, N_("appearance theme") },
  { "app.preference", "style", N_("Style"), PREFERENCES_PLACE, N_("settings appearance theme light dark") },
  { "app.preference", "minimap", N_("Map of the Diagram"), PREFERENCES_PLACE, N_("settings minimap overview") },
  { "app.preference", "restore", N_("Open Projects of Last Time"), PREFERENCES_PLACE, N_("settings session restore start windows") },
  { "app.preference", "edition", N_("Edition of New Projects"), PREFERENCES_PLACE, N_("settings IT4IT 2.1 3.0 default") },
  { "app.preference", "currency", N_("Currency"), PREFERENCES_PLACE, N_("settings costs money EUR USD default totals") },
  { "app.preference", "snap-to-grid", N_("Snap to the Grid"), PREFERENCES_PLACE, N_("settings blueprint align raster") },
  { "app.preference", "snap-to-neighbours", N_("Snap to Neighbours"), PREFERENCES_PLACE, N_("settings blueprint align guides") },
};

const TlCommand *
tl_command_list (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}
