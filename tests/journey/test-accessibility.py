"""Every page as assistive technology meets it: names, roles, descriptions, and the way of Tab.

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

from accessibility import check, create_tests, find_focused, is_unnamed, walks  # noqa: E402
from desktop import Failure, until  # noqa: E402

def is_diagram(node):
    """The canvas: what has nodes as children and takes the focus."""
    return (node.role == "group" and "focusable" in node.states and bool(node.children) and
            all(c.role == "button" and not c.children for c in node.children))


def find_diagram(desktop):
    return desktop.find(where=is_diagram)


def check_diagram(desktop, name):
    diagram = until(lambda: (lambda d: d and d.name == name and d)(find_diagram(desktop)),
                    "the diagram " + name)
    faults = ["no name: %r" % n for n in diagram.children if is_unnamed(n)]
    faults += ["no description: " + n.name for n in diagram.children if not n.description.strip()]
    faults += ["cannot take the focus: " + n.name for n in diagram.children
               if "focusable" not in n.states]
    if faults:
        raise Failure("\n".join(faults))
    check(desktop)


def node(desktop, title):
    return until(lambda: next((c for c in (find_diagram(desktop) or desktop.tree()).children
                               if c.name == title or c.name.startswith(title + ", ")), None),
                 "the node " + title)


# --- Pages ------------------------------------------------------------------------
# Each goes on from where the one before it has left the program.

def start_page(desktop):
    """start page"""
    desktop.wait_for("list item", "Harbour Energy")
    check(desktop)


def new_dialog(desktop):
    """dialog for a new project"""
    desktop.key("ctrl+n")
    desktop.wait_for("window", "New Project")
    try:
        check(desktop)
    finally:
        desktop.key("Escape")
    desktop.wait_gone("window", "New Project")


def preferences(desktop):
    """preferences"""
    desktop.key("ctrl+comma")
    desktop.wait_for("window", "Preferences")
    try:
        check(desktop)
    finally:
        desktop.key("Escape")
    desktop.wait_gone("window", "Preferences")


@walks("TL_VIEW_VALUE_CHAIN", "TlDiagramPage", "TlOutline")
def value_chain_21(desktop):
    """value chain of edition 2.1"""
    check_diagram(desktop, "Value chain")


def main_menu(desktop):
    """main menu"""
    desktop.key("F10")
    desktop.wait_for(None, "Save")
    try:
        check(desktop)
    finally:
        desktop.key("Escape")
    desktop.wait_gone(None, "Save")


def search(desktop):
    """search"""
    desktop.key("ctrl+f")
    desktop.wait_idle()
    desktop.type("incident")
    try:
        desktop.wait_for("label", "Incident")
        check(desktop)
    finally:
        desktop.key("Escape")


def shortcuts(desktop):
    """keyboard shortcuts"""
    desktop.key("ctrl+question")
    try:
        desktop.wait_for("label", "Go into a node", timeout=10)
    finally:
        desktop.key("Escape")
    desktop.wait_gone("label", "Go into a node")


def inspector_component(desktop):
    """inspector of a component"""
    desktop.click(node(desktop, "Incident"))
    desktop.wait_for("heading", "Incident")
    check(desktop)


@walks("TL_VIEW_COMPONENT")
def component(desktop):
    """component"""
    desktop.click(node(desktop, "Incident"), times=2)
    check_diagram(desktop, "Incident")


@walks("TL_VIEW_LEVEL1")
def level1(desktop):
    """level 1"""
    desktop.click(desktop.wait_for("button", "Level 1"))
    check_diagram(desktop, "Level 1")


def go_into(desktop, title):
    """By the keyboard: finds it, and goes into it."""
    desktop.key("ctrl+f")
    desktop.wait_for("widget", "GtkPopoverContent")
    desktop.key("ctrl+a")
    desktop.type(title)
    desktop.wait_for("label", title, within=("widget", "GtkPopoverContent"))
    desktop.key("Return")
    desktop.wait_gone("widget", "GtkPopoverContent")
    desktop.wait_for("button", re.compile("^%s(,|$)" % re.escape(title)), where=lambda n: "focused" in n.states)
    desktop.key("Return")
    check_diagram(desktop, title)


@walks("TL_VIEW_DATA_OBJECT")
def data_object(desktop):
    """data object"""
    desktop.click(node(desktop, "Interaction"), times=2)
    check_diagram(desktop, "Interaction")


@walks("TL_VIEW_STREAM", "TL_VIEW_ACTIVITY")
def other_views(desktop):
    """a value stream and a supporting activity"""
    for title in ("Detect to Correct", "Finance & Assets"):
        go_into(desktop, title)


@walks("TL_VIEW_GROUP")
def group(desktop):
    """a functional group of edition 3.0"""
    go_into(desktop, "Develop")


def services(desktop):
    """services"""
    desktop.click(desktop.wait_for("label", "Services", within=("list", "Pages")))
    desktop.wait_for("tree grid", "Services")
    check(desktop)


def inspector_service(desktop):
    """blueprint and inspector of a service"""
    desktop.click(desktop.wait_for("label", "Online payments", within=("list", "Services")))
    desktop.wait_for("label", re.compile("^service$", re.I))
    desktop.wait_for("group", "Blueprint")
    check(desktop)


@walks("TlTraceabilityPage")
def traceability(desktop):
    """traceability"""
    desktop.click(desktop.wait_for("label", "Traceability", within=("list", "Pages")))
    desktop.wait_for("group", "Traceability")
    check(desktop)


@walks("TlLandscapePage")
def landscape(desktop):
    """landscape, its tools"""
    desktop.click(desktop.wait_for("label", "Landscape", within=("list", "Pages")))
    desktop.wait_for("tree grid", "Tools")
    check(desktop)


def inspector_tool(desktop):
    """inspector of a tool"""
    desktop.click(desktop.wait_for("label", "PagerDuty", within=("tree grid", "Tools")))
    desktop.wait_for("label", re.compile("^tool$", re.I))
    check(desktop)


@walks("TlFactReference")
def integrations(desktop):
    """landscape, its integrations"""
    desktop.click(desktop.wait_for("tab", "Integrations"))
    desktop.wait_for("tree grid", "Integrations")
    check(desktop)
    # After the names of the columns.
    desktop.click(until(lambda: desktop.find_all("row", within=("tree grid", "Integrations"))[1:], "integrations")[0])
    desktop.wait_for("label", re.compile("^integration$", re.I))
    check(desktop)


def page_keys(desktop):
    """the keys of a page put the focus into it, also when it is there already"""
    for _ in range(2):
        desktop.key("alt+1")
        desktop.wait_idle()
        diagram = find_diagram(desktop)
        focused = [n for n in diagram.walk() if "focused" in n.states] if diagram else []
        if not focused:
            raise Failure("Alt+1 takes the focus to %r, not into the diagram" %
                          find_focused(desktop))


def value_chain_30(desktop):
    """value chain of edition 3.0, with the project's facts in the inspector"""
    check_diagram(desktop, "Value chain")
    desktop.wait_for("label", "Contents")


@walks("TL_VIEW_NETWORK")
def network(desktop):
    """value streams as a network"""
    desktop.click(desktop.wait_for("button", "Value streams"))
    check_diagram(desktop, "Value streams")


def other_edition(desktop):
    """the other edition"""
    desktop.click(desktop.wait_for("button", "IT4IT 2.1"))
    check_diagram(desktop, "Value chain")


def tab_round(desktop):
    """Tab goes from the header through the diagram and on, and comes back; Shift+Tab as well"""
    outline = desktop.wait_for("button", "Outline")
    for key in ("Tab", "shift+Tab"):
        desktop.click(outline)  # hides it, and has the focus
        desktop.click(outline)
        desktop.wait_for("button", "Outline", where=lambda n: "focused" in n.states)
        in_diagram, left, came_back, way, paths = False, False, False, [], []
        for _ in range(120):
            desktop.key(key)
            desktop.wait_idle()
            focused = find_focused(desktop)
            inside = focused is not None and is_diagram(focused.parent)
            left = left or (in_diagram and not inside)
            in_diagram = in_diagram or inside
            way.append(repr(focused))
            paths.append(focused and focused.path)
            if len(paths) > 8 and len(set(paths[-8:])) <= 2:
                break  # a trap
            if focused is not None and focused.matches("button", "Outline"):
                came_back = True
                break
        if not (in_diagram and left and came_back):
            raise Failure("%s: reaches the diagram %s, leaves it %s, comes back %s: %s" % (
                key, in_diagram, left, came_back, ", ".join(way)))
        if "None" in way:
            raise Failure("%s: the focus is where no name tells, after %s" % (
                key, way[way.index("None") - 1]))


STARTS = [
    (None, [start_page, new_dialog, preferences]),
    ("northwind-bank", [value_chain_21, main_menu, shortcuts, search, inspector_component, component, data_object,
                        level1, other_views, services, inspector_service, traceability, landscape, inspector_tool,
                        integrations, page_keys]),
    ("harbour-energy", [value_chain_30, group, network, other_edition, tab_round]),
]


if __name__ == "__main__":
    tap.run(create_tests(STARTS), sys.argv[1:])
