# check-desktop.py: what a desktop reads of the game, each file through its own validator
#
# SPDX-FileCopyrightText: The Byline authors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from tap import Tap

APPLICATION = 'io.github.bylinequiz.Byline'
PACK_TYPE = 'application/x-bylinepack+json'

source = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])
version = sys.argv[3]
data = source / 'data'
tap = Tap()


def desktop_values():
    values = {}
    for line in (build / 'data' / f'{APPLICATION}.desktop').read_text('utf-8').splitlines():
        key, equals, value = line.partition('=')
        if equals:
            values[key] = value
    return values


def check_mime_type():
    """A file called x.bylinepack is known as a pack once the type is installed."""
    name = 'a desktop knows a .bylinepack file by its type and icon'
    if shutil.which('update-mime-database') is None or shutil.which('gio') is None:
        tap.skip(name, 'update-mime-database or gio is not installed')
        return
    with tempfile.TemporaryDirectory(prefix='byline-mime.') as folder:
        packages = pathlib.Path(folder, 'share', 'mime', 'packages')
        packages.mkdir(parents=True)
        shutil.copy(data / f'{APPLICATION}.mime.xml', packages / f'{APPLICATION}.xml')
        subprocess.run(['update-mime-database', packages.parent], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pack = pathlib.Path(folder, 'one.bylinepack')
        pack.write_text('{"format": "byline-pack"}', 'utf-8')
        environment = dict(os.environ, XDG_DATA_HOME=str(packages.parent.parent))
        run = subprocess.run(['gio', 'info', '-a', 'standard::content-type,standard::icon', pack],
                             stdout=subprocess.PIPE, text=True, check=False, env=environment)
        tap.check(name, [f'gio does not say “{words}”: {run.stdout}'
                         for words in (PACK_TYPE, f'{APPLICATION}-pack')
                         if words not in run.stdout])


tap.command('the desktop file is valid',
            ['desktop-file-validate', build / 'data' / f'{APPLICATION}.desktop'])
tap.command('the metainfo is valid',
            ['appstreamcli', 'validate', '--no-net',
             build / 'data' / f'{APPLICATION}.metainfo.xml'])
tap.command('the settings schema is valid',
            ['glib-compile-schemas', '--strict', '--dry-run', data])
for path in sorted([*data.glob('*.xml'), *data.glob('*.xml.in'), *data.glob('icons/*.svg')]):
    tap.command(f'{path.name} is well-formed', ['xmllint', '--noout', '--nonet', path])
for path in sorted(data.glob('man/*.1')):
    name = f'{path.name} is set without a warning'
    if shutil.which('groff') is None:
        tap.skip(name, 'groff is not installed')
        continue
    run = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z', '-K', 'utf8', path],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    tap.check(name, run.stdout.splitlines())
    tap.check(f'{path.name} is of this version',
              [] if version in path.read_text('utf-8') else f'it does not name {version}')

values = desktop_values()
tap.check('the desktop file opens packs and bears the icon',
          [f'{key} is {values.get(key)}' for key, wanted in
           {'MimeType': PACK_TYPE + ';', 'Icon': APPLICATION, 'Exec': 'byline %U'}.items()
           if values.get(key) != wanted])

metainfo = ElementTree.parse(build / 'data' / f'{APPLICATION}.metainfo.xml').getroot()
tap.check('the metainfo names this program, its version and its type of file',
          [f'{path} does not say “{wanted}”' for path, wanted in
           {'id': APPLICATION, 'launchable': f'{APPLICATION}.desktop',
            'project_license': 'GPL-3.0-or-later',
            'provides/mediatype': PACK_TYPE}.items()
           if metainfo.findtext(path) != wanted]
          + ([] if metainfo.find('releases/release').get('version') == version
             else [f'the latest release is not {version}']))

check_mime_type()

for name in (f'{APPLICATION}.svg', f'{APPLICATION}-symbolic.svg', f'{APPLICATION}-pack.svg'):
    title = f'{name} can be drawn'
    if shutil.which('rsvg-convert') is None:
        tap.skip(title, 'rsvg-convert is not installed')
        continue
    run = subprocess.run(['rsvg-convert', '-w', '64', data / 'icons' / name],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    # An empty picture of this size is far smaller than one with something on it.
    tap.check(title, [] if run.returncode == 0 and len(run.stdout) > 300 else
              [f'status {run.returncode}, {len(run.stdout)} bytes, {run.stderr!r}'])

tap.finish()
