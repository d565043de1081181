# make.py: measures a pack with this program and keeps the numbers and words, but no sentences
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: make.py BYLINE-PACK PACK [FILE]

Runs “byline-pack profile --json” on a pack and writes what the guide shows of its writers to FILE,
or to the standard output. BYLINE_DATA_DIR must name the data folder of the same source.
"""
import gzip
import json
import pathlib
import re
import subprocess
import sys

FORMAT = 'byline-figures'
MAX_WORDS = 12
NUMBERS = {'value': 'value', 'low': 'low', 'high': 'high', 'others': 'others', 'z': 'z',
           'separation': 'separation'}
COUNTS = ('answers_with', 'answers', 'others_with', 'others_answers')


def shorten(number):
    """Four digits are more than anybody reads, and keep the file readable."""
    return None if number is None else float(f'{number:.4g}')


def tell_of(measured):
    effect = measured.get('log_odds', measured.get('difference'))
    return ({'kind': measured['kind']}
            | {ours: shorten(measured[theirs]) for ours, theirs in NUMBERS.items()}
            | {'effect': shorten(effect)}
            | {name: measured[name] for name in COUNTS}
            | {'is_tell': measured['is_tell']})


def writer_of(measured):
    own = sorted(measured['words'] + measured['pairs'], key=lambda word: -word['z'])
    return {'id': measured['id'], 'name': measured['name'], 'answers': measured['answers'],
            'tells': [tell_of(tell) for tell in measured['tells'] if tell['z'] is not None],
            'words': [word['text'] for word in own[:MAX_WORDS]]}


def date_of(pack):
    """When the answers were given: as the pack says, or as the ids of its questions do."""
    stated = pack.get('provenance', {}).get('date')
    days = sorted(match[1] for question in pack['questions']
                  if (match := re.match(r'EVAL-(\d{8})-', question['id'])))
    if stated or not days:
        return stated
    return f'{days[-1][:4]}-{days[-1][4:6]}'


def make(program, path):
    """The figures of the pack at PATH, as they are written to a file."""
    data = pathlib.Path(path).read_bytes()
    pack = json.loads(gzip.decompress(data) if path.endswith('.gz') else data)
    run = subprocess.run([program, 'profile', '--json', '--no-cache', path], check=True,
                         stdout=subprocess.PIPE, encoding='utf-8')
    profile = json.loads(run.stdout)
    source = pack.get('source', {})
    return {'format': FORMAT, 'version': 1, 'kinds': profile['kinds'], 'pack': pack['id'],
            'title': pack['title'], 'source': source.get('title'), 'url': source.get('url'),
            'license': pack.get('license'), 'date': date_of(pack),
            'questions': len(pack['questions']), 'answers': profile['answers'],
            'writers': [writer_of(writer) for writer in profile['writers']]}


def text_of(figures):
    """One line for each tell, so that a change can be read."""
    text = json.dumps(figures, ensure_ascii=False, indent=1)
    return re.sub(r'\{\s*("kind"[^{}]*?)\s*\}',
                  lambda match: '{' + re.sub(r'\s*\n\s*', ' ', match[1]) + '}', text) + '\n'


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    text = text_of(make(sys.argv[1], sys.argv[2]))
    if len(sys.argv) == 4:
        pathlib.Path(sys.argv[3]).write_text(text, 'utf-8')
    else:
        sys.stdout.write(text)
