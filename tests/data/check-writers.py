# check-writers.py: the list of known writers is sound, and says what its source says
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import gzip
import json
import pathlib
import re
import sys

from tap import Tap

source = pathlib.Path(sys.argv[1])
shared = pathlib.Path(sys.argv[2])
tap = Tap()

document = json.loads((source / 'data' / 'writers.json').read_text('utf-8'))
writers = document['writers']
by_id = {writer['id']: writer for writer in writers}

DATE = re.compile(r'^\d{4}-\d{2}(-\d{2})?$')
TEXTS = {'id', 'name', 'maker'}
ALLOWED = TEXTS | {'aliases', 'released', 'openness', 'available', 'facts'}
# Exact in case and whole, each of these would blot out ordinary sentences.
EVERYDAY = {'Meta', 'Google', 'Apple', 'Amazon', 'Microsoft', 'Opus', 'Sonnet', 'Haiku', 'Nova',
            'Command R', 'Falcon', 'Yi', 'Pi', 'Phi', 'Solar', 'Orca', 'Nous', 'Flash', 'Pro',
            'Mini', 'Turbo', 'Scout', 'Maverick', 'Behemoth', 'Alpaca', 'Dolly', 'Koala', 'Perplexity',
            'Stanford', 'Step', 'Titan', 'Ernie', 'Arctic', 'Granite', 'Jamba', 'o1', 'o3', 'R1',
            'Assistant', 'Chat', 'Instruct', 'Spark', 'Muse', 'Bing', 'Palm', 'Starling'}

FIGURES = {
    'muse-spark': ['52', '42.8', '50.2 %', '86.4', '59.0', '42.5', '1,444'],
    'gpt-5.4': ['57', '40.1', '75.1', '76.1', '1,672'],
    'gpt-5.4-pro': ['43.9 %'],
    'gemini-3.1-pro': ['57'],
    'claude-opus-4.6': ['53'],
    'llama-4-maverick': [],
    'deepseek-r2': [],
}


def faults_of(writer):
    place = writer.get('id', '?')
    faults = [f'{place}: {key} is missing' for key in ('id', 'name', 'maker', 'aliases', 'facts')
              if key not in writer]
    faults += [f'{place}: {key} is not known' for key in writer if key not in ALLOWED]
    faults += [f'{place}: {key} is no text' for key in TEXTS
               if not isinstance(writer.get(key), str) or not writer[key].strip()]
    aliases = writer.get('aliases', [])
    faults += [f'{place}: the alias {alias!r} is no name' for alias in aliases
               if not isinstance(alias, str) or len(alias) < 2 or alias != alias.strip()]
    faults += [f'{place}: an alias stands twice' for _ in range(len(aliases) != len(set(aliases)))]
    if 'released' in writer and not DATE.match(writer['released']):
        faults.append(f'{place}: released is no date')
    if writer.get('openness', 'open weights') not in ('open weights', 'closed weights'):
        faults.append(f'{place}: openness is {writer["openness"]}')
    for fact in writer.get('facts', []):
        if not (fact.get('label') and fact.get('value') and DATE.match(fact.get('date', '-'))
                and fact.get('source', {}).get('title')):
            faults.append(f'{place}: a fact without label, value, date or source')
    return faults


tap.check('the list is what it says it is',
          [] if document['format'] == 'byline-writers' and document['version'] == 1 else 'format')
tap.check('every writer is sound', [fault for writer in writers for fault in faults_of(writer)])
tap.check('no id stands twice', [] if len(by_id) == len(writers) else
          [writer['id'] for writer in writers if by_id[writer['id']] is not writer])
tap.check('no masked name is an everyday word',
          [f'{writer["id"]}: {name}' for writer in writers
           for name in {writer['name'], writer['maker'], *writer['aliases']}
           if name in EVERYDAY or name.islower() and not re.search(r'[-\d]', name)])
tap.check('the models of the article have its figures',
          [f'{name}: {[fact["value"] for fact in by_id.get(name, {}).get("facts", [])]}'
           for name, wanted in FIGURES.items()
           if [fact['value'] for fact in by_id.get(name, {'facts': [{'value': None}]})['facts']]
           != wanted])

names = {name for writer in writers
         for name in (writer['name'], writer['maker'], *writer['aliases'])}
masked = re.compile(r'(?<!\w)(?:' + '|'.join(map(re.escape, sorted(names, key=len, reverse=True)))
                    + r')(?!\w)')
SENTENCES = ['Meta is a prefix. Apple pie, Amazon rainforest, Google Docs, Microsoft Word.',
             'Sonnet 18 is no haiku; Opus 27 is a sonata. The Falcon and the Alpaca meet a Koala.',
             'Press Command R. Copy the yi and the phi. Maverick pilots fly at dawn.']
tap.check('ordinary sentences are left alone',
          [f'{match[0]} in: {sentence}' for sentence in SENTENCES
           for match in masked.finditer(sentence)])
GIVEAWAYS = ['made by Google', 'trained by Meta', 'developed by Microsoft', 'OpenAI', 'Anthropic',
             'Mistral AI', 'xAI', 'created by Amazon', 'I am Claude', 'ChatGPT', 'Meta AI',
             'DeepMind', 'built by Google', 'DeepSeek', 'Alibaba Cloud', 'Moonshot AI', 'LMSYS']
tap.check('a maker named as a maker is hidden',
          [words for words in GIVEAWAYS if masked.search(words) is None])

packs = sorted(shared.glob('data/packs/*.json.gz'))
if not packs:
    tap.skip('every maker of the real packs is known', 'the real packs are not beside the source')
for path in packs:
    pack = json.loads(gzip.decompress(path.read_bytes()))
    makers = {writer['maker'] for writer in pack['writers'] if 'maker' in writer}
    tap.check(f'every maker of {path.stem} is known',
              [maker for maker in sorted(makers)
               if not any(maker.split()[0] in writer['maker'].split() for writer in writers)])
tap.finish()
