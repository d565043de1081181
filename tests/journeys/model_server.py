# model_server.py: models on this machine that are asked as those of providers are
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import json
import threading
import time

STYLES = {
    'terse-1': ['Short answer: ', 'yes. ', 'That is all there is to say about it.'],
    'wordy-1': ['What a wonderful question! ', 'There are many ways to look at it, ',
                'and each of them has its merits. ', 'On balance, I would say that it depends. '],
}


class Server:
    """Speaks the interface that most providers speak, and wants a key. The first question to each
    model fails once, in words that repeat the key."""

    def __init__(self, key):
        self.key = key
        self.asked = []
        self.refused = 0
        self.failed = set()
        self.lock = threading.Lock()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = 'HTTP/1.1'

            def log_message(self, *arguments):
                pass

            def answer(self, status, document):
                body = json.dumps(document).encode()
                self.send_response(status)
                self.send_header('Content-Type', 'application/json')
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def is_refused(self):
                if self.headers.get('Authorization') == f'Bearer {server.key}':
                    return False
                server.refused += 1
                said = f'{self.headers.get("Authorization")} is no key'
                self.answer(401, {'error': {'message': said, 'code': 'invalid_api_key'}})
                return True

            def do_GET(self):
                if self.is_refused():
                    return
                self.answer(200, {'object': 'list', 'data': [{'id': name} for name in STYLES]})

            def do_POST(self):
                request = json.loads(self.rfile.read(int(self.headers['Content-Length'])))
                if self.is_refused():
                    return
                if not server.is_first(request['model']):
                    self.stream(request)
                    return
                self.answer(503, {'error': {'message': f'Busy; you are {server.key}'}})

            def stream(self, request):
                prompt = request['messages'][-1]['content']
                with server.lock:
                    server.asked.append((request['model'], prompt))
                self.send_response(200)
                self.send_header('Content-Type', 'text/event-stream')
                self.send_header('Connection', 'close')
                self.end_headers()
                for piece in [*STYLES[request['model']], f'You asked: {prompt}']:
                    self.send({'choices': [{'index': 0, 'delta': {'content': piece}}]})
                    time.sleep(0.02)
                self.send({'choices': [{'index': 0, 'delta': {}, 'finish_reason': 'stop'}]})
                self.wfile.write(b'data: [DONE]\n\n')

            def send(self, document):
                self.wfile.write(f'data: {json.dumps(document)}\n\n'.encode())
                self.wfile.flush()

        self.http = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def is_first(self, model):
        with self.lock:
            first = model not in self.failed
            self.failed.add(model)
        return first

    @property
    def address(self):
        return f'http://127.0.0.1:{self.http.server_address[1]}'

    def stop(self):
        self.http.shutdown()
        self.http.server_close()
