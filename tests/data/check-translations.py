# check-translations.py: the template is current, and every language is whole
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

from tap import Tap

source = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])
tap = Tap()


def messages(path):
    """The messages of a template, without places, dates and the order of files."""
    found = {}
    for block in path.read_text('utf-8').split('\n\n'):
        lines = block.splitlines()
        comments = ' '.join(line[2:].strip() for line in lines if line.startswith('#.'))
        keys = '\n'.join(line for line in lines if not line.startswith('#'))
        if keys and not keys.startswith('msgid ""\nmsgstr'):
            found[keys] = comments
    return found


def fresh_template(folder):
    """Runs what “meson compile byline-pot” runs, on a copy; the source tree is left alone."""
    listed = subprocess.run(['ninja', '-C', build, '-t', 'commands', 'byline-pot'],
                            stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    command = shlex.split(listed[-1])
    for entry in ('app', 'data', 'ui'):
        (folder / entry).symlink_to(source / entry)
    (folder / 'po').mkdir()
    (folder / 'po' / 'POTFILES').write_bytes((source / 'po' / 'POTFILES').read_bytes())
    command = [f'--source-root={folder}' if part.startswith('--source-root=') else part
               for part in command]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         check=False)
    if run.returncode != 0:
        return None, run.stdout
    return folder / 'po' / 'byline.pot', run.stdout


def check_template():
    name = 'po/byline.pot is current'
    template = source / 'po' / 'byline.pot'
    if not template.exists():
        tap.check(name, 'it is missing: run “meson compile byline-pot” in the build folder')
        return
    with tempfile.TemporaryDirectory(prefix='byline-pot.') as name_of_folder:
        fresh, output = fresh_template(pathlib.Path(name_of_folder))
        if fresh is None:
            tap.check(name, output)
            return
        wanted = messages(fresh)
        warnings = [line for line in output.splitlines() if 'warning' in line]
    written = messages(template)
    faults = [f'missing: {key}' for key in wanted if key not in written]
    faults += [f'no longer in the program: {key}' for key in written if key not in wanted]
    faults += [f'another comment for translators: {key}' for key in wanted
               if key in written and wanted[key] != written[key]]
    if faults:
        faults.insert(0, 'Run “meson compile byline-pot” in the build folder.')
    tap.check(name, faults)
    tap.check('every text can be taken out without a warning', warnings)


def linguas():
    lines = (source / 'po' / 'LINGUAS').read_text('utf-8').splitlines()
    return [word for line in lines if not line.startswith('#') for word in line.split()]


def check_language(language):
    path = source / 'po' / f'{language}.po'
    if not path.exists():
        tap.check(f'{language}: there is a file of it', f'po/{language}.po is missing')
        return
    run = subprocess.run(['msgfmt', '--check', '--check-format', '--statistics', '-o', '/dev/null',
                          path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                         check=False, env={'LC_ALL': 'C', 'PATH': '/usr/local/bin:/usr/bin:/bin'})
    tap.check(f'{language}: every translation keeps its placeholders',
              [] if run.returncode == 0 else run.stdout)
    left = re.findall(r'\d+ (?:fuzzy|untranslated)[^,.]*', run.stdout)
    tap.check(f'{language}: nothing is left untranslated', left)
    tap.command(f'{language}: it has every text of the template',
                ['msgcmp', path, source / 'po' / 'byline.pot'])


check_template()
languages = linguas()
tap.check('po/LINGUAS is sorted and names every translation',
          [] if languages == sorted(path.stem for path in (source / 'po').glob('*.po')) else
          [f'it says {languages}'])
for one in languages:
    check_language(one)
tap.finish()
