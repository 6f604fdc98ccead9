#!/usr/bin/env python3
"""Counts what the test programs report, and ends with `N passed, N failed`.

Reads the JSON logs of `meson test`. A TAP program counts by its points, another
program as one test. A program that crashed, ran out of time or broke its plan counts
as one more failure when none of its points says so.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re
import sys

POINT = re.compile(r'^( *)(ok|not ok)\b *(\d*) *(?:- )?(.*)$')
DIRECTIVE = re.compile(r'(?:^|\s)#\s*(SKIP|TODO)\S*\s*(.*)$', re.IGNORECASE)
PASSED_RESULTS = {'OK', 'EXPECTEDFAIL'}


class Summary:
    """What all programs together did."""

    def __init__(self):
        self.passed = 0
        self.failed = []
        self.skipped = []

    def add_point(self, program, ok, text):
        """Counts one TAP point; returns whether it failed."""
        directive = DIRECTIVE.search(text)
        kind = directive.group(1).upper() if directive else None
        name = text[:directive.start()] if directive else text
        where = f'{program}: {name.strip()}'
        if kind == 'SKIP':
            self.skipped.append((where, directive.group(2).strip()))
        elif ok or kind == 'TODO':
            self.passed += 1
        else:
            self.failed.append(where)
            return True
        return False

    def add_program(self, entry):
        """Counts one program from its entry in the log of meson."""
        program = entry['name'].split(' / ')[-1]
        n_points, n_failed = 0, 0
        for ok, text in leaf_points(entry.get('stdout') or ''):
            n_points += 1
            n_failed += self.add_point(program, ok, text)
        result = entry['result']
        if result in PASSED_RESULTS:
            self.passed += n_points == 0
        elif result == 'SKIP':
            if n_points == 0:
                self.skipped.append((program, last_line(entry)))
        elif n_failed == 0:
            self.failed.append(f'{program}: {result.lower()}, exit status {entry.get("returncode")}')


def leaf_points(output):
    """Yields (ok, text) of each point that does not merely sum up a nested subtest."""
    nested = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        depth = len(match.group(1))
        if depth >= nested:
            yield match.group(2) == 'ok', match.group(4)
        nested = depth


def last_line(entry):
    lines = ((entry.get('stdout') or '') + (entry.get('stderr') or '')).strip().splitlines()
    return lines[-1] if lines else 'no reason given'


def read_log(path, summary):
    try:
        with open(path, encoding='utf-8') as log:
            for line in log:
                summary.add_program(json.loads(line))
    except FileNotFoundError:
        pass  # meson writes no log when it had nothing to run


def main(paths):
    summary = Summary()
    for path in paths:
        read_log(path, summary)
    print()
    for where, reason in summary.skipped:
        print(f'skipped  {where}: {reason}')
    for where in summary.failed:
        print(f'FAILED   {where}')
    counts = f'{summary.passed} passed, {len(summary.failed)} failed'
    if summary.skipped:
        counts += f', {len(summary.skipped)} skipped'
    nothing = not (summary.passed or summary.failed or summary.skipped)
    if nothing:
        print('no test was run')
    print(counts)
    return 1 if summary.failed or nothing else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
