"""Runs functions as tests and says how they went in TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil
import subprocess
import sys
import traceback

NEEDED = ("Xvfb", "dbus-daemon", "xdotool")


class Skip(Exception):
    """A test cannot go on here; says why."""


def skip_all(reason):
    print("1..0 # SKIP " + reason)
    sys.exit(0)


def require():
    """Ends the program with a reason when the machine cannot drive a window."""
    try:
        from gi.repository import Gio  # noqa: F401
    except ImportError:
        skip_all("python3-gi is not installed")
    for command in NEEDED:
        if shutil.which(command) is None:
            skip_all(command + " is not installed")


def require_old_tree():
    """Ends a program that reads the whole tree as GTK 4.8 makes it.

    Newer versions give no names to what is in menus, call no widget by its type, and
    leave the padding out of places.
    """
    newer = subprocess.run(["pkg-config", "--atleast-version=4.10", "gtk4"], check=False).returncode == 0
    if newer:
        skip_all("the accessibility tree of GTK 4.10 and later is another one")


def run(tests, arguments):
    """tests: functions, their first line of documentation being their name.

    Arguments are names of the functions to run, all if there are none.
    """
    chosen = [t for t in tests if not arguments or t.__name__ in arguments]
    print("1..%d" % len(chosen), flush=True)
    failed = False
    for number, test in enumerate(chosen, 1):
        try:
            test()
            result = "ok"
        except Skip as reason:
            print("ok %d - %s # SKIP %s" % (number, test.__doc__.splitlines()[0], reason), flush=True)
            continue
        except Exception:  # pylint: disable=broad-except
            # Of a TAP program's standard output meson shows nothing.
            print("%s:\n%s" % (test.__doc__, traceback.format_exc()), file=sys.stderr, flush=True)
            result, failed = "not ok", True
        print("%s %d - %s" % (result, number, test.__doc__.splitlines()[0]), flush=True)
    sys.exit(1 if failed else 0)


def source_and_build():
    source = os.environ.get("TL_SOURCE_ROOT")
    build = os.environ.get("TL_BUILD_ROOT")
    if source is None or build is None:
        sys.exit("TL_SOURCE_ROOT and TL_BUILD_ROOT have to be set, as `./dev test` does")
    return source, build
