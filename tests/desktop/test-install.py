#!/usr/bin/env python3
"""Installs the built tree into a directory of its own, and looks that everything is in its place.

usage: test-install.py APP-ID BUILD-DIRECTORY PREFIX MESON

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess
import sys
import tempfile

APP, BUILD, PREFIX, MESON = sys.argv[1:]

# What there is, below the prefix; nothing else may be. `*` is part of a name.
EXPECTED = [
    'bin/throughline',
    'bin/throughline-cli',
    'bin/throughline-thumbnailer',
    f'share/applications/{APP}.desktop',
    f'share/dbus-1/services/{APP}.service',
    f'share/glib-2.0/schemas/{APP}.gschema.xml',
    f'share/gnome-shell/search-providers/{APP}.search-provider.ini',
    f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/scalable/mimetypes/{APP}-document.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
    f'share/icons/hicolor/symbolic/mimetypes/{APP}-document-symbolic.svg',
    'share/locale/*/LC_MESSAGES/throughline.mo',
    f'share/metainfo/{APP}.metainfo.xml',
    f'share/mime/packages/{APP}.mime.xml',
    'share/throughline/schema/it4it-project-1.xsd',
    f'share/thumbnailers/{APP}.thumbnailer',
]


def install(folder):
    done = subprocess.run([MESON, 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stdout, done.stderr, file=sys.stderr)
    return done.returncode == 0


def programs(root):
    """Paths of the programs that the installed files start, as they stand there."""
    service = (root / f'share/dbus-1/services/{APP}.service').read_text(encoding='utf-8')
    yield re.search(r'^Exec=(\S+)', service, re.MULTILINE)[1]
    for path in (f'share/applications/{APP}.desktop', f'share/thumbnailers/{APP}.thumbnailer'):
        text = (root / path).read_text(encoding='utf-8')
        yield from (f'{PREFIX}/bin/{name}' for name in re.findall(r'^(?:Try)?Exec=(\S+)', text, re.MULTILINE))


def check(folder):
    root = pathlib.Path(folder + PREFIX)
    yield install(folder), 'it can be installed'
    found = {str(path.relative_to(folder + PREFIX)) for path in pathlib.Path(folder).rglob('*') if not path.is_dir()}
    for pattern in EXPECTED:
        expression = re.compile(re.escape(pattern).replace(r'\*', '[^/]+'))
        matching = {name for name in found if expression.fullmatch(name)}
        found -= matching
        yield bool(matching), f'{pattern} is there'
    yield not found, f'nothing else is {sorted(found) or ""}'
    for program in sorted(set(programs(root))):
        path = pathlib.Path(folder + program)
        yield path.is_file() and path.stat().st_mode & 0o111, f'{program} is a program'


def main():
    with tempfile.TemporaryDirectory() as folder:
        results = list(check(folder))
    for number, (good, what) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} {what.strip()}')
    print(f'1..{len(results)}')
    return 0 if all(good for good, _ in results) else 1


sys.exit(main())
