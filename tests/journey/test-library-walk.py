"""The library, the search and what asks for files as assistive technology meets them: names,
roles, the way of Tab, and where the keyboard is when they are left.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import tap  # noqa: E402

tap.require()
tap.require_old_tree()

from accessibility import (BUILD, POPOVER, SOURCE, check, check_keys, check_opened, choose, create_tests,  # noqa: E402
                           find_focused, opened, press, wait_for_focus, walks)
from desktop import until  # noqa: E402

def file_chooser(title):
    """The toolkit's own, which has no role of its own in old GTK."""
    return "widget", title


# --- Nothing yet ------------------------------------------------------------------


@walks("TlStartWelcome")
def welcome(desktop):
    """what is seen first of all"""
    desktop.wait_for("button", re.compile("^New Project"))
    check(desktop)
    check_keys(desktop, ("window", re.compile(".")))


@walks("tl-window-load.c:tl_window_ask_for_file")
def open_file(desktop):
    """the dialog that asks what to open"""
    with opened(desktop, file_chooser("Open Project"), lambda: press(desktop, "button", re.compile("^Open…")), toolkit=True):
        pass


# --- Projects ---------------------------------------------------------------------


def make_library(desktop):
    """Projects that are known before the program starts, which opens none of them."""
    folder = os.path.join(desktop.home, "projects")
    os.makedirs(folder)
    for name in ("northwind-bank", "harbour-energy"):
        shutil.copy(os.path.join(SOURCE, "resources", "samples", name + ".it4it"), folder)
    shutil.copy(os.path.join(folder, "harbour-energy.it4it"), os.path.join(folder, "gone.it4it"))
    path = os.path.join(folder, "gone.it4it")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r'id="[^"]*"', 'id="gone"', text, count=1).replace('name="Harbour Energy"', 'name="Gone Bank"', 1))
    subprocess.run([BUILD + "/src/cli/throughline-cli", "index", folder], check=True, env=desktop.environment,
                   stdout=subprocess.DEVNULL)


def project(desktop, name):
    return desktop.wait_for("group", re.compile("^" + name), within=("grid", "Projects"))


def go_to_project(desktop, name):
    """By the keyboard: filters it out, and goes to the first that is left."""
    desktop.key("ctrl+f")
    desktop.type(name)
    desktop.wait_for("status", re.compile("^1 of [0-9]+ projects$"))
    desktop.key("Return")
    until(lambda: find_focused(desktop, ("grid", "Projects")), "the focus on " + name)


@walks("TlLibraryPage")
def library(desktop):
    """the projects of the library"""
    project(desktop, "Northwind")
    check(desktop)
    check_keys(desktop, ("window", "Throughline"))


@walks("TlProjectFilterPopover")
def project_filter(desktop):
    """which projects are shown"""
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Edition, Owner, Folder, State"))


@walks("tl-library-page.ui:sort_menu", "tl-library-page.ui:new_menu")
def library_menus(desktop):
    """their order, and what else there is to open"""
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Order and Folders"))
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Open, or New From a Sample"))


@walks("TlFoldersDialog", "tl-folders-dialog.c:tl_folders_dialog_ask_to_add")
def folders(desktop):
    """folders of the library, and one more"""
    window = ("window", "Folders of the Library")
    with opened(desktop, window, lambda: choose(desktop, "Order and Folders", "Folders of the Library…")):
        check_keys(desktop, window)
        with opened(desktop, file_chooser("Add a Folder"), lambda: press(desktop, "button", "Add a Folder"),
                    toolkit=True):
            pass


@walks("tl-project-list-menu.c:tl_project_list_set_menu")
def project_menu(desktop):
    """the menu of a project"""
    go_to_project(desktop, "Northwind")
    check_opened(desktop, POPOVER, lambda: desktop.key("shift+F10"))


@walks("tl-library-page-actions.c:tell_missing", "tl-library-page-actions.c:ask_for_place")
def missing(desktop):
    """a project whose file is gone is located, or removed from the library"""
    os.remove(os.path.join(desktop.home, "projects", "gone.it4it"))
    go_to_project(desktop, "Gone")
    until(lambda: "issing" in project(desktop, "Gone").name, "it is missing")
    dialog = ("dialog", re.compile("Is Missing"))
    with opened(desktop, dialog, lambda: desktop.key("Return")):
        check_keys(desktop, dialog)
    desktop.key("Return")
    desktop.wait_for(*dialog)
    with opened(desktop, file_chooser("Locate Project"), lambda: desktop.key("Return"), toolkit=True,
                back=lambda: find_focused(desktop, ("grid", "Projects"))):
        pass
    go_to_project(desktop, "Gone")
    desktop.key("Delete")
    desktop.wait_gone("group", re.compile("^Gone"))
    wait_for_focus(desktop, "all that were shown have been removed")
    desktop.key("ctrl+f")
    desktop.type("zzz")
    desktop.wait_for("label", "No Such Project")
    desktop.key("Return")
    wait_for_focus(desktop, "Return where nothing was found", ("search box", "Filter Projects"))
    press(desktop, "button", re.compile("^Show All"))
    project(desktop, "Northwind")
    wait_for_focus(desktop, "all are shown")


@walks("TlTotalsWindow", "tl-totals-window.ui:GtkPopover")
def totals(desktop):
    """totals of the library, and which projects count"""
    window = ("window", "Totals of the Library")
    with opened(desktop, window, lambda: press(desktop, "button", "Totals of the Library")):
        check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Projects"))


# --- Searching --------------------------------------------------------------------


@walks("TlSearchEverywhere")
def search_everywhere(desktop):
    """search over everything: what it says at first, completions and what is found"""
    with opened(desktop, POPOVER, lambda: desktop.key("ctrl+k")):
        check_keys(desktop, POPOVER)
        desktop.key("ctrl+k")
        desktop.type("kind:")
        desktop.wait_for("group", "Completions", within=POPOVER)
        check(desktop)
        desktop.key("ctrl+a")
        desktop.type("incident")
        desktop.wait_for("status", re.compile("^[0-9]+ things? found$"))
        check(desktop)


@walks("TlResultsWindow")
def results(desktop):
    """all that was found, and its filters"""
    window = ("window", re.compile("Search Results$"))

    def open_it():
        desktop.key("ctrl+k")
        desktop.wait_for("search box", "Search everywhere", where=lambda n: "focused" in n.states)
        desktop.key("ctrl+a")
        desktop.type("pay")
        desktop.wait_for("status", re.compile("^[0-9]+ things? found$"))
        press(desktop, "button", re.compile("^Show All Results"))

    with opened(desktop, window, open_it):
        desktop.wait_for("list item", within=("list", "Found"))
        check(desktop)
        check_keys(desktop, window)
        desktop.key("shift+Tab", "shift+Tab")
        wait_for_focus(desktop, "Shift+Tab", window)


STARTS = [
    (None, [welcome, open_file]),
    (make_library, [library, project_filter, library_menus, folders, project_menu, missing, totals,
                    search_everywhere, results]),
]


if __name__ == "__main__":
    tap.run(create_tests(STARTS), sys.argv[1:])
