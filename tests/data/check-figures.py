# check-figures.py: the figures that come with the program are sound, and are what it measures
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import pathlib
import re
import sys

from tap import Tap

source = pathlib.Path(sys.argv[1])
program = sys.argv[2]
shared = pathlib.Path(sys.argv[3])
tap = Tap()
sys.path.insert(0, str(source / 'data' / 'figures'))
import make  # noqa: E402

table = (source / 'app' / 'tells' / 'byl-tell-table.c').read_text('utf-8')
kinds = set(re.findall(r'^    "([a-z-]+)", BYL_FAMILY_', table, re.MULTILINE))
header = (source / 'app' / 'tells' / 'byl-tell-kind.h').read_text('utf-8')
version = int(re.search(r'BYL_TELL_VERSION (\d+)', header)[1])


def texts_of(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, (list, dict)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from texts_of(child)


def faults_of_tell(tell):
    faults = [] if tell['kind'] in kinds else ['is no kind']
    if not 0 <= tell['separation'] <= 1:
        faults.append('separation')
    if tell['answers_with'] > tell['answers'] or tell['others_with'] > tell['others_answers']:
        faults.append('more than all answers')
    if tell['value'] is not None and not tell['low'] <= tell['value'] <= tell['high']:
        faults.append('interval')
    if tell['is_tell'] and abs(tell['z']) < 1.96:
        faults.append('a tell that is not sure')
    return [f'{tell["kind"]}: {fault}' for fault in faults]


def faults_of(figures):
    faults = [name for name in ('pack', 'title', 'source', 'url', 'license', 'date')
              if not figures.get(name)]
    faults += [] if re.fullmatch(r'\d{4}(-\d\d){0,2}', figures['date'] or '') else ['date']
    for writer in figures['writers']:
        found = [tell['kind'] for tell in writer['tells']]
        faults += [f'{writer["id"]}: {fault}' for tell in writer['tells']
                   for fault in faults_of_tell(tell)]
        faults += [f'{writer["id"]}: {kind} twice' for kind in found if found.count(kind) > 1]
        faults += [f'{writer["id"]}: {word!r} is no word and no pair' for word in writer['words']
                   if not 1 <= len(word.split()) <= 2]
    total = sum(writer['answers'] for writer in figures['writers'])
    return faults + ([] if total == figures['answers'] else [f'{total} answers'])


paths = sorted((source / 'data' / 'figures').glob('*.json'))
tap.check('there are figures', [] if paths else ['none'])
for path in paths:
    figures = json.loads(path.read_text('utf-8'))
    tap.check(f'{path.name} is of this version',
              [] if (figures['format'], figures['version'], figures['kinds'])
              == (make.FORMAT, 1, version) else ['make it again'])
    tap.check(f'{path.name} is sound', faults_of(figures))
    tap.check(f'{path.name} holds no sentences',
              [text for text in texts_of(figures['writers']) if len(text.split()) > 4])
    pack = shared / 'data' / 'packs' / f'{path.stem}.json.gz'
    if not pack.exists():
        tap.skip(f'{path.name} is what the program measures', 'the real packs are not there')
        continue
    os.environ['BYLINE_DATA_DIR'] = str(source / 'data')
    made = make.text_of(make.make(program, str(pack)))
    tap.check(f'{path.name} is what the program measures',
              [] if made == path.read_text('utf-8') else ['make it again with data/figures/make.py'])
tap.finish()
