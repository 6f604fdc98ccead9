#!/usr/bin/env python3
"""Finds text for users that is not marked for translation, or not by locale.

A text that goes to a widget, an error or the terminal has to be marked where it
stands in the code, and so has whatever else looks like a sentence. What is for
developers (debug messages, assertions, the errors of our own data files) is not.
Counts have what parts thousands where the user is, except on the terminal.

usage: test-strings.py SOURCE-ROOT

SPDX-License-Identifier: GPL-3.0-or-later
"""

import pathlib
import re
import sys

from arch import Report, read, walk, without_comments

FOLDERS = ('base', 'project', 'store', 'analysis', 'library', 'diagram', 'exchange', 'cli', 'canvas', 'ui')

MARKS = {'_', 'N_', 'C_', 'NC_', 'gettext', 'ngettext', 'g_dgettext', 'g_dngettext', 'g_dpgettext2', 'dgettext'}

# Nobody but a developer reads it.
DEVELOPERS = re.compile(
    r'^(?:g_(?:debug|info|message|warning|warning_once|critical|error|log|assert\w*|return_\w*|test_\w*|task_set_name'
    r'|thread_new|setenv|getenv|intern_\w*|quark_\w*|param_spec_\w*|signal_\w*|object_\w*_data\w*|mutex\w*)'
    r'|G_\w+|sqlite3_\w+|tl_index_(?:exec|prepare|fault)\w*)$')

# Which arguments of a function users read or hear; 0 is the first, None are all.
VISIBLE = {
    'adw_action_row_set_subtitle': {1}, 'adw_combo_row_set_subtitle': {1}, 'adw_expander_row_set_subtitle': {1},
    'adw_message_dialog_add_response': {2}, 'adw_message_dialog_add_responses': {2, 4, 6, 8},
    'adw_message_dialog_format_body': {1}, 'adw_message_dialog_format_heading': {1},
    'adw_message_dialog_new': {1, 2}, 'adw_message_dialog_set_body': {1}, 'adw_message_dialog_set_heading': {1},
    'adw_preferences_group_set_description': {1}, 'adw_preferences_group_set_title': {1},
    'adw_preferences_page_set_title': {1}, 'adw_preferences_row_set_title': {1},
    'adw_status_page_set_description': {1}, 'adw_status_page_set_title': {1},
    'adw_toast_new': {0}, 'adw_toast_new_format': {0}, 'adw_toast_set_button_label': {1}, 'adw_toast_set_title': {1},
    'adw_window_title_new': {0, 1}, 'adw_window_title_set_subtitle': {1}, 'adw_window_title_set_title': {1},
    'g_error_new': {2}, 'g_error_new_literal': {2}, 'g_menu_append': {1}, 'g_menu_append_section': {1},
    'g_menu_append_submenu': {1}, 'g_menu_item_new': {0}, 'g_menu_prepend': {1}, 'g_print': {0}, 'g_printerr': {0},
    'g_set_error': {3}, 'g_set_error_literal': {3}, 'g_task_return_new_error': {3},
    'gtk_accessible_update_property': None, 'gtk_button_new_with_label': {0}, 'gtk_button_new_with_mnemonic': {0},
    'gtk_button_set_label': {1}, 'gtk_check_button_new_with_label': {0}, 'gtk_check_button_set_label': {1},
    'gtk_column_view_column_new': {0}, 'gtk_column_view_column_set_title': {1}, 'gtk_entry_set_placeholder_text': {1},
    'gtk_entry_set_icon_tooltip_text': {2}, 'gtk_file_chooser_native_new': {0, 3, 4}, 'gtk_file_filter_set_name': {1},
    'gtk_info_bar_add_button': {1}, 'gtk_label_new': {0}, 'gtk_label_new_with_mnemonic': {0}, 'gtk_label_set_label': {1},
    'gtk_label_set_markup': {1}, 'gtk_label_set_text': {1}, 'gtk_menu_button_set_label': {1},
    'gtk_progress_bar_set_text': {1}, 'gtk_toggle_button_new_with_label': {0}, 'gtk_tooltip_set_text': {1},
    'gtk_widget_set_tooltip_markup': {1}, 'gtk_widget_set_tooltip_text': {1}, 'gtk_window_set_title': {1},
    'tl_blueprint_editor_tell': {1}, 'tl_blueprint_editor_toast': {1}, 'tl_canvas_say': {1}, 'tl_cli_fail_with': {0},
    'tl_live_group_add_text': {1, 2}, 'tl_live_group_new': {1}, 'tl_row_add_button': {2}, 'tl_row_value_new': {0},
}
PROPERTIES = {
    'label', 'title', 'subtitle', 'description', 'tooltip-text', 'tooltip-markup', 'placeholder-text', 'heading',
    'body', 'text', 'prompt', 'name-label', 'value-text', 'translator-credits', 'comments',
}
SETTERS = {'g_object_new', 'g_object_set', 'gtk_widget_class_set_template'}

# Errors that say no more than that nobody waits any longer are not shown.
UNSEEN = {'G_IO_ERROR_CANCELLED'}
# What is the same in every language.
NAMES = {
    'Cantarell, Sans 10', 'Cantarell 11',                                 # fonts
    'Throughline %s\\n', 'throughline: %s\\n', 'throughline-cli: %s\\n',  # programs
    'throughline-thumbnailer: %s\\n',
    'no picture',                                                         # an error that nobody is told
}

TOKEN = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|[^\s\w]|\d\w*', re.DOTALL)
DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', re.MULTILINE)
FORMAT = re.compile(r'%[-+ #\'0-9.*$]*[hlqjzt]*[a-zA-Z%]|</?[a-z][^>]*>')
SENTENCE = re.compile(r'^[A-Z][a-z]+,? [\w%“].*|.*[a-z]{2,} [a-z]{2,}.*[.?!…]$', re.DOTALL)


def tokens(code):
    """Pairs of a line number and a token; neighbouring strings are one."""
    line, last, found = 1, 0, []
    for match in TOKEN.finditer(code):
        line += code.count('\n', last, match.start())
        last = match.start()
        text = match.group(0)
        if text[0] == '"' and found and found[-1][1][0] == '"':
            found[-1] = (found[-1][0], found[-1][1][:-1] + text[1:])
        else:
            found.append((line, text))
    return found


def strings(code):
    """Each string with its line, the calls around it from the inside, and its place in the innermost.

    Yields (line, text, [names], position, text of the argument before if that is a string).
    """
    stack, before = [], ''
    for line, token in tokens(code):
        if token in '([{':
            stack.append([before if token == '(' and re.match(r'\w', before) else None, 0, None, None])
        elif token in ')]}':
            if stack:
                stack.pop()
        elif token == ',' and stack:
            stack[-1][1] += 1
            stack[-1][2], stack[-1][3] = stack[-1][3], None
        elif token == ';':
            stack = [entry for entry in stack if entry[0] is None]
        elif token[0] == '"':
            if stack:
                stack[-1][3] = token[1:-1]
            yield (line, token[1:-1], [entry[0] for entry in reversed(stack)],
                   stack[-1][1] if stack else 0, stack[-1][2] if stack else None)
        elif stack and token in UNSEEN:
            stack[-1][0] = 'g_debug'
        before = token


def has_words(text):
    return len(re.findall(r'[^\W\d_]{2,}', FORMAT.sub('', text))) > 0


def is_unmarked(text, calls, position, previous):
    if not has_words(text) or text in NAMES or any(name in MARKS for name in calls):
        return False
    inner = next((name for name in calls if name is not None), '')
    if any(name is not None and DEVELOPERS.match(name) for name in calls):
        return False
    if inner in VISIBLE and (VISIBLE[inner] is None or position in VISIBLE[inner]):
        return True
    if inner in SETTERS and previous in PROPERTIES:
        return True
    return bool(SENTENCE.match(text)) and text.count(' ') > 0


def check_strings(root):
    complaints = []
    for folder in FOLDERS:
        for path in walk(root / 'src' / folder, '.c'):
            name = str(path.relative_to(root))
            code = DIRECTIVE.sub(lambda match: '\n' * match.group(0).count('\n'), without_comments(read(path)))
            complaints += [f'{name}:{line}: "{text}" is not marked for translation'
                           for line, text, calls, position, previous in strings(code)
                           if is_unmarked(text, calls, position, previous)]
    return complaints


PLURAL_MARKS = {'ngettext', 'g_dngettext'}
PLAIN_COUNT = re.compile(r'%(?:\d+\$)?l?[udi]')


def check_counts(root):
    complaints = []
    for folder in (folder for folder in FOLDERS if folder != 'cli'):
        for path in walk(root / 'src' / folder, '.c'):
            complaints += [f'{path.relative_to(root)}:{line}: "{text}": a count is written %\'u'
                           for line, text, calls, _, _ in strings(without_comments(read(path)))
                           if calls and calls[0] in PLURAL_MARKS and PLAIN_COUNT.search(text)]
    return complaints


def self_test(report):
    report.catches('a count by locale, and one on the terminal', check_counts, {
        'src/cli/tl-a.c': 'g_print (ngettext ("%u file", "%u files", n), n);\n',
        'src/ui/tl-a.c': 'g_strdup_printf (ngettext ("%1$\'u of %s", "%\'u files", n), n); gtk_label_new (_("Line %u"));\n',
    })
    report.catches('a count that is not', check_counts, {
        'src/ui/tl-a.c': 'g_strdup_printf (ngettext ("%2$u file", "%d files", n), n);\n',
        'src/store/tl-a.c': 'g_strdup_printf (g_dngettext (DOMAIN, "%lu one", "%\'u ones", n), n);\n',
    }, '%lu one', '%2$u file', '%d files')
    report.catches('what is marked, and what nobody reads', check_strings, {
        'src/ui/tl-a.c': '''/* "Not a text." */
#define TEXT "Not looked at."
a = gtk_label_new (_("Hello"));
g_set_error (error, DOMAIN, CODE, _("No %s here."), "a-name");
gtk_label_set_label (label, n > 0 ? C_("x", "Some") : NULL);
g_debug ("This is for us."); g_object_set (x, "icon-name", "edit-symbolic", NULL);
gtk_widget_add_css_class (w, "dim-label"); text = g_strdup_printf ("%s · %s", a, b);
static const T table[] = { { N_("A sentence with words."), "a-key" } };
g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody waits for it");
gtk_label_set_label (label, "–"); gtk_widget_class_install_action (k, "win.close", NULL, cb);
''',
    })
    report.catches('what is not', check_strings, {
        'src/canvas/tl-b.c': 'gtk_accessible_update_property (a, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map", -1);\n',
        'src/cli/tl-c.c': 'g_print ("%s files\\n", n);\n',
        'src/store/tl-a.c': 'g_set_error (error, D, C, "no such %s", name);\n',
        'src/ui/tl-a.c': '''a = gtk_label_new ("Hello");
adw_message_dialog_add_responses (d, "cancel", _("_Cancel"), "save", "_Save", NULL);
g_object_set (x, "icon-name", "edit-symbolic", "tooltip-text", "Edit", NULL);
static const T table[] = { { "key", "A sentence "
  "with words." } };
adw_toast_new (g_strdup_printf ("Deleted %s.", name));
''',
    }, 'no such', '%s files', 'Map', 'Hello', '_Save', '"Edit"', 'A sentence with', 'Deleted')


def main():
    report = Report()
    self_test(report)
    report.point('every text for users is marked for translation', check_strings(pathlib.Path(sys.argv[1])))
    report.point('every count is written by locale', check_counts(pathlib.Path(sys.argv[1])))
    report.finish()


if __name__ == '__main__':
    main()
