"""What assistive technology needs of a window, and tests that look for it page by page.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import re
import shutil

import tap
from desktop import Desktop, Failure, until

SOURCE, BUILD = tap.source_and_build()

# What is used by itself, and so needs a name of its own.
CONTROLS = {
    "button", "push button", "toggle button", "checkbox", "check box", "radio", "radio button",
    "combo box", "text box", "text", "entry", "search box", "spin button", "slider", "switch", "link",
    "tab", "menu item", "check menu item", "radio menu item", "column header",
}
# What says by its contents what it is. (GTK 4.8 cannot name the items of list views.)
BY_CONTENTS = {"list item", "row", "grid cell", "cell", "column header"}
# Parts that old GTK shows of controls which are named as a whole.
COMPOSITES = {"combo box", "search box", "text box", "spin button"}
# Scrolled areas take the focus, too, to be scrolled by keys.
CONTAINERS = {"group", "list", "tree grid", "tab list", "grid", "widget", "window"}

# An object without a name is given that of its type.
TYPE_NAME = re.compile(r"^(Gtk|Adw|Tl|Gd?k)[A-Z]\w+$")


def is_unnamed(node):
    return not node.name.strip() or TYPE_NAME.match(node.name) is not None


def place(node):
    """Where it is, for a person who has to find it in the source."""
    way = [repr(n) for n in [node, *node.ancestors()] if n.role == "window" or not is_unnamed(n)]
    return "%r, in %s" % (node, " < ".join(w for w in way if w != repr(node)) or "the program")


def find_faults(root):
    for node in root.walk():
        if "focusable" not in node.states and node.role not in CONTROLS:
            continue
        if any(a.name == "AdwToastWidget" for a in node.ancestors()):
            continue  # the toolkit's; the button that closes it has no name
        fault = find_fault(node)
        # What has no size was never shown.
        if fault is not None and min(node.extents[2:]) > 0:
            yield "%s: %s" % (fault, place(node))


def find_fault(node):
    if not node.role or node.role in ("invalid", "unknown"):
        return "no role"
    # A mnemonic's underscore is not to be spoken.
    if node.role in CONTROLS and re.search(r"(^|\s)_\w", node.name):
        return "the mnemonic is in the name"
    if not is_unnamed(node) or node.role in CONTAINERS:
        return None
    if node.role in BY_CONTENTS:
        return None if node.text() else "nothing in it"
    if any(a.role in COMPOSITES and not is_unnamed(a) for a in node.ancestors()):
        return None
    return "no name"


def check(desktop):
    desktop.wait_idle()
    faults = sorted(set(find_faults(desktop.tree())))
    if faults:
        raise Failure("\n".join(faults))


def find_focused(desktop, within=None):
    return desktop.find(where=lambda n: "focused" in n.states and (
        within is None or any(a.matches(*within) for a in [n, *n.ancestors()])))


def wait_for_focus(desktop, after, within=None):
    """The keyboard is somewhere, however long that takes on a busy machine."""
    def find():
        desktop.display.focus()  # there is no window manager that would
        return find_focused(desktop, within)

    return until(find, lambda: "the focus is %s after %s; it is on %r" % (
        "in %s %r" % within if within else "somewhere", after, find_focused(desktop)))


def tab_to(desktop, role, name, within=None, limit=60):
    """Tab leads to it."""
    for _ in range(limit):
        desktop.key("Tab")
        if wait_for_focus(desktop, "Tab", within).matches(role, name):
            return
    raise Failure("Tab does not lead to %s %r" % (role, name))


def list_reachable(desktop, within):
    """What ought to be reached by keys there: paths with what they are called."""
    return {n.path: repr(n) for n in desktop.find_all(within=within)
            if n.role in CONTROLS and {"focusable", "sensitive", "showing"} <= n.states and
            not any(a.role in COMPOSITES for a in n.ancestors()) and min(n.extents[2:]) > 0}


def check_keys(desktop, within, limit=80):
    """Everything in a dialog or popover is reached by Tab, or by arrows from where Tab leads.

    Tab comes round, and never leads out of it or nowhere.
    """
    missing = list_reachable(desktop, within)
    everything = dict(missing)

    def visit(key):
        if key is not None:
            desktop.key(key)
        focused = wait_for_focus(desktop, key or "it was opened", within)
        for node in [focused, *focused.ancestors(), *focused.walk()]:
            missing.pop(node.path, None)
        return focused.path

    first = visit(None)
    stops = [first]
    while len(stops) < limit:
        path = visit("Tab")
        if path == first or path in stops[-3:]:
            break
        stops.append(path)
    for _ in stops:
        if not missing:
            break
        before = visit("Tab")
        for _ in range(30):
            path = visit("Down")
            if path == before or not missing:
                break
            before = path
    if missing:
        raise Failure("not reached by keys: %s; of %s" % (", ".join(sorted(missing.values())),
                                                          ", ".join(sorted(everything.values()))))


@contextlib.contextmanager
def opened(desktop, within, open_it, toolkit=False):
    """A dialog or popover while it is looked at: everything in it has a name, unless it is the
    toolkit's own; and when it is left by Escape, the keyboard is back in the window.
    """
    ignored, others = desktop.ignored, {n.name for n in desktop.tree().children}
    open_it()
    try:
        desktop.wait_for(*within)
        if within[0] == "window":
            desktop.ignored = ignored | others  # what it is over is not read again and again
        wait_for_focus(desktop, "%s %r was opened" % within)
        if not toolkit:
            check(desktop)
        yield
    finally:
        desktop.ignored = ignored
        desktop.key("Escape")
    desktop.wait_gone(*within)
    wait_for_focus(desktop, "%s %r was left" % within)


def check_opened(desktop, within, open_it):
    with opened(desktop, within, open_it):
        check_keys(desktop, within)


def create_tests(starts):
    """A function a page; the first of a start opens its desktop, the last closes it.

    A start is the name of a sample, None, or a function that makes a file and returns its path.
    """
    tests = []
    for sample, pages in starts:
        shared = {}

        def run(page, sample, shared, last):
            if "desktop" not in shared:
                shared["desktop"] = Desktop(SOURCE, BUILD)
                arguments = []
                if callable(sample):
                    arguments.append(sample(shared["desktop"]))
                elif sample is not None:
                    path = os.path.join(shared["desktop"].home, sample + ".it4it")
                    shutil.copy(os.path.join(SOURCE, "resources", "samples", sample + ".it4it"), path)
                    arguments.append(path)
                shared["desktop"].start(*arguments)
            try:
                page(shared["desktop"])
            finally:
                if last:
                    shared.pop("desktop").close()

        for page in pages:
            def test(page=page, sample=sample, shared=shared, last=page is pages[-1]):
                run(page, sample, shared, last)
            test.__doc__, test.__name__ = page.__doc__, page.__name__
            tests.append(test)
    return tests
