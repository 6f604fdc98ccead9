"""Locales of languages that are not installed.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import shutil

# With glibc, everywhere: of the letters of all languages, and no language of its own.
PLAIN = "/usr/lib/locale/C.utf8"


def create_environment(folder, language):
    """What makes a program speak a language: of C, and with newer versions of glibc also of C.UTF-8, gettext
    translates nothing, so that it is given another name."""
    name = language + ".UTF-8"
    if not os.path.isdir(PLAIN):
        return {"LC_ALL": "C.UTF-8", "LANGUAGE": language}
    for copy in (name, os.path.basename(PLAIN)):
        shutil.copytree(PLAIN, os.path.join(folder, copy))
    return {"LC_ALL": name, "LANGUAGE": language, "LOCPATH": folder}
