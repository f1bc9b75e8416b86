#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds files that the program writes and reads against the schemas that describe them: bundles, expectations, and the
scenarios it comes with.

    documentedfiles.py OTPSCOPE_CLI RESOURCES_FOLDER
"""
import base64
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
from schemafaults import faults_of, untold_faults

CLI, RESOURCES = sys.argv[1], pathlib.Path(sys.argv[2])
FOLDER = tempfile.TemporaryDirectory()
failures = list(untold_faults())
UNREADABLE = 2


def check(is_right, what):
    if not is_right:
        failures.append(what)


def schema_of(kind, name):
    return json.loads((RESOURCES / kind / 'schema' / f'{name}.schema.json').read_text())


BUNDLE, EXPECTATIONS = schema_of('bundle', 'bundle'), schema_of('expectations', 'expectations')
SCENARIO = schema_of('scenarios', 'scenario')


def faults(value, schema):
    return list(faults_of(value, schema, schema))


def run(*arguments):
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=60)


def is_taken(*arguments):
    done = run(*arguments)
    check(done.returncode in (0, 1, UNREADABLE), f'{arguments}: {done.returncode} {done.stderr.decode()}')
    return done.returncode != UNREADABLE


def file_of(value):
    path = pathlib.Path(FOLDER.name) / 'file.json'
    path.write_text(json.dumps(value))
    return path


def readme_example():
    text = (RESOURCES / 'expectations' / 'README.md').read_text()
    return json.loads(re.search(r'\n    {.*?\n    }\n', text, re.S)[0])


def written_bundles():
    """As run writes them: a failover, a send that fails, and webhooks that are no JSON, masked and not."""
    expect = file_of(readme_example()).rename(pathlib.Path(FOLDER.name) / 'expect.json')
    for scenario, more in (('viber-expired-sms-delivered', ['--expect', expect]), ('send-server-error', []),
                           ('webhooks-in-disorder', ['--with-secrets'])):
        path = pathlib.Path(FOLDER.name) / f'{scenario}.json'
        done = run('run', RESOURCES / 'flows' / f'{scenario}.json', '--speed', '600', '--bundle', path, *more)
        check(path.is_file(), f'{scenario}: no bundle: {done.stderr.decode()}')
        yield scenario, json.loads(path.read_text()), path


def changed(value, change):
    value = copy.deepcopy(value)
    change(value)
    return value


def check_bundles():
    for name, bundle, path in written_bundles():
        check(not faults(bundle, BUNDLE), f'{name}: {faults(bundle, BUNDLE)}')
        check(bundle['observations'] and bundle['flow'] and bundle['run']['followedTo'], f'{name}: {bundle}')
        check(bundle['masked'] == ('123456' not in path.read_text()), f'{name}: masked as it says')
        check(is_taken('replay', path), f'{name} is not read again')
        if bundle['expectations'] is not None:
            check(not faults(bundle['expectations'], EXPECTATIONS), f'{name}: {faults(bundle["expectations"], EXPECTATIONS)}')
            check(bundle['expectations'] == readme_example(), f'{name}: {bundle["expectations"]}')
    binary = base64.b64encode(b'\xff\xfe{}').decode()
    for what, change in (
            ('bytes that are no text', lambda b: b['observations'][0]['request'].update(body={'base64': binary})),
            ('a key of a later version', lambda b: b.update(colour='blue')),
            ('no flow', lambda b: b.update(flow=None)),
            ('no end', lambda b: b['run'].update(followedTo=None)),
            ('no program', lambda b: b.pop('version')),
            ('no request', lambda b: b['observations'][0].pop('request'))):
        good = changed(bundle, change)
        check(not faults(good, BUNDLE), f'{what}: {faults(good, BUNDLE)}')
        check(is_taken('replay', file_of(good)), f'a bundle with {what} is refused')
    for what, change in (
            ('a later format', lambda b: b.update(otpscopeBundle=2)),
            ('no observations', lambda b: b.pop('observations')),
            ('observations that are no list', lambda b: b.update(observations={})),
            ('an observation that is no object', lambda b: b['observations'].append(7)),
            ('an observation without a source', lambda b: b['observations'][0].pop('source')),
            ('a source nobody knows', lambda b: b['observations'][0].update(source='rumour')),
            ('an observation without a time', lambda b: b['observations'][0].pop('arrivedAt')),
            ('a time that is none', lambda b: b['observations'][0].update(arrivedAt='soon')),
            ('an end that is no time', lambda b: b['run'].update(followedTo='later')),
            ('a title that is no text', lambda b: b['run'].update(title=1)),
            ('a status that cannot be', lambda b: b['observations'][0]['answer'].update(status=1000)),
            ('a body that is no text', lambda b: b['observations'][0]['answer'].update(body=5))):
        bad = changed(bundle, change)
        check(faults(bad, BUNDLE), f'the schema takes a bundle with {what}')
        check(not is_taken('replay', file_of(bad)), f'a bundle with {what} is taken')


def check_expectations():
    log = pathlib.Path(FOLDER.name) / 'log.jsonl'
    log.write_text('{"flowId":"f1","status":"Succeeded","steps":[]}\n')

    def taken(expectations):
        return is_taken('replay', log, '--expect', file_of(expectations))

    for good in (readme_example(), {'finalStatus': 'Failed'}, {'terminatingChannel': None}, {'failovers': [{'toOrder': 2}]},
                 {'steps': [{'order': 1, 'statuses': []}]}, {'withinSeconds': 0.5, 'priceAtMost': 0},
                 {'noFindings': ['warning'], '$schema': 'x'}):
        check(not faults(good, EXPECTATIONS), f'{good}: {faults(good, EXPECTATIONS)}')
        check(taken(good), f'expectations {good} are refused')
    for bad in ([], {'finalStatu': 'Failed'}, {'finalStatus': ''}, {'finalStatus': 1}, {'terminatingChannel': 'pigeon'},
                {'steps': {}}, {'steps': [{'order': 1}]}, {'steps': [{'statuses': []}]}, {'steps': [{'order': 'a', 'statuses': []}]},
                {'steps': [{'order': 1, 'statuses': ['']}]}, {'failovers': [{}]}, {'failovers': [{'toOrder': 2, 'happens': 1}]},
                {'failovers': [{'toOrder': 2, 'sure': True}]}, {'withinSeconds': -1}, {'priceAtMost': 'little'},
                {'noFindings': 'error'}, {'noFindings': ['']}):
        check(faults(bad, EXPECTATIONS), f'the schema takes {bad}')
        check(not taken(bad), f'expectations {bad} are taken')


def check_scenarios():
    paths = sorted((RESOURCES / 'scenarios').glob('*.json'))
    check(len(paths) >= 33, f'{len(paths)} scenarios')
    for path in paths:
        found = faults(json.loads(path.read_text()), SCENARIO)
        check(not found, f'{path.name}: {found}')


check_bundles()
check_expectations()
check_scenarios()
for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
