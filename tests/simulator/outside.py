#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a running simulator from outside with curl, through every path of both OpenAPI documents, and
compares each answer with what the document says about it.

    outside.py OTPSCOPE_CLI OPENAPI_FOLDER EXAMPLES_FOLDER
"""
import http.server
import json
import pathlib
import random
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
from schemafaults import faults_of, untold_faults

SKIPPED = 77
CLI, OPENAPI, EXAMPLES = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
SERVICE = json.loads((OPENAPI / 'service.json').read_text())
CONTROL = json.loads((OPENAPI / 'control.json').read_text())
COLLECTION = json.loads(pathlib.Path(__file__).with_name('simulator.postman_collection.json').read_text())
failures = []


def check(is_right, what):
    if not is_right:
        failures.append(what)


class Receiver(http.server.BaseHTTPRequestHandler):
    """Keeps what comes, in order."""
    protocol_version = 'HTTP/1.1'
    got = []

    def do_POST(self):
        Receiver.got.append((self.path, self.rfile.read(int(self.headers['Content-Length']))))
        self.send_response(200)
        self.send_header('Content-Length', '0')
        self.end_headers()

    def log_message(self, *_):
        pass


def path_in(document, path):
    """The path of the document that fits, or None."""
    for known in document['paths']:
        if re.fullmatch(re.sub(r'\{\w+\}', '[^/]+', known), path):
            return known
    return None


class Client:
    def __init__(self, base):
        self.base = base
        self.token = ''
        self.covered = set()

    def call(self, method, path, expected, *options, body=None, authorized=True):
        """Returns the JSON of the answer, held against the document."""
        document = CONTROL if path.startswith('/__otpscope') else SERVICE
        command = ['curl', '-sS', '--max-time', '20', '-X', method, '-w', '\n%{http_code}', *options]
        if body is not None:
            command += ['-H', 'Content-Type: application/json', '--data-binary', '@-']
        if authorized and self.token and document is SERVICE:
            command += ['-H', 'Authorization: Bearer ' + self.token]
        done = subprocess.run(command + [self.base + path], input=(body or '').encode(), capture_output=True, check=False)
        where = f'{method} {path}'
        if done.returncode != 0:
            check(False, f'{where}: {done.stderr.decode()}')
            return {}
        text, _, status = done.stdout.decode().rpartition('\n')
        check(status == str(expected), f'{where}: {status} instead of {expected}: {text}')
        known = path_in(document, path.split('?')[0])
        answers = document['paths'].get(known, {}).get(method.lower(), {}).get('responses', {})
        check(status in answers, f'{where}: {status} is not described')
        answer = json.loads(text) if text else {}
        if status in answers:
            self.covered.add((known, method.lower(), status))
            for fault in faults_of(answer, answers[status]['content']['application/json']['schema'], document):
                check(False, f'{where} {status}: {fault}')
        return answer


def drive_service(client, flow):
    client.call('GET', '/failover-otp', 200)
    client.call('GET', '/failover-otp/health', 200)
    client.call('POST', '/oauth/token', 401, '-u', 'demo:wrong', '-d', 'grant_type=client_credentials')
    client.call('POST', '/oauth/token', 400, '-u', 'demo:demo', '-d', 'grant_type=password')
    token = client.call('POST', '/oauth/token', 200, '-u', 'demo:demo', '-d', 'grant_type=client_credentials')
    again = client.call('POST', '/oauth/token', 200, '-u', 'demo:demo', '-d', 'grant_type=client_credentials')
    check(token == again, 'a frozen clock hands out the same token with the same rest')
    text = json.dumps(flow)
    protected = [('POST', '/failover-otp/otp/send-failover', text), ('GET', '/failover-otp/otp/failover', None),
                 ('GET', '/failover-otp/otp/failover/x', None), ('GET', '/failover-otp/otp/templates', None)]
    for method, path, body in protected:
        client.call(method, path, 403, body=body)
        client.call(method, path, 401, '-H', 'Authorization: Bearer wrong', body=body)
    client.token = token['access_token']
    sent = client.call('POST', '/failover-otp/otp/send-failover', 200, body=text)
    for number, broken in enumerate(({'flow': []}, {'flow': [{'type': 'Sms'}]}, [], {'flow': [flow['flow'][0]] * 101}, {'flow': [flow['flow'][0]] * 10_000})):
        answer = client.call('POST', '/failover-otp/otp/send-failover', 422, body=json.dumps(broken))
        check(answer['detail'][0]['loc'][0] == 'body', f'broken flow {number} names its place')
    client.call('POST', '/failover-otp/otp/send-failover', 422, body='{')
    client.call('POST', '/failover-otp/otp/send-failover', 422, '-H', 'OtpScope-Scenario: none', body=text)
    for code, name in enumerate(('send-server-error', 'send-insufficient-balance', 'send-no-next-step',
                                 'send-failover-not-triggered')):
        failed = client.call('POST', '/failover-otp/otp/send-failover', 200, '-H', 'OtpScope-Scenario: ' + name, body=text)
        check((failed['status'], failed['statusCode']) == ('Failed', code), f'{name} answers Failed with {code}')
    tracked = client.call('GET', '/failover-otp/otp/failover/' + sent['flowId'], 200)
    by_step = client.call('GET', '/failover-otp/otp/failover/' + tracked['steps'][0]['trackingId'], 200)
    check(tracked == by_step, 'a trackingId leads to the same answer')
    client.call('GET', '/failover-otp/otp/failover/unknown', 404)
    listed = client.call('GET', '/failover-otp/otp/failover?limit=1&status=InProgress&flow_id=' + sent['flowId'], 200)
    check(listed['total'] == 1, 'the list finds the flow')
    client.call('GET', '/failover-otp/otp/failover?limit=many', 422)
    client.call('GET', '/failover-otp/otp/templates', 200)
    return sent['flowId']


def drive_control(client, flow_id):
    root = '/__otpscope'
    before = client.call('GET', root + '/clock', 200)
    check(before['now'] == '2026-01-01T00:00:00.000Z', 'a stopped clock starts at a time that repeats')
    client.call('PUT', root + '/clock', 200, body='{"speed": 0}')
    client.call('PUT', root + '/clock', 422, body='{"speed": -1}')
    check(client.call('GET', root + '/flows?limit=5', 200)['total'] == 1, 'control knows the flow')
    flow = client.call('GET', f'{root}/flows/{flow_id}', 200)
    check(flow['nextEvent']['status'] == 'EXPIRED', 'the next event is told')
    client.call('GET', root + '/flows/none', 404)
    client.call('POST', root + '/clock/advance', 422, body='{"to": "the-moon"}')
    moved = client.call('POST', root + '/clock/advance', 200, body='{"to": "next-failover"}')
    check(moved['now'] == '2026-01-01T00:05:00.000Z', 'the jump lands on the failover: ' + moved['now'])
    client.call('POST', root + '/clock/advance', 200, body='{"to": "next-event"}')
    client.call('POST', root + '/clock/advance', 200, body='{"seconds": 0.5}')
    status = f'{root}/flows/{flow_id}/status'
    client.call('POST', root + '/flows/none/status', 404, body='{"status": "Sent"}')
    client.call('POST', status, 422, body='{"status": "READ"}')
    client.call('POST', status, 422, body='{"status": "Sent", "step": 3}')
    client.call('POST', status, 409, body='{"status": "Queued"}')
    failed = client.call('POST', status, 200, body='{"status": "failed", "detailedStatus": "Unknown Number"}')
    check((failed['status'], failed['statusCode']) == ('Failed', 2), 'a status by hand ends the flow')
    client.call('POST', status, 409, body='{"status": "Delivered"}')
    done = client.call('POST', root + '/clock/advance', 200, body='{"to": "concluded"}')
    check(done['hasMoved'] is False, 'nothing more happens')
    client.call('GET', root + '/scenario', 200)
    client.call('PUT', root + '/scenario', 200, body='{"name": "all-fail"}')
    client.call('PUT', root + '/scenario', 422, body='{"name": "none"}')
    client.call('GET', root + '/scenarios', 200)
    client.call('POST', root + '/scenarios', 201, body=json.dumps(
        {'name': 'mine', 'title': 'Mine', 'description': 'Mine.', 'channels': {'viber': [], 'sms': []}}))
    wrong = client.call('POST', root + '/scenarios', 422, body='{\n "name": 1}')
    check(wrong['error'].startswith('line 2, column 2: /name: expected'), 'a faulty scenario is told: ' + wrong['error'])
    client.call('GET', root + '/faults', 200)
    client.call('PUT', root + '/faults', 200, body='{"answer503": 1}')
    client.call('PUT', root + '/faults', 422, body='{"answer503": 2}')
    for path in ('/failover-otp/otp/templates', '/failover-otp/otp/failover', '/failover-otp/otp/failover/' + flow_id):
        code = subprocess.run(['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Authorization: Bearer ' + client.token,
                               client.base + path], capture_output=True, check=False).stdout
        check(code == b'503', f'the fault is there at {path}: {code}')
    check(client.call('GET', root + '/certificate', 200)['address'] is None, 'there is no https address yet')
    client.call('PUT', root + '/faults', 200, body='{"certificateWrong": 1}')
    address = client.call('GET', root + '/certificate', 200)['address']
    for options, expected in ((['-s'], 60), (['-sk'], 0)):
        code = subprocess.run(['curl', *options, '-o', '/dev/null', address + '/failover-otp/health'], check=False).returncode
        check(code == expected, f'curl {options} ends with {code} at {address}')
    client.call('PUT', root + '/faults', 200, body='{}')
    for path in (p for p in CONTROL['paths'] if '{' not in p):
        code = subprocess.run(['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '-H', 'Host: evil.example',
                               client.base + path], capture_output=True, check=False).stdout
        check(code == b'403', f'{path} is closed to other host names: {code}')


def drive_journal(client):
    root = '/__otpscope'
    journal = client.call('GET', root + '/journal?kind=webhook', 200)['entries']
    check([(e['url'].rpartition('/')[2], e['body']) for e in journal]
          == [(path[1:], json.loads(body)) for path, body in Receiver.got], 'the journal and the receiver agree')
    check(all(e['status'] == 200 and e['state'] == 'answered' for e in journal), 'each webhook was answered')
    statuses = [e['body']['steps'][-1]['status'] for e in journal]
    check(statuses == ['EXPIRED', 'Queued', 'Sent', 'Failed'], f'the webhooks tell the story: {statuses}')
    text = json.dumps(client.call('GET', root + '/journal', 200))
    check(client.token not in text and 'ZGVtbzpkZW1v' not in text, 'the journal holds no token and no secret')
    check(len(client.call('GET', root + '/journal?limit=2&after=3', 200)['entries']) == 2, 'the journal pages')
    check(client.call('DELETE', root + '/journal', 200)['entries'] == [], 'the journal is emptied')
    start = client.call('POST', root + '/reset', 200)
    check(start['now'] == '2026-01-01T00:00:00.000Z', 'a reset takes the clock back')
    check(client.call('GET', root + '/scenario', 200)['name'] == 'viber-expired-sms-delivered', 'and the scenario')
    client.call('GET', '/failover-otp/otp/templates', 401)


def bytes_of_a_run(flow):
    """Heads and bodies of everything that a simulator with a stopped clock says, and its webhooks."""
    Receiver.got = []
    said = []
    with subprocess.Popen([CLI, 'simulate', '--speed', '0', '--seed', '42', '--fault-webhook-doubled', '0.5'],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as simulator:
        base = simulator.stdout.readline().split()[-1]

        def ask(path, *options):
            done = subprocess.run(['curl', '-sSi', '--max-time', '20', *options, base + path], capture_output=True, check=False)
            said.append(done.stdout)
            return done.stdout

        token = re.search(rb'"access_token":"([^"]+)"', ask('/oauth/token', '-u', 'demo:demo', '-d', 'grant_type=client_credentials'))
        bearer = ['-H', b'Authorization: Bearer ' + token.group(1)]
        for scenario in ('viber-seen-after-sms', 'all-fail', 'third-step-delivers'):
            sent = ask('/failover-otp/otp/send-failover', *bearer, '-H', 'OtpScope-Scenario: ' + scenario, '-d', json.dumps(flow))
            flow_id = re.search(rb'"flowId":"([^"]+)"', sent).group(1).decode()
            for target in ('next-event', 'next-failover', 'concluded'):
                ask('/__otpscope/clock/advance', '-d', json.dumps({'to': target}))
                ask('/failover-otp/otp/failover/' + flow_id, *bearer)
            for _ in range(100):
                if b'under way' not in subprocess.run(['curl', '-s', base + '/__otpscope/journal'], capture_output=True,
                                                      check=False).stdout:
                    break
        simulator.terminate()
    return said + [body for _, body in Receiver.got]


def abuse(flow):
    """Nothing that comes in at the port takes the simulator down."""
    random.seed(20261125)
    with subprocess.Popen([CLI, 'simulate', '--seed', '7'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as simulator:
        base = simulator.stdout.readline().split()[-1]
        host, port = base.removeprefix('http://').split(':')

        def status_of(*options):
            return subprocess.run(['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '--max-time', '30', *options],
                                  capture_output=True, check=False).stdout.decode()

        for _ in range(200):
            with socket.create_connection((host, int(port))) as peer:
                peer.sendall(random.randbytes(random.randrange(1, 2000)))
        check(status_of(base + '/failover-otp/health') == '200', 'any bytes on the port leave it alive')
        with tempfile.NamedTemporaryFile() as large:
            large.truncate(50 * 1024 * 1024)
            code = status_of('-H', 'Expect:', '-H', 'Content-Type: application/json', '--data-binary', '@' + large.name,
                             base + '/failover-otp/otp/send-failover')
            check(code == '413', f'a body of 50 MB is answered {code}')
        wanted, most = 10_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
        peers = []
        for _ in range(min(wanted, most - 100)):
            try:
                peers.append(socket.create_connection((host, int(port)), timeout=5))
            except OSError:
                break
        code = status_of(base + '/failover-otp/health')
        check(code in ('200', '503', '000'), f'with {len(peers)} connections open: {code}')
        for peer in peers:
            peer.close()
        recovered = next((True for _ in range(200) if status_of(base + '/failover-otp/health') == '200'), False)
        check(recovered, f'after {len(peers)} connections it answers again')
        check(simulator.poll() is None, 'it is still running')
        simulator.terminate()
        return len(peers)


def play_collection(base):
    """Plays the Postman collection as Newman would, as far as its scripts go. Returns how many requests were made."""
    variables = {v['key']: v['value'] for v in COLLECTION['variable']} | {'baseUrl': base}

    def filled(text):
        return re.sub(r'{{(\w+)}}', lambda name: variables[name[1]], text)

    def member(answer, path):
        for name, index in re.findall(r'(\w+)|\[(\d+)\]', path):
            answer = answer[int(index) if index else name]
        return answer

    for item in COLLECTION['item']:
        request, name = item['request'], item['name']
        options = [o for h in request['header'] for o in ('-H', f'{h["key"]}: {filled(h["value"])}')]
        auth = {entry['key']: filled(entry['value']) for entry in request['auth'].get(request['auth']['type'], [])}
        if request['auth']['type'] == 'basic':
            options += ['-u', f'{auth["username"]}:{auth["password"]}']
        elif request['auth']['type'] == 'bearer':
            options += ['-H', 'Authorization: Bearer ' + auth['token']]
        body = request.get('body', {})
        if body:
            options += ['--data-binary', body['raw'] if body['mode'] == 'raw' else
                        '&'.join(f'{e["key"]}={filled(e["value"])}' for e in body['urlencoded'])]
        done = subprocess.run(['curl', '-sS', '-g', '--max-time', '20', '-X', request['method'], '-w', '\n%{http_code}', *options,
                               filled(request['url'])], capture_output=True, text=True, check=False)
        text, _, status = done.stdout.rpartition('\n')
        for line in item['event'][0]['script']['exec']:
            wanted = re.search(r'to\.have\.status\((\d+)\)', line)
            kept = re.fullmatch(r'pm\.collectionVariables\.set\("(\w+)", pm\.response\.json\(\)\.(\S+)\);', line)
            equal = re.search(r'pm\.expect\(pm\.response\.json\(\)\.(\S+?)\)\.to\.eql\((.*)\)\);$', line)
            if wanted:
                check(status == wanted[1], f'collection, {name}: {status} instead of {wanted[1]}: {text} {done.stderr}')
            elif kept:
                variables[kept[1]] = member(json.loads(text), kept[2])
            elif equal:
                check(member(json.loads(text), equal[1]) == json.loads(equal[2]), f'collection, {name}: {equal[1]} in {text}')
            else:
                check(False, f'collection, {name}: this runner does not know {line}')
    return len(COLLECTION['item'])


def described(document, document_name):
    for path, operations in document['paths'].items():
        for method, operation in operations.items():
            for status in operation['responses']:
                yield document_name, path, method, status


def main():
    if not shutil.which('curl'):
        print('curl is not installed')
        return SKIPPED
    failures.extend(untold_faults())
    receiver = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    flow = json.loads((EXAMPLES / 'example-1-basic.json').read_text())
    flow['callback'] = {'url': f'http://127.0.0.1:{receiver.server_port}/hook'}
    command = [CLI, 'simulate', '--speed', '0', '--seed', '7']
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as simulator:
        client = Client(simulator.stdout.readline().split()[-1])
        drive_control(client, drive_service(client, flow))
        drive_journal(client)
        played = play_collection(client.base)
        simulator.terminate()
    first, second = bytes_of_a_run(flow), bytes_of_a_run(flow)
    check(first == second, 'the same scenario and seed give the same bytes: ' + str(next(
        ((a, b) for a, b in zip(first, second) if a != b), '')))
    check(len(first) > 30, f'{len(first)} answers and webhooks were compared')
    connections = abuse(flow)
    for name, path, method, status in [*described(SERVICE, 'service'), *described(CONTROL, 'control')]:
        # 403 of control is asked for above without its body.
        is_driven = (path, method, status) in client.covered or (name == 'control' and status == '403')
        check(is_driven, f'{name}: {method} {path} {status} is described and was never answered')
    print('\n'.join(failures) or f'{len(client.covered)} described answers were seen, '
          f'{played} requests of the collection were played, '
          f'{len(first)} answers and webhooks repeated to the byte, {connections} connections were open at once')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
