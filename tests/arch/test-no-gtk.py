#!/usr/bin/env python3
"""Checks that the command line does not need GTK, not even through another library.

usage: test-no-gtk.py THROUGHLINE-CLI [PROGRAM-WITH-GTK]

The second program has to be caught; it shows that the check can fail.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import subprocess
import sys

from arch import Report

TOOLKIT = re.compile(r'\blib(?:gtk-|gdk-|adwaita-)[-\w.]*')


def libraries(program):
    """All shared libraries a program loads, as the loader itself lists them."""
    return subprocess.run(['ldd', program], check=True, capture_output=True, text=True).stdout


def toolkit_libraries(listing):
    """The names of the toolkit's libraries in a listing."""
    return sorted(set(TOOLKIT.findall(re.sub(r'=>.*', '', listing))))


def main():
    report = Report()
    sample = '\tlibglib-2.0.so.0 => /lib/libglib-2.0.so.0 (0x1)\n\tlibgtk-4.so.1 => /lib/libgtk-4.so.1 (0x2)\n'
    found = toolkit_libraries(sample)
    report.point('self-test: a program with GTK',
                 [] if found == ['libgtk-4.so.1'] else [f'found {found}'])
    listing = libraries(sys.argv[1])
    report.point('the loader lists libraries', [] if 'libglib' in listing else [listing])
    report.point('the command line does not load GTK', toolkit_libraries(listing))
    if len(sys.argv) > 2:
        found = toolkit_libraries(libraries(sys.argv[2]))
        report.point('the application does', [] if found else ['nothing found'])
    report.finish()


main()
