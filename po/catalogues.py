#!/usr/bin/env python3
"""Collects the texts of the sources, and brings the catalogues up to date with them.

usage: catalogues.py [LANGUAGE...]    lists po/POTFILES anew, and merges po/LANGUAGE.po,
                                      or those of all languages in po/LINGUAS
       catalogues.py --template FILE  writes a template alone

A language that has no catalogue yet gets one. Whoever needs the texts of the
sources, tests as well, takes them from here, so that all see the same.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The keywords and flags of meson's `glib` preset, and our own functions with a format.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=throughline',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
    '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
    '--flag=g_string_printf:2:c-format', '--flag=g_string_append_printf:2:c-format',
    '--flag=g_set_error:4:c-format', '--flag=g_error_new:3:c-format',
    '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format',
    '--flag=tl_view_build_format:2:c-format', '--flag=tl_cli_fail_with:1:c-format',
    '--files-from=po/POTFILES',
]

CALL = re.compile(r'(?<![\w])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
TRANSLATABLE = re.compile(r'translatable="(?:yes|true|1)"')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*")', re.DOTALL)
# What the desktop reads, merged with the translations by the build; and data with
# names and texts, which po/its says how to find.
WHOLE = (
    'data/*.desktop.in', 'data/*.metainfo.xml.in', 'data/*.mime.xml.in', 'data/*.gschema.xml',
    'resources/reference/metamodel-*.xml', 'resources/reference/counterparts.xml',
    'resources/reference/it4it-*.xml', 'resources/templates/services-*.it4it',
    'resources/help/*.xml',
)


def run(command, root):
    """Runs a program of gettext with the rules of po/its; returns what it prints."""
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'GETTEXTDATADIRS': str(pathlib.Path(root) / 'po')}
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, env=environment).stdout


def make_template(root, target):
    """Writes the texts of all sources into a template."""
    run(XGETTEXT + [f'--output={target}'], root)


class Message:
    """One message of a catalogue or template."""

    def __init__(self):
        self.flags, self.fields = set(), {}

    context = property(lambda self: self.fields.get('msgctxt'))
    id = property(lambda self: self.fields.get('msgid', ''))
    plural = property(lambda self: self.fields.get('msgid_plural'))

    @property
    def texts(self):
        """Its translations: one, or one for each plural form."""
        return [text for key, text in self.fields.items() if key.startswith('msgstr')]


def unquote(text):
    return re.sub(r'\\(.)', lambda match: {'n': '\n', 't': '\t'}.get(match.group(1), match.group(1)), text)


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def read_catalogue(path):
    """All messages of a catalogue, without its header and what is obsolete."""
    messages, message, key = [], Message(), None
    for line in pathlib.Path(path).read_text(encoding='utf-8').split('\n') + ['']:
        match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) "(.*)"$', line)
        if match:
            key = match.group(1)
            message.fields[key] = unquote(match.group(2))
        elif line.startswith('"') and key is not None:
            message.fields[key] += unquote(line[1:-1])
        elif line.startswith('#,'):
            message.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif not line.strip():
            if message.id:
                messages.append(message)
            message, key = Message(), None
    return messages


def walk(folder, *suffixes):
    return sorted(path for path in folder.rglob('*') if path.suffix in suffixes and path.is_file())


def code_of(text):
    """C without comments; strings stay."""
    return COMMENT.sub(lambda match: match.group(1) or '\n' * match.group(0).count('\n'), text)


def needs_translation(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix in ('.c', '.h'):
        return bool(CALL.search(code_of(text)))
    if path.suffix == '.ui':
        return bool(TRANSLATABLE.search(text))
    return True


def translatable_files(root):
    """The files with text for users, as po/POTFILES has to list them."""
    root = pathlib.Path(root)
    paths = [path for path in walk(root / 'src', '.c', '.h', '.ui') + walk(root / 'resources', '.ui')
             if needs_translation(path)]
    paths += [path for pattern in WHOLE for path in root.glob(pattern)]
    return {str(path.relative_to(root)) for path in paths}


def update(root, language):
    """Merges a catalogue with the texts of today's sources."""
    catalogue = f'po/{language}.po'
    with tempfile.TemporaryDirectory() as folder:
        template = f'{folder}/all.pot'
        make_template(root, template)
        if not (pathlib.Path(root) / catalogue).exists():
            run(['msginit', '--no-translator', f'--locale={language}', f'--input={template}',
                 f'--output-file={catalogue}'], root)
        run(['msgmerge', '--quiet', '--update', '--backup=none', '--previous', catalogue, template], root)
    done = subprocess.run(['msgfmt', '--check', '--statistics', '--output-file=/dev/null', catalogue],
                          cwd=root, check=False, capture_output=True, text=True)
    print(f'{language}: {done.stderr.strip()}')
    return done.returncode == 0


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ['--template']:
        make_template(ROOT, pathlib.Path(arguments[1]).absolute())
    else:
        (ROOT / 'po' / 'POTFILES').write_text(''.join(f'{name}\n' for name in sorted(translatable_files(ROOT))))
        languages = arguments or (ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
        sys.exit(not all([update(ROOT, language) for language in languages]))


if __name__ == '__main__':
    main()
