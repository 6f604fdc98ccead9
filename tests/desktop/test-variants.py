#!/usr/bin/env python3
"""Looks whether the program and its development variant can be installed side by side.

usage: test-variants.py SOURCE-ROOT MESON

Sets up both, builds of them what is installed for the desktop, and holds each to what
test-desktop.py wants.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import subprocess
import sys
import tempfile

SOURCE, MESON = pathlib.Path(sys.argv[1]), sys.argv[2]
APP = 'io.github.throughline_it.Throughline'
VARIANTS = {'default': APP, 'development': APP + '.Devel'}

# What both have, below the prefix; a Flatpak has a prefix of its own.
SHARED = ('bin/', 'share/locale/', 'share/throughline/')


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout, done.stderr, file=sys.stderr)
    return done.returncode == 0, done.stdout


def build(profile, folder):
    """Builds what is made of the files in data; whether that went well."""
    app = VARIANTS[profile]
    targets = [f'data/{app}.{name}' for name in ('desktop', 'metainfo.xml', 'mime.xml')]
    return (run(MESON, 'setup', folder, SOURCE, '--prefix=/usr', '-Dtests=false', f'-Dprofile={profile}')[0]
            and run('ninja', '-C', folder, *targets, 'data/gschemas.compiled')[0])


def list_installed(folder):
    """What is installed, below the prefix, but for what all variants have."""
    installed = json.loads((folder / 'meson-info' / 'intro-installed.json').read_text(encoding='utf-8'))
    names = {str(pathlib.Path(path).relative_to('/usr')) for path in installed.values()}
    return {name for name in names if not name.startswith(SHARED)}


def check(root):
    installed = {}
    for profile, app in VARIANTS.items():
        folder = root / profile
        yield build(profile, folder), f'{profile} can be set up'
        good, said = run(sys.executable, SOURCE / 'tests' / 'desktop' / 'test-desktop.py', app, SOURCE / 'data', folder)
        wrong = [line for line in said.splitlines() if line.startswith('not ok')]
        yield good, f'{profile} is what the desktop wants {wrong or ""}'
        installed[profile] = list_installed(folder)
        strangers = [name for name in installed[profile] if not pathlib.Path(name).name.startswith(app)]
        yield not strangers, f'files of {profile} may leave the sandbox of a Flatpak {strangers or ""}'
    both = installed['default'] & installed['development']
    yield not both, f'no file is of both {sorted(both) or ""}'
    renamed = {name.replace(APP, VARIANTS['development']) for name in installed['default']}
    yield renamed == installed['development'], 'each file of one has one of the other'


def main():
    with tempfile.TemporaryDirectory() as folder:
        results = list(check(pathlib.Path(folder)))
    for number, (good, what) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} {what.strip()}')
    print(f'1..{len(results)}')
    return 0 if all(good for good, _ in results) else 1


sys.exit(main())
