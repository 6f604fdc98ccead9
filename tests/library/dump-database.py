#!/usr/bin/env python3
"""Writes a database of the library as SQL text, to be kept for tests of later versions.

usage: dump-database.py DATABASE >tests/data/library/version-N.sql

SPDX-License-Identifier: GPL-3.0-or-later
"""

import sqlite3
import sys

WORDS = 'thing_text'


def quote(value):
    if value is None:
        return 'NULL'
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def main():
    database = sqlite3.connect(f'file:{sys.argv[1]}?mode=ro', uri=True)
    schema = database.execute('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL').fetchall()

    print('BEGIN;')
    for kind, name, sql in schema:
        # What a virtual table keeps its words in, it makes itself.
        if name.startswith(WORDS + '_'):
            continue
        print(f'{sql};')
        if kind == 'table' and name != WORDS:
            for row in database.execute(f'SELECT * FROM {name}'):
                print(f'INSERT INTO {name} VALUES ({", ".join(map(quote, row))});')
    print(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('rebuild');")
    for pragma in ('application_id', 'user_version'):
        print(f'PRAGMA {pragma} = {database.execute(f"PRAGMA {pragma}").fetchone()[0]};')
    print('COMMIT;')


main()
