#!/usr/bin/env python3
"""Holds what is installed for the desktop to its standards, and the files to each other.

usage: test-desktop.py APP-ID DATA-DIRECTORY BUILD-DIRECTORY

SPDX-License-Identifier: GPL-3.0-or-later
"""

import configparser
import json
import pathlib
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree

APP, DATA, BUILD = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])

# Where the files are now that are installed, by the names that they are installed by.
INSTALLED = {pathlib.Path(target).name: pathlib.Path(source) for source, target in
             json.loads((BUILD / 'meson-info' / 'intro-installed.json').read_text(encoding='utf-8')).items()}

# Of the lists of Flathub, which leave out what is longer.
LONGEST_NAME, LONGEST_SUMMARY = 20, 35

# What AppStream may say: the id is what it is, and version 0.16 knows only the predecessor of
# a tag that version 1.0 asks for.
ALLOWED = {('cid-contains-uppercase-letter', APP), ('unknown-tag', 'developer')}


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).strip()


def read_ini(path):
    ini = configparser.RawConfigParser(delimiters='=', interpolation=None, strict=True)
    ini.optionxform = str
    ini.read(path, encoding='utf-8')
    return ini


def has_icon(name):
    return f'{name}.svg' in INSTALLED


def check_entry():
    path = INSTALLED[f'{APP}.desktop']
    status, said = run('desktop-file-validate', '--warn-kde', path)
    yield status == 0 and not said, f'the desktop entry is valid {said}'
    ini = read_ini(path)
    main = ini['Desktop Entry']
    yield has_icon(main['Icon']), 'the icon is installed'
    yield has_icon(main['Icon'] + '-symbolic'), 'so is the symbolic one'
    names = [name for name in main['Actions'].split(';') if name]
    yield bool(names), 'there are actions'
    for name in names:
        action = ini[f'Desktop Action {name}']
        yield action['Exec'] == f'throughline --{name}', f'{name} can also be asked for without D-Bus'
        icon = action['Icon']
        yield icon.endswith('-symbolic') and (has_icon(icon) or not icon.startswith(APP)), f'{name} has an icon'


def check_types():
    entry = read_ini(INSTALLED[f'{APP}.desktop'])['Desktop Entry']
    package = xml.etree.ElementTree.parse(INSTALLED[f'{APP}.mime.xml']).getroot()
    types = {node.get('type'): node for node in package.iter() if node.tag.endswith('}mime-type')}
    yield set(filter(None, entry['MimeType'].split(';'))) == set(types), 'it opens the types that are declared'
    for name, node in sorted(types.items()):
        icon = next(child.get('name') for child in node if child.tag.endswith('}icon'))
        yield icon.startswith(APP), f'the icon of {name} may leave the sandbox of a Flatpak'
        yield has_icon(icon) and has_icon(icon + '-symbolic'), f'{name} has icons'


def check_services():
    service = read_ini(INSTALLED[f'{APP}.service'])['D-BUS Service']
    yield service['Name'] == APP, 'D-Bus starts the program by its id'
    yield re.fullmatch(r'/\S+/throughline --gapplication-service', service['Exec']), 'as a service'
    provider = read_ini(INSTALLED[f'{APP}.search-provider.ini'])['Shell Search Provider']
    yield dict(provider) == {
        'DesktopId': f'{APP}.desktop', 'BusName': APP, 'Version': '2',
        'ObjectPath': '/' + APP.replace('.', '/') + '/SearchProvider'}, 'the search provider is where it is looked for'


def check_thumbnailer():
    thumbnailer = read_ini(INSTALLED[f'{APP}.thumbnailer'])['Thumbnailer Entry']
    yield thumbnailer['Exec'].split() == [thumbnailer['TryExec'], '-s', '%s', '%u', '%o'], 'the thumbnailer is called'
    yield (thumbnailer['MimeType'] == read_ini(INSTALLED[f'{APP}.desktop'])['Desktop Entry']['MimeType'],
           'for the types that the program opens')


def check_schema():
    path = INSTALLED[f'{APP}.gschema.xml']
    status, said = run('glib-compile-schemas', '--strict', '--dry-run', path.parent)
    yield status == 0 and not said, f'the settings schema is valid {said}'
    schema = xml.etree.ElementTree.parse(path).getroot().find('schema')
    yield ((schema.get('id'), schema.get('path')) == (APP, '/' + APP.replace('.', '/') + '/'),
           'it is the one that the program looks for')


def list_issues(path):
    """(tag, hint) of each thing that AppStream has to say, however small."""
    _, said = run('appstreamcli', 'validate', '--pedantic', '--no-net', '--format', 'yaml', path)
    issues = re.split(r'^- tag: ', said, flags=re.MULTILINE)[1:]
    yield from ((issue.split('\n', 1)[0], (re.search(r'^  hint: (.*)$', issue, re.MULTILINE) or [None, ''])[1])
                for issue in issues)
    if not re.search(r'^Passed: yes$', said, re.MULTILINE):
        yield 'not passed', said


def read_size(path):
    return struct.unpack('>II', path.read_bytes()[16:24]) if path.exists() else None


def check_metainfo():
    path = INSTALLED[f'{APP}.metainfo.xml']
    wrong = [issue for issue in list_issues(path) if issue not in ALLOWED]
    yield not wrong, f'AppStream has nothing to say {wrong or ""}'
    root = xml.etree.ElementTree.parse(path).getroot()
    yield root.find('id').text == APP, 'the component is the program'
    yield (root.find('name').text == read_ini(INSTALLED[f'{APP}.desktop'])['Desktop Entry']['Name'],
           'it is called as in the menu')
    name, summary = root.find('name').text.removesuffix(' (Development)'), root.find('summary').text
    yield len(name) <= LONGEST_NAME and len(summary) <= LONGEST_SUMMARY, 'name and summary fit into lists'
    version = json.loads((BUILD / 'meson-info' / 'intro-projectinfo.json').read_text(encoding='utf-8'))['version']
    yield root.find('releases/release').get('version') == version, f'it says what is new in {version}'
    home = root.find("url[@type='homepage']").text
    addresses = [node.text for node in (*root.iter('url'), *root.iter('image'))]
    yield all(address.startswith(home) for address in addresses), 'all addresses are of the home page'
    for image in root.iter('image'):
        size = read_size(DATA / 'screenshots' / image.text.rsplit('/', 1)[1])
        yield size == (int(image.get('width')), int(image.get('height'))), f'{image.text} is a picture that there is'


def main():
    results = [*check_entry(), *check_types(), *check_services(), *check_thumbnailer(), *check_schema(), *check_metainfo()]
    for number, (good, what) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} {what.strip()}'.replace('\n', ' '))
    print(f'1..{len(results)}')
    return 0 if all(good for good, _ in results) else 1


sys.exit(main())
