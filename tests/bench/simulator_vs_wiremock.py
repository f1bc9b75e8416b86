#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the same send and three callbacks with the simulator and with WireMock, one after the other on this machine.

    simulator_vs_wiremock.py BIN_FOLDER WIREMOCK_STANDALONE.jar [FLOWS] [CONNECTIONS]
BIN_FOLDER holds otpscope-cli and bench_flows. The jar comes with the npm package "wiremock".
"""
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

BIN, JAR = pathlib.Path(sys.argv[1]), sys.argv[2]
FLOWS = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
CONNECTIONS = sys.argv[4] if len(sys.argv) > 4 else '16'
SCENARIO = {'name': 'bench', 'title': 'Three callbacks', 'description': 'FAILED, then the SMS Queued and Delivered.',
            'channels': {'viber': [{'status': 'FAILED', 'after': 0}], 'sms': [{'status': 'Delivered', 'after': 0}]}}


def processor_seconds(process):
    fields = pathlib.Path(f'/proc/{process.pid}/stat').read_text().rpartition(')')[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def measured(process, port, bearer):
    """After a warm-up. The server's processor time tells the same on a machine that has other things to do."""
    measure(port, bearer, 500)
    before = processor_seconds(process)
    result = measure(port, bearer, FLOWS)
    return f'{result}, {(processor_seconds(process) - before) * 1000 / FLOWS:.2f} ms of processor time a flow'


def measure(port, bearer, flows):
    done = subprocess.run([BIN / 'bench_flows', '127.0.0.1', str(port), str(flows), CONNECTIONS, bearer],
                          capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip()


def simulator():
    with tempfile.NamedTemporaryFile('w', suffix='.json') as scenario:
        json.dump(SCENARIO, scenario)
        scenario.flush()
        with subprocess.Popen([BIN / 'otpscope-cli', 'simulate', '--scenario', scenario.name], stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, text=True) as program:
            base = program.stdout.readline().split()[-1]
            form = b'grant_type=client_credentials&client_id=demo&client_secret=demo'
            token = json.load(urllib.request.urlopen(base + '/oauth/token', form))['access_token']
            port = base.rpartition(':')[2]
            result = measured(program, port, token)
            program.terminate()
    return result


def wiremock():
    def webhook(number):
        return {'name': 'webhook', 'parameters': {
            'method': 'POST', 'url': "{{jsonPath originalRequest.body '$.callback.url'}}",
            'headers': {'Content-Type': 'application/json'}, 'body': json.dumps({'n': number, 'status': 'InProgress'})}}
    mapping = {'request': {'method': 'POST', 'urlPath': '/failover-otp/otp/send-failover'},
               'response': {'status': 200, 'headers': {'Content-Type': 'application/json'},
                            'body': '{"flowId": "a", "status": "InProgress"}'},
               'serveEventListeners': [webhook(n) for n in range(3)]}
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / 'mappings').mkdir()
        (pathlib.Path(folder) / 'mappings' / 'send.json').write_text(json.dumps(mapping))
        with socket.socket() as free:
            free.bind(('127.0.0.1', 0))
            port = free.getsockname()[1]
        with subprocess.Popen(['java', '-jar', JAR, '--port', str(port), '--root-dir', folder, '--no-request-journal',
                               '--disable-banner'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            for _ in range(120):
                with socket.socket() as probe:
                    if probe.connect_ex(('127.0.0.1', port)) == 0:
                        break
                time.sleep(0.5)
            result = measured(program, port, 'none')
            program.terminate()
    return result


print('simulator: ' + simulator())
print('WireMock:  ' + wiremock())
