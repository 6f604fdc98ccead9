#!/usr/bin/env python3
"""Checks that the walks through the accessibility bus go everywhere: each window, popover, menu,
page and part that is made in src/ui, and each kind of diagram, is named by a walk of tests/journey.

usage: test-walks.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import ast
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from arch import Report, read, walk, without_comments

UI, WALKS, VIEWS = 'src/ui', 'tests/journey', 'src/diagram/tl-view.h'

# What opens over what is there, by the name of its type; a scrolled window is none.
SURFACE = re.compile(r'^(GTK|ADW)_TYPE_((?!SCROLLED)\w*WINDOW|\w*DIALOG|POPOVER\w*)$')
SURFACE_CLASS = re.compile(r'^(Gtk|Adw)((?!Scrolled)\w*Window|\w*Dialog|Popover\w*)$')
DEFINED = re.compile(r'G_DEFINE\w*TYPE\w*\s*\(\s*(\w+),\s*\w+,\s*(\w+)')
MADE = re.compile(r'\b(?:gtk|adw)_(?!scrolled)(?:\w+_)?(?:window|dialog|popover|popover_menu|native|print_operation)_new\w*\s*\('
                  r'|\bg_object_new\s*\(\s*(?:GTK|ADW)_TYPE_(?:(?!SCROLLED)\w*WINDOW|\w*DIALOG|POPOVER\w*)\b')
FUNCTION = re.compile(r'^(\w+) \(', re.MULTILINE)
VIEW = re.compile(r'^\s*(TL_VIEW_\w+)\s*,', re.MULTILINE)


def list_templates(path):
    """Of a .ui file: its template, the popovers in it, and the menus that its buttons open."""
    root = ElementTree.parse(path).getroot()
    for template in root.iter('template'):
        if template.get('class') != 'GtkListItem':
            yield template.get('class')
    for thing in root.iter('object'):
        kind = thing.get('class')
        if SURFACE_CLASS.match(kind) and kind != 'AdwWindowTitle':
            yield f'{path.name}:{thing.get("id") or kind}'
        if kind in ('GtkMenuButton', 'AdwSplitButton'):
            opened = {item.get('name'): item.text for item in thing.findall('property')}
            if 'popover' not in opened:
                yield f'{path.name}:{opened.get("menu-model") or thing.get("id")}'


def find_types(codes):
    """The types that are windows or popovers, also by way of another type of ours."""
    parents = {name: parent for code in codes for name, parent in DEFINED.findall(code)}
    types = {re.sub(r'(?<!^)(?=[A-Z])', '_', name).upper().replace('TL_', 'TL_TYPE_', 1): name for name in parents}

    def is_surface(parent):
        return bool(SURFACE.match(parent)) or (parent in types and is_surface(parents[types[parent]]))

    # An abstract one is seen as what is made of it.
    used = set(parents.values())
    return {name for kind, name in types.items() if is_surface(parents[name]) and kind not in used}


def list_made(path, code):
    """The functions of a .c file that make a window or a popover of the toolkit's."""
    for match in MADE.finditer(code):
        around = FUNCTION.findall(code, 0, match.start())
        yield f'{path.name}:{around[-1] if around else "?"}'


def list_surfaces(root):
    codes = {path: without_comments(read(path)) for path in walk(root / UI, '.c')}
    surfaces = find_types(codes.values())
    for path in walk(root / UI, '.ui'):
        surfaces.update(list_templates(path))
    for path, code in codes.items():
        surfaces.update(list_made(path, code))
    if (root / VIEWS).exists():
        surfaces.update(VIEW.findall(read(root / VIEWS)))
    return surfaces


def list_walked(path):
    """Names in @walks(...) of the functions that a test program runs."""
    tree = ast.parse(read(path))
    run = {node.id for statement in tree.body if isinstance(statement, ast.Assign)
           for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
    for function in tree.body:
        for call in getattr(function, 'decorator_list', []):
            if isinstance(call, ast.Call) and getattr(call.func, 'id', None) == 'walks' and function.name in run:
                yield from (argument.value for argument in call.args)


def check(root):
    surfaces = list_surfaces(root)
    walked = {name for path in walk(root / WALKS, '.py') for name in list_walked(path)}
    return ([f'{name}: no walk of {WALKS} names it in @walks' for name in sorted(surfaces - walked)] +
            [f'{name}: a walk names it, but there is nothing of that name' for name in sorted(walked - surfaces)])


def self_test(report):
    template = '<interface><menu id="m"/><template class="TlPage" parent="GtkWidget">%s</template></interface>'
    button = '<child><object class="GtkMenuButton"><property name="menu-model">m</property></object></child>'
    program = '@walks(%s)\ndef page(desktop):\n    pass\n\nSTARTS = [(None, [%s])]\n'
    report.catches('what is walked', check, {
        f'{UI}/tl-page.ui': template % button,
        f'{WALKS}/test-a.py': program % ('"TlPage", "tl-page.ui:m"', 'page')})
    report.catches('a menu and a page that no walk names', check,
                   {f'{UI}/tl-page.ui': template % button}, 'TlPage', 'tl-page.ui:m')
    report.catches('a walk that is not run', check, {
        f'{UI}/tl-page.ui': template % '',
        f'{WALKS}/test-a.py': program % ('"TlPage"', '')}, 'TlPage')
    report.catches('a walk of what is gone', check, {f'{WALKS}/test-a.py': program % ('"TlPage"', 'page')}, 'TlPage')
    report.catches('a popover by way of another', check, {
        f'{UI}/tl-a.c': 'G_DEFINE_ABSTRACT_TYPE (TlList, tl_list, GTK_TYPE_POPOVER)\n',
        f'{UI}/tl-b.c': 'G_DEFINE_FINAL_TYPE (TlToolList, tl_tool_list, TL_TYPE_LIST)\n'}, 'TlToolList')
    report.catches('a dialog made in a function', check, {
        f'{UI}/tl-a.c': 'void\ntl_ask (void)\n{\n  adw_message_dialog_new (NULL, NULL, NULL);\n}\n'}, 'tl-a.c:tl_ask')
    report.catches('a kind of diagram', check, {VIEWS: 'enum\n{\n  TL_VIEW_LEVEL1, /* */\n};\n'}, 'TL_VIEW_LEVEL1')


def main():
    report = Report()
    self_test(report)
    report.point('each surface is walked', check(pathlib.Path(sys.argv[1])))
    report.finish()


if __name__ == '__main__':
    main()
