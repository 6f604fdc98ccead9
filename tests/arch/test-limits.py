#!/usr/bin/env python3
"""Checks the limits of files and functions, and what stands at the head of a file.

usage: test-limits.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

from arch import Report, bare_code, read, walk

MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 60
FOLDERS = ('src', 'tests')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
NAME = re.compile(r'(\w+)\s*\(')


def functions(code):
    """Yields (name, first line, number of lines) of each function body, braces included.

    A body is a block at the top level that follows a closing parenthesis; blocks
    of types and initializers follow a name or an equals sign.
    """
    code = bare_code(code)
    depth, before, start, last = 0, 0, None, ''
    for index, char in enumerate(code):
        if char == '{':
            if depth == 0 and last == ')':
                start = index
            depth += 1
        elif char == '}':
            depth -= 1
            if depth == 0:
                if start is not None:
                    name = NAME.search(code, before, start)
                    yield (name.group(1) if name else '?',
                           code.count('\n', 0, start) + 1,
                           code.count('\n', start, index) + 1)
                start, before = None, index + 1
        elif char == ';' and depth == 0:
            before = index + 1
        if not char.isspace():
            last = char


def check_files(root):
    complaints = []
    for folder in FOLDERS:
        for path in walk(root / folder, '.c', '.h', '.ui', '.py', '.css'):
            n_lines = read(path).count('\n')
            if n_lines > MAX_FILE_LINES:
                complaints.append(f'{path.relative_to(root)}: {n_lines} lines')
    return complaints


def check_functions(root):
    complaints = []
    for folder in FOLDERS:
        for path in walk(root / folder, '.c', '.h'):
            for name, line, n_lines in functions(read(path)):
                if n_lines > MAX_FUNCTION_LINES:
                    complaints.append(f'{path.relative_to(root)}:{line}: {name} has {n_lines} lines')
    return complaints


def check_heads(root):
    complaints = []
    for folder in FOLDERS:
        for path in walk(root / folder, '.c', '.h', '.py'):
            text = read(path)
            where = path.relative_to(root)
            if LICENCE not in text[:1500]:
                complaints.append(f'{where}: no licence line')
            if path.suffix == '.h' and not re.search(r'^#pragma once$', text, re.MULTILINE):
                complaints.append(f'{where}: no #pragma once')
    return complaints


def self_test(report):
    licence = f'/* {LICENCE} */\n'
    body = '  a ();\n'
    report.catches('a clean tree', lambda root: check_files(root) + check_functions(root) + check_heads(root), {
        'src/base/tl-a.c': licence + 'void\na (void)\n{\n' + body * 58 + '}\n',
        'src/base/tl-a.h': licence + '#pragma once\n' + '\n' * 598,
        'src/base/tl-b.c': licence + 'static const int table[] = {\n' + '  1,\n' * 90 + '};\n',
    })
    report.catches('a file that is too long', check_files, {
        'src/ui/tl-a.ui': '\n' * 601,
        'tests/ui/test-a.c': '\n' * 601,
    }, 'tl-a.ui: 601', 'test-a.c: 601')
    report.catches('a function that is too long', check_functions, {
        'src/base/tl-a.c':
            '#define A(x) { \\\n  { x\n'
            'typedef struct { int a; } B;\n'
            'int\nshort_one (char *s)\n{\n  return \'{\' + s["}{"];\n}\n\n'
            'void\nlong_one (int a,\n          int b)\n{\n' + body * 59 + '}\n',
    }, 'long_one has 61 lines')
    report.catches('missing heads', check_heads, {
        'src/base/tl-a.h': '/* nothing */\n',
        'src/base/tl-b.h': licence + '#pragma once\n',
    }, 'no licence', 'no #pragma once')


def main():
    report = Report()
    self_test(report)
    root = pathlib.Path(sys.argv[1])
    report.point(f'no file has over {MAX_FILE_LINES} lines', check_files(root))
    report.point(f'no function has over {MAX_FUNCTION_LINES} lines', check_functions(root))
    report.point('every file names its licence, every header has a guard', check_heads(root))
    report.finish()


main()
