"""What a user does from a new project to a saved file and back, on the real program.

Once by mouse, once by keyboard alone, with kill -9 in between.

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


class Project:
    """A window with a project in it, in the user's words."""

    def __init__(self, desktop, path=None):
        self.desktop = desktop
        self.path = path

    def open(self):
        self.desktop.start(self.path)
        self.wait_diagram("Value chain")

    # --- What is seen -------------------------------------------------------------

    def diagram(self):
        """The canvas: what has nodes as children and takes the focus."""
        return self.desktop.find("group", where=lambda n: "focusable" in n.states and n.children and all(
            c.role == "button" and not c.children for c in n.children))

    def wait_diagram(self, name):
        def shown():
            diagram = self.diagram()
            return diagram is not None and diagram.name == name and diagram
        return until(shown, lambda: "the diagram %s; it is %s" % (name, self.diagram()))

    def find_node(self, title):
        """A node of the diagram; its value follows the title after a comma."""
        diagram = self.diagram()
        for node in diagram.children if diagram else []:
            if node.name == title or node.name.startswith(title + ", "):
                return node
        return None

    def node(self, title):
        return until(lambda: self.find_node(title), lambda: "the node %s; there are %s" % (
            title, self.diagram() and self.diagram().children))

    def value(self, title):
        """The value written in a node."""
        return self.node(title).name[len(title):].lstrip(", ")

    def wait_value(self, title, value):
        until(lambda: (self.find_node(title) or self.desktop.tree()).name == "%s, %s" % (title, value),
              lambda: "%s with %s; it is %s" % (title, value, self.find_node(title)))

    def selected(self):
        """The title of what the inspector shows."""
        heading = self.desktop.find("heading")
        return heading.name if heading else None

    def wait_selected(self, title):
        until(lambda: self.selected() == title,
              lambda: "%s in the inspector; it is %s" % (title, self.selected()))

    def wait_maturity(self, row, said):
        self.desktop.wait_for("list item", re.compile("^%s: %s" % (row, said)))

    def step_button(self, what):
        """The button for undo or redo, which is named after the step."""
        return self.desktop.wait_for("button", re.compile("^%s( |$)" % what))

    def can(self, what):
        return "sensitive" in self.step_button(what).states

    def focused(self):
        return self.desktop.find(where=lambda n: "focused" in n.states)

    def is_unsaved(self):
        return self.desktop.find("label", re.compile("unsaved|not saved|edited", re.I)) is not None

    def info(self):
        """What the command line says of the file."""
        result = subprocess.run([BUILD + "/src/cli/throughline-cli", "info", "--json", self.path],
                                stdout=subprocess.PIPE, check=False)
        if result.returncode not in (0, 1):
            raise Failure("throughline-cli info ended with %d" % result.returncode)
        return json.loads(result.stdout)

    def text(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()


def create_file(desktop, edition, name):
    path = os.path.join(desktop.home, "project.it4it")
    subprocess.run([BUILD + "/src/cli/throughline-cli", "new", "--edition", edition, "--name", name, path],
                   check=True, stdout=subprocess.DEVNULL)
    return Project(desktop, path)


def test_create_by_mouse():
    """a project of edition 2.1 from a template, by mouse"""
    with Desktop(SOURCE, BUILD) as desktop:
        desktop.start()
        desktop.click(desktop.wait_for("button", "New Project…"))
        dialog = ("window", "New Project")
        desktop.wait_for(*dialog)
        desktop.click(desktop.wait_for("text box", "Name", within=dialog))
        desktop.type("Retail bank")
        desktop.click(desktop.wait_for("combo box", "Edition", within=dialog))
        desktop.click(desktop.wait_for("label", "IT4IT 2.1", within=("widget", "GtkPopover")))
        desktop.wait_for("combo box", "Edition", where=lambda n: "IT4IT 2.1" in n.text() and "IT4IT 3.0" not in n.text())
        desktop.click(desktop.wait_for("list item", "Typical Landscape", within=dialog))
        desktop.wait_for("checkbox", where=lambda n: n.name.startswith("Typical") and "checked" in n.states)
        desktop.click(desktop.wait_for("button", "Create", within=dialog))
        desktop.wait_gone(*dialog)

        project = Project(desktop)
        project.wait_diagram("Value chain")
        desktop.wait_for("window", re.compile("Retail bank"))
        project.node("Strategy to Portfolio")
        project.node("Incident")
        desktop.wait_for("label", "IT4IT 2.1")


def test_create_by_keyboard():
    """an empty project of edition 3.0, by keyboard alone"""
    with Desktop(SOURCE, BUILD, settings={"default-edition": "2.1"}) as desktop:
        desktop.start()
        desktop.wait_for("button", "New Project…")
        desktop.key("ctrl+n")
        dialog = ("window", "New Project")
        desktop.wait_for(*dialog)
        desktop.type("Port of goods")
        desktop.key("Tab")
        desktop.wait_for("combo box", "Edition", where=lambda n: "focused" in n.states)
        desktop.key("space")
        desktop.wait_for("label", "IT4IT 3.0", within=dialog)
        desktop.key("Down", "Return")
        desktop.wait_for("combo box", "Edition", where=lambda n: "focused" in n.states and "IT4IT 3.0" in n.text())
        desktop.key("shift+Tab")
        desktop.key("Return")
        desktop.wait_gone(*dialog)

        project = Project(desktop)
        project.wait_diagram("Value chain")
        desktop.wait_for("window", re.compile("Port of goods"))
        desktop.wait_for("label", "IT4IT 3.0")
        desktop.wait_for("button", "Value streams")


TESTS = [test_create_by_mouse, test_create_by_keyboard]

if __name__ == "__main__":
    tap.run(TESTS, sys.argv[1:])
