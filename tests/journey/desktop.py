"""A desktop of its own for one program: display, session bus, home and settings.

Drives a GTK program as a person does, with pointer and keys, and reads what it
shows through the accessibility bus. The bus is spoken to directly, without
libatspi, whose cache answers with what was true a moment ago.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import random
import re
import shutil
import signal
import string
import subprocess
import sys
import tempfile
import time

from gi.repository import Gio, GLib

import tap
from display import Display, Failure
from rest import Rest, read_threads

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
NULL = "/org/a11y/atspi/null"
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

# Of AtspiStateType.
STATES = {
    "active": 1, "checked": 4, "editable": 7, "enabled": 8, "expanded": 10,
    "focusable": 11, "focused": 12, "pressed": 20, "selected": 23, "sensitive": 24,
    "showing": 25, "visible": 30,
}

SMALLEST_PAGE = 100  # pixels; what is smaller is no stack

# Newer GTK tells apart what older GTK calls the same.
OLDER_ROLES = {"toggle button": "button", "radio": "checkbox", "generic": "widget"}

WINDOW_ROLES = ("window", "frame", "dialog", "alert")

TIMEOUT = float(os.environ.get("TL_JOURNEY_TIMEOUT", "60"))  # seconds; machines are busy at times
DISPLAY_PATIENCE = TIMEOUT / 6  # with one that does not rest
POLL = 0.02


def until(condition, message, timeout=None):
    """Waits until condition() is true, and returns what it returned."""
    end = time.monotonic() + (timeout or TIMEOUT)
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise Failure("timed out: " + (message() if callable(message) else message))
        time.sleep(POLL)


def plain(name):
    """A button's name, of which old GTK says the label with and without its mnemonic."""
    half = len(name) // 2
    for cut in (half, half + 1):
        first, second = name[:cut].strip(), name[cut:].strip()
        if "_" in first and first.replace("_", "", 1) == second:
            return second
    return name


class Node:
    """One thing on the accessibility bus, as it was when the tree was read."""

    def __init__(self, path, parent, read_extents):
        self.path = path
        self.read_extents = read_extents
        self.parent = parent
        self.children = []
        self.name = self.description = self.role = ""
        self.states = frozenset()
        self.n_children = 1
        self.known_extents = None

    @property
    def extents(self):
        """x, y, width, height in the window, as when first asked for."""
        if self.known_extents is None:
            self.read_extents([self])
        return self.known_extents

    def read(self, state, role, properties):
        """Takes over the answers of the bus; False when the thing went meanwhile."""
        if state is None or role is None or properties is None:
            return False
        bits = state[0][0] | state[0][1] << 32
        self.states = frozenset(k for k, v in STATES.items() if bits >> v & 1)
        self.role = OLDER_ROLES.get(role[0], role[0])
        self.name = plain(properties[0].get("Name", ""))
        self.description = properties[0].get("Description", "")
        self.n_children = properties[0].get("ChildCount", 1)
        return True

    def may_be_stack(self):
        return (self.role == "group" and len(self.children) > 1 and
                all(child.role in ("group", "widget") for child in self.children))

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def matches(self, role, name):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        return bool(name.search(self.name)) if isinstance(name, re.Pattern) else self.name == name

    def text(self):
        """All that labels beneath it say."""
        return " ".join(n.name for n in self.walk() if n.role == "label" and n.name)

    def __repr__(self):
        return "%s %r" % (self.role, self.name)


class Desktop:
    """Display, session bus and home, and one program at a time on them."""

    CONFIG = ".config"  # where the program finds its configuration, in the home
    SETTINGS = "io/github/throughline_it/Throughline"  # and its settings, in that

    def __init__(self, source, build, width=1440, height=900, settings=None):
        self.source, self.build = source, build
        # Without digits, which whoever filters projects by a number would find in all places.
        name = "".join(random.choices(string.ascii_lowercase, k=12))
        self.home = os.path.join(tempfile.gettempdir(), "throughline-desktop-" + name)
        os.mkdir(self.home, 0o700)
        self.program = self.display = self.bus = self.accessibility = None
        self.width, self.height = width, height
        self.ignored = frozenset()  # names of things whose insides are not read
        self.write_settings(settings or {})
        self.environment = self.create_environment()
        try:
            self.display = Display(width, height, self.environment)
            self.environment["DISPLAY"] = self.display.name
            self.start_bus()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def create_environment(self):
        environment = {k: v for k, v in os.environ.items()
                       if k in ("PATH", "LD_LIBRARY_PATH", "MESON_TEST_ITERATION")
                       or k.endswith("SAN_OPTIONS")}
        environment.update(
            HOME=self.home, XDG_RUNTIME_DIR=self.home + "/runtime", LC_ALL="C.UTF-8",
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="keyfile",
            GSETTINGS_SCHEMA_DIR=self.build + "/data",
            XDG_DATA_DIRS=self.source + "/data:/usr/local/share:/usr/share",
            # Nothing of the machine's desktop is to answer in the program's place.
            GTK_USE_PORTAL="0", GIO_USE_VFS="local")
        os.makedirs(self.home + "/runtime", 0o700)
        return environment

    def write_settings(self, settings):
        """What a GNOME desktop tells its programs, and the program's own settings."""
        settings = {"window-width": self.width, "window-height": self.height,
                    "tour-seen": True, **settings}
        for name, lines in (
                ("gtk-4.0/settings.ini",
                 ["[Settings]", "gtk-font-name=Cantarell 11", "gtk-icon-theme-name=Adwaita",
                  "gtk-decoration-layout=:close", "gtk-enable-animations=0", "gtk-cursor-blink=0", "gtk-xft-antialias=1",
                  "gtk-xft-hinting=1", "gtk-xft-hintstyle=hintslight", "gtk-xft-rgba=none"]),
                ("glib-2.0/settings/keyfile",
                 ["[%s]" % self.SETTINGS] +
                 ["%s=%s" % (k, GLib.Variant("s", v).print_(False) if isinstance(v, str) else
                             str(v).lower()) for k, v in settings.items()])):
            path = os.path.join(self.home, self.CONFIG, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")

    # --- Buses --------------------------------------------------------------------

    def bus_option(self):
        """Of dbus-daemon: a bus that starts the accessibility bus, and nothing else."""
        services = os.path.join(self.home, "services")
        os.mkdir(services)
        for folder in GLib.get_system_data_dirs():
            path = os.path.join(folder, "dbus-1", "services", "org.a11y.Bus.service")
            if os.path.exists(path):
                shutil.copy(path, services)
                break
        with open(os.path.join(self.source, "tests", "support", "session-bus.conf"), encoding="utf-8") as file:
            text = file.read()
        path = os.path.join(self.home, "session-bus.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("</busconfig>", "<servicedir>%s</servicedir></busconfig>" % services))
        return "--config-file=" + path

    def start_bus(self):
        read, write = os.pipe()
        self.bus = subprocess.Popen(
            ["dbus-daemon", self.bus_option(), "--nofork", "--nosyslog", "--print-address=%d" % write],
            pass_fds=[write], env=self.environment, cwd=self.home, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(write)
        with os.fdopen(read) as answer:
            address = answer.readline().strip()
        if not address:
            raise Failure("dbus-daemon did not start")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        session = self.connect(address)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                    None, None, 0, 20000, None).unpack()[0]
        session.close_sync(None)
        self.accessibility = self.connect(address)

    @staticmethod
    def connect(address):
        flags = Gio.DBusConnectionFlags
        connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        connection.set_exit_on_close(False)
        return connection

    def call(self, destination, path, interface, method, parameters=None):
        return self.accessibility.call_sync(destination, path, interface, method, parameters,
                                            None, 0, 20000, None).unpack()

    def call_many(self, calls):
        """One answer for each (path, interface, method, parameters), None where there is none."""
        answers, left = [None] * len(calls), [len(calls)]

        def done(connection, result, index):
            left[0] -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass

        for index, call in enumerate(calls):
            self.accessibility.call(self.program_bus_name, *call, None, 0, 20000, None, done, index)
        context = GLib.MainContext.default()
        while left[0] > 0:
            context.iteration(True)
        return answers

    # --- Program ------------------------------------------------------------------

    def start(self, *arguments, environment=None):
        """Starts the program and waits until it answers on the accessibility bus."""
        self.program = subprocess.Popen(
            [*self.command(), *arguments], cwd=self.home,
            env={**self.environment, **(environment or {})}, stdout=sys.stderr)
        self.wait_start()

    def command(self):
        return [self.build + "/src/ui/throughline"]

    def is_program(self, pid):
        """Whether it is the program that speaks on the accessibility bus by this process."""
        return pid == self.program.pid

    def wait_start(self):
        def find():
            self.check_runs()
            for name, _ in self.call(*REGISTRY, ACCESSIBLE, "GetChildren")[0]:
                pid = self.accessibility.call_sync(
                    "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                    "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)), None, 0, 20000,
                    None).unpack()[0]
                if self.is_program(pid):
                    return name
            return None

        self.program_bus_name = until(find, "the program on the accessibility bus")
        until(self.display.toplevel, "a window")
        self.wait_for("window")

    def kill(self):
        """Ends the program as a crash or a power cut does."""
        self.program.kill()
        self.program.wait()
        self.program = None
        until(lambda: not self.display.windows(), "the windows of the killed program are gone")

    def wait_end(self):
        """Waits for the program to end by itself; returns its exit status."""
        status = self.program.wait(TIMEOUT)
        self.program = None
        return status

    def program_pids(self):
        """The processes whose rest is waited for."""
        return [self.program.pid]

    def check_runs(self):
        if self.program.poll() is not None:
            raise Failure("the program ended with %d" % self.program.returncode)

    def activity(self):
        """Of program and display."""
        self.check_runs()
        return read_threads((*self.program_pids(), self.display.server.pid))

    def close(self):
        if self.program is not None:
            self.program.kill()
            self.program.wait()
        if self.accessibility is not None and not self.accessibility.is_closed():
            self.accessibility.close_sync(None)
        if self.bus is not None:
            self.end_bus()
        if self.display is not None:
            self.display.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def end_bus(self):
        """Also what the bus has started, which would outlive it."""
        marker = ("DBUS_SESSION_BUS_ADDRESS=" +
                  self.environment.get("DBUS_SESSION_BUS_ADDRESS", "?")).encode()
        for entry in os.listdir("/proc"):
            try:
                with open("/proc/%s/environ" % entry, "rb") as file:
                    ours = marker in file.read().split(b"\0")
                if ours and entry.isdigit() and int(entry) != os.getpid():
                    os.kill(int(entry), signal.SIGTERM)
            except OSError:
                continue
        self.bus.terminate()
        self.bus.wait()

    # --- What it shows ------------------------------------------------------------

    def tree(self, everything=False):
        """Reads all that is showing, or all there is; returns the application's node."""
        def read():
            self.check_runs()
            try:
                return self.read_tree(everything)
            except GLib.Error as error:
                if not Gio.DBusError.is_remote_error(error) or not re.search("exist|No such", error.message):
                    raise
                return None  # what was asked had gone meanwhile

        return until(read, "a tree that stays while it is read")

    def read_tree(self, everything):
        root = Node(REGISTRY[1], None, self.read_extents)
        root.role = "application"
        level, properties = [root], "org.freedesktop.DBus.Properties"
        while level:
            answers = self.call_many([(n.path, ACCESSIBLE, "GetChildren", None) for n in level])
            children = [Node(path, n, self.read_extents) for n, answer in zip(level, answers)
                        if answer for _, path in answer[0]]
            calls = []
            for node in children:
                calls += [(node.path, ACCESSIBLE, "GetState", None),
                          (node.path, ACCESSIBLE, "GetRoleName", None),
                          (node.path, properties, "GetAll", GLib.Variant("(s)", (ACCESSIBLE,)))]
            answers = self.call_many(calls)
            for i, node in enumerate(children):
                if node.read(*answers[3 * i:3 * i + 3]):
                    node.parent.children.append(node)
            self.read_statuses(children)
            if not everything:
                self.drop_hidden_pages([n for n in level if n.may_be_stack()])
            level = [c for n in level for c in n.children if c.n_children > 0 and
                     (everything or c.name not in self.ignored)]
        return root

    def read_statuses(self, nodes):
        """In newer GTK a status has no name, but says its text."""
        nodes = [n for n in nodes if n.role == "status" and not n.name]
        answers = self.call_many([(n.path, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))
                                  for n in nodes])
        for node, answer in zip(nodes, answers):
            node.name = answer[0] if answer is not None else ""

    def read_extents(self, nodes):
        answers = self.call_many([(n.path, COMPONENT, "GetExtents", GLib.Variant("(u)", (1,)))
                                  for n in nodes])
        for node, answer in zip(nodes, answers):
            node.known_extents = answer[0] if answer is not None else (0, 0, 0, 0)

    def drop_hidden_pages(self, stacks):
        """Old GTK says of the hidden pages of a stack that they are visible.

        The shown one fills the stack; where several have its size, pointing tells.
        """
        self.read_extents([n for stack in stacks for n in [stack, *stack.children]])
        for stack in stacks:
            x, y, width, height = stack.extents
            filling = [child for child in stack.children if child.extents == stack.extents]
            if len(filling) > 1:
                path = self.call(self.program_bus_name, stack.path, COMPONENT,
                                 "GetAccessibleAtPoint",
                                 GLib.Variant("(iiu)", (x + width // 2, y + height // 2, 1)))[0][1]
                while path not in [child.path for child in filling] + [stack.path, NULL]:
                    path = self.call(self.program_bus_name, path, "org.freedesktop.DBus.Properties",
                                     "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Parent")))[0][1]
                filling = [child for child in filling if child.path == path]
            if filling and min(width, height) >= SMALLEST_PAGE:
                # A popover, too, is a child, but stands elsewhere.
                stack.children = [child for child in stack.children
                                  if child in filling or child.extents[:2] != stack.extents[:2]]

    def find_all(self, role=None, name=None, within=None, where=None):
        """What is showing, in the order of the tree. `within` is (role, name) of an ancestor."""
        found = []
        for node in self.tree().walk():
            if not node.matches(role, name) or (where is not None and not where(node)):
                continue
            if within is not None and not any(a.matches(*within) for a in node.ancestors()):
                continue
            found.append(node)
        return found

    def find(self, *args, **keywords):
        found = self.find_all(*args, **keywords)
        return found[0] if found else None

    def wait_for(self, role=None, name=None, within=None, where=None, timeout=None):
        return until(lambda: self.find(role, name, within, where),
                     lambda: "%s %r%s; there is %s" % (
                         role or "anything", name, " in %s %r" % within if within else "",
                         self.summary(role)), timeout)

    def wait_for_menu_item(self, name):
        """One of the menu that is open; newer GTK does not tell what its items are called."""
        def find():
            items = self.find_all("menu item")
            if items and not any(item.name for item in items):
                raise tap.Skip("this GTK does not tell the names of menu items")
            return next((item for item in items if item.name == name), None)

        return until(find, lambda: "%s in a menu; there is %s" % (name, self.summary("menu item")))

    def save_from_menu(self):
        self.click(self.wait_for("button", "Main Menu", where=lambda n: "focusable" in n.states))
        try:
            self.click(self.wait_for_menu_item("Save"))
        except tap.Skip:
            self.key("Escape")
            self.key("ctrl+s")

    def wait_gone(self, role=None, name=None, within=None, timeout=None):
        return until(lambda: self.find(role, name, within) is None,
                     "%s %r is still there" % (role or "anything", name), timeout)

    @staticmethod
    def names_types(node):
        """Whether this is old GTK, where what has no name is called by its type."""
        return any(ancestor.name.startswith("Gtk") for ancestor in node.ancestors())

    def in_popover(self, node):
        """Where nothing says so, it stands where a popover is."""
        if self.names_types(node):
            return any(ancestor.name.startswith("GtkPopover") for ancestor in node.ancestors())
        x, y = self.point(node)
        return any(a.override_redirect and a.x <= x < a.x + a.width and a.y <= y < a.y + a.height
                   for _, a in self.display.windows())

    def summary(self, role):
        return ", ".join(sorted({n.name for n in self.tree().walk()
                                 if n.name and (role is None or n.role == role)})) or "none"

    # --- Pictures -----------------------------------------------------------------

    def capture(self, path=None, crop=None):
        """The screen, or a part of it, as raw pixels or into a PNG."""
        command = ["import", "-silent", "-window", "root"]
        if crop is not None:
            command += ["-crop", "%dx%d+%d+%d" % crop, "+repage"]
        command += ["rgb:-"] if path is None else ["-strip", "+dither", "-define", "png:compression-level=9",
                                                   "-define", "png:compression-filter=5", path]
        return subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE).stdout

    def wait_still(self):
        """Until the program rests and two pictures, one after the other, are the same."""
        last = [None]

        def still():
            self.wait_idle()
            picture = self.capture()
            same = picture == last[0]
            last[0] = picture
            return same

        until(still, "a picture that stays")

    def wait_idle(self):
        """Until the program has handled what came so far, and sleeps."""
        rest = Rest(self.display.server.pid, DISPLAY_PATIENCE)
        until(lambda: rest.look(self.activity()), lambda: "the program rests; in " + rest.summary())

    # --- Input --------------------------------------------------------------------

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=True)

    def key(self, *keys):
        self.wait_idle()
        self.display.focus()
        self.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.wait_idle()
        self.display.focus()
        self.xdotool("type", "--delay", "1", text)

    def offset(self, node):
        """From the coordinates of the accessibility bus to those of the screen.

        A window's frame is in its surface but not in its extents; a popover's
        extents do not say where it has been put.
        """
        windows = self.display.windows()
        for ancestor in node.ancestors():
            if any(child.name == "GtkPopoverContent" for child in ancestor.children):
                # A tooltip redirects, too.
                size = ancestor.extents[2:]
                windows = sorted((w for w in windows if w[1].override_redirect
                                  and w[1].width >= size[0] and w[1].height >= size[1]),
                                 key=lambda w: -w[1].width * w[1].height)
                break
            if ancestor.role in WINDOW_ROLES:
                windows = [w for w in windows if not w[1].override_redirect]
                break
        if not windows:
            raise Failure("the window of %r is not there" % node)
        attributes, (x, y, width, height) = windows[-1][1], ancestor.extents
        return (attributes.x + (attributes.width - width) // 2 - x,
                attributes.y + (attributes.height - height) // 2 - y)

    def point(self, node, across=0.5, down=0.5):
        """A place of a node on the screen.

        Newer GTK leaves out of the extents what all around a node has for padding,
        some pixels, so that it stands a little further than it says.
        """
        x, y, width, height = node.extents
        dx, dy = self.offset(node)
        more = 0 if self.names_types(node) else 10
        return (x + int(width * across + min(more, width * 0.3)) + dx,
                y + int(height * down + min(more, height * 0.3)) + dy)

    def choose(self, combo, name):
        """Takes one of the list of a combo box: by its whole row, which is hard to miss."""
        self.click(self.wait_for("combo box", combo))
        label = self.wait_for("label", name, where=self.in_popover)
        self.click(next((a for a in label.ancestors() if a.role == "list item"), label))

    def click(self, node, times=1, button=1, across=0.5, down=0.5):
        """Clicks where the node is once nothing moves any more."""
        self.wait_idle()
        self.read_extents([node])
        if min(node.extents[2:]) <= 0:
            raise Failure("%r is not there to be clicked" % node)
        x, y = self.point(node, across, down)
        # Newer GTK wants to see the pointer come before it is pressed.
        self.xdotool("mousemove", x - 1, y, "mousemove", x, y, "click", "--repeat", times, "--delay", 30, button)
