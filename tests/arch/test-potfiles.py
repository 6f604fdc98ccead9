#!/usr/bin/env python3
"""Checks that everything a user reads can be translated.

Every file with translatable text stands in po/POTFILES and the reverse, and no
visible text of a template is left without its mark.

usage: test-potfiles.py SOURCE-ROOT          checks
       test-potfiles.py --list SOURCE-ROOT   prints what po/POTFILES should be

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

from arch import Report, read, walk
from catalogues import translatable_files

VISIBLE = {
    'label', 'title', 'subtitle', 'description', 'tooltip-text', 'tooltip-markup',
    'placeholder-text', 'heading', 'body', 'secondary-text', 'accessible-name', 'menu-tooltip',
    'value-text', 'help-text', 'roledescription',
}


def check_potfiles(root):
    lines = read(root / 'po' / 'POTFILES').splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    wanted = translatable_files(root)
    complaints = [f'{name}: has text to translate and is not in po/POTFILES'
                  for name in sorted(wanted - set(listed))]
    complaints += [f'po/POTFILES: {name}: has no text to translate'
                   for name in sorted(set(listed) - wanted)]
    if listed != sorted(set(listed)):
        complaints.append('po/POTFILES: not sorted, or a name stands twice')
    return complaints


def is_visible(element):
    name = element.get('name', '').replace('_', '-')
    text = (element.text or '').strip()
    # <item> is one of a GtkStringList.
    return ((element.tag in ('property', 'attribute') and name in VISIBLE or element.tag == 'item')
            and any(char.isalpha() for char in text))


def check_templates(root):
    complaints = []
    for path in walk(root / 'src', '.ui') + walk(root / 'resources', '.ui'):
        for element in ElementTree.parse(path).getroot().iter():
            # "no" says that somebody thought about it: a product name, an example.
            if is_visible(element) and element.get('translatable') is None:
                complaints.append(f'{path.relative_to(root)}: {element.get("name", element.tag)} '
                                  f'"{element.text.strip()}" is not translatable')
    return complaints


def self_test(report):
    report.catches('a complete list', check_potfiles, {
        'po/POTFILES': 'data/x.desktop.in\nsrc/ui/tl-a.c\nsrc/ui/tl-a.ui\n',
        'data/x.desktop.in': '[Desktop Entry]\n',
        'src/ui/tl-a.c': 'g_print (_("Hello"));\n',
        'src/ui/tl-a.ui': '<interface><property name="label" translatable="yes">A</property></interface>',
        'src/ui/tl-b.c': '/* _("not code") */\nfoo_("no call", n_(x));\n',
    })
    report.catches('files that are missing from the list', check_potfiles, {
        'po/POTFILES': '',
        'data/x.metainfo.xml.in': '<component/>',
        'resources/reference/metamodel-1.xml': '<metamodel/>',
        'src/base/tl-a.c': 'x = ngettext ("one", "many", n);\n',
        'src/base/tl-b.c': 'x = C_ ("context", "text");\n',
    }, 'x.metainfo.xml.in', 'metamodel-1.xml', 'tl-a.c', 'tl-b.c')
    report.catches('entries without text, out of order', check_potfiles, {
        'po/POTFILES': 'src/base/tl-b.c\nsrc/base/tl-a.c\n',
        'src/base/tl-a.c': 'int a;\n',
        'src/base/tl-b.c': 'x = N_("text");\n',
    }, 'src/base/tl-a.c', 'not sorted')
    report.catches('visible text without a mark', check_templates, {
        'src/ui/tl-a.ui': '<interface><object class="GtkLabel"><property name="label">Hello</property>'
                          '<property name="tooltip_text">Why</property>'
                          '<property name="label">100 %</property>'
                          '<property name="title" translatable="no">Jira</property>'
                          '<property name="name">id</property></object>'
                          '<object class="GtkStringList"><items><item>Large</item></items></object>'
                          '<menu><item><attribute name="label">Open</attribute></item></menu></interface>',
    }, '"Hello"', '"Why"', '"Large"', '"Open"')


def main():
    if sys.argv[1] == '--list':
        print('\n'.join(sorted(translatable_files(pathlib.Path(sys.argv[2])))))
        return
    report = Report()
    self_test(report)
    root = pathlib.Path(sys.argv[1])
    report.point('po/POTFILES lists every file with text to translate', check_potfiles(root))
    report.point('every visible text of a template is translatable', check_templates(root))
    report.finish()


main()
