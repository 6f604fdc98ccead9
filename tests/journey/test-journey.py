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
        # Long lists that no step of these looks at.
        desktop.ignored = frozenset(["Outline of the edition", "Legend"])

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

    def wait_focus(self, role, name):
        """The thing with the keyboard; name is a pattern."""
        return until(lambda: (lambda f: f and f.matches(role, re.compile(name)) and f)(self.focused()),
                     lambda: "the focus on %s %s; it is on %r" % (role, name, self.focused()))

    def tab_to(self, role, name, most=30):
        """Presses Tab until it is there, which it has to be before the round is done."""
        for _ in range(most):
            focused = self.focused()
            if focused is not None and focused.matches(role, re.compile(name)):
                return
            self.desktop.key("Tab")
            self.desktop.wait_idle()
        raise Failure("Tab does not reach %s %s" % (role, name))

    def wait_state(self, state):
        """The title says whether there are changes that are not in the file."""
        self.desktop.wait_for("label", "%s · %s" % (os.path.basename(self.path), state))

    def wait_values(self, component, maturity, tools=None):
        """In the node, for the overlay shown, and in what a screen reader says of it."""
        self.wait_value(component, maturity)
        if tools is not None:
            until(lambda: re.search(tools, self.node(component).description),
                  lambda: "%s in %r" % (tools, self.node(component).description))

    def all_back(self, what, step, least):
        """Takes steps until there are none left, and returns how many there were."""
        n = 0
        while self.can(what):
            name = self.step_button(what).name
            step()
            until(lambda: self.step_button(what).name != name or not self.can(what),
                  "%s does something" % name)
            n += 1
            if n > 50:
                raise Failure("%s has no end" % what)
        if n < least:
            raise Failure("%s took %d steps, at least %d were made" % (what, n, least))
        return n

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
        desktop.choose("Edition", "IT4IT 2.1")
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


def check_file(project, component, tool, maturity, goal):
    """Everything is in the file, for the command line and in the text."""
    info = project.info()
    for key, count in (("tools", 1), ("assessments", 1)):
        if info[key] != count:
            raise Failure("%d %s in the file, not %d" % (info[key], key, count))
    for pattern in (r'<tool [^>]*name="%s"' % tool, r'<supports component="%s"' % component,
                    r'<assessment [^>]*of="%s"[^>]* current="%s" goal="%s"' % (component, maturity, goal)):
        if not re.search(pattern, project.text()):
            raise Failure("%s is not in the file" % pattern)


def check_after_start(project, component, maturity, goal, tool):
    """Everything is on screen again, after the program was killed and started."""
    desktop = project.desktop
    project.wait_state("saved")
    project.wait_value(component, maturity)
    desktop.click(project.node(component))
    project.wait_selected(component)
    project.wait_maturity("Maturity Today", maturity)
    project.wait_maturity("Goal", goal)
    desktop.wait_for("label", tool, within=("list", "Tools"))
    for what in ("Undo", "Redo"):
        if project.can(what):
            raise Failure("there is something to %s in a file just opened" % what)


def drill_by_mouse(project):
    """From the value chain to an attribute, back by the button and by breadcrumbs."""
    desktop = project.desktop
    crumbs = ("navigation", "Where this is")
    desktop.click(project.node("Requirement to Deploy"), times=2, down=0.04)
    project.wait_diagram("Requirement to Deploy")
    # The component's head: beneath are its data objects.
    desktop.click(project.node("Requirement"), times=2, down=0.05)
    project.wait_diagram("Requirement")
    desktop.click(project.node("RequirementID"))
    project.wait_selected("RequirementID")
    desktop.click(desktop.wait_for("button", "Back"))
    project.wait_diagram("Requirement to Deploy")
    desktop.click(project.node("Requirement"), times=2, down=0.05)
    project.wait_diagram("Requirement")
    desktop.click(desktop.wait_for("button", "Requirement to Deploy", within=crumbs))
    project.wait_diagram("Requirement to Deploy")
    desktop.click(desktop.wait_for("button", "Value chain", within=crumbs))
    project.wait_diagram("Value chain")


def test_story_by_mouse():
    """assess, add a tool, drill down, undo, redo, save, kill, open again: by mouse"""
    with Desktop(SOURCE, BUILD) as desktop:
        project = create_file(desktop, "2.1", "Retail bank")
        before = project.text()
        project.open()
        project.wait_value("Requirement", "–")

        desktop.click(project.node("Requirement"))
        project.wait_selected("Requirement")
        for row, step in (("Maturity Today", "2 – repeatable"), ("Goal", "4 – managed")):
            row = re.compile("^%s: " % row)
            desktop.click(desktop.wait_for("button", step, within=("list item", row)))
            desktop.wait_for("list item", re.compile("%s%s" % (row.pattern, step)))
        project.wait_values("Requirement", "2", "2")

        desktop.click(desktop.wait_for("button", "Choose Tools", where=lambda n: "focusable" in n.states))
        desktop.wait_for("search box", "Filter")
        desktop.type("Jira")
        desktop.click(desktop.wait_for("button", "New Tool"))
        project.wait_selected("Jira")
        desktop.click(project.node("Requirement"))
        project.wait_selected("Requirement")
        desktop.wait_for("label", "Jira", within=("list", "Tools"))
        desktop.choose("What the colours show", "Number of tools")
        project.wait_value("Requirement", "1")
        desktop.choose("What the colours show", "Maturity today")
        project.wait_value("Requirement", "2")

        drill_by_mouse(project)

        project.wait_state("unsaved changes")
        n = project.all_back("Undo", lambda: desktop.click(project.step_button("Undo")), 3)
        project.wait_value("Requirement", "–")
        project.wait_state("saved")
        if project.all_back("Redo", lambda: desktop.click(project.step_button("Redo")), n) != n:
            raise Failure("not as many steps are redone as were undone")
        project.wait_value("Requirement", "2")
        if project.text() != before:
            raise Failure("the file changed without being saved")

        desktop.save_from_menu()
        project.wait_state("saved")
        check_file(project, "requirement", "Jira", "2", "4")
        desktop.kill()
        project.open()
        check_after_start(project, "Requirement", "2", "4", "Jira")


def go_to(project, title):
    """Types the beginning of a node's name on the diagram."""
    project.desktop.type(title.lower())
    project.wait_focus("button", "^" + re.escape(title))


def drill_by_keyboard(project):
    desktop = project.desktop
    go_to(project, "Strategy to Portfolio")
    desktop.key("Return")
    project.wait_diagram("Strategy to Portfolio")
    go_to(project, "Enterprise Architecture")
    desktop.key("Return")
    project.wait_diagram("Enterprise Architecture")
    go_to(project, "Target Date")
    desktop.key("space")
    project.wait_selected("Target Date")
    # The way up along the arrows and the steps back.
    desktop.key("alt+Left")
    project.wait_diagram("Strategy to Portfolio")
    project.wait_focus("button", "^Enterprise Architecture")
    desktop.key("alt+Left")
    project.wait_diagram("Value chain")
    project.wait_focus("button", "^Strategy to Portfolio")


def test_story_by_keyboard():
    """the same in edition 3.0, by keyboard alone"""
    component = "Enterprise Architecture"
    with Desktop(SOURCE, BUILD) as desktop:
        project = create_file(desktop, "3.0", "Port of goods")
        project.open()
        # Wherever the pointer is, it has no part in this.
        desktop.xdotool("mousemove", desktop.width - 1, desktop.height - 1)
        go_to(project, component)
        desktop.key("space")
        project.wait_selected(component)
        desktop.key("alt+9")
        project.wait_focus("button", "^0 – absent")
        desktop.key("2")
        project.wait_maturity("Maturity Today", "2")
        desktop.key("Tab")
        desktop.key("4")
        project.wait_maturity("Goal", "4")
        project.wait_values(component, "2", "2")

        project.tab_to("button", "^Choose Tools")
        desktop.key("space")
        desktop.wait_for("search box", "Filter")
        desktop.type("LeanIX")
        project.tab_to("button", "^New Tool")
        desktop.key("Return")
        project.wait_selected("LeanIX")
        desktop.key("alt+1")
        project.wait_focus("button", "^" + component)
        desktop.key("space")
        project.wait_selected(component)
        desktop.wait_for("label", "LeanIX", within=("list", "Tools"))

        drill_by_keyboard(project)

        project.wait_state("unsaved changes")
        n = project.all_back("Undo", lambda: desktop.key("ctrl+z"), 3)
        project.wait_value(component, "–")
        project.wait_state("saved")
        if project.all_back("Redo", lambda: desktop.key("ctrl+shift+z"), n) != n:
            raise Failure("not as many steps are redone as were undone")
        project.wait_value(component, "2")

        desktop.key("ctrl+s")
        project.wait_state("saved")
        check_file(project, "enterprise-architecture", "LeanIX", "2", "4")
        desktop.kill()
        project.open()
        check_after_start(project, component, "2", "4", "LeanIX")


def wait_journal(desktop):
    """Until what was changed is kept for the case of a crash."""
    journals = os.path.join(desktop.home, ".local", "state")
    until(lambda: any(os.path.getsize(os.path.join(folder, f)) for folder, _, files in os.walk(journals)
                      for f in files if f.endswith("journal")),
          lambda: "a journal in %s" % [x for x in os.walk(desktop.home + "/.local")])


def test_recovery_never_saved():
    """a project that was in no file is there again after kill -9, beside the one that was open"""
    with Desktop(SOURCE, BUILD) as desktop:
        create_file(desktop, "2.1", "Retail bank").open()
        desktop.key("ctrl+n")
        dialog = ("window", "New Project")
        desktop.wait_for(*dialog)
        desktop.type("Port of goods")
        desktop.key("Return")
        desktop.wait_gone(*dialog)
        port = ("window", re.compile("Port of goods"))
        desktop.wait_for(*port)
        desktop.click(until(lambda: desktop.find("button", re.compile("^Incident"), within=port), "a component"))
        desktop.click(desktop.wait_for("button", "3 – defined", within=port))
        desktop.wait_for("button", re.compile("^Undo"), within=port, where=lambda n: "sensitive" in n.states)
        wait_journal(desktop)
        desktop.kill()

        desktop.start()
        recovered = re.compile("^Changes that had not been saved were recovered")
        desktop.wait_for("label", recovered, within=port)
        desktop.wait_for("label", "not saved yet", within=port)
        desktop.wait_for("label", "project.it4it · saved")
        if len(desktop.find_all("label", recovered)) != 1:
            raise Failure("something else was recovered, too")


def test_recovery():
    """changes that were not saved are there again after kill -9"""
    with Desktop(SOURCE, BUILD) as desktop:
        project = create_file(desktop, "2.1", "Retail bank")
        before = project.text()
        project.open()
        desktop.click(project.node("Incident"))
        project.wait_selected("Incident")
        desktop.click(desktop.wait_for("button", "3 – defined",
                                       within=("list item", re.compile("^Maturity Today: "))))
        project.wait_value("Incident", "3")
        project.wait_state("unsaved changes")
        wait_journal(desktop)
        desktop.kill()
        if project.text() != before:
            raise Failure("the file changed without being saved")

        project.open()
        desktop.wait_for("label", re.compile("^Changes that had not been saved were recovered"))
        if len([n for n in desktop.tree().children if n.role == "window"]) != 1:
            raise Failure("what was recovered stands in a second window")
        project.wait_value("Incident", "3")
        project.wait_state("unsaved changes")
        desktop.click(desktop.wait_for("button", "Save"))
        project.wait_state("saved")
        desktop.wait_gone("label", re.compile("^Changes that had not been saved were recovered"))
        if 'current="3"' not in project.text():
            raise Failure("what was recovered was not saved")
        desktop.kill()
        project.open()
        project.wait_value("Incident", "3")
        project.wait_state("saved")


TESTS = [test_create_by_mouse, test_create_by_keyboard, test_story_by_mouse, test_story_by_keyboard,
         test_recovery, test_recovery_never_saved]

if __name__ == "__main__":
    tap.run(TESTS, sys.argv[1:])
