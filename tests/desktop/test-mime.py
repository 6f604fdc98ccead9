#!/usr/bin/env python3
"""Feeds the MIME package to the system's own compiler, and asks GIO what files are with it.

usage: test-mime.py MIME-PACKAGE

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
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
    packages = folder / 'packages'
    packages.mkdir(parents=True)
    shutil.copy(package, packages / 'throughline.xml')
    return subprocess.run(['update-mime-database', '-V', folder],
                          capture_output=True, text=True, check=False)


NAMESPACE = 'urn:throughline:project:1'
OURS = 'application/x-it4it+xml'

# File name, contents, and whether it is one of ours.
FILES = [
    ('named.it4it', 'not XML at all', True),
    ('canonical', f'<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="{NAMESPACE}" id="a" edition="3.0">', True),
    ('other order', f"<?xml version='1.0'?><!-- kept -->\n<project id='a' xmlns='{NAMESPACE}'/>", True),
    ('no declaration', f'<project xmlns="{NAMESPACE}"/>', True),
    ('byte order mark', f'\ufeff<?xml version="1.0"?><project xmlns="{NAMESPACE}"/>', True),
    ('maven', '<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0"/>', False),
    ('newer', '<?xml version="1.0"?>\n<project xmlns="urn:throughline:project:10"/>', False),
    ('prose', f'The namespace "{NAMESPACE}" is that of projects.', False),
]


def ask_type(folder, name, contents):
    """What GIO takes a file for, with this MIME package and no other of the user's."""
    path = pathlib.Path(folder, name)
    path.write_text(contents, encoding='utf-8')
    environment = {**os.environ, 'XDG_DATA_HOME': folder, 'GIO_USE_VFS': 'local', 'LC_ALL': 'C.UTF-8'}
    done = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], env=environment,
                          capture_output=True, text=True, check=False)
    return next((line.split()[-1] for line in done.stdout.splitlines()
                 if 'standard::content-type:' in line), done.stderr)


def check_database(folder):
    mime = pathlib.Path(folder, 'mime')
    for name, line in EXPECTED:
        path = mime / name
        lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
        yield line in lines, f'{name}: {line}'
    description = (mime / 'application' / 'x-it4it+xml.xml').read_text(encoding='utf-8')
    yield '<comment xml:lang="de">Throughline-Projekt</comment>' in description, 'the description is translated'


def check_files(folder):
    for name, contents, ours in FILES:
        found = ask_type(folder, name, contents)
        yield (found == OURS) == ours, f'{name} is {found}'


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = compile_package(sys.argv[1], pathlib.Path(folder, 'mime'))
        if done.returncode != 0:
            print(done.stdout, done.stderr, file=sys.stderr)
        results = [*check_database(folder), *check_files(folder)]
    for number, (good, what) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} {what}')
    print(f'1..{len(results)}')
    return 0 if all(good for good, _ in results) else 1


sys.exit(main())
