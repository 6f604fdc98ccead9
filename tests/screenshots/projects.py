"""Projects to take pictures of that nobody would send along: empty, long, and of a thousand things.

SPDX-License-Identifier: GPL-3.0-or-later
"""

HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n'
        '<project xmlns="urn:throughline:project:1" id="%s" edition="2.1" name="%s"%s>\n')
SERVICES = ["Payments", "Identity", "Telephony", "Archive", "Statements", "Lending", "Market data", "Workplace"]
PLACES = ["Lisbon", "Porto", "Faro", "Braga", "Coimbra", "Madeira", "Azores"]
OWNERS = ["Retail Banking", "Platform Team", "Operations", "Data Office"]
STATES = ["planned", "build", "live", "retired"]
LEVELS = ["low", "medium", "high", "critical"]

LONG = "Reconciliation of cross-border payments in currencies without a fixing of their own (%s)"


def create_empty():
    return HEAD % ("empty", "Nothing yet", "") + "</project>\n"


def create_many(n, name):
    """A landscape and services of n things each."""
    lines = [HEAD % ("many-%d" % n, name, ' currency="EUR"'), "  <landscape>\n"]
    for i in range(n):
        lines.append('    <tool id="t%d" name="%s for %s %d" vendor="Vendor %d" owner="%s" state="%s" annual-cost="%d">\n'
                     '      <supports component="%s"/>\n    </tool>\n' % (
                         i, SERVICES[i % 8], PLACES[i % 7], i + 1, i % 23 + 1, OWNERS[i % 4], STATES[i % 4],
                         1000 * (i * 7919 % 250), ("incident", "problem", "requirement", "test")[i % 4]))
    lines += ["  </landscape>\n", "  <services>\n"]
    for i in range(n):
        lines.append('    <service id="s%d" name="%s %s %d" owner="%s" criticality="%s" state="%s">\n'
                     '      <conceptual>\n        <element id="c%d" kind="conceptual-service" name="%s"/>\n'
                     '      </conceptual>\n    </service>\n' % (
                         i, SERVICES[i % 8], PLACES[i % 7], i + 1, OWNERS[i % 4], LEVELS[i * 7 % 4], STATES[i % 4],
                         i, SERVICES[i % 8]))
    return "".join(lines + ["  </services>\n", "</project>\n"])


def lengthen(text):
    """A sample with names of more than sixty letters wherever there are names."""
    for kind in ("tool", "service", "element"):
        pieces = text.split("<%s id=\"" % kind)
        for i, piece in enumerate(pieces[1:], 1):
            before, after = piece.split(' name="', 1)
            name, rest = after.split('"', 1)
            pieces[i] = '%s name="%s"%s' % (before, LONG % name, rest)
        text = ("<%s id=\"" % kind).join(pieces)
    return text.replace('name="Northwind Bank"', 'name="%s"' % LONG.replace("%s", "Northwind Bank"), 1)
