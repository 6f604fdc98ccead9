"""What assistive technology needs of a window, and tests that look for it page by page.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import os
import re
import shutil

import tap
from desktop import ACCESSIBLE, STATES, Desktop, Failure, until

SOURCE, BUILD = tap.source_and_build()


def walks(*_surfaces):
    """Names what a test walks through: types with a template, and whatever else opens.

    tests/arch/test-walks.py reads these names, and misses what is in src/ui and in none of them.
    """
    return lambda test: test


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
# Where arrows go from one to the next.
LISTS = {"list", "grid", "tree grid", "tree", "tab list", "radio group", "menu"}
# Scrolled areas take the focus, too, to be scrolled by keys.
CONTAINERS = {"group", "list", "tree grid", "tab list", "grid", "widget", "window"}

EVERYWHERE = ("application", "")
# What old GTK calls any that has no name of its own.
POPOVER = ("widget", "GtkPopoverContent")

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


class Keyboard:
    """Where the keyboard is in a window, dialog or popover, asked of what can have it there.

    To ask is cheap; all is read anew only when it is nowhere of what was there before.
    """

    def __init__(self, desktop, within):
        self.desktop, self.within = desktop, within
        self.read()

    def read(self):
        ignored = self.desktop.ignored
        if self.within == EVERYWHERE:
            self.desktop.ignored = frozenset()
        nodes = self.desktop.find_all(within=self.within)
        self.desktop.ignored = ignored
        self.nodes = [n for n in nodes if "focusable" in n.states]
        self.reachable = {
            n.path: repr(n) for n in nodes
            if n.role in CONTROLS and {"focusable", "sensitive", "showing"} <= n.states and
            not any(a.role in COMPOSITES for a in n.ancestors()) and min(n.extents[2:]) > 0}

    def look(self):
        answers = self.desktop.call_many([(n.path, ACCESSIBLE, "GetState", None) for n in self.nodes])
        return next((n for n, answer in zip(self.nodes, answers)
                     if answer is not None and answer[0][0] >> STATES["focused"] & 1), None)

    def find(self, after):
        """The node that has it; waits for it, however long that takes on a busy machine."""
        def look():
            self.desktop.display.focus()  # there is no window manager that would
            node = self.look()
            if node is None:
                self.read()
                node = self.look()
            return node

        return until(look, lambda: "the focus is in %s %r after %s; it is on %r" % (
            *self.within, after, find_focused(self.desktop)))

    def press(self, key):
        self.desktop.key(key)
        self.desktop.wait_idle()
        return self.find(key)


def tab_to(desktop, role, name, within=EVERYWHERE, key="Tab", limit=80):
    """Tab leads to it; returned is what has the keyboard then, it or a part of it."""
    keyboard = Keyboard(desktop, within)
    node = keyboard.find("it was opened")
    for _ in range(limit):
        if any(n.matches(role, name) for n in (node, *node.ancestors())):
            return node
        node = keyboard.press(key)
    raise Failure("%s does not lead to %s %r" % (key, role, name))


def stop(node):
    """One of a list is as good as another: Tab goes to the list, and arrows in it."""
    return next((a.path for a in node.ancestors() if a.role in LISTS), node.path)


def go_round(keyboard, key, missing, limit):
    """Presses it until the keyboard is where it was, or stays; returns what it has been on."""
    def visit(node):
        for other in [node, *node.ancestors(), *node.walk()]:
            missing.pop(other.path, None)
        return node

    way = [visit(keyboard.find("it was opened"))]
    for _ in range(limit):
        node = visit(keyboard.press(key))
        if node.path in [n.path for n in way[-3:]]:
            break
        way.append(node)
        if node.path == way[0].path:
            break
    return way


def check_keys(desktop, within, limit=80):
    """Everything in a dialog or popover is reached by Tab, or by arrows from where Tab leads.

    Tab comes round, in both directions, and never leads out of it or nowhere.
    """
    keyboard = Keyboard(desktop, within)
    missing = dict(keyboard.reachable)
    way = go_round(keyboard, "Tab", missing, limit)
    back = go_round(keyboard, "shift+Tab", missing, limit)
    lost = [n for n in way if stop(n) not in [stop(m) for m in back]]
    if lost:
        raise Failure("Shift+Tab does not lead to %s; it leads to %s" % (lost, back))
    for _ in way:
        if not missing:
            break
        before = keyboard.press("Tab")
        for _ in range(30):
            node = keyboard.press("Down")
            for other in [node, *node.ancestors(), *node.walk()]:
                missing.pop(other.path, None)
            if node.path == before.path or not missing:
                break
            before = node
    if missing:
        raise Failure("not reached by keys: %s; of %s" % (", ".join(sorted(missing.values())),
                                                          ", ".join(sorted(keyboard.reachable.values()))))


def press(desktop, role, name, **keywords):
    """A button, by the keyboard; returned is what had it."""
    desktop.wait_for(role, name, where=lambda n: "sensitive" in n.states)
    node = tab_to(desktop, role, name, **keywords)
    desktop.key("space")
    return node


def arrow_to(desktop, role, name, key="Down", limit=40):
    """Arrows lead to it, in the list or menu that has the keyboard."""
    return tab_to(desktop, role, name, key=key, limit=limit)


def choose(desktop, button, item):
    """An item of the menu of a button, by the keyboard; returned is the button."""
    pressed = press(desktop, "button", button)
    desktop.wait_for("menu item", item)
    arrow_to(desktop, "menu item", item)
    desktop.key("Return")
    return pressed


@contextlib.contextmanager
def opened(desktop, within, open_it, toolkit=False, back=None):
    """A dialog or popover while it is looked at: everything in it has a name, unless it is the
    toolkit's own; and when it is left by Escape, the keyboard is back where it was, on the button
    that open_it() has pressed and returned, or on what back() finds.
    """
    ignored, others = desktop.ignored, {n.name for n in desktop.tree().children}
    before = find_focused(desktop)
    before = open_it() or before
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
    after = wait_for_focus(desktop, "%s %r was left" % within)
    wanted = back() if back is not None else before
    if wanted is not None and after.path != wanted.path:
        raise Failure("the keyboard was on %r, and is on %r after %s %r was left" % (wanted, after, *within))


def check_opened(desktop, within, open_it, **keywords):
    with opened(desktop, within, open_it, **keywords):
        check_keys(desktop, within)


def create_tests(starts):
    """A function a page; the first of a start opens its desktop, the last closes it.

    A start is the name of a sample, None, or a function that makes files and returns the path of
    the one to open, if any.
    """
    tests = []
    for sample, pages in starts:
        shared = {}

        def run(page, sample, shared, last):
            if "desktop" not in shared:
                shared["desktop"] = Desktop(SOURCE, BUILD)
                arguments = []
                if callable(sample):
                    path = sample(shared["desktop"])
                    arguments += [path] if path is not None else []
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
