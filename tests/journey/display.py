"""A virtual screen of its own for one program.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ctypes
import os
import subprocess


class Failure(Exception):
    """What was waited for did not come."""


class Display:
    """A virtual screen without window manager, which a test has to stand in for."""

    def __init__(self, width, height, environment):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "%dx%dx24" % (width, height),
             "-noreset", "-nolisten", "tcp"],
            pass_fds=[write], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.name = ":" + number
        self.x11 = ctypes.CDLL("libX11.so.6")
        for function in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage"):
            getattr(self.x11, function).restype = ctypes.c_void_p
        self.connection = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))
        if not self.connection:
            raise Failure("no connection to the display")
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.connection))

        # A window that went between being listed and asked for is no reason to exit.
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
        self.ignore_errors = handler(lambda display, event: 0)
        self.x11.XSetErrorHandler(self.ignore_errors)

    class Attributes(ctypes.Structure):
        _fields_ = [(n, ctypes.c_int) for n in ("x", "y", "width", "height", "border", "depth")] + [
            ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)] + [
            (n, ctypes.c_int) for n in ("kind", "bit_gravity", "win_gravity", "backing_store")] + [
            ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
            ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
            ("all_events", ctypes.c_long), ("your_events", ctypes.c_long), ("no_propagate", ctypes.c_long),
            ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]

    def windows(self):
        """The mapped windows with their attributes, lowest first."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, n = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self.x11.XQueryTree(self.connection, self.root, ctypes.byref(root), ctypes.byref(parent),
                            ctypes.byref(children), ctypes.byref(n))
        found = []
        for i in range(n.value):
            attributes = self.Attributes()
            if (self.x11.XGetWindowAttributes(self.connection, ctypes.c_ulong(children[i]),
                                              ctypes.byref(attributes))
                    and attributes.map_state == 2 and attributes.width > 1):
                found.append((children[i], attributes))
        if children:
            self.x11.XFree(children)
        return found

    def set_resources(self, text):
        """What xrdb tells programs that start from now on, such as the size of a point."""
        resource_manager, string, replace = ctypes.c_ulong(23), ctypes.c_ulong(31), 0
        self.x11.XChangeProperty(self.connection, self.root, resource_manager, string, 8, replace,
                                 text.encode(), len(text))
        self.x11.XSync(self.connection, 0)

    def toplevel(self):
        """The uppermost window that is no popover, or None."""
        found = [w for w in self.windows() if not w[1].override_redirect]
        return found[-1] if found else None

    def focus(self):
        """Gives the keyboard to the uppermost window, as a window manager would."""
        window = self.toplevel()
        if window is None:
            raise Failure("there is no window")
        focus, revert = ctypes.c_ulong(), ctypes.c_int()
        self.x11.XGetInputFocus(self.connection, ctypes.byref(focus), ctypes.byref(revert))
        if focus.value != window[0]:
            self.x11.XSetInputFocus(self.connection, ctypes.c_ulong(window[0]), 1, ctypes.c_ulong(0))
            self.x11.XSync(self.connection, 0)

    def leave(self):
        """Takes the keyboard away from all windows."""
        self.x11.XSetInputFocus(self.connection, ctypes.c_ulong(1), 1, ctypes.c_ulong(0))  # PointerRoot
        self.x11.XSync(self.connection, 0)

    def resize(self, window, width, height):
        self.x11.XMoveResizeWindow(self.connection, ctypes.c_ulong(window), 0, 0, width, height)
        self.x11.XSync(self.connection, 0)

    def move(self, window, x, y):
        self.x11.XMoveWindow(self.connection, ctypes.c_ulong(window), x, y)
        self.x11.XSync(self.connection, 0)

    class Image(ctypes.Structure):
        _fields_ = [(n, ctypes.c_int) for n in ("width", "height", "offset", "format")] + [("data", ctypes.c_void_p)]

    def read_pixels(self, window, attributes):
        """What a window holds, also where others cover it: four bytes a pixel, blue first."""
        address = self.x11.XGetImage(self.connection, ctypes.c_ulong(window), 0, 0, attributes.width, attributes.height,
                                     ctypes.c_ulong(0xffffffff), 2)  # ZPixmap
        if address is None:
            raise Failure("a window went while it was read")
        image = self.Image.from_address(address)
        pixels = ctypes.string_at(image.data, 4 * attributes.width * attributes.height)
        self.x11.XFree(ctypes.c_void_p(image.data))
        self.x11.XFree(ctypes.c_void_p(address))
        return pixels

    def close(self):
        if self.connection:
            self.x11.XCloseDisplay(self.connection)
        self.server.terminate()
        self.server.wait()
