#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy or clazy over our sources and fails if it finds something.

    checkers.py clang-tidy|clazy BUILD_FOLDER FOLDER...

Most of a checker's time goes into reading the same headers again, so a handful of sources is read as one. Where
sources cannot stand in one file (two helpers of one name), each of them is read alone.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
BATCH = 8
OURS = re.compile(re.escape(str(TOP)) + r'/(models|app|ui)/[^ :]*:\d+:\d+: (warning|error): ')


def commands(build):
    """file -> its compile command, without what clang does not know."""
    found = {}
    for entry in json.loads((build / 'compile_commands.json').read_text('utf-8')):
        command = re.sub(r' -Winvalid-pch -include \S*cmake_pch\.hxx| -fpch-preprocess| -Werror', '',
                         entry['command'])
        found[entry['file']] = {'directory': entry['directory'], 'file': entry['file'], 'command': command}
    return found


def batches(files):
    by_folder = {}
    for file in sorted(files):
        by_folder.setdefault(os.path.dirname(file), []).append(file)
    for in_folder in by_folder.values():
        for start in range(0, len(in_folder), BATCH):
            yield in_folder[start:start + BATCH]


def write_together(folder, name, files, known):
    """A source that includes all of them, and its compile command."""
    together = folder / f'{name}.cpp'
    together.write_text(''.join(f'#include "{file}"\n' for file in files), 'utf-8')
    first = known[files[0]]
    command = first['command'].replace(f'-c {files[0]}', f'-c {together}')
    return {'directory': first['directory'], 'file': str(together), 'command': command}


def tool_command(tool, database):
    if tool == 'clang-tidy':
        return ['clang-tidy', '--quiet', r'--header-filter=/(models|app|ui|tests)/[^.]*\.(h|cpp)$',
                '-p', str(database)]
    lines = (TOP / '.clazy').read_text('utf-8').splitlines()
    checks = ','.join(word for line in lines if (word := line.split('#')[0].strip()))
    return ['clazy-standalone', f'--checks={checks}', '--header-filter=.*/(models|app|ui)/.*', '-p', str(database)]


def main(tool, build, folders):
    known = commands(pathlib.Path(build).resolve())
    ours = [file for file in known if any(file.startswith(f'{TOP}/{folder}/') for folder in folders)]
    work = pathlib.Path(build).resolve().parent / 'checkers' / tool
    work.mkdir(parents=True, exist_ok=True)
    groups = list(batches(ours))
    together = [write_together(work, f'batch{number}', files, known) for number, files in enumerate(groups)]
    (work / 'compile_commands.json').write_text(json.dumps(together + [known[file] for file in ours]), 'utf-8')

    def said(file):
        ran = subprocess.run([*tool_command(tool, work), file], text=True, check=False,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return ran.returncode, ran.stdout

    def look_at(number):
        code, text = said(together[number]['file'])
        if 'error: ' not in text or 'clang-diagnostic-error' not in text and tool == 'clang-tidy':
            return [(code, text)]
        return [said(file) for file in groups[number]]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = [answer for answers in pool.map(look_at, range(len(groups))) for answer in answers]
    found = sorted({line for _, text in answers for line in text.splitlines() if OURS.search(line)})
    failed = [text for code, text in answers if code != 0 and not OURS.search(text)]
    print('\n'.join(found + [text[-2000:] for text in failed]))
    print(f'{tool}: {len(ours)} sources, {len(found)} findings')
    return 1 if found or failed else 0


if __name__ == '__main__':
    if len(sys.argv) < 4 or sys.argv[1] not in ('clang-tidy', 'clazy'):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
