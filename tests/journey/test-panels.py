"""The menus and popovers of a project's pages, and its questions, as assistive technology meets
them: names, roles, the way of Tab, and where the keyboard is when they are left.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import tap  # noqa: E402

tap.require()
tap.require_old_tree()

from accessibility import (POPOVER, arrow_to, check, check_keys, check_opened, create_tests,  # noqa: E402
                           find_focused, opened, press, tab_to, wait_for_focus, walks)
from desktop import Failure, until  # noqa: E402

OUTLINE = "Outline of the edition"
GRID = re.compile("^(?!Gtk).")  # of the matrix, which has a name


def go_to(desktop, page, role, name):
    desktop.key("alt+%d" % page)
    desktop.wait_for(role, name)
    return wait_for_focus(desktop, "Alt+%d" % page)


def find(desktop, text):
    """Goes to what Ctrl+F finds by its whole name; its facts are in the inspector then."""
    with_popover = ("search box", None)
    desktop.key("ctrl+f")
    desktop.wait_for(*with_popover, within=POPOVER, where=lambda n: any("focused" in m.states for m in n.walk()))
    desktop.key("ctrl+a")
    desktop.type(text)
    desktop.wait_for("label", text, within=POPOVER)
    desktop.key("Return")
    desktop.wait_gone(*POPOVER)
    desktop.wait_for("heading", text)


def inspect(desktop, button):
    """A popover of the inspector, opened and left by the keyboard."""
    desktop.key("alt+9")
    wait_for_focus(desktop, "Alt+9")
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", button))


# --- The window -------------------------------------------------------------------


@walks("TlWindow", "TlProjectPage", "tl-window.ui:menu_button")
def main_menu(desktop):
    """the main menu, and the menus in it"""
    desktop.wait_for("group", "Value chain")
    desktop.ignored = frozenset([OUTLINE])  # test-accessibility looks at it
    with opened(desktop, POPOVER, lambda: desktop.key("F10")):
        check_keys(desktop, POPOVER)
        arrow_to(desktop, "menu item", "View")
        desktop.key("Right")
        desktop.wait_for("menu item", "Full Screen")
        check(desktop)
        wait_for_focus(desktop, "View was opened", POPOVER)


@walks("TlTour")
def tour(desktop):
    """the tour, forwards and back"""
    with opened(desktop, ("button", "Next"), lambda: take_tour(desktop), back=lambda: None):
        for _ in range(2):
            desktop.key("Return")
            desktop.wait_idle()
            wait_for_focus(desktop, "Next")
            check(desktop)
        check_keys(desktop, POPOVER)


def take_tour(desktop):
    desktop.key("F10")
    desktop.wait_for("menu item", "Take the Tour")
    arrow_to(desktop, "menu item", "Take the Tour", key="Up")
    desktop.key("Return")


def presenting(desktop):
    """full screen, and presenting: the keyboard stays in the diagram"""
    for key in ("F11", "F5"):
        go_to(desktop, 1, "group", "Value chain")
        before = find_focused(desktop)
        desktop.key(key)
        desktop.wait_idle()
        check(desktop)
        wait_for_focus(desktop, key)
        desktop.key("Escape" if key == "F5" else key)
        desktop.wait_idle()
        after = wait_for_focus(desktop, "%s was left" % key)
        if after.path != before.path:
            raise Failure("the keyboard was on %r, and is on %r after %s" % (before, after, key))


@walks("tl-diagram-page.c:create_menu")
def node_menu(desktop):
    """the menu of a node"""
    go_to(desktop, 1, "group", "Value chain")
    desktop.key("Right")
    wait_for_focus(desktop, "Right")
    check_opened(desktop, POPOVER, lambda: desktop.key("shift+F10"))


# --- The inspector ----------------------------------------------------------------


@walks("TlInspector", "TlInspectorHeader", "TlToolChooser", "tl-owner-button.c:create_popover_cb")
def component(desktop):
    """what a component is given in the inspector"""
    find(desktop, "Incident")
    check(desktop)
    inspect(desktop, "Pick an Owner")
    inspect(desktop, "Choose Tools")


@walks("TlFactEntry", "TlFactText", "tl-fact-entry.c:add_calendar")
def service(desktop):
    """a day in the inspector of a service"""
    find(desktop, "Online payments")
    check(desktop)
    inspect(desktop, "Choose a Day")


@walks("TlConceptChooser")
def tool(desktop):
    """what a tool supports"""
    find(desktop, "PagerDuty")
    check(desktop)
    inspect(desktop, "Choose Components")
    inspect(desktop, "Choose Data Objects")


@walks("TlPairEntry", "TlRelationChooser")
def element(desktop):
    """what an element is connected with, its links and properties"""
    find(desktop, "Checkout API")
    check(desktop)
    for button in ("Choose What It Is Connected With", "Add a Link", "Add a Property"):
        inspect(desktop, button)


# --- Tables -----------------------------------------------------------------------


@walks("TlServicesPage", "tl-services-page.ui:group_menu", "tl-record-table-actions.c:tl_record_table_create_menu")
def services(desktop):
    """services: how they are grouped, the menu of one, and where the keyboard is when it was deleted"""
    go_to(desktop, 2, "tree grid", "Services")
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Group By", key="shift+Tab"))
    tab_to(desktop, "row", None)
    desktop.key("Down", "Down")  # from the names of the columns
    check_opened(desktop, POPOVER, lambda: desktop.key("shift+F10"))
    count = len(desktop.find_all("row", within=("tree grid", "Services")))
    desktop.key("Delete")
    until(lambda: len(desktop.find_all("row", within=("tree grid", "Services"))) < count, "a service less")
    wait_for_focus(desktop, "a service was deleted", ("tree grid", "Services"))
    desktop.key("ctrl+z")
    until(lambda: len(desktop.find_all("row", within=("tree grid", "Services"))) == count, "the service again")
    wait_for_focus(desktop, "its deletion was undone")


# --- A blueprint ------------------------------------------------------------------


@walks("TlBlueprintPage", "TlBlueprintEditor", "TlCanvasFrame", "tl-blueprint-editor.ui:align_menu",
       "tl-blueprint-editor.ui:menu")
def blueprint_menus(desktop):
    """the menus of a blueprint and of its elements"""
    find(desktop, "Checkout API")
    desktop.key("alt+3")
    wait_for_focus(desktop, "Alt+3", ("button", re.compile("^Checkout API")))
    check_opened(desktop, POPOVER, lambda: desktop.key("shift+F10"))
    desktop.key("ctrl+a")  # otherwise there is nothing to align
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Align", key="shift+Tab"))


@walks("tl-blueprint-editor.ui:tools_menu")
def narrow_tools(desktop):
    """what is left out of the bar of a narrow window"""
    number = desktop.display.toplevel()[0]
    desktop.display.resize(number, 420, 880)
    try:
        desktop.wait_for("button", "More Tools")
        go_to(desktop, 3, "group", "Online payments")
        check_opened(desktop, POPOVER, lambda: press(desktop, "button", "More Tools", key="shift+Tab"))
    finally:
        desktop.display.resize(number, desktop.width, desktop.height)


@walks("TlKindPalette", "TlNewKind")
def new_kind(desktop):
    """a new kind of the project"""
    go_to(desktop, 3, "group", "Online payments")
    desktop.key("ctrl+e")
    desktop.wait_for("list", "Kinds of Elements")
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", re.compile("^New Kind")))
    desktop.key("ctrl+e")
    desktop.wait_for("button", "Element", where=lambda n: "pressed" not in n.states)
    wait_for_focus(desktop, "the palette was closed", ("group", "Online payments"))


@walks("TlMatrixView", "TlMatrixAxisBar", "tl-matrix-grid-input.c:open_menu", "tl-export-chooser.c:tl_export_chooser_show")
def matrix(desktop):
    """the menu of the matrix, and where it is exported to"""
    desktop.key("alt+5")
    desktop.click(desktop.wait_for("tab", "Matrix"))
    desktop.wait_for("grid", GRID)
    with opened(desktop, ("widget", "Export the Matrix"),
                lambda: press(desktop, "button", "Export the Matrix as CSV"), toolkit=True):
        pass
    tab_to(desktop, "grid", GRID)
    desktop.key("Down")
    with opened(desktop, POPOVER, lambda: desktop.key("shift+F10")):
        desktop.key("Down")
        wait_for_focus(desktop, "Down", POPOVER)


# --- Its file ---------------------------------------------------------------------


@walks("tl-window-file.c:ask_where")
def save_as(desktop):
    """the dialog that asks where to save"""
    go_to(desktop, 1, "group", "Value chain")
    with opened(desktop, ("widget", "Save Project"), lambda: desktop.key("ctrl+shift+s"), toolkit=True):
        pass


@walks("tl-window-load.c:tl_window_ask_to_revert")
def revert(desktop):
    """the question before all changes are taken back"""
    go_to(desktop, 2, "tree grid", "Services")
    press(desktop, "button", "Add a Service", key="shift+Tab")
    desktop.wait_for("button", re.compile("^Undo Add Service"))
    go_to(desktop, 1, "group", "Value chain")

    def open_it():
        desktop.key("F10")
        desktop.wait_for("menu item", "Revert to Saved…")
        arrow_to(desktop, "menu item", "Revert to Saved…")
        desktop.key("Return")

    check_opened(desktop, ("dialog", "Revert to the Saved File?"), open_it)


@walks("tl-window-file.c:ask_to_overwrite", "tl-window-file.c:tl_window_show_error")
def save_over(desktop):
    """what is asked and said when the file cannot just be saved"""
    path = os.path.join(desktop.home, "northwind-bank.it4it")
    with open(path, "a", encoding="utf-8") as file:
        file.write("<!-- another program -->\n")
    question = ("dialog", "Overwrite the Changed File?")
    check_opened(desktop, question, lambda: desktop.key("ctrl+s"))
    os.remove(path)
    os.makedirs(os.path.join(path, "in the way"))
    desktop.key("ctrl+s")
    error = ("dialog", "The Project Was Not Saved")
    found = until(lambda: desktop.find(*question) or desktop.find(*error), "a question or an error")
    if found.matches(*question):
        tab_to(desktop, "button", "Overwrite")
        desktop.key("space")
    desktop.wait_for(*error)
    check(desktop)
    check_keys(desktop, error)
    desktop.key("Escape")
    desktop.wait_gone(*error)
    wait_for_focus(desktop, "it was left")


STARTS = [
    ("northwind-bank", [main_menu, tour, presenting, node_menu, component, service, tool, element, services,
                        blueprint_menus, narrow_tools, new_kind, matrix, save_as, revert, save_over]),
]


if __name__ == "__main__":
    tap.run(create_tests(STARTS), sys.argv[1:])
