# check-catalogue.py: the list of packs that comes with the game says what its recipes do
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import pathlib
import sys

from tap import Tap

source = pathlib.Path(sys.argv[1])
data = source / 'data'
tap = Tap()

catalogue = json.loads((data / 'catalogue.json').read_text('utf-8'))
schema = json.loads((data / 'catalogue-1.schema.json').read_text('utf-8'))
recipes = {path.stem: json.loads(path.read_text('utf-8'))
           for path in sorted((data / 'recipes').glob('*.json'))}
entries = catalogue['entries']


def compare(entry, member, expected):
    value = entry.get(member)
    return [] if value == expected else [f'{entry["id"]}: “{member}” is {value}, not {expected}']


def check_recipe(entry):
    recipe = recipes.get(entry['recipe'])
    if recipe is None:
        return [f'{entry["id"]}: there is no recipe “{entry["recipe"]}”']
    files = recipe['files']
    sizes = [file.get('size') for file in files]
    kept = [writer['name'] for writer in recipe['writers'] if writer.get('keep')]
    kept = kept or [writer['name'] for writer in recipe['writers']]
    faults = compare(entry, 'id', recipe['id'])
    faults += compare(entry, 'revision', recipe['revision'])
    faults += compare(entry, 'languages', [recipe['language']])
    faults += compare(entry, 'writers', kept)
    faults += compare(entry, 'size', None if None in sizes else sum(sizes))
    faults += compare(entry, 'license', recipe['license'])
    faults += compare(entry, 'source', recipe['source'])
    faults += [f'{entry["id"]}: “{member}” is not in all of the recipe’s languages'
               for member in ('title', 'summary')
               if any(entry[member].get(tag) != text for tag, text in recipe[member].items())]
    if f' {len(files)} ' not in entry['requirement']['en']:
        faults.append(f'{entry["id"]}: the requirement does not name {len(files)} files')
    return faults


tap.check('there are packs in it', [] if len(entries) >= 5 else f'{len(entries)} entries')
tap.check('every entry is of a recipe that comes with the game, and says the same',
          [fault for entry in entries for fault in check_recipe(entry)])
published = {name for name, recipe in recipes.items() if recipe.get('files')}
tap.check('every recipe whose files are published is in it',
          sorted(published - {entry['recipe'] for entry in entries}))
languages = set(catalogue['title'])
tap.check('every text is in the same languages',
          [f'{entry["id"]}: {member}' for entry in entries
           for member in ('title', 'summary', 'license_note', 'requirement')
           if set(entry[member]) != languages])
tap.check('who may use it only for some ends is told so',
          [entry['id'] for entry in entries
           if '-NC' in entry['license'] and 'non-commercial' not in entry['license_note']['en']])
known = set(schema['$defs']['entry']['properties'])
tap.check('the schema knows every member',
          [f'{entry["id"]}: {member}' for entry in entries for member in entry
           if member not in known] +
          [member for member in catalogue if member not in schema['properties']])
tap.finish()
