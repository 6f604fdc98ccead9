"""A library of many projects: finding a thing by three letters, renaming it, and losing the
database, on the real program and the command line at the same time.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import contextlib
import glob
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

import tap  # noqa: E402

tap.require()

from desktop import Desktop, Failure, until  # noqa: E402

SOURCE, BUILD = tap.source_and_build()
COMMAND = BUILD + "/src/cli/throughline-cli"
GENERATE = BUILD + "/tests/bench/generate-project"

N_PROJECTS = 30
N_ELEMENTS = "60"  # a project
PLACE = 17         # the project with the thing that is looked for

# Things of the kind Demand have its first letters in their kind, a note has its name; neither
# may come before it.
OLD, OLD_TYPED = "Demography vault", "dem"
NEW, NEW_TYPED = "Zephyr strongroom", "zep"
NOTE = "Was moved here from the Demography vault."

REPORT = re.compile("^The database of the library was damaged or removed")
DONE, FOUND = 0, 1  # what the command line ends with


class Library:
    """Folders of projects, a window, and a terminal."""

    def __init__(self, desktop):
        self.desktop = desktop
        # Long lists that no step of these looks at.
        desktop.ignored = frozenset(["Outline of the edition", "Legend"])
        self.folder = os.path.join(desktop.home, "units")
        self.database = os.path.join(desktop.home, ".local/share/throughline/library.db")
        os.makedirs(self.folder)
        for number in range(1, N_PROJECTS + 1):
            self.write_project(number)
        for sample in glob.glob(SOURCE + "/resources/samples/*.it4it"):
            shutil.copy(sample, self.folder)
        self.n_projects = len(os.listdir(self.folder))

    def path(self, number):
        return os.path.join(self.folder, "unit-%d.it4it" % number)

    def text(self, number):
        with open(self.path(number), encoding="utf-8") as file:
            return file.read()

    def write_project(self, number):
        subprocess.run([GENERATE, N_ELEMENTS, str(number), self.path(number)], check=True)
        text = self.text(number)
        text = text.replace('id="bench"', 'id="bench-%d"' % number, 1)
        text = text.replace('name="Generated"', 'name="Business unit %d"' % number, 1)
        if number == PLACE:
            text = re.sub(r'(<element [^>]*name=")[^"]*', r"\1" + OLD, text, count=1)
        elif number == 1:
            text = re.sub(r"<note>[^<]*", "<note>" + NOTE, text, count=1)
        with open(self.path(number), "w", encoding="utf-8") as file:
            file.write(text)

    # --- The terminal -----------------------------------------------------------------

    def start_command(self, *arguments):
        return subprocess.Popen([COMMAND, *arguments], env=self.desktop.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    @staticmethod
    def end_command(process):
        """What it has said; it has to have nothing to complain of."""
        output, errors = process.communicate()
        if errors:
            raise Failure("%s: %s" % (process.args, errors))
        return process.returncode, output

    def index(self, *arguments):
        """Brings the library up to date; returns what is said of each file."""
        status, output = self.end_command(self.start_command("index", "--json", *arguments))
        if status != DONE:
            raise Failure("index %s ended with %d: %s" % (" ".join(arguments), status, output))
        return json.loads(output)

    def search(self, *words):
        """The names of what is found in the terminal, best first."""
        process = self.start_command("search", "--json", *words)
        output, errors = process.communicate()
        # Of a database that is being made anew there may be nothing to be read yet.
        if process.returncode not in (DONE, FOUND):
            return errors.splitlines()
        return [hit["name"] for hit in json.loads(output)]

    def wait_in_terminal(self, typed, name):
        until(lambda: self.search(typed)[:1] == [name], lambda: "%s by %s; there is %s" % (name, typed, self.search(typed)))

    def check_database(self):
        """SQLite and FTS5 find nothing wrong, and every file is known as it is."""
        wrong = [f for f in self.index("--check") if f["state"] != "present" or f["change"] != "unchanged"]
        if wrong:
            raise Failure("not as they were: %s" % wrong)

    # --- The window -------------------------------------------------------------------

    def start(self):
        self.desktop.start()
        self.wait_projects()

    def wait_projects(self):
        """As many are known, which are more than are seen; a filter counts them."""
        self.desktop.click(self.desktop.wait_for("search box", "Filter Projects"))
        self.desktop.type("i")
        self.desktop.wait_for("status", re.compile("^[0-9]+ of %d projects$" % self.n_projects))
        self.show_all()

    def pin(self, number):
        """By keyboard, after filtering it out; it is first of all then."""
        self.desktop.key("ctrl+f")
        self.desktop.type("unit %d" % number)
        self.desktop.wait_for("status", "1 of %d projects" % self.n_projects)
        self.desktop.key("Return")
        self.desktop.wait_for("grid cell", where=lambda n: "focused" in n.states)
        self.desktop.key("ctrl+d")
        self.wait_pinned(number)
        self.show_all()

    def show_all(self):
        self.desktop.key("ctrl+f")
        self.desktop.key("Escape")
        self.desktop.wait_gone("button", "Show All")

    def wait_pinned(self, number):
        self.desktop.wait_for("group", re.compile("^Business unit %d, pinned," % number), within=("grid", "Projects"))

    def look_for(self, typed):
        """Searches everywhere."""
        self.desktop.key("ctrl+k")
        self.desktop.wait_for("search box", "Search everywhere", where=lambda n: "focused" in n.states)
        self.desktop.type(typed)
        self.desktop.wait_for("status", re.compile("^[0-9]+ things? found$"))

    def selected(self, name=""):
        """What the row says that Enter would open; or any row with that name."""
        row = self.desktop.find("list item", within=("list", "Found"),
                                where=lambda n: name in n.text() if name else "selected" in n.states)
        return row.text() if row is not None else ""

    def wait_first(self, name, where=""):
        until(lambda: name in self.selected() and where in self.selected(),
              lambda: "%s first; it is %s" % (name, self.selected()))

    def wait_framed(self, name, service):
        """The thing is selected and has the keyboard, wholly inside the diagram that is seen."""
        node = self.desktop.wait_for("button", re.compile("^%s(,|$)" % re.escape(name)),
                                     where=lambda n: {"selected", "focused"} <= n.states)
        self.desktop.wait_idle()
        canvas = node.parent
        self.desktop.read_extents([node, canvas])
        if not canvas.matches("group", service) or not is_inside(node.extents, canvas.extents):
            raise Failure("%r %s is not framed in %r %s" % (node, node.extents, canvas, canvas.extents))
        self.desktop.wait_for("heading", name)

    def rename(self, number, name):
        """What is selected, on the diagram."""
        self.desktop.key("F2")
        self.desktop.wait_for("text box", re.compile("^Name of "), where=lambda n: "focused" in n.states)
        self.desktop.key("ctrl+a")
        self.desktop.type(name)
        self.desktop.key("Return")
        self.desktop.wait_for("label", "unit-%d.it4it · unsaved changes" % number)
        self.desktop.key("ctrl+s")
        self.desktop.wait_for("label", "unit-%d.it4it · saved" % number)

    def report(self):
        """What is said of the library itself, if it is seen."""
        return self.desktop.find("alert", REPORT)

    def wait_reported(self):
        """Once: when it has been read, it stays away."""
        report = until(self.report, "it is reported")
        self.desktop.click(next(n for n in report.parent.walk() if n.matches("button", "Close")))
        until(lambda: self.report() is None, "the report goes")

    def check_not_reported(self):
        self.desktop.wait_idle()
        if self.report() is not None:
            raise Failure("it was reported again")

    # --- What happens to a database ---------------------------------------------------

    @contextlib.contextmanager
    def standing_still(self):
        """The program notices nothing of what is done meanwhile before it is done."""
        self.desktop.program.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.desktop.program.send_signal(signal.SIGCONT)

    def delete_database(self):
        """All of it at once: the program puts a new one there as soon as it notices."""
        with self.standing_still():
            for ending in ("", "-wal", "-shm"):
                if os.path.exists(self.database + ending):
                    os.remove(self.database + ending)

    def damage_database(self):
        """Every page is hit somewhere, as by a disk that fails; what waits in the log, too."""
        with self.standing_still():
            for ending in ("", "-wal"):
                if os.path.exists(self.database + ending):
                    self.damage(self.database + ending)

    @staticmethod
    def damage(path):
        flips = random.Random(1)
        with open(path, "r+b") as file:
            size = file.seek(0, os.SEEK_END)
            for start in range(0, size, 512):
                place = flips.randrange(start, min(start + 512, size))
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ 1 << flips.randrange(8)]))


def is_inside(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and inner[0] + inner[2] <= outer[0] + outer[2] and
            inner[1] + inner[3] <= outer[1] + outer[3])


def service_of(library):
    """The name of the service that has the thing that is looked for."""
    return re.findall(r'<service [^>]*?name="([^"]*)"', library.text(PLACE).split(OLD)[0])[-1]


def test_find_rename_find():
    """three letters find a thing, which is renamed and found by its new name everywhere"""
    with Desktop(SOURCE, BUILD) as desktop:
        library = Library(desktop)
        service = service_of(library)
        if len(library.index(library.folder)) != library.n_projects:
            raise Failure("not every project is in the library")
        library.start()

        library.look_for(OLD_TYPED)
        library.wait_first(OLD, "Business unit %d" % PLACE)
        desktop.key("Return")
        desktop.wait_for("window", "Business unit %d" % PLACE)
        library.wait_framed(OLD, service)
        library.rename(PLACE, NEW)
        if 'name="%s"' % NEW not in library.text(PLACE):
            raise Failure("it was not saved")

        library.wait_in_terminal(NEW_TYPED, NEW)
        if OLD in library.search(OLD_TYPED):
            raise Failure("it is still found by its old name in the terminal")
        library.look_for(NEW_TYPED)
        library.wait_first(NEW)
        desktop.key("Escape")
        desktop.key("ctrl+shift+n")
        library.wait_projects()
        library.look_for(OLD_TYPED)
        until(lambda: library.selected() and library.selected(OLD) == "", "it is no longer found by its old name")
        desktop.key("ctrl+a")
        desktop.type(NEW_TYPED)
        library.wait_first(NEW, "Business unit %d" % PLACE)
        desktop.key("Return")
        # It is open already, and is not opened twice.
        library.wait_framed(NEW, service)
        library.check_database()


def test_lost_database():
    """a database that is deleted, then damaged, while it is open loses nothing"""
    with Desktop(SOURCE, BUILD) as desktop:
        library = Library(desktop)
        library.index(library.folder)
        files = {path: os.stat(path).st_mtime_ns for path in glob.glob(library.folder + "/*")}
        library.start()
        library.pin(PLACE)

        library.delete_database()
        library.wait_reported()
        library.wait_in_terminal(OLD_TYPED, OLD)
        library.wait_projects()
        library.wait_pinned(PLACE)

        library.damage_database()
        # Whether anything is found now, or it is noticed by that, depends on what is in memory.
        desktop.key("ctrl+k")
        desktop.type(OLD_TYPED)
        desktop.key("Escape")
        library.wait_reported()
        library.look_for(OLD_TYPED)
        library.wait_first(OLD)
        desktop.key("Escape")
        library.wait_in_terminal(OLD_TYPED, OLD)
        library.wait_projects()
        library.wait_pinned(PLACE)
        library.check_database()
        library.check_not_reported()
        if {path: os.stat(path).st_mtime_ns for path in glob.glob(library.folder + "/*")} != files:
            raise Failure("a project was touched")


def test_two_processes():
    """the terminal brings the library up to date while the program does, and saves"""
    with Desktop(SOURCE, BUILD) as desktop:
        library = Library(desktop)
        library.index(library.folder)
        library.start()
        library.look_for(OLD_TYPED)
        library.wait_first(OLD)
        desktop.key("Return")
        library.wait_framed(OLD, service_of(library))

        # All begun anew by both, while a project is changed and saved.
        library.delete_database()
        commands = [library.start_command("index") for _ in range(3)]
        library.rename(PLACE, NEW)
        for command in commands:
            status, output = library.end_command(command)
            if status != DONE:
                raise Failure("index ended with %d: %s" % (status, output))
        library.wait_in_terminal(NEW_TYPED, NEW)
        library.check_database()

        # What another program does to a file is seen.
        text = library.text(1)
        with open(library.path(1), "w", encoding="utf-8") as file:
            file.write(text.replace(NOTE, "Keeps the xylophones."))
        until(lambda: library.search("xylophones"), "what another program wrote is found")
        library.check_database()


def test_pause():
    """a pause outlasts the program, is seen, and can be ended; the terminal does not care"""
    with Desktop(SOURCE, BUILD, settings={"library-paused": True}) as desktop:
        library = Library(desktop)
        library.index(library.folder)
        desktop.start()
        desktop.wait_for("label", "Looking at files is paused")
        library.n_projects += 1
        library.write_project(N_PROJECTS + 1)
        desktop.wait_idle()
        if library.search("unit %d" % (N_PROJECTS + 1)):
            raise Failure("it was looked at")
        desktop.click(desktop.wait_for("button", "Pause"))
        library.wait_projects()
        settings = os.path.join(desktop.home, desktop.CONFIG, "glib-2.0/settings/keyfile")
        with open(settings, encoding="utf-8") as file:
            if "library-paused=true" in file.read():
                raise Failure("it would be paused again")


TESTS = [test_find_rename_find, test_lost_database, test_two_processes, test_pause]

if __name__ == "__main__":
    tap.run(TESTS, sys.argv[1:])
