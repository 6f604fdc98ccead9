#!/usr/bin/env python3
"""Checks that each language of po/LINGUAS translates every text of today's sources.

usage: test-translations.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import subprocess
import sys
import tempfile

from arch import Report, read
from catalogues import make_template, run

def untranslated(root, catalogue):
    """The texts of the sources that a catalogue has not, or has only guessed."""
    with tempfile.TemporaryDirectory() as folder:
        template, merged = f'{folder}/all.pot', f'{folder}/all.po'
        make_template(root, template)
        run(['msgmerge', '--quiet', f'--output-file={merged}', catalogue, template], root)
        found = ''
        for kind in ('--untranslated', '--only-fuzzy'):
            found += run(['msgattrib', kind, '--no-obsolete', '--no-wrap', merged], root)
    return [line for line in found.splitlines() if line.startswith('msgid ') and line != 'msgid ""']


def faulty(root, catalogue):
    """What msgfmt finds wrong with a catalogue: placeholders, plural forms, header."""
    done = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', catalogue],
                          cwd=root, check=False, capture_output=True, text=True)
    return done.stderr.splitlines() if done.returncode else []


def self_test(report):
    head = ('msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n'
            '"Last-Translator: x\\n"\n"Language-Team: x\\n"\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n'
            '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n')
    tree = {
        'po/POTFILES': 'src/a.c\n',
        'src/a.c': 'x = _("one"); y = g_strdup_printf (C_("c", "two %s"), x);\n',
        'po/de.po': head + 'msgid "one"\nmsgstr "eins"\n',
        'po/fr.po': head + '#, c-format\nmsgid "two %s"\nmsgstr "deux %d"\n',
    }
    report.catches('a text without translation', lambda root: untranslated(root, 'po/de.po'),
                   tree, 'two %s')
    report.catches('a wrong placeholder', lambda root: faulty(root, 'po/fr.po')[:1], tree, 'fr.po')


def main():
    report = Report()
    self_test(report)
    root = pathlib.Path(sys.argv[1]).resolve()
    for language in read(root / 'po' / 'LINGUAS').split():
        catalogue = f'po/{language}.po'
        report.point(f'{catalogue} is well-formed', faulty(root, catalogue))
        report.point(f'{catalogue} is complete', untranslated(root, catalogue))
    report.finish()


main()
