#!/usr/bin/env python3
"""Tests that summarize.py counts what a program reported, and forgives nothing.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import pathlib
import subprocess
import sys
import tempfile

SCRIPT = pathlib.Path(__file__).with_name('summarize.py')

# What is tested, the programs' (result, output), the last line, the exit status.
CASES = [
    ('points are counted, not programs',
     [('OK', 'TAP version 13\n# Start\nok 1 /a\nok 2 /b - text\n1..2\n'), ('OK', 'ok 1 /c\n1..1\n')],
     '3 passed, 0 failed', 0),
    ('a failed point fails',
     [('FAIL', 'ok 1 /a\nnot ok 2 /b - broken\n1..2\n')], '1 passed, 1 failed', 1),
    ('a crash after good points fails',
     [('ERROR', 'ok 1 /a\n')], '1 passed, 1 failed', 1),
    ('an aborted point is counted once',
     [('ERROR', 'ok 1 /a\nnot ok /b - ERROR: no\nBail out! ERROR: no\n')], '1 passed, 1 failed', 1),
    ('a program that takes too long fails',
     [('TIMEOUT', '')], '0 passed, 1 failed', 1),
    ('skipped points do not pass',
     [('OK', 'ok 1 /a # SKIP ../shared is not there\nok 2 /b\n1..2\n')],
     '1 passed, 0 failed, 1 skipped', 0),
    ('a program without points is one test',
     [('OK', 'fine\n'), ('FAIL', 'bad\n')], '1 passed, 1 failed', 1),
    ('the sum of subtests is not counted again',
     [('OK', '    ok 1 /a/b\n    ok 2 /a/c\n    1..2\nok 1 /a\nok 2 /d\n1..2\n')],
     '3 passed, 0 failed', 0),
    ('no test at all is no success', [], '0 passed, 0 failed', 1),
]


def run(programs):
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, 'core.json')
        log.write_text(''.join(
            json.dumps({'name': f'p{i}', 'result': result, 'stdout': output, 'returncode': 0}) + '\n'
            for i, (result, output) in enumerate(programs)), encoding='utf-8')
        return subprocess.run([sys.executable, SCRIPT, log, pathlib.Path(folder, 'absent.json')],
                              capture_output=True, text=True, check=False)


def main():
    failed = 0
    for number, (name, programs, last_line, status) in enumerate(CASES, 1):
        done = run(programs)
        ok = done.returncode == status and done.stdout.splitlines()[-1:] == [last_line]
        failed += not ok
        print(f'{"ok" if ok else "not ok"} {number} {name}')
        if not ok:
            print(done.stdout, done.stderr, file=sys.stderr)
    print(f'1..{len(CASES)}')
    return 1 if failed else 0


sys.exit(main())
