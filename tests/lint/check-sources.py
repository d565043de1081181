# check-sources.py: the rules of the house that a program can see
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import shutil
import subprocess
import sys

from layers import INCLUDE, header_owners, may_include
from tap import Tap

source = pathlib.Path(sys.argv[1])
tap = Tap()

MAX_LINES = 500
MAX_COLUMNS = 100
TOP_LEVEL = re.compile(r'^(app|ui|data|po|tests|meson\.build|meson_options\.txt|meson\.options'
                       r'|README\.md|COPYING|LICENSE.*|\..*)$')


def sources(*suffixes):
    return sorted(path for folder in ('app', 'ui') for path in (source / folder).rglob('*')
                  if path.suffix in suffixes and path.is_file())


def place(path):
    return str(path.relative_to(source))


def texts(*suffixes):
    return [(place(path), path, path.read_text('utf-8')) for path in sources(*suffixes)]


written = texts('.c', '.h', '.ui', '.css', '.sh', '.py', '.build')
code = [entry for entry in written if entry[1].suffix in ('.c', '.h')]

tap.check(f'no file is over {MAX_LINES} lines',
          [f'{name}: {text.count(chr(10))} lines' for name, _, text in written
           if text.count('\n') > MAX_LINES])
tap.check(f'no line is over {MAX_COLUMNS} columns',
          [f'{name}:{number}: {len(line)} columns' for name, _, text in written
           for number, line in enumerate(text.splitlines(), 1) if len(line) > MAX_COLUMNS])
tap.check('no line ends in a space or holds a tab',
          [f'{name}:{number}' for name, _, text in written
           for number, line in enumerate(text.splitlines(), 1)
           if line != line.rstrip() or '\t' in line])
tap.check('every source names its licence and its authors',
          [name for name, path, text in written if path.suffix != '.build'
           and not ('SPDX-License-Identifier: GPL-3.0-or-later' in text[:600]
                    and 'SPDX-FileCopyrightText: The Byline authors' in text[:600])])
tap.check('every C file begins with its name and purpose',
          [name for name, path, text in code
           if not re.match(rf'/\* {re.escape(path.name)}: \S', text)])
tap.check('every C file includes config.h first',
          [name for name, path, text in code if path.suffix == '.c'
           and [match[1] for match in INCLUDE.finditer(text)][:1] != ['config.h']])
tap.check('every header is guarded by #pragma once',
          [name for name, path, text in code if path.suffix == '.h'
           and '\n#pragma once\n' not in text])

owners = header_owners(source)
faults = []
for name, path, text in code:
    for match in INCLUDE.finditer(text):
        included = match[1]
        owner = owners.get(included.rsplit('/', 1)[-1])
        if name.startswith('app/') and re.match(r'(gtk|gdk|gsk|adwaita)\b', included):
            faults.append(f'{name} includes <{included}>: app/ has no face')
        elif owner is not None and not may_include(path.parent.relative_to(source), owner):
            faults.append(f'{name} includes {included} of {owner}, which stands above or beside it')
tap.check('no layer includes one above or beside it', faults)
tap.check('no two headers have one name',
          [name for name, path, _ in code if path.suffix == '.h'
           and owners[path.name] != path.parent.relative_to(source)])

if shutil.which('git') is None or not (source / '.git').exists():
    tap.skip('the top level holds what was agreed', 'this is no git checkout')
else:
    listed = subprocess.run(['git', '-c', f'safe.directory={source}', '-C', source, 'ls-files',
                             '--cached', '--others', '--exclude-standard', '-z'],
                            stdout=subprocess.PIPE, text=True, check=True).stdout.split('\0')
    entries = {name.split('/', 1)[0] for name in listed if name}
    tap.check('the top level holds what was agreed',
              [name for name in sorted(entries) if not TOP_LEVEL.match(name)])

tap.finish()
