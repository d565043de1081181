# check-packs.py: the packs that come with the game, and what makes the first one a fair lesson
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import subprocess
import sys

from tap import Tap

source = pathlib.Path(sys.argv[1])
byline_pack = pathlib.Path(sys.argv[2])
packs = source / 'data' / 'packs'
lesson = packs / 'learn-the-tells.json'
tap = Tap()

FAMILIES = {'tone', 'uncertainty', 'structure'}
GROUPS = ['How it opens', 'How sure it sounds', 'How it is built', 'How it punctuates',
          'How it ends', 'All together']
# Some of them stand in writers.json in longer forms only, since alone they are everyday words too.
REAL_NAMES = ['Claude', 'Gemini', 'Llama', 'Copilot', 'Bard', 'GPT', 'Grok', 'Mistral', 'OpenAI',
              'Anthropic', 'Google', 'Meta AI', 'Microsoft', 'xAI', 'Alexa', 'Siri']


def word_count(text):
    """Words of a text as it is read: list marks, rules and fences are not words."""
    text = re.sub(r'^\s*(#+|[-*+]|\d+[.)]|>|```\w*|\|[-| :]+\|?)\s*', ' ', text, flags=re.M)
    return len([word for word in text.replace('|', ' ').split() if re.search(r'\w', word)])


def check_with_tool():
    for path in sorted(packs.glob('*.json')):
        name = f'{path.name}: byline-pack check finds nothing'
        if not byline_pack.exists():
            tap.check(name, f'{byline_pack} has not been built')
            continue
        run = subprocess.run([byline_pack, 'check', '--json', path], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, check=False)
        try:
            report = json.loads(run.stdout)
        except json.JSONDecodeError:
            tap.check(name, [f'status {run.returncode}', run.stdout])
            continue
        faults = [f'{problem["pointer"]} (line {problem["line"]}): {problem["message"]}'
                  for problem in report['problems']]
        if run.returncode != 0 or report['ok'] is not True:
            faults.append(f'status {run.returncode}, ok: {report["ok"]}')
        tap.check(name, faults)


def check_shape(pack, answers):
    questions = pack['questions']
    tap.check('the lesson has at least 24 questions and 96 answers',
              [] if len(questions) >= 24 and len(answers) >= 96 else
              f'{len(questions)} questions, {len(answers)} answers')
    tap.check('its writers are four made-up voices',
              [f'{writer["id"]} is a {writer.get("kind")}' for writer in pack['writers']
               if writer.get('kind') != 'voice']
              + ([] if len(pack['writers']) == 4 else [f'{len(pack["writers"])} writers']))
    kinds = {pack.get('provenance', {}).get('kind')}
    kinds |= {answer['provenance']['kind'] for _, answer in answers if 'provenance' in answer}
    tap.check('its answers say that they are illustrative',
              [] if kinds == {'illustrative'} else f'provenance: {kinds}')
    tap.check('its licence is CC-BY-4.0',
              [] if pack.get('license') == 'CC-BY-4.0' else f'{pack.get("license")}')

    order = list(dict.fromkeys(question.get('category') for question in questions))
    tap.check('its questions stand in six groups, five tells and a mixed one',
              [] if order == GROUPS else f'{order}')
    tap.check('no group is split',
              [] if [name for previous, name in
                     zip([None, *[q.get('category') for q in questions]],
                         [q.get('category') for q in questions]) if previous != name] == order
              else 'a group is taken up again later')
    faults = []
    for group in order:
        difficulties = [q.get('difficulty', 0) for q in questions if q.get('category') == group]
        if difficulties != sorted(difficulties) or len(difficulties) < 4:
            faults.append(f'{group}: {difficulties}')
    tap.check('every group has at least four questions, the easy ones first', faults)


def check_texts(pack, answers):
    counts = {id(answer): word_count(answer['text']) for _, answer in answers}
    tap.check('every answer has 60 to 250 words',
              [f'{question["id"]}, {answer["writer"]}: {counts[id(answer)]} words'
               for question, answer in answers if not 60 <= counts[id(answer)] <= 250])

    means = {}
    for writer in pack['writers']:
        own = [counts[id(answer)] for _, answer in answers if answer['writer'] == writer['id']]
        means[writer['id']] = sum(own) / max(len(own), 1)
    spread = max(means.values()) / max(min(means.values()), 1)
    tap.check('no voice is given away by its length: mean lengths are within 15 %',
              [] if spread <= 1.15 else f'{means}')

    longest = {}
    for question in pack['questions']:
        top = max(question['answers'], key=lambda answer: counts[id(answer)])
        longest[top['writer']] = longest.get(top['writer'], 0) + 1
    most = max(longest.values())
    tap.check('no voice is the longest in half of the questions or more',
              [] if most < len(pack['questions']) / 2 else f'{longest}')

    known = json.loads((source / 'data' / 'writers.json').read_text('utf-8'))['writers']
    names = set(REAL_NAMES)
    for writer in known:
        names |= {writer['name'], *writer.get('aliases', [])}
    pattern = re.compile(r'(?<!\w)(?:' + '|'.join(map(re.escape, sorted(names))) + r')(?!\w)')
    texts = [(question['id'], text) for question, answer in answers
             for text in [answer['text'], *[tell.get('note', '') for tell in answer['tells']]]]
    texts += [(writer['id'], f'{writer["name"]} {writer.get("maker", "")}')
              for writer in pack['writers']]
    texts += [(question['id'], question['prompt']) for question in pack['questions']]
    tap.check('no real model is named in it',
              [f'{place}: {match[0]}' for place, text in texts if isinstance(text, str)
               for match in pattern.finditer(text)])


def check_tells(answers):
    faults = []
    for question, answer in answers:
        place = f'{question["id"]}, {answer["writer"]}'
        tells = answer.get('tells', [])
        if len([tell for tell in tells if tell.get('quote')]) < 2:
            faults.append(f'{place}: fewer than two quotes')
        faults += [f'{place}: a tell without a note' for tell in tells if not tell.get('note')]
        faults += [f'{place}: family {tell.get("family")}' for tell in tells
                   if tell.get('family') not in FAMILIES]
    tap.check('every answer has two quoted tells, and every tell a note', faults)
    families = {tell['family'] for _, answer in answers for tell in answer.get('tells', [])}
    tap.check('tone, uncertainty and structure are all taught',
              [f'{name} is not' for name in FAMILIES - families])


check_with_tool()
if lesson.exists():
    content = json.loads(lesson.read_text('utf-8'))
    pairs = [(question, answer) for question in content['questions']
             for answer in question['answers']]
    check_shape(content, pairs)
    check_texts(content, pairs)
    check_tells(pairs)
else:
    tap.check('there is a lesson', f'{lesson} is missing')
tap.finish()
