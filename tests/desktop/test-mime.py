#!/usr/bin/env python3
"""Feeds the MIME package to the system's own compiler and looks at what comes out.

usage: test-mime.py MIME-PACKAGE

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

# The file of the compiled database, and a line that has to be in it.
EXPECTED = [
    ('globs2', '50:application/x-it4it+xml:*.it4it'),
    ('subclasses', 'application/x-it4it+xml application/xml'),
    ('XMLnamespaces', 'urn:throughline:project:1 project application/x-it4it+xml'),
]


def compile_package(package, folder):
    packages = pathlib.Path(folder, 'packages')
    packages.mkdir()
    shutil.copy(package, packages / 'throughline.xml')
    return subprocess.run(['update-mime-database', '-V', folder],
                          capture_output=True, text=True, check=False)


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        done = compile_package(sys.argv[1], folder)
        if done.returncode != 0:
            print(done.stdout, done.stderr, file=sys.stderr)
        for number, (name, line) in enumerate(EXPECTED, 1):
            path = pathlib.Path(folder, name)
            lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
            failed += line not in lines
            print(f'{"ok" if line in lines else "not ok"} {number} {name}: {line}')
        description = pathlib.Path(folder, 'application', 'x-it4it+xml.xml').read_text(encoding='utf-8')
    translated = '<comment xml:lang="de">Throughline-Projekt</comment>' in description
    failed += not translated
    print(f'{"ok" if translated else "not ok"} {len(EXPECTED) + 1} the description is translated')
    print(f'1..{len(EXPECTED) + 1}')
    return 1 if failed else 0


sys.exit(main())
