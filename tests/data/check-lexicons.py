# check-lexicons.py: every list of every language can be read, and can find something
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import re
import sys
import unicodedata

from tap import Tap

folder = pathlib.Path(sys.argv[1]) / 'data' / 'lexicons'
tap = Tap()

LISTS = {'opener-sure', 'opener-here-is', 'praise', 'closing-offer', 'first-person',
         'second-person', 'inclusive', 'contraction', 'imperative', 'formal-word', 'metaphor',
         'humour-aside', 'hedge', 'booster', 'own-doubt', 'knowledge-limit', 'attribution',
         'both-sides', 'caveat', 'see-a-professional', 'refusal', 'approximately', 'sources',
         'not-x-but-y', 'conjunction', 'participle', 'summary-close', 'stop-word'}
# Lists of English that a language cannot have: it has no short forms that a writer may choose
# or leave, or no verb form that trails after a comma and could be told by its ending, or its
# commands end a sentence where others begin one.
CANNOT_HAVE = {
    'de': {'participle'},
    'es': {'contraction'},
    'ja': {'contraction', 'imperative', 'participle'},
    'ko': {'contraction', 'imperative', 'participle'},
    'pt': {'contraction'},
    'ru': {'contraction', 'participle'},
    'zh': {'contraction', 'participle'},
}
TAG = re.compile(r'^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$')
SHORTEST_GAP, LONGEST_GAP = 1, {'words': 8, 'characters': 16}


# What the entries are made of: signs, each a word, a wildcard or (in characters) a character.

def signs_of(entry, match):
    """The signs of ENTRY in the order in which they must be found."""
    if match == 'words':
        return entry.replace('-', ' ').split()
    parts = entry.replace(' ', '').split('...')
    return [sign for part in parts for sign in ['...', *part]][1:]


def is_word(sign):
    return all(letter in "'" or unicodedata.category(letter)[0] in 'LMN' for letter in sign)


def is_sign(sign, match):
    if sign in ('...', '#'):
        return True
    if match == 'words' and sign == '_':
        return True
    bare = re.sub(r'^\*|(?<=.)\*$', '', sign, count=1) if match == 'words' else sign
    return bool(bare) and is_word(bare) and any(letter != "'" for letter in bare)


def grammar_fault(entry, match):
    """Why ENTRY cannot be read, or None."""
    if not isinstance(entry, str) or not entry:
        return 'is no text'
    if entry != unicodedata.normalize('NFC', entry):
        return 'has letters and accents apart'
    if entry != ' '.join(entry.split(' ')).strip() or '  ' in entry or entry != entry.strip():
        return 'has a space too many'
    if '’' in entry:
        return "has ’ where ' stands for both"
    signs = signs_of(entry, match)
    bad = [sign for sign in signs if not is_sign(sign, match)]
    if bad:
        return f'has “{bad[0]}”, which is neither a word nor a wildcard'
    if signs[0] == '...' or signs[-1] == '...' or ('...', '...') in zip(signs, signs[1:]):
        return 'has a gap without words on both sides'
    if all(sign in ('#', '_') for sign in signs):
        return 'matches anything'
    return None


def folded(entry, language):
    """ENTRY as it is compared with others."""
    entry = entry.casefold().replace('-', ' ')
    return entry.replace(' ', '') if language in ('zh', 'ja') else entry


# When one entry leaves another nothing to find.

def covers(wide, narrow):
    """Whether the sign WIDE matches every text that the sign NARROW matches."""
    if '...' in (wide, narrow) or wide == '_':
        return wide == narrow or (wide == '_' and narrow != '...')
    if wide == '#':
        return narrow == '#' or narrow.isdigit()
    if narrow in ('#', '_'):
        return False
    if wide.endswith('*'):
        return not narrow.startswith('*') and narrow.rstrip('*').startswith(wide[:-1])
    if wide.startswith('*'):
        return not narrow.endswith('*') and narrow.lstrip('*').endswith(wide[1:])
    return wide == narrow


def begins(wide, narrow, longest):
    """Whether the signs WIDE match at the start of every text that NARROW matches."""
    if not wide or not narrow:
        return not wide
    if wide[0] == '...':
        return narrow[0] == '...' and begins(wide[1:], narrow[1:], longest) or \
            any('...' not in narrow[:gap] and begins(wide[1:], narrow[gap:], longest)
                for gap in range(SHORTEST_GAP, min(longest, len(narrow)) + 1))
    return covers(wide[0], narrow[0]) and begins(wide[1:], narrow[1:], longest)


def swallows(wide, narrow, match):
    """Whether WIDE lies within every text that NARROW finds."""
    if wide == wide.lower():
        narrow = narrow.lower()
    elif narrow == narrow.lower():
        return False
    wide, narrow = signs_of(wide, match), signs_of(narrow, match)
    return any(begins(wide, narrow[start:], LONGEST_GAP[match]) for start in range(len(narrow)))


def can_be_one(first, second):
    """Whether some word (or character) is matched by both signs."""
    if {'_', '...'} & {first, second}:
        return True
    if '#' in (first, second):
        return all(sign == '#' or sign.isdigit() for sign in (first, second))
    first, second = first.lower(), second.lower()
    head, other = sorted((first, second), key=lambda sign: not sign.endswith('*'))
    if head.endswith('*') and other.startswith('*'):
        return True
    if head.endswith('*'):
        other, head = other.rstrip('*') if other.endswith('*') else other, head[:-1]
        return other.startswith(head) or second.endswith('*') and head.startswith(other)
    tail, other = sorted((first, second), key=lambda sign: not sign.startswith('*'))
    if tail.startswith('*'):
        other, tail = other.lstrip('*') if other.startswith('*') else other, tail[1:]
        return other.endswith(tail) or second.startswith('*') and tail.endswith(other)
    return first == second


# A file, list by list.

def entry_faults(place, entries, language, match):
    if not isinstance(entries, list) or not entries:
        return [f'{place} is no list, or an empty one']
    faults = [f'{place}: “{entry}” {fault}' for entry in entries
              for fault in [grammar_fault(entry, match)] if fault]
    seen = {}
    for entry in entries:
        if isinstance(entry, str):
            other = seen.setdefault(folded(entry, language), entry)
            if other is not entry:
                faults.append(f'{place}: “{entry}” and “{other}” are twins')
    return faults


def list_faults(name, value, language, match):
    if name not in LISTS:
        return [f'{name} is no list that is known']
    if not isinstance(value, dict) or 'find' not in value or set(value) - {'find', 'not'}:
        return [f'{name} has other members than find and not']
    faults = entry_faults(f'{name}: find', value['find'], language, match)
    if 'not' in value:
        faults += entry_faults(f'{name}: not', value['not'], language, match)
    if faults or 'not' not in value:
        return faults
    faults = [f'{name}: “{entry}” is never found, “{wide}” forbids it'
              for entry in value['find'] for wide in value['not'] if swallows(wide, entry, match)]
    signs = {sign for entry in value['find'] for sign in signs_of(entry, match)}
    return faults + [f'{name}: “{entry}” forbids nothing' for entry in value['not']
                     if not any(can_be_one(sign, other) for sign in signs
                                for other in signs_of(entry, match))]


def heading_faults(document, stem):
    if not isinstance(document, dict):
        return ['it is no object']
    faults = [f'{key} is missing' for key in ('language', 'name', 'match', 'lists')
              if key not in document]
    faults += [f'{key} is not known' for key in document
               if key not in ('language', 'name', 'match', 'lists')]
    if document.get('language') != stem or not TAG.match(stem):
        faults.append(f'language is “{document.get("language")}”, the file is “{stem}”')
    if not isinstance(document.get('name'), str) or not document['name'].strip():
        faults.append('name is no name')
    if document.get('match') not in LONGEST_GAP:
        faults.append(f'match is “{document.get("match")}”')
    if not isinstance(document.get('lists'), dict):
        faults.append('lists is no object')
    return faults


def once(pairs):
    """A JSON object; a member that stands twice is an error, not a silent loss."""
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError(f'a member stands twice: {[key for key, _ in pairs]}')
    return dict(pairs)


def read(data, stem):
    """The document in DATA, or None; and what is wrong with it as a whole."""
    try:
        document = json.loads(data.decode('utf-8'), object_pairs_hook=once)
    except ValueError as error:
        return None, [str(error)]
    faults = heading_faults(document, stem)
    return (None if faults else document), faults


def document_faults(document):
    return [fault for name, value in document['lists'].items()
            for fault in list_faults(name, value, document['language'], document['match'])]


# The check itself is tried first: a fault of each kind must be seen.

def sample(find, forbidden=None, match='words', name='hedge', language='xx'):
    value = {'find': find} if forbidden is None else {'find': find, 'not': forbidden}
    return document_faults({'language': language, 'match': match, 'lists': {name: value}})


BAD = {
    'an unknown list': sample(['may'], name='hedges'),
    'an empty list': sample([]),
    'an empty entry': sample(['']),
    'a number for an entry': sample([5]),
    'two spaces': sample(['in  part']),
    'a curly apostrophe': sample(['don’t']),
    'a mark': sample(['yes, but']),
    'a star alone': sample(['*']),
    'a star in the middle': sample(['a*b']),
    'a star on both sides': sample(['*a*']),
    'a star among characters': sample(['可*'], match='characters'),
    'a gap at the end': sample(['not ...']),
    'two gaps': sample(['not ... ... but']),
    'only wildcards': sample(['_ #']),
    'an accent apart': sample(['de\u0301ja']),
    'twins': sample(['trade off', 'Trade-off']),
    'twins with spaces': sample(['可 能', '可能'], match='characters', language='zh'),
    'swallowed by a word': sample(['the may'], ['may']),
    'swallowed by a beginning': sample(['maybe'], ['may*']),
    'swallowed by an ending': sample(['during'], ['*ing']),
    'swallowed as written': sample(['the May'], ['May']),
    'swallowed across a gap': sample(['not only this but'], ['not ... but']),
    'swallowed characters': sample(['不可能'], ['可能'], match='characters'),
    'an idle not': sample(['may'], ['in June']),
    'wrong UTF-8': read(b'{"language": "\xff"}', 'xx')[1],
    'no JSON': read(b'{', 'xx')[1],
    'a member that stands twice': read(b'{"name": "a", "name": "b"}', 'xx')[1],
    'another language': read(b'{"language": "en", "name": "X", "match": "words", "lists": {}}',
                             'xx')[1],
    'another way to match': read(b'{"language": "xx", "name": "X", "match": "?", "lists": {}}',
                                 'xx')[1],
}
GOOD = {
    'a month is no verb': sample(['may', 'the may', 'I may'], ['in May', 'May']),
    'an ending but a word': sample(['*ing'], ['during']),
    'gap, number, any word': sample(['not ... but', 'about #', '_ your'],
                                    ['on your', 'about 5', 'not that']),
    'characters': sample(['不是...而是', '約 #'], ['不是吗'], match='characters'),
    'spaces of Korean': sample(['할 수', '할수'], match='characters', language='ko'),
}
tap.check('a fault of every kind is seen', [f'not seen: {kind}' for kind, faults in BAD.items()
                                            if not faults])
tap.check('what is sound is let pass', [f'{kind}: {faults}' for kind, faults in GOOD.items()
                                        if faults])

paths = sorted(folder.glob('*.json'))
tap.check('the folder holds lexicons and nothing else',
          [path.name for path in sorted(folder.iterdir()) if path not in paths])
documents = {}
for path in paths:
    documents[path.stem], wrong = read(path.read_bytes(), path.stem)
    tap.check(f'{path.stem}: the file is a lexicon of its language', wrong)
tap.check('there is English, with every list',
          sorted(LISTS - set((documents.get('en') or {'lists': {}})['lists'])))
for stem, document in documents.items():
    if document is None:
        continue
    tap.check(f'{stem}: every entry can be read and can be found', document_faults(document))
    tap.check(f'{stem}: it has every list that the language can have',
              [f'{name} is missing' for name in
               sorted(LISTS - set(document['lists']) - CANNOT_HAVE.get(stem, set()))])
tap.finish()
