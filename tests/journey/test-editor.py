"""Draws a blueprint as somebody does who hears the program: keys in, words out.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import tap  # noqa: E402

tap.require()

from desktop import Desktop, until  # noqa: E402

SOURCE, BUILD = tap.source_and_build()


def focused(desktop):
    return desktop.find(where=lambda n: "focused" in n.states)


def wait_for_focus(desktop, name):
    """Until the keyboard is on something whose name begins so."""
    return until(lambda: (lambda n: n if n is not None and n.name.startswith(name) else None)(focused(desktop)),
                 lambda: "the focus on %r; it is on %r" % (name, focused(desktop)))


def wait_for_node(desktop, name):
    return desktop.wait_for("button", re.compile(r"^%s(,|$)" % re.escape(name)))


def wait_for_status(desktop, text):
    """What is read out."""
    return desktop.wait_for(None, text)


def add(desktop, kind, name):
    desktop.key("Insert")
    wait_for_focus(desktop, "Kind of element")
    desktop.type(kind)
    desktop.key("Return")
    wait_for_focus(desktop, "Name")
    desktop.type(name)
    desktop.key("Return")
    wait_for_focus(desktop, name)


def open_blueprint(desktop):
    """a new service has an empty blueprint, and its keys put the focus there"""
    path = os.path.join(desktop.home, "bank.it4it")
    subprocess.run([BUILD + "/src/cli/throughline-cli", "new", "--edition", "2.1", "--template", "empty",
                    "--name", "Bank", path], check=True, env=desktop.environment)
    desktop.start(path)
    desktop.key("alt+3")
    desktop.wait_for("label", "No Services Yet")
    desktop.click(desktop.wait_for("button", "Add Service", within=("group", "Blueprint")))
    desktop.key("alt+3")
    until(lambda: focused(desktop) is not None, "the focus in the blueprint")


def create(desktop):
    """two elements, by their kinds and names"""
    add(desktop, "capab", "Pay by card")
    add(desktop, "compon", "Checkout")
    wait_for_node(desktop, "Pay by card")


def connect(desktop):
    """what was made last is connected with the other one, and it is said"""
    desktop.key("ctrl+shift+l")
    wait_for_focus(desktop, "Connect with")
    desktop.type("pay by card")
    desktop.key("Return")
    wait_for_status(desktop, "Pay by card is realized by Checkout")
    node = wait_for_node(desktop, "Checkout")
    if "Pay by card" not in node.description:
        raise AssertionError("the description does not say what it is connected with: " + node.description)


def rename(desktop):
    """a name is changed where it stands"""
    desktop.key("Escape")
    wait_for_focus(desktop, "Checkout")
    desktop.key("F2")
    wait_for_focus(desktop, "Name of Component")
    desktop.type("Checkout API")
    desktop.key("Return")
    wait_for_node(desktop, "Checkout API")
    wait_for_focus(desktop, "Checkout API")


def delete(desktop):
    """what is deleted is said, and the keyboard is on what is next to it"""
    add(desktop, "data", "Receipts")
    desktop.key("Delete")
    wait_for_status(desktop, "1 element deleted")
    desktop.wait_gone("button", "Receipts")
    wait_for_focus(desktop, "Checkout API")
    for name in ("Delete Data Receipts", "Add Data Receipts"):
        desktop.wait_for("button", "Undo " + name)
        desktop.key("ctrl+z")
        wait_for_status(desktop, "Undone: " + name)


def gaps(desktop):
    """the list of gaps is gone to, and left for the diagram"""
    button = ("button", re.compile("^Gaps: "))
    desktop.key("ctrl+g")  # it was there
    desktop.wait_for(*button, where=lambda n: "pressed" not in n.states)
    desktop.key("ctrl+g")
    desktop.wait_for(*button, where=lambda n: "pressed" in n.states)
    until(lambda: any(n.matches("list", "Gaps") for n in focused(desktop).ancestors()),
          lambda: "the focus among the gaps; it is on %r" % focused(desktop))
    desktop.key("ctrl+g")
    wait_for_focus(desktop, "Checkout API")


def undo_and_redo(desktop):
    """all of it goes and comes back"""
    for name in ("Change Name of Checkout", "Connect Pay by card with Checkout", "Add Component Checkout"):
        desktop.wait_for("button", "Undo " + name)
        desktop.key("ctrl+z")
        wait_for_status(desktop, "Undone: " + name)
    desktop.wait_gone("button", re.compile("^Checkout"))
    wait_for_node(desktop, "Pay by card")
    for _ in range(3):
        desktop.key("ctrl+shift+z")
    node = wait_for_node(desktop, "Checkout API")
    if "Pay by card" not in node.description:
        raise AssertionError("the relation is not back: " + node.description)


STEPS = [open_blueprint, create, connect, rename, delete, gaps, undo_and_redo]


def create_tests():
    """Each goes on from where the one before it has left the program."""
    shared, tests = {}, []
    for step in STEPS:
        def test(step=step):
            if "desktop" not in shared:
                shared["desktop"] = Desktop(SOURCE, BUILD)
            try:
                step(shared["desktop"])
            finally:
                if step is STEPS[-1]:
                    shared.pop("desktop").close()
        test.__doc__, test.__name__ = step.__doc__, step.__name__
        tests.append(test)
    return tests


if __name__ == "__main__":
    tap.run(create_tests(), sys.argv[1:])
