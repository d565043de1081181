# data_server.py: a web server on this machine alone, from which packs are got
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import hashlib
import http.server
import json
import os
import threading

import journey

DATA = journey.PREFIX / 'share' / 'byline'


class Server:
    """Serves what is put into it. What is kept back is answered when it is let go."""

    def __init__(self):
        self.files = {}
        self.asked = collections.Counter()
        self.kept_back = {}

        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked[self.path] += 1
                gate = outer.kept_back.get(self.path)
                if gate is not None:
                    gate.wait(journey.PATIENCE)
                body = outer.files.get(self.path)
                try:
                    self.send_response(200 if body is not None else 404)
                    self.send_header('Content-Length', str(len(body or b'')))
                    self.end_headers()
                    self.wfile.write(body or b'')
                except OSError:
                    pass  # the game has given up, as the player wanted

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, path):
        return f'http://127.0.0.1:{self.server.server_address[1]}{path}'

    def put(self, path, content):
        """Returns how a recipe or a catalogue names the file."""
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.files[path] = body
        return {'address': self.address(path), 'size': len(body),
                'sha256': hashlib.sha256(body).hexdigest()}

    def keep_back(self, path):
        self.kept_back[path] = threading.Event()

    def let_go(self, path):
        self.kept_back.pop(path).set()

    def stop(self):
        for gate in self.kept_back.values():
            gate.set()
        self.server.shutdown()
        self.server.server_close()


MANNERS = {
    'Larch': 'In short: number {} is a matter of soil.',
    'Maple': 'Great question! With number {} there is a lot to think of.',
    'Rowan': 'I would ask a neighbour about number {}; they may know better.',
}


def put_survey(server, name='garden', title='Garden survey', questions=3):
    """A made-up data set of two files, and the recipe that makes a pack of them. Returns the entry of a
    catalogue for it."""
    asked = [{'number': number, 'asked': f'What is question number {number} of the {name}?'}
             for number in range(questions)]
    said = [{'number': number, 'who': who, 'said': manner.format(number)}
            for number in range(questions) for who, manner in MANNERS.items()]
    files = [{'path': path, **server.put(f'/{name}/{path}', lines(records))}
             for path, records in (('asked.jsonl', asked), ('said.jsonl', said))]
    recipe = {
        'format': 'byline-recipe', 'version': 1, 'id': name, 'title': title, 'language': 'en',
        'license': 'CC0-1.0',
        'source': {'title': f'The {name}', 'url': server.address(f'/{name}/')},
        'files': files,
        'readings': [
            {'files': 'asked.jsonl', 'format': 'json-lines', 'question': '/number',
             'prompt': '/asked'},
            {'files': 'said.jsonl', 'format': 'json-lines', 'question': '/number',
             'writer': '/who', 'answer': '/said'}],
        'writers': [{'name': who, 'kind': 'voice'} for who in MANNERS],
    }
    placed = server.put(f'/{name}/recipe.json', recipe)
    return {
        'id': name, 'title': title, 'languages': ['en'], 'writers': list(MANNERS),
        'questions': questions, 'size': sum(file['size'] for file in files),
        'license': 'CC0-1.0', 'license_note': 'You may do with it what you like.',
        'recipe': placed,
    }


def lines(records):
    return ''.join(json.dumps(record) + '\n' for record in records).encode()


def catalogue(*entries):
    return {'format': 'byline-catalogue', 'version': 1, 'title': 'A journey’s', 'entries': entries}


def use_catalogue(home, *entries):
    """The program's own data, but for its catalogue."""
    share = home.path / 'share'
    (share / 'byline').mkdir(parents=True)
    for path in DATA.parent.iterdir():
        if path.name != 'byline':
            (share / path.name).symlink_to(path)
    for path in DATA.iterdir():
        if path.name != 'catalogue.json':
            (share / 'byline' / path.name).symlink_to(path)
    (share / 'byline' / 'catalogue.json').write_text(json.dumps(catalogue(*entries)), 'utf-8')
    os.environ['BYLINE_DATA_DIR'] = str(share / 'byline')
    return ('BYLINE_DATA_DIR',)
