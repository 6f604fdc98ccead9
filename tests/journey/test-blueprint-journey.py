"""Builds the service Online payments in its three models, from an empty project to one
that is whole, saved and compared with what runs; and takes it all back.

Once by mouse, once by keyboard alone.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import tap  # noqa: E402

tap.require()

from desktop import Desktop, Failure, until  # noqa: E402

SOURCE, BUILD = tap.source_and_build()
COMMAND = BUILD + "/src/cli/throughline-cli"
SERVICE = "Online payments"

# The backbone, in its order.
LINE = [("Conceptual Service", "Payments"), ("Logical Service", "Payment platform"),
        ("Service Release", "Release 1.0"), ("Release Blueprint", "1.0 for the EU"),
        ("Catalog Entry", "Pay by card"), ("Desired Service", "Payments EU"),
        ("Actual Service", "Payments EU")]

NOT_DESIGNED = "Nothing in the logical model realizes it"
NOT_RUNNING = "Nothing that runs realizes it"
INVENTORY = "name,type,environment,version,id\nledger-db,database,production,PG 16,CI-1\nold-ftp,server,production,,CI-2\n"


class Blueprint:
    """A window with a blueprint in it, in the user's words."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.path = os.path.join(desktop.home, "bank.it4it")
        desktop.ignored = frozenset(["Outline of the edition", "Legend"])
        subprocess.run([COMMAND, "new", "--edition", "2.1", "--template", "empty", "--name", "Bank", self.path],
                       check=True, stdout=subprocess.DEVNULL)
        with open(self.path, encoding="utf-8") as file:
            self.empty = file.read()
        desktop.start(self.path)
        self.canvas("Value chain")

    def canvas(self, name=SERVICE):
        return self.desktop.wait_for("group", name, where=lambda n: "focusable" in n.states and n.children)

    def node(self, name):
        """A node of the diagram."""
        return self.desktop.wait_for("button", re.compile("^%s(,|$)" % re.escape(name)),
                                     where=lambda n: n.parent.matches("group", SERVICE))

    def slot(self, kind):
        """The place of the backbone that nothing stands at yet."""
        return self.desktop.wait_for("button", kind + ": none yet, add",
                                     where=lambda n: n.parent.matches("group", SERVICE))

    def focused(self):
        return self.desktop.find(where=lambda n: "focused" in n.states)

    def wait_focus(self, role, name):
        return until(lambda: (lambda f: f and f.matches(role, re.compile(name)) and f)(self.focused()),
                     lambda: "the focus on %s %s; it is on %r" % (role, name, self.focused()))

    def is_on_row(self, words):
        focused = self.focused()
        return focused is not None and focused.role == "list item" and focused.text().startswith(words)

    def wait_row(self, words):
        """The keyboard on a row of a list, which is named by what it says."""
        return until(lambda: self.is_on_row(words),
                     lambda: "the focus on the row %r; it is on %r" % (words, self.focused()))

    def wait_gaps(self, number):
        self.desktop.wait_for("button", "Gaps: %d" % number)

    def wait_gap(self, element, words):
        """In the diagram, as it is read out."""
        until(lambda: words in self.node(element).description,
              lambda: "%r of %s; it is %r" % (words, element, self.node(element).description))

    def wait_mended(self, element, words):
        until(lambda: words not in self.node(element).description, "%r of %s is still there" % (words, element))

    def button(self, what):
        """The button for undo or redo, which is named after the step."""
        return self.desktop.wait_for("button", re.compile("^%s( |$)" % what))

    def undo_all(self, step):
        for _ in range(60):
            button = self.button("Undo")
            if "sensitive" not in button.states:
                return
            step(button)
            until(lambda: self.button("Undo").name != button.name or "sensitive" not in self.button("Undo").states,
                  "%s does something" % button.name)
        raise Failure("undo has no end")

    def wait_state(self, state):
        self.desktop.wait_for("label", "bank.it4it · " + state)

    # --- What the command line says of the file -------------------------------------

    def ask(self, command, *arguments, status):
        result = subprocess.run([COMMAND, command, "--json", *arguments, self.path], stdout=subprocess.PIPE, check=False)
        if result.returncode != status:
            raise Failure("throughline-cli %s ended with %d" % (command, result.returncode))
        return json.loads(result.stdout)

    def find_id(self, pattern):
        with open(self.path, encoding="utf-8") as file:
            return re.search(r'<\w+ id="([^"]*)" ' + pattern, file.read()).group(1)

    def check_file(self):
        """The line is whole, a failing database is felt, and what runs is found."""
        self.ask("trace", status=0)
        database = self.find_id('kind="database" name="ledger-db"')
        impact = json.dumps(self.ask("impact", "--of", database, status=1))
        for name in ("Ledger", "Take a card"):
            if '"%s"' % name not in impact:
                raise Failure("%s is not hit: %s" % (name, impact))
        compared = json.dumps(self.ask("reconcile", "--service", self.find_id('name="%s"' % SERVICE),
                                       "--items", self.write_inventory(), status=1))
        if "old-ftp" not in compared or "unexpected" not in compared:
            raise Failure("what nobody designed is not found: " + compared)

    def write_inventory(self):
        """A list of what runs; returns its path."""
        path = os.path.join(self.desktop.home, "items.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(INVENTORY)
        return path


# --- By mouse -----------------------------------------------------------------------


def fill_slot_by_mouse(blueprint, kind, name):
    desktop = blueprint.desktop
    desktop.click(blueprint.slot(kind), times=2, down=0.25)
    blueprint.wait_focus("text box", "^Name of ")
    desktop.type(name)
    desktop.key("Return")
    blueprint.node(name)


def mend_by_mouse(blueprint, offer, choice, name):
    """Presses the button beside a gap, chooses from its menu, and names what that adds."""
    desktop = blueprint.desktop
    desktop.click(desktop.wait_for("button", re.compile("^" + offer), where=lambda n: "focusable" in n.states))
    desktop.click(desktop.wait_for_menu_item(choice))
    blueprint.wait_focus("text box", "^Name of ")
    desktop.type(name)
    desktop.key("Return")
    blueprint.node(name)


def see_impact_by_mouse(blueprint):
    """What breaks when the database fails, on the page of traceability, and back."""
    desktop = blueprint.desktop
    desktop.click(blueprint.node("ledger-db"))
    desktop.wait_for("heading", "ledger-db")
    desktop.click(desktop.wait_for("label", "Traceability", within=("list", "Pages")))
    for view in ("Line and Impact", "Impact"):
        desktop.click(desktop.wait_for(None, view, where=lambda n: "focusable" in n.states))
    for name in ("Ledger", "Take a card"):
        desktop.wait_for("label", name, within=("list", None))
    desktop.click(desktop.wait_for("label", SERVICE, within=("list", "Services")))
    blueprint.canvas()


def choose_file(desktop, path):
    """In the toolkit's dialog; newer GTK leaves what it had begun with after what is typed."""
    desktop.wait_for("button", "Compare")
    desktop.type(path)
    desktop.key("shift+End")
    desktop.key("Delete")
    desktop.key("Return")


def reconcile_by_mouse(blueprint):
    """What runs and was not designed is found in the inventory, and taken over."""
    desktop = blueprint.desktop
    inventory = blueprint.write_inventory()
    desktop.click(blueprint.canvas(), button=3, across=0.5, down=0.95)
    desktop.click(desktop.wait_for_menu_item("Compare With What Runs…"))
    choose_file(desktop, inventory)
    desktop.wait_for("window", "Desired and Actual")
    desktop.click(desktop.wait_for("button", re.compile("^Accept")))
    desktop.wait_gone("window", "Desired and Actual")
    blueprint.node("old-ftp")


def test_by_mouse():
    """Online payments in three models, by mouse"""
    with Desktop(SOURCE, BUILD) as desktop:
        blueprint = Blueprint(desktop)
        desktop.click(desktop.wait_for("label", "Services", within=("list", "Pages")))
        desktop.click(desktop.wait_for("button", "Add a Service", where=lambda n: "focusable" in n.states))
        blueprint.wait_focus("text box", "^Name$")
        desktop.type(SERVICE)
        desktop.key("Return")
        for kind, name in LINE:
            fill_slot_by_mouse(blueprint, kind, name)
        blueprint.wait_gaps(0)

        desktop.click(blueprint.canvas(), times=2, across=0.2, down=0.6)
        blueprint.wait_focus(None, "^Kind of element$")
        desktop.type("capab")
        desktop.click(desktop.wait_for("text box", "Name", where=desktop.in_popover))
        desktop.type("Take a card")
        desktop.click(desktop.wait_for("button", "Add", where=desktop.in_popover))
        blueprint.wait_gap("Take a card", NOT_DESIGNED)
        blueprint.wait_gaps(1)
        mend_by_mouse(blueprint, "Refine into Logical…", "Add Component", "Ledger")
        blueprint.wait_mended("Take a card", NOT_DESIGNED)
        blueprint.wait_gaps(2)
        mend_by_mouse(blueprint, "Link Requirement…", "Add Requirement", "Both sides or neither")
        blueprint.wait_gap("Ledger", NOT_RUNNING)
        mend_by_mouse(blueprint, "Realize…", "Add Database", "ledger-db")
        blueprint.wait_mended("Ledger", NOT_RUNNING)
        blueprint.wait_gaps(0)
        blueprint.wait_state("unsaved changes")

        desktop.save_from_menu()
        blueprint.wait_state("saved")
        blueprint.check_file()
        see_impact_by_mouse(blueprint)
        reconcile_by_mouse(blueprint)
        blueprint.undo_all(desktop.click)
        desktop.wait_for("label", "No Services Yet")


# --- By keyboard --------------------------------------------------------------------


def fill_slot_by_keyboard(blueprint, kind, name):
    desktop = blueprint.desktop
    blueprint.wait_focus("button", "^%s: none yet, add$" % kind)
    desktop.key("Return")
    blueprint.wait_focus("text box", "^Name of ")
    desktop.type(name)
    desktop.key("Return")
    blueprint.wait_focus("button", "^%s$" % name)
    desktop.key("Right")


def choose_by_keyboard(blueprint, key, prompt, choice, name):
    """Opens a list, types the beginning of a choice in it, and names what that adds."""
    desktop = blueprint.desktop
    desktop.key(key)
    blueprint.wait_focus(None, "^%s$" % prompt)
    desktop.type(choice)
    desktop.key("Return")
    blueprint.wait_focus("text box", "^Name$")
    desktop.type(name)
    desktop.key("Return")
    blueprint.wait_focus("button", "^%s$" % name)


def see_impact_by_keyboard(blueprint):
    desktop = blueprint.desktop
    desktop.type("ledger-")
    blueprint.wait_focus("button", "^ledger-db$")
    desktop.key("space")
    desktop.wait_for("heading", "ledger-db")
    desktop.key("ctrl+i")
    desktop.wait_for("label", re.compile("things are hit if it fails$"))
    # The keyboard is on the nearest of them, and the arrows lead to the others. In newer
    # GTK the first arrow comes to where the keyboard is.
    blueprint.wait_row("Ledger")
    for words in ("Both sides or neither", "Take a card"):
        desktop.key("Down")
        desktop.wait_idle()
        if blueprint.is_on_row("Ledger"):
            desktop.key("Down")
        blueprint.wait_row(words)
    desktop.key("alt+3")
    blueprint.canvas()


def reconcile_by_keyboard(blueprint):
    desktop = blueprint.desktop
    inventory = blueprint.write_inventory()
    desktop.key("ctrl+r")
    choose_file(desktop, inventory)
    desktop.wait_for("window", "Desired and Actual")
    desktop.wait_for("checkbox", re.compile("^old-ftp"))
    desktop.key("Return")
    desktop.wait_gone("window", "Desired and Actual")
    blueprint.node("old-ftp")


def test_by_keyboard():
    """the same by keyboard alone"""
    with Desktop(SOURCE, BUILD) as desktop:
        blueprint = Blueprint(desktop)
        # Wherever the pointer is, it has no part in this.
        desktop.xdotool("mousemove", desktop.width - 1, desktop.height - 1)
        desktop.key("alt+2")
        blueprint.wait_focus("button", "^Add Service$")
        desktop.key("Return")
        blueprint.wait_focus("text box", "^Name$")
        desktop.type(SERVICE)
        desktop.key("Return")
        desktop.wait_for("heading", SERVICE)
        desktop.key("alt+3")
        for kind, name in LINE:
            fill_slot_by_keyboard(blueprint, kind, name)
        blueprint.wait_gaps(0)

        choose_by_keyboard(blueprint, "Insert", "Kind of element", "capab", "Take a card")
        blueprint.wait_gap("Take a card", NOT_DESIGNED)
        choose_by_keyboard(blueprint, "ctrl+t", "Connect with", "compon", "Ledger")
        blueprint.wait_mended("Take a card", NOT_DESIGNED)
        blueprint.wait_gap("Ledger", NOT_RUNNING)
        blueprint.wait_gaps(2)
        choose_by_keyboard(blueprint, "ctrl+t", "Connect with", "datab", "ledger-db")
        blueprint.wait_mended("Ledger", NOT_RUNNING)
        desktop.key("Escape")
        desktop.type("ledger")
        blueprint.wait_focus("button", "^Ledger$")
        desktop.key("space")
        choose_by_keyboard(blueprint, "ctrl+shift+l", "Connect with", "requir", "Both sides or neither")
        blueprint.wait_gaps(0)

        desktop.key("ctrl+s")
        blueprint.wait_state("saved")
        blueprint.check_file()
        see_impact_by_keyboard(blueprint)
        reconcile_by_keyboard(blueprint)
        blueprint.undo_all(lambda button: desktop.key("ctrl+z"))
        desktop.wait_for("label", "No Services Yet")


TESTS = [test_by_mouse, test_by_keyboard]

if __name__ == "__main__":
    tap.run(TESTS, sys.argv[1:])
