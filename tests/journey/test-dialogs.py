"""Every dialog and popover as assistive technology meets it: names, roles, the way of Tab,
and where the keyboard is when it is left.

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

from accessibility import (POPOVER, check, check_keys, check_opened, create_tests, find_focused, opened,  # noqa: E402
                           press, tab_to, wait_for_focus, walks)
from desktop import until  # noqa: E402

ITEMS = "name,type,environment,version,id\nledger-db,database,production,PG 16,CI-1\nold-ftp,server,,,CI-2\n"


def canvas(desktop):
    return desktop.wait_for("group", "Online payments", where=lambda n: "focusable" in n.states and n.children)


def open_menu_item(desktop, name):
    desktop.key("F10")
    desktop.click(desktop.wait_for("menu item", name))


# --- On the start page ------------------------------------------------------------


@walks("TlNewDialog")
def new_project(desktop):
    """new project"""
    desktop.wait_for("button", "New Project…")
    check_opened(desktop, ("window", "New Project"), lambda: desktop.key("ctrl+n"))


@walks("TlPreferences")
def preferences(desktop):
    """preferences"""
    check_opened(desktop, ("window", "Preferences"), lambda: desktop.key("ctrl+comma"))


@walks("TlShortcutsWindow")
def shortcuts(desktop):
    """keyboard shortcuts, one of which is found"""
    window = ("window", "Keyboard Shortcuts")
    with opened(desktop, window, lambda: desktop.key("ctrl+question")):
        desktop.wait_for("label", "Rename", within=window)
        desktop.type("zoom in")
        desktop.wait_gone("label", "Rename", within=window)
        desktop.wait_for("label", "Zoom in", within=window)
        wait_for_focus(desktop, "typing", ("search box", None))
        desktop.key("Escape")  # what was typed, first
        desktop.wait_for("label", "Rename", within=window)


@walks("TlHelpWindow")
def help_window(desktop):
    """help on what is shown, in which something is found"""
    window = ("window", re.compile("– Help$"))
    check_opened(desktop, window, lambda: desktop.key("F1"))
    with opened(desktop, window, lambda: desktop.key("F1")):
        desktop.key("ctrl+f", "Tab", "Down", "Return")
        desktop.wait_for("heading", "Editions 2.1 and 3.0", within=window)
        desktop.type("incident")
        desktop.wait_for("list item", "Incident", within=window)
        check(desktop)
        desktop.key("Return")
        desktop.wait_for("heading", "Incident", within=window)
        check(desktop)
        wait_for_focus(desktop, "it was found")


@walks("tl-about.c:tl_about_present")
def about(desktop):
    """about"""
    with opened(desktop, ("window", "About"), lambda: open_menu_item(desktop, "About Throughline"),
                toolkit=True):
        pass


# --- A damaged file ---------------------------------------------------------------


def make_damaged(desktop):
    path = os.path.join(desktop.home, "damaged.it4it")
    with open(path, "w", encoding="utf-8") as file:
        file.write('<project xmlns="urn:throughline:project:1" id="p" edition="2.1" name="Bank"><landscape>')
    return path


@walks("TlLoadErrorPage")
def error_page(desktop):
    """what is said of a damaged file"""
    desktop.wait_for("button", re.compile("^Open What Can Be Read"))
    check(desktop)
    for name in ("^Open What Can Be Read", "^Open Another File…"):
        tab_to(desktop, "button", re.compile(name))


# --- In a project -----------------------------------------------------------------


@walks("TlServiceDialog", "tl-service-dialog.c:popup_rename_cb", "TlOutlineServices")
def service(desktop):
    """new service from a template, also where one of the user's own is deleted"""
    desktop.wait_for("group", "Value chain")
    desktop.ignored = frozenset(["Outline of the edition"])  # test-accessibility looks at it
    desktop.key("alt+2")
    desktop.click(desktop.wait_for("label", "Online payments", within=("list", "Services")))
    canvas(desktop)
    desktop.key("alt+2")
    wait_for_focus(desktop, "Alt+2")
    desktop.key("shift+F10")
    desktop.click(desktop.wait_for("menu item", "Save as Template"))
    desktop.wait_for("label", re.compile("is a template for new services now"))
    window = ("window", "New Service")
    with opened(desktop, window, lambda: open_menu_item(desktop, "New Service From Template…")):
        delete = ("button", "Delete the Template Online payments")
        desktop.wait_for(*delete)
        check_opened(desktop, POPOVER, lambda: press(desktop, "button", "Rename the Template Online payments"))
        check_keys(desktop, window)
        tab_to(desktop, *delete, within=window)
        desktop.key("space")
        desktop.wait_gone(*delete)
        check(desktop)
        # The one before it.
        wait_for_focus(desktop, "the template was deleted", ("list item", "Managed Workplace"))
        said = ("label", "Template “Online payments” deleted")
        desktop.wait_for(*said, within=("widget", "AdwToastWidget"))
        desktop.key("Escape")  # this first
        desktop.wait_gone(*said, within=("widget", "AdwToastWidget"))


@walks("TlPrintDialog", "tl-print-job.c:tl_print_job_init")
def printing(desktop):
    """printing"""
    desktop.key("alt+1")
    desktop.wait_for("group", "Value chain")
    window = ("window", "Print")
    with opened(desktop, window, lambda: desktop.key("ctrl+p")):
        check_keys(desktop, window)
        count = len(desktop.display.windows())
        press(desktop, "button", re.compile("^Print…"))
        until(lambda: len(desktop.display.windows()) > count, "the toolkit's own dialog")
        desktop.key("Escape")
        until(lambda: len(desktop.display.windows()) == count, "the toolkit's own dialog is left")


@walks("tl-kinds-dialog.c:tl_kinds_dialog_new")
def kinds(desktop):
    """kinds of the project, also where one is added and deleted"""
    window = ("window", "Kinds of This Project")
    with opened(desktop, window, lambda: open_menu_item(desktop, "Kinds of This Project…")):
        before = len(desktop.find_all("button", "Delete This Kind"))
        desktop.click(desktop.wait_for("button", "Add a Kind"))
        until(lambda: len(desktop.find_all("button", "Delete This Kind")) == before + 1, "a kind more")
        check(desktop)
        check_keys(desktop, window)
        desktop.click(desktop.find_all("button", "Delete This Kind")[-1])
        until(lambda: len(desktop.find_all("button", "Delete This Kind")) == before, "a kind less")
        wait_for_focus(desktop, "the kind was deleted", window)


@walks("TlIntegrationDialog")
def integration(desktop):
    """new integration"""
    desktop.key("alt+4")
    desktop.click(desktop.wait_for("tab", "Integrations"))
    desktop.wait_for("tree grid", "Integrations")
    tab_to(desktop, "row", None)
    check_opened(desktop, ("window", "New Integration"), lambda: press(desktop, "button", "Add", key="shift+Tab"))


def open_blueprint(desktop):
    """the blueprint with its palette and gaps"""
    desktop.key("alt+3")
    canvas(desktop)
    desktop.key("ctrl+e")
    desktop.wait_for("list", "Kinds of Elements")
    until(lambda: find_focused(desktop).role == "list item", "the focus in the palette")
    check(desktop)
    for name in ("From Another Service…", re.compile("^New Kind"), "Kinds of This Project…"):
        tab_to(desktop, "button", name)
    desktop.key("ctrl+e")
    # Old GTK tells of what a flap hides as if it were shown.
    desktop.wait_for("button", "Element", where=lambda n: "pressed" not in n.states)
    wait_for_focus(desktop, "the palette was closed", ("group", "Online payments"))


@walks("TlPicker")
def pickers(desktop):
    """what adds elements and relations"""
    for key, prompt in (("Insert", "Kind of element"), ("ctrl+u", "Element of another service")):
        with opened(desktop, ("search box", prompt), lambda key=key: desktop.key(key)):
            check_keys(desktop, POPOVER)


@walks("TlStageButton", "tl-stage-button.ui:popover")
def stage(desktop):
    """where a service stands"""
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", re.compile("^Stage")))


@walks("TlGapPanel", "TlGapList", "TlGapCell", "tl-gap-cell.ui:mend")
def gaps(desktop):
    """the list of gaps"""
    if desktop.find("list", "Gaps") is None:
        desktop.key("ctrl+g")
    desktop.wait_for("list", "Gaps")
    check(desktop)
    check_opened(desktop, POPOVER, lambda: press(desktop, "button", re.compile("^Add to Design…")))


@walks("TlReconcileDialog", "TlReconcileCell", "tl-window-services.c:tl_window_reconcile")
def reconcile(desktop):
    """desired and actual"""
    path = os.path.join(desktop.home, "items.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(ITEMS)

    def open_it():
        desktop.key("ctrl+r")
        desktop.wait_for("button", "Compare")
        desktop.type(path)
        desktop.key("Return")

    check_opened(desktop, ("window", "Desired and Actual"), open_it)


def matrix(desktop):
    """the matrix of traces"""
    desktop.key("alt+5")
    desktop.click(desktop.wait_for("tab", "Matrix"))
    desktop.wait_for("grid", re.compile("^(?!Gtk)."))
    check(desktop)


@walks("TlLinePane")
def line(desktop):
    """line and impact"""
    desktop.key("alt+3")
    desktop.click(canvas(desktop), across=0.5, down=0.98)
    desktop.type("ledger-db-01")
    wait_for_focus(desktop, "typing", ("button", re.compile("^ledger-db-01")))
    desktop.key("space", "ctrl+i")
    desktop.wait_for("list", "In words")
    wait_for_focus(desktop, "Ctrl+I", ("list", "In words"))
    check(desktop)
    with opened(desktop, POPOVER, lambda: press(desktop, "button", re.compile("^Element "))):
        pass


@walks("TlSearch")
def search(desktop):
    """search"""
    with opened(desktop, POPOVER, lambda: desktop.key("ctrl+f")):
        desktop.type("ledger")
        desktop.wait_for("label", re.compile("^Ledger", re.I), within=POPOVER)
        check(desktop)


@walks("tl-window-file.c:tl_window_ask_to_close")
def close_question(desktop):
    """the question before what was not saved is lost"""
    desktop.click(desktop.wait_for("button", "Add a Service", where=lambda n: "focusable" in n.states))
    desktop.wait_for("button", re.compile("^Undo Add Service"))
    check_opened(desktop, ("dialog", "Save Changes?"), lambda: desktop.key("ctrl+w"))


STARTS = [
    (None, [new_project, preferences, shortcuts, help_window, about]),
    (make_damaged, [error_page]),
    ("northwind-bank", [printing, service, kinds, integration, open_blueprint, pickers, stage, gaps, reconcile, matrix, line,
                        search, close_question]),
]


if __name__ == "__main__":
    tap.run(create_tests(STARTS), sys.argv[1:])
