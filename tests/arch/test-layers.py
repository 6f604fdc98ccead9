#!/usr/bin/env python3
"""Reads every #include line of src against the table of layers.

usage: test-layers.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

from arch import Report, read, walk, without_comments

# The folder and the folders it may include besides itself, lowest first.
LAYERS = {
    'base': (),
    'reference': ('base',),
    'project': ('base', 'reference'),
    'store': ('base', 'reference', 'project'),
    'analysis': ('base', 'reference', 'project'),
    'library': ('base', 'reference', 'project', 'store', 'analysis'),
    'diagram': ('base', 'reference', 'project', 'analysis'),
    'exchange': ('base', 'reference', 'project', 'store', 'library', 'analysis', 'diagram'),
    'cli': ('base', 'reference', 'project', 'store', 'library', 'analysis', 'diagram', 'exchange'),
    'canvas': ('base', 'reference', 'project', 'diagram'),
    'ui': ('base', 'reference', 'project', 'store', 'library', 'analysis', 'diagram', 'exchange',
           'canvas'),
}

# Headers of a library, and the folders that may see it. What is not listed
# (GLib, GIO, the C library) is for all.
LIBRARIES = {
    r'(gtk|gdk|gsk)/|gtk4': ('canvas', 'ui'),
    r'adwaita\.h|adw-': ('ui',),
    r'libxml/': ('store', 'exchange'),
    r'sqlite3': ('library',),
    r'cairo|pango/|pango': ('diagram', 'exchange', 'cli', 'canvas', 'ui'),
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
# Made by the build, not by us.
GENERATED = re.compile(r'config\.h|tl-[a-z-]+-resources\.h')


def complain_own(layer, header):
    """What is wrong with the inclusion of one of our headers, or None."""
    other, slash, name = header.partition('/')
    if not slash:
        return None if GENERATED.fullmatch(header) else 'is not written from src'
    if other not in LAYERS:
        return f'{other} is no layer'
    if other == layer:
        return None
    if other not in LAYERS[layer]:
        return f'{layer} must not know {other}'
    if name.endswith('-private.h'):
        return f'is private to {other}'
    return None


def complain_library(layer, header):
    """What is wrong with the inclusion of a library's header, or None."""
    for pattern, allowed in LIBRARIES.items():
        if re.match(pattern, header) and layer not in allowed:
            return f'only {" and ".join(allowed)} may see this library'
    return None


def check(root):
    """Complaints about all files of a tree."""
    complaints = []
    src = root / 'src'
    for path in walk(src, '.c', '.h'):
        layer = path.relative_to(src).parts[0]
        where = path.relative_to(root)
        if layer not in LAYERS:
            complaints.append(f'{where}: not in the folder of a layer')
            continue
        code = without_comments(read(path))
        for match in INCLUDE.finditer(code):
            own = match.group(1) == '"'
            header = match.group(2)
            wrong = complain_own(layer, header) if own else complain_library(layer, header)
            if wrong:
                line = code.count('\n', 0, match.start()) + 1
                complaints.append(f'{where}:{line}: {header}: {wrong}')
    return complaints


def self_test(report):
    report.catches('a clean tree', check, {
        'src/base/tl-id.c': '#include "config.h"\n#include "base/tl-id.h"\n#include <gio/gio.h>\n',
        'src/store/tl-reader.c': '#include <libxml/parser.h>\n#include "project/tl-project.h"\n',
        'src/project/tl-a.c': '/* #include "ui/tl-b.h" */\n#include "project/tl-a-private.h"\n',
        'src/diagram/tl-painter.c': '#include <pango/pangocairo.h>\n',
        'src/ui/tl-window.c': '#include <adwaita.h>\n#include "tl-ui-resources.h"\n',
    })
    report.catches('an upward include', check, {
        'src/base/tl-id.c': '\n#  include "project/tl-record.h"\n',
    }, 'tl-id.c:2: project/tl-record.h: base must not know project')
    report.catches('GTK in the core', check, {
        'src/diagram/tl-a.c': '#include <gtk/gtk.h>\n',
        'src/diagram/tl-b.c': '#include <gdk/gdk.h>\n',
        'src/diagram/tl-c.h': '#include <adwaita.h>\n',
        'src/canvas/tl-d.c': '#include <adwaita.h>\n',
    }, 'tl-d.c:1', 'tl-a.c:1', 'tl-b.c:1', 'tl-c.h:1')
    report.catches('a library in the wrong layer', check, {
        'src/project/tl-a.c': '#include <libxml/tree.h>\n#include <sqlite3.h>\n#include <cairo.h>\n',
    }, 'libxml', 'sqlite3', 'cairo')
    report.catches("another layer's private header", check, {
        'src/store/tl-a.c': '#include "project/tl-project-private.h"\n',
    }, 'private to project')
    report.catches('headers and folders that do not belong', check, {
        'src/main.c': '#include "config.h"\n',
        'src/base/tl-a.c': '#include "tl-a.h"\n#include "misc/tl-b.h"\n',
    }, 'not written from src', 'misc is no layer', 'not in the folder of a layer')


def main():
    report = Report()
    self_test(report)
    root = pathlib.Path(sys.argv[1])
    report.point('includes keep to the table of layers', check(root))
    report.finish()


main()
