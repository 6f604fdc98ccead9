#!/usr/bin/env python3
"""Checks that the Flatpak asks for nothing more than it is meant to.

usage: test-flatpak-manifests.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import re
import sys

from arch import Report, read

# All that the program may do outside: show windows, and draw them. Files, folders, printing
# and links are asked for through portals. More is not a matter of convenience.
PERMISSIONS = ['--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland']

RELEASE = 'flatpak/io.github.throughline_it.Throughline.json'
DEVELOPMENT = 'flatpak/io.github.throughline_it.Throughline.Devel.json'

# In what the manifest for development differs.
SUFFIX = '.Devel'
PROFILE = '-Dprofile=development'
DIFFERENT_IN_MODULES = ('sources', 'build-options')


def load(root, name):
    return json.loads(read(root / name))


def check_permissions(root):
    complaints = []
    for path in sorted((root / 'flatpak').glob('*.json')):
        found = sorted(json.loads(read(path)).get('finish-args', []))
        complaints += [f'{path.name}: {argument} is not allowed' for argument in found
                       if argument not in PERMISSIONS]
        complaints += [f'{path.name}: {argument} is missing' for argument in PERMISSIONS
                       if argument not in found]
    return complaints


def check_reasons(root):
    """The README says of each permission what it is for."""
    readme = read(root / 'flatpak/README.md')
    return [f'flatpak/README.md: nothing is said of {argument}' for argument in PERMISSIONS
            if f'`{argument}`' not in readme]


def check_sources(root):
    """What is fetched is pinned, and nothing is fetched while building."""
    complaints = []
    for module in load(root, RELEASE)['modules']:
        for source in module['sources']:
            if source['type'] != 'archive':
                complaints.append(f'{module["name"]}: {source["type"]} is no archive')
            elif not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
                complaints.append(f'{module["name"]}: the archive has no sha256')
        if '--share=network' in module.get('build-options', {}).get('build-args', []):
            complaints.append(f'{module["name"]}: is built with a network')
    return complaints


def without(values, names):
    return {key: value for key, value in values.items() if key not in names}


def check_difference(root):
    """The other manifest is the same but for where the sources are, and the variant that it builds."""
    release, development = (load(root, name) for name in (RELEASE, DEVELOPMENT))
    expected = {**release, 'id': release['id'] + SUFFIX}
    module = expected['modules'][-1]
    module['config-opts'] = [PROFILE, *module['config-opts']]
    for manifest in (expected, development):
        manifest['modules'] = [without(module, DIFFERENT_IN_MODULES) for module in manifest['modules']]
    return [f'{key}: {expected.get(key)} is {development.get(key)} for development'
            for key in sorted({*expected, *development}) if expected.get(key) != development.get(key)]


CHECKS = [
    ('a manifest asks for no more than windows', check_permissions),
    ('each permission has a reason', check_reasons),
    ('both manifests agree', check_difference),
    ('sources of a release are pinned', check_sources),
]


def self_test(report):
    allowed = [argument for argument in PERMISSIONS if argument != '--share=ipc']
    report.catches('a permission that crept in, and one that is gone', check_permissions,
                   {RELEASE: json.dumps({'finish-args': allowed + ['--filesystem=home']})},
                   '--filesystem=home is not allowed', '--share=ipc is missing')
    report.catches('no reason', check_reasons,
                   {'flatpak/README.md': ' '.join(f'`{argument}`' for argument in allowed)},
                   'nothing is said of --share=ipc')
    report.catches('manifests that drift apart', check_difference,
                   {RELEASE: json.dumps({'id': 'one', 'runtime-version': '51',
                                         'modules': [{'config-opts': ['-Da=b'], 'sources': []}]}),
                    DEVELOPMENT: json.dumps({'id': 'one', 'runtime-version': '50',
                                             'modules': [{'config-opts': ['-Da=b'], 'sources': [{'type': 'dir'}]}]})},
                   'id: one.Devel is one', '-Dprofile=development', 'runtime-version: 51 is 50')
    report.catches('sources that may change', check_sources,
                   {RELEASE: json.dumps({'modules': [
                       {'name': 'one', 'sources': [{'type': 'git'}],
                        'build-options': {'build-args': ['--share=network']}},
                       {'name': 'two', 'sources': [{'type': 'archive', 'sha256': 'abc'}]}]})},
                   'git is no archive', 'with a network', 'has no sha256')


def main():
    root = pathlib.Path(sys.argv[1])
    report = Report()
    for name, check in CHECKS:
        report.point(name, check(root))
    self_test(report)
    report.finish()


main()
