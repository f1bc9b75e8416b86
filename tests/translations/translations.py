#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a string of the sources is missing in a .ts file, or a translation is unfinished.

    translations.py FILE.ts LUPDATE [OPTION...]   runs lupdate on a copy of FILE.ts and compares
    translations.py --self-test
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r'%(?:L?\d+|n)')


def messages(text):
    """(context, source, comment) -> message element, for every message that is not obsolete."""
    found = {}
    for context in ElementTree.fromstring(text).iter('context'):
        for message in context.iter('message'):
            translation = message.find('translation')
            if translation is not None and translation.get('type') in ('vanished', 'obsolete'):
                continue
            key = tuple((part or '') for part in
                        (context.findtext('name'), message.findtext('source'), message.findtext('comment')))
            found[key] = message
    return found


def translated_forms(message):
    translation = message.find('translation')
    forms = translation.findall('numerusform')
    return [''.join(form.itertext()) for form in (forms or [translation])]


def problems(ours, fresh):
    """What is wrong with `ours`, given what lupdate makes of it; both are texts of .ts files."""
    ours, fresh = messages(ours), messages(fresh)
    for context, source, _ in fresh.keys() - ours.keys():
        yield f'{context}: missing: "{source}"'
    for context, source, _ in ours.keys() - fresh.keys():
        yield f'{context}: no longer in the sources: "{source}"'
    for (context, source, _), message in ours.items():
        forms = translated_forms(message)
        if message.find('translation').get('type') == 'unfinished' or not all(forms):
            yield f'{context}: not translated: "{source}"'
            continue
        wanted = set(PLACEHOLDER.findall(source)) - {'%n'}
        for form in forms:
            if set(PLACEHOLDER.findall(form)) - {'%n'} != wanted:
                yield f'{context}: placeholders differ: "{source}" and "{form}"'


def check(ts_file, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / ts_file.name
        shutil.copy(ts_file, copy)
        heard = subprocess.run([*lupdate, '-ts', str(copy)], check=True, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
        # Where lupdate loses its way in a source, strings land in a context no program asks for.
        found = heard.splitlines()
        found += sorted(problems(ts_file.read_text('utf-8'), copy.read_text('utf-8')))
    print('\n'.join(found))
    if found:
        print(f'{len(found)} gaps. Run: cmake --build --preset release --target update_translations,'
              f' then translate what is unfinished in translations/{ts_file.name}.')
    return 1 if found else 0


def ts(*entries):
    rows = ''.join(f'<message><source>{source}</source>{translation}</message>'
                   for source, translation in entries)
    return f'<TS version="2.1"><context><name>C</name>{rows}</context></TS>'


def self_test():
    done = '<translation>x</translation>'
    cases = (
        ('all there', ts(('a', done)), ts(('a', done)), []),
        ('a string is missing', ts(), ts(('a', done)), ['C: missing: "a"']),
        ('a string has gone', ts(('a', done)), ts(), ['C: no longer in the sources: "a"']),
        ('unfinished', *[ts(('a', '<translation type="unfinished">x</translation>'))] * 2,
         ['C: not translated: "a"']),
        ('empty', *[ts(('a', '<translation></translation>'))] * 2, ['C: not translated: "a"']),
        ('an empty plural form',
         *[ts(('a', '<translation><numerusform>x</numerusform><numerusform></numerusform></translation>'))] * 2,
         ['C: not translated: "a"']),
        ('a placeholder is lost', *[ts(('a %1', done))] * 2, ['C: placeholders differ: "a %1" and "x"']),
    )
    wrong = [f'{name}: {found}' for name, ours, fresh, expected in cases
             if (found := list(problems(ours, fresh))) != expected]
    print('\n'.join(wrong) or f'{len(cases)} cases right')
    return 1 if wrong else 0


if __name__ == '__main__':
    if sys.argv[1:] == ['--self-test']:
        sys.exit(self_test())
    sys.exit(check(pathlib.Path(sys.argv[1]), sys.argv[2:]))
