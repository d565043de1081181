# check-recipes.py: the recipes that come with the game: the schema's rules, the reader's, and more
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
folder = source / 'data' / 'recipes'
tap = Tap()

TYPES = {'object': dict, 'array': list, 'string': str, 'boolean': bool}


def resolve(schema, root):
    while '$ref' in schema:
        rest = {key: value for key, value in schema.items() if key != '$ref'}
        found = root
        for step in schema['$ref'].removeprefix('#/').split('/'):
            found = found[step]
        schema = {**found, **rest}
    return schema


def has_type(value, name):
    if name == 'integer':
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def check_value(value, schema, place):
    """What is wrong with a text or a number."""
    faults = []
    if 'const' in schema and value != schema['const']:
        faults.append(f'{place}: is not {schema["const"]!r}')
    if 'enum' in schema and value not in schema['enum']:
        faults.append(f'{place}: {value!r} is none of {schema["enum"]}')
    if isinstance(value, str):
        if 'pattern' in schema and not re.search(schema['pattern'], value):
            faults.append(f'{place}: {value!r} does not match {schema["pattern"]}')
        if not schema.get('minLength', 0) <= len(value) <= schema.get('maxLength', sys.maxsize):
            faults.append(f'{place}: has {len(value)} characters')
    elif has_type(value, 'integer'):
        if not schema.get('minimum', 0) <= value <= schema.get('maximum', sys.maxsize):
            faults.append(f'{place}: {value} is out of range')
    return faults


def check_members(value, schema, place, root):
    """What is wrong with an object or a list, and with what is in it."""
    faults = []
    if isinstance(value, list):
        if not schema.get('minItems', 0) <= len(value) <= schema.get('maxItems', sys.maxsize):
            faults.append(f'{place}: has {len(value)} items')
        for number, item in enumerate(value):
            faults += check(item, schema.get('items', {}), f'{place}/{number}', root)
    if isinstance(value, dict):
        faults += [f'{place}: has no {name!r}' for name in schema.get('required', [])
                   if name not in value]
        for name, wanted in schema.get('dependentRequired', {}).items():
            faults += [f'{place}: has {name!r} but no {other!r}' for other in wanted
                       if name in value and other not in value]
        for name, inner in value.items():
            if 'propertyNames' in schema:
                faults += check(name, schema['propertyNames'], f'{place}/{name}', root)
            known = schema.get('properties', {})
            if name in known:
                faults += check(inner, known[name], f'{place}/{name}', root)
            elif isinstance(schema.get('additionalProperties'), dict):
                faults += check(inner, schema['additionalProperties'], f'{place}/{name}', root)
            elif known:
                faults.append(f'{place}: {name!r} means nothing')
    return faults


def check(value, schema, place, root):
    """What is wrong with a value: the part of JSON Schema that our schemas use. A member that no
    schema knows is allowed to others, and a slip here."""
    schema = resolve(schema, root)
    if 'type' in schema and not has_type(value, schema['type']):
        return [f'{place}: is not of the type {schema["type"]}']
    faults = check_value(value, schema, place) + check_members(value, schema, place, root)
    for name, fits in (('oneOf', lambda n: n == 1), ('anyOf', lambda n: n >= 1)):
        choices = [check(value, choice, place, root) for choice in schema.get(name, [])]
        if choices and not fits(len([choice for choice in choices if not choice])):
            faults.append(f'{place}: does not fit {name}: {min(choices, key=len)}')
    return faults


def check_addresses(recipe):
    faults = []
    for file in recipe.get('files', []):
        address = file.get('address', recipe.get('address', '') + file['path'])
        if not address.startswith('https://'):
            faults.append(f'{file["path"]}: {address} is not https')
        if 'githubusercontent' in address and not re.search(r'/[0-9a-f]{40}/', address):
            faults.append(f'{file["path"]}: {address} does not name a commit')
        if 'sha256' in file and 'size' not in file:
            faults.append(f'{file["path"]}: has a checksum but no size')
    return faults


def check_writers(recipe, known):
    faults = []
    for writer in recipe.get('writers', []):
        if writer.get('known') and writer['known'] not in known:
            faults.append(f'{writer["name"]}: writers.json has no {writer["known"]!r}')
        if not recipe.get('generic') and not writer.get('maker'):
            faults.append(f'{writer["name"]}: nobody made it')
    return faults


def check_with_tool(path):
    if not byline_pack.exists():
        return f'{byline_pack} has not been built'
    run = subprocess.run([byline_pack, 'import', path], stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, check=False)
    return [] if run.returncode == 0 else run.stdout.splitlines()


schema_file = json.loads((source / 'data' / 'recipe-1.schema.json').read_text('utf-8'))
writers = {writer['id'] for writer in
           json.loads((source / 'data' / 'writers.json').read_text('utf-8'))['writers']}
recipes = {path: json.loads(path.read_text('utf-8')) for path in sorted(folder.glob('*.json'))}

tap.check('there are recipes', [] if len(recipes) >= 10 else f'{len(recipes)} in {folder}')
tap.check('every recipe has an id of its own',
          [] if len({recipe['id'] for recipe in recipes.values()}) == len(recipes) else
          str(sorted(recipe['id'] for recipe in recipes.values())))
tap.check('the schema finds what is wrong',
          [] if check({'format': 'byline-recipe', 'readings': []}, schema_file, '', schema_file)
          else 'it finds nothing wrong with half a recipe')
for file_path, content in recipes.items():
    tap.check(f'{file_path.name}: follows the schema',
              check(content, schema_file, '', schema_file))
    tap.check(f'{file_path.name}: byline-pack can follow it', check_with_tool(file_path))
    tap.check(f'{file_path.name}: its files are named for good', check_addresses(content))
    tap.check(f'{file_path.name}: its writers are known', check_writers(content, writers))
    tap.check(f'{file_path.name}: is in English and in German',
              [f'{name}: {sorted(content[name])}' for name in ('title', 'summary')
               if sorted(content.get(name, {})) != ['de', 'en']])
tap.finish()
