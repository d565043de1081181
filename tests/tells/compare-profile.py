# compare-profile.py: counts kinds of tells in another way, and compares
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compare-profile.py BYLINE_PACK PACK [-v]
# Reads the Markdown of a pack's answers by regular expressions, counts a dozen kinds of tells, and
# compares each writer's figure with what “byline-pack profile --json” says. The two agree within
# 2 % of a rate, or 0.05 per 1,000 words; within one answer of a share; and within 2 % of a size.
# What is left are Markdown's corner cases: names that are hidden from players, code by indentation,
# marks that open nothing.
import gzip
import json
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'data'))
from tap import Tap  # noqa: E402

RATE_TOLERANCE = 0.02
SIZE_TOLERANCE = 0.02
LEAST_TOLERANCE = {'rate': 0.05, 'size': 0.5}

FENCE = re.compile(r'^[ ]{0,20}(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ ]{0,20}\1[`~]*[ \t]*(?=\n|\Z)'
                   r'|^[ ]{0,3}(`{3,}|~{3,})[^\n`]*(?:\n.*)?\Z', re.MULTILINE | re.DOTALL)
INLINE_CODE = re.compile(r'(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)', re.DOTALL)
RULE = re.compile(r'^[ ]{0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$')
ITEM = re.compile(r'^([ \t]*(?:>[ ]?)*[ \t]*)(?:([-*+])|(\d{1,9})[.)])(?=[ \t]|$)[ \t]*')
HEADING = re.compile(r'^[ ]{0,3}#{1,6}(?=[ \t]|$)')
TABLE_LINE = re.compile(r'^[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$')
BOLD = re.compile(r'(?<![*\w\\])(\*\*|__)(?=[^\s*_])((?:(?!\n[ \t]*\n).)*?[^\s\\])\1(?![\w])'
                  r'|(?<!\\)\*\*(?=[^\s*])((?:(?!\n[ \t]*\n|\*\*).)*?[^\s*\\])\*\*', re.DOTALL)
ADDRESS = re.compile(r'(?:https?://|www\.)[^\s<>"|]*[^\s<>"|.,;:!?)\]*_\']')
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+|(?<=\d)[.,](?=\d)[^\W_]+)*")
NUMBER = re.compile(r"(?<![^\W_])\d(?:[^\W_]|(?<=\d)[.,](?=\d))*")
LINK = re.compile(r'\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)')


def read(markdown):
    """What one answer shows: its words, and what of its formatting can be counted."""
    text = markdown.replace('\r\n', '\n').strip()
    blocks = len(FENCE.findall(text))
    text = FENCE.sub('\n\n', text)
    spans = [match[2] for match in INLINE_CODE.finditer(text)]
    text = INLINE_CODE.sub(lambda match: ' \0 ' + ' '.join(['CODE'] * len(WORD.findall(match[2])))
                           + ' ', text)
    lines, shown = text.split('\n'), []
    in_paragraph = in_list = after_blank = False
    found = dict.fromkeys(('bullet', 'numbered', 'heading', 'rule', 'table'), 0)
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ''
        if '|' in line and '|' in after and TABLE_LINE.match(after) and '-' in after:
            found['table'] += 1
        if RULE.match(line) and not (line.lstrip().startswith('-') and number > 0
                                     and lines[number - 1].strip() and '-' * 3 not in line):
            found['rule'] += 1
            continue
        if TABLE_LINE.match(line) and '|' in line:
            continue
        indented, blank = line.startswith('    '), not line.strip()
        if indented and not in_list and not in_paragraph and not blank:
            blocks += 1
            continue
        item = ITEM.match(line)
        # Within a paragraph only an item with words and the number 1 begins a list.
        if item and ((indented and not in_list) or (in_paragraph and not line[item.end():].strip())
                     or (in_paragraph and item[3] and int(item[3]) != 1)):
            item = None
        begins = after_blank and not line.startswith(' ')
        in_paragraph = not blank and not item and (in_paragraph or not in_list or begins)
        in_list = bool(item) or (in_list and not in_paragraph)
        after_blank = blank
        while item:
            found['bullet' if item[2] else 'numbered'] += 1
            line = line[item.end():]
            item = ITEM.match(line)
        if HEADING.match(line):
            found['heading'] += 1
            in_paragraph = False
        shown.append(line)
    text = '\n'.join(shown)
    bold = len(BOLD.findall(text))
    text = LINK.sub(r'\1', text)
    text = ADDRESS.sub(' ADDRESS ', text)
    plain = re.sub(r'(?<!\\)[*_#>]', '', text)
    return {
        'words': len(WORD.findall(plain)),
        'em-dash': len(re.findall('[—―]+', plain)),
        'exclamation': len(re.findall('[!！]', plain)),
        'semicolon': len(re.findall('[;；]', re.sub(r'&[#\w]+;', ' ', plain))),
        'curly-apostrophe': len(re.findall(r'(?<=[^\W\d_])’(?=[^\W\d_])', plain)),
        'number': len(NUMBER.findall(re.sub('CODE|ADDRESS', ' ', plain))),
        'inline-code': len(spans),
        'bold': bold,
        'bullet': found['bullet'],
        'numbered': found['numbered'],
        'heading': found['heading'],
        'code': blocks > 0,
        'table': found['table'] > 0,
        'rule': found['rule'] > 0,
    }


RATES = ('em-dash', 'exclamation', 'semicolon', 'curly-apostrophe', 'number',
         'inline-code', 'bold', 'bullet', 'numbered', 'heading')
SHARES = ('code', 'table', 'rule')
SIZES = ('words',)


def count(pack):
    """Every writer's figure of every kind."""
    answers = {}
    for question in pack['questions']:
        for answer in question['answers']:
            if len(answer['text'].strip()) >= 20:
                answers.setdefault(answer['writer'], []).append(read(answer['text']))
    figures = {}
    for writer, rows in answers.items():
        words = sum(row['words'] for row in rows)
        figures[writer] = {kind: 1000 * sum(row[kind] for row in rows) / words for kind in RATES}
        figures[writer] |= {kind: statistics.mean(row[kind] for row in rows)
                            for kind in (*SHARES, *SIZES)}
        figures[writer]['answers'] = len(rows)
    return figures


def find_fault(kind, mine, theirs, answers):
    if kind in SHARES:
        allowed = 1 / answers + 1e-9
    elif kind in SIZES:
        allowed = max(SIZE_TOLERANCE * abs(theirs), LEAST_TOLERANCE['size'])
    else:
        allowed = max(RATE_TOLERANCE * abs(theirs), LEAST_TOLERANCE['rate'])
    if math.isfinite(theirs) and abs(mine - theirs) <= allowed:
        return None
    return f'counted here: {mine:.3f}, by the program: {theirs:.3f}'


def main():
    program, path = sys.argv[1], pathlib.Path(sys.argv[2])
    tap = Tap()
    if not path.exists():
        tap.skip('two ways of counting agree', 'the packs of real answers are not beside the sources')
        tap.finish()
        return
    run = subprocess.run([program, 'profile', '--json', '--no-cache', str(path)],
                         stdout=subprocess.PIPE, env={**os.environ, 'LC_ALL': 'C.UTF-8'}, check=True)
    profile = json.loads(run.stdout)
    figures = count(json.loads(gzip.decompress(path.read_bytes())))
    for writer in profile['writers']:
        mine = figures[writer['id']]
        theirs = {tell['kind']: tell['value'] for tell in writer['tells']}
        tap.check(f'{writer["name"]}: as many answers',
                  [] if mine['answers'] == writer['answers'] else [str(writer['answers'])])
        for kind in (*RATES, *SHARES, *SIZES):
            if '-v' in sys.argv:
                print(f'# {writer["name"]:16} {kind:18} {mine[kind]:9.3f} {theirs[kind]:9.3f}')
            fault = find_fault(kind, mine[kind], theirs[kind], mine['answers'])
            tap.check(f'{writer["name"]}: two ways of counting agree on {kind}',
                      [fault] if fault else [])
    tap.finish()


if __name__ == '__main__':
    main()
