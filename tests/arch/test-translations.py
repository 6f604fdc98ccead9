#!/usr/bin/env python3
"""Checks that each language of po/LINGUAS translates every text of today's sources,
and that no translation differs from its text in what the program relies on.

usage: test-translations.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from arch import Report, read
from catalogues import make_template, read_catalogue, run

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


DIRECTIVE = re.compile(r'%(?:(\d+)\$)?[-+#\'0-9.*]*(?:hh|h|ll|l|q|j|z|t)?([diouxXeEfFgGaAcspn])')
# What strftime() is given is no such format.
TIME = re.compile(r'%-?[deHMYby]')
TAG = re.compile(r'</?[a-z]+[^>]*>')
MNEMONIC = re.compile(r'(?<![\w.-])_(?=\w)|(?<=\w)_(?=\w)')
RIGHT_TO_LEFT = re.compile(r'[\u0590-\u08ff]')
MARK = '\u200f'
# What has a direction: a mark or isolate of one, what is put in, a letter read from the right, another one.
DIRECTED = re.compile(r'(?P<mark>[\u200f\u2067\u2068])|(?P<name>%(?:\d+\$)?s)|(?P<number>%(?:\d+\$)?[^%A-Za-z]*[A-Za-z])|%%'
                      r'|(?P<right>[\u0590-\u060b\u060d-\u065f\u066e-\u06ef\u06fa-\u08ff])|(?P<left>[A-Za-z])')
# These become a part of a file, or its name.
STORED = {'%s (copy)', '%s – traceability.csv', 'What Was Saved of %s'}


def has_mnemonic(text):
    """One underscore before a letter, and no name of something in it."""
    return len(MNEMONIC.findall(text)) == 1 and not re.search(r'[a-z]_[a-z]+_|_[A-Z]{2}|\.[a-z]+_', text)


def get_order(text):
    """The kinds of a format's arguments by number."""
    order = {}
    for place, (number, kind) in enumerate(DIRECTIVE.findall(text.replace('%%', ''))):
        order[int(number) if number else place + 1] = 's' if kind == 's' else 'd' if kind in 'diuoxX' else kind
    return order


def differences(message, text, mirrored):
    """In what a translation is not like its message."""
    if text.endswith('…') != message.id.endswith('…'):
        yield 'ends with an ellipsis, or not'
    if (text[:1] == '\n', text[-1:] == '\n') != (message.id[:1] == '\n', message.id[-1:] == '\n'):
        yield 'begins or ends with a line break, or not'
    if (message.id[:1] == ' ', message.id[-1:] == ' ') != (text[:1] == ' ', text[-1:] == ' '):
        yield 'begins or ends with a space, or not'
    if has_mnemonic(message.id) != (len(MNEMONIC.findall(text)) == 1 and '_' in message.id):
        yield 'has a mnemonic, or not'
    if sorted(TAG.findall(text)) != sorted(TAG.findall(message.id)):
        yield 'other markup'
    if 'c-format' in message.flags and message.plural is None and get_order(text) != get_order(message.id):
        yield 'other arguments'
    if mirrored and not text.endswith(';') and RIGHT_TO_LEFT.search(text) and re.match(r'[A-Za-z]+[^;A-Za-z]', text):
        yield 'begins with what is read from the left, so all of it would be: put U+200F before it'


def misread(text):
    """Why a text may be read in another order where the names put into it are Latin, or None."""
    before, end = None, 0
    for match in DIRECTED.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        apart = re.search(r'\s', text[end:match.start()])
        if before is None and kind == 'name' and (RIGHT_TO_LEFT.search(text) or text.count('%') > 1):
            return 'begins with a name, which may be read from the left: put U+200F before it'
        if before == 'name' and apart and kind in ('name', 'number'):
            return 'has a name next to a name or number, which may be read as one from the left: put U+200F between'
        before, end = kind, match.end()
    return None


def disordered(root, catalogue):
    """Texts of a language that is read from the right in which names would change the order; the terminal has its own."""
    messages = read_catalogue(pathlib.Path(root) / catalogue)
    if not any(text == 'default:RTL' for message in messages for text in message.texts):
        return []
    return [f'"{message.id}" – "{text}": {misread(text)}' for message in messages for text in message.texts
            if 'c-format' in message.flags and not text.endswith('\n') and message.id not in STORED and misread(text)]


def unlike(root, catalogue):
    messages = read_catalogue(pathlib.Path(root) / catalogue)
    mirrored = any(text == 'default:RTL' for message in messages for text in message.texts)
    return [f'"{message.id}" – "{text}": {difference}' for message in messages for text in message.texts
            if text for difference in differences(message, text, mirrored)]


def without_format(root):
    """Messages with a placeholder that msgfmt would not look at, as it is not said that it is one."""
    with tempfile.TemporaryDirectory() as folder:
        make_template(root, f'{folder}/all.pot')
        return [f'"{message.id}" is not known to be a format' for message in read_catalogue(f'{folder}/all.pot')
                if DIRECTIVE.search(TIME.sub('', message.id.replace('%%', '')))
                and not {'c-format', 'no-c-format', 'possible-c-format'} & message.flags]


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
    report.catches('texts that are not like their messages', lambda root: unlike(root, 'po/ar.po'), {
        'po/ar.po': head + 'msgid "default:LTR"\nmsgstr "default:RTL"\n\n'
                    'msgid "_Open"\nmsgstr "فتح"\n\nmsgid "_Save…"\nmsgstr "_حفظ"\n\n'
                    'msgid "<b>one</b>"\nmsgstr "واحد"\n\nmsgid "Jira is here"\nmsgstr "Jira هنا"\n\n'
                    '#, c-format\nmsgid "%s of %u"\nmsgstr "\u200f%2$s من %1$u"\n\n'
                    '#, c-format\nmsgid "%s for %u"\nmsgstr "لـ %2$u من %1$s"\n\nmsgid "_Close"\nmsgstr "إ_غلاق"\n',
    }, 'mnemonic', 'ellipsis', 'markup', 'U+200F', 'arguments')
    report.catches('names that change the order of an Arabic text', lambda root: disordered(root, 'po/ar.po'), {
        'po/ar.po': head + 'msgid "default:LTR"\nmsgstr "default:RTL"\n\n'
                    '#, c-format\nmsgid "%s first"\nmsgstr "«%s» أولًا"\n\n'
                    '#, c-format\nmsgid "%s: %u"\nmsgstr "\u200f%s: %u"\n\n'
                    '#, c-format\nmsgid "%u of %s"\nmsgstr "%u من %s، \u200f%s"\n\n'
                    '#, c-format\nmsgid "%s with"\nmsgstr "مع %s"\n\n#, c-format\nmsgid "%s\\n"\nmsgstr "%s: واحد\\n"\n',
    }, '%s first', '%s: %u')
    report.catches('a wrong placeholder', lambda root: faulty(root, 'po/fr.po')[:1], tree, 'fr.po')


def main():
    report = Report()
    self_test(report)
    root = pathlib.Path(sys.argv[1]).resolve()
    report.point('placeholders are known to be placeholders', without_format(root))
    for language in read(root / 'po' / 'LINGUAS').split():
        catalogue = f'po/{language}.po'
        report.point(f'{catalogue} is well-formed', faulty(root, catalogue))
        report.point(f'{catalogue} is complete', untranslated(root, catalogue))
        report.point(f'{catalogue} has mnemonics, arguments and markup like the texts', unlike(root, catalogue))
        report.point(f'{catalogue} is read in order, whatever names are put in', disordered(root, catalogue))
    report.finish()


main()
