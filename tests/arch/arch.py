"""What the checks of the source tree share: walking it, reading C, reporting as TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys
import tempfile

# What collects the texts of the sources: `import catalogues`.
sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / 'po'))

C_NOISE = re.compile(
    r'/\*.*?\*/'                   # block comment
    r'|//[^\n]*'                   # line comment
    r'|"(?:\\.|[^"\\\n])*"'        # string
    r"|'(?:\\.|[^'\\\n])*'",       # character
    re.DOTALL)
C_DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', re.MULTILINE)


def blank(match):
    """Replaces what was matched by as many line ends, so that line numbers stay."""
    return '\n' * match.group(0).count('\n')


def blank_string(match):
    text = match.group(0)
    return '""' if text[0] in '"\'' else blank(match)


def without_comments(code):
    """The code without comments; strings stay."""
    def keep_strings(match):
        return match.group(0) if match.group(0)[0] in '"\'' else blank(match)
    return C_NOISE.sub(keep_strings, code)


def bare_code(code):
    """The code without comments, text in strings and preprocessor directives."""
    return C_DIRECTIVE.sub(blank, C_NOISE.sub(blank_string, code))


def walk(folder, *suffixes):
    """All files below a folder with one of the suffixes, in a fixed order."""
    return sorted(path for path in folder.rglob('*')
                  if path.suffix in suffixes and path.is_file() and '__pycache__' not in path.parts)


def read(path):
    return path.read_text(encoding='utf-8')


def make_tree(folder, files):
    """Writes a small tree for a check to look at: a dictionary of path and text."""
    for name, text in files.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')


class Report:
    """Writes one TAP point a check, with the complaints of a failed one below it."""

    def __init__(self):
        self.n_points = 0
        self.n_failed = 0

    def point(self, name, complaints):
        """A check that holds when there is nothing to complain about."""
        self.n_points += 1
        self.n_failed += bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {self.n_points} {name}')
        for complaint in complaints:
            print(f'# {complaint}', file=sys.stderr)

    def skip(self, name, reason):
        self.n_points += 1
        print(f'ok {self.n_points} {name} # SKIP {reason}')

    def catches(self, name, check, files, *expected):
        """Shows that a check finds what is wrong with a tree, and nothing besides.

        Each of `expected` has to be part of exactly one complaint, in order.
        """
        with tempfile.TemporaryDirectory() as folder:
            make_tree(folder, files)
            found = check(pathlib.Path(folder))
        wrong = [f'expected {len(expected)} complaints, got {found}'] if len(found) != len(expected) else []
        wrong += [f'{text!r} is not in {complaint!r}'
                  for text, complaint in zip(expected, found) if text not in complaint]
        self.point(f'self-test: {name}', wrong)

    def finish(self):
        print(f'1..{self.n_points}')
        sys.exit(1 if self.n_failed else 0)
