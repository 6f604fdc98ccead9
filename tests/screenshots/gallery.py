"""A desktop whose program is told over the bus, and by its memory, what to show.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import gettext
import os
import re
import shutil
import subprocess
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
sys.path[:0] = [os.path.join(SOURCE, "tests", folder) for folder in ("journey", "support")]

from gi.repository import Gio, GLib  # noqa: E402

from desktop import Desktop, until  # noqa: E402
from locales import create_environment  # noqa: E402

APPLICATION = "io.github.throughline_it.Throughline"
PATH = "/" + APPLICATION.replace(".", "/")
SAMPLES = os.path.join(SOURCE, "resources", "samples")
FRAME = 5  # that the toolkit draws where there is no compositor

NORMAL, NARROW, LARGE = (1280, 820), (360, 720), (3840, 2160)


class Style:
    """How the program is to look."""

    def __init__(self, size=NORMAL, language=None, text_scale=1, scale=1, **settings):
        self.language, self.text_scale, self.scale = language, text_scale, scale
        self.size, self.frame = tuple(scale * length for length in size), scale * FRAME  # of pixels
        self.high_contrast = settings.pop("high_contrast", False)
        self.settings = {key.replace("_", "-"): value for key, value in settings.items()}

    def environment(self, build, home):
        variables = {"ADW_DEBUG_HIGH_CONTRAST": "1"} if self.high_contrast else {}
        if self.language is not None:
            variables.update(create_environment(os.path.join(home, "locales"), self.language),
                             TL_LOCALEDIR=os.path.join(build, "po"))
        if self.scale != 1:
            variables["GDK_SCALE"] = str(self.scale)
        return variables


class Gallery(Desktop):
    """What one picture is taken of."""

    def __init__(self, build, style):
        width, height = style.size
        super().__init__(SOURCE, build, width + 2 * style.frame, height + 2 * style.frame, style.settings)
        self.style, self.session, self.file = style, None, None
        self.catalogue = gettext.translation("throughline", os.path.join(build, "po"), [style.language or "C"],
                                             fallback=True)
        self.display.set_resources("Xft.dpi:\t%d\n" % (96 * style.text_scale))

    def close(self):
        if self.session is not None:
            self.session.close_sync(None)
        super().close()

    # --- Files ------------------------------------------------------------------------

    def copy(self, *names):
        """Copies of samples, so that no path speaks of a folder of sources."""
        return [shutil.copy(os.path.join(SAMPLES, name + ".it4it"), self.home) for name in names]

    def write(self, name, text):
        path = os.path.join(self.home, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def index(self, *folders):
        """Makes a library of folders, as a terminal does; that a file in them is damaged may be."""
        subprocess.run([self.build + "/src/cli/throughline-cli", "index", *folders], env=self.environment, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # --- The program ------------------------------------------------------------------

    def open(self, *paths):
        """Starts the program on files, or on its start page."""
        self.file = paths[0] if paths else None
        self.start(*paths, environment=self.style.environment(self.build, self.home))
        self.session = self.connect(self.environment["DBUS_SESSION_BUS_ADDRESS"])
        self.wait_still()

    def open_at(self, path, **place):
        """Starts the program as it was left at a place of a file: the keys of ui/tl-window-state.c."""
        lines = ["[Window 1]", "File=" + Gio.File.new_for_path(path).get_uri()]
        lines += ["%s=%s" % (key.capitalize(), value) for key, value in place.items()]
        os.makedirs(os.path.join(self.home, ".local", "state", "throughline"))
        self.write(".local/state/throughline/windows.ini", "\n".join(lines) + "\n")
        self.open()
        self.file = path

    # --- The picture ------------------------------------------------------------------

    def take(self, path):
        """As a desktop shows it: dialogs in the middle, and popovers with their shadows."""
        windows = self.display.windows()
        if not any(attributes.override_redirect for _, attributes in windows):
            for window, attributes in windows[1:]:
                self.display.move(window, (self.width - attributes.width) // 2, (self.height - attributes.height) // 2)
        self.xdotool("mousemove", self.width // 2, 5)
        self.wait_still()
        picture = bytearray(3 * self.width * self.height)
        for window, attributes in self.display.windows():
            self.lay_over(picture, self.display.read_pixels(window, attributes), attributes)
        subprocess.run(["convert", "-size", "%dx%d" % (self.width, self.height), "-depth", "8", "rgb:-",
                        "-crop", "%dx%d+%d+%d" % (*self.style.size, self.style.frame, self.style.frame),
                        "+repage", path],
                       input=picture, env=self.environment, check=True)

    def lay_over(self, picture, pixels, window):
        """Pixels of blue, green, red and opacity; the colours of a popover are multiplied by it already."""
        left, right = max(0, -window.x), min(window.width, self.width - window.x)
        for y in range(max(0, -window.y), min(window.height, self.height - window.y)):
            row = pixels[4 * (y * window.width + left):4 * (y * window.width + right)]
            start = 3 * ((window.y + y) * self.width + window.x + left)
            if window.override_redirect:
                self.lay_row_over(picture, start, row)
            else:
                for i in range(3):
                    picture[start + i:start + 3 * (right - left):3] = row[2 - i::4]

    @staticmethod
    def lay_row_over(picture, start, row):
        for x, opacity in enumerate(row[3::4]):
            if opacity > 0:
                for i in range(3):
                    at = start + 3 * x + i
                    picture[at] = min(255, row[4 * x + 2 - i] + picture[at] * (255 - opacity) // 255)

    # --- What is done in it -----------------------------------------------------------

    def read_extents(self, nodes):
        """In pixels of the screen, as the pointer counts."""
        super().read_extents(nodes)
        for node in nodes:
            node.known_extents = tuple(self.style.scale * length for length in node.known_extents)

    def call_session(self, path, interface, method, parameters):
        return self.session.call_sync(APPLICATION, path, interface, method, parameters, None, 0, 20000,
                                      None).unpack()

    def activate(self, name, parameter=None):
        """An action, `app.NAME` or `win.NAME`; that of the window on top."""
        path, name = name.split(".", 1)
        where = PATH if path == "app" else "%s/window/%d" % (PATH, self.window_number())
        parameters = [] if parameter is None else [GLib.Variant("s", parameter)]
        self.call_session(where, "org.gtk.Actions", "Activate",
                          GLib.Variant("(sava{sv})", (name, parameters, {})))
        self.wait_still()

    def window_number(self):
        """Of the newest window that has actions."""
        node = Gio.DBusNodeInfo.new_for_xml(self.call_session(
            PATH + "/window", "org.freedesktop.DBus.Introspectable", "Introspect", None)[0])
        return max(int(child.path) for child in node.nodes)

    def dialog(self, name, parameter=None):
        """An action that opens a window, which is then waited for."""
        self.wait_more(lambda: self.activate(name, parameter), "a window of " + name)

    def wait_more(self, do, what):
        """Does something, and waits for what comes up by it."""
        before = {window for window, _ in self.display.windows()}
        do()  # A tooltip may go meanwhile.
        until(lambda: any(window not in before for window, _ in self.display.windows()), what)
        self.wait_still()

    def go(self, key):
        """To what the library knows by a key of the open project."""
        uri = Gio.File.new_for_path(self.file).get_uri()
        self.call_session(PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2", "ActivateResult",
                          GLib.Variant("(sasu)", ("%s %s" % (uri, key), [], 0)))
        self.wait_still()

    def keys(self, *keys):
        self.key(*keys)
        self.wait_still()

    def say(self, text):
        self.type(text)
        self.wait_still()

    def press(self, text, context=None, **click):
        """What is called so in the program's language, whatever stands for %s."""
        name = self.catalogue.pgettext(context, text) if context else self.catalogue.gettext(text)
        pattern = re.compile("^%s$" % re.escape(name.replace("_", "", 1)).replace("%s", ".*"))
        node = self.wait_for(None, pattern, where=lambda n: "focusable" in n.states or n.role in ("combo box", "tab"))
        self.click(node, **click)
        self.wait_still()

    def press_middle(self, across=0.5, down=0.5, button=1):
        width, height = self.style.size
        self.xdotool("mousemove", int(self.style.frame + width * across), int(self.style.frame + height * down), "click", button)
        self.wait_still()
